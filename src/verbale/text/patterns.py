"""Regular expressions that are compiled when they are first used.

A hundred patterns stand ready for what a text may hold, and most texts need a third of them; compiling
all would take longer than reading the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import cast

__all__ = ["either", "pattern"]


class _Uncompiled:
    """Stands for a compiled pattern, and takes its methods over one by one as they are asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self.pattern = expression
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> object:
        # what is set here is found without coming by again
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    r"""A regular expression with the methods of a compiled one; a fault in it shows on first use.

    Args:
        expression: What `re.compile` takes.
        flags: Its flags.

    Raises:
        re.error: On first use, where the expression is none.

    >>> pattern(r"fer+y", re.IGNORECASE).search("The Ferry sails.")[0]
    'Ferry'
    """
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


def either(words: Iterable[str], *, capitals: bool = False) -> str:
    r"""A pattern of any of some words, the longest first, without a look at what stands around them.

    Args:
        words: Words as the lists have them; a star at the end stands for the rest of a word.
        capitals: Whether each may begin with a capital as well.

    >>> either(["so", "and so", "spokes*"]), either(["the"], capitals=True)
    ('spokes\\w*|and\\s+so|so', '[Tt]he')
    """
    parts = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        plain = re.escape(word.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
        first = f"[{word[0].upper()}{word[0]}]{plain[1:]}" if capitals else plain
        parts.append(first + r"\w*" * word.endswith("*"))
    return "|".join(parts) or "(?!)"
