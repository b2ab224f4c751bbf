"""Where another text of the same event has other words than the passage that bears a quote out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from verbale.compare.nearest import Passage
from verbale.compare.quoted import QuotedPiece
from verbale.compare.wording import compare
from verbale.store import Store
from verbale.text.align import Block, align
from verbale.text.tokens import tokens

__all__ = ["worded_otherwise"]

# Copies that are looked at; an event seldom has more.
MOST = 5
# Words before and after a passage that tell it from others like it.
AROUND = 8
# Of all these words, how many a copy may have otherwise where it still is that passage.
OTHERWISE = 0.34


def worded_otherwise(store: Store, passage: Passage) -> Iterator[Passage]:
    """The passages of copies that say the same in other words, style apart.

    Args:
        store: the record.
        passage: what bears a quote out.
    """
    copies = store.copies(passage.document)[:MOST]
    if not copies:
        return
    whole = tokens(store.text(passage.document))
    first = int(np.searchsorted(whole.starts, passage.span.start, "left"))
    last = int(np.searchsorted(whole.starts, passage.span.end, "left"))
    begin = max(0, first - AROUND)
    around = whole.hashes[begin : last + AROUND]
    for copy in copies:
        text, info = store.text(copy.document_id), store.info(copy.document_id)
        other = tokens(text)
        blocks = align(around, other.hashes)
        changed = sum(max(b.last - b.first, b.high - b.low) for b in blocks if not b.equal)
        if not 0 < changed <= OTHERWISE * len(around):
            continue
        span = other.span(*_counterpart(blocks, first - begin, last - begin))
        own = QuotedPiece(tokens(whole.text, passage.span))
        compared = compare(own, tokens(text, span), info.language if info else None)
        if not compared.exact:
            yield Passage(copy.document_id, span, compared)


def _counterpart(blocks: Sequence[Block], first: int, last: int) -> tuple[int, int]:
    """The words that an alignment sets against some words of the shorter sequence."""
    lows, highs = [], []
    for block in blocks:
        if block.last <= first or block.first >= last:
            continue
        lows.append(block.low + (max(first, block.first) - block.first if block.equal else 0))
        highs.append(block.low + min(last, block.last) - block.first if block.equal else block.high)
    return (min(lows), max(highs)) if lows else (0, 0)
