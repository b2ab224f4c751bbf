"""A document to its quotations."""

from verbale.quote.marked import Marked, marked, quotations
from verbale.quote.uses import Use

__all__ = ["Marked", "Use", "marked", "quotations"]
