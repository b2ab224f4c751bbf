"""Offices as printed: two printings of one, and the words under which one is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.offices import are_one_office, is_same_office, meeting_office_words, office_words
from verbale.text.one_person import one_person

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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("British Prime Minister", "Prime Minister of the United Kingdom", True),
        ("US president", "President of the United States of America", True),
        ("the Georgian president", "President of Georgia", True),
        ("Dutch prime minister", "Prime Minister of the Netherlands", True),
        ("Iran’s top diplomat", "Minister of Foreign Affairs of the Islamic Republic of Iran", True),
        ("Chinese Premier", "Premier of the People's Republic of China", True),
        ("Tavrian president", "President of Tavria", True),
        ("Orlandish minister of lakes", "Minister of Lakes of Orland", True),
        ("Orl mayor", "Mayor of Orl", True),
        # another country, another office, an office of which nobody says whose it is
        ("Austrian prime minister", "Prime Minister of Australia", False),
        ("Slovak president", "President of Slovenia", False),
        ("Niger's president", "Nigerian President", False),
        ("North Korean leader", "Leader of South Korea", False),
        ("Tavrian president", "Ambassador of Tavria", False),
        ("Oakland's foreign minister", "Foreign Minister of Orland", False),
        ("Deputy Foreign Minister of Orland", "Orland's foreign minister", False),
        ("Minister of Lakes", "Minister of Rivers", False),
        ("the foreign minister", "Foreign Minister of Orland", False),
    ],
)
def test_whose_office_it_is_may_be_printed_in_several_ways(one: str, other: str, same: bool) -> None:
    assert are_one_office(one, other) is are_one_office(other, one) is same
    assert (one_person(one, other) is True) is same
