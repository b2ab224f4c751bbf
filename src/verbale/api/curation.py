"""A record kept in order by people: versions, copies, speakers, and every decision undone at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from verbale.model.answers import Copy, Difference, Event, Orphan, RosterReport, Suggestion, VersionInfo
    from verbale.store import Store

__all__ = ["Curation"]


class Curation:
    """What people see of versions, copies and names in a record, and decide about them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        """Take a document out of search and checks; nothing is deleted.

        Args:
            document_id: the document.
            by: who decided so; kept beside the decision, as is `why`.
            why: the reason.

        Raises:
            NoSuchDocument: there is none of that id, or it was removed before.
        """
        self._store.remove(document_id, by=by, why=why)

    def restore(self, document_id: str, *, by: str | None = None) -> None:
        """Bring a removed document back.

        Args:
            document_id: the document.
            by: who decided so.

        Raises:
            NoSuchDocument: the record never held it.
        """
        self._store.restore(document_id, by=by)

    def versions(self, document_id: str) -> tuple[VersionInfo, ...]:
        """The versions of a document, the oldest first.

        Args:
            document_id: the document, by the id that `Document.id` and `DocumentInfo.id` give.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.versions(document_id)

    def diff(self, document_id: str, before: int, after: int) -> tuple[Difference, ...]:
        """The words that differ between two versions of a document.

        Args:
            document_id: the document.
            before: the number of one version, counted from 1, as `versions` gives it.
            after: the number of the other.

        Raises:
            NoSuchDocument: there is none of that id.
            RecordError: it has no version of that number.
        """
        return self._store.diff(document_id, before, after)

    def orphans(self) -> tuple[Orphan, ...]:
        """What older versions said, or people decided there, that has no sure place any more."""
        return self._store.orphans()

    def copies(self, document_id: str) -> tuple[Copy, ...]:
        """The documents that have the same words as one: copies, excerpts, or the whole of it.

        Args:
            document_id: the document.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.copies(document_id)

    def event(self, document_id: str) -> Event | None:
        """What a document and its copies are of: when and where it was; None where it has no copies.

        Args:
            document_id: the document.

        Raises:
            NoSuchDocument: there is none of that id.
        """
        return self._store.event(document_id)

    def compare(self, document_id: str, other_id: str) -> tuple[Difference, ...]:
        """The words that differ between two documents, as between the transcripts of two outlets.

        Args:
            document_id: one document.
            other_id: the other.

        Raises:
            NoSuchDocument: there is none of one of the ids.
        """
        return self._store.compare(document_id, other_id)

    def separate(
        self, document_id: str, other_id: str, *, by: str | None = None, why: str | None = None
    ) -> str:
        """Say that two documents are no copies of each other, whatever words they share.

        Args:
            document_id: one document.
            other_id: the other.
            by: who decided so.
            why: the reason.

        Returns:
            The decision's id, for `undo`.

        Raises:
            NoSuchDocument: there is none of one of the ids.
        """
        return self._store.separate(document_id, other_id, by=by, why=why)

    def import_speakers(self, path: str | Path) -> RosterReport:
        """Take in your own table of speakers: names, aliases, offices from day to day, Wikidata ids.

        Args:
            path: a CSV file in UTF-8 with the column name, and any of alias, office, from, to, wikidata
                and language.

        Returns:
            How many speakers, aliases and offices it brought, and the rows that were refused.

        Raises:
            ReadError: it is no such table.
        """
        from verbale.intake.speaker_tables import import_speakers  # noqa: PLC0415

        return import_speakers(self._store, path)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Names that may be one person, or one name that may be two; they wait for your word."""
        return self._store.suggestions()

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        """Accept or reject a suggestion: from then on its two names are one person, or two.

        Args:
            suggestion_id: the suggestion, by its `id`.
            accept: whether it is right.
            by: who decided so.
            why: the reason.

        Returns:
            The decision's id, for `undo`.

        Raises:
            RecordError: there is no open suggestion of that id.
        """
        return self._store.decide(suggestion_id, accept=accept, by=by, why=why)

    def undo(self, decision_id: str, *, by: str | None = None) -> None:
        """Undo what a person decided; the decision stays on the record, with who undid it.

        Args:
            decision_id: the decision, by the id that `decide` or `separate` gave.
            by: who undoes it.

        Raises:
            RecordError: there is no such decision, or it was undone before.
        """
        self._store.undo(decision_id, by=by)
