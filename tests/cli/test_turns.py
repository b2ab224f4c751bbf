from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from verbale.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-convention.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
PROMISED = re.compile(r"^\$ verbale (turns .*)\n((?:(?!\$ ).*\n)*)", re.M)


def blocks(kind: str) -> list[str]:
    return [body for found, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if found == kind]


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    (tmp_path / "morning.txt").write_text(blocks("text")[0], encoding="utf-8")
    (tmp_path / "harbour.toml").write_text(blocks("toml")[0], encoding="utf-8")
    return tmp_path


def test_the_page_shows_what_the_program_prints(harbour: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promised = [found for block in blocks("console") for found in PROMISED.findall(block)]
    assert len(promised) == 2
    for command, shown in promised:
        assert main(command.split()) == 0
        assert capsys.readouterr().out == shown


def test_for_programs_every_turn_has_its_place_and_its_question(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["turns", "morning.txt", "--profile", "harbour.toml", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    text = (harbour / "morning.txt").read_text(encoding="utf-8")
    assert (told["document"], told["kind"], told["outlet"]) == ("morning.txt", "transcript", "Harbour Radio")
    assert [turn["answers"] for turn in told["turns"]] == [None, 0, None, None, 3, None, 5]
    assert [turn["label"] for turn in told["turns"]] == ["rh", "ab", "jingle", "rh", "ab", "caller 1", "ab"]
    assert all(text[turn["start"] : turn["end"]] == turn["text"] for turn in told["turns"])


def test_standard_input_is_read_and_interpreted_words_say_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = "Q: When?\n\nANA BRUNO (through interpreter): Soon.\n\nQ: Where?\n\nANA BRUNO: Here.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(talk.encode())))
    assert main(["turns", "-"]) == 0
    assert "2  ANA BRUNO  answer to 1  (interpreted) Soon." in capsys.readouterr().out


def test_turns_that_are_not_sure_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    talk = "ANA BRUNO: The port stays.\n\nIVO TARN: It goes.\n\n" * 2 + "ANA BRUNO – Nobody asks me.\n"
    (tmp_path / "talk.txt").write_text(talk, encoding="utf-8")
    assert main(["turns", "talk.txt"]) == 0
    assert "1 turn: whose words these are is not sure." in capsys.readouterr().out
    assert main(["add", "talk.txt", "--record", "record"]) == 0
    assert "1 turn: whose words these are is not sure." in capsys.readouterr().out


@pytest.mark.parametrize("command", [["turns", "morning.txt"], ["add", "morning.txt"]])
def test_a_fault_in_a_profile_is_one_sentence(
    harbour: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (harbour / "harbour.toml").write_text("[label]\nplace = 'above'\n", encoding="utf-8")
    assert main([*command, "--profile", "harbour.toml"]) == 2
    told = capsys.readouterr().err
    assert told == (
        'verbale: harbour.toml: label.place is "above", which no profile knows; '
        'write "before" or "own line".\n'
    )


def test_another_profile_or_a_changed_one_finds_the_turns_anew(
    harbour: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def add(*more: str) -> dict[str, list[str]]:
        assert main(["add", "morning.txt", "--record", "r", "--json", *more]) == 0
        return {key: value for key, value in json.loads(capsys.readouterr().out).items() if value}

    def speakers() -> set[str]:
        assert main(["info", "--record", "r", "--json"]) == 0
        return {speaker["name"] for speaker in json.loads(capsys.readouterr().out)["speakers"]}

    assert list(add()) == ["added"]
    assert list(add("--profile", "harbour.toml")) == ["revised"]
    assert list(add("--profile", "harbour.toml")) == ["unchanged"]
    assert list(add()) == ["unchanged"]
    assert speakers() == {"Ana Bruno", "Rosa Hale"}
    profile = harbour / "harbour.toml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("Hale", "Holm"), encoding="utf-8")
    assert list(add("--profile", "harbour.toml")) == ["revised"]
    assert speakers() == {"Ana Bruno", "Rosa Holm"}
