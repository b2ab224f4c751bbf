"""A reading to a document: turns, sections, kind, metadata."""
