from __future__ import annotations

import pytest

from verbale.text.variants import same_spoken, same_written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("five percent", "5 %"),
        ("five per cent", "5 %"),
        ("twenty five", "25"),
        ("1.5 million", "1500000"),
        ("$ 5 million", "five million dollars"),
        ("mr", "mister"),
        ("ok", "okay"),
        ("follow up", "followup"),
        ("a hundred and five", "105"),
        ("first", "1st"),
    ],
)
def test_the_same_words_in_another_style(one: str, other: str) -> None:
    assert same_written(one.split(), other.split())
    assert same_written(other.split(), one.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twenty", "thirty"),
        ("$ 5", "€ 5"),
        ("$ 5 and € 6", "€ 5 and € 6"),
        ("5", "$ 5"),
        ("two", "too"),
        ("million", "billion"),
        ("", ""),
    ],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert not same_written(one.split(), other.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("do not", "don't"),
        ("it is", "it's"),
        ("it has", "it's"),
        ("we will", "we'll"),
        ("going to", "gonna"),
        ("cannot", "can't"),
        ("i um think", "i think"),
    ],
)
def test_speech_and_its_tidied_print(one: str, other: str) -> None:
    assert same_spoken(one.split(), other.split())


@pytest.mark.parametrize(("one", "other"), [("it was", "it's"), ("we would", "we'll"), ("do", "don't")])
def test_tidying_never_changes_what_is_said(one: str, other: str) -> None:
    assert not same_spoken(one.split(), other.split())
