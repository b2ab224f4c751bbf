from __future__ import annotations

import typing
from datetime import date

import pytest

from verbale import Copy, Difference, Event, Operation, Orphan, Selector, Span, SpeakerInfo, Suggestion
from verbale.telling.answers import (
    copy_words,
    decision_words,
    difference_words,
    event_words,
    orphan_words,
    speaker_words,
    suggestion_words,
)

MERGE = Suggestion(id="a", kind="merge", one="Al Bo", other="Alan Bo", reason="nickname")
SPLIT = Suggestion(id="b", kind="split", one="A. Bo", other="Alan Bo", reason="ambiguous")


def test_a_question_says_which_way_it_is_meant() -> None:
    assert "one person?" in suggestion_words(MERGE)
    assert "are they two?" in suggestion_words(SPLIT)
    assert decision_words(SPLIT, same=False) == "A. Bo and Alan Bo are two people"


@pytest.mark.parametrize("kind", ["same text", "near", "excerpt", "whole"])
def test_every_kind_of_copy_has_its_words(kind: str) -> None:
    assert copy_words(Copy(document_id="a", kind=kind, share=1.0)).endswith("100% of the sampled words.")


def test_an_event_without_day_or_place_is_not_told() -> None:
    event = Event(id="a", said_on=None, speaker="Al Bo", place=None, documents=("a", "b"))
    assert event_words(event) == ""
    known = Event(id="a", said_on=date(2025, 3, 1), speaker=None, place="Selden", documents=("a", "b"))
    assert event_words(known) == "One event: 1 March 2025, Selden."


def test_what_became_of_words() -> None:
    def change(old: str, new: str) -> str:
        op = Operation.REPLACE if old and new else Operation.INSERT if new else Operation.DELETE
        return difference_words(Difference(op=op, before=Span(0, 0), after=Span(0, 0), old=old, new=new))

    assert change("may", "will") == "“may” became “will”"
    assert change("", "will") == "added “will”"
    assert change("may", "") == "left out “may”"


def test_an_orphan_is_told_with_its_reason() -> None:
    selector = Selector("We stay.", "", "")
    lost = Orphan(
        kind="statement", id="a", document_id="b", selector=selector, reason="gone", speaker="Al Bo"
    )
    assert orphan_words(lost) == "statement, gone: Al Bo: “We stay.”"


def test_a_speaker_is_told_with_every_other_name() -> None:
    size: dict[str, typing.Any] = {"documents": 3, "events": 2, "first_hand": 1, "reported": 4}
    known = SpeakerInfo(id="a", name="Al Bo", names=("Al Bo", "Bo"), aliases=("Allie",), **size)
    told = "Al Bo (also Bo, Allie): 3 documents of 2 events, 1 statement first-hand, 4 reported."
    assert speaker_words(known) == told
    assert ", an office whoever holds it:" in speaker_words(known, office=True)
