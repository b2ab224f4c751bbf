"""Sentences by their marks, with abbreviations and initials."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.sentences import sentence_ends, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plain
        ("We stay. They go.", ["We stay.", "They go."]),
        ("Why? Never! Well…  Then go.", ["Why?", "Never!", "Well…", "Then go."]),
        # titles, initials, numbers
        ("Mr. Vik met Dr. Marr. G.A. Streshnev left.", ["Mr. Vik met Dr. Marr.", "G.A. Streshnev left."]),
        ("It cost 3.5 million. No. 5 is shut.", ["It cost 3.5 million.", "No. 5 is shut."]),
        ("The U.S. President came. He left.", ["The U.S. President came.", "He left."]),
        # closing marks belong to the sentence
        ("“We stay.” He left.", ["“We stay.”", "He left."]),
        ("He said (it was late.) She left.", ["He said (it was late.)", "She left."]),
        # a small letter goes on with the sentence
        ("“Why?” he asked. She left.", ["“Why?” he asked.", "She left."]),
        # other scripts
        ("Мост открыт. Это хорошо.", ["Мост открыт.", "Это хорошо."]),
        ("桥开了。很好。", ["桥开了。", "很好。"]),
        # a blank line ends a sentence without a mark
        ("A heading\n\nThe text.", ["A heading", "The text."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_lines_end_sentences_only_when_asked() -> None:
    text = "A heading\nThe text."
    assert [span.of(text) for span in sentences(text)] == [text]
    assert [span.of(text) for span in sentences(text, lines=True)] == ["A heading", "The text."]


@given(st.text(max_size=300), st.booleans())
def test_sentences_cover_every_word_in_order(text: str, lines: bool) -> None:
    found = sentences(text, lines=lines)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(span.of(text) for span in found)
    assert "".join(covered.split()) == "".join(text.split())
    ends = list(sentence_ends(text, lines=lines))
    assert ends == sorted(ends)


def test_sentences_end_where_hindi_and_arabic_end_them() -> None:
    hindi, arabic = "हम हस्ताक्षर करेंगे। फिर हम जाएंगे।", "هل نوقع؟ نعم نوقع."
    assert [span.of(hindi) for span in sentences(hindi)] == ["हम हस्ताक्षर करेंगे।", "फिर हम जाएंगे।"]
    assert [span.of(arabic) for span in sentences(arabic)] == ["هل نوقع؟", "نعم نوقع."]
