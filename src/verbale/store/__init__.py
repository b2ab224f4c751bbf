"""The store: documents, originals, statements, search, and the quote index."""

from verbale.store.interface import Store
from verbale.store.opening import open_store

__all__ = ["Store", "open_store"]
