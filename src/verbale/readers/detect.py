"""Which reader takes an original: its content decides where it is plain to see, its suffix elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verbale.errors import UnknownFormat
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import (
    CONTAINERS,
    DOCX,
    EPUB,
    FORMATS,
    HTML,
    MARKDOWN,
    ODT,
    PDF,
    TEXT,
    XML,
    ZIP,
    Format,
    of_media_type,
    of_suffix,
)

if TYPE_CHECKING:
    import zipfile

__all__ = ["detect"]

# what files begin with whose names may say anything
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or locked Office file (.doc)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"RIFF", "a recording or picture"),
    (b"\x1a\x45\xdf\xa3", "a video"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "PostScript"),
)
_ADVICE = "save it as text, Markdown, HTML, DOCX or PDF"
_MARKUP = frozenset({HTML, XML})
_PACKAGES = frozenset({DOCX, ODT, EPUB})
_BY_HEAD = tuple(row for row in FORMATS if row.reader and row.head is not None)
_ANY_TAG = re.compile(rb"<[a-zA-Z!/?]")
_FENCE = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[^\n]*\S")


def detect(data: bytes, name: str, told: str | None = None) -> Format:
    r"""The format of an original.

    Args:
        data: The original bytes.
        name: Its file name or address.
        told: The suffix that it ought to have, where its place knows better than its name.

    Raises:
        UnknownFormat: No reader takes it; the sentence says what it is, where that can be seen.

    >>> detect(b"<!DOCTYPE html><p>Hello.</p>", "talk.txt").called
    'HTML'
    >>> try:
    ...     detect(b"GIF89a", "talk.txt")
    ... except UnknownFormat as error:
    ...     print(error)
    talk.txt is a picture; save it as text, Markdown, HTML, DOCX or PDF.
    """
    ending = suffix(name) if told is None else told
    head = data[:4096]
    if ZIP.begins(head):
        return _package(data, name)
    by_suffix = of_suffix(ending)
    # the signature may stand a little way in, after a mail header or a blank line
    if by_suffix is PDF and b"%PDF-" in data[:1024]:
        return PDF
    _refuse_others(head, name)
    for row in _BY_HEAD:
        if row.begins(head) and not (row in _MARKUP and by_suffix is not None and by_suffix.holds_others):
            return row
    return _by_suffix(data, name, ending)


def _refuse_others(head: bytes, name: str) -> None:
    shown = printable(name)
    for signature, what in _OTHERS:
        if head.startswith(signature):
            raise UnknownFormat(f"{shown} is {what}; {_ADVICE}.", name)
    if head[4:8] == b"ftyp":
        raise UnknownFormat(f"{shown} is a video or sound recording; {_ADVICE}.", name)
    for row in CONTAINERS:
        if row.begins(head):
            raise _no_document(row, name)


def _no_document(row: Format, name: str) -> UnknownFormat:
    return UnknownFormat(
        f"{printable(name)} is {row} and no single document; add it to a record, which takes it apart.", name
    )


def _by_suffix(data: bytes, name: str, ending: str) -> Format:
    shown = printable(name)
    found = of_suffix(ending)
    if found is None:
        raise UnknownFormat(
            f"{shown} has the suffix {ending}, which no reader takes; {_ADVICE}, or name it .txt.",
            name,
        )
    if found.is_signed:
        raise UnknownFormat(f"{shown} has the suffix {ending} and is no {found} file.", name)
    if found in _MARKUP and not _ANY_TAG.search(data) and b"\0" not in data[:4096]:
        return TEXT
    if found is TEXT and _FENCE.match(data):
        return MARKDOWN
    return found


def _package(data: bytes, name: str) -> Format:
    """A zip package that is one document, or an archive of many."""
    from verbale.readers.office.packages import BROKEN, opened  # noqa: PLC0415  slow to load, and few are packages

    shown = printable(name)
    try:
        with opened(data, name) as package:
            names = package.namelist()[:10_000]
            kind = _kind(package, names)
    except BROKEN as error:
        meant = of_suffix(suffix(name))
        if meant is not None and meant in _PACKAGES:
            return meant
        raise UnknownFormat(f"{shown} is a zip archive, and a broken one.", name) from error
    if kind is not None:
        return kind
    if any(part.startswith("word/") for part in names):
        return DOCX
    raise _no_document(ZIP, name)


def _kind(package: zipfile.ZipFile, names: list[str]) -> Format | None:
    """What a package says of itself in the file that ODT and EPUB put first."""
    from verbale.readers.office.packages import BROKEN  # noqa: PLC0415  as above

    if "mimetype" in names and package.getinfo("mimetype").file_size < 100:
        try:
            found = of_media_type(package.read("mimetype").strip().decode("latin-1"))
        except BROKEN:
            return None
        return found if found in _PACKAGES else None
    if "META-INF/container.xml" in names:
        return EPUB
    return None
