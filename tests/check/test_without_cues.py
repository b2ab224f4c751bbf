"""What a record's own writer puts between a speaker's words is not dropped by who leaves it out."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Check, Verdict
from verbale.store import open_store

QUOTE = "I love salted almonds. I will never eat another of them in my life."


def check_of(folder: Path, record: str, quote: str = QUOTE) -> Check:
    (folder / "news.txt").write_text(f"Rufus Oake came to Tarsel on Tuesday. {record}\n", encoding="utf-8")
    with open_store(folder / "record") as store:
        add(store, [folder / "news.txt"])
        return Checker(store).check(quote, speaker="Rufus Oake")


@pytest.mark.parametrize(
    "record",
    [
        "“I love salted almonds,” he said, “I will never eat another of them in my life.”",
        "“I love salted almonds,” said Rufus Oake. “I will never eat another of them in my life.”",
        "''I love salted almonds,'' he said, ''I will never eat another of them in my life''.",
        '"I love salted almonds," Oake told the crowd, "I will never eat another of them in my life."',
        "«I love salted almonds», Oake said, «I will never eat another of them in my life.»",
    ],
)
def test_the_writers_cue_is_no_word_of_the_speaker(tmp_path: Path, record: str) -> None:
    check = check_of(tmp_path, record)
    assert check.verdict in {Verdict.VERBATIM, Verdict.ELIDED}
    assert check.edits == ()
    assert check.severity.value == "look"  # an article alone tells it


@pytest.mark.parametrize(
    ("record", "left_out"),
    [
        # within the marks it is the speaker's
        (
            "“I love salted almonds, he said, I will never eat another of them in my life,” Oake says.",
            "he said",
        ),
        ("“I love all salted almonds,” Oake said, “I will never eat another of them in my life.”", "all"),
    ],
)
def test_words_inside_the_marks_are_missed(tmp_path: Path, record: str, left_out: str) -> None:
    check = check_of(tmp_path, record)
    assert check.verdict is Verdict.ALTERED
    assert [edit.record for edit in check.edits] == [left_out]


def test_between_two_speakers_it_is_a_join(tmp_path: Path) -> None:
    record = (
        "“I love salted almonds,” Rufus Oake said. "
        "“I will never eat another of them in my life,” Petra Noll replied."
    )
    assert check_of(tmp_path, record).verdict not in {Verdict.VERBATIM, Verdict.ELIDED}
