"""The errors that Verbale raises; each names the object it is about and what to do.

VerbaleError
├── ReadError              an original could not be turned into a document
│   ├── NotText            the bytes hold no readable text
│   ├── TooLarge           a limit of size, depth or time was passed
│   └── UnknownFormat      no reader takes this file
├── MissingPart            a package that is needed is missing or broken
├── ProfileError           a profile could not be understood
├── RecordError            a record could not be opened or changed
│   ├── NoSuchDocument     the record holds no document of that id
│   └── RecordTooNew       the record was written by a newer Verbale
├── QueryError             a search query could not be understood
└── SpanError              a span does not lie inside its text
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

__all__ = [
    "MissingPart",
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


class MissingPart(VerbaleError):
    """A package that Verbale needs is missing or broken; `about` is its name."""

    @classmethod
    def of(cls, error: ImportError) -> Self:
        """What the failure of an import means, and what helps.

        >>> str(MissingPart.of(ModuleNotFoundError("No module named 'docx'", name="docx")))
        'The package python-docx, which Verbale needs, is missing here: pip install python-docx'
        """
        first = _first(error)
        module = (first.name or "").partition(".")[0]
        package = _PACKAGES.get(module, module.replace("_", "-"))
        reason = " ".join(str(first).split())
        if module in sys.stdlib_module_names:
            return cls(
                f"This Python lacks a part of its own ({reason}); use one that was built with it.", module
            )
        if module in {"", "verbale"}:
            return cls(f"Verbale's own installation is broken ({reason}); install it anew.", "verbale")
        if isinstance(first, ModuleNotFoundError) and first.name == module:
            told = f"is missing here: pip install {package}"
        else:
            told = f"is broken here ({reason}): pip install --force-reinstall {package}"
        return cls(f"The package {package}, which Verbale needs, {told}", package)


_PACKAGES = {
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "text_to_num": "text2num",
    "yaml": "pyyaml",
}
"""Packages whose name is not that of their module."""


def _first(error: ImportError) -> ImportError:
    """The import that failed first: packages tell of a missing part of theirs by an error of their own."""
    before = error.__cause__ or error.__context__
    return _first(before) if isinstance(before, ImportError) else error


@contextmanager
def parts_needed() -> Iterator[None]:
    """Tells of an import that fails inside as a `MissingPart`."""
    try:
        yield
    except ImportError as error:
        raise MissingPart.of(error) from error


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
