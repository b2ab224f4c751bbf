"""Frozen values: what every other floor passes around."""

from verbale.model.check import (
    Attribution,
    Check,
    CheckReport,
    Coverage,
    Dating,
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
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.reports import AddReport, Orphan, Refusal, RetagReport
from verbale.model.speaker_table import RosterReport
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span

__all__ = [
    "AddReport",
    "Attribution",
    "Basis",
    "Check",
    "CheckReport",
    "Coverage",
    "Dating",
    "Document",
    "Edit",
    "Evidence",
    "Flag",
    "Kind",
    "Operation",
    "Orphan",
    "Piece",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Refusal",
    "RetagReport",
    "Role",
    "RosterReport",
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
