"""Zip packages that are one document (DOCX, ODT, EPUB): opened within limits, read part by part."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from verbale.errors import ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["BROKEN", "Package", "check_package", "opened"]

BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(ValueError, LookupError, OverflowError, RuntimeError, EOFError, OSError),
)
"""What the standard library raises of a package that is none."""

_ENTRY = b"PK\x01\x02"


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """A zip archive, open; its directory is read whole, so it may not be long without end.

    Raises:
        TooLarge: Its directory, with those of archives stored inside, passes `limits.DIRECTORY`.
    """
    if data.count(_ENTRY) > limits.DIRECTORY:
        raise TooLarge(f"{printable(name)} holds more than {limits.DIRECTORY:,} files.", name)
    return zipfile.ZipFile(io.BytesIO(data))


def check_package(data: bytes, name: str, kind: str) -> list[zipfile.ZipInfo]:
    """The parts of a package that unpacks within the limits.

    Args:
        data: The package.
        name: Its file name.
        kind: What it is, for the message.

    Raises:
        TooLarge: It holds too many parts, or unpacks to too much.
        ReadError: It is broken or locked.
    """
    shown = printable(name)
    try:
        with opened(data, name) as package:
            parts = package.infolist()
    except BROKEN as error:
        raise ReadError(f"{shown} is a broken {kind}: its package cannot be opened.", name) from error
    if len(parts) > limits.PACKAGE_PARTS or sum(part.file_size for part in parts) > limits.PACKAGE_UNPACKED:
        raise TooLarge(f"{shown} unpacks to more than {limits.PACKAGE_UNPACKED:,} bytes.", name)
    for part in parts:
        # small parts of blanks pack well and hurt nobody
        if part.file_size > 1_000_000 and part.file_size > part.compress_size * limits.PACKAGE_RATIO:
            raise TooLarge(
                f"{shown} holds a part that unpacks to more than {limits.PACKAGE_RATIO} times its size.", name
            )
        if part.flag_bits & 1:
            raise ReadError(f"{shown} is locked with a password; save a copy without one.", name)
    return parts


class Package:
    """The parts of a package by their names; a part that is absent or broken is a ReadError."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self._parts = {part.filename: part for part in check_package(data, name, kind)}
        self._name = name
        self._kind = kind
        self._package = opened(data, name)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def part(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            ReadError: There is no such part, or it is broken.
        """
        shown = printable(self._name)
        info = self._parts.get(part)
        if info is None:
            raise ReadError(
                f"{shown} is a broken {self._kind}: it has no {printable(part)[:80]}.", self._name
            )
        try:
            with self._package.open(info) as stream:
                # a part may be longer than the package says
                return stream.read(info.file_size + 1)[: info.file_size]
        except BROKEN as error:
            raise ReadError(
                f"{shown} is a broken {self._kind}: {printable(part)[:80]} cannot be unpacked.", self._name
            ) from error
