"""A quote held against the record: verdict, evidence, edits, flags."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verbale.model.document import Basis
from verbale.model.period import Period
from verbale.model.quotation import QuotationKind
from verbale.model.text import Selector, Span

__all__ = [
    "Attribution",
    "Check",
    "CheckReport",
    "Coverage",
    "Dating",
    "Doubt",
    "Edit",
    "Evidence",
    "Flag",
    "Operation",
    "Piece",
    "Severity",
    "Verdict",
    "Wording",
]


class Verdict(StrEnum):
    """The one word for a check; `wording`, `attribution` and `dating` stand behind it."""

    VERBATIM = "verbatim"
    ELIDED = "elided"
    ADAPTED = "adapted"
    ALTERED = "altered"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    MISDATED = "misdated"
    COMMON = "common"
    NOT_FOUND = "not found"
    PARAPHRASE = "paraphrase"


class Wording(StrEnum):
    """How the quote's words stand to the record's."""

    VERBATIM = "verbatim"
    ELIDED = "elided"
    ADAPTED = "adapted"
    ALTERED = "altered"
    SPLICED = "spliced"
    COMMON = "common"
    NOT_FOUND = "not found"
    PARAPHRASE = "paraphrase"


class Attribution(StrEnum):
    """Whether the named speaker is the record's."""

    RIGHT = "right"
    WRONG = "wrong"
    UNCLAIMED = "unclaimed"
    UNKNOWN = "unknown"


