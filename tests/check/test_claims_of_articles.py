"""What an article claims: the day it gives a quotation to, in every form, and what of it is held together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from verbale.check import Checker, check_document
from verbale.check.claimed_days import REACH, claimed_day, day_beside_cue, day_meant
from verbale.model import Document, Quotation, Span
from verbale.quote import quotations
from verbale.store import Store

WEDNESDAY = date(2025, 3, 5)
SAID = "“We will stay until the bridge is open,” "


def made(text: str, published_on: date | None = WEDNESDAY, language: str | None = None) -> Document:
    return Document(
        text=text,
        name="a.txt",
        sha256="0" * 64,
        reader="text/1",
        published_on=published_on,
        language=language,
    )


def days(text: str, published_on: date | None = WEDNESDAY) -> tuple[date | None, date | None]:
    """The day claimed of the first quotation, and the day right beside its cue."""
    article = made(text, published_on)
    first = quotations(article, tagger=False)[0]
    return claimed_day(article, first), day_beside_cue(article, first)


FOURTH, SIXTH = date(2025, 3, 4), date(2025, 3, 6)


@pytest.mark.parametrize(
    ("text", "claimed", "beside"),
    [
        (SAID + "Ana Ruiz said on 4 March 2025.", FOURTH, FOURTH),
        (SAID + "said Ana Ruiz on 4 March 2025.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz told reporters on 4 March 2025.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz said (4 March 2025).", FOURTH, None),
        (SAID + "Ana Ruiz said, 4 March 2025.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz said [4 March 2025].", FOURTH, None),
        (SAID + "Ana Ruiz said in a letter dated 4 March 2025.", FOURTH, None),
        # a day that nothing gives the words to
        (SAID + "Ana Ruiz said of the fire that broke out near 4 March 2025.", None, None),
        (SAID + "Ana Ruiz said before 4 March 2025.", None, None),
        # the year is that of the page, or the one before
        (SAID + "Ana Ruiz said on 4 March.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz said on 5 March.", WEDNESDAY, WEDNESDAY),
        (SAID + "Ana Ruiz said on 6 May.", date(2024, 5, 6), date(2024, 5, 6)),
        # a page is brought up to date: a day just after that of the page may be this year's
        (SAID + "Ana Ruiz said on 6 March.", None, None),
        # a day in the words themselves is no claim
        ("“We will stay until 4 March 2025,” Ana Ruiz said.", None, None),
        ("“We will stay, as on 4 March 2025,” Ana Ruiz said on 6 March 2025.", SIXTH, SIXTH),
        # of two days one is the talk's, but which
        (SAID + "Ana Ruiz said on 4 March 2025 and on 6 March 2025.", None, FOURTH),
        (SAID + "Ana Ruiz said on 4 March 2025, not on 4 March 2025.", FOURTH, FOURTH),
        # before the cue
        ("On 4 March 2025 Ana Ruiz said: “We will stay until the bridge is open.”", FOURTH, FOURTH),
        ("On 4 March 2025, Ana Ruiz said: “We will stay until the bridge is open.”", FOURTH, FOURTH),
        # another sentence, another paragraph
        (SAID + "Ana Ruiz said. The bridge fell on 4 March 2025.", None, None),
        ("The bridge fell on 4 March 2025. " + SAID + "Ana Ruiz said.", None, None),
        ("The bridge fell on 4 March 2025\n\n" + SAID + "Ana Ruiz said", None, None),
        (SAID + "Ana Ruiz said\n\nThe bridge fell on 4 March 2025", None, None),
        # weekdays: the last of that name, up to the day of the page
        (SAID + "Ana Ruiz said on Tuesday.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz told reporters on Wednesday.", WEDNESDAY, WEDNESDAY),
        (SAID + "on Tuesday said Ana Ruiz.", FOURTH, FOURTH),
        (SAID + "Ana Ruiz said of the talks on Tuesday.", None, None),
        # behind other sentences
        ("The bridge fell. It was late. " + SAID + "Ana Ruiz said on Tuesday.", FOURTH, FOURTH),
        ("The bridge fell. It was late. " + SAID + "on Tuesday said Ana Ruiz.", FOURTH, FOURTH),
        ("The bridge fell. It was late. " + SAID + "Ana Ruiz said on 4 March 2025.", FOURTH, FOURTH),
        ("It was late.\n\nThe bridge fell. " + SAID + "Ana Ruiz said of Tuesday.", None, None),
        # a full date is surer than a weekday
        (SAID + "Ana Ruiz said on Tuesday, dated 3 March 2025.", date(2025, 3, 3), None),
        # no cue at all
        ("Ana Ruiz: “We will stay until the bridge is open” (4 March 2025).", FOURTH, None),
    ],
)
def test_the_day_that_an_article_claims(text: str, claimed: date | None, beside: date | None) -> None:
    assert days(text) == (claimed, beside)


def test_without_a_day_of_the_page_a_year_must_be_printed() -> None:
    assert days(SAID + "Ana Ruiz said on 4 March.", None) == (None, None)
    assert days(SAID + "Ana Ruiz said on 4 March 2025.", None) == (FOURTH, FOURTH)
    assert days(SAID + "Ana Ruiz said on Tuesday.", None) == (None, None)


@pytest.mark.parametrize(
    "text", ["said{} on 4 March 2025", "On 4 March 2025{} said"], ids=["behind the cue", "before it"]
)
@pytest.mark.parametrize(("apart", "claimed"), [(10, FOURTH), (REACH, FOURTH), (REACH + 1, None)])
def test_a_day_out_of_reach_is_about_something_else(text: str, apart: int, claimed: date | None) -> None:
    # between the date and the cue stand a space and, behind the cue, "on" with another
    text = text.format(" " + "X" * (apart - 2) if text.startswith("On") else " " + "X" * (apart - 5))
    cue = Span(text.index("said"), text.index("said") + 4)
    day = Span(text.index("4 March 2025"), text.index("4 March 2025") + 12)
    assert max(day.start - cue.end, cue.start - day.end) == apart
    assert claimed_day(made(text), Quotation(spans=(cue,), cue=cue)) == claimed
    # without a cue it is only a day that may be meant
    for anchored in (Quotation(spans=(cue,), mention=cue), Quotation(spans=(cue,))):
        assert claimed_day(made(text), anchored) is None
        assert day_meant(made(text), anchored) == claimed


@pytest.mark.parametrize(("apart", "found"), [(REACH, FOURTH), (REACH + 1, None)])
def test_a_day_beside_a_cue_is_near_it(apart: int, found: date | None) -> None:
    for form in ("said{}on 4 March 2025", "on 4 March 2025{}said"):
        text = form.format(" " * (apart - (3 if form.startswith("said") else 0)))
        cue = Span(text.index("said"), text.index("said") + 4)
        assert day_beside_cue(made(text), Quotation(spans=(cue,), cue=cue)) == found
        assert day_beside_cue(made(text), Quotation(spans=(cue,), mention=cue)) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (" ", FOURTH),
        (", on ", FOURTH),
        (" reporters on ", FOURTH),
        (" Parliament ", FOURTH),
        (" ai giornalisti ", FOURTH),
        (" the mayor ", None),
        (" reporters in Dorn on ", None),
    ],
)
def test_what_may_stand_between_a_cue_and_its_day(words: str, found: date | None) -> None:
    text = f"told{words}4 March 2025"
    assert day_beside_cue(made(text), Quotation(spans=(Span(0, 4),), cue=Span(0, 4))) == found
    # the speaker's name stands there too, once
    named = f"told Ruiz{words}4 March 2025"
    cue, mention = Span(0, 4), Span(5, 9)
    assert day_beside_cue(made(named), Quotation(spans=(cue,), cue=cue, mention=mention)) == found
    beside = Quotation(spans=(cue,), cue=cue, mention=Span(4, 9))
    assert day_beside_cue(made(named), beside) == found
    twice = f"told Ruiz Ruiz{words}4 March 2025"
    assert day_beside_cue(made(twice), Quotation(spans=(cue,), cue=cue, mention=mention)) is None


ARTICLES = [
    # one sentence in two halves is one quotation
    (
        "“We have counted every barrel,” Lena Orsk said, “every rope and every single nail in the harbour.”",
        [("We have counted every barrel, every rope and every single nail in the harbour.", "verbatim")],
    ),
    # what stands between the halves may stand for an omission
    (
        "“We have counted every barrel,” Lena Orsk said, “and every single nail in the harbour.”",
        [("We have counted every barrel, and every single nail in the harbour.", "elided")],
    ),
    # sentences missing between two quoted paragraphs are no omission that anything marks
    (
        "Lena Orsk said:\n\n“The salt stays where it is.\n\n“We have counted every barrel, every rope and "
        "every single nail in the harbour.”",
        [
            (
                "The salt stays where it is. We have counted every barrel, every rope and every single nail "
                "in the harbour.",
                "altered",
            )
        ],
    ),
    # two sentences are two quotations, in any order
    (
        "“Nobody pays for a seat by the fire this year.” That was Nils Roth. “The winter fair is older than "
        "the town hall,” he said.",
        [
            ("Nobody pays for a seat by the fire this year.", "verbatim"),
            ("The winter fair is older than the town hall,", "verbatim"),
        ],
    ),
    # halves in the wrong order are a splice, all of them
    (
        "“Every rope and every single nail in the harbour,” Lena Orsk said, “we have counted every barrel.”",
        [("Every rope and every single nail in the harbour, we have counted every barrel.", "spliced")],
    ),
    (
        "“Thank you,” Lena Orsk said, “very much.”",
        [("Thank you, very much.", "common")],
    ),
    (
        "“We have counted every rope,” Lena Orsk said, “every barrel and every nail in the port.”",
        [("We have counted every rope, every barrel and every nail in the port.", "altered")],
    ),
    (
        "Lena Orsk said that the salt stayed where it was.",
        [("that the salt stayed where it was", "paraphrase")],
    ),
]


@pytest.mark.parametrize(("text", "told"), ARTICLES)
def test_what_is_held_together(
    archived: tuple[Store, Checker], text: str, told: Sequence[tuple[str, str]]
) -> None:
    article = made(text)
    report = check_document(archived[1], article)
    assert [(check.quoted, check.verdict.value) for check in report.checks] == list(told)
    assert (report.name, report.text, report.record) == ("a.txt", text, archived[0].coverage(None, None))
    for check in report.checks:
        assert check.span is not None
        held = check.span.of(text)
        assert (held[:8], held[-8:]) == (check.quoted[:8], check.quoted[-8:])


def test_the_checks_stand_in_the_order_of_the_text(archived: tuple[Store, Checker]) -> None:
    article = made("\n\n".join(text for text, _ in ARTICLES))
    starts = [check.span.start for check in check_document(archived[1], article).checks if check.span]
    assert starts == sorted(starts)
    assert len(starts) == sum(len(told) for _, told in ARTICLES)
