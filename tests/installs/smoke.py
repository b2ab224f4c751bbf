"""One file of every format is put into a record and quoted; run by the Python of an installation.

It needs no more than the installation itself: the program's own words stand in the files that it makes.
"""

from __future__ import annotations

import gzip
import io
import re
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from importlib import metadata
from pathlib import Path
from typing import Any

from tests.readers.making import (
    docx_bytes,
    epub_bytes,
    minutes_bytes,
    odt_bytes,
    page,
    pdf_bytes,
    prime_minister,
    tei_bytes,
    zipped,
)

__all__ = ["FILES", "main"]

_ARTICLE = (
    "<article><h1>The lock of Brenmoor</h1><p>Published on 8 February 2023</p><p>The harbour board of Port "
    "Selden met for two hours on the repairs that the town has put off since the flood.</p><p>{}</p>"
    "</article>"
)


def _talk(words: str) -> str:
    return f"Q: What comes next?\nA: {words}\n"


def _html(words: str) -> bytes:
    return page(_ARTICLE.format(words))


def _docx(words: str) -> bytes:
    import docx  # noqa: PLC0415  only this file needs it

    document = docx.Document()
    document.add_paragraph("Q: What comes next?")
    document.add_paragraph(f"A: {words}")
    return docx_bytes(document)


def _captions(words: str) -> bytes:
    return f"1\n00:00:01,000 --> 00:00:06,000\n>> LEE: {words}\n".encode()


def _web_captions(words: str) -> bytes:
    return f"WEBVTT\n\n00:01.000 --> 00:06.000\n<v Ana Ruiz>{words}\n".encode()


def _captions_of_youtube(words: str) -> bytes:
    return f"0:00:01.000,0:00:06.000\n>> LEE: {words}\n".encode()


def _mail(words: str) -> bytes:
    return f"From: Ana <a@harbour.example>\nSubject: Lock\nMIME-Version: 1.0\n\n{words}\n".encode()


def _tar(words: str) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        entry = tarfile.TarInfo("talk.txt")
        content = _talk(words).encode()
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(stream.getvalue(), mtime=0)


def _warc(words: str) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _html(words)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://harbour.example/lock\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _feed(words: str) -> bytes:
    return (
        '<rss version="2.0"><channel><title>Harbour</title><item><title>Lock</title>'
        "<link>http://harbour.example/1</link><pubDate>Wed, 08 Feb 2023 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{words}&lt;/p&gt;</description></item></channel></rss>"
    ).encode()


def _akoma_ntoso(words: str) -> bytes:
    return (
        '<akomaNtoso><debate><meta><references><TLCPerson eId="a" showAs="Mr. Lee"/></references></meta>'
        '<debateBody><debateSection><heading>Lock</heading><speech by="#a"><from>Mr. Lee:</from>'
        f"<p>{words}</p></speech></debateSection></debateBody></debate></akomaNtoso>"
    ).encode()


def _minutes(words: str) -> bytes:
    return minutes_bytes(
        '<rede><p klasse="redner"><redner><name><vorname>Ada</vorname><nachname>Beck</nachname></name>'
        f'</redner>Ada Beck:</p><p klasse="J">{words}</p></rede>'
    )


