"""A reading to a document: turns, sections, kind, metadata."""

from verbale.parse.composing import Overrides, parse, read

__all__ = ["Overrides", "parse", "read"]
