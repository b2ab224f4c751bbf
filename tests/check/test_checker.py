from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.check import Checker
from verbale.model import Attribution, Basis, Dating, Flag, Operation, Severity, Verdict
from verbale.store import Store

V = Verdict


@pytest.mark.parametrize(
    ("quoted", "verdict"),
    [
        # the same words, as they stand and as a newspaper would set them
        ("A rope is a promise that many small threads make to each other.", V.VERBATIM),
        ('"a rope is a PROMISE that many small threads make to each other"', V.VERBATIM),
        ("The audit will cost about five percent of the budget", V.VERBATIM),
        ("25 crews are ready, and not one of them has been paid since spring", V.VERBATIM),
        ("We are not going to comment on contracts while the audit goes on.", V.VERBATIM),
        # omissions with a mark
        ("A rope is a promise … This museum keeps the promise of four hundred years.", V.ELIDED),
        ("The audit will cost [...] 5% of the budget, and it’ll be published", V.ELIDED),
        # an interjection does not end a speech
        ("We have never considered a toll … whoever says so has not read the treaty", V.ELIDED),
        ("Nobody in this country ... should have to choose between a warm house", V.VERBATIM),
        # an editor's brackets
        ("[T]his museum keeps the promise of four hundred years.", V.ADAPTED),
        ("We have never considered a toll on [that waterway].", V.ADAPTED),
        ("[The ministry has] never considered a toll on the northern canal.", V.ADAPTED),
        # changes without a mark
        ("We have considered a toll on the northern canal.", V.ALTERED),
        ("Nobody in this country must have to choose between a warm house and an honest trade.", V.ALTERED),
        ("A rope is a promise that many small threads make to one another.", V.ALTERED),
        # passages joined
        (
            "We will reopen the northern harbour in October as soon as parliament has voted the money for it",
            V.SPLICED,
        ),
        (
            "I have thought about that sentence every evening. We’re not going to comment on contracts",
            V.SPLICED,
        ),
        ("This museum keeps the promise of four hundred years. … A rope is a promise", V.SPLICED),
        (
            "Nobody in this country should have to choose, the audit will cost about 5% of the budget and "
            "every crew will be offered a post on the ferries",
            V.SPLICED,
        ),
        # nothing of the kind
        ("The fishermen of the outer islands have always paid their taxes in herring.", V.NOT_FOUND),
        ("harbour", V.COMMON),
    ],
)
def test_wording(checker: Checker, quoted: str, verdict: Verdict) -> None:
    assert checker.check(quoted).verdict is verdict


def test_an_unmarked_cut_within_a_passage_is_altered_and_named(checker: Checker) -> None:
    check = checker.check(
        "Every crew will be offered a post, provided that they pass the medical examination."
    )
    assert check.verdict is Verdict.ALTERED
    assert [(e.op, e.record) for e in check.edits] == [(Operation.DELETE, "on the ferries")]


@pytest.mark.parametrize(
    ("quoted", "flag", "words"),
    [
        ("We have always considered a toll on the northern canal.", Flag.NEGATION, ("always", "never")),
        (
            "forty-four ships have waited outside the harbour for more than three weeks",
            Flag.NUMBER,
            ("four", ""),
        ),
        ("The ferries may sail on Sundays from the first of March.", Flag.MODALITY, ("may", "will")),
        ("They have never considered a toll on the northern canal.", Flag.PERSON, ("They", "We")),
        ("forty ships had waited outside the harbour for more than three weeks", Flag.TENSE, ("had", "have")),
    ],
)
def test_what_an_edit_touched(checker: Checker, quoted: str, flag: Flag, words: tuple[str, str]) -> None:
    check = checker.check(quoted)
    assert check.verdict is Verdict.ALTERED
    assert flag in check.flags
    assert words[0] in check.edits[0].quoted
    assert words[1] in check.edits[0].record


@pytest.mark.parametrize(
    ("quoted", "cut"),
    [
        ("We will reopen the northern harbour in October", True),
        ("the southern harbour can be saved", True),
        ("Every crew will be offered a post on the ferries", True),
        ("We will reopen the northern harbour in October, if the dredgers arrive in time.", False),
        ("I have thought about that sentence every evening.", False),
        # the ellipsis hides a condition
        ("We will reopen the northern harbour … Twenty-five crews are ready", True),
    ],
)
def test_a_condition_or_negation_left_out_is_said(checker: Checker, quoted: str, cut: bool) -> None:
    check = checker.check(quoted)
    assert (Flag.CUT in check.flags) is cut
    assert not cut or check.severity is Severity.LOOK


def test_the_right_speaker_and_day(checker: Checker) -> None:
    check = checker.check(
        "We have never considered a toll on the northern canal.",
        speaker="Mr. Tarn",
        said_on=date(2023, 11, 20),
    )
    assert (check.verdict, check.attribution, check.dating) == (V.VERBATIM, Attribution.RIGHT, Dating.RIGHT)
    assert (check.severity, check.speaker, check.basis) == (Severity.OK, "Ivo Tarn", Basis.TRANSCRIPT)


