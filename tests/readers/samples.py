"""One small sample of each format, for tests and for fuzzing."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Mapping
from typing import Any

from tests.readers.making import docx_bytes, epub_bytes, minutes_bytes, odt_bytes, tei_bytes, zipped

__all__ = ["SAMPLES"]


def _docx() -> bytes:
    import docx  # noqa: PLC0415  only this sample needs it

    document: Any = docx.Document()
    document.add_heading("Talk")
    document.add_paragraph().add_run("Q: ").bold = True
    document.add_paragraph("A: No.")
    return docx_bytes(document)


def _tar() -> bytes:
    import tarfile  # noqa: PLC0415  only this sample needs it

    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("a/talk.md")
        entry.size = 8
        archive.addfile(entry, io.BytesIO(b"Q: When?"))
    return stream.getvalue()


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "a.txt": "Вопрос: Когда?\r\nСтрешнев: Скоро.\n".encode,
    "a.md": lambda: b"---\ntitle: A talk\ntags: [a, b]\n---\n# Talk\n\n**Q:** Why?\n\nA: __No__.\n",
    "a.docx": _docx,
    "a.odt": lambda: odt_bytes(
        '<text:h>Talk</text:h><text:p><text:span text:style-name="Loud">Q:</text:span> When?</text:p>'
        "<table:table><table:table-row><table:table-cell><text:p>No</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    ),
    "a.rtf": lambda: (
        rb"{\rtf1\ansi\ansicpg1251\uc1{\fonttbl{\f0\fcharset204 A;}}{\info{\title T}}"
        rb"{\b Q:} \'c4\'e0 \u8220?a\par{\field{\*\fldinst X}{\fldrslt b}}\cell\row}"
    ),
    "a.epub": lambda: epub_bytes("<h1>One</h1><p><b>Q:</b> Why?</p>", "<p>No.</p>"),
    "a.srt": lambda: (
        b"1\n00:00:01,000 --> 00:00:02,000\n>> LEE: We begin\n\n2\n00:00:03,000 --> 00:00:04,000\n[END]\n"
    ),
    "a.vtt": lambda: (
        b"WEBVTT - Talk\n\nNOTE x\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>We <i>begin</i>\n\n"
        b"00:02.000 --> 00:03.000\n<v.loud Tom>Why &amp; how?</v> No.\n"
    ),
    "a.sbv": lambda: b"0:00:01.000,0:00:02.500\n>> LEE: We begin\n\n0:00:02.500,0:00:04.000\n[END]\n",
    "a.eml": lambda: (
        b"From: Ana <a@x.example>\nSubject: =?utf-8?q?No?=\nDate: Tue, 4 Mar 2025 23:30:00 -0500\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\n"
        b"No.\n\nOn 3 March Tom wrote:\n> Why?\n\n-- \nAna\n--b\n"
        b"Content-Type: text/html\n\n<p>No.</p>\n--b--\n"
    ),
    "a.csv": lambda: b'speaker,text,date\nAna Ruiz,"We begin,\nnow.",2023-02-08\nTom Moor,Why?,2023-02-08\n',
    "a.tsv": lambda: b"speaker\ttext\nAna Ruiz\tWe begin.\nTom Moor\tWhy?\n",
    "a.jsonl": lambda: b'{"speaker": "Ana", "text": "We begin."}\n{"speaker": "Tom", "text": "Why?"}\n',
    "tei.xml": lambda: tei_bytes(
        '<head>T</head><note type="speaker">THE CHAIR:</note><u who="#RuizAna" ana="#chair"><seg>We <gap/>'
        "begin.</seg><note>Pause.</note></u><incident><desc>Noise</desc></incident><u who='#x'>Why?</u>",
        '<person xml:id="RuizAna"><persName><surname>Ruiz</surname><forename>Ana</forename></persName>'
        "</person>",
    ),
    "akn.xml": lambda: (
        b'<akomaNtoso><debate><meta><references><TLCPerson eId="a" showAs="Mr. Lee"/></references></meta>'
        b'<debateBody><debateSection><heading>H</heading><speech by="#a"><from>Mr. Lee:</from>'
        b"<p>No <i>b</i>.</p>"
        b"</speech><narrative>Noise</narrative><question by='#b'><p>Why?</p></question></debateSection>"
        b"</debateBody></debate></akomaNtoso>"
    ),
    "minutes.xml": lambda: minutes_bytes(
        '<sitzungsbeginn><name>Präsidentin Weil:</name><p klasse="J">Wir beginnen.</p></sitzungsbeginn><rede>'
        '<p klasse="redner"><redner><name><vorname>A</vorname><nachname>B</nachname></name></redner>A B:</p>'
        '<p klasse="J">Nein.</p><kommentar>(Beifall)</kommentar></rede>'
    ),
    "a.zip": lambda: zipped({"a.md": "Q: When?", "b/c.zip": zipped({"d.txt": "No."}), "e.png": b"\x89PNG"}),
    "a.tar.gz": lambda: gzip.compress(_tar(), mtime=0),
    "a.warc": lambda: (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/a\r\n"
        b"Content-Type: application/http\r\nContent-Length: 58\r\n\r\n"
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Q: When?</p>\r\n\r\n\r\n"
    ),
    "feed.xml": lambda: (
        b'<rss version="2.0"><channel><title>G</title><item><title>No</title><link>http://x.example/1</link>'
        b"<pubDate>Wed, 08 Feb 2023 10:00:00 GMT</pubDate>"
        b"<description>&lt;p&gt;No.&lt;/p&gt;</description></item></channel></rss>"
    ),
}
