"""Where speech ends: end marks, closing times and the publisher's lines after the last words."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.model.text import Span
from verbale.parse.boilerplate import is_boilerplate
from verbale.text.packs import listed_words, packs
from verbale.text.patterns import pattern

__all__ = ["end_marks", "trimmed"]

_SPACE = r"[^\S\n]*+"
_ZONE = rf"(?:{_SPACE}\(?[A-Z]{{1,4}}T?\)?(?:{_SPACE}/{_SPACE}[A-Z]{{2,4}})?|{_SPACE}\([^)\n]{{1,20}}\))?"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?{_SPACE}(?:[AaPp]\.?[^\S\n]?[Mm]\.?)?{_ZONE}"
_TIMED = rf"\d{{1,2}}[:.]\d\d{_SPACE}[AaPp]\.?[^\S\n]?[Mm]\.?{_ZONE}"
_ENDS = "|".join(word for each in packs() for word in each.written("end_marks"))
# A line that says that nothing more was said: `END 4:12 P.M.`, `[ENDS]`, `2:50 P.M. EST`, `# # #`.
# It opens with the break before it, which is found many times as quickly as the start of a line.
_END = pattern(
    rf"\n{_SPACE}[*_]*+[(\[]?{_SPACE}(?:"
    rf"(?:{_ENDS})(?:[^\S\n](?:of|OF)[^\S\n]\w{{1,20}}(?:[^\S\n]\w{{1,20}})?)?"
    rf"{_SPACE}[.:]?{_SPACE}(?:{_CLOCK})?|{_TIMED}|(?:#{_SPACE}){{3,}}|-30-"
    rf"|(?:TRANSCRIPT|Transcript|INTERVIEW|Interview)[^\S\n](?:ENDS|ends|CONCLUDED|concluded)"
    rf"){_SPACE}[)\]]?[.*_]*+{_SPACE}$",
    re.MULTILINE,
)
_EDGE = " \t\r\n\u00a0\u200b\u200e\u200f\ufeff"
_DRESS = " \t\r\u00a0\u200b\u200e\u200f\u2060\ufeff*_#>"
_TAIL_LINES = 12
_SIGNATURE = 5
_LONGEST_CREDIT = 160
_CLOSINGS = listed_words("closings")
_CREDITS = listed_words("credits")
_CREDIT = pattern(r"[^\W\d_][^:：.?!\n]{0,30}")


@lru_cache(maxsize=1)
def end_marks(text: str) -> tuple[int, ...]:
    r"""Where the lines start that say that nothing more was said.

    Args:
        text: A document's text.

    >>> text = "MS. HALE:  Yes.\n\nEND  4:12 P.M."
    >>> [text[place:] for place in end_marks(text)]
    ['END  4:12 P.M.']
    """
    return tuple(m.start() for m in _END.finditer(f"\n{text}"))


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
    end = _before_signature(text, start, end)
    for _ in range(_TAIL_LINES):
        line = max(text.rfind("\n", start, end) + 1, start)
        words = text[line:end].strip(_DRESS)
        if line == start or not (is_boilerplate(words, near_an_end=True) or _is_credit(words)):
            break
        end = start + len(text[start:line].rstrip(_EDGE))
    return end


def _is_credit(words: str) -> bool:
    """`Interview: Ana Berg. Editing: Gleb Moran`: who made a text, and no sentence of it."""
    if len(words) > _LONGEST_CREDIT or words[-1:] in "?!。？！":
        return False
    head = _CREDIT.match(words)
    key = head[0].strip().casefold() if head else ""
    if key not in _CREDITS and not any(key.startswith(f"{credit} ") for credit in _CREDITS):
        return False
    after = words[len(head[0]) :].lstrip(" :：") if head else ""
    names = re.findall(r"[^\W\d_]+", after or key.rpartition(" ")[2])
    return bool(names) and sum(not name[0].islower() for name in names) * 2 >= len(names)


def _before_signature(text: str, start: int, end: int) -> int:
    """The end of the speech before `Best wishes` and the name under it."""
    place = end
    for _ in range(_SIGNATURE):
        place = text.rfind("\n", start, place)
        if place < 0:
            break
        following = text.find("\n", place + 1, end)
        line = text[place + 1 : following if following >= 0 else end].strip(" \t\r,.!*_")
        if len(line) > 60:
            break
        if line.casefold() in _CLOSINGS:
            return start + len(text[start:place].rstrip(_EDGE))
    return end