class Dating(StrEnum):
    """Whether the named day is the record's."""

    RIGHT = "right"
    WRONG = "wrong"
    UNCLAIMED = "unclaimed"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How much an editor should care; colours and exit codes follow it."""

    OK = "ok"
    LOOK = "look"
    BAD = "bad"


class Flag(StrEnum):
    """What stands beside a verdict: what an edit touched, and facts of the quote and the place."""

    NEGATION = "negation"
    NUMBER = "number"
    MODALITY = "modality"
    NAME = "name"
    PERSON = "person"
    TENSE = "tense"
    CLEANED = "cleaned"
    FAR = "far"
    CUT = "cut"
    RELAYED = "relayed"
    REPLAYED = "replayed"
    ASKED = "asked"
    PREPARED = "prepared"
    UNCLEAR = "unclear"
    RETRACTED = "retracted"
    DIFFERS = "differs"
    OUTLET = "outlet"
    UNREAD = "unread"
    UNSURE = "unsure"
    REPEATED = "repeated"


class Doubt(StrEnum):
    """Why it is not sure whose words a passage holds; stands behind the flag `unsure`.

    Of a turn, its label could not be read, or what is said there does not fit it.
    """

    TURN = "turn"
    OLDER_PARSER = "older parser"


class Operation(StrEnum):
    """An edit from the record to the quote."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words that differ, from the record to the quote.

    Attributes:
        op: `insert` for words that only the quote has, `delete` for words that only the record has,
            `replace` for words that stand for others.
        quoted: the quote's words; empty where they were deleted.
        record: the record's words; empty where they were inserted.
        quoted_span: the place of the quote's words in `Check.quoted`; None where it has none.
        record_span: the place of the record's words in the text of the evidence's document; None where it
            has none.
    """

    op: Operation
    quoted: str
    record: str
    quoted_span: Span | None = None
    record_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One passage of a document that bears on a quote.

    Attributes:
        document: the document's id.
        spans: where the passage stands, in code points of the document's text; of the text of `version`
            where that is given.
        text: the document's own words there.
        speaker: whose words they are; None where nobody is named, or the text leaves it open.
        said_on: the day they were said; None where the record does not know it.
        via: who relays them, where they are not first-hand; else None.
        title: the document's title; None where it has none.
        selectors: the passage as words with 32 code points on each side, one for each span, by which it
            is found again in a text that was edited.
        version: None for the current version; where only an older one has the words, that one's number,
            counted from 1.
    """

    document: str
    spans: tuple[Span, ...]
    text: str
    speaker: str | None = None
    said_on: date | None = None
    via: str | None = None
    title: str | None = None
    selectors: tuple[Selector, ...] = ()
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passages that a quote was held against; never empty."""

    pieces: tuple[Piece, ...]

    @property
    def document(self) -> str:
        """The id of the first piece's document."""
        return self.pieces[0].document

    @property
    def spans(self) -> tuple[Span, ...]:
        """The first document's spans, over all its pieces."""
        first = self.pieces[0].document
        return tuple(span for piece in self.pieces if piece.document == first for span in piece.spans)

    @property
    def text(self) -> str:
        """The record's own words, pieces joined with " … "."""
        return " … ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much the record could have known: shown with every `not found`.

    Copies and excerpts of one text are several documents and one event.

    Attributes:
        documents: how many documents the record holds.
        words: how many words they have, counted between white space.
        documents_of_speaker: how many of them have words of the speaker asked for; None where none was.
        nearest_before: the last day at or before the one asked for of which something is held, of the
            speaker where one was asked for; None where there is none, or no day was asked for.
        nearest_after: the first such day at or after it; None likewise.
        day_loaded: whether anything of the day asked for is held, of anybody; None where no day was.
        events: how many events the documents are of; None where that was not counted.
        events_of_speaker: how many events the documents of the speaker are of; None where no speaker was
            asked for.
    """

    documents: int
    words: int
    documents_of_speaker: int | None = None
    nearest_before: date | None = None
    nearest_after: date | None = None
    day_loaded: bool | None = None
    events: int | None = None
    events_of_speaker: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A quote held against the record: the verdict, what stands behind it, and where the words are.

    Attributes:
        quoted: the quote's words as given, without the marks around them.
        kind: how an article has them: `direct`, `mixed` where they stand inside reported speech, `indirect`
            where it reports them in its own words; `direct` for a quote that was given by itself. What is
            `indirect` is a `paraphrase`, set beside the nearest passage of its speaker and never judged.
        verdict: the one word for it, the gravest of `wording`, `attribution` and `dating`.
        severity: how much an editor should care; `ok` only where the record confirms all that is claimed.
        wording: how the quote's words stand to the record's.
        attribution: whether the words are those of `claimed_speaker`; `unknown` where the record does not
            show it, or does not say whose they are; else `unclaimed` where `claimed_speaker` is None.
        dating: whether they are of `claimed_on`, or of a day of `claimed_within`; `unclaimed` where both are
            None, `unknown` where the record does not show it.
        claimed_speaker: who is said to have said it, as given or as the article prints it; None where
            nobody is named.
        claimed_on: the day on which it is said to have been said; None where none is given.
        claimed_within: the month or the year in which it is, by an article that gives no day; else None.
        claimed_outlet: the outlet that an article says they were given to, as printed; None where it names
            none.
        outlet: the outlet that they were given to by the record, where it tells another than
            `claimed_outlet`; else None. The flag `outlet` stands beside it.
        evidence: the passages of the record that the quote was held against; None where it is not found, or
            is a single word.
        basis: what kind of place the evidence is; None without evidence.
        edits: the words that differ, in the order of the quote; empty where none do. Those of an `adapted`
            quote stand in its brackets.
        flags: what else is to be known of the quote and its place, in the order of `Flag`.
        doubts: why it is not sure whose words the evidence is; empty unless `unsure` is among the flags.
        score: how surely the words lead to this place, from 0 to 1: near 1 where no other text would
            have them by chance, 0 where nothing was found. It says nothing of the verdict. Of a paraphrase,
            it is the share of its rare words that the passage has.
        speaker: whose words they are by the record; None where it names nobody, for stock phrases, and
            without evidence.
        said_on: the day of the event by the record; None where it does not know it, for stock phrases,
            and without evidence.
        via: who relays the words, where the record has them only so; else None.
        others: further places of the same words, the likeliest first; where the flag `differs` is set,
            another text's other words come first.
        coverage: how much the record could have known, where it does not have the words, the quote is a
            single word, or it has them from somebody else and may not know that the claimed speaker said
            them too; else None.
        span: where the quote stands in the article, in code points of `CheckReport.text`; None for a quote
            that was given by itself.
    """

    quoted: str
    kind: QuotationKind = QuotationKind.DIRECT
    verdict: Verdict
    severity: Severity
    wording: Wording
    attribution: Attribution
    dating: Dating
    claimed_speaker: str | None = None
    claimed_on: date | None = None
    claimed_within: Period | None = None
    claimed_outlet: str | None = None
    outlet: str | None = None
    evidence: Evidence | None = None
    basis: Basis | None = None
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    score: float = 0.0
    speaker: str | None = None
    said_on: date | None = None
    via: str | None = None
    others: tuple[Piece, ...] = ()
    coverage: Coverage | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The checks of one article, and the record they were held against.

    Attributes:
        name: the article's name: its file's, or its path among several.
        checks: a check for each quotation, in the order of the text.
        record: how much the record held.
        text: the article's text, in which the spans of the checks lie.
    """

    name: str
    checks: tuple[Check, ...]
    record: Coverage
    text: str = field(default="", repr=False)
