"""Days of the week as reports name them: "said on Tuesday" is a day, where the day of the page is near it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from verbale.model.text import Span
from verbale.text.packs import listed_words, packs, remark
from verbale.text.patterns import pattern

__all__ = ["WEEKDAYS", "weekdays_in"]

# A page keeps its first day while its text is brought up to date: a weekday long before that day may
# as well be the one after it.
_NEAR = timedelta(days=2)
_WORD = 8

# Each name of a day with its number, Monday 0, in the languages whose reports are understood.
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for each in packs()
        for number, names in enumerate(each.phrases("told_weekdays") or ())
        for name in names.split("/")
    }
)
# In some languages no word stands before them, but for one that says that it is another week's.
_BARE = [each for each in packs() if not each.phrases("before_weekdays")]
_ALONE = [
    name for each in _BARE for names in each.phrases("told_weekdays") or () for name in names.split("/")
]
_ANOTHER = pattern(rf"(?:{remark(word for each in _BARE for word in each.phrases('other_weeks') or ())})\s*$")
_OTHER = rf"(?:(?P<other>{remark(listed_words('other_weeks'))}) \s+)?"
_NAMED = pattern(
    rf"""
    (?: \b (?:{remark(listed_words("before_weekdays"))}) \s+ {_OTHER}
      | (?<=\w\s) (?=[lmjvdg]) | (?={remark(_ALONE)}) )
    (?P<day>{remark(WEEKDAYS)})
    (?! \s+ (?:{remark(listed_words("other_weeks_after"))})\b | s\b | ,?\s+\d | ,?\s+[A-Z][a-z]+\s+\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def weekdays_in(text: str, published_on: date) -> Iterator[tuple[Span, date]]:
    """The days that a report's weekdays mean: the last of that name up to the day of the page.

    Only the day of the page and the two before it are certain; weekdays with "next" or "last", those of
    dates, and "yesterday", which a page's date may miss by one, are left alone.

    Args:
        text: A sentence of the report, in a language whose pack has `told_weekdays`.
        published_on: The day of the page.

    >>> [day.isoformat() for _, day in weekdays_in("she said on Tuesday", date(2025, 3, 5))]
    ['2025-03-04']
    >>> list(weekdays_in("she said on Friday", date(2025, 3, 5)))
    []
    """
    for found in _NAMED.finditer(text):
        back = timedelta(days=(published_on.weekday() - WEEKDAYS[found["day"].casefold()]) % 7)
        others = found["other"] or _ANOTHER.search(text[max(0, found.start() - _WORD) : found.start()])
        if others is None and back <= _NEAR:
            yield Span(*found.span("day")), published_on - back
