"""Changing what the record holds, inside one transaction; every change of what can be found is counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as insert_or

from verbale.intake.preparing import Overrides, as_kept
from verbale.model.document import Document, Role
from verbale.model.incoming import Prepared
from verbale.model.statement import Statement
from verbale.store.names.identity import identify
from verbale.store.names.offices import titles_of
from verbale.store.search.search_passages import Passage, passages_of
from verbale.store.sql import fulltext, rows, schema
from verbale.store.sql.database import Row
from verbale.text.names import key_words
from verbale.text.offices import office_words

__all__ = ["Batch", "Ready", "find", "fingerprint", "make_ready", "now"]

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_WIDE_MARKS = tuple(mark.encode() for mark in "’‘“”„«»–—…‑‐·•\u00a0\u00ad\u200b\u202f\u2009\ufeff")
_DIALECT = sqlite.dialect(paramstyle="qmark")


def now() -> str:
    """The moment, as the record writes it: UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def fingerprint(text: str) -> str:
    """The SHA-256 of a text's letters and digits: the same for copies that differ in dress alone.

    >>> fingerprint("“No,” he said.") == fingerprint('"No" he said')
    True
    """
    # Over bytes, because every text goes through here: a regular expression takes thirty times longer.
    letters = text.casefold().encode().translate(None, _MARKS)
    for mark in _WIDE_MARKS:
        letters = letters.replace(mark, b"")
    return hashlib.sha256(letters).hexdigest()


