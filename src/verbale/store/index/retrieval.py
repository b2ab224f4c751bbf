"""Finding the few places of a record where a quote can stand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from operator import add
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verbale.errors import RecordError
from verbale.model import Span
from verbale.store.index.manifest import Manifest
from verbale.store.index.segment import LONGEST, Segment, pair_keys
from verbale.text.letters import spelled, spelled_at

__all__ = ["Place", "QuoteIndex", "Region"]

Hashes = NDArray[np.uint32]

# Postings looked at for one quote: enough for every rare pair, few enough to take under a millisecond.
BUDGET = 6_000
# Exact places of a phrase examined; a phrase with more is a stock phrase whatever the rest says.
MOST_PLACES = 4_000
# What is nearly as likely as the likeliest place of a quote: so much of its weight.
NEARLY = 0.8
# The letters in which the end of a very long word is looked for.
VERY_LONG = 4_096
# Lookups kept: the steps of one check, piece by piece.
RECENT = 16


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
        """The hashes of the words; two words may share one."""
        return self.segment.hashes[self.low : self.high]

    def letters(self, text: str) -> list[str]:
        """The folded letters of the words.

        Args:
            text: the document's text.
        """
        starts = self.segment.starts[self.low : self.high].tolist()
        lengths = self.segment.lengths[self.low : self.high].tolist()
        if LONGEST in lengths:
            # a byte holds no more: where such a word ends, only the text can tell
            return [spelled(text[start : start + VERY_LONG])[0] for start in starts]
        return spelled_at(text, starts, map(add, starts, lengths))


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


@dataclass(frozen=True, slots=True, eq=False)
class _Lookup:
    """Where the pairs of some words lie in each segment's postings, and how many there are in all."""

    lows: list[NDArray[np.int64]]
    highs: list[NDArray[np.int64]]
    counts: NDArray[np.int64]


# The documents that come first where none does.
_NONE = frozenset[str]().__contains__


