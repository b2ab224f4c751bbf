"""Word lists as they are read best: a text cut at white space."""

from __future__ import annotations

__all__ = ["listed"]


def listed(words: str) -> frozenset[str]:
    """The words of a list.

    >>> sorted(listed("never no not"))
    ['never', 'no', 'not']
    """
    return frozenset(words.split())
