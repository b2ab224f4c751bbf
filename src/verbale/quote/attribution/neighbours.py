"""What neighbouring words tell about whose the quoted words are: the values that the finders share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from verbale.model.text import Span
from verbale.quote.attribution.cues import Manner
from verbale.text.sentences import sentence_ends

__all__ = ["WINDOW", "Attribution", "How", "last_end", "shared"]

# How far an attribution is looked for on either side of the marks, in code points.
WINDOW = 320


class How(StrEnum):
    """Where the attribution of a stretch was found."""

    AFTER = "after"  # "...," Marr said
    BEFORE = "before"  # Marr said: "..."
    COLON = "colon"  # Marr: "..."
    WITHIN = "within"  # Marr said the plan "leads nowhere"
    CLOSING = "closing"  # The plan "leads nowhere" and is dead, Marr said.
    INSIDE = "inside"  # President Vik "once again said: we stay"
    SHARED = "shared"  # ... and was "a joke": the sentence's earlier attribution holds
    SIGNED = "signed"  # "..." (Marr); on the next line: — Marr
    FLOATING = "floating"  # "...," Marr said. "..."
    SENTENCE = "sentence"  # Marr said the plan was dead. "..."
    PARAGRAPH = "paragraph"  # a paragraph of its own after somebody's words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and a mention for quoted words.

    `joint` says that the mention names several speakers, `recipient` that it is the one spoken to,
    `doubt` that the words around deny, ask or suppose that it was said. `name` is the speaker's where
    the finder itself parted it from titles.
    """

    how: How
    cue: Span | None = None
    mention: Span | None = None
    manner: Manner = Manner.SAY
    joint: bool = False
    doubt: bool = False
    recipient: bool = False
    name: str | None = None


def shared(found: Attribution, how: How) -> Attribution:
    """The same attribution, held to be that of a neighbouring stretch too."""
    return replace(found, how=how)


def last_end(text: str, start: int, end: int) -> int:
    """Where the last sentence before a place begins, not before `start`."""
    place = start
    for found in sentence_ends(text, start, end):
        place = found
    return place
