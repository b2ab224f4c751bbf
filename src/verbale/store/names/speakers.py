"""Who speaks in the record, by the names as printed; which of them a name means; what is covered."""

from __future__ import annotations

import json
import threading
from datetime import date
from itertools import combinations

from sqlalchemy import select

from verbale.model.check import Coverage
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.store.names.likeness import alike, nickname_of_one
from verbale.store.names.offices import Offices
from verbale.store.names.registry import Registry, pair_of
from verbale.store.names.suggestions import is_full, suggestions
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Database, Question, Row
from verbale.store.sql.writing import identify
from verbale.text.names import same_person, words_of_name

__all__ = ["Speakers"]

_NAMES = Question(select(schema.speaker_names.c.name).order_by(schema.speaker_names.c.name))
_LIST = """
SELECT s.id, s.name, n.name, count(*), sum(vs.first_hand), sum(vs.reported),
       count(DISTINCT coalesce(d.event, d.id))
FROM speakers s JOIN speaker_names n ON n.speaker = s.id
JOIN version_speakers vs ON vs.name = n.name
JOIN documents d ON d.version = vs.version AND NOT d.removed
GROUP BY s.id, n.name ORDER BY s.name, s.id, n.name
"""
_DOCUMENTS_OF = """
SELECT count(DISTINCT d.id), count(DISTINCT coalesce(d.event, d.id)) FROM version_speakers vs
JOIN documents d ON d.version = vs.version AND NOT d.removed
WHERE vs.name IN (SELECT value FROM json_each(?))
"""
_ALIASES = "SELECT speaker, name FROM aliases ORDER BY name"
_LANGUAGES = "SELECT name, languages FROM speakers WHERE languages IS NOT NULL ORDER BY name"
_WIKIDATA = "SELECT id, wikidata FROM speakers WHERE wikidata IS NOT NULL"
# The names of the user's own table, under which people are listed.
_TOLD = """
SELECT id, name FROM speakers WHERE wikidata IS NOT NULL OR languages IS NOT NULL
OR id IN (SELECT speaker FROM aliases) OR id IN (SELECT speaker FROM offices)
"""
_TOGETHER = """
SELECT EXISTS (SELECT 1 FROM version_speakers one JOIN version_speakers other ON other.version = one.version
JOIN documents d ON d.version = one.version AND NOT d.removed WHERE one.name = ? AND other.name = ?)
"""
# The printed names of one surname that are compared with each other.
FAMILY = 200
_SIZE = """
SELECT count(*), coalesce(sum(v.words), 0), count(DISTINCT coalesce(d.event, d.id))
FROM documents d JOIN versions v ON v.id = d.version
WHERE NOT d.removed
"""
_DAYS = """
SELECT count(*), max(CASE WHEN day <= ? THEN day END), min(CASE WHEN day >= ? THEN day END),
       count(DISTINCT event)
FROM (SELECT coalesce(v.said_on, v.published_on) AS day, coalesce(d.event, d.id) AS event
      FROM documents d JOIN versions v ON v.id = d.version
      WHERE NOT d.removed {own})
"""
# A text counts as a speaker's where it has words of theirs first-hand, or is mainly about what they said.
_OWN = """
AND d.version IN (SELECT version FROM version_speakers
                  WHERE (first_hand > 0 OR main) AND name IN (SELECT value FROM json_each(?)))
"""
_DAYS_OF_ALL = _DAYS.format(own="")
_DAYS_OF_SOME = _DAYS.format(own=_OWN)
_LOADED = """
SELECT EXISTS (SELECT 1 FROM documents d JOIN versions v ON v.id = d.version
WHERE NOT d.removed AND (v.said_on = ? OR v.published_on = ?))
"""


