"""How far around quoted words an attribution is looked for, and the line before them that announces them."""

from __future__ import annotations

import pytest

from verbale.model.document import Document, Turn
from verbale.model.text import Span
from verbale.quote.attribution.neighbourhoods import Reader


@pytest.mark.parametrize(
    ("text", "neighbourhoods", "siblings"),
    [
        ("“We stay for it all.” he said", ["“We stay for it all.” he said"], [(None, None)]),
        ("One.\n\n“We stay.” he said.\n\nTwo.", ["“We stay.” he said."], [(None, None)]),
        # up to the siblings beside it
        (
            "He: “We stay.” Then “We go.” So.",
            ["He: “We stay.” Then ", " Then “We go.” So."],
            [(None, 1), (0, None)],
        ),
        ("“We stay.” So.\n\n“We go.” So.", ["“We stay.” So.", "“We go.” So."], [(None, None), (None, None)]),
        # and within the words around it
        (
            "He said “we ‘never, never’ go” and “no” then.",
            ["He said “we ‘never, never’ go” and ", "we ‘never, never’ go", " and “no” then."],
            [(None, 2), (None, None), (0, None)],
        ),
    ],
)
def test_the_neighbourhood_of_quoted_words(
    text: str, neighbourhoods: list[str], siblings: list[tuple[int | None, int | None]]
) -> None:
    found = Reader(text).found
    assert [text[one.start : one.end] for one in found] == neighbourhoods
    assert [(one.previous, one.following) for one in found] == siblings


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("The minister said:\n“We stay for it all.”", [18]),
        ("The minister said：\n\n“We stay for it all.”", [18]),
        (":\n\n“We stay for it all.”", [1]),
        # over eight blanks at most
        ("The minister said:" + "\n" * 8 + "“We stay for it all.”", [18]),
        ("The minister said:" + "\n" * 9 + "“We stay for it all.”", [None]),
        ("The minister said:** \n>“We stay for it all.”", [18]),
        # no colon, words between, the same line, another stretch between
        ("The minister said\n\n“We stay for it all.”", [None]),
        ("The minister said:\n\nBut “We stay for it all.”", [None]),
        ("The minister said: “We stay for it all.”", [None]),
        ("He:\n\n“We stay.” “We go.”", [3, None]),
        # at the beginning of a text nothing stands before it, whatever stands at its end
        ("“We stay for it all.” he said:", [None]),
        ("\n\n“We stay for it all.” he said:", [None]),
        ("\n\n“We stay for it all.” he said:\n", [None]),
    ],
)
def test_the_line_that_announces_quoted_words(text: str, edges: list[int | None]) -> None:
    reader = Reader(text)
    assert [reader.announcing_line(one) for one in reader.found] == edges


def test_the_line_of_another_turn_announces_nothing() -> None:
    text = "A: The minister said:\n\n“We stay for it all.”\n\nB: No."
    start = text.index("“")

    def reader(*turns: Turn) -> Reader:
        return Reader(Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1", turns=turns))

    (one,) = (alone := reader()).found
    assert alone.announcing_line(one) == start - 2
    end = text.index("\n\nB")
    two = reader(
        Turn(span=Span(3, start - 2)), Turn(span=Span(start, end)), Turn(span=Span(end + 5, len(text)))
    )
    assert [two.announcing_line(one) for one in two.found] == [None]
    # the turn that holds a place, up to its end
    places = {
        0: None,
        2: None,
        3: 0,
        start - 3: 0,
        start - 2: None,
        start: 1,
        end - 1: 1,
        end: None,
        len(text) - 1: 2,
    }
    assert {place: two.turn_at(place) for place in places} == places
    assert alone.turn_at(3) is None
    assert [one.turn for one in two.found] == [1]
