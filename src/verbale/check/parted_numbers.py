"""Numbers that an edge of a quote cuts through: "$5" of five billion, "thousands" of tens of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model import Flag, Span
from verbale.text.lexicon import Lexicon, Words

__all__ = ["approximates", "parted_numbers"]

_COUNTS = ("numbers", "quantities", "percent")
_ROOM = 40
# Behind these a number is another one.
_BORDER = re.compile(r"[,;:.!?—–()“”\"\n]")
_INEXACT = frozenset("≈≥≤<>")
_UNITS = re.compile(r"\s?[%‰°€£¥₽₴₹]")


def parted_numbers(text: str, span: Span, lexicons: Sequence[Lexicon]) -> frozenset[Flag]:
    """What of a number a passage leaves out before its first word, or behind its last one.

    Args:
        text: the document's text.
        span: the passage.
        lexicons: the words of the languages that the text may be in.

    >>> from verbale.text.lexicon import lexicons_for
    >>> english = lexicons_for("en", None, "")
    >>> text = "Tens of thousands came. We spent $5 billion."
    >>> [parted_numbers(text, Span(*each), english) for each in ((8, 22), (24, 35), (0, 22))]
    [frozenset({<Flag.NUMBER: 'number'>}), frozenset({<Flag.NUMBER: 'number'>}), frozenset()]
    """
    found: set[Flag] = set()
    before = _BORDER.split(text[max(0, span.start - _ROOM) : span.start])[-1]
    after = _BORDER.split(text[span.end : span.end + _ROOM], maxsplit=1)[0]
    first = text[span.start : min(span.end, span.start + _ROOM)]
    last = text[max(span.start, span.end - _ROOM) : span.end]
    if last[-1:].isdigit() and _UNITS.match(text, span.end):
        found.add(Flag.NUMBER)
    for lexicon in lexicons:
        if lexicon.unspaced:
            continue
        ahead, opening = lexicon.read(before), lexicon.read(first)
        if _begins(opening, lexicon):
            if _ends(ahead, lexicon, *_COUNTS):
                found.add(Flag.NUMBER)
            elif _ends(ahead, lexicon, "qualifiers") or approximates(ahead, lexicon):
                found.add(Flag.MODALITY)
        closing, behind = lexicon.read(last), lexicon.read(after)
        if _ends(closing, lexicon, *_COUNTS) and any(
            place.first == 0 for place in lexicon.places(behind, *_COUNTS)
        ):
            found.add(Flag.NUMBER)
    return frozenset(found)


def approximates(words: Words, lexicon: Lexicon) -> bool:
    """Whether words end with what makes a number behind them a less exact one: about, at least, more than.

    Args:
        words: what the lexicon read.
        lexicon: the words of their language.
    """
    said = " ".join(words.words)
    forms = (form for forms, sign in lexicon.pairs("signs") if sign in _INEXACT for form in forms.split("/"))
    return any(said == form or said.endswith(f" {form}") for form in forms)


def _begins(words: Words, lexicon: Lexicon) -> bool:
    """Whether words begin with a number, or with money."""
    if not words.words:
        return False
    counted = any(place.first == 0 for place in lexicon.places(words, *_COUNTS))
    return counted or any(map(str.isdigit, words.words[0])) or words.words[0] in "$€£"


def _ends(words: Words, lexicon: Lexicon, *keys: str) -> bool:
    """Whether words end with some of these lists', or with them and an "of"."""
    count = len(words.words)
    if not count:
        return False
    if keys == _COUNTS and any(map(str.isdigit, words.words[-1])):
        return True
    ends = {place.last for place in lexicon.places(words, *keys)}
    joined = keys == _COUNTS and words.words[-1] in (lexicon.pack.phrases("of_numbers") or ())
    return count in ends or (joined and count - 1 in ends)