def find(connection: Connection, printed: str, words: frozenset[str]) -> None:
    """Let what is printed be found by its words."""
    values = [{"word": word, "printed": printed} for word in sorted(words)]
    if values:
        connection.execute(_ENSURE["printed_words"], values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A prepared text with all that can be worked out before the write lock is taken."""

    prepared: Prepared
    passages: tuple[Passage, ...]
    words: int
    text_sha256: str
    speakers: tuple[tuple[str, int, int, bool], ...]
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def document(self) -> Document:
        """The document to be stored."""
        return self.prepared.document


def make_ready(prepared: Prepared) -> Ready:
    """Work out what the database is going to be told."""
    document = prepared.document
    statements = tuple(each.statement for each in prepared.statements)
    return Ready(
        prepared=prepared,
        passages=tuple(passages_of(document, statements)),
        words=len(document.text.split()),
        text_sha256=fingerprint(document.text),
        speakers=_speakers(document, statements),
        titles=titles_of(document),
    )


def _speakers(document: Document, statements: Sequence[Statement]) -> tuple[tuple[str, int, int, bool], ...]:
    first = Counter(each.speaker for each in statements if each.speaker and each.first_hand)
    reported = Counter(each.speaker for each in statements if each.speaker and not each.first_hand)
    relaying = {each.via for each in statements if each.via}
    silent = {turn.speaker for turn in document.turns if turn.speaker and turn.role is not Role.INCIDENT}
    main = {document.speaker} if document.speaker else set()
    names = dict.fromkeys([*first, *reported, *sorted(relaying | silent | main)])
    return tuple((name, first[name], reported[name], name == document.speaker) for name in names)


class Batch:
    """What one transaction does to the record."""

    def __init__(self, connection: Connection) -> None:
        """A batch within a transaction that holds the write lock; `generation` is the last one given."""
        self._connection = connection
        self.generation = int(self._number("SELECT coalesce(max(generation), 0) FROM changes"))
        self._moment = now()
        self._ensured: set[tuple[str, object]] = set()
        self._pending: list[tuple[Callable[[Connection, int, str], None], int]] = []

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is done inside stands or falls alone, whatever becomes of the rest of the batch."""
        generation, pending = self.generation, len(self._pending)
        try:
            with self._connection.begin_nested():
                yield
        except BaseException:
            self.generation = generation
            del self._pending[pending:]
            self._ensured.clear()
            raise

    def finish(self) -> None:
        """Tell the full-text index; at the end, for it writes out all it has at every savepoint."""
        for change, version in self._pending:
            change(self._connection, version, self._text(version))
        self._pending.clear()

    def add_version(
        self, document_id: str, ready: Ready, size: int, overrides: Overrides, *, new: bool
    ) -> int:
        """Store a version of a document (a `new` one, or one that is there), let it be found; its number."""
        document = ready.document
        connection = self._connection
        version = int(self._number("SELECT coalesce(max(id), 0) + 1 FROM versions"))
        self._ensure(schema.originals, sha256=document.sha256, size=size, added_at=self._moment)
        if new:
            # Fails where another original has the same first digits, by chance or by design.
            values = {"id": document_id, "version": version, "removed": False, "added_at": self._moment}
            connection.execute(insert(schema.documents), values)
        connection.execute(
            insert(schema.versions),
            rows.version_row(document)
            | self._derived(ready, overrides)
            | {
                "id": version,
                "document": document_id,
                "number": self._number("SELECT count(*) FROM versions WHERE document = ?", document_id) + 1,
                "generation": self.generation + 1,
                "added_at": self._moment,
            },
        )
        connection.execute(insert(schema.texts), {"version": version, "text": document.text})
        self._add_parts(version, ready)
        self._note_copies(document_id, ready)
        self.enter(document_id, version)
        return version

    def replace_parts(self, document_id: str, version: int, ready: Ready, overrides: Overrides) -> None:
        """Store again what was made of a current version whose text is the same, and let it be found."""
        # At once, while the passages that the index was told of are still there.
        fulltext.leave(self._connection, version, self._text(version))
        self._count(document_id, version, entered=False)
        for table in (
            schema.turns, schema.sections, schema.boilerplate, schema.quotations, schema.statements,
            schema.version_speakers, schema.titles, schema.passages,
        ):  # fmt: skip
            self._connection.execute(table.delete().where(table.c.version == version))
        self._connection.execute(
            update(schema.versions).where(schema.versions.c.id == version),
            rows.version_row(ready.document)
            | self._derived(ready, overrides)
            | {"generation": self.generation + 1, "tagger": None},
        )
        self._add_parts(version, ready)
        self.enter(document_id, version)

    def replace_findings(self, version: int, ready: Ready) -> None:
        """Store again what was found in a current version: quotations, statements, and who speaks.

        Its words and their places stay, so that the quote index has nothing to learn of it.
        """
        fulltext.leave(self._connection, version, self._text(version))
        for table in (schema.quotations, schema.statements, schema.version_speakers, schema.passages):
            self._connection.execute(table.delete().where(table.c.version == version))
        self._add_findings(version, ready)
        self._pending.append((fulltext.enter, version))

    def enter(self, document_id: str, version: int) -> None:
        """Make a version the document's current one, to be found from the next generation on."""
        self._connection.execute(
            update(schema.documents).where(schema.documents.c.id == document_id),
            {"version": version, "removed": False},
        )
        self._pending.append((fulltext.enter, version))
        self._count(document_id, version, entered=True)

    def leave(self, document_id: str, version: int) -> None:
        """Let a version be found no longer; all its rows stay."""
        self._pending.append((fulltext.leave, version))
        self._count(document_id, version, entered=False)

    def see(self, place: str, document_id: str, sha256: str) -> None:
        """Note that a document's bytes lie at a place."""
        values = {"place": place, "document": document_id, "sha256": sha256, "seen_at": self._moment}
        self._connection.execute(
            insert_or(schema.places)
            .values(values)
            .on_conflict_do_update(set_=values, index_elements=["place"])
        )

    def _add_parts(self, version: int, ready: Ready) -> None:
        document = ready.document
        self._many(schema.turns, rows.turn_rows(version, document.turns))
        self._many(schema.sections, rows.section_rows(version, document.sections))
        self._many(schema.boilerplate, rows.span_rows(version, document.boilerplate))
        self._many(schema.titles, [(version, name, title) for name, title in ready.titles])
        for _, title in ready.titles:
            self._find(title, office_words(title))
        self._add_findings(version, ready)

    def _add_findings(self, version: int, ready: Ready) -> None:
        prepared = ready.prepared
        for name, _, _, _ in ready.speakers:
            self._ensure(schema.speakers, id=identify(name), name=name)
            self._ensure(schema.speaker_names, name=name, speaker=identify(name))
            self._find(name, key_words(name))
        self._many(schema.quotations, rows.quotation_rows(version, prepared.quotations))
        self._many(schema.statements, rows.statement_rows(version, prepared.statements))
        self._many(
            schema.version_speakers,
            [(name, version, first, reported, main) for name, first, reported, main in ready.speakers],
        )
        fulltext.keep(self._connection, version, ready.passages)

    def _find(self, printed: str, words: frozenset[str]) -> None:
        """Let a name or an office be found by its words."""
        key = (schema.printed_words.name, printed)
        if key not in self._ensured:
            self._ensured.add(key)
            find(self._connection, printed, words)

    def _text(self, version: int) -> str:
        found = select(schema.texts.c.text).where(schema.texts.c.version == version)
        return str(self._connection.execute(found).scalar_one())

    def _note_copies(self, document_id: str, ready: Ready) -> None:
        same = select(schema.versions.c.document).where(
            schema.versions.c.text_sha256 == ready.text_sha256, schema.versions.c.document != document_id
        )
        for (other,) in self._connection.execute(same.distinct()).fetchall():
            self._connection.execute(
                _ENSURE["copies"],
                {"document": document_id, "copy_of": other, "method": "same text", "score": 1.0},
            )

    def _derived(self, ready: Ready, overrides: Overrides) -> dict[str, object]:
        outlet = ready.document.outlet
        if outlet:
            self._ensure(schema.outlets, id=identify(outlet), name=outlet)
        return {
            "outlet_id": identify(outlet) if outlet else None,
            "words": ready.words,
            "text_sha256": ready.text_sha256,
            "overrides": as_kept(overrides),
        }

    def _count(self, document_id: str, version: int, *, entered: bool) -> None:
        self.generation += 1
        self._many(schema.changes, [(self.generation, document_id, version, entered)])

    def _ensure(self, table: Table, **values: object) -> None:
        """Insert a row unless there is one of the same key, which is the first value."""
        key = (table.name, next(iter(values.values())))
        if key in self._ensured:
            return
        self._ensured.add(key)
        self._connection.execute(_ENSURE[table.name], values)

    def _many(self, table: Table, values: list[Row]) -> None:
        if values:
            self._connection.exec_driver_sql(_INSERT[table.name], values)

    def _number(self, sql: str, *values: object) -> int:
        return int(self._connection.exec_driver_sql(sql, values).scalar_one())


# Compiled once: the rows of a document are written thousands at a time.
_INSERT = {
    table.name: str(insert(table).compile(dialect=_DIALECT)) for table in schema.metadata.sorted_tables
}
_ENSURE = {table.name: insert_or(table).on_conflict_do_nothing() for table in schema.metadata.sorted_tables}
