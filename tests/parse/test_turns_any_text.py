"""Turns of any text: ordered spans inside it, links to earlier questions, in linear time."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Reading, Role
from verbale.model.text import Span
from verbale.parse.turns.turn_finding import find_turns, whole_turn

LABELS = [
    "Q    ",
    "Q. ",
    "A. ",
    "Question: ",
    "JOURNALIST:\n",
    "MS. HALE:  ",
    "Ada Brand: ",
    "— ",
    "**Q:** ",
    "MS. PELL\n",
    "Вопрос: ",
    "Note: ",
]
WORDS = [
    "Yes.",
    "Is it?",
    "(Laughter.)",
    "END",
    "\u00a0",
    "4:57",
    "Mr. Hale",
    "Photo: x",
    "\r",
    "\x0c",
    "#",
    "**",
    "No:",
    "Ⅷ",
    "İ",
]
LINES = st.builds(
    str.__add__, st.sampled_from([*LABELS, ""]), st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
)
TEXTS = st.one_of(
    st.text(),
    st.lists(LINES, max_size=12).map("\n\n".join),
    st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=12).map("\n".join),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    spans = st.lists(st.tuples(places, places).map(lambda p: Span(min(p), max(p))), max_size=3).map(tuple)
    return Reading(
        name="a",
        sha256="",
        reader="text/1",
        text=text,
        title=draw(st.none() | st.text(max_size=30)),
        speaker=draw(st.none() | st.text(max_size=20)),
        emphasis=draw(spans),
        headings=draw(spans),
        boilerplate=draw(spans),
    )


@given(readings(), st.none() | st.text(max_size=20))
@settings(deadline=None, max_examples=400)
def test_turns_lie_in_order_inside_the_text(reading: Reading, speaker: str | None) -> None:
    end = 0
    turns = find_turns(reading, speaker)
    for i, turn in enumerate(turns):
        assert turn.span.end <= len(reading.text)
        assert turn.span.start >= (turn.label.end if turn.label else end) >= end
        end = turn.span.end
        assert (turn.answers is not None) == (turn.role is Role.ANSWER)
        if turn.answers is not None:
            assert turn.answers < i
            assert turns[turn.answers].role is Role.QUESTION
    for turn in whole_turn(reading, speaker):
        assert turn.span.end <= len(reading.text)


def _seconds(text: str) -> float:
    clock = time.process_time()
    find_turns(Reading(name="a", sha256="", reader="text/1", text=text))
    return time.process_time() - clock


def test_a_hundred_thousand_labels_are_quick() -> None:
    same = "Question: Is it?\n\nAda Brand: It is.\n\n" * 50_000
    assert _seconds(same) < 20
    different = "".join(
        f"N{'ABCDEFGHIJ'[i % 10]}{'KLMNOPQRST'[i // 10 % 10]}X{i % 977} LEE: It is.\n\n"
        for i in range(100_000)
    )
    assert _seconds(different) < 30


def test_one_long_line_is_quick() -> None:
    assert _seconds("Ada Brand: " + "word: " * 1_000_000) < 10
    assert _seconds(" " * 2_000_000 + ":") < 10
    assert _seconds("*" * 1_000_000) < 10
    assert _seconds("A " * 1_000_000) < 10
