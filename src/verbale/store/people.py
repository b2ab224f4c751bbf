"""Who speaks in a record, under which names, and how much of them it holds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from verbale.model.check import Coverage
from verbale.model.people import SpeakerInfo
from verbale.model.reports import Refusal
from verbale.model.speaker_table import RosterReport, SpeakerRow
from verbale.store.handle import Handle
from verbale.store.sql import roster

__all__ = ["People"]

_DOCUMENTS_OF = """
SELECT d.id FROM version_speakers vs JOIN documents d ON d.version = vs.version AND NOT d.removed
WHERE vs.name IN (SELECT value FROM json_each(?))
"""


class People(Handle):
    """The speakers of a record, and your own table of them."""

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record or is quoted in it, in the order of names."""
        return self._speakers.all()

    def same_speaker(self, one: str, other: str) -> bool:
        """Whether two names as printed mean one person in this record.

        Their words have to fit, or a person has said so; nobody has said that they are two people.
        """
        return self._speakers.same(self._documents.epoch, one, other)

    def documents_of(self, speaker: str) -> frozenset[str]:
        """The ids of the documents that have words of somebody, first-hand or reported.

        Args:
            speaker: A name as an article gives it.
        """
        names = self._speakers.named(self._documents.epoch, speaker)
        return frozenset(row[0] for row in self._database.rows(_DOCUMENTS_OF, (json.dumps(names),)))

    def may_be_same(self, one: str, other: str) -> bool:
        """Whether two names look like two spellings of one, and nobody has said that they are not."""
        return self._speakers.may_be_same(self._documents.epoch, one, other)

    def holder(self, office: str, on: date) -> str | None:
        """Who held an office on a day, by your table of speakers or else by the titles in the texts.

        Args:
            office: The office as printed, "the prime minister".
            on: The day.

        Returns:
            A name; None where nobody is known to have held it, or two could have.
        """
        return self._speakers.holder(self._documents.epoch, office, on)

    def languages(self, speaker: str) -> tuple[str, ...]:
        """The languages that somebody speaks in, in ISO 639, by your table; empty where it does not say.

        Args:
            speaker: A name as printed.
        """
        return self._speakers.languages(self._documents.epoch, speaker)

    def coverage(self, speaker: str | None = None, on: date | None = None) -> Coverage:
        """How much the record could know of what a speaker said on a day.

        Args:
            speaker: A name as an article gives it; None for everybody.
            on: The day; None leaves the dates out.
        """
        return self._speakers.coverage(self._documents.epoch, speaker, on)

    def put_speakers(self, rows: Iterable[SpeakerRow | Refusal]) -> RosterReport:
        """Take in a table of speakers that a person keeps; the same table again changes nothing.

        Args:
            rows: The rows of the table, and those that could not be read.
        """
        with self._database.write() as connection:
            return roster.keep(connection, rows)
