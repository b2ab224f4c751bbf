"""Finding the passages of a record that a piece of a quote may come from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from verbale.compare.quoted import QuotedPiece
from verbale.compare.wording import BRACKET_ROOM, Compared, compare
from verbale.model import Span
from verbale.store.index import Place, QuoteIndex, Region
from verbale.text.align import align, distance
from verbale.text.asides import holds_struck
from verbale.text.signs import with_signs
from verbale.text.tokens import tokens

__all__ = ["LOOKED_AT", "Exact", "Finder", "Passage", "Preference", "spread"]

# Passages of one quote that are aligned letter by letter; the others are ranked by their hashes.
CLOSEST = 5
CLOSE_BY = 3
# Where the closest passage has a smaller share of the words than this, the others are no better.
HOPELESS = 0.5
# Exact places of a piece that are thought of, and those whose letters, speaker and date are looked up;
# the places that come first by the claim are always among them.
PLACES = 400
LOOKED_AT = 40
# Places of a stretch between brackets that are looked at.
AROUND = 40
# Stretches of boilerplate that a passage may run over.
MOST_HOLES = 12
# Words at the edge of a passage that a changed word may stand for.
EDGE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A passage for one piece of a quote: its document, its span there, and how the words compare.

    `compared` is None where the words are the same but for typography. `piece` is kept where other
    places of the same words may be looked for.
    """

    document: str
    span: Span
    compared: Compared | None = None
    piece: QuotedPiece | None = None

    @property
    def exact(self) -> bool:
        """Whether the words are the same but for style and brackets."""
        return self.compared is None or self.compared.exact

    @property
    def changed(self) -> int:
        """How many words differ."""
        return 0 if self.compared is None else self.compared.changed

    @property
    def share(self) -> float:
        """The share of the quote's words that the passage has."""
        return 1.0 if self.compared is None else float(self.compared.matched.mean())

    def has_words_of(self, boilerplate: Sequence[Span]) -> bool:
        """Whether the words that the quote has from here are partly boilerplate.

        Args:
            boilerplate: what stands in the document's text and is nobody's words, in order.
        """
        first = bisect_right(boilerplate, self.span.start, key=lambda hole: hole.end)
        last = bisect_left(boilerplate, self.span.end, key=lambda hole: hole.start)
        near = boilerplate[first:last]
        if self.compared is None:
            return bool(near)
        starts = self.compared.record.starts
        quoted = [starts[block.low : block.high] for block in self.compared.blocks if block.equal]
        return any(((hole.start <= places) & (places < hole.end)).any() for hole in near for places in quoted)


@dataclass(frozen=True, slots=True)
class Exact:
    """Places that have just the words of a quote: those to look at, and how many documents have such."""

    places: tuple[Place, ...] = ()
    documents: int = 0


class Preference:
    """Which places of a record to look at, where there are more than can be; here, some from everywhere."""

    def first(self, document: str) -> bool:  # noqa: ARG002 - without a claim none comes first
        """Whether all places of a document are to be thought of, however many others there are."""
        return False

    def some(self, places: Sequence[Place], count: int) -> list[Place]:
        """The places to look at, so many at most.

        Args:
            places: all that were found.
            count: how many can be looked at.
        """
        return spread(places, count)


