"""When a quote without marks is made of passages from several places: each border on both sides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.compare.looking import finder, piece
from verbale.check.joins import Joined, joined
from verbale.compare import Finder
from verbale.model import Operation
from verbale.store.index import Place, Region

ONE = [f"one{number}" for number in range(40)]
TWO = [f"two{number}" for number in range(40)]
TEXTS = {
    "first": "so it begins",
    "one": " ".join(["and", *ONE, "was", "all"]),
    "two": " ".join(["then", *TWO, "at", "last"]),
}


class Bits:
    """Words of a quote that carry so many bits each, in a record whose places take none to name."""

    def __init__(self, each: Sequence[float], unknown: int = 0) -> None:
        self.each, self.search = np.array(each), 0.0
        self.known = np.arange(len(each)) >= unknown

    def matched(self, mask: Any) -> float:
        return float(self.each[mask].sum())


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Finder:
    return finder(tmp_path_factory.mktemp("joins"), TEXTS)


def join(
    looking: Finder,
    words: Sequence[str],
    each: Sequence[float] = (),
    *,
    unknown: int = 0,
    search: float = 0.0,
) -> Joined | None:
    bits: Any = Bits(each or [20.0] * len(words), unknown)
    bits.search = search
    return joined(piece(" ".join(words)), looking, bits)


def told(looking: Finder, found: Joined | None) -> list[str]:
    return [each.span.of(looking.text(each.document)) for each in found.passages] if found else []


@pytest.mark.parametrize(
    ("one", "two", "made"),
    [
        # three words are the fewest that come from a place of their own
        (3, 3, True),
        (2, 4, False),
        (4, 2, False),
        (2, 3, False),
        (20, 3, True),
        (3, 20, True),
        (20, 2, False),
        (8, 0, False),
    ],
)
def test_each_part_has_three_words(looking: Finder, one: int, two: int, made: bool) -> None:
    found = join(looking, [*ONE[:one], *TWO[:two]])
    assert told(looking, found) == ([" ".join(ONE[:one]), " ".join(TWO[:two])] if made else [])


def test_parts_come_in_the_order_of_the_quote(looking: Finder) -> None:
    found = join(looking, [*TWO[9:15], *ONE[20:26]])
    assert told(looking, found) == [" ".join(TWO[9:15]), " ".join(ONE[20:26])]
    # from two places of one text as well
    found = join(looking, [*ONE[30:36], *ONE[0:6]])
    assert told(looking, found) == [" ".join(ONE[30:36]), " ".join(ONE[0:6])]


@pytest.mark.parametrize(("parts", "made"), [(2, True), (3, True), (4, True), (5, False)])
def test_a_quote_is_made_of_four_places_at_most(looking: Finder, parts: int, made: bool) -> None:
    pieces = [(ONE, TWO)[number % 2][number * 8 : number * 8 + 6] for number in range(parts)]
    found = join(looking, [word for each in pieces for word in each])
    assert told(looking, found) == ([" ".join(each) for each in pieces] if made else [])


@pytest.mark.parametrize(
    ("words", "unknown", "made"),
    [
        (10, 0, True),
        (10, 1, True),
        (10, 2, False),
        (9, 1, False),
        (19, 1, True),
        (20, 2, True),
        (20, 3, False),
    ],
)
def test_one_word_in_ten_may_stand_beside_none_of_its_neighbours(
    looking: Finder, words: int, unknown: int, made: bool
) -> None:
    quoted = [*ONE[: words - 4], *TWO[:4]]
    assert (join(looking, quoted, unknown=unknown) is not None) is made


@pytest.mark.parametrize(
    ("one", "between", "two", "made"),
    [
        (5, 0, 5, True),
        (5, 1, 4, True),
        (5, 1, 3, False),
        (5, 2, 3, False),
        (10, 2, 8, True),
        (10, 3, 7, False),
    ],
)
def test_one_word_in_ten_may_be_the_writers_own(
    looking: Finder, one: int, between: int, two: int, made: bool
) -> None:
    own = ["own", "words", "here"][:between]
    found = join(looking, [*ONE[:one], *own, *TWO[:two]])
    assert told(looking, found) == ([" ".join(ONE[:one]), " ".join(TWO[:two])] if made else [])
    if found and own:
        (edit,) = found.inserted
        assert (edit.op, edit.quoted, edit.record) == (Operation.INSERT, " ".join(own), "")
        assert edit.quoted_span is not None
        assert edit.quoted_span.start == len(" ".join(ONE[:one])) + 1
        assert len(edit.quoted_span) == len(" ".join(own))
        assert found.bits == 20.0 * (one + two) - 8.0 * between
    if found:
        assert found.changed == between


@pytest.mark.parametrize("place", [0, 20])
def test_words_of_the_writer_may_stand_at_either_end(looking: Finder, place: int) -> None:
    quoted = [*ONE[:10], *TWO[:10]]
    quoted.insert(place, "own")
    found = join(looking, quoted)
    assert told(looking, found) == [" ".join(ONE[:10]), " ".join(TWO[:10])]
    assert found is not None
    assert [edit.quoted for edit in found.inserted] == ["own"]


def spread_over(one: int, bits_of_one: float, two: int, bits_of_two: float) -> list[float]:
    return [bits_of_one / one] * one + [bits_of_two / two] * two


@pytest.mark.parametrize(
    ("one", "bits_of_one", "bits_of_two", "made"),
    [
        # five bits beyond naming its place; six bits less for a part of five words that stands word for word
        (4, 15.0, 60.0, True),
        (4, 14.99, 60.0, False),
        (5, 4.01, 60.0, True),
        (5, 3.99, 60.0, False),
        # both together thirty
        (5, 20.01, 30.0, True),
        (5, 19.99, 30.0, False),
        (4, 20.0, 30.0, True),
        (4, 19.99, 30.0, False),
    ],
)
def test_how_much_each_part_has_to_carry(
    looking: Finder, one: int, bits_of_one: float, bits_of_two: float, made: bool
) -> None:
    """In a record whose places take ten bits to name."""
    each = spread_over(one, bits_of_one, 6, bits_of_two)
    found = join(looking, [*ONE[:one], *TWO[:6]], each, search=10.0)
    assert (found is not None) is made
    if found:
        assert found.bits == pytest.approx(bits_of_one + bits_of_two - 20.0)
    # the other part too
    found = join(looking, [*TWO[:6], *ONE[:one]], each[::-1], search=10.0)
    assert (found is not None) is made


@pytest.mark.parametrize(("bits", "made"), [(15.01, True), (14.99, False)])
def test_where_a_word_is_changed_each_part_has_to_tell_its_place(
    looking: Finder, bits: float, made: bool
) -> None:
    each = [*spread_over(5, bits, 6, 90.0)[:5], 0.0, *spread_over(5, bits, 6, 90.0)[5:]]
    assert (join(looking, [*ONE[:5], "own", *TWO[:6]], each, search=10.0) is not None) is made


def only_the_first(looking: Finder, words: Sequence[str]) -> Callable[..., Any]:
    """The regions of a quote, without all but the likeliest."""
    found = looking.regions(piece(" ".join(words)).tokens.hashes)[:1]
    return lambda *_: found


@pytest.mark.parametrize("behind", [True, False])
@pytest.mark.parametrize(("rest", "made"), [(3, True), (2, False)])
def test_what_the_best_place_leaves_at_an_end_is_looked_for_alone(
    looking: Finder, monkeypatch: pytest.MonkeyPatch, behind: bool, rest: int, made: bool
) -> None:
    quoted = [*ONE[:12], *TWO[:rest]] if behind else [*TWO[:rest], *ONE[:12]]
    monkeypatch.setattr(looking, "regions", only_the_first(looking, quoted))
    both = [" ".join(ONE[:12]), " ".join(TWO[:rest])]
    assert told(looking, join(looking, quoted)) == ((both if behind else both[::-1]) if made else [])


def test_what_the_place_with_the_most_words_leaves_is_looked_for(
    looking: Finder, monkeypatch: pytest.MonkeyPatch
) -> None:
    quoted = [*ONE[:12], *TWO[:4]]
    (likeliest,) = only_the_first(looking, quoted)()
    low = likeliest.place.low + 4
    fewer = Region(Place("one", likeliest.place.segment, low, low + 5), 9.0, 0, 5)
    for regions in ([likeliest, fewer], [fewer, likeliest]):
        monkeypatch.setattr(looking, "regions", lambda *_, found=regions: found)
        assert told(looking, join(looking, quoted)) == [" ".join(ONE[:12]), " ".join(TWO[:4])]


def test_both_ends_are_looked_for(looking: Finder, monkeypatch: pytest.MonkeyPatch) -> None:
    quoted = [*TWO[:4], *ONE[:12], *TWO[20:24]]
    monkeypatch.setattr(looking, "regions", only_the_first(looking, quoted))
    expected = [" ".join(TWO[:4]), " ".join(ONE[:12]), " ".join(TWO[20:24])]
    assert told(looking, join(looking, quoted)) == expected


def test_what_stands_nowhere_is_made_of_nothing(looking: Finder) -> None:
    assert join(looking, [f"no{number}" for number in range(8)]) is None
    # nor what one place has, or has but for an end that stands nowhere
    assert join(looking, ONE[:12]) is None
    assert join(looking, [*ONE[:12], "no", "such", "words"]) is None


def test_a_word_alone_is_no_part_of_a_place(tmp_path: Path) -> None:
    """Words that a place has one by one, with others between, are nobody's passage."""
    apart = " gap ".join(TWO[:6])
    looking = finder(tmp_path / "apart", {"one": TEXTS["one"], "two": f"{apart} gap {TWO[6]} {TWO[7]}"})
    assert join(looking, [*ONE[:8], *TWO[:8]]) is None
    pairs = " gap ".join(" ".join(TWO[number : number + 2]) for number in (0, 2, 4))
    looking = finder(tmp_path / "pairs", {"one": TEXTS["one"], "two": pairs})
    assert told(looking, join(looking, [*ONE[:8], *TWO[:6]])) == [" ".join(ONE[:8]), pairs]


def test_a_bracket_stays_with_its_part(looking: Finder) -> None:
    quoted = [*ONE[:5], "[that]", *ONE[6:10], *TWO[:4], "[this]", *TWO[5:9]]
    bits: Any = Bits([20.0] * 17)
    found = joined(piece(" ".join(quoted)), looking, bits)
    assert told(looking, found) == [" ".join(ONE[:10]), " ".join(TWO[:9])]
    assert found is not None
    assert [passage.exact for passage in found.passages] == [True, True]
    assert found.changed == 0
    parts = [passage.piece for passage in found.passages]
    assert [[bracket.before for bracket in part.brackets] for part in parts if part] == [[5], [4]]
    # one between two parts may stand for words of either
    quoted = [*ONE[:10], "[that]", *TWO[:9]]
    between = joined(piece(" ".join(quoted)), looking, Bits([20.0] * 19))  # type: ignore[arg-type]
    assert between is not None
    parts = [passage.piece for passage in between.passages]
    assert [[bracket.before for bracket in part.brackets] for part in parts if part] == [[10], [0]]
