"""How much may come out of one container, and under which names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from verbale.errors import TooLarge
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["Budget", "Counted", "Entries", "limited", "safe"]

Entries = Iterator[tuple[str, Callable[[], bytes]]]
"""The paths in a container, each with a way to its bytes."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f:*?\"<>|]")
_NOISE = re.compile(r"(?:^|/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE)


@dataclass(slots=True)
class Budget:
    """How much may still come out of one container, with all that is inside it.

    Args:
        packed: Its size in bytes.
        about: Its name, for the sentence of an error.
    """

    packed: int
    about: str
    unpacked: int = 0
    _members: int = 0
    _names: dict[str, int] = field(default_factory=dict)

    def count(self, size: int) -> None:
        """Takes so many bytes from it.

        Raises:
            TooLarge: There are not as many left.
        """
        self.unpacked += size
        shown = printable(self.about)
        if self.unpacked > limits.ARCHIVE_UNPACKED or self.unpacked > max(
            self.packed * limits.ARCHIVE_RATIO, limits.ORIGINAL
        ):
            raise TooLarge(f"{shown} unpacks to more than the limits allow.", self.about)

    def name(self, wanted: str) -> str:
        """A name for one more member, which no other has.

        Raises:
            TooLarge: It is one member too many.

        >>> budget = Budget(100, "talks.zip")
        >>> budget.name("talk.md"), budget.name("talk.md")
        ('talk.md', 'talk-2.md')
        """
        self._members += 1
        if self._members > limits.ARCHIVE_MEMBERS:
            raise TooLarge(
                f"{printable(self.about)} holds more than {limits.ARCHIVE_MEMBERS:,} files.", self.about
            )
        stem, dot, end = wanted.rpartition(".")
        name = wanted
        while name in self._names:
            # counted on from the last of that name: twenty thousand of one name are no work
            self._names[wanted] += 1
            number = self._names[wanted]
            name = f"{stem}-{number}.{end}" if dot else f"{wanted}-{number}"
        self._names[name] = 1
        return name


class Counted:
    """A stream whose bytes are counted: an archive may be large by what nobody asks for."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int = -1) -> bytes:
        """Reads as the stream does."""
        part = self._stream.read(size)
        self._budget.count(len(part))
        return part


def limited(stream: IO[bytes], path: str, budget: Budget) -> bytes:
    """The bytes of a stream, counted as they come: what an archive says of its sizes proves nothing.

    Raises:
        TooLarge: They are more than the budget or than one original may have.
    """
    most = limits.ORIGINAL
    parts: list[bytes] = []
    size = 0
    while part := stream.read(1 << 20):
        size += len(part)
        budget.count(len(part))
        if size > most:
            raise TooLarge(f"{printable(path)} is larger than the limit of {most:,} bytes.", path)
        parts.append(part)
    return b"".join(parts)


def safe(path: str) -> str:
    """A path that stays inside its container; "" for what is no document (hidden files, leftovers).

    >>> safe("../talks//one.md"), safe("__MACOSX/talks/one.md")
    ('talks/one.md', '')
    """
    path = _UNSAFE.sub("_", printable(path).replace("\\", "/"))
    parts = [part.strip() for part in path.split("/") if part.strip() not in {"", ".", ".."}]
    path = "/".join(part[:120] for part in parts)[-400:]
    return "" if _NOISE.search(path) else path
