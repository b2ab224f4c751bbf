"""Some days on end: what a text claims that gives words to a day, a month or a year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

__all__ = ["Period"]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `first` to `last`, both among them; a single day begins and ends it.

    >>> Period.of_month(2025, 2).holds(date(2025, 2, 28)), Period.of_year(2025).holds(date(2024, 12, 31))
    (True, False)
    """

    first: date
    last: date

    @classmethod
    def of_day(cls, day: date) -> Self:
        """A single day.

        Args:
            day: the day.
        """
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """A month.

        Args:
            year: its year.
            month: its number, counted from 1.
        """
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def of_year(cls, year: int) -> Self:
        """A year.

        Args:
            year: the year.
        """
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def day(self) -> date | None:
        """The day, where it is a single one."""
        return self.first if self.first == self.last else None

    def holds(self, day: date) -> bool:
        """Whether a day is among these.

        Args:
            day: any day.
        """
        return self.first <= day <= self.last

    def days_from(self, day: date) -> int:
        """How many days lie between these and a day; 0 for one of these.

        Args:
            day: any day.
        """
        return max((self.first - day).days, (day - self.last).days, 0)
