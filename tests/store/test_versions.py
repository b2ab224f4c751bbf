"""Versions of a document: what changed, what moved along, what was lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import NoSuchDocument, RecordError
from verbale.intake.adding import add
from verbale.model.check import Operation
from verbale.model.reports import AddReport
from verbale.model.text import Selector, Span
from verbale.store.anchoring import Haystack, Lost
from verbale.store.differences import differences
from verbale.store.store import FolderStore
from verbale.text.words import fold_word, words

FIRST = """Interview with Ana Rovik

3 March 2025

Question: Will the harbour open before the winter comes?

Ana Rovik: The harbour will open in October, and the ferries will sail again.

Question: And what of the crews who wait?

Ana Rovik: Every crew has been paid since the spring.

Question: Every one of them?

Ana Rovik: Yes.
"""
SECOND = FIRST.replace("“", '"').replace("Every crew has been paid", "Nearly every crew has been paid")


def test_the_versions_of_a_document(store: FolderStore, texts: Path) -> None:
    document, report = revise(store, texts, FIRST, SECOND)
    one, other = store.versions(document)
    assert (one.number, one.current, other.number, other.current) == (1, False, 2, True)
    assert store.version_text(one.id) == FIRST
    assert store.version_text(other.id) == SECOND == store.text(document)
    assert [old.version for old in store.superseded()] == [one.id]
    assert report.revised == (document,)


def test_what_differs_between_two_versions(store: FolderStore, texts: Path) -> None:
    document, _ = revise(store, texts, FIRST, SECOND)
    (found,) = store.diff(document, 1, 2)
    assert (found.op, found.old, found.new) == (Operation.INSERT, "", "Nearly")
    assert found.after.of(SECOND) == "Nearly"
    assert FIRST[found.before.start :].startswith("Every crew")
    assert store.diff(document, 2, 2) == ()
    with pytest.raises(RecordError, match="no version 3; it has 2"):
        store.diff(document, 1, 3)
    with pytest.raises(NoSuchDocument):
        store.diff("nothing", 1, 2)


def test_statements_of_the_older_version_are_found_again_or_told(store: FolderStore, texts: Path) -> None:
    path = texts / "interview.txt"
    path.write_text(FIRST, encoding="utf-8")
    (document,) = add(store, path).added
    older = store.statements(document)
    path.write_text(SECOND, encoding="utf-8")
    report = add(store, path)
    (orphan,) = report.orphans
    assert orphan.kind == "statement"
    assert orphan.selector.exact == "Every crew has been paid since the spring."
    assert (orphan.reason, orphan.speaker) == ("gone", "Ana Rovik")
    assert store.orphans() == report.orphans
    for statement in older:
        now = store.statement(statement.id)
        if statement.id == orphan.id:
            assert now is None
            continue
        assert now is not None
        assert [s.of(SECOND) for s in now.spans] == [s.of(FIRST) for s in statement.spans]


def test_an_orphan_that_comes_back_is_none(store: FolderStore, texts: Path) -> None:
    document, _ = revise(store, texts, FIRST, SECOND)
    assert store.orphans()
    third = FIRST.replace("before the winter comes", "before the winter")
    path = texts / "interview.txt"
    path.write_text(third, encoding="utf-8")
    add(store, path)
    assert {orphan.selector.exact for orphan in store.orphans()} == {
        "Will the harbour open before the winter comes?",
        "Nearly every crew has been paid since the spring.",
    }
    path.write_text(FIRST, encoding="utf-8")
    add(store, path)
    assert [version.current for version in store.versions(document)] == [True, False, False]
    assert "Every crew has been paid since the spring." not in {
        orphan.selector.exact for orphan in store.orphans()
    }


def test_a_decision_goes_along_with_its_words(store: FolderStore, texts: Path) -> None:
    path = texts / "interview.txt"
    path.write_text(FIRST, encoding="utf-8")
    (document,) = add(store, path).added
    kept = at(FIRST, "the ferries will sail again")
    store.mark(document, kept, "promise", by="Mo", why="a plain one")
    lost = store.mark(document, at(FIRST, "Every crew has been paid"), "claim", by="Mo")
    undone = store.mark(document, at(FIRST, "Every one of them?"), "claim", by="Mo")
    store.undo(undone, by="Mo")
    path.write_text(SECOND.replace("Every one of them?", "All of them?"), encoding="utf-8")
    report = add(store, path)
    decisions = [orphan for orphan in report.orphans if orphan.kind == "decision"]
    assert [(orphan.id, orphan.reason) for orphan in decisions] == [(lost, "gone")]
    promise, claim = store.marks(document)
    assert promise.span is not None
    assert promise.span.of(store.text(document)) == promise.exact == "the ferries will sail again"
    assert (promise.decision, promise.by, promise.why) == ("promise", "Mo", "a plain one")
    assert (claim.id, claim.span) == (lost, None)
    assert lost in {orphan.id for orphan in store.orphans()}
    store.undo(lost)
    assert lost not in {orphan.id for orphan in store.orphans()}
    with pytest.raises(RecordError, match="no decision"):
        store.undo(undone)


def test_undoing_a_removal_brings_the_document_back(store: FolderStore, texts: Path) -> None:
    (texts / "interview.txt").write_text(FIRST, encoding="utf-8")
    (document,) = add(store, texts).added
    store.remove(document, by="Mo")
    decision = store._database.rows("SELECT id FROM decisions")[0][0]
    store.undo(decision)
    assert store.text(document) == FIRST


def test_new_typography_moves_nothing() -> None:
    earlier = 'Lee: We said "no" - and that’s final.'
    later = "LEE — We said “no” – and that's final."
    found = Haystack(later).find(Selector.at(earlier, at(earlier, '"no" - and that’s final.')))
    assert isinstance(found, Span)
    assert found.of(later) == "“no” – and that's final."


def test_words_said_twice_in_the_same_company_are_ambiguous() -> None:
    text = "Q: Sure?\nLee: Yes, of course.\n" * 6
    place = at(text, "Lee: Yes, of course.\nQ", nth=2)
    assert Haystack(text).find(Selector.at(text, Span(place.start + 5, place.end - 3))) == Lost("ambiguous")


def test_a_short_answer_with_other_neighbours_is_not_the_same_answer() -> None:
    selector = Selector.at(FIRST, at(FIRST, "Yes."))
    later = "Ana Rovik: No, never in this life.\n\nQuestion: Are you sure?\n\nOlga Tarn: Yes. It is so."
    assert Haystack(later).find(selector) == Lost("gone")


WORDS = ["we", "We", "you", "say", "said", "no", "No", "yes", "the", "port", "."]
EARLIER = [*WORDS, "ferry’s", "“now”", "—", "\n"]
LATER = [*WORDS, "ferry's", '"now"', "-", "\t"]


@given(
    st.lists(st.sampled_from(EARLIER), max_size=40),
    st.lists(st.sampled_from(LATER), max_size=40),
    st.integers(0, 40),
    st.integers(1, 8),
)
def test_nothing_is_ever_anchored_to_other_words(
    earlier: list[str], later: list[str], first: int, count: int
) -> None:
    one, other = " ".join(earlier), " ".join(later)
    start = len(" ".join(earlier[:first]))
    exact = " ".join(earlier[first : first + count])
    start = min(one.find(exact, start), len(one)) if exact else 0
    selector = Selector.at(one, Span(max(start, 0), max(start, 0) + len(exact)))
    found = Haystack(other).find(selector)
    if isinstance(found, Span):
        assert folded(found.of(other)) == folded(selector.exact)
    again = Haystack(one).find(selector)
    if isinstance(again, Span):
        assert folded(again.of(one)) == folded(selector.exact)


@given(
    st.lists(st.sampled_from(["we", "you", "say", "said", "no", "yes", "the", "port"]), max_size=60),
    st.lists(st.sampled_from(["we", "you", "say", "said", "no", "yes", "the", "port"]), max_size=60),
)
def test_the_differences_lead_from_one_text_to_the_other(one: list[str], other: list[str]) -> None:
    earlier, later = " ".join(one), " ".join(other)
    found = differences(earlier, later)
    made, at_word = [], 0
    for each in found:
        made += folded(earlier[at_word : each.before.start]) + folded(each.new)
        at_word = each.before.end
        assert each.old == each.before.of(earlier)
        assert each.new == each.after.of(later)
    assert made + folded(earlier[at_word:]) == folded(later)


def folded(text: str) -> list[str]:
    found = words(text)
    return [fold_word(text[start:end]) for start, end in zip(found.starts, found.ends, strict=True)]


def at(text: str, exact: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(exact, start + 1)
    return Span(start, start + len(exact))


def revise(store: FolderStore, texts: Path, first: str, second: str) -> tuple[str, AddReport]:
    path = texts / "interview.txt"
    path.write_text(first, encoding="utf-8")
    (document,) = add(store, path).added
    path.write_text(second, encoding="utf-8")
    return document, add(store, path)
