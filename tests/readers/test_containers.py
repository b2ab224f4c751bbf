from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from tests.readers.making import odt_bytes, zipped
from verbale import readers
from verbale.errors import ReadError, TooLarge, UnknownFormat
from verbale.readers import limits
from verbale.readers.containers import unpacking

TALK = b"Q: Will you go?\n\nA: No.\n"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title>
<item><title>No boats</title><link>https://gazette.example/1</link>
<pubDate>Wed, 08 Feb 2023 10:00:00 GMT</pubDate>
<description>&lt;p&gt;No boats sail.&lt;/p&gt;</description></item>
<item><title>Only a title</title><link>https://gazette.example/2</link></item></channel></rss>"""


def tarred(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    return stream.getvalue()


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    parts = []
    for address, kind, body in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        parts.append(head.encode() + answer + b"\r\n\r\n")
    return b"".join(parts)


def names(data: bytes, name: str) -> list[str]:
    return [member for member, _ in readers.members(data, name)]


def test_zip_and_tar() -> None:
    archive = {"a.md": TALK, "b/c.txt": TALK, "__MACOSX/a.md": b"x", "b/.DS_Store": b"x"}
    assert dict(readers.members(zipped(archive), "a.zip")) == {"a.md": TALK, "b/c.txt": TALK}
    tar = tarred(**{"a.md": TALK, "b/c.txt": TALK})
    for packed in (tar, gzip.compress(tar), lzma.compress(tar), bz2.compress(tar)):
        assert names(packed, "a.tar.any") == ["a.md", "b/c.txt"]
    assert dict(readers.members(gzip.compress(TALK), "talk.md.gz")) == {"talk.md": TALK}


def test_paths_stay_inside_and_are_unique() -> None:
    data = zipped({"../../etc/a.md": TALK, "/b.md": TALK, "x\\..\\c\x1b.md": TALK})
    assert names(data, "a.zip") == ["etc/a.md", "b.md", "x/c\ufffd.md"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.md", TALK)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.md", TALK)
    assert names(stream.getvalue(), "a.zip") == ["a.md", "a-2.md"]


def test_what_is_one_document_is_no_container() -> None:
    assert not readers.is_container(odt_bytes("<text:p>No.</text:p>"), "a.odt")
    assert not readers.is_container(zipped({"[Content_Types].xml": "", "xl/a.xml": ""}), "a.xlsx")
    with pytest.raises(UnknownFormat, match="no archive"):
        list(readers.members(TALK, "a.txt"))


def test_archives_inside_archives_to_a_depth() -> None:
    once = zipped({"a.md": TALK})
    twice = zipped({"one.zip": once, "b.md": TALK})
    assert names(twice, "a.zip") == ["one.zip/a.md", "b.md"]
    found = list(unpacking.unpack(zipped({"two.zip": twice}), "a.zip"))
    assert [(member.name, member.refused) for member in found] == [
        ("two.zip/one.zip", "two.zip/one.zip is an archive too deep inside others."),
        ("two.zip/b.md", None),
    ]


def test_a_bad_member_is_refused_alone() -> None:
    data = bytearray(zipped({"a.md": TALK * 50, "b.md": TALK, "c.zip": b"PK\x03\x04rubbish"}))
    place = data.index(b"a.md") + len(b"a.md")
    data[place : place + 10] = b"\xff" * 10
    found = {member.name: member.refused for member in unpacking.unpack(bytes(data), "a.zip")}
    assert found["b.md"] is None
    assert found["a.md"] == "a.md cannot be unpacked."
    assert found["c.zip"] == "c.zip is a broken zip archive."


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped({"a.txt": b"a" * 40_000_000, "b.txt": b"a" * 40_000_000})
    with pytest.raises(TooLarge, match=r"^a\.zip unpacks to more"):
        list(readers.members(bomb, "a.zip"))
    with pytest.raises(TooLarge, match=r"unpacks to more"):
        list(readers.members(gzip.compress(b"a" * 60_000_000), "a.txt.gz"))
    with pytest.raises(TooLarge, match=r"unpacks to more"):
        list(readers.members(zipped({"a.zip": bomb}), "b.zip"))
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 3)
    with pytest.raises(TooLarge, match="more than 3 files"):
        list(readers.members(zipped({f"{n}.txt": TALK for n in range(5)}), "a.zip"))


@pytest.mark.parametrize("data", [b"PK\x03\x04xx", b"\x1f\x8bxx", b"\xfd7zXZ\0xx", b"BZhxx"])
def test_broken_containers_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"^a\.bin (is a broken|holds no)"):
        list(readers.members(data, "a.bin"))


def test_web_archives() -> None:
    pages = (
        ("https://gazette.example/news/1", "text/html; charset=utf-8", b"<p>No.</p>"),
        ("https://gazette.example/a.png", "image/png", b"x"),
        ("https://gazette.example/talk.txt", "text/plain", TALK),
    )
    found = dict(readers.members(warc(*pages), "crawl.warc"))
    assert found == {"gazette.example/news/1.html": b"<p>No.</p>", "gazette.example/talk.txt": TALK}
    assert names(gzip.compress(warc(*pages)), "crawl.warc.gz") == list(found)


@pytest.mark.parametrize("packed", [False, True])
def test_a_record_of_a_web_archive_that_is_cut_short_is_refused_alone(packed: bool) -> None:
    page = b"<p>" + b"We will not raise the toll. " * 40
    whole = warc(*((f"https://elm.example/{n}", "text/html", page) for n in (1, 2)))
    cut = whole[:-200]
    data, name = (gzip.compress(cut), "a.warc.gz") if packed else (cut, "a.warc")
    first, second = unpacking.unpack(data, name)
    assert first.data == page
    assert second.refused is not None
    assert second.refused.startswith("elm.example/2.html is cut short in its archive: ")


def test_feeds_give_the_entries_that_carry_a_text() -> None:
    assert readers.is_container(FEED.encode(), "news.xml")
    ((name, page),) = readers.members(FEED.encode(), "news.xml")
    assert name == "No-boats-69b0a318.html"
    reading = readers.read_bytes(page, name)
    assert (reading.text, reading.title, reading.outlet) == ("No boats sail.", "No boats", "Gazette")
    assert str(reading.published_on) == "2023-02-08"
    assert reading.url == "https://gazette.example/1"


def test_found_by_fuzzing() -> None:
    nameless = zipped({"a.md": TALK}).replace(b"a.md", b"\0\0\0\0")
    assert names(nameless, "a.zip") == []
    fonts = rb"{\rtf1{\fonttbl{" + rb"\f0" + rb"\bin99 " * 5000 + rb"}}We begin.\par}"
    assert readers.read_bytes(fonts, "a.rtf").text == "We begin."
