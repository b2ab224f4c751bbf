"""The store: documents, originals, statements, search, and the quote index."""

from verbale.store.store import Store

__all__ = ["Store"]
