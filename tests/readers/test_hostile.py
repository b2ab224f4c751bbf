from __future__ import annotations

import re

import pytest

from tests.readers.hostile import CONTAINERS, HOSTILE, READABLE
from verbale import readers
from verbale.errors import NotText, ReadError
from verbale.readers.file_names import printable

pytestmark = pytest.mark.cpu_seconds(20)


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 40
    assert set(HOSTILE) > READABLE


@pytest.mark.parametrize("name", sorted(set(HOSTILE) - READABLE))
def test_is_refused_with_one_sentence(name: str) -> None:
    data = HOSTILE[name]()
    with pytest.raises(ReadError) as caught:
        readers.read_bytes(data, name)
    sentence = str(caught.value)
    assert sentence.startswith(printable(name))
    assert sentence.endswith(".")
    assert sentence.isprintable()
    assert "Traceback" not in sentence
    assert len(sentence) < 400
    assert caught.value.about == name


@pytest.mark.parametrize("name", sorted(READABLE))
def test_is_strange_and_still_read(name: str) -> None:
    data = HOSTILE[name]()
    reading = readers.read_bytes(data, name)
    assert not re.search("[\x00\ud800-\udfff]", reading.text)
    assert reading.name.isprintable()
    reading.name.encode()
    for span in (*reading.headings, *reading.emphasis, *reading.boilerplate):
        assert span.of(reading.text)
    assert readers.read_bytes(data, name) == reading


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_a_container_is_no_single_document(name: str) -> None:
    data = CONTAINERS[name]()
    with pytest.raises(ReadError, match=r"archive|documents"):
        readers.read_bytes(data, name)
    assert list(readers.members(data, name))


def test_nothing_outside_the_file_is_read() -> None:
    with pytest.raises(NotText):
        readers.read_bytes(HOSTILE["outside-entity.xml"](), "outside-entity.xml")
