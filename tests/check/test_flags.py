"""What brackets, marks of omission and edges of a quote leave out: each flag on both sides of its border."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from verbale.check import context, flags
from verbale.check.candidates import Candidate
from verbale.check.choice import Choice
from verbale.compare import Passage, compare, take_apart
from verbale.model import Attribution, Basis, Dating, Edit, Operation, Role, Span, Wording
from verbale.model.owner import Owner
from verbale.text.lexicon import Lexicon, lexicons_for
from verbale.text.tokens import tokens

ENGLISH = lexicons_for("en", None, "")


def passage(quoted: str, record: str, *, round_too: bool = False) -> Passage:
    compared = compare(take_apart(quoted, round_too=round_too).pieces[0], tokens(record))
    return Passage("a", compared.span, compared)


def floors(store: Any, candidate: Candidate) -> list[Span]:
    return [store.speech(each.document, each.span) for each in candidate.passages]


def leaves_out(
    store: Any, candidate: Candidate, known: Callable[[str], tuple[Lexicon, ...]] = lambda _: ENGLISH
) -> bool:
    return flags._leaves_out(store, candidate, floors(store, candidate), known)


def is_tidied(store: Any, candidate: Candidate) -> bool:
    return flags._is_tidied(store, candidate, floors(store, candidate)[0])


@pytest.mark.parametrize(
    ("span", "shown", "room"),
    [
        (Span(40, 50), [], Span(10, 90)),
        (Span(40, 50), [Span(20, 30)], Span(30, 90)),
        (Span(40, 50), [Span(20, 30), Span(15, 18)], Span(30, 90)),
        (Span(40, 50), [Span(60, 70), Span(80, 85)], Span(10, 60)),
        (Span(40, 50), [Span(30, 40), Span(50, 60)], Span(40, 50)),
        # one that lies across leaves it as it is
        (Span(40, 50), [Span(35, 45)], Span(10, 90)),
        # a passage is never outside of its room
        (Span(5, 95), [], Span(5, 95)),
    ],
)
def test_the_room_between_the_passages_of_a_quote(span: Span, shown: list[Span], room: Span) -> None:
    assert flags._room(Span(10, 90), span, shown) == room


class Said:
    """A record of one text, that is all one speech."""

    def __init__(self, text: str) -> None:
        self.said = text

    def text(self, _: str) -> str:
        return self.said

    def speech(self, _: str, __: Span) -> Span:
        return Span(0, len(self.said))


@pytest.mark.parametrize(
    ("quoted", "record", "left_out"),
    [
        ("we sail at dawn", "Then we sail at dawn. And so on.", False),
        ("we sail at dawn", "Then we sail at dawn, if the rain stops. And so on.", True),
        # a bracket that stands for a denial
        ("we [never] sail at dawn", "Then we never sail at dawn. And so on.", True),
        ("we [all] sail at dawn", "Then we never sail at dawn. And so on.", True),
        ("we [all] sail at dawn", "Then we two sail at dawn. And so on.", False),
        # or at the end for one that follows: so many words as it has, and one more
        ("It is [ours]", "It is not ours. And so on.", True),
        ("It is [by far ours]", "It is by far not ours. And so on.", True),
        ("It is [ours]", "It is by not being ours. And so on.", True),
        ("It is [ours]", "It is by far not ours. And so on.", False),
        ("It is [ours] [at last]", "It is by far not ours. And so on.", True),
        ("It is [at last] [ours]", "It is by far not ours. And so on.", True),
        ("[It] is", "It is not ours. And so on.", False),
        ("It is [ours]", "It is. Not ours. And so on.", False),
    ],
)
def test_what_a_quote_leaves_out(quoted: str, record: str, left_out: bool) -> None:
    one = passage(quoted, record)
    store: Any = Said(record)
    candidate = Candidate(Wording.ADAPTED, (one,), 40.0)
    assert leaves_out(store, candidate) is left_out


def test_what_stands_between_two_pieces_is_left_out_by_both() -> None:
    said = "We sail at dawn, if the rain stops, and we row home at night."

    def left_out(*quoted: str) -> bool:
        found = tuple(Passage("a", Span(said.index(each), said.index(each) + len(each))) for each in quoted)
        store: Any = Said(said)
        return leaves_out(store, Candidate(Wording.ELIDED, found, 40.0))

    assert left_out("We sail at dawn", "we row home at night")
    assert not left_out("We sail at dawn", "if the rain stops", "and we row home at night")
    assert left_out("We sail at dawn")


SPOKEN = Owner(speaker="Ada Brenn", first_hand=True, role=Role.ANSWER, basis=Basis.TRANSCRIPT)
TALK = "We sail at dawn. They (inaudible) at night, if it rains. Nobody rows home."


def held(
    *words: str,
    owner: Owner = SPOKEN,
    wording: Wording = Wording.VERBATIM,
    far: bool = False,
    others: Sequence[tuple[str, int]] = (),
    unread: str = "",
) -> list[str]:
    """The flags of a quote of some words of a talk; others have it too, each with so many changes."""
    spans = [Span(TALK.index(each), TALK.index(each) + len(each)) for each in words]
    passages = tuple(Passage(f"d{number}", span) for number, span in enumerate(spans))
    choices = [
        Choice(
            Candidate(wording, passages, 40.0, far=far),
            (owner,) * len(passages),
            Attribution.UNCLAIMED,
            Dating.UNCLAIMED,
        )
    ]
    for document, changes in others:
        edit = Edit(op=Operation.INSERT, quoted=" ".join(["so"] * changes), record="")
        other = Candidate(
            wording, (Passage(document, Span(0, 2)),), 40.0, inserted=(edit,) if changes else ()
        )
        choices.append(Choice(other, (owner,), Attribution.UNCLAIMED, Dating.UNCLAIMED))
    store: Any = Said(TALK)
    languages: Any = SimpleNamespace(
        lexicons=lambda _: ENGLISH, reads=lambda document, _, __: document != unread
    )
    return [flag.value for flag in flags.flags_of(store, choices, (), " ".join(words), languages)]


def test_every_flag_of_a_quote() -> None:
    first, second, third = "We sail at dawn", "at night", "Nobody rows home"
    assert held(first) == []
    assert held(first, third, far=True) == ["far"]
    # what is left out makes only a faithful quote one that is cut
    assert held(second) == ["cut"]
    assert held(second, wording=Wording.ALTERED) == []
    assert held("rows home") == ["cut"]
    # of any of its pieces
    assert held(first, "They") == ["cut", "unclear"]
    assert held("They", first) == ["cut", "unclear"]
    assert held(first, third, unread="d0") == ["unread"]
    assert held(first, third, unread="d1") == ["unread"]
    # whose words they are
    assert held(first, owner=replace(SPOKEN, first_hand=False)) == ["relayed"]
    assert held(first, owner=replace(SPOKEN, replayed=True)) == ["replayed"]
    assert held(first, owner=replace(SPOKEN, role=Role.QUESTION)) == ["asked"]
    assert held(first, owner=replace(SPOKEN, basis=Basis.PREPARED)) == ["prepared"]
    # said in another document with as few changes
    assert held(first, others=[("d9", 0)]) == ["repeated"]
    assert held(first, others=[("d0", 0), ("d9", 1)]) == []


@pytest.mark.parametrize(
    ("quoted", "record", "tidied"),
    [
        ("we sail", "we sail at dawn", False),
        ("we do not sail", "we don’t sail at dawn", True),
        ("we do not sail", "We – we do not sail at dawn", True),
        ("we do not sail", "And we do not sail at dawn", False),
    ],
)
def test_what_a_writer_has_tidied(quoted: str, record: str, tidied: bool) -> None:
    one = passage(quoted, record)
    assert one.exact
    store: Any = Said(record)
    other = Passage("a", Span(0, len(record)))
    assert is_tidied(store, Candidate(Wording.VERBATIM, (one,), 40.0)) is tidied
    if "–" not in record:
        # any of the pieces
        assert is_tidied(store, Candidate(Wording.ELIDED, (other, one), 40.0)) is tidied


def test_the_words_of_a_piece_are_read_by_the_room_of_its_own_document() -> None:
    texts = {"a": "We sail at dawn. And so on.", "b": "If it rains, we row home."}
    store: Any = SimpleNamespace(text=texts.__getitem__, speech=lambda each, _: Span(0, len(texts[each])))
    found = (Passage("a", Span(0, 15)), Passage("b", Span(13, 24)))
    assert leaves_out(store, Candidate(Wording.SPLICED, found, 40.0))
    assert not leaves_out(
        store, Candidate(Wording.SPLICED, found, 40.0), lambda each: ENGLISH if each == "a" else ()
    )


@pytest.mark.parametrize(
    ("language", "text", "quoted", "out"),
    [
        ("en", "Some of our friends believe that time is on our side.", "time is on our side", True),
        ("en", "Our critics say the river was sold.", "the river was sold", True),
        ("en", "It would be a mistake to think that Orland wants a war.", "Orland wants a war", True),
        ("en", "Nobody in this room should expect that the pier will fall.", "the pier will fall", True),
        ("en", "I believe that time is on our side.", "time is on our side", False),
        ("en", "I’ve always said time is on our side.", "time is on our side", False),
        ("en", "As you heard, we think time is on our side.", "time is on our side", False),
        ("de", "Unsere Kritiker sagen, dass die Brücke zu ist.", "die Brücke zu ist", True),
        ("de", "Ich glaube, dass die Brücke zu ist.", "die Brücke zu ist", False),
        ("fr", "Nos alliés pensent que le pont est fermé.", "le pont est fermé", True),
        ("fr", "Je pense que le pont est fermé.", "le pont est fermé", False),
    ],
)
def test_a_clause_that_tells_of_others_is_left_out(language: str, text: str, quoted: str, out: bool) -> None:
    start = text.index(quoted)
    span = Span(start, start + len(quoted))
    assert context.leaves_out(text, span, Span(0, len(text)), lexicons_for(language, None, "")) is out
