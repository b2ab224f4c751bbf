"""What becomes of the places of an older version in a newer one: found again, or an orphan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import insert

from verbale.model.reports import Orphan
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span
from verbale.store.anchoring import Haystack, Lost
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Database, Row

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["orphans", "reanchor", "redirect"]

Kind = Literal["statement", "decision"]

_STATEMENTS = 'SELECT * FROM statements WHERE version = ? ORDER BY start, "end" DESC, number'
_DECISIONS = """
SELECT id, exact, prefix, suffix FROM decisions
WHERE document = ? AND exact IS NOT NULL AND undone_at IS NULL ORDER BY decided_at, id
"""
_LOST = """
SELECT s.*, t.text FROM anchors a JOIN statements s ON s.id = a.id JOIN texts t ON t.version = s.version
WHERE a.kind = 'statement' AND a.document = ? AND a.start IS NULL AND s.version <> ? ORDER BY a.id
"""
_TEXT = "SELECT text FROM texts WHERE version = ?"
_ORPHANS = """
SELECT a.kind, a.id, a.document, a.version, a.reason FROM anchors a JOIN documents d ON d.id = a.document
WHERE a.start IS NULL AND a.version = d.version AND NOT d.removed
  AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.id = a.id AND n.undone_at IS NOT NULL)
ORDER BY a.document, a.kind DESC, a.id
"""
_OWN_STATEMENT = "SELECT s.*, t.text FROM statements s JOIN texts t ON t.version = s.version WHERE s.id = ?"
_OWN_DECISION = "SELECT exact, prefix, suffix FROM decisions WHERE id = ?"


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Something of an older version, and where its words stand now."""

    kind: Kind
    id: str
    selector: Selector
    found: tuple[Span, ...] | Lost
    statement: Statement | None = None


def reanchor(connection: Connection, document: str, before: int, after: int) -> tuple[Orphan, ...]:
    """Look up an older version's statements, and people's decisions, in a newer version.

    What was an orphan before is tried again; what is one now is given back.

    Args:
        connection: a transaction that writes.
        document: the id of the document.
        before: its version until now.
        after: the one that takes its place, with its statements.
    """

    def ask(sql: str, *values: object) -> list[Row]:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

    old, new = str(ask(_TEXT, before)[0][0]), str(ask(_TEXT, after)[0][0])
    haystack = Haystack(new)
    statements = [(rows.statement_of(document, row), old) for row in ask(_STATEMENTS, before)]
    statements += [(rows.statement_of(document, row[:-1]), row[-1]) for row in ask(_LOST, document, before)]
    anchors = [
        *(_of_statement(haystack, statement, text) for statement, text in statements),
        *(_of_decision(haystack, *row) for row in ask(_DECISIONS, document)),
    ]
    current = [rows.statement_of(document, row) for row in ask(_STATEMENTS, after)]
    _keep(connection, anchors, document, after, current)
    return tuple(_orphans_among(anchors, document))


def redirect(connection: Connection, document: str, version: int, before: Sequence[Statement]) -> None:
    """Lead from the statements that a version had, and has no more, to those that have their words now.

    Args:
        connection: a transaction that writes.
        document: the id of the document.
        version: its version, whose statements were found anew in the same text.
        before: the statements that it had.
    """
    found = connection.exec_driver_sql(_STATEMENTS, (version,))
    current = [rows.statement_of(document, tuple(row)) for row in found]
    known = {each.id for each in current}
    statements = _Current(current)
    of_turn = {each.turn: each.id for each in current if each.first_hand}
    kept = [
        {
            "kind": "statement",
            "id": each.id,
            "document": document,
            "version": version,
            "start": each.spans[0].start,
            "end": each.spans[-1].end,
            "statement": statements.having(each, each.spans)
            or (of_turn.get(each.turn) if each.first_hand else None),
            "reason": None,
        }
        for each in before
        if each.id not in known
    ]
    if kept:
        connection.execute(insert(schema.anchors).prefix_with("OR REPLACE"), kept)


def orphans(database: Database) -> tuple[Orphan, ...]:
    """Every statement and decision of older versions without a sure place in the current ones."""
    return tuple(found for row in database.rows(_ORPHANS) if (found := _orphan(database, *row)) is not None)


