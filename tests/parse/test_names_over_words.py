"""Pages that set the speaker's name over the words: in a heading, in bold, by the page's own word."""

from __future__ import annotations

import pytest

from tests.readers.making import page
from verbale import read
from verbale.model import Document, Kind

NAMES = ("Ilsa Brand", "Tom Moor")
SAID = (
    "The dues of the weir for small boats will not be raised before the spring of the year.",
    "I thank the minister, and ask whether she has seen the letter of the bank about the piers.",
)


def debate(label: str, turns: int = 8) -> Document:
    said = "".join(
        f"{label.format(name=NAMES[n % 2], n=n)}<p>{SAID[n % 2]} That is point {n}.</p>" for n in range(turns)
    )
    return read(page(f"<h1>Dues of the weir</h1>{said}"), name="a.html")


@pytest.mark.parametrize(
    "label",
    [
        "<h3><a href='/m/{n}'>{name}</a></h3>",
        "<h2><a href='/m/{n}'><strong>{name}</strong> <small>Lake Party, East</small></a>"
        " <a href='#{n}'>10:30 am</a></h2>",
        "<h3><a href='/m/{n}'>{name}</a><br><small>Lake Party</small></h3>",
        "<h4><a href='/m/{n}'>{name}</a>, Minister of Ports</h4>",
        "<h4>{name} (Lake Party)</h4>",
        "<p><strong><a href='/m/{n}'>{name}</a></strong></p>",
        "<p class='speaker'>{name}</p>",
        "<div class='debate-speaker'><a href='/m/{n}'>{name}</a></div>",
        "<dt>{name}</dt>",
    ],
)
def test_the_name_over_the_words_is_the_speakers(label: str) -> None:
    document = debate(label)
    assert document.kind is Kind.TRANSCRIPT
    spoken = [turn for turn in document.turns if turn.speaker is not None]
    assert [(turn.speaker or "")[:10].strip() for turn in spoken] == [NAMES[n % 2] for n in range(8)]
    assert [turn.span.of(document.text).split(" That")[0] for turn in spoken] == [
        SAID[n % 2] for n in range(8)
    ]


def test_the_question_in_a_heading_is_said() -> None:
    document = debate("<h3><b>{name}:</b> What of point {n}?</h3>")
    assert document.turns[0].span.of(document.text).startswith("What of point 0?\n\nThe dues")


def test_headings_that_do_not_come_back_are_no_speakers() -> None:
    assert debate("<h3>What is to be said of point {n}?</h3>").turns == ()
    assert debate("<h3>{name} {n}</h3>").turns == ()
