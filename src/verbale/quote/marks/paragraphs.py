"""Where the paragraph around a place begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from verbale.model.document import Document

__all__ = ["Paragraphs", "borders_of"]


class Paragraphs:
    r"""The paragraphs of a text, found where somebody asks: its lines.

    Args:
        text: A text of which the width of no column has broken the lines, as `unbroken` gives it.
        borders: Places that begin a paragraph whatever the lines say (turns), in order.

    >>> Paragraphs("One.\nTwo.").at(6)
    (5, 9)
    """

    def __init__(self, text: str, borders: Iterable[int] = ()) -> None:
        self.text = text
        self.borders = list(borders)
        self._last = (0, -1)

    def at(self, place: int) -> tuple[int, int]:
        """Start and end of the paragraph that holds a place."""
        if self._last[0] <= place < self._last[1]:
            return self._last
        start = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
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


def borders_of(source: Document | str) -> list[int]:
    """The places that begin a paragraph whatever the lines say: where turns and their labels begin, in order.

    Args:
        source: A document, or any text, which has none.
    """
    if isinstance(source, str):
        return []
    labels = {turn.label.start for turn in source.turns if turn.label is not None}
    return sorted({turn.span.start for turn in source.turns} | labels)
