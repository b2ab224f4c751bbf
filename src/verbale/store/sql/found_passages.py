"""A query's tree to SQL: words that must be there drive and rank, the rest are conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, func, literal, not_, or_, select

from verbale.model.search import Order
from verbale.store.search.query import And, Filter, Node, Not, Or, Words
from verbale.store.sql import schema
from verbale.store.sql.database import Ask, Question, Row
from verbale.store.sql.sqlite import Driving, fits, full_text, one_of, rank, unindexed

__all__ = ["Named", "found_passages"]

Named = Callable[[str], Sequence[str]]
Condition = ColumnElement[bool]

_P, _D, _V = schema.passages.c, schema.documents.c, schema.versions.c
_OUTLETS = Question(select(_V.outlet).where(_V.outlet.is_not(None)).distinct())
# The words come first and drive: with the planner free to choose, a filter's index would (measured at
# four seconds a query for a million rows). `unindexed` keeps filters from being used as indexes.
_RANKED = select(_P.id, rank().label("rank"), _P.said_on).select_from(
    Driving(full_text, schema.passages, _P.id == full_text.c.rowid)
)
_LISTED = select(_P.id, literal(0.0).label("rank"), _P.said_on).where(
    _P.version.in_(select(_D.version).where(~_D.removed))
)


def found_passages(  # noqa: PLR0913 - what is asked for, and how much of it
    ask: Ask, tree: Node, named: Named, *, limit: int, offset: int, order: Order
) -> tuple[int, list[Row]]:
    """How many passages a query finds, and those asked for: document, places, speaker, role, day.

    Args:
        ask: asks the record.
        tree: the query.
        named: gives the printed names that a name in a query means.
        limit: how many to give.
        offset: how many to pass over.
        order: of the passages.
    """
    found = _Compiler(ask, named).compile(tree)
    some = (
        select(found, func.count().over().label("total"))
        .order_by(*_ordered(found, order))
        .limit(max(limit, 0))
        .offset(max(offset, 0))
        .subquery()
    )
    passage = schema.passages.alias("passage")
    document = schema.documents.alias("document")
    shown = passage.c
    rows = ask(
        Question(
            select(
                document.c.id, shown.start, shown.end, shown.speaker, shown.role, shown.said_on,
                shown.first_hand, shown.via, some.c.total,
            )
            .select_from(
                Driving(
                    Driving(some, passage, shown.id == some.c.id),
                    document,
                    document.c.version == shown.version,
                )
            )
            .order_by(*_ordered(some, order))
        )
    )  # fmt: skip
    total = rows[0][-1] if rows else 0
    if not rows and offset:
        total = ask(Question(select(func.count()).select_from(found)))[0][0]
    return total, [row[:-1] for row in rows]


def _ordered(of: Subquery, order: Order) -> tuple[ColumnElement[Any], ...]:
    day = of.c.said_on
    match order:
        case "relevance":
            return of.c.rank, day.desc(), of.c.id
        case "date":
            return day.is_(None), day, of.c.id
        case "-date":
            return day.desc(), of.c.id


class _Compiler:
    """Makes SQL of one tree."""

    def __init__(self, ask: Ask, named: Named) -> None:
        self._ask = ask
        self._named = named
        self._asked_speakers: list[str] = []

    def compile(self, tree: Node) -> Subquery:
        parts = tree.parts if isinstance(tree, And) else (tree,)
        words = [_expression(part) for part in parts]
        driving = [each for each in words if each is not None]
        conditions = [self._condition(part) for part, each in zip(parts, words, strict=True) if each is None]
        found = _RANKED.where(fits(literal(" AND ".join(driving)))) if driving else _LISTED
        return found.where(*conditions, self._layer()).subquery()

    def _layer(self) -> Condition:
        """Words quoted inside another passage count only where their speaker is asked for."""
        if not self._asked_speakers:
            return ~_P.reported
        return or_(~_P.reported, one_of(unindexed(_P.speaker), self._asked_speakers))

    def _condition(self, node: Node) -> Condition:
        match node:
            case Words():
                words = literal(_expression(node))
                return _P.id.in_(select(full_text.c.rowid).where(fits(words)).correlate(None))
            case Filter():
                return self._filter(node)
            case Not(part):
                return not_(func.coalesce(self._condition(part), 0))
            case And(parts) | Or(parts):
                joint = and_ if isinstance(node, And) else or_
                return joint(*(self._condition(part) for part in parts))

    def _filter(self, node: Filter) -> Condition:
        value = node.values[0]
        match node.field:
            case "speaker":
                names = list(self._named(value))
                self._asked_speakers += names
                return one_of(unindexed(_P.speaker), names)
            case "role":
                return _P.role == value
            case "date":
                first, last = node.values
                return unindexed(_P.said_on).between(first, last)
            case "outlet":
                known = [name for (name,) in self._ask(_OUTLETS) if _outlet_fits(value, name)]
                return _of_version(_V.outlet, known)
            case field:
                return _of_version(_V[field], [value])


def _of_version(column: ColumnElement[Any], values: Sequence[str]) -> Condition:
    return unindexed(_P.version).in_(select(_V.id).where(one_of(column, values)))


def _outlet_fits(asked: str, name: str) -> bool:
    return set(asked.casefold().split()) <= set(name.casefold().split())


def _expression(node: Node) -> str | None:
    """The full-text expression of a tree that holds nothing but words, None for any other tree.

    Every word goes between quote marks, so nothing that was typed is taken for syntax.
    """
    match node:
        case Words(words, begins):
            return '"' + " ".join(words) + '"' + ("*" if begins else "")
        case And(parts) | Or(parts):
            made = [_expression(part) for part in parts]
            joint = " AND " if isinstance(node, And) else " OR "
            known = [each for each in made if each is not None]
            return "(" + joint.join(known) + ")" if len(known) == len(made) else None
        case _:
            return None
