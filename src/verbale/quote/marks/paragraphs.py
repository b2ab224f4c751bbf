"""Where the paragraph around a place begins and ends, hard-wrapped text included."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["Paragraphs"]

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_FRONT_MATTER = re.compile(r"---[^\S\n]*\n.*?\n---[^\S\n]*\n", re.DOTALL)
_SAMPLE = 40_000


def _is_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that only blank lines part paragraphs."""
    sample = text[:_SAMPLE]
    if match := _FRONT_MATTER.match(sample):
        sample = sample[match.end() :]
    lines = [line.strip() for line in sample.split("\n")]
    inner = [len(a) for a, b in pairwise(lines) if a and b]
    filled = [len(line) for line in lines if line]
    if len(inner) < 5 or len(inner) < 0.4 * len(filled):
        return False
    inner.sort()
    filled.sort()
    return filled[int(len(filled) * 0.95)] <= 110 and inner[len(inner) // 4] >= 45


class Paragraphs:
    r"""The paragraphs of a text, found where somebody asks.

    Args:
        text: The text.
        borders: Places that begin a paragraph whatever the lines say (turns), in order.

    >>> Paragraphs("One.\nTwo.").at(6)
    (5, 9)
    """

    def __init__(self, text: str, borders: Iterable[int] = ()) -> None:
        self.text = text
        self.borders = list(borders)
        self._starts = [0, *(m.end() for m in _BLANK.finditer(text))] if _is_wrapped(text) else None
        self._last = (0, -1)

    @property
    def wrapped(self) -> bool:
        """Whether lines were broken at a fixed width."""
        return self._starts is not None

    def at(self, place: int) -> tuple[int, int]:
        """Start and end of the paragraph that holds a place."""
        if self._last[0] <= place < self._last[1]:
            return self._last
        if self._starts is None:
            start = self.text.rfind("\n", 0, place) + 1
            end = self.text.find("\n", place)
        else:
            number = bisect_right(self._starts, place)
            start = self._starts[number - 1]
            end = self._starts[number] if number < len(self._starts) else -1
        if end < 0:
            end = len(self.text)
        number = bisect_right(self.borders, place)
        if number:
            start = max(start, self.borders[number - 1])
        if number < len(self.borders):
            end = min(end, self.borders[number])
        self._last = (start, max(end, place + 1))
        return self._last

    def border_between(self, start: int, end: int) -> bool:
        """Whether a turn begins after one place and not after the other."""
        return bisect_right(self.borders, end) > bisect_right(self.borders, start)
