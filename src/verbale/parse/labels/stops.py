r"""Labels that end with a full stop: `Ms. IRMA K. DORSET of Merrow. Words`, `ЛЕВЧУК О.П. Words`.

Which of the stops ends the label is read from the words beside it: a stop behind an initial, a title or
another abbreviation stands inside the label, unless sentence letters follow where capitals went before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from verbale.text.packs import listed_words, packs, written_words
from verbale.text.patterns import pattern

__all__ = ["length_before_stop", "other_openings", "stopped"]

_LONGEST = 130
# a word's last sign, where it ends a sentence or a label
_END = pattern(r'[.;?!:…"”»][–—-]*(?=\s|\Z)')
_HONORIFICS = tuple(word for each in packs() for word in each.written("before_labels"))
_ABBREVIATIONS = listed_words("abbreviations") | {word.casefold() for word in written_words("short_titles")}
# "K.", "О.П."
_INITIALS = pattern(r"(?:[^\W\d_]\.){1,3}")
_DASHES = "–—-"


def stopped(text: str, start: int, upper: str) -> tuple[int, int] | None:
    """Where a label with a full stop ends that a line opens with, and where its words start.

    Args:
        text: A document's text.
        start: Where the label starts.
        upper: The capital letters, as a class of a pattern has them.
    """
    if not _opening(upper).match(text, start):
        return None
    line_end = text.find("\n", start, start + _LONGEST)
    line = text[start : start + _LONGEST if line_end < 0 else line_end]
    length = length_before_stop(line)
    if not length:
        return None
    words = start + length + (line[length - 1 : length] != ".")
    while text[words : words + 1] in _DASHES and words < len(text):
        words += 1
    return start + length, words


def other_openings(text: str, lead: str, upper: str) -> Iterator[tuple[int, int]]:
    """The lines that open with no capital and may have such a label all the same: where they and it start.

    Args:
        text: A text with a line feed before it; what is found counts without that.
        lead: A pattern of what may stand before a label.
        upper: The capital letters, as a class of a pattern has them.
    """
    for m in _other_opening(lead, upper).finditer(text):
        yield m.start(), m.end() - 1


@cache
def _opening(upper: str) -> re.Pattern[str]:
    # a label is honoured or has a word in capitals: most lines are left here, many at the first look
    other = rf"[^\n.:!?…{upper}]{{0,40}}+"
    capitals = rf"(?:{other}[{upper}](?![{upper}'’-]))*+{other}[{upper}]"
    capitals = rf"(?={capitals})[^\n.:!?…]{{0,40}}?[{upper}][{upper}'’-]"
    first = "".join(sorted({word[0] for word in _HONORIFICS}))
    return re.compile(rf"(?={capitals}|(?=[{first}])(?:{'|'.join(_HONORIFICS)})\b)")


@cache
def _other_opening(lead: str, upper: str) -> re.Pattern[str]:
    return re.compile(rf"\n{lead}(?=[^\W\d_{upper}]){_opening(upper).pattern}")


def length_before_stop(line: str) -> int:
    """How long the label is that a line opens with, its stop left out; 0 where it has none.

    Args:
        line: A line, or its beginning.

    >>> length_before_stop("Ms. IRMA K. DORSET of Merrow. Mr. Speaker, salt is dear.")
    28
    """
    for found in _END.finditer(line):
        if found[0][0] not in ".;":
            return 0
        end = found.start() + 1
        words = line[:end].split()
        word = words[-1]
        following = "".join(line[found.end() :].split(maxsplit=1)[:1])
        bare = word.strip("(.;").casefold()
        if _INITIALS.fullmatch(word):
            # "LEVCHUK O.P. Words": behind a family name in capitals, where no capitals follow
            first = words[0]
            if len(words) > 1 and first.isupper() and len(first) > 2 and not following[:2].isupper():
                return end
            continue
        if bare in _ABBREVIATIONS and following:
            continue
        return end - 1
    return 0
