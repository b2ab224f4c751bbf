"""Search: what a query finds as hits, with the places of the words."""

from __future__ import annotations

from verbale.model.document import Role
from verbale.model.holdings import DocumentInfo
from verbale.model.search import Hit, Order, SearchResult
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store.search.matching import Matcher
from verbale.store.search.query import parse_query, phrases_of
from verbale.store.sql import rows
from verbale.store.sql.database import Database, Row
from verbale.store.sql.documents import Documents
from verbale.store.sql.found_passages import Named, found_passages

__all__ = ["Searching"]

SNIPPET = 240  # characters, about


class Searching:
    """Answers queries; `named` gives the printed names that a name in a query means."""

    def __init__(self, database: Database, documents: Documents, named: Named) -> None:
        self._database = database
        self._documents = documents
        self._named = named

    def search(self, query: str, limit: int, offset: int, order: Order) -> SearchResult:
        """The passages that a query finds, `limit` of them after the first `offset`.

        Raises:
            QueryError: the query cannot be understood.
        """
        tree = parse_query(query)
        total, found = found_passages(
            self._database.ask, tree, self._named, limit=limit, offset=offset, order=order
        )
        matcher = Matcher(phrases_of(tree))
        return SearchResult(query, total, tuple(_hit(self._documents, matcher, row) for row in found))


def _hit(documents: Documents, matcher: Matcher, row: Row) -> Hit:
    id_, start, end, speaker, role, said_on, first_hand, via = row
    info = documents.get(id_)
    text = documents.text(info.version)
    spans = matcher.spans(text[start:end], start)
    reported = _reported(documents, info, spans)
    if reported is not None:
        speaker, via, first_hand = reported.speaker, reported.via, False
    shown = _snippet(text, Span(start, end), spans)
    return Hit(
        document_id=id_,
        title=info.title,
        name=info.name,
        speaker=speaker,
        said_on=rows.day(said_on),
        role=Role(role) if role else None,
        first_hand=bool(first_hand),
        via=via,
        span=Span(start, end),
        spans=spans,
        snippet=shown.of(text),
        snippet_span=shown,
        marks=tuple(
            Span(span.start - shown.start, span.end - shown.start) for span in spans if shown.contains(span)
        ),
    )


def _reported(documents: Documents, info: DocumentInfo, spans: tuple[Span, ...]) -> Statement | None:
    """The reported statement that all the words found stand in, None where some do not."""
    if not spans:
        return None
    innermost: Statement | None = None
    for span in spans:
        here = documents.statements_at(info, span.start, span.end)
        if not here or here[-1].first_hand or (innermost is not None and here[-1].id != innermost.id):
            return None
        innermost = here[-1]
    return innermost


def _snippet(text: str, passage: Span, spans: tuple[Span, ...]) -> Span:
    """The stretch of a passage that shows most of the words found, cut between words."""
    if len(passage) <= SNIPPET:
        return passage
    best = max(spans, key=lambda span: _company(span, spans), default=Span(passage.start, passage.start))
    room = SNIPPET // 4
    start = max(passage.start, min(best.start - room, passage.end - SNIPPET))
    end = min(passage.end, max(start + SNIPPET, best.end))
    if start > passage.start:
        space = text.find(" ", start, best.start)
        start = space + 1 if space >= 0 else start
    if end < passage.end:
        space = text.rfind(" ", max(best.end, start + 1), end)
        end = space if space >= 0 else end
    return Span(start, end)


def _company(first: Span, spans: tuple[Span, ...]) -> int:
    return sum(first.start <= span.start and span.end <= first.start + SNIPPET for span in spans)
