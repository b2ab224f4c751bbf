from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.check.press import BRIEFING, DIGEST
from verbale.check import Checker, check_document
from verbale.check.claimed_days import claimed_day
from verbale.intake.adding import add
from verbale.model import Check, Dating, Document, Flag, Verdict
from verbale.parse import read
from verbale.quote import quotations
from verbale.store import open_store

ARTICLE = """---
title: "The harbour that waits"
date: 2024-07-01
---

The minister has promised much. “A rope is a promise that many small threads make to each other,” Ada Brenn \
said on 1 June 2024. Her spokesman was drier. “We have considered a toll on the northern \
canal,” Ivo Tarn said.

“Nobody in this country,” Ada Brenn said, “should have to choose between a warm house and an honest trade.”

“We have never considered a toll on the northern canal,” Ada Brenn said. “This museum keeps the promise of \
four hundred years,” Brenn said on 10 May 2023.

A fisherman saw it differently. “The herring pays for all of us,” Olaf Stenner said.
"""


@pytest.fixture(scope="module")
def article() -> Document:
    return read(ARTICLE.encode(), name="draft.md")


def by_words(checker: Checker, article: Document) -> dict[str, Check]:
    return {check.quoted.split()[0]: check for check in check_document(checker, article).checks}


def test_every_quotation_is_held_against_its_own_claim(checker: Checker, article: Document) -> None:
    report = check_document(checker, article)
    assert [(c.quoted.split(",")[0][:20], c.verdict) for c in report.checks] == [
        ("A rope is a promise ", Verdict.VERBATIM),
        ("We have considered a", Verdict.ALTERED),
        ("Nobody in this count", Verdict.VERBATIM),
        ("We have never consid", Verdict.MISATTRIBUTED),
        ("This museum keeps th", Verdict.MISDATED),
        ("The herring pays for", Verdict.NOT_FOUND),
    ]


def test_claims_come_from_the_articles_own_words(checker: Checker, article: Document) -> None:
    checks = check_document(checker, article).checks
    assert (checks[0].claimed_speaker, checks[0].claimed_on) == ("Ada Brenn", date(2024, 6, 1))
    assert checks[1].claimed_on is None
    assert checks[4].claimed_on == date(2023, 5, 10)


def test_places_point_into_the_article(checker: Checker, article: Document) -> None:
    for check in check_document(checker, article).checks:
        assert check.span is not None
        assert check.span.of(article.text).startswith(check.quoted[:12])


@pytest.mark.parametrize("text", [DIGEST, DIGEST.replace("Friday", "Friday evening")])
def test_a_text_is_no_evidence_for_itself(checker: Checker, text: str) -> None:
    copy = read(text.encode(), name="2024-02-02-key-points-again.txt")
    report = check_document(checker, copy)
    assert report.checks
    assert {check.verdict for check in report.checks} == {Verdict.NOT_FOUND}


def test_an_excerpt_is_no_evidence_for_the_whole(checker: Checker) -> None:
    excerpt = (
        BRIEFING[: BRIEFING.index("Q    And what")]
        + "\n\nQ    He said “forty ships have waited outside”, yes?\n"
    )
    report = check_document(checker, read(excerpt.encode(), name="excerpt.md"))
    assert all(check.evidence is None for check in report.checks)


def test_an_article_without_quotations_has_no_checks(checker: Checker, tmp_path: Path) -> None:
    report = check_document(checker, read(b"The harbour was quiet today.", name="quiet.txt"))
    assert report.checks == ()
    assert report.record.documents == 4


def test_flags_do_not_hide_in_an_article(checker: Checker) -> None:
    text = "“We will reopen the northern harbour in October,” Ada Brenn said."
    check = check_document(checker, read(text.encode(), name="short.txt")).checks[0]
    assert (check.verdict, Flag.CUT in check.flags) == (Verdict.VERBATIM, True)


