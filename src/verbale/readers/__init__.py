"""Original bytes to a reading: one module for each format, and one way in.

Every failure leaves here as a ReadError with one clear sentence; no library's own exception does.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from verbale.errors import MissingPart, NotText, ReadError, TooLarge, VerbaleError
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.detect import detect
from verbale.readers.file_names import printable
from verbale.readers.formats import SUFFIXES
from verbale.readers.origin import Origin
from verbale.readers.paths import file_bytes

__all__ = ["READER_VERSION", "SUFFIXES", "is_container", "members", "read_bytes", "read_path"]

READER_VERSION = "1"
"""Grows when any reader makes another text of the same bytes; each reading names its own reader."""


def read_bytes(data: bytes, name: str, origin: Origin | None = None) -> Reading:
    r"""Reads an original of any known format.

    Args:
        data: The original bytes.
        name: Its file name or URL; the suffix helps to tell the format.
        origin: Where it was fetched, and what was said there of it.

    Raises:
        UnknownFormat: No reader takes it.
        NotText: It holds no readable text.
        TooLarge: It passes a limit of size, depth or time.
        ReadError: It is broken or locked.
        MissingPart: A package that this format needs is missing.

    >>> reading = read_bytes(b"Q: When?\nA: Soon.", "talk.txt")
    >>> reading.text, reading.reader
    ('Q: When?\nA: Soon.', 'text/1')
    """
    shown = printable(name)
    if len(data) > limits.ORIGINAL:
        raise TooLarge(f"{shown} is {len(data):,} bytes; the limit is {limits.ORIGINAL:,}.", name)
    if not data.strip():
        raise NotText(f"{shown} is empty.", name)
    found = detect(data, name, origin.ending if origin is not None else None)
    try:
        reader = importlib.import_module(f"verbale.readers.{found.reader}")
        if origin is not None:
            return origin.read(data, found, partial(reader.read, name=name))
        reading: Reading = reader.read(data, name)
    except VerbaleError:
        raise
    except ImportError as error:
        raise MissingPart.of(error) from error
    except (RecursionError, MemoryError) as error:
        raise TooLarge(f"{shown} is too large or too deeply nested to be read as {found}.", name) from error
    except Exception as error:
        reason = printable(" ".join(str(error).split())[:200]) or type(error).__name__
        raise ReadError(f"{shown} could not be read as {found}: {reason}.", name) from error
    return reading


def is_container(data: bytes, name: str) -> bool:
    r"""Whether an original holds several documents: an archive, a web archive, a feed, some tables.

    Args:
        data: The original bytes.
        name: Its file name.

    >>> is_container(b"title,text\nThe ferry,No.\nThe mill,No.\n", "news.csv"), is_container(b"No.", "a.txt")
    (True, False)
    """
    from verbale.readers.containers import unpacking  # noqa: PLC0415  a dozen modules that most originals do without

    return unpacking.is_container(data, name)


def members(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    r"""The documents of an archive, a web archive, a feed or a table, each with a name and its bytes.

    What cannot be unpacked is left out; `unpacking.unpack` tells of it.

    Args:
        data: The container.
        name: Its file name.

    Raises:
        TooLarge: It holds too many files, or unpacks to too much.
        ReadError: It is broken as a whole, or no container.

    >>> [name for name, _ in members(b"title,text\nThe ferry,No.\nThe mill,No.\n", "news.csv")]
    ['0001-The-ferry.jsonl', '0002-The-mill.jsonl']
    """
    from verbale.readers.containers import unpacking  # noqa: PLC0415  as above

    return ((member.name, member.data) for member in unpacking.unpack(data, name) if member.refused is None)


def read_path(path: str | os.PathLike[str]) -> Reading:
    """Reads a file; the reading's name is the file's name without its folder.

    Raises:
        ReadError: It is missing, no regular file, or cannot be opened; and all that `read_bytes` raises.

    >>> try:
    ...     read_path("no-such-file.txt")
    ... except ReadError as error:
    ...     print(error)
    no-such-file.txt does not exist.
    """
    return read_bytes(file_bytes(path), Path(path).name)
