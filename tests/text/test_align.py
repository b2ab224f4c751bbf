from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.align import align, distance

sequences = st.lists(st.integers(0, 6), max_size=12)


def plain_distance(short: list[int], long: list[int]) -> int:
    """Sellers' table, written as the textbook has it."""
    row = [0] * (len(long) + 1)
    for i, left in enumerate(short, 1):
        last = row
        row = [i]
        for j, right in enumerate(long, 1):
            row.append(min(last[j - 1] + (left != right), last[j] + 1, row[j - 1] + 1))
    return min(row)


def array(values: list[int]) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.array(values, np.uint32)


@given(sequences, sequences)
def test_distance_is_that_of_the_plain_table(short: list[int], long: list[int]) -> None:
    assert distance(array(short), array(long)) == plain_distance(short, long)


@given(sequences.filter(len), sequences.filter(len))
def test_blocks_cover_the_quote_and_cost_the_distance(short: list[int], long: list[int]) -> None:
    blocks = align(array(short), array(long))
    assert blocks[0].first == 0
    assert blocks[-1].last == len(short)
    for before, after in pairwise(blocks):
        assert (before.last, before.high) == (after.first, after.low)
        assert before.equal != after.equal
    for block in blocks:
        if block.equal:
            assert short[block.first : block.last] == long[block.low : block.high]
    edits = sum(max(b.last - b.first, b.high - b.low) for b in blocks if not b.equal)
    assert edits <= plain_distance(short, long)


def test_a_word_changed_at_the_edge_has_its_counterpart() -> None:
    blocks = align(array([1, 2, 3]), array([7, 1, 2, 9, 8]))
    assert [(b.equal, b.low, b.high) for b in blocks] == [(True, 1, 3), (False, 3, 4)]


def test_long_quotes_with_many_different_words_align() -> None:
    long = list(range(1_000, 1_600))
    short = [*long[100:300], 5, *long[301:480]]
    blocks = align(array(short), array(long))
    assert [(b.first, b.last, b.low) for b in blocks if not b.equal] == [(200, 201, 300)]
