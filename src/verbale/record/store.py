"""The one way into a record; no other floor knows that there is a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from verbale.errors import RecordError
from verbale.model.check import Coverage
from verbale.model.document import Document
from verbale.model.quotation import Quotation
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.record import decisions, events, index, roster
from verbale.record.adding import Adding, AddReport
from verbale.record.database import Database
from verbale.record.decisions import Mark
from verbale.record.differences import Difference, differences
from verbale.record.documents import DocumentInfo, Documents
from verbale.record.events import Copy, Event
from verbale.record.gathering import gather
from verbale.record.originals import Originals
from verbale.record.pipeline import NO_OVERRIDES, Overrides
from verbale.record.reanchoring import Orphan, orphans
from verbale.record.roster import RosterReport
from verbale.record.search import Order, Searching, SearchResult
from verbale.record.speakers import SpeakerInfo, Speakers
from verbale.record.suggestions import Suggestion
from verbale.record.tagging import RetagReport, retag
from verbale.record.versions import Superseded, VersionInfo, Versions
from verbale.record.writing import fingerprint

__all__ = ["IndexEntry", "Store"]

_GENERATION = "SELECT coalesce(max(generation), 0) FROM changes"
# A version that has left since is told as gone at once: its text need not be read for nothing.
_CHANGES = """
SELECT c.generation, c.document, c.version,
       CASE WHEN c.entered AND d.version = c.version AND NOT d.removed THEN t.text END
FROM changes c JOIN documents d ON d.id = c.document JOIN texts t ON t.version = c.version
WHERE c.generation > ? ORDER BY c.generation LIMIT ?
"""
_SAME = """
SELECT document FROM versions WHERE sha256 = ? UNION SELECT document FROM versions WHERE text_sha256 = ?
"""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One change of what can be found: the text that entered, or None where a version left."""

    generation: int
    document_id: str
    version_id: int
    text: str | None


