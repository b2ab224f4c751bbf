"""Nicknames in quote marks inside a name: `Jon “Eel” Marr`. They are part of the name, and nobody's words.

Attribution reads a text in which letters stand for their marks, so that every rule for names sees one name;
places stay the same, and `printed` gives the name back as it is printed.
"""

from __future__ import annotations

import re

from verbale.quote.attribution.shapes import NO_NAME, UPPER
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["printed", "with_nicknames"]

# Capitals of no language that is written today, one for each mark and one for a space.
_LETTERS = str.maketrans("“”\"„«»'‘’", "ϢϤϦϨϪϬϮϘϞ")
_MARKS = {letter: mark for mark, letter in _LETTERS.items()}
_SPACE = "Ϡ"
_CLOSES = {"“": "”", '"': '"', "„": "“”", "«": "»", "‘": "’", "'": "'"}
# It begins with the mark, so that a search goes from mark to mark.
_NICKNAME = pattern(
    rf"(?P<open>[“\"„«‘'])(?<=[ \u00a0].)[ \u00a0\u202f]?(?P<nick>\w[^“”\"„«»‘’'\n,.!?;:]{{0,28}}\w)"
    rf"[ \u00a0\u202f]?(?P<close>[”“\"»’'])(?=[ \u00a0][{UPPER}][\w’'-]*\w)"
)
_FIRST = pattern(rf"(?<![\w’'.-])[{UPPER}](?:[\w-]*\w|\.)(?=[ \u00a0]\Z)")
_MASKED = re.compile("[ϢϤϦϨϪϬϮϘϞ][^ϢϤϦϨϪϬϮϘϞ]*[ϢϤϦϨϪϬϮϘϞ]")
_LONGEST = 4
# how far before the mark the word before it may begin
_FAR = 40
_NO_NICKNAME = NO_NAME - listed_words("definite_articles")
_TITLED = {word.casefold() for word in listed_words("titled")}


def with_nicknames(text: str) -> str:
    """The text with letters instead of the marks around nicknames; of the same length.

    >>> printed(with_nicknames("said Jon “Eel” Marr")), with_nicknames("said “No” Marr")
    ('said Jon “Eel” Marr', 'said “No” Marr')
    """
    parts: list[str] = []
    place = 0
    for found in _NICKNAME.finditer(text):
        first = _FIRST.search(text, max(0, found.start() - _FAR), found.start())
        if first is not None and _is_nickname(first[0].casefold(), found):
            parts += text[place : found.start()], _masked(found[0])
            place = found.end()
    if not parts or _SPACE in text or any(chr(letter) in text for letter in _MARKS):
        return text
    return "".join([*parts, text[place:]])


def printed(name: str) -> str:
    """A name as it is printed, with the marks around its nickname.

    Args:
        name: A name cut from what `with_nicknames` gave.
    """
    if name.isascii() or _MASKED.search(name) is None:
        return name
    return _MASKED.sub(lambda found: found[0].translate(_MARKS).replace(_SPACE, " "), name)


def _is_nickname(first: str, found: re.Match[str]) -> bool:
    """Whether what stands in marks behind a word with a capital may be a nickname."""
    words = found["nick"].split()
    if found["close"] not in _CLOSES[found["open"]] or len(words) > _LONGEST:
        return False
    return words[0].casefold() not in _NO_NICKNAME and first not in NO_NAME and first not in _TITLED


def _masked(nickname: str) -> str:
    inner = re.sub("[ \u00a0\u202f]", _SPACE, nickname[1:-1])
    return nickname[0].translate(_LETTERS) + inner + nickname[-1].translate(_LETTERS)
