from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse import fictions
from verbale.model.document import Reading, Turn
from verbale.model.text import Span
from verbale.parse import read
from verbale.parse.boilerplate import boilerplate_of, clip, is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Photo: MFA",
        "Photo: SNA/Pool",
        "Photo by Sam Orrin",
        "© Harbour Gazette, 2025",
        "All rights reserved. Contact the desk.",
        "read more in our Telegram-channel https://example.org/harbour",
        "Read more",
        "Read also: The dam in ten pictures",
        "Subscribe to our newsletter",
        "Follow us on Telegram",
        "Подписывайтесь на наш канал",
        "Lesen Sie auch: Die Brücke",
        "Share: Facebook | X | WhatsApp",
        "Facebook · X · Telegram",
        "23:34 24.05.2025 •",
        "24.11.2024 09:15",
        "https://example.org/slides.pdf",
        "[ENDS]",
        "[ends]",
        "END 4:12 P.M.",
        "END  4:12 P.M. EDT",
        "###",
        "* * *",
    ],
)
def test_boilerplate_anywhere(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "All news",
        "Home > News > Politics",
        "E&OE",
        "E & OE ................",
        "Subjects: dairy prices; the hospital; the budget",
        "Published on 9 October 2024",
        "Check against delivery",
        "(As prepared for delivery)",
        "1:05 P.M. EST",
        "For immediate release",
    ],
)
def test_boilerplate_at_the_ends_alone(line: str) -> None:
    assert is_boilerplate(line, near_an_end=True)
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Read our lips: no.",
        "Picture this: a bridge without a river. What then?",
        "picture by picture we shall go through it",
        "copyright law is not what it was",
        "(c) the third point is the toll",
        "Follow the money, and follow us if you can.",
        "Share the burden, that is all I ask.",
        "The end.",
        "end.",
        "news",
        "E&OE Good morning, ladies and gentlemen.",
        "Question: Will you go?",
        "See you on Monday at 12:30",
        "12:30 is the hour",
    ],
)
def test_speech_is_not_boilerplate(line: str) -> None:
    assert not is_boilerplate(line, near_an_end=True)


def test_boilerplate_is_marked_and_stays_in_the_text() -> None:
    document = read(fictions.INTERVIEW.encode(), name="a.txt")
    assert document.text == fictions.INTERVIEW
    assert [span.of(document.text) for span in document.boilerplate] == [
        "09:15 06.03.2025 •",
        "Photo: Ministry of Foreign Affairs",
        "read more in our Telegram-channel https://example.org/harbour",
    ]


def test_no_turn_runs_into_a_footer() -> None:
    document = read(fictions.INTERVIEW.encode(), name="a.txt")
    assert document.turns[-1].span.of(document.text) == "Thank you."
    assert not any(turn.span.overlaps(mark) for turn in document.turns for mark in document.boilerplate)


def test_a_wrapped_line_of_speech_is_not_a_note() -> None:
    text = "I think that we should\nread more about it\nand write less.\n\n" * 30
    reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    assert boilerplate_of(reading) == ()


def test_boilerplate_is_boilerplate() -> None:
    text = "---\ntitle: A\n---\n\nWe begin."
    reading = Reading(name="a.md", sha256="", reader="markdown/1", text=text, boilerplate=(Span(0, 16),))
    assert boilerplate_of(reading) == (Span(0, 16),)


def test_clip_takes_several_footers_off_and_leaves_the_words() -> None:
    text = "We end.\n\nPhoto: A\n\n[ends]\n"
    marks = (Span(9, 17), Span(19, 25))
    (turn,) = clip((Turn(span=Span(0, 26)),), marks, text)
    assert turn.span.of(text) == "We end."
    inner = Turn(span=Span(0, 26))
    assert clip((inner,), (Span(9, 17),), text) == (inner,)
    assert clip((Turn(span=Span(9, 17)),), marks, text) == (Turn(span=Span(9, 17)),)


@given(
    st.lists(
        st.sampled_from(
            ["Photo: A", "[ends]", "Q: Why?", "", " ", "---", "A > B", "12:30", "© x", "Read more", "we"]
        ),
        max_size=60,
    ),
    st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=4),
)
def test_marks_are_in_order_and_inside_the_text(lines: list[str], boilerplate: list[tuple[int, int]]) -> None:
    text = "\n".join(lines)
    spans = tuple(Span(start, start + length) for start, length in boilerplate if start + length <= len(text))
    marks = boilerplate_of(Reading(name="a", sha256="", reader="t/1", text=text, boilerplate=spans))
    assert all(mark.end <= len(text) for mark in marks)
    assert all(one.end <= other.start for one, other in pairwise(marks))
