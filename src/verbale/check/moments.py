"""The days, months and years that a sentence prints, each with what it means on the day of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from verbale.model import Document, Span
from verbale.model.period import Period
from verbale.text.dates import PrintedDate, dates_in
from verbale.text.packs import Hints, listed_words, pack, remark
from verbale.text.periods import PrintedPeriod, periods_in

__all__ = ["Moment", "moments_in", "words_of"]

# A text keeps its first day while it is brought up to date: a day just after that one may be this year's.
_UPDATED = timedelta(days=31)
_AFTER, _BEFORE = 40, 24


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year with its place in a text; `period` is None where it cannot be told.

    `alone` says that it takes no word before it: `last year`.
    """

    span: Span
    period: Period | None
    alone: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day, known or not."""
        return self.period is None or self.period.day is not None


@cache
def words_of(language: str | None, key: str) -> frozenset[str]:
    """The words of a list in a language; in all of them where the language is not known.

    Args:
        language: ISO 639-1.
        key: one of `KEYS`.
    """
    known = pack(language) if language is not None else None
    if known is None:
        return listed_words(key)
    return frozenset(known.phrases(key) or ())


@cache
def _years(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str], Hints]:
    keys = ("last_years", "this_years", "other_years")
    named = "|".join(f"(?P<{key}>{remark(words_of(language, key))})" for key in keys)
    every = frozenset().union(*(words_of(language, key) for key in (*keys, "last_months")))
    return (
        re.compile(rf"\s*,?\s*(?:{named})", re.IGNORECASE),
        re.compile(rf"(?:{named})\s*$", re.IGNORECASE),
        Hints(every or {"\0"}),
    )


def moments_in(document: Document, span: Span) -> list[Moment]:
    """The moments of a sentence, in order; a month or a year that is part of a day is none of its own.

    Args:
        document: the text.
        span: the sentence.
    """
    text = span.of(document.text)
    language = document.language
    found = [
        Moment(_moved(printed.span, span), _day_of(printed, text, document))
        for printed in dates_in(text, language=document.language_tag)
    ]
    taken = [each.span for each in found]
    for part in periods_in(text, language=language):
        here = _moved(part.span, span)
        if not any(map(here.overlaps, taken)):
            found.append(Moment(here, _period_of(part, text, document)))
    found += _relative(text, span, document, [each.span for each in found])
    return sorted(found, key=lambda each: each.span)


def _moved(span: Span, by: Span) -> Span:
    return Span(span.start + by.start, span.end + by.start)


def _said_year(span: Span, text: str, document: Document) -> tuple[bool, int | None]:
    """Whether words beside a moment tell its year, and which; None where they tell none."""
    behind, before, hints = _years(document.language)
    if not hints.may_stand_in(text):
        return False, None
    found = behind.match(text, span.end, span.end + _AFTER)
    found = found or before.search(text[max(0, span.start - _BEFORE) : span.start])
    if found is None:
        return False, None
    published = document.published_on
    if published is None or found["other_years"]:
        return True, None
    return True, published.year - (1 if found["last_years"] else 0)


def _day_of(printed: PrintedDate, text: str, document: Document) -> Period | None:
    if printed.on is not None:
        return Period.of_day(printed.on)
    told, year = _said_year(printed.span, text, document)
    published = document.published_on
    if told or published is None:
        day = printed.in_year(year) if year is not None else None
        return Period.of_day(day) if day is not None else None
    day = printed.in_year(published.year)
    if day is not None and day > published:
        day = printed.in_year(published.year - 1) if day - published > _UPDATED else None
    return Period.of_day(day) if day is not None else None


def _period_of(printed: PrintedPeriod, text: str, document: Document) -> Period | None:
    if printed.year is not None:
        return Period.of_month(printed.year, printed.month) if printed.month else Period.of_year(printed.year)
    told, year = _said_year(printed.span, text, document)
    published = document.published_on
    if published is None or printed.month is None or (told and year is None):
        return None
    if year is not None:
        return Period.of_month(year, printed.month)
    if _is_last(text[: printed.span.start], document.language) and printed.month < published.month:
        return None  # "last March", in October: of this year or of the one before
    before = printed.month > published.month or (
        printed.month == published.month and _is_last(text[: printed.span.start], document.language)
    )
    return Period.of_month(published.year - before, printed.month)


@cache
def _others(language: str | None) -> re.Pattern[str]:
    return re.compile(rf"(?:{remark(words_of(language, 'other_weeks'))})\s+$", re.IGNORECASE)


def _is_last(before: str, language: str | None) -> bool:
    return _others(language).search(before) is not None


@cache
def _named(language: str | None, key: str) -> re.Pattern[str]:
    return re.compile(remark(words_of(language, key)), re.IGNORECASE)


def _relative(text: str, span: Span, document: Document, taken: list[Span]) -> Iterator[Moment]:
    """`last year`, `last month`, where no day or month stands beside."""
    published, language = document.published_on, document.language
    hints = _years(language)[2]
    if published is None or not hints.may_stand_in(text):
        return
    before = published.replace(day=1) - timedelta(days=1)
    meant = (
        ("last_years", Period.of_year(published.year - 1)),
        ("this_years", Period.of_year(published.year)),
        ("last_months", Period.of_month(before.year, before.month)),
    )
    for key, period in meant:
        for match in _named(language, key).finditer(text):
            here = _moved(Span(*match.span()), span)
            near = Span(max(0, here.start - 3), here.end + 2)
            if not any(map(near.overlaps, taken)):
                yield Moment(here, period, alone=True)
                taken.append(here)
