"""What becomes of the places of an older version in a newer one: found again, or an orphan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, bindparam, exists, select

from verbale.model.reports import Orphan
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span
from verbale.store.anchoring import Haystack, Lost
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Database, Question, asking
from verbale.store.sql.documents import statements_of
from verbale.store.sql.sqlite import insert

__all__ = ["orphans", "reanchor", "redirect"]

Kind = Literal["statement", "decision"]

_S, _N, _A, _D, _T = (
    schema.statements.c, schema.decisions.c, schema.anchors.c, schema.documents.c, schema.texts.c,
)  # fmt: skip
_DECISIONS = Question(
    select(_N.id, _N.exact, _N.prefix, _N.suffix)
    .where(_N.document == bindparam("document"), _N.exact.is_not(None), _N.undone_at.is_(None))
    .order_by(_N.decided_at, _N.id)
)
_LOST = Question(
    select(schema.statements, _T.text)
    .join_from(schema.anchors, schema.statements, _S.id == _A.id)
    .join(schema.texts, _T.version == _S.version)
    .where(
        _A.kind == "statement", _A.document == bindparam("document"), _A.start.is_(None),
        _S.version != bindparam("before"),
    )
    .order_by(_A.id)
)  # fmt: skip
_TEXT = Question(select(_T.text).where(_T.version == bindparam("version")))
_ORPHANS = Question(
    select(_A.kind, _A.id, _A.document, _A.reason)
    .join_from(schema.anchors, schema.documents, _D.id == _A.document)
    .where(
        _A.start.is_(None), _A.version == _D.version, ~_D.removed,
        ~exists().where(_N.id == _A.id, _N.undone_at.is_not(None)),
    )
    .order_by(_A.document, _A.kind.desc(), _A.id)
)  # fmt: skip
_OWN_STATEMENT = Question(
    select(schema.statements, _T.text)
    .join_from(schema.statements, schema.texts, _T.version == _S.version)
    .where(_S.id == bindparam("statement"))
)
_OWN_DECISION = Question(select(_N.exact, _N.prefix, _N.suffix).where(_N.id == bindparam("decision")))
_KEEP = insert(schema.anchors)
_KEEP_LAST = _KEEP.on_conflict_do_update(
    index_elements=["kind", "id"],
    set_={each.name: _KEEP.excluded[each.name] for each in schema.anchors.c if not each.primary_key},
)


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
    ask = asking(connection)
    old, new = (str(ask(_TEXT, version=version)[0][0]) for version in (before, after))
    haystack = Haystack(new)
    lost = ask(_LOST, document=document, before=before)
    statements = [(each, old) for each in statements_of(ask, document, before)]
    statements += [(rows.statement_of(document, row[:-1]), row[-1]) for row in lost]
    anchors = [
        *(_of_statement(haystack, statement, text) for statement, text in statements),
        *(_of_decision(haystack, *row) for row in ask(_DECISIONS, document=document)),
    ]
    _keep(connection, anchors, document, after, statements_of(ask, document, after))
    return tuple(_orphans_among(anchors, document))


def redirect(connection: Connection, document: str, version: int, before: Sequence[Statement]) -> None:
    """Lead from the statements that a version had, and has no more, to those that have their words now.

    Args:
        connection: a transaction that writes.
        document: the id of the document.
        version: its version, whose statements were found anew in the same text.
        before: the statements that it had.
    """
    current = statements_of(asking(connection), document, version)
    known = {each.id for each in current}
    statements = _Current(current)
    kept = [
        {
            "kind": "statement",
            "id": each.id,
            "document": document,
            "version": version,
            "start": each.spans[0].start,
            "end": each.spans[-1].end,
            "statement": statements.having(each, each.spans),
            "reason": None,
        }
        for each in before
        if each.id not in known
    ]
    if kept:
        connection.execute(_KEEP_LAST, kept)


def orphans(database: Database) -> tuple[Orphan, ...]:
    """Every statement and decision of older versions without a sure place in the current ones."""
    found = (_orphan(database.ask, *row) for row in database.ask(_ORPHANS))
    return tuple(each for each in found if each is not None)


def _orphan(ask: Ask, kind: Kind, id_: str, document: str, reason: str) -> Orphan | None:
    if kind == "decision":
        kept = ask(_OWN_DECISION, decision=id_)
        made = Selector(*kept[0]) if kept else None
        speaker = None
    else:
        kept = ask(_OWN_STATEMENT, statement=id_)
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
        """The one that has the words of an older statement: at their place, or the shortest around it.

        First-hand words of which several have parts are with the one that has the first of them.
        """
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
        if found is None and own.first_hand:
            found = next((each for each in self._statements if _shares_words(each, spans)), None)
        return found.id if found else None


def _shares_words(statement: Statement, spans: Sequence[Span]) -> bool:
    """Whether a first-hand statement has some of the words at a place."""
    return statement.first_hand and any(part.overlaps(span) for part in statement.spans for span in spans)


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
    if kept:
        connection.execute(_KEEP_LAST, kept)
