"""Days of the week as reports name them: "said on Tuesday" is a day, where the day of the page is near it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from verbale.model.text import Span

__all__ = ["weekdays_in"]

# A page keeps its first day while its text is brought up to date: a weekday long before that day may
# as well be the one after it.
_NEAR = timedelta(days=2)

_NAMES = [
    "monday tuesday wednesday thursday friday saturday sunday",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "понедельник вторник среду четверг пятницу субботу воскресенье",
]
_NUMBERS = {word: number for names in _NAMES for number, word in enumerate(names.split())} | {"sonnabend": 5}
_ANY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_OTHER_WEEK = (
    r"next|last|previous|following|coming|every|each|any|nächst\w*|letzt\w*|vorig\w*|kommend\w*|jeden"
)
_OTHER_WEEK_AFTER = (
    r"prochain|dernier|passé|suivant|próximo|pasado|siguiente|prossim[oa]|scors[oa]|or|oder|ou|o|и"
)
_NAMED = re.compile(
    rf"""
    \b (?: (?:on|am|el|во?) \s+ (?:(?P<other>{_OTHER_WEEK}) \s+)?
      | (?:le|ce|di) \s+
      | (?<=\w\s) (?=[lmjvdg]) )
    (?P<day>{_ANY}) \b
    (?! \s+ (?:{_OTHER_WEEK_AFTER})\b | s\b | ,?\s+\d | ,?\s+[A-Z][a-z]+\s+\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def weekdays_in(text: str, published_on: date) -> Iterator[tuple[Span, date]]:
    """The days that a report's weekdays mean: the last of that name up to the day of the page.

    Only the day of the page and the two before it are certain; weekdays with "next" or "last", those of
    dates, and "yesterday", which a page's date may miss by one, are left alone.

    Args:
        text: A sentence of the report, in English, German, French, Spanish, Italian or Russian.
        published_on: The day of the page.

    >>> [day.isoformat() for _, day in weekdays_in("she said on Tuesday", date(2025, 3, 5))]
    ['2025-03-04']
    >>> list(weekdays_in("she said on Friday", date(2025, 3, 5)))
    []
    """
    for found in _NAMED.finditer(text):
        back = timedelta(days=(published_on.weekday() - _NUMBERS[found["day"].casefold()]) % 7)
        if found["other"] is None and back <= _NEAR:
            yield Span(*found.span("day")), published_on - back
