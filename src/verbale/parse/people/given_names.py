"""Given names that stand before a family name in running text."""

from __future__ import annotations

import re

from verbale.text.names import is_office
from verbale.text.packs import listed_words

__all__ = ["NOT_GIVEN", "capitalised", "full_names_of"]

_MOST_FOUND = 60
_WRAPPED = 40
# Capitalised words that stand before a surname and are no given name.
NOT_GIVEN = listed_words("no_given_names") | listed_words("people")


def capitalised(family: str) -> str:
    """`JEAN-PIERRE` as `Jean-Pierre`, as running text prints it."""
    if not family.isupper():
        return family
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), family)


def full_names_of(
    text: str, family: str, start: int, end: int | None, *, introduced: bool = False
) -> list[str]:
    """Full names that a text prints: given names, with an initial, before a family name.

    Args:
        text: Where to look.
        family: The family name as the text prints it.
        start: Where to begin, in code points.
        end: Where to stop; the end of the text where None.
        introduced: Whether only a name after an office counts ("Ambassador Ana Ruiz").

    >>> full_names_of("Press Secretary Una Holt spoke.", "Holt", 0, None)
    ['Una Holt']
    """
    found: list[str] = []
    place = text.find(family, start, end)
    while place >= 0 and len(found) < _MOST_FOUND:
        after = text[place + len(family) : place + len(family) + 1]
        before = _on_one_line(text[max(0, place - 60) : place].rpartition("\n\n")[2])
        if not after.isalnum() and after != "-" and before[-1:].isspace():
            given = _given(before.split(), introduced=introduced)
            if given:
                found.append(" ".join([*given, family]))
        place = text.find(family, place + len(family), end)
    return found


def _on_one_line(before: str) -> str:
    """What stands before a name, without the line above where that is one of a list and no wrapped one."""
    above, line, own = before.rpartition("\n")
    return own if line and len(above.rpartition("\n")[2]) < _WRAPPED and not own.strip() else before


def _given(words: list[str], *, introduced: bool) -> list[str]:
    """The given name at the end of some words, and an initial after it; empty where there is none."""
    given: list[str] = []
    while words:
        word = words.pop()
        plain = word.strip(".,;:’'\"“”()")
        if not plain or plain[0].islower() or not plain[0].isalpha() or word[-1] in ",;:!?)(":
            break
        initial = len(plain) == 1
        if is_office(plain) or plain.casefold() in NOT_GIVEN or (word.endswith(".") and not initial):
            break
        if not initial and word.lstrip("“\"(‘'") != plain:
            return []
        given.insert(0, plain + "." * word.endswith("."))
        if initial:
            continue
        if not plain.replace("-", "").isalpha():
            return []
        if len(words) > 1 and _is_title(words[-2]) and words[-1].isalpha() and not _is_title(words[-1]):
            given.insert(0, words.pop())  # "Governor John Bel Edwards"
        return given if not introduced or (words and _is_title(words[-1])) else []
    return []


def _is_title(word: str) -> bool:
    return is_office(word.rstrip(".")) and word[:1].isupper()
