"""Double quote marks of a paragraph, paired: straight, curly, low-high, guillemets both ways.

A mark's shape says less than it seems (“ closes in German, » opens in Danish, " does both), so the
white space around it decides with it, and a short stack of open marks settles the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Mark", "Pairing", "double_marks", "pair"]

_DOUBLE = re.compile('["“”„‟«»‹›＂「」『』〝〞]')
_SPELT = re.compile(r"``|''|&(?:quot|ldquo|rdquo|bdquo|laquo|raquo|#34|#8220|#8221);")
_SPELLING = {
    "``": "“",
    "''": '"',
    "&quot;": '"',
    "&#34;": '"',
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&#8220;": "“",
    "&#8221;": "”",
    "&bdquo;": "„",
    "&laquo;": "«",
    "&raquo;": "»",
}
# Which open marks a mark may close, in order of preference; within a group the innermost.
_CLOSES = {
    '"': ('"', "“„"),
    "＂": ("＂",),
    "”": ("“„‟”", '"'),
    "“": ("„",),
    "»": ("«", "»"),
    "«": ("»",),
    "›": ("‹", "›"),
    "‹": ("›",),
    "」": ("「",),
    "』": ("『",),
    "〞": ("〝",),
    "‟": (),
    "„": (),
    "「": (),
    "『": (),
    "〝": (),
}
_BEFORE_OPENING = frozenset("([{—–-−/:¿¡>|=~+‘'‚’“”\"«»„‹›")
_AFTER_CLOSING = frozenset(")]}.,;:!?…—–-/<|*_’'‘”“\"»«›‹")
_EMPHASIS = "*_"
# Speech in speech in speech is three deep; more open marks than this are mistakes.
_DEPTH = 6


class Mark(NamedTuple):
    """A quote mark: where it stands, its shape, and what the spaces around it allow."""

    start: int
    end: int
    shape: str
    opens: bool
    closes: bool


class Pairing(NamedTuple):
    """What pairing a paragraph's marks gave; unclosed and unopened ones are in order."""

    pairs: list[tuple[Mark, Mark]]
    unclosed: list[Mark]
    unopened: list[Mark]


def _mark(text: str, start: int, end: int, shape: str) -> Mark:
    if start and text[start - 1] == "\\":  # Markdown's escape belongs to the mark
        start -= 1
    before, after = start - 1, end
    if before >= 0 and text[before] in _EMPHASIS:
        for _ in range(3):
            if before >= 0 and text[before] in _EMPHASIS:
                before -= 1
    if after < len(text) and text[after] in _EMPHASIS:
        for _ in range(3):
            if after < len(text) and text[after] in _EMPHASIS:
                after += 1
    left = text[before] if before >= 0 else " "
    right = text[after] if after < len(text) else " "
    opens = (left.isspace() or left in _BEFORE_OPENING) and not right.isspace() and right not in ",;!?)"
    closes = not left.isspace() and left not in "([{" and (right.isspace() or right in _AFTER_CLOSING)
    return Mark(start, end, shape, opens, closes)


def double_marks(text: str) -> Iterator[Mark]:
    """Every double quote mark of a text, in order, spelt out ones (&quot;, ``, '') included.

    Args:
        text: Any text.

    Yields:
        The marks; an attribute's value in an HTML tag (`="`) is no quotation and is left out.

    >>> [mark.shape for mark in double_marks("He said “no” and &quot;yes&quot;.")]
    ['“', '”', '"', '"']
    """
    found: Iterable[re.Match[str]] = _DOUBLE.finditer(text)
    if "''" in text or "``" in text or "&" in text:
        spelt = [m for m in _SPELT.finditer(text) if m[0] != "''" or _is_lone_pair(text, m)]
        if spelt:
            found = sorted([*found, *spelt], key=re.Match.start)
    attribute = False
    for match in found:
        start, end = match.span()
        shape = _SPELLING.get(match[0], match[0])
        if attribute:
            attribute = False
            continue
        if start and text[start - 1] == "=" and shape == '"':
            attribute = True
            continue
        yield _mark(text, start, end, shape)


def _is_lone_pair(text: str, match: re.Match[str]) -> bool:
    """Whether two apostrophes are typed for one mark, and not part of a longer row of them."""
    return text[match.start() - 1 : match.start()] != "'" and text[match.end() : match.end() + 1] != "'"


