"""The one way into a record."""

from __future__ import annotations

from pathlib import Path

from verbale.store.interface import Store

__all__ = ["open_store"]


def open_store(path: str | Path, *, create: bool = True) -> Store:
    """Open the record in a folder, or make one there.

    Args:
        path: The folder.
        create: Whether to make the record where there is none.

    Raises:
        RecordTooNew: a newer Verbale wrote the record.
        RecordError: there is no record and none is to be made, or it is damaged.
    """
    from verbale.store.store import FolderStore  # noqa: PLC0415 (SQLAlchemy loads slowly)

    return FolderStore.open(path, create=create)
