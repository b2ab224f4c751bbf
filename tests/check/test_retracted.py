"""Quotes of words that a text once had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.check.retracted import Retractions
from verbale.intake.adding import add
from verbale.model import Attribution, Basis, Check, Dating, Flag, Role, Severity, Span, Verdict, Wording
from verbale.model.holdings import Superseded
from verbale.model.owner import Owner
from verbale.store import Store, open_store
from verbale.telling.json_forms import check_as_json

OLD = "We will reopen the northern harbour in October, if the dredgers arrive in time."
NEW = "We will reopen the northern harbour in November, if the dredgers arrive in time."
SINCE = "I don’t think that the southern harbour can be saved."


@pytest.fixture
def revised(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as store:
        add(store, write(tmp_path / "files"))
        path = tmp_path / "files" / "2023-05-10-interview.md"
        text = path.read_text(encoding="utf-8")
        assert OLD in text
        path.write_text(text.replace(OLD, NEW).replace(SINCE, ""), encoding="utf-8")
        assert len(add(store, path).revised) == 1
        yield store


def test_words_of_an_older_version_are_retracted(revised: Store) -> None:
    check = Checker(revised).check(OLD, speaker="Brenn", said_on=date(2023, 5, 10))
    assert (check.verdict, check.severity, check.flags) == (
        Verdict.VERBATIM, Severity.LOOK, (Flag.RETRACTED,),
    )  # fmt: skip
    assert check.evidence is not None
    (piece,) = check.evidence.pieces
    assert (piece.text, piece.version, piece.speaker, piece.said_on) == (
        OLD.removesuffix("."), 1, "Ada Brenn", date(2023, 5, 10),
    )  # fmt: skip
    older = revised.versions(piece.document)[0]
    assert piece.spans[0].of(revised.version_text(older.id)) == piece.text
    assert check.basis is Basis.TRANSCRIPT
    assert NEW.removesuffix(".") in check.others[0].text
    assert check.edits == ()


def test_typography_does_not_hide_an_older_version(revised: Store) -> None:
    check = Checker(revised).check("“I don't think that the southern harbour can be saved”")
    assert check.flags == (Flag.RETRACTED,)
    assert check_as_json(check, lambda _: None)["evidence"][0]["version"] == 1


def test_who_said_it_still_counts(revised: Store) -> None:
    check = Checker(revised).check(OLD, speaker="Ivo Tarn")
    assert (check.verdict, check.attribution) == (Verdict.MISATTRIBUTED, Attribution.WRONG)
    assert Flag.RETRACTED in check.flags


@pytest.mark.parametrize(
    "quoted",
    [
        NEW,
        "We will reopen the northern harbour in January, if the dredgers arrive in time.",
        "the audit goes on",
        "no such words were ever said about the harbour",
    ],
)
def test_what_is_still_there_or_never_was_is_not(revised: Store, quoted: str) -> None:
    assert Flag.RETRACTED not in Checker(revised).check(quoted).flags


def test_the_checked_text_is_no_evidence_in_any_version(revised: Store) -> None:
    (document,) = (info.id for info in revised.documents() if "interview" in info.name)
    check = Checker(revised).check(OLD, exclude=frozenset((document,)))
    assert check.verdict is Verdict.NOT_FOUND


def test_an_old_version_that_comes_back_is_the_current_one(revised: Store, tmp_path: Path) -> None:
    checker = Checker(revised)
    assert checker.check(OLD).flags == (Flag.RETRACTED,)
    add(revised, write(tmp_path / "files"))
    check = checker.check(OLD)
    assert (check.verdict, check.flags) == (Verdict.VERBATIM, ())
    assert checker.check(NEW).flags == (Flag.RETRACTED,)


class Versions:
    """A record of older versions alone, each of a document of its own and by a speaker of its own."""

    def __init__(self, *texts: str, owners: Sequence[Owner] = ()) -> None:
        self.texts, self.owners = texts, owners

    def superseded(self) -> tuple[Superseded, ...]:
        return tuple(
            Superseded(document_id=f"d{number}", version=number, number=number + 3)
            for number in range(len(self.texts))
        )

    def version_text(self, version: int) -> str:
        return self.texts[version]

    def owner(self, document: str, span: Span, *, version: int) -> Owner:
        assert document == f"d{version}"
        return self.owners[version] if self.owners else Owner(basis=Basis.TRANSCRIPT, title=document)

    def one_person(self, one: str, other: str) -> bool:
        return one == other

    def holder(self, office: str, on: date) -> None:
        return None


def asked(
    quoted: str, speaker: str | None = None, said_on: date | None = None, wording: Wording = Wording.NOT_FOUND
) -> Check:
    return Check(
        quoted=quoted,
        verdict=Verdict(wording.value),
        severity=Severity.LOOK,
        wording=wording,
        attribution=Attribution.UNCLAIMED,
        dating=Dating.UNCLAIMED,
        claimed_speaker=speaker,
        claimed_on=said_on,
    )


def older(versions: Versions, check: Check, *exclude: str) -> list[tuple[str, str]]:
    """The documents and the words of older versions that answer a check."""
    store: Any = versions
    found = Retractions(store).instead_of(check, 1, frozenset(exclude))
    if found is check:
        return []
    assert found.evidence is not None
    assert (found.wording, found.score) == (Wording.VERBATIM, 1.0)
    return [(piece.document, piece.text) for piece in found.evidence.pieces]


TWO_TEXTS = ("We sail at dawn. The rope is old", "So the bell rang. We paid 117199 crowns for it.")


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("the rope is old", [("d0", "The rope is old")]),
        ("We sail at dawn", [("d0", "We sail at dawn")]),
        ("so the bell rang", [("d1", "So the bell rang")]),
        ("crowns for it", [("d1", "crowns for it")]),
        # of three words at least
        ("we sail at", [("d0", "We sail at")]),
        ("we sail", []),
        # in one version, not at the end of one and the beginning of another
        ("rope is old so the bell", []),
        ("rope is old so", []),
        ("crowns for it now", []),
        ("old so the", []),
        # to the letter, and not only by the hash
        ("we paid 117199 crowns", [("d1", "We paid 117199 crowns")]),
        ("we paid 141166 crowns", []),
        ("we sail at noon", []),
        # whole, also where no version is as long
        (" ".join([*TWO_TEXTS, *TWO_TEXTS]), []),
        (TWO_TEXTS[0], [("d0", TWO_TEXTS[0])]),
    ],
)
def test_in_which_older_version_a_quote_stands(quoted: str, found: list[tuple[str, str]]) -> None:
    assert older(Versions(*TWO_TEXTS), asked(quoted)) == found
    assert older(Versions(), asked(quoted)) == []
    if found:
        assert older(Versions(*TWO_TEXTS), asked(quoted), found[0][0]) == []
        assert older(Versions(*TWO_TEXTS), asked(quoted), "another") == found


@pytest.mark.parametrize(
    ("wording", "answered"),
    [
        (Wording.NOT_FOUND, True),
        (Wording.ALTERED, True),
        (Wording.SPLICED, True),
        (Wording.VERBATIM, False),
        (Wording.ELIDED, False),
        (Wording.COMMON, False),
    ],
)
def test_an_older_version_answers_only_where_no_current_one_has_the_words(
    wording: Wording, answered: bool
) -> None:
    assert bool(older(Versions(*TWO_TEXTS), asked("We sail at dawn", wording=wording))) is answered


DAY = date(2025, 3, 4)
HERS = Owner(speaker="Ada", said_on=DAY, first_hand=True, role=Role.ANSWER, basis=Basis.TRANSCRIPT)


@pytest.mark.parametrize(
    ("owners", "speaker", "said_on", "best"),
    [
        # the first of those that stand equally to the claim
        ((HERS, HERS), "Ada", DAY, 0),
        ((replace(HERS, speaker="Ivo"), HERS), "Ada", DAY, 1),
        ((replace(HERS, said_on=date(2024, 1, 1)), HERS), "Ada", DAY, 1),
        # the speaker counts for more than the day, the day for more than the kind of place
        ((replace(HERS, said_on=date(2024, 1, 1)), replace(HERS, speaker="Ivo")), "Ada", DAY, 0),
        ((replace(HERS, said_on=date(2024, 1, 1)), replace(HERS, basis=Basis.DIGEST)), "Ada", DAY, 1),
        ((replace(HERS, basis=Basis.ARTICLE), HERS), "Ada", DAY, 1),
        ((replace(HERS, basis=Basis.DIGEST), replace(HERS, speaker="Ivo")), None, None, 1),
    ],
)
def test_which_of_several_older_versions_answers(
    owners: Sequence[Owner], speaker: str | None, said_on: date | None, best: int
) -> None:
    versions = Versions("We sail at dawn", "We sail at dawn", owners=owners)
    (found,) = older(versions, asked("We sail at dawn", speaker, said_on))
    assert found == (f"d{best}", "We sail at dawn")


def test_what_is_said_of_an_older_version() -> None:
    store: Any = Versions("So we sail at dawn", owners=[replace(HERS, role=Role.QUESTION, title="Talk")])
    check = Retractions(store).instead_of(asked("we sail at dawn", "Ada", DAY), 1, frozenset())
    assert (check.attribution, check.dating, check.verdict) == (
        Attribution.RIGHT, Dating.RIGHT, Verdict.VERBATIM,
    )  # fmt: skip
    assert (check.flags, check.basis, check.severity) == (
        (Flag.ASKED, Flag.RETRACTED), Basis.TRANSCRIPT, Severity.LOOK,
    )  # fmt: skip
    assert (check.speaker, check.said_on, check.via) == ("Ada", DAY, None)
    assert check.evidence is not None
    (piece,) = check.evidence.pieces
    assert (piece.version, piece.title, piece.speaker, piece.said_on) == (3, "Talk", "Ada", DAY)
    assert (piece.selectors[0].exact, piece.selectors[0].prefix) == ("we sail at dawn", "So ")
    relayed: Any = Versions("We sail at dawn", owners=[replace(HERS, first_hand=False, via="Ivo")])
    check = Retractions(relayed).instead_of(asked("we sail at dawn"), 1, frozenset())
    assert (check.flags, check.via) == ((Flag.RELAYED, Flag.RETRACTED), "Ivo")


def test_older_versions_are_read_again_when_the_record_has_changed() -> None:
    versions = Versions("We sail at dawn")
    store: Any = versions
    retractions = Retractions(store)
    check = asked("the rope is old")
    assert retractions.instead_of(check, 1, frozenset()) is check
    versions.texts = ("We sail at dawn", "The rope is old")
    assert retractions.instead_of(check, 1, frozenset()) is check
    assert retractions.instead_of(check, 2, frozenset()) is not check


def test_a_page_that_strikes_words_out_keeps_them_as_retracted(tmp_path: Path) -> None:
    story = (
        "The water board of Orland sat until midnight to hear what its engineers had found at the weir. " * 4
    )
    path = tmp_path / "weir.html"
    with open_store(tmp_path / "record") as store:
        for words in ("not", "<del>not</del> <ins>gladly</ins>"):
            line = f"“We will {words} rebuild the northern pier this winter,” said Mia Kell."
            page = f"<html lang='en'><title>The weir</title><body><p>{story}</p><p>{line}</p><p>{story}"
            path.write_text(page, encoding="utf-8")
            add(store, path)
        checker = Checker(store)
        old = checker.check("We will not rebuild the northern pier this winter", speaker="Mia Kell")
        assert (old.verdict, old.severity, old.flags) == (Verdict.VERBATIM, Severity.LOOK, (Flag.RETRACTED,))
        new = checker.check("We will gladly rebuild the northern pier this winter", speaker="Mia Kell")
        assert (new.verdict, new.flags) == (Verdict.VERBATIM, ())
