"""Turns that do not fit whom their label names are flagged, and keep their speaker."""

from __future__ import annotations

import pytest

from verbale import read
from verbale.model.document import Document

EXCHANGE = """Interview

Question: Will the port be sold?

Ivo Tarn: {first}

Question: And the ferries?

Ivo Tarn: {second}

Question: {third}

Ivo Tarn: No.

Question: Why?

Ivo Tarn: It rains.

Question: And the dam?

Ivo Tarn: It stays.
"""
PLAIN = {"first": "It belongs to the town.", "second": "They run.", "third": "On Sundays too?"}
LONG = "I think that they will sail in the spring, when the workers are back from the north. " * 2


def of(**words: str) -> Document:
    return read(EXCHANGE.format(**PLAIN | words).encode(), name="talk.txt")


def suspect(document: Document) -> list[tuple[int, str | None]]:
    return [(place, turn.speaker) for place, turn in enumerate(document.turns) if turn.unsure]


@pytest.mark.parametrize(
    "words",
    [
        "Mr. Tarn, will you sell the port or will you not?",
        "Will you sell the port or not, Mr. Tarn?",
        "Minister Tarn, the gates are rotten.",
        "We know it. Mr. Tarn said yesterday that it will be sold.",
        "It will not be sold.\n\nAnd when will the gates be mended?\n\nIn the spring.",
    ],
)
def test_who_is_called_in_his_own_turn_or_asks_there_is_suspect(words: str) -> None:
    assert suspect(of(first=words)) == [(1, "Ivo Tarn")]


@pytest.mark.parametrize(
    "words",
    [
        "My name is Tarn, and I am the minister.",
        "They told me: “Mr. Tarn, will you go?” I did not.",
        "I asked myself what will become of it. Nothing will.",
        "Who will pay? The town will pay.\n\nThe ferries run.",
        "The question is the minister. Tarn is a river, and it is full.",
        "I thank Mr. Tarnow, who wrote to me.",
    ],
)
def test_what_fits_its_label_is_not(words: str) -> None:
    assert suspect(of(first=words)) == []


def test_another_of_the_same_surname_may_be_meant() -> None:
    words = "Mr. Tarn, you have the floor.\n\nPetra Tarn: I have it."
    assert suspect(of(first=words)) == []


def test_an_answer_under_a_question_before_another_question_is_suspect() -> None:
    words = f"They run.\n\nQuestion: When will they sail?\n\n{LONG}"
    assert suspect(of(second=words)) == [(4, None)]


def test_an_answer_that_asks_before_another_under_the_same_label_is_suspect() -> None:
    words = "They run. Do they run at night?\n\nIvo Tarn: By day."
    assert suspect(of(second=words)) == [(3, "Ivo Tarn")]


def test_labels_that_are_swapped_or_often_suspect_are_not_reliable() -> None:
    swapped = "\n\n".join(f"Question: {LONG}\n\nIvo Tarn: And what of gate {n}?" for n in range(4))
    document = read(swapped.encode(), name="talk.txt")
    assert document.is_unreliable
    assert {turn.speaker for turn in document.turns} == {None, "Ivo Tarn"}
    one = of(first="Mr. Tarn, will you go?")
    two = of(first="Mr. Tarn, will you go?", second="Mr. Tarn, will you?", third="Mr. Tarn, will you?")
    assert not one.is_unreliable
    assert not two.is_unreliable
    assert of(first="Mr. Tarn, what now?", second="Well?\n\nIvo Tarn: Mr. Tarn, will you?").is_unreliable
