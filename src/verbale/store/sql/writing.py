"""Changing what the record holds, inside one transaction; every change of what can be found is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Connection, Table, bindparam, delete, func, select, update
from sqlalchemy import insert as plain_insert

from verbale.store.names.identity import identify
from verbale.store.ready import Ready
from verbale.store.sql import fulltext, rows, schema
from verbale.store.sql.database import Question, Row, asking, tell, tell_rows
from verbale.store.sql.sqlite import insert
from verbale.text.names import key_words
from verbale.text.offices import office_words

__all__ = ["LAST_GENERATION", "Batch", "find", "now"]

LAST_GENERATION = Question(select(func.coalesce(func.max(schema.changes.c.generation), 0)))
_LAST_VERSION = Question(select(func.coalesce(func.max(schema.versions.c.id), 0)))
_VERSIONS = Question(
    select(func.count())
    .select_from(schema.versions)
    .where(schema.versions.c.document == bindparam("document"))
)
_TEXT = Question(select(schema.texts.c.text).where(schema.texts.c.version == bindparam("version")))


def now() -> str:
    """The moment, as the record writes it: UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find(connection: Connection, printed: str, words: frozenset[str]) -> None:
    """Let what is printed be found by its words."""
    tell_rows(connection, _FIND, [(word, printed) for word in sorted(words)])


class Batch:
    """What one transaction does to the record."""

    def __init__(self, connection: Connection) -> None:
        """A batch within a transaction that holds the write lock; `generation` is the last one given."""
        self._connection = connection
        self.generation = self._number(LAST_GENERATION)
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

    def keep_original(self, sha256: str, size: int) -> None:
        """Note that the record has these bytes, so many."""
        self._ensure(schema.originals, sha256=sha256, size=size, added_at=self._moment)

    def add_version(self, document_id: str, ready: Ready, told: str, *, new: bool) -> int:
        """Store a version of a document (a `new` one, or one that is there), let it be found; its number."""
        document = ready.document
        connection = self._connection
        version = self._number(_LAST_VERSION) + 1
        if new:
            # Fails where another original has the same first digits, by chance or by design.
            values = {"id": document_id, "version": version, "removed": False, "added_at": self._moment}
            connection.execute(plain_insert(schema.documents), values)
        connection.execute(
            plain_insert(schema.versions),
            rows.version_row(document)
            | self._derived(ready, told)
            | {
                "id": version,
                "document": document_id,
                "number": self._number(_VERSIONS, document=document_id) + 1,
                "generation": self.generation + 1,
                "added_at": self._moment,
            },
        )
        connection.execute(plain_insert(schema.texts), {"version": version, "text": document.text})
        self._add_parts(version, ready)
        self.enter(document_id, version)
        return version

    def replace_parts(self, document_id: str, version: int, ready: Ready, told: str, *, counts: bool) -> None:
        """Store again what was made of a current version whose text is the same, and let it be found.

        Args:
            document_id: The document.
            version: Its current version, which keeps its reader.
            ready: What is to be stored.
            told: What a person said of the text, as it is kept.
            counts: Whether it is a change of what can be found: words and places are as they were.
        """
        # At once, while the passages that the index was told of are still there.
        fulltext.leave(self._connection, version, self._text(version))
        for table in (
            schema.turns, schema.sections, schema.boilerplate, schema.block_quotes, schema.quotations,
            schema.statements, schema.version_speakers, schema.titles, schema.passages,
        ):  # fmt: skip
            tell(self._connection, _FORGET[table.name], version=version)
        values = rows.version_row(ready.document) | self._derived(ready, told) | {"tagger": None}
        del values["reader"]
        if counts:
            self._count(document_id, version, entered=False)
            values["generation"] = self.generation + 1
        self._connection.execute(update(schema.versions).where(schema.versions.c.id == version), values)
        self._add_parts(version, ready)
        if counts:
            self.enter(document_id, version)
        else:
            self._pending.append((fulltext.enter, version))

    def replace_findings(self, version: int, ready: Ready) -> None:
        """Store again what was found in a current version: quotations, statements, and who speaks.

        Its words and their places stay, so that the quote index has nothing to learn of it.
        """
        fulltext.leave(self._connection, version, self._text(version))
        for table in (schema.quotations, schema.statements, schema.version_speakers, schema.passages):
            tell(self._connection, _FORGET[table.name], version=version)
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
            insert(schema.places).values(values).on_conflict_do_update(set_=values, index_elements=["place"])
        )

    def _add_parts(self, version: int, ready: Ready) -> None:
        document = ready.document
        self._many(schema.turns, rows.turn_rows(version, document.turns))
        self._many(schema.sections, rows.section_rows(version, document.sections))
        self._many(schema.boilerplate, rows.span_rows(version, document.boilerplate))
        self._many(schema.block_quotes, rows.block_quote_rows(version, document.block_quotes))
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
        return str(asking(self._connection)(_TEXT, version=version)[0][0])

    def _derived(self, ready: Ready, told: str) -> dict[str, object]:
        outlet = ready.document.outlet
        if outlet:
            self._ensure(schema.outlets, id=identify(outlet), name=outlet)
        return {
            "outlet_id": identify(outlet) if outlet else None,
            "words": ready.words,
            "text_sha256": ready.text_sha256,
            "overrides": told,
            "parser": ready.prepared.parser,
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
        tell(self._connection, _unless_there(table, tuple(values)), **values)

    def _many(self, table: Table, values: list[Row]) -> None:
        tell_rows(self._connection, _INSERT[table.name], values)

    def _number(self, question: Question, **values: object) -> int:
        return int(asking(self._connection)(question, **values)[0][0])


# Compiled once: the rows of a document are written thousands at a time.
_TABLES = schema.metadata.sorted_tables
_INSERT = {table.name: Question(plain_insert(table)) for table in _TABLES}
_FIND = Question(insert(schema.printed_words).on_conflict_do_nothing())
_FORGET = {
    table.name: Question(delete(table).where(table.c.version == bindparam("version")))
    for table in _TABLES
    if "version" in table.c
}


@cache
def _unless_there(table: Table, columns: tuple[str, ...]) -> Question:
    values: dict[str, object] = {name: bindparam(name) for name in columns}
    return Question(insert(table).values(values).on_conflict_do_nothing())