class Speakers:
    """The registry of names; what a name means is worked out once for each state of the record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.registry = Registry(database)
        self.offices = Offices(database, self._same_now)
        self._lock = threading.Lock()
        self._epoch = -1
        self._names: tuple[str, ...] = ()
        self._size: Row | None = None
        self._languages: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._spoken: dict[str, tuple[str, ...]] = {}
        self._meant: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._coverage: dict[tuple[str | None, date | None], Coverage] = {}

    def all(self, epoch: int) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record, or is quoted in it, in the order of names."""
        homes = self._homes(epoch)
        found: dict[str, list[Row]] = {}
        for row in self._database.rows(_LIST):
            found.setdefault(homes.get(str(row[0]), str(row[0])), []).append(row)
        extra: dict[str, list[str]] = {}
        for row in self._database.rows(_ALIASES):
            extra.setdefault(homes.get(str(row[0]), str(row[0])), []).append(row[1])
        items: dict[str, str] = {row[0]: row[1] for row in self._database.rows(_WIKIDATA)}
        own: dict[str, str] = {}
        for id_, name in self._database.rows(_TOLD):
            own.setdefault(homes.get(str(id_), str(id_)), name)
        known = [
            self._info(epoch, id_, own.get(id_), forms, extra.get(id_, []), items)
            for id_, forms in found.items()
        ]
        return tuple(sorted(known, key=lambda each: (each.name, each.id)))

    def _info(  # noqa: PLR0913 - what each question to the record answered
        self,
        epoch: int,
        id_: str,
        own: str | None,
        forms: list[Row],
        aliases: list[str],
        items: dict[str, str],
    ) -> SpeakerInfo:
        names = tuple(form[2] for form in forms)
        ids = [id_, *(form[0] for form in forms)]
        main = max(forms, key=lambda form: (is_full(form[1]), form[4], form[5], form[1]))
        documents, events = main[3], main[6]
        if len(forms) > 1:
            documents, events = self._database.rows(_DOCUMENTS_OF, (json.dumps(names),))[0]
        return SpeakerInfo(
            id=id_,
            name=own or _in_mixed_case(main[1], names),
            names=names,
            documents=documents,
            events=events,
            first_hand=sum(form[4] for form in forms),
            reported=sum(form[5] for form in forms),
            aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias not in names),
            offices=self.offices.of(epoch, ids),
            languages=self.languages(epoch, main[1]),
            wikidata=next((items[each] for each in ids if each in items), None),
        )

    def _homes(self, epoch: int) -> dict[str, str]:
        """The id under which each speaker of a group of names is listed: the first name's.

        A short form is listed under the only full name that it can mean, where one document has both.
        """
        homes = {
            identify(name): identify(group[0]) for group in self.registry.groups(epoch) for name in group
        }
        for names in self.registry.families(epoch).values():
            full = [name for name in names if is_full(name)]
            for short in names if len(names) <= FAMILY else ():
                if short not in full and identify(short) not in homes:
                    home = self._only_full(epoch, short, full)
                    if home is not None:
                        homes[identify(short)] = homes.get(identify(home), identify(home))
        return homes

    def _only_full(self, epoch: int, short: str, full: list[str]) -> str | None:
        """The full name that a short form of the same document stands for; None where two would fit."""
        fitting = [
            name for name in full if same_person(short, name) and self.registry.same(epoch, short, name)
        ]
        if not all(self.registry.same(epoch, fitting[0], name) for name in fitting):
            return None
        return next((name for name in fitting if self._database.rows(_TOGETHER, (short, name))[0][0]), None)

    def same(self, epoch: int, one: str, other: str) -> bool:
        """Whether two printed names mean one person in this record."""
        with self._lock:
            self._renew(epoch)
        return self.registry.same(epoch, one, other)

    def may_be_same(self, epoch: int, one: str, other: str) -> bool:
        """Whether two names look like two spellings of one, and nobody has said that they are not."""
        if alike(one, other) in {None, "nickname"}:
            return False
        return pair_of(one, other) not in self.registry.decided(epoch)

    def _same_now(self, one: str, other: str) -> bool:
        return self.registry.same(self._epoch, one, other)

    def suggestions(self, epoch: int) -> tuple[Suggestion, ...]:
        """The open questions about who is whom."""
        families = self.registry.families(epoch)
        found = suggestions(
            families,
            self.registry.decided(epoch),
            frozenset(
                pair_of(one, other)
                for names in families.values()
                for one, other in combinations(names[:FAMILY], 2)
                if nickname_of_one(one, other) and self.registry.same(epoch, one, other)
            ),
        )
        return tuple(each for each in found if not self.registry.joined(epoch, each.one, each.other))

    def holder(self, epoch: int, office: str, on: date) -> str | None:
        """Who held an office on a day; None where nobody is known to, or two could have."""
        with self._lock:
            self._renew(epoch)
        return self.offices.holder(epoch, office, on)

    def languages(self, epoch: int, name: str) -> tuple[str, ...]:
        """The languages that a speaker speaks in, by the user's own table; empty where it says nothing."""
        with self._lock:
            self._renew(epoch)
            known = self._spoken.get(name)
            if known is None:
                same = (each for other, each in self._languages if self.registry.same(epoch, name, other))
                known = self._spoken[name] = tuple(dict.fromkeys(code for each in same for code in each))
            return known

    def named(self, epoch: int, name: str, *, loosely: bool = False) -> tuple[str, ...]:
        """The printed names in the record that mean the same person as a name.

        Args:
            epoch: The state of the record, from `Documents.epoch`.
            name: A full name, a surname, a title with a surname, an office.
            loosely: Also those that merely contain its words, for searching.
        """
        with self._lock:
            self._renew(epoch)
            meant = self._meant.get((name, loosely))
            if meant is None:
                words = set(words_of_name(name))
                meant = self._meant[name, loosely] = tuple(
                    known
                    for known in self._names
                    if self.registry.same(epoch, name, known) or (loosely and _contains(known, name, words))
                )
            return meant

    def coverage(self, epoch: int, speaker: str | None, on: date | None) -> Coverage:
        """How much the record could know of what a speaker said on a day."""
        with self._lock:
            self._renew(epoch)
            known = self._coverage.get((speaker, on))
        if known is not None:
            return known
        names = self.named(epoch, speaker) if speaker is not None else None
        documents, words, events = self._size = self._size or self._database.rows(_SIZE)[0]
        of_speaker, before, after, events_of_speaker = self._days(names, on)
        coverage = Coverage(
            documents=documents,
            words=words,
            events=events,
            documents_of_speaker=of_speaker if names is not None else None,
            events_of_speaker=events_of_speaker if names is not None else None,
            nearest_before=rows.day(before),
            nearest_after=rows.day(after),
            day_loaded=bool(self._database.rows(_LOADED, (on.isoformat(),) * 2)[0][0]) if on else None,
        )
        with self._lock:
            self._renew(epoch)
            self._coverage[speaker, on] = coverage
        return coverage

    def _days(self, names: tuple[str, ...] | None, on: date | None) -> Row:
        day = on.isoformat() if on is not None else None
        if names is None:
            return self._database.rows(_DAYS_OF_ALL, (day, day))[0]
        return self._database.rows(_DAYS_OF_SOME, (day, day, json.dumps(names)))[0]

    def _renew(self, epoch: int) -> None:
        if epoch != self._epoch:
            self._size = None
            self._languages = tuple(
                (row[0], tuple(row[1].split("|"))) for row in self._database.rows(_LANGUAGES)
            )
            self._spoken = {}
            self._names = tuple(row[0] for row in self._database.ask(_NAMES))
            self._meant.clear()
            self._coverage.clear()
            self._epoch = epoch


def _in_mixed_case(name: str, names: tuple[str, ...]) -> str:
    """A name as other texts print it, where its own text has it in capitals."""
    if not name.isupper():
        return name
    words = words_of_name(name)
    return next((other for other in names if not other.isupper() and words_of_name(other) == words), name)


def _contains(known: str, name: str, words: set[str]) -> bool:
    return words <= set(words_of_name(known)) if words else name.casefold() in known.casefold()
