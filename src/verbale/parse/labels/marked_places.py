"""Which places of a reading its format marks: bold, headings, boilerplate."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from verbale.model.document import Reading

__all__ = ["Boilerplate", "Bold", "Headings"]


class Bold:
    """Which places of a reading are emphasised."""

    def __init__(self, reading: Reading) -> None:
        spans = sorted((span.start, span.end) for span in (*reading.emphasis, *reading.headings))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` are in bold, all of them or their first letters."""
        if text[max(0, start - 2) : start] in ("**", "__"):
            return True
        k = bisect_right(self._starts, start) - 1
        return k >= 0 and self._ends[k] >= min(end, start + 2) > start

    def at(self, start: int) -> tuple[int, int] | None:
        """The emphasised words that begin at a place, or at most two signs before it."""
        k = bisect_right(self._starts, start) - 1
        if k < 0 or self._starts[k] < start - 2:
            return None
        return self._starts[k], self._ends[k]


class Headings:
    """Where the headings of a reading end: behind a name in one stand offices and hours, and no speech."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._spans = sorted((span.start, span.end) for span in reading.headings)

    def behind(self, label: int) -> int | None:
        """Where the heading ends that a label is a part of; None where it is in none, or has a colon."""
        k = bisect_left(self._spans, (label, 0)) - 1
        if k < 0 or self._spans[k][1] <= label:
            return None
        ends = self._text[label - 1 : label + 1].strip()
        return None if ends[-1:] in {":", "："} or ends[:1] in {":", "："} else self._spans[k][1]


class Boilerplate:
    """Which places of a reading are no speech by the format's own word: front matter, running heads."""

    def __init__(self, reading: Reading) -> None:
        self._spans = sorted((span.start, span.end) for span in reading.boilerplate)

    def covers(self, place: int) -> bool:
        """Whether a place is no speech."""
        if not self._spans or place >= self._spans[-1][1]:
            return False
        k = bisect_right(self._spans, (place, place)) - 1
        return any(start <= place < end for start, end in self._spans[max(0, k) : k + 2])

    def ends_before(self, line: int) -> bool:
        """Whether the line before is such boilerplate."""
        k = bisect_right(self._spans, (line, 0)) - 1
        return k >= 0 and line - 2 <= self._spans[k][1] <= line
