"""The lines of a text and the paragraphs that they make up, also where no blank lines part them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

__all__ = ["Lines"]

_SENTENCE_END = frozenset(".?!:;…\"”’'»)]}*_-–—。！？：；」』）】।؟")
_PAIRS = {"(": ")", "[": "]", "（": "）", "〔": "〕", "【": "】"}
_CLOSING = frozenset(_PAIRS.values())
_DRESS = " \t\r\u00a0\u3000*_"
_ENDS = _DRESS + "."
_LONGEST_NOTE = 12
_BLANKS = " \t\u00a0\u3000"


def _indent(words: str) -> int:
    blanks = words[: len(words) - len(words.lstrip(_BLANKS))]
    return len(blanks) + blanks.count("\u3000")


class Lines:
    """The lines of a text that are not empty, from a place on.

    Args:
        text: The text.
        start: The place.
    """

    def __init__(self, text: str, start: int) -> None:
        first = text.rfind("\n", 0, start) + 1
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        for line in text[first:].split("\n"):
            if words := line.rstrip():
                self.starts.append(first)
                self.ends.append(first + len(line))
                self.words.append(words)
            first += len(line) + 1
        self.indents = [_indent(words) if words[0] in _BLANKS else 0 for words in self.words]

    def at(self, place: int) -> int:
        """The number of the line in which a place lies, or of the last above it."""
        return bisect_right(self.starts, place) - 1

    def from_place(self, place: int) -> int:
        """The number of the first line that starts at a place or behind it."""
        return bisect_left(self.starts, place)

    def after_blank(self, k: int) -> bool:
        """Whether an empty line stands above a line."""
        return k == 0 or self.starts[k] > self.ends[k - 1] + 1

    def before_blank(self, k: int) -> bool:
        """Whether an empty line, or nothing, stands below a line."""
        return k + 1 >= len(self.starts) or self.after_blank(k + 1)

    def begins(self, k: int) -> bool:
        """Whether a paragraph may begin with a line: the one above ends a sentence, or is set otherwise."""
        if k == 0 or self.starts[k] > self.ends[k - 1] + 1:
            return True
        above = self.words[k - 1].rstrip(_DRESS)
        if above[-1:] in _SENTENCE_END or self.indents[k] > self.indents[k - 1] or len(above) < 40:
            return True
        return "   " in above.lstrip()  # a row of a table

    def last_of(self, k: int) -> int:
        """The last line of the paragraph that begins with a line; a bracket is followed to its end."""
        note = self._closing(k)
        if note is not None:
            return note
        while k + 1 < len(self.starts) and not self.begins(k + 1):
            k += 1
        return k

    def first_of(self, k: int) -> int:
        """The first line of the paragraph that ends with a line; a bracket is followed to its beginning."""
        for first in range(k, max(-1, k - _LONGEST_NOTE), -1) if self.closes(k) else ():
            if self._closing(first) == k:
                return first
            if self.after_blank(first):
                break
        while not self.begins(k):
            k -= 1
        return k

    def closes(self, k: int) -> bool:
        """Whether a line ends with the end of a bracket."""
        return self.words[k].rstrip(_ENDS)[-1:] in _CLOSING

    def _closing(self, k: int) -> int | None:
        """The line that ends with the end of the bracket with which a line opens."""
        opening = self.words[k].lstrip(_DRESS + "●")[:1]
        closing = _PAIRS.get(opening)
        if closing is None:
            return None
        depth = 0
        for last in range(k, min(len(self.words), k + _LONGEST_NOTE)):
            words = self.words[last].rstrip(_ENDS)
            for place, sign in enumerate(words):
                depth += (sign == opening) - (sign == closing)
                if not depth and sign == closing:
                    return last if place + 1 == len(words) else None
        return None

    def is_note(self, first: int, last: int) -> bool:
        """Whether lines are wholly in brackets."""
        return self._closing(first) == last

    def said(self, first: int, last: int) -> str:
        """The words of lines, with single spaces between them."""
        return " ".join(" ".join(self.words[first : last + 1]).split())
