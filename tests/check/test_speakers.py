"""Who a quote may be given to, by what the record and its people know of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.intake.speaker_tables import import_speakers
from verbale.model import Attribution, Severity, Verdict
from verbale.store import Store, open_store

WORDS = "We have never considered a toll on the northern canal"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as opened:
        add(opened, write(tmp_path / "files"))
        yield opened


def test_an_alias_of_your_table_is_the_speaker(store: Store, tmp_path: Path) -> None:
    checker = Checker(store)
    assert checker.check(WORDS, speaker="Old Foghorn").attribution is Attribution.WRONG
    (tmp_path / "people.csv").write_text("name,alias\nIvo Tarn,Old Foghorn\n", encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    assert checker.check(WORDS, speaker="Old Foghorn").attribution is Attribution.RIGHT


def test_an_office_is_its_holder_of_the_day(store: Store, tmp_path: Path) -> None:
    table = "name,office,from,to\nIvo Tarn,Press Secretary,2023,2023\nOda Lind,Press Secretary,2024,\n"
    assert Checker(store).check(WORDS, speaker="the press secretary").attribution is Attribution.UNKNOWN
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    check = Checker(store).check(WORDS, speaker="the press secretary")
    assert (check.attribution, check.verdict) == (Attribution.RIGHT, Verdict.VERBATIM)
    speech = "A rope is a promise that many small threads make to each other"
    assert Checker(store).check(speech, speaker="the press secretary").attribution is not Attribution.RIGHT


def test_an_office_with_its_country_is_its_holder(store: Store, tmp_path: Path) -> None:
    table = "name,office,from,to\nIvo Tarn,Press Secretary of Orland,2023,2023\n"
    (tmp_path / "people.csv").write_text(table, encoding="utf-8")
    import_speakers(store, tmp_path / "people.csv")
    check = Checker(store).check(WORDS, speaker="the press secretary of Orland")
    assert (check.attribution, check.verdict) == (Attribution.RIGHT, Verdict.VERBATIM)
    check = Checker(store).check(WORDS, speaker="the press secretary of Tavria")
    assert check.attribution is not Attribution.RIGHT


def test_a_bare_office_as_label_is_never_green_for_a_name(tmp_path: Path) -> None:
    talk = "Statement by the Prime Minister of Tavria\n\n20 November 2024\n\n" + (
        "QUESTION: Will taxes fall?\n\nTHE PRIME MINISTER: Taxes will fall for all who earn less than I.\n\n"
    )
    (tmp_path / "talk.txt").write_text(talk * 2, encoding="utf-8")
    (tmp_path / "people.csv").write_text(
        "name,office,from,to\nPetra Sundholm,Prime Minister of Orland,2024,\n", encoding="utf-8"
    )
    with open_store(tmp_path / "record") as opened:
        add(opened, tmp_path / "talk.txt")
        import_speakers(opened, tmp_path / "people.csv")
        check = Checker(opened).check("Taxes will fall for all who earn less", speaker="Petra Sundholm")
    assert check.speaker == "THE PRIME MINISTER"
    assert (check.attribution, check.severity) == (Attribution.UNKNOWN, Severity.LOOK)
