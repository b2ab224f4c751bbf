"""Which reader takes an original: its content decides where it is plain to see, its suffix elsewhere."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from verbale.errors import UnknownFormat
from verbale.readers.names import printable, suffix

__all__ = ["SUFFIXES", "Format", "detect"]


class Format(StrEnum):
    """The formats that Verbale reads."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    XML = "XML"
    DOCX = "DOCX"
    PDF = "PDF"


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
}
SUFFIXES = frozenset(_BY_SUFFIX) - {""}
"""The suffixes of files that an `add` of a folder should pick up."""

# what files begin with whose names may say anything
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "RTF"),
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
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_ANY_TAG = re.compile(rb"<[a-zA-Z!/?]")
_FENCE = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[^\n]*\S")


def detect(data: bytes, name: str) -> Format:
    r"""The format of an original.

    Raises:
        UnknownFormat: No reader takes it; the sentence says what it is, where that can be seen.

    >>> detect(b"<!DOCTYPE html><p>Hello.</p>", "talk.txt").value
    'HTML'
    >>> try:
    ...     detect(b"{\\rtf1 Hello.}", "talk.txt")
    ... except UnknownFormat as error:
    ...     print(error)
    talk.txt is RTF; save it as text, Markdown, HTML, DOCX or PDF.
    """
    shown = printable(name)
    ending = suffix(name)
    head = data[:4096]
    if head.startswith(b"PK\x03\x04"):
        return _package(data, name)
    # the signature may stand a little way in, after a mail header or a blank line
    if head.startswith(b"%PDF-") or (ending == ".pdf" and b"%PDF-" in data[:1024]):
        return Format.PDF
    for signature, what in _OTHERS:
        if head.startswith(signature):
            raise UnknownFormat(f"{shown} is {what}; {_ADVICE}.", name)
    if head[4:8] == b"ftyp":
        raise UnknownFormat(f"{shown} is a video or sound recording; {_ADVICE}.", name)
    if _HTML.match(head):
        return Format.HTML
    if _XML.match(head):
        return Format.XML
    found = _BY_SUFFIX.get(ending)
    if found in {Format.DOCX, Format.PDF}:
        raise UnknownFormat(f"{shown} has the suffix {ending} and is no {found} file.", name)
    if found is None:
        raise UnknownFormat(
            f"{shown} has the suffix {ending}, which no reader takes; {_ADVICE}, or name it .txt.",
            name,
        )
    if found in {Format.HTML, Format.XML} and not _ANY_TAG.search(data) and b"\0" not in head:
        return Format.TEXT
    if found is Format.TEXT and _FENCE.match(head):
        return Format.MARKDOWN
    return found


def _package(data: bytes, name: str) -> Format:
    """A zip package: a Word document, or nothing for us."""
    shown = printable(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()[:10_000]
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, OSError) as error:
        if suffix(name) == ".docx":
            return Format.DOCX
        raise UnknownFormat(f"{shown} is a zip archive, and a broken one.", name) from error
    if any(part.startswith("word/") for part in names):
        return Format.DOCX
    raise UnknownFormat(f"{shown} is a zip package and no Word document; {_ADVICE}.", name)
