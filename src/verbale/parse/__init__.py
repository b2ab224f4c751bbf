"""A reading to a document: turns, sections, kind, metadata."""

from verbale.model.incoming import PARSER
from verbale.parse.composing import Overrides, parse, read

__all__ = ["PARSER", "Overrides", "parse", "read"]
