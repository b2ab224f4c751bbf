"""Who speaks in a record: their names, their offices, and what a person is asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

__all__ = ["Office", "SpeakerInfo", "Suggestion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a speaker held from `since` to `until`, both included; None where not known."""

    office: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerInfo:
    """A speaker of the record: the id, every name as printed, how much there is.

    Copies and excerpts of one text are several documents and one event. `aliases`, `offices`,
    `wikidata` and `languages` are what the user's own table says.
    """

    id: str
    name: str
    names: tuple[str, ...]
    documents: int
    events: int
    first_hand: int
    reported: int
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question about two names: are they one person?

    `kind` is "merge" where the record keeps them apart, "split" where it takes them for one; `reason`
    is "nickname", "transliteration", "order" (of the words), "addition" (of a second surname), or
    "ambiguous" for a short form that fits several people.
    """

    id: str
    kind: Literal["merge", "split"]
    one: str
    other: str
    reason: str
