"""What is mutated, and which tests must see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["LEFT_OUT", "ROOMS", "ROOT", "SOURCE", "Room"]

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "verbale"


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the source and its tests.

    `sources` and `tests` are files or folders, from `src/verbale` and from `tests`.
    """

    name: str
    sources: tuple[str, ...]
    tests: tuple[str, ...]

    def modules(self) -> list[Path]:
        """The files that are mutated."""
        found = [SOURCE / each for each in self.sources]
        return [file for each in found for file in (sorted(each.rglob("*.py")) if each.is_dir() else [each])]

    def folders(self) -> list[str]:
        """Where the tests are, from the root: the room's own, and the examples in its docstrings."""
        own = [ROOT / "tests" / each for each in self.tests]
        return [str(each.relative_to(ROOT)) for each in (*own, *self.modules())]


ROOMS = (
    Room("check", ("check",), ("check",)),
    # what compare answers is mostly seen through the verdicts
    Room("compare", ("compare",), ("compare", "check")),
    Room("attribution", ("quote/attribution",), ("quote",)),
    Room("naming", ("parse/people/naming.py",), ("parse",)),
)

# Tests that are no witnesses: those on texts that not every checkout has, and those that measure time,
# which a busy machine fails without any fault. Leaving them out can only lower the share that is killed.
LEFT_OUT = re.compile(
    r"the_visible_cases|hand_annotated_news|test_turns_quality|linear_time|_quick\b|_what_its_length_may_take"
)
