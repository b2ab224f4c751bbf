"""Texts that are built to hold the parser up: it takes what a text of their length may take."""

from __future__ import annotations

import pytest

from tests.cost import grows_as_its_size
from verbale.parse import read

HEAD = "---\nspeaker: Ana Berg\ntitle: Remarks\n---\n"
TALK = "Question: Will you stay?\n\nAna Berg: We shall.\n\n" * 3
# what stands before, what comes again, how many times, what stands behind
LONG = {
    "labels": ("", TALK, 6_000, ""),
    "labels alone": ("", "Ab Cd:\n", 400_000, ""),
    "short lines": ("", "A b\n", 400_000, ""),
    "capitals": ("", "AB CD\n", 200_000, ""),
    "blank lines": (HEAD, "\n", 1_000_000, "We stay. We shall."),
    "marks": (HEAD, "-- \n", 300_000, "We stay. We shall."),
    "blanks": (TALK, " ", 2_000_000, "x"),
    "one line": ("", "word: and more, ", 1_000_000, ""),
    "colons": (TALK, ": ", 2_000_000, ""),
    "colons inside": (TALK, "It is. Ana Berg: x ", 300_000, ""),
    "dashes": ("", "- Will you?\n- We shall.\n", 40_000, ""),
    "markup": ("", "*_#> ", 500_000, "x"),
    "bold": ("", "**a ", 700_000, ""),
    "dates": ("", "12 March 2024, 3.4.2024 ", 40_000, ""),
}
CROOKED = {
    "one capital": "Key points\n\nWe said so.\n\n"
    + "A" * 90
    + "%\n\nWe did.\n\n"
    + "B" * 90
    + "%\n\nWe did.\n",
    "letters in labels": "Question: Why?\n\n"
    + "A" * 130
    + "%: So.\n\nQuestion: When?\n\n"
    + "B" * 130
    + "%: Soon.",
    "front matter": "---\n" + "k: a" + " " * 30_000 + "#\n---\n" + TALK,
}


def parsed(name: str, count: int) -> None:
    start, again, _, end = LONG[name]
    read((start + again * count + end).encode(), name="talk.md")


@pytest.mark.parametrize("name", LONG)
def test_a_text_takes_time_as_its_length(name: str) -> None:
    assert grows_as_its_size(lambda count: parsed(name, count), LONG[name][2] // 40)


@pytest.mark.thorough
@pytest.mark.cpu_seconds(30)
@pytest.mark.parametrize("name", LONG)
def test_a_text_of_megabytes_is_no_matter_of_minutes(name: str) -> None:
    parsed(name, LONG[name][2])


@pytest.mark.cpu_seconds(15)
@pytest.mark.parametrize("name", CROOKED)
def test_a_short_text_is_no_matter_of_minutes(name: str) -> None:
    read(CROOKED[name].encode(), name="talk.md")
