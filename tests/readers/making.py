"""Small originals made on the spot: PDF, DOCX and pages about people and places that do not exist."""

from __future__ import annotations

import io
import math
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

__all__ = [
    "Typed",
    "docx_bytes",
    "epub_bytes",
    "minutes_bytes",
    "odt_bytes",
    "page",
    "pdf_bytes",
    "prime_minister",
    "tei_bytes",
    "zipped",
]


class Typed(NamedTuple):
    """Words at a place of a page, in points from its lower left corner, turned by degrees."""

    text: str
    x: float
    y: float
    size: float = 12
    turned: float = 0


def pdf_bytes(pages: Sequence[Sequence[str | Typed]], *, title: str = "", extra: bytes = b"") -> bytes:
    """A PDF with one line of type for each string, by the shortest way that the format allows."""
    count = len(pages)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (count, b" ".join(b"%d 0 R" % (5 + 2 * index) for index in range(count))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % title.encode("cp1252"),
    ]
    for index, lines in enumerate(pages):
        shown = b"".join(
            b"(%s) Tj T* " % _escaped(line) if isinstance(line, str) else b"ET %s BT " % _placed(line)
            for line in lines
        )
        stream = b"BT /F1 12 Tf 14 TL 72 740 Td " + shown + b"ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * index)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    body = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        extra,
        table,
    )
    return bytes(body)


def _escaped(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _placed(line: Typed) -> bytes:
    across, up = math.cos(math.radians(line.turned)), math.sin(math.radians(line.turned))
    place = b"%.3f %.3f %.3f %.3f %.1f %.1f Tm" % (across, up, -up, across, line.x, line.y)
    return b"BT /F1 %.1f Tf %s (%s) Tj ET" % (line.size, place, _escaped(line.text))


def docx_bytes(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(body: str, head: str = "<title>A talk</title>", attributes: str = ' lang="en-GB"') -> bytes:
    """An HTML page in UTF-8."""
    return (
        f'<!DOCTYPE html>\n<html{attributes}><head><meta charset="utf-8">{head}</head>\n'
        f"<body>{body}</body></html>\n"
    ).encode()


def prime_minister(content: str, title: str = "Doorstop, Port Selden", released: str = "03/04/1997") -> bytes:
    """A transcript in the XML of the prime ministers' archive."""
    return (
        '<?xml version="1.0" encoding="UTF-8" ?>\n<transcripts>\n  <transcript>\n'
        f"    <transcript-id>1</transcript-id>\n    <title>{title}</title>\n"
        f"    <prime-minister>Quennell, Ros</prime-minister>\n    <release-date>{released}</release-date>\n"
        "    <release-type>Interview</release-type>\n    <document></document>\n    <subjects></subjects>\n"
        f"    <content><![CDATA[{content}]]></content>\n  </transcript>\n</transcripts>\n"
    ).encode()


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of the parts, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def odt_bytes(body: str, styles: str = "") -> bytes:
    """An OpenDocument text with a style "Loud" that is bold, and those given as their XML."""
    styles = (
        f"<office:automatic-styles>{styles}"
        '<style:style style:name="Loud" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_ODF}>{styles}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {_ODF}><office:meta><dc:title>A talk</dc:title>"
            "<meta:initial-creator>Ana Ruiz</meta:initial-creator><dc:language>en-GB</dc:language>"
            "</office:meta></office:document-meta>",
        }
    )


def epub_bytes(*chapters: str) -> bytes:
    """A book of chapters, each the body of a page; its contents page is no chapter."""
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Speeches</dc:title><dc:creator>Ana Ruiz</dc:creator><dc:language>en</dc:language>"
        "<dc:date>2024-05-06</dc:date><dc:publisher>Harbour Press</dc:publisher></metadata><manifest>"
        f'<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>{items}'
        f'</manifest><spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": book,
            "OPS/nav.xhtml": "<html><body><p>Contents</p></body></html>",
            **{
                f"OPS/text/c {n}.xhtml": f"<html><head><title>x</title></head><body>{chapter}</body></html>"
                for n, chapter in enumerate(chapters)
            },
        }
    )


def tei_bytes(body: str, people: str = "") -> bytes:
    """A sitting in TEI."""
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="eng"><teiHeader><fileDesc>'
        '<titleStmt><title type="main">Sitting 3</title></titleStmt>'
        '<publicationStmt><date when="2024-01-01"/>'
        "</publicationStmt>"
        '<sourceDesc><bibl><date when="2023-02-08"/></bibl></sourceDesc></fileDesc>'
        f"<profileDesc><particDesc><listPerson>{people}</listPerson></particDesc></profileDesc></teiHeader>"
        f"<text><body><div>{body}</div></body></text></TEI>"
    ).encode()


def minutes_bytes(body: str) -> bytes:
    """A session in the Bundestag's format."""
    return (
        '<?xml version="1.0"?><!DOCTYPE dbtplenarprotokoll SYSTEM "dbtplenarprotokoll.dtd">'
        '<dbtplenarprotokoll sitzung-datum="08.02.2023" sitzung-nr="7"><vorspann><kopfdaten>'
        "<herausgeber>Bundestag</herausgeber><berichtart>Stenografischer Bericht</berichtart></kopfdaten>"
        f"<p>Inhalt</p></vorspann><sitzungsverlauf>{body}</sitzungsverlauf></dbtplenarprotokoll>"
    ).encode()
