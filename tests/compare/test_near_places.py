"""How many places are looked at, which, and how far around: each rule on both sides of its border."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.compare.looking import finder, piece
from verbale.compare.nearest import Exact, Finder, Passage, Preference
from verbale.compare.wording import compare
from verbale.model import Span
from verbale.store.index import Place
from verbale.text.tokens import tokens

# the texts of one record lie one after the other in its index: the last has other texts before it
FIRST = "Now the old miller of the lower village sold all his grain to the monks before the snow came."
MIDDLE = (
    "They say that long ago the young baker of the upper town gave all of her bread away to the poor"
    " before the long winter came over the hills, and that nobody thanked her for it until the spring."
)
LAST = "At last the tall singer of the river choir lost her voice in the fog and never found it again."
THREE = {"first": FIRST, "middle": MIDDLE, "last": LAST}


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    return finder(tmp_path_factory.mktemp("three"), THREE)


def said(passage: Passage | None) -> tuple[str, str] | None:
    return None if passage is None else (passage.document, passage.span.of(THREE[passage.document]))


@pytest.mark.parametrize(
    ("quoted", "document", "found"),
    [
        ("the old baker of the lower village sold", "first", "the old miller of the lower village sold"),
        ("Now the old baker of the lower village", "first", "Now the old miller of the lower village"),
        ("grain to the nuns before the snow came", "first", "grain to the monks before the snow came"),
        ("the young miller of the upper town gave", "middle", "the young baker of the upper town gave"),
        ("They think that long ago the young baker", "middle", "They say that long ago the young baker"),
        ("nobody asked her for it until the spring", "middle", "nobody thanked her for it until the spring"),
        ("the tall dancer of the river choir lost", "last", "the tall singer of the river choir lost"),
        ("At last the small singer of the river", "last", "At last the tall singer of the river"),
        ("in the fog and never heard it again", "last", "in the fog and never found it again"),
        # a change near the beginning, and many words behind it
        (
            "the young miller of the upper town gave all of her bread away to the poor before the long winter"
            " came over the hills and that nobody thanked him for it until the spring",
            "middle",
            MIDDLE[MIDDLE.index("the young") : -1],
        ),
        # half of the words may differ, and no more
        ("an old cat of the white king slept", "first", None),
        ("the old cat of the lower king slept", "first", "the old miller of the lower village sold"),
    ],
)
def test_a_document_is_looked_through_wherever_it_lies(
    three: Finder, quoted: str, document: str, found: str | None
) -> None:
    looked = three.inside(piece(quoted), document)
    assert said(looked) == ((document, found) if found else None)


def test_a_document_as_long_as_the_quote_is_looked_through(tmp_path: Path) -> None:
    looking = finder(tmp_path, {"long": FIRST, "bell": "the old bell of ours", "short": "the bell"})
    for quoted, found in (("the old rope of ours", True), ("so the old bell of ours", False)):
        assert (looking.inside(piece(quoted), "bell") is not None) is found
    assert looking.inside(piece("the rope"), "short") is not None


@pytest.mark.parametrize(
    ("quoted", "exact", "document"),
    [
        # a bracket beside the longest stretch without one, in front of it, behind it, on both sides
        ("[he] of the lower village sold all his grain", True, "first"),
        ("Now the old [man] of the lower village sold", True, "first"),
        ("to the monks before the snow [fell]", True, "first"),
        ("the young baker of the [old] town gave all of her bread", True, "middle"),
        ("They [all] say that long ago the [old] baker", True, "middle"),
        ("nobody thanked [the baker] for it until the spring", True, "middle"),
        ("[Then] the tall singer of the river choir [sang]", True, "last"),
        ("lost her voice [there] and never found it [at all]", True, "last"),
        # it stands for six words more than it has
        ("They say that [in spring] gave all of her bread away", False, "middle"),
        ("They say that [at some time] gave all of her bread away", True, "middle"),
        ("They say that [once upon a time there] gave all of her bread away", True, "middle"),
        ("that long ago the young baker [one day] gave all of her bread away", True, "middle"),
        (
            "long ago [she] came over the hills and that nobody thanked her for it until the spring",
            False,
            "middle",
        ),
    ],
)
def test_what_lies_around_the_longest_stretch_without_a_bracket(
    three: Finder, quoted: str, exact: bool, document: str
) -> None:
    found = list(three.around(piece(quoted)))
    assert [each.document for each in found] == [document]
    assert [each.exact for each in found] == [exact]


LINE = [f"word{number}" for number in range(60)]


@pytest.mark.parametrize("begins", [False, True])
@pytest.mark.parametrize(("more", "exact"), [(6, True), (7, False)])
def test_a_long_bracket_has_room_around_the_longest_stretch(
    tmp_path: Path, begins: bool, more: int, exact: bool
) -> None:
    """Of two long stretches, the words of the bracket stand before the longer one, or behind it."""
    looking = finder(tmp_path, {"first": "so it goes", "line": " ".join(LINE), "last": "so it ends"})
    low, high = (19, 29) if begins else (20, 30)
    quoted = [*LINE[:low], f"[{' '.join(['then'] * (high - low))}]", *LINE[high + more : 55 + begins]]
    for found in (*looking.around(piece(" ".join(quoted))), looking.inside(piece(" ".join(quoted)), "line")):
        assert found is not None
        assert found.exact is exact
        if exact:
            assert found.span.of(" ".join(LINE)) == " ".join(LINE[: 55 + begins])


class Last(Preference):
    """Prefers what was added last, and some documents before all others."""

    def __init__(self, *first: str) -> None:
        self.wanted = first

    def first(self, document: str) -> bool:
        return document in self.wanted

    def some(self, places: Sequence[Place], count: int) -> list[Place]:
        return list(places[-count:])


def many(count: int, words: str = "the ferry sails at dawn", begin: int = 0) -> dict[str, str]:
    """Texts that have the same words, and each some of its own."""
    return {f"d{n:03d}": f"harbour note {n}: {words} says pilot {n}" for n in range(begin, begin + count)}


def test_forty_places_of_the_same_words_are_looked_at(tmp_path: Path) -> None:
    words = piece("the ferry sails at dawn")
    looking = finder(tmp_path, many(45))
    exact = looking.exact(words)
    assert (len(exact.places), exact.documents) == (40, 45)
    preferring = Finder(looking.index, looking.text, looking.language, looking.boilerplate, preference=Last())
    assert [each.document for each in preferring.exact(words).places] == list(many(40, begin=5))
    assert [each.document for each in preferring.places(words.tokens.hashes, 2)] == ["d001", "d002"]
    assert Exact() == looking.exact(piece("zebra crossing")) == Exact((), 0)


def test_where_the_preferred_places_have_other_words_of_the_same_hash(tmp_path: Path) -> None:
    """The first forty of those with the letters are looked at."""
    texts = many(45, "we paid 117199 crowns") | many(40, "we paid 141166 crowns", 45)
    looking = finder(tmp_path, texts, preference=Last())
    assert [each.document for each in looking.exact(piece("we paid 117199 crowns")).places] == list(many(40))
    exact = looking.exact(piece("we paid 141166 crowns"))
    assert [each.document for each in exact.places] == list(many(40, begin=45))
    few = finder(tmp_path / "few", {"a": "we paid 117199 crowns"})
    assert few.exact(piece("we paid 141166 crowns")) == Exact()


class Asked:
    """An index that has the words everywhere, and keeps what it is asked for."""

    def __init__(self) -> None:
        self.limits: list[int] = []

    def occurrences(self, hashes: object, limit: int, *_: object) -> list[Any]:
        self.limits.append(limit)
        return [
            SimpleNamespace(document=str(n), segment=None, low=9, high=10, span=Span(0, 8))
            for n in range(limit)
        ]

    def whole(self, document: str) -> Any:
        return SimpleNamespace(low=9, high=10)


def test_how_many_places_are_thought_of() -> None:
    """Four hundred exact ones, and forty around a bracket, with one more that tells whether that was all."""
    index: Any = Asked()
    looking = Finder(index, lambda _: "the bell", lambda _: None, lambda _: ())
    assert looking.exact(piece("the bell")).documents == 400
    around: list[int] = []
    looking.passage = lambda _, place: around.append(int(place.document))  # type: ignore[assignment, return-value]
    assert len(list(looking.around(piece("the [old] bell")))) == 40
    assert index.limits == [400, 41]
    assert around == list(range(40))


def test_regions_are_kept_to_twelve_and_those_that_come_first(tmp_path: Path) -> None:
    words = piece("the ferry sails at dawn")
    looking = finder(tmp_path, many(16), preference=Last("d014"))
    found = [region.place.document for region in looking.regions(words.tokens.hashes)]
    assert len(found) == 13
    assert found[-1] == "d014"
    assert [region.place.document for region in looking.regions(words.tokens.hashes, 2)][2:] == ["d014"]
    assert looking.regions(words.tokens.hashes) is looking.regions(words.tokens.hashes)


def test_five_of_the_closest_passages_and_five_that_are_preferred(tmp_path: Path) -> None:
    words = piece("the ferry sails at noon")
    looking = finder(tmp_path / "six", many(6))
    assert [each.document for each in looking.near(words)] == ["d000", "d001", "d002", "d003", "d004"]
    looking = finder(tmp_path / "twelve", many(12))
    assert [each.document for each in looking.near(words, 2)] == ["d000", "d001", "d006"]
    looking = finder(tmp_path / "last", many(12), preference=Last())
    assert [each.document for each in looking.near(words, 2)] == ["d000", "d001", "d010", "d011"]


TEN = "red boats carried salt up the wide river in spring"
CHANGED = {
    0: TEN,
    1: "red boats carried coal up the wide river in spring",
    2: "red boats carried coal up the wide river in autumn",
    3: "two boats carried coal up the wide river in autumn",
    4: "two boats carried coal up the wide canal in autumn",
    5: "two ships carried coal up the wide canal in autumn",
    6: "two ships carried coal up the dark canal in autumn",
}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        # three words further from the quote than the closest are no others
        ((0, 1, 2, 3, 4), [0, 1, 2, 3]),
        ((1, 4, 5), [1, 4]),
        ((3, 4, 5), [3, 4, 5]),
        # where the closest has fewer than half of the words, the others are no better
        ((5, 6), [5, 6]),
        ((6, 6), [6]),
    ],
)
def test_what_is_close_to_a_quote(tmp_path: Path, changes: Sequence[int], found: list[int]) -> None:
    texts = {f"{n}": f"note {n} of the pilot: {CHANGED[each]} . end {n}" for n, each in enumerate(changes)}
    assert [each.changed for each in finder(tmp_path, texts).near(piece(TEN))] == found


def test_the_place_with_the_most_words_comes_before_the_one_with_the_rarest(tmp_path: Path) -> None:
    common = [f"boats carried ay{n} by{n} cy{n} carried salt dy{n} ey{n} fy{n} red boats" for n in range(12)]
    texts = {
        "rare": "gulls and river in spring over reeds",
        "more": "now red boats carried salt under white sails",
        "common": " gy hy iy jy ky ".join(common),
    }
    looking = finder(tmp_path, texts)
    words = piece("red boats carried salt to river in spring")
    assert [region.place.document for region in looking.regions(words.tokens.hashes)][:2] == ["rare", "more"]
    assert [each.document for each in looking.near(words, 1)] == ["more", "rare"][:1]


def test_style_is_no_distance(tmp_path: Path) -> None:
    """What the hashes tell apart may be the same words, and comes first."""
    texts = {
        "one word": "so we do not sail to the old mill on Monday at all",
        "style": "so we don’t sail to the old mill on Tuesday at all",
    }
    looking = finder(tmp_path, texts)
    near = looking.near(piece("we do not sail to the old mill on Tuesday"))
    assert [(each.document, each.changed) for each in near] == [("style", 0), ("one word", 1)]


def test_other_places_have_the_longest_stretch(tmp_path: Path) -> None:
    texts = {
        "a": "so red boats carried salt up the wide river in late spring",
        "b": "so red boats carried salt up the wide stream in late autumn",
        "c": "so two boats carried salt up the wide river in late spring",
    }
    looking = finder(tmp_path, texts)

    def others(quoted: str) -> list[str]:
        place = looking.index.whole("a")
        assert place is not None
        passage = looking.passage(piece(quoted), place)
        assert passage.changed == 1
        return [each.document for each in looking.alike(passage, 9)]

    assert others("red boats carried salt up the wide stream in late spring") == ["a", "b"]
    assert others("two boats carried salt up the wide river in late spring") == ["a", "c"]
    # which is all of it but one word, or half
    assert others("red boats carried salt up the wide river in late autumn") == ["a"]
    assert others("red boats carried coal up the wide river in late spring") == ["a"]


@pytest.mark.parametrize(
    ("quoted", "span", "found"),
    [
        # six words in ten
        ("the old miller sold bread", "the old miller of the lower village", "the old miller of the"),
        ("the old baker sold bread", "the old miller of the lower village", None),
        # two words are the fewest of which one may be another
        ("monks", "grain to the monks", "monks"),
        ("nuns", "grain to the monks", None),
        ("the monks", "the monks", "the monks"),
        ("the monks", "monks before the", None),
        ("all his grain", "his grain", None),
    ],
)
def test_the_closest_within_a_span(three: Finder, quoted: str, span: str, found: str | None) -> None:
    start = FIRST.index(span)
    looked = list(three.within(piece(quoted), "first", Span(start, start + len(span))))
    assert [each.span.of(FIRST) for each in looked] == ([found] if found else [])


def test_a_text_that_the_index_does_not_have_has_no_places(three: Finder) -> None:
    assert list(three.within(piece("the monks"), "unknown", Span(0, 9))) == []
    assert three.exact_in(piece("the monks"), "unknown") is None


HEAD = "Talk of May   Page 7"


@pytest.mark.parametrize("before", ["", "so then "])
@pytest.mark.parametrize("after", ["", " and so on"])
def test_boilerplate_at_an_edge_is_stepped_over(tmp_path: Path, before: str, after: str) -> None:
    """The words on both sides of a page's head are one passage, also at the ends of a text."""
    text = f"{before}the old ferry {HEAD} sails no more{after}"
    hole = Span(text.index(HEAD), text.index(HEAD) + len(HEAD))
    looking = finder(tmp_path, {"a": text}, [hole])
    for span in (Span(len(before), hole.end), Span(hole.start, len(text) - len(after))):
        place = looking.index.between("a", span)
        assert place is not None
        found = looking.passage(piece("the old ferry sails no more"), place)
        assert found.exact
        assert found.span == Span(len(before), len(text) - len(after))
    # where that makes nothing better, the head is part of the passage
    whole = looking.index.whole("a")
    assert whole is not None
    across = looking.passage(piece("ferry talk of may page 7 sails"), whole)
    assert (across.exact, across.has_words_of([hole])) == (True, True)
    assert looking.passage(piece("ferry talk of may page 8 sails"), whole).changed == 1


@pytest.mark.parametrize(
    ("boilerplate", "has"),
    [
        # "now" stands for "soon": the quote does not have it
        ("soon", False),
        ("go", True),
        ("home", True),
        ("home soon", True),
        ("soon and", True),
        (" soon ", False),
        ("then", False),
        ("stay", False),
    ],
)
def test_whether_a_quote_has_words_of_others(boilerplate: str, has: bool) -> None:
    record = "then we go home soon and come back to stay"
    compared = compare(piece("we go home now and come back"), tokens(record))
    start = record.index(boilerplate)
    hole = Span(start, start + len(boilerplate))
    assert Passage("a", compared.span, compared).has_words_of([hole]) is has
    # words that are the same but for typography are all there
    just_so = Passage("a", compared.span)
    assert just_so.has_words_of([hole]) is (boilerplate not in {"then", "stay"})
    assert just_so.has_words_of([]) is False


def test_the_share_of_words_that_a_passage_has() -> None:
    assert Passage("a", Span(0, 3)).share == 1.0
    compared = compare(piece("the red boat sank"), tokens("the blue boat sank"))
    assert Passage("a", compared.span, compared).share == 0.75
