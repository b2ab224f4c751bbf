"""The word beside a date that tells what happened on that day: it was said, it came out, it was changed.

`Recorded 22 May 2025. Aired 24 May 2025.` has two days, and only the words beside them tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from verbale.text.dates import PrintedDate
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["YEAR_WORD", "Happened", "ToldApart", "event_part", "happened", "of_the_page", "told_apart"]

_LONGEST = 200
_MOST_AFTER = 6  # words after the last date: more of them make a sentence that speaks of it

# "broadcast", "remarks of" and the like are such words only where they end what stands before the day
_LAST = r"(?=\W*(?:\w+day\W*)?$)"
YEAR_WORD = pattern(rf"^\s*(?:{remark(listed_words('years'))})(?!\w)")
_PUBLISHED = pattern(rf"(?:{remark(listed_words('came_out'))}|\bbroadcast{_LAST})(?!\w)", re.IGNORECASE)
_CHANGED = pattern(rf"(?:{remark(listed_words('changed'))})(?!\w)", re.IGNORECASE)
_HELD = pattern(
    rf"(?:{remark(listed_words('was_said'))})(?!\w)"
    rf"|\b(?:remarks|interview|speech|address|briefing) (?:of|on){_LAST}(?!\w)",
    re.IGNORECASE,
)
# "first published", "(originally aired"
_BEFORE_WORD = pattern(r"(?i)(?:\b(?:first|last|originally|was|and|zuerst|erstmals)\s+)+$")
# "(23 May in Washington)", "(23 May, Washington time)": the same moment by another clock
_ELSEWHERE = pattern(rf",?\s+(?:(?:{remark(listed_words('held_in'))})\s+)?[^\W\d_a-zà-ÿ][^()]{{1,40}}\)")


class Happened(Enum):
    """What a date is the day of."""

    HELD = "held"
    PUBLISHED = "published"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ToldApart:
    """The days of one line, each with the word for what it is."""

    held: date | None = None
    published: date | None = None
    changed: date | None = None


def happened(lead: str) -> Happened | None:
    """What the words before a date say of it; None where they say nothing, or two things.

    >>> happened("First published: "), happened("Remarks on "), happened("Remarks on the flood of ")
    (<Happened.PUBLISHED: 'published'>, <Happened.HELD: 'held'>, None)
    """
    out, changed = _PUBLISHED.search(lead) is not None, _CHANGED.search(lead) is not None
    if _HELD.search(lead):
        return None if out or changed else Happened.HELD
    # "published / updated" is one day for both
    return Happened.PUBLISHED if out else Happened.CHANGED if changed else None


def of_the_page(lead: str) -> bool:
    """Whether the words before a date make it a day of the page, whatever else they speak of.

    >>> of_the_page("An interview recorded in Ledra, published "), of_the_page("Recorded in Ledra, ")
    (True, False)
    """
    return _PUBLISHED.search(lead) is not None or _CHANGED.search(lead) is not None


def told_apart(words: str, dates: Sequence[PrintedDate]) -> ToldApart | None:
    """`Published: 24 May 2025; interview recorded 22 May 2025`: the days of a line that names each.

    Args:
        words: A line or a title.
        dates: The dates in it, in order.

    Returns:
        None where a date has no such word, where one lacks a year that no other has, and where a
        single date is not the day of what is said.

    >>> from verbale.text.dates import dates_in
    >>> line = "Recorded 22 May 2025. Aired 24 May 2025."
    >>> found = told_apart(line, dates_in(line))
    >>> str(found.held), str(found.published)
    ('2025-05-22', '2025-05-24')
    """
    days = _in_one_year(dates)
    if len(words) > _LONGEST or not 1 <= len(dates) <= 3 or None in days:
        return None
    if len(words[dates[-1].span.end :].split()) > _MOST_AFTER:
        return None
    sorts = [happened(lead) for lead in _leads(words, dates)]
    if None in sorts or len(set(sorts)) != len(sorts):
        return None
    if Happened.HELD not in sorts and (len(sorts) == 1 or not _begins(words, dates)):
        return None
    found = dict(zip(sorts, days, strict=True))
    return ToldApart(*(found.get(each) for each in Happened))


def event_part(words: str, dates: Sequence[PrintedDate]) -> tuple[str, Sequence[PrintedDate], date | None]:
    """A line without a second date that is only its publication's, or the same moment's elsewhere.

    Args:
        words: A line or a title.
        dates: The dates in it, in order.

    Returns:
        What is left, the dates in that, and the day of publication where the second date is that.

    >>> from verbale.text.dates import dates_in
    >>> line = "Ledra, 23 May 2025 (published 24 May 2025)"
    >>> part, _, published = event_part(line, dates_in(line))
    >>> part, str(published)
    ('Ledra, 23 May 2025', '2025-05-24')
    >>> line = "Ledra, 24 May 2025, 8.30am (23 May in Brenna)"
    >>> event_part(line, dates_in(line))[0]
    'Ledra, 24 May 2025, 8.30am'
    """
    days = _in_one_year(dates)
    if len(dates) != 2 or None in days or len(words) > _LONGEST:
        return words, dates, None
    own, other = dates
    between, after = words[own.span.end : other.span.start], words[other.span.end :]
    published = None
    if (opened := between.rstrip()).endswith("(") and _ELSEWHERE.match(after):
        end = len(opened) - 1
    else:
        word = _PUBLISHED.search(between) or _CHANGED.search(between)
        if word is None or happened(words[: own.span.start]) or len(after.split()) > 3:
            return words, dates, None
        end = len(_BEFORE_WORD.sub("", between[: word.start()]))
        published = days[1] if happened(between) is Happened.PUBLISHED else None
    part = words[: own.span.end + end].rstrip(" \t\u00a0([;,:|·–—-")
    year = days[0].year if days[0] is not None else None
    return part, (replace(own, year=year),), published


def _in_one_year(dates: Sequence[PrintedDate]) -> list[date | None]:
    """The days; where one lacks its year, it is that of the first that has one."""
    years = [each.on.year for each in dates if each.on is not None]
    return [each.on or (each.in_year(years[0]) if years else None) for each in dates]


def _leads(words: str, dates: Sequence[PrintedDate]) -> list[str]:
    starts = [0, *(each.span.end for each in dates[:-1])]
    return [words[start : each.span.start] for start, each in zip(starts, dates, strict=True)]


def _begins(words: str, dates: Sequence[PrintedDate]) -> bool:
    """Whether a line begins with the word: one that comes later may be a sentence's."""
    return len(words[: dates[0].span.start].split()) <= 3
