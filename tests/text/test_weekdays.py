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
        ("disse a ministra na terça-feira", 4),
        ("zei de minister op dinsdag", 4),
        ("powiedziała minister we wtorek", 4),
        ("сказала міністерка у вівторок", 4),
        ("řekla ministryně v úterý", 4),
        ("δήλωσε η υπουργός την Τρίτη", 4),
        ("sade ministern på tisdagen", 4),
        ("部长周二表示", 4),
        ("大臣は火曜日に述べた", 4),
        ("장관은 화요일 말했다", 4),
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
        "na terça-feira passada",
        "部长上周二表示",
        "先週の火曜日に述べた",
        "지난주 화요일 말했다",
        "mardi dernier",
        "el martes pasado",
    ],
)
def test_any_other_weekday_is_none(words: str) -> None:
    assert list(weekdays_in(words, WEDNESDAY)) == []