class QuoteIndex:
    """The quote index as of one generation; open it again to see later ones.

    A word's place is counted over all segments, in their order.

    Args:
        folder: the `index` folder of a record.
    """

    def __init__(self, folder: Path) -> None:
        manifest, self.segments = _opened(folder)
        self.generation = manifest.generation
        sizes = [len(segment) for segment in self.segments]
        self.size = sum(sizes)
        self._bases = np.cumsum([0, *sizes])[:-1].astype(np.int64)
        listed = [(n, i, d) for n, s in enumerate(self.segments) for i, d in enumerate(s.documents)]
        self._numbers = [(which, number) for which, number, _ in listed]
        self._listed = np.cumsum([0, *(len(segment.documents) for segment in self.segments)])
        self._dead = np.array([d.version in manifest.dropped for _, _, d in listed], np.bool_)
        firsts = [s.firsts + base for s, base in zip(self.segments, self._bases, strict=True)]
        self._firsts = np.concatenate(firsts or [np.zeros(0, np.int64)])
        self._homes = {
            d.document: (which, number)
            for (which, number, d), dead in zip(listed, self._dead, strict=True)
            if not dead
        }
        self._recent: OrderedDict[bytes, _Lookup] = OrderedDict()

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
        # numbers of another kind would have all starts copied
        low, high = starts.searchsorted(np.array((span.start, span.end), starts.dtype)).tolist()
        return Place(document, whole.segment, whole.low + low, whole.low + high)

    def widened(self, place: Place, room: int) -> Place:
        """A place with so many more words of its document on either side, as far as it has them.

        Args:
            place: a place.
            room: a number of words.
        """
        first, after = place.segment.bounds(place.segment.document_at(place.low))
        low, high = max(first, place.low - room), min(after, place.high + room)
        return Place(place.document, place.segment, low, high)

    def frequencies(self, query: Hashes) -> NDArray[np.int64]:
        """How often each word of a quote stands in the record."""
        total = np.zeros(len(query), np.int64)
        order = query.argsort()
        words = query[order]
        for segment in self.segments:
            if len(segment.vocabulary):
                at = np.minimum(segment.vocabulary.searchsorted(words), len(segment.vocabulary) - 1)
                total[order] += np.where(segment.vocabulary[at] == words, segment.counts[at], 0)
        return total

    def pair_frequencies(self, query: Hashes) -> NDArray[np.int64]:
        """How often each adjacent pair of a quote stands in the record."""
        return self._look_up(query).counts

    def occurrences(
        self,
        query: Hashes,
        limit: int = MOST_PLACES,
        first: Callable[[str], bool] = _NONE,
        exclude: frozenset[str] = frozenset(),
    ) -> list[Place]:
        """Places that have the hashes of just these words, in the order of adding.

        Args:
            query: the hashes of two words or more.
            limit: how many places to return at most, apart from those in the documents of `first`.
            first: tells of a document whether all places in it are wanted, however many there are.
            exclude: documents to leave out.
        """
        if len(query) < 2:
            return []
        out = self._left_out(exclude)
        lookup = self._look_up(query)
        if not lookup.counts.all():
            return []
        found: list[Place] = []
        for which, (low, high) in enumerate(zip(lookup.lows, lookup.highs, strict=True)):
            segment = self.segments[which]
            rarest = int((high - low).argmin())
            if low[rarest] == high[rarest]:
                continue
            firsts = _agreeing(segment, segment.postings[low[rarest] : high[rarest]], rarest, query)
            numbers = segment.firsts.searchsorted(firsts, "right") - 1
            ends = np.append(segment.firsts[1:], len(segment))[numbers]
            wanted = ~out[numbers + self._listed[which]] & (firsts + len(query) <= ends)
            room = max(0, limit - len(found))
            if wanted.sum() > room:
                named = {n: first(segment.documents[n].document) for n in set(numbers.tolist())}
                wanted &= (np.cumsum(wanted) <= room) | np.array([named[n] for n in numbers.tolist()])
            for place, number in zip(firsts[wanted].tolist(), numbers[wanted].tolist(), strict=True):
                found.append(Place(segment.documents[number].document, segment, place, place + len(query)))
        return found

    def regions(
        self,
        query: Hashes,
        limit: int = 12,
        document: str | None = None,
        first: Callable[[str], bool] = _NONE,
        exclude: frozenset[str] = frozenset(),
    ) -> list[Region]:
        """The places that share the rarest pairs with a quote, the likeliest first.

        The postings of the rare pairs are grouped by diagonal: where the quote would have to begin.

        Args:
            query: the hashes of two words or more.
            limit: how many places to return at most.
            document: the only document to look in.
            first: tells of a document whether places in it are wanted beyond the limit, where they are
                nearly as likely as the likeliest.
            exclude: documents to leave out.
        """
        if len(query) < 2 or not self.size or (document is not None and document not in self._homes):
            return []
        lookup = self._look_up(query)
        order = lookup.counts.argsort(kind="stable")
        order = order[lookup.counts[order] > 0]
        if document is None:
            order = order[: max(1, int(np.searchsorted(np.cumsum(lookup.counts[order]), BUDGET, "right")))]
            places, offsets = self._postings(order, lookup)
        else:
            places, offsets = self._postings_in(document, order, lookup)
        if not len(places):
            return []
        diagonals = places - offsets
        homes = self._firsts.searchsorted(places, "right") - 1
        # document by document: where one ends and the next begins, their diagonals lie among each other
        by = np.argsort(homes * (self.size + len(query)) + diagonals, kind="stable")
        places, offsets, diagonals, homes = places[by], offsets[by], diagonals[by], homes[by]
        slack = 3 + len(query) // 8
        apart = (np.diff(diagonals) > slack) | (np.diff(homes) != 0)
        cluster = np.concatenate([[0], np.cumsum(apart)])
        # a pair counts once in a cluster, however often it repeats there
        pairs, first_seen = np.unique(cluster * len(query) + offsets, return_index=True)
        rarity = np.log2(self.size / np.maximum(lookup.counts, 1))
        weights = np.bincount(pairs // len(query), rarity[offsets[first_seen]])
        begins = np.flatnonzero(np.concatenate([[True], apart]))
        ends = np.append(begins[1:], len(places))
        owners = homes[begins]
        likeliest = np.argsort(-weights, kind="stable")
        likeliest = likeliest[~self._left_out(exclude)[owners[likeliest]]]
        best = likeliest[:limit].tolist()
        if len(likeliest) > limit:
            close = likeliest[limit:][weights[likeliest[limit:]] >= NEARLY * weights[best[0]]].tolist()
            named = {home: first(self._document(home)) for home in {int(owners[number]) for number in close}}
            best += [number for number in close if named[int(owners[number])]]
        found: list[Region] = []
        for number in best:
            at = offsets[begins[number] : ends[number]]
            would_begin = diagonals[begins[number] : ends[number]]
            place = self._place(
                int(owners[number]),
                int(would_begin.min()) - slack,
                int(would_begin.max()) + len(query) + slack,
            )
            found.append(Region(place, float(weights[number]), int(at.min()), int(at.max()) + 1))
        return found

    def _left_out(self, exclude: frozenset[str]) -> NDArray[np.bool_]:
        """Which of all versions in the segments are no evidence: the replaced ones, and some more."""
        homes = [self._homes[document] for document in exclude if document in self._homes]
        if not homes:
            return self._dead
        out = self._dead.copy()
        out[[self._listed[which] + number for which, number in homes]] = True
        return out

    def _document(self, home: int) -> str:
        which, number = self._numbers[home]
        return self.segments[which].documents[number].document

    def _place(self, home: int, low: int, high: int) -> Place:
        """A range of places, kept within one document."""
        which, number = self._numbers[home]
        segment, base = self.segments[which], int(self._bases[which])
        first, after = segment.bounds(number)
        document = segment.documents[number].document
        return Place(document, segment, max(first, low - base), min(after, high - base))

    def _postings(
        self, order: NDArray[np.int64], lookup: _Lookup
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of some pairs in all segments, and which pair of the quote each is of."""
        parts: list[NDArray[np.int64]] = []
        counts: list[int] = []
        rows = zip(self.segments, self._bases, lookup.lows, lookup.highs, strict=True)
        for segment, base, lows, highs in rows:
            for pair in order.tolist():
                low, high = int(lows[pair]), min(int(highs[pair]), int(lows[pair]) + BUDGET)
                if high > low:
                    parts.append(segment.postings[low:high] + base)
                counts.append(high - low)
        offsets = np.repeat(np.tile(order, len(self.segments)), counts)
        return np.concatenate(parts or [np.zeros(0, np.int64)]), offsets

    def _postings_in(
        self, document: str, order: NDArray[np.int64], lookup: _Lookup
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of some pairs in one document, and which pair of the quote each is of."""
        which, number = self._homes[document]
        segment, base = self.segments[which], self._bases[which]
        bounds = np.array(segment.bounds(number), np.uint32)
        parts: list[NDArray[np.int64]] = []
        for pair in order.tolist():
            postings = segment.postings[lookup.lows[which][pair] : lookup.highs[which][pair]]
            low, high = postings.searchsorted(bounds).tolist()
            parts.append(postings[low:high] + base)
        offsets = np.repeat(order, [len(part) for part in parts])
        return np.concatenate(parts or [np.zeros(0, np.int64)]), offsets

    def _look_up(self, query: Hashes) -> _Lookup:
        """Find the pairs of a quote; the steps of one check ask for the same ones."""
        known = query.tobytes()
        if known in self._recent:
            self._recent.move_to_end(known)
            return self._recent[known]
        keys = pair_keys(query)
        order = keys.argsort()
        # in order, and both borders at once: the searches then share the pages that they touch
        borders = keys[order].astype(np.uint64).repeat(2)
        borders[1::2] += np.uint64(1)
        last = np.uint64(0xFFFFFFFF)
        lows, highs = [], []
        for segment in self.segments:
            at = segment.keys.searchsorted(np.minimum(borders, last).astype(np.uint32), "left")
            at[1::2][borders[1::2] > last] = len(segment.keys)
            low, high = np.empty(len(keys), np.int64), np.empty(len(keys), np.int64)
            low[order], high[order] = at[::2], at[1::2]
            lows.append(low)
            highs.append(high)
        counts = np.zeros(len(keys), np.int64)
        for low, high in zip(lows, highs, strict=True):
            counts += high - low
        found = _Lookup(lows, highs, counts)
        self._recent[known] = found
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        return found


def _opened(folder: Path) -> tuple[Manifest, tuple[Segment, ...]]:
    for _ in range(20):
        manifest = Manifest.load(folder)
        try:
            return manifest, tuple(Segment.open(folder / name) for name in manifest.segments)
        except FileNotFoundError:
            # a merge replaced a segment between reading the manifest and opening it
            continue
    raise RecordError(f"The quote index in {folder} lacks a segment; run `verbale reindex`.", folder)


def _agreeing(segment: Segment, postings: Hashes, offset: int, query: Hashes) -> NDArray[np.int64]:
    """Where all words of a quote stand, from the places of its pair at an offset; in order."""
    firsts = postings.astype(np.int64) - offset
    firsts = firsts[(firsts >= 0) & (firsts + len(query) <= len(segment))]
    # the whole phrase at once for few places, word by word where that would be a large table
    if len(firsts) * len(query) < 20_000:
        same = (segment.hashes[firsts[:, None] + np.arange(len(query))] == query).all(axis=1)
        firsts = firsts[same]
    else:
        for number, word in enumerate(query):
            firsts = firsts[segment.hashes[firsts + number] == word]
    return np.sort(firsts)
