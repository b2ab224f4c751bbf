from __future__ import annotations

import importlib
from collections import Counter
from pathlib import Path

import pytest

from tests.readers.samples import SAMPLES
from verbale import readers
from verbale.errors import UnknownFormat
from verbale.readers.formats import CONTAINERS, FORMATS, of_media_type, of_suffix
from verbale.readers.web.fetching import Fetched

SOURCE = Path(readers.__file__).parent


def test_every_row_names_modules_that_exist() -> None:
    for row in FORMATS:
        assert row.reader or row.unpacker
        if row.reader:
            module = importlib.import_module(f"verbale.readers.{row.reader}")
            assert hasattr(module, "read_tree" if row.roots else "read"), row
        if row.unpacker:
            module_name, _, function = row.unpacker.partition(":")
            assert hasattr(importlib.import_module(f"verbale.readers.{module_name}"), function), row


def test_every_reader_has_a_row() -> None:
    modules = {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        for path in SOURCE.rglob("*.py")
        if "\nREADER = " in path.read_text(encoding="utf-8")
    }
    assert modules <= {row.reader for row in FORMATS}


def test_no_suffix_and_no_media_type_means_two_formats() -> None:
    readable = [row for row in FORMATS if row.reader]
    for told in ("suffixes", "media_types", "roots"):
        counted = Counter(each for row in readable for each in getattr(row, told))
        assert max(counted.values()) == 1, told
    for row in readable:
        for ending in row.suffixes:
            assert of_suffix(ending) is row
        for media_type in row.media_types:
            assert of_media_type(media_type) is row


def test_a_container_is_told_as_what_it_is() -> None:
    told = set()
    for name, sample in SAMPLES.items():
        if readers.is_container(sample(), name):
            with pytest.raises(UnknownFormat) as caught:
                readers.read_bytes(sample(), name)
            told.add(
                str(caught.value).removeprefix(f"{name} is ").partition(" and no single document; add it")[0]
            )
    assert told <= {row.called for row in CONTAINERS}
    assert len(told) >= 4


@pytest.mark.parametrize(
    ("row", "media_type"), [(row, each) for row in FORMATS for each in row.media_types], ids=str
)
def test_what_a_server_says_tells_the_suffix(row: object, media_type: str) -> None:
    fetched = Fetched("http://a.example/1", "http://a.example/1", b"No.", f"{media_type}; charset=utf-8")
    assert of_suffix(fetched.origin.ending) is row
