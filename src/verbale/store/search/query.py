"""The query language of search, from what people type to a tree that says what they mean.

    words "a phrase" begin*  a AND b  a OR b  NOT c  (a OR b) c
    speaker:lee  outlet:"port daily"  kind:brief  lang:en  role:question  date:2024..2025-06

Words side by side must all be there. NOT binds closest, OR loosest; the three are written in capitals.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verbale.errors import QueryError
from verbale.model.document import Kind, Role

__all__ = ["And", "Filter", "Node", "Not", "Or", "Words", "parse_query", "phrases_of"]

LONGEST = 2_000  # characters of a query
DEEPEST = 30  # parentheses inside one another
MOST_WORDS = 200

FIELDS = {
    "speaker": "speaker",
    "who": "speaker",
    "outlet": "outlet",
    "kind": "kind",
    "lang": "language",
    "language": "language",
    "role": "role",
    "date": "date",
    "on": "date",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side in this order; `begins` where the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What must be true of a passage: `values` are one text, or the first and last day of a range."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What must all be."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Of which one must be."""

    parts: tuple[Node, ...]


Node = Words | Filter | Not | And | Or

_OPENING = '"“”„‟«»'
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<field>[^\W\d_]+):(?=[^\s()/])
    | [{_OPENING}](?P<phrase>[^{_OPENING}]*)(?P<closed>[{_OPENING}]?)(?P<begins>\*?)
    | (?P<word>[^\s(){_OPENING}]+)""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


def parse_query(query: str) -> Node:
    """What a query means.

    Args:
        query: As a person typed it; quote marks of any style make a phrase.

    Raises:
        QueryError: it cannot be understood; the message says where and why.

    >>> parse_query('"no intention" OR treat*')
    Or(parts=(Words(words=('no', 'intention'), begins=False), Words(words=('treat',), begins=True)))
    """
    if len(query) > LONGEST:
        raise QueryError(f"The query has {len(query):,} characters; the limit is {LONGEST:,}.", query)
    return _Parser(query).parse()


def phrases_of(node: Node) -> Iterator[Words]:
    """The words that a query looks for, those that must not be there left out."""
    match node:
        case Words():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from phrases_of(part)
        case _:
            return


