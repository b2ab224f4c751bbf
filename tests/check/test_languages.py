from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest

from tests.check.languages import CASES, TEXTS, Case
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Check, Document, Verdict
from verbale.store import Store, open_store

# What a keyboard without the marks of the printed page gives.
TYPED = str.maketrans({"，": ",", "。": ".", "—": "-", "،": ",", "؛": ";", "；": ";"})
ELLIPSES = {"es": "[...] ", "de": "[…] ", "ru": "<…> ", "ar": "... ", "zh": "……"}

pytestmark = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("languages")
    for files in TEXTS.values():
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    with open_store(folder / "record") as opened:
        assert len(add(opened, [str(file) for file in folder.glob("*.txt")]).added) == 25
        yield opened


@pytest.fixture(scope="module")
def checker(store: Store) -> Checker:
    return Checker(store)


def typed_again(passage: str) -> str:
    """In small letters, without diacritics, with the plain marks of a keyboard."""
    letters = unicodedata.normalize("NFD", passage)
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return unicodedata.normalize("NFC", bare).casefold().translate(TYPED)


def place(store: Store, check: Check, case: Case) -> Document:
    """The document of the evidence, whose spans are proved to hold the evidence's words."""
    assert check.evidence is not None
    document = store.document(check.evidence.document)
    for piece in check.evidence.pieces:
        assert " … ".join(span.of(document.text) for span in piece.spans) == piece.text
    assert document.name == case.name
    assert document.language == case.language
    return document


def test_the_same_words_are_verbatim_at_their_own_place(checker: Checker, store: Store, case: Case) -> None:
    check = checker.check(case.passage, speaker=case.speaker)
    assert (check.verdict, check.speaker) == (Verdict.VERBATIM, case.speaker)
    document = place(store, check, case)
    assert check.evidence is not None
    start = document.text.index(case.passage)
    assert check.evidence.spans[0].start == start
    assert check.evidence.text == case.passage.rstrip(".。")


def test_words_typed_again_are_verbatim_at_the_same_place(checker: Checker, store: Store, case: Case) -> None:
    check = checker.check(typed_again(case.passage), speaker=case.speaker)
    assert (check.verdict, check.speaker) == (Verdict.VERBATIM, case.speaker)
    place(store, check, case)
    assert check.evidence is not None
    assert check.evidence.text == case.passage.rstrip(".。")


def test_words_left_out_with_a_mark_are_elided(checker: Checker, store: Store, case: Case) -> None:
    quoted = case.passage.replace(case.cut, ELLIPSES[case.language])
    assert quoted != case.passage
    check = checker.check(quoted, speaker=case.speaker)
    assert (check.verdict, check.speaker) == (Verdict.ELIDED, case.speaker)
    place(store, check, case)


def test_one_changed_word_is_altered_and_named(checker: Checker, store: Store, case: Case) -> None:
    quoted = case.passage.replace(case.old, case.new, 1)
    check = checker.check(quoted, speaker=case.speaker)
    assert (check.verdict, check.speaker) == (Verdict.ALTERED, case.speaker)
    place(store, check, case)
    (edit,) = check.edits
    # a last mark above a letter may stand outside the word's span
    assert (typed_again(edit.quoted), typed_again(edit.record)) == (
        typed_again(case.new),
        typed_again(case.old),
    )


def test_somebody_elses_words_are_misattributed(checker: Checker, case: Case) -> None:
    other = next(
        each.speaker for each in CASES if each.language == case.language and each.speaker != case.speaker
    )
    check = checker.check(case.passage, speaker=other)
    assert (check.verdict, check.speaker) == (Verdict.MISATTRIBUTED, case.speaker)
