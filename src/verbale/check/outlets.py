"""Where another text of the same event has other words than the passage that bears a quote out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from verbale.compare import Finder, Passage, QuotedPiece, compare
from verbale.model import Span
from verbale.store import Store
from verbale.store.index import Place
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


def worded_otherwise(
    store: Store, finder: Finder, passage: Passage, exact: Iterable[Passage]
) -> list[Passage]:
    """The passages of copies that say the same in other words, style apart; some of them, if there are many.

    The words of a text and of its copies are read from the index; of their texts, no more than the
    passage.

    Args:
        store: the record.
        finder: looks in it.
        passage: what bears a quote out.
        exact: other passages that do.
    """
    copies = [copy.document_id for copy in store.copies(passage.document) if copy.kind != "same text"]
    place = finder.index.between(passage.document, passage.span) if copies else None
    if place is None:
        return []
    around, own = finder.index.widened(place, AROUND), finder.text(passage.document)
    before, printed = passage.span.start - around.span.start, around.span.of(own)
    # most copies have it to the letter
    same = {
        each.document
        for each in exact
        if each.document in copies
        and finder.text(each.document).startswith(printed, max(0, each.span.start - before))
    }
    if not same.issuperset(copies):
        letters = around.letters(own)
        same |= {
            other.document
            for other in finder.index.occurrences(around.hashes)
            if other.document in copies and other.letters(finder.text(other.document)) == letters
        }
    first = place.low - around.low
    within = Span(first, first + place.high - place.low)
    found = (_otherwise(finder, passage, around, within, copy) for copy in copies if copy not in same)
    return list(islice((each for each in found if each is not None), MOST))


def _otherwise(finder: Finder, passage: Passage, around: Place, within: Span, copy: str) -> Passage | None:
    """The passage of one copy, where it has the words around with few changes, and the passage with some."""
    regions = finder.index.regions(around.hashes, 1, document=copy)
    if not regions:
        return None
    there, text = regions[0].place, finder.text(copy)
    blocks = align(*numbered(around.letters(finder.text(passage.document)), there.letters(text)))
    changed = sum(max(b.last - b.first, b.high - b.low) for b in blocks if not b.equal)
    if not 0 < changed <= OTHERWISE * len(around.hashes):
        return None
    low, high = _counterpart(blocks, within.start, within.end)
    if low == high:
        span = Span(there.span.start, there.span.start)
    else:
        span = Place(copy, there.segment, there.low + low, there.low + high).span
    own = QuotedPiece(tokens(finder.text(passage.document), passage.span))
    compared = compare(own, tokens(text, span), finder.language(copy))
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
