"""How surprising it is that so many words of such rarity stand in this order by chance.

The words of the record are taken for a Markov chain: a run of matched words carries the bits of its
first word and of each further word given the one before (interpolated with the word alone, after
Jelinek and Mercer 1980). Counts leave the match itself out. A match is worth the bits of its runs,
less the bits it takes to say where in the record it stands and what was edited, as in the statistics
of local alignment (Karlin and Altschul 1990): with `b` bits left, one place in 2^b matches as well by
chance.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from verbale.store.index import QuoteIndex

__all__ = ["EDIT_BITS", "Rarity"]

# What an edit costs: its place and its kind.
EDIT_BITS = 8.0
# Words that a small record has not seen, and that a quote might have had instead.
UNSEEN_WORDS = 10_000
# How far the pair is believed, against the word alone.
PAIR_WEIGHT = 0.8


class Rarity:
    """The bits that the words of one quote carry in one record.

    Args:
        index: the record's quote index.
        hashes: the quote's words.
    """

    def __init__(self, index: QuoteIndex, hashes: NDArray[np.uint32]) -> None:
        self.size = max(len(index), 2)
        counts = index.frequencies(hashes)
        chance = np.maximum(counts - 0.5, 0.5) / (self.size + UNSEEN_WORDS)
        self.alone = -np.log2(chance)
        self.given = np.zeros(max(len(hashes) - 1, 0))
        self.known = np.zeros(len(hashes), np.bool_)
        if len(hashes) > 1:
            counted = index.pair_frequencies(hashes)
            self.known[:-1] |= counted > 0
            self.known[1:] |= counted > 0
            pairs = np.maximum(counted - 1, 0)
            share = pairs / np.maximum(counts[:-1] - 1, 1)
            self.given = -np.log2(np.minimum(PAIR_WEIGHT * share + (1 - PAIR_WEIGHT) * chance[1:], 1.0))

    @property
    def search(self) -> float:
        """The bits it takes to name a place of the record."""
        return math.log2(self.size)

    def run(self, first: int, last: int) -> float:
        """The bits of an unbroken run of words, from one to before another."""
        if last <= first:
            return 0.0
        return float(self.alone[first] + self.given[first : last - 1].sum())

    def matched(self, mask: NDArray[np.bool_]) -> float:
        """The bits of all runs that a mask marks."""
        edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]])))
        return sum(self.run(a, b) for a, b in edges.reshape(-1, 2).tolist())
