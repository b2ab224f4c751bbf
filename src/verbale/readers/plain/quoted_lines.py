"""Lines that a `>` sets apart as quoted, in Markdown, mail and plain text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from verbale.model.document import BlockQuote
from verbale.model.text import Span

__all__ = ["quoted_lines"]

# two of them are the chevrons of captions, before a new speaker
_LINES = re.compile(r"(?:^[ \t]{0,3}>(?!>)[^\n]*(?:\n|\Z))+", re.MULTILINE)
_GOES_ON = re.compile(r"(?:[ \t]*(?![-*+#>|`~]|\d+[.)][ \t])[^\s][^\n]*(?:\n|\Z))+")
# How far a mark may be set in, in characters.
_DEEPEST = 80
_FENCE = re.compile(
    r"^[ \t]{0,3}(?P<mark>`{3,}|~{3,})[^\n]*\n(?:(?!^[ \t]{0,3}(?P=mark))[^\n]*\n)*"
    r"(?:^[ \t]{0,3}(?P=mark)[^\n]*\n?)?",
    re.MULTILINE,
)
_NO_WORDS = re.compile(r"[^\w\n]*\Z")


def quoted_lines(text: str, start: int = 0, *, lazy: bool = False) -> Iterator[BlockQuote]:
    r"""Finds the stretches of lines that begin with `>`.

    Args:
        text: The text.
        start: Where to begin, in code points.
        lazy: Whether a paragraph that began so goes on in lines without the mark, as in Markdown; what
            stands in fences is code there.

    >>> text = "Ana put it so:\n\n> We stay.\n> All of us.\n\nSo it was."
    >>> [quote.span.of(text) for quote in quoted_lines(text)]
    ['> We stay.\n> All of us.']
    """
    if not _has_quoted_line(text, start):
        return
    fences = [found.span() for found in _FENCE.finditer(text, start)] if lazy else []
    place = start
    for found in _LINES.finditer(text, start):
        number = bisect_right(fences, found.start(), key=lambda fence: fence[0])
        if found.start() < place or (number and found.start() < fences[number - 1][1]):
            continue
        place = found.end()
        ends_in_words = not _NO_WORDS.match(found[0].rstrip("\n").rpartition("\n")[2])
        if lazy and ends_in_words and (more := _GOES_ON.match(text, place)) is not None:
            place = more.end()
        words = text[found.start() : place].rstrip()
        if any(map(str.isalnum, words)):
            yield BlockQuote(span=Span(found.start(), found.start() + len(words)))


def _has_quoted_line(text: str, start: int) -> bool:
    """Whether a line begins with the mark: few texts have one, and the patterns are slow."""
    place = text.find(">", start)
    while place >= 0:
        near = max(0, place - _DEEPEST)
        line = text.rfind("\n", near, place) + 1
        # a line with many marks is looked at near each of them only
        if (line or not near) and not text[line:place].strip(" \t"):
            return True
        place = text.find(">", place + 1)
    return False
