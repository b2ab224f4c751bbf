"""The versions of a document: which there were, what changed, what is no longer said."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import bindparam, select

from verbale.errors import RecordError
from verbale.model.holdings import Difference, DocumentInfo, Superseded, VersionInfo
from verbale.model.statement import Statement
from verbale.store.differences import differences
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Database, Question
from verbale.store.sql.documents import Documents

__all__ = ["Versions"]

_V, _D, _S, _A = schema.versions.c, schema.documents.c, schema.statements.c, schema.anchors.c
_OTHERWISE = {"document_id": _V.document, "current": _V.id == _D.version}
_COLUMNS = [
    _OTHERWISE[each.name] if each.name in _OTHERWISE else _V[each.name] for each in fields(VersionInfo)
]
_LIST = Question(
    select(*_COLUMNS)
    .join_from(schema.versions, schema.documents, _D.id == _V.document)
    .where(_V.document == bindparam("document"))
    .order_by(_V.number)
)
_CURRENT = schema.versions.alias("current")
_SUPERSEDED = Question(
    select(_V.document, _V.id, _V.number)
    .join_from(schema.versions, schema.documents, _D.id == _V.document)
    .join(_CURRENT, _CURRENT.c.id == _D.version)
    # what another reader made of the same bytes was never another text of the source
    .where(_V.id != _D.version, _V.sha256 != _CURRENT.c.sha256, ~_D.removed)
    .order_by(_V.id.desc())
)
_WITH_TEXT = Question(
    select(_V.document)
    .where(_V.sha256 == bindparam("sha256"))
    .union(select(_V.document).where(_V.text_sha256 == bindparam("text_sha256")))
)
_ANCHORED = Question(
    select(_A.statement).where(_A.kind == "statement", _A.id == bindparam("statement"), _A.start.is_not(None))
)
_STATEMENT = Question(
    select(schema.statements, _V.document.label("of"))
    .join_from(schema.statements, schema.versions, _V.id == _S.version)
    .join(schema.documents, (_D.version == _V.id) & ~_D.removed)
    .where(_S.id == bindparam("statement"))
    .limit(1)
)


class Versions:
    """Reads the versions of documents, the current ones and those before them."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents

    def all(self, info: DocumentInfo) -> tuple[VersionInfo, ...]:
        """Every version of a document, the oldest first."""
        return tuple(map(rows.version_of, self._database.ask(_LIST, document=info.id)))

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
        """The versions that others of other bytes have taken the place of, the last to come in first."""
        return tuple(
            Superseded(document_id=document, version=version, number=number)
            for document, version, number in self._database.ask(_SUPERSEDED)
        )

    def with_text(self, sha256: str, text_sha256: str) -> frozenset[str]:
        """The documents of which a version has these bytes, or the same text in another dress."""
        found = self._database.ask(_WITH_TEXT, sha256=sha256, text_sha256=text_sha256)
        return frozenset(row[0] for row in found)

    def statement(self, statement_id: str) -> Statement | None:
        """The current statement of an id, or the one that has the words of an older version's id now."""
        seen: set[str] = set()
        while statement_id not in seen:
            seen.add(statement_id)
            found = self._database.ask(_STATEMENT, statement=statement_id)
            if found:
                return rows.statement_of(found[0][-1], found[0][:-1])
            moved = self._database.ask(_ANCHORED, statement=statement_id)
            if not moved or moved[0][0] is None:
                return None
            statement_id = moved[0][0]
        return None
