"""Packages, archives and PDFs from which the fuzzer starts: small, and with many kinds of parts."""

from __future__ import annotations

import gzip
import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from fuzz_texts import FEED
from tests.readers.making import odt_bytes, page, pdf_bytes, zipped
from tests.readers.samples import SAMPLES

__all__ = [
    "WORD_MARKS",
    "WORD_TALK",
    "gzipped",
    "pdf_plain",
    "pdf_wide",
    "tar_archive",
    "text",
    "web_archive",
    "word",
    "zip_archive",
]

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str) -> bytes:
    """A Word document with a few styles and none of the ballast of a program's template."""
    parts = _parts(SAMPLES["a.docx"]())
    kept = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "docProps/core.xml")
    slim = {part: parts[part] for part in kept}
    slim["[Content_Types].xml"] = re.sub(
        rb'<Override PartName="/(?!word/document|word/styles|docProps/core)[^>]*>', b"", bytes(slim[kept[0]])
    )
    slim["_rels/.rels"] = re.sub(rb'<Relationship [^>]*"docProps/(?!core)[^>]*>', b"", bytes(slim[kept[1]]))
    slim["word/_rels/document.xml.rels"] = re.sub(
        rb'<Relationship (?![^>]*"styles.xml)[^>]*>', b"", bytes(slim[kept[2]])
    )
    slim["word/styles.xml"] = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name '
        f'w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" '
        'w:styleId="S">'
        '<w:name w:val="Speaker"/><w:rPr><w:b w:val="on"/></w:rPr></w:style></w:styles>'
    )
    slim["word/document.xml"] = f"<w:document {_W} {_MC}><w:body>{body}<w:sectPr/></w:body></w:document>"
    return zipped(slim)


_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
WORD_TALK = (
    '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Talk</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr>'
    '<w:t xml:space="preserve">Q: </w:t></w:r><w:r><w:t>Will</w:t><w:tab/><w:br/><w:t>“No”</w:t></w:r></w:p>'
    '<w:p><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>Elena Marr: </w:t></w:r></w:p><w:tbl><w:tr>'
    "<w:tc><w:p><w:r>"
    "<w:t>Q</w:t></w:r></w:p><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p/>"
    "</w:tc></w:tr>"
    "</w:tbl></w:tc></w:tr></w:tbl>"
)
WORD_MARKS = (
    '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:ins><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>'
    "in</w:t></w:r>"
    "</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>link</w:t>"
    "</w:r></w:hyperlink>"
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:tab/><w:cr/><w:noBreakHyphen/>'
    "<w:softHyphen/><w:sym/></w:r><mc:AlternateContent><mc:Choice><w:r><w:t>a</w:t></w:r></mc:Choice>"
    "<mc:Fallback>"
    "<w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p><w:sdt><w:sdtContent><w:p><w:r>"
    "<w:t>c</w:t>"
    "</w:r></w:p></w:sdtContent></w:sdt>"
)


