"""Where another text of the same event has other words than the passage that bears a quote out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from verbale.compare.nearest import Passage
from verbale.compare.quoted import QuotedPiece
from verbale.compare.wording import compare
from verbale.model import Span
from verbale.store import Store
from verbale.store.index import Place, QuoteIndex
from verbale.text.align import Block, align
from verbale.text.letters import numbered
from verbale.text.tokens import tokens

__all__ = ["worded_otherwise"]

# Passages that are shown; all copies are looked at.
MOST = 5
# Words before and after a passage that tell it from others like it.
AROUND = 8
# Of all these words, how many a copy may have otherwise where it still is that passage.
OTHERWISE = 0.34


def worded_otherwise(store: Store, index: QuoteIndex, passage: Passage) -> list[Passage]:
    """The passages of copies that say the same in other words, style apart; some of them, if there are many.

    The words of a text and of its copies are read from the index; of their texts, no more than the
    passage.

    Args:
        store: the record.
        index: its quote index.
        passage: what bears a quote out.
    """
    copies = [copy.document_id for copy in store.copies(passage.document) if copy.kind != "same text"]
    place = index.between(passage.document, passage.span) if copies else None
    if place is None:
        return []
    around = index.widened(place, AROUND)
    letters = around.letters(store.text(passage.document))
    same = {
        other.document
        for other in index.occurrences(around.hashes)
        if other.document in copies and other.letters(store.text(other.document)) == letters
    }
    first = place.low - around.low
    within = Span(first, first + place.high - place.low)
    found = (_otherwise(store, index, passage, around, within, copy) for copy in copies if copy not in same)
    return list(islice((each for each in found if each is not None), MOST))


def _otherwise(  # noqa: PLR0913 - two passages of two documents
    store: Store, index: QuoteIndex, passage: Passage, around: Place, within: Span, copy: str
) -> Passage | None:
    """The passage of one copy, where it has the words around with few changes, and the passage with some."""
    regions = index.regions(around.hashes, 1, document=copy)
    if not regions:
        return None
    there, text = regions[0].place, store.text(copy)
    blocks = align(*numbered(around.letters(store.text(passage.document)), there.letters(text)))
    changed = sum(max(b.last - b.first, b.high - b.low) for b in blocks if not b.equal)
    if not 0 < changed <= OTHERWISE * len(around.hashes):
        return None
    low, high = _counterpart(blocks, within.start, within.end)
    if low == high:
        span = Span(there.span.start, there.span.start)
    else:
        span = Place(copy, there.segment, there.low + low, there.low + high).span
    info = store.info(copy)
    own = QuotedPiece(tokens(store.text(passage.document), passage.span))
    compared = compare(own, tokens(text, span), info.language if info else None)
    return None if compared.exact else Passage(copy, span, compared)


def _counterpart(blocks: Sequence[Block], first: int, last: int) -> tuple[int, int]:
    """The words that an alignment sets against some words of the shorter sequence."""
    lows, highs = [], []
    for block in blocks:
        if block.last <= first or block.first >= last:
            continue
        lows.append(block.low + (max(first, block.first) - block.first if block.equal else 0))
        highs.append(block.low + min(last, block.last) - block.first if block.equal else block.high)
    return (min(lows), max(highs)) if lows else (0, 0)
