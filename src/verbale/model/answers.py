"""What a record answers with, by one name each; none of it is loaded before a record is opened."""

from __future__ import annotations

from verbale.model.holdings import Copy, Difference, DocumentInfo, Event, RecordInfo, VersionInfo
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.model.reports import AddReport, Orphan, Refusal, ReparseReport, RetagReport, SpeakerChange
from verbale.model.search import Hit, SearchResult
from verbale.model.speaker_table import RosterReport

__all__ = [
    "AddReport",
    "Copy",
    "Difference",
    "DocumentInfo",
    "Event",
    "Hit",
    "Orphan",
    "RecordInfo",
    "Refusal",
    "ReparseReport",
    "RetagReport",
    "RosterReport",
    "SearchResult",
    "SpeakerChange",
    "SpeakerInfo",
    "Suggestion",
    "VersionInfo",
]
