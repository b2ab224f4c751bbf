"""Single quote marks of a paragraph, told from apostrophes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.text import Span

__all__ = ["opens_single", "single_pairs"]

# The lookbehind stands after the mark so that the search can skip from mark to mark.
_OPEN = re.compile(r"['‘‚‛](?<![\w.,!?’'].)(?=[\w\[(…“\"«¿¡])")
_EITHER = re.compile(r"['’‘‚‛]")
# 'tis, ’em, rock 'n' roll, the '90s: an apostrophe where a word lost its head
_ELISION = re.compile(
    r"(?:\d\ds?\b|(?:tis|twas|twere|em|til|till|cause|cuz|bout|round|n|nuff|ere|kay|s|d|ll|re|ve|m|t)\b)",
    re.IGNORECASE,
)
_LONGEST = 3000


def opens_single(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where single marks open in a stretch of text: after a space or bracket, before a word.

    Args:
        text: Any text.
        start: Where to begin, in code points.
        end: Where to stop; the end of the text if None.

    >>> opens_single("don't say 'no' in the '90s")
    [10]
    """
    stop = len(text) if end is None else end
    return [m.start() for m in _OPEN.finditer(text, start, stop) if not _ELISION.match(text, m.end())]


def _closing(text: str, at: int) -> str:
    """How surely the mark closes: "strong", "weak" (it may be a possessive), or "" for not at all."""
    if text[at] in "‚‛" or at == 0:
        return ""
    before = text[at - 1]
    after = text[at + 1 : at + 3]
    if before.isspace() or before in "([{—–" or after[:1].isalnum():
        return ""
    if before.isalnum() and after[:1] == " " and after[1:].islower():
        if before == "n" and text[at - 2 : at - 1] in {"'", "’"}:
            return ""  # rock ’n’ roll
        if before in "sSxXzZ" or text[at - 2 : at] == "in":
            return "weak"  # "the ministers' view", "goin' home"
        return "strong"
    return "strong"


def _enclosure(at: int, pairs: Sequence[Span]) -> int:
    """The index of the innermost span that holds a place, -1 for none; spans sorted by start."""
    found = -1
    for number, span in enumerate(pairs):
        if span.start > at:
            break
        if at < span.end:
            found = number
    return found


def _matched(text: str, places: list[int], opening: set[int], limit: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    begun: int | None = None
    weak: int | None = None
    for at in places:
        if begun is not None and at - begun > _LONGEST:
            begun = weak = None
        german = begun is not None and text[begun] == "‚" and text[at] == "‘"
        if at in opening and not german:
            if begun is not None and weak is not None:
                pairs.append((begun, weak))
            begun, weak = at, None
        elif begun is not None and (text[at] != "‘" or german):
            how = _closing(text, at)
            if how == "strong":
                pairs.append((begun, at))
                begun = weak = None
            elif how == "weak" and weak is None:
                weak = at
    if begun is not None and weak is not None:
        pairs.append((begun, weak))
    elif begun is not None and _forgotten(text, begun, limit):
        pairs.append((begun, limit))
    return pairs


def _forgotten(text: str, begun: int, limit: int) -> bool:
    """Whether the closing mark was forgotten before the outer quotation's own: `“He says: ‘No.”`."""
    return limit >= 0 and text[begun] == "‘" and text[max(0, begun - 2) : begun].rstrip().endswith(":")


def single_pairs(
    text: str, end: int, openings: Sequence[int], pairs: Sequence[Span]
) -> list[tuple[int, int]]:
    """Pairs the single marks of one paragraph.

    Args:
        text: The text.
        end: Where the paragraph ends.
        openings: Where single marks may open in it.
        pairs: The contents in double marks there, sorted by start; no single quotation crosses their border.

    Returns:
        The places of the opening and the closing mark; a forgotten closing mark stands at the end of
        the double quotation around it.

    >>> single_pairs("the ministers' 'no' stands", 26, [15], [])
    [(15, 18)]
    """
    opening = set(openings)
    groups: dict[int, list[int]] = {}
    nested = len(pairs) <= 200  # a paragraph with more is a list or noise: all marks at one level
    for match in _EITHER.finditer(text, min(openings), end):
        at = match.start()
        groups.setdefault(_enclosure(at, pairs) if nested else -1, []).append(at)
    found: list[tuple[int, int]] = []
    for number, places in groups.items():
        if opening.isdisjoint(places):
            continue
        found += _matched(text, places, opening, pairs[number].end if number >= 0 else -1)
    return sorted(found)
