"""Whose words a passage is, and the day that its text gives them to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from verbale.check.candidates import Candidate
from verbale.check.checker import Checker, _others
from verbale.check.choice import Choice, Claim, choices_of
from verbale.check.owners import dated_by_text
from verbale.compare import Passage
from verbale.model import Attribution, Basis, Dating, Document, Quotation, Role, Span, Wording
from verbale.model.owner import Owner

TEXT = "“We will stay until the bridge is open,” Ana Ruiz said on 4 March 2025. They left."
WORDS = Span(1, 39)
CUE = Span(TEXT.index("said"), TEXT.index("said") + 4)
FOURTH, PAGE = date(2025, 3, 4), date(2025, 3, 9)
REPORTED = Owner(
    speaker="Ana Ruiz", said_on=PAGE, published_on=PAGE, by_page=True, basis=Basis.ARTICLE, reported=True
)
SPOKEN = Owner(speaker="Ana Ruiz", said_on=PAGE, first_hand=True, role=Role.ANSWER, basis=Basis.TRANSCRIPT)


class Told:
    """A record of one article, whose words have this owner."""

    text = TEXT

    def __init__(self, owner: Owner, *spans: Span, holes: Sequence[Span] = ()) -> None:
        self.owned, self.spans, self.holes = owner, spans or (WORDS,), holes

    def owner(self, document: str, span: Span) -> Owner:
        return self.owned

    def owners(self, places: Sequence[tuple[str, Span]]) -> list[Owner]:
        return [self.owned for _ in places]

    def quotations(self, document: str) -> list[Quotation]:
        return [Quotation(spans=(span,), cue=CUE if span == WORDS else None) for span in self.spans]

    def document(self, document: str) -> Document:
        return Document(text=self.text, name="a.txt", sha256="0" * 64, reader="text/1", published_on=PAGE)

    def boilerplate(self, document: str) -> Sequence[Span]:
        return self.holes

    def one_person(self, one: str, other: str) -> bool:
        return one == other


def owned(owner: Owner, span: Span, *spans: Span) -> Owner:
    store: Any = Told(owner, *spans)
    return dated_by_text(store, owner, "a", span)


@pytest.mark.parametrize(
    ("span", "beside"),
    [
        (Span(1, 39), True),
        (Span(5, 20), True),
        # a passage may have a mark or a space more at either end, and no more
        (Span(0, 40), True),
        (Span(0, 41), False),
        (Span(60, 70), False),
    ],
)
def test_the_day_that_a_text_gives_a_quotation_to(span: Span, beside: bool) -> None:
    found = owned(REPORTED, span)
    assert found == (replace(REPORTED, said_on=FOURTH, by_page=False) if beside else REPORTED)
    # a speaker who quotes says when it was said before
    found = owned(SPOKEN, span)
    assert found == (replace(SPOKEN, repeated_of=FOURTH) if beside else SPOKEN)
    # only where somebody quotes or speaks
    nobody = Owner(basis=Basis.ARTICLE)
    assert owned(nobody, span) is nobody


def test_a_report_is_dated_by_what_stands_beside_its_verb_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day that may be meant is enough not to contradict a claim, and not to bear it out."""
    monkeypatch.setattr(Told, "text", TEXT.replace("said on", "said in May of"))
    assert owned(REPORTED, WORDS) == REPORTED
    monkeypatch.setattr(Told, "text", TEXT.replace("said on", "said in a letter dated"))
    assert owned(REPORTED, WORDS) == REPORTED
    assert owned(SPOKEN, WORDS) == replace(SPOKEN, repeated_of=FOURTH)


def test_the_innermost_quotation_gives_the_day() -> None:
    away = Span(TEXT.index("They"), len(TEXT))
    assert owned(REPORTED, Span(5, 9), away).said_on == PAGE
    wide = Span(0, len(TEXT))
    # the wider one is given to no day
    assert owned(REPORTED, Span(5, 9), wide).said_on == PAGE
    assert owned(REPORTED, Span(5, 9), wide, WORDS).said_on == FOURTH
    assert owned(REPORTED, Span(5, 9), WORDS, wide).said_on == FOURTH


def chosen(
    owner: Owner, quoted: str = "we stay", said_on: date | None = None, holes: Sequence[Span] = ()
) -> tuple[Owner, Dating]:
    store: Any = Told(owner, holes=holes)
    candidate = Candidate(Wording.VERBATIM, (Passage("a", Span(5, 20)),), 40.0)
    (found,) = choices_of(store, [candidate], Claim(quoted, None, said_on))
    known = Attribution.UNCLAIMED if found.owner.speaker else Attribution.UNKNOWN
    assert (found.document, found.attribution) == ("a", known)
    return found.owner, found.dating


