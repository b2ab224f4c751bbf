"""Conventions that strangers use: labels of every kind, and texts that only look as if they had some."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from verbale.model.document import Kind
from verbale.parse import read

TEXTS = tomllib.loads(Path(__file__).with_name("strangers.toml").read_text(encoding="utf-8"))


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", TEXTS["transcript"], ids=named)
def test_each_turn_has_its_speaker_its_role_and_its_words(case: dict[str, Any]) -> None:
    document = read(case["text"].encode(), name=case["name"])
    found = [
        (turn.speaker or "", turn.role.value, turn.span.of(document.text).split("\n")[0])
        for turn in document.turns
    ]
    assert [speaker for speaker, _, _ in found] == [speaker for speaker, _, _ in case["turns"]]
    for (_, role, words), (_, expected, opening) in zip(found, case["turns"], strict=True):
        assert words.startswith(opening)
        assert expected in ("*", role)


@pytest.mark.parametrize("case", TEXTS["other"], ids=named)
def test_what_only_looks_like_labels_gives_no_turns(case: dict[str, Any]) -> None:
    document = read(case["text"].encode(), name=case["name"])
    assert document.turns == ()
    assert document.kind is not Kind.TRANSCRIPT


def test_the_last_words_end_before_credits_signatures_and_what_follows_on_a_page() -> None:
    ends = {
        "credits.html": "Until I stop.",
        "signature.txt": "Nobody. That is the trouble.",
        "ministry.html": "In two.",
        "table md.md": "It was my bell.",
    }
    for case in TEXTS["transcript"]:
        if case["name"] in ends:
            document = read(case["text"].encode(), name=case["name"])
            assert document.turns[-1].span.of(document.text) == ends.pop(case["name"])
    assert not ends


def test_a_name_quoted_in_an_answer_has_no_turn_and_the_answer_goes_on() -> None:
    case = next(case for case in TEXTS["transcript"] if case["name"] == "quoted play.md")
    document = read(case["text"].encode(), name=case["name"])
    assert document.turns[1].span.of(document.text).endswith("And then it goes out.")


def test_a_speech_with_one_label_is_remarks_of_whom_its_title_names() -> None:
    for case in TEXTS["transcript"]:
        if case["name"].startswith("one label"):
            document = read(case["text"].encode(), name=case["name"])
            assert (document.kind, document.speaker) == (Kind.REMARKS, "Ottavia Renz")
