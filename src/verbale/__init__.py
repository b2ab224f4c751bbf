r"""Verbale: the record of what was said, word for word.

>>> import tempfile, verbale
>>> with tempfile.TemporaryDirectory() as folder, verbale.open(folder) as record:
...     record.check("We shall never leave the lake").verdict.value
'not found'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from verbale import errors
from verbale.api import Record, open, quotations, read
from verbale.errors import (
    MissingPart,
    NoSuchDocument,
    NotText,
    ProfileError,
    QueryError,
    ReadError,
    RecordError,
    RecordTooNew,
    SpanError,
    TooLarge,
    UnknownFormat,
    VerbaleError,
)
from verbale.model import (
    AddReport,
    Attribution,
    Basis,
    Check,
    CheckReport,
    Copy,
    Coverage,
    Dating,
    Difference,
    Document,
    DocumentInfo,
    Edit,
    Event,
    Evidence,
    Flag,
    Hit,
    Kind,
    Operation,
    Orphan,
    Piece,
    Quotation,
    QuotationKind,
    RecordInfo,
    Refusal,
    RetagReport,
    Role,
    RosterReport,
    SearchResult,
    Section,
    Selector,
    Severity,
    Span,
    SpeakerInfo,
    Statement,
    Suggestion,
    Turn,
    Verdict,
    VersionInfo,
    Wording,
)

if TYPE_CHECKING:
    from verbale.parse.profiles.profile import Profile

__version__ = "0.1.0"

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
    "Kind",
    "MissingPart",
    "NoSuchDocument",
    "NotText",
    "Operation",
    "Orphan",
    "Piece",
    "Profile",
    "ProfileError",
    "QueryError",
    "Quotation",
    "QuotationKind",
    "ReadError",
    "Record",
    "RecordError",
    "RecordInfo",
    "RecordTooNew",
    "Refusal",
    "RetagReport",
    "Role",
    "RosterReport",
    "SearchResult",
    "Section",
    "Selector",
    "Severity",
    "Span",
    "SpanError",
    "SpeakerInfo",
    "Statement",
    "Suggestion",
    "TooLarge",
    "Turn",
    "UnknownFormat",
    "VerbaleError",
    "Verdict",
    "VersionInfo",
    "Wording",
    "__version__",
    "open",
    "quotations",
    "read",
]


def __getattr__(name: str) -> object:
    if name == "Profile":  # the parser defines it, and loads slowly
        return import_module("verbale.parse.profiles.profile").Profile
    raise AttributeError(f"module 'verbale' has no attribute {name!r}")


# Tracebacks, and pages made from docstrings, show the names that users import. Classes whose methods
# have examples keep their own module, where pytest looks for these.
for name in errors.__all__:
    getattr(errors, name).__module__ = "verbale"
