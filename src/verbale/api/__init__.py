"""The parts put together: what users of the library call."""

from verbale.api.reading import quotations, read
from verbale.api.record import Record, open

__all__ = ["Record", "open", "quotations", "read"]
