"""The day in a metadata field, where the field says it beyond doubt."""

from __future__ import annotations

import re
from datetime import date

from verbale.text.dates import only_date

__all__ = ["day", "day_first"]

_STAMP = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]|$)")
_NUMBERS = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")


def day(value: str | None) -> date | None:
    """The day that a field names, None where it names none or could mean two.

    The day of a time stamp is the day written in it, whatever its time zone.

    >>> day("2025-03-01T23:30:00-05:00"), day("13/03/2025"), day("03/04/2025")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 13), None)
    >>> day("4 March 2025"), day("last spring")
    (datetime.date(2025, 3, 4), None)
    """
    if not value or len(value) > 100:
        return None
    stamp = _STAMP.match(value)
    return _made(stamp[1], stamp[2], stamp[3]) if stamp else only_date(value)


def day_first(value: str | None) -> date | None:
    """The day in a field that is known to be written day/month/year.

    >>> day_first("03/04/1997")
    datetime.date(1997, 4, 3)
    """
    found = _NUMBERS.match(value or "")
    return _made(found[3], found[2], found[1]) if found else None


def _made(year: str, month: str, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
