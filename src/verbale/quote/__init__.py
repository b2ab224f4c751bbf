"""A document to its quotations."""

from verbale.quote.attribution.uses import Use
from verbale.quote.marked import Marked, marked, quotations

__all__ = ["Marked", "Use", "marked", "quotations"]
