"""What differs between two texts, word by word, with the places on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from verbale.model.check import Operation
from verbale.model.holdings import Difference
from verbale.text.tokens import Tokens, tokens

__all__ = ["differences"]

SHINGLE = 3
# A larger stretch without anything in common is one difference; comparing it would take memory for nothing.
LARGEST = 200_000_000

Hashes = NDArray[np.uint32]
Range = tuple[int, int, int, int]


def differences(earlier: str, later: str) -> tuple[Difference, ...]:
    """The differences between two texts, in order; typography and markup are none.

    Args:
        earlier: one text.
        later: the other.

    >>> found = differences("We do not know.", "We did not know it.")
    >>> [(each.op.value, each.old, each.new) for each in found]
    [('replace', 'do', 'did'), ('insert', '', 'it')]
    """
    one, other = tokens(earlier), tokens(later)
    return tuple(
        Difference(
            op=_operation(a, b, c, d),
            before=one.span(a, b),
            after=other.span(c, d),
            old=one.span(a, b).of(earlier),
            new=other.span(c, d).of(later),
        )
        for a, b, c, d in _joined(_changed(one, other))
    )


def _operation(a: int, b: int, c: int, d: int) -> Operation:
    if a == b:
        return Operation.INSERT
    return Operation.DELETE if c == d else Operation.REPLACE


def _joined(ranges: Iterator[Range]) -> Iterator[Range]:
    """Neighbouring changes are one."""
    last: Range | None = None
    for a, b, c, d in ranges:
        if last is not None and last[1] == a and last[3] == c:
            last = (last[0], b, last[2], d)
            continue
        if last is not None:
            yield last
        last = (a, b, c, d)
    if last is not None:
        yield last


def _changed(one: Tokens, other: Tokens) -> Iterator[Range]:
    """The ranges of words that differ."""
    a = c = 0
    for low, high, start, end in (*_by_hashes(one, other), (len(one), len(one), len(other), len(other))):
        # in between, the hashes are the same: so are the letters, but for two words of one hash
        if one.printed(a, low) != other.printed(c, start):
            for here, there in zip(range(a, low), range(c, start), strict=True):
                if one.folded(here) != other.folded(there):
                    yield here, here + 1, there, there + 1
        if low < high or start < end:
            yield low, high, start, end
        a, c = high, end


def _by_hashes(one: Tokens, other: Tokens) -> Iterator[Range]:
    """The ranges of words whose hashes differ, found between runs that both texts have just once."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 (only a comparison needs it)

    low = start = 0
    for first, second in [*_common(one.hashes, other.hashes), (len(one), len(other))]:
        left, right = one.hashes[low:first], other.hashes[start:second]
        if len(left) * len(right) > LARGEST:
            yield low, first, start, second
        elif len(left) or len(right):
            for step in Indel.opcodes(left.tolist(), right.tolist()):
                if step.tag != "equal":
                    a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
                    yield low + a, low + b, start + c, start + d
        low, start = first, second


def _common(one: Hashes, other: Hashes) -> list[tuple[int, int]]:
    """Places of three words that stand once in each text, in the order of both (patience's way)."""
    first, second = _once(one), _once(other)
    _, left, right = np.intersect1d(first[0], second[0], assume_unique=True, return_indices=True)
    pairs = sorted(zip(first[1][left].tolist(), second[1][right].tolist(), strict=True))
    # the longest rising run of the second places
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[at], last[at] = place, number
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _once(hashes: Hashes) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    if len(hashes) < SHINGLE:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    wide = hashes.astype(np.uint64)
    joined = wide[:-2] * np.uint64(0x9E3779B97F4A7C15) ^ wide[1:-1] * np.uint64(0xC2B2AE3D27D4EB4F) ^ wide[2:]
    values, places, counts = np.unique(joined, return_index=True, return_counts=True)
    return values[counts == 1], places[counts == 1]
