from __future__ import annotations

import pytest

from verbale.compare.edits import edits_of, replaced_in
from verbale.compare.nearest import Passage
from verbale.compare.quoted import take_apart
from verbale.compare.wording import compare
from verbale.text.tokens import tokens

ALPHABET = "alpha bravo charlie delta echo foxtrot golf hotel india"


@pytest.mark.parametrize(
    ("quoted", "record", "exact"),
    [
        ("so be it now", "so be it (Laughter.) now", True),
        ("my brother said so", "my <s>son</s> [brother] said so", True),
        ("my son said so", "my <s>son</s> [brother] said so", True),
        # a correction that turns the sense
        ("we will sign it", "we will [not] sign it", False),
        ("we will resign the pact", "we will re-sign the pact", False),
        ("we will re-sign the pact", "we will resign the pact", False),
        ("we will re‑sign the pact", "we will re-sign the pact", True),
        ("we will resign today", "we will re-\nsign today", True),
        ("they recovered the boats", "they re-covered the boats", False),
        # what the writer of the quote struck out is not quoted
        ("we will ~~not~~ sign it", "we will not sign it", False),
        ("we will ~~not~~ sign it", "we will sign it", True),
        ("we will <del>not</del> sign [it]", "we will not sign it", False),
        ("it is not able to float", "it is notable to float", False),
        ("we believe injustice here", "we believe in justice here", False),
        ("he saw inaction there", "he saw in action there", False),
        ("they went into the hold", "they went in to the hold", True),
        ("we can not sail today", "we cannot sail today", True),
        ("we stand inside of it", "we stand in side of it", True),
        ("an email came to us", "an e-mail came to us", True),
        ("we will cooperate here", "we will co-operate here", True),
        ("they recreated the pier", "they re-created the pier", True),
        ("we will sign it", "we will <s>not</s> sign it", True),
        ("we will not sign it", "we will <s>not</s> sign it", False),
        ("we will not sign it", "we will ~~not~~ sign it", False),
        ("we will not sign it", "we will <del datetime='2026'>not</del> sign it", False),
        ("we will not sign it", "we will ~~ not ~~ sign it", True),
        ("we will not sign it", "we will <ins>not</ins> sign it", True),
        ("we will not sign it", "we will [not] sign it", True),
        # a word that changes what is said is no stutter
        ("we go", "we can — we go", True),
        ("we sign it today", "we won’t — sign it today", False),
    ],
)
def test_what_a_transcriber_adds_and_a_speaker_takes_back(quoted: str, record: str, exact: bool) -> None:
    assert compare(take_apart(quoted).pieces[0], tokens(record)).exact is exact


@pytest.mark.parametrize(
    ("quoted", "record", "tidied"),
    [
        # a word begun and said again, or a start that is taken up again with its first word
        ("then we should sign it", "then we shou— should sign it", True),
        ("then we should sign it", "then we shallow— should sign it", None),
        ("today I was at home", "today I am in the big — I was at home", None),
        ("today I was at home", "today you were in — I was at home", None),
        ("today I was at home", "today I would be — I was at home", None),
        ("today I was at home", "today I had 5 — I was at home", None),
        ("today I was at home", "today I am 5th — I was at home", None),
        ("today I was at home", "today I don’t — I was at home", None),
        # repetitions: behind a dash any word, behind a comma only what is said while one thinks
        ("and ships come in", "and ships — ships come in", True),
        ("and ships come in", "and ships, ships come in", None),
        ("and we come in", "and we, we come in", True),
        ("and we come in", "and we we come in", None),
        ("and we come in", "and um we come in", True),
        # at an edge nothing is left over
        ("we come in", "we — we come in", False),
        # two spellings are no tidying, spoken forms are
        ("a total of twenty-five crews", "a total of 25 crews", False),
        ("we are going to sign", "we're gonna sign", True),
        ("we come in", "we came in", None),
    ],
)
def test_what_a_writer_tidies(quoted: str, record: str, tidied: bool | None) -> None:
    """Whether the passage is exact, and then whether it was tidied; None where words differ."""
    found = compare(take_apart(quoted).pieces[0], tokens(record))
    assert (found.cleaned if found.exact else None) is tidied
    if found.exact:
        assert found.matched.all()
        assert found.changed == 0


@pytest.mark.parametrize(
    ("quoted", "record", "stands_for"),
    [
        # a bracket stands for words of the record where it stands, on either side of an equal word
        (
            "today we saw [them] the boats come in",
            "today we saw the ships and the boats come in",
            ["the ships and"],
        ),
        (
            "today we saw the [other] boats come in",
            "today we saw the ships and the boats come in",
            ["ships and the"],
        ),
        ("we saw the [other] boats", "we saw the old boats", ["old"]),
        ("we saw [old] boats", "we saw boats", []),
        # for so many words, and no more
        (f"{ALPHABET} [a] {ALPHABET}", f"{ALPHABET} 1 2 3 4 5 6 7 {ALPHABET}", ["1 2 3 4 5 6 7"]),
        (f"{ALPHABET} [a] {ALPHABET}", f"{ALPHABET} 1 2 3 4 5 6 7 8 {ALPHABET}", None),
        # for nothing elsewhere
        ("we [all] saw the boats", "we saw the old boats", None),
        # a word that was finished has its counterpart
        ("we support[ed] the boats", "we support the boats", ["support"]),
        # whose letters outside the bracket are its own
        ("we support[ed] the boats", "we sank the boats", None),
        ("[W]e saw the boats", "And we saw the boats", []),
    ],
)
def test_what_a_bracket_stands_for(quoted: str, record: str, stands_for: list[str] | None) -> None:
    found = compare(take_apart(quoted).pieces[0], tokens(record))
    replaced = [edit.record for edit in replaced_in(found)]
    assert (replaced if found.exact else None) == stands_for


@pytest.mark.parametrize(
    ("quoted", "record", "edits"),
    [
        ("we saw the boats", "we saw the old boats", [("", "old")]),
        ("we saw the old boats", "we saw the boats", [("old", "")]),
        ("we saw the old boats", "we saw two new boats", [("the old", "two new")]),
        ("you saw the boats", "we saw the boats", [("you", "we")]),
        ("we saw the ships", "we saw the boats there", [("ships", "boats")]),
        # a word of which only the ending is the editor's has to stand there
        ("we support[ed] the boats", "we the boats", [("support[ed]", "")]),
        ("we pay 117199 crowns", "we pay 141166 crowns", [("117199", "141166")]),
    ],
)
def test_the_edits_between_a_quote_and_its_passage(
    quoted: str, record: str, edits: list[tuple[str, str]]
) -> None:
    found = compare(take_apart(quoted).pieces[0], tokens(record))
    told = edits_of([Passage("a", found.span, found)])
    assert [(edit.quoted, edit.record) for edit in told] == edits
    for edit in told:
        assert edit.quoted_span is not None
        assert edit.record_span is not None
        assert (edit.quoted_span.of(quoted), edit.record_span.of(record)) == (edit.quoted, edit.record)
