"""What the record knows of names and offices, found by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select, union

from verbale.model.people import Office
from verbale.store.names.known import Decided, Gathered, Held, Told
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Question, Row
from verbale.store.sql.sqlite import among, entry_order, listed

__all__ = ["KnownPeople"]

_W, _N, _S = schema.printed_words.c, schema.speaker_names.c, schema.speakers.c
_A, _O, _T, _D = schema.aliases.c, schema.offices.c, schema.titles.c, schema.decisions.c
_V, _DOCUMENT = schema.versions.c, schema.documents.c

# What is printed with all of some words.
_FOUND = (
    select(_W.printed)
    .where(among(_W.word, "words"))
    .group_by(_W.printed)
    .having(func.count() == bindparam("many"))
)


def _found(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(_FOUND)


_ALL = Question(select(_N.name))
_PRINTED = Question(select(_N.name).where(_found(_N.name)))
_LISTED = Question(union(select(_N.name).where(_found(_N.name)), select(_S.name).where(_found(_S.name))))
_RELATED = select(_S.name, _A.name.label("alias")).join_from(
    schema.aliases, schema.speakers, _S.id == _A.speaker
)
_ALIASES = Question(union(_RELATED.where(_found(_A.name)), _RELATED.where(_found(_S.name))))
_LANGUAGES = Question(select(_S.name, _S.languages).where(_found(_S.name), _S.languages.is_not(None)))
_DECIDED = Question(
    select(_D.one, _D.other, _D.decision)
    .where(_D.subject == "speakers", _D.undone_at.is_(None))
    .order_by(_D.decided_at, entry_order(schema.decisions))
)
_OFFICES = Question(
    select(_S.name, _O.office, _O.since, _O.until)
    .join_from(schema.offices, schema.speakers, _S.id == _O.speaker)
    .where(_found(_O.office))
    .order_by(_O.since, _S.name)
)
# What the user's own table says.
_ALL_ALIASES = Question(select(_A.speaker, _A.name).order_by(_A.name))
_ALL_OFFICES = Question(
    select(_O.speaker, _O.office, _O.since, _O.until)
    .join_from(schema.offices, schema.speakers, _S.id == _O.speaker)
    .order_by(_O.since, _S.name)
)
_ALL_SPEAKERS = Question(select(_S.id, _S.name, _S.wikidata, _S.languages))
_DAY = func.coalesce(_V.said_on, _V.published_on)
_TITLES = Question(
    select(_DAY, _T.name, _T.title)
    .distinct()
    .join_from(schema.titles, schema.versions, _V.id == _T.version)
    .join(schema.documents, (_DOCUMENT.version == _V.id) & ~_DOCUMENT.removed)
    .where(_found(_T.title), _DAY.is_not(None))
    .order_by(_DAY, _T.name)
)


class KnownPeople:
    """What is known of names and offices as the record has it now; see `Known` and `KnownOffices`."""

    def __init__(self, ask: Callable[..., list[Row]]) -> None:
        """Asks a record, in a transaction or outside."""
        self._record = ask

    def printed(self, words: frozenset[str]) -> Iterable[str]:
        """The names that texts print; all of them where no words are asked for."""
        return (row[0] for row in (self._ask(_PRINTED, words) if words else self._record(_ALL)))

    def listed(self, words: frozenset[str]) -> Iterable[str]:
        """The names that texts print, and those of the user's table, in their order."""
        return sorted(row[0] for row in self._ask(_LISTED, words))

    def aliases(self, words: frozenset[str]) -> Iterable[tuple[str, str]]:
        """Names of the user's table, each with another name of the same person."""
        return ((row[0], row[1]) for row in self._ask(_ALIASES, words))

    def languages(self, words: frozenset[str]) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Names of the user's table with the languages that it gives them."""
        return ((row[0], tuple(row[1].split("|"))) for row in self._ask(_LANGUAGES, words))

    def decisions(self) -> Sequence[Decided]:
        """What people decided of two names, in the order of deciding."""
        return [(row[0], row[1], row[2]) for row in self._record(_DECIDED)]

    def offices(self, words: frozenset[str]) -> Iterable[Held]:
        """Who held an office, by the user's table."""
        return ((name, _office(*office)) for name, *office in self._ask(_OFFICES, words))

    def titles(self, words: frozenset[str]) -> Iterable[tuple[str, str, str]]:
        """Titles as texts print them: the day in ISO 8601, whose title it is, the title."""
        return ((row[0], row[1], row[2]) for row in self._ask(_TITLES, words))

    def told(self) -> dict[str, Told]:
        """What the user's own table says of everybody whom it has, by their ids; of nobody else."""
        aliases: dict[str, list[str]] = {}
        for id_, alias in self._record(_ALL_ALIASES):
            aliases.setdefault(id_, []).append(alias)
        offices: dict[str, list[Office]] = {}
        for id_, *office in self._record(_ALL_OFFICES):
            offices.setdefault(id_, []).append(_office(*office))
        return {
            id_: Told(
                name=name,
                aliases=tuple(aliases.get(id_, ())),
                offices=tuple(offices.get(id_, ())),
                wikidata=wikidata,
                languages=tuple(languages.split("|")) if languages else (),
            )
            for id_, name, wikidata, languages in self._record(_ALL_SPEAKERS)
            if wikidata or languages or id_ in aliases or id_ in offices
        }

    def gathered(self) -> Gathered:
        """All that is known of names, for a question about all of them."""
        told = self.told().values()
        return Gathered(
            self.printed(frozenset()),
            listed=(row[1] for row in self._record(_ALL_SPEAKERS)),
            aliases=((each.name, alias) for each in told for alias in each.aliases),
            languages={each.name: each.languages for each in told if each.languages},
            decisions=self.decisions(),
        )

    def _ask(self, question: Question, words: frozenset[str]) -> list[Row]:
        return self._record(question, words=listed(words), many=len(words))


def _office(office: str, since: str | None, until: str | None) -> Office:
    return Office(office=office, since=rows.day(since), until=rows.day(until))
