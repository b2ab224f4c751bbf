"""With how much surprise, and how many changes, a record accounts for a quote: each border on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tests.compare.looking import finder, piece
from verbale.check import candidates as ways
from verbale.check.candidates import Candidate, candidates
from verbale.check.joins import Joined
from verbale.compare import Exact, Passage, compare, take_apart
from verbale.model import Edit, Operation, Span, Wording
from verbale.store.index import Place
from verbale.text.tokens import tokens

WORDS = [f"word{number}" for number in range(30)]
ROPE = "every rope in the old tower is longer than the bridge"
SALT = "the salt of the lower harbour was sold to the monks"


class Bits:
    """Words that all carry the same bits, in a record whose places take so many to name."""

    def __init__(self, each: float, search: float, words: int = 10) -> None:
        self.each, self.search, self.alone = each, search, np.full(words, each)

    def run(self, first: int, last: int) -> float:
        return self.each * (last - first)

    def matched(self, mask: Any) -> float:
        return self.each * float(mask.sum())


def changed(count: int, words: int = 10, document: str = "a") -> Passage:
    """The passage of a quote of so many words, of which so many are others there."""
    said = [*(f"other{number}" for number in range(count)), *WORDS[count:words]]
    compared = compare(piece(" ".join(WORDS[:words])), tokens(" ".join(said)))
    assert compared.changed == count
    return Passage(document, compared.span, compared, piece(" ".join(WORDS[:words])))


def just_so(document: str, start: int = 0) -> Any:
    return SimpleNamespace(document=document, span=Span(start, start + 9))


@pytest.mark.parametrize(
    ("each", "search", "count", "words", "found"),
    [
        # ten bits at least; in a large record the bits of a place, less 4.6
        (1.0, 0.0, 0, 10, True),
        (0.99, 0.0, 0, 10, False),
        (3.541, 20.0, 0, 10, True),
        (3.539, 20.0, 0, 10, False),
        # each changed word costs eight bits
        (2.01, 0.0, 1, 10, True),
        (1.99, 0.0, 1, 10, False),
        # 72 of a hundred words
        (99.0, 0.0, 7, 25, True),
        (99.0, 0.0, 8, 25, False),
    ],
)
def test_a_passage_with_changes_has_to_surprise(
    each: float, search: float, count: int, words: int, found: bool
) -> None:
    bits: Any = Bits(each, search)
    held = ways._altered(piece(" ".join(WORDS[:words])), [changed(count, words)], bits)
    assert bool(held) is found
    for candidate in held:
        assert (candidate.wording, candidate.changed) == (Wording.ALTERED, count)
        assert candidate.bits == pytest.approx(each * (words - count) - search - 8 * count)


def test_passages_with_one_change_more_than_the_closest_are_kept() -> None:
    bits: Any = Bits(99.0, 0.0)
    near = [changed(count, 10, str(count)) for count in (2, 1, 0)]
    held = ways._altered(piece(" ".join(WORDS[:10])), near, bits)
    assert [candidate.passages[0].document for candidate in held] == ["1", "0"]
    assert ways._altered(piece(" ".join(WORDS[:10])), [], bits) == []


class OfTheDay:
    """Documents of a day, each of so many words and with one passage."""

    def __init__(self, sizes: dict[str, int], passages: dict[str, Passage]) -> None:
        self.index, self.sizes, self.passages = self, sizes, passages

    def whole(self, document: str) -> Any:
        size = self.sizes.get(document)
        return SimpleNamespace(low=100, high=100 + size) if size else None

    def inside(self, _: object, document: str) -> Passage | None:
        return self.passages.get(document)


@pytest.mark.parametrize(
    ("each", "count", "words", "found"),
    [
        # ten bits beyond the three that name one of eight words
        (1.0, 0, 13, True),
        (1.301, 0, 10, True),
        (1.299, 0, 10, False),
        (2.334, 1, 10, True),
        (2.332, 1, 10, False),
        (99.0, 7, 25, True),
        (99.0, 8, 25, False),
    ],
)
def test_few_documents_of_a_day_need_less_surprise(each: float, count: int, words: int, found: bool) -> None:
    looking: Any = OfTheDay({"a": 3, "b": 5}, {"b": changed(count, words, "b")})
    bits: Any = Bits(each, 20.0)
    held = ways._of_the_day(piece(" ".join(WORDS[:words])), looking, ["a", "b", "gone"], bits)
    assert [candidate.passages[0].document for candidate in held] == (["b"] if found else [])
    for candidate in held:
        assert (candidate.on_day, candidate.wording) == (True, Wording.ALTERED)
        assert candidate.bits == pytest.approx(each * (words - count) - 3 - 8 * count)


def test_the_closest_of_the_day_comes_first() -> None:
    looking: Any = OfTheDay({"a": 3}, {each: changed(n, 10, each) for each, n in (("a", 2), ("b", 0))})
    bits: Any = Bits(99.0, 20.0)
    held = ways._of_the_day(piece(" ".join(WORDS[:10])), looking, ["a", "b"], bits)
    assert [candidate.passages[0].document for candidate in held] == ["b", "a"]
    assert ways._of_the_day(piece("we sail"), looking, [], bits) == []


def test_the_documents_of_the_day_are_looked_through_where_nothing_else_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = finder(tmp_path, {"other": ROPE, "day": SALT.replace("sold", "given")})

    def found(*of_the_day: str) -> list[tuple[str, bool]]:
        held = candidates(take_apart(SALT), looking, lambda _, span: span, of_the_day)
        return [(candidate.passages[0].document, candidate.on_day) for candidate in held]

    assert found("day") == [("day", False)]
    monkeypatch.setattr(ways, "_in_one", lambda *_: [])
    assert found("day") == found("other", "day") == [("day", True)]
    assert found("other") == found() == []


@pytest.mark.parametrize(
    ("spans", "floors", "left_out", "cut"),
    [
        (((0, 9), (20, 29)), "same", 100, Span(9, 20)),
        (((0, 9), (20, 29)), "same", 101, None),
        (((0, 9), (9, 18)), "same", 0, Span(9, 9)),
        # out of order, in two speeches, or three of them
        (((20, 29), (0, 9)), "same", 1, None),
        (((0, 9), (20, 29)), "each its own", 1, None),
        (((0, 9), (20, 29), (40, 49)), "same", 1, None),
    ],
)
def test_what_is_left_out_without_a_mark_is_a_cut_or_a_splice(
    spans: Sequence[tuple[int, int]], floors: str, left_out: int, cut: Span | None
) -> None:
    place = SimpleNamespace(low=7, high=7 + left_out)
    looking: Any = SimpleNamespace(index=SimpleNamespace(between=lambda *_: place))
    passages = tuple(Passage("a", Span(*span)) for span in spans)
    whole = Span(0, 99)
    found = ways._unmarked(passages, 40.0, looking, lambda _, span: whole if floors == "same" else span)
    assert found.wording is (Wording.SPLICED if cut is None else Wording.ALTERED)
    assert found.cut == (None if cut is None else ("a", cut))
    assert (found.passages, found.bits) == (passages, 40.0)
    elsewhere = (passages[0], Passage("b", passages[-1].span))
    assert ways._unmarked(elsewhere, 40.0, looking, lambda *_: whole).wording is Wording.SPLICED


def in_one(words: str, near: Sequence[Passage], joined: Joined | None, each: float) -> list[Candidate]:
    """What accounts for words that stand nowhere just so, with the passages near them and what joins some."""
    looking: Any = SimpleNamespace(
        exact=lambda _: Exact(), near=lambda _: list(near), text=lambda _: " " * 999
    )
    bits: Any = Bits(each, 3.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ways, "joined", lambda *_: joined)
        return ways._in_one(take_apart(words), piece(words), looking, lambda _, span: span, bits)


def joins(changes: int) -> Joined:
    inserted = Edit(op=Operation.INSERT, quoted=" ".join(WORDS[:changes]), record="")
    passages = (Passage("b", Span(0, 9)), Passage("c", Span(0, 9)))
    return Joined(passages, (inserted,) if changes else (), 50.0)


@pytest.mark.parametrize(
    ("changes", "joined", "wording"),
    [
        # a passage with two changes is the quote's own, whatever could be joined
        (2, 0, Wording.ALTERED),
        # two more than the joined ones have are not enough, three are
        (3, 1, Wording.ALTERED),
        (3, 0, Wording.SPLICED),
        (5, 2, Wording.SPLICED),
        (5, 3, Wording.ALTERED),
        (3, None, Wording.ALTERED),
    ],
)
def test_one_passage_or_several_joined(changes: int, joined: int | None, wording: Wording) -> None:
    several = joins(joined) if joined is not None else None
    (found,) = in_one(" ".join(WORDS[:20]), [changed(changes, 20)], several, 20.0)
    assert found.wording is wording
    assert found.changed == (changes if wording is Wording.ALTERED else joined)
    assert found.inserted == (several.inserted if several and wording is Wording.SPLICED else ())


def test_where_nothing_is_near_several_may_be_joined() -> None:
    words = " ".join(WORDS[:10])
    assert [each.wording for each in in_one(words, [], joins(4), 20.0)] == [Wording.SPLICED]
    assert in_one(words, [], None, 20.0) == []


@pytest.mark.parametrize(("each", "found"), [(0.81, [pytest.approx(8.1 - 3.0)]), (0.8, [])])
def test_words_that_say_next_to_nothing_are_not_the_same_in_another_form(
    each: float, found: list[float]
) -> None:
    words = "we are going to sign it for all of you"
    compared = compare(piece(words), tokens("we’re gonna sign it for all of you"))
    held = in_one(words, [Passage("a", compared.span, compared)], None, each)
    assert [candidate.bits for candidate in held] == found
    assert {candidate.wording for candidate in held} <= {Wording.VERBATIM}


def test_what_a_quote_has_that_no_passage_has_is_changed_too() -> None:
    inserted = (Edit(op=Operation.INSERT, quoted="and so", record=""),) * 2
    found = Candidate(Wording.SPLICED, (changed(1), changed(2)), 40.0, inserted=inserted)
    assert found.changed == 7
    assert len(found.edits(lambda _: "")) == 4
    cut = Candidate(Wording.ALTERED, (Passage("a", Span(0, 2)),), 40.0, cut=("a", Span(2, 9)))
    (edit,) = cut.edits({"a": "we, too, go"}.__getitem__)
    assert (edit.op, edit.quoted, edit.record, edit.record_span) == (
        Operation.DELETE, "", "too,", Span(2, 9),
    )  # fmt: skip


def held(folder: Path, quoted: str, *texts: str) -> list[tuple[str, list[str], int]]:
    """How texts of one speech each account for a quote: the wording, the documents, the words changed."""
    named = {f"d{number}": text for number, text in enumerate(texts)}
    found = candidates(
        take_apart(quoted), finder(folder, named), lambda document, _: Span(0, len(named[document]))
    )
    return [(c.wording.value, [p.document for p in c.passages], c.changed) for c in found]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        # both in one text, with one word changed; each without a change in a text of its own is a change too
        ([f"{SALT}. So it was. {ROPE.replace('old', 'new')}", ROPE], ("altered", ["d0", "d0"], 1)),
        (
            [f"{SALT}. So it was. {ROPE.replace('old', 'new').replace('longer', 'older')}", ROPE],
            ("spliced", ["d0", "d1"], 0),
        ),
        # both in another text, but the other way round
        (
            [f"{ROPE}. So it was. {SALT}", f"{SALT}. So it was. {ROPE.replace('old', 'new')}"],
            ("spliced", ["d0", "d0"], 0),
        ),
        ([f"{ROPE}. So it was. {SALT}"], ("spliced", ["d0", "d0"], 0)),
        ([SALT, ROPE], ("spliced", ["d0", "d1"], 0)),
        # a change costs more than a text that has both
        ([f"{SALT}. So it was. {ROPE}", f"{SALT}. And then. {ROPE}"], ("elided", ["d0", "d0"], 0)),
    ],
)
def test_two_pieces_of_one_text_or_of_two(
    tmp_path: Path, texts: Sequence[str], found: tuple[str, list[str], int]
) -> None:
    assert held(tmp_path, f"{SALT} … {ROPE}", *texts)[0] == found


def test_each_text_with_the_pieces_in_order_is_told_once(tmp_path: Path) -> None:
    texts = [f"{SALT}. So it was. {ROPE}", f"{ROPE}. {SALT}", f"{SALT}. And then. {ROPE}"]
    assert held(tmp_path, f"{SALT} … {ROPE}", *texts) == [
        ("elided", ["d0", "d0"], 0),
        ("elided", ["d2", "d2"], 0),
    ]


@pytest.mark.parametrize(
    ("each", "search", "count", "found"),
    [
        # ten bits beyond a place, at eight for each change
        (1.0, 0.0, 0, True),
        (0.1, 0.0, 0, True),
        (2.0, 0.0, 1, True),
        (1.99, 0.0, 1, False),
        (4.01, 18.0, 1, True),
        (3.99, 18.0, 1, False),
    ],
)
def test_a_quote_completed_around_one_of_its_pieces(
    each: float, search: float, count: int, found: bool
) -> None:
    """A piece of five words stands just so; of the five behind it, or before it, some are others."""
    bits: Any = Bits(each, search)
    quoted = take_apart(" … ".join([" ".join(WORDS[:5])] * 2))
    anchor = Passage("a", Span(50, 60))
    index = SimpleNamespace(between=lambda *_: SimpleNamespace(low=0, high=101))
    for number, span in ((0, Span(70, 80)), (1, Span(20, 30))):
        near = replace(changed(count, 5), span=span)
        order = [near, anchor] if number else [anchor, near]
        some = [changed(3, 5), near]
        looking: Any = SimpleNamespace(within=lambda *_, some=some: some, index=index)
        held = ways._around(quoted, number, anchor, looking, lambda *_: Span(0, 99), bits)
        assert (held is not None) is found
        if held is not None:
            assert list(held.passages) == order
            assert held.bits == pytest.approx(each * (10 - count) - search - 8 * count)
            assert (held.wording, held.far) == ((Wording.ALTERED, False) if count else (Wording.ELIDED, True))
    nowhere: Any = SimpleNamespace(within=lambda *_: [])
    assert ways._around(quoted, 0, anchor, nowhere, lambda *_: Span(0, 99), bits) is None
    assert ways._around(quoted, 1, anchor, nowhere, lambda *_: Span(0, 99), bits) is None


def test_of_the_texts_with_changed_pieces_the_closest_are_told(tmp_path: Path) -> None:
    texts = [
        f"{SALT.replace('sold', 'given').replace('lower', 'upper')}. So it was. {ROPE}",
        f"{SALT.replace('sold', 'given')}. So it was. {ROPE}",
        f"{SALT.replace('monks', 'nuns')}. So it was. {ROPE}",
    ]
    found = held(tmp_path, f"{SALT} … {ROPE}", *texts)
    assert found[::2] == [("altered", ["d1", "d1"], 1), ("altered", ["d2", "d2"], 1)]


@pytest.mark.parametrize(("count", "anchors"), [(23, 23), (24, 24), (25, 24)])
def test_so_many_places_of_a_piece_are_tried(count: int, anchors: int) -> None:
    exact: Any = [just_so(str(number)) for number in range(count)]
    looking: Any = SimpleNamespace(
        near=lambda _: [changed(4, 10, "4"), changed(5, 10, "5")],
        at=lambda place: Passage(place.document, place.span),
    )
    found = ways._anchors(piece("we sail"), exact, looking)
    assert [each.document for each in found] == [str(number) for number in range(anchors)]
    # where it stands nowhere just so, the passages with six words in ten
    assert [each.document for each in ways._anchors(piece("we sail"), [], looking)] == ["4"]


class Pieces:
    """Where the pieces of a quote stand: just so, or nearly."""

    def __init__(self, near: Sequence[Passage] = (), home: Passage | None = None) -> None:
        self.close, self.home = near, home

    def at(self, place: Any) -> Passage:
        return Passage(place.document, place.span)

    def near(self, _: object, limit: int) -> list[Passage]:
        return list(self.close[:limit])

    def exact_in(self, _: object, document: str) -> Passage | None:
        return self.home if self.home and self.home.document == document else None


def apart(
    quoted: str, exact: Sequence[Sequence[Place]], worth: list[float], looking: Any, search: float
) -> Candidate | None:
    bits: Any = Bits(1.0, search)
    return ways._apart(take_apart(quoted), exact, worth, looking, bits)


@pytest.mark.parametrize(
    ("worth", "found"),
    [
        # all together may carry the bits of a place less than their places take to name, and what stands in
        # another text than the first of them has to tell its place
        ([0.0, 10.0], True),
        ([0.0, 9.9], False),
        ([10.0, 0.0], False),
        ([9.9, 10.0], True),
    ],
)
def test_pieces_apart_that_stand_just_so(worth: list[float], found: bool) -> None:
    exact: Any = [[just_so("a"), just_so("b")], [just_so("c"), just_so("d")]]
    held = apart("we sail out of it … we row to the mole", exact, worth, Pieces(), 10.0)
    assert (held is not None) is found
    if held is not None:
        assert (held.wording, held.bits, held.changed) == (Wording.SPLICED, sum(worth) - 20.0, 0)
        # each at its first place, or where the surest one stands
        assert [each.document for each in held.passages] == ["a", "c"]
        parts = [each.piece.tokens.letters for each in held.passages if each.piece]
        assert parts == [["we", "sail", "out", "of", "it"], ["we", "row", "to", "the", "mole"]]


@pytest.mark.parametrize(
    ("documents", "worth", "home"),
    [
        ([["a"], ["c"]], [20.0, 30.0], "c"),
        ([["a"], ["c"]], [30.0, 20.0], "a"),
        ([["a"], []], [20.0, 60.0], "a"),
        ([[], ["c"]], [60.0, 20.0], "c"),
    ],
)
def test_pieces_apart_are_looked_for_where_the_surest_stands(
    documents: Sequence[Sequence[str]], worth: list[float], home: str
) -> None:
    """That is the one that stands just so and carries most."""
    exact: Any = [[just_so(each) for each in some] for some in documents]
    at_home = Pieces([changed(0, 8, "near")], Passage(home, Span(40, 49)))
    quoted = " … ".join(" ".join(WORDS[n : n + 8]) for n in (0, 10))
    held = apart(quoted, exact, worth, at_home, 10.0)
    assert held is not None
    assert [each.document for each in held.passages] == [home if some else "near" for some in documents]


@pytest.mark.parametrize(
    ("words", "count", "worth", "found"),
    [
        # a quarter of a piece's words may be others, each for eight bits, and it must tell its place
        (8, 2, 26.0, True),
        (8, 2, 25.9, False),
        (8, 3, 99.0, False),
        (5, 1, 18.0, True),
        (5, 1, 17.9, False),
        (5, 0, 10.0, True),
        # fewer than five words are not known again in another text
        (4, 0, 99.0, False),
    ],
)
def test_pieces_apart_of_which_one_is_changed(words: int, count: int, worth: float, found: bool) -> None:
    exact: Any = [[just_so("a")], []]
    quoted = f"we sail out of it every day before noon … {' '.join(WORDS[:words])}"
    looking = Pieces([changed(4, 8, "far"), changed(count, words, "b")])
    held = apart(quoted, exact, [30.0, worth], looking, 10.0)
    assert (held is not None) is found
    if held is not None:
        assert [each.document for each in held.passages] == ["a", "b"]
        assert held.bits == pytest.approx(30.0 + worth - 20.0 - 8 * count)
        assert held.changed == count
    # of the two nearest
    beyond = Pieces([changed(4, 8, "far"), changed(4, 8, "far"), changed(count, words, "b")])
    assert apart(quoted, exact, [30.0, worth], beyond, 10.0) is None
