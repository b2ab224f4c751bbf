"""Turns and quotations to statements and passages."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verbale.intake.statements import statements_of, without
from verbale.model.document import Basis, Document, Kind, Role, Section, Turn
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.parse import read
from verbale.store.passages import passages_of

TEXT = "Rovik: We stay. He said, “Go now, as ‘they’ do.” Our “hub” too. (Laughter.) Dorn: No."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def document(**changes: object) -> Document:
    values: dict[str, object] = {
        "text": TEXT,
        "name": "a.txt",
        "sha256": "ab" * 32,
        "reader": "text/1",
        "kind": Kind.TRANSCRIPT,
        "said_on": date(2025, 3, 1),
        "turns": (
            Turn(span=Span(7, at("(Laugh").start - 1), label=at("Rovik:"), speaker="Rovik"),
            Turn(span=at("(Laughter.)"), role=Role.INCIDENT),
            Turn(span=at("No."), label=at("Dorn:"), speaker="Dorn", role=Role.ANSWER, answers=0),
        ),
    }
    return Document(**(values | changes))  # type: ignore[arg-type]


RELAYED = Quotation(spans=(at("Go now, as ‘they’ do."),), cue=at("said"), mention=at("He"), turn=0)
INNER = Quotation(spans=(at("they"),), speaker="They", turn=0, parent=0)
HUB = Quotation(spans=(at("hub"),), turn=0)
SELF = Quotation(spans=(at("hub"),), speaker="Ms. Rovik", turn=0)


def statements(*quotations: Quotation, **changes: object) -> list[Statement]:
    return [found.statement for found in statements_of(document(**changes), quotations)]


def words(statement: Statement) -> str:
    return "|".join(span.of(TEXT) for span in statement.spans)


def test_a_turn_is_first_hand_but_for_what_it_relays() -> None:
    whole, relayed, inner, other = statements(RELAYED, INNER, HUB)
    assert words(whole) == "We stay. He said, “|” Our “hub” too."
    assert (whole.speaker, whole.first_hand, whole.turn, whole.said_on) == (
        "Rovik",
        True,
        0,
        date(2025, 3, 1),
    )
    assert (relayed.speaker, relayed.via, relayed.first_hand, relayed.parent) == (
        None,
        "Rovik",
        False,
        whole.id,
    )
    assert relayed.said_on is None
    assert (inner.speaker, inner.parent) == ("They", relayed.id)
    assert (other.speaker, other.role, words(other)) == ("Dorn", Role.ANSWER, "No.")


def test_ones_own_words_between_marks_stay_ones_own() -> None:
    for quotation in (HUB, SELF):
        assert words(statements(quotation)[0]) == TEXT[7 : at("(Laugh").start - 1]


def test_somebody_elses_words_put_in_ones_own_are_reported_and_ones_own() -> None:
    indirect = Quotation(
        spans=(at("We stay"),), kind=QuotationKind.INDIRECT, speaker="Dorn", cue=at("said"), turn=0
    )
    whole, reported, _ = statements(indirect)
    assert words(whole) == TEXT[7 : at("(Laugh").start - 1]
    assert (reported.speaker, reported.first_hand) == ("Dorn", False)


def test_a_report_that_holds_words_between_marks_takes_only_these_from_the_speaker() -> None:
    report = Quotation(
        spans=(at("said, “Go now, as ‘they’ do"),),
        kind=QuotationKind.INDIRECT,
        cue=at("said"),
        turn=0,
        method="marks+tagger",
    )
    whole, *_ = statements(report)
    assert "He said" in words(whole)
    assert "Go now" not in words(whole)


def test_outside_turns_every_quotation_is_reported() -> None:
    (only,) = statements(Quotation(spans=(at("We stay"),), speaker="Rovik"), turns=(), kind=Kind.BRIEF)
    assert (only.first_hand, only.basis.value, only.said_on) == (False, "digest", date(2025, 3, 1))


def test_boilerplate_is_nobodys_statement() -> None:
    (whole, _) = statements(boilerplate=(at("Our “hub” too."),))
    assert words(whole) == "We stay. He said, “Go now, as ‘they’ do.” "


def test_what_was_handed_in_is_prepared_up_to_the_next_heading() -> None:
    sitting = """
