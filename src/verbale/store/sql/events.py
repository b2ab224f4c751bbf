"""Copies of one event: linked after adding, grouped so that counts do not double, parted by a person."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from verbale.model.holdings import Copy, Event
from verbale.store.agreed_places import agreed_place
from verbale.store.copies import SHINGLE, Kinship, Sample, kinship, sample, shared_by
from verbale.store.index import QuoteIndex
from verbale.store.sql import rows
from verbale.store.sql.database import Database, Row
from verbale.text.names import words_of_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["copies_of", "event_of", "group", "link"]

BATCH = 64
# A page may carry the day after the event.
DELAY = timedelta(days=1)

_NEW = """
SELECT DISTINCT d.id, d.version FROM changes c JOIN documents d ON d.version = c.version
WHERE c.generation > ? AND c.entered AND NOT d.removed ORDER BY d.version
"""
_QUOTED = "SELECT spans FROM quotations WHERE version = ? AND kind <> 'indirect'"
_SETTLED = "SELECT generation FROM settled WHERE work = 'copies'"
_GENERATION = "SELECT coalesce(max(generation), 0) FROM changes"
_SETTLE = "INSERT OR REPLACE INTO settled VALUES ('copies', ?)"
_LINKED = """
SELECT document FROM copies WHERE document IN (SELECT value FROM json_each(?))
UNION SELECT copy_of FROM copies WHERE copy_of IN (SELECT value FROM json_each(?))
UNION SELECT id FROM documents WHERE event IS NOT NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY 1
"""
_FORGET = "DELETE FROM copies WHERE method <> 'same text' AND (document = ? OR copy_of = ?)"
_KEEP = "INSERT OR IGNORE INTO copies VALUES (?, ?, ?, ?)"
# A link by the same text holds while the current versions have it; a person's word is above all.
_COPIES = """
SELECT CASE WHEN c.document = :id THEN c.copy_of ELSE c.document END, c.method, c.score, c.document = :id,
       coalesce(theirs.said_on, theirs.published_on), theirs.speaker
FROM copies c JOIN documents a ON a.id = c.document JOIN documents b ON b.id = c.copy_of
JOIN versions mine ON mine.id = CASE WHEN c.document = :id THEN a.version ELSE b.version END
JOIN versions theirs ON theirs.id = CASE WHEN c.document = :id THEN b.version ELSE a.version END
WHERE (c.document = :id OR c.copy_of = :id) AND NOT a.removed AND NOT b.removed
  AND (c.method <> 'same text' OR mine.text_sha256 = theirs.text_sha256)
  AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.subject = 'copies' AND d.undone_at IS NULL
                  AND d.one = min(c.document, c.copy_of) AND d.other = max(c.document, c.copy_of))
