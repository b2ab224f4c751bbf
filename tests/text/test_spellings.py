from __future__ import annotations

import pytest

from verbale.text.spellings import same_place, same_spelling


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "militarisation", "militarization"),
        ("en", "organised", "organized"),
        ("en", "analysing", "analyzing"),
        ("en", "neighbouring", "neighboring"),
        ("en", "kilometres", "kilometers"),
        ("en", "travelled", "traveled"),
        ("en", "dialogue", "dialog"),
        ("en", "programmes", "programs"),
        ("en", "fulfils", "fulfills"),
        ("en", "towards", "toward"),
        ("en", "the defence ministry", "the defense ministry"),
        (None, "colour", "color"),
        ("de", "potentielle", "potenzielle"),
        ("pt", "direccao", "direcao"),
        ("es", "mejico", "mexico"),
        ("ru", "тоннеля", "туннеля"),
    ],
)
def test_one_word_in_two_spellings(language: str | None, one: str, other: str) -> None:
    assert same_spelling(one.split(), other.split(), language)
    assert same_spelling(other.split(), one.split(), language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "four", "for"),
        ("en", "prise", "prize"),
        ("en", "hour", "hor"),
        ("en", "organise", "organised"),
        ("en", "colour", "colours"),
        ("en", "defence", "defensive"),
        ("de", "colour", "color"),
        ("en", "a colour", "colour"),
    ],
)
def test_other_words(language: str, one: str, other: str) -> None:
    assert not same_spelling(one.split(), other.split(), language)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kiev", "Kyiv", True),
        ("Turkey", "Türkiye", True),
        ("Peking", "Beijing", True),
        ("Swaziland", "Eswatini", True),
        ("Ivory Coast", "Côte d’Ivoire", True),
        ("Киев", "Київ", True),
        ("Kyiv", "Minsk", False),
        ("Russia", "Russian", False),
        ("Russia", "Russian Federation", False),
        ("turkey", "Türkiye", False),
        ("Orsk", "Tarn", False),
        # a part is not the whole, nor another part
        ("Gaza", "Palestine", False),
        ("Gaza Strip", "West Bank", False),
        ("Trinidad", "Tobago", False),
        ("USA", "America", True),
        ("Us", "America", False),
    ],
)
def test_one_place_under_two_names(one: str, other: str, *, same: bool) -> None:
    assert same_place(one, other) == same
    assert same_place(other, one) == same
