"""Which places and documents are looked at, in what order, and which are no evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from verbale.check import claimed_first, own_text
from verbale.check.choice import Claim
from verbale.check.claimed_first import ClaimedFirst
from verbale.check.joins import parts_of
from verbale.check.languages import Languages
from verbale.compare import Preference, spread
from verbale.model import Attribution, Document
from verbale.store.index import Place
from verbale.store.kinship import FEWEST, SHARE, SHINGLE
from verbale.text.words import words

DAY = date(2025, 3, 4)


class Segment:
    """Words of a document that lie one letter apart."""

    def __init__(self, document: str) -> None:
        self.document = document


def place(document: str, low: int = 0) -> Place:
    segment: Any = Segment(document)
    return Place(document, segment, low, low + 3)


class Held:
    """A record of documents with a day each, of which some are a speaker's."""

    def __init__(self, days: dict[str, tuple[date | None, date | None]], own: Sequence[str] = ()) -> None:
        self.days, self.own = days, own

    def documents_of(self, name: str) -> frozenset[str]:
        return frozenset(self.own if name == "Ada Brenn" else [f"of {name}"])

    def holder(self, office: str, on: date) -> str | None:
        return "Ada Brenn" if office == "the minister" and on == DAY else None

    def info(self, document: str) -> Any:
        days = self.days.get(document)
        return SimpleNamespace(said_on=days[0], published_on=days[1]) if days else None

    def owner(self, document: str, span: int) -> tuple[str, int]:
        return document, span


def claimed(
    held: Held, speaker: str | None, day: date | None, on: dict[date, list[str]] | None = None
) -> ClaimedFirst:
    store: Any = held
    return ClaimedFirst(store, Claim("words", speaker, day), lambda each: (on or {}).get(each, []))


def test_the_documents_of_a_claim() -> None:
    on = {DAY: ["a"], date(2025, 3, 5): ["b"], date(2025, 3, 3): ["c"], date(2025, 3, 6): ["d"]}
    held = Held({}, ["own"])
    both = claimed(held, "the minister", DAY, on)
    assert both.of_day == {"a", "b"}
    assert both.of_speaker == {"own", "of the minister"}
    assert [each for each in ("a", "b", "c", "d", "own") if both.first(each)] == ["a", "b", "own"]
    # an office is somebody's on a day only
    assert claimed(held, "the minister", None, on).of_speaker == {"of the minister"}
    assert claimed(held, "Ada Brenn", None, on).of_day == frozenset()
    nobody = claimed(held, None, None, on)
    assert (nobody.of_speaker, nobody.first("a")) == (frozenset(), False)


@pytest.fixture
def bearing(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, int]]:
    """The places, by document and middle word, at which the claimed speaker has the word."""
    found: set[tuple[str, int]] = set()

    def attribution(store: object, owner: tuple[str, int], speaker: str) -> Attribution:
        assert speaker == "Ada Brenn"
        return Attribution.RIGHT if owner in found else Attribution.WRONG

    monkeypatch.setattr(claimed_first, "attribution", attribution)
    # the place of one word is told by its number
    monkeypatch.setattr(claimed_first, "Place", lambda document, _, low, high: SimpleNamespace(span=low))
    return found


def named(places: Sequence[Place]) -> list[str]:
    return [each.document for each in places]


def test_which_of_many_places_are_looked_at(bearing: set[tuple[str, int]]) -> None:
    others = [place(f"o{number}") for number in range(8)]
    own = [place("own", 10 * number) for number in range(4)]
    held = Held({f"o{n}": (date(2025, 3, 20 - n), None) for n in range(8)} | {"own": (None, DAY)}, ["own"])
    bearing.update({("own", 1), ("own", 11), ("own", 21), ("own", 31)})
    asked = claimed(held, "Ada Brenn", DAY)
    # all, where there is room for all
    assert asked.some([*others, *own], 12) == [*others, *own]
    # else half of the speaker's, and those of the nearest days
    chosen = asked.some([*others, *own], 6)
    assert chosen[:3] == own[:3]
    assert named(chosen[3:]) == ["own", "o7", "o6"]
    # without a day, from everywhere
    chosen = claimed(held, "Ada Brenn", None).some([*others, *own], 6)
    assert chosen[:3] == own[:3]
    assert named(chosen[3:]) == ["o0", "o3", "o6"]
    assert named(claimed(held, None, None).some(others, 4)) == ["o0", "o2", "o4", "o6"]


def test_where_others_speak_in_the_speakers_own_documents(bearing: set[tuple[str, int]]) -> None:
    own = [place("own", 10 * number) for number in range(6)]
    others = [place(f"o{number}") for number in range(4)]
    held = Held({}, ["own"])
    asked = claimed(held, "Ada Brenn", None)
    # the first that bears the claim out is looked at too, and only one
    bearing.update({("own", 41), ("own", 51)})
    assert asked.some([*own, *others], 4)[:3] == [own[0], own[1], own[4]]
    assert len(asked.some([*own, *others], 4)) == 4
    assert own[5] not in asked.some([*own, *others], 4)
    # not where one of those bears it out, nor where none does
    bearing.add(("own", 11))
    assert own[4] not in asked.some([*own, *others], 4)[:3]
    bearing.clear()
    assert asked.some([*own, *others], 4)[:2] == own[:2]


def test_documents_without_a_day_come_last(bearing: set[tuple[str, int]]) -> None:
    days = {"none": (None, None), "far": (date(2024, 3, 4), DAY), "page": (None, date(2025, 3, 6))}
    days |= {"near": (date(2025, 3, 3), None)}
    asked = claimed(Held(days), "Olga Tarn", DAY)
    places = [place(each) for each in ("none", "unknown", "far", "page", "near")]
    assert named(asked.some(places, 4)) == ["near", "page", "far", "none"]


