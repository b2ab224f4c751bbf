"""Word-level alignment of a short sequence inside a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import edlib
import numpy as np
from numpy.typing import NDArray

__all__ = ["Block", "align", "distance"]

_STEP = re.compile(r"(\d+)([=XID])")
_SYMBOLS = 250


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an alignment: `equal` words, or words that differ, in half-open ranges.

    `first` to `last` count words of the shorter sequence, `low` to `high` of the longer one; one of
    the two is empty where words were inserted or deleted.
    """

    first: int
    last: int
    low: int
    high: int
    equal: bool = False


def distance(short: NDArray[np.uint32], long: NDArray[np.uint32]) -> int:
    """The fewest words to change to find `short` somewhere inside `long`."""
    if not len(short) or not len(long):
        return len(short)
    query, target = _symbols(short, long)
    return int(edlib.align(query, target, mode="HW", task="distance")["editDistance"])


def align(short: NDArray[np.uint32], long: NDArray[np.uint32]) -> tuple[Block, ...]:
    """Align word hashes inside other word hashes with the fewest edits (Myers 1999, through edlib).

    Args:
        short: the words to find, all of which are aligned.
        long: the words to find them in; its ends are free.

    Returns:
        Blocks in order, equal and unequal in turn; unequal words at the two ends are included.

    >>> a, b = np.array([1, 2, 3], np.uint32), np.array([9, 1, 5, 3, 9], np.uint32)
    >>> [(block.equal, block.first, block.last, block.low, block.high) for block in align(a, b)]
    [(True, 0, 1, 1, 2), (False, 1, 2, 2, 3), (True, 2, 3, 3, 4)]
    """
    if not len(short) or not len(long):
        return (Block(0, len(short), 0, 0),) if len(short) else ()
    query, target = _symbols(short, long)
    # of equally cheap places the longest: a word changed at an edge has its counterpart in the record
    end = max(end for _, end in edlib.align(query, target, mode="HW", task="distance")["locations"])
    back = edlib.align(query[::-1], target[end::-1] if end >= 0 else b"", mode="SHW", task="distance")
    begin = end - max(last for _, last in back["locations"])
    found = edlib.align(query, target[begin : end + 1], mode="NW", task="path")
    return tuple(_blocks(found["cigar"], begin, short, long))


def _blocks(cigar: str, low: int, short: NDArray[np.uint32], long: NDArray[np.uint32]) -> Iterator[Block]:
    first = start = 0
    begin = low
    for written, step in _STEP.findall(cigar):
        count = int(written)
        if step == "=" and short[first : first + count].tobytes() == long[low : low + count].tobytes():
            if first > start or low > begin:
                yield Block(start, first, begin, low)
            yield Block(first, first + count, low, low + count, equal=True)
            start, begin = first + count, low + count
        # else words differ; also where two share a symbol, in a sequence of over 250 different words
        first += count if step != "D" else 0
        low += count if step != "I" else 0
    if first > start or low > begin:
        yield Block(start, first, begin, low)


def _symbols(short: NDArray[np.uint32], long: NDArray[np.uint32]) -> tuple[bytes, bytes]:
    query, known, symbols = _coded(short.tobytes())
    at = np.searchsorted(known[:-1], long)
    return query, (symbols[at] * (known[at] == long)).tobytes()


@lru_cache(maxsize=64)
def _coded(short: bytes) -> tuple[bytes, NDArray[np.uint32], NDArray[np.uint8]]:
    """The words of a sequence as symbols; kept, since one quote is aligned with many places."""
    known, coded = np.unique(np.frombuffer(short, np.uint32), return_inverse=True)
    symbols = (np.arange(len(known) + 1) % _SYMBOLS + 1).astype(np.uint8)
    # the last is there for words greater than all, and equals none of them
    return symbols[coded].tobytes(), np.append(known, known[-1]), symbols
