"""Sentences of a text, by their marks: fast, with abbreviations and initials, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model.text import Span
from verbale.text.packs import listed_words

__all__ = ["sentence_ends", "sentences"]

_END = re.compile(
    r"[.!?…。！？؟।॥]+[\"”’“»)\]'*_]*(?=\s+[\"“„«»‘'(\[*_¿¡—–-]*\s*(?:[^\W_a-zà-öø-ÿа-яё])|\s*\Z)"
    r"|[。！？]+|\n[^\S\n]*\n\s*"
)
_LINE_END = re.compile(_END.pattern + r"|\n")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
# a number behind these goes on with the sentence; behind the others anything does
_BEFORE_NUMBERS = listed_words("abbreviations_before_numbers")
_ABBREVIATIONS = listed_words("abbreviations")


def _is_break(text: str, match: re.Match[str]) -> bool:
    at = match.start()
    if text[at] != "." or match[0][:2] == "..":
        return True
    found = _WORD.search(text, max(0, at - 16), at)
    if found is None:
        return True
    word = found[0]
    if len(word) == 1:
        return not word.isupper()  # an initial: "G. Streshnev"
    key = word.lower()
    following = text[match.end() : match.end() + 4].lstrip()[:1]
    if key in _BEFORE_NUMBERS:
        return not following.isdigit()
    if "." in word and len(word) <= 5 and word[0].isupper() and word.replace(".", "").isupper():
        return False  # "U.S. President" far more often than a sentence's end
    return key not in _ABBREVIATIONS


def sentence_ends(text: str, start: int = 0, end: int | None = None, *, lines: bool = False) -> Iterator[int]:
    """Where sentences end, each place just after the closing marks.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; the end of the text if None.
        lines: Whether every line break ends a sentence (text that is not hard-wrapped).

    Yields:
        Places in ascending order, the end of the text not included unless a mark stands there.

    >>> list(sentence_ends("Mr. Vik left. He said why."))
    [13, 26]
    """
    stop = len(text) if end is None else end
    for match in (_LINE_END if lines else _END).finditer(text, start, stop):
        if _is_break(text, match):
            yield match.end()


def sentences(text: str, start: int = 0, end: int | None = None, *, lines: bool = False) -> tuple[Span, ...]:
    """Cuts a text into sentences.

    Args:
        text: The text.
        start: Where to begin, in code points.
        end: Where to stop; the end of the text if None.
        lines: Whether every line break ends a sentence (text that is not hard-wrapped).

    Returns:
        Their spans without the white space around them; together they cover every word.

    >>> text = "Dr. Marr said no. “Never!” The talks end."
    >>> [span.of(text) for span in sentences(text)]
    ['Dr. Marr said no.', '“Never!”', 'The talks end.']
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    begin = start
    for place in [*sentence_ends(text, start, stop, lines=lines), stop]:
        piece = text[begin:place]
        stripped = piece.strip()
        if stripped:
            first = begin + len(piece) - len(piece.lstrip())
            found.append(Span(first, first + len(stripped)))
        begin = place
    return tuple(found)
