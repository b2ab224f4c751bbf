"""Whether two printings are one person's: one table of pairs, the same in both orders."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given

from tests.text.printed_names import printed_names
from verbale.text.names import key_words
from verbale.text.one_person import meeting_words, one_person, same_person

PAIRS = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))["pairs"]
SIGNS = {True: "=", False: "|", None: "?"}


@pytest.mark.parametrize("pair", PAIRS)
def test_two_printings(pair: str) -> None:
    one, _, other = re.split(r" ([=|?]) ", pair)
    assert f"{one} {SIGNS[one_person(one, other)]} {other}" == pair
    assert one_person(one, other) == one_person(other, one)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if " = " in pair])
def test_printings_of_one_person_meet(pair: str) -> None:
    one, other = pair.split(" = ")
    for name, sought in ((one, other), (other, one)):
        assert any(words <= key_words(sought) for words in meeting_words(name))


@given(printed_names(), printed_names())
def test_names_of_nobody(one: str, other: str) -> None:
    assert one_person(one, other) is one_person(other, one)
    assert same_person(one, other) == (one_person(one, other) is True)
