"""Containers of many documents: archives, web archives, tables, feeds; unpacked within limits, one by one.

A member that cannot be had (locked, too large, broken) is told of and passed over; only a container
that cannot be opened at all, or that unpacks beyond its limits, is refused as a whole.
"""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import re
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any, cast

from verbale.errors import NotText, ReadError, TooLarge, UnknownFormat, VerbaleError
from verbale.readers import limits
from verbale.readers.containers import tables
from verbale.readers.containers.feeds import Entry, entries, is_feed
from verbale.readers.file_names import printable, suffix
from verbale.readers.office.packages import BROKEN, opened
from verbale.readers.urls import shown

__all__ = ["CONTAINER_SUFFIXES", "Member", "is_container", "unpack"]

_TABLES = frozenset({".csv", ".tsv", ".jsonl", ".ndjson"})
CONTAINER_SUFFIXES = _TABLES | {
    *(".zip", ".tar", ".tgz", ".txz", ".gz", ".xz", ".bz2", ".warc", ".rss", ".atom", ".xml")
}
"""The suffixes of what may be a container; tables and XML may also be one document."""

_BROKEN = (*BROKEN, tarfile.TarError)
_GZIP, _XZ, _BZIP2 = b"\x1f\x8b", b"\xfd7zXZ\0", b"BZh"
_WARC, _ZIP, _TAR = b"WARC/", b"PK\x03\x04", b"ustar"
# what packages that are one document hold, whoever made them
_DOCUMENT_PARTS = frozenset({"mimetype", "META-INF/container.xml", "[Content_Types].xml"})
_UNSAFE = re.compile(r"[\x00-\x1f\x7f:*?\"<>|]")
_NOISE = re.compile(r"(?:^|/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:/|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a container: its bytes, or why there are none."""

    name: str
    data: bytes = b""
    refused: str | None = None


@dataclass(slots=True)
class _Budget:
    """How much may still come out of one container, with all that is inside it."""

    packed: int
    about: str
    members: int = 0
    unpacked: int = 0
    names: dict[str, int] = field(default_factory=dict)

    def count(self, size: int) -> None:
        self.unpacked += size
        shown = printable(self.about)
        if self.unpacked > limits.ARCHIVE_UNPACKED or self.unpacked > max(
            self.packed * limits.ARCHIVE_RATIO, limits.ORIGINAL
        ):
            raise TooLarge(f"{shown} unpacks to more than the limits allow.", self.about)

    def name(self, wanted: str) -> str:
        """A name that is safe to show and that no other member has."""
        self.members += 1
        if self.members > limits.ARCHIVE_MEMBERS:
            raise TooLarge(
                f"{printable(self.about)} holds more than {limits.ARCHIVE_MEMBERS:,} files.", self.about
            )
        stem, dot, end = wanted.rpartition(".")
        name = wanted
        while name in self.names:
            # counted on from the last of that name: twenty thousand of one name are no work
            self.names[wanted] += 1
            number = self.names[wanted]
            name = f"{stem}-{number}.{end}" if dot else f"{wanted}-{number}"
        self.names[name] = 1
        return name


def is_container(data: bytes, name: str) -> bool:
    r"""Whether an original holds several documents, to be taken one by one with `unpack`.

    >>> is_container(b"title,text\nThe ferry,No.\nThe mill,No.\n", "news.csv")
    True
    >>> is_container(b"Q: Why?", "a.txt")
    False
    """
    if data.startswith(_ZIP):
        return not _is_document(data)
    if data.startswith((_GZIP, _XZ, _BZIP2, _WARC)) or data[257:262] == _TAR or is_feed(data):
        return True
    if suffix(name) in _TABLES:
        try:
            return len(tables.documents(data, name)) > 1
        except VerbaleError:
            return False
    return False


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
    yield from _inside(data, name, "", _Budget(len(data), name), 0)


def _inside(data: bytes, name: str, folder: str, budget: _Budget, depth: int) -> Iterator[Member]:
    for path, read in _entries(data, name, budget):
        try:
            content = read()
        except TooLarge as error:
            if budget.unpacked > limits.ARCHIVE_UNPACKED or error.about == budget.about:
                raise
            yield Member(budget.name(folder + path), refused=str(error))
            continue
        except (VerbaleError, *_BROKEN) as error:
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


_Entries = Iterator[tuple[str, Callable[[], bytes]]]


def _entries(data: bytes, name: str, budget: _Budget) -> _Entries:
    """The paths in a container, each with a way to its bytes."""
    if data.startswith(_ZIP):
        return _zip(data, name, budget)
    if data[257:262] == _TAR:
        return _tar(io.BytesIO(data), name, budget)
    if data.startswith((_GZIP, _XZ, _BZIP2)):
        return _packed(data, name, budget)
    if data.startswith(_WARC):
        return _warc(io.BytesIO(data), name, budget)
    if is_feed(data):
        return _feed(data, name)
    if suffix(name) in _TABLES:
        return ((path, partial(bytes, own)) for path, own in tables.documents(data, name))
    raise UnknownFormat(f"{printable(name)} is no archive that Verbale unpacks.", name)


def _zip(data: bytes, name: str, budget: _Budget) -> _Entries:
    try:
        archive = opened(data, name)
    except BROKEN as error:
        raise ReadError(f"{printable(name)} is a broken zip archive.", name) from error
    with archive:
        for entry in archive.infolist():
            path = _safe(entry.filename)
            if path and not entry.filename.endswith("/"):
                yield path, partial(_zip_member, archive, entry, path, budget)


def _zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, budget: _Budget) -> bytes:
    if entry.flag_bits & 1:
        raise ReadError(f"{printable(path)} is locked with a password.", path)
    with archive.open(entry) as stream:
        return _limited(stream, path, budget)