class Store:
    """A record: a folder with `record.db`, `originals/` and `index/`.

    Any number of processes may read while one writes, and two may add at once. Safe to use from
    several threads.
    """

    def __init__(self, path: Path, database: Database) -> None:
        self.path = path
        self._database = database
        self._originals = Originals(path / "originals")
        self._documents = Documents(database)
        self._versions = Versions(database, self._documents)
        self._speakers = Speakers(database)
        self._searching = Searching(database, self._documents, self._named)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Store:
        """Open the record in a folder, or make one there.

        Args:
            path: The folder.
            create: Whether to make the record where there is none.

        Raises:
            RecordTooNew: a newer Verbale wrote the record.
            RecordError: there is no record and none is to be made, or it is damaged.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, Store.open(folder) as store:
        ...     store.generation
        0
        """
        folder = Path(path).expanduser().absolute()
        if "://" in str(path):
            raise RecordError(f"{path} is not a folder; a record is kept in a folder.", path)
        if folder.exists() and not folder.is_dir():
            raise RecordError(f"{folder} is a file; a record is a folder.", folder)
        if not create and not (folder / "record.db").is_file():
            raise RecordError(f"There is no record in {folder}.", folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(f"No record can be made in {folder}: {error.strerror}.", folder) from error
        database = Database(folder / "record.db")
        try:
            database.prepare(create=create)
        except BaseException:
            database.close()
            raise
        return cls(folder, database)

    def close(self) -> None:
        """Let go of the record's files."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Store({str(self.path)!r})"

    @property
    def generation(self) -> int:
        """The number of the last change of what can be found; 0 for an empty record."""
        return int(self._database.rows(_GENERATION)[0][0])

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        overrides: Overrides | None = None,
        progress: Callable[[int, int, str], None] | None = None,
    ) -> AddReport:
        """Add files, folders and all that patterns fit; adding again changes nothing.

        The same place with other content makes a new version of its document ("revised"); the same
        content at another place is "unchanged". A file that cannot be taken is "refused" with the
        reason and stops none of the others.

        Args:
            paths: One or several files, folders or patterns such as `talks/**/*.html`.
            overrides: What you know of these texts, over what they say of themselves.
            progress: Called after each file is safely stored (or refused) with how many are done, how
                many there are, and the name of this one.

        Raises:
            RecordError: the record itself could not be written.
        """
        sources, refusals = gather(paths, avoid=self.path)
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

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        """Let a document be found no longer; nothing of it is lost, and `restore` brings it back.

        Args:
            document_id: The document.
            by: Who decided so.
            why: The reason.

        Raises:
            NoSuchDocument: the record does not hold it, or it was removed before.
        """
        info = self._documents.get(document_id)
        decisions.remove(self._database, info.id, by=by, why=why)
        index.catch_up(self)

    def restore(self, document_id: str, *, by: str | None = None) -> None:
        """Bring a removed document back; one that was never removed stays as it is.

        Raises:
            NoSuchDocument: the record never held it.
        """
        info = self._documents.find(document_id)
        if info is None:
            self._documents.get(document_id)
        elif info.removed:
            decisions.restore(self._database, info.id, by=by)
            index.catch_up(self)

    def documents(self, *, removed: bool = False) -> Iterator[DocumentInfo]:
        """The documents in the order in which their current versions came in (or the removed ones)."""
        return self._documents.all(removed=removed)

    def info(self, document_id: str) -> DocumentInfo | None:
        """What is known of a document without its text; None where the record does not hold it."""
        info = self._documents.find(document_id)
        return info if info is not None and not info.removed else None

    def document(self, document_id: str) -> Document:
        """A whole document as it was read.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return self._documents.document(self._documents.get(document_id))

    def text(self, document_id: str) -> str:
        """A document's text.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return self._documents.text(self._documents.get(document_id).version)

    def original(self, document_id: str) -> bytes:
        """The bytes that a document was read from, proved by their SHA-256.

        Raises:
            NoSuchDocument: the record does not hold it.
            RecordError: the bytes are missing or damaged.
        """
        return self._originals.get(self._documents.get(document_id).sha256)

    def quotations(self, document_id: str) -> tuple[Quotation, ...]:
        """The quotations found in a document, in the order of its text."""
        return self._documents.quotations(self._documents.get(document_id))

    def statements(self, document_id: str) -> tuple[Statement, ...]:
        """A document's statements, in the order of its text, outer before inner."""
        return self._documents.statements(self._documents.get(document_id))

    def statements_at(self, document_id: str, start: int, end: int) -> tuple[Statement, ...]:
        """The statements that have words of a range of a document, outermost first.

        Args:
            document_id: The document.
            start: The first code point of the range.
            end: The one after its last.
        """
        return self._documents.statements_at(self._documents.get(document_id), start, end)

    def versions(self, document_id: str) -> tuple[VersionInfo, ...]:
        """The versions of a document, the oldest first.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return self._versions.all(self._documents.get(document_id))

    def version_text(self, version: int) -> str:
        """The text of any version, by the id that `versions` and `superseded` give.

        Raises:
            RecordError: there is no such version.
        """
        return self._documents.text(version)

    def version_statements_at(self, version: int, start: int, end: int) -> tuple[Statement, ...]:
        """The statements of any version that have words of a range of its text, outermost first."""
        return self._versions.statements_at(version, start, end)

    def superseded(self) -> tuple[Superseded, ...]:
        """The versions that others have taken the place of, the last to come in first; without texts."""
        return self._versions.superseded()

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions of a document.

        Args:
            document_id: The document.
            before: The number of one version, as `versions` gives it.
            after: The number of the other.

        Raises:
            NoSuchDocument: the record does not hold it.
            RecordError: it has no version of that number.
        """
        return self._versions.difference(self._documents.get(document_id), before, after)

    def statement(self, statement_id: str) -> Statement | None:
        """A statement by its id; an older version's id gives the one that has its words now.

        None where the record never had it, or its words have no sure place any more.
        """
        return self._versions.statement(statement_id)

    def orphans(self) -> tuple[Orphan, ...]:
        """What older versions said, or people decided there, that has no sure place in the current ones."""
        return orphans(self._database)

    def mark(
        self, document_id: str, span: Span, decision: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        """Keep what a person decided of words of a document; later versions carry it along.

        Args:
            document_id: The document.
            span: The words, in the text of its current version.
            decision: What was decided, in the deciding room's own word.
            by: Who decided so.
            why: The reason.

        Returns:
            The decision's id, for `undo`.

        Raises:
            NoSuchDocument: the record does not hold the document.
            SpanError: the span reaches past the end of the text.
        """
        info = self._documents.get(document_id)
        text = self._documents.text(info.version)
        return decisions.mark(self._database, info, text, span, decision, by=by, why=why)

    def marks(self, document_id: str) -> tuple[Mark, ...]:
        """What people decided of words of a document, with their places in its current version.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return decisions.marks(self._database, self._documents.get(document_id))

    def undo(self, decision_id: str, *, by: str | None = None) -> None:
        """Undo a decision of a person; it stays on the record, with who undid it.

        Raises:
            RecordError: there is no such decision, or it was undone before.
        """
        documents = decisions.undo(self._database, decision_id, by=by)
        with self._database.write() as connection:
            events.group(connection, documents)
        index.catch_up(self)

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        """The documents that are copies or excerpts of one, or that it is an excerpt of.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return events.copies_of(self._database, self._documents.get(document_id).id)

    def event(self, document_id: str) -> Event | None:
        """The event that a document and its copies are of; None where it has no copies.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return events.event_of(self._database, self._documents.get(document_id).id)

    def separate(
        self, document_id: str, other_id: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        """Say that two documents are no copies of each other, whatever words they share.

        Returns:
            The decision's id, for `undo`.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """
        one, other = sorted(self._documents.get(each).id for each in (document_id, other_id))
        decision = decisions.decide(self._database, "copies", "apart", one, other, by=by, why=why)
        with self._database.write() as connection:
            events.group(connection, (one, other))
        return decision

    def compare(self, document_id: str, other_id: str) -> tuple[Difference, ...]:
        """The words that differ between two documents, as between the transcripts of two outlets.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """
        return differences(self.text(document_id), self.text(other_id))

    def changes_since(self, generation: int, limit: int) -> list[IndexEntry]:
        """The next changes after a generation, in order, at most `limit`."""
        return [IndexEntry(*row) for row in self._database.rows(_CHANGES, (generation, limit))]

    def same_text(self, sha256: str, text: str) -> frozenset[str]:
        """The ids of documents with these bytes, or with the same letters and digits in this order."""
        found = self._database.rows(_SAME, (sha256, fingerprint(text)))
        return frozenset(row[0] for row in found)

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record or is quoted in it, in the order of names."""
        return self._speakers.all(self._documents.epoch)

    def same_speaker(self, one: str, other: str) -> bool:
        """Whether two names as printed mean one person in this record.

        Their words have to fit, or a person has said so; nobody has said that they are two people.
        """
        return self._speakers.same(self._documents.epoch, one, other)

    def holder(self, office: str, on: date) -> str | None:
        """Who held an office on a day, by your table of speakers or else by the titles in the texts.

        Args:
            office: The office as printed, "the prime minister".
            on: The day.

        Returns:
            A name; None where nobody is known to have held it, or two could have.
        """
        return self._speakers.holder(self._documents.epoch, office, on)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Names that may be one person, or one name that may be two; they wait for a person's word."""
        return self._speakers.suggestions(self._documents.epoch)

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        """Accept or reject a suggestion; from then on its two names are one person, or two.

        Args:
            suggestion_id: The suggestion, from `suggestions`.
            accept: Whether it is right.
            by: Who decided so.
            why: The reason.

        Returns:
            The decision's id, for `undo`.

        Raises:
            RecordError: there is no such suggestion, or it was decided before.
        """
        found = next((each for each in self.suggestions() if each.id == suggestion_id), None)
        if found is None:
            raise RecordError(f"There is no open suggestion {suggestion_id}.", suggestion_id)
        said = "same" if accept == (found.kind == "merge") else "apart"
        return decisions.decide(self._database, "speakers", said, found.one, found.other, by=by, why=why)

    def import_speakers(self, path: str | Path) -> RosterReport:
        """Take in your own table of speakers: names, aliases, offices from day to day, Wikidata ids.

        Args:
            path: A CSV file in UTF-8 with the columns name, alias, office, from, to, wikidata.

        Raises:
            ReadError: it is no such table.
        """
        rows = list(roster.entries(Path(path)))
        with self._database.write() as connection:
            return roster.keep(connection, iter(rows))

    def coverage(self, speaker: str | None = None, on: date | None = None) -> Coverage:
        """How much the record could know of what a speaker said on a day.

        Args:
            speaker: A name as an article gives it; None for everybody.
            on: The day; None leaves the dates out.
        """
        return self._speakers.coverage(self._documents.epoch, speaker, on)

    def search(
        self, query: str, *, limit: int = 20, offset: int = 0, order: Order = "relevance"
    ) -> SearchResult:
        """The passages that a query finds.

        Args:
            query: Words, "phrases", AND OR NOT, begin*, speaker: outlet: kind: lang: role: date:
            limit: How many hits to give.
            offset: How many to pass over.
            order: "relevance", "date" (oldest first) or "-date".

        Raises:
            QueryError: the query cannot be understood.
        """
        return self._searching.search(query, limit, offset, order)

    def _named(self, name: str) -> tuple[str, ...]:
        return self._speakers.named(self._documents.epoch, name, loosely=True)
