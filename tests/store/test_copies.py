"""Copies and excerpts of one event: found, counted once, parted by a person."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.made_up import interview
from verbale.errors import NoSuchDocument
from verbale.intake.adding import add
from verbale.intake.preparing import prepare
from verbale.model.incoming import Incoming
from verbale.store import Store, open_store
from verbale.store import store as store_module
from verbale.store.sql import sqlite
from verbale.store.store import FolderStore

SHORT = interview(0, answers=2)
LONG = [interview(number, answers=12).split("\n", 4)[4] for number in range(8)]


def transcript(outlet: str, body: str, day: str = "4 March 2025") -> str:
    return f"{outlet}\n\nInterview with Ana Rovik\n\n{day}\n\n{body}"


def smudged(body: str, every: int = 60) -> str:
    choose = random.Random(7)  # noqa: S311 (the same text every time)
    words = body.split(" ")
    for at in range(every, len(words), every):
        words[at] = choose.choice(("well", "er", "perhaps"))
    return " ".join(words)


def added(store: Store, texts: Path, **files: str) -> dict[str, str]:
    ids = {}
    for name, text in files.items():
        path = texts / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        report = add(store, path)
        ids[name] = (report.added or report.revised)[0]
    return ids


def test_a_near_copy_is_linked_from_both_sides_and_is_one_event(store: Store, texts: Path) -> None:
    ids = added(
        store, texts, one=transcript("Quay Gazette", LONG[0]), two=transcript("Elm Post", smudged(LONG[0])),
        far=transcript("Elm Post", LONG[1]),
    )  # fmt: skip
    (copy,) = store.copies(ids["one"])
    assert (copy.document_id, copy.kind) == (ids["two"], "near")
    assert 0.6 <= copy.share <= 1
    assert [each.document_id for each in store.copies(ids["two"])] == [ids["one"]]
    event = store.event(ids["one"])
    assert event is not None
    assert event == store.event(ids["two"])
    assert event.documents == tuple(sorted((ids["one"], ids["two"])))
    assert (event.said_on, event.speaker) == (date(2025, 3, 4), "Ana Rovik")
    assert store.copies(ids["far"]) == ()
    assert store.event(ids["far"]) is None
    assert {each.new for each in store.compare(ids["one"], ids["two"])} >= {"Elm Post"}


@pytest.mark.parametrize("order", [("whole", "part"), ("part", "whole")])
def test_an_excerpt_is_told_from_the_whole(store: Store, texts: Path, order: tuple[str, str]) -> None:
    body = "\n".join(LONG[:4])
    given = {"whole": transcript("Gazette", body), "part": transcript("Post", LONG[1])}
    ids = added(store, texts, **{name: given[name] for name in order})
    (whole,) = store.copies(ids["part"])
    assert (whole.document_id, whole.kind) == (ids["whole"], "whole")
    (part,) = store.copies(ids["whole"])
    assert (part.document_id, part.kind) == (ids["part"], "excerpt")


def test_the_same_words_on_another_day_are_another_event(store: Store, texts: Path) -> None:
    ids = added(
        store, texts, one=transcript("Quay Gazette", LONG[0]),
        two=transcript("Elm Post", smudged(LONG[0]), "9 May 2025"),
    )  # fmt: skip
    assert store.copies(ids["one"])
    assert store.event(ids["one"]) is None


def test_shared_quotations_make_no_copy(store: Store, texts: Path) -> None:
    quotes = [f"“We will build dam number {n} and {w} the old bridge beside it,” Ana Rovik said."
              for n, w in enumerate(["close", "sell", "keep", "move", "paint"] * 3)]  # fmt: skip
    ids = added(
        store, texts,
        one="The minister spoke at the port. " + " ".join(quotes),
        two="Nobody had expected a visit that Tuesday. " + " ".join(quotes),
    )  # fmt: skip
    assert store.copies(ids["one"]) == ()


def test_a_person_parts_two_copies_and_takes_it_back(store: Store, texts: Path) -> None:
    ids = added(store, texts, one=transcript("A", LONG[0]), two=transcript("B", smudged(LONG[0])))
    before = store.copies(ids["one"]), store.event(ids["one"])
    decision = store.separate(ids["two"], ids["one"], by="Mo", why="two visits")
    assert (store.copies(ids["one"]), store.event(ids["one"]), store.event(ids["two"])) == ((), None, None)
    store.undo(decision, by="Mo")
    assert (store.copies(ids["one"]), store.event(ids["one"])) == before
    with pytest.raises(NoSuchDocument):
        store.separate(ids["one"], "nothing")


def test_a_revision_is_linked_anew_and_a_removal_unlinks(store: Store, texts: Path) -> None:
    ids = added(store, texts, one=transcript("A", LONG[0]), two=transcript("B", smudged(LONG[0])))
    added(store, texts, two=transcript("B", LONG[5]))
    assert store.copies(ids["one"]) == ()
    assert store.event(ids["one"]) is None
    added(store, texts, two=transcript("B", smudged(LONG[0])))
    assert store.copies(ids["one"])
    store.remove(ids["two"])
    assert store.copies(ids["one"]) == ()


def test_a_kill_before_linking_only_delays_it(
    store: Store, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(store_module, "link", lambda *_: None)
        ids = added(store, texts, one=transcript("A", LONG[0]), two=transcript("B", smudged(LONG[0])))
    assert store.copies(ids["one"]) == ()
    add(store, texts)
    assert store.copies(ids["one"])


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate((("one", "two", "three"), ("three", "two", "one"))):
        given = {
            "one": transcript("A", LONG[0]), "two": transcript("B", smudged(LONG[0])),
            "three": transcript("C", smudged(LONG[0], 45)),
        }  # fmt: skip
        folder = tmp_path / str(number)
        folder.mkdir()
        with open_store(folder / "record") as store:
            ids = added(store, folder, **{name: given[name] for name in order})
            found.append({name: store.event(ids[name]) for name in given})
    assert found[0] == found[1]
    assert len({event.id for event in found[0].values() if event}) == 1


def test_copies_are_several_documents_and_one_event(store: Store, texts: Path) -> None:
    texts.mkdir(exist_ok=True)
    words = interview(0, speaker="Ana Rovik", answers=9)
    (texts / "one.txt").write_text(words, encoding="utf-8")
    (texts / "two.txt").write_text(f"Elm Post\n\n{words}", encoding="utf-8")
    (texts / "other.txt").write_text(interview(1, speaker="Ana Rovik", answers=9), encoding="utf-8")
    add(store, [texts])
    (info,) = store.speakers()
    assert (info.documents, info.events) == (3, 2)
    coverage = store.coverage("Rovik")
    assert (coverage.documents_of_speaker, coverage.events_of_speaker) == (3, 2)
    assert (coverage.documents, coverage.events) == (3, 2)


def test_an_excerpt_is_linked_to_a_very_long_whole_that_comes_later(store: Store, texts: Path) -> None:
    texts.mkdir(exist_ok=True)
    choose = random.Random(11)  # noqa: S311 (the same text every time)
    syllables = ("ba", "do", "ki", "lu", "mer", "nos", "pra", "tel", "vin", "zor")
    words = ["".join(choose.choices(syllables, k=3)) for _ in range(24_000)]
    whole, excerpt = "Q: " + " ".join(words), "Q: " + " ".join(words[9_010:9_340])
    ids = added(store, texts, excerpt=transcript("Elm Post", excerpt))
    ids |= added(store, texts, whole=transcript("The Office", whole))
    (copy,) = store.copies(ids["whole"])
    assert (copy.document_id, copy.kind) == (ids["excerpt"], "excerpt")


@pytest.mark.parametrize(
    ("one", "two", "place", "place_id", "zone"),
    [
        ("Geneva", "Genève", "Geneva", "CH/Geneva", "Europe/Zurich"),
        ("Moscow", "Москва", "Moscow", "Q649", "Europe/Moscow"),
        ("Oslo", "Rome", None, None, None),
    ],
)
def test_an_event_is_where_its_copies_say(
    store: Store, texts: Path, one: str, two: str, place: str | None, place_id: str | None, zone: str | None
) -> None:
    first = transcript("Quay Gazette", LONG[0], f"{one}, 4 March 2025")
    ids = added(store, texts, one=first, two=transcript("Elm Post", smudged(LONG[0]), f"{two}, 4 March 2025"))
    assert store.document(ids["two"]).place == two
    event = store.event(ids["one"])
    assert event is not None  # places never part what the words join
    assert len(event.documents) == 2
    assert (event.place, event.place_id, event.time_zone) in {
        (place, place_id, zone),
        (two if place else None, place_id, zone),
    }


def test_a_place_alone_makes_no_event(store: Store, texts: Path) -> None:
    ids = added(
        store, texts, one=transcript("Quay Gazette", LONG[0], "Oslo, 4 March 2025"),
        two=transcript("Elm Post", LONG[1], "Oslo, 4 March 2025"),
    )  # fmt: skip
    assert store.event(ids["one"]) is None


def rows_of_copies(store: FolderStore) -> int:
    return len(store._database.rows("SELECT * FROM copies"))


def test_what_holds_of_one_text_holds_of_every_document_that_has_it(store: FolderStore, texts: Path) -> None:
    same, other = transcript("A", LONG[0]), transcript("B", smudged(LONG[0]))
    ids = added(store, texts, one=same, two=same + "\n", three=f"{same}\n\n", far=other)
    assert [(each.document_id, each.kind, each.share) for each in store.copies(ids["one"])][:2] == [
        (each, "same text", 1.0) for each in sorted((ids["two"], ids["three"]))
    ]
    shares = {each.share for name in ("one", "two", "three") for each in store.copies(ids[name])}
    assert len(shares) == 2
    assert {each.document_id for each in store.copies(ids["far"])} == {
        ids[name] for name in ("one", "two", "three")
    }
    assert {each.kind for each in store.copies(ids["far"])} == {"near"}
    event = store.event(ids["two"])
    assert event is not None
    assert event.documents == tuple(sorted(ids.values()))
    assert rows_of_copies(store) == 1


@pytest.mark.parametrize("how", ["revised", "removed"])
def test_copies_stay_linked_when_the_one_that_stood_for_them_goes(
    store: FolderStore, texts: Path, how: str
) -> None:
    same = transcript("A", LONG[0])
    ids = added(store, texts, one=same, two=same + "\n", far=transcript("B", smudged(LONG[0])))
    (pair,) = store._database.rows("SELECT document, copy_of FROM copies")
    (stood,) = set(pair) - {ids["far"]}
    name = next(name for name, id_ in ids.items() if id_ == stood)
    left = ids["two" if name == "one" else "one"]
    if how == "removed":
        store.remove(stood)
    else:
        added(store, texts, **{name: transcript("B", LONG[5])})
    assert [(each.document_id, each.kind) for each in store.copies(left)] == [(ids["far"], "near")]
    assert [each.document_id for each in store.copies(ids["far"])] == [left]
    added(store, texts, far=transcript("B", smudged(LONG[0], 50)))
    assert [each.document_id for each in store.copies(ids["far"])] == [left]
    event = store.event(left)
    assert event is not None
    assert event.documents == tuple(sorted((left, ids["far"])))


def test_a_row_of_the_same_text_of_a_record_made_before_hides_no_near_copy(
    store: FolderStore, texts: Path
) -> None:
    same = transcript("A", LONG[0])
    ids = added(store, texts, one=same, two=same + "\n")
    pair = sorted(ids.values(), reverse=True)
    with store._database.write() as connection:
        connection.exec_driver_sql("INSERT INTO copies VALUES (?, ?, 'same text', 1.0)", tuple(pair))
    assert [each.kind for each in store.copies(ids["one"])] == ["same text"]
    added(store, texts, two=transcript("B", smudged(LONG[0])))
    assert [each.kind for each in store.copies(ids["one"])] == ["near"]


def test_copies_grow_with_their_number_not_with_its_square(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(count: int) -> tuple[int, int]:
        """Steps of the database to link so many texts that are one, and the rows kept of them."""
        prepared = prepare(SHORT.encode(), "a.txt")
        given = []
        for number in range(count):
            text = SHORT + "\n" * number
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            document = replace(prepared.document, text=text, sha256=sha256)
            given.append(
                Incoming(
                    place=str(number), data=text.encode(), sha256=sha256,
                    prepared=replace(prepared, document=document),
                )
            )  # fmt: skip
        steps = [0]

        def step() -> int:
            steps[0] += 1
            return 0

        def watched(file: Path, **given: bool) -> sqlite.Reader:
            connection = connect(file, **given)
            connection.set_progress_handler(step, 100)
            return connection

        with FolderStore.open(tmp_path / f"record {count}") as store:
            ids = [outcome.document for outcome in store.put_all(given)]
            store.close()
            with monkeypatch.context() as counting:
                counting.setattr(sqlite, "connect", watched)
                store.settle()
            event = store.event(ids[0])
            assert event is not None
            assert len(event.documents) == len(store.copies(ids[1])) + 1 == count
            assert store.extent().events == 1
            return steps[0], rows_of_copies(store)

    connect = sqlite.connect
    (few, rows), (many, more_rows) = work(200), work(400)
    assert (rows, more_rows) == (0, 0)
    assert many < 2.5 * few
