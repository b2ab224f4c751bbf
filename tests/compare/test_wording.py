from __future__ import annotations

import pytest

from verbale.compare.quoted import take_apart
from verbale.compare.wording import compare
from verbale.text.tokens import tokens


@pytest.mark.parametrize(
    ("quoted", "record", "exact"),
    [
        ("so be it now", "so be it (Laughter.) now", True),
        ("my brother said so", "my <s>son</s> [brother] said so", True),
        ("my son said so", "my <s>son</s> [brother] said so", True),
        # a correction that turns the sense
        ("we will sign it", "we will [not] sign it", False),
        ("we will sign it", "we will <s>not</s> sign it", False),
        ("we will not sign it", "we will [not] sign it", True),
        # a word that changes what is said is no stutter
        ("we go", "we can — we go", True),
        ("we sign it today", "we won’t — sign it today", False),
    ],
)
def test_what_a_transcriber_adds_and_a_speaker_takes_back(quoted: str, record: str, exact: bool) -> None:
    assert compare(take_apart(quoted).pieces[0], tokens(record)).exact is exact
