"""The tables of a record: its bones, dear to change.

Nothing here is ever deleted but what can be worked out again: the full-text table holds the words of
the current versions only, and what is made of a text is replaced when a person overrules it. Ids
come from content; the only number given by the database is `versions.id`, the short name of a
version inside one record.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "aliases", "anchors", "block_quotes", "boilerplate", "changes", "copies", "decisions", "documents",
    "events", "metadata", "offices", "originals", "outlets", "passages", "places", "printed_words",
    "quotations", "redirects", "sections", "settled", "speaker_names", "speakers", "statements",
    "texts", "titles", "turns", "version_speakers", "versions",
]  # fmt: skip

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# An event is where and when something was said; several documents may tell of one.
events = Table(
    "events",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text),
    Column("place", Text),
    Column("said_on", Text),
    Column("speaker", Text),
    # the gazetteer's id of the place, where it knows it: a Wikidata id, or country and name
    Column("place_id", Text),
    Column("time_zone", Text),
)

outlets = Table(
    "outlets", metadata, Column("id", Text, primary_key=True), Column("name", Text, nullable=False)
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("wikidata", Text),
    Column("languages", Text),
)

# Every printed form of a name, and the speaker it belongs to; only a person merges two speakers.
speaker_names = Table(
    "speaker_names",
    metadata,
    Column("name", Text, primary_key=True),
    Column("speaker", Text, ForeignKey("speakers.id"), nullable=False, index=True),
)

# The words of all names, aliases, titles and offices as printed: each is found by its words, never by
# asking all. What is listed here is listed elsewhere too, or was once.
printed_words = Table(
    "printed_words",
    metadata,
    Column("word", Text, primary_key=True),
    Column("printed", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# What a person's own table says beside the texts: other names of a speaker, and offices held from the
# day `since` to the day `until`, both included, None where it is not known or goes on.
aliases = Table(
    "aliases",
    metadata,
    Column("speaker", Text, ForeignKey("speakers.id"), primary_key=True),
    Column("name", Text, primary_key=True, index=True),
)

offices = Table(
    "offices",
    metadata,
    Column("id", Text, primary_key=True),
    Column("speaker", Text, ForeignKey("speakers.id"), nullable=False, index=True),
    Column("office", Text, nullable=False, index=True),
    Column("since", Text),
    Column("until", Text),
)

# A document is a line of versions; `version` is the current one, `removed` a mark.
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("version", Integer, nullable=False, index=True),
    Column("event", Text, ForeignKey("events.id"), index=True),
    Column("removed", Boolean, nullable=False),
    Column("added_at", Text, nullable=False),
)

redirects = Table(
    "redirects",
    metadata,
    Column("old", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("outlet_id", Text, ForeignKey("outlets.id"), index=True),
    Column("author", Text),
    Column("language", Text),
    Column("published_on", Text),
    Column("said_on", Text),
    Column("speaker", Text),
    Column("speakers", Text, nullable=False),  # a JSON list
    Column("prepared", Boolean, nullable=False),
    Column("translation_of", Text),
    Column("url", Text),
    Column("words", Integer, nullable=False),
    Column("text_sha256", Text, nullable=False, index=True),
    Column("overrides", Text, nullable=False),
    # which tagger has read it last; None where none has
    Column("tagger", Text),
    # where it was said, as printed, and the IANA name of the zone in which that was
    Column("place", Text),
    Column("time_zone", Text),
    # the number of the parser that found its turns; there was no number before the second
    Column("parser", Integer, nullable=False, server_default="1"),
    UniqueConstraint("sha256", "reader"),
    UniqueConstraint("document", "number"),
)

# Apart from `versions`, so that listing documents never reads their words.
texts = Table(
    "texts",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("text", Text, nullable=False),
)

# Where bytes were found: the absolute path or the URL, and which document lies there now.
places = Table(
    "places",
    metadata,
    Column("place", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
)

# One document is a copy of another (`method` near, excerpt: the part is `document`, the whole
# `copy_of`), with the share of sampled words that they have in common. What holds of a document holds of
# all that have its text. Records made before have rows of the method "same text" too.
copies = Table(
    "copies",
    metadata,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("copy_of", Text, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("method", Text, nullable=False),
    Column("score", Float, nullable=False),
)

turns = Table(
    "turns",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("label_start", Integer),
    Column("label_end", Integer),
    Column("speaker", Text),
    Column("role", Text, nullable=False),
    Column("answers", Integer),
    Column("replayed", Boolean, nullable=False),
    Column("interpreted", Boolean, nullable=False),
    Column("said_on", Text),
    # it is not sure whose words these are
    Column("unsure", Boolean, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)

sections = Table(
    "sections",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("heading_start", Integer, nullable=False),
    Column("heading_end", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

boilerplate = Table(
    "boilerplate",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

block_quotes = Table(
    "block_quotes",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("signature_start", Integer),
    Column("signature_end", Integer),
    sqlite_with_rowid=False,
)

# Spans are written as "3-17 20-31".
quotations = Table(
    "quotations",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("spans", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("mention_start", Integer),
    Column("mention_end", Integer),
    Column("speaker", Text),
    Column("via", Text),
    Column("turn", Integer),
    Column("parent", Integer),
    Column("score", Float, nullable=False),
    Column("method", Text, nullable=False),
    sqlite_with_rowid=False,
)

# `start` and `end` are the hull of `spans`, which is empty where the hull is the only span. The
# key is the order in which a check asks: by version and place.
statements = Table(
    "statements",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("end", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("spans", Text, nullable=False),
    Column("speaker", Text),
    Column("said_on", Text),
    Column("first_hand", Boolean, nullable=False),
    Column("basis", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("via", Text),
    Column("turn", Integer),
    Column("parent", Text),
    Column("replayed", Boolean, nullable=False),
    Column("quotation", Integer),
    Column("unsure", Boolean, nullable=False, server_default="0"),
    Index("ix_statements_id", "id"),
    sqlite_with_rowid=False,
)

# Who speaks in a version, by the names as printed: how many statements are first-hand, how many
# reported, and whether the text is mainly theirs.
version_speakers = Table(
    "version_speakers",
    metadata,
    Column("name", Text, ForeignKey("speaker_names.name"), primary_key=True),
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("first_hand", Integer, nullable=False),
    Column("reported", Integer, nullable=False),
    Column("main", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# The offices that a version prints for its speakers: before a name, or as a label of their own.
titles = Table(
    "titles",
    metadata,
    Column("version", Integer, ForeignKey("versions.id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("title", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# What search finds; the rowid is also that of the full-text row. `reported` rows are the words of
# people quoted inside another passage, which only a search for a speaker needs.
passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, ForeignKey("versions.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speaker", Text, index=True),
    Column("role", Text, nullable=False),
    Column("said_on", Text, index=True),
    Column("first_hand", Boolean, nullable=False),
    Column("reported", Boolean, nullable=False),
    Column("via", Text),
)

# The record's generations: each change to what can be found gets the next number.
changes = Table(
    "changes",
    metadata,
    Column("generation", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("version", Integer, ForeignKey("versions.id"), nullable=False),
    Column("entered", Boolean, nullable=False),
)

# Where a statement or a decision of an older version stands in the version named here; without a
# place it is an orphan, and `reason` says why. `statement` is the one that has its words now.
anchors = Table(
    "anchors",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("version", Integer, ForeignKey("versions.id"), nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("statement", Text),
    Column("reason", Text),
)

# Up to which generation work that follows a commit is done, so that a kill only delays it.
settled = Table(
    "settled",
    metadata,
    Column("work", Text, primary_key=True),
    Column("generation", Integer, nullable=False),
)

# What people decided, beside what the machine found. It is keyed to a version's bytes and reader
# and to a selector, never to a row of findings, so that reading again never loses it. What is decided
# of two speakers or two documents has them in `one` and `other`.
decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    Column("document", Text, ForeignKey("documents.id"), index=True),
    Column("sha256", Text),
    Column("reader", Text),
    Column("exact", Text),
    Column("prefix", Text),
    Column("suffix", Text),
    Column("decision", Text, nullable=False),
    Column("decided_by", Text),
    Column("decided_at", Text, nullable=False),
    Column("why", Text),
    Column("undone_by", Text),
    Column("undone_at", Text),
    Column("one", Text),
    Column("other", Text),
)
