"""Who speaks in the record, by the names as printed; which of them a name means; what is covered."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from verbale.model.check import Coverage
from verbale.record import rows, schema
from verbale.record.database import Database, Question, Row
from verbale.text.names import same_person, words_of_name

__all__ = ["SpeakerInfo", "Speakers"]

_NAMES = Question(select(schema.speaker_names.c.name).order_by(schema.speaker_names.c.name))
_LIST = """
SELECT s.id, s.name, n.name, count(*), sum(vs.first_hand), sum(vs.reported)
FROM speakers s JOIN speaker_names n ON n.speaker = s.id
JOIN version_speakers vs ON vs.name = n.name
JOIN documents d ON d.version = vs.version AND NOT d.removed
GROUP BY s.id, n.name ORDER BY s.name, s.id, n.name
"""
_DOCUMENTS_OF = """
SELECT count(DISTINCT d.id) FROM speaker_names n JOIN version_speakers vs ON vs.name = n.name
JOIN documents d ON d.version = vs.version AND NOT d.removed WHERE n.speaker = ?
"""
_SIZE = """
SELECT count(*), coalesce(sum(v.words), 0) FROM documents d JOIN versions v ON v.id = d.version
WHERE NOT d.removed
"""
_DAYS = """
SELECT count(*), max(CASE WHEN day <= ? THEN day END), min(CASE WHEN day >= ? THEN day END)
FROM (SELECT coalesce(v.said_on, v.published_on) AS day FROM documents d JOIN versions v ON v.id = d.version
      WHERE NOT d.removed {own})
"""
# A text counts as a speaker's where it has words of theirs first-hand, or is mainly about what they said.
_OWN = """
AND d.version IN (SELECT version FROM version_speakers
                  WHERE (first_hand > 0 OR main) AND name IN (SELECT value FROM json_each(?)))
"""
_DAYS_OF_ALL = _DAYS.format(own="")
_DAYS_OF_SOME = _DAYS.format(own=_OWN)
_LOADED = """
SELECT EXISTS (SELECT 1 FROM documents d JOIN versions v ON v.id = d.version
WHERE NOT d.removed AND (v.said_on = ? OR v.published_on = ?))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerInfo:
    """A speaker of the record: the id, every name as printed, how much there is."""

    id: str
    name: str
    names: tuple[str, ...]
    documents: int
    first_hand: int
    reported: int


class Speakers:
    """The registry of names; what a name means is worked out once for each state of the record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._epoch = -1
        self._names: tuple[str, ...] = ()
        self._meant: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._coverage: dict[tuple[str | None, date | None], Coverage] = {}

    def all(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record, or is quoted in it, in the order of names."""
        found: dict[str, list[Row]] = {}
        for row in self._database.rows(_LIST):
            found.setdefault(row[0], []).append(row)
        return tuple(
            SpeakerInfo(
                id=id_,
                name=forms[0][1],
                names=tuple(form[2] for form in forms),
                documents=self._database.rows(_DOCUMENTS_OF, (id_,))[0][0] if len(forms) > 1 else forms[0][3],
                first_hand=sum(form[4] for form in forms),
                reported=sum(form[5] for form in forms),
            )
            for id_, forms in found.items()
        )

    def named(self, epoch: int, name: str, *, loosely: bool = False) -> tuple[str, ...]:
        """The printed names in the record that mean the same person as a name.

        Args:
            epoch: The state of the record, from `Documents.epoch`.
            name: A full name, a surname, a title with a surname, an office.
            loosely: Also those that merely contain its words, for searching.
        """
        with self._lock:
            self._renew(epoch)
            meant = self._meant.get((name, loosely))
            if meant is None:
                words = set(words_of_name(name))
                meant = self._meant[name, loosely] = tuple(
                    known
                    for known in self._names
                    if same_person(name, known) or (loosely and _contains(known, name, words))
                )
            return meant

    def coverage(self, epoch: int, speaker: str | None, on: date | None) -> Coverage:
        """How much the record could know of what a speaker said on a day."""
        with self._lock:
            self._renew(epoch)
            known = self._coverage.get((speaker, on))
        if known is not None:
            return known
        names = self.named(epoch, speaker) if speaker is not None else None
        documents, words = self._database.rows(_SIZE)[0]
        of_speaker, before, after = self._days(names, on)
        coverage = Coverage(
            documents=documents,
            words=words,
            documents_of_speaker=of_speaker if names is not None else None,
            nearest_before=rows.day(before),
            nearest_after=rows.day(after),
            day_loaded=bool(self._database.rows(_LOADED, (on.isoformat(),) * 2)[0][0]) if on else None,
        )
        with self._lock:
            self._renew(epoch)
            self._coverage[speaker, on] = coverage
        return coverage

    def _days(self, names: tuple[str, ...] | None, on: date | None) -> Row:
        day = on.isoformat() if on is not None else None
        if names is None:
            return self._database.rows(_DAYS_OF_ALL, (day, day))[0]
        return self._database.rows(_DAYS_OF_SOME, (day, day, json.dumps(names)))[0]

    def _renew(self, epoch: int) -> None:
        if epoch != self._epoch:
            self._names = tuple(row[0] for row in self._database.ask(_NAMES))
            self._meant.clear()
            self._coverage.clear()
            self._epoch = epoch


def _contains(known: str, name: str, words: set[str]) -> bool:
    return words <= set(words_of_name(known)) if words else name.casefold() in known.casefold()
