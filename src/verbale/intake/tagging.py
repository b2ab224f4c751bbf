"""The tagger's pass over a record: what stands without quote marks is found after adding.

Each document is one transaction, committed before it is told of. A killed pass leaves every document
as it was or as it is to be, and running it again goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import update

from verbale.intake.statements import statements_of
from verbale.model.holdings import DocumentInfo
from verbale.model.incoming import Prepared
from verbale.model.reports import RetagReport
from verbale.quote import quotations
from verbale.quote.tagger.network import tagger_version
from verbale.store.sql import schema
from verbale.store.sql.database import Database
from verbale.store.sql.documents import Documents
from verbale.store.sql.reanchoring import redirect
from verbale.store.sql.writing import Batch, Ready, make_ready

__all__ = ["retag"]

_MARKS = """
SELECT d.id, v.tagger FROM documents d JOIN versions v ON v.id = d.version
WHERE NOT d.removed ORDER BY v.generation
"""
# somebody may have revised, overruled or removed it while it was read
_STANDS = """
SELECT 1 FROM documents d JOIN versions v ON v.id = d.version
WHERE d.id = ? AND v.id = ? AND v.generation = ? AND NOT d.removed
"""


def retag(
    database: Database,
    known: Documents,
    documents: Iterable[str] | None,
    progress: Callable[[int, int, str], None] | None,
) -> RetagReport:
    """Let the tagger read the documents that it has not read yet.

    Args:
        database: the record's database.
        known: its documents.
        documents: the ids of those to read; None for all.
        progress: called with how many are done, how many there are to do, and the name of the one
            just done, after it is safely stored.

    Raises:
        NoSuchDocument: the record does not hold one of them.
    """
    tagger = tagger_version()
    marks: dict[str, str | None] = dict(database.rows(_MARKS))
    if documents is None:
        asked = list(marks)
    else:
        asked = list(dict.fromkeys(known.get(each).id for each in documents))
    waiting = [each for each in asked if marks.get(each) != tagger]
    tagged: set[str] = set()
    for done, document in enumerate(waiting, 1):
        info = known.find(document)
        if info is None or info.removed:  # somebody removed it meanwhile
            continue
        if _retag_one(database, known, info, tagger):
            tagged.add(document)
        if progress is not None:
            progress(done, len(waiting), info.name)
    return RetagReport(
        tagged=tuple(each for each in asked if each in tagged),
        unchanged=tuple(each for each in asked if each not in tagged),
    )


def _retag_one(database: Database, known: Documents, info: DocumentInfo, tagger: str) -> bool:
    """Read one document and store what is new in it; whether there was anything."""
    before = known.statements(info)
    ready = _found(known, info)
    with database.write() as connection:
        if not connection.exec_driver_sql(_STANDS, (info.id, info.version, info.generation)).fetchall():
            return False  # it has no mark, so that the next pass reads it
        if ready is not None:
            changes = Batch(connection)
            changes.replace_findings(info.version, ready)
            changes.finish()
            redirect(connection, info.id, info.version, before)
        mark = update(schema.versions).where(schema.versions.c.id == info.version)
        connection.execute(mark, {"tagger": tagger})
    return ready is not None


def _found(known: Documents, info: DocumentInfo) -> Ready | None:
    """What the tagger finds in a document, None where it is what the record has."""
    document = known.document(info)
    found = quotations(document)
    if found == known.quotations(info):
        return None
    statements = statements_of(document, found)
    return make_ready(Prepared(document=document, quotations=found, statements=statements))
