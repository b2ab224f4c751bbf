"""What the scribe of a sitting writes and prints is in nobody's mouth."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.model.document import Document
from verbale.parse import read

SITTINGS = tomllib.loads(Path(__file__).with_name("scribe.toml").read_text(encoding="utf-8"))["sitting"]


def who(document: Document, words: str) -> str | None:
    """The speaker of words; None where they stand in no turn, or are marked as no speech."""
    place = document.text.index(words)
    if any(span.start <= place < span.end for span in document.boilerplate):
        return None
    turn = next((turn for turn in document.turns if turn.span.start <= place < turn.span.end), None)
    return turn.speaker if turn else None


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", SITTINGS, ids=named)
def test_what_the_scribe_writes_is_nobodys_and_all_else_is_somebodys(case: dict[str, Any]) -> None:
    document = read(case["text"].encode(), name="sitting.txt")
    assert {words: who(document, words) for words in case["nobody"]} == dict.fromkeys(case["nobody"])
    assert {words: who(document, words) for words, _ in case["said"]} == dict(case["said"])


def test_a_turn_goes_on_behind_what_the_room_does_and_not_behind_what_is_printed() -> None:
    record, brackets = SITTINGS[0]["text"], SITTINGS[1]["text"]
    printed = read(record.encode(), name="record.txt")
    assert [turn.span.of(printed.text)[-11:] for turn in printed.turns][:2] == ["l the roll.", "the Record."]
    noted = read(brackets.encode(), name="notes.txt")
    assert noted.turns[1].span.of(noted.text).endswith("Et il le restera.")


@pytest.mark.parametrize("part", ["SEC. 7.", "EXHIBIT No. 31.", "ART. IV."])
def test_the_heading_of_a_part_of_a_bill_is_no_speaker(part: str) -> None:
    text = f"""
  Mr. TARN. Who pays?
  Ms. HOLT. We do.
  Mr. TARN. When?
  {part} In spring.
  Ms. HOLT. Soon.
"""
    document = read(text.encode(), name="bill.txt")
    assert {turn.speaker for turn in document.turns} == {"Mr. TARN", "Ms. HOLT"}
