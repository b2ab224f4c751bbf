from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.making import page, pdf_bytes, prime_minister
from verbale import readers
from verbale.errors import NotText, ReadError, TooLarge, UnknownFormat, VerbaleError
from verbale.readers import limits
from verbale.readers.plain.frontmatter import front_matter

NAMES = [
    "a",
    "a.txt",
    "a.md",
    "a.html",
    "a.xml",
    "a.docx",
    "a.pdf",
    "https://gazette.example/a",
    "a.bin",
    "\n\udcff",
]
MARKUP = (
    *("<p>", "</p>", "<b>", "</b>", "<br>", "<!--", "-->", "<td>", "<h2>", "</h2>", "&amp;"),
    *("Q: ", "no \n", "<script>", "<ul><li>", "<a href=x>", "<", "]]>", "\n\n", "<pre>"),
)
FRONT = tuple("abc:-[]{}*&'\"|>?!#\n\t ")


def outcome(data: bytes, name: str) -> object:
    try:
        reading = readers.read_bytes(data, name)
    except VerbaleError as error:
        return type(error), str(error)
    assert "\0" not in reading.text
    reading.text.encode()
    for span in (*reading.headings, *reading.emphasis, *reading.boilerplate):
        assert span.of(reading.text)
    return reading


@given(data=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_bytes_are_read_or_refused_and_the_same_twice(data: bytes, name: str) -> None:
    assert outcome(data, name) == outcome(data, name)


@given(
    text=st.text(max_size=300),
    name=st.sampled_from(NAMES),
    encoding=st.sampled_from(["utf-8", "utf-16", "cp1252"]),
)
def test_text_is_read_or_refused(text: str, name: str, encoding: str) -> None:
    outcome(text.encode(encoding, "replace"), name)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_unicode_text_comes_back_as_it_is(text: str) -> None:
    found = outcome(("Words: " + text).encode(), "a.txt")
    if not isinstance(found, tuple):
        assert found.text == "Words: " + text  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(MARKUP), max_size=40))
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    outcome(page("".join(parts)), "a.html")
    outcome(prime_minister("".join(parts)), "a.xml")
    outcome("".join(parts).encode(), "a.html")


@given(st.lists(st.sampled_from(FRONT), max_size=40))
def test_any_front_matter_is_read(parts: list[str]) -> None:
    found = front_matter("---\n" + "".join(parts) + "\n---\nWords.\n")
    assert found is None or all(name and value for name, value in found.fields.items())


@given(place=st.floats(0, 1), byte=st.integers(0, 255))
def test_a_damaged_pdf_is_read_or_refused(place: float, byte: int) -> None:
    data = bytearray(pdf_bytes([["Q: Will you go?", "A: No."], ["Q: Why?"]]))
    data[int(place * (len(data) - 1))] = byte
    outcome(bytes(data), "a.pdf")


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("talk", "text/1"),
        ("Talk with Mr. Adler", "text/1"),
        ("Remarks 12.03.2024", "text/1"),
        ("TALK.TXT", "text/1"),
        ("talk.markdown", "markdown/1"),
        ("https://gazette.example/talk.md?raw=1", "markdown/1"),
        ("https://gazette.example", "text/1"),
    ],
)
def test_the_suffix_tells_the_format(name: str, reader: str) -> None:
    assert readers.read_bytes(b"Q: When?", name).reader == reader


@pytest.mark.parametrize("name", ["a.json", "a.doc", "a.py", "a.odp", "https://gazette.example/talk.php"])
def test_an_unknown_suffix_is_refused_with_advice(name: str) -> None:
    with pytest.raises(UnknownFormat, match=r"which no reader takes"):
        readers.read_bytes(b"Q: When?", name)


def test_the_content_beats_an_unknown_suffix() -> None:
    assert readers.read_bytes(page("<p>Q: When?</p>"), "https://gazette.example/talk.php").text == "Q: When?"


def test_limits_of_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ORIGINAL", 100)
    with pytest.raises(TooLarge, match=r"^a\.txt is 101 bytes; the limit is 100\.$"):
        readers.read_bytes(b"a" * 101, "a.txt")
    monkeypatch.setattr(limits, "CHARACTERS", 50)
    with pytest.raises(TooLarge, match="60 characters of text; the limit is 50"):
        readers.read_bytes(b"a" * 60, "a.txt")
    monkeypatch.setattr(limits, "TREE", 20)
    with pytest.raises(TooLarge, match="the limit is 20"):
        readers.read_bytes(b"<html>" + b"a" * 40, "a.html")


def test_a_librarys_failure_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str) -> None:
        raise RuntimeError("a nut\ncame \x1b loose")

    monkeypatch.setattr("verbale.readers.plain.plain_text.read", fail)
    with pytest.raises(ReadError, match=r"^a\.txt could not be read as text: a nut came . loose\.$"):
        readers.read_bytes(b"Words.", "a.txt")


def test_paths(tmp_path: Path) -> None:
    good = tmp_path / "talk.txt"
    good.write_bytes(b"Q: When?")
    assert readers.read_path(good).name == "talk.txt"
    assert readers.read_path(str(good)).text == "Q: When?"
    (tmp_path / "link.txt").symlink_to(good)
    assert readers.read_path(tmp_path / "link.txt").text == "Q: When?"


@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and sockets are made the Unix way")
def test_paths_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    os.chdir(tmp_path)
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket.txt")
    try:
        for name, words in {
            "missing.txt": "does not exist",
            "dangling": "does not exist",
            "loop": "could not be opened",
            ".": "is a folder, not a file",
            "pipe.txt": "is a pipe, not a file",
            "socket.txt": "could not be opened",
            "nul\0.txt": "could not be opened",
            "x" * 5000: "could not be opened",
        }.items():
            with pytest.raises(ReadError, match=words) as caught:
                readers.read_path(name)
            assert str(caught.value).isprintable()
        for device in ("/dev/zero", "/dev/null"):
            with pytest.raises(ReadError, match="is a device, not a file"):
                readers.read_path(device)
    finally:
        server.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Q: When?")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        readers.read_path(tmp_path / "a.txt")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(limits.ORIGINAL + 1)
    with pytest.raises(TooLarge, match="larger than the limit"):
        readers.read_path(tmp_path / "a.txt")


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(NotText, match=r"^a\.txt is empty\.$"):
        readers.read_path(tmp_path / "a.txt")