def test_two_sentences_with_one_attribution_are_held_each_by_itself(checker: Checker) -> None:
    text = (
        "“A rope is a promise that many small threads make to each other,” Ada Brenn said. "
        "“I have thought about that sentence every evening.”"
    )
    checks = check_document(checker, read(text.encode(), name="two.txt")).checks
    assert {check.verdict for check in checks} == {Verdict.VERBATIM}


@pytest.mark.parametrize(
    ("attribution", "day"),
    [
        ("Ana Ruiz said on Tuesday.", date(2025, 3, 4)),
        ("said Ana Ruiz on Tuesday.", date(2025, 3, 4)),
        ("Ana Ruiz told reporters on Wednesday.", date(2025, 3, 5)),
        ("Ana Ruiz said of the talks on Tuesday.", None),
        ("Ana Ruiz said last Tuesday.", None),
        ("Ana Ruiz said on Friday.", None),
        ("Ana Ruiz said yesterday.", None),
        ("Ana Ruiz said on 3 March, a week before the talks on Tuesday.", date(2025, 3, 3)),
    ],
)
def test_a_weekday_beside_the_cue_is_the_day_claimed(attribution: str, day: date | None) -> None:
    text = f"“We will stay until the bridge is open,” {attribution}"
    article = Document(
        text=text, name="a.txt", sha256="0" * 64, reader="text/1", published_on=date(2025, 3, 5)
    )
    assert claimed_day(article, quotations(article, tagger=False)[0]) == day
    undated = replace(article, published_on=None)
    assert claimed_day(undated, quotations(undated, tagger=False)[0]) is None


REPORTED = """Karvell rules out a toll

24 May 2025

“The canal will stay free of tolls for ten years,” Odile Karvell told reporters on Thursday. “Every crown \
of it was borrowed at home,” she told a crowd in the rain.

She had told the council in Velden on Monday: “We will not raise the barge toll before the summer of 2027.”

The mayor said that the town had waited for the bridge since the flood.
"""
SPOKEN = """Interview with Petra Sundell
5 July 2025

QUESTION: Will you sign?

PETRA SUNDELL: I said so in parliament on 2 July: “The ferry will sail every day of the week.” And Minister \
Odo Vell told me a week ago: “The harbour money is gone for good.”

QUESTION: Why?

PETRA SUNDELL: Because I said so.
"""


@pytest.mark.parametrize(
    ("quoted", "day", "dating"),
    [
        # a weekday beside the cue is the day, whatever the page's
        ("The canal will stay free of tolls for ten years", date(2025, 5, 22), Dating.RIGHT),
        ("The canal will stay free of tolls for ten years", date(2025, 5, 24), Dating.UNKNOWN),
        # an article of Saturday reports the week
        ("We will not raise the barge toll before the summer of 2027", date(2025, 5, 19), Dating.UNKNOWN),
        ("Every crown of it was borrowed at home", date(2025, 5, 18), Dating.UNKNOWN),
        ("Every crown of it was borrowed at home", date(2025, 5, 26), Dating.WRONG),
        ("Every crown of it was borrowed at home", date(2025, 3, 2), Dating.WRONG),
        # what was said before, and is only told here
        ("The ferry will sail every day of the week", date(2025, 7, 2), Dating.UNKNOWN),
        ("The ferry will sail every day of the week", date(2025, 7, 5), Dating.RIGHT),
        ("The ferry will sail every day of the week", date(2025, 7, 1), Dating.WRONG),
        ("The harbour money is gone for good", date(2025, 6, 28), Dating.UNKNOWN),
    ],
)
def test_words_that_are_reported_have_another_day_than_the_page(
    tmp_path: Path, quoted: str, day: date, dating: Dating
) -> None:
    with open_store(tmp_path / "record") as store:
        for name, text in (("report.txt", REPORTED), ("talk.txt", SPOKEN)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            add(store, [tmp_path / name])
        assert Checker(store).check(quoted, said_on=day).dating is dating