def test_the_day_beside_a_quotation_is_asked_where_it_could_bear_out_a_claim() -> None:
    assert chosen(REPORTED, said_on=FOURTH) == (
        replace(REPORTED, said_on=FOURTH, by_page=False),
        Dating.RIGHT,
    )
    assert chosen(SPOKEN, said_on=FOURTH) == (replace(SPOKEN, repeated_of=FOURTH), Dating.UNKNOWN)
    assert chosen(SPOKEN, said_on=PAGE) == (SPOKEN, Dating.RIGHT)
    assert chosen(SPOKEN, said_on=date(2025, 3, 2))[1] is Dating.WRONG
    # not without a claim
    assert chosen(REPORTED) == (REPORTED, Dating.UNCLAIMED)


@pytest.mark.parametrize(
    ("quoted", "hole", "unbroken", "owner"),
    [
        ("we stay", Span(8, 9), False, None),
        ("we stay", Span(30, 40), False, SPOKEN),
        # in brackets it is not quoted along with the speaker's words
        ("we [all] stay", Span(8, 9), False, SPOKEN),
        ("we (all) stay", Span(8, 9), False, SPOKEN),
        ("we stay", Span(8, 9), True, replace(SPOKEN, unbroken=True)),
    ],
)
def test_a_heckle_quoted_along_is_nobodys(
    quoted: str, hole: Span, unbroken: bool, owner: Owner | None
) -> None:
    spoken = replace(SPOKEN, unbroken=unbroken)
    found, _ = chosen(spoken, quoted, holes=[hole])
    if owner is not None:
        assert found == spoken
        return
    assert found == replace(spoken, speaker=None, first_hand=False, role=None)
    # what is reported has no heckles
    assert chosen(replace(REPORTED, unbroken=False), quoted, holes=[hole])[0].speaker == "Ana Ruiz"


@pytest.mark.parametrize(("places", "shown"), [(1, 0), (12, 11), (13, 12), (14, 12)])
def test_twelve_other_places_are_shown(places: int, shown: int) -> None:
    owner = replace(SPOKEN, title="Talk of March", via="Ivo Tarn")
    choices = [
        Choice(
            Candidate(Wording.VERBATIM, (Passage(f"d{number}", Span(1, 8)),), 40.0),
            (owner,),
            Attribution.RIGHT,
            Dating.RIGHT,
        )
        for number in range(places)
    ]
    store: Any = Told(SPOKEN)
    finder: Any = SimpleNamespace(text=lambda _: TEXT)
    others = _others(store, choices, (), finder)
    assert [piece.document for piece in others] == [f"d{number}" for number in range(1, shown + 1)]
    for piece in others:
        assert (piece.title, piece.speaker, piece.said_on) == ("Talk of March", "Ana Ruiz", PAGE)
        assert (piece.via, piece.text, piece.selectors[0].exact) == ("Ivo Tarn", "We will", "We will")
    # none twice, and not the place of the quote itself
    assert len(_others(store, [*choices, *choices], (), finder)) == min(shown, 12)
    # before them where other texts have it otherwise, with their own owners and days
    otherwise = Passage("e", Span(1, 3))
    first = _others(store, choices, [otherwise], finder)[0]
    assert (first.document, first.text, first.title) == ("e", "We", None)


class Days:
    """A record of documents with a day each; it has changed when its generation has."""

    def __init__(self, *days: tuple[date | None, date | None]) -> None:
        self.days, self.generation = days, 1

    def index(self) -> Any:
        return SimpleNamespace(generation=self.generation)

    def documents(self) -> list[Any]:
        return [
            SimpleNamespace(id=f"d{number}", said_on=said_on, published_on=published_on)
            for number, (said_on, published_on) in enumerate(self.days)
        ]


def test_the_documents_of_a_day() -> None:
    days = Days((FOURTH, None), (None, FOURTH), (FOURTH, FOURTH), (PAGE, FOURTH), (None, None), (PAGE, PAGE))
    store: Any = days
    checker = Checker(store)
    assert list(checker._on(FOURTH)) == ["d0", "d1", "d2", "d3"]
    assert list(checker._on(PAGE)) == ["d3", "d5"]
    assert list(checker._on(date(2025, 1, 1))) == []
    # which are counted again when the record has changed
    days.days = ((PAGE, None),)
    assert list(checker._on(PAGE)) == ["d3", "d5"]
    days.generation = 2
    assert list(checker._on(PAGE)) == ["d0"]


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (7, [0, 1, 2, 3, 4, 5, 6]),
        (8, [0, 1, 2, 3, 4, 5, 6, 7]),
        # of more than eight those of the claimed speaker come first
        (9, [5, 0, 1, 2, 3, 4, 6, 7]),
        (10, [5, 9, 0, 1, 2, 3, 4, 6]),
    ],
)
def test_which_documents_of_the_claimed_day_are_looked_through(count: int, found: list[int]) -> None:
    store: Any = Days(*[(FOURTH, None)] * count)
    first: Any = SimpleNamespace(of_speaker={"d5", "d9"})
    looked = Checker(store)._of_the_day(Claim("words", "Ana Ruiz", FOURTH), first)
    assert list(looked) == [f"d{number}" for number in found]
    assert list(Checker(store)._of_the_day(Claim("words", "Ana Ruiz"), first)) == []