Ana Ruiz: Das Wort hat Ivo Tarn.

Ivo Tarn: Der Kai bleibt.

Zu Protokoll gegebene Rede

Ada Holm: Der Kai ist unser.

Anlage 3

Ana Ruiz: Wer ruft da?

Ivo Tarn: Ich.
"""
    found = [each.statement for each in statements_of(read(sitting.encode(), name="sitting.txt"), ())]
    assert [(each.speaker, each.basis) for each in found] == [
        ("Ana Ruiz", Basis.TRANSCRIPT),
        ("Ivo Tarn", Basis.TRANSCRIPT),
        ("Ada Holm", Basis.PREPARED),
        ("Ana Ruiz", Basis.TRANSCRIPT),
        ("Ivo Tarn", Basis.TRANSCRIPT),
    ]


def test_a_recording_has_its_own_day_or_none() -> None:
    turn = Turn(span=at("We stay."), speaker="Rovik", replayed=True)
    (none,) = statements(turns=(turn,))
    (own,) = statements(turns=(Turn(span=at("We stay."), replayed=True, said_on=date(1999, 1, 1)),))
    assert (none.said_on, none.replayed, own.said_on) == (None, True, date(1999, 1, 1))


def test_ids_are_of_the_words_and_never_twice_the_same() -> None:
    twice = [Turn(span=Span(7, 9), speaker="A"), Turn(span=Span(7, 9), speaker="B")]
    first, second = statements(turns=tuple(twice))
    assert first.id != second.id
    renamed = statements(turns=(Turn(span=Span(7, 9), speaker="Else"),))
    assert renamed[0].id == first.id


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, st.lists(SPANS, max_size=6))
def test_without_leaves_every_other_place_once(whole: Span, holes: list[Span]) -> None:
    left = without(whole, holes)
    kept = list(itertools.chain.from_iterable(range(span.start, span.end) for span in left))
    cut = {place for hole in holes for place in range(hole.start, hole.end)}
    assert kept == [place for place in range(whole.start, whole.end) if place not in cut]
    assert all(len(span) for span in left)


def test_passages_are_turns_and_what_lies_between() -> None:
    found = passages_of(document(), statements(RELAYED, INNER))
    assert [(each.span.of(TEXT), each.speaker, each.reported) for each in found] == [
        (TEXT[7 : at("(Laugh").start - 1], "Rovik", False),
        ("(Laughter.)", None, False),
        ("No.", "Dorn", False),
        ("they", "They", True),
    ]


def test_sections_begin_passages_and_boilerplate_is_none() -> None:
    text = "Photo: Agency\n\nOn grain\n\nIt grows.\n\nOn ships\n\nThey sail."
    brief = Document(
        text=text,
        name="a.txt",
        sha256="ab" * 32,
        reader="text/1",
        kind=Kind.BRIEF,
        boilerplate=(Span(0, 13),),
        sections=(
            Section(heading=Span(15, 23), span=Span(25, 34)),
            Section(heading=Span(36, 44), span=Span(46, 56)),
        ),
    )
    assert [each.span.of(text) for each in passages_of(brief, ())] == [
        "On grain\n\nIt grows.",
        "On ships\n\nThey sail.",
    ]


@given(st.text(alphabet="ab \n.", max_size=9000), st.integers(0, 9000), st.integers(0, 9000))
def test_every_word_outside_boilerplate_is_in_a_passage(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    made = Document(
        text=text,
        name="a.txt",
        sha256="ab" * 32,
        reader="text/1",
        turns=(Turn(span=Span(start, end), speaker="A"),) if end > start else (),
    )
    found = passages_of(made, ())
    covered = {place for each in found for place in range(each.span.start, each.span.end)}
    assert {place for place, letter in enumerate(text) if letter.isalnum()} <= covered
    assert sum(len(each.span) for each in found) == len(covered)
