"""The first lines of a text and the last: where it says what it is.

Metadata stands at the ends of a text. Looking at bounded windows keeps the cost of a document apart
from its length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.text.patterns import pattern

__all__ = ["Line", "Window", "lines_of", "undressed", "window_of"]

HEAD = 4000
TAIL = 1500

_LINE = pattern(r"\S[^\n\r\f\x0b\x85\u2028\u2029]*")
# what Markdown, bullets and invisible marks put around a line's words
_DRESS = " \t\u00a0\u200b\u200e\u200f\u2060\ufeff*_#>"
_ESCAPE = pattern(r"\\([!-/:-@\[-`{-~])")
_LINK = pattern(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty: its span without outer white space, and its words without dress."""

    span: Span
    words: str

    @property
    def count(self) -> int:
        """How many words, parted by white space."""
        return len(self.words.split())


@dataclass(frozen=True, slots=True)
class Window:
    """The lines at both ends of a text; a short text has all of its lines in `head`."""

    start: int
    head: tuple[Line, ...]
    tail: tuple[Line, ...]


def undressed(words: str) -> str:
    r"""A line's words without what Markdown and bullets put around them.

    Args:
        words: A line.

    >>> undressed("**[The ferry](https://example.org)** sails\\!")
    'The ferry** sails!'
    """
    words = words.strip(_DRESS)
    if "](" in words:
        words = _LINK.sub(r"\1", words).strip(_DRESS)
    return _ESCAPE.sub(r"\1", words) if "\\" in words else words


def lines_of(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    r"""The lines of a part of a text that hold anything.

    Args:
        text: The whole text.
        start: Where the part begins, in code points.
        end: Where it ends; the end of the text where None.

    >>> [line.words for line in lines_of("# A talk\n\n**Q:** When?")]
    ['A talk', 'Q:** When?']
    """
    found = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        line = match[0].rstrip()
        words = undressed(line)
        if words:
            first = match.start()
            found.append(Line(Span(first, first + len(line)), words))
    return tuple(found)


def window_of(reading: Reading) -> Window:
    """The head and the tail of a reading, front matter left out.

    Args:
        reading: What a reader made of a file.
    """
    text = reading.text
    start = _after_front_matter(text, reading.boilerplate)
    if len(text) - start <= HEAD + TAIL:
        return Window(start, lines_of(text, start), ())
    end = text.find("\n", start + HEAD, start + 2 * HEAD)
    end = end if end >= 0 else start + HEAD
    # a file may end with many empty lines
    last = len(text.rstrip())
    tail = max(end, text.rfind("\n", 0, last - TAIL) + 1)
    return Window(start, lines_of(text, start, end), lines_of(text, tail, last))


def _after_front_matter(text: str, boilerplate: Iterable[Span]) -> int:
    start = 0
    for span in sorted(boilerplate):
        if text[start : span.start].strip(_DRESS + "\n\r"):
            break
        start = max(start, span.end)
    return min(start, len(text))
