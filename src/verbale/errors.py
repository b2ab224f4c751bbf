"""The errors that Verbale raises; each names the object it is about and what to do.

VerbaleError
├── ReadError              an original could not be turned into a document
│   ├── NotText            the bytes hold no readable text
│   ├── TooLarge           a limit of size, depth or time was passed
│   └── UnknownFormat      no reader takes this file
├── ProfileError           a profile could not be understood
├── RecordError            a record could not be opened or changed
│   ├── NoSuchDocument     the record holds no document of that id
│   └── RecordTooNew       the record was written by a newer Verbale
├── QueryError             a search query could not be understood
└── SpanError              a span does not lie inside its text
"""

from __future__ import annotations

__all__ = [
    "NoSuchDocument",
    "NotText",
    "ProfileError",
    "QueryError",
    "ReadError",
    "RecordError",
    "RecordTooNew",
    "SpanError",
    "TooLarge",
    "UnknownFormat",
    "VerbaleError",
]


class VerbaleError(Exception):
    """Every error of Verbale: `about` is the object, the message one clear sentence."""

    def __init__(self, message: str, about: object = None) -> None:
        super().__init__(message)
        self.about = about


class ReadError(VerbaleError):
    """An original could not be turned into a document; `about` is its name."""


class NotText(ReadError):
    """The bytes hold no readable text: empty, binary, or damaged beyond use."""


class TooLarge(ReadError):
    """A limit of size, depth or time was passed while reading."""


class UnknownFormat(ReadError):
    """No reader takes a file of this kind."""


class ProfileError(VerbaleError):
    """A profile could not be read or understood; `about` is its file."""


class RecordError(VerbaleError):
    """A record could not be opened or changed; `about` is its place."""


class NoSuchDocument(RecordError):
    """The record holds no document of that id."""


class RecordTooNew(RecordError):
    """The record was written by a newer Verbale; update Verbale to open it."""


class QueryError(VerbaleError):
    """A search query could not be understood; `about` is the query."""


class SpanError(VerbaleError, ValueError):
    """A span does not lie inside its text."""
