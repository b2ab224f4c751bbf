"""What a record holds: documents, their words, statements, versions and copies; nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.model.document import Document
from verbale.model.holdings import Copy, Difference, DocumentInfo, Event, Superseded, VersionInfo
from verbale.model.quotation import Quotation
from verbale.model.reports import Orphan
from verbale.model.search import Order, SearchResult
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store.differences import differences
from verbale.store.handle import Handle
from verbale.store.sql import events
from verbale.store.sql.reanchoring import orphans
from verbale.store.sql.writing import fingerprint

__all__ = ["Holdings"]

_SAME = """
SELECT document FROM versions WHERE sha256 = ? UNION SELECT document FROM versions WHERE text_sha256 = ?
"""


class Holdings(Handle):
    """The texts of a record, looked up and searched."""

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

    def boilerplate(self, document_id: str) -> tuple[Span, ...]:
        """What stands in a document's text and is nobody's words: running heads, heckles, credits.

        Raises:
            NoSuchDocument: the record does not hold it.
        """
        return self._documents.boilerplate(self._documents.get(document_id))

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

    def statement(self, statement_id: str) -> Statement | None:
        """A statement by its id; an older version's id gives the one that has its words now.

        None where the record never had it, or its words have no sure place any more.
        """
        return self._versions.statement(statement_id)

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions of a document, by the numbers that `versions` gives.

        Raises:
            NoSuchDocument: the record does not hold the document.
            RecordError: it has no version of one of the numbers.
        """
        return self._versions.difference(self._documents.get(document_id), before, after)

    def compare(self, document_id: str, other_id: str) -> tuple[Difference, ...]:
        """The words that differ between two documents, as between the transcripts of two outlets.

        Raises:
            NoSuchDocument: the record does not hold one of them.
        """
        return differences(self.text(document_id), self.text(other_id))

    def same_text(self, sha256: str, text: str) -> frozenset[str]:
        """The ids of documents with these bytes, or with the same letters and digits in this order."""
        found = self._database.rows(_SAME, (sha256, fingerprint(text)))
        return frozenset(row[0] for row in found)

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

    def orphans(self) -> tuple[Orphan, ...]:
        """What older versions said, or people decided there, that has no sure place in the current ones."""
        return orphans(self._database)

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
