"""Files that nobody should send: each must cost itself only.

`HOSTILE` maps a file name to a function that makes its bytes. Tests of other rooms add them beside
good files and ask that the good ones go through.
"""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable

from tests.readers.making import page, pdf_bytes, prime_minister

__all__ = ["CONTAINERS", "HOSTILE", "READABLE"]

HOSTILE: dict[str, Callable[[], bytes]] = {}
READABLE: set[str] = set()
"""The names of those that are strange and still texts: they must be read, not refused."""

Maker = Callable[[], bytes]


def hostile(name: str, *, readable: bool = False) -> Callable[[Maker], Maker]:
    def keep(make: Maker) -> Maker:
        HOSTILE[name] = make
        if readable:
            READABLE.add(name)
        return make

    return keep


def package(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return stream.getvalue()


TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Target="word/document.xml" Type='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
DOCTYPE = f'<!DOCTYPE talk [<!ENTITY l0 "ha">{LAUGHS}]>'


def word(document: bytes) -> bytes:
    return package(
        **{"[Content_Types]_dot_xml": TYPES, "_rels/_dot_rels": RELATIONS, "word__document_dot_xml": document}
    )


def noise(seed: int, count: int) -> bytes:
    return random.Random(seed).randbytes(count)  # noqa: S311  the same noise every time


HOSTILE["empty.txt"] = lambda: b""
HOSTILE["nul.txt"] = lambda: b"\0" * 4096
HOSTILE["one-nul.txt"] = lambda: b"Q: Will you go?\nA: N\0o.\n" * 20
HOSTILE["random.bin"] = lambda: noise(1, 100_000)
HOSTILE["random.txt"] = lambda: noise(2, 100_000)
HOSTILE["random-high.md"] = lambda: bytes(byte | 0x80 for byte in noise(3, 100_000))
HOSTILE["blank.md"] = lambda: b" \t\r\n" * 1000
HOSTILE["invisible.txt"] = lambda: "\u00a0\u200b\u2060\ufeff".encode() * 100
HOSTILE["signature-only.txt"] = lambda: b"\xef\xbb\xbf"
HOSTILE["signature-only-16.txt"] = lambda: b"\xff\xfe"
HOSTILE["control-codes.txt"] = lambda: b"A\x01\x02\x03\x04 B\x05\x06\x07" * 500
HOSTILE["empty.rtf"] = lambda: rb"{\rtf1\ansi \par}"
HOSTILE["deep.rtf"] = lambda: rb"{\rtf1" + b"{" * 1_000_000 + b"No."
HOSTILE["not-rtf.rtf"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["old-word.doc"] = lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
HOSTILE["locked-word.docx"] = lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
HOSTILE["picture.png"] = lambda: b"\x89PNG\r\n\x1a\n" + noise(4, 2000)
HOSTILE["picture-inside.html"] = lambda: b"\xff\xd8\xff\xe0" + noise(5, 2000)
HOSTILE["recording.mp4"] = lambda: b"\0\0\0\x18ftypmp42" + noise(6, 2000)
HOSTILE["no-text.csv"] = lambda: b"speaker,party\nAdler,Harbour\n"
HOSTILE["broken.jsonl"] = lambda: b'{"text": "No.'
HOSTILE["deep.jsonl"] = lambda: b"[" * 1_000_000
HOSTILE["no-cue.srt"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["empty.vtt"] = lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n"
HOSTILE["long-header.eml"] = lambda: b"Subject: " + b"=?utf-8?q?x?= " * 200_000 + b"\n\nNo."
HOSTILE["nested.eml"] = lambda: b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000)
)
HOSTILE["one-line-50-mb.txt"] = lambda: b"a word " * 7_000_000
HOSTILE["no-body.eml"] = lambda: b"Subject: The ferry\n\n"
HOSTILE["not-odt.odt"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["no-content.odt"] = lambda: package(mimetype=b"application/vnd.oasis.opendocument.text")
HOSTILE["no-container.epub"] = lambda: package(mimetype=b"application/epub+zip")
HOSTILE["pointless.epub"] = lambda: package(
    **{"mimetype": b"application/epub+zip", "META-INF__container_dot_xml": b"<container/>"}
)
HOSTILE["not-word.docx"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["not-pdf.pdf"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["not-xml.xml"] = lambda: b"<?xml version='1.0'?>\nQ: Will you go?\nA: No.\n"
HOSTILE["unknown.xml"] = lambda: b"<?xml version='1.0'?><song><line>La la la.</line></song>"
HOSTILE["wrong-encoding.xml"] = lambda: b"<?xml version='1.0' encoding='no-such-code'?><talk>No.</talk>"
HOSTILE["unclosed.xml"] = lambda: prime_minister("<p>JOURNALIST: When?</p>")[:-60]
HOSTILE["deep.xml"] = lambda: b"<a>" * 100_000 + b"No." + b"</a>" * 100_000
HOSTILE["deep.html"] = lambda: b"<html><body>" + b"<div>" * 100_000 + b"No."
HOSTILE["many-elements.html"] = lambda: b"<html><body>" + b"<p><b>Q:</b> When?" * 300_000
HOSTILE["angles.html"] = lambda: b"<html><body>" + b"<" * 1_000_000
HOSTILE["attributes.html"] = lambda: (
    b"<html><body><p " + b" ".join(b'a%d="x"' % n for n in range(100_000)) + b">No."
)
HOSTILE["no-body.html"] = lambda: b"<!DOCTYPE html><html><head><title>A talk</title></head></html>"
HOSTILE["script-only.html"] = lambda: page("<script>document.write('No comment, said Adler.');</script>")
HOSTILE["nothing.html"] = lambda: b"<!DOCTYPE html>"
HOSTILE["one-line-50-mb.txt"] = lambda: b"no comment " * (50_000_000 // 11)
HOSTILE["too-large.txt"] = lambda: b"no comment " * 5_000_000
HOSTILE["scan.pdf"] = lambda: pdf_bytes([[], [], []])
HOSTILE["truncated.pdf"] = lambda: pdf_bytes([["Q: Will you go?", "A: No."]])[:120]
HOSTILE["only-the-signature.pdf"] = lambda: b"%PDF-1.7\n"
HOSTILE["rubbish.pdf"] = lambda: b"%PDF-1.7\n" + noise(7, 50_000)
HOSTILE["truncated.docx"] = lambda: word(f"<w:document {W}><w:body/></w:document>".encode())[:-40]
HOSTILE["truncated-early.docx"] = lambda: word(f"<w:document {W}><w:body/></w:document>".encode())[:60]
HOSTILE["no-document.docx"] = lambda: package(
    **{"[Content_Types]_dot_xml": TYPES, "word__x_dot_xml": b"<x/>"}
)
HOSTILE["broken-document.docx"] = lambda: word(f"<w:document {W}><w:body><w:p>".encode())
HOSTILE["empty-document.docx"] = lambda: word(f"<w:document {W}><w:body/></w:document>".encode())
HOSTILE["many-parts.docx"] = lambda: package(**{f"word__{n}_dot_xml": b"<x/>" for n in range(6000)})


@hostile("zip-bomb.docx")
def zip_bomb() -> bytes:
    blanks = f"<w:document {W}><w:body><w:p><w:r><w:t>".encode() + b" " * 100_000_000
    return word(blanks + b"</w:t></w:r></w:p></w:body></w:document>")


@hostile("billion-laughs.docx")
def laughing_docx() -> bytes:
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>&l10;</w:t></w:r></w:p></w:body></w:document>"
    return word(f'<?xml version="1.0"?>{DOCTYPE}{body}'.encode())


@hostile("billion-laughs.xml")
def laughs() -> bytes:
    return f'<?xml version="1.0"?>{DOCTYPE}<talk>&l10;</talk>'.encode()


@hostile("billion-laughs-inside.xml")
def laughing_transcript() -> bytes:
    return (
        prime_minister("")
        .replace(b"<transcripts>", f"{DOCTYPE}<transcripts>".encode())
        .replace(b"<![CDATA[]]>", b"&l10;")
    )


@hostile("long-entity.xml")
def long_entity() -> bytes:
    return (
        b'<?xml version="1.0"?><!DOCTYPE t [<!ENTITY a "'
        + b"a" * 100_000
        + b'">]><t>'
        + b"&a;" * 20_000
        + b"</t>"
    )


@hostile("outside-entity.xml")
def outside_entity() -> bytes:
    return (
        prime_minister("")
        .replace(b"<transcripts>", b'<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/hostname">]><transcripts>')
        .replace(b"<![CDATA[]]>", b"&a;")
    )


@hostile("open-comments.xml")
def open_comments() -> bytes:
    return prime_minister("<!--" * 500_000)


@hostile("locked.pdf")
def locked_pdf() -> bytes:
    lock = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>"
        b" /ID [<" + b"ef" * 16 + b"> <" + b"ef" * 16 + b">]"
    )
    return pdf_bytes([["Q: Will you go?"]], extra=lock)


@hostile("page-loop.pdf")
def page_loop() -> bytes:
    return pdf_bytes([["Q: Will you go?"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")


@hostile("million-pages.pdf")
def million_pages() -> bytes:
    return pdf_bytes([["Q: Will you go?"]]).replace(b"/Count 1 /Kids [5 0 R]", b"/Count 999999 /Kids [5 0 R]")


@hostile("lone-surrogates-16.txt")
def lone_surrogates() -> bytes:
    return (
        b"\xff\xfe" + "Will you go? ".encode("utf-16-le") * 20 + b"\x3d\xd8" + "No.".encode("utf-16-le") * 20
    )


@hostile("cesu-8.txt", readable=True)
def cesu() -> bytes:
    return ("Gespräch über Köln: „Nein.“ " * 30).encode() + b"\xed\xa0\xbd\xed\xb8\x80"


@hostile("escaped-surrogates.txt", readable=True)
def escaped_surrogates() -> bytes:
    return rb'{"words": "No \ud83d comment"}' * 20


@hostile("cut-in-a-character.txt", readable=True)
def cut() -> bytes:
    return "Вопрос: Когда?\nСтрешнев: Скоро".encode()[:-1]


@hostile("page-inside.docx", readable=True)
def wrong_suffix() -> bytes:
    return page("<p>Q: Will you go?</p><p>A: No.</p>")


@hostile("pdf-inside.txt", readable=True)
def pdf_inside() -> bytes:
    return pdf_bytes([["Q: Will you go?", "A: No."]])


@hostile("unknown-charset.html", readable=True)
def unknown_charset() -> bytes:
    return page("<p>Q: Will you go?</p><p>A: No, said Señor Ibarra.</p>").replace(b"utf-8", b"x-nonsense")


@hostile("huge-front-matter.md", readable=True)
def huge_front_matter() -> bytes:
    return b"---\ntitle: A talk\n" + b"tag: x\n" * 500_000 + b"---\nQ: Will you go?\n"


@hostile("alias-bomb.md", readable=True)
def alias_bomb() -> bytes:
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return ("---\n" + "\n".join(lines) + "\ntitle: *a11\n---\nQ: Will you go?\n").encode()


@hostile("merge-bomb.md", readable=True)
def merge_bomb() -> bytes:
    lines = ["a0: &a0 {k: v}"] + [
        f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 10)}]}}" for n in range(1, 12)
    ]
    return ("---\n" + "\n".join(lines) + "\ntitle: A talk\n---\nQ: Will you go?\n").encode()


@hostile("deep-front-matter.md", readable=True)
def deep_front_matter() -> bytes:
    return b"---\ntitle: " + b"[" * 30_000 + b"\n---\nQ: Will you go?\n"


@hostile("program-in-front-matter.md", readable=True)
def program() -> bytes:
    return b"---\ntitle: !!python/object/apply:os.system ['exit 1']\n---\nQ: Will you go?\n"


@hostile("front-matter-is-a-list.md", readable=True)
def list_front_matter() -> bytes:
    return b"---\n- one\n- two\n---\nQ: Will you go?\n"


@hostile("nonsense-dates.md", readable=True)
def nonsense_dates() -> bytes:
    dates = b"date: 2025-13-45\nsaid_on: 99999999999999\npublished: 0000-00-00\n"
    return b"---\ntitle: A talk\n" + dates + b"---\nQ: When?\n"


@hostile("asterisks.md", readable=True)
def asterisks() -> bytes:
    return b"Q: Will you go?\n" + b"**a " * 250_000 + b"*" * 250_000 + b"__" * 250_000


@hostile("blank-heading.md", readable=True)
def blank_heading() -> bytes:
    return b"# A" + b" " * 1_000_000 + b"#x\nTalk" + b" " * 1_000_000 + b"x\n===\n"


@hostile("one-letter-5-mb.txt", readable=True)
def one_letter() -> bytes:
    return b"a" * 5_000_000 + "é".encode("cp1252")


HOSTILE["new\nline \x1b[31mred\u202egnp.txt"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["not-utf-8-\udcff.md"] = lambda: b"Q: Will you go?\nA: No.\n"
HOSTILE["." + "x" * 200] = lambda: b"Q: Will you go?\nA: No.\n"
READABLE |= {"." + "x" * 200, "new\nline \x1b[31mred\u202egnp.txt", "not-utf-8-\udcff.md"}

CONTAINERS: dict[str, Callable[[], bytes]] = {
    "talk.txt.gz": lambda: gzip.compress(b"Q: Will you go?\nA: No.\n", mtime=0),
    "many.csv": lambda: b"title,text\nThe ferry,No.\nThe mill,No.\n",
    "archive.zip": lambda: package(talk_dot_txt=b"Q: Will you go?\nA: No.\n"),
}
"""No hostile files: what holds several documents, and is no single one."""
