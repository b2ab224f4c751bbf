"""A line break that only the width of a column made parts nothing; one that the writer made stays."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.text.line_breaks import unbroken

PARAGRAPHS = (
    "“The ferry will sail until the ice is gone,” said Bram Holt, who has run the line since the flood of "
    "1999 and knows every stone of it. “Nobody pays.” He would not say for how long.",
    "The mayor, Ana Ruiz, had told the council on Monday: “We will see what the river does to us.” Nobody in "
    "the hall answered her, and the sitting was closed before the lamps were lit.",
    "Her deputy was drier, and counted the crowns on his fingers while he spoke of what a bridge may cost.",
)
# How wide letters are on a page, in parts of the usual.
NARROW, WIDE = "iljtfrI.,:;’ “”", "mwMW—"


def filled(paragraph: str, width: int) -> str:
    return "\n".join(textwrap.wrap(paragraph, width, break_on_hyphens=False))


def typeset(paragraph: str, width: float) -> str:
    """Lines of a page, on which letters differ in width."""
    lines, used = [""], 0.0
    for word in paragraph.split():
        size = sum(0.5 if each in NARROW else 1.5 if each in WIDE else 1.0 for each in word)
        if lines[-1] and used + 0.5 + size > width:
            lines.append("")
            used = 0.0
        lines[-1] = f"{lines[-1]} {word}".strip()
        used += 0.5 + size
    return "\n".join(lines)


@pytest.mark.parametrize("width", [30, 40, 50, 64, 72, 80, 90, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n\n\n"])
def test_a_text_of_any_width_is_its_paragraphs(width: int, between: str) -> None:
    made = unbroken(between.join(filled(each, width) for each in PARAGRAPHS))
    if (width, between) == (30, "\n"):
        # no word would have had room behind the last one of a paragraph: nobody can tell
        made = made.replace("how long. The", "how long.\nThe")
    assert made == between.join(PARAGRAPHS)


@pytest.mark.parametrize("width", [40.0, 50.0, 60.0, 70.0, 80.0])
def test_so_are_the_lines_of_a_page(width: float) -> None:
    text = "\n\n".join(typeset(each, width) for each in PARAGRAPHS)
    assert unbroken(text) == "\n\n".join(PARAGRAPHS)


def test_so_are_lines_that_windows_a_page_or_a_mailer_ended() -> None:
    one, other = (filled(each, 60) for each in PARAGRAPHS[:2])
    text = f"{one}\n\n{other}".replace("\n", "\r\n")
    assert [line.split() for line in unbroken(text).split("\n\r\n")] == [p.split() for p in PARAGRAPHS[:2]]
    # a page that ends inside a sentence
    assert unbroken(one.replace("\n", "\f\n", 1)).count("\n") == 0
    quoted = "\n".join(f"> {line}" for line in one.split("\n"))
    assert unbroken(quoted).split() == [">", *PARAGRAPHS[0].split()]


def test_so_is_a_text_with_an_empty_line_behind_every_line() -> None:
    text = "\n\n".join(line for each in PARAGRAPHS[:2] for line in filled(each, 50).split("\n"))
    assert unbroken(text).count("\n") == 2


@pytest.mark.parametrize(
    ("text", "feeds"),
    [
        # one break is enough where the sentence surely goes on
        ("“We stay until dusk,” said\nBram Holt, who had come by boat.", 0),
        ("“We stay until dusk,”\nBram Holt said.", 0),
        ("“We stay until dusk”, dijo\nBram Holt.", 0),
        ("“We stay until dusk,” Bram Holt\nsaid.", 0),
        ("He came, he saw,\nhe left.", 0),
        # a heading, a byline, a dateline, a signature
        ("Harbour reopens after the storm\nBram Holt\nThe mayor said on Monday that it was open again.", 2),
        ("“We stay,” says Mayor\nThe harbour will be open on Monday, and so will the ferry to the isle.", 1),
        ("We will see what comes of it.\nBram Holt", 1),
        ("The minister said:\n“We stay.”", 1),
        # a paragraph on each line
        ("The ferry sails.\nNobody pays.\n“We stay,” he said.", 2),
        # items, cells, headings, labels, stage notes
        ("He named three, and counted,\n- the ferry\n- the bridge\n- the mole", 3),
        ("He named three,\n1. The ferry, which sails\n2) The bridge, which stands", 2),
        ("# The harbour, which waits,\nfor ever", 1),
        ("QUESTION: Will it sail, and when\nANSWER: It will, as ever\nQUESTION: Why", 2),
        ("Ana Ruiz: It came. (reading)\n“My son has left us.”", 1),
        # verse, and what is set in from the left
        ("The ferry sails.\n    The next paragraph begins, which is set in.", 1),
        # nothing to tell by
        ("", 0),
        ("\n\n", 2),
        ("one word", 0),
    ],
)
def test_what_one_break_says(text: str, feeds: int) -> None:
    assert unbroken(text).count("\n") == feeds


def test_front_matter_and_borders_stay() -> None:
    text = "---\ntitle: one, and\nname: two\n---\nThe ferry,\nwhich sails."
    assert unbroken(text) == "---\ntitle: one, and\nname: two\n---\nThe ferry, which sails."
    text = "He came, he saw,\nhe left."
    assert unbroken(text, [17]) == text
    assert unbroken(text, [0]) != text


@given(st.text(alphabet="ab,.:”“ \n\r\t>-#1A", max_size=200))
def test_no_place_moves_and_no_word_changes(text: str) -> None:
    made = unbroken(text)
    assert len(made) == len(text)
    assert made.replace(">", " ").split() == text.replace(">", " ").split()
    assert all(a == b or (b == " " and a in " \n\r\t>") for a, b in zip(text, made, strict=True))