class _Parser:
    """Reads a query from left to right, one token ahead."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = list(self._lex(query))
        self._at = 0
        self._depth = 0

    def parse(self) -> Node:
        if not self._query.strip():
            raise self._error("The query is empty: give a word, a phrase or a filter such as speaker:")
        found = self._either()
        if self._at < len(self._tokens):
            raise self._error("A closing parenthesis has no opening one.")
        if found is None:
            raise self._error("The query has no word in it.")
        return found

    def _lex(self, query: str) -> Iterator[tuple[str, Node | None]]:
        """Tokens as their sort and, for what can be looked for, its meaning."""
        at, words = 0, 0
        node: Node | None
        while at < len(query):
            token = _TOKEN.match(query, at)
            if token is None:  # a filter's colon with nothing after it
                at += 1
                continue
            at = token.end()
            if token["open"] or token["close"]:
                yield token[0], None
            elif token["field"]:
                node, at = self._filter(token["field"], query, at)
                yield "node", node
            elif token["phrase"] is not None:
                if not token["closed"]:
                    raise self._error("A quote mark is not closed.")
                phrase = _words(token["phrase"], begins=bool(token["begins"]))
                if phrase is None:
                    raise self._error("A phrase has no word in it.")
                words += len(phrase.words)
                yield "node", phrase
            elif token["word"] in {"AND", "OR", "NOT"}:
                yield token["word"], None
            elif token["word"]:
                word = _words(token["word"], begins=token["word"].endswith("*"))
                if word is not None:
                    words += len(word.words)
                    yield "node", word
            if words > MOST_WORDS:
                raise self._error(f"The query has more than {MOST_WORDS} words.")

    def _filter(self, name: str, query: str, at: int) -> tuple[Filter, int]:
        token = _TOKEN.match(query, at)
        if token is None or (token["phrase"] is not None and not token["closed"]):
            raise self._error("A quote mark is not closed.")
        value = (token["phrase"] or token["word"] or token[0] or "").strip()
        field = FIELDS.get(name.casefold())
        if field is None:
            raise self._error(
                f"There is no filter {name}: the filters are speaker, outlet, kind, lang, role and date."
            )
        if not any(map(str.isalnum, value)):
            raise self._error(f"The filter {name}: has no value.")
        return Filter(field, self._values(field, value)), token.end()

    def _values(self, field: str, value: str) -> tuple[str, ...]:
        if field == "date":
            return self._range(value)
        if field in {"kind", "role"}:
            known = [each.value for each in (Kind if field == "kind" else Role)]
            if value.casefold() not in known:
                raise self._error(f"There is no {field} “{value}”: it is one of {', '.join(known)}.")
            return (value.casefold(),)
        if field == "language":
            if not re.fullmatch(r"[A-Za-z]{2,3}", value):
                raise self._error(f"A language is given by its code, such as en or de, not “{value}”.")
            return (value.lower(),)
        return (value,)

    def _range(self, value: str) -> tuple[str, str]:
        first, dots, last = value.partition("..")
        if dots and ".." in last:
            raise self._error(f"“{value}” is not a range of dates.")
        start = self._day(first, last_day=False) if first else date.min
        end = self._day(last if dots else first, last_day=True) if last or not dots else date.max
        if start > end:
            raise self._error(f"The range of dates {value} ends before it begins.")
        return start.isoformat(), end.isoformat()

    def _day(self, written: str, *, last_day: bool) -> date:
        parts = _DAY.match(written)
        try:
            if parts is None:
                raise ValueError(written)
            year = int(parts[1])
            month = int(parts[2]) if parts[2] else (12 if last_day else 1)
            if parts[3]:
                return date(year, month, int(parts[3]))
            date(year, month, 1)
            return date(year, month, calendar.monthrange(year, month)[1] if last_day else 1)
        except ValueError:
            raise self._error(
                f"“{written}” is not a date: write 2025, 2025-03, 2025-03-01, or a range as in 2024..2025-06."
            ) from None

    def _either(self) -> Node | None:
        parts = [self._all()]
        while self._is("OR"):
            self._at += 1
            parts.append(self._all())
        found = [part for part in parts if part is not None]
        if len(found) < len(parts) and len(parts) > 1:
            raise self._error("OR needs something to look for on both sides.")
        return found[0] if len(found) == 1 else (Or(tuple(found)) if found else None)

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while self._at < len(self._tokens) and not self._is("OR") and not self._is(")"):
            if self._is("AND"):
                if not parts:
                    raise self._error("AND needs something to look for on both sides.")
                self._at += 1
                if self._at == len(self._tokens) or self._is("OR") or self._is(")") or self._is("AND"):
                    raise self._error("AND needs something to look for on both sides.")
            part = self._one()
            if part is not None:
                parts.append(part)
        return parts[0] if len(parts) == 1 else (And(tuple(parts)) if parts else None)

    def _one(self) -> Node | None:
        sort, node = self._tokens[self._at]
        self._at += 1
        if sort == "node":
            return node
        if sort == "NOT":
            if self._at == len(self._tokens) or self._tokens[self._at][0] in {"AND", "OR", ")"}:
                raise self._error("NOT needs something after it.")
            self._deeper()
            part = self._one()
            self._depth -= 1
            return Not(part) if part is not None else None
        self._deeper()
        found = self._either()
        if not self._is(")"):
            raise self._error("An opening parenthesis has no closing one.")
        self._at += 1
        self._depth -= 1
        return found

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._error("The query has too many parentheses inside one another.")

    def _is(self, sort: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] == sort

    def _error(self, message: str) -> QueryError:
        return QueryError(message, self._query)


def _words(written: str, *, begins: bool) -> Words | None:
    found = tuple(_WORD.findall(written))
    return Words(found, begins) if found else None
