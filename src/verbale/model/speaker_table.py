"""A person's own table of speakers: its rows, and what it brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from verbale.model.reports import Refusal

__all__ = ["RosterReport", "SpeakerRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """One row of a table; `place` says where it stands.

    `since` and `until` are the first and the last day of the office, None where they are not known.
    """

    place: str
    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterReport:
    """What a table of speakers brought: how many of each, and the rows that were refused, and why."""

    speakers: int = 0
    aliases: int = 0
    offices: int = 0
    refused: tuple[Refusal, ...] = ()
