"""The regions of the index, held against a plain search of every word of every text."""

from __future__ import annotations

import math
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.store.index.made_up import PlainRecord
from verbale.store.index import QuoteIndex, catch_up
from verbale.text.words import words

VOCABULARY = ["lake", "gate", "we", "shall", "open", "the", "ferry", "not"]
texts = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=24), min_size=1, max_size=6)
quotes = st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=10)


def plain_regions(
    held: Mapping[str, Sequence[str]], removed: Sequence[str], quoted: Sequence[str]
) -> list[tuple[float, str, int, int]]:
    """Weight, document, first and last word covered, of every place that shares a pair with a quote.

    What is removed counts in how rare a pair is, and is no place.
    """
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    for text in held.values():
        for pair in pairwise(text):
            counts[pair] += 1
    size, slack = sum(map(len, held.values())), 3 + len(quoted) // 8
    found = []
    for document, text in held.items():
        if document in removed:
            continue
        shared = sorted(
            (place - offset, offset)
            for place, pair in enumerate(pairwise(text))
            for offset, wanted in enumerate(pairwise(quoted))
            if pair == wanted
        )
        clusters: list[list[tuple[int, int]]] = []
        for diagonal, offset in shared:
            if not clusters or diagonal - clusters[-1][-1][0] > slack:
                clusters.append([])
            clusters[-1].append((diagonal, offset))
        for cluster in clusters:
            offsets = {offset for _, offset in cluster}
            weight = sum(math.log2(size / counts[quoted[n], quoted[n + 1]]) for n in offsets)
            found.append((round(weight, 6), document, min(offsets), max(offsets) + 1))
    return sorted(found, reverse=True)


def opened(folder: str, held: Mapping[str, Sequence[str]], removed: Sequence[str] = ()) -> QuoteIndex:
    record = PlainRecord(Path(folder))
    for number, (document, text) in enumerate(held.items()):
        record.put(document, number, " ".join(text))
    catch_up(record)
    for document in removed:
        record.put(document, list(held).index(document), None)
    catch_up(record)
    return QuoteIndex(record.path / "index")


@settings(deadline=None, max_examples=150)
@example(
    # at the border of two texts
    [["lake", "gate", "we", "shall"], ["open", "the"], ["ferry", "not"]],
    ["lake", "gate", "not", "we", "shall", "open", "the"],
    set(),
    set(),
    8,
)
@given(texts, quotes, st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)), st.integers(1, 8))
def test_the_regions_are_those_of_a_plain_search(
    given_texts: list[list[str]], quoted: list[str], removed: set[int], excluded: set[int], limit: int
) -> None:
    held = {str(number): text for number, text in enumerate(given_texts)}
    gone = [str(number) for number in sorted(removed) if str(number) in held]
    out = frozenset(str(number) for number in excluded)
    with tempfile.TemporaryDirectory() as folder:
        index = opened(folder, held, gone)
        hashes = words(" ".join(quoted)).hashes
        plain = plain_regions(held, [*gone, *out], quoted)
        found = [
            (round(each.weight, 6), each.place.document, each.first, each.last)
            for each in index.regions(hashes, limit, exclude=out)
        ]
        assert [weight for weight, *_ in found] == [weight for weight, *_ in plain][:limit]
        assert set(found) <= set(plain)
        # in one document, or beyond the limit in those that come first: those of the plain search too
        for document in held:
            alone = [each for each in plain if each[1] == document]
            inside = index.regions(hashes, 99, document=document, exclude=out)
            assert sorted(round(each.weight, 6) for each in inside) == sorted(weight for weight, *_ in alone)
            first = index.regions(hashes, limit, first=document.__eq__, exclude=out)
            near = [each for each in alone if each[0] >= 0.8 * plain[0][0]] if plain else []
            named = {round(each.weight, 6) for each in first if each.place.document == document}
            assert {weight for weight, *_ in near} <= named


@pytest.mark.parametrize("others", [30, 300])
def test_removed_texts_neither_come_back_nor_hide_what_is_left(others: int) -> None:
    sentence = ["we", "shall", "not", "open", "the", "gate"]
    held = {f"{n:03d}": [*sentence, "number", str(n)] for n in range(others)} | {"kept": sentence}
    with tempfile.TemporaryDirectory() as folder:
        index = opened(folder, held, [document for document in held if document != "kept"])
        hashes = words(" ".join(sentence)).hashes
        assert [each.place.document for each in index.regions(hashes, 12)] == ["kept"]
        assert [each.document for each in index.occurrences(hashes, 3)] == ["kept"]


@pytest.mark.parametrize("excluded", [True, False])
def test_however_many_places_those_that_come_first_are_there(excluded: bool) -> None:
    """One text has a sentence thousands of times; what comes first is not behind it."""
    sentence = ["we", "shall", "not", "open", "the", "gate"]
    held = {"many": sentence * 4_500, "few": sentence * 3, "one": ["now", *sentence]}
    with tempfile.TemporaryDirectory() as folder:
        index = opened(folder, held)
        hashes = words(" ".join(sentence)).hashes
        out = frozenset(("many",)) if excluded else frozenset[str]()
        places = index.occurrences(hashes, 5, first="one".__eq__, exclude=out)
        assert [place.document for place in places] == (
            ["few"] * 3 + ["one"] if excluded else ["many"] * 5 + ["one"]
        )
        assert len(index.occurrences(hashes, 100_000)) == 4_504
