"""What an article reports in its own words is set beside the nearest passage of its speaker, never judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from verbale.check import Checker, check_document
from verbale.check.choice import Claim
from verbale.intake.adding import add
from verbale.model import Attribution, Check, Dating, QuotationKind, Severity, Span, Verdict, Wording
from verbale.parse import read
from verbale.store import open_store

HARBOUR = """Press conference on the harbour

4 March 2025

QUESTION: Minister, why have the dredgers not arrived although the treasury paid them in January?

BERTA HOLM: The dredgers lie at anchor in Velden because their crews were never told of the contract. I have \
asked the treasury for a letter.

IVO TARN: The crews were told of the contract in Velden, and the dredgers sail on Friday. Whoever pays them \
is another question.

QUESTION: And the lighthouse?

BERTA HOLM: The lighthouse keeper retires in autumn, and no one has applied for the post. We may have to \
automate the lamp.
"""
LATER = """Press conference on the winter

9 November 2025

QUESTION: Is the lamp automatic now?

BERTA HOLM: We found a keeper. The lighthouse will not be automated as long as I hold this office, and the \
lamp is lit by hand.
"""


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checker]:
    folder = tmp_path_factory.mktemp("harbour")
    for name, text in (("harbour.txt", HARBOUR), ("later.txt", LATER)):
        (folder / name).write_text(text, encoding="utf-8")
    with open_store(folder / "record") as store:
        add(store, [folder / "harbour.txt", folder / "later.txt"])
        yield Checker(store)


def told(checker: Checker, words: str, speaker: str | None = "Berta Holm", day: date | None = None) -> Check:
    return checker.paraphrases.check(Claim(words, speaker, day, span=Span(0, len(words))))


@pytest.mark.parametrize(
    ("words", "speaker", "passage"),
    [
        (
            "that nobody had told the crews of the dredgers about the contract",
            "Berta Holm",
            "The dredgers lie at anchor in Velden because their crews were never told of the contract.",
        ),
        # the same words of another speaker are his
        (
            "that the crews of the dredgers had been told of their contract",
            "Ivo Tarn",
            "The crews were told of the contract in Velden, and the dredgers sail on Friday.",
        ),
        (
            "that there was no applicant for the post of lighthouse keeper",
            "Holm",
            "The lighthouse keeper retires in autumn, and no one has applied for the post.",
        ),
        # a word with an ending that the speech has not
        (
            "that keepers of lighthouses retire in autumn",
            "Berta Holm",
            "The lighthouse keeper retires in autumn, and no one has applied for the post.",
        ),
    ],
)
def test_the_nearest_passage_of_its_speaker(checker: Checker, words: str, speaker: str, passage: str) -> None:
    check = told(checker, words, speaker)
    assert (check.kind, check.verdict) == (QuotationKind.INDIRECT, Verdict.PARAPHRASE)
    assert check.evidence is not None
    assert check.evidence.text == passage
    assert check.evidence.spans[0].of(checker.store.text(check.evidence.document)) == passage
    assert check.said_on == date(2025, 3, 4)


def test_it_is_never_green_and_never_bad_whatever_it_says(checker: Checker) -> None:
    for words in (
        "that the dredgers lie at anchor in Velden because their crews were never told of the contract",
        "that the dredgers do not lie at anchor in Velden and that the crews were told of the contract",
    ):
        for day in (None, date(2025, 3, 4), date(2020, 1, 1)):
            check = told(checker, words, day=day)
            assert (check.severity, check.wording) == (Severity.LOOK, Wording.PARAPHRASE)
            assert check.attribution is Attribution.UNKNOWN
            assert check.dating is (Dating.UNCLAIMED if day is None else Dating.UNKNOWN)
            assert (check.flags, check.edits) == ((), ())
            assert 0 < check.score <= 1


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        # whom nobody knows, who is not loaded, who said nothing like it
        ("that nobody had told the crews of the dredgers about the contract", None),
        ("that nobody had told the crews of the dredgers about the contract", "Odo Vell"),
        ("that the opera would be built of glass", "Berta Holm"),
        ("that it was so", "Berta Holm"),
    ],
)
def test_where_nothing_is_near_there_is_nothing_beside_it(
    checker: Checker, words: str, speaker: str | None
) -> None:
    check = told(checker, words, speaker)
    assert (check.verdict, check.severity, check.evidence) == (Verdict.PARAPHRASE, Severity.LOOK, None)
    assert (check.score, check.speaker, check.said_on, check.basis) == (0.0, None, None, None)
    assert check.coverage is not None
    assert check.coverage.documents == 2


def test_a_questioners_words_are_not_beside_it(checker: Checker) -> None:
    for speaker in ("Berta Holm", "Ivo Tarn"):
        check = told(checker, "that the treasury had paid the dredgers in January", speaker)
        assert check.evidence is None or "January" not in check.evidence.text


def test_of_passages_as_near_the_one_of_the_claimed_day(checker: Checker) -> None:
    words = "that the lamp of the lighthouse would be automated"
    for day in (date(2025, 3, 4), date(2025, 11, 9)):
        check = told(checker, words, day=day)
        assert check.evidence is not None
        assert "automate" in check.evidence.text


def test_an_excluded_text_is_no_evidence(checker: Checker) -> None:
    ids = frozenset(info.id for info in checker.store.documents())
    claim = Claim("that no one had applied for the post of lighthouse keeper", "Berta Holm", span=Span(0, 5))
    assert checker.paraphrases.check(claim).evidence is not None
    assert checker.paraphrases.check(claim, None, ids).evidence is None


def test_an_article_has_its_direct_mixed_and_indirect_speech_in_order(checker: Checker) -> None:
    text = (
        "“We may have to automate the lamp,” Berta Holm said. She said that nobody had told the crews of the "
        "dredgers about the contract. Ivo Tarn said the dredgers would “sail on Friday. Whoever pays them is "
        "another question” and left."
    )
    document = read(text.encode(), name="draft.txt")
    checks = check_document(checker, document).checks
    assert [check.kind.value for check in checks] == ["direct", "indirect", "mixed"]
    assert [check.verdict.value for check in checks] == ["verbatim", "paraphrase", "verbatim"]
    assert [check.severity.value for check in checks] == ["ok", "look", "ok"]
    assert checks[1].claimed_speaker == "Berta Holm"
    assert checks[1].span is not None
    assert checks[1].span.of(text) == checks[1].quoted
    assert checks[1].quoted.startswith("that nobody had told")
