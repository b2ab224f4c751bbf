"""Offices as printed: two printings of one, and the words under which one is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.offices import is_same_office, meeting_office_words, office_words

WORDS = [
    "PM",
    "pm",
    "FM",
    "Prime",
    "PRIME",
    "Minister",
    "minister,",
    "Foreign",
    "of",
    "the",
    "and",
    "Orland",
    "St.",
]


@pytest.mark.parametrize(
    ("asked", "held", "one"),
    [
        ("the Prime Minister", "PRIME MINISTER", True),
        ("PM", "Prime Minister of Orland", True),
        ("Prime Minister", "PM", True),
        ("Mayor of Ostrel", "Mayor of Ostrel, ad interim", False),
        ("Mayor", "Mayor, ad interim", True),
        ("Mayor of Ostrel", "Mayor of Vinden", False),
        ("Minister", "Prime Minister", False),
        ("Minister of Trade and Fish", "Minister of Fish and Trade", True),
        ("of the", "of the", False),
        ("Foreign Minister", "FM", True),
    ],
)
def test_two_printings_of_an_office(asked: str, held: str, one: bool) -> None:
    assert is_same_office(asked, held) is one


@given(st.lists(st.sampled_from(WORDS), max_size=4), st.lists(st.sampled_from(WORDS), max_size=5))
def test_every_printing_of_an_office_is_found_by_its_words(asked: list[str], held: list[str]) -> None:
    one, other = " ".join(asked), " ".join(held)
    if is_same_office(one, other):
        assert any(words <= office_words(other) for words in meeting_office_words(one))
