"""A quote held against the record: verdict, evidence, edits, flags."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from verbale.model.document import Basis
from verbale.model.text import Selector, Span

__all__ = [
    "Attribution",
    "Check",
    "CheckReport",
    "Coverage",
    "Dating",
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


class Wording(StrEnum):
    """How the quote's words stand to the record's."""

    VERBATIM = "verbatim"
    ELIDED = "elided"
    ADAPTED = "adapted"
    ALTERED = "altered"
    SPLICED = "spliced"
    COMMON = "common"
    NOT_FOUND = "not found"


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
    REPEATED = "repeated"


class Operation(StrEnum):
    """An edit from the record to the quote."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words that differ: `insert` is only in the quote, `delete` only in the record.

    `quoted_span` lies in `Check.quoted`; `record_span` in the text of the evidence's document.
    """

    op: Operation
    quoted: str
    record: str
    quoted_span: Span | None = None
    record_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One passage of a document that bears on a quote: `document` is its id, `text` its own words.

    `version` is None for the current version; where only an older one has the words it is that one's
    number, and the spans lie in that version's text.
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
    """A quote held against the record."""

    quoted: str
    verdict: Verdict
    severity: Severity
    wording: Wording
    attribution: Attribution
    dating: Dating
    claimed_speaker: str | None = None
    claimed_on: date | None = None
    evidence: Evidence | None = None
    basis: Basis | None = None
    edits: tuple[Edit, ...] = ()
    flags: tuple[Flag, ...] = ()
    score: float = 0.0
    speaker: str | None = None
    said_on: date | None = None
    via: str | None = None
    others: tuple[Piece, ...] = ()
    coverage: Coverage | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The checks of one article, in the order of its text, and the record they were held against."""

    name: str
    checks: tuple[Check, ...]
    record: Coverage
    text: str = field(default="", repr=False)
