"""Other words than a translation's are a difference from it, never an alteration of what was said."""

from __future__ import annotations

from pathlib import Path

import pytest

import verbale
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.intake.speaker_tables import import_speakers
from verbale.model import Attribution, Basis, Check, Severity, Verdict
from verbale.store import open_store
from verbale.telling.verdicts import verdict_name

CONFERENCE = """News conference of the Minister of Waters
{note}
Government of Orland, 5 May 2023

QUESTION: Minister, why are the tolls frozen now?
{speaker}: The harvest was poor, and the millers of the upper river asked us for it in plain words.
QUESTION: Until when?
{speaker}: For eighteen months, and not for a single day longer than the council has voted for.
"""
QUOTE = "the millers of the upper river asked us for it in clear words"


def check_of(folder: Path, *, note: str = "", speaker: str = "ANA RUIZ", quote: str = QUOTE) -> Check:
    (folder / "talk.txt").write_text(CONFERENCE.format(note=note, speaker=speaker), encoding="utf-8")
    with open_store(folder / "record") as store:
        add(store, [folder / "talk.txt"])
        return Checker(store).check(quote, speaker="Ana Ruiz")


@pytest.mark.parametrize(
    "note",
    [
        "Unofficial translation from Tarvish",
        "(Übersetzung aus dem Russischen)",
        "This text was machine-translated.",
    ],
)
def test_words_that_differ_from_a_translation_are_to_be_looked_at(tmp_path: Path, note: str) -> None:
    check = check_of(tmp_path, note=note.replace("from Tarvish", ""))
    assert (check.verdict, check.basis, check.severity) == (
        Verdict.ALTERED,
        Basis.TRANSLATION,
        Severity.LOOK,
    )
    assert verdict_name(check) == "Differs from this translation"
    assert [(edit.quoted, edit.record) for edit in check.edits] == [("clear", "plain")]


@pytest.mark.parametrize("note", ["Unofficial translation", ""])
def test_sentences_of_a_translation_that_are_joined_are_to_be_looked_at(tmp_path: Path, note: str) -> None:
    joined = "not for a single day longer than the council, the millers of the upper river asked us for it"
    check = check_of(tmp_path, note=note, quote=joined)
    assert check.verdict is Verdict.SPLICED
    assert check.severity is (Severity.LOOK if note else Severity.BAD)


def test_an_interpreters_words_are_a_translation(tmp_path: Path) -> None:
    check = check_of(tmp_path, speaker="ANA RUIZ (through interpreter)")
    assert (check.verdict, check.basis, check.severity) == (
        Verdict.ALTERED,
        Basis.TRANSLATION,
        Severity.LOOK,
    )


def test_the_same_words_as_a_translation_are_verbatim(tmp_path: Path) -> None:
    check = check_of(tmp_path, note="Unofficial translation", quote=QUOTE.replace("clear", "plain"))
    assert (check.verdict, check.basis) == (Verdict.VERBATIM, Basis.TRANSLATION)


def test_words_that_differ_from_the_speech_itself_are_altered(tmp_path: Path) -> None:
    check = check_of(tmp_path)
    assert (check.verdict, check.basis, check.severity) == (
        Verdict.ALTERED,
        Basis.TRANSCRIPT,
        Severity.BAD,
    )
    assert verdict_name(check) == "Altered"


def test_somebody_elses_words_in_translation_are_misattributed_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(
        CONFERENCE.format(note="Courtesy translation", speaker="IVO TARN"), encoding="utf-8"
    )
    with open_store(tmp_path / "record") as store:
        add(store, [tmp_path / "talk.txt"])
        check = Checker(store).check(QUOTE, speaker="Ana Ruiz")
    assert (check.verdict, check.attribution) == (Verdict.MISATTRIBUTED, Attribution.WRONG)


def test_words_in_a_language_that_the_speaker_does_not_speak_are_a_translation(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    with open_store(tmp_path / "record") as store:
        (tmp_path / "talk.txt").write_text(CONFERENCE.format(note="", speaker="ANA RUIZ"), encoding="utf-8")
        add(store, [tmp_path / "talk.txt"])
        for languages, basis in (("es | en", Basis.TRANSCRIPT), ("es", Basis.TRANSLATION)):
            table.write_text(f"name,language\nAna Ruiz,{languages}\n", encoding="utf-8")
            import_speakers(store, table)
            assert Checker(store).check(QUOTE, speaker="Ana Ruiz").basis is basis
        (speaker,) = (each for each in store.speakers() if each.name == "Ana Ruiz")
        assert speaker.languages == ("es",)
        table.write_text("name,language\nAna Ruiz,Spanish\n", encoding="utf-8")
        (refused,) = import_speakers(store, table).refused
        assert refused.reason == "people.csv, row 2: spanish is no code of a language; one looks like en."


def test_a_person_says_that_a_text_is_a_translation(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(CONFERENCE.format(note="", speaker="ANA RUIZ"), encoding="utf-8")
    with verbale.open(tmp_path / "record") as record:
        record.add(tmp_path / "talk.txt")
        (revised,) = record.add(tmp_path / "talk.txt", translation_of="es").revised
        assert record.document(revised).translation_of == "es"
        assert record.check(QUOTE, speaker="Ana Ruiz").basis is Basis.TRANSLATION
