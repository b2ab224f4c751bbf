"""Keeping what a person's own table says of speakers: other names, offices held, languages, Wikidata ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, literal, select, update

from verbale.model.reports import Refusal
from verbale.model.speaker_table import RosterReport, SpeakerRow
from verbale.store.names.contradictions import contradictions
from verbale.store.names.identity import identify
from verbale.store.sql import schema
from verbale.store.sql.database import Question, asking
from verbale.store.sql.people import KnownPeople
from verbale.store.sql.sqlite import insert
from verbale.store.sql.writing import find
from verbale.text.names import key_words
from verbale.text.offices import office_words

__all__ = ["keep"]

_S, _A, _O = schema.speakers.c, schema.aliases.c, schema.offices.c
_N, _P, _D = schema.speaker_names.c, schema.version_speakers.c, schema.documents.c
_SPEAKS = Question(
    select(literal(1))
    .select_from(schema.speaker_names)
    .join(schema.version_speakers, (_P.name == _N.name) & (_P.first_hand > 0))
    .join(schema.documents, (_D.version == _P.version) & ~_D.removed)
    .where(_N.speaker == bindparam("speaker"))
    .limit(1)
)
_NEW = insert(schema.speakers)
_SPEAKER = _NEW.on_conflict_do_update(
    index_elements=["id"], set_={"name": _NEW.excluded.name, "wikidata": None, "languages": None}
)
_ALIAS = insert(schema.aliases).on_conflict_do_nothing()
_NEW_OFFICE = insert(schema.offices)
_OFFICE = _NEW_OFFICE.on_conflict_do_update(
    index_elements=["id"], set_={name: _NEW_OFFICE.excluded[name] for name in ("office", "until")}
)


def keep(connection: Connection, rows: Iterable[SpeakerRow | Refusal]) -> RosterReport:
    """Store a table's rows in place of what an earlier table said of the same names.

    Rows that would make one person of two are refused; a name whose rows are all refused stays as it was.
    """
    ask, rows = asking(connection), list(rows)
    wrong = contradictions(
        [row for row in rows if isinstance(row, SpeakerRow)],
        KnownPeople(ask).told(),
        lambda speaker: bool(ask(_SPEAKS, speaker=speaker)),
    )
    speakers: set[str] = set()
    aliases: set[tuple[str, str]] = set()
    offices: set[str] = set()
    refused: list[Refusal] = []
    for row in rows:
        if isinstance(row, Refusal) or row.place in wrong:
            refused.append(row if isinstance(row, Refusal) else Refusal(row.place, wrong[row.place]))
            continue
        speaker = identify(row.name)
        if speaker not in speakers:
            speakers.add(speaker)
            _begin_anew(connection, speaker, row.name)
        said = {"wikidata": row.wikidata, "languages": "|".join(row.languages)}
        if said := {column: value for column, value in said.items() if value}:
            connection.execute(update(schema.speakers).where(_S.id == speaker), said)
        for alias in row.aliases:
            aliases.add((speaker, alias))
            connection.execute(_ALIAS, {"speaker": speaker, "name": alias})
            find(connection, alias, key_words(alias))
        if row.office:
            offices.add(_keep_office(connection, speaker, row.office, row))
    return RosterReport(
        speakers=len(speakers), aliases=len(aliases), offices=len(offices), refused=tuple(refused)
    )


def _begin_anew(connection: Connection, speaker: str, name: str) -> None:
    connection.execute(_SPEAKER, {"id": speaker, "name": name})
    connection.execute(delete(schema.aliases).where(_A.speaker == speaker))
    connection.execute(delete(schema.offices).where(_O.speaker == speaker))
    find(connection, name, key_words(name))


def _keep_office(connection: Connection, speaker: str, office: str, row: SpeakerRow) -> str:
    since = row.since.isoformat() if row.since else None
    until = row.until.isoformat() if row.until else None
    id_ = hashlib.sha256(f"{speaker}\n{office.casefold()}\n{since}".encode()).hexdigest()[:16]
    values = {"id": id_, "speaker": speaker, "office": office, "since": since, "until": until}
    connection.execute(_OFFICE, values)
    find(connection, office, office_words(office))
    return id_
