"""What people decide about a record: each decision is kept beside the machine's, and can be undone."""

from __future__ import annotations

from verbale.errors import RecordError
from verbale.model.holdings import Mark
from verbale.model.people import Suggestion
from verbale.model.text import Span
from verbale.store import index
from verbale.store.handle import Handle
from verbale.store.sql import decisions, events

__all__ = ["Curation"]


class Curation(Handle):
    """Removing and restoring, names and copies told apart, marks on words; `undo` takes any of it back."""

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

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Names that may be one person, or one name that may be two; they wait for a person's word."""
        return self._speakers.suggestions()

    def decide(
        self, suggestion_id: str, *, accept: bool, by: str | None = None, why: str | None = None
    ) -> str:
        """Accept or reject a suggestion; from then on its two names are one person, or two.

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

    def remove(self, document_id: str, *, by: str | None = None, why: str | None = None) -> None:
        """Let a document be found no longer; nothing of it is lost, and `restore` brings it back.

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
