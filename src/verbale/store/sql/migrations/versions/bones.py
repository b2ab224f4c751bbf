"""The bones: documents, versions, statements, and the words that search finds.

Written out in full, not taken from schema.py: a record made by it must come out the same for good.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

FULL_TEXT = (
    "CREATE VIRTUAL TABLE passages_words USING fts5(words, content='', "
    'tokenize="unicode61 remove_diacritics 2")'
)


def upgrade() -> None:
    """Make every table of a record."""
    op.create_table(
        "events",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_originals")),
    )
    op.create_table(
        "outlets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlets")),
    )
    op.create_table(
        "speakers",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_documents_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_version"), "documents", ["version"], unique=False)
    op.create_table(
        "speaker_names",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker"], ["speakers.id"], name=op.f("fk_speaker_names_speaker")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_speaker_names")),
    )
    op.create_index(op.f("ix_speaker_names_speaker"), "speaker_names", ["speaker"], unique=False)
    op.create_table(
        "copies",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("copy_of", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["copy_of"], ["documents.id"], name=op.f("fk_copies_copy_of")),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_copies_document")),
        sa.PrimaryKeyConstraint("document", "copy_of", name=op.f("pk_copies")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("reader", sa.Text(), nullable=True),
        sa.Column("exact", sa.Text(), nullable=True),
        sa.Column("prefix", sa.Text(), nullable=True),
        sa.Column("suffix", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_decisions_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_document"), "decisions", ["document"], unique=False)
    op.create_table(
        "places",
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("seen_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_places_document")),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_places")),
    )
    op.create_index(op.f("ix_places_document"), "places", ["document"], unique=False)
    op.create_table(
        "redirects",
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_redirects_document")),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_redirects")),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speakers", sa.Text(), nullable=False),
        sa.Column("prepared", sa.Boolean(), nullable=False),
        sa.Column("translation_of", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("overrides", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_versions_document")),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_versions_outlet_id")),
        sa.ForeignKeyConstraint(["sha256"], ["originals.sha256"], name=op.f("fk_versions_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("document", "number", name=op.f("uq_versions_document_number")),
        sa.UniqueConstraint("sha256", "reader", name=op.f("uq_versions_sha256_reader")),
    )
    op.create_index(op.f("ix_versions_document"), "versions", ["document"], unique=False)
    op.create_index(op.f("ix_versions_outlet_id"), "versions", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_versions_text_sha256"), "versions", ["text_sha256"], unique=False)
    op.create_table(
        "boilerplate",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_boilerplate_version")),
        sa.PrimaryKeyConstraint("version", "number", name=op.f("pk_boilerplate")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "changes",
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_changes_document")),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_changes_version")),
        sa.PrimaryKeyConstraint("generation", name=op.f("pk_changes")),
    )
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("first_hand", sa.Boolean(), nullable=False),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.Column("via", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_passages_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_said_on"), "passages", ["said_on"], unique=False)
    op.create_index(op.f("ix_passages_speaker"), "passages", ["speaker"], unique=False)
    op.create_index(op.f("ix_passages_version"), "passages", ["version"], unique=False)
    op.create_table(
        "quotations",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("mention_start", sa.Integer(), nullable=True),
        sa.Column("mention_end", sa.Integer(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_quotations_version")),
        sa.PrimaryKeyConstraint("version", "number", name=op.f("pk_quotations")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sections",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("heading_start", sa.Integer(), nullable=False),
        sa.Column("heading_end", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_sections_version")),
        sa.PrimaryKeyConstraint("version", "number", name=op.f("pk_sections")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statements",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("first_hand", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("parent", sa.Text(), nullable=True),
        sa.Column("replayed", sa.Boolean(), nullable=False),
        sa.Column("quotation", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_statements_version")),
        sa.PrimaryKeyConstraint("version", "start", "number", name=op.f("pk_statements")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_statements_id", "statements", ["id"], unique=False)
    op.create_table(
        "texts",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_texts_version")),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_texts")),
    )
    op.create_table(
        "turns",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("label_start", sa.Integer(), nullable=True),
        sa.Column("label_end", sa.Integer(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=True),
        sa.Column("replayed", sa.Boolean(), nullable=False),
        sa.Column("interpreted", sa.Boolean(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_turns_version")),
        sa.PrimaryKeyConstraint("version", "number", name=op.f("pk_turns")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "version_speakers",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first_hand", sa.Integer(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["speaker_names.name"], name=op.f("fk_version_speakers_name")),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_version_speakers_version")),
        sa.PrimaryKeyConstraint("name", "version", name=op.f("pk_version_speakers")),
        sqlite_with_rowid=False,
    )
    op.execute(FULL_TEXT)
