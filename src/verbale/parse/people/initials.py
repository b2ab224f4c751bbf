"""Labels of initials ("AR:") whose names the head of the text gives: "Ana Ruiz (AR) talks to ..."."""

from __future__ import annotations

import re
from collections.abc import Mapping

from verbale.text.patterns import pattern

__all__ = ["explained"]

HEAD = 3_000
_WORD = r"[^\W\d_][\w.'’\-‑]*"
_NAME = rf"(?:{_WORD}[ \t]+){{1,4}}{_WORD}"
_LETTERS = r"[^\W\d_](?:\.?[^\W\d_]){1,3}"
# `Ana Ruiz (AR)`, `Ana Ruiz [AR]`
_BRACKETED = pattern(rf"[(\[]\s*({_LETTERS})\.?\s*[)\]]")
_NAME_BEFORE = pattern(rf"{_NAME}[ \t]*\Z")
_LONGEST_NAME = 80  # code points
# `AR = Ana Ruiz`, `AR – Ana Ruiz, mayor`, on a line of its own
_LISTED = pattern(rf"^[ \t>*_-]*({_LETTERS})\.?[*_]*[ \t]*[=–—][ \t]*[*_]*({_NAME})", re.MULTILINE)


def explained(head: str) -> Mapping[str, str]:
    """The names that a text gives for initials, by the initials' letters in capitals.

    Initials of two people are nobody's, and so are letters that do not begin the words of the name.

    Args:
        head: what stands before and among the first words spoken.

    >>> explained("Ana Ruiz (AR) of the Post talks to Ivo van der Tarn (IvdT).")
    {'AR': 'Ana Ruiz', 'IVDT': 'Ivo van der Tarn'}
    """
    found: dict[str, str | None] = {}
    head = head[:HEAD]
    pairs = [(m[1], m[2]) for m in _LISTED.finditer(head)]
    for bracket in _BRACKETED.finditer(head):
        name = _NAME_BEFORE.search(head, max(0, bracket.start() - _LONGEST_NAME), bracket.start())
        pairs += [(bracket[1], name[0])] if name else []
    for printed, words in pairs:
        letters = printed.replace(".", "").upper()
        full = _name_of(letters, words.split())
        if full is not None:
            known = found.setdefault(letters, full)
            if known != full:
                found[letters] = None
    return {letters: name for letters, name in found.items() if name is not None}


def _name_of(letters: str, words: list[str]) -> str | None:
    """The last words, or the first, that begin with the letters, the outer ones in capitals."""
    for some in (words[-len(letters) :], words[: len(letters)]):
        begins = "".join(word[0] for word in some).upper()
        if begins == letters and some[0][0].isupper() and some[-1][0].isupper():
            return " ".join(some)
    return None
