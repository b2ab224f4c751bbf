"""The rules by which passages, owners and days stand to a claim, as tables of small cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from verbale.check import Checker
from verbale.check.candidates import Candidate
from verbale.check.choice import Choice, Claim, is_common, preference
from verbale.check.owners import attribution, dating
from verbale.check.verdict import severity_of, verdict_of
from verbale.compare.nearest import Passage
from verbale.compare.quoted import take_apart
from verbale.intake.adding import add
from verbale.model import Attribution, Basis, Dating, Flag, Role, Severity, Span, Verdict, Wording
from verbale.model.owner import Owner
from verbale.store import open_store

DAY = date(2025, 3, 4)
SPOKEN = Owner(speaker="Ada Brenn", said_on=DAY, first_hand=True, role=Role.ANSWER, basis=Basis.TRANSCRIPT)
BY_PAGE = replace(SPOKEN, by_page=True, published_on=DAY)
REPORTED = Owner(
    speaker="Ada Brenn", said_on=DAY, published_on=DAY, by_page=True, basis=Basis.ARTICLE, reported=True
)
RELAYED = replace(SPOKEN, first_hand=False, via="Ivo Tarn")


@pytest.mark.parametrize(
    ("owner", "claimed", "stands"),
    [
        (SPOKEN, None, Dating.UNCLAIMED),
        (replace(SPOKEN, said_on=None), 0, Dating.UNKNOWN),
        (SPOKEN, 0, Dating.RIGHT),
        # the day of a known event is that day, and no other
        (SPOKEN, -1, Dating.WRONG),
        (SPOKEN, 1, Dating.WRONG),
        # a page may carry the day after the event; two days after, or the day before, it may not
        (BY_PAGE, -1, Dating.RIGHT),
        (BY_PAGE, -2, Dating.WRONG),
        (BY_PAGE, 1, Dating.WRONG),
        # the page's own day beside the event's contradicts nothing, nor does the day it was said before
        (replace(SPOKEN, published_on=DAY + timedelta(3)), 3, Dating.UNKNOWN),
        (replace(SPOKEN, published_on=DAY + timedelta(3)), 2, Dating.WRONG),
        (replace(SPOKEN, repeated_of=DAY - timedelta(90)), -90, Dating.UNKNOWN),
        (replace(SPOKEN, replayed=True), -400, Dating.UNKNOWN),
        # an article tells of its week, and of no day to come
        (REPORTED, -7, Dating.UNKNOWN),
        (REPORTED, -8, Dating.WRONG),
        (REPORTED, 1, Dating.WRONG),
        # who relays words may have heard them long ago, and not later than he says so
        (RELAYED, -400, Dating.UNKNOWN),
        (RELAYED, 1, Dating.WRONG),
    ],
)
def test_how_a_day_stands_to_the_claimed_one(owner: Owner, claimed: int | None, stands: Dating) -> None:
    assert dating(owner, DAY + timedelta(claimed) if claimed is not None else None) is stands


class Names:
    """A record that knows people by their surname, and one office."""

    def one_person(self, one: str, other: str) -> bool | None:
        if {one, other} == {"Olga Tarn", "Olga Tarnova"}:
            return None
        return one.rpartition(" ")[2] == other.rpartition(" ")[2]

    def holder(self, office: str, on: date) -> str | None:
        return "Ada Brenn" if office == "the foreign minister" and on == DAY else None


@pytest.mark.parametrize(
    ("owner", "claimed", "stands"),
    [
        (SPOKEN, None, Attribution.UNCLAIMED),
        (SPOKEN, "Brenn", Attribution.RIGHT),
        (SPOKEN, "Ivo Tarn", Attribution.WRONG),
        (SPOKEN, "the foreign minister", Attribution.RIGHT),
        (replace(SPOKEN, said_on=DAY + timedelta(1)), "the foreign minister", Attribution.UNKNOWN),
        (replace(SPOKEN, speaker="Olga Tarn"), "Olga Tarnova", Attribution.UNKNOWN),
        (replace(SPOKEN, speaker="the prime minister"), "Ada Brenn", Attribution.UNKNOWN),
        # a question is nobody's answer
        (replace(SPOKEN, speaker=None, role=Role.QUESTION), "Ada Brenn", Attribution.WRONG),
        (replace(SPOKEN, speaker=None, role=Role.QUESTION), "Reporter", Attribution.UNKNOWN),
        (replace(SPOKEN, role=Role.QUESTION), "the prime minister", Attribution.WRONG),
        (replace(SPOKEN, speaker=None), "Ada Brenn", Attribution.UNKNOWN),
        # what nobody said is nobody's, whoever is named
        (replace(SPOKEN, speaker=None), None, Attribution.UNKNOWN),
        # who relays or reports words may err about whose they are
        (RELAYED, "Ivo Tarn", Attribution.UNKNOWN),
        (REPORTED, "Ivo Tarn", Attribution.UNKNOWN),
        (RELAYED, "Ada Brenn", Attribution.RIGHT),
        (REPORTED, "Ada Brenn", Attribution.RIGHT),
    ],
)
def test_how_a_speaker_stands_to_the_claimed_one(
    owner: Owner, claimed: str | None, stands: Attribution
) -> None:
    known: Any = Names()
    assert attribution(known, owner, claimed) is stands


def choice(
    owner: Owner = SPOKEN,
    stood: Attribution = Attribution.RIGHT,
    day: Dating = Dating.RIGHT,
    wording: Wording = Wording.VERBATIM,
    document: str = "a",
    bits: float = 40.0,
) -> Choice:
    return Choice(Candidate(wording, (Passage(document, Span(0, 9)),), bits), (owner,), stood, day)


def test_which_of_several_places_a_check_shows() -> None:
    """Each is preferred to the next, by what comes first in the order of a check."""
    claim = Claim("any words", "Ada Brenn", DAY)
    wrong, day = Attribution.WRONG, Dating.WRONG
    ranks = [
        choice(),
        choice(document="b"),
        choice(replace(SPOKEN, said_on=DAY + timedelta(1))),
        choice(replace(SPOKEN, said_on=DAY - timedelta(2))),
        choice(replace(SPOKEN, basis=Basis.PREPARED)),
        choice(replace(SPOKEN, replayed=True)),
        choice(replace(SPOKEN, role=Role.QUESTION)),
        choice(RELAYED),
        choice(REPORTED),
        choice(day=day),
        choice(stood=wrong),
    ]
    keys = [preference(each, claim) for each in ranks]
    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("quoted", "documents", "speakers", "common"),
    [
        # up to five words need five documents and three speakers, longer ones twenty documents
        ("thank you for your work", 5, 3, True),
        ("thank you for your work", 4, 3, False),
        ("thank you for your work", 5, 2, False),
        ("thank you for all your work", 19, 3, False),
        ("thank you for all your work", 20, 3, True),
    ],
)
def test_what_is_nobodys_own(quoted: str, documents: int, speakers: int, common: bool) -> None:
    choices = [
        choice(replace(SPOKEN, speaker=f"Speaker {n % speakers}"), Attribution.WRONG, document=str(n))
        for n in range(documents)
    ]
    found = [each.candidate for each in choices]
    assert is_common(choices, found, take_apart(quoted)) is common
    # those without a name are as many as their documents
    nameless = [
        choice(replace(SPOKEN, speaker=None), Attribution.UNKNOWN, document=c.document) for c in choices
    ]
    assert is_common(nameless, found, take_apart(quoted)) is (common or (documents, speakers) == (5, 2))
    # that a person said it on that very day is no stock phrase
    right = [choice(document="0"), *choices[1:]]
    assert not is_common(right, found, take_apart(quoted))
    # nor is a quote that the words of the record were changed for
    altered = [choice(wording=Wording.ALTERED, stood=Attribution.WRONG), *choices[1:]]
    assert not is_common(altered, found, take_apart(quoted))


@pytest.mark.parametrize(
    ("wording", "stood", "day", "verdict"),
    [
        (Wording.NOT_FOUND, Attribution.WRONG, Dating.WRONG, Verdict.NOT_FOUND),
        (Wording.COMMON, Attribution.WRONG, Dating.WRONG, Verdict.COMMON),
        (Wording.ALTERED, Attribution.WRONG, Dating.WRONG, Verdict.MISATTRIBUTED),
        (Wording.ALTERED, Attribution.RIGHT, Dating.WRONG, Verdict.ALTERED),
        (Wording.SPLICED, Attribution.UNKNOWN, Dating.WRONG, Verdict.SPLICED),
        (Wording.ELIDED, Attribution.RIGHT, Dating.WRONG, Verdict.MISDATED),
        (Wording.ELIDED, Attribution.UNKNOWN, Dating.UNKNOWN, Verdict.ELIDED),
    ],
)
def test_the_gravest_part_makes_the_verdict(
    wording: Wording, stood: Attribution, day: Dating, verdict: Verdict
) -> None:
    assert verdict_of(wording, stood, day) is verdict


RIGHT, UNCLAIMED = Attribution.RIGHT, Attribution.UNCLAIMED


@pytest.mark.parametrize(
    ("verdict", "flags", "basis", "stood", "severity"),
    [
        (Verdict.VERBATIM, (), Basis.TRANSCRIPT, RIGHT, Severity.OK),
        (Verdict.VERBATIM, (), Basis.TRANSCRIPT, UNCLAIMED, Severity.OK),
        (Verdict.VERBATIM, (), Basis.TRANSCRIPT, Attribution.UNKNOWN, Severity.LOOK),
        (Verdict.VERBATIM, (), Basis.ARTICLE, RIGHT, Severity.LOOK),
        (Verdict.VERBATIM, (), Basis.DIGEST, RIGHT, Severity.LOOK),
        (Verdict.VERBATIM, (Flag.CLEANED, Flag.REPEATED, Flag.FAR), Basis.TRANSCRIPT, RIGHT, Severity.OK),
        *(
            (Verdict.VERBATIM, (flag,), Basis.TRANSCRIPT, RIGHT, Severity.LOOK)
            for flag in (
                Flag.CUT, Flag.RELAYED, Flag.REPLAYED, Flag.ASKED, Flag.PREPARED, Flag.UNCLEAR,
                Flag.RETRACTED, Flag.DIFFERS, Flag.UNREAD, Flag.UNSURE,
            )
        ),
        (Verdict.ADAPTED, (), Basis.TRANSCRIPT, RIGHT, Severity.OK),
        (Verdict.ADAPTED, (Flag.NUMBER,), Basis.TRANSCRIPT, RIGHT, Severity.LOOK),
        (Verdict.ADAPTED, (Flag.NEGATION,), Basis.TRANSCRIPT, RIGHT, Severity.LOOK),
        (Verdict.ALTERED, (), Basis.TRANSCRIPT, RIGHT, Severity.BAD),
        (Verdict.ALTERED, (), Basis.TRANSLATION, RIGHT, Severity.LOOK),
        (Verdict.SPLICED, (), Basis.TRANSLATION, RIGHT, Severity.LOOK),
        (Verdict.MISATTRIBUTED, (), Basis.TRANSCRIPT, Attribution.WRONG, Severity.BAD),
        (Verdict.MISATTRIBUTED, (Flag.UNSURE,), Basis.TRANSCRIPT, Attribution.WRONG, Severity.LOOK),
        (Verdict.ALTERED, (Flag.UNSURE,), Basis.TRANSCRIPT, RIGHT, Severity.BAD),
        (Verdict.MISDATED, (), Basis.TRANSCRIPT, RIGHT, Severity.BAD),
        (Verdict.NOT_FOUND, (), None, UNCLAIMED, Severity.LOOK),
        (Verdict.COMMON, (), Basis.TRANSCRIPT, UNCLAIMED, Severity.LOOK),
    ],
)  # fmt: skip
def test_how_much_an_editor_should_care(
    verdict: Verdict, flags: tuple[Flag, ...], basis: Basis | None, stood: Attribution, severity: Severity
) -> None:
    assert severity_of(verdict, flags, basis, stood) is severity
    undated = severity_of(verdict, flags, basis, stood, undated=True)
    assert undated is (Severity.LOOK if severity is Severity.OK else severity)
    # whatever the words of whom nobody is known to have said them
    assert severity_of(verdict, flags, basis, stood, unread=True) is Severity.LOOK


HARBOUR = "We will reopen the northern harbour before the first ice comes down the river."
FERRIES = "The ferries go on, and every crew on them was thanked in writing by my own hand."


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    """Two speakers, on two days each."""
    folder = tmp_path_factory.mktemp("two")
    for name, speaker, day, said in (
        ("a", "Ada Brenn", "3 March 2025", HARBOUR),
        ("b", "Ivo Tarn", "3 March 2025", FERRIES),
        ("c", "Ada Brenn", "9 May 2025", FERRIES.replace("ferries", "pilots")),
    ):
        (folder / f"{name}.txt").write_text(
            f"Interview with {speaker}\n\n{day}\n\nQuestion: What now, in town {name}?\n\n"
            f"{speaker}: {said}\n\nQuestion: And then?\n\n{speaker}: Nothing more of {name} today.\n",
            encoding="utf-8",
        )
    with open_store(folder / "record") as store:
        assert len(add(store, folder).added) == 3
        yield Checker(store)


@pytest.mark.parametrize(
    ("pieces", "speaker", "day", "stood", "dated"),
    [
        # pieces of two people are a splice, whoever of them is claimed, and wherever they stand
        ((HARBOUR, FERRIES), "Ada Brenn", None, Attribution.UNKNOWN, Dating.UNCLAIMED),
        ((FERRIES, HARBOUR), "Ada Brenn", None, Attribution.UNKNOWN, Dating.UNCLAIMED),
        # pieces of two days, of which one is the claimed one, are no wrong date
        ((HARBOUR, FERRIES.replace("ferries", "pilots")), "Ada Brenn", 3, Attribution.RIGHT, Dating.RIGHT),
        ((FERRIES.replace("ferries", "pilots"), HARBOUR), "Ada Brenn", 3, Attribution.RIGHT, Dating.RIGHT),
        ((FERRIES.replace("ferries", "pilots"), HARBOUR), "Ada Brenn", 20, Attribution.RIGHT, Dating.WRONG),
    ],
)
def test_pieces_of_several_places(
    two: Checker,
    pieces: tuple[str, str],
    speaker: str,
    day: int | None,
    stood: Attribution,
    dated: Dating,
) -> None:
    for between in (" … ", " "):
        said_on = date(2025, 3, day) if day else None
        check = two.check(between.join(pieces), speaker=speaker, said_on=said_on)
        assert (check.wording, check.attribution, check.dating) == (Wording.SPLICED, stood, dated)
        assert check.severity is Severity.BAD
