"""Two texts of one event that differ: neither alone makes a quote green."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.made_up import interview
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Flag, Severity, Verdict
from verbale.store import Store, open_store
from verbale.text.words import Words, words

BODY = interview(3, answers=9).split("\n", 4)[4]
ANSWER = "Ana Rovik: The price of bread will be capped from Monday, and nobody will starve.\n\n"


def record_of(folder: Path, **texts: str) -> Store:
    folder.mkdir()
    for name, body in texts.items():
        head = f"{name}\n\nInterview with Ana Rovik\n\n4 March 2025\n\n"
        (folder / f"{name}.txt").write_text(head + body, encoding="utf-8")
    store = open_store(folder / "record")
    add(store, folder)
    return store


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (ANSWER.replace("will be capped", "should be capped"), True),
        (ANSWER.replace("bread", "flour"), True),
        (ANSWER.replace("Monday, and", "Monday – and").replace("nobody", "No-body".replace("-", "")), False),
        ("", False),
        (
            "Question: What of the rest?\n\nAna Rovik: The price of salt will be capped from Friday.\n\n",
            False,
        ),
    ],
)
def test_a_passage_that_a_copy_has_otherwise(tmp_path: Path, other: str, differs: bool) -> None:
    with record_of(
        tmp_path / "texts", Gazette=BODY + ANSWER + BODY[:300], Post=BODY + other + BODY[:300]
    ) as store:
        check = Checker(store).check("The price of bread will be capped from Monday", speaker="Rovik")
    assert check.verdict is Verdict.VERBATIM
    assert (Flag.DIFFERS in check.flags, check.severity is Severity.LOOK) == (differs, differs)
    if differs:
        assert check.others[0].text in other


def test_all_copies_are_looked_at(tmp_path: Path) -> None:
    other = ANSWER.replace("will be capped", "should be capped")
    texts = {f"Paper{number:02d}": BODY + ANSWER + BODY[:300] for number in range(11)}
    with record_of(tmp_path / "texts", **texts, Zeitung=BODY + other + BODY[:300]) as store:
        check = Checker(store).check("The price of bread will be capped from Monday", speaker="Rovik")
    assert Flag.DIFFERS in check.flags
    assert [piece.text in other for piece in check.others[:2]] == [True, False]


def test_a_long_text_and_its_copies_are_not_read_again_for_each_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is counted is work, not time: the words that are taken from texts."""
    long = interview(5, answers=400).split("\n", 4)[4]
    texts = {f"Paper{number}": long + ANSWER + long[:300] for number in range(6)}
    read = [0]

    def counting(text: str) -> Words:
        found = words(text)
        read[0] += len(found)
        return found

    with record_of(tmp_path / "texts", **texts) as store:
        checker, quoted = Checker(store), "The price of bread will be capped from Monday"
        assert len(words(store.text(next(store.documents()).id))) > 10_000
        checker.check(quoted)
        for module in ("text.tokens", "text.letters", "compare.quoted", "check.retracted"):
            monkeypatch.setattr(f"verbale.{module}.words", counting)
        check = checker.check(quoted, speaker="Rovik")
    assert (check.verdict, len(check.others)) == (Verdict.VERBATIM, 5)
    assert 0 < read[0] < 100
