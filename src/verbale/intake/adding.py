"""Adding texts: read, take apart, keep the bytes, commit, and only then say so.

Documents are taken in batches, one transaction each; within it every document stands or falls alone.
What has been reported is on the disk. A killed `add` is completed by running it again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy.exc import OperationalError

from verbale.errors import MissingPart, RecordError, VerbaleError
from verbale.intake import preparing
from verbale.intake.arrival import Action, Ask, Standing, standing_of
from verbale.intake.preparing import Overrides, as_kept
from verbale.intake.sources import Source, refused
from verbale.model.reports import AddReport, Orphan, Refusal
from verbale.readers.origin import Origin
from verbale.store.originals import Originals
from verbale.store.sql.database import Database, Row
from verbale.store.sql.reanchoring import reanchor
from verbale.store.sql.writing import Batch, Ready, make_ready

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["Adding", "Progress"]

# A batch ends at whichever comes first; an editor sees something move about once a second.
DOCUMENTS = 32
CHARACTERS = 2_000_000
SECONDS = 1.0

_SAME_WORDS = """
SELECT 1 FROM versions v JOIN texts t ON t.version = v.id
WHERE v.id = ? AND t.text = ? AND ? IN ('', v.overrides)
"""

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class _Work:
    """A text on its way into the record."""

    source: Source
    data: bytes = b""
    origin: Origin | None = None
    sha256: str = ""
    ready: Ready | None = None
    says_the_same: bool = False
    refused: str | None = None
    outcome: Action | None = None
    document: str = ""
    orphans: tuple[Orphan, ...] = ()


@dataclass(slots=True)
class _Tally:
    lists: dict[Action, list[str]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    orphans: list[Orphan] = field(default_factory=list)

    def count(self, work: _Work) -> None:
        if work.refused is not None or work.outcome is None:
            self.refused.append(Refusal(work.source.name, work.refused or "It could not be added."))
        else:
            self.lists.setdefault(work.outcome, []).append(work.document)
            self.orphans += work.orphans

    def report(self) -> AddReport:
        return AddReport(
            added=tuple(self.lists.get(Action.ADD, ())),
            unchanged=tuple(self.lists.get(Action.KEEP, ())),
            revised=tuple(
                self.lists.get(Action.REVISE, [])
                + self.lists.get(Action.RETURN, [])
                + self.lists.get(Action.OVERRIDE, [])
            ),
            refused=tuple(self.refused),
            orphans=tuple(self.orphans),
        )


class Adding:
    """One run of `add` over any number of texts."""

    def __init__(self, database: Database, originals: Originals, overrides: Overrides) -> None:
        self._database = database
        self._originals = originals
        self._overrides = overrides
        self._total = 0

    def run(self, sources: list[Source], refusals: list[Refusal], progress: Progress | None) -> AddReport:
        """Add texts to the record; one bad text never stops the others.

        Args:
            sources: The texts.
            refusals: What was refused before; it goes into the report.
            progress: Called with how many are done, how many are known of and the name of the one just
                done, after it is safely stored.

        Raises:
            RecordError: the record itself cannot be written (a full disk, a lock held for too long).
        """
        tally = _Tally(refused=list(refusals))
        done = 0
        self._total = len(sources)
        for batch in self._batches(sources):
            self._store(batch)
            for work in batch:
                done += 1
                tally.count(work)
                if progress is not None:
                    progress(done, self._total, work.source.name)
        return tally.report()

    def _batches(self, sources: list[Source]) -> Iterator[list[_Work]]:
        batch: list[_Work] = []
        characters, began = 0, time.monotonic()
        for source in self._opened(sources):
            work = self._prepared(source)
            batch.append(work)
            characters += len(work.ready.document.text) if work.ready is not None else 0
            late = time.monotonic() - began > SECONDS
            if late or len(batch) == DOCUMENTS or characters > CHARACTERS:
                yield batch
                batch, characters, began = [], 0, time.monotonic()
        if batch:
            yield batch

    def _opened(self, sources: list[Source]) -> Iterator[Source]:
        for source in sources:
            try:
                found = source.opened()
            except Exception as error:  # whatever is wrong with one address must not stop the others
                found = [refused(source.name, source.place, _sentence(source, error))]
            self._total += len(found) - 1
            yield from found

    def _prepared(self, source: Source) -> _Work:
        """Read one file and take it apart, unless the record has it already."""
        work = _Work(source)
        try:
            original = source.read()
            work.data, work.origin = original.data, original.origin
            work.sha256 = hashlib.sha256(work.data).hexdigest()
            standing = standing_of(self._database.rows, source.place, work.sha256, self._overrides)
            if standing.needs_text:
                self._take_apart(work)
                work.says_the_same = self._says_the_same(self._database.rows, work, standing)
        except RecordError:
            raise
        except Exception as error:  # whatever is wrong with one file must not stop the others
            work.refused = _sentence(source, error)
        return work

    def _take_apart(self, work: _Work) -> None:
        work.ready = make_ready(preparing.prepare(work.data, work.source.name, self._overrides, work.origin))

    def _store(self, batch: list[_Work]) -> None:
        self._originals.put(
            (work.sha256, work.data) for work in batch if work.ready and not work.says_the_same
        )
        with self._database.write() as connection:
            changes = Batch(connection)
            for work in batch:
                if work.refused is None:
                    self._store_one(connection, changes, work)
            changes.finish()

    def _store_one(self, connection: Connection, changes: Batch, work: _Work) -> None:
        """Store one text; a fault in it is undone and told, and the batch goes on."""
        try:
            with changes.apart():
                self._decide(connection, changes, work)
        except (RecordError, OperationalError):
            raise
        except Exception as error:  # the same, while storing it
            work.refused = _sentence(work.source, error)

    def _decide(self, connection: Connection, changes: Batch, work: _Work) -> None:
        def ask(sql: str, values: tuple[object, ...]) -> list[Row]:
            return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

        # Asked again under the lock: another process may have added the same text meanwhile.
        standing = standing_of(ask, work.source.place, work.sha256, self._overrides)
        if standing.action is Action.REFUSE:
            work.refused = standing.reason
            return
        if standing.needs_text and work.ready is None:
            self._take_apart(work)
            self._originals.put([(work.sha256, work.data)])
        if self._says_the_same(ask, work, standing):
            work.outcome, work.document = Action.KEEP, standing.document
            return
        if standing.needs_text and work.says_the_same:
            self._originals.put([(work.sha256, work.data)])
        current = _apply(changes, work, standing, self._overrides)
        if current is not None:
            work.orphans = reanchor(connection, standing.document, standing.version, current)
        work.outcome, work.document = standing.action, standing.document
        changes.see(work.source.place, standing.document, work.sha256)

    def _says_the_same(self, ask: Ask, work: _Work, standing: Standing) -> bool:
        """Whether a page was fetched again that differs only where nobody reads: a counter, a token."""
        if standing.action is not Action.REVISE or not work.source.is_fetched or work.ready is None:
            return False
        given = as_kept(self._overrides)
        return bool(ask(_SAME_WORDS, (standing.version, work.ready.document.text, given)))


def _apply(changes: Batch, work: _Work, standing: Standing, overrides: Overrides) -> int | None:
    """Do what is to be done; the version that took another one's place, None where none did."""
    match standing.action, work.ready:
        case Action.ADD, Ready() as ready:
            changes.add_version(standing.document, ready, len(work.data), overrides, new=True)
        case Action.REVISE, Ready() as ready:
            changes.leave(standing.document, standing.version)
            return changes.add_version(standing.document, ready, len(work.data), overrides, new=False)
        case Action.OVERRIDE, Ready() as ready if ready.document.reader != standing.reader:
            # A newer reader may make another text of the same bytes.
            changes.leave(standing.document, standing.version)
            return changes.add_version(standing.document, ready, len(work.data), overrides, new=False)
        case Action.OVERRIDE, Ready() as ready:
            changes.replace_parts(standing.document, standing.version, ready, overrides)
        case Action.RETURN, _:
            changes.leave(standing.document, standing.version)
            changes.enter(standing.document, standing.known)
            return standing.known
    return None


def _sentence(source: Source, error: Exception) -> str:
    if isinstance(error, ImportError):
        error = MissingPart.of(error)
    if isinstance(error, MissingPart):
        return f"{source.name}: {error}"
    if isinstance(error, VerbaleError):
        return str(error)
    return f"{source.name} could not be read: {type(error).__name__}, which Verbale did not expect."
