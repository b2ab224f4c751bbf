"""Quotes of words that a text once had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Basis, Flag, Severity, Verdict
from verbale.store import Store, open_store
from verbale.telling.json_forms import check_as_json

OLD = "We will reopen the northern harbour in October, if the dredgers arrive in time."
NEW = "We will reopen the northern harbour in November, if the dredgers arrive in time."
SINCE = "I don’t think that the southern harbour can be saved."


@pytest.fixture
def revised(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as store:
        add(store, write(tmp_path / "files"))
        path = tmp_path / "files" / "2023-05-10-interview.md"
        text = path.read_text(encoding="utf-8")
        assert OLD in text
        path.write_text(text.replace(OLD, NEW).replace(SINCE, ""), encoding="utf-8")
        assert len(add(store, path).revised) == 1
        yield store


def test_words_of_an_older_version_are_retracted(revised: Store) -> None:
    check = Checker(revised).check(OLD, speaker="Brenn", said_on=date(2023, 5, 10))
    assert (check.verdict, check.severity, check.flags) == (
        Verdict.VERBATIM, Severity.LOOK, (Flag.RETRACTED,),
    )  # fmt: skip
    assert check.evidence is not None
    (piece,) = check.evidence.pieces
    assert (piece.text, piece.version, piece.speaker, piece.said_on) == (
        OLD.removesuffix("."), 1, "Ada Brenn", date(2023, 5, 10),
    )  # fmt: skip
    older = revised.versions(piece.document)[0]
    assert piece.spans[0].of(revised.version_text(older.id)) == piece.text
    assert check.basis is Basis.TRANSCRIPT
    assert NEW.removesuffix(".") in check.others[0].text
    assert check.edits == ()


def test_typography_does_not_hide_an_older_version(revised: Store) -> None:
    check = Checker(revised).check("“I don't think that the southern harbour can be saved”")
    assert check.flags == (Flag.RETRACTED,)
    assert check_as_json(check, lambda _: None)["evidence"][0]["version"] == 1


def test_who_said_it_still_counts(revised: Store) -> None:
    check = Checker(revised).check(OLD, speaker="Ivo Tarn")
    assert (check.verdict, check.attribution) == (Verdict.MISATTRIBUTED, Attribution.WRONG)
    assert Flag.RETRACTED in check.flags


@pytest.mark.parametrize(
    "quoted",
    [
        NEW,
        "We will reopen the northern harbour in January, if the dredgers arrive in time.",
        "the audit goes on",
        "no such words were ever said about the harbour",
    ],
)
def test_what_is_still_there_or_never_was_is_not(revised: Store, quoted: str) -> None:
    assert Flag.RETRACTED not in Checker(revised).check(quoted).flags


def test_the_checked_text_is_no_evidence_in_any_version(revised: Store) -> None:
    (document,) = (info.id for info in revised.documents() if "interview" in info.name)
    check = Checker(revised).check(OLD, exclude=frozenset((document,)))
    assert check.verdict is Verdict.NOT_FOUND


def test_an_old_version_that_comes_back_is_the_current_one(revised: Store, tmp_path: Path) -> None:
    checker = Checker(revised)
    assert checker.check(OLD).flags == (Flag.RETRACTED,)
    add(revised, write(tmp_path / "files"))
    check = checker.check(OLD)
    assert (check.verdict, check.flags) == (Verdict.VERBATIM, ())
    assert checker.check(NEW).flags == (Flag.RETRACTED,)
