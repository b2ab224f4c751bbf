"""What stands in a text and is not part of it: credits, "read more", share lines, stamps, scribes' notes.

It is marked and never removed, so that offsets stay true and nothing is lost where a mark is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from verbale.model.document import Reading, Turn
from verbale.model.text import Span
from verbale.parse.boilerplate_patterns import ANYWHERE, AT_THE_ENDS, OPENING, SCRIPT, SCRIPT_HINTS
from verbale.parse.lines import Line, Window, undressed, window_of

__all__ = ["boilerplate_of", "clip", "is_boilerplate", "lines_that_count", "together"]

_LINE_LENGTH = 420
_HEAD_LINES = 14
_TAIL_LINES = 8


def is_boilerplate(words: str, *, near_an_end: bool = False) -> bool:
    """Whether a line is the publisher's or the scribe's and not part of the text.

    Args:
        words: One line, without Markdown's marks.
        near_an_end: Whether it is one of the first or the last lines, where more may be expected.

    >>> is_boilerplate("Photo: Ministry press service"), is_boilerplate("Read our lips: no.")
    (True, False)
    """
    if len(words) > _LINE_LENGTH:
        return False
    if ANYWHERE.fullmatch(words):
        return True
    if not near_an_end:
        return False
    says_script = SCRIPT_HINTS.may_stand_in(words) and SCRIPT.fullmatch(words) is not None
    return says_script or AT_THE_ENDS.fullmatch(words) is not None


def boilerplate_of(reading: Reading, window: Window | None = None) -> tuple[Span, ...]:
    r"""Mark everything in a text that is not part of it.

    Args:
        reading: What a reader made of a file; its `boilerplate` is always marked.
        window: The ends of the text, where already at hand.

    Returns:
        Spans in order, none overlapping another.

    >>> text = "Photo: Town hall\n\nMayor: We begin.\n\nRead more in our channel"
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    >>> [span.of(text) for span in boilerplate_of(reading)]
    ['Photo: Town hall', 'Read more in our channel']
    """
    window = window or window_of(reading)
    found = [*reading.boilerplate]
    found += _in_the_body(reading.text, window.start)
    ends = window.head[:_HEAD_LINES] + (window.tail or window.head)[-_TAIL_LINES:]
    for line in ends:
        if is_boilerplate(line.words, near_an_end=True) and not _goes_on(reading.text, line.span.start):
            found.append(line.span)
    return together(found, reading.text)


def _in_the_body(text: str, start: int) -> Iterator[Span]:
    for opening in OPENING.finditer(text, start):
        first = opening.start() + 1
        end = text.find("\n", first)
        end = end if end >= 0 else len(text)
        line = text[first:end]
        if len(line) > _LINE_LENGTH or _goes_on(text, first + len(line) - len(line.lstrip())):
            continue
        if is_boilerplate(undressed(line)) or is_boilerplate(line.strip()):
            lead = first + len(line) - len(line.lstrip())
            yield Span(lead, lead + len(line.strip()))


def _goes_on(text: str, start: int) -> bool:
    """Whether a line is the rest of a wrapped sentence above it."""
    if not text[start : start + 1].islower():
        return False
    above = text[max(0, start - 80) : start].rstrip(" \t\r\u00a0*_")
    above = above.removesuffix("\n").rstrip(" \t\r\u00a0*_")
    return bool(above) and (above[-1].isalnum() or above[-1] in ",;—–-’'")


def together(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Marked places in order, those that overlap made one.

    Args:
        spans: What was marked in a text.
        text: The text.
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end or span.end > len(text):
            continue
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def clip(turns: tuple[Turn, ...], boilerplate: tuple[Span, ...], text: str) -> tuple[Turn, ...]:
    """Take boilerplate off the ends of turns: a publisher's footer is nobody's words.

    Args:
        turns: The turns of a text.
        boilerplate: What `boilerplate_of` marked in it.
        text: The text.
    """
    if not boilerplate:
        return turns
    return tuple(_clipped(turn, boilerplate, text) for turn in turns)


def _clipped(turn: Turn, boilerplate: tuple[Span, ...], text: str) -> Turn:
    start, end = turn.span.start, turn.span.end
    place = bisect_left(boilerplate, end, key=lambda mark: mark.start)
    while place > 0 and boilerplate[place - 1].start > start:
        place -= 1
        mark = boilerplate[place]
        if text[mark.end : end].strip():
            break
        end = start + len(text[start : mark.start].rstrip())
    return turn if end == turn.span.end or end <= start else replace(turn, span=Span(start, end))


def lines_that_count(lines: Iterable[Line], boilerplate: tuple[Span, ...]) -> list[Line]:
    """The lines that are not marked.

    Args:
        lines: Lines of a text.
        boilerplate: What was marked in it, in order.
    """
    return [line for line in lines if not _overlapped(line.span, boilerplate)]


def _overlapped(span: Span, boilerplate: tuple[Span, ...]) -> bool:
    place = bisect_left(boilerplate, span.end, key=lambda mark: mark.start)
    return place > 0 and boilerplate[place - 1].end > span.start
