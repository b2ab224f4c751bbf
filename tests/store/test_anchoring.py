"""Where words stand in a later version of their text."""

from __future__ import annotations

from verbale.model.text import Selector, Span
from verbale.store.anchoring import Haystack


def test_numbers_with_signs_stand_where_they_stood() -> None:
    text = "Lee: It fell to −5 degrees on 3–5 days. We paid $40m. Item 0-4?"
    later = Haystack(text.replace("Lee", "Ann Lee"))
    for words in ("It fell to −5 degrees on 3–5 days.", "We paid $40m.", "Item 0-4?"):
        start = text.index(words)
        found = later.find(Selector.at(text, Span(start, start + len(words))))
        assert isinstance(found, Span)
        assert found.of(later.text) == words
