"""What counts lines, items and pages in a printed text and was not said: list numbers, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model import Span
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["counting_marks"]

_COUNT = r"(\d{1,3}|[a-z]|[ivx]{1,5})"
# At the start of a line, and in running text with brackets on both sides.
_ITEM = re.compile(rf"(?m)^[ \t]*(?:[-*•] )?\(?{_COUNT}[.)](?=[ \t])|(?<=\s)\({_COUNT}\)(?=\s)")
_PAGES = remark(listed_words("pages"))
_OF = remark(listed_words("of_pages"))
_PAGE = pattern(
    r"(?m)(?:^|\f)[ \t]*(?:[-–—][ \t]*\d{1,4}[ \t]*[-–—]"
    rf"|(?:{_PAGES})[ \t]+\d{{1,4}}(?:[ \t]*(?:{_OF}|/)[ \t]*\d{{1,4}})?)"
    r"[ \t]*$|(?:(?<=\n\n)|(?<=\f))[ \t]*\d{1,4}[ \t]*(?=\n[ \t]*\n)",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
# The first of a list has nothing before it but what announces it, so many blanks at most away.
_ANNOUNCED = 20


def counting_marks(text: str) -> Iterator[Span]:
    r"""Spans of the numbers and letters that only count items of a list, and of numbers of pages.

    A number is one of a list where the one before or after it begins another item.

    Args:
        text: a text, or a part of one.

    >>> text = "Our list:\n1. Repair the lock.\n2. Pay the divers 40 crowns.\n3) Sleep."
    >>> [span.of(text) for span in counting_marks(text)]
    ['1.', '2.', '3)']
    >>> list(counting_marks("There were\n12. Nobody else came."))
    []
    """
    if "\n" not in text and "(" not in text:
        return
    items = list(_ITEM.finditer(text))
    values = [_values(match[1] or match[2]) for match in items]
    for number, match in enumerate(items):
        before = values[number - 1] if number else set()
        after = values[number + 1] if number + 1 < len(items) else set()
        one = values[number]
        follows = any(value - 1 in before or value + 1 in after for value in one)
        if follows or (1 in one and _is_announced(text, match.start())):
            yield Span(match.end() - len(match[0].lstrip()), match.end())
    if "\n" in text:
        for match in _PAGE.finditer(text):
            yield Span(match.start(), match.end())


def _is_announced(text: str, start: int) -> bool:
    return text[max(0, start - _ANNOUNCED) : start].rstrip().endswith(":")


def _values(count: str) -> set[int]:
    """What a count may say: "v" is five, and the twenty-second."""
    if count.isdigit():
        return {int(count)}
    found = {_ROMAN[count]} if count in _ROMAN else set()
    return found | ({ord(count) - ord("a") + 1} if len(count) == 1 else set())
