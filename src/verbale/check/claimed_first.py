"""Which places to look at where a quote stands in more than can be: those that would bear out its claim.

Whoever is quoted must not be called misattributed because sixty others said the same: his own place
comes before theirs, and that of the claimed day before other days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from verbale.check.choice import Claim
from verbale.check.owners import PAGE_DELAY, attribution
from verbale.compare import Preference, spread
from verbale.model import Attribution
from verbale.store import Store
from verbale.store.index import Place

__all__ = ["ClaimedFirst"]


class ClaimedFirst(Preference):
    """Puts the places of the claimed speaker and of the claimed day before all others.

    Args:
        store: the record.
        claim: what is said of the quote.
        on: gives the documents of a day.
    """

    def __init__(self, store: Store, claim: Claim, on: Callable[[date], Sequence[str]]) -> None:
        self._store = store
        self._claim = claim
        self._on = on
        self._apart: dict[str, int] = {}

    @cached_property
    def of_speaker(self) -> frozenset[str]:
        """The documents that have words of the claimed speaker."""
        speaker, day = self._claim.speaker, self._claim.said_on
        if speaker is None:
            return frozenset()
        holder = self._store.holder(speaker, day) if day is not None else None
        names = (speaker,) if holder is None else (speaker, holder)
        return frozenset().union(*(self._store.documents_of(name) for name in names))

    @cached_property
    def of_day(self) -> frozenset[str]:
        """The documents of the claimed day, or of a page that carries the day after it."""
        day = self._claim.said_on
        return frozenset((*self._on(day), *self._on(day + PAGE_DELAY))) if day is not None else frozenset()

    def first(self, document: str) -> bool:
        """Whether all places of a document are to be thought of, however many others there are."""
        return document in self.of_speaker or document in self.of_day

    def some(self, places: Sequence[Place], count: int) -> list[Place]:
        """Half of the places from the claimed speaker's documents, the others of the nearest days.

        Where no day is claimed, the others are of everywhere, so that a stock phrase shows as one.

        Args:
            places: all that were found.
            count: how many can be looked at.
        """
        if len(places) <= count:
            return list(places)
        dated = self._claim.when is not None
        ordered = sorted(places, key=self._days_apart) if dated else places
        own = [place for place in ordered if place.document in self.of_speaker]
        mine = own[: count // 2]
        if len(own) > len(mine) and not any(map(self._bears_out, mine)):
            # others say it too in the claimed speaker's documents
            mine += [place for place in own if self._bears_out(place)][:1]
        kept = set(mine)
        others = [place for place in ordered if place not in kept]
        room = count - len(mine)
        return [*mine, *(others[:room] if dated else spread(others, room))]

    def _bears_out(self, place: Place) -> bool:
        # a place may be wider than the passage in it
        middle = (place.low + place.high) // 2
        word = Place(place.document, place.segment, middle, middle + 1)
        owner = self._store.owner(place.document, word.span)
        return attribution(self._store, owner, self._claim.speaker) is Attribution.RIGHT

    def _days_apart(self, place: Place) -> int:
        """How far the day of a place's document is from the claimed one; at the end where it has none."""
        document = place.document
        if document not in self._apart:
            info, claimed = self._store.info(document), self._claim.when
            day = (info.said_on or info.published_on) if info else None
            self._apart[document] = claimed.days_from(day) if day and claimed else 1 << 30
        return self._apart[document]
