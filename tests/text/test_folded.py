"""What is found in a text without its capitals is what is found in the casefolded text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from verbale.text.folded import Folded

TEXTS = st.text(alphabet="abcsAS ß?éÉςΣ’\n\u00a0", max_size=60)
WORDS = st.text(alphabet="abcs éσ?", min_size=1, max_size=3)


@given(TEXTS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_words_are_found_as_in_the_casefolded_text(text: str, words: str, start: int, end: int) -> None:
    part = text[start:end].casefold()
    assert Folded(text).has(words, start, end) == (
        words in (part.replace("\n", " ") if " " in words and words.isascii() and "?" not in words else part)
    )


@given(TEXTS.filter(lambda text: "ß" not in text), WORDS)
def test_places_are_those_of_the_casefolded_text(text: str, words: str) -> None:
    plain = text.casefold().replace("\n", " ")
    assert list(Folded(text).places(words)) == [m.start() for m in re.finditer(re.escape(words), plain)]


def test_letters_that_grow_when_folded_leave_the_others_in_place() -> None:
    folded = Folded("Straße, GRÜNE Fähre")
    assert list(folded.places("fähre")) == [14]
    assert folded.has("strasse", 0, 6)
    assert not folded.has("strasse", 1, 19)
