"""Reported speech has the rare words of a speech in another order, and only those are held against it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.compare import Shared, nearest_reported
from verbale.intake.adding import add
from verbale.model import Span
from verbale.store import Store, open_store

FILLING = (
    "It was so, and the day is so, and so the day will be when all of that is over, and the work for good. "
)
SALT = "The salt works burned for three nights and the quay with them. "
SPEECH = f"{FILLING * 20}{SALT}{FILLING * 20}"
OTHER = f"{FILLING * 10}The quay was never salted. {FILLING * 30}"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("salt")
    for name, text in (("one", SPEECH), ("two", OTHER)):
        (folder / f"{name}.txt").write_text(f"Remarks\n\n{text}", encoding="utf-8")
    with open_store(folder / "record") as opened:
        add(opened, [folder / "one.txt", folder / "two.txt"])
        yield opened


def whole(document: str, span: Span) -> Span:
    return Span(0, 1 << 30)


def found(
    store: Store, words: str, *, last: bool = False, exclude: str | None = None
) -> list[tuple[str, str]]:
    names = {info.id: info.name for info in store.documents()}
    documents = sorted(names, key=lambda each: names[each], reverse=last)
    out = frozenset(each for each, name in names.items() if name == exclude)
    nearest = nearest_reported(words, store.index(), documents, whole, out)
    assert nearest == sorted(nearest, key=lambda each: -each.share)
    return [(names[each.place.document], shown(store, each)) for each in nearest]


def shown(store: Store, each: Shared) -> str:
    return each.place.span.of(store.text(each.place.document))


def test_the_rare_words_in_whatever_order_and_no_more_than_they(store: Store) -> None:
    words = "that for three nights the works had burned, and its salt"
    assert found(store, words)[0] == ("one.txt", "salt works burned for three nights")
    assert found(store, words, last=True)[0] == ("one.txt", "salt works burned for three nights")


def test_words_that_are_everywhere_and_single_ones_tell_nothing(store: Store) -> None:
    assert found(store, "that it is so and that it will be so for good") == []
    assert found(store, "that the quay will be so") == []
    assert found(store, "that opera houses are made of glass") == []
    assert found(store, "") == []


def test_what_is_excluded_is_not_read(store: Store) -> None:
    words = "that for three nights the works had burned, and its salt"
    assert all(name != "one.txt" for name, _ in found(store, words, exclude="one.txt"))


def test_no_passage_goes_beyond_what_one_speaker_says(store: Store) -> None:
    (one,) = (info.id for info in store.documents() if info.name == "one.txt")
    border = store.text(one).index("for three nights")

    def floor(document: str, span: Span) -> Span:
        return Span(0, border) if span.start < border else Span(border, 1 << 30)

    words = "that for three nights the works and the quay had burned, with the salt"
    for each in nearest_reported(words, store.index(), [one], floor):
        start, end = each.place.span.start, each.place.span.end
        assert end <= border or border <= start
