"""The versions of a document: which there were, their words, what changed, what is no longer said."""

from __future__ import annotations

from verbale.errors import RecordError
from verbale.model.document import Basis
from verbale.model.holdings import Difference, DocumentInfo, Superseded, VersionInfo
from verbale.model.statement import Statement
from verbale.store.differences import differences
from verbale.store.sql import rows
from verbale.store.sql.database import Database, Row
from verbale.store.sql.documents import Documents

__all__ = ["Versions"]

_LIST = """
SELECT v.id, v.document, v.number, v.sha256, v.reader, v.added_at, v.title, v.published_on, v.said_on,
       v.words, v.id = d.version
FROM versions v JOIN documents d ON d.id = v.document WHERE v.document = ? ORDER BY v.number
"""
_SUPERSEDED = """
SELECT v.document, v.id, v.number, v.said_on, v.published_on, v.basis, v.title
FROM versions v JOIN documents d ON d.id = v.document
WHERE v.id <> d.version AND NOT d.removed ORDER BY v.id DESC
"""
_STATEMENTS = """
SELECT s.*, v.document FROM statements s JOIN versions v ON v.id = s.version
WHERE s.version = ? AND s.start < ? AND s."end" > ? ORDER BY s.start, s."end" DESC, s.number
"""
_ANCHORED = "SELECT statement FROM anchors WHERE kind = 'statement' AND id = ? AND start IS NOT NULL"
_STATEMENT = """
SELECT s.*, v.document FROM statements s JOIN versions v ON v.id = s.version
JOIN documents d ON d.version = v.id AND NOT d.removed WHERE s.id = ? LIMIT 1
"""


class Versions:
    """Reads the versions of documents, the current ones and those before them."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents

    def all(self, info: DocumentInfo) -> tuple[VersionInfo, ...]:
        """Every version of a document, the oldest first."""
        return tuple(_version(row) for row in self._database.rows(_LIST, (info.id,)))

    def difference(self, info: DocumentInfo, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions, by their numbers.

        Raises:
            RecordError: the document has no version of that number.
        """
        found = {version.number: version.id for version in self.all(info)}
        for number in (before, after):
            if number not in found:
                raise RecordError(
                    f"The document {info.id} has no version {number}; it has {len(found)}.", info.id
                )
        return differences(self._documents.text(found[before]), self._documents.text(found[after]))

    def superseded(self) -> tuple[Superseded, ...]:
        """The versions that others have taken the place of, the last to come in first."""
        return tuple(
            Superseded(
                document_id=document,
                version=version,
                number=number,
                said_on=rows.day(said_on),
                published_on=rows.day(published_on),
                basis=Basis(basis),
                title=title,
            )
            for document, version, number, said_on, published_on, basis, title in self._database.rows(
                _SUPERSEDED
            )
        )

    def statements_at(self, version: int, start: int, end: int) -> tuple[Statement, ...]:
        """The statements of any version that have words of a range, the outer before the inner."""
        found = self._database.rows(_STATEMENTS, (version, end, start))
        statements = (rows.statement_of(row[-1], row[:-1]) for row in found)
        return tuple(
            each for each in statements if any(span.start < end and start < span.end for span in each.spans)
        )

    def statement(self, statement_id: str) -> Statement | None:
        """The current statement of an id, or the one that has the words of an older version's id now."""
        seen: set[str] = set()
        while statement_id not in seen:
            seen.add(statement_id)
            found = self._database.rows(_STATEMENT, (statement_id,))
            if found:
                return rows.statement_of(found[0][-1], found[0][:-1])
            moved = self._database.rows(_ANCHORED, (statement_id,))
            if not moved or moved[0][0] is None:
                return None
            statement_id = moved[0][0]
        return None


def _version(row: Row) -> VersionInfo:
    id_, document, number, sha256, reader, added_at, title, published_on, said_on, words, current = row
    return VersionInfo(
        id=id_,
        document_id=document,
        number=number,
        sha256=sha256,
        reader=reader,
        added_at=added_at,
        title=title,
        published_on=rows.day(published_on),
        said_on=rows.day(said_on),
        words=words,
        current=bool(current),
    )
