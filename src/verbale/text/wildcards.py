"""Patterns with stars, as file names have them: matched in time linear in the text, whatever the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["MOST_STARS", "NO_PATTERNS", "Patterns"]

MOST_STARS = 8


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _fits(pieces: tuple[str, ...], text: str) -> bool:
    """Whether the pieces stand in the text in order, the first at its start and the last at its end.

    Taking each piece at its first place is enough, so that no text can make this slow.
    """
    first, *middle, last = pieces
    if len(first) + len(last) > len(text) or not text.startswith(first) or not text.endswith(last):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in middle:
        found = text.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


@dataclass(frozen=True, slots=True)
class Patterns:
    """Words, and patterns in which `*` stands for any characters; case and white space do not count.

    >>> patterns = Patterns.of(["Caller *", "AB"])
    >>> "caller 3" in patterns, "ab" in patterns, "Abel" in patterns
    (True, True, False)
    """

    exact: frozenset[str] = frozenset()
    starred: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[str]) -> Patterns:
        """Patterns ready to be matched.

        Args:
            patterns: Words with or without stars.
        """
        folded = [_folded(pattern) for pattern in patterns]
        return cls(
            exact=frozenset(each for each in folded if "*" not in each),
            starred=tuple(tuple(each.split("*")) for each in folded if "*" in each),
        )

    def __contains__(self, words: object) -> bool:
        if not isinstance(words, str) or not (self.exact or self.starred):
            return False
        folded = _folded(words)
        return folded in self.exact or any(_fits(pieces, folded) for pieces in self.starred)

    def __bool__(self) -> bool:
        return bool(self.exact or self.starred)


NO_PATTERNS = Patterns()
