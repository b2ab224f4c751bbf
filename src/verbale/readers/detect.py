"""Which reader takes an original: its content decides where it is plain to see, its suffix elsewhere."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from verbale.errors import UnknownFormat
from verbale.readers.file_names import printable, suffix

if TYPE_CHECKING:
    import zipfile

__all__ = ["SUFFIXES", "Format", "detect"]


class Format(StrEnum):
    """The formats that Verbale reads."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    XML = "XML"
    DOCX = "DOCX"
    PDF = "PDF"
    ODT = "ODT"
    RTF = "RTF"
    EPUB = "EPUB"
    CAPTIONS = "captions"
    MAIL = "e-mail"
    TABLE = "a table"


_BY_SUFFIX = {
    "": Format.TEXT,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".asc": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".xml": Format.XML,
    ".docx": Format.DOCX,
    ".pdf": Format.PDF,
    ".odt": Format.ODT,
    ".rtf": Format.RTF,
    ".epub": Format.EPUB,
    ".srt": Format.CAPTIONS,
    ".vtt": Format.CAPTIONS,
    ".eml": Format.MAIL,
    ".csv": Format.TABLE,
    ".tsv": Format.TABLE,
    ".jsonl": Format.TABLE,
    ".ndjson": Format.TABLE,
}
SUFFIXES = frozenset(_BY_SUFFIX) - {""}
"""The suffixes of files that an `add` of a folder should pick up."""

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
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "PostScript"),
)
_ADVICE = "save it as text, Markdown, HTML, DOCX or PDF"
_SAY_ENOUGH = frozenset({".eml", ".csv", ".tsv", ".jsonl", ".ndjson"})
_CAPTIONS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:WEBVTT(?=[ \t\r\n]|\Z)"
    rb"|\s*\d{1,6}[ \t]*\r?\n[ \t]*\d{1,3}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->)"
)
_RTF = re.compile(rb"\{\\rtf")
_SIGNED = frozenset({Format.DOCX, Format.PDF, Format.ODT, Format.RTF, Format.EPUB})
"""Formats that every file of theirs shows by its first bytes."""
_PACKAGES = {
    b"application/vnd.oasis.opendocument.text": Format.ODT,
    b"application/vnd.oasis.opendocument.text-template": Format.ODT,
    b"application/epub+zip": Format.EPUB,
}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_BY_HEAD = ((Format.RTF, _RTF), (Format.CAPTIONS, _CAPTIONS), (Format.HTML, _HTML), (Format.XML, _XML))
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

    >>> detect(b"<!DOCTYPE html><p>Hello.</p>", "talk.txt").value
    'HTML'
    >>> try:
    ...     detect(b"GIF89a", "talk.txt")
    ... except UnknownFormat as error:
    ...     print(error)
    talk.txt is a picture; save it as text, Markdown, HTML, DOCX or PDF.
    """
    ending = suffix(name) if told is None else told
    head = data[:4096]
    # the signature may stand a little way in, after a mail header or a blank line
    if head.startswith(b"PK\x03\x04"):
        return _package(data, name)
    if head.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in data[:1024]):
        return Format.PDF
    _refuse_others(head, name)
    for format_, pattern in _BY_HEAD:
        # a message may carry a page, and a table a tag
        if pattern.match(head) and (ending not in _SAY_ENOUGH or format_ is Format.CAPTIONS):
            return format_
    return _by_suffix(data, name, ending)


def _refuse_others(head: bytes, name: str) -> None:
    shown = printable(name)
    for signature, what in _OTHERS:
        if head.startswith(signature):
            raise UnknownFormat(f"{shown} is {what}; {_ADVICE}.", name)
    if head[4:8] == b"ftyp":
        raise UnknownFormat(f"{shown} is a video or sound recording; {_ADVICE}.", name)


def _by_suffix(data: bytes, name: str, ending: str) -> Format:
    shown = printable(name)
    found = _BY_SUFFIX.get(ending)
    if found in _SIGNED:
        raise UnknownFormat(f"{shown} has the suffix {ending} and is no {found} file.", name)
    if found is None:
        raise UnknownFormat(
            f"{shown} has the suffix {ending}, which no reader takes; {_ADVICE}, or name it .txt.",
            name,
        )
    if found in {Format.HTML, Format.XML} and not _ANY_TAG.search(data) and b"\0" not in data[:4096]:
        return Format.TEXT
    if found is Format.TEXT and _FENCE.match(data):
        return Format.MARKDOWN
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
        if _BY_SUFFIX.get(suffix(name)) in {Format.DOCX, Format.ODT, Format.EPUB}:
            return _BY_SUFFIX[suffix(name)]
        raise UnknownFormat(f"{shown} is a zip archive, and a broken one.", name) from error
    if kind is not None:
        return kind
    if any(part.startswith("word/") for part in names):
        return Format.DOCX
    raise UnknownFormat(
        f"{shown} is a zip archive and no single document; add it to a record, which takes it apart.", name
    )


def _kind(package: zipfile.ZipFile, names: list[str]) -> Format | None:
    """What a package says of itself in the file that ODT and EPUB put first."""
    from verbale.readers.office.packages import BROKEN  # noqa: PLC0415  as above

    if "mimetype" in names and package.getinfo("mimetype").file_size < 100:
        try:
            return _PACKAGES.get(package.read("mimetype").strip())
        except BROKEN:
            return None
    if "META-INF/container.xml" in names:
        return Format.EPUB
    return None
