"""Texts that are built to hold the parser up: it takes what a text of their length may take."""

from __future__ import annotations

import time

import pytest

from verbale.parse import read

HEAD = "---\nspeaker: Ana Berg\ntitle: Remarks\n---\n"
TALK = "Question: Will you stay?\n\nAna Berg: We shall.\n\n" * 3
TEXTS = {
    "labels": TALK * 6_000,
    "labels alone": "Ab Cd:\n" * 400_000,
    "short lines": "A b\n" * 400_000,
    "capitals": "AB CD\n" * 200_000,
    "blank lines": HEAD + "\n" * 1_000_000 + "We stay. We shall.",
    "marks": HEAD + "-- \n" * 300_000 + "We stay. We shall.",
    "blanks": TALK + " " * 2_000_000 + "x",
    "one line": "word: and more, " * 1_000_000,
    "colons": TALK + ": " * 2_000_000,
    "colons inside": TALK + "It is. Ana Berg: x " * 300_000,
    "dashes": "- Will you?\n- We shall.\n" * 40_000,
    "markup": "*_#> " * 500_000 + "x",
    "bold": "**a " * 700_000,
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
    "dates": "12 March 2024, 3.4.2024 " * 40_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_takes_what_its_length_may_take(name: str) -> None:
    clock = time.process_time()
    read(TEXTS[name].encode(), name="talk.md")
    # the longest takes three seconds alone on a machine, and this one may be busy
    assert time.process_time() - clock < 15
