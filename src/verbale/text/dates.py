"""Dates as they are printed: plain English and numbers by patterns, months of other languages by a table.

Only what is certain is a date. `12.3.2024` is 12 March, since dots are day-first everywhere; `5/6/2020`
is one only where the language, or its region, tells which of the two is the month.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from verbale.model.text import Span
from verbale.text.day_order import month_first
from verbale.text.packs import listed_words, written_in
from verbale.text.patterns import either, pattern

__all__ = ["PrintedDate", "dates_in", "month_named", "only_date"]

_FORMS = [forms.split("/") for forms in written_in("en", "months")]
_NAMES = [forms[0] for forms in _FORMS]
# Capitals are asked for: "may 12 people come in" is no date.
_MONTH = "|".join(f"{name}|{name.upper()}" for forms in _FORMS for name in forms)
_ENGLISH = {form.casefold(): number for number, forms in enumerate(_FORMS, 1) for form in forms}
_ENDING, _OF = either(written_in("en", "day_endings")), either(written_in("en", "before_months"))
_ENDINGS = either(listed_words("day_endings"))
# An apostrophe joins "d'" to the month behind it.
_LINK = "|".join(
    either([word]) + r"\s+" * (not word.endswith("'")) for word in sorted(listed_words("before_months"))
)
_YEARS, _MONTHS, _DAYS = (
    f"[{''.join(sorted(listed_words(key)))}]" for key in ("behind_years", "behind_months", "behind_days")
)
_GROWN_ON = tuple(listed_words("before_months_grown_on"))
_TABLES = "dateparser.data.date_translation_data"
_YEAR = r"(?:1[5-9]|20|21)\d\d"

_PATTERN = pattern(
    rf"""
    # 2024-03-12, 2024.03.12
    (?<![\d.,/-]) (?P<y1>{_YEAR}) (?P<s1>[-/.]) (?P<m1>\d\d?) (?P=s1) (?P<d1>\d\d?) (?![\d/]|[.-]\d)
    # 12.3.2024, 13/05/2020
  | (?<![\d.,/-]) (?P<d2>\d\d?) (?P<s2>[./-]) \s? (?P<m2>\d\d?) (?P=s2) \s? (?P<y2>{_YEAR}) (?![\d/]|[.-]\d)
    # the units behind the numbers, as in Chinese
  | (?<!\d) (?P<y3>{_YEAR}) \s? {_YEARS} \s? (?P<m3>\d\d?) \s? {_MONTHS} \s? (?P<d3>\d\d?) \s? {_DAYS}
    # 12 March 2024, 1st of May
  | (?<![\d.,:–-]) (?P<d4>\d\d?) (?:{_ENDING})? \s+ (?:(?:{_OF})\s+)? (?P<m4>{_MONTH}) \b \.?
    (?:,? \s+ (?P<y4>{_YEAR}) \b)?
    # March 12, 2024; the days of "March 12-14" are several
  | \b (?P<m5>{_MONTH}) \b \.? \s+ (?P<d5>\d\d?) (?:{_ENDING})? \b (?! \s? [-–] \s? \d | [:.]\d)
    (?:,? \s+ (?P<y5>{_YEAR}) \b)?
    # the like with a month of any language
  | (?: (?<![\d.,:–-]) | (?<=[א-ת][-־]) ) (?P<d6>\d\d?) (?:\.|{_ENDINGS})? \s+ (?:{_LINK})?
    (?P<m6>[^\W\d_]{{2,12}}) \.? ,? \s+ (?:(?:{either(listed_words("before_years"))})\s+)? (?P<y6>{_YEAR}) \b
    # the year first, as in Hungarian
  | (?<![\d.,/-]) (?P<y7>{_YEAR}) \.? \s+ (?P<m7>[^\W\d_]{{3,12}}) \.? \s+ (?P<d7>\d\d?)
    (?:\.|-\w{{2}}) (?!\d)
    """,
    re.VERBOSE,
)
# Every date has a digit, at most a month's name before it: elsewhere nothing is tried.
_DIGIT = pattern(r"\d+")
_NUMBERED = pattern(rf"(?<!\d) (?<!\d{_YEARS}) (\d\d?) \s? {_MONTHS} \s? (\d\d?) \s? {_DAYS}", re.VERBOSE)
_WITHOUT_YEAR = pattern(
    rf"(?<![\d.,:–-]) (\d\d?) (?:\.|{_ENDINGS})? \s+ (?:{_LINK})? ([^\W\d_]{{3,12}}) \b (?! \s+ \d)",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with its place in the text; `year` is None where none is printed."""

    span: Span
    day: int
    month: int
    year: int | None = None

    @property
    def on(self) -> date | None:
        """The day, where a year is printed."""
        return None if self.year is None else date(self.year, self.month, self.day)

    def in_year(self, year: int) -> date | None:
        """The day of that year; None for 29 February of a common year."""
        return _possible(year, self.month, self.day)


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache
def _months_of(language: str) -> dict[str, frozenset[int]]:
    """Casefolded month name -> the months that a language calls so; empty where there is no table of it."""
    # dateparser's parser tries two hundred languages for every string; its tables are all we need,
    # and they are only loaded when a text has a date that is not English
    try:
        table = importlib.import_module(f"{_TABLES}.{language}")
    except ModuleNotFoundError as error:
        if error.name != f"{_TABLES}.{language}":
            raise
        return {}
    found: dict[str, frozenset[int]] = {}
    for number, name in enumerate(_NAMES, 1):
        for word in table.info.get(name.casefold(), ()):
            found[word.casefold()] = found.get(word.casefold(), frozenset()) | {number}
    # in the case in which they stand behind "in", which the tables lack
    for number, forms in enumerate(written_in(language, "months"), 1):
        for word in forms.casefold().split("/"):
            found.setdefault(word, frozenset({number}))
    return found


