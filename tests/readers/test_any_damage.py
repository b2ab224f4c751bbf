from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.samples import SAMPLES
from verbale import readers
from verbale.errors import ReadError

DAMAGE = st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12))
CONTAINERS = {"a.zip", "a.tar.gz", "a.warc", "feed.xml"}


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - CONTAINERS))
def test_each_sample_is_read(name: str) -> None:
    data = SAMPLES[name]()
    reading = readers.read_bytes(data, name)
    assert readers.read_bytes(data, name) == reading


@pytest.mark.parametrize("name", sorted(CONTAINERS))
def test_each_container_is_unpacked(name: str) -> None:
    data = SAMPLES[name]()
    assert readers.is_container(data, name)
    assert list(readers.members(data, name))


@given(
    name=st.sampled_from(sorted(SAMPLES)),
    damage=st.lists(DAMAGE, min_size=1, max_size=5),
)
def test_damaged_samples_are_read_or_refused(name: str, damage: list[tuple[float, int, bytes]]) -> None:
    data = bytearray(SAMPLES[name]())
    for place, length, put in damage:
        start = int(place * len(data))
        data[start : start + length] = put
    refused = None
    try:
        if readers.is_container(bytes(data), name):
            assert all(member for member, _ in readers.members(bytes(data), name))
        reading = readers.read_bytes(bytes(data), name)
    except ReadError as error:
        refused = str(error)
    if refused is not None:
        assert "could not be read as" not in refused  # what nobody foresaw is told so
        return
    end = 0
    for turn in reading.tagged:
        assert turn.span.of(reading.text)
        assert turn.span.start >= end
        end = turn.span.end
