"""The table of formats: all that the house knows of suffixes, media types and readers comes from here.

To read one more format, write its reader and add its row. `docs/readers.md` is held against the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "CONTAINERS",
    "CONTAINER_SUFFIXES",
    "DOCX",
    "EPUB",
    "FEED",
    "FORMATS",
    "GZIP",
    "HTML",
    "JSON_LINES",
    "MARKDOWN",
    "ODT",
    "PDF",
    "SUFFIXES",
    "TAR",
    "TEI",
    "TEXT",
    "WEB_ARCHIVE",
    "XML",
    "XZ",
    "ZIP",
    "Format",
    "of_media_type",
    "of_suffix",
]


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """One row: what a format is called, how it is told, and what takes it.

    Args:
        called: What a person calls it, in "could not be read as CSV" and "is a zip archive".
        reader: The module in `verbale.readers` whose `read(data, name)` makes a Reading; of a format with
            `roots` the one whose `read_tree(data, name, root)` does.
        unpacker: The function in `verbale.readers`, as "module:name", that takes a container apart.
        suffixes: Its suffixes in lower case, the usual one first; "" is a name that has none.
        media_types: What servers call it.
        head: What its files begin with.
        roots: The root elements of an XML format, as in "talk", or "talk/speech" where it counts only with
            that element inside.
        is_signed: Every file of it shows by its bytes that it is one.
        encoding: Who knows it: the place that it comes from ("outside"), the same unless the first bytes
            declare it ("declared"), or the format alone ("inside").
        holds_others: It may begin as a page does, and is none: a message, a table.
    """

    called: str
    reader: str = ""
    unpacker: str = ""
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    head: re.Pattern[bytes] | None = None
    roots: tuple[str, ...] = ()
    is_signed: bool = False
    encoding: Literal["outside", "declared", "inside"] = "outside"
    holds_others: bool = False

    def __str__(self) -> str:
        return self.called

    def begins(self, data: bytes) -> bool:
        """Whether bytes begin as its files do.

        >>> FEED.begins(b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>"), FEED.begins(b"<html>")
        (True, False)
        """
        return self.head is not None and self.head.match(data) is not None


_MARK = rb"(?:\xef\xbb\xbf)?"
_PAGE = re.compile(
    _MARK
    + rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    _MARK + rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<[?!][^>]{0,2000}>\s*){0,5}<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE,
)

# where several rows fit, the first counts
FORMATS = (
    TEXT := Format(
        "text", "plain.plain_text", suffixes=(".txt", ".text", ".asc", ""), media_types=("text/plain",)
    ),
    MARKDOWN := Format(
        "Markdown", "plain.markdown", suffixes=(".md", ".markdown", ".mdown"), media_types=("text/markdown",)
    ),
    HTML := Format(
        "HTML",
        "html.web_page",
        suffixes=(".html", ".htm", ".xhtml"),
        media_types=("text/html", "application/xhtml+xml"),
        head=_PAGE,
        encoding="declared",
    ),
    DOCX := Format(
        "DOCX",
        "office.docx",
        suffixes=(".docx",),
        media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        is_signed=True,
        encoding="inside",
    ),
    ODT := Format(
        "ODT",
        "office.odt",
        suffixes=(".odt",),
        media_types=(
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.text-template",
        ),
        is_signed=True,
        encoding="inside",
    ),
    Format(
        "RTF",
        "office.rtf",
        suffixes=(".rtf",),
        media_types=("application/rtf", "text/rtf"),
        head=re.compile(rb"\{\\rtf"),
        is_signed=True,
        encoding="inside",
    ),
    EPUB := Format(
        "EPUB",
        "office.epub",
        suffixes=(".epub",),
        media_types=("application/epub+zip",),
        is_signed=True,
        encoding="inside",
    ),
    PDF := Format(
        "PDF",
        "pdf.text_layer",
        suffixes=(".pdf",),
        media_types=("application/pdf",),
        head=re.compile(rb"%PDF-"),
        is_signed=True,
        encoding="inside",
    ),
    Format(
        "SRT",
        "plain.captions",
        suffixes=(".srt",),
        media_types=("application/x-subrip",),
        head=re.compile(_MARK + rb"\s*\d{1,6}[ \t]*\r?\n[ \t]*\d{1,3}:\d\d:\d\d[.,]\d{1,3}[ \t]*-->"),
    ),
    Format(
        "WebVTT",
        "plain.captions",
        suffixes=(".vtt",),
        media_types=("text/vtt",),
        head=re.compile(_MARK + rb"WEBVTT(?=[ \t\r\n]|\Z)"),
    ),
    Format(
        "SBV",
        "plain.sbv",
        suffixes=(".sbv",),
        head=re.compile(_MARK + rb"\s*\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}[ \t]*\r?\n"),
    ),
    Format(
        "e-mail",
        "plain.mail",
        suffixes=(".eml",),
        media_types=("message/rfc822",),
        encoding="inside",
        holds_others=True,
    ),
    Format(
        "CSV",
        "containers.tables",
        "containers.tables:members",
        suffixes=(".csv",),
        media_types=("text/csv",),
        holds_others=True,
    ),
    Format(
        "TSV",
        "containers.tables",
        "containers.tables:members",
        suffixes=(".tsv",),
        media_types=("text/tab-separated-values",),
        holds_others=True,
    ),
    JSON_LINES := Format(
        "JSON lines",
        "containers.tables",
        "containers.tables:members",
        suffixes=(".jsonl", ".ndjson"),
        media_types=("application/jsonl", "application/x-ndjson"),
        holds_others=True,
    ),
    TEI := Format("TEI", "tagged.tei", roots=("TEI", "teiCorpus", "TEI.2")),
    Format("Akoma Ntoso", "tagged.akoma_ntoso", roots=("akomaNtoso",)),
    Format("the Bundestag's minutes", "tagged.bundestag", roots=("dbtplenarprotokoll",)),
    Format(
        "Australian prime ministers' XML",
        "tagged.prime_ministers",
        roots=("transcripts/transcript/prime-minister", "transcript/prime-minister"),
    ),
    XML := Format(
        "XML",
        "tagged.xml",
        suffixes=(".xml",),
        media_types=("application/xml", "text/xml"),
        head=re.compile(_MARK + rb"\s*<\?xml\b"),
        encoding="declared",
    ),
    ZIP := Format(
        "a zip archive",
        unpacker="containers.archives:zip_members",
        suffixes=(".zip",),
        head=re.compile(rb"PK\x03\x04"),
    ),
    TAR := Format(
        "a tar archive",
        unpacker="containers.archives:tar_members",
        suffixes=(".tar",),
        head=re.compile(rb".{257}ustar", re.DOTALL),
    ),
    GZIP := Format(
        "a gzip archive",
        unpacker="containers.archives:packed_members",
        suffixes=(".gz", ".tgz"),
        head=re.compile(rb"\x1f\x8b"),
    ),
    XZ := Format(
        "an xz archive",
        unpacker="containers.archives:packed_members",
        suffixes=(".xz", ".txz"),
        head=re.compile(rb"\xfd7zXZ\0"),
    ),
    Format(
        "a bzip2 archive",
        unpacker="containers.archives:packed_members",
        suffixes=(".bz2", ".tbz", ".tbz2"),
        head=re.compile(rb"BZh"),
    ),
    WEB_ARCHIVE := Format(
        "a web archive",
        unpacker="containers.web_archives:members",
        suffixes=(".warc",),
        head=re.compile(rb"WARC/"),
    ),
    FEED := Format(
        "a feed", unpacker="containers.feeds:members", suffixes=(".rss", ".atom", ".xml"), head=_FEED
    ),
)
"""All formats; containers stand last."""

CONTAINERS = tuple(row for row in FORMATS if row.unpacker and not row.reader)
"""What always holds several documents; a table may also be one."""

CONTAINER_SUFFIXES = frozenset(suffix for row in FORMATS if row.unpacker for suffix in row.suffixes)
"""The suffixes of what may be a container; tables and XML may also be one document."""

_BY_SUFFIX = {suffix: row for row in FORMATS if row.reader for suffix in row.suffixes}
_BY_MEDIA_TYPE = {media_type: row for row in FORMATS for media_type in row.media_types}

SUFFIXES = frozenset(_BY_SUFFIX) - {""}
"""The suffixes of files that are read as one document."""


def of_suffix(suffix: str) -> Format | None:
    """The format of one document with a suffix, None where no reader takes it.

    Args:
        suffix: In lower case with its dot; "" where a name has none.

    >>> of_suffix(".htm") is HTML, of_suffix(".zip")
    (True, None)
    """
    return _BY_SUFFIX.get(suffix)


def of_media_type(media_type: str) -> Format | None:
    """The format that servers call by a media type, None where no reader takes it.

    Args:
        media_type: In lower case, without parameters.

    >>> of_media_type("text/html") is HTML, of_media_type("image/png")
    (True, None)
    """
    return _BY_MEDIA_TYPE.get(media_type)
