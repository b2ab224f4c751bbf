"""Finding the few places of a record where a quote can stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verbale.errors import RecordError
from verbale.model import Span
from verbale.record.index.manifest import Manifest
from verbale.record.index.segment import Segment, pair_keys

__all__ = ["Place", "QuoteIndex", "Region"]

Hashes = NDArray[np.uint32]

# Postings looked at for one quote: enough for every rare pair, few enough to take under a millisecond.
BUDGET = 6_000
# Exact places of a phrase examined; a phrase with more is a stock phrase whatever the rest says.
MOST_PLACES = 4_000


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Words of one document: the half-open range `low` to `high` of words in `segment`."""

    document: str
    segment: Segment
    low: int
    high: int

    @property
    def span(self) -> Span:
        """The words' place in the document's text, from the first letter to the last."""
        last = self.high - 1
        start = int(self.segment.starts[self.low])
        return Span(start, int(self.segment.starts[last]) + int(self.segment.lengths[last]))

    @property
    def hashes(self) -> Hashes:
        """The words themselves."""
        return self.segment.hashes[self.low : self.high]


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A place that shares rare pairs with a quote.

    `weight` sums the rarity (bits) of the shared pairs; `first` and `last` are the first and last
    word of the quote that they cover.
    """

    place: Place
    weight: float
    first: int
    last: int


class QuoteIndex:
    """The quote index as of one generation; open it again to see later ones.

    Args:
        folder: the `index` folder of a record.
    """

    def __init__(self, folder: Path) -> None:
        for attempt in range(20):
            manifest = Manifest.load(folder)
            try:
                self.segments = tuple(Segment.open(folder / name) for name in manifest.segments)
                break
            except FileNotFoundError as error:
                # a merge replaced a segment between reading the manifest and opening it
                if attempt == 19:
                    raise RecordError(
                        f"The quote index in {folder} lacks a segment; run `verbale reindex`.", folder
                    ) from error
        self.generation = manifest.generation
        self._dead = [
            np.array([d.version in manifest.dropped for d in s.documents], np.bool_) for s in self.segments
        ]
        self._any_dead = [bool(dead.any()) for dead in self._dead]
        self._homes: dict[str, tuple[int, int]] = {
            d.document: (which, number)
            for which, s in enumerate(self.segments)
            for number, d in enumerate(s.documents)
            if d.version not in manifest.dropped
        }
        self.size = sum(len(s) for s in self.segments)

    def __len__(self) -> int:
        return self.size

    def whole(self, document: str) -> Place | None:
        """All words of a document, None where the index has no such document."""
        if document not in self._homes:
            return None
        which, number = self._homes[document]
        segment = self.segments[which]
        return Place(document, segment, *segment.bounds(number))

    def between(self, document: str, span: Span) -> Place | None:
        """The words of a document that lie wholly inside a span of its text."""
        whole = self.whole(document)
        if whole is None:
            return None
        starts = whole.segment.starts[whole.low : whole.high]
        low = whole.low + int(np.searchsorted(starts, span.start, "left"))
        high = whole.low + int(np.searchsorted(starts, span.end, "left"))
        return Place(document, whole.segment, low, high)

    def frequencies(self, query: Hashes) -> NDArray[np.int64]:
        """How often each word of a quote stands in the record."""
        total = np.zeros(len(query), np.int64)
        for segment in self.segments:
            if len(segment.vocabulary):
                at = np.minimum(np.searchsorted(segment.vocabulary, query), len(segment.vocabulary) - 1)
                total += np.where(segment.vocabulary[at] == query, segment.counts[at], 0)
        return total

    def pair_frequencies(self, query: Hashes) -> NDArray[np.int64]:
        """How often each adjacent pair of a quote stands in the record."""
        keys = pair_keys(query)
        total = np.zeros(len(keys), np.int64)
        for segment in self.segments:
            total += np.searchsorted(segment.keys, keys, "right") - np.searchsorted(
                segment.keys, keys, "left"
            )
        return total

    def occurrences(self, query: Hashes, limit: int = MOST_PLACES) -> list[Place]:
        """Every place with just these words, at most `limit`, in the order of adding.

        Args:
            query: the hashes of two words or more.
            limit: how many places to return at most.
        """
        found: list[Place] = []
        if len(query) < 2:
            return found
        keys = pair_keys(query)
        for which, segment in enumerate(self.segments):
            low = np.searchsorted(segment.keys, keys, "left")
            high = np.searchsorted(segment.keys, keys, "right")
            rarest = int(np.argmin(high - low))
            if high[rarest] == low[rarest]:
                continue
            postings = segment.postings[low[rarest] : min(int(high[rarest]), int(low[rarest]) + 5 * limit)]
            firsts = postings.astype(np.int64) - rarest
            firsts = firsts[(firsts >= 0) & (firsts + len(query) <= len(segment))]
            # the whole phrase at once for few places, word by word where that would be a large table
            if len(firsts) * len(query) < 20_000:
                same = (segment.hashes[firsts[:, None] + np.arange(len(query))] == query).all(axis=1)
                firsts = firsts[same]
            else:
                for offset, word in enumerate(query):
                    firsts = firsts[segment.hashes[firsts + offset] == word]
            for first in np.sort(firsts)[: limit - len(found)].tolist():
                number = segment.document_at(first)
                if first + len(query) <= segment.bounds(number)[1] and not self._dead[which][number]:
                    document = segment.documents[number].document
                    found.append(Place(document, segment, first, first + len(query)))
            if len(found) >= limit:
                break
        return found

    def regions(self, query: Hashes, limit: int = 12) -> list[Region]:
        """The places that share the rarest pairs with a quote, the likeliest first.

        Args:
            query: the hashes of two words or more.
            limit: how many places to return at most.
        """
        if len(query) < 2 or not self.size:
            return []
        keys = pair_keys(query)
        lows = [np.searchsorted(s.keys, keys, "left") for s in self.segments]
        highs = [np.searchsorted(s.keys, keys, "right") for s in self.segments]
        counts = np.sum([high - low for low, high in zip(lows, highs, strict=True)], axis=0)
        order = np.argsort(counts, kind="stable")
        order = order[counts[order] > 0]
        order = order[: max(1, int(np.searchsorted(np.cumsum(counts[order]), BUDGET, "right")))]
        if not len(order):
            return []
        rarity = np.log2(self.size / np.maximum(counts, 1))
        found = [
            region
            for which in range(len(self.segments))
            for region in self._clusters(which, query, order, lows[which], highs[which], rarity, limit)
        ]
        found.sort(key=lambda region: -region.weight)
        return found[:limit]

    def _clusters(  # noqa: PLR0913 - one step of `regions`, cut out to be read on its own
        self,
        which: int,
        query: Hashes,
        order: NDArray[np.int64],
        low: NDArray[np.int64],
        high: NDArray[np.int64],
        rarity: NDArray[np.float64],
        limit: int,
    ) -> list[Region]:
        """Group the postings of one segment by diagonal: where the quote would have to begin."""
        segment = self.segments[which]
        parts = [segment.postings[low[i] : min(int(high[i]), int(low[i]) + BUDGET)] for i in order]
        offsets = np.repeat(order, [len(part) for part in parts])
        if not len(offsets):
            return []
        places = np.concatenate(parts).astype(np.int64)
        diagonals = places - offsets
        by = np.argsort(diagonals, kind="stable")
        places, offsets, diagonals = places[by], offsets[by], diagonals[by]
        slack = 3 + len(query) // 8
        homes = np.searchsorted(segment.firsts, places, "right")
        apart = (np.diff(diagonals) > slack) | (np.diff(homes) != 0)
        cluster = np.concatenate([[0], np.cumsum(apart)])
        # a pair counts once in a cluster, however often it repeats there
        pairs, first_seen = np.unique(cluster * len(query) + offsets, return_index=True)
        weights = np.bincount(pairs // len(query), rarity[offsets[first_seen]])
        best = np.argsort(-weights, kind="stable")[: 2 * limit]
        begins = np.searchsorted(cluster, best, "left").tolist()
        ends = np.searchsorted(cluster, best, "right").tolist()
        found: list[Region] = []
        for number, begin, end in zip(best.tolist(), begins, ends, strict=True):
            inside, at = places[begin:end], offsets[begin:end]
            document = int(homes[begin]) - 1
            if self._any_dead[which] and self._dead[which][document]:
                continue
            first, after = segment.bounds(document)
            lower = max(first, int((inside - at).min()) - slack)
            upper = min(after, int((inside - at).max()) + len(query) + slack)
            place = Place(segment.documents[document].document, segment, lower, upper)
            found.append(Region(place, float(weights[number]), int(at.min()), int(at.max()) + 1))
            if len(found) == limit:
                break
        return found
