"""How surprising it is that so many words of such rarity stand in this order by chance.

The information of a run of words is that of a Markov chain of the record's own pairs: the bits of
its first pair, and of each further word given the one before. A match is worth the bits of its runs
less the bits it takes to say where in the record it stands, as in the statistics of local alignment
(Karlin and Altschul 1990).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from verbale.record.index import QuoteIndex

__all__ = ["EDIT_BITS", "Rarity"]

# What an edit costs: its place and its kind.
EDIT_BITS = 5.0


class Rarity:
    """The bits that the words of one quote carry in one record."""

    def __init__(self, index: QuoteIndex, hashes: NDArray[np.uint32]) -> None:
        self.size = max(len(index), 1)
        words = np.maximum(index.frequencies(hashes), 1)
        self.alone = np.log2(self.size / words)
        pairs = np.maximum(index.pair_frequencies(hashes), 1) if len(hashes) > 1 else np.ones(0, np.int64)
        self.given = np.maximum(np.log2(words[:-1] / pairs), 0.0) if len(hashes) > 1 else np.zeros(0)

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
