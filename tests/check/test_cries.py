"""What another cries into a turn is not its speaker's, and is no reason to blame whoever cried it."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Severity, Verdict
from verbale.parse import read
from verbale.store.store import FolderStore

CRY = "You sold the whole harbour to your own brother"
SHORT = "That is very bitter"
SITTING = f"""Debate on the harbour

14 March 2024

Ana Berg: The budget rose by four per cent in a single year. (Bo Lund: {CRY}!) That is a lie.

(Ida Frome [SEL]: {SHORT}! – Applause)

And we shall go on with it until the ice has gone (I say it again: until the ice has gone).

Cleo Marsh: The harbour is open and the ferry runs on every day of the week.

Ana Berg: It runs when the captain is sober, and he is not.

Cleo Marsh: He is sober on Sundays, as his mother tells us.
"""


@pytest.fixture
def checker(store: FolderStore, tmp_path: Path) -> Checker:
    (tmp_path / "sitting.txt").write_text(SITTING)
    assert len(add(store, tmp_path / "sitting.txt").added) == 1
    return Checker(store)


@pytest.mark.parametrize("words", [CRY, SHORT])
@pytest.mark.parametrize("claimed", ["Ana Berg", "Bo Lund", "Ida Frome", "Cleo Marsh"])
def test_a_cry_is_green_for_nobody_and_blames_nobody(checker: Checker, words: str, claimed: str) -> None:
    check = checker.check(words, speaker=claimed)
    assert check.severity is not Severity.OK
    assert check.verdict is not Verdict.MISATTRIBUTED
    assert check.attribution is not Attribution.RIGHT


@pytest.mark.parametrize(
    "words",
    [
        "The budget rose by four per cent in a single year",
        "in a single year. That is a lie",
        "we shall go on with it until the ice has gone",
        "I say it again: until the ice has gone",
    ],
)
def test_the_turn_goes_on_around_it(checker: Checker, words: str) -> None:
    check = checker.check(words, speaker="Ana Berg")
    assert (check.verdict, check.attribution) == (Verdict.VERBATIM, Attribution.RIGHT)


def test_it_is_marked_and_the_turn_is_one() -> None:
    document = read(SITTING.encode(), name="sitting.txt")
    assert [turn.speaker for turn in document.turns] == ["Ana Berg", "Cleo Marsh"] * 2
    marked = [span.of(document.text) for span in document.boilerplate]
    assert f"(Bo Lund: {CRY}!)" in marked
    assert not any("I say it again" in words for words in marked)
