"""Frozen values: what every other floor passes around. What a record answers with is in `answers`."""

from verbale.model.check import (
    Attribution,
    Check,
    CheckReport,
    Coverage,
    Dating,
    Doubt,
    Edit,
    Evidence,
    Flag,
    Operation,
    Piece,
    Severity,
    Verdict,
    Wording,
)
from verbale.model.document import Basis, Document, Kind, Reading, Role, Section, TaggedTurn, Turn
from verbale.model.period import Period
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span

__all__ = [
    "Attribution",
    "Basis",
    "Check",
    "CheckReport",
    "Coverage",
    "Dating",
    "Document",
    "Doubt",
    "Edit",
    "Evidence",
    "Flag",
    "Kind",
    "Operation",
    "Period",
    "Piece",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Role",
    "Section",
    "Selector",
    "Severity",
    "Span",
    "Statement",
    "TaggedTurn",
    "Turn",
    "Verdict",
    "Wording",
]
