"""Texts on their way into a record: taken apart outside it, then put into it."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.document import Document
from verbale.model.quotation import Quotation
from verbale.model.statement import Statement

__all__ = ["Found", "Prepared"]


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and the number of the quotation that it was made from (None: first-hand)."""

    statement: Statement
    quotation: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text taken apart, ready to be stored."""

    document: Document
    quotations: tuple[Quotation, ...]
    statements: tuple[Found, ...]
