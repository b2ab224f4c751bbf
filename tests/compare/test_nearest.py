"""Where the passages of a piece are looked for, and how far around."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compare.looking import finder, piece
from verbale.compare.nearest import EDGE, LOOKED_AT, Finder, Passage, _holes
from verbale.compare.wording import compare
from verbale.model import Span
from verbale.store.index import Place
from verbale.text.tokens import tokens

TEXTS = {
    "crews": "Now the crews of the lost fleet went home in the rain, and the widows of the lost fleet wept.",
    "crews again": "Then the crews of the old fleet went home in the rain, they say.",
    "number": "They paid 117199 crowns for the bell. They paid 141166 crowns for the rope.",
    "short": "the bell",
}
BROKEN = "we shall go on with the old ferry until Page 7 the new one has been paid for by the board"
HOLE = Span(BROKEN.index("Page 7"), BROKEN.index("Page 7") + 6)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    return finder(tmp_path_factory.mktemp("nearest"), TEXTS)


def said(passage: Passage | None) -> tuple[str, str] | None:
    return None if passage is None else (passage.document, passage.span.of(TEXTS[passage.document]))


def test_the_places_of_the_same_words(found: Finder) -> None:
    exact = found.exact(piece("of the lost fleet"))
    assert [place.document for place in exact.places] == ["crews", "crews"]
    assert exact.documents == 1
    # two numbers of one hash are not the same words
    exact = found.exact(piece("paid 117199 crowns"))
    assert [place.span.of(TEXTS["number"]) for place in exact.places] == ["paid 117199 crowns"]
    assert found.exact(piece("paid for the crowns")) == found.exact(piece("zebra crossing"))
    assert found.exact(piece("zebra crossing")).documents == 0


def test_where_many_places_have_the_hashes_of_a_piece_its_letters_are_still_found(tmp_path: Path) -> None:
    texts = {f"d{n:03d}": f"They paid 117199 crowns for bell {n}." for n in range(LOOKED_AT * 2)}
    texts["last"] = "They paid 141166 crowns for the rope."
    looking = finder(tmp_path, texts)
    assert [each.document for each in looking.exact(piece("paid 141166 crowns")).places] == ["last"]
    assert len(looking.exact(piece("paid 117199 crowns")).places) == LOOKED_AT


def test_the_first_place_in_one_document(found: Finder) -> None:
    passage = found.exact_in(piece("the lost fleet"), "crews")
    assert passage is not None
    assert passage.span.start == TEXTS["crews"].index("the lost fleet")
    assert found.exact_in(piece("the lost fleet"), "crews again") is None
    assert found.exact_in(piece("the lost fleet"), "nowhere") is None
    assert found.exact_in(piece("the bell and the rope"), "short") is None
    assert found.exact_in(piece("the [old] bell"), "short") is None
    assert said(found.exact_in(piece("the bell"), "short")) == ("short", "the bell")


def test_the_nearest_passages(found: Finder) -> None:
    near = found.near(piece("the crews of the lost fleet went home in the rain"))
    assert said(near[0]) == ("crews", "the crews of the lost fleet went home in the rain")
    assert [passage.changed for passage in near] == sorted(passage.changed for passage in near)
    assert [passage.changed for passage in near[:2]] == [0, 1]
    assert found.near(piece("zebra crossing")) == []


def test_the_closest_passage_of_one_document(found: Finder, tmp_path: Path) -> None:
    looked = found.inside(piece("the crews of the young fleet went home"), "crews")
    assert said(looked) == ("crews", "the crews of the lost fleet went home")
    assert found.inside(piece("the crews"), "nowhere") is None
    assert found.inside(piece("the bell rings"), "short") is None
    assert said(found.inside(piece("a bell"), "short")) == ("short", "the bell")
    # half of the words may differ and no more
    assert found.inside(piece("the crews ate fish"), "crews") is not None
    assert found.inside(piece("the zebras ate fish"), "crews") is None
    without = finder(tmp_path, TEXTS, exclude="crews")
    assert without.inside(piece("the crews of the young fleet went home"), "crews") is None
    assert without.exact(piece("of the lost fleet")).places == ()
    assert [each.document for each in without.near(piece("the crews of the lost fleet"))] == ["crews again"]


def test_a_bracket_has_room_in_a_document_looked_through(found: Finder) -> None:
    looked = found.inside(piece("Now the crews of [that old] fleet went home in the rain"), "crews")
    assert looked is not None
    assert looked.exact
    # around the longest stretch without a bracket, wherever that stands
    around = list(found.around(piece("[they say] the fleet [ever] went home in the rain")))
    assert [each.document for each in around] == ["crews", "crews again"]
    around = list(found.around(piece("the widows of the lost fleet [all] wept")))
    assert [said(each) for each in around if each.exact] == [("crews", "the widows of the lost fleet wept")]


def test_other_places_of_a_passage(found: Finder) -> None:
    words = piece("the widows of the lost fleet wept")
    first = found.near(words)[0]
    assert [said(each) for each in found.alike(first, 9)] == [("crews", "the widows of the lost fleet wept")]
    # with the same changes, and no more
    changed = found.near(piece("the crews of the young fleet went home in the rain"))[0]
    assert {each.document for each in found.alike(changed, 9)} == {"crews", "crews again"}
    exact = found.near(piece("the crews of the lost fleet went home in the rain"))[0]
    assert {each.document for each in found.alike(exact, 9)} == {"crews"}
    # words that stand just so have them everywhere
    (place, _) = found.exact(piece("of the lost fleet")).places
    just_so = Passage(place.document, place.span, piece=piece("of the lost fleet"))
    assert len(list(found.alike(just_so, 9))) == 2
    assert len(list(found.alike(just_so, 1))) == 1
    assert list(found.alike(Passage(place.document, place.span), 9)) == []
    bracketed = found.passage(piece("the [old] bell"), found.exact(piece("the bell")).places[0])
    assert list(found.alike(bracketed, 9)) == []


def test_changed_words_at_an_edge_have_their_counterparts(tmp_path: Path) -> None:
    texts = {
        "one": "so the red and blue boat of the widows went home",
        "two": "a red or blue boat of ours sank",
    }
    looking = finder(tmp_path, texts)
    words = "very grey blue boat of"
    passage = looking.near(piece(words))[0]
    assert EDGE == 2
    others = {each.document: each.span.of(texts[each.document]) for each in looking.alike(passage, 9)}
    assert others == {"one": "red and blue boat of", "two": "red or blue boat of"}


def test_places_within_a_span(found: Finder) -> None:
    text = TEXTS["crews"]

    def within(words: str, span: Span) -> list[str]:
        return [each.span.of(text) for each in found.within(piece(words), "crews", span)]

    whole = Span(0, len(text))
    assert within("of the lost fleet", whole) == ["of the lost fleet"] * 2
    assert within("of the lost fleet", Span(30, len(text))) == ["of the lost fleet"]
    assert within("of the lost fleet", Span(0, 20)) == []
    # else the closest, if it has six words in ten
    assert within("of the young fleet", whole) == ["of the lost fleet"]
    assert within("the crews ate fish", whole) == []
    assert within("zebras", whole) == []
    assert within("Now", whole) == ["Now"]
    assert within("the crews of", Span(0, 9)) == []


def test_what_stands_between_two_halves_is_no_words_of_the_speaker(tmp_path: Path) -> None:
    looking = finder(tmp_path, {"a": BROKEN}, [HOLE])
    place = looking.index.whole("a")
    assert place is not None
    across = looking.passage(piece("the old ferry until the new one has been paid for"), place)
    assert across.exact
    assert "Page 7" in across.span.of(BROKEN)
    # what is quoted of it is not the speaker's alone
    assert looking.passage(piece("the old ferry until page 7 the new one"), place).has_words_of([HOLE])
    assert not across.has_words_of([HOLE])
    assert looking.passage(piece("the old ferry until page 9 the new one"), place).changed == 1
    assert not looking.passage(piece("the old ferry"), place).has_words_of([HOLE])


@pytest.mark.parametrize(
    ("start", "end", "has"),
    [(0, 5, False), (0, 10, False), (0, 11, True), (19, 30, True), (20, 30, False), (12, 13, True)],
)
def test_whether_a_passage_has_words_of_others(start: int, end: int, has: bool) -> None:
    assert Passage("a", Span(start, end)).has_words_of([Span(10, 20), Span(40, 50)]) is has
    assert Passage("a", Span(start + 30, end + 30)).has_words_of([Span(10, 20), Span(40, 50)]) is has


def test_how_much_differs() -> None:
    same = Passage("a", Span(0, 3))
    assert (same.exact, same.changed) == (True, 0)
    compared = compare(piece("the red boat"), tokens("the blue boat"))
    other = Passage("a", Span(0, 3), compared)
    assert (other.exact, other.changed) == (False, 1)


def test_holes_near_a_span_make_room_for_more() -> None:
    holes = [Span(0, 5), Span(20, 30), Span(34, 40), Span(60, 61), Span(90, 95)]
    assert _holes(holes, Span(31, 33)) == []
    assert _holes(holes, Span(25, 33)) == holes[1:3]
    assert _holes(holes, Span(20, 45)) == holes[:5][0:4]
    assert _holes(holes, Span(5, 20)) == []
    assert _holes([Span(n, n + 1) for n in range(0, 100, 2)], Span(0, 100)) == [
        Span(n, n + 1) for n in range(0, 24, 2)
    ]


def test_a_place_is_told_by_its_words(found: Finder) -> None:
    whole = found.index.whole("crews")
    assert whole is not None
    place = Place("crews", whole.segment, whole.low + 1, whole.low + 3)
    assert said(found.passage(piece("the crews"), place)) == ("crews", "the crews")
