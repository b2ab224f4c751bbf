"""A document cut into the passages that search finds: turns, groups of paragraphs, quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.document import Document, Role
from verbale.model.statement import Statement
from verbale.model.text import Span

__all__ = ["Passage", "passages_of"]

_WORD = re.compile(r"[^\W_]")
TURN = 4_000  # characters up to which a turn is one passage
GROUP = 800  # characters of a group of paragraphs, about


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that is found as one; `reported` passages lie inside another one.

    `role` is None outside turns. `said_on` falls back to the day of publication, for filters.
    """

    span: Span
    speaker: str | None
    role: Role | None
    said_on: date | None
    first_hand: bool
    reported: bool = False
    via: str | None = None


def passages_of(document: Document, statements: Iterable[Statement]) -> list[Passage]:
    r"""The passages of a document, in the order of its text, quoted words after the others.

    >>> document = Document(text="One.\n\nTwo.", name="a.txt", sha256="ab" * 32, reader="text/1")
    >>> [passage.span for passage in passages_of(document, ())]
    [Span(start=0, end=10)]
    """
    day = document.said_on or document.published_on
    found = [
        Passage(span, turn.speaker, turn.role, turn.said_on or day, first_hand=True)
        for turn in document.turns
        for span in _pieces(document.text, turn.span, TURN)
    ]
    found += [
        Passage(span, None, None, day, first_hand=False)
        for stretch in _between(document)
        for span in _pieces(document.text, stretch, GROUP)
    ]
    found.sort(key=lambda passage: passage.span)
    found += [
        Passage(
            Span(statement.spans[0].start, statement.spans[-1].end),
            statement.speaker,
            statement.role if statement.turn is not None else None,
            statement.said_on or day,
            first_hand=False,
            reported=True,
            via=statement.via,
        )
        for statement in statements
        if not statement.first_hand and statement.speaker is not None
    ]
    return found


def _between(document: Document) -> Iterator[Span]:
    """What stands outside turns and boilerplate, cut where a section begins."""
    text = document.text
    taken = [(turn.span.start, turn.span.end) for turn in document.turns]
    taken += [(turn.label.start, turn.label.end) for turn in document.turns if turn.label is not None]
    taken += [(span.start, span.end) for span in document.boilerplate]
    taken.append((len(text), len(text)))
    borders = sorted(section.heading.start for section in document.sections)
    last = 0
    for start, end in sorted(taken):
        # Most of what lies between a label and its words is white space.
        if start > last and not text[last:start].isspace():
            yield from _cut(Span(last, start), borders)
        last = max(last, end)


def _cut(stretch: Span, borders: Sequence[int]) -> Iterator[Span]:
    start = stretch.start
    for border in borders:
        if start < border < stretch.end:
            yield Span(start, border)
            start = border
    yield Span(start, stretch.end)


def _pieces(text: str, stretch: Span, longest: int) -> Iterator[Span]:
    """A stretch whole, or in groups of paragraphs where it is long; nothing without a word."""
    start, end = stretch.start, stretch.end
    while end - start > longest:
        least, most = start + GROUP, min(end, start + 3 * GROUP)
        at = text.find("\n\n", least, most)
        if at < 0:
            at = text.find("\n", least, most)
        if at < 0:
            at = text.find(" ", most, end)
        if at < 0:
            break
        yield from _trimmed(text, start, at)
        start = at
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if _WORD.search(piece):
        start += len(piece) - len(piece.lstrip())
        yield Span(start, start + len(piece.strip()))
