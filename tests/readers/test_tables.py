from __future__ import annotations

from datetime import date

import pytest

from verbale import readers
from verbale.errors import ReadError, UnknownFormat
from verbale.readers.containers import tables

TURNS = b"""debate_id;Speaker Name;Speech Text;Date
d1;Ana Ruiz;"We begin;
at noon.";2023-02-08
d1;Tom Moor;Why?;2023-02-08
"""


def test_rows_of_one_session_are_turns() -> None:
    reading = readers.read_bytes(TURNS, "debate.csv")
    assert reading.text == "Ana Ruiz:\nWe begin;\nat noon.\n\nTom Moor:\nWhy?"
    assert [(turn.speaker, turn.span.of(reading.text)) for turn in reading.tagged] == [
        ("Ana Ruiz", "We begin;\nat noon."),
        ("Tom Moor", "Why?"),
    ]
    assert reading.published_on == date(2023, 2, 8)


def test_rows_of_several_sessions_are_documents() -> None:
    data = TURNS + b"d2;Tom Moor;And now?;2023-02-09\n"
    with pytest.raises(UnknownFormat, match="a table of 2 documents"):
        readers.read_bytes(data, "debates.csv")
    found = tables.documents(data, "debates.csv")
    assert [name for name, _ in found] == ["0001-d1.jsonl", "0002-d2.jsonl"]
    assert readers.read_bytes(found[0][1], found[0][0]).text == readers.read_bytes(TURNS, "a.csv").text


def test_json_lines() -> None:
    data = b'{"headline": "The ferry", "body": "No boats.", "link": "https://gazette.example/1", "n": [1]}\n'
    reading = readers.read_bytes(data, "news.jsonl")
    assert (reading.text, reading.title, reading.url) == (
        "No boats.",
        "The ferry",
        "https://gazette.example/1",
    )


def test_columns_can_be_named() -> None:
    data = b"wer;was\nAna Ruiz;Nein.\n"
    with pytest.raises(UnknownFormat, match=r"it has wer, was"):
        readers.read_bytes(data, "a.csv")
    reading = tables.read(data, "a.csv", {"text": "was", "speaker": "wer"})
    assert reading.tagged[0].speaker == "Ana Ruiz"
    with pytest.raises(ReadError, match="has no column worte"):
        tables.read(data, "a.csv", {"text": "worte"})
