"""Documents as the record holds them: the list, what is known of each, and the text itself."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from sqlalchemy import Select, bindparam, func, select

from verbale.errors import NoSuchDocument, RecordError
from verbale.model.document import Document
from verbale.model.holdings import Copy, DocumentInfo
from verbale.model.quotation import Quotation
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Database, Question, Row
from verbale.store.sql.events import copies_of
from verbale.store.sql.sqlite import Driving, given, listed

__all__ = ["Documents", "statements_of"]

INFOS = 50_000  # documents whose description is kept in memory
PLACES = 4_000  # places whose statements are kept: a check asks for those of one place several times
TEXTS = 512  # texts kept in memory: of a stock phrase, those of sixty places are looked at
TEXT_CHARACTERS = 24_000_000  # and how many characters they may have in all: a long text and its copies

_V, _D, _S, _R = schema.versions.c, schema.documents.c, schema.statements.c, schema.redirects.c
_OWN = {"id": _D.id, "version": _V.id, "removed": _D.removed}
_COLUMNS = [_OWN[each.name] if each.name in _OWN else _V[each.name] for each in fields(DocumentInfo)]
_INFO = select(*_COLUMNS).join_from(schema.documents, schema.versions, _V.id == _D.version)
_LIST = Question(_INFO.where(_D.removed == bindparam("removed")).order_by(_V.generation))
_ONE = Question(_INFO.where(_D.id == bindparam("document")))
_OF_VERSION = Question(
    select(*_COLUMNS)
    .join_from(schema.versions, schema.documents, _D.id == _V.document)
    .where(_V.id == bindparam("version"))
)
_TEXT = Question(select(schema.texts.c.text).where(schema.texts.c.version == bindparam("version")))
_REDIRECT = Question(select(_R.document).where(_R.old == bindparam("old")))
_PARTS = {
    table.name: Question(
        select(table).where(table.c.version == bindparam("version")).order_by(table.c.number)
    )
    for table in (
        *(schema.turns, schema.sections, schema.boilerplate, schema.block_quotes, schema.quotations),
    )
}


def _in_order(statements: Select[Row]) -> Question:
    """Statements of a version in the order of its text, outer before inner."""
    own = statements.where(_S.version == bindparam("version"))
    return Question(own.order_by(_S.start, _S.end.desc(), _S.number))


_STATEMENTS = _in_order(select(schema.statements))
_STATEMENTS_AT = _in_order(
    select(schema.statements).where(
        _S.start < bindparam("end"), _S.end > bindparam("start"), _S.start > bindparam("earliest")
    )
)
_AT = given("places", "version", "start", "end", "earliest")
_STATEMENTS_AT_PLACES = Question(
    select(_AT.c.key, schema.statements)
    .select_from(
        Driving(
            _AT,
            schema.statements,
            (_S.version == _AT.c.version)
            & (_S.start < _AT.c.end)
            & (_S.end > _AT.c.start)
            & (_S.start > _AT.c.earliest),
        )
    )
    .order_by(_AT.c.key, _S.start, _S.end.desc(), _S.number)
)
_LONGEST = Question(select(func.max(_S.end - _S.start)).where(_S.version == bindparam("version")))


@dataclass(slots=True)
class _Kept:
    """What is kept in memory of one state of the record.

    Whoever began to read in a state keeps what he read with that state, so that nothing old is ever
    kept with a newer one.
    """

    state: int = 0
    infos: dict[str, DocumentInfo] = field(default_factory=dict)
    boilerplate: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    longest: dict[int, int] = field(default_factory=dict)
    statements: dict[tuple[int, int, int], tuple[Statement, ...]] = field(default_factory=dict)
    copies: dict[str, tuple[Copy, ...]] = field(default_factory=dict)

    def keep_statements(
        self, document: str, place: tuple[int, int, int], found: Iterable[Row]
    ) -> tuple[Statement, ...]:
        """Keeps the statements of some rows that have words of a place: a version, a start and an end."""
        _, start, end = place
        if len(self.statements) >= PLACES:
            self.statements.clear()
        statements = (rows.statement_of(document, row) for row in found)
        kept = self.statements[place] = tuple(
            statement
            for statement in statements
            if len(statement.spans) == 1
            or any(span.start < end and start < span.end for span in statement.spans)
        )
        return kept


class Documents:
    """Reads documents; what it keeps in memory is dropped as soon as anybody commits."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._kept = _Kept()
        self._texts: OrderedDict[int, str] = OrderedDict()
        self._characters = 0

    @property
    def epoch(self) -> int:
        """A number that grows whenever what was read before may be out of date; one for all threads."""
        return self._current().state

    def all(self, *, removed: bool = False) -> Iterator[DocumentInfo]:
        """Every document in the order of adding; only those that were removed, where asked."""
        infos = self._current().infos

        def kept(row: Row) -> DocumentInfo:
            info = rows.info_of(row)
            if len(infos) < INFOS:
                infos[info.id] = info
            return info

        return map(kept, self._database.ask(_LIST, removed=removed))

    def find(self, document_id: str) -> DocumentInfo | None:
        """The document of that id, or of the id that it once had; removed ones too."""
        infos = self._current().infos
        if (known := infos.get(document_id)) is not None:
            return known
        found = self._database.ask(_ONE, document=document_id)
        if not found and (redirect := self._database.ask(_REDIRECT, old=document_id)):
            found = self._database.ask(_ONE, document=redirect[0][0])
        if not found:
            return None
        if len(infos) >= INFOS:
            infos.clear()
        info = infos[document_id] = rows.info_of(found[0])
        return info

    def get(self, document_id: str) -> DocumentInfo:
        """The document of that id.

        Raises:
            NoSuchDocument: the record never held it, or it was removed.
        """
        info = self.find(document_id)
        if info is None:
            raise NoSuchDocument(f"The record holds no document {document_id}.", document_id)
        if info.removed:
            raise NoSuchDocument(
                f"The document {info.id} ({info.name}) was removed from this record; it can be restored.",
                document_id,
            )
        return info

    def of_version(self, version: int) -> DocumentInfo | None:
        """What is known of any version, by its number inside the record."""
        found = self._database.ask(_OF_VERSION, version=version)
        return rows.info_of(found[0]) if found else None

    def text(self, version: int) -> str:
        """The text of a version; a version's text never changes, so it is kept in memory for a while."""
        with self._lock:
            kept = self._texts.get(version)
            if kept is not None:
                self._texts.move_to_end(version)
                return kept
        found = self._database.ask(_TEXT, version=version)
        if not found:
            raise RecordError(f"The record has lost the text of version {version}.", version)
        text: str = found[0][0]
        with self._lock:
            if version not in self._texts:
                self._texts[version] = text
                self._characters += len(text)
            while len(self._texts) > 1 and (len(self._texts) > TEXTS or self._characters > TEXT_CHARACTERS):
                _, dropped = self._texts.popitem(last=False)
                self._characters -= len(dropped)
        return text

    def boilerplate(self, info: DocumentInfo) -> tuple[Span, ...]:
        """What stands in the document's text and is nobody's words, in order."""
        known = self._kept.boilerplate
        kept = known.get(info.version)
        if kept is None:
            kept = tuple(Span(row[2], row[3]) for row in self._parts("boilerplate", info))
            if len(known) >= TEXTS:
                known.clear()
            known[info.version] = kept
        return kept

    def document(self, info: DocumentInfo) -> Document:
        """The whole document, rebuilt from its rows."""
        return Document(
            **rows.described(info),
            text=self.text(info.version),
            turns=tuple(map(rows.turn_of, self._parts("turns", info))),
            sections=tuple(map(rows.section_of, self._parts("sections", info))),
            boilerplate=self.boilerplate(info),
            block_quotes=tuple(map(rows.block_quote_of, self._parts("block_quotes", info))),
            document_id=info.id,
        )

    def quotations(self, info: DocumentInfo) -> tuple[Quotation, ...]:
        """The quotations found in the document, in the order of its text."""
        return tuple(map(rows.quotation_of, self._parts("quotations", info)))

    def copies(self, info: DocumentInfo) -> tuple[Copy, ...]:
        """The documents that have the same words as one, those that share most first."""
        known = self._current().copies
        kept = known.get(info.id)
        if kept is None:
            kept = copies_of(self._database.ask, info.id)
            if len(known) >= TEXTS:
                known.clear()
            known[info.id] = kept
        return kept

    def statements(self, info: DocumentInfo) -> tuple[Statement, ...]:
        """The document's statements, in the order of its text, outer before inner."""
        return statements_of(self._database.ask, info.id, info.version)

    def statements_at(self, info: DocumentInfo, start: int, end: int) -> tuple[Statement, ...]:
        """The statements of a version that have words of the range, outer before inner."""
        kept, place = self._current(), (info.version, start, end)
        known = kept.statements.get(place)
        if known is not None:
            return known
        found = self._database.ask(
            _STATEMENTS_AT,
            version=info.version,
            start=start,
            end=end,
            earliest=self._earliest(kept, info.version, start),
        )
        return kept.keep_statements(info.id, place, found)

    def look_up_statements(self, places: Iterable[tuple[DocumentInfo, Span]]) -> None:
        """Read the statements at many places at once, so that `statements_at` has them.

        Args:
            places: versions, and ranges of their texts.
        """
        kept = self._current()
        asked = {(info.version, span.start, span.end): info.id for info, span in places}
        missing = [place for place in asked if place not in kept.statements]
        if len(missing) < 2:
            return
        found: list[list[Row]] = [[] for _ in missing]
        written = listed((*place, self._earliest(kept, *place[:2])) for place in missing)
        for number, *row in self._database.ask(_STATEMENTS_AT_PLACES, places=written):
            found[number].append(tuple(row))
        for place, its_rows in zip(missing, found, strict=True):
            kept.keep_statements(asked[place], place, its_rows)

    def _earliest(self, kept: _Kept, version: int, start: int) -> int:
        """Before where no statement begins that reaches a place; the table is in the order of starts."""
        if version not in kept.longest:
            kept.longest[version] = self._database.ask(_LONGEST, version=version)[0][0] or 0
        return start - kept.longest[version] - 1

    def _current(self) -> _Kept:
        state, kept = self._database.state, self._kept
        if state <= kept.state:
            return kept
        with self._lock:
            if state > self._kept.state:
                self._kept = _Kept(state)
            return self._kept

    def _parts(self, table: str, info: DocumentInfo) -> list[Row]:
        return self._database.ask(_PARTS[table], version=info.version)


def statements_of(ask: Ask, document: str, version: int) -> tuple[Statement, ...]:
    """The statements of a version, in the order of its text, outer before inner."""
    return tuple(rows.statement_of(document, row) for row in ask(_STATEMENTS, version=version))