def spread(places: Sequence[Place], count: int) -> list[Place]:
    """So many places at most, evenly from all of them."""
    return list(places[:: max(1, len(places) // max(1, count))])[:count]


class Finder:
    """Looks for pieces of one quote in a record; what it has read of texts, it keeps.

    Args:
        index: the record's quote index.
        text: gives the text of a document.
        language: gives the language of a document.
        boilerplate: gives what stands in a document's text and is nobody's words.
        exclude: documents that are no evidence, as the checked text itself.
        preference: which places to look at where there are more than can be.
    """

    def __init__(  # noqa: PLR0913 - what is known of the documents of a record
        self,
        index: QuoteIndex,
        text: Callable[[str], str],
        language: Callable[[str], str | None],
        boilerplate: Callable[[str], Sequence[Span]],
        exclude: frozenset[str] = frozenset(),
        preference: Preference | None = None,
    ) -> None:
        self.index = index
        self.text = cache(text)
        self.language = language
        self.boilerplate = boilerplate
        self.exclude = exclude
        self.preference = preference or Preference()
        self._regions: dict[tuple[bytes, int], list[Region]] = {}

    def at(self, place: Place) -> Passage:
        """The passage at a place that has just the words of a piece, with the signs of its numbers."""
        return Passage(place.document, with_signs(self.text(place.document), place.span))

    def exact(self, piece: QuotedPiece) -> Exact:
        """The places that have just the words of a piece without brackets."""
        places = self._places(piece.tokens.hashes, PLACES)
        found = self._spelled(piece, self.preference.some(places, LOOKED_AT))
        if not found:
            # those have another word of the same hash
            found = self._spelled(piece, places)[:LOOKED_AT]
        return Exact(tuple(found), len({place.document for place in places}) if found else 0)

    def exact_in(self, piece: QuotedPiece, document: str) -> Passage | None:
        """The first place of a document that has just the words of a piece without brackets."""
        whole = self.index.whole(document)
        return next(self._exact_in(piece, whole), None) if whole is not None else None

    def places(self, hashes: NDArray[np.uint32], limit: int) -> list[Place]:
        """Places that have the hashes of some words, so many at most."""
        return self.preference.some(self._places(hashes, limit + 1), limit)

    def _places(self, hashes: NDArray[np.uint32], limit: int) -> list[Place]:
        return self.index.occurrences(hashes, limit, self.preference.first, self.exclude)

    def _spelled(self, piece: QuotedPiece, places: Iterable[Place]) -> list[Place]:
        """Of some places with the hashes of a piece, those with its letters."""
        seen, found = {piece.tokens.printed(0, len(piece)): True}, list[Place]()
        for place in places:
            text = self.text(place.document)
            printed = with_signs(text, place.span).of(text)
            if printed not in seen:
                seen[printed] = place.letters(text) == piece.tokens.letters
            if seen[printed] and not holds_struck(text, place.span):
                found.append(place)
        return found

    def regions(self, hashes: NDArray[np.uint32], limit: int = 12) -> list[Region]:
        """The regions that share rare pairs with some words."""
        key = hashes.tobytes(), limit
        if key not in self._regions:
            first = self.preference.first
            self._regions[key] = self.index.regions(hashes, limit, first=first, exclude=self.exclude)
        return self._regions[key]

    def near(self, piece: QuotedPiece, limit: int = CLOSEST) -> list[Passage]:
        """The passages closest to a piece, the one with the fewest changes first."""
        places = [region.place for region in self.regions(piece.tokens.hashes)]
        apart = {place: distance(piece.tokens.hashes, place.hashes) for place in places}
        ranked = sorted(places, key=apart.__getitem__)
        # the hashes already tell which are far off; style and brackets explain a few words at most
        close = [place for place in ranked if apart[place] <= apart[ranked[0]] + CLOSE_BY]
        found: list[Passage] = []
        for place in dict.fromkeys([*close[:limit], *self.preference.some(close, limit)]):
            found.append(self.passage(piece, place))
            if found[0].share < HOPELESS:
                break
        return sorted(found, key=lambda passage: passage.changed)

    def inside(self, piece: QuotedPiece, document: str) -> Passage | None:
        """The closest passage of one document, which is looked through from end to end."""
        whole = self.index.whole(document)
        if whole is None or document in self.exclude or whole.high - whole.low < len(piece):
            return None
        if distance(piece.tokens.hashes, whole.hashes) > HOPELESS * len(piece):
            return None
        blocks = align(piece.tokens.hashes, whole.hashes)
        room = BRACKET_ROOM + sum(bracket.words for bracket in piece.brackets)
        low = max(whole.low, whole.low + blocks[0].low - room)
        high = min(whole.high, whole.low + blocks[-1].high + room)
        return self.passage(piece, Place(document, whole.segment, low, high))

    def around(self, piece: QuotedPiece) -> Iterator[Passage]:
        """The passages around the exact places of a piece's longest stretch without a bracket."""
        borders = [0, *(bracket.before for bracket in piece.brackets), len(piece)]
        first, last = max(pairwise(borders), key=lambda pair: pair[1] - pair[0])
        for place in self.places(piece.tokens.hashes[first:last], AROUND):
            whole = self.index.whole(place.document)
            room = BRACKET_ROOM + len(piece) + sum(bracket.words for bracket in piece.brackets)
            if whole is not None:
                low, high = max(whole.low, place.low - room), min(whole.high, place.high + room)
                yield self.passage(piece, Place(place.document, place.segment, low, high))

    def alike(self, passage: Passage, limit: int) -> Iterator[Passage]:
        """The other places that have the longest stretch of a passage, and differ no more than it does."""
        piece = passage.piece
        if piece is None or piece.brackets:
            return
        blocks = passage.compared.blocks if passage.compared else ()
        stretches = [(block.first, block.last) for block in blocks if block.equal] or [(0, len(piece))]
        first, last = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        for place in self.places(piece.tokens.hashes[first:last], limit):
            whole = self.index.whole(place.document)
            if whole is None:
                continue
            low = max(whole.low, place.low - first - EDGE)
            high = min(whole.high, place.high + len(piece) - last + EDGE)
            found = self.passage(piece, Place(place.document, place.segment, low, high))
            if found.changed <= passage.changed:
                yield found

    def passage(self, piece: QuotedPiece, place: Place) -> Passage:
        """Hold a piece against the words of a place."""
        return self._compared(piece, place.document, place.span)

    def within(self, piece: QuotedPiece, document: str, span: Span) -> Iterator[Passage]:
        """The places of a piece inside a span of a document: exact ones in order, else the closest."""
        place = self.index.between(document, span)
        if place is None or place.high - place.low < len(piece):
            return
        exact = list(self._exact_in(piece, place))
        yield from exact
        if not exact and len(piece) >= 2:
            passage = self._compared(piece, document, span)
            if passage.share >= 0.6:
                yield passage

    def _exact_in(self, piece: QuotedPiece, place: Place) -> Iterator[Passage]:
        hashes, query = place.hashes, piece.tokens.hashes
        if piece.brackets or len(hashes) < len(query):
            return
        firsts = np.flatnonzero(hashes[: len(hashes) - len(query) + 1] == query[0])
        for offset in range(1, len(query)):
            firsts = firsts[hashes[firsts + offset] == query[offset]]
        found = (place.low + first for first in firsts.tolist())
        places = (Place(place.document, place.segment, low, low + len(query)) for low in found)
        yield from map(self.at, self._spelled(piece, places))

    def _compared(self, piece: QuotedPiece, document: str, span: Span) -> Passage:
        text, language = self.text(document), self.language(document)
        found = compare(piece, tokens(text, span), language)
        if not found.exact and (holes := _holes(self.boilerplate(document), span)):
            # a page's head, or a heckle, cuts in two what the speaker said in one
            room = sum(len(hole) for hole in holes)
            wider = Span(max(0, span.start - room), min(len(text), span.end + room))
            spoken = compare(piece, tokens(text, wider, holes), language)
            if spoken.changed < found.changed:
                found = spoken
        return Passage(document, found.span, found, piece)


def _holes(boilerplate: Sequence[Span], span: Span) -> list[Span]:
    """The boilerplate in a span of a text, and in what the span is widened by to make up for it."""
    holes: list[Span] = []
    room = 0
    while True:
        first = bisect_right(boilerplate, span.start - room, key=lambda hole: hole.end)
        last = bisect_left(boilerplate, span.end + room, key=lambda hole: hole.start)
        found = list(boilerplate[first:last])
        if len(found) == len(holes) or len(found) > MOST_HOLES:
            return found[:MOST_HOLES]
        holes = found
        room = sum(len(hole) for hole in holes)
