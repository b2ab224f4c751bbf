"""Signs that change what a number says: they belong to the word beside them, as its letters do.

A minus, a mark of comparison, the dash of a range, the bar of a fraction, the colon of a time, a power:
what a line breaker or a full-text index takes for punctuation tells −5 from 5, ≥40 from ≤40, 3–5 from 35
and 10² from 102. The words of an index are without them, so that a place is found however it is signed;
what decides whether two words are the same is their letters, and there the signs stand, in one form for
each: "−5" however the minus is printed, "–5" for the second number of a range. Marks of notes are no signs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.model import Span
from verbale.text.packs import listed_words

__all__ = ["MINUS", "MONEY", "RANGE", "SIGNS", "Sign", "put_to", "signs", "with_signs"]

MINUS, RANGE = "−", "–"
_DASHES = "‐‑‒–—−﹣－-"
# What a full-text word can be, and what is a sign of the number beside it.
_OWN = "$€£¥₽₴₹₪₩"
_MORE = "¢₺₫฿₦₵₱₾₸₼₲₭₮৳؋＄￥￡٪％﹪"
MONEY = _OWN + _MORE
_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOW = str.maketrans(_HIGH, "0123456789")
_FRACTIONS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅐": "1/7",
    "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip
# Forms of one sign; any other stands for itself.
_FORMS = {
    **_FRACTIONS, **dict.fromkeys(_DASHES, MINUS), "+/-": "±", "+/−": "±", "+/–": "±", "＋": "+",
    ">=": "≥", "=>": "≥", "⩾": "≥", "≧": "≥", "<=": "≤", "=<": "≤", "⩽": "≤", "≦": "≤", "＜": "<", "＞": ">",
    **dict.fromkeys("~∼≃≅～", "≈"), **dict.fromkeys("∙⋅*", "×"), "⁄": "/", "∕": "/", "∶": ":", "＝": "=",
    "·": ".", "٫": ".", "٪": "%", "％": "%", "﹪": "%", "＄": "$", "￥": "¥", "￡": "£",
}  # fmt: skip
# Every sign that letters of a word may have, apart from money.
SIGNS = f"{RANGE}/:{MINUS}×÷^=<>≤≥≈±→+≠≪≫√′″"
_NUMBER = rf"(?:[{MONEY}]\s?)?[.,]?\d"
# What a minus stands behind, where it is no hyphen and no dash.
_OPEN = rf"(?<![^\s(\[{{\"“„«‘'/<>≥≤±~≈=^–—+×÷*:{MONEY}-])"
_SIGN = re.compile(
    rf"(?P<high>[⁺⁻]?[{_HIGH}]+)"
    rf"|(?P<part>[{''.join(_FRACTIONS)}])"
    rf"|(?P<money>(?<=\d)\s?[{_MORE}]|[{_MORE}](?=\s?\d))"
    rf"|(?P<range>(?<=[\d%°{MONEY}])(?:[{_DASHES}]|\s[{_DASHES.replace('—', '')}]\s)(?=[−-]?{_NUMBER}))"
    r"|(?P<between>(?<=\d)(?:[/⁄∕:∶·٫→*]|\s?[×÷∙⋅]\s?|\s[/→]\s)(?=[−-]?\d)|(?<=\w)\^(?=[−-]?\d))"
    rf"|(?P<point>(?<![^\s(\[\"“„«‘'{MONEY}−-])[.,](?=\d))"
    rf"|(?P<minus>{_OPEN}(?:−\s?|[-‐‑‒–﹣－])(?={_NUMBER}))"
    rf"|(?P<compared>(?<![\w\"'/~<>=])(?:\+/[-−–]|[<>]=|=[<>]|[≥≤⩾⩽≧≦＜＞≈∼≃≅～≠±√≪≫+＋<>~=＝])(?=\s?[−-]?{_NUMBER})"
    r"|(?<=\d)(?:[<>]=|=[<>]|[≥≤⩾⩽≧≦＜＞≈∼≃≅～≠±√≪≫+＋<>=＝])(?=[−-]?\d))"
    r"|(?P<after>(?<=[\d%])[+＋](?![\w/+＋])|(?<=\d)\s?[′″]|(?<=[A-Z])(?:\+{1,2}|−)(?!\w)"
    r"|(?:(?<=\b[A-D])|(?<=\b[A-D]{2})|(?<=\b[A-D]{3}))[-–](?=[\s.,;:!?)”\"]|$))"
)
# One of these stands in, or beside, every sign; most texts have none.
_HINT = re.compile(rf"[\d{_HIGH}{''.join(_FRACTIONS)}]|[A-Z][+−–-]")
# With these a line of a mail, or of Markdown, begins that is quoted or is one of a list.
_OPENERS = frozenset((">", "＞", "+"))
_LINE_OPENING = re.compile(r"\n[ \t>]*\Z")
_LONGEST_OPENING = 40
# What may stand between a sign and its word.
_BESIDE = re.compile(rf"[\s+{_DASHES}]*")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}$")


class Sign(NamedTuple):
    """A sign as letters of a word have it, its place in the text, and whether it stands before its word."""

    form: str
    start: int
    end: int
    before: bool


def signs(text: str, start: int, end: int) -> Iterator[Sign]:
    """The signs in a part of a text, and those that touch it.

    Args:
        text: the text.
        start: where the part begins, in code points.
        end: where it ends.

    >>> [sign.form for sign in signs("≥ 40 boats at -5 degrees, for 3-5 days", 0, 38)]
    ['≥', '−', '–']
    >>> list(signs("the well-known harbour¹ - since 2019", 0, 36))
    []
    """
    first = _HINT.search(text, max(0, start - 3), end + 4)
    if first is None:
        return
    for match in _SIGN.finditer(text, max(0, first.start() - 3, start - 3), min(len(text), end + 4)):
        kind, printed = match.lastgroup, match[0].strip()
        form = _FORMS.get(printed, printed)
        before = kind not in {"after", "high"}
        if kind == "range":
            form = RANGE
        elif kind == "point":
            form = "0."
        elif kind in {"part", "money"}:
            before = not text[max(0, match.start() - 2) : match.start()].rstrip()[-1:].isdigit()
            form = f"{form} " if before else f" {form}"
        elif kind == "high":
            if not _is_power(text, match.start()):
                continue
            form = "^" + printed.replace("⁻", MINUS).replace("⁺", "").translate(_LOW)
        elif printed in _OPENERS and _opens_line(text, match.start()):
            continue
        yield Sign(form, match.start(), match.end(), before)


def _opens_line(text: str, start: int) -> bool:
    return _LINE_OPENING.search(text, max(0, start - _LONGEST_OPENING), start) is not None


def _is_power(text: str, start: int) -> bool:
    """Whether high digits behind a word are a power of it, and no mark of a note."""
    before = text[max(0, start - 12) : start]
    if before[-1:].isdigit():
        return not _YEAR.search(before)
    word = _WORD_BEFORE.search(before)
    return word is not None and (len(word[0]) == 1 or word[0].casefold() in listed_words("units"))


def with_signs(text: str, span: Span) -> Span:
    """A span of words with the signs that belong to its first and last word.

    Args:
        text: the text.
        span: from the first letter of a word to the last of one.

    >>> text = "It was −5 degrees."
    >>> with_signs(text, Span(8, 17)).of(text)
    '−5 degrees'
    """
    start, end = span.start, span.end
    for sign in signs(text, start, start):
        if sign.before and sign.start < start and _BESIDE.fullmatch(text, sign.end, start):
            start = sign.start
            break
    for sign in signs(text, end, end):
        if not sign.before and sign.start >= end and _BESIDE.fullmatch(text, end, sign.start):
            end = sign.end
    return span if (start, end) == (span.start, span.end) else Span(start, end)


def put_to(letters: list[str], text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
    """Put the signs of a text to the letters of its words.

    Args:
        letters: the folded letters of each word; changed in place.
        text: the text.
        starts: where each word begins, in order.
        ends: where each word ends.
    """
    if not letters:
        return
    found = list(signs(text, starts[0], ends[-1]))
    for sign in found:
        number = bisect_right(ends, sign.start) - 1
        if not sign.before and number >= 0 and _BESIDE.fullmatch(text, ends[number], sign.start):
            letters[number] += sign.form
    # the last of several stands next to the word
    for sign in reversed(found):
        number = bisect_left(starts, sign.end)
        if sign.before and number < len(letters) and _BESIDE.fullmatch(text, sign.end, starts[number]):
            letters[number] = sign.form + letters[number]
