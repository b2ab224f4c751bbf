"""Which turns were handed in and not held: those under a heading that says so."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.document import Turn
from verbale.parse.borders.scribe_words import is_handed_in
from verbale.parse.lines import lines_of

__all__ = ["handed_in"]

_LONGEST_HEADING = 15


def handed_in(text: str, turns: Sequence[Turn]) -> frozenset[int]:
    r"""The numbers of the turns that a heading above them says were handed in, up to the next heading.

    Args:
        text: A document's text.
        turns: Its turns, in order.

    >>> from verbale.model.text import Span
    >>> text = "Lee: So be it.\n\nWritten statements\n\nHolm: I agree."
    >>> turns = [Turn(span=Span(5, 14), label=Span(0, 3)), Turn(span=Span(43, 51), label=Span(36, 40))]
    >>> handed_in(text, turns)
    frozenset({1})
    """
    found = set()
    start, holds = 0, False
    for number, turn in enumerate(turns):
        opens = turn.label.start if turn.label is not None else turn.span.start
        headings = [
            line.words
            for line in lines_of(text, start, max(start, opens))
            if line.count <= _LONGEST_HEADING
            and line.words[-1:] not in ".?!…:"
            and any(map(str.isalpha, line.words))
        ]
        if headings:
            holds = any(map(is_handed_in, headings))
        if holds:
            found.add(number)
        start = max(start, turn.span.end)
    return frozenset(found)
