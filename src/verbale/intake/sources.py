"""Texts on their way into a record: where each lies, and how its bytes are had when its turn comes."""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from verbale.errors import ReadError
from verbale.readers.containers import unpacking
from verbale.readers.origin import Original

__all__ = ["Source", "refused", "unpacked"]


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be added: `name` is shown, `place` is where it lies for good.

    `read` gives its bytes, or raises ReadError. `unfold`, where there is one, tells the texts that it
    turns out to be once it is looked at: the entries of a feed, the files of an archive. `is_fetched`
    says that its bytes may differ from one day to the next where its words do not. `path` is the
    file, where it is in one.
    """

    name: str
    place: str
    read: Callable[[], Original]
    unfold: Callable[[], list[Source]] | None = None
    is_fetched: bool = False
    path: Path | None = None

    def opened(self) -> list[Source]:
        """The texts that it is: mostly itself."""
        return [self] if self.unfold is None else self.unfold()


def refused(name: str, place: str, reason: str) -> Source:
    """A text that cannot be had, which is told when its turn comes."""
    return Source(name, place, partial(_refuse, reason, name))


def unpacked(data: bytes, name: str, source: Source) -> Iterator[Source]:
    """The documents of a container, named after it: `archive.zip/talk.md`.

    Args:
        data: The container.
        name: Its file name, whose suffix tells its kind where the bytes do not.
        source: What it is a source of; its members lie inside it.

    Raises:
        ReadError: It cannot be unpacked, or holds nothing.
    """
    spool = _Spool()
    found = 0
    for member in unpacking.unpack(data, name):
        found += 1
        named, place = f"{source.name}/{member.name}", f"{source.place}{os.sep}{member.name}"
        if member.refused is not None:
            yield Source(named, place, partial(_refuse, member.refused, named), path=source.path)
        else:
            yield Source(named, place, partial(spool.get, *spool.put(member.data)), path=source.path)
    if not found:
        raise ReadError(f"{source.name} holds no document.", source.name)


def _refuse(reason: str, name: str) -> NoReturn:
    raise ReadError(reason, name)


class _Spool:
    """The members of containers between looking and adding: on disk, gone with the last of their sources."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the sources do
        weakref.finalize(self, self._file.close)
        self._end = 0

    def put(self, data: bytes) -> tuple[int, int]:
        start = self._end
        self._file.seek(start)
        self._file.write(data)
        self._end += len(data)
        return start, len(data)

    def get(self, start: int, size: int) -> Original:
        self._file.seek(start)
        return Original(self._file.read(size))
