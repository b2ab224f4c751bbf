"""Checks made by hand, one of each verdict, against two invented interviews."""

from __future__ import annotations

from datetime import date

from verbale.model import (
    Attribution,
    Basis,
    Check,
    CheckReport,
    Coverage,
    Dating,
    Document,
    Edit,
    Evidence,
    Flag,
    Kind,
    Operation,
    Piece,
    QuotationKind,
    Role,
    Severity,
    Span,
    Turn,
    Verdict,
    Wording,
)
from verbale.model.holdings import RecordInfo

SPRING = """Interview with the Harbour Post

Question: Will the bridge be closed again?

Mira Tolle: We will not close the bridge to anyone who walks. We will open the second lane, but only if the
frost is out of the ground by then.

Question: You once called the toll a mistake that should be buried at sea. Is it gone?

Mira Tolle: It may be gone by the summer. My neighbour Osk says: “A toll is a tax with a roof.” I like that.
"""
AUTUMN = """Questions at the bridge

Q: And the second lane?

MR. VENN: The lane is open, and sixty lorries a day use it. That is how we do things here.
"""


def document(name: str, title: str, text: str, said_on: date, labels: list[tuple[str, Role]]) -> Document:
    turns = []
    speaker_of = {"Mira Tolle:": "Mira Tolle", "MR. VENN:": "Aron Venn"}
    at = 0
    for label, role in labels:
        at = text.index(label, at) + len(label)
        end = text.index("\n\n", at) if "\n\n" in text[at:] else len(text)
        turns.append(Turn(span=Span(at + 1, end), speaker=speaker_of.get(label), role=role))
    return Document(
        text=text,
        name=name,
        sha256=name,
        reader="hand",
        document_id=name,
        title=title,
        kind=Kind.TRANSCRIPT,
        said_on=said_on,
        turns=tuple(turns),
    )


QUESTION, ANSWER = ("Question:", Role.QUESTION), ("Mira Tolle:", Role.ANSWER)
DOCUMENTS = {
    "spring.txt": document(
        "spring.txt",
        "Interview with the Harbour Post",
        SPRING,
        date(2023, 3, 4),
        [QUESTION, ANSWER, QUESTION, ANSWER],
    ),
    "autumn.txt": document(
        "autumn.txt",
        "Questions at the bridge",
        AUTUMN,
        date(2023, 11, 9),
        [("Q:", Role.QUESTION), ("MR. VENN:", Role.ANSWER)],
    ),
}
BASE = RecordInfo(
    events=2,
    documents=2,
    words=118,
    first=date(2023, 3, 4),
    last=date(2023, 11, 9),
    kinds={Kind.TRANSCRIPT: 2},
    outlets={},
)


def piece(words: str, name: str, speaker: str | None, via: str | None = None) -> Piece:
    source = DOCUMENTS[name]
    start = source.text.index(words)
    return Piece(
        document=name,
        spans=(Span(start, start + len(words)),),
        text=words,
        speaker=speaker,
        said_on=source.said_on,
        via=via,
        title=source.title,
    )


def edit(check_quoted: str, found: Piece, quoted: str, record: str) -> Edit:
    operation = Operation.REPLACE if quoted and record else Operation.INSERT if quoted else Operation.DELETE
    source = DOCUMENTS[found.document].text
    at = check_quoted.index(quoted) if quoted else 0
    there = source.index(record, found.spans[0].start)
    return Edit(
        op=operation,
        quoted=quoted,
        record=record,
        quoted_span=Span(at, at + len(quoted)) if quoted else None,
        record_span=Span(there, there + len(record)) if record else None,
    )


def check(
    quoted: str,
    verdict: Verdict,
    severity: Severity,
    pieces: tuple[Piece, ...] = (),
    *,
    wording: Wording | None = None,
    edits: tuple[Edit, ...] = (),
    flags: tuple[Flag, ...] = (),
    claimed_speaker: str | None = "Mira Tolle",
    claimed_on: date | None = None,
    others: tuple[Piece, ...] = (),
    coverage: Coverage | None = None,
    kind: QuotationKind = QuotationKind.DIRECT,
) -> Check:
    first = pieces[0] if pieces else None
    wrong = verdict is Verdict.MISATTRIBUTED
    return Check(
        quoted=quoted,
        kind=kind,
        verdict=verdict,
        severity=severity,
        wording=wording or Wording(verdict),
        attribution=Attribution.WRONG
        if wrong
        else Attribution.RIGHT
        if claimed_speaker
        else Attribution.UNCLAIMED,
        dating=Dating.WRONG if verdict is Verdict.MISDATED else Dating.UNCLAIMED,
        claimed_speaker=claimed_speaker,
        claimed_on=claimed_on,
        evidence=Evidence(pieces) if pieces else None,
        basis=Basis.TRANSCRIPT if pieces else None,
        edits=edits,
        flags=flags,
        score=1.0,
        speaker=first.speaker if first else None,
        said_on=first.said_on if first else None,
        via=first.via if first else None,
        others=others,
        coverage=coverage,
        span=Span(0, len(quoted)),
    )