def _tar(stream: IO[bytes], name: str, budget: _Budget) -> _Entries:
    try:
        # as a stream: what goes back in it, or round in a circle, is broken
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for entry in archive:
                path = _safe(entry.name)
                # links and devices hold no text of their own
                if entry.isreg() and path:
                    yield path, partial(_tar_member, archive, entry, path, budget)
    except _BROKEN as error:
        raise ReadError(f"{printable(name)} is a broken tar archive.", name) from error


def _tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, path: str, budget: _Budget) -> bytes:
    stream = archive.extractfile(entry)
    if stream is None:
        raise ReadError(f"{printable(path)} cannot be unpacked.", path)
    return _limited(stream, path, budget)


def _packed(data: bytes, name: str, budget: _Budget) -> _Entries:
    """One packed file: a tar archive, a web archive, or one document that lost its last suffix."""
    inner = re.sub(r"\.(?:gz|xz|bz2)$", "", name.rpartition("/")[2], flags=re.IGNORECASE)
    inner = re.sub(r"\.t(?:gz|xz|bz2?)$", ".tar", inner, flags=re.IGNORECASE)
    try:
        with _opened(data) as stream:
            head = stream.read(512)
        with _opened(data) as stream:
            # of a tar archive no more is held at once than one file
            counted = cast("IO[bytes]", _Counted(stream, _Budget(len(data), name)))
            if head[257:262] == _TAR:
                yield from _tar(counted, inner, budget)
            elif head.startswith(_WARC):
                yield from _warc(counted, inner, budget)
            else:
                content = _limited(counted, name, budget)
                yield _safe(inner) or "document", partial(bytes, content)
    except _BROKEN as error:
        raise ReadError(f"{printable(name)} is a broken archive.", name) from error


class _Counted:
    """A stream whose bytes are counted: an archive may be large by what nobody asks for."""

    def __init__(self, stream: IO[bytes], budget: _Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(size)
        self._budget.count(len(part))
        return part


def _opened(data: bytes) -> IO[bytes]:
    stream = io.BytesIO(data)
    if data.startswith(_GZIP):
        return cast("IO[bytes]", gzip.GzipFile(fileobj=stream))
    return cast("IO[bytes]", lzma.LZMAFile(stream) if data.startswith(_XZ) else bz2.BZ2File(stream))


def _limited(stream: IO[bytes], path: str, budget: _Budget) -> bytes:
    """The bytes of a stream, counted as they come: what an archive says of its sizes proves nothing."""
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


def _warc(stream: IO[bytes], name: str, budget: _Budget) -> _Entries:
    """The pages and files that a crawl was answered with."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  most originals are no web archives

    try:
        records = iter(ArchiveIterator(stream))
        while (record := _quietly(records)) is not None:
            if record.rec_type not in {"response", "resource"}:
                continue
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if status != "200" or not _READABLE.match(kind) or not address:
                continue
            content = _limited(record.content_stream(), address, budget)
            path = _of_address(address, kind)
            missing = _missing(record.raw_stream)
            yield path, partial(_cut, path, missing) if missing else partial(bytes, content)
    except VerbaleError:
        raise
    except Exception as error:  # the library lets many kinds out of a damaged archive
        raise ReadError(f"{printable(name)} is a broken web archive.", name) from error


def _missing(stream: Any) -> int:
    """How many bytes a record has fewer than it says."""
    while stream.read(1 << 16):
        pass
    return int(getattr(stream, "limit", 0))


def _cut(path: str, missing: int) -> bytes:
    raise ReadError(f"{printable(path)} is cut short in its archive: {missing:,} bytes are missing.", path)


def _quietly(records: Iterator[Any]) -> Any:
    """The next record without what the library prints about it."""
    with contextlib.redirect_stderr(io.StringIO()):
        return next(records, None)


_READABLE = re.compile(
    r"\s*(?:text/(?:html|plain|markdown|vtt)|application/(?:xhtml\+xml|xml|pdf|rtf|epub\+zip)|text/xml)", re.I
)
_ENDINGS = {
    "html": ".html",
    "xhtml+xml": ".html",
    "plain": ".txt",
    "markdown": ".md",
    "pdf": ".pdf",
    "vtt": ".vtt",
}


def _of_address(address: str, kind: str) -> str:
    """The name of a page in an archive: its address without the scheme, with a suffix that tells its kind."""
    ending = _ENDINGS.get(kind.partition(";")[0].strip().lower().rpartition("/")[2], "")
    path = _safe(re.sub(r"^[a-z]+://", "", address, flags=re.IGNORECASE))[:200] or "page"
    return path if not ending or path.lower().endswith(ending) else path.rstrip("/.") + ending


def _feed(data: bytes, name: str) -> _Entries:
    """The entries of a feed, those that carry a text as pages; nothing is fetched."""
    return ((entry.name, partial(_carried, entry)) for entry in entries(data, name))


def _carried(entry: Entry) -> bytes:
    if entry.page:
        return entry.page
    title = printable(entry.title or entry.name)[:120]
    link = f": add {shown(entry.link)} to have its page fetched" if entry.link else ""
    raise NotText(f"“{title}” carries no text in the feed{link}.", entry.name)


def _safe(path: str) -> str:
    """A path that stays inside its container; "" for what is no document (hidden files, leftovers)."""
    path = _UNSAFE.sub("_", printable(path).replace("\\", "/"))
    parts = [part.strip() for part in path.split("/") if part.strip() not in {"", ".", ".."}]
    path = "/".join(part[:120] for part in parts)[-400:]
    return "" if _NOISE.search(path) else path