def _orphan(
    database: Database, kind: Kind, id_: str, document: str, _version: int, reason: str
) -> Orphan | None:
    if kind == "decision":
        kept = database.rows(_OWN_DECISION, (id_,))
        made = Selector(*kept[0]) if kept else None
        speaker = None
    else:
        kept = database.rows(_OWN_STATEMENT, (id_,))
        statement = rows.statement_of(document, kept[0][:-1]) if kept else None
        made = _whole(kept[0][-1], statement.spans) if statement else None
        speaker = statement.speaker if statement else None
    if made is None:
        return None
    return Orphan(kind=kind, id=id_, document_id=document, selector=made, reason=reason, speaker=speaker)


def _orphans_among(anchors: Iterable[_Anchor], document: str) -> Iterator[Orphan]:
    for anchor in anchors:
        if isinstance(anchor.found, Lost):
            yield Orphan(
                kind=anchor.kind,
                id=anchor.id,
                document_id=document,
                selector=anchor.selector,
                reason=anchor.found.reason,
                speaker=anchor.statement.speaker if anchor.statement else None,
            )


def _of_statement(haystack: Haystack, statement: Statement, text: str) -> _Anchor:
    found = _all([haystack.find(Selector.at(text, span)) for span in statement.spans])
    return _Anchor("statement", statement.id, _whole(text, statement.spans), found, statement)


def _of_decision(haystack: Haystack, id_: str, exact: str, prefix: str, suffix: str) -> _Anchor:
    selector = Selector(exact, prefix or "", suffix or "")
    return _Anchor("decision", id_, selector, _all([haystack.find(selector)]))


def _all(found: Sequence[Span | Lost]) -> tuple[Span, ...] | Lost:
    """The places of all parts in their order; one lost part loses the whole."""
    spans: list[Span] = []
    for each in found:
        if isinstance(each, Lost):
            return each
        if spans and each.start < spans[-1].end:
            return Lost("ambiguous")
        spans.append(each)
    return tuple(spans)


def _whole(text: str, spans: Sequence[Span]) -> Selector:
    """The selector of several spans: their words, the context of the first and the last."""
    first, last = Selector.at(text, spans[0]), Selector.at(text, spans[-1])
    return Selector(" … ".join(span.of(text) for span in spans), first.prefix, last.suffix)


class _Current:
    """The current statements, by their place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._at = {_hull(each.spans, first_hand=each.first_hand): each.id for each in statements}

    def having(self, own: Statement, spans: Sequence[Span]) -> str | None:
        """The one that has the words of an older statement: at their place, or the shortest around it."""
        exact = self._at.get(_hull(spans, first_hand=own.first_hand))
        if exact is not None:
            return exact
        start, end = spans[0].start, spans[-1].end
        around = (
            each
            for each in self._statements
            if each.first_hand == own.first_hand
            and each.spans[0].start <= start
            and end <= each.spans[-1].end
        )
        found = min(around, key=lambda each: each.spans[-1].end - each.spans[0].start, default=None)
        return found.id if found else None


def _hull(spans: Sequence[Span], *, first_hand: bool) -> tuple[int, int, bool]:
    return (spans[0].start, spans[-1].end, first_hand)


def _keep(
    connection: Connection,
    anchors: Iterable[_Anchor],
    document: str,
    version: int,
    current: Sequence[Statement],
) -> None:
    kept = []
    statements = _Current(current)
    for anchor in anchors:
        own = anchor.statement
        lost = anchor.found if isinstance(anchor.found, Lost) else None
        spans = () if isinstance(anchor.found, Lost) else anchor.found
        kept.append(
            {
                "kind": anchor.kind,
                "id": anchor.id,
                "document": document,
                "version": version,
                "start": spans[0].start if spans else None,
                "end": spans[-1].end if spans else None,
                "statement": statements.having(own, spans) if own and spans else None,
                "reason": lost.reason if lost else None,
            }
        )
    replace = insert(schema.anchors).prefix_with("OR REPLACE")
    if kept:
        connection.execute(replace, kept)
