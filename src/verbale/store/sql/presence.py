"""How much there is of whom in the record, and of which days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, bindparam, case, func, literal, select

from verbale.store.sql import schema
from verbale.store.sql.database import Database, Question, Row
from verbale.store.sql.sqlite import among, listed

__all__ = ["Presence"]

_D, _V, _P = schema.documents.c, schema.versions.c, schema.version_speakers.c
_N, _S = schema.speaker_names.c, schema.speakers.c
_A, _O = schema.aliases.c, schema.offices.c

_EVENT = func.coalesce(_D.event, _D.id)
_EVENTS = func.count(_EVENT.distinct())
_CURRENT = schema.documents.join(schema.versions, _V.id == _D.version)
_OF_NAMES = among(_P.name, "names")

_SIZE = Question(
    select(func.count(), func.coalesce(func.sum(_V.words), 0), _EVENTS)
    .select_from(_CURRENT)
    .where(~_D.removed)
)
_DAY = func.coalesce(_V.said_on, _V.published_on)
_DAYS = (
    select(
        func.count(),
        func.max(case((bindparam("day") >= _DAY, _DAY))),
        func.min(case((bindparam("day") <= _DAY, _DAY))),
        _EVENTS,
    )
    .select_from(_CURRENT)
    .where(~_D.removed)
)
_DAYS_OF_ALL = Question(_DAYS)
# A text counts as a speaker's where it has words of theirs first-hand, or is mainly about what they said.
_DAYS_OF_SOME = Question(
    _DAYS.where(_D.version.in_(select(_P.version).where((_P.first_hand > 0) | _P.main, _OF_NAMES)))
)
_LOADED = Question(
    select(literal(1))
    .select_from(_CURRENT)
    .where(~_D.removed, (_V.said_on == bindparam("day")) | (_V.published_on == bindparam("day")))
    .limit(1)
)
_SPOKEN = schema.version_speakers.join(schema.documents, and_(_D.version == _P.version, ~_D.removed))
_LIST = Question(
    select(
        _S.id, _S.name, _N.name, func.count(), func.sum(_P.first_hand), func.sum(_P.reported), _EVENTS
    )
    .select_from(
        schema.speakers.join(schema.speaker_names, _N.speaker == _S.id).join(_SPOKEN, _P.name == _N.name)
    )
    .group_by(_S.id, _N.name)
    .order_by(_S.name, _S.id, _N.name)
)  # fmt: skip
_DOCUMENTS_OF = Question(select(func.count(_D.id.distinct()), _EVENTS).select_from(_SPOKEN).where(_OF_NAMES))
_WITH_WORDS_OF = Question(select(_D.id).select_from(_SPOKEN).where(_OF_NAMES).distinct())
_OTHER = schema.version_speakers.alias("other")
_TOGETHER = Question(
    select(literal(1))
    .select_from(_SPOKEN.join(_OTHER, _OTHER.c.version == _P.version))
    .where(_P.name == bindparam("one"), _OTHER.c.name == bindparam("another"))
    .limit(1)
)


class Presence:
    """Counts what the record has now; days are given and answered in ISO 8601."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def size(self) -> Row:
        """How many documents, words and events there are."""
        return self._database.ask(_SIZE)[0]

    def days(self, names: Sequence[str] | None, on: date | None) -> Row:
        """How many documents there are of some names (None: of all), the nearest days, how many events."""
        day = on.isoformat() if on is not None else None
        if names is None:
            return self._database.ask(_DAYS_OF_ALL, day=day)[0]
        return self._database.ask(_DAYS_OF_SOME, day=day, names=listed(names))[0]

    def is_loaded(self, on: date) -> bool:
        """Whether anything of a day is there."""
        return bool(self._database.ask(_LOADED, day=on.isoformat()))

    def listed(self) -> list[Row]:
        """Every printed name: its speaker's id and name, itself, documents, first-hand, reported, events."""
        return self._database.ask(_LIST)

    def documents_of(self, names: Sequence[str]) -> Row:
        """How many documents and events have words of some names."""
        return self._database.ask(_DOCUMENTS_OF, names=listed(names))[0]

    def with_words_of(self, names: Sequence[str]) -> frozenset[str]:
        """The ids of the documents that have words of some names."""
        return frozenset(row[0] for row in self._database.ask(_WITH_WORDS_OF, names=listed(names)))

    def are_together(self, one: str, other: str) -> bool:
        """Whether one document has both names."""
        return bool(self._database.ask(_TOGETHER, one=one, another=other))
