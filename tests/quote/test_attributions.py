"""Whose words: one table of short cases for each step of the way, each with all that the step answers.

In `attributions.toml` a case is the text itself, with its answer drawn into it: `{…}` is the mention
(`{+…}` one of several people), `⟨…⟩` the cue, `^` a place that the step is told. What cannot be drawn
stands before a bar.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from verbale.model.document import Document, Kind, Role, Turn
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote import quotations
from verbale.quote.attribution import mentions
from verbale.quote.attribution.cues import CUE, manner
from verbale.quote.attribution.following import closing_clause, following
from verbale.quote.attribution.neighbourhoods import Reader
from verbale.quote.attribution.neighbours import Attribution
from verbale.quote.attribution.preceding import inside, preceding, sentence_before
from verbale.quote.attribution.relayed import with_relayed
from verbale.quote.attribution.set_behind import set_behind
from verbale.quote.attribution.uses import is_sentence
from verbale.quote.marked import read_marks

CASES = tomllib.loads(Path(__file__).with_name("attributions.toml").read_text(encoding="utf-8"))


def undrawn(case: str) -> tuple[str, list[int]]:
    """A case's text, and the places that it names."""
    parts = re.sub(r"\{\+?|[}⟨⟩]", "", case).split("^")
    return "".join(parts), list(accumulate(map(len, parts[:-1])))


def drawn(text: str, places: list[int], *, mention: Span | None, cue: Span | None, joint: bool) -> str:
    """A text with an answer drawn into it."""
    marks = [(place, 1, "^") for place in places]
    if mention is not None:
        marks += [(mention.start, 2, "{+" if joint else "{"), (mention.end, 0, "}")]
    if cue is not None:
        marks += [(cue.start, 2, "⟨"), (cue.end, 0, "⟩")]
    for place, _, mark in sorted(marks, reverse=True):
        text = text[:place] + mark + text[place:]
    return text


def told(found: Attribution | None) -> str:
    """What an attribution says beside cue and mention."""
    if found is None:
        return "nothing"
    doubts = [name for name in ("doubt", "recipient") if getattr(found, name)]
    return " ".join([found.how.value, found.manner.value, *doubts])


def mentioned(step: str, case: str) -> str:
    text, places = undrawn(case)
    match step:
        case "before":
            found = mentions.before(text, places[0] if places[1:] else 0, places[-1])
        case "leading":
            found = mentions.leading(text, places[0] if places[1:] else 0, places[-1])
        case _:
            found = mentions.after(text, places[0], places[1] if places[1:] else len(text))
    joint = found is not None and found.joint
    return drawn(text, places, mention=found.span if found else None, cue=None, joint=joint)


def attributed(step: str, case: str) -> str:
    text, places = undrawn(case.partition(" | ")[2])
    opening, closing = text.find("“"), text.rfind("”") + 1
    first, last = (places[0] if places else 0), (places[-1] if places else len(text))
    match step:
        case "preceding":
            found = preceding(text, first, opening)
        case "sentence_before":
            found = sentence_before(text, first, opening)
        case "inside":
            found = inside(text, Span(opening + 1, closing - 1), first)
        case "behind":
            found = set_behind(text, first, Span(opening, closing), last)
        case "following":
            found = following(text, closing - 1, closing, last)
        case _:
            found = closing_clause(text, closing, last)
    mention, cue, joint = (found.mention, found.cue, found.joint) if found else (None, None, False)
    return f"{told(found)} | {drawn(text, places, mention=mention, cue=cue, joint=joint)}"


def document_of(case: str) -> Document | str:
    """A text, or where it begins with `(brief)`, `(remarks)` or `(turns)` a document of Elena Marr's.

    `b×9` is a letter that stands nine times.
    """
    case = re.sub(r"(.)×(\d+)", lambda m: m[1] * int(m[2]), case)
    kind, _, text = case.partition(") ")
    if kind not in {"(brief", "(remarks", "(turns", "(article"}:
        return case
    turns = []
    if kind == "(turns":
        for m in re.finditer(r"(?:([\w. ]+): )?(.+?)(?:\n\n(?=[\w. ]+: )|\Z)", text, re.DOTALL):
            role = {"Question": Role.QUESTION, "Incident": Role.INCIDENT}.get(m[1], Role.STATEMENT)
            speaker = m[1] if role is Role.STATEMENT else None
            turns.append(Turn(span=Span(*m.span(2)), label=Span(*m.span(1)), speaker=speaker, role=role))
    return Document(
        text=text,
        name="a.txt",
        sha256="0" * 64,
        reader="text/1",
        language="en",
        kind=Kind.TRANSCRIPT if turns else Kind(kind[1:]),
        speaker=None if turns or kind == "(article" else "Elena Marr",
        turns=tuple(turns),
    )


