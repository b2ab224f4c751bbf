"""What the fuzzer starts from: for each format a file name, files of our own making, and its tokens."""

from __future__ import annotations

import bz2
import lzma
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fuzz_packages import (
    WORD_MARKS,
    WORD_TALK,
    gzipped,
    pdf_plain,
    pdf_wide,
    tar_archive,
    text,
    web_archive,
    word,
    zip_archive,
)
from fuzz_texts import (
    AKN,
    ATOM,
    BRIEF,
    EML,
    EML_HTML,
    FEED,
    HEAD,
    HTML,
    MARKDOWN,
    MINUTES,
    PEOPLE,
    RDF,
    RTF,
    RUSSIAN,
    SRT,
    TALK,
    TEI,
    VTT,
)
from tests.readers.making import (
    epub_bytes,
    minutes_bytes,
    page,
    prime_minister,
    tei_bytes,
)
from tests.readers.samples import SAMPLES

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format to fuzz: the file name that readers are told, makers of seeds, tokens of its language."""

    name: str
    seeds: Sequence[Callable[[], bytes]]
    tokens: Sequence[bytes]


FORMATS: dict[str, Format] = {}


def _add(key: str, name: str, seeds: Sequence[Callable[[], bytes]], tokens: str) -> None:
    words = (
        token.encode().decode("unicode_escape").encode("latin-1") for token in tokens.split(" ") if token
    )
    FORMATS[key] = Format(
        name, [*seeds, *([SAMPLES[name]] if name in SAMPLES and key != "docx" else [])], list(words)
    )


_HARD = r"\xef\xbb\xbf \xff\xfe \xed\xa0\x80 \xf0\x9f\x98\x80 \r\n \n\n \x0c \x00 \xe2\x80\xa8 "
_TEXTS = (
    r"Question: Answer: Q: A: Q. MR. MS. MODERATOR: Вопрос: Ответ: “ ” „ « » ‘ ’ — … (Laughter.) [inaudible] "
    r"(in\x20translation) OK: 4:57 ** __ # --- ... > | * 2025-03-04 4\x20March\x202025 \x20said \x20:"
).replace("\\x20", "\\x20")
_MARKUP = (
    r"<?xml\x20version='1.0'?> <!DOCTYPE <!ENTITY <!-- --> <![CDATA[ ]]> &amp; &#0; &#xD800; &#65535; "
    r"&nbsp; &lt; "
    r"/> </ < > xmlns= xml:lang= xml:id= encoding='utf-16' "
)


def _tokens(words: str) -> str:
    """Characters beyond ASCII as the bytes of their UTF-8, escaped."""
    return "".join(c if c.isascii() else "".join(f"\\x{b:02x}" for b in c.encode()) for c in words)


_WORDS = _tokens(_TEXTS)
_TAGS = (
    "<p> </p> <br> <b> </b> <strong> <h1> </h1> <div> </div> <table> <tr> <td> <th> <ul> <li> <pre> "
    "<article> "
    "<main> <nav> <footer> <blockquote> <dl><dt> <dd> <script> <style> <font> <span> "
    "<time\\x20datetime= <meta\\x20 "
    "hidden class= style='display:none' <title> <template> <svg> <math> <textarea> <select> <option> "
    "<frameset> "
)

_add(
    "text",
    "a.txt",
    [
        TALK.encode,
        BRIEF.encode,
        RUSSIAN.encode,
        lambda: RUSSIAN.encode("cp1251"),
        lambda: TALK.encode("utf-16"),
    ],
    _HARD + _WORDS,
)
_add(
    "markdown",
    "a.md",
    [MARKDOWN.encode, TALK.encode],
    _HARD + _WORDS + " ```` === [a](b) ![ <b> \\\\ *** ~~ &a *a !!",
)
_add(
    "html",
    "a.html",
    [
        lambda: page(HTML, HEAD),
        lambda: page("<p><b>Q:</b> Why?<p>A: No." * 3),
        lambda: HTML.encode("cp1252"),
    ],
    _MARKUP + _TAGS + _WORDS,
)
_add(
    "docx",
    "a.docx",
    [lambda: word(WORD_TALK), lambda: word(WORD_MARKS)],
    _MARKUP + "<w:p> <w:r> <w:t> <w:tbl> <w:tc> <w:tr> <w:b/> w:val= <w:del> <w:sdt>",
)
_add(
    "pdf",
    "a.pdf",
    [pdf_plain, pdf_wide],
    "obj endobj stream endstream /Length /Filter /FlateDecode /Kids /Count BT ET Tj TJ Tf Td"
    r" Tm Do q Q cm (\xff) <FEFF> [ ] << >> 0\x20R /Type /Page /Pages /ToUnicode beginbfrange "
    r"/LZWDecode /Predictor -1 99999999",
)
_add(
    "prime-minister",
    "a.xml",
    [
        lambda: prime_minister("<p>JOURNALIST: When?</p><p>PM:<br/>Soon.</p>"),
        lambda: prime_minister(
            "<h2>T</h2><p><b>PM</b>: it';s &quot;no&quot;</p><table><tr><td>a</table><!-- x --><style>"
        ),
        lambda: prime_minister("JOURNALIST: When?\n\nPM: Soon.\n"),
    ],
    _MARKUP + _TAGS + "<content> <release-date> <prime-minister> <title> JOURNALIST: PM:",
)
_add(
    "odt",
    "a.odt",
    [text],
    _MARKUP + "<text:p> <text:h> <text:span> <text:s/> <text:note> <table:table-cell> <table:table-row>",
)
_add(
    "rtf",
    "a.rtf",
    [lambda: RTF],
    r"{\\rtf1 { } \\par \\u-1? \\u8220? \\'e9 \\bin9 \\uc0 \\uc9 \\f1 \\b \\b0 \\plain \\*\\ \\cell "
    r"\\row \\line \\tab "
    r"\\fonttbl \\fcharset128 \\ansicpg932 \\ansicpg0 \\field \\fldrslt \\info \\title \\v \\pict "
    r"\\mac \\~ \\\\ \\ud",
)
_add(
    "epub",
    "a.epub",
    [lambda: epub_bytes(HTML, "<h2>Two</h2><p>A: No.</p>", "<p/>")],
    _MARKUP + _TAGS + "<itemref idref= href= full-path= <dc:date> linear='no' %2e%2e/ properties='nav'",
)
_add(
    "captions",
    "a.vtt",
    [lambda: VTT, lambda: SRT, SAMPLES["a.srt"], lambda: b"\xff\xfe" + SRT.decode().encode("utf-16-le")],
    "WEBVTT --> 00:00:01.000 00:01,000 \\n\\n <v\\x20 </v> <c> <i> >> NOTE STYLE [ ] ( ) "
    "\\xe2\\x99\\xaa &lt; {\\\\an8} - 1\\n",
)
_add(
    "sbv",
    "a.sbv",
    [SAMPLES["a.sbv"]],
    "0:00:01.000,0:00:02.000 0:00:01.000 , \\n \\n\\n >> [ ] ( ) \\xe2\\x99\\xaa &lt; <i> NAME:\\x20",
)
_add(
    "mail",
    "a.eml",
    [lambda: EML, lambda: EML_HTML],
    "Content-Type:\\x20 Content-Transfer-Encoding:\\x20 multipart/mixed multipart/alternative "
    "multipart/related message/rfc822 "
    "text/plain text/html ;\\x20boundary=a ;\\x20charset= base64 quoted-printable x-uuencode 7bit "
    "=?utf-8?q? =?utf-8?b? ?= "
    "--a --a-- \\n\\n \\n\\x20 =3D =\\n Subject:\\x20 From:\\x20 Date:\\x20 message/delivery-status "
    "message/partial name*0*= "
    "utf-16 idna punycode rot13 begin\\x20644\\x20a\\n > --\\x20\\n wrote:\\n < @ \\xff "
    "Content-Disposition:\\x20attachment",
)
_add(
    "tei",
    "tei.xml",
    [lambda: tei_bytes(TEI, PEOPLE)],
    _MARKUP + "<u who='#a'> <seg> <note type='speaker'> <gap/> <head> <u>"
    " <person> <persName> <surname> <sp> <speaker> <w> <pc> join='right' <lb/> <cell> <date "
    "when='2025-03-04'/> <text> <TEI>",
)
_add(
    "akoma-ntoso",
    "akn.xml",
    [lambda: AKN],
    _MARKUP + "<speech by='#lee'> <from> <question> <answer> <narrative> <scene> <p> <li>"
    " <heading> <debateSection> as='#a' showAs= eId= <docDate date='2025-03-04'> <remark> <preface>",
)
_add(
    "bundestag",
    "minutes.xml",
    [lambda: minutes_bytes(MINUTES)],
    _MARKUP + "<rede> <redner> <name> <p klasse='redner'> klasse='J'"
    " klasse='N' <kommentar> <anlagen> <anlagen-titel> <vorname> <nachname> klasse='T_fett' <a "
    "typ='druckseitennummer'> <tr> <td>",
)
_add(
    "table",
    "a.csv",
    [
        lambda: (
            b"title;text;date;url\nThe ferry;No boats.;2025-03-04;https://x.example/1\nThe mill;No grain.;;\n"
        ),
        lambda: (
            b'session\tspeaker\tspeech\n1\tAna Ruiz\tWe begin.\n1\tTom Moor\t"Why\n?"\n2\tAna Ruiz\tNo.\n'
        ),
        lambda: b'\xef\xbb\xbfSpeaker Name,Text\r\n,No.\r\n"A ""B""","x,y"\r\n',
        lambda: "speaker|text\nEva Größ|Nein.\n".encode("cp1252"),
    ],
    r'speaker text title date url session , ; | \t " "" \r\n \n \r \x00 2025-03-04 \x22\n \xef\xbb\xbf',
)
_add(
    "json-lines",
    "a.jsonl",
    [
        lambda: (
            b'{"speaker":"Ana","text":"We \\u201cbegin\\u201d.","date":"2025-03-04","n":1,"x":null}\n'
            b'{"text":"No."}\n'
        ),
        lambda: b'{"title":"A","text":"a\\ud83d\\ude00"}\n\n{"title":"B","text":"b","speaker":["x"]}\n',
    ],
    r'{"text": "speaker": "title": "date": null true 1e999 NaN -0 \\ud800 \\u0000 \\n [ ] { } " : , \n '
    "9999999999999999999999",
)
_add(
    "zip",
    "a.zip",
    [zip_archive],
    "PK\\x03\\x04 PK\\x01\\x02 PK\\x05\\x06 PK\\x06\\x06 ../ / \\\\ a.md c.html mimetype word/ .csv .zip .gz",
)
_add(
    "tar",
    "a.tar.gz",
    [
        tar_archive,
        lambda: tar_archive(gzipped),
        lambda: tar_archive(lzma.compress),
        lambda: tar_archive(bz2.compress),
        lambda: gzipped(b"Q: Why?"),
    ],
    "ustar \\x1f\\x8b\\x08 \\xfd7zXZ\\x00 BZh9 ../ 0000644 GNU.sparse.map GNU.sparse.size= path= size= "
    "hdrcharset=BINARY L K S x g",
)
_add(
    "warc",
    "a.warc",
    [web_archive, lambda: web_archive(gzipped)],
    "WARC/1.0\\r\\n WARC/0.18 WARC-Type:\\x20 response resource revisit continuation conversion "
    "Content-Length:\\x20 "
    "HTTP/1.1\\x20200 Content-Type:\\x20text/html Content-Encoding:\\x20 gzip deflate br chunked "
    "Transfer-Encoding:\\x20 "
    "\\r\\n\\r\\n WARC-Target-URI:\\x20 http:// file:// \\x1f\\x8b\\x08 text/plain "
    "application/pdf -1 99999999",
)
_add(
    "feed",
    "feed.xml",
    [lambda: FEED, lambda: ATOM, lambda: RDF],
    _MARKUP + "<item> <entry> <title> <link> <description>"
    " <content:encoded> <pubDate> <published> <updated> type='html' type='xhtml' mode='base64' <guid> "
    "<dc:date>"
    " href= xml:base= "
    " Tue,\\x2004\\x20Mar\\x202025\\x2010:00:00\\x20GMT 2025-03-04T10:00:00Z 9999-99-99 "
    "<channel> <feed> <rss>",
)
