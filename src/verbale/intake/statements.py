"""A document and its quotations to statements: who said which words, first-hand or reported."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from verbale.model.document import Basis, Document, Role, Turn
from verbale.model.incoming import Found
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.parse.turns.handed_in import handed_in
from verbale.quote import Use, marked
from verbale.text.one_person import same_person

__all__ = ["statements_of", "without"]


def statements_of(document: Document, quotations: Sequence[Quotation]) -> tuple[Found, ...]:
    """Every statement of a document, in the order of its text, outer before inner.

    A turn is its speaker's first-hand statement, minus boilerplate and the words in which the
    speaker relays somebody else; those, and every quotation outside a turn, are reported. Words
    between marks that no one else is said to have said (a title, a term) stay the speaker's own.

    >>> document = Document(text="Lee: I said no.", name="a.txt", sha256="ab" * 32, reader="text/1",
    ...                     turns=(Turn(span=Span(5, 15), label=Span(0, 4), speaker="Lee"),))
    >>> [(f.statement.speaker, f.statement.spans, f.statement.first_hand)
    ...  for f in statements_of(document, ())]
    [('Lee', (Span(start=5, end=15),), True)]
    """
    names = _Ids(document)
    wording = _Wording(document)
    relayed: dict[int | None, list[Span]] = {}
    reported = [
        (number, quotation)
        for number, quotation in enumerate(quotations)
        if _is_reported(document, quotation)
    ]
    for _, quotation in reported:
        relayed.setdefault(quotation.turn, []).extend(wording.of(quotation))

    written = handed_in(document.text, document.turns)
    found: list[Found] = []
    owners: dict[int | None, str] = {}
    for number, turn in _first_hand(document):
        left = tuple(
            without(turn.span, [*_inside(document.boilerplate, turn.span), *relayed.get(number, ())])
        )
        if left:
            statement = _first(document, turn, number, left, names)
            if number in written and statement.basis is Basis.TRANSCRIPT:
                statement = replace(statement, basis=Basis.PREPARED)
            owners[number] = statement.id
            found.append(Found(statement))
    made: dict[int, str] = {}
    for number, quotation in reported:
        parent = made.get(quotation.parent) if quotation.parent is not None else None
        statement = _reported(document, quotation, parent or owners.get(quotation.turn), names)
        made[number] = statement.id
        found.append(Found(statement, number))
    found.sort(key=lambda each: (each.statement.spans[0].start, -each.statement.spans[-1].end))
    return tuple(found)


def without(whole: Span, holes: Iterable[Span]) -> list[Span]:
    """What is left of a span when others are cut out of it.

    >>> without(Span(0, 10), [Span(3, 5), Span(8, 20)])
    [Span(start=0, end=3), Span(start=5, end=8)]
    """
    start, end = whole.start, whole.end
    cut = [hole for hole in holes if hole.start < end and start < hole.end]
    if not cut:
        return [whole] if start < end else []
    left: list[Span] = []
    for hole in sorted(cut):
        if hole.start > start:
            left.append(Span(start, hole.start))
        start = max(start, hole.end)
    if start < end:
        left.append(Span(start, end))
    return left


def _inside(boilerplate: Sequence[Span], turn: Span) -> Sequence[Span]:
    """The marked places that a turn may have inside it; they are in order, and none overlaps another."""
    first = bisect_right(boilerplate, turn.start, key=lambda hole: hole.end)
    return boilerplate[first : bisect_left(boilerplate, turn.end, key=lambda hole: hole.start)]


def _first_hand(document: Document) -> Iterator[tuple[int, Turn]]:
    """The stretches of a document that are somebody's own words."""
    for number, turn in enumerate(document.turns):
        if turn.role is not Role.INCIDENT and turn.span.end > turn.span.start:
            yield number, turn


def _is_reported(document: Document, quotation: Quotation) -> bool:
    """Whether the words are given to somebody other than the one who speaks here."""
    if not quotation.spans:
        return False
    if quotation.turn is None:
        return True
    own = document.turns[quotation.turn].speaker
    if quotation.speaker is not None:
        return own is None or not same_person(quotation.speaker, own)
    return quotation.cue is not None or quotation.mention is not None


def _first(document: Document, turn: Turn, number: int, spans: tuple[Span, ...], ids: _Ids) -> Statement:
    # The day of a recording played in the room is not the day of the event.
    said_on = turn.said_on or (None if turn.replayed else document.said_on)
    return Statement(
        id=ids.of(spans, first_hand=True),
        document=document.id,
        spans=spans,
        speaker=turn.speaker,
        said_on=said_on,
        first_hand=True,
        basis=_basis(document, turn),
        role=turn.role,
        turn=number,
        replayed=turn.replayed,
        unsure=turn.unsure,
    )


def _basis(document: Document, turn: Turn) -> Basis:
    """What kind of place a turn is: an interpreter's words are a translation of the speaker's."""
    if turn.interpreted and document.basis in {Basis.TRANSCRIPT, Basis.PREPARED}:
        return Basis.TRANSLATION
    return document.basis


def _reported(document: Document, quotation: Quotation, parent: str | None, ids: _Ids) -> Statement:
    turn = document.turns[quotation.turn] if quotation.turn is not None else None
    return Statement(
        id=ids.of(quotation.spans, first_hand=False),
        document=document.id,
        spans=quotation.spans,
        speaker=quotation.speaker,
        # Nobody says when the words that a speaker relays were first said.
        said_on=None if turn is not None else document.said_on,
        first_hand=False,
        basis=document.basis,
        role=turn.role if turn is not None else Role.STATEMENT,
        via=quotation.via or (turn.speaker if turn is not None else None),
        turn=quotation.turn,
        parent=parent,
        replayed=turn is not None and turn.replayed,
        unsure=turn is not None and turn.unsure,
    )


class _Wording:
    """Which words of a quotation are those of the person quoted, and not of the one who quotes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _between_marks(self) -> tuple[Span, ...]:
        found = marked(self._document)
        return tuple(span for each in found if each.use is Use.SPEECH for span in each.spans)

    def of(self, quotation: Quotation) -> tuple[Span, ...]:
        if quotation.turn is None or quotation.kind is QuotationKind.DIRECT:
            return quotation.spans
        if quotation.kind is QuotationKind.INDIRECT and quotation.method != "marks+tagger":
            return ()
        if quotation.method == "marks":
            return quotation.spans
        # the tagger takes in the words around the marks, which are the reporter's
        return tuple(
            Span(max(span.start, other.start), min(span.end, other.end))
            for span in quotation.spans
            for other in self._between_marks
            if span.overlaps(other)
        )


class _Ids:
    """Ids made of the original and the words, so that reading it again gives the same ones."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: dict[bytes, int] = {}

    def of(self, spans: Sequence[Span], *, first_hand: bool) -> str:
        words = "\n".join(self._document.text[span.start : span.end] for span in spans)
        key = f"{self._document.sha256}\n{first_hand}\n{words}".encode()
        nth = self._seen[key] = self._seen.get(key, 0) + 1
        return hashlib.sha256(key + b"\n%d" % nth).hexdigest()[:16]