def test_words_of_somebody_else(checker: Checker) -> None:
    check = checker.check("We have never considered a toll on the northern canal.", speaker="Ada Brenn")
    assert (check.verdict, check.severity, check.speaker) == (V.MISATTRIBUTED, Severity.BAD, "Ivo Tarn")


def test_a_reporters_question_is_not_the_officials(checker: Checker) -> None:
    quoted = "your own ministry lost the contract with the dredging company twice in one year"
    check = checker.check(quoted, speaker="Ada Brenn")
    assert check.verdict is Verdict.MISATTRIBUTED
    assert Flag.ASKED in check.flags
    assert check.speaker is None
    assert checker.check(quoted).severity is Severity.LOOK


def test_a_true_quote_of_another_day(checker: Checker) -> None:
    check = checker.check(
        "This museum keeps the promise of four hundred years.", speaker="Brenn", said_on=date(2023, 5, 10)
    )
    assert (check.verdict, check.said_on) == (V.MISDATED, date(2024, 6, 1))


def test_relayed_words_belong_to_whoever_said_them(checker: Checker) -> None:
    check = checker.check("The sea forgives nobody who lies to it.")
    assert Flag.RELAYED in check.flags
    assert check.via == "Ada Brenn"
    assert check.speaker != "Ada Brenn"
    assert check.severity is Severity.LOOK


def test_a_digest_is_second_hand(checker: Checker) -> None:
    check = checker.check("We have salt for ninety days and patience for ninety-one.", speaker="Ada Brenn")
    assert (check.verdict, check.basis, check.severity) == (V.VERBATIM, Basis.DIGEST, Severity.LOOK)


def test_words_not_heard_well_are_said_to_be(checker: Checker) -> None:
    assert Flag.UNCLEAR in checker.check("not going to comment on contracts while the audit goes on").flags


def test_a_stutter_smoothed_is_tidied(checker: Checker) -> None:
    check = checker.check("Twenty-five crews are ready, and not one of them has been paid since spring.")
    assert check.verdict is Verdict.VERBATIM
    assert checker.check("Twenty-five crews — twenty-five crews are ready").flags == ()


def test_both_pieces_of_a_splice_are_shown(checker: Checker) -> None:
    check = checker.check(
        "A rope is a promise that many small threads make, and not one of them has been paid since spring."
    )
    assert check.verdict is Verdict.SPLICED
    assert check.evidence is not None
    assert len({piece.document for piece in check.evidence.pieces}) == 2


def test_not_found_says_how_much_was_looked_at(checker: Checker) -> None:
    check = checker.check(
        "Herring is the only honest currency", speaker="Ada Brenn", said_on=date(2023, 6, 1)
    )
    assert check.evidence is None
    assert check.coverage is not None
    assert check.coverage.documents == 4
    assert check.coverage.documents_of_speaker
    assert check.coverage.nearest_before == date(2023, 5, 10)
    assert check.coverage.day_loaded is False


def test_an_excluded_document_is_no_evidence(checker: Checker, press: Store) -> None:
    quoted = "A rope is a promise that many small threads make to each other."
    home = checker.check(quoted).evidence
    assert home is not None
    assert checker.check(quoted, exclude=frozenset((home.document,))).verdict is V.NOT_FOUND


def test_evidence_slices_back_to_the_document(checker: Checker, press: Store) -> None:
    check = checker.check("a promise … four hundred years")
    assert check.evidence is not None
    for piece in check.evidence.pieces:
        text = press.text(piece.document)
        assert " … ".join(span.of(text) for span in piece.spans) == piece.text
        assert piece.selectors[0].exact == piece.text


def test_edits_point_at_both_sides(checker: Checker, press: Store) -> None:
    quoted = "Nobody in this town should have to choose between a warm house and an honest trade."
    check = checker.check(quoted)
    assert check.evidence is not None
    edit = check.edits[0]
    assert edit.quoted_span is not None
    assert edit.record_span is not None
    assert edit.quoted_span.of(quoted) == edit.quoted == "town"
    assert edit.record_span.of(press.text(check.evidence.document)) == edit.record == "country"


@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_text_can_be_checked(checker: Checker, quoted: str) -> None:
    check = checker.check(quoted, speaker=quoted[:20] or None)
    assert check.quoted == quoted
    assert 0.0 <= check.score <= 1.0


@given(st.data())
def test_a_copied_passage_is_never_called_altered(
    checker: Checker, press: Store, data: st.DataObject
) -> None:
    info = data.draw(st.sampled_from(sorted(press.documents(), key=lambda each: each.name)))
    text = press.text(info.id)
    first = data.draw(st.integers(0, len(text) - 60))
    quoted = text[first : first + data.draw(st.integers(30, 60))].partition(" ")[2].rpartition(" ")[0]
    if len(quoted.split()) > 3 and "[" not in quoted:
        assert checker.check(quoted).verdict in {V.VERBATIM, V.COMMON, V.ELIDED}