def report() -> CheckReport:
    tolle = "Mira Tolle"
    walks = piece("We will not close the bridge to anyone who walks.", "spring.txt", tolle)
    lane = piece("We will open the second lane", "spring.txt", tolle)
    gone = piece("It may be gone by the summer.", "spring.txt", tolle)
    lorries = piece("The lane is open, and sixty lorries a day use it.", "autumn.txt", "Aron Venn")
    asked = piece("a mistake that should be buried at sea", "spring.txt", None)
    relayed = piece("A toll is a tax with a roof.", "spring.txt", "Osk", via=tolle)
    stock = piece("how we do things", "autumn.txt", "Aron Venn")
    altered = "We will close the bridge to anyone who walks."
    several = "It will be gone by the autumn."
    number = "The lane is open, and sixteen lorries a day use it."
    checks = (
        check("We will not close the bridge to anyone who walks.", Verdict.VERBATIM, Severity.OK, (walks,)),
        check(
            altered,
            Verdict.ALTERED,
            Severity.BAD,
            (walks,),
            edits=(edit(altered, walks, "", "not"),),
            flags=(Flag.NEGATION,),
        ),
        check(
            several,
            Verdict.ALTERED,
            Severity.BAD,
            (gone,),
            edits=(edit(several, gone, "will", "may"), edit(several, gone, "autumn", "summer")),
            flags=(Flag.MODALITY,),
        ),
        check(
            "We will not close the bridge to anyone who walks, it may be gone by the summer.",
            Verdict.SPLICED,
            Severity.BAD,
            (walks, gone),
        ),
        check(
            "a mistake that should be buried at sea",
            Verdict.MISATTRIBUTED,
            Severity.BAD,
            (asked,),
            wording=Wording.VERBATIM,
            flags=(Flag.ASKED,),
        ),
        check(
            number,
            Verdict.MISATTRIBUTED,
            Severity.BAD,
            (lorries,),
            wording=Wording.ALTERED,
            edits=(edit(number, lorries, "sixteen", "sixty"),),
            flags=(Flag.NUMBER,),
        ),
        check(
            "It may be gone by the summer.",
            Verdict.MISDATED,
            Severity.BAD,
            (gone,),
            wording=Wording.VERBATIM,
            claimed_on=date(2023, 11, 9),
        ),
        check("We will open the second lane", Verdict.VERBATIM, Severity.LOOK, (lane,), flags=(Flag.CUT,)),
        check("how we do things", Verdict.COMMON, Severity.LOOK, (stock,), others=(walks, gone)),
        check(
            "A toll is a tax with a roof.",
            Verdict.VERBATIM,
            Severity.LOOK,
            (relayed,),
            claimed_speaker="Osk",
            flags=(Flag.RELAYED,),
        ),
        check(
            "Nobody will ever pay for a bridge again.",
            Verdict.NOT_FOUND,
            Severity.LOOK,
            claimed_on=date(2023, 5, 5),
            coverage=Coverage(
                documents=2,
                words=118,
                documents_of_speaker=1,
                nearest_before=date(2023, 3, 4),
                day_loaded=False,
            ),
        ),
        check(
            "that a second lane would be\nopened after the frost",
            Verdict.PARAPHRASE,
            Severity.LOOK,
            (lane,),
            kind=QuotationKind.INDIRECT,
        ),
        # nothing is near this one: it is counted and not shown
        check("that frogs would be counted", Verdict.PARAPHRASE, Severity.LOOK, kind=QuotationKind.INDIRECT),
        check(
            "The lane is open",
            Verdict.VERBATIM,
            Severity.LOOK,
            (piece("The lane is open", "autumn.txt", "Aron Venn"),),
            claimed_speaker=None,
        ),
    )
    return CheckReport(
        name="draft.txt", checks=checks, record=Coverage(documents=BASE.documents, words=BASE.words)
    )