@pytest.mark.parametrize(
    ("many", "count", "chosen"),
    [
        (10, 5, [0, 2, 4, 6, 8]),
        (10, 4, [0, 2, 4, 6]),
        (10, 20, list(range(10))),
        (10, 1, [0]),
        (10, 0, []),
        (0, 5, []),
        (11, 3, [0, 3, 6]),
    ],
)
def test_some_from_everywhere(many: int, count: int, chosen: list[int]) -> None:
    places = [place("a", number) for number in range(many)]
    assert [each.low for each in spread(places, count)] == chosen
    assert Preference().some(places, count) == spread(places, count)
    assert Preference().first("a") is False


class Told:
    """A record whose documents have these languages."""

    def __init__(self, languages: dict[str, str | None]) -> None:
        self.languages, self.generation = languages, 1

    def documents(self) -> list[Any]:
        return [SimpleNamespace(language=each) for each in self.languages.values()]

    def info(self, document: str) -> Any:
        if document not in self.languages:
            return None
        return SimpleNamespace(language=self.languages[document])

    def text(self, document: str) -> str:
        return "la la"


def test_with_whose_words_a_document_is_read() -> None:
    told: Any = Told({"a": "de", "b": "de", "c": "fr", "none": None, "strange": "sw"})
    languages = Languages(told)

    def codes(document: str) -> list[str]:
        return [each.pack.code for each in languages.lexicons(document)]

    assert (codes("a"), codes("c"), codes("strange")) == (["de"], ["fr"], [])
    # the record's main language first, for what does not tell its own
    assert codes("none") == codes("missing")
    assert codes("none")[0] == "de"
    # which is counted again when the record has changed, and not before
    told.languages |= {"d": "fr", "e": "fr"}
    assert codes("none")[0] == "de"
    told.generation = 2
    assert codes("none")[0] == "fr"
    # where none tells, every language of the script
    told.languages = {"none": None}
    told.generation = 3
    assert {"de", "fr", "en"} < set(codes("none"))


@pytest.mark.parametrize(
    ("covers", "parts"),
    [
        (["1110000", "0001111"], [(0, 0, 3), (1, 3, 7)]),
        (["1111111", "0001111"], [(0, 0, 7)]),
        # a change costs two words and a half
        (["1110011", "0001111"], [(0, 0, 7)]),
        (["111000", "000111"], [(0, 0, 3), (1, 3, 6)]),
        (["1100", "0011"], [(0, 0, 4)]),
        (["111000111", "000111000"], [(0, 0, 9)]),
        (["111100001111", "000011110000"], [(0, 0, 12)]),
        (["11111000000", "00000111000", "00000000111"], [(0, 0, 5), (1, 5, 8), (2, 8, 11)]),
    ],
)
def test_the_parts_of_what_is_joined(covers: list[str], parts: list[tuple[int, int, int]]) -> None:
    found = parts_of(np.array([[letter == "1" for letter in row] for row in covers]))
    assert [(part.place, part.first, part.last) for part in found] == parts


WORDS = [f"w{number}x" for number in range(400)]


def made(text: str) -> Document:
    return Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")


def test_which_documents_are_the_text_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the share of samples outside quotation marks, or as an excerpt by its pairs of words."""
    text = " ".join(WORDS)
    samples = list(range(100))
    shared = {"copy": 0, "excerpt": 0, "other": FEWEST, "less": FEWEST - 1}
    shared["copy"] = int(SHARE * 100 + 0.999)
    shared["near"] = shared["copy"] - 1
    shared["excerpt"] = FEWEST
    monkeypatch.setattr(own_text, "sample", lambda *_: samples)
    monkeypatch.setattr(own_text, "shared_by", lambda *_: [shared])
    hashes = words(text).hashes
    strange = words(" ".join(f"y{number}" for number in range(400))).hashes

    def whole(document: str) -> Any:
        of = {"excerpt": hashes[10:200], "less": hashes[10:200], "other": strange, "near": strange}
        return SimpleNamespace(hashes=of[document], low=0, high=len(of[document]))

    store: Any = SimpleNamespace(same_text=lambda *_: ["same"])
    index: Any = SimpleNamespace(whole=whole)
    assert own_text.copies_of(store, index, made(text), ()) == {"same", "copy", "excerpt"}
    del samples[FEWEST:]
    assert len(own_text.copies_of(store, index, made(text), ())) > 1
    del samples[FEWEST - 1 :]
    assert own_text.copies_of(store, index, made(text), ()) == {"same"}


@pytest.mark.parametrize(
    ("strange", "many", "excerpt"),
    [(0, 101, True), (9, 101, True), (12, 101, False), (0, SHINGLE - 1, False)],
)
def test_an_excerpt_has_nearly_all_its_pairs_of_words_from_the_text(
    strange: int, many: int, excerpt: bool
) -> None:
    hashes = words(" ".join(WORDS)).hashes.tolist()
    mine = set(pairwise(hashes))
    theirs = hashes[:many]
    theirs[:strange] = range(strange)
    index: Any = SimpleNamespace(
        whole=lambda _: SimpleNamespace(hashes=np.array(theirs, np.uint32), low=0, high=many)
    )
    assert own_text._is_excerpt(index, "a", mine) is excerpt
    none: Any = SimpleNamespace(whole=lambda _: None)
    assert own_text._is_excerpt(none, "a", mine) is False
