"""Texts put into a record one by one or together, by whoever took them apart; and what it then tells."""

from __future__ import annotations

import hashlib
import pickle
from collections import Counter
from pathlib import Path

import pytest

from tests.store.made_up import interview, write_interviews
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides, prepare
from verbale.model.incoming import Action, Incoming
from verbale.model.text import Span
from verbale.store import Store
from verbale.store.store import FolderStore

TALK = """Interview with Ana Rovik

4 March 2025

Question: What did Tomas Belik say?

Ana Rovik: He said: “We shall sell the northern ferries.” I do not want that.

Question: Why?

Ana Rovik: They carry the mail.
"""


def incoming(text: str, place: str = "/a.txt") -> Incoming:
    data = text.encode()
    return Incoming(
        place=place, data=data, sha256=hashlib.sha256(data).hexdigest(), prepared=prepare(data, "a.txt")
    )


def test_what_another_process_took_apart_is_put_in_one_call_and_once(store: Store) -> None:
    text = pickle.loads(pickle.dumps(incoming(interview(0))))  # noqa: S301 (our own bytes)
    first = store.put(text)
    assert first.action is Action.ADD
    generation = store.generation
    assert store.text(first.document) == interview(0)
    assert store.index().whole(first.document) is not None
    again = store.put(text)
    assert (again.action, again.document) == (Action.KEEP, first.document)
    assert store.generation == generation == 1


def test_a_text_that_is_needed_is_asked_for(store: Store) -> None:
    text = incoming(interview(0))
    bare = Incoming(place=text.place, data=text.data, sha256=text.sha256)
    assert store.wants(text.place, text.sha256, "")
    assert store.put(bare).action is Action.PREPARE
    assert (store.generation, list(store.documents())) == (0, [])
    store.put(text)
    assert not store.wants(text.place, text.sha256, "")
    assert store.wants(text.place, text.sha256, '{"outlet": "Port Daily"}')
    assert store.put(bare).action is Action.KEEP


def test_what_changes_meanwhile_is_taken_apart_after_all(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderStore, "wants", lambda *_: False)
    assert len(add(store, write_interviews(texts, 3)).added) == 3
    assert [store.text(info.id) for info in store.documents()] == [interview(n) for n in range(3)]


def test_several_are_put_in_their_order_and_a_fault_undoes_one(store: Store) -> None:
    good, other = incoming(interview(0)), incoming(interview(1), "/b.txt")
    broken = incoming(interview(2), "/c.txt")
    assert broken.prepared is not None
    object.__setattr__(broken.prepared.document, "title", "\ud800")
    outcomes = store.put_all([good, broken, other])
    assert [each.action for each in outcomes] == [Action.ADD, Action.REFUSE, Action.ADD]
    assert outcomes[1].fault is not None
    assert [info.id for info in store.documents()] == [outcomes[0].document, outcomes[2].document]


def test_the_extent_is_what_counting_all_gives(store: Store, texts: Path) -> None:
    write_interviews(texts, 5)
    (texts / "copy.txt").write_text(interview(1) + "\n", encoding="utf-8")
    removed = add(store, texts / "interview-0000.txt").added
    add(store, texts)
    (texts / "note.txt").write_text("The ferry was late.\n", encoding="utf-8")
    add(store, texts / "note.txt", overrides=Overrides(outlet="Port Daily"))
    store.remove(removed[0])
    known = list(store.documents())
    days = [day for each in known if (day := each.said_on or each.published_on)]
    extent = store.extent()
    assert (extent.documents, extent.words) == (len(known), sum(each.words for each in known))
    assert (extent.first, extent.last) == (min(days), max(days))
    assert list(extent.kinds.items()) == Counter(each.kind for each in known).most_common()
    assert list(extent.outlets.items()) == Counter(each.outlet for each in known if each.outlet).most_common()
    assert extent.events == len(known) - 1


def test_whose_words_stand_at_a_place_of_any_version(store: Store, texts: Path) -> None:
    path = texts / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    (document,) = add(store, path).added

    def at(words: str, text: str = TALK) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    own, relayed = at("I do not want that."), at("We shall sell the northern ferries.")
    first_hand = store.owner(document, own)
    assert (first_hand.speaker, first_hand.first_hand, first_hand.relayed) == ("Ana Rovik", True, False)
    reported = store.owner(document, relayed)
    assert (reported.first_hand, reported.relayed, reported.via) == (False, True, "Ana Rovik")
    assert store.owner(document, at("Interview with")).speaker is None
    assert store.owner(document, at("What did Tomas Belik say?")).asked
    places = [(document, span) for span in (own, relayed, at("Interview with"), own, at("Tomas"))]
    with FolderStore.open(store.path) as other:
        assert other.owners([*places, ("none", own)]) == [store.owner(*p) for p in (*places, ("none", own))]
        assert other.owners([]) == []
    assert store.speech(document, own).of(TALK).startswith("He said")
    path.write_text(TALK.replace("I do not want that.", "I said no."), encoding="utf-8")
    assert add(store, path).revised == (document,)
    (older,) = store.superseded()
    assert store.owner(document, own, version=older.version) == first_hand
    assert store.owner(document, relayed, version=older.version) == reported
    store.remove(document)
    assert store.owner(document, own).speaker is None