def beside(case: str) -> list[str]:
    """Each stretch: its use, what it is attributed by, and the stretch that it goes on with."""
    reader = read_marks(document_of(case))
    return [" ".join(_beside(reader, number)) for number in range(len(reader.found))]


def _beside(reader: Reader, number: int) -> Iterator[str]:
    one = reader.found[number]
    yield one.use.value
    if (found := one.attribution) is not None:
        yield told(found)
        yield "/".join(span.of(reader.text) if span else "" for span in (found.cue, found.mention))
        if found.joint:
            yield "joint"
    if one.joined is not None:
        yield f"goes on with {one.joined}"


def quoted(case: str) -> list[str]:
    """Each quotation with all its fields."""
    source = document_of(case)
    return [": ".join(_quoted(source, one)) for one in quotations(source, tagger=False)]


def _quoted(source: Document | str, one: Quotation) -> Iterator[str]:
    text = source if isinstance(source, str) else source.text
    yield f"{one.speaker} {one.score}"
    if one.via is not None:
        yield f"via {one.via}"
    if one.turn is not None:
        yield f"turn {one.turn}"
    if one.parent is not None:
        yield f"in {one.parent}"
    yield f"{one.method} {one.kind.value}"
    yield "/".join(repr(span.of(text))[1:-1] if span else "" for span in (one.cue, one.mention))
    yield " … ".join(repr(span.of(text))[1:-1] for span in one.spans)


@pytest.mark.parametrize(
    ("step", "case"), [(step, case) for step in ("before", "leading", "after") for case in CASES[step]]
)
def test_who_is_mentioned(step: str, case: str) -> None:
    assert mentioned(step, case) == case


@pytest.mark.parametrize(
    ("step", "case"),
    [
        (step, case)
        for step in ("preceding", "sentence_before", "inside", "following", "behind", "closing")
        for case in CASES[step]
    ],
)
def test_what_the_words_beside_the_marks_attribute(step: str, case: str) -> None:
    assert attributed(step, case) == case


@pytest.mark.parametrize(("case", "answers"), [(case[0], case[1:]) for case in CASES["neighbours"]])
def test_what_the_marks_are_for_and_who_is_meant(case: str, answers: list[str]) -> None:
    assert beside(case) == answers


@pytest.mark.parametrize(
    ("case", "answers"), [(case[0], case[1:]) for case in (*CASES["quotations"], *CASES["relayed"])]
)
def test_every_field_of_a_quotation(case: str, answers: list[str]) -> None:
    assert quoted(case) == answers


def relayed(case: str) -> list[str]:
    """Each quotation of Elena Marr's turn, after the tagger held what stands in braces for a report."""
    document = document_of(f"(turns) Elena Marr: {re.sub('[{}]', '', case)}")
    assert isinstance(document, Document)
    start = document.turns[0].span.start
    reports = [
        Quotation(
            spans=(Span(start + m.start() - 2 * number, start + m.end() - 2 * number - 2),),
            kind=QuotationKind.INDIRECT,
            mention=Span(0, 5),
            turn=0,
            method="tagger",
        )
        for number, m in enumerate(re.finditer(r"\{[^}]*\}", case))
    ]
    return [": ".join(_quoted(document, one)) for one in with_relayed(document, tuple(reports))]


@pytest.mark.parametrize(("case", "answers"), [(case[0], case[1:]) for case in CASES["reported"]])
def test_whose_very_words_a_report_is(case: str, answers: list[str]) -> None:
    assert relayed(case) == answers


@pytest.mark.parametrize(("words", "cues"), CASES["cues"])
def test_cues_and_how_they_stand_to_their_speakers(words: str, cues: list[str]) -> None:
    assert [f"{m[0]} {manner(m[0]).value}" for m in CUE.finditer(words)] == cues


@pytest.mark.parametrize(("words", "whole"), CASES["sentences"])
def test_whole_sentences(words: str, whole: bool) -> None:
    text, places = undrawn(words)
    assert is_sentence(text, (Span(places[0], places[1]),)) is whole


@pytest.mark.parametrize(("text", "speakers"), [(case[0], case[1:]) for case in CASES["forms"]])
def test_whose_the_quoted_words_are(text: str, speakers: list[str]) -> None:
    """With marks alone each has its speaker ("-" is nobody), and the tagger gives none of them another."""
    by_marks = quotations(text, tagger=False)
    assert [quotation.speaker or "-" for quotation in by_marks] == speakers
    tagged = quotations(text)
    for quotation, speaker in zip(by_marks, speakers, strict=True):
        beside = [one for one in tagged if any(a.overlaps(b) for a in quotation.spans for b in one.spans)]
        assert {one.speaker or speaker for one in beside} <= {speaker}
