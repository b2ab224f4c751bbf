"""What the record does not bear out is never green: words in brackets, days, spellings of a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Dating, Flag, Severity, Verdict
from verbale.store import open_store

TUNNEL = """Interview with Transport Minister Sergei Lavrin
{day}
QUESTION: Minister, when will the tunnel open?
SERGEI LAVRIN: The tunnel will open in October, and the toll will be four crowns for every lorry.
QUESTION: And the lorries?
SERGEI LAVRIN: I have no sympathy for the hauliers, who knew the date of the opening from the start.
"""


@pytest.fixture(params=["Harbour Post, 11 June 2025", ""], ids=["dated", "undated"])
def checker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Checker]:
    (tmp_path / "talk.txt").write_text(TUNNEL.format(day=request.param), encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        add(store, [tmp_path / "talk.txt"])
        yield Checker(store)


@pytest.mark.parametrize(
    ("quote", "flag"),
    [
        ("The tunnel will [never] open in October", Flag.NEGATION),
        ("the toll will be [forty] crowns for every lorry", Flag.NUMBER),
        ("I have [every] sympathy for the hauliers, who knew the date", Flag.NEGATION),
    ],
)
def test_brackets_that_turn_the_sense_or_hold_another_number(
    checker: Checker, quote: str, flag: Flag
) -> None:
    check = checker.check(quote, speaker="Sergei Lavrin")
    assert (check.verdict, check.severity) == (Verdict.ADAPTED, Severity.LOOK)
    assert flag in check.flags


@pytest.mark.parametrize(
    "quote",
    [
        "the [tunnel] toll will be four crowns for every lorry",
        "I have no sympathy for [them], who knew the date of the opening",
        "[It] will open in October, and the toll will be four crowns",
    ],
)
def test_brackets_that_explain_are_in_order(checker: Checker, quote: str) -> None:
    check = checker.check(quote, speaker="Sergei Lavrin")
    assert (check.verdict, check.severity) == (Verdict.ADAPTED, Severity.OK)


def test_a_day_that_the_record_does_not_have(checker: Checker) -> None:
    check = checker.check(
        "The tunnel will open in October", speaker="Sergei Lavrin", said_on=date(2019, 1, 1)
    )
    if check.said_on is None:
        assert (check.dating, check.severity) == (Dating.UNKNOWN, Severity.LOOK)
    else:
        assert (check.verdict, check.severity) == (Verdict.MISDATED, Severity.BAD)


def test_another_spelling_of_the_name_waits_for_a_person(checker: Checker) -> None:
    words = "The tunnel will open in October, and the toll will be four crowns"
    check = checker.check(words, speaker="Sergej Lawrin")
    assert (check.attribution, check.severity) == (Attribution.UNKNOWN, Severity.LOOK)
    assert checker.check(words, speaker="Ivo Lavrin").verdict is Verdict.MISATTRIBUTED
