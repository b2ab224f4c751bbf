"""Containers of many documents, unpacked within limits, one by one.

A member that cannot be had (locked, too large, broken) is told of and passed over; only a container
that cannot be opened at all, or that unpacks beyond its limits, is refused as a whole.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass

from verbale.errors import ReadError, TooLarge, UnknownFormat, VerbaleError
from verbale.readers import limits
from verbale.readers.containers.archives import UNREADABLE
from verbale.readers.containers.budget import Budget, Entries
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import CONTAINERS, ZIP, Format, of_suffix
from verbale.readers.office.packages import BROKEN, opened

__all__ = ["Member", "is_container", "unpack"]

# what packages that are one document hold, whoever made them
_DOCUMENT_PARTS = frozenset({"mimetype", "META-INF/container.xml", "[Content_Types].xml"})


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a container: its bytes, or why there are none."""

    name: str
    data: bytes = b""
    refused: str | None = None


def is_container(data: bytes, name: str) -> bool:
    r"""Whether an original holds several documents, to be taken one by one with `unpack`.

    >>> is_container(b"title,text\nThe ferry,No.\nThe mill,No.\n", "news.csv")
    True
    >>> is_container(b"Q: Why?", "a.txt")
    False
    """
    found = _container(data, name)
    if found is None or found is ZIP:
        return found is ZIP and not _is_document(data)
    if not found.reader:
        return True
    try:
        return sum(1 for _ in _entries(data, name, Budget(len(data), name))) > 1
    except VerbaleError:
        return False


def _container(data: bytes, name: str) -> Format | None:
    """What an original is if it is a container: its content tells archives, its suffix a table."""
    found = next((row for row in CONTAINERS if row.begins(data)), None) or of_suffix(suffix(name))
    return found if found is not None and found.unpacker else None


def _is_document(data: bytes) -> bool:
    try:
        with opened(data, "") as package:
            names = package.namelist()[:10_000]
    except (TooLarge, *BROKEN):
        return False
    return not _DOCUMENT_PARTS.isdisjoint(names) or any(name.startswith("word/") for name in names)


def unpack(data: bytes, name: str) -> Iterator[Member]:
    """The documents of a container, in its order; archives inside are unpacked too, up to a depth.

    Args:
        data: The container.
        name: Its file name; each member's name is its path inside, made safe.

    Raises:
        TooLarge: It holds too many files, or unpacks to too much.
        ReadError: It is broken as a whole, or no container.
    """
    yield from _inside(data, name, "", Budget(len(data), name), 0)


def _inside(data: bytes, name: str, folder: str, budget: Budget, depth: int) -> Iterator[Member]:
    for path, read in _entries(data, name, budget):
        try:
            content = read()
        except TooLarge as error:
            if budget.unpacked > limits.ARCHIVE_UNPACKED or error.about == budget.about:
                raise
            yield Member(budget.name(folder + path), refused=str(error))
            continue
        except (VerbaleError, *UNREADABLE) as error:
            shown = printable(folder + path)
            reason = str(error) if isinstance(error, VerbaleError) else f"{shown} cannot be unpacked."
            yield Member(budget.name(folder + path), refused=reason)
            continue
        if not is_container(content, path):
            yield Member(budget.name(folder + path), content)
        elif depth + 1 >= limits.ARCHIVE_NESTING:
            yield Member(
                budget.name(folder + path),
                refused=f"{printable(folder + path)} is an archive too deep inside others.",
            )
        else:
            try:
                yield from _inside(content, path, f"{folder}{path}/", budget, depth + 1)
            except TooLarge:
                raise
            except ReadError as error:
                yield Member(budget.name(folder + path), refused=str(error))


def _entries(data: bytes, name: str, budget: Budget) -> Entries:
    """The paths in a container, each with a way to its bytes."""
    found = _container(data, name)
    if found is None:
        raise UnknownFormat(f"{printable(name)} is no archive that Verbale unpacks.", name)
    module, _, function = found.unpacker.partition(":")
    entries: Entries = getattr(importlib.import_module(f"verbale.readers.{module}"), function)(
        data, name, budget
    )
    return entries
