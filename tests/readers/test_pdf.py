from __future__ import annotations

import pytest

from tests.readers.hostile import HOSTILE
from tests.readers.making import pdf_bytes
from verbale import readers
from verbale.errors import NotText, ReadError, TooLarge
from verbale.readers import limits

ANSWERS = ["Water, “time”", "No, not money", "That (perhaps)", "Thank you"]
PAGES = [
    [
        f"Harbour Board, 4 May 2025 Page {number} of 4",
        f"Q: About {answer}?",
        f"VELL: {answer}",
        f"{answer}.",
    ]
    for number, answer in enumerate(ANSWERS, 1)
]


def test_pages_lines_and_running_heads() -> None:
    reading = readers.read_bytes(pdf_bytes(PAGES, title="Talk with Vell"), "talk.pdf")
    pages = reading.text.split("\f\n")
    assert len(pages) == 4
    for text, lines in zip(pages, PAGES, strict=True):
        assert text.splitlines() == lines
    assert [span.of(reading.text) for span in reading.furniture] == [lines[0] for lines in PAGES]
    assert reading.title == "Talk with Vell"
    assert reading.published_on is None
    assert reading.reader.startswith("pdf/1 ")


def test_page_numbers_are_furniture_and_years_and_labels_are_not() -> None:
    words = ["We met.", "We spoke.", "We left.", "We came back.", "We stayed."]
    pages = [
        [
            "VELL:",
            f"{line} What we said,",
            "QUESTION",
            *[f"{line} {n}" for n in "abcdef"],
            str(number),
        ]
        for number, line in enumerate(words, 7)
    ]
    pages[0].insert(-1, "2024")
    pages[1].insert(5, "QUESTION")
    reading = readers.read_bytes(pdf_bytes(pages), "talk.pdf")
    marked = [span.of(reading.text) for span in reading.furniture]
    assert {"7", "8", "9", "10", "11"} <= set(marked)
    assert "2024" not in marked
    assert "VELL:" not in marked
    assert "QUESTION" not in marked


def test_a_title_that_is_a_file_name_is_no_title() -> None:
    data = pdf_bytes([["Q: When?"]], title="Microsoft Word - talk_final_2.docx")
    assert readers.read_bytes(data, "talk.pdf").title is None


def test_a_scan_is_refused_with_advice() -> None:
    with pytest.raises(NotText, match=r"^scan\.pdf is a PDF without a text layer \(a scan\)"):
        readers.read_bytes(pdf_bytes([[], []]), "scan.pdf")


def test_a_lock_is_named() -> None:
    with pytest.raises(ReadError, match=r"^locked\.pdf is locked with a password; save a copy"):
        readers.read_bytes(HOSTILE["locked.pdf"](), "locked.pdf")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    with pytest.raises(TooLarge, match="has 4 pages; the limit is 3"):
        readers.read_bytes(pdf_bytes(PAGES), "talk.pdf")


def test_too_long_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_SECONDS", -1.0)
    with pytest.raises(TooLarge, match="seconds"):
        readers.read_bytes(pdf_bytes(PAGES), "talk.pdf")
