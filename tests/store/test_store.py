"""What the record holds after texts are added, changed, removed and restored."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.made_up import interview, write_interviews
from verbale.errors import NoSuchDocument, RecordError
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.model.document import Kind
from verbale.parse import read
from verbale.store import open_store
from verbale.store.store import FolderStore

SECOND = "Question: And now?\n\nAna Rovik: Now we wait.\n\nQuestion: How long?\n\nAna Rovik: Until spring."


def changes(store: FolderStore) -> list[tuple[str, bool]]:
    return [(entry.document_id, entry.text is not None) for entry in store.changes_since(0, 1000)]


def test_a_document_comes_back_as_it_was_read(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    report = add(store, path)
    (document_id,) = report.added
    document = store.document(document_id)
    assert replace(document, document_id=None) == read(path)
    assert document.id == document_id == hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    assert store.text(document_id) == document.text
    assert store.original(document_id) == path.read_bytes()
    info = store.info(document_id)
    assert info is not None
    assert (info.name, info.kind, info.words) == (path.name, document.kind, len(document.text.split()))


def test_adding_again_changes_nothing(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 5)
    first = add(store, texts)
    generation = store.generation
    again = add(store, texts)
    assert (len(first.added), again.added, again.revised, again.refused) == (5, (), (), ())
    assert sorted(again.unchanged) == sorted(first.added)
    assert store.generation == generation == 5


def test_a_place_with_other_content_is_a_revision(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    (document_id,) = add(store, path).added
    path.write_text(SECOND, encoding="utf-8")
    report = add(store, path)
    assert (report.added, report.revised) == ((), (document_id,))
    assert store.text(document_id) == SECOND
    assert [info.id for info in store.documents()] == [document_id]
    assert store.search("treaty OR harbour OR border OR grain OR railway OR ferries OR dam").total == 0
    assert store.search("until spring").total == 1


def test_an_earlier_version_that_lies_there_again_is_current_again(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    first = path.read_text(encoding="utf-8")
    (document_id,) = add(store, path).added
    for content in (SECOND, first):
        path.write_text(content, encoding="utf-8")
        assert add(store, path).revised == (document_id,)
        assert store.text(document_id) == content
    assert store.search("letter").total > 0
    assert store.search("until spring").total == 0
    assert len({entry.version_id for entry in store.changes_since(0, 100)}) == 2


def test_a_copy_is_unchanged_and_its_edit_a_new_document(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    (document_id,) = add(store, path).added
    copy = texts / "copy.txt"
    copy.write_bytes(path.read_bytes())
    assert add(store, copy).unchanged == (document_id,)
    copy.write_text(SECOND, encoding="utf-8")
    report = add(store, copy)
    assert (len(report.added), report.revised) == (1, ())
    assert store.text(document_id) == interview(0)
    assert add(store, texts).added == ()


def test_texts_in_another_dress_are_known_to_be_the_same(store: FolderStore, texts: Path) -> None:
    plain, curly = texts / "a.txt", texts / "b.txt"
    plain.write_text('Question: Why?\n\nAna Rovik: They said "no" -- we\'ll see.\n', encoding="utf-8")
    curly.write_text("Question: Why?\n\nAna Rovik: They said “no” — we’ll  see.\n", encoding="utf-8")
    report = add(store, [plain, curly])
    assert store.same_text("0" * 64, plain.read_text(encoding="utf-8")) == set(report.added)
    assert store.same_text(hashlib.sha256(plain.read_bytes()).hexdigest(), "other") == {report.added[0]}
    assert store.same_text("0" * 64, "other") == frozenset()


def test_a_removed_document_is_marked_and_can_be_restored(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 2)
    document_id, other = add(store, texts).added
    store.remove(document_id, by="Ida", why="sent by mistake")
    assert [info.id for info in store.documents()] == [other]
    assert [info.id for info in store.documents(removed=True)] == [document_id]
    assert store.info(document_id) is None
    assert {hit.document_id for hit in store.search("letter")} == {other}
    assert changes(store) == [(document_id, False), (other, True), (document_id, False)]
    with pytest.raises(NoSuchDocument, match="was removed"):
        store.document(document_id)
    report = add(store, texts)
    assert [(refusal.name, "restore" in refusal.reason) for refusal in report.refused] == [
        ("interview-0000.txt", True)
    ]
    store.restore(document_id)
    store.restore(document_id)
    assert store.text(document_id) == interview(0)
    assert {hit.document_id for hit in store.search("letter")} == {document_id, other}
    assert changes(store)[-1] == (document_id, True)


def test_an_unknown_document_is_named(store: FolderStore) -> None:
    for act in (store.document, store.text, store.original, store.remove, store.restore, store.statements):
        with pytest.raises(NoSuchDocument, match="no document abc"):
            act("abc")
    assert store.info("abc") is None


def test_what_a_person_says_overrules_the_text_and_can_be_said_later(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    (document_id,) = add(store, path).added
    said = Overrides(outlet="Port Daily", said_on=date(2024, 1, 2), kind=Kind.TRANSCRIPT)
    assert add(store, path, overrides=said).revised == (document_id,)
    info = store.info(document_id)
    assert info is not None
    assert (info.outlet, info.said_on) == ("Port Daily", date(2024, 1, 2))
    assert add(store, path, overrides=said).unchanged == (document_id,)
    assert add(store, path).unchanged == (document_id,)
    assert store.search('outlet:"port daily" date:2024-01 letter').total > 0
    assert store.search("letter date:2025").total == 0


def test_changes_are_told_in_order_and_in_portions(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 5)
    add(store, texts)
    first = store.changes_since(0, 3)
    rest = store.changes_since(first[-1].generation, 3)
    assert [entry.generation for entry in [*first, *rest]] == [1, 2, 3, 4, 5]
    assert [entry.text for entry in [*first, *rest]] == [interview(number) for number in range(5)]


def test_statements_at_a_place_are_those_with_words_there(store: FolderStore, texts: Path) -> None:
    path = texts / "talk.txt"
    path.write_text(
        "Question: Is it over?\n\n"
        "Ana Rovik: We were patient. The envoy Pavel Dorn told us, “The door stays shut,” and we left.\n\n"
        "Question: And now?\n\nAna Rovik: Now we wait.\n",
        encoding="utf-8",
    )
    (document_id,) = add(store, path).added
    text = store.text(document_id)
    own = text.index("We were")
    (statement,) = store.statements_at(document_id, own, own + 10)
    assert (statement.speaker, statement.first_hand, statement.document) == ("Ana Rovik", True, document_id)
    inner = text.index("stays")
    (*_, relayed) = store.statements_at(document_id, inner, inner + 5)
    assert not relayed.first_hand
    assert (relayed.via, relayed.parent) == ("Ana Rovik", statement.id)
    assert all(not each.first_hand for each in store.statements_at(document_id, inner, inner + 5))
    wide = store.statements_at(document_id, 0, len(text))
    assert wide == store.statements(document_id)
    assert store.statements_at(document_id, len(text), len(text) + 5) == ()


def test_coverage_counts_the_speakers_own_documents(store: FolderStore, texts: Path) -> None:
    for day in (3, 9):
        (texts / f"{day}.txt").write_text(
            f"Interview with Ana Rovik\n\n{day} March 2025\n\nQuestion: Is day {day} good?\n\n"
            "Ana Rovik: It is.\n\nQuestion: Really?\n\nAna Rovik: Yes.\n",
            encoding="utf-8",
        )
    add(store, texts)
    coverage = store.coverage("Minister Rovik", date(2025, 3, 5))
    assert (coverage.documents, coverage.documents_of_speaker) == (2, 2)
    assert (coverage.nearest_before, coverage.nearest_after) == (date(2025, 3, 3), date(2025, 3, 9))
    assert coverage.day_loaded is False
    assert store.coverage("Pavel Dorn").documents_of_speaker == 0
    assert store.coverage(on=date(2025, 3, 9)).day_loaded is True
    assert store.coverage().words == sum(info.words for info in store.documents())


def test_speakers_are_listed_with_what_there_is_of_them(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 2)
    add(store, texts)
    (speaker,) = [each for each in store.speakers() if each.name == "Ana Rovik"]
    assert (speaker.documents, speaker.first_hand) == (2, 6)


def test_another_store_sees_what_this_one_adds(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    with open_store(store.path, create=False) as other:
        (document_id,) = add(store, path).added
        assert other.info(document_id) is not None
        path.write_text(SECOND, encoding="utf-8")
        add(store, path)
        assert other.text(document_id) == SECOND
        store.remove(document_id)
        assert other.info(document_id) is None


def test_an_old_id_leads_to_the_document_that_took_its_place(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    (document_id,) = add(store, path).added
    with store._database.write() as connection:
        connection.exec_driver_sql("INSERT INTO redirects VALUES (?, ?)", ("0123456789abcdef", document_id))
    assert store.document("0123456789abcdef").id == document_id


def test_damaged_originals_are_not_given_out(store: FolderStore, texts: Path) -> None:
    (path,) = write_interviews(texts, 1)
    (document_id,) = add(store, path).added
    (kept,) = [each for each in (store.path / "originals").rglob("*") if each.is_file()]
    kept.write_bytes(b"other")
    with pytest.raises(RecordError, match="damaged"):
        store.original(document_id)
    kept.unlink()
    with pytest.raises(RecordError, match="missing"):
        store.original(document_id)
