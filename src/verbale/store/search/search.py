"""Search: a query's tree to SQL, and rows to hits with the places of the words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verbale.model.document import Role
from verbale.model.holdings import DocumentInfo
from verbale.model.search import Hit, Order, SearchResult
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store.search.matching import Matcher
from verbale.store.search.query import And, Filter, Node, Not, Or, Words, parse_query, phrases_of
from verbale.store.sql import rows
from verbale.store.sql.database import Database, Row
from verbale.store.sql.documents import Documents

__all__ = ["Order", "Searching"]

SNIPPET = 240  # characters, about

# FTS5 comes first and drives: with the planner free to choose, a filter's index would (measured at
# four seconds a query for a million rows). The unary plus keeps filters from being used as indexes.
_RANKED = """
SELECT p.id, bm25(passages_words) AS rank, p.said_on AS said_on
FROM passages_words CROSS JOIN passages p ON p.id = passages_words.rowid
WHERE passages_words MATCH ?
"""
_LISTED = """
SELECT p.id, 0.0 AS rank, p.said_on AS said_on FROM passages p
WHERE p.version IN (SELECT version FROM documents WHERE NOT removed)
"""
_SHOWN = """
SELECT d.id, p.start, p."end", p.speaker, p.role, p.said_on, p.first_hand, p.via, f.total
FROM (SELECT id, rank, said_on, count(*) OVER () AS total FROM ({found}) ORDER BY {order} LIMIT ? OFFSET ?) f
CROSS JOIN passages p ON p.id = f.id CROSS JOIN documents d ON d.version = p.version
ORDER BY {order_shown}
"""
_COUNT = "SELECT count(*) FROM ({found})"
_ORDERS = {
    "relevance": "{f}rank, {f}said_on DESC, {f}id",
    "date": "{f}said_on IS NULL, {f}said_on, {f}id",
    "-date": "{f}said_on DESC, {f}id",
}
_MATCHES = "p.id IN (SELECT rowid FROM passages_words WHERE passages_words MATCH ?)"
_VERSIONS = "+p.version IN (SELECT id FROM versions WHERE {column} IN ({marks}))"


Named = Callable[[str], Sequence[str]]


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
        sql, values = _Compiler(self._database, self._named).compile(tree)
        order_by = _ORDERS[order]
        asked = _SHOWN.format(found=sql, order=order_by.format(f=""), order_shown=order_by.format(f="f."))
        found = self._database.rows(asked, [*values, max(limit, 0), max(offset, 0)])
        total = found[0][-1] if found else 0
        if not found and offset:
            total = self._database.rows(_COUNT.format(found=sql), values)[0][0]
        matcher = Matcher(phrases_of(tree))
        return SearchResult(query, total, tuple(_hit(self._documents, matcher, row) for row in found))


def _hit(documents: Documents, matcher: Matcher, row: Row) -> Hit:
    id_, start, end, speaker, role, said_on, first_hand, via, _ = row
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


class _Compiler:
    """Makes SQL of a tree: words that must be there drive and rank, the rest are conditions."""

    def __init__(self, database: Database, named: Named) -> None:
        self._database = database
        self._named = named
        self._asked_speakers: list[str] = []

    def compile(self, tree: Node) -> tuple[str, list[object]]:
        parts = tree.parts if isinstance(tree, And) else (tree,)
        driving = [match for part in parts if (match := _match(part)) is not None]
        conditions = [self._condition(part) for part in parts if _match(part) is None]
        sql, values = _LISTED, list[object]()
        if driving:
            sql, values = _RANKED, [" AND ".join(driving)]
        for condition, its_values in [*conditions, self._layer()]:
            sql += f" AND {condition}"
            values += its_values
        return sql, values

    def _layer(self) -> tuple[str, list[object]]:
        """Words quoted inside another passage count only where their speaker is asked for."""
        if not self._asked_speakers:
            return "NOT p.reported", []
        marks = _marks(self._asked_speakers)
        return f"(NOT p.reported OR +p.speaker IN ({marks}))", list(self._asked_speakers)

    def _condition(self, node: Node) -> tuple[str, list[object]]:
        match node:
            case Words():
                return _MATCHES, [_match(node)]
            case Filter():
                return self._filter(node)
            case Not(part):
                inner, values = self._condition(part)
                return f"NOT coalesce({inner}, 0)", values
            case And(parts) | Or(parts):
                made = [self._condition(part) for part in parts]
                joint = " AND " if isinstance(node, And) else " OR "
                return (
                    "(" + joint.join(condition for condition, _ in made) + ")",
                    [value for _, values in made for value in values],
                )

    def _filter(self, node: Filter) -> tuple[str, list[object]]:
        value = node.values[0]
        match node.field:
            case "speaker":
                names = list(self._named(value))
                self._asked_speakers += names
                return f"+p.speaker IN ({_marks(names)})", list(names)
            case "role":
                return "+p.role = ?", [value]
            case "date":
                return "+p.said_on BETWEEN ? AND ?", list(node.values)
            case "outlet":
                outlets = [name for (name,) in self._database.rows(_OUTLETS) if _outlet_fits(value, name)]
                return _VERSIONS.format(column="outlet", marks=_marks(outlets)), list(outlets)
            case _:
                return _VERSIONS.format(column=node.field, marks="?"), [value]


_OUTLETS = "SELECT DISTINCT outlet FROM versions WHERE outlet IS NOT NULL"


def _outlet_fits(asked: str, name: str) -> bool:
    return set(asked.casefold().split()) <= set(name.casefold().split())


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _match(node: Node) -> str | None:
    """The FTS5 expression of a tree that holds nothing but words, None for any other tree.

    Every word goes between quote marks, so nothing that was typed is taken for syntax.
    """
    match node:
        case Words(words, begins):
            return '"' + " ".join(words) + '"' + ("*" if begins else "")
        case And(parts) | Or(parts):
            made = [_match(part) for part in parts]
            joint = " AND " if isinstance(node, And) else " OR "
            known = [each for each in made if each is not None]
            return "(" + joint.join(known) + ")" if len(known) == len(made) else None
        case _:
            return None
