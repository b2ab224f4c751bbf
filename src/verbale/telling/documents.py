"""What is told of a document: what is known of it, its parts, and what each turn in it does."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model.document import Document, Role, Turn
from verbale.telling.small_words import count, day, named_speaker

__all__ = ["as_read", "doubts_told", "known_of", "notes_of", "parts", "read_as", "role_of"]

UNNAMED_TURNS = {Role.QUESTION: "Question", Role.CHAIR: "Chair", Role.INCIDENT: "Incident"}


def known_of(document: Document) -> Iterator[str]:
    """What is known of a document, in the order of a reader's questions."""
    yield document.kind.value
    if document.outlet:
        yield document.outlet
    if document.said_on:
        yield day(document.said_on)
    if document.place:
        yield document.place
    if document.time_zone:
        yield f"time zone {document.time_zone}"
    if document.published_on and document.published_on != document.said_on:
        yield f"published {day(document.published_on)}" if document.said_on else day(document.published_on)
    yield document.name
    yield f"id {document.id}"


def parts(document: Document) -> Iterator[tuple[str, str]]:
    """The document in pieces, each with a heading: its turns, its sections, or the whole text."""
    if document.turns:
        answers = 0
        for turn in document.turns:
            answers += turn.role is Role.ANSWER
            yield turn_heading(turn, answers), turn.span.of(document.text)
    elif document.sections:
        for section in document.sections:
            yield section.heading.of(document.text).strip("#* \n"), section.span.of(document.text)
    else:
        yield "", document.text


def turn_heading(turn: Turn, answers: int) -> str:
    """Who speaks, and which answer it is."""
    if turn.role is Role.ANSWER:
        return f"{named_speaker(turn.speaker)}, answer {answers}"
    return turn.speaker or UNNAMED_TURNS.get(turn.role) or named_speaker(None)


def as_read(document: Document) -> Iterator[str]:
    """What a text was read as, in short, for whoever asks how it was understood."""
    yield document.kind.value
    if document.outlet:
        yield document.outlet
    if when := document.said_on or document.published_on:
        yield day(when)
    if document.language:
        yield document.language
    yield document.name


def read_as(document: Document) -> str:
    """The kind of a document with its article."""
    kind = document.kind.value
    return kind if kind == "remarks" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def role_of(turn: Turn) -> str:
    """What a turn does, and which turn's question it answers, counted from 1 as printed."""
    return turn.role.value if turn.answers is None else f"answer to {turn.answers + 1}"


def notes_of(turn: Turn) -> Iterator[str]:
    """What is to be known of whose words these are."""
    if turn.interpreted:
        yield "interpreted"
    if turn.unsure:
        yield "unsure"
    if turn.replayed:
        yield "replayed"


def doubts_told(unsure: int, *, unreliable: bool) -> Iterator[str]:
    """What is told where it is not sure whose words some turns are.

    Args:
        unsure: how many turns are not sure.
        unreliable: whether the labels of a text as a whole do not tell it.

    >>> list(doubts_told(1, unreliable=True))
    ['1 turn: whose words these are is not sure.', 'Its labels as a whole are not reliable.']
    """
    if unsure:
        yield f"{count(unsure, 'turn')}: whose words these are is not sure."
    if unreliable:
        yield "Its labels as a whole are not reliable."
