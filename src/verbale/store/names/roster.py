"""What a person's own table says of speakers: other names, offices held, languages, Wikidata ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from verbale.model.reports import Refusal
from verbale.model.speaker_table import RosterReport, SpeakerRow
from verbale.store.names.contradictions import contradictions
from verbale.store.sql.writing import find, identify
from verbale.text.names import key_words
from verbale.text.offices import office_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["keep"]

_SPEAKER = """
INSERT INTO speakers (id, name) VALUES (?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, wikidata = NULL, languages = NULL
"""
_FORGET = ("DELETE FROM aliases WHERE speaker = ?", "DELETE FROM offices WHERE speaker = ?")
_WIKIDATA = "UPDATE speakers SET wikidata = ? WHERE id = ?"
_LANGUAGES = "UPDATE speakers SET languages = ? WHERE id = ?"
_ALIAS = "INSERT OR IGNORE INTO aliases (speaker, name) VALUES (?, ?)"
_OFFICE = "INSERT OR REPLACE INTO offices (id, speaker, office, since, until) VALUES (?, ?, ?, ?, ?)"


def keep(connection: Connection, rows: Iterable[SpeakerRow | Refusal]) -> RosterReport:
    """Store a table's rows in place of what an earlier table said of the same names.

    Rows that would make one person of two are refused; a name whose rows are all refused stays as it was.
    """
    rows = list(rows)
    wrong = contradictions(connection, [row for row in rows if isinstance(row, SpeakerRow)])
    speakers: set[str] = set()
    aliases: set[tuple[str, str]] = set()
    offices: set[str] = set()
    refused: list[Refusal] = []
    for row in rows:
        if isinstance(row, Refusal):
            refused.append(row)
            continue
        if row.place in wrong:
            refused.append(Refusal(row.place, wrong[row.place]))
            continue
        speaker = identify(row.name)
        if speaker not in speakers:
            speakers.add(speaker)
            connection.exec_driver_sql(_SPEAKER, (speaker, row.name))
            find(connection, row.name, key_words(row.name))
            for sql in _FORGET:
                connection.exec_driver_sql(sql, (speaker,))
        if row.wikidata:
            connection.exec_driver_sql(_WIKIDATA, (row.wikidata, speaker))
        if row.languages:
            connection.exec_driver_sql(_LANGUAGES, ("|".join(row.languages), speaker))
        for alias in row.aliases:
            aliases.add((speaker, alias))
            connection.exec_driver_sql(_ALIAS, (speaker, alias))
            find(connection, alias, key_words(alias))
        if row.office:
            since = row.since.isoformat() if row.since else None
            until = row.until.isoformat() if row.until else None
            id_ = hashlib.sha256(f"{speaker}\n{row.office.casefold()}\n{since}".encode()).hexdigest()[:16]
            offices.add(id_)
            connection.exec_driver_sql(_OFFICE, (id_, speaker, row.office, since, until))
            find(connection, row.office, office_words(row.office))
    return RosterReport(
        speakers=len(speakers), aliases=len(aliases), offices=len(offices), refused=tuple(refused)
    )
