"""A newcomer's task: a language's cues, negations and conditions are one file, and no code is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale import Document, quotations
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.model import Flag, Kind, Severity, Verdict
from verbale.store import open_store
from verbale.text import packs

LAKEISH = """name = "Lakeish"
negations = 'nim'
negating_phrases = 'orodi'
conditions = 'velta'
cues = 'dixa'
orders = 'quote cue name, name cue quote'
offices = 'ministaro'
cue_adverbs = 'hodia'
"""
NEVER = "Nim sarna portu klozami en la nokto."
WHERE = "Sarna portu restami aperta por omna shipi, velta la fishara konsenti."


@pytest.fixture(autouse=True)
def _lakeish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs.packs()  # those that Verbale has are read before its folder is another
    (tmp_path / "xq.toml").write_text(LAKEISH, encoding="utf-8")
    monkeypatch.setattr(packs, "_FOLDER", tmp_path)


def test_what_a_quote_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(f"{NEVER}\n\n{WHERE}\n", encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        told = Overrides(kind=Kind.REMARKS, speaker="Mara Sorn", language="xq")
        add(store, [tmp_path / "speech.txt"], overrides=told)
        checker = Checker(store)
        for dropped in ("sarna portu klozami en la nokto", "Sarna portu restami aperta por omna shipi"):
            check = checker.check(dropped, speaker="Mara Sorn")
            assert (check.verdict, check.severity, check.flags) == (
                Verdict.VERBATIM,
                Severity.LOOK,
                (Flag.CUT,),
            )
        for kept in (NEVER, WHERE):
            check = checker.check(kept, speaker="Mara Sorn")
            assert (check.verdict, check.severity, check.flags) == (Verdict.VERBATIM, Severity.OK, ())


@pytest.mark.parametrize(
    "text",
    [
        "“Sarna portu restami aperta por omna shipi”, dixa hodia ministaro Mara Sorn.",
        "Mara Sorn dixa: “Sarna portu restami aperta por omna shipi.”",
    ],
)
def test_who_is_quoted(text: str) -> None:
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="xq")
    (quotation,) = quotations(document)
    assert quotation.speaker == "Mara Sorn"
