"""The quote index: where the words of a quote stand in the record, found without scanning it.

Derived from the record and rebuilt from it at any time. Words are hashes in the order of the texts;
the hash of each adjacent pair is kept sorted, so the rare pairs of a quote lead to the few places
where it can stand. Everything is memory-mapped; segments are never changed once written.
"""

from verbale.store.index.manifest import catch_up, rebuild
from verbale.store.index.retrieval import Place, QuoteIndex, Region

__all__ = ["Place", "QuoteIndex", "Region", "catch_up", "rebuild"]
