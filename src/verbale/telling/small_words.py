"""Small words of every sentence: numbers, days, names, and words cut to a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verbale.model.document import Role
from verbale.model.period import Period
from verbale.model.quotation import Quotation

__all__ = [
    "QUESTIONER",
    "UNNAMED",
    "count",
    "day",
    "days",
    "documents",
    "either",
    "few",
    "named_speaker",
    "quoted_words",
    "shorten",
]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
UNNAMED = "a speaker without a name"
QUESTIONER = "an unnamed questioner"


def day(when: date) -> str:
    """A date for people.

    >>> day(date(2025, 11, 9))
    '9 November 2025'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def days(period: Period) -> str:
    """A day, a month or a year for people.

    >>> days(Period.of_month(2025, 11)), days(Period.of_year(2023))
    ('November 2025', '2023')
    """
    if period.day is not None:
        return day(period.day)
    one_month = period.first.month == period.last.month and period.first.year == period.last.year
    return f"{MONTHS[period.first.month - 1]} {period.first.year}" if one_month else str(period.first.year)


def count(number: int, singular: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "document"), count(1083, "document"), count(2, "inquiry", "inquiries")
    ('1 document', '1,083 documents', '2 inquiries')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def documents(number: int, events: int | None = None) -> str:
    """So many documents, and of how many events where some are copies of others.

    >>> documents(3, 3), documents(3, 2)
    ('3 documents', '3 documents of 2 events')
    """
    words = count(number, "document")
    return words if events is None or events == number else f"{words} of {count(events, 'event')}"


def few(number: int) -> str:
    """A small number as a word."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def either(items: Sequence[str]) -> str:
    """A list as it is spoken: "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def shorten(words: str, longest: int) -> str:
    """Words on one line, cut at a space where they are too long.

    >>> shorten("A table, a telephone and a piano", 21)
    'A table, a telephone…'
    """
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
    return f"{cut}”" if cut.count("“") > cut.count("”") else cut


def named_speaker(speaker: str | None, role: Role | None = None) -> str:
    """A speaker's name, or who it is where none is printed, at the beginning of a line.

    >>> named_speaker("Ana Ruiz"), named_speaker(None, Role.QUESTION)
    ('Ana Ruiz', 'An unnamed questioner')
    """
    unnamed = QUESTIONER if role is Role.QUESTION else UNNAMED
    return speaker or unnamed[0].upper() + unnamed[1:]


def quoted_words(text: str, quotation: Quotation) -> str:
    """The words of a quotation, its parts joined with " … ".

    Args:
        text: the text that it stands in.
        quotation: the quotation.
    """
    return " … ".join(span.of(text) for span in quotation.spans)
