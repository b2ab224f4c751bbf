"""Raised digits: a power or a unit keeps its digits apart from those before them."""

from __future__ import annotations

import re

__all__ = ["raised"]

_RAISED = {
    **{ord("0") + digit: 0x2070 + digit for digit in (0, *range(4, 10))},
    **dict(zip(map(ord, "123+-−n"), (0xB9, 0xB2, 0xB3, 0x207A, 0x207B, 0x207B, 0x207F), strict=True)),
}
_NUMBER = re.compile(r"[+\-−]?\d{1,6}|n")


def raised(words: str) -> str | None:
    """The raised signs for a number that a format raises, None for other words.

    Args:
        words: What is raised, without white space around it.

    >>> raised("6"), raised("-2"), raised("th")
    ('⁶', '⁻²', None)
    """
    return words.translate(_RAISED) if _NUMBER.fullmatch(words) else None
