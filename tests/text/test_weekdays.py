"""Weekdays of reports: a day only where the day of the page is near."""

from __future__ import annotations

from datetime import date

import pytest

from verbale.text.weekdays import weekdays_in

WEDNESDAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("the minister said on Tuesday", 4),
        ("the minister told reporters on Wednesday", 5),
        ("sagte die Ministerin am Dienstag in Ledra", 4),
        ("a déclaré la ministre mardi soir", 4),
        ("dijo la ministra el martes", 4),
        ("DIJO LA MINISTRA EL MIERCOLES", 5),
        ("ha detto la ministra martedì", 4),
        ("заявила министр во вторник", 4),
        ("said the minister on Monday", 3),
    ],
)
def test_a_weekday_just_before_the_page_is_a_day(words: str, day: int) -> None:
    assert [found for _, found in weekdays_in(words, WEDNESDAY)] == [date(2025, 3, day)]


@pytest.mark.parametrize(
    "words",
    [
        "the minister said on Thursday",  # of last week, or the page was brought up to date
        "the minister said last Tuesday",
        "she speaks on next Tuesday",
        "on every Tuesday she says so",
        "on Tuesdays she says so",
        "on Tuesday, 4 March, she said",
        "on Tuesday or Wednesday",
        "the Tuesday club, she said yesterday",
        "am letzten Dienstag",
        "mardi dernier",
        "el martes pasado",
    ],
)
def test_any_other_weekday_is_none(words: str) -> None:
    assert list(weekdays_in(words, WEDNESDAY)) == []
