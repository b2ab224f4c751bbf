"""What stands under a label that could not be read is never green, and nobody's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake import preparing
from verbale.intake.adding import add
from verbale.model import Attribution, Doubt, Flag, Severity, Verdict
from verbale.model.document import Document, Reading
from verbale.parse import Overrides, parse
from verbale.store.store import FolderStore
from verbale.telling.verdicts import flag_words

SURE = "We shall keep the old lighthouse open until the gates are mended."
NOBODYS = "The railway was a burden on the whole town, and it had to go."
QUOTED = "the northern ferries are rotting at the quay"
SUSPECT = "Ana Rovik said yesterday that she would sell the dam to the highest bidder."
TALK = f"""Round table on the harbour

1 March 2025

Question: What will become of the lighthouse?

Ana Rovik: {SURE}

Reporter: {NOBODYS} Petra Holm said: “{QUOTED}”.

Question: And the dam?

Ana Rovik: {SUSPECT}
"""


@pytest.fixture
def store(store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch) -> FolderStore:
    """A record of a text whose parser was not sure of two turns."""

    def parsed(reading: Reading, *, overrides: Overrides) -> Document:
        document = parse(reading, overrides=overrides)
        if not reading.name.endswith("talk.txt"):
            return document
        turns = [
            replace(turn, speaker=None if NOBODYS in said else turn.speaker, unsure=True)
            if NOBODYS in (said := turn.span.of(document.text)) or SUSPECT in said
            else turn
            for turn in document.turns
        ]
        return replace(document, turns=tuple(turns))

    monkeypatch.setattr(preparing, "parse", parsed)
    (texts / "talk.txt").write_text(TALK, encoding="utf-8")
    report = add(store, texts)
    (document,) = report.added
    assert [turn.unsure for turn in store.document(document).turns].count(True) == report.unsure == 2
    assert report.unreliable == ()
    return store


@pytest.mark.parametrize("speaker", [None, "Ana Rovik", "Petra Holm", "a reporter"])
def test_nobody_has_said_it(store: FolderStore, speaker: str | None) -> None:
    check = Checker(store).check(NOBODYS, speaker=speaker)
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert (check.speaker, check.attribution) == (None, Attribution.UNKNOWN)
    assert check.doubts == (Doubt.TURN,)
    assert Flag.UNSURE in check.flags
    assert flag_words(check).count("hose words these are") == 1


@pytest.mark.parametrize("day", ["2 March 2020", "2 March 2030"])
@pytest.mark.parametrize("words", [NOBODYS, SUSPECT])
def test_a_sure_place_of_the_same_words_comes_first(
    store: FolderStore, texts: Path, day: str, words: str
) -> None:
    asked = f"Question: Is it so?\n\nAna Rovik: {words}\n\nQuestion: Why?\n\nAna Rovik: Rain."
    text = f"On the quay\n\n{day}\n\n{asked}"
    (texts / "quay.txt").write_text(text, encoding="utf-8")
    add(store, texts)
    for speaker in (None, "Ana Rovik"):
        check = Checker(store).check(words, speaker=speaker)
        assert (check.speaker, check.severity, check.doubts) == ("Ana Rovik", Severity.OK, ())


def test_words_that_begin_in_a_turn_before_are_not_sure_either(store: FolderStore) -> None:
    check = Checker(store).check(f"until the gates are mended. {NOBODYS}")
    assert check.severity is not Severity.OK
    assert Flag.UNSURE in check.flags


def test_what_is_quoted_there_is_not_sure(store: FolderStore) -> None:
    check = Checker(store).check(QUOTED, speaker="Petra Holm")
    assert check.severity is Severity.LOOK
    assert {Flag.UNSURE, Flag.RELAYED} <= set(check.flags)


def test_a_suspect_turn_keeps_its_speaker(store: FolderStore) -> None:
    own = Checker(store).check(SUSPECT, speaker="Ana Rovik")
    assert (own.speaker, own.attribution, own.severity) == ("Ana Rovik", Attribution.RIGHT, Severity.LOOK)
    other = Checker(store).check(SUSPECT, speaker="Tomas Belik")
    assert (other.verdict, other.severity) == (Verdict.MISATTRIBUTED, Severity.LOOK)


def test_the_turns_around_it_are_sure(store: FolderStore) -> None:
    check = Checker(store).check(SURE, speaker="Ana Rovik")
    assert (check.severity, check.flags, check.doubts) == (Severity.OK, (), ())
