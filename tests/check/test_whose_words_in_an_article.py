"""In an article nothing is green of which it was not understood to whom the article gives it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from verbale.check import Checker, check_document
from verbale.intake.adding import add
from verbale.model import Attribution, Check, Severity, Verdict
from verbale.parse import read
from verbale.store import open_store
from verbale.telling.verdicts import claim_words, flag_words

TALK = """The harbour museum opens
Read more: The rope makers of the northern quay have no heirs

Interview with Berta Holm
4 March 2025

QUESTION: What will the museum show?

BERTA HOLM: The museum will show every knot that a sailor of this coast has ever tied.

QUESTION: And who pays for the ropes?
"""
WORDS = "The museum will show every knot that a sailor of this coast has ever tied"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("museum")
    (folder / "talk.txt").write_text(TALK, encoding="utf-8")
    with open_store(folder / "record") as store:
        add(store, [folder / "talk.txt"])
        yield Checker(store)


def checked(checker: Checker, article: str) -> Check:
    (check,) = check_document(checker, read(article.encode(), name="draft.md")).checks
    return check


@pytest.mark.parametrize(
    "article",
    [
        # it names nobody at all
        f"“{WORDS}.”",
        f"The opening was a quiet one.\n\n“{WORDS}.”\n\nThe doors are open on weekdays.",
        # whom it names is not to be told
        f"“{WORDS},” said one of the two who had come.",
        f"“{WORDS},” they said.",
        f"„{WORDS}“, sagte wer auch immer.",
    ],
)
def test_words_that_nobody_is_understood_to_have_said(checker: Checker, article: str) -> None:
    check = checked(checker, article)
    assert (check.claimed_speaker, check.verdict) == (None, Verdict.VERBATIM)
    assert check.severity is Severity.LOOK
    # the report says whose they are by the record
    assert flag_words(check) == (
        "The article’s own attribution was not read; the record has these words from Berta Holm."
    )
    assert claim_words(check) == "nobody who was understood"


def test_other_words_of_nobody_who_is_understood_are_not_blamed(checker: Checker) -> None:
    words = WORDS.replace("every knot", "no knot")
    check = checked(checker, f"“{words}.”")
    assert (check.verdict, check.severity) == (Verdict.ALTERED, Severity.LOOK)
    assert "not read" in flag_words(check)
    named = checked(checker, f"“{words},” Berta Holm said.")
    assert (named.verdict, named.severity) == (Verdict.ALTERED, Severity.BAD)
    assert checker.check(words).severity is Severity.BAD


def test_the_same_words_with_their_speaker_are_green(checker: Checker) -> None:
    check = checked(checker, f"“{WORDS},” Berta Holm said.")
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.OK)
    assert (flag_words(check), claim_words(check)) == ("", "Berta Holm")


def test_a_quote_by_itself_claims_nothing_and_stays_as_it_is(checker: Checker) -> None:
    check = checker.check(WORDS)
    assert (check.attribution, check.severity) == (Attribution.UNCLAIMED, Severity.OK)
    assert (flag_words(check), claim_words(check)) == ("", "")


def test_what_stands_outside_of_all_speech_is_nobodys_even_without_a_claim(checker: Checker) -> None:
    check = checker.check("The rope makers of the northern quay have no heirs")
    assert (check.verdict, check.speaker) == (Verdict.VERBATIM, None)
    assert (check.attribution, check.severity) == (Attribution.UNKNOWN, Severity.LOOK)
    assert flag_words(check) == "The record does not show whose words these are."


def test_a_questioners_words_are_told_once(checker: Checker) -> None:
    check = checker.check("And who pays for the ropes?")
    assert (check.severity, flag_words(check)) == (Severity.LOOK, "Questioner’s words.")
