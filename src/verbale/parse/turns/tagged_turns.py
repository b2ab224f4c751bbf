"""Turns that the format itself tags: the speakers stand there, only roles and links are to be found."""

from __future__ import annotations

from verbale.model.document import Reading, Role, Turn
from verbale.parse.people.naming import printed
from verbale.parse.turns.parts import Part
from verbale.parse.turns.roles import roles
from verbale.text.names import bare, is_generic

__all__ = ["tagged_turns"]

_CHAIR = "chair"


def tagged_turns(reading: Reading, speaker: str | None = None) -> tuple[Turn, ...]:
    """The turns of a reading with tagged speakers, with their roles and links.

    Args:
        reading: What a reader made of a file that tags its speakers.
        speaker: The document's main speaker, where its metadata name one.

    >>> from verbale.model import Span, TaggedTurn
    >>> tagged = TaggedTurn(span=Span(0, 8), speaker="Mr. Lee"), TaggedTurn(span=Span(9, 15), speaker="Ana")
    >>> reading = Reading(name="a.vtt", sha256="", reader="captions/1", text="Will we? Never.", tagged=tagged)
    >>> [turn.speaker for turn in tagged_turns(reading)]
    ['Lee', 'Ana']
    """
    names = [_name(turn.speaker) for turn in reading.tagged]
    parts = []
    for turn, who in zip(reading.tagged, names, strict=True):
        asking = turn.role is Role.QUESTION or (turn.speaker is not None and is_generic(turn.speaker))
        parts.append(
            Part(
                start=turn.span.start,
                end=turn.span.end,
                key=_CHAIR if turn.role is Role.CHAIR else (who or "").casefold(),
                who=who or "",
                unnamed=who is None and asking,
                asking_label=asking,
                answering=turn.role is Role.ANSWER,
            )
        )
    found = roles(reading.text, parts, speaker)
    return tuple(
        Turn(span=turn.span, label=turn.label, speaker=who, role=turn.role or role, answers=answers)
        for turn, who, (role, answers) in zip(reading.tagged, names, found, strict=True)
    )


def _name(speaker: str | None) -> str | None:
    if speaker is None or is_generic(speaker):
        return None
    return printed(bare(speaker)) or printed(speaker)
