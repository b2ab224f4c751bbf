"""The bytes of a file on disk: only regular files, never more than the limit, never a wait."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from verbale.errors import ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["file_bytes"]

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def file_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file.

    Raises:
        ReadError: It is missing, cannot be opened, or is no regular file.
        TooLarge: It is larger than `limits.ORIGINAL`.
    """
    shown = printable(os.fspath(path))
    try:
        # a pipe without a writer would hold an ordinary open for ever
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise ReadError(f"{shown} does not exist.", path) from error
    except PermissionError as error:
        raise ReadError(f"{shown} may not be read by this user.", path) from error
    except (OSError, ValueError) as error:
        raise ReadError(f"{shown} could not be opened: {_reason(error)}.", path) from error
    try:
        return _whole(descriptor, shown, path)
    except OSError as error:
        raise ReadError(f"{shown} could not be read: {_reason(error)}.", path) from error
    finally:
        os.close(descriptor)


def _whole(descriptor: int, shown: str, path: str | os.PathLike[str]) -> bytes:
    status = os.fstat(descriptor)
    for test, what in _KINDS:
        if test(status.st_mode):
            raise ReadError(f"{shown} is {what}, not a file.", path)
    if status.st_size > limits.ORIGINAL:
        raise _too_large(shown, path)
    # a file in /proc says that it is empty, and a log may grow while it is read
    parts: list[bytes] = []
    size = 0
    while part := os.read(descriptor, 1 << 20):
        parts.append(part)
        size += len(part)
        if size > limits.ORIGINAL:
            raise _too_large(shown, path)
    return b"".join(parts)


def _too_large(shown: str, path: str | os.PathLike[str]) -> TooLarge:
    return TooLarge(f"{shown} is larger than the limit of {limits.ORIGINAL:,} bytes.", Path(path).name)


def _reason(error: OSError | ValueError) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
