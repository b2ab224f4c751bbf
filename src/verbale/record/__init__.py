"""The store: documents, originals, statements, search, and the quote index."""

from verbale.record.adding import AddReport
from verbale.record.decisions import Mark
from verbale.record.differences import Difference
from verbale.record.documents import DocumentInfo
from verbale.record.events import Copy, Event
from verbale.record.gathering import Refusal
from verbale.record.handle import IndexEntry
from verbale.record.offices import Office
from verbale.record.pipeline import Overrides
from verbale.record.reanchoring import Orphan
from verbale.record.roster import RosterReport
from verbale.record.search import Hit, SearchResult
from verbale.record.speakers import SpeakerInfo
from verbale.record.store import Store
from verbale.record.suggestions import Suggestion
from verbale.record.tagging import RetagReport
from verbale.record.versions import Superseded, VersionInfo

__all__ = [
    "AddReport",
    "Copy",
    "Difference",
    "DocumentInfo",
    "Event",
    "Hit",
    "IndexEntry",
    "Mark",
    "Office",
    "Orphan",
    "Overrides",
    "Refusal",
    "RetagReport",
    "RosterReport",
    "SearchResult",
    "SpeakerInfo",
    "Store",
    "Suggestion",
    "Superseded",
    "VersionInfo",
]
