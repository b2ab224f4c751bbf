"""An open record: its folder, its parts, and what the quote index learns from."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from verbale.errors import RecordError
from verbale.model.holdings import IndexEntry
from verbale.store.names.speakers import Speakers
from verbale.store.originals import Originals
from verbale.store.search.search import Searching
from verbale.store.sql.database import Database
from verbale.store.sql.documents import Documents
from verbale.store.sql.versions import Versions

__all__ = [
    "Handle",
]

_GENERATION = "SELECT coalesce(max(generation), 0) FROM changes"
# A version that has left since is told as gone at once: its text need not be read for nothing.
_CHANGES = """
SELECT c.generation, c.document, c.version,
       CASE WHEN c.entered AND d.version = c.version AND NOT d.removed THEN t.text END
FROM changes c JOIN documents d ON d.id = c.document JOIN texts t ON t.version = c.version
WHERE c.generation > ? ORDER BY c.generation LIMIT ?
"""


class Handle:
    """The parts of one open record, for what is done with them."""

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self._database = database
        self._originals = Originals(path / "originals")
        self._documents = Documents(database)
        self._versions = Versions(database, self._documents)
        self._speakers = Speakers(database)
        self._searching = Searching(database, self._documents, self._named)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
        """Open the record in a folder, or make one there.

        Args:
            path: The folder.
            create: Whether to make the record where there is none.

        Raises:
            RecordTooNew: a newer Verbale wrote the record.
            RecordError: there is no record and none is to be made, or it is damaged.
        """
        folder = Path(path).expanduser().absolute()
        if "://" in str(path):
            raise RecordError(f"{path} is not a folder; a record is kept in a folder.", path)
        if folder.exists() and not folder.is_dir():
            raise RecordError(f"{folder} is a file; a record is a folder.", folder)
        if not create and not (folder / "record.db").is_file():
            raise RecordError(f"There is no record in {folder}.", folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(f"No record can be made in {folder}: {error.strerror}.", folder) from error
        database = Database(folder / "record.db")
        try:
            database.prepare(create=create)
        except BaseException:
            database.close()
            raise
        return cls(folder, database)

    def close(self) -> None:
        """Let go of the record's files."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    @property
    def generation(self) -> int:
        """The number of the last change of what can be found; 0 for an empty record."""
        return int(self._database.rows(_GENERATION)[0][0])

    def changes_since(self, generation: int, limit: int) -> list[IndexEntry]:
        """The next changes after a generation, in order, at most `limit`."""
        return [IndexEntry(*row) for row in self._database.rows(_CHANGES, (generation, limit))]

    def _named(self, name: str) -> tuple[str, ...]:
        return self._speakers.named(self._documents.epoch, name, loosely=True)
