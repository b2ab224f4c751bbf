"""A person's own table of speakers, read: other names, offices held, languages, Wikidata ids."""

from __future__ import annotations

import calendar
import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from verbale.errors import ReadError
from verbale.model.reports import Refusal
from verbale.model.speaker_table import RosterReport, SpeakerRow
from verbale.readers.paths import file_bytes
from verbale.store import Store

__all__ = ["import_speakers"]

COLUMNS = ("name", "alias", "office", "from", "to", "wikidata", "language")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_ITEM = re.compile(r"Q[1-9]\d*")
_SEVERAL = re.compile(r"\s*[|;]\s*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def import_speakers(store: Store, path: str | Path) -> RosterReport:
    """Take in a table of speakers: CSV with the columns of `COLUMNS`; any other column is refused.

    Only `name` has to be there. Several aliases stand in one field with | between them, or on rows of
    their own; so do several languages, in ISO 639. Days are written as 2025-03-01, or as 2025-03 or 2025
    for the whole of it. The same table again changes nothing.

    Args:
        store: The record.
        path: The file, in UTF-8, with commas, semicolons or tabs.

    Raises:
        ReadError: it is no such table.
    """
    return store.put_speakers(list(_rows(Path(path))))


def _rows(path: Path) -> Iterator[SpeakerRow | Refusal]:
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


def _entry(cells: dict[str, str], place: str) -> SpeakerRow | Refusal:
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
    return SpeakerRow(
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
