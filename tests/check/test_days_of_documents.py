"""A known event's day is that day alone; a page's may be one day late."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Dating
from verbale.store import open_store

TALK = """Press conference in Ledra

{}

QUESTION: And the tunnel?

ORIN VALE: The tunnel under the old mole will open in the autumn, and not a day before.
"""
DIGEST = """Key points of the minister's press conference

LEDRA, 4 March 2025. /SNA/. Orin Vale spoke of the harbour. Key points:

The tunnel

— “The tunnel under the old mole will open in the autumn, and not a day before.”
"""
QUOTE = "The tunnel under the old mole will open in the autumn"


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        # the text says when it was said
        (TALK.format("Ledra, 4 March 2025"), "talk.txt", Dating.WRONG),
        (TALK.format("Recorded 4 March 2025. Aired 4 March 2025."), "talk.txt", Dating.WRONG),
        # it says only when it came out, or its day is that of the report
        (TALK.format("Published: 4 March 2025"), "talk.txt", Dating.RIGHT),
        (DIGEST, "2025-03-04-key-points.txt", Dating.RIGHT),
    ],
)
def test_a_page_may_be_a_day_late_and_an_event_may_not(
    tmp_path: Path, text: str, name: str, before: Dating
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        add(store, [tmp_path / name])
        found = [Checker(store).check(QUOTE, said_on=date(2025, 3, day)).dating for day in (2, 3, 4, 5)]
    assert found == [Dating.WRONG, before, Dating.RIGHT, Dating.WRONG]
