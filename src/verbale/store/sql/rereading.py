"""Texts that the record has, read again: what has read which, and storing what is found now."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, bindparam, literal, select, update

from verbale.errors import VerbaleError
from verbale.model.holdings import DocumentInfo, ReadBy
from verbale.model.incoming import Reread
from verbale.model.text import Span
from verbale.store.ready import Ready
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Database, Question, asking, tell
from verbale.store.sql.documents import statements_of
from verbale.store.sql.reanchoring import reanchor, redirect
from verbale.store.sql.writing import Batch

__all__ = ["put_again", "read_by", "store_again"]

_D, _V, _A, _T = schema.documents.c, schema.versions.c, schema.anchors.c, schema.texts.c
_READ_BY = Question(
    select(_D.id, _V.parser, _V.tagger, _V.overrides)
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(~_D.removed)
    .order_by(_V.generation)
)
_STANDS = Question(
    select(literal(1))
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(
        _D.id == bindparam("document"), _V.id == bindparam("version"), ~_D.removed,
        _V.generation == bindparam("generation"), _V.parser == bindparam("parser"),
    )
)  # fmt: skip
_AS_IT_IS = Question(
    select(schema.versions, _T.text)
    .join_from(schema.versions, schema.texts, _T.version == _V.id)
    .where(_V.id == bindparam("version"))
)
_BY_READER = Question(
    select(literal(1)).where(_V.sha256 == bindparam("sha256"), _V.reader == bindparam("reader"))
)
_FOUND = Question(
    select(_A.id, _A.start, _A.end).where(
        _A.kind == "statement", _A.version == bindparam("version"), _A.start.is_not(None)
    )
)
_TAGGED_BY = Question(
    update(schema.versions).where(_V.id == bindparam("version")).values(tagger=bindparam("by"))
)
_CURRENT = Question(select(_D.version).where(_D.id == bindparam("document")))
# Of all that is kept of a version, what tells nobody when and of whom it is.
_NO_DESCRIPTION = frozenset({"speakers", "reader"})


def read_by(ask: Ask) -> dict[str, ReadBy]:
    """What has read each document last, in the order in which they came in."""
    return {document: ReadBy(*row) for document, *row in ask(_READ_BY)}


def put_again(
    database: Database, info: DocumentInfo, ready: Ready, told: str, tagger: str | None
) -> Reread | None:
    """Store what was found in a document that was read again.

    Args:
        database: the record's.
        info: the document as it was when it was read again.
        ready: what is to be stored.
        told: what a person said of it, as it is kept.
        tagger: the version of the tagger that read it along; None where none did.

    Returns:
        None where nothing was stored: somebody has revised, overruled, removed or read it again meanwhile.

    Raises:
        VerbaleError: the bytes give another text than the record's, and there is no name for it.
    """
    with database.write() as connection:
        ask, parser = asking(connection), info.parser
        stands = {"version": info.version, "generation": info.generation, "parser": parser}
        if not ask(_STANDS, document=info.id, **stands):
            return None
        changes = Batch(connection)
        made = store_again(connection, changes, info.id, info.version, ready, told)
        changes.finish()
        tell(connection, _TAGGED_BY, version=ask(_CURRENT, document=info.id)[0][0], by=tagger)
    return made


def store_again(  # noqa: PLR0913 - where to store, what of, and what
    connection: Connection, changes: Batch, document: str, version: int, ready: Ready, told: str
) -> Reread:
    """Store what the bytes of a current version were read as: in its place, where the text is the same.

    Args:
        connection: a transaction that writes.
        changes: what it does.
        document: the id of the document.
        version: its current version.
        ready: what is to be stored.
        told: what a person said of it, as it is kept.

    Raises:
        VerbaleError: they give another text, and a version by this reader is there already.
    """
    ask, read = asking(connection), ready.document
    *values, text = ask(_AS_IT_IS, version=version)[0]
    had = dict(zip((column.name for column in schema.versions.columns), values, strict=True))
    before = statements_of(ask, document, version)
    if read.text == text:
        now = rows.version_row(read)
        counts = any(had[name] != value for name, value in now.items() if name not in _NO_DESCRIPTION)
        changes.replace_parts(document, version, ready, told, counts=counts)
        redirect(connection, document, version, before)
        return Reread(before=before)
    if ask(_BY_READER, sha256=read.sha256, reader=read.reader):
        raise VerbaleError(
            f"{read.name} is read as another text than the record has, by a reader of the same name "
            f"({read.reader}); it stays as it is.",
            document,
        )
    # another reader may make another text of the same bytes
    changes.leave(document, version)
    current = changes.add_version(document, ready, told, new=False)
    orphans = reanchor(connection, document, version, current)
    places = {id_: Span(start, end) for id_, start, end in ask(_FOUND, version=current)}
    moved = tuple(replace(each, spans=(places[each.id],)) for each in before if each.id in places)
    return Reread(before=moved, orphans=orphans)
