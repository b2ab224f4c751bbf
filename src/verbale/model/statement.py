"""Words of one speaker in the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.model.document import Basis, Role
from verbale.model.text import Span

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words of one speaker in the record, first-hand (a turn) or reported (a quotation).

    A first-hand statement is a turn minus the spans in which its speaker relays others; a reported
    one is a quotation, `via` whoever relays it. `id` comes from the content. `turn` is the index of
    the turn it lies in, None outside turns; `unsure` says that it is not sure whose turn that is.
    `parent` is the id of the enclosing statement.
    """

    id: str
    document: str
    spans: tuple[Span, ...]
    speaker: str | None
    said_on: date | None
    first_hand: bool
    basis: Basis
    role: Role = Role.STATEMENT
    via: str | None = None
    turn: int | None = None
    parent: str | None = None
    replayed: bool = False
    unsure: bool = False