def _parts(package: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def text() -> bytes:
    """An OpenDocument text with every kind of element that its reader knows."""
    return odt_bytes(
        '<text:h text:outline-level="1">Talk</text:h><text:p text:style-name="Loud">Q:<text:tab/>'
        'When<text:s text:c="3"/>'
        "?<text:line-break/>Now</text:p><text:list><text:list-item><text:p>One</text:p>"
        "</text:list-item></text:list>"
        "<text:p>a<text:note><text:note-body><text:p>n</text:p></text:note-body></text:note>b<text:a>"
        "c</text:a></text:p>"
        "<text:section><table:table><table:table-row><table:table-cell><text:p>A</text:p><text:p>B</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table></text:section>"
        "<text:tracked-changes><text:p>x</text:p></text:tracked-changes><text:table-of-content/>"
        "<office:annotation/>"
    )


def tar_archive(packing: Callable[[bytes], bytes] = bytes) -> bytes:
    """A tar archive with links, devices, long names and a table, packed or not."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, words in (
            ("a/talk.md", b"Q: When?\n\nA: No."),
            ("b" * 120 + "/über.txt", b"No."),
            ("x.png", b"\x89PNG"),
        ):
            entry = tarfile.TarInfo(path)
            entry.size = len(words)
            archive.addfile(entry, io.BytesIO(words))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            entry = tarfile.TarInfo("link")
            entry.type, entry.linkname = kind, "../../a"
            archive.addfile(entry)
        entry = tarfile.TarInfo("/../c.csv")
        words = SAMPLES["a.csv"]()
        entry.size = len(words)
        archive.addfile(entry, io.BytesIO(words))
    return packing(stream.getvalue())


def zip_archive() -> bytes:
    """A zip archive with archives, packages and a feed inside."""
    return zipped(
        {
            "a.md": "Q: When?\n\nA: No.",
            "b/../c.html": page("<p>Q: Why?</p>"),
            "d.csv": SAMPLES["a.csv"](),
            "e.docx": zipped({"word/document.xml": f"<w:document {_W}><w:body/></w:document>"}),
            "f.zip": zipped({"g.txt": "No.", "h.txt.gz": gzip.compress(b"No.", mtime=0)}),
            ".hidden": "x",
            "feed.xml": FEED,
            "i/": "",
        }
    )


def web_archive(packing: Callable[[bytes], bytes] = bytes) -> bytes:
    """A web archive with answers of all kinds, each record packed or not."""
    records = []
    for kind, said, body in (
        ("warcinfo", b"application/warc-fields", b"software: x\r\n"),
        (
            "response",
            b"application/http; msgtype=response",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("<p>Q: Why?</p><p>A: No.</p>"),
        ),
        (
            "response",
            b"application/http",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n"
            b"\r\n" + gzip.compress(b"Q: Why?", mtime=0),
        ),
        (
            "response",
            b"application/http",
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n"
            b"\r\n4\r\nQ: W\r\n3\r\nhy?\r\n0\r\n\r\n",
        ),
        ("response", b"application/http", b"HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\nNo."),
        ("resource", b"text/plain", b"A: No."),
        ("request", b"application/http", b"GET / HTTP/1.1\r\n\r\n"),
    ):
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://x.example/{kind}?a=1\r\n"
            f"WARC-Date: 2025-03-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: "
            f"{said.decode()}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode()
        records.append(packing(head + body + b"\r\n\r\n"))
    return b"".join(records)


def gzipped(data: bytes) -> bytes:
    """The same gzip file every time."""
    return gzip.compress(data, mtime=0)


def pdf_plain() -> bytes:
    """Four pages with running heads and page numbers."""
    head = "Harbour Board"
    return pdf_bytes(
        [
            [head, f"Q: Why {n}?", "A: No – “never”, be-", "cause. (Laughter)", f"Page {n} of 4"]
            for n in range(4)
        ],
        title="The port",
    )


def pdf_wide() -> bytes:
    """Two columns, another font with a table to Unicode, a rotated page, a form, a packed stream."""
    shown = b"".join(
        b"BT /F1 10 Tf 1 0 0 1 %d %d Tm (Line %d of the column.) Tj ET\n"
        % (72 + 250 * column, 700 - 14 * line, line)
        for column in range(2)
        for line in range(12)
    )
    packed = zlib.compress(shown + b"q 1 0 0 1 0 0 cm /X1 Do Q BT /F2 10 Tf 0 Tr 3 Tr [(A) -250 (B)] TJ ET")
    mapping = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <41> <0416> endbfchar endcmap end"
    )
    data = pdf_bytes([["x"]])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 9 0 R /Lang (en) >>",
        b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title <FEFF00410042> /Author (Ana) >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate 90 /Contents [6 0 R] /Annots [10 0 R]"
        b" /Resources << /Font << /F1 3 0 R /F2 7 0 R >> /XObject << /X1 8 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 65 /LastChar 66 /Widths [600 600]"
        b" /ToUnicode 11 0 R /Encoding << /Type /Encoding /Differences [65 /Zhe /afii10017] >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 26 >>\nstream\nBT /F1 9 Tf (Form) "
        b"Tj ET  \nendstream",
        b"<< /Type /Outlines /Count 0 >>",
        b"<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (note) >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(mapping), mapping),
    ]
    head = data[: data.index(b"1 0 obj")]
    body = bytearray(head)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return bytes(body)
