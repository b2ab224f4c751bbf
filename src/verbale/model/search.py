"""What a search gives back: passages, with the words found in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from verbale.model.document import Role
from verbale.model.text import Span

__all__ = ["Hit", "Order", "SearchResult"]

Order = Literal["relevance", "date", "-date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that a query found.

    `span` is the passage and `spans` the words found, both in `Document.text`. `snippet` is the part
    of the passage to show, `snippet_span` its place, and `marks` the words found inside it. Where
    all the words found are quoted, `speaker` is whoever they belong to, and `via` who relays them.
    """

    document_id: str
    title: str | None
    name: str
    speaker: str | None
    said_on: date | None
    role: Role | None
    first_hand: bool
    via: str | None
    span: Span
    spans: tuple[Span, ...]
    snippet: str
    snippet_span: Span
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits asked for, and how many passages there are in all."""

    query: str
    total: int
    hits: tuple[Hit, ...]

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)
