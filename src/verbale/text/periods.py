"""Months and years as they are printed: `November 2025`, `noviembre de 2025`, `2025年11月`, `2025`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verbale.model.text import Span
from verbale.text.dates import month_named
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern

__all__ = ["PrintedPeriod", "periods_in"]

_YEAR = r"(?:1[5-9]|20|21)\d\d"
_YEARS, _MONTHS = (f"[{''.join(sorted(listed_words(key)))}]" for key in ("behind_years", "behind_months"))
_NUMBERED = pattern(
    rf"(?<!\d)(?:({_YEAR})\s?{_YEARS})?\s?(\d\d?)\s?{_MONTHS}(?!\s?\d)|(?<!\d)({_YEAR})\s?{_YEARS}(?!\s?\d)"
)
_NAMED = pattern(
    rf"([^\W\d_]{{3,12}})\.?,?\s+(?:(?:{either(listed_words('before_years'))})\s+)?({_YEAR})(?![\d/–-])"
)
_ALONE = pattern(rf"(?<![\w.,/–$€£%-])({_YEAR})(?![\w/–%-]|[.,]\d|['’]s)")
_WORD, _CAPITAL = pattern(r"[^\W\d_]{3,12}"), pattern(r"\b[A-Z][A-Za-z]{2,11}\b")
_DIGIT, _DIGITS = pattern(r"\d"), pattern(rf"(?<!\d){_YEAR}(?!\d)")
# Code points before a year in which its month stands.
_MONTH = 28


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """A month or a year with its place in the text: a year has no `month`, a month may lack its `year`."""

    span: Span
    year: int | None
    month: int | None


def periods_in(text: str, *, language: str | None = None) -> tuple[PrintedPeriod, ...]:
    """Find the months and years that are printed in a text, in order; those of dates are among them.

    Args:
        text: A sentence.
        language: ISO 639-1, where known: a month without a year is looked for in it, and in English.

    >>> [(found.year, found.month) for found in periods_in("in November 2025, and in 2023")]
    [(2025, 11), (2023, None)]
    """
    found = list(_with_year(text, language)) if _DIGIT.search(text) else []
    taken = [each.span for each in found]
    found += [each for each in _without_year(text, language) if not any(map(each.span.overlaps, taken))]
    return tuple(sorted(found, key=lambda each: each.span))


def _with_year(text: str, language: str | None) -> Iterator[PrintedPeriod]:
    for match in _NUMBERED.finditer(text):
        month = int(match[2]) if match[2] else None
        year = int(match[1] or match[3]) if match[1] or match[3] else None
        if month is None or 1 <= month <= 12:
            yield PrintedPeriod(Span(*match.span()), year, month)
    # the pattern is slow, and tried before a year alone
    for year_ in _DIGITS.finditer(text):
        found = _NAMED.search(text, max(0, year_.start() - _MONTH), year_.end() + 1)
        named = month_named(found[1], language) if found is not None and found.end() == year_.end() else None
        if found is not None and named is not None:
            yield PrintedPeriod(Span(*found.span()), int(found[2]), named)


def _without_year(text: str, language: str | None) -> Iterator[PrintedPeriod]:
    for match in _ALONE.finditer(text):
        yield PrintedPeriod(Span(*match.span()), int(match[1]), None)
    # "may" and "march" are other words without a capital
    for match in (_CAPITAL if language in {None, "en"} else _WORD).finditer(text):
        if named := month_named(match[0], language, foreign=False):
            yield PrintedPeriod(Span(*match.span()), None, named)
