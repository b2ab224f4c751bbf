from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.dates import dates_in, only_date


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("March 4, 2025", "2025-03-04"),
        ("4 March 2025", "2025-03-04"),
        ("Thursday 4th of March, 1999", "1999-03-04"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("JUNE 5, 2021", "2021-06-05"),
        ("1 November, 1996", "1996-11-01"),
        ("2024-02-29", "2024-02-29"),
        ("2022-05-11T10:00:00Z", "2022-05-11"),
        ("12.3.2024", "2024-03-12"),
        ("23:34 24.05.2025 •", "2025-05-24"),
        ("13/05/2020", "2020-05-13"),
        ("05/13/2020", "2020-05-13"),
        ("15 сентября 2025 года", "2025-09-15"),
        ("8. Januar 2024", "2024-01-08"),
        ("19 de mayo de 2026", "2026-05-19"),
        ("1er mars 2020", "2020-03-01"),
        ("12 במרץ 2024", "2024-03-12"),
        ("2024. január 8.", "2024-01-08"),
        ("2025年9月15日", "2025-09-15"),
        ("7\u00a0July\u00a02021", "2021-07-07"),
    ],
)
def test_a_printed_date_is_read(printed: str, day: str) -> None:
    assert [str(found.on) for found in dates_in(f"Port Selden, {printed}")] == [day]


@pytest.mark.parametrize(
    "printed",
    [
        "5/6/2020",  # nobody can say which is the month
        "30 February 2020",
        "may 12 people come in",
        "12 Halls 2024",
        "version 1.2.2020.1",
        "March 12-14, 2020",
        "at 4:57 in the morning",
        "10 listopada 2020",  # October in one language, November in another
    ],
)
def test_what_is_not_certain_is_no_date(printed: str) -> None:
    assert dates_in(printed) == ()


def test_the_language_settles_a_month_that_two_share() -> None:
    assert str(only_date("10 listopada 2020", language="pl")) == "2020-11-10"
    assert str(only_date("10 listopada 2020", language="hr")) == "2020-10-10"


@pytest.mark.parametrize(
    ("language", "day"),
    [("en-US", "2020-05-06"), ("EN_us", "2020-05-06"), ("en-GB", "2020-06-05"), ("de", "2020-06-05")],
)
def test_the_language_settles_which_number_is_the_month(language: str, day: str) -> None:
    assert str(only_date("5/6/2020", language=language)) == day
    assert only_date("5/6/2020", language="en") is None


def test_a_date_without_a_year_is_a_date_of_any_year() -> None:
    (found,) = dates_in("PORT SELDEN, January 18. /SNA/. The minister")
    assert found.on is None
    assert str(found.in_year(2024)) == "2024-01-18"
    (found,) = dates_in("ЗАРЕЧЬЕ, 18 января. /СНА/. Министр", language="ru")
    assert (found.day, found.month, found.year) == (18, 1, None)
    assert dates_in("29 February")[0].in_year(2023) is None


def test_only_date_is_none_for_several() -> None:
    assert only_date("from 1 May 2020 to 2 May 2020") is None
    assert str(only_date("1 May 2020 (1.5.2020)")) == "2020-05-01"


@given(st.text(st.sampled_from("0123456789./- MayJun年月日,stof\u00a0Ж"), max_size=60))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    spans = [found.span for found in dates_in(text)]
    assert all(span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
