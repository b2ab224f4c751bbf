"""The one way into a record; no other floor knows that there is a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from verbale.intake.adding import Adding
from verbale.intake.addresses import LIMIT, Web
from verbale.intake.gathering import gather
from verbale.intake.preparing import NO_OVERRIDES, Overrides
from verbale.intake.tagging import retag
from verbale.model.reports import AddReport, RetagReport
from verbale.store import index
from verbale.store.curation import Curation
from verbale.store.holdings import Holdings
from verbale.store.people import People
from verbale.store.sql import events

__all__ = ["Store"]


class Store(Holdings, People, Curation):
    """A record: a folder with `record.db`, `originals/` and `index/`.

    Any number of processes may read while one writes, and two may add at once. Safe to use from
    several threads.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Store.open(folder) as store:
    ...     store.generation
    0
    """

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        overrides: Overrides | None = None,
        limit: int = LIMIT,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> AddReport:
        """Add files, folders, all that patterns fit, and addresses; adding again changes nothing.

        The same place with other content makes a new version of its document ("revised"); the same
        content at another place is "unchanged". A text that cannot be taken is "refused" with the
        reason and stops none of the others.

        Args:
            paths: One or several files, folders, patterns such as `talks/**/*.html`, or addresses.
            overrides: What you know of these texts, over what they say of themselves.
            limit: How many entries of one feed to fetch by their links.
            progress: Called after each text is safely stored (or refused) with how many are done, how
                many are known of, and the name of this one.

        Raises:
            RecordError: the record itself could not be written.
        """
        sources, refusals = gather(paths, avoid=self.path, web=Web(limit))
        self._originals.tidy()
        adding = Adding(self._database, self._originals, overrides or NO_OVERRIDES)
        report = adding.run(sources, refusals, progress)
        index.catch_up(self)
        events.link(self._database, self.path / "index")
        return report

    def retag(
        self,
        *,
        documents: Iterable[str] | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> RetagReport:
        """Find what people said without quote marks, in the documents that the tagger has not read.

        What was added or overruled since, and everything once a better tagger comes with Verbale, is
        read; a pass that was stopped goes on where it was. What people decided stays.

        Args:
            documents: Ids of the documents; None for all.
            progress: Called after each document is safely stored with how many are done, how many
                there are to do, and the name of this one.

        Raises:
            NoSuchDocument: the record does not hold one of them.
            RecordError: the record could not be written.
        """
        return retag(self._database, self._documents, documents, progress)
