"""A text in which words are looked for without regard to capitals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

__all__ = ["Folded"]


class Folded:
    r"""A text without its capitals and line breaks, each sign at its place.

    Words of plain letters are looked for in one byte for each sign, which is four times as quick as to
    casefold the text and to look there.

    Args:
        text: The text.

    >>> folded = Folded("Mr. Holm TOOK\nthe chair. Die GRÜNE Fähre.")
    >>> list(folded.places("took the chair")), folded.has("grüne", 20, 40), folded.has("grüne", 0, 20)
    ([9], True, False)
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _plain(self) -> bytes:
        return self._text.encode("latin-1", "replace").lower().replace(b"\n", b" ")

    @cached_property
    def _casefolded(self) -> str:
        """The text casefolded; in small letters only, or as it is, where its signs do not stay in place."""
        forms = (self._text.casefold(), self._text.lower(), self._text)
        return next(form for form in forms if len(form) == len(self._text)).replace("\n", " ")

    def _is_plain(self, words: str) -> bool:
        # "?" stands for all signs that have no byte; "ss" may be a letter of its own
        return words.isascii() and "?" not in words and ("ss" not in words or "ß" not in self._text)

    def has(self, words: str, start: int, end: int) -> bool:
        """Whether words stand in a part of the text.

        Args:
            words: Casefolded words.
            start: Where the part starts, in code points.
            end: Where it ends.
        """
        if self._is_plain(words):
            return self._plain.find(words.encode(), start, end) >= 0
        return words in self._text[start:end].casefold()

    def places(self, words: str) -> Iterator[int]:
        """Where words stand, none of them within others.

        Args:
            words: Casefolded words with single spaces between them.
        """
        if self._is_plain(words):
            sought = words.encode()
            place = self._plain.find(sought)
            while place >= 0:
                yield place
                place = self._plain.find(sought, place + len(sought))
            return
        place = self._casefolded.find(words)
        while place >= 0:
            yield place
            place = self._casefolded.find(words, place + len(words))
