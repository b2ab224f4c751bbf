"""Words attributed to someone inside a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from verbale.model.text import Span

__all__ = ["Quotation", "QuotationKind"]


class QuotationKind(StrEnum):
    """Whether the words are quoted, reported, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words attributed to someone; the content may be several spans, outer marks left out.

    `cue` covers the words that attribute ("said"), `mention` the words that name the speaker
    ("the minister"); `speaker` is the name as printed or resolved within the document, None where
    unsure. `via` is whoever relays the words (the turn's speaker), `turn` the index of the turn in
    `Document.turns`, `parent` the index of the enclosing quotation in the same result. `score` is
    between 0 and 1, `method` says how it was found.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind = QuotationKind.DIRECT
    cue: Span | None = None
    mention: Span | None = None
    speaker: str | None = None
    via: str | None = None
    turn: int | None = None
    parent: int | None = None
    score: float = 1.0
    method: str = "marks"
