"""The query language: what is understood, and what is said of what is not."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import QueryError
from verbale.store.search.query import And, Filter, Node, Not, Or, Words, parse_query, phrases_of


def w(*words: str, begins: bool = False) -> Words:
    return Words(words, begins)


A, B, C = w("a"), w("b"), w("c")

UNDERSTOOD: list[tuple[str, Node]] = [
    ("treaty", w("treaty")),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a OR b", Or((A, B))),
    ("a b OR c", Or((And((A, B)), C))),
    ("a (b OR c)", And((A, Or((B, C))))),
    ("a NOT b", And((A, Not(B)))),
    ("a AND NOT b", And((A, Not(B)))),
    ("NOT (a b)", Not(And((A, B)))),
    ("a and b", And((A, w("and"), B))),
    ('"no intention"', w("no", "intention")),
    ("“no intention”", w("no", "intention")),
    ("„no intention“", w("no", "intention")),
    ("«no intention»", w("no", "intention")),
    ('“no intention"', w("no", "intention")),
    ("‘a’", A),
    ("won't", w("won", "t")),
    ("won’t", w("won", "t")),
    ("a - b", And((A, B))),
    ("a—b", w("a", "b")),
    ("treat*", w("treat", begins=True)),
    ('"no inten"*', w("no", "inten", begins=True)),
    ("* a", A),
    ("()", w()),
    ("C++", w("C")),
    ("10:30", w("10", "30")),
    ("speaker:lee", Filter("speaker", ("lee",))),
    ("Speaker:lee", Filter("speaker", ("lee",))),
    ('speaker:"Ana Rovik"', Filter("speaker", ("Ana Rovik",))),
    ("who:“Ana Rovik” a", And((Filter("speaker", ("Ana Rovik",)), A))),
    ("outlet:daily", Filter("outlet", ("daily",))),
    ("kind:Brief", Filter("kind", ("brief",))),
    ("role:question", Filter("role", ("question",))),
    ("lang:EN", Filter("language", ("en",))),
    ("date:2024", Filter("date", ("2024-01-01", "2024-12-31"))),
    ("date:2024-02", Filter("date", ("2024-02-01", "2024-02-29"))),
    ("date:2024-2-3", Filter("date", ("2024-02-03", "2024-02-03"))),
    ("date:2024..2025-06", Filter("date", ("2024-01-01", "2025-06-30"))),
    ("date:2025..", Filter("date", ("2025-01-01", "9999-12-31"))),
    ("date:..2024", Filter("date", ("0001-01-01", "2024-12-31"))),
    ("on:2025-03-01", Filter("date", ("2025-03-01", "2025-03-01"))),
]


@pytest.mark.parametrize(("query", "meaning"), UNDERSTOOD, ids=[query for query, _ in UNDERSTOOD])
def test_understood(query: str, meaning: Node) -> None:
    if meaning == w():
        with pytest.raises(QueryError):
            parse_query(query)
    else:
        assert parse_query(query) == meaning


NOT_UNDERSTOOD = [
    ("", "is empty"),
    ("   ", "is empty"),
    ("—", "no word"),
    ("()", "no word"),
    ('"', "not closed"),
    ('a "b', "not closed"),
    ('""', "no word"),
    ("(a", "no closing"),
    ("a)", "no opening"),
    ("((a)", "no closing"),
    ("AND a", "both sides"),
    ("a AND", "both sides"),
    ("a AND AND b", "both sides"),
    ("a AND OR b", "both sides"),
    ("a OR", "both sides"),
    ("OR a", "both sides"),
    ("NOT", "after it"),
    ("a NOT", "after it"),
    ("NOT OR a", "after it"),
    ("colour:red", "no filter colour"),
    ("kind:novel", "one of transcript"),
    ("role:king", "one of question"),
    ("lang:english", "code"),
    ("date:yesterday", "not a date"),
    ("date:2024-13", "not a date"),
    ("date:2023-02-29", "not a date"),
    ("date:0000", "not a date"),
    ("date:2025..2024", "ends before"),
    ("date:2024..2025..2026", "not a range"),
    ("date:..", "no value"),
    ('speaker:""', "no value"),
    ('speaker:"lee', "not closed"),
    ("(" * 40 + "a" + ")" * 40, "too many"),
    ("NOT " * 40 + "a", "too many"),
    ("a " * 300, "more than 200"),
    ("a" * 3000, "characters"),
]


@pytest.mark.parametrize(("query", "said"), NOT_UNDERSTOOD, ids=[query[:20] for query, _ in NOT_UNDERSTOOD])
def test_not_understood(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        parse_query(query)
    message = str(caught.value)
    assert message.endswith((".", "date:", "speaker:"))
    assert caught.value.about == query


def test_words_that_must_not_be_there_are_not_looked_for() -> None:
    assert list(phrases_of(parse_query('a (b OR NOT c) NOT "d e" speaker:f'))) == [A, B]


SYNTAX = [
    "a",
    "treaty",
    "AND",
    "OR",
    "NOT",
    "(",
    ")",
    '"',
    "“",
    "”",
    "*",
    "speaker:",
    "date:",
    "kind:",
    "..",
    "2024",
    "-",
    ":",
    "'",
    "é",
    "你好",
    "NEAR",
    "+",
    "^",
    "{",
    "\\",
    ";",
]
PIECES = st.sampled_from([*SYNTAX, " ", "\0", "\ud800", "e\u0301"])
QUERIES = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join))


@given(QUERIES)
def test_any_query_is_understood_or_refused(query: str) -> None:
    with contextlib.suppress(QueryError):
        parse_query(query)
