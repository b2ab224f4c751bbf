"""How the labels of a family of transcripts look, and what those do whom they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.text.wildcards import NO_PATTERNS, Patterns

__all__ = ["LONGEST_LINE", "End", "Function", "LabelShape", "Look", "Place"]

# Longer lines are neither labels nor boilerplate; what is asked of a line costs no more than this.
LONGEST_LINE = 400


class Place(StrEnum):
    """Where a label stands."""

    BEFORE = "before"
    OWN_LINE = "own line"


class End(StrEnum):
    """What a label ends with."""

    COLON = "colon"
    STOP = "full stop"
    DASH = "dash"
    GAP = "gap"
    NOTHING = "nothing"


class Look(StrEnum):
    """How a label is set off besides."""

    BOLD = "bold"
    CAPITALS = "capitals"
    INDENTED = "indented"
    BRACKETS = "brackets"


class Function(StrEnum):
    """What those do whom a label stands for."""

    QUESTIONER = "questioner"
    ANSWERER = "answerer"
    CHAIR = "chair"
    HOST = "host"
    INTERPRETER = "interpreter"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelShape:
    """How the labels of a family of transcripts look; every line that looks so has one.

    `patterns` are labels, with stars, besides which there are none; `listed` says that only labels
    that the profile names are labels; `words` is how many words a label has at most.
    """

    place: Place = Place.BEFORE
    ends: tuple[End, ...] = (End.COLON,)
    look: frozenset[Look] = frozenset()
    patterns: Patterns = NO_PATTERNS
    listed: bool = False
    words: int = 6
