"""Turns of any text: ordered spans inside it, links to earlier questions, in linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cost import grows_as_its_size
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


def _turns(text: str) -> None:
    find_turns(Reading(name="a", sha256="", reader="text/1", text=text))


def _labels(count: int) -> str:
    return "".join(
        f"N{'ABCDEFGHIJ'[i % 10]}{'KLMNOPQRST'[i // 10 % 10]}X{i % 977} LEE: It is.\n\n" for i in range(count)
    )


def test_many_labels_are_no_more_work_each_than_a_few() -> None:
    same = "Question: Is it?\n\nAda Brand: It is.\n\n"
    assert grows_as_its_size(lambda size: _turns(same * size), 1_000)
    assert grows_as_its_size(lambda size: _turns(_labels(size)), 2_000)


@pytest.mark.thorough
def test_a_hundred_thousand_labels_are_found() -> None:
    _turns(_labels(100_000))


@pytest.mark.parametrize("line", ["Ada Brand: {word: }", "{ }:", "{*}", "{A }"])
def test_a_long_line_takes_linear_time(line: str) -> None:
    start, word, end = re.split("[{}]", line)
    assert grows_as_its_size(lambda size: _turns(start + word * size + end), 250_000)
