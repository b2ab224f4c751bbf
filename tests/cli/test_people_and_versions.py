"""Speakers, versions and copies on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.store.made_up import interview
from verbale.cli import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def record(tmp_path: Path, capsys: Captured) -> Path:
    for number, name in enumerate(("Sergei Lavrin", "Sergej Lawrin")):
        text = interview(number, speaker=name, answers=9)
        (tmp_path / f"talk-{number}.txt").write_text(text, encoding="utf-8")
    folder = tmp_path / "record"
    assert run(folder, "add", *map(str, tmp_path.glob("talk-*.txt"))) == 0
    capsys.readouterr()
    return folder


def run(record: Path, *arguments: str) -> int:
    return main([*arguments, "--record", str(record)])


def test_a_suggestion_is_accepted_and_undone(record: Path, capsys: Captured) -> None:
    assert run(record, "speakers") == 0
    told = capsys.readouterr().out
    assert "Sergei Lavrin: 1 document, 9 statements first-hand." in told
    assert "1 suggestion for you: verbale speakers --suggestions" in told
    assert run(record, "speakers", "--suggestions") == 0
    told = capsys.readouterr().out
    assert "Sergei Lavrin / Sergej Lawrin: one person? the names sound alike." in told
    (suggestion,) = re.findall(r"^(\w{12})  ", told, re.M)
    assert run(record, "speakers", "--accept", suggestion, "--by", "Mo", "--why", "one man") == 0
    told = capsys.readouterr().out
    assert told.startswith("Sergei Lavrin and Sergej Lawrin are one person. Undo with:")
    assert run(record, "speakers", "--json") == 0
    (speaker,) = json.loads(capsys.readouterr().out)["speakers"]
    assert speaker["names"] == ["Sergei Lavrin", "Sergej Lawrin"]
    assert run(record, "speakers", "--undo", told.split()[-1]) == 0
    assert capsys.readouterr().out.startswith("Undone: decision ")
    assert run(record, "speakers", "--reject", suggestion, "--json") == 0
    assert json.loads(capsys.readouterr().out)["same"] is False
    assert run(record, "speakers", "--suggestions") == 0
    assert capsys.readouterr().out == "No suggestions.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--accept", "nothing"],
        ["--undo", "nothing"],
        ["--import", "none.csv"],
        ["--accept", "a", "--undo", "b"],
    ],
)
def test_wrong_use_is_one_sentence(record: Path, capsys: Captured, arguments: list[str]) -> None:
    assert run(record, "speakers", *arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("verbale: ")
    assert told.count("\n") == 1


def test_a_table_is_taken_in_and_its_faults_are_told(record: Path, tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name,alias\nSergei Lavrin,The Ferryman\n,nobody\n", encoding="utf-8")
    assert run(record, "speakers", "--import", str(table)) == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "people.csv: 1 speaker, 1 alias, 0 offices.\n  refused: people.csv, row 3 has no name."
    )
    assert run(record, "speakers") == 0
    assert "Sergei Lavrin (also The Ferryman)" in capsys.readouterr().out


def test_an_office_is_listed_as_one(record: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "office.txt").write_text(interview(7, speaker="THE PRIME MINISTER"), encoding="utf-8")
    assert run(record, "add", str(tmp_path / "office.txt")) == 0
    capsys.readouterr()
    assert run(record, "speakers") == 0
    assert "THE PRIME MINISTER, an office whoever holds it: 1 document" in capsys.readouterr().out


def test_a_table_of_which_nothing_can_be_used_is_an_error(
    record: Path, tmp_path: Path, capsys: Captured
) -> None:
    table = tmp_path / "people.csv"
    table.write_text("Name,Ofice,From\nSergei Lavrin,Mayor,2019\n", encoding="utf-8")
    assert run(record, "speakers", "--import", str(table)) == 2
    told = capsys.readouterr()
    assert "people.csv has a column Ofice that is not known" in told.out
    assert told.err == "verbale: Nothing was taken in: none of the rows could be used.\n"


def test_versions_and_what_was_lost(record: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "talk-0.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("We will", "We may", 1), encoding="utf-8")
    assert run(record, "add", str(path)) == 0
    assert "1 passage of older versions not found again; see: verbale versions" in capsys.readouterr().out
    assert run(record, "versions", "talk-0.txt") == 0
    told = capsys.readouterr().out
    assert "Version 1: " in told
    assert re.search(r"Version 2: .*, the current\s+one\.", told)
    assert "1 change from version 1 to 2.\n  “will” became “may”\n" in told
    assert "1 passage not found again.\n  statement, gone: Sergei Lavrin: “We will" in told
    assert run(record, "versions", "talk-0.txt", "--between", "2", "1", "--json") == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["op"], change["old"], change["new"]) == ("replace", "may", "will")
    assert run(record, "versions", "talk-0.txt", "--between", "1", "7") == 2
    assert "no version 7" in capsys.readouterr().err


def test_copies_are_listed_and_parted(record: Path, tmp_path: Path, capsys: Captured) -> None:
    copied = tmp_path / "copy.txt"
    copied.write_text("Elm Post\n\n" + interview(0, speaker="Sergei Lavrin", answers=9), encoding="utf-8")
    assert run(record, "add", str(copied)) == 0
    capsys.readouterr()
    assert run(record, "copies", "copy.txt") == 0
    told = capsys.readouterr().out
    assert "talk-0.txt: nearly the same text, 92% of the sampled words." in told
    assert told.endswith("One event: 1 March 2025.\n")
    assert run(record, "copies", "copy.txt", "--apart", "talk-0.txt", "--by", "Mo", "--why", "a test") == 0
    decision = capsys.readouterr().out.split()[-1]
    assert run(record, "copies", "talk-0.txt") == 0
    assert capsys.readouterr().out == "No copies in this record.\n"
    assert run(record, "speakers", "--undo", decision) == 0
    capsys.readouterr()
    assert run(record, "copies", "talk-0.txt", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert len(answer["copies"]) == 1
    assert (answer["event"]["said_on"], answer["event"]["place"]) == ("2025-03-01", None)


def test_two_texts_of_one_event_are_read_beside_each_other(
    record: Path, tmp_path: Path, capsys: Captured
) -> None:
    text = interview(0, speaker="Sergei Lavrin", answers=9)
    answer = text.splitlines()[6]
    other = answer.replace("because", "only because").replace(" as I said", " which I said")
    (tmp_path / "copy.txt").write_text(text.replace(answer, other), encoding="utf-8")
    assert run(record, "add", str(tmp_path / "copy.txt")) == 0
    capsys.readouterr()
    assert run(record, "copies", "talk-0.txt", "--beside", "copy.txt") == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("1 passage in which they differ. Sergei Lavrin talk-0.txt “We will")
    assert "{only} because" in told
    assert "{which} I said" in told
    assert run(record, "copies", "talk-0.txt", "--beside", "copy.txt", "--json") == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    assert [(each["op"], each["old"], each["new"]) for each in changes] == [
        ("insert", "", "only"),
        ("replace", "as", "which"),
    ]
    assert run(record, "copies", "talk-0.txt", "--beside", "talk-0.txt") == 0
    assert capsys.readouterr().out == "The same words.\n"
    assert run(record, "copies", "talk-0.txt", "--beside", "nothing.txt") == 2


def test_a_document_shows_its_days_its_place_and_its_hours(
    record: Path, tmp_path: Path, capsys: Captured
) -> None:
    talk = tmp_path / "remarks.txt"
    body = interview(3, speaker="Sergei Lavrin").split("\n", 4)[4]
    head = "01:00 24.05.2025\n\nInterview with Sergei Lavrin\n\nGenève, May 23, 2025\n\n"
    talk.write_text(f"{head}{body}", encoding="utf-8")
    assert run(record, "add", str(talk)) == 0
    capsys.readouterr()
    assert run(record, "show", "remarks.txt") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "23 May 2025, Genève, time zone Europe/Zurich, published 24 May 2025, remarks.txt" in shown
    assert run(record, "show", "remarks.txt", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["place"], answer["time_zone"]) == ("Genève", "Europe/Zurich")
