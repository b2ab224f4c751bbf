"""What people decide about documents: it is done, kept with who, when and why, and can be undone."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, bindparam, insert, select, update

from verbale.errors import RecordError
from verbale.model.holdings import DocumentInfo, Mark
from verbale.model.text import Selector, Span
from verbale.store.sql import schema
from verbale.store.sql.database import Database, Question, asking
from verbale.store.sql.sqlite import entry_order
from verbale.store.sql.writing import Batch, now

__all__ = ["decide", "mark", "marks", "remove", "restore", "undo"]

_D, _N, _A = schema.documents.c, schema.decisions.c, schema.anchors.c
_MARKS = Question(
    select(_N.id, _N.decision, _N.exact, _N.decided_by, _N.why, _N.decided_at, _A.version, _A.start, _A.end)
    .join_from(schema.decisions, schema.anchors, (_A.kind == "decision") & (_A.id == _N.id), isouter=True)
    .where(_N.subject == "words", _N.document == bindparam("document"), _N.undone_at.is_(None))
    .order_by(_N.decided_at, entry_order(schema.decisions))
)
_STANDING = Question(select(_D.version, _D.removed).where(_D.id == bindparam("document")))


def remove(database: Database, document_id: str, *, by: str | None, why: str | None) -> None:
    """Mark a document as removed; whoever did so first is the one kept."""
    with database.write() as connection:
        version, removed = asking(connection)(_STANDING, document=document_id)[0]
        if removed:
            return
        changes = Batch(connection)
        changes.leave(document_id, version)
        changes.finish()
        connection.execute(update(schema.documents).where(_D.id == document_id), {"removed": True})
        _keep(
            connection, subject="document", document=document_id, decision="removed", decided_by=by, why=why
        )


def restore(database: Database, document_id: str, *, by: str | None) -> None:
    """Take the mark away and note who undid the decision."""
    with database.write() as connection:
        version, removed = asking(connection)(_STANDING, document=document_id)[0]
        if not removed:
            return
        changes = Batch(connection)
        changes.enter(document_id, version)
        changes.finish()
        connection.execute(
            update(schema.decisions).where(
                _N.document == document_id, _N.decision == "removed", _N.undone_at.is_(None)
            ),
            {"undone_by": by, "undone_at": now()},
        )


def mark(  # noqa: PLR0913 - who decided what of which words, and why
    database: Database,
    info: DocumentInfo,
    text: str,
    span: Span,
    decision: str,
    *,
    by: str | None,
    why: str | None,
) -> str:
    """Keep what was decided of words of a document's current version; the decision's id."""
    selector = Selector.at(text, span)
    with database.write() as connection:
        id_ = _keep(
            connection,
            subject="words",
            document=info.id,
            sha256=info.sha256,
            reader=info.reader,
            exact=selector.exact,
            prefix=selector.prefix,
            suffix=selector.suffix,
            decision=decision,
            decided_by=by,
            why=why,
        )
        place = {"kind": "decision", "id": id_, "document": info.id, "version": info.version}
        connection.execute(insert(schema.anchors), place | {"start": span.start, "end": span.end})
    return id_


def marks(database: Database, info: DocumentInfo) -> tuple[Mark, ...]:
    """What was decided of words of a document and not undone, in the order of deciding."""
    return tuple(
        Mark(
            id=id_,
            decision=decision,
            exact=exact,
            span=Span(start, end) if version == info.version and start is not None else None,
            by=by,
            why=why,
            decided_at=at,
        )
        for id_, decision, exact, by, why, at, version, start, end in database.ask(_MARKS, document=info.id)
    )


def decide(  # noqa: PLR0913 - who decided what of whom, and why
    database: Database,
    subject: str,
    decision: str,
    one: str,
    other: str,
    *,
    by: str | None,
    why: str | None,
) -> str:
    """Keep what was decided of two speakers or two documents; the decision's id."""
    with database.write() as connection:
        return _keep(
            connection,
            subject=subject,
            decision=decision,
            one=one,
            other=other,
            decided_by=by,
            why=why,
        )


def undo(database: Database, decision_id: str, *, by: str | None) -> tuple[str, ...]:
    """Undo a decision; the documents that it held apart, if it did.

    Raises:
        RecordError: there is no such decision, or it was undone before.
    """
    found = database.select(
        select(_N.subject, _N.document, _N.decision, _N.one, _N.other).where(
            _N.id == decision_id, _N.undone_at.is_(None)
        )
    )
    if not found:
        raise RecordError(f"There is no decision {decision_id} to undo.", decision_id)
    subject, document, decision, one, other = found[0]
    if subject == "document" and decision == "removed":
        restore(database, document, by=by)
        return ()
    with database.write() as connection:
        connection.execute(
            update(schema.decisions).where(_N.id == decision_id, _N.undone_at.is_(None)),
            {"undone_by": by, "undone_at": now()},
        )
    return (one, other) if subject == "copies" else ()


def _keep(connection: Connection, **values: str | None) -> str:
    # Two people may decide the same at the same second: nothing in a decision is unique.
    decision_id = uuid.uuid4().hex
    connection.execute(insert(schema.decisions), {"id": decision_id, "decided_at": now(), **values})
    return decision_id
