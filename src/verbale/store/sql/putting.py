"""Putting texts into the record, as one transaction in which each stands or falls alone.

What has been put is on the disk. Putting the same again changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, literal, select
from sqlalchemy.exc import OperationalError

from verbale.errors import RecordError, VerbaleError
from verbale.model.incoming import Action, Incoming, Outcome
from verbale.model.reports import Orphan
from verbale.store.originals import Originals
from verbale.store.ready import Ready, make_ready
from verbale.store.sql import schema
from verbale.store.sql.arrival import Arrival, arrival_of
from verbale.store.sql.database import Ask, Database, Question, asking
from verbale.store.sql.reanchoring import reanchor
from verbale.store.sql.rereading import store_again
from verbale.store.sql.writing import Batch

__all__ = ["put_all"]

_V, _T = schema.versions.c, schema.texts.c
_SAME_WORDS = Question(
    select(literal(1))
    .join_from(schema.versions, schema.texts, _T.version == _V.id)
    .where(
        _V.id == bindparam("version"), _T.text == bindparam("text"),
        bindparam("told").in_([literal(""), _V.overrides]),
    )
)  # fmt: skip


@dataclass(slots=True)
class _Work:
    """A text on its way into the record."""

    text: Incoming
    ready: Ready | None = None
    says_the_same: bool = False
    outcome: Outcome | None = None


def put_all(database: Database, originals: Originals, texts: Sequence[Incoming]) -> list[Outcome]:
    """Put texts into the record; what becomes of each, in their order.

    Raises:
        RecordError: the record itself could not be written.
    """
    works = [_made_ready(database.ask, text) for text in texts]
    originals.put(
        (work.text.sha256, work.text.data) for work in works if work.ready and not work.says_the_same
    )
    with database.write() as connection:
        changes = Batch(connection)
        for work in works:
            if work.outcome is None:
                work.outcome = _put(connection, changes, work, originals)
        changes.finish()
    return [work.outcome for work in works if work.outcome is not None]


def _made_ready(ask: Ask, text: Incoming) -> _Work:
    """Do all that can be done before the write lock is taken."""
    work = _Work(text)
    try:
        work.ready = make_ready(text.prepared) if text.prepared is not None else None
        if text.is_fetched and work.ready is not None:
            work.says_the_same = _says_the_same(ask, work, _arrival(ask, text))
    except RecordError:
        raise
    except Exception as error:  # whatever is wrong with one text must not stop the others
        work.outcome = Outcome(action=Action.REFUSE, fault=error)
    return work


def _put(connection: Connection, changes: Batch, work: _Work, originals: Originals) -> Outcome:
    """Put one text; a fault in it is undone and told, and the batch goes on."""
    try:
        with changes.apart():
            return _decided(connection, changes, work, originals)
    except (RecordError, OperationalError):
        raise
    except Exception as error:  # the same, while storing it
        return Outcome(action=Action.REFUSE, fault=error)


def _decided(connection: Connection, changes: Batch, work: _Work, originals: Originals) -> Outcome:
    ask, text = asking(connection), work.text
    # Asked again under the lock: another process may have added the same text meanwhile.
    arrival = _arrival(ask, text)
    if arrival.action is Action.REFUSE:
        return Outcome(action=Action.REFUSE, fault=_removed(arrival.document))
    if arrival.needs_text and work.ready is None:
        return Outcome(action=Action.PREPARE, document=arrival.document)
    if _says_the_same(ask, work, arrival):
        return Outcome(action=Action.KEEP, document=arrival.document)
    if arrival.needs_text and work.says_the_same:
        originals.put([(text.sha256, text.data)])
    orphans = _apply(connection, changes, work, arrival)
    changes.see(text.place, arrival.document, text.sha256)
    return Outcome(action=arrival.action, document=arrival.document, orphans=orphans)


def _arrival(ask: Ask, text: Incoming) -> Arrival:
    return arrival_of(ask, text.place, text.sha256, text.told)


def _says_the_same(ask: Ask, work: _Work, arrival: Arrival) -> bool:
    """Whether a page was fetched again that differs only where nobody reads: a counter, a token."""
    if arrival.action is not Action.REVISE or not work.text.is_fetched or work.ready is None:
        return False
    words = work.ready.document.text
    return bool(ask(_SAME_WORDS, version=arrival.version, text=words, told=work.text.told))


def _apply(connection: Connection, changes: Batch, work: _Work, arrival: Arrival) -> tuple[Orphan, ...]:
    """Do what is to be done; what has no sure place any more where a version took another one's place."""
    text, document = work.text, arrival.document
    match arrival.action, work.ready:
        case Action.ADD, Ready() as ready:
            changes.keep_original(text.sha256, len(text.data))
            changes.add_version(document, ready, text.told, new=True)
        case Action.REVISE, Ready() as ready:
            changes.keep_original(text.sha256, len(text.data))
            changes.leave(document, arrival.version)
            current = changes.add_version(document, ready, text.told, new=False)
            return reanchor(connection, document, arrival.version, current)
        case Action.OVERRIDE, Ready() as ready:
            return store_again(connection, changes, document, arrival.version, ready, text.told).orphans
        case Action.RETURN, _:
            changes.leave(document, arrival.version)
            changes.enter(document, arrival.known)
            return reanchor(connection, document, arrival.version, arrival.known)
    return ()


def _removed(document: str) -> VerbaleError:
    return VerbaleError(
        f"It was removed from this record; bring it back with: verbale restore {document}", document
    )
