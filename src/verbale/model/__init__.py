"""Frozen values: what every other floor passes around, and what a record answers with."""

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
from verbale.model.holdings import (
    Copy,
    Difference,
    DocumentInfo,
    Event,
    IndexEntry,
    Mark,
    RecordInfo,
    Superseded,
    VersionInfo,
)
from verbale.model.people import Office, SpeakerInfo, Suggestion
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.reports import AddReport, Orphan, Refusal, RetagReport
from verbale.model.search import Hit, SearchResult
from verbale.model.speaker_table import RosterReport
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span

__all__ = [
    "AddReport",
    "Attribution",
    "Basis",
    "Check",
    "CheckReport",
    "Copy",
    "Coverage",
    "Dating",
    "Difference",
    "Document",
    "DocumentInfo",
    "Edit",
    "Event",
    "Evidence",
    "Flag",
    "Hit",
    "IndexEntry",
    "Kind",
    "Mark",
    "Office",
    "Operation",
    "Orphan",
    "Piece",
    "Quotation",
    "QuotationKind",
    "Reading",
    "RecordInfo",
    "Refusal",
    "RetagReport",
    "Role",
    "RosterReport",
    "SearchResult",
    "Section",
    "Selector",
    "Severity",
    "Span",
    "SpeakerInfo",
    "Statement",
    "Suggestion",
    "Superseded",
    "TaggedTurn",
    "Turn",
    "Verdict",
    "VersionInfo",
    "Wording",
]
