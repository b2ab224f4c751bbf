"""Texts on their way into a record: taken apart outside it, then put into it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from verbale.model.document import Document
from verbale.model.quotation import Quotation
from verbale.model.reports import Orphan
from verbale.model.statement import Statement

__all__ = ["PARSER", "Action", "Found", "Incoming", "Outcome", "Prepared", "Reread"]

# Here, and not in `parse/`, since a check has to know it and would load the whole parser for it.
PARSER = 3
"""Grows when turns or speakers are found otherwise in a text that is read the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and the number of the quotation that it was made from (None: first-hand)."""

    statement: Statement
    quotation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text taken apart, ready to be stored; `parser` is the number of the parser that did it."""

    document: Document
    quotations: tuple[Quotation, ...]
    statements: tuple[Found, ...]
    parser: int


class Action(Enum):
    """What becomes of bytes found at a place."""

    ADD = auto()  # a new document
    KEEP = auto()  # the record has these bytes
    REVISE = auto()  # a new version of the document that lay there
    RETURN = auto()  # an earlier version lies there again
    OVERRIDE = auto()  # the same bytes, but a person now says otherwise of them
    REFUSE = auto()
    PREPARE = auto()  # nothing: the text has to be taken apart first, and was not


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Bytes found at a place, on their way into a record.

    `sha256` is theirs; `told` is what a person said of them, as it is kept. `prepared` is the text taken
    apart, None where the record seemed to have no need of it. `is_fetched` says that the bytes may differ
    from one day to the next where the words do not.
    """

    place: str
    data: bytes
    sha256: str
    told: str = ""
    prepared: Prepared | None = None
    is_fetched: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a text: the document that it is now, or why it was refused.

    `fault` is what went wrong where the text could not be stored; `orphans` are statements and decisions
    of a revised document whose words have no sure place any more.
    """

    action: Action
    document: str = ""
    fault: Exception | None = None
    orphans: tuple[Orphan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What became of a document that was read again from the bytes that the record has.

    `before` are the statements that it had, at their places in the text as it is now; what has no sure
    place there is in `orphans`.
    """

    before: tuple[Statement, ...]
    orphans: tuple[Orphan, ...] = ()
