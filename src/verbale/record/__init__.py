"""The store: documents, originals, statements, search, and the quote index."""

from verbale.record.adding import AddReport
from verbale.record.documents import DocumentInfo
from verbale.record.gathering import Refusal
from verbale.record.pipeline import Overrides
from verbale.record.search import Hit, SearchResult
from verbale.record.speakers import SpeakerInfo
from verbale.record.store import IndexEntry, Store

__all__ = [
    "AddReport",
    "DocumentInfo",
    "Hit",
    "IndexEntry",
    "Overrides",
    "Refusal",
    "SearchResult",
    "SpeakerInfo",
    "Store",
]
