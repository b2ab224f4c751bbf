"""The options and arguments that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from verbale import api
from verbale.api import Record
from verbale.errors import RecordError

__all__ = ["DEFAULT_RECORD", "AsJson", "ProfileFiles", "RecordFolder", "day_of", "existing"]

DEFAULT_RECORD = Path("verbale-record")

RecordFolder = Annotated[
    Path,
    typer.Option(
        "--record",
        metavar="DIR",
        envvar="VERBALE_RECORD",
        help="The folder of the record.",
        show_default=True,
    ),
]
ProfileFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--profile",
        metavar="FILE",
        help="How labels look and whom they mean: a profile, or a folder of profiles; can be repeated.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]


def existing(folder: Path) -> Record:
    """The record of a folder; a mistyped folder is an error here, never a new and empty record."""
    if folder.is_file():
        raise RecordError(f"{folder} is a file; a record is a folder.", folder)
    if not (folder / "record.db").is_file():
        raise RecordError(
            f"There is no record in {folder}. Make one with: verbale add FILE --record {folder}", folder
        )
    return api.open(folder, create=False)


def day_of(printed: str | None) -> date | None:
    """The day that somebody typed, as 2025-03-01 or 1 March 2025.

    >>> day_of("2025-03-01"), day_of("1 March 2025")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 1))
    """
    if printed is None:
        return None
    from verbale.text.dates import only_date  # noqa: PLC0415

    try:
        return date.fromisoformat(printed)
    except ValueError:
        found = only_date(printed)
    if found is None:
        raise typer.BadParameter(f"{printed!r} is not a day; write it as 2025-03-01")
    return found
