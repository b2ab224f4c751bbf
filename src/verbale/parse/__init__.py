"""A reading to a document: turns, sections, kind, metadata."""

from verbale.parse.composing import Overrides, parse, read

__all__ = ["PARSER", "Overrides", "parse", "read"]

PARSER = 2
"""Grows when turns or speakers are found otherwise in a text that is read the same."""
