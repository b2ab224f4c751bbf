"""Where the words of a query stand in a text, by the same rules as the full-text index.

A word is a run of letters and digits; case does not count, nor do the accents of Latin letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from verbale.model.text import Span
from verbale.store.search.query import Words

__all__ = ["Matcher"]

_MARKS = "\u0300-\u036f"
_HAS_MARKS = re.compile(f"[{_MARKS}]")


class Matcher:
    """Finds the phrases of one query in any number of texts.

    >>> Matcher([Words(("cafe",))]).spans("The Café, the cafes.")
    (Span(start=4, end=8),)
    """

    def __init__(self, phrases: Iterable[Words]) -> None:
        self._phrases = tuple(dict.fromkeys(phrases))
        self._plain: re.Pattern[str] | None = None
        self._marked: re.Pattern[str] | None = None

    def spans(self, text: str, offset: int = 0) -> tuple[Span, ...]:
        """The places of the phrases, in the order of the text; those that overlap are joined.

        Args:
            text: Where to look.
            offset: Where the text begins in its document, in code points; the spans count from there.
        """
        if not self._phrases:
            return ()
        if text.isascii():
            pattern, folded = self._pattern(marked=False), text.lower()
        else:
            pattern, folded = self._pattern(marked=_HAS_MARKS.search(text) is not None), _folded(text)
        # A lookahead finds phrases that begin inside one another as well.
        found = sorted(match.span(group) for match in pattern.finditer(folded) for group in _groups(match))
        joined: list[tuple[int, int]] = []
        for start, end in found:
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(Span(offset + start, offset + end) for start, end in joined)

    def _pattern(self, *, marked: bool) -> re.Pattern[str]:
        made = self._marked if marked else self._plain
        if made is None:
            made = re.compile("|".join(f"(?=({_source(each, marked=marked)}))" for each in self._phrases))
            if marked:
                self._marked = made
            else:
                self._plain = made
        return made


def _groups(match: re.Match[str]) -> Iterable[int]:
    return (number for number, found in enumerate(match.groups(), 1) if found is not None)


def _source(phrase: Words, *, marked: bool) -> str:
    between = f"[{_MARKS}]*" if marked else ""
    words = [
        between.join(map(re.escape, _HAS_MARKS.sub("", _folded(word)))) + between for word in phrase.words
    ]
    letter = r"[^\W_]"
    ends = rf"(?:{letter}|[{_MARKS}])*" if phrase.begins else rf"(?!{letter})"
    # Marks belong to the letter before them, so a word does not begin after one.
    return rf"(?<!{letter})(?<![{_MARKS}])" + r"(?:[\W_]+?)".join(words) + ends


def _folded(text: str) -> str:
    """The text in the index's spelling, every code point at its place."""
    return text.translate({ord(letter): _base(letter) for letter in set(text)})


@lru_cache(maxsize=8192)
def _base(letter: str) -> str:
    folded = letter.casefold()
    if len(folded) != 1:
        folded = letter.lower() if len(letter.lower()) == 1 else letter
    taken_apart = unicodedata.normalize("NFD", folded)
    # The index knows the accents of Latin letters only.
    base = taken_apart[0]
    return base.lower() if len(taken_apart) > 1 and base.isascii() and base.isalpha() else folded
