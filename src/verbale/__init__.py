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
    Attribution,
    Basis,
    Check,
    CheckReport,
    Coverage,
    Dating,
    Document,
    Doubt,
    Edit,
    Evidence,
    Flag,
    Kind,
    Operation,
    Period,
    Piece,
    Quotation,
    QuotationKind,
    Role,
    Section,
    Selector,
    Severity,
    Span,
    Statement,
    Turn,
    Verdict,
    Wording,
)

if TYPE_CHECKING:
    from verbale.model.answers import (
        AddReport,
        Copy,
        Difference,
        DocumentInfo,
        Event,
        Hit,
        Orphan,
        RecordInfo,
        Refusal,
        ReparseReport,
        RetagReport,
        RosterReport,
        SearchResult,
        SpeakerChange,
        SpeakerInfo,
        Suggestion,
        VersionInfo,
    )
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
    "Doubt",
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
    "Period",
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
    "ReparseReport",
    "RetagReport",
    "Role",
    "RosterReport",
    "SearchResult",
    "Section",
    "Selector",
    "Severity",
    "Span",
    "SpanError",
    "SpeakerChange",
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
    # Answers and profiles come when they are asked for: to make their classes takes longer than to make
    # all others, and a profile is the parser's.
    if name not in __all__:
        raise AttributeError(f"module 'verbale' has no attribute {name!r}")
    where = "verbale.parse.profiles.profile" if name == "Profile" else "verbale.model.answers"
    return getattr(import_module(where), name)


# Tracebacks, and pages made from docstrings, show the names that users import. Classes whose methods
# have examples keep their own module, where pytest looks for these.
for name in errors.__all__:
    getattr(errors, name).__module__ = "verbale"
