"""Finding the passages of a record that a piece of a quote may come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.check.quoted import QuotedPiece
from verbale.check.wording import Compared, compare
from verbale.model import Span
from verbale.record.index import Place, QuoteIndex, Region
from verbale.text.align import distance
from verbale.text.tokens import tokens

__all__ = ["Finder", "Passage"]

# Passages of one quote that are aligned letter by letter; the others are ranked by their hashes.
CLOSEST = 5
CLOSE_BY = 3


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


class Finder:
    """Looks for pieces of one quote in a record.

    Args:
        index: the record's quote index.
        text: gives the text of a document.
        language: gives the language of a document.
        exclude: documents that are no evidence, as the checked text itself.
    """

    def __init__(
        self,
        index: QuoteIndex,
        text: Callable[[str], str],
        language: Callable[[str], str | None],
        exclude: frozenset[str] = frozenset(),
    ) -> None:
        self.index = index
        self.text = text
        self.language = language
        self.exclude = exclude

    def exact(self, piece: QuotedPiece, limit: int = 4_000) -> list[Place]:
        """Every place that has just the words of a piece without brackets."""
        places = self.index.occurrences(piece.tokens.hashes, limit)
        return [place for place in places if place.document not in self.exclude]

    def regions(self, hashes: NDArray[np.uint32], limit: int = 12) -> list[Region]:
        """The regions that share rare pairs with some words."""
        found = self.index.regions(hashes, limit + 4 * len(self.exclude))
        return [region for region in found if region.place.document not in self.exclude][:limit]

    def near(self, piece: QuotedPiece, limit: int = CLOSEST) -> list[Passage]:
        """The passages closest to a piece, the one with the fewest changes first."""
        regions = self.regions(piece.tokens.hashes)
        ranked = sorted(
            (distance(piece.tokens.hashes, region.place.hashes), number)
            for number, region in enumerate(regions)
        )
        # the hashes already tell which are far off; style and brackets explain a few words at most
        close = [number for apart, number in ranked[:limit] if apart <= ranked[0][0] + CLOSE_BY]
        found = [self.passage(piece, regions[number].place) for number in close]
        return sorted(found, key=lambda passage: passage.changed)

    def passage(self, piece: QuotedPiece, place: Place) -> Passage:
        """Hold a piece against the words of a place."""
        return self._compared(piece, place.document, place.span)

    def within(self, piece: QuotedPiece, document: str, span: Span) -> Iterator[Passage]:
        """The places of a piece inside a span of a document: exact ones in order, else the closest."""
        place = self.index.between(document, span)
        if place is None or place.high - place.low < len(piece):
            return
        found = False
        if not piece.brackets:
            hashes, query = place.hashes, piece.tokens.hashes
            firsts = np.flatnonzero(hashes[: len(hashes) - len(query) + 1] == query[0])
            for offset in range(1, len(query)):
                firsts = firsts[hashes[firsts + offset] == query[offset]]
            for first in firsts.tolist():
                found = True
                low = place.low + first
                yield Passage(document, Place(document, place.segment, low, low + len(query)).span)
        if not found and len(piece) >= 2:
            passage = self._compared(piece, document, span)
            if passage.compared is not None and passage.compared.matched.mean() >= 0.6:
                yield passage

    def _compared(self, piece: QuotedPiece, document: str, span: Span) -> Passage:
        found = compare(piece, tokens(self.text(document), span), self.language(document))
        return Passage(document, found.span, found, piece)
