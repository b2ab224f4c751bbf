"""Small originals made on the spot: PDF, DOCX and pages about people and places that do not exist."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

__all__ = ["docx_bytes", "page", "pdf_bytes", "prime_minister"]


def pdf_bytes(pages: Sequence[Sequence[str]], *, title: str = "", extra: bytes = b"") -> bytes:
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
            b"(%s) Tj T* "
            % line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
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
