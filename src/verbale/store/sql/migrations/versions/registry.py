"""The registry of speakers, copies of one event, and what becomes of old places in a new version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what a record of 0001 lacks; nothing that it holds is lost."""
    op.add_column("speakers", sa.Column("wikidata", sa.Text(), nullable=True))
    op.add_column("events", sa.Column("speaker", sa.Text(), nullable=True))
    op.add_column("decisions", sa.Column("one", sa.Text(), nullable=True))
    op.add_column("decisions", sa.Column("other", sa.Text(), nullable=True))
    op.create_index(op.f("ix_copies_copy_of"), "copies", ["copy_of"], unique=False)
    op.create_index(op.f("ix_documents_event"), "documents", ["event"], unique=False)
    op.execute("UPDATE copies SET method = 'same text' WHERE method = 'same words'")
    op.create_table(
        "aliases",
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["speaker"], ["speakers.id"], name=op.f("fk_aliases_speaker")),
        sa.PrimaryKeyConstraint("speaker", "name", name=op.f("pk_aliases")),
    )
    op.create_table(
        "offices",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["speaker"], ["speakers.id"], name=op.f("fk_offices_speaker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
    )
    op.create_index(op.f("ix_offices_speaker"), "offices", ["speaker"], unique=False)
    op.create_table(
        "anchors",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name=op.f("fk_anchors_document")),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_anchors_version")),
        sa.PrimaryKeyConstraint("kind", "id", name=op.f("pk_anchors")),
    )
    op.create_index(op.f("ix_anchors_document"), "anchors", ["document"], unique=False)
    op.create_table(
        "settled",
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("work", name=op.f("pk_settled")),
    )