def _is_measure(text: str, mark: Mark) -> bool:
    """Whether a straight mark after a digit may mean inches or seconds."""
    return (
        mark.shape == '"'
        and mark.start > 0
        and text[mark.start - 1].isdigit()
        and text[mark.end : mark.end + 1] not in {",", ".", "!", "?"}
    )


def _without_measures(text: str, marks: list[Mark]) -> list[Mark]:
    """The marks without inches, where a paragraph has more closing straight marks than opening."""
    straight = [mark for mark in marks if mark.shape == '"']
    surplus = sum(m.closes and not m.opens for m in straight) - sum(
        m.opens and not m.closes for m in straight
    )
    if surplus <= 0:
        return marks
    kept: list[Mark] = []
    for mark in marks:
        if surplus > 0 and _is_measure(text, mark):
            surplus -= 1
        else:
            kept.append(mark)
    return kept


def _opener(stack: list[Mark], mark: Mark) -> int | None:
    """The place in the stack of the open mark that this one may close."""
    for group in _CLOSES[mark.shape]:
        for place in range(len(stack) - 1, -1, -1):
            if stack[place].shape in group:
                return place
    if mark.shape == "“" and mark.closes and not mark.opens:  # “text“, a slip of the keyboard
        for place in range(len(stack) - 1, -1, -1):
            if stack[place].shape == "“":
                return place
    return None


def _acts(mark: Mark, place: int | None, stack: list[Mark]) -> str:
    """What a mark does here: "open", "close" or "stray"."""
    only_opens, only_closes = mark.opens and not mark.closes, mark.closes and not mark.opens
    if mark.shape in '"＂':
        if only_opens:
            return "open"
        if place is not None and (stack[place].shape == mark.shape or only_closes):
            return "close"
        return "stray" if only_closes else "open"
    if mark.shape in "„‟「『〝":
        return "open"
    if mark.shape in "”»›」』〞":
        if place is not None and not (only_opens and stack[place].shape == mark.shape):
            return "close"
        return "open" if only_opens and mark.shape in "”»›" else "stray"
    # “ « ‹ open, unless they close what their neighbours' conventions opened
    if place is not None and not only_opens:
        return "close"
    return "stray" if only_closes else "open"


def _by_spaces(text: str, marks: list[Mark]) -> Pairing:
    stack: list[Mark] = []
    dropped: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    for mark in marks:
        place = _opener(stack, mark)
        if place is not None and mark.shape == '"' and stack[place].shape != '"' and _is_measure(text, mark):
            continue  # inches in a quotation with curly marks
        act = _acts(mark, place, stack)
        if act == "close" and place is not None:
            pairs.append((stack[place], mark))
            dropped += stack[place + 1 :]
            del stack[place:]
        elif act == "open":
            stack.append(mark)
            if len(stack) > _DEPTH:
                dropped.append(stack.pop(0))
        else:
            unopened.append(mark)
    return Pairing(pairs, sorted(dropped + stack), unopened)


def _by_turns(text: str, marks: list[Mark]) -> Pairing | None:
    """First opens, second closes, and so on; None where the spaces speak against it.

    One mark may stand on the wrong side of its space: `"We stay, "he said`, `said" We stay,"`.
    """
    against = [
        mark
        for number, mark in enumerate(marks)
        if ((mark.closes and not mark.opens) if number % 2 == 0 else (mark.opens and not mark.closes))
    ]
    for mark in against[:1]:
        before, after = text[max(0, mark.start - 3) : mark.start], text[mark.end : mark.end + 3]
        if not (before.rstrip()[-1:] in {",", ".", "!", "?"} if mark.opens else after.lstrip()[:1].isupper()):
            return None
    if len(against) > 1:
        return None
    return Pairing(list(zip(marks[::2], marks[1::2], strict=True)), [], [])


def pair(text: str, marks: list[Mark]) -> Pairing:
    """Pairs the double marks of one paragraph.

    Args:
        text: The text in which the marks stand.
        marks: The paragraph's marks, in order.

    Returns:
        The pairs (inner ones before those around them) and what was left over.

    >>> text = 'He said "no" twice.'
    >>> [(a.end, b.start) for a, b in pair(text, list(double_marks(text))).pairs]
    [(9, 11)]
    """
    marks = _without_measures(text, marks)
    found = _by_spaces(text, marks)
    faulty = found.unclosed or found.unopened
    if faulty and len(marks) % 2 == 0 and all(mark.shape == '"' for mark in marks):
        return _by_turns(text, marks) or found
    return found
