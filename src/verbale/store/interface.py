"""What the rooms above ask of a record, whatever keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from verbale.model.check import Coverage
from verbale.model.document import Document
from verbale.model.holdings import (
    Copy,
    Difference,
    DocumentInfo,
    Event,
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
from verbale.model.text import Span

if TYPE_CHECKING:  # numpy loads slowly
    from verbale.store.index.retrieval import QuoteIndex

__all__ = ["Store"]


class Store(Protocol):
    """A record: its documents, what was said in them, and what people decided.

    Any number of processes may read while one writes, and two may add at once. Safe to use from
    several threads. Where a document's id is asked for, the ids that it once had do too.
    """

    @property
    def path(self) -> Path:
        """The folder of the record."""

    @property
    def generation(self) -> int:
        """The number of the last change of what can be found; 0 for an empty record."""

    def close(self) -> None:
        """Let go of the record's files."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    # ------------------------------------------------------------ texts

    def extent(self, parser: int = 0) -> RecordInfo:
        """How much the record holds.

        Args:
            parser: The number of the present parser; how many documents an older one read is counted.
        """

    def documents(self, *, removed: bool = False) -> Iterator[DocumentInfo]:
        """The documents in the order in which their current versions came in (or the removed ones)."""

    def info(self, document_id: str) -> DocumentInfo | None:
        """What is known of a document without its text; None where the record does not hold it."""

    def document(self, document_id: str) -> Document:
        """A whole document as it was read.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def text(self, document_id: str) -> str:
        """A document's text.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def boilerplate(self, document_id: str) -> tuple[Span, ...]:
        """What stands in a document's text and is nobody's words: running heads, heckles, credits.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def quotations(self, document_id: str) -> tuple[Quotation, ...]:
        """The quotations found in a document, in the order of its text.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def owner(self, document_id: str, span: Span, *, version: int | None = None) -> Owner:
        """Whose words stand at a place: first-hand, relayed, or nobody's.

        Args:
            document_id: The document.
            span: The words, in the text of its current version, or of another one.
            version: The id of that other version, as `versions` and `superseded` give it.
        """

    def owners(self, places: Sequence[tuple[str, Span]]) -> list[Owner]:
        """Whose words stand at many places, as `owner` says it of each; quicker than one by one.

        Args:
            places: Documents, and words in the texts of their current versions.
        """

    def speech(self, document_id: str, span: Span) -> Span:
        """What one speaker says around a place, interjections of others passed over.

        The whole text where nobody has the floor.

        Args:
            document_id: The document.
            span: The place, in the text of its current version.
        """

    def same_text(self, sha256: str, text: str) -> frozenset[str]:
        """The ids of documents with these bytes, or with the same letters and digits in this order."""

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

    def steady(self) -> AbstractContextManager[None]:
        """While it lasts, this thread may take what it has read for what the record holds.

        For one piece of work of milliseconds: what others commit meanwhile is seen after it.
        """

    def index(self) -> QuoteIndex:
        """The quote index at the record's generation; caught up where a kill left it behind.

        Raises:
            RecordError: it is behind, and cannot be written.
        """

    def reindex(self) -> None:
        """Make the quote index again from the texts."""

    # ------------------------------------------------------------ versions and copies

    def versions(self, document_id: str) -> tuple[VersionInfo, ...]:
        """The versions of a document, the oldest first.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def superseded(self) -> tuple[Superseded, ...]:
        """The versions that others have taken the place of, the last to come in first; without texts."""

    def version_text(self, version: int) -> str:
        """The text of any version, by the id that `versions` and `superseded` give.

        Raises:
            RecordError: there is no such version.
        """

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions of a document, by the numbers that `versions` gives.

        Raises:
            NoSuchDocument: the record does not hold the document.
            RecordError: it has no version of one of the numbers.
        """

    def compare(self, document_id: str, other_id: str) -> tuple[Difference, ...]:
        """The words that differ between two documents, as between the transcripts of two outlets.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """

    def orphans(self) -> tuple[Orphan, ...]:
        """What older versions said, or people decided there, that has no sure place any more."""

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        """The documents that have the same words as one: copies, excerpts, or the whole of it.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    def event(self, document_id: str) -> Event | None:
        """The event that a document and its copies are of; None where it has no copies.

        Raises:
            NoSuchDocument: the record does not hold it.
        """

    # ------------------------------------------------------------ people

    def speakers(self) -> tuple[SpeakerInfo, ...]:
        """Everybody who speaks in the record or is quoted in it, in the order of names."""

    def one_person(self, one: str, other: str) -> bool | None:
        """Whether two names as printed mean one person in this record.

        Returns:
            True where their words fit and nobody else of the record can be meant, or where somebody has
            said so; False where they are surely two people's, None where it is not known.
        """

    def holder(self, office: str, on: date) -> str | None:
        """Who held an office on a day, by your table of speakers or else by the titles in the texts.

        Args:
            office: The office as printed, "the prime minister".
            on: The day.

        Returns:
            A name; None where nobody is known to have held it, or two could have.
        """

    def documents_of(self, speaker: str) -> frozenset[str]:
        """The ids of the documents that have words of somebody, first-hand or reported.

        Args:
            speaker: A name as an article gives it.
        """

    def coverage(self, speaker: str | None = None, on: date | None = None) -> Coverage:
        """How much the record could know of what a speaker said on a day.

        Args:
            speaker: A name as an article gives it; None for everybody.
            on: The day; None leaves the dates out.
        """

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Names that may be one person, or one name that may be two; they wait for a person's word."""

    def put_speakers(self, rows: Iterable[SpeakerRow | Refusal]) -> RosterReport:
        """Take in a table of speakers that a person keeps; the same table again changes nothing.

        Args:
            rows: The rows of the table, and those that could not be read.
        """

    # ------------------------------------------------------------ what people decide

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        """Accept or reject a suggestion; from then on its two names are one person, or two.

        Returns:
            The decision's id, for `undo`.

        Raises:
            RecordError: there is no such suggestion, or it was decided before.
        """

    def separate(
        self, document_id: str, other_id: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        """Say that two documents are no copies of each other, whatever words they share.

        Returns:
            The decision's id, for `undo`.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        """Let a document be found no longer; nothing of it is lost, and `restore` brings it back.

        Raises:
            NoSuchDocument: the record does not hold it, or it was removed before.
        """

    def restore(self, document_id: str, *, by: str | None = None) -> None:
        """Bring a removed document back; one that was never removed stays as it is.

        Raises:
            NoSuchDocument: the record never held it.
        """

    def undo(self, decision_id: str, *, by: str | None = None) -> None:
        """Undo a decision of a person; it stays on the record, with who undid it.

        Raises:
            RecordError: there is no such decision, or it was undone before.
        """

    # ------------------------------------------------------------ putting texts in

    def wants(self, place: str, sha256: str, told: str) -> bool:
        """Whether bytes found at a place have to be read and taken apart to be put.

        Args:
            place: Where they lie: a path or an address.
            sha256: Their SHA-256.
            told: What a person said of them, as it is kept.
        """

    def put(self, text: Incoming) -> Outcome:
        """Put one text into the record; once it is there, putting it again changes nothing.

        It is on the disk on return. Quotes are looked for in it from then on; its copies are known after
        the next `settle`.

        Raises:
            RecordError: the record itself could not be written.
        """

    def put_all(self, texts: Sequence[Incoming]) -> list[Outcome]:
        """Put several texts in one transaction, in which each stands or falls alone.

        Returns:
            What became of each, in their order.

        Raises:
            RecordError: the record itself could not be written.
        """

    def settle(self) -> None:
        """Do what follows adding: bring the index up to date, link copies, tidy up after the dead."""

    def read_by(self, documents: Iterable[str] | None = None) -> dict[str, ReadBy]:
        """What has read each document last.

        Args:
            documents: Ids of the documents; None for all, in the order in which they came in.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """

    def put_findings(self, info: DocumentInfo, found: Prepared | None, tagger: str) -> bool:
        """Store what a tagger found in a document, None where that is what the record has.

        Returns:
            Whether something was stored; nothing is where the document has changed meanwhile.
        """

    def original(self, document_id: str) -> bytes:
        """The bytes that a document was read from, proved by their SHA-256.

        Raises:
            NoSuchDocument: the record does not hold it.
            RecordError: the bytes are missing or damaged.
        """

    def put_again(
        self, info: DocumentInfo, prepared: Prepared, told: str, tagger: str | None
    ) -> Reread | None:
        """Store what was found in a document that was read again from its original.

        Args:
            info: The document as it was when it was read again.
            prepared: What was found.
            told: What a person said of it, as it is kept.
            tagger: The version of the tagger that read it along; None where none did.

        Returns:
            None where nothing was stored, as the document has changed meanwhile.

        Raises:
            VerbaleError: the bytes give another text than the record has, by a reader of the same name.
            RecordError: the record could not be written.
        """
