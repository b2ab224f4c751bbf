"""A newcomer's task: a language's cues, negations and conditions are one file, and no code is touched."""

from __future__ import annotations

from collections.abc import Iterator
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
governing = 'vera, penso'
conditions = 'velta'
cues = 'dixa'
orders = 'quote cue name, name cue quote'
offices = 'ministaro'
cue_adverbs = 'hodia'
aides = 'voxaro*, konsilanto*'
and_words = 'e'
"""
NEVER = "Nim sarna portu klozami en la nokto."
UNTRUE = "Nim esti vera ke sarna portu klozami por omna shipi hodia."
WHERE = "Sarna portu restami aperta por omna shipi, velta la fishara konsenti."


@pytest.fixture(autouse=True)
def _lakeish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    packs.packs()  # those that Verbale has are read before its folder is another
    (tmp_path / "xq.toml").write_text(LAKEISH, encoding="utf-8")
    monkeypatch.setattr(packs, "_FOLDER", tmp_path)
    packs.pack.cache_clear()
    yield
    packs.pack.cache_clear()


def test_what_a_quote_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "speech.txt").write_text(f"{NEVER}\n\n{WHERE}\n\n{UNTRUE}\n", encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        told = Overrides(kind=Kind.REMARKS, speaker="Mara Sorn", language="xq")
        add(store, [tmp_path / "speech.txt"], overrides=told)
        checker = Checker(store)
        for dropped in (
            "sarna portu klozami en la nokto",
            "Sarna portu restami aperta por omna shipi",
            "sarna portu klozami por omna shipi hodia",
        ):
            check = checker.check(dropped, speaker="Mara Sorn")
            assert (check.verdict, check.severity, check.flags) == (
                Verdict.VERBATIM,
                Severity.LOOK,
                (Flag.CUT,),
            )
        for kept in (NEVER, WHERE, UNTRUE):
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


@pytest.mark.parametrize(
    "text",
    [
        "“Sarna portu restami aperta por omna shipi”, dixa voxaro Mara Sorn.",
        "“Sarna portu restami aperta por omna shipi”, dixa Mara Sorn e Otto Velm.",
    ],
)
def test_a_spokesmans_words_and_those_of_two_are_nobodys(text: str) -> None:
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="xq")
    (quotation,) = quotations(document)
    assert quotation.speaker is None


@pytest.mark.parametrize("key", ["negations", "negating_phrases", "governing", "conditions"])
def test_a_quote_is_unread_where_a_list_is_missing(tmp_path: Path, key: str) -> None:
    _without(tmp_path, key)
    (tmp_path / "speech.txt").write_text(f"{NEVER}\n\n{WHERE}\n", encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        told = Overrides(kind=Kind.REMARKS, speaker="Mara Sorn", language="xq")
        add(store, [tmp_path / "speech.txt"], overrides=told)
        check = Checker(store).check(WHERE, speaker="Mara Sorn")
        assert (check.severity, check.flags) == (Severity.LOOK, (Flag.UNREAD,))


@pytest.mark.parametrize("key", ["cues", "orders", "offices", "cue_adverbs", "aides", "and_words"])
def test_nobody_is_named_where_a_list_is_missing(tmp_path: Path, key: str) -> None:
    _without(tmp_path, key)
    text = "Mara Sorn dixa: “Sarna portu restami aperta por omna shipi.”"
    document = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="xq")
    assert [quotation.speaker for quotation in quotations(document)] in ([], [None])


def _without(folder: Path, key: str) -> None:
    kept = [line for line in LAKEISH.splitlines() if not line.startswith(f"{key} =")]
    assert len(kept) == len(LAKEISH.splitlines()) - 1
    (folder / "xq.toml").write_text("\n".join(kept), encoding="utf-8")
