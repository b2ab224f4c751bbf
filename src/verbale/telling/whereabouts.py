"""Where a passage stands, in words: whose it is, of which day, in which text, which answer."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model.check import Piece
from verbale.model.document import Document, Role
from verbale.telling.small_words import day, few, named_speaker, shorten

__all__ = ["other_places", "place"]

LONGEST_TITLE = 60  # code points


def place(piece: Piece, document: Document | None = None) -> str:
    """Where a passage stands: whose words, of which day, which answer or section.

    >>> from datetime import date
    >>> place(Piece(document="a", spans=(), text="", speaker="Ana Ruiz", said_on=date(2025, 3, 1)))
    'Ana Ruiz, 1 March 2025'
    """
    # the turns are those of the current version
    locator = within(document, piece) if document and piece.version is None else None
    role = Role.QUESTION if locator and locator.startswith("question") else None
    parts = []
    # The running text of a digest or an article is nobody's speech.
    if piece.speaker or document is None or document.turns:
        via = f" through {piece.via}" if piece.via else ""
        parts.append(f"{named_speaker(piece.speaker, role)}{via}")
    said_on = piece.said_on or (document.said_on or document.published_on if document else None)
    if said_on:
        parts.append(day(said_on))
    return ", ".join([*parts, locator] if locator else parts)


def within(document: Document, piece: Piece) -> str | None:
    """Which answer, question or section of the document a passage stands in."""
    if not piece.spans:
        return None
    start = piece.spans[0].start
    answers = questions = 0
    for turn in document.turns:
        answers += turn.role is Role.ANSWER
        questions += turn.role is Role.QUESTION
        if turn.span.start <= start < turn.span.end:
            if turn.role is Role.ANSWER:
                return f"answer {answers}"
            return f"question {questions}" if turn.role is Role.QUESTION else None
    # The last one that begins before the passage is the innermost.
    for section in reversed(document.sections):
        if section.span.start <= start < section.span.end:
            return f"under “{shorten(section.heading.of(document.text).strip('#* '), LONGEST_TITLE)}”"
    return None


def other_places(others: Iterable[Piece], shown: int = 3) -> str:
    """Where else the words stand, in short: whose words and when, or in which text."""
    places = dict.fromkeys(
        ", ".join(
            [
                piece.speaker or f"“{shorten(piece.title or piece.document, LONGEST_TITLE)}”",
                *([day(piece.said_on)] if piece.said_on else []),
            ]
        )
        for piece in others
    )
    told = list(places)[:shown]
    if len(places) > len(told):
        told.append(f"{few(len(places) - len(told))} more")
    return "; ".join(told)
