"""The fast ways of compare and check, held against slow and plain ones."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.plain import fewest_changes, path_worth
from verbale.check.joins import CHANGE, parts_of
from verbale.compare.quoted import take_apart
from verbale.compare.wording import BRACKET_ROOM, compare
from verbale.text.align import align, distance
from verbale.text.letters import numbered
from verbale.text.tokens import tokens

# two of them share a hash; none is another's spelling
VOCABULARY = ["lake", "gate", "shall", "open", "ferry", "117199", "141166", "Dretares", "Brunewik"]
some = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9)
many = st.lists(st.sampled_from(VOCABULARY), max_size=30)


@settings(deadline=None, max_examples=400)
@given(some, many)
def test_as_few_changes_as_a_plain_search_finds(quoted: list[str], record: list[str]) -> None:
    found = compare(take_apart(" ".join(quoted)).pieces[0], tokens(" ".join(record)))
    fewest = fewest_changes(quoted, record)
    assert found.changed == fewest
    assert found.exact == (fewest == 0)
    matched = [word for word, held in zip(quoted, found.matched, strict=True) if held]
    assert len(matched) >= len(quoted) - fewest
    assert set(matched) <= set(record)
    one, other = numbered(quoted, record)
    assert distance(one, other) == fewest
    assert sum(max(b.last - b.first, b.high - b.low) for b in align(one, other) if not b.equal) == fewest


@settings(deadline=None, max_examples=400)
@given(some, many, st.data())
def test_brackets_never_hide_a_change(quoted: list[str], record: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(quoted)))
    inside = data.draw(st.lists(st.sampled_from(["that", "old", "town"]), min_size=1, max_size=3))
    printed = [*quoted[:at], f"[{' '.join(inside)}]", *quoted[at:]]
    found = compare(take_apart(" ".join(printed)).pieces[0], tokens(" ".join(record)))
    fewest = fewest_changes(quoted, record, [(at, len(inside) + BRACKET_ROOM)])
    assert found.changed >= fewest
    if found.exact:
        assert fewest == 0
    # where the words stand in the record with nothing in the bracket's place, that is no change
    if fewest_changes(quoted, record) == 0:
        assert found.exact
    # the blocks lie one behind the other, and those that are equal are so on both sides
    borders = [0, *(block.last for block in found.blocks)]
    assert [block.first for block in found.blocks] == borders[:-1]
    assert borders[-1] == len(quoted)
    assert all(one.high <= other.low for one, other in pairwise(found.blocks))
    for block in found.blocks:
        if block.equal:
            assert quoted[block.first : block.last] == record[block.low : block.high]
            assert found.matched[block.first : block.last].all()


@settings(deadline=None, max_examples=400)
@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(st.booleans(), min_size=width * 3, max_size=width * 3), min_size=1, max_size=4
        )
    )
)
def test_the_parts_of_a_splice_are_the_best_there_are(covers: list[list[bool]]) -> None:
    parts = parts_of(np.array(covers))
    assert [part.first for part in parts[1:]] == [part.last for part in parts[:-1]]
    assert (parts[0].first, parts[-1].last) == (0, len(covers[0]))
    covered = sum(sum(covers[part.place][part.first : part.last]) for part in parts)
    assert covered - CHANGE * (len(parts) - 1) == path_worth(covers, CHANGE)