ORDER BY c.method = 'same text' DESC, c.score DESC, 1
"""
_DAY = """
SELECT coalesce(v.said_on, v.published_on), v.speaker, d.event
FROM documents d JOIN versions v ON v.id = d.version WHERE d.id = ?
"""
_EVENT = """
SELECT e.id, e.said_on, e.speaker, e.place, e.place_id, e.time_zone
FROM documents d JOIN events e ON e.id = d.event WHERE d.id = ?
"""
_FORMERLY = """
SELECT other.id FROM documents d JOIN documents other ON other.event = d.event AND other.id <> d.id
WHERE d.id = ? ORDER BY other.id
"""
_PLACES = """
SELECT v.place, v.time_zone FROM documents d JOIN versions v ON v.id = d.version
WHERE d.id IN (SELECT value FROM json_each(?)) AND coalesce(v.place, v.time_zone) IS NOT NULL ORDER BY d.id
"""
_SET_PLACE = "UPDATE events SET place = ?, place_id = ?, time_zone = ? WHERE id = ?"
_OF_EVENT = "SELECT id FROM documents WHERE event = ? AND NOT removed ORDER BY id"


def link(database: Database, folder: Path) -> None:
    """Link the documents that came in since the last time to those they share their words with.

    Args:
        database: the record's database.
        folder: the folder of its quote index, which is up to date.
    """
    found = database.rows(_SETTLED)
    generation = database.rows(_GENERATION)[0][0]
    settled = found[0][0] if found else 0
    if settled == generation:
        return
    new = database.rows(_NEW, (settled,))
    index = QuoteIndex(folder)
    # A few batches to a transaction would hold the lock for longer than others want to wait.
    for first in range(0, len(new), BATCH):
        batch = [(document, version) for document, version in new[first : first + BATCH]]
        kin = _kin(database, index, batch)
        ids = json.dumps([document for document, _ in batch])
        known = [row[0] for row in database.rows(_LINKED, (ids,) * 3)]
        if not kin and not known:  # most documents are nobody's copy
            continue
        with database.write() as connection:
            for document in known:
                connection.exec_driver_sql(_FORGET, (document, document))
            for each in kin:
                connection.exec_driver_sql(_KEEP, (each.document, each.copy_of, each.kind, each.share))
            group(connection, dict.fromkeys([*known, *(each.document for each in kin)]))
    with database.write() as connection:
        connection.exec_driver_sql(_SETTLE, (generation,))


def _kin(database: Database, index: QuoteIndex, batch: Sequence[tuple[str, int]]) -> list[Kinship]:
    taken = [_sample(database, index, document, version) for document, version in batch]
    counted = shared_by(index, taken)
    return [
        each
        for (document, _), own, counts in zip(batch, taken, counted, strict=True)
        for each in kinship(index, document, own, counts.items())
    ]


def _sample(database: Database, index: QuoteIndex, document: str, version: int) -> Sample:
    place = index.whole(document)
    if place is None:
        return Sample(np.zeros((0, SHINGLE), np.uint32))
    quoted = [span for row in database.rows(_QUOTED, (version,)) for span in rows.spans_of(row[0])]
    starts = place.segment.starts[place.low : place.high].astype(np.int64)
    return sample(place.hashes, starts, starts + place.segment.lengths[place.low : place.high], quoted)


def copies_of(database: Database, document: str) -> tuple[Copy, ...]:
    """The documents that have the same words as one, those that share most first."""
    found: dict[str, Copy] = {}
    for other, kind, share, is_part, _, _ in database.rows(_COPIES.replace(":id", "?1"), (document,)):
        told = ("whole" if is_part else "excerpt") if kind == "excerpt" else kind
        found.setdefault(other, Copy(document_id=other, kind=told, share=share))
    return tuple(found.values())


def event_of(database: Database, document: str) -> Event | None:
    """The event that a document and its copies are of; None where it has no copies."""
    found = database.rows(_EVENT, (document,))
    if not found:
        return None
    id_, said_on, speaker, place, place_id, time_zone = found[0]
    documents = tuple(row[0] for row in database.rows(_OF_EVENT, (id_,)))
    if len(documents) < 2:
        return None
    return Event(
        id=id_,
        said_on=rows.day(said_on),
        speaker=speaker,
        place=place,
        documents=documents,
        place_id=place_id,
        time_zone=time_zone,
    )


def group(connection: Connection, documents: Iterable[str]) -> None:
    """Work out again which documents are copies of one event, from those given on."""

    def ask(sql: str, *values: object) -> list[Row]:
        return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

    given = list(documents)
    # whoever was in one group with them may be left alone
    given += [other for document in given for (other,) in ask(_FORMERLY, document)]
    done: set[str] = set()
    for first in given:
        if first in done:
            continue
        day, speaker, event = ask(_DAY, first)[0]
        members = {first: (rows.day(day), speaker)}
        left = [first]
        while left:
            document = left.pop()
            for other, _, _, _, its_day, its_speaker in ask(_COPIES.replace(":id", "?1"), document):
                if other not in members and _one_day([*(d for d, _ in members.values()), rows.day(its_day)]):
                    members[other] = (rows.day(its_day), its_speaker)
                    left.append(other)
        done |= members.keys()
        if len(members) > 1:
            _keep(connection, members)
        elif event is not None:
            connection.exec_driver_sql("UPDATE documents SET event = NULL WHERE id = ?", (first,))


def _one_day(days: Iterable[date | None]) -> bool:
    known = [day for day in days if day is not None]
    return not known or max(known) - min(known) <= DELAY


def _keep(connection: Connection, members: dict[str, tuple[date | None, str | None]]) -> None:
    said_on = min((day for day, _ in members.values() if day is not None), default=None)
    names = Counter(speaker for _, speaker in sorted(members.values(), key=str) if speaker)
    speaker = names.most_common(1)[0][0] if names else None
    words = " ".join(words_of_name(speaker)) if speaker else ""
    key = f"event\n{said_on}\n{words}\n{min(members)}"
    id_ = hashlib.sha256(key.encode()).hexdigest()[:16]
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO events (id, said_on, speaker) VALUES (?, ?, ?)",
        (id_, said_on.isoformat() if said_on else None, speaker),
    )
    printed = connection.exec_driver_sql(_PLACES, (json.dumps(sorted(members)),)).fetchall()
    connection.exec_driver_sql(_SET_PLACE, (*agreed_place([(row[0], row[1]) for row in printed]), id_))
    for document in members:
        connection.exec_driver_sql("UPDATE documents SET event = ? WHERE id = ?", (id_, document))
