"""What a person's own table says of speakers: other names, offices held, languages, Wikidata ids."""

from __future__ import annotations

import calendar
import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from verbale.errors import ReadError
from verbale.intake.gathering import Refusal
from verbale.readers.paths import file_bytes
from verbale.store.names.contradictions import contradictions
from verbale.store.sql.writing import identify

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Entry", "RosterReport", "entries", "keep"]

COLUMNS = ("name", "alias", "office", "from", "to", "wikidata", "language")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ITEM = re.compile(r"Q[1-9]\d*")
_SEVERAL = re.compile(r"\s*[|;]\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")

_SPEAKER = """
INSERT INTO speakers (id, name) VALUES (?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, wikidata = NULL, languages = NULL
"""
_FORGET = ("DELETE FROM aliases WHERE speaker = ?", "DELETE FROM offices WHERE speaker = ?")
_WIKIDATA = "UPDATE speakers SET wikidata = ? WHERE id = ?"
_LANGUAGES = "UPDATE speakers SET languages = ? WHERE id = ?"
_ALIAS = "INSERT OR IGNORE INTO aliases (speaker, name) VALUES (?, ?)"
_OFFICE = "INSERT OR REPLACE INTO offices (id, speaker, office, since, until) VALUES (?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterReport:
    """What a table of speakers brought: how many of each, and the rows that were refused, and why."""

    speakers: int = 0
    aliases: int = 0
    offices: int = 0
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a table; `place` says where it stands."""

    place: str
    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None
    languages: tuple[str, ...] = ()


def entries(path: Path) -> Iterator[Entry | Refusal]:
    """The rows of a table of speakers: CSV with the columns of `COLUMNS`; any other column is refused.

    Only `name` has to be there. Several aliases stand in one field with | between them, or on rows of
    their own; so do several languages, in ISO 639. Days are written as 2025-03-01, or as 2025-03 or 2025
    for the whole of it.

    Args:
        path: The file, in UTF-8, with commas, semicolons or tabs.

    Raises:
        ReadError: it is no such table.
    """
    try:
        text = file_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path.name} is not in UTF-8; save it as CSV in UTF-8.", path.name) from error
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = {name: (name or "").strip().casefold() for name in table.fieldnames or ()}
    if "name" not in columns.values():
        raise ReadError(f"{path.name} has no column name; it needs: {', '.join(COLUMNS)}.", path.name)
    for printed in table.fieldnames or ():
        if (column := (printed or "").strip()) and column.casefold() not in COLUMNS:
            reason = f"{path.name} has a column {column} that is not known; known are: {', '.join(COLUMNS)}."
            yield Refusal(path.name, reason)
    try:
        for number, row in enumerate(table, start=2):
            cells = {columns[key]: " ".join((value or "").split()) for key, value in row.items()
                     if key in columns and isinstance(value, str)}  # fmt: skip
            if any(cells.values()):
                yield _entry(cells, f"{path.name}, row {number}")
    except csv.Error as error:
        raise ReadError(f"{path.name} is not a table: {error}.", path.name) from error


def _entry(cells: dict[str, str], place: str) -> Entry | Refusal:
    if not cells.get("name"):
        return Refusal(place, f"{place} has no name.")
    wikidata = cells.get("wikidata", "").rpartition("/")[2]
    if wikidata and not _ITEM.fullmatch(wikidata):
        return Refusal(place, f"{place}: {wikidata} is no Wikidata id; one looks like Q42.")
    try:
        since, until = _day(cells.get("from", ""), last=False), _day(cells.get("to", ""), last=True)
    except ValueError as error:
        return Refusal(place, f"{place}: {error}")
    if since and until and since > until:
        return Refusal(place, f"{place}: the office ends before it begins.")
    if (since or until) and not cells.get("office"):
        return Refusal(place, f"{place} has days, but no office.")
    languages = _several(cells.get("language", "").casefold())
    if wrong := next((each for each in languages if not _LANGUAGE.fullmatch(each)), None):
        return Refusal(place, f"{place}: {wrong} is no code of a language; one looks like en.")
    return Entry(
        name=cells["name"],
        place=place,
        aliases=_several(cells.get("alias", "")),
        office=cells.get("office") or None,
        since=since,
        until=until,
        wikidata=wikidata or None,
        languages=languages,
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(each for each in _SEVERAL.split(cell.strip()) if each)


def _day(printed: str, *, last: bool) -> date | None:
    if not printed:
        return None
    found = _DAY.fullmatch(printed)
    if found is None:
        raise ValueError(f"{printed} is no day; write it as 2025-03-01.")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101 (the pattern has it)
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1))
    except (ValueError, IndexError) as error:
        raise ValueError(f"{printed} is no day of the calendar.") from error


def keep(connection: Connection, rows: Iterable[Entry | Refusal]) -> RosterReport:
    """Store a table's rows in place of what an earlier table said of the same names.

    Rows that would make one person of two are refused; a name whose rows are all refused stays as it was.
    """
    rows = list(rows)
    wrong = contradictions(connection, [row for row in rows if isinstance(row, Entry)])
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
            for sql in _FORGET:
                connection.exec_driver_sql(sql, (speaker,))
        if row.wikidata:
            connection.exec_driver_sql(_WIKIDATA, (row.wikidata, speaker))
        if row.languages:
            connection.exec_driver_sql(_LANGUAGES, ("|".join(row.languages), speaker))
        for alias in row.aliases:
            aliases.add((speaker, alias))
            connection.exec_driver_sql(_ALIAS, (speaker, alias))
        if row.office:
            since = row.since.isoformat() if row.since else None
            until = row.until.isoformat() if row.until else None
            id_ = hashlib.sha256(f"{speaker}\n{row.office.casefold()}\n{since}".encode()).hexdigest()[:16]
            offices.add(id_)
            connection.exec_driver_sql(_OFFICE, (id_, speaker, row.office, since, until))
    return RosterReport(
        speakers=len(speakers), aliases=len(aliases), offices=len(offices), refused=tuple(refused)
    )
