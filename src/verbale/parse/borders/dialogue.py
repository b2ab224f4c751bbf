"""Dialogue without labels: paragraphs that open with a dash, and questions that are set off.

Questions stand in bold, in headings, behind numbers, or (where a text calls itself an interview) in
paragraphs of their own.
"""

from __future__ import annotations

import re

from verbale.model.document import Reading
from verbale.parse.borders.interviews import Line, paired, set_off
from verbale.text.patterns import pattern

__all__ = ["Line", "dialogue"]

_DASH = pattern(r"^[^\S\n]*+[*_]*+(?P<dash>[—–―]|-(?=[^\S\n]))[^\S\n]*+[*_]*+(?=[^\s—–―-])", re.MULTILINE)
_QUESTION = pattern(r"[?？؟;](?:[\s\"”’»)\]*_]*)\Z")
_ASKS = "?？؟"


def dialogue(reading: Reading) -> list[Line]:
    """The lines of a dialogue without labels, alternately a question and its answer; empty if there is none.

    Args:
        reading: What a reader made of the file.
    """
    return _dashes(reading.text) or _bold_questions(reading) or set_off(reading)


def _dashes(text: str) -> list[Line]:
    marks = list(_DASH.finditer(text))
    if len(marks) < 2:
        return []
    ends = [m.start() for m in marks[1:]] + [len(text)]
    first = next((i for i, m in enumerate(marks) if _asks(text, m.end(), ends[i])), None)
    if first is None:
        return []
    if first % 2 == 0 and not text[: marks[0].start()].strip():
        first = 0  # a dialogue from the first line on, which may begin with a greeting
    marks, ends, led = marks[first:], ends[first:], first
    asked = [_asks(text, m.end(), end) for m, end in zip(marks, ends, strict=True)]
    even, odd = asked[::2], asked[1::2]
    # a list of points has dashes too: only a dialogue asks at every other one
    if (
        not odd
        or sum(even) < (0.5 if sum(even) >= 2 else 0.6) * len(even)
        or sum(odd) > 0.4 * len(odd)
        or (led and sum(even) < 3)
    ):
        return []
    return [
        Line(m.start(), m.end(), end, asks=not i % 2)
        for i, (m, end) in enumerate(zip(marks, ends, strict=True))
    ]


_BESIDE = 100


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the paragraph's first lines end with a question mark."""
    paragraph = text.find("\n\n", start, end)
    words = text[start : paragraph if paragraph >= 0 else end].rstrip()
    return bool(_QUESTION.search(words[-8:])) or ("?" in words[-160:] and len(words) < 600)


def _bold_questions(reading: Reading) -> list[Line]:
    """Paragraphs wholly in bold that ask, and what stands between them."""
    text = reading.text
    found: list[tuple[int, int, int]] = []
    for span in sorted(reading.emphasis):
        if found and span.start < found[-1][2]:
            continue
        # a paragraph wholly in bold has its borders beside it; looking further would take a long
        # line with many bold words through and through for each of them
        line = text.rfind("\n", max(0, span.start - _BESIDE), span.start) + 1
        end = text.find("\n", span.end, span.end + _BESIDE)
        if (not line and span.start > _BESIDE) or (end < 0 and len(text) > span.end + _BESIDE):
            continue
        end = len(text) if end < 0 else end
        alone = not text[line : span.start].strip(" \t\r*_") and not text[span.end : end].strip(" \t\r*_")
        if alone and (len(span) > 8 or text[span.end - 1 : span.end] in ("?", "？", "؟")):
            found.append((line, span.start, span.end))
    asking = [any(text.find(mark, start, end) >= 0 for mark in _ASKS) for _, start, end in found]
    if sum(asking) < 2 or sum(asking) < 0.6 * len(found):
        return []
    first = asking.index(True)
    return paired(text, found[first:], asking[first:])
