"""The store: documents, originals, statements, search, and the quote index."""

from verbale.store.differences import Difference
from verbale.store.handle import IndexEntry
from verbale.store.names.offices import Office
from verbale.store.names.speakers import SpeakerInfo
from verbale.store.names.suggestions import Suggestion
from verbale.store.search.search import Hit, SearchResult
from verbale.store.sql.decisions import Mark
from verbale.store.sql.documents import DocumentInfo
from verbale.store.sql.events import Copy, Event
from verbale.store.sql.versions import Superseded, VersionInfo
from verbale.store.store import Store

__all__ = [
    "Copy",
    "Difference",
    "DocumentInfo",
    "Event",
    "Hit",
    "IndexEntry",
    "Mark",
    "Office",
    "SearchResult",
    "SpeakerInfo",
    "Store",
    "Suggestion",
    "Superseded",
    "VersionInfo",
]
