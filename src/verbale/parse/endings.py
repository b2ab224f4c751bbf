"""Where speech ends: end marks, closing times and the publisher's lines after the last words."""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.parse.boilerplate import is_boilerplate

__all__ = ["end_marks", "trimmed"]

_SPACE = r"[^\S\n]*+"
_ZONE = rf"(?:{_SPACE}\(?[A-Z]{{1,4}}T?\)?(?:{_SPACE}/{_SPACE}[A-Z]{{2,4}})?|{_SPACE}\([^)\n]{{1,20}}\))?"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?{_SPACE}(?:[AaPp]\.?[^\S\n]?[Mm]\.?)?{_ZONE}"
_TIMED = rf"\d{{1,2}}[:.]\d\d{_SPACE}[AaPp]\.?[^\S\n]?[Mm]\.?{_ZONE}"
# A line that says that nothing more was said: `END 4:12 P.M.`, `[ENDS]`, `2:50 P.M. EST`, `# # #`.
# It opens with the break before it, which is found many times as quickly as the start of a line.
_END = re.compile(
    rf"\n{_SPACE}[*_]*+[(\[]?{_SPACE}(?:"
    rf"(?:END|ENDS|End|Ends|end|ends|FIN|ENDE|Ende|КОНЕЦ|Конец)(?:[^\S\n](?:of|OF)[^\S\n]\w{{1,20}}(?:[^\S\n]\w{{1,20}})?)?"
    rf"{_SPACE}[.:]?{_SPACE}(?:{_CLOCK})?|{_TIMED}|(?:#{_SPACE}){{3,}}|-30-"
    rf"|(?:TRANSCRIPT|Transcript|INTERVIEW|Interview)[^\S\n](?:ENDS|ends|CONCLUDED|concluded)"
    rf"){_SPACE}[)\]]?[.*_]*+{_SPACE}$",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EDGE = " \t\r\n\u00a0\u200b\u200e\u200f\ufeff"
_DRESS = " \t\r\u00a0\u200b\u200e\u200f\u2060\ufeff*_#>"
_TAIL_LINES = 12


def end_marks(text: str) -> list[int]:
    r"""Where the lines start that say that nothing more was said.

    Args:
        text: A document's text.

    >>> text = "MS. HALE:  Yes.\n\nEND  4:12 P.M."
    >>> [text[place:] for place in end_marks(text)]
    ['END  4:12 P.M.']
    """
    return [m.start() for m in _END.finditer(f"\n{text}")]


def trimmed(text: str, start: int, end: int, *, last: bool) -> Span:
    """The span of a turn's words without white space, markup and, for the last turn, footers.

    Args:
        text: A document's text.
        start: Where the words start.
        end: Where the next turn, or an end mark, starts.
        last: Whether the publisher's own lines may follow.
    """
    words = text[start:end].lstrip(_EDGE)
    if not words:
        return Span(start, start)
    start = end - len(words)
    end = start + len(words.rstrip(_EDGE))
    if last:
        end = _before_footer(text, start, end)
    if text[end - 1] in "*_" and text.count("*", start, end) % 2:
        end = start + len(text[start:end].rstrip("*_" + _EDGE))
    return Span(start, max(start, end))


def _before_footer(text: str, start: int, end: int) -> int:
    """The end of the speech: lines that are the publisher's are taken off from the last upwards."""
    for _ in range(_TAIL_LINES):
        line = max(text.rfind("\n", start, end) + 1, start)
        words = text[line:end].strip(_DRESS)
        if line == start or not is_boilerplate(words, near_an_end=True):
            break
        end = start + len(text[start:line].rstrip(_EDGE))
    return end