@lru_cache(maxsize=1)
def _months() -> dict[str, frozenset[int]]:
    """The months that any language calls so: two hundred tables, where the text's own lacks the word."""
    import pkgutil  # noqa: PLC0415

    found: dict[str, frozenset[int]] = {}
    for module in pkgutil.iter_modules(importlib.import_module(_TABLES).__path__):
        if "-" not in module.name:
            for word, months in _months_of(module.name).items():
                found[word] = found.get(word, frozenset()) | months
    return found


@lru_cache(maxsize=4096)
def _month_of(word: str, language: str | None, *, foreign: bool = True) -> int | None:
    word = word.casefold()
    # Hebrew and Arabic prefix the preposition to the month
    forms = (word, word[1:]) if word.startswith(_GROWN_ON) else (word,)
    own = _months_of(language) if language is not None else {}
    months = next((own[form] for form in forms if form in own), None)
    if months is None and (foreign or not own):
        months = next((_months()[form] for form in forms if form in _months()), None)
    return next(iter(months)) if months is not None and len(months) == 1 else None


def month_named(word: str, language: str | None, *, foreign: bool = True) -> int | None:
    """The month that a word names, counted from 1; None where it names none, or two.

    Args:
        word: As it is printed.
        language: ISO 639-1, where known; English months are asked for with a capital.
        foreign: whether months of other languages count, where its own has none of that name.

    >>> month_named("März", "de"), month_named("March", None), month_named("march", "en", foreign=False)
    (3, 3, None)
    """
    if language in {None, "en"} and (number := _ENGLISH.get(word.casefold())):
        return number if word[0].isupper() else None
    if language in {None, "en"} and not foreign:
        return None
    return _month_of(word, language, foreign=foreign)


def _printed(match: re.Match[str], language: str | None, tag: str | None) -> PrintedDate | None:
    form = match.lastgroup or ""
    # the last group of a form without a year is its month or its day
    number = form[-1]
    if number not in "1234567":
        return None
    day, month = match[f"d{number}"], match[f"m{number}"]
    year = int(match[f"y{number}"]) if match[f"y{number}"] else None
    if number in "123":
        one, other = int(day), int(month)
        if number == "2" and match["s2"] != "." and one != other:
            swapped = month_first(tag) if one <= 12 and other <= 12 else other > 12
            if swapped is None:
                return None
            one, other = (other, one) if swapped else (one, other)
        in_month: int | None = other
    else:
        one = int(day)
        in_month = _ENGLISH[month.casefold()] if number in "45" else _month_of(month, language)
    if in_month is None or _possible(2000 if year is None else year, in_month, one) is None:
        return None
    return PrintedDate(Span(match.start(), match.end()), one, in_month, year)


def _matches(text: str) -> Iterator[re.Match[str]]:
    here = 0
    while near := _DIGIT.search(text, here):
        # the pattern looks at the digit, or at a month's name before it
        start = max(here, near.start() - 12)
        stop = near.end() + 48
        match = _PATTERN.search(text, start, stop)
        if match is None or match.start() >= near.end():
            here = near.end()
        else:
            yield match
            here = match.end()


def dates_in(text: str, *, language: str | None = None) -> tuple[PrintedDate, ...]:
    """Find the dates that are printed in a text, in order; pass a head or a line, not a book.

    Args:
        text: Any text.
        language: Its ISO 639-1 code, where known, with or without a region as in "en-US". It settles month
            names that two languages share and the order of numbers, and lets dates without a year be found
            in languages other than English.

    Returns:
        The dates that are certain; those without a year have `year` None.

    >>> [str(found.on) for found in dates_in("On 4 March 2025, not on 12.3.2024")]
    ['2025-03-04', '2024-03-12']
    >>> dates_in("PORT SELDEN, January 14.")[0].year is None
    True
    """
    tag = language.replace("_", "-").lower() if language is not None else None
    language = tag.partition("-")[0] if tag is not None else None
    found = [date_ for match in _matches(text) if (date_ := _printed(match, language, tag))]
    if language is not None and language != "en":
        found += _without_year(text, language, found)
        found.sort(key=lambda date_: date_.span)
    return tuple(found)


def _without_year(text: str, language: str, known: list[PrintedDate]) -> Iterator[PrintedDate]:
    taken = {date_.span.start for date_ in known}
    for match in _WITHOUT_YEAR.finditer(text):
        month = _month_of(match[2], language, foreign=False) if match.start() not in taken else None
        if month is not None and _possible(2000, month, int(match[1])) is not None:
            yield PrintedDate(Span(*match.span()), int(match[1]), month)
    for match in _NUMBERED.finditer(text):
        one, in_month = int(match[2]), int(match[1])
        if not any(known_.span.overlaps(Span(*match.span())) for known_ in known) and _possible(
            2000, in_month, one
        ):
            yield PrintedDate(Span(*match.span()), one, in_month)


def only_date(text: str, *, language: str | None = None) -> date | None:
    """The one full date of a short text; None where there is none, or where there are several.

    Args:
        text: A line, a heading, a value of metadata.
        language: As in `dates_in`.

    >>> only_date("Port Selden, May 23, 2025"), only_date("from 1 May 2020 to 2 May 2020")
    (datetime.date(2025, 5, 23), None)
    """
    days = {found.on for found in dates_in(text, language=language)}
    return days.pop() if len(days) == 1 else None
