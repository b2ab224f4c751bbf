"""What people decide about documents: it is done, kept with who, when and why, and can be undone."""

from __future__ import annotations

import uuid

from sqlalchemy import insert, select, update

from verbale.record import schema
from verbale.record.database import Database
from verbale.record.writing import Batch, now

__all__ = ["remove", "restore"]

_D, _N = schema.documents.c, schema.decisions.c


def remove(database: Database, document_id: str, *, by: str | None, why: str | None) -> None:
    """Mark a document as removed; whoever did so first is the one kept."""
    with database.write() as connection:
        found = connection.execute(select(_D.version, _D.removed).where(_D.id == document_id)).one()
        if found.removed:
            return
        changes = Batch(connection)
        changes.leave(document_id, found.version)
        changes.finish()
        connection.execute(update(schema.documents).where(_D.id == document_id), {"removed": True})
        connection.execute(
            insert(schema.decisions),
            {
                # Two people may decide the same at the same second: nothing in a decision is unique.
                "id": uuid.uuid4().hex,
                "subject": "document",
                "document": document_id,
                "decision": "removed",
                "decided_by": by,
                "decided_at": now(),
                "why": why,
            },
        )


def restore(database: Database, document_id: str, *, by: str | None) -> None:
    """Take the mark away and note who undid the decision."""
    with database.write() as connection:
        found = connection.execute(select(_D.version, _D.removed).where(_D.id == document_id)).one()
        if not found.removed:
            return
        changes = Batch(connection)
        changes.enter(document_id, found.version)
        changes.finish()
        connection.execute(
            update(schema.decisions).where(
                _N.document == document_id, _N.decision == "removed", _N.undone_at.is_(None)
            ),
            {"undone_by": by, "undone_at": now()},
        )
