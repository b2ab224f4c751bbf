"""Adding many files, good and bad."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from tests.readers.hostile import HOSTILE, READABLE
from tests.store.made_up import interview, write_interviews
from verbale.intake import preparing
from verbale.intake.adding import add
from verbale.model.document import Document
from verbale.model.incoming import Prepared
from verbale.model.reports import Refusal
from verbale.parse import parse
from verbale.readers.file_names import printable
from verbale.readers.origin import Origin
from verbale.store import open_store
from verbale.store.originals import Originals
from verbale.store.store import FolderStore


@pytest.mark.parametrize("largest", [100_000, pytest.param(100_000_000, marks=pytest.mark.thorough)])
def test_hostile_files_are_refused_and_the_good_ones_go_through(
    store: FolderStore, texts: Path, largest: int
) -> None:
    made = {name: data for name, make in HOSTILE.items() if len(data := make()) <= largest}
    assert len(made) > 50
    for name, data in made.items():
        (texts / name).write_bytes(data)
    good = write_interviews(texts, 3)
    told: list[str] = []
    report = add(
        store,
        sorted(texts.iterdir()),
        progress=lambda done, total, name: told.append(f"{done}/{total} {name}"),
    )
    names = {info.name for info in store.documents()}
    assert {path.name for path in good} <= names
    assert names - {path.name for path in good} <= set(map(printable, READABLE))
    refused = {refusal.name for refusal in report.refused}
    # The same bytes under a name that fits them are a text, and then known.
    texts_made = {data for name, data in made.items() if name in READABLE}
    assert refused >= {printable(name) for name, data in made.items() if data not in texts_made}
    assert all(refusal.reason.endswith(".") and "\n" not in refusal.reason for refusal in report.refused)
    assert not [refusal for refusal in report.refused if "did not expect" in refusal.reason]
    assert len(told) == len(made) + 3
    assert told[-1].startswith(f"{len(made) + 3}/{len(made) + 3} ")


def test_an_unforeseen_fault_refuses_one_file(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_interviews(texts, 3)

    def faulty(reading: object, **given: object) -> Document:
        document = parse(reading, **given)  # type: ignore[arg-type]
        if document.name == paths[1].name:
            raise ZeroDivisionError
        return document

    monkeypatch.setattr(preparing, "parse", faulty)
    report = add(store, texts)
    assert len(report.added) == 2
    (refusal,) = report.refused
    assert refusal.name == paths[1].name
    assert "ZeroDivisionError" in refusal.reason


def test_a_fault_while_storing_undoes_one_document_only(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_interviews(texts, 3)
    prepare = preparing.prepare

    def unstorable(data: bytes, name: str, overrides: preparing.Overrides, origin: Origin | None) -> Prepared:
        made = prepare(data, name, overrides, origin)
        if name == paths[1].name:
            twice = (*made.statements, *made.statements)
            broken = made.document.turns[0]
            object.__setattr__(broken, "speaker", b"\xff".decode("latin-1") + "\ud800")
            return Prepared(document=made.document, quotations=(), statements=twice, parser=made.parser)
        return made

    monkeypatch.setattr(preparing, "prepare", unstorable)
    report = add(store, texts)
    assert (len(report.added), len(report.refused)) == (2, 1)
    assert store.generation == 2
    assert [entry.text for entry in store.changes_since(0, 10)] == [interview(0), interview(2)]
    assert store.search("letter").total == 6
    monkeypatch.undo()
    assert len(add(store, texts).added) == 1


def test_progress_tells_only_of_what_is_stored(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 40)
    seen: list[int] = []

    def look(done: int, _: int, name: str) -> None:
        with open_store(store.path, create=False) as other:
            names = {info.name for info in other.documents()}
        assert name in names
        seen.append(done)

    add(store, texts, progress=look)
    assert seen == list(range(1, 41))


def test_the_same_bytes_twice_in_one_run_are_one_document(store: FolderStore, texts: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (texts / name).write_text(interview(1), encoding="utf-8")
    report = add(store, texts)
    assert (len(report.added), report.unchanged) == (1, report.added)


def test_folders_are_walked_hidden_files_passed_over_and_links_do_not_loop(
    store: FolderStore, texts: Path
) -> None:
    write_interviews(texts / "b" / "deep", 1)
    write_interviews(texts / "a", 1, first=1)
    write_interviews(texts / ".hidden", 1, first=2)
    (texts / ".notes.txt").write_text(interview(3), encoding="utf-8")
    (texts / "a" / "up").symlink_to(texts, target_is_directory=True)
    (texts / "gone.txt").symlink_to(texts / "nowhere.txt")
    order: list[str] = []
    report = add(store, texts, progress=lambda _done, _total, name: order.append(name))
    assert order == ["gone.txt", "interview-0001.txt", "interview-0000.txt"]
    assert (len(report.added), [refusal.name for refusal in report.refused]) == (2, ["gone.txt"])


def test_patterns_lists_and_names_that_look_like_patterns(store: FolderStore, texts: Path) -> None:
    write_interviews(texts / "a", 2)
    write_interviews(texts / "b", 2, first=2)
    (texts / "talk[1].txt").write_text(interview(9), encoding="utf-8")
    assert len(add(store, str(texts / "*" / "*-000[0-2].txt")).added) == 3
    assert len(add(store, [texts / "talk[1].txt", str(texts / "**" / "*.txt")]).added) == 2
    assert len(add(store, [texts, texts / "a"]).unchanged) == 5


def test_what_is_not_there_is_told(store: FolderStore, texts: Path) -> None:
    report = add(
        store, [texts / "no.txt", str(texts / "*.pdf"), texts, "ftp://gazette.example/a.html", "a\0b"]
    )
    reasons = [refusal.reason for refusal in report.refused]
    assert [reason.split()[0] for reason in reasons[:2]] == ["There", "No"]
    assert "holds no files" in reasons[2]
    assert "address" in reasons[3]
    assert len(reasons) == 5


def test_pipes_and_sockets_are_never_waited_for(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 1)
    os.mkfifo(texts / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(texts / "socket.txt"))
        report = add(store, texts)
    assert (len(report.added), len(report.refused)) == (1, 2)


def test_names_that_are_no_text_are_taken(store: FolderStore, texts: Path) -> None:
    name = os.fsdecode(b"talk-\xff\x1b.txt")
    (texts / name).write_text(interview(1), encoding="utf-8")
    assert len(add(store, texts).added) == 1
    assert len(add(store, texts).unchanged) == 1
    (info,) = store.documents()
    assert info.name.isprintable()


def test_the_records_own_folder_is_never_added(tmp_path: Path) -> None:
    write_interviews(tmp_path, 1)
    with open_store(tmp_path / "record") as store:
        add(store, tmp_path)
        again = add(store, tmp_path)
        assert (len(again.unchanged), again.refused) == (1, ())


def test_an_empty_run_is_a_report(store: FolderStore) -> None:
    report = add(store, [])
    assert (report.added, report.refused) == ((), ())
    assert Refusal("a", "b") == Refusal("a", "b")


def test_half_written_originals_are_tidied_away(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.put([("ab" * 32, b"bytes")])
    left, fresh = tmp_path / "incoming" / "left", tmp_path / "incoming" / "fresh"
    left.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(left, (0, 0))
    originals.tidy()
    assert not left.exists()
    assert fresh.exists()
    assert originals.path("ab" * 32).read_bytes() == b"bytes"
