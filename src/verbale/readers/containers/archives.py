"""Archives of files: zip, tar, and one file packed by gzip, xz or bzip2, which may be either again."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
from functools import partial
from typing import IO, cast

from verbale.errors import ReadError
from verbale.readers.containers import web_archives
from verbale.readers.containers.budget import Budget, Counted, Entries, limited, safe
from verbale.readers.file_names import printable
from verbale.readers.formats import GZIP, TAR, WEB_ARCHIVE, XZ
from verbale.readers.office.packages import BROKEN, opened

__all__ = ["UNREADABLE", "packed_members", "tar_members", "zip_members"]

UNREADABLE = (*BROKEN, tarfile.TarError)
"""What the standard library raises of an archive that is broken."""


def zip_members(data: bytes, name: str, budget: Budget) -> Entries:
    """The files of a zip archive."""
    try:
        archive = opened(data, name)
    except BROKEN as error:
        raise ReadError(f"{printable(name)} is a broken zip archive.", name) from error
    with archive:
        for entry in archive.infolist():
            path = safe(entry.filename)
            if path and not entry.filename.endswith("/"):
                yield path, partial(_zip_member, archive, entry, path, budget)


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, budget: Budget) -> bytes:
    if entry.flag_bits & 1:
        raise ReadError(f"{printable(path)} is locked with a password.", path)
    with archive.open(entry) as stream:
        return limited(stream, path, budget)


def tar_members(data: bytes, name: str, budget: Budget) -> Entries:
    """The regular files of a tar archive."""
    return _tar(io.BytesIO(data), name, budget)


def _tar(stream: IO[bytes], name: str, budget: Budget) -> Entries:
    try:
        # as a stream: what goes back in it, or round in a circle, is broken
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                path = safe(entry.name)
                # links and devices hold no text of their own
                if entry.isreg() and path:
                    yield path, partial(_tar_member, archive, entry, path, budget)
    except UNREADABLE as error:
        raise ReadError(f"{printable(name)} is a broken tar archive.", name) from error


def _tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, path: str, budget: Budget) -> bytes:
    stream = archive.extractfile(entry)
    if stream is None:
        raise ReadError(f"{printable(path)} cannot be unpacked.", path)
    return limited(stream, path, budget)


def packed_members(data: bytes, name: str, budget: Budget) -> Entries:
    """What one packed file holds: a tar archive, a web archive, or one document that lost its last suffix."""
    inner = re.sub(r"\.(?:gz|xz|bz2)$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    inner = re.sub(r"\.t(?:gz|xz|bz2?)$", ".tar", inner, flags=re.IGNORECASE)
    try:
        with _opened(data) as stream:
            head = stream.read(512)
        with _opened(data) as stream:
            # of a tar archive no more is held at once than one file
            counted = cast("IO[bytes]", Counted(stream, Budget(len(data), name)))
            if TAR.begins(head):
                yield from _tar(counted, inner, budget)
            elif WEB_ARCHIVE.begins(head):
                yield from web_archives.of_stream(counted, inner, budget)
            else:
                content = limited(counted, name, budget)
                yield safe(inner) or "document", partial(bytes, content)
    except UNREADABLE as error:
        raise ReadError(f"{printable(name)} is a broken archive.", name) from error


def _opened(data: bytes) -> IO[bytes]:
    stream = io.BytesIO(data)
    if GZIP.begins(data):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))
    return cast("IO[bytes]", lzma.LZMAFile(stream) if XZ.begins(data) else bz2.BZ2File(stream))
