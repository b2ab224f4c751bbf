"""Adding texts: read, take apart, put into the store in batches, and only then say so.

What has been reported is on the disk. A killed `add` is completed by running it again.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from verbale.errors import MissingPart, RecordError, VerbaleError
from verbale.intake import preparing
from verbale.intake.addresses import LIMIT, Web
from verbale.intake.gathering import gather
from verbale.intake.preparing import NO_OVERRIDES, Overrides, as_kept
from verbale.intake.sources import Source, refused
from verbale.model.incoming import Action, Incoming, Outcome, Prepared
from verbale.model.reports import AddReport, Orphan, Refusal
from verbale.readers.origin import Origin
from verbale.store import Store

__all__ = ["Progress", "add", "sentence_of"]

# A batch ends at whichever comes first; an editor sees something move about once a second.
DOCUMENTS = 32
CHARACTERS = 2_000_000
SECONDS = 1.0

Progress = Callable[[int, int, str], None]


def add(
    store: Store,
    paths: str | Path | Iterable[str | Path],
    *,
    overrides: Overrides = NO_OVERRIDES,
    limit: int = LIMIT,
    progress: Progress | None = None,
) -> AddReport:
    """Add files, folders, all that patterns fit, and addresses; adding again changes nothing.

    The same place with other content makes a new version of its document ("revised"); the same
    content at another place is "unchanged". A text that cannot be taken is "refused" with the
    reason and stops none of the others.

    Args:
        store: The record.
        paths: One or several files, folders, patterns such as `talks/**/*.html`, or addresses.
        overrides: What you know of these texts, over what they say of themselves.
        limit: How many entries of one feed to fetch by their links.
        progress: Called after each text is safely stored (or refused) with how many are done, how
            many are known of, and the name of this one.

    Raises:
        RecordError: the record itself could not be written (a full disk, a lock held for too long).
    """
    sources, refusals = gather(paths, avoid=store.path, web=Web(limit))
    report = _Adding(store, overrides).run(sources, refusals, progress)
    store.settle()
    return report


@dataclass(slots=True)
class _Work:
    """A text on its way into the record."""

    source: Source
    origin: Origin | None = None
    incoming: Incoming | None = None
    fault: Exception | None = None


@dataclass(slots=True)
class _Tally:
    lists: dict[Action, list[str]] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    orphans: list[Orphan] = field(default_factory=list)
    unsure: int = 0
    unreliable: list[str] = field(default_factory=list)

    def count(self, work: _Work, outcome: Outcome | None) -> None:
        fault = work.fault or (outcome.fault if outcome is not None else None)
        if outcome is None or fault is not None:
            reason = sentence_of(work.source.name, fault) if fault else "It could not be added."
            self.refused.append(Refusal(work.source.name, reason))
        else:
            self.lists.setdefault(outcome.action, []).append(outcome.document)
            self.orphans += outcome.orphans
            prepared = work.incoming.prepared if work.incoming is not None else None
            if prepared is not None and outcome.action is not Action.KEEP:
                self.unsure += sum(turn.unsure for turn in prepared.document.turns)
                self.unreliable += [outcome.document] if prepared.document.is_unreliable else []

    def report(self) -> AddReport:
        revised = (Action.REVISE, Action.RETURN, Action.OVERRIDE)
        return AddReport(
            added=tuple(self.lists.get(Action.ADD, ())),
            unchanged=tuple(self.lists.get(Action.KEEP, ())),
            revised=tuple(document for action in revised for document in self.lists.get(action, ())),
            refused=tuple(self.refused),
            orphans=tuple(self.orphans),
            unsure=self.unsure,
            unreliable=tuple(self.unreliable),
        )


class _Adding:
    """One run of `add` over any number of texts."""

    def __init__(self, store: Store, overrides: Overrides) -> None:
        self._store = store
        self._overrides = overrides
        self._told = as_kept(overrides)
        self._total = 0

    def run(self, sources: list[Source], refusals: list[Refusal], progress: Progress | None) -> AddReport:
        """Add texts to the record; one bad text never stops the others."""
        tally = _Tally(refused=list(refusals))
        done = 0
        self._total = len(sources)
        for batch in self._batches(sources):
            outcomes = iter(self._store.put_all([work.incoming for work in batch if work.incoming]))
            for work in batch:
                done += 1
                tally.count(work, self._settled(work, next(outcomes)) if work.incoming else None)
                if progress is not None:
                    progress(done, self._total, work.source.name)
        return tally.report()

    def _batches(self, sources: list[Source]) -> Iterator[list[_Work]]:
        batch: list[_Work] = []
        characters, began = 0, time.monotonic()
        for source in self._opened(sources):
            work = self._read(source)
            batch.append(work)
            prepared = work.incoming.prepared if work.incoming is not None else None
            characters += len(prepared.document.text) if prepared is not None else 0
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
                found = [refused(source.name, source.place, sentence_of(source.name, error))]
            self._total += len(found) - 1
            yield from found

    def _read(self, source: Source) -> _Work:
        """Read one file and take it apart, unless the record has it already."""
        work = _Work(source)
        try:
            original = source.read()
            work.origin = original.origin
            sha256 = hashlib.sha256(original.data).hexdigest()
            wanted = self._store.wants(source.place, sha256, self._told)
            work.incoming = Incoming(
                place=source.place,
                data=original.data,
                sha256=sha256,
                told=self._told,
                prepared=self._prepared(work, original.data) if wanted else None,
                is_fetched=source.is_fetched,
            )
        except RecordError:
            raise
        except Exception as error:  # whatever is wrong with one file must not stop the others
            work.fault = error
        return work

    def _prepared(self, work: _Work, data: bytes) -> Prepared:
        return preparing.prepare(data, work.source.name, self._overrides, work.origin)

    def _settled(self, work: _Work, outcome: Outcome) -> Outcome:
        """What became of a text, put again where another process changed meanwhile what is to be done."""
        if outcome.action is not Action.PREPARE or work.incoming is None:
            return outcome
        try:
            prepared = self._prepared(work, work.incoming.data)
        except Exception as error:
            return Outcome(action=Action.REFUSE, fault=error)
        work.incoming = replace(work.incoming, prepared=prepared)
        return self._store.put(work.incoming)


def sentence_of(name: str, error: Exception) -> str:
    """What is said of a text that could not be read or stored.

    Args:
        name: The text's name.
        error: What went wrong.
    """
    if isinstance(error, ImportError):
        error = MissingPart.of(error)
    if isinstance(error, MissingPart):
        return f"{name}: {error}"
    if isinstance(error, VerbaleError):
        return str(error)
    return f"{name} could not be read: {type(error).__name__}, which Verbale did not expect."
