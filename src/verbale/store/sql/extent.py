"""How much a record holds, and what has changed in it since a generation."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, func, select

from verbale.model.document import Kind
from verbale.model.holdings import IndexEntry, RecordInfo
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Question
from verbale.store.sql.writing import LAST_GENERATION

__all__ = ["changes_since", "extent", "generation"]

_D, _V, _C, _T = schema.documents.c, schema.versions.c, schema.changes.c, schema.texts.c
# A version that has left since is told as gone at once: its text need not be read for nothing.
_CHANGES = Question(
    select(
        _C.generation, _C.document, _C.version,
        case((_C.entered & (_D.version == _C.version) & ~_D.removed, _T.text)),
    )
    .join_from(schema.changes, schema.documents, _D.id == _C.document)
    .join(schema.texts, _T.version == _C.version)
    .where(_C.generation > bindparam("generation"))
    .order_by(_C.generation)
    .limit(bindparam("most"))
)  # fmt: skip
_DAY = func.coalesce(_V.said_on, _V.published_on)
_EXTENT = Question(
    select(
        func.count(), func.count(func.coalesce(_D.event, _D.id).distinct()),
        func.coalesce(func.sum(_V.words), 0), func.min(_DAY), func.max(_DAY),
    )
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(~_D.removed)
)  # fmt: skip


def _counted(column: ColumnElement[Any]) -> Question:
    """How many documents have each value, those with the most first."""
    return Question(
        select(column, func.count())
        .join_from(schema.documents, schema.versions, _V.id == _D.version)
        .where(~_D.removed, func.coalesce(column, "") != "")
        .group_by(column)
        .order_by(func.count().desc(), func.min(_V.generation))
    )


_KINDS, _OUTLETS = _counted(_V.kind), _counted(_V.outlet)
_READ_BEFORE = Question(
    select(func.count())
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(~_D.removed, _V.parser < bindparam("parser"))
)


def extent(ask: Ask, parser: int) -> RecordInfo:
    """How much a record holds, of all documents that were not removed.

    Args:
        ask: asks the record.
        parser: the number of the parser before which parsers are older ones.
    """
    documents, events, words, first, last = ask(_EXTENT)[0]
    return RecordInfo(
        documents=documents,
        events=events,
        words=words,
        first=rows.day(first),
        last=rows.day(last),
        kinds={Kind(kind): count for kind, count in ask(_KINDS)},
        outlets=dict(map(tuple, ask(_OUTLETS))),
        older_parser=ask(_READ_BEFORE, parser=parser)[0][0],
    )


def generation(ask: Ask) -> int:
    """The number of the last change of what can be found; 0 for an empty record."""
    return int(ask(LAST_GENERATION)[0][0])


def changes_since(ask: Ask, generation: int, limit: int) -> list[IndexEntry]:
    """The next changes after a generation, in order, at most `limit`."""
    return [IndexEntry(*row) for row in ask(_CHANGES, generation=generation, most=limit)]
