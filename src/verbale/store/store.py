"""A record in a folder: `record.db`, `originals/`, `index/`; the interface tells what each method does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Self

from verbale.errors import RecordError
from verbale.model.check import Coverage
from verbale.model.document import Basis, Document
from verbale.model.holdings import (
    Copy,
    Difference,
    DocumentInfo,
    Event,
    IndexEntry,
    Mark,
    ReadBy,
    RecordInfo,
    Superseded,
    VersionInfo,
)
from verbale.model.incoming import Incoming, Outcome, Prepared, Reread
from verbale.model.owner import Owner
from verbale.model.people import SpeakerInfo, Suggestion
from verbale.model.quotation import Quotation
from verbale.model.reports import Orphan, Refusal
from verbale.model.search import Order, SearchResult
from verbale.model.speaker_table import RosterReport, SpeakerRow
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store import index
from verbale.store.differences import differences
from verbale.store.hits import Searching
from verbale.store.index import QuoteIndex
from verbale.store.interface import Store
from verbale.store.originals import Originals
from verbale.store.ready import fingerprint, make_ready
from verbale.store.speakers import Speakers
from verbale.store.sql import decisions, events, extent, findings, rereading, roster
from verbale.store.sql.arrival import arrival_of
from verbale.store.sql.database import Database
from verbale.store.sql.documents import Documents
from verbale.store.sql.linking import link
from verbale.store.sql.putting import put_all
from verbale.store.sql.reanchoring import orphans
from verbale.store.sql.versions import Versions
from verbale.store.whose_words import owner_among, speech_around

__all__ = ["FolderStore"]


class FolderStore(Store):
    """A record that is a folder.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, FolderStore.open(folder) as store:
    ...     store.generation
    0
    """

    def __init__(self, path: Path, database: Database) -> None:
        self._path = path
        self._database = database
        self._originals = Originals(path / "originals")
        self._documents = Documents(database)
        self._versions = Versions(database, self._documents)
        self._people = Speakers(database)
        self._searching = Searching(database, self._documents, self._named)
        self._index: QuoteIndex | None = None
        self._generation = (-1, 0)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Self:
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
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    @property
    def path(self) -> Path:
        return self._path

    @property
    def generation(self) -> int:
        epoch = self._documents.epoch
        if self._generation[0] != epoch:
            self._generation = (epoch, extent.generation(self._database.ask))
        return self._generation[1]

    def changes_since(self, generation: int, limit: int) -> list[IndexEntry]:
        """The next changes after a generation, in order, at most `limit`, for the quote index."""
        return extent.changes_since(self._database.ask, generation, limit)

    # ------------------------------------------------------------ texts

    def extent(self, parser: int = 0) -> RecordInfo:
        return extent.extent(self._database.ask, parser)

    def documents(self, *, removed: bool = False) -> Iterator[DocumentInfo]:
        return self._documents.all(removed=removed)

    def info(self, document_id: str) -> DocumentInfo | None:
        info = self._documents.find(document_id)
        return info if info is not None and not info.removed else None

    def document(self, document_id: str) -> Document:
        return self._documents.document(self._documents.get(document_id))

    def text(self, document_id: str) -> str:
        return self._documents.text(self._documents.get(document_id).version)

    def boilerplate(self, document_id: str) -> tuple[Span, ...]:
        return self._documents.boilerplate(self._documents.get(document_id))

    def original(self, document_id: str) -> bytes:
        return self._originals.get(self._documents.get(document_id).sha256)

    def quotations(self, document_id: str) -> tuple[Quotation, ...]:
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

    def statement(self, statement_id: str) -> Statement | None:
        """A statement by its id; an older version's id gives the one that has its words now.

        None where the record never had it, or its words have no sure place any more.
        """
        return self._versions.statement(statement_id)

    def owner(self, document_id: str, span: Span, *, version: int | None = None) -> Owner:
        info = self.info(document_id) if version is None else self._documents.of_version(version)
        if info is None:
            return Owner(basis=Basis.ARTICLE)
        found = self._documents.statements_at(info, span.start, span.end)
        return owner_among(info, found, span, self._languages)

    def owners(self, places: Sequence[tuple[str, Span]]) -> list[Owner]:
        infos = [self.info(document) for document, _ in places]
        self._documents.look_up_statements(
            (info, span) for info, (_, span) in zip(infos, places, strict=True) if info is not None
        )
        return [self.owner(document, span) for document, span in places]

    def speech(self, document_id: str, span: Span) -> Span:
        info = self._documents.get(document_id)
        found = speech_around(lambda start, end: self._documents.statements_at(info, start, end), span)
        return found if found is not None else Span(0, len(self._documents.text(info.version)))

    def same_text(self, sha256: str, text: str) -> frozenset[str]:
        return self._versions.with_text(sha256, fingerprint(text))

    def search(
        self, query: str, *, limit: int = 20, offset: int = 0, order: Order = "relevance"
    ) -> SearchResult:
        return self._searching.search(query, limit, offset, order)

    def steady(self) -> AbstractContextManager[None]:
        return self._database.steady()

    def index(self) -> QuoteIndex:
        generation = self.generation
        if self._index is None or self._index.generation != generation:
            folder = self.path / "index"
            found = QuoteIndex(folder)
            if found.generation != generation:
                if not os.access(folder if folder.exists() else self.path, os.W_OK):
                    raise RecordError(
                        f"The quote index of {self.path} is older than the record and cannot be written; "
                        "run `verbale reindex` where it can.",
                        self.path,
                    )
                index.catch_up(self)
                found = QuoteIndex(folder)
            self._index = found
        return self._index

    def reindex(self) -> None:
        index.rebuild(self)

    # ------------------------------------------------------------ versions and copies

    def versions(self, document_id: str) -> tuple[VersionInfo, ...]:
        return self._versions.all(self._documents.get(document_id))

    def superseded(self) -> tuple[Superseded, ...]:
        return self._versions.superseded()

    def version_text(self, version: int) -> str:
        return self._documents.text(version)

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        return self._versions.difference(self._documents.get(document_id), before, after)

    def compare(self, document_id: str, other_id: str) -> tuple[Difference, ...]:
        return differences(self.text(document_id), self.text(other_id))

    def orphans(self) -> tuple[Orphan, ...]:
        return orphans(self._database)

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        return self._documents.copies(self._documents.get(document_id))

    def event(self, document_id: str) -> Event | None:
        return events.event_of(self._database.ask, self._documents.get(document_id).id)

    # ------------------------------------------------------------ people

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        return self._people.all()

    def one_person(self, one: str, other: str) -> bool | None:
        return self._people.one_person(self._documents.epoch, one, other)

    def holder(self, office: str, on: date) -> str | None:
        return self._people.holder(self._documents.epoch, office, on)

    def documents_of(self, speaker: str) -> frozenset[str]:
        return self._people.documents_of(self._documents.epoch, speaker)

    def coverage(self, speaker: str | None = None, on: date | None = None) -> Coverage:
        return self._people.coverage(self._documents.epoch, speaker, on)

    def suggestions(self) -> tuple[Suggestion, ...]:
        return self._people.suggestions()

    def put_speakers(self, rows: Iterable[SpeakerRow | Refusal]) -> RosterReport:
        with self._database.write() as connection:
            return roster.keep(connection, rows)

    def _named(self, name: str) -> tuple[str, ...]:
        return self._people.named(self._documents.epoch, name, loosely=True)

    def _languages(self, speaker: str) -> tuple[str, ...]:
        return self._people.languages(self._documents.epoch, speaker)

    # ------------------------------------------------------------ what people decide

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

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        found = next((each for each in self.suggestions() if each.id == suggestion_id), None)
        if found is None:
            raise RecordError(f"There is no open suggestion {suggestion_id}.", suggestion_id)
        said = "same" if accept == (found.kind == "merge") else "apart"
        return decisions.decide(self._database, "speakers", said, found.one, found.other, by=by, why=why)

    def separate(
        self, document_id: str, other_id: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        one, other = sorted(self._documents.get(each).id for each in (document_id, other_id))
        decision = decisions.decide(self._database, "copies", "apart", one, other, by=by, why=why)
        with self._database.write() as connection:
            events.group(connection, (one, other))
        return decision

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        decisions.remove(self._database, self._documents.get(document_id).id, by=by, why=why)
        index.catch_up(self)

    def restore(self, document_id: str, *, by: str | None = None) -> None:
        info = self._documents.find(document_id)
        if info is None:
            self._documents.get(document_id)
        elif info.removed:
            decisions.restore(self._database, info.id, by=by)
            index.catch_up(self)

    def undo(self, decision_id: str, *, by: str | None = None) -> None:
        documents = decisions.undo(self._database, decision_id, by=by)
        with self._database.write() as connection:
            events.group(connection, documents)
        index.catch_up(self)

    # ------------------------------------------------------------ putting texts in

    def wants(self, place: str, sha256: str, told: str) -> bool:
        return arrival_of(self._database.ask, place, sha256, told).needs_text

    def put(self, text: Incoming) -> Outcome:
        return self.put_all([text])[0]

    def put_all(self, texts: Sequence[Incoming]) -> list[Outcome]:
        return put_all(self._database, self._originals, texts)

    def settle(self) -> None:
        self._originals.tidy()
        index.catch_up(self)
        link(self._database, self.index())

    def read_by(self, documents: Iterable[str] | None = None) -> dict[str, ReadBy]:
        known = rereading.read_by(self._database.ask)
        if documents is None:
            return known
        return {id_: known[id_] for id_ in (self._documents.get(each).id for each in documents)}

    def put_findings(self, info: DocumentInfo, found: Prepared | None, tagger: str) -> bool:
        ready = make_ready(found) if found is not None else None
        return findings.put_findings(self._database, info, ready, tagger)

    def put_again(
        self, info: DocumentInfo, prepared: Prepared, told: str, tagger: str | None
    ) -> Reread | None:
        return rereading.put_again(self._database, info, make_ready(prepared), told, tagger)
