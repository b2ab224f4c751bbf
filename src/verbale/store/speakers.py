"""Who speaks in the record, by the names as printed; which of them a name means; what is covered."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date

from verbale.model.check import Coverage
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.store.names.listing import Counted, homes, listed
from verbale.store.names.office_holders import Offices
from verbale.store.names.registry import Registry, families, groups
from verbale.store.names.suggestions import suggestions
from verbale.store.sql import rows
from verbale.store.sql.database import Database, Row
from verbale.store.sql.people import KnownPeople
from verbale.store.sql.presence import Presence

__all__ = ["Speakers"]


@dataclass(slots=True)
class _State:
    """What was worked out in one state of the record.

    Whoever began to ask in a state keeps the answer with that state, so that nothing old is ever kept
    with a newer one.
    """

    epoch: int
    registry: Registry
    offices: Offices
    size: Row | None = None
    coverage: dict[tuple[str | None, date | None], Coverage] = field(default_factory=dict)


class Speakers:
    """The registry of names; what a name means is worked out once for each state of the record.

    An `epoch` is a state of the record, from `Documents.epoch`.
    """

    def __init__(self, database: Database) -> None:
        self._known = KnownPeople(database.ask)
        self._presence = Presence(database)
        self._lock = threading.Lock()
        self._state = self._begun(0)

    def all(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record, or is quoted in it, in the order of names."""
        known = self._known.gathered()
        registry = Registry(known)
        said = ((one, other) for one, other, word in registry.decided.values() if word == "same")
        home = homes(
            groups([*said, *known.pairs]),
            families(known.names),
            registry,
            self._presence.are_together,
        )
        counted = (Counted(*row) for row in self._presence.listed())
        return listed(counted, home, self._known.told(), registry, self._presence.documents_of)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """The open questions about who is whom."""
        known = self._known.gathered()
        return suggestions(families(known.names), Registry(known))

    def one_person(self, epoch: int, one: str, other: str) -> bool | None:
        """Whether two printed names mean one person in this record; None where it is not known."""
        return self._at(epoch).registry.one_person(one, other)

    def holder(self, epoch: int, office: str, on: date) -> str | None:
        """Who held an office on a day; None where nobody is known to, or two could have."""
        return self._at(epoch).offices.holder(office, on)

    def languages(self, epoch: int, name: str) -> tuple[str, ...]:
        """The languages that a speaker speaks in, by the user's own table; empty where it says nothing."""
        return self._at(epoch).registry.languages(name)

    def named(self, epoch: int, name: str, *, loosely: bool = False) -> tuple[str, ...]:
        """The printed names in the record that mean the same person as a name.

        Args:
            epoch: The state of the record, from `Documents.epoch`.
            name: A full name, a surname, a title with a surname, an office.
            loosely: Also those that merely contain its words, for searching.
        """
        return self._at(epoch).registry.named(name, loosely=loosely)

    def documents_of(self, epoch: int, name: str) -> frozenset[str]:
        """The ids of the documents that have words of somebody, first-hand or reported."""
        return self._presence.with_words_of(self.named(epoch, name))

    def coverage(self, epoch: int, speaker: str | None, on: date | None) -> Coverage:
        """How much the record could know of what a speaker said on a day."""
        state = self._at(epoch)
        known = state.coverage.get((speaker, on))
        if known is None:
            known = state.coverage[speaker, on] = self._covered(state, speaker, on)
        return known

    def _covered(self, state: _State, speaker: str | None, on: date | None) -> Coverage:
        names = state.registry.named(speaker) if speaker is not None else None
        if state.size is None:
            state.size = self._presence.size()
        documents, words, events = state.size
        of_speaker, before, after, events_of_speaker = self._presence.days(names, on)
        return Coverage(
            documents=documents,
            words=words,
            events=events,
            documents_of_speaker=of_speaker if names is not None else None,
            events_of_speaker=events_of_speaker if names is not None else None,
            nearest_before=rows.day(before),
            nearest_after=rows.day(after),
            day_loaded=self._presence.is_loaded(on) if on else None,
        )

    def _begun(self, epoch: int) -> _State:
        registry = Registry(self._known)
        return _State(epoch, registry, Offices(self._known, registry.same))

    def _at(self, epoch: int) -> _State:
        state = self._state
        if epoch <= state.epoch:
            return state
        with self._lock:
            if epoch > self._state.epoch:
                self._state = self._begun(epoch)
            return self._state
