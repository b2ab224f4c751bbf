"""Web archives (WARC): the pages and files that a crawl was answered with."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from verbale.errors import ReadError, VerbaleError
from verbale.readers.containers.budget import Budget, Entries, limited, safe
from verbale.readers.file_names import printable
from verbale.readers.formats import of_media_type

__all__ = ["members", "of_stream"]


def members(data: bytes, name: str, budget: Budget) -> Entries:
    """The answers of a crawl that a reader takes."""
    return of_stream(io.BytesIO(data), name, budget)


def of_stream(stream: IO[bytes], name: str, budget: Budget) -> Entries:
    """The same of a web archive that is unpacked while it is read."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  most originals are no web archives

    try:
        records = iter(ArchiveIterator(stream))
        while (record := _quietly(records)) is not None:
            if record.rec_type not in {"response", "resource"}:
                continue
            status = record.http_headers.get_statuscode() if record.http_headers else "200"
            kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
            found = of_media_type(kind.partition(";")[0].strip().lower())
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if status != "200" or found is None or not address:
                continue
            content = limited(record.content_stream(), address, budget)
            path = _of_address(address, found.suffixes[0])
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


def _of_address(address: str, ending: str) -> str:
    """The name of a page in an archive: its address without the scheme, with a suffix that tells its kind."""
    path = safe(re.sub(r"^[a-z]+://", "", address, flags=re.IGNORECASE))[:200] or "page"
    return path if path.lower().endswith(ending) else path.rstrip("/.") + ending
