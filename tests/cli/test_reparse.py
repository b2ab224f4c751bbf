"""What the program says of texts that an older parser read, before and after they are read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.intake.older_parser import older_parser
from tests.store.made_up import interview
from verbale.cli import main

WORDS = "The railway was a burden on the whole town, and it had to go before the winter."
TALK = f"""Round table on the harbour

1 March 2025

Question: What will become of the lighthouse?

Ana Rovik: We shall keep the old lighthouse open until the gates are mended.

Tomas Belik: {WORDS}

Question: And the dam?

Ana Rovik: The dam stays as it is.
"""


@pytest.fixture
def record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "talk.txt").write_text(TALK, encoding="utf-8")
    (tmp_path / "note.txt").write_text(interview(1, speaker="Ines Moor"), encoding="utf-8")
    with older_parser():
        assert run("add", "talk.txt") == 0
    assert run("add", "note.txt") == 0
    capsys.readouterr()
    return tmp_path / "record"


def run(*arguments: str) -> int:
    return main([*arguments, "--record", "record"])


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed, on one line."""
    return " ".join(capsys.readouterr().out.split())


def test_before_it_is_said_and_nothing_is_green(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("info", "--json") == 0
    assert json.loads(capsys.readouterr().out)["older_parser"] == 1
    assert run("info") == 0
    assert told(capsys).endswith("1 document read by an older parser: verbale reparse")
    quote = ["check", "--quote", "The dam stays as it is.", "--speaker", "Ana Rovik"]
    assert run(*quote) == 0
    assert "Read by an older parser: verbale reparse." in told(capsys)
    assert run(*quote, "--json") == 0
    (check,) = json.loads(capsys.readouterr().out)["checks"]
    assert (check["verdict"], check["severity"]) == ("verbatim", "look")
    assert (check["flags"], check["doubts"]) == (["unsure"], ["older parser"])


def test_after_it_everything_is_as_if_added_today(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("reparse") == 0
    after = told(capsys)
    assert "record: 1 document read again, 1 unchanged." in after
    assert "1 passage with another speaker." in after
    assert f"talk.txt: “{WORDS}” was Ana Rovik, is Tomas Belik" in after
    assert run("info") == 0
    assert "older parser" not in told(capsys)
    assert run("check", "--quote", WORDS, "--speaker", "Tomas Belik", "--json") == 0
    (check,) = json.loads(capsys.readouterr().out)["checks"]
    assert (check["verdict"], check["severity"], check["flags"]) == ("verbatim", "ok", [])
    assert "doubts" not in check


def test_a_program_is_told_the_same(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", "talk.txt", "--json") == 0
    (document,) = json.loads(capsys.readouterr().out)["unchanged"]
    assert run("reparse", document, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    start = TALK.index(WORDS)
    assert report == {
        "reparsed": [document],
        "unchanged": [],
        "refused": [],
        "changes": [
            {
                "document_id": document,
                "name": "talk.txt",
                "span": {"start": start, "end": start + len(WORDS)},
                "text": WORDS,
                "before": "Ana Rovik",
                "after": "Tomas Belik",
            }
        ],
        "orphans": [],
    }
    assert run("reparse", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["unchanged"]) == 2
    assert run("reparse", "nothing") == 2


def test_what_cannot_be_read_again_is_told(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for original in (record / "originals").glob("*/*/*"):
        original.unlink()
    assert run("reparse") == 0
    after = told(capsys)
    assert "0 documents read again, 1 unchanged, 1 refused." in after
    assert "refused: talk.txt: The original" in after
