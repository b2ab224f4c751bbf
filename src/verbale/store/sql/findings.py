"""Storing what a tagger found in texts that the record has."""

from __future__ import annotations

from sqlalchemy import bindparam, literal, select, update

from verbale.model.holdings import DocumentInfo
from verbale.store.ready import Ready
from verbale.store.sql import schema
from verbale.store.sql.database import Database, Question, asking, tell
from verbale.store.sql.documents import statements_of
from verbale.store.sql.reanchoring import redirect
from verbale.store.sql.writing import Batch

__all__ = ["put_findings"]

_D, _V = schema.documents.c, schema.versions.c
_STANDS = Question(
    select(literal(1))
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(
        _D.id == bindparam("document"), _V.id == bindparam("version"),
        _V.generation == bindparam("generation"), ~_D.removed,
    )
)  # fmt: skip
_READ_BY = Question(
    update(schema.versions).where(_V.id == bindparam("version")).values(tagger=bindparam("by"))
)


def put_findings(database: Database, info: DocumentInfo, ready: Ready | None, tagger: str) -> bool:
    """Store what a tagger found in a document, None where that is what the record has.

    Args:
        database: the record's.
        info: the document as the tagger read it.
        ready: what is to be stored.
        tagger: the tagger's version.

    Returns:
        Whether something was stored: nothing is where somebody has revised, overruled or removed the
        document meanwhile, and the next pass reads it again.
    """
    with database.write() as connection:
        ask = asking(connection)
        if not ask(_STANDS, document=info.id, version=info.version, generation=info.generation):
            return False
        if ready is not None:
            before = statements_of(ask, info.id, info.version)
            changes = Batch(connection)
            changes.replace_findings(info.version, ready)
            changes.finish()
            redirect(connection, info.id, info.version, before)
        tell(connection, _READ_BY, version=info.version, by=tagger)
    return ready is not None
