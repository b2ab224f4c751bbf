"""Packages and PDFs that are larger inside than outside."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from tests.readers.bombs.archives import archive
from tests.readers.bombs.markup import billion_laughs
from tests.readers.bombs.registry import bomb
from tests.readers.making import (
    docx_bytes,
    epub_bytes,
    pdf_bytes,
)


@bomb("blanks.odt")
def blanks_odt() -> bytes:
    return archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b" " * 150_000_000}
    )


@bomb("lying-size.odt")
def lying_size() -> bytes:
    """A part that is longer than the package says."""
    data = archive(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b" " * 150_000_000}
    )
    return data.replace(struct.pack("<I", 150_000_000), struct.pack("<I", 1_000))


@bomb("many-chapters.epub", "read")
def many_chapters() -> bytes:
    return epub_bytes(*("<p>No.</p>" * 100 for _ in range(4_000)))


@bomb("packed-page.pdf", is_long=True)
def packed_pdf() -> bytes:
    return _packed_pdf(1)


@bomb("twice-packed-page.pdf", is_long=True)
def twice_packed_pdf() -> bytes:
    return _packed_pdf(2)


def _packed_pdf(times: int) -> bytes:
    """A page whose contents unpack to more than 1 GB, packed once or more."""
    packing = zlib.compressobj(9)
    part = b"BT ET " * 200_000
    packed = b"".join([*(packing.compress(part) for _ in range(1_000)), packing.flush()])
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    data = pdf_bytes([["Q: Will you go?"]])
    filters = b"[" + b"/FlateDecode " * times + b"]"
    return re.sub(
        rb"<< /Length \d+ >>\nstream\n.*?\nendstream",
        lambda _: b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(packed), filters, packed),
        data,
        flags=re.DOTALL,
    )


@bomb("endless-forms.pdf", is_long=True)
def endless_forms() -> bytes:
    """Forms that each show the next one ten times."""
    shown = b"/X Do " * 10
    forms = b"".join(
        b"%d 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d\n"
        b"/Resources << /XObject << /X %d 0 R >> >> >>\nstream\n%s\nendstream\nendobj\n"
        % (20 + number, len(shown), 21 + number, shown)
        for number in range(20)
    )
    return _with_object(forms)


@bomb("wide-picture.pdf", "read")
def wide_picture() -> bytes:
    return _with_object(
        b"20 0 obj\n<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8\n"
        b"/ColorSpace /DeviceRGB /Filter /FlateDecode /Length 8 >>\n"
        b"stream\n\x78\x9c\x03\x00\x00\x00\x00\x01\nendstream\nendobj\n"
    )


def _with_object(made: bytes) -> bytes:
    """A page that shows an object of the number 20."""
    data = pdf_bytes([["Q: Will you go?"]])
    data = data.replace(b"/Resources << ", b"/Resources << /XObject << /X 20 0 R >> ")
    data = re.sub(
        rb"/Length (\d+) >>\nstream\nBT",
        lambda found: b"/Length %d >>\nstream\n/X Do BT" % (int(found[1]) + 6),
        data,
    )
    return data.replace(b"xref\n0", made + b"xref\n0", 1)


@bomb("deep-arrays.pdf", "read")
def deep_arrays() -> bytes:
    return pdf_bytes([["Q: Will you go?"]]).replace(b"/Title ()", b"/Title " + b"[" * 1_000_000)


def _docx() -> bytes:
    import docx  # noqa: PLC0415  only this bomb needs it

    return docx_bytes(docx.Document())


@bomb("many-runs.docx")
def many_runs() -> bytes:
    with zipfile.ZipFile(io.BytesIO(_docx())) as opened:
        kept = {entry.filename: opened.read(entry) for entry in opened.infolist()}
    run = b"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>%d</w:t></w:r></w:p>"
    body = b"".join(run % n for n in range(500_000))
    kept["word/document.xml"] = re.sub(
        rb"(<w:body>)", lambda found: found[1] + body, kept["word/document.xml"]
    )
    return archive(kept)


@bomb("laughs.odt")
def laughing_odt() -> bytes:
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": billion_laughs()})