FILES: Mapping[str, tuple[str, Callable[[str], bytes]]] = {
    "a.txt": (
        "We shall repair the eastern lock before the herring season begins.",
        lambda words: _talk(words).encode(),
    ),
    "old.txt": (
        "Министр обещал открыть северный шлюз до начала осенней ярмарки.",
        lambda words: f"Вопрос: Что дальше?\nОтвет: {words}\n".encode("cp1251"),
    ),
    "other.txt": (
        "我们将在渔季开始之前修好东边的水闸，不会向任何人收费。",
        lambda words: f"记者：部长先生，接下来会怎么样？\n部长：{words}\n".encode("gb18030"),
    ),
    "a.md": (
        "Nobody will be asked to pay for crossing the new bridge.",
        lambda words: f"---\ntitle: A talk\ntags: [bridge, toll]\n---\n{_talk(words)}".encode(),
    ),
    "a.html": ("The dredging of the outer channel will cost us nine million crowns.", _html),
    "a.docx": ("Our pilots were never consulted about those sandbanks.", _docx),
    "a.pdf": (
        "Three lighthouses stay manned through the coming winter.",
        lambda words: pdf_bytes([["Q: What comes next?", f"A: {words}"]]),
    ),
    "a.odt": (
        "The ferry company has withdrawn its complaint against Tarvia.",
        lambda words: odt_bytes(f"<text:p>Q: What comes next?</text:p><text:p>A: {words}</text:p>"),
    ),
    "a.rtf": (
        "No fishing licence will be revoked without a hearing.",
        lambda words: rb"{\rtf1\ansi Q: What comes next?\par A: %s\par}" % words.encode("ascii"),
    ),
    "a.epub": (
        "My grandmother counted the barges from that very window.",
        lambda words: epub_bytes(f"<p>Q: What comes next?</p><p>A: {words}</p>"),
    ),
    "a.srt": ("Every storm since the spring has damaged the same breakwater.", _captions),
    "a.vtt": ("I have asked the engineers for a second opinion on the sluice.", _web_captions),
    "a.sbv": ("Our divers found the old anchor under the western pier.", _captions_of_youtube),
    "a.eml": ("Please tell the council that the buoys arrived yesterday.", _mail),
    "a.csv": (
        "Salt prices doubled while the customs house was closed.",
        lambda words: (
            f'speaker,text,date\nAna Ruiz,"{words}",2023-02-08\nTom Moor,Why?,2023-02-08\n'.encode()
        ),
    ),
    "a.tsv": (
        "Coal barges must wait until the ice has left the canal.",
        lambda words: f"speaker\ttext\nAna Ruiz\t{words}\nTom Moor\tWhy?\n".encode(),
    ),
    "a.jsonl": (
        "The northern quay belongs to the town and not to the railway.",
        lambda words: (
            f'{{"speaker": "Ana Ruiz", "text": "{words}"}}\n{{"speaker": "Thomas Moor", "text": "Why?"}}\n'
        ).encode(),
    ),
    "tei.xml": (
        "Honourable members know how often this tunnel was promised.",
        lambda words: tei_bytes(f'<u who="#RuizAna"><seg>{words}</seg></u>'),
    ),
    "akoma-ntoso.xml": ("I thank the committee for its patience over the gravel.", _akoma_ntoso),
    "minutes.xml": ("Die Fischer von Brenmoor haben auf diese Schleuse lange gewartet.", _minutes),
    "archive.xml": (
        "Those rumours about a naval base are plainly ridiculous.",
        lambda words: prime_minister(f"JOURNALIST: And now? PRIME MINISTER: {words}"),
    ),
    "a.zip": (
        "Seven villages share one well, and it is running dry.",
        lambda words: zipped({"talk.txt": _talk(words)}),
    ),
    "a.tar.gz": ("Apprentices will be trained at the shipyard from September.", _tar),
    "a.warc": ("Our archive shows who signed the timber contract.", _warc),
    "feed.xml": ("Visitors may climb the old crane again on Sundays.", _feed),
}
"""Names of files, each with words that only it holds and how it is made of them."""


_APART = {"pypdfium2"}
"""What is loaded in a process apart."""


def main() -> str:
    """Reads, quotes and asks; says in a few words what was done.

    Raises:
        AssertionError: Something was not as it must be; its sentence says what.
    """
    import verbale  # noqa: PLC0415  a test run that only collects this file has no need of it

    with tempfile.TemporaryDirectory() as place:
        texts = Path(place, "texts")
        texts.mkdir()
        for name, (words, made) in FILES.items():
            (texts / name).write_bytes(made(words))
        with verbale.open(Path(place, "record")) as record:
            refused = record.add(texts).refused
            assert not refused, " ".join(each.reason for each in refused)
            names = {info.id: info.name for info in record.documents()}
            for name, (words, _) in FILES.items():
                check = record.check(words)
                assert check.verdict is verbale.Verdict.VERBATIM, (
                    f"The words of {name} are “{check.verdict}”."
                )
                found = names[check.evidence.document] if check.evidence else "nothing"
                assert name in found, f"The words of {name} are found in {found}."
            check = record.check(FILES["a.txt"][0].replace("shall", "shall not"))
            assert check.verdict is verbale.Verdict.ALTERED, f"Altered words are “{check.verdict}”."
            assert record.suggestions(), "“Tom Moor” and “Thomas Moor” are no suggestion."
            ids = {name: each for each, name in names.items()}
            assert record.compare(ids["a.md"], ids["a.docx"]), "Two texts of other words do not differ."
        _found_without_marks(verbale)
        _program(Path(place))
    unused = _unused()
    assert not unused, f"No file of this test needs {', '.join(unused)}."
    return f"{len(FILES)} files read, {len(FILES) + 1} quotes checked"


def _found_without_marks(verbale: Any) -> None:
    text = "The minister said that the eastern lock would be repaired before the herring season."
    methods = {quotation.method for quotation in verbale.quotations(text)}
    assert "tagger" in methods, f"Reported words are found by {methods or 'nothing'}."


def _program(place: Path) -> None:
    from verbale.cli import main as program  # noqa: PLC0415  as above

    for arguments in (["info"], ["check", "--quote", FILES["a.pdf"][0]]):
        printed = io.StringIO()
        with redirect_stdout(printed):
            status = program([*arguments, "--record", str(place / "record")])
        assert status == 0, f"verbale {arguments[0]} ended with {status}."
        assert printed.getvalue().strip(), f"verbale {arguments[0]} printed nothing."


def _unused() -> list[str]:
    """The packages that Verbale asks for and nothing here has loaded: their bounds would not be tried."""
    asked = {_plain(re.split(r"[^\w.-]", each)[0]) for each in metadata.requires("verbale") or ()}
    loaded = {
        _plain(package)
        for module, packages in metadata.packages_distributions().items()
        if module in sys.modules
        for package in packages
    }
    return sorted(asked - loaded - _APART)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    print(main())  # noqa: T201  what was done, for whoever started it
