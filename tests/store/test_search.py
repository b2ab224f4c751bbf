"""Search: what is found, in which order, and where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.test_query import QUERIES
from verbale.errors import QueryError
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.model.document import Kind, Role
from verbale.model.search import Hit, Order
from verbale.store import Store, open_store
from verbale.store.search.matching import Matcher
from verbale.store.search.query import Words

HARBOUR = """Interview with Ana Rovik

3 March 2024

Question: Will the harbour be closed?

Ana Rovik: We have no intention of closing the harbour. The café at the pier stays open too.

Question: What does Sarnia say?

Ana Rovik: Pavel Dorn said: “The treaty is dead.” We don’t share that view of the treaties.
"""
GRAIN = """Interview with Pavel Dorn

9 June 2025

Question: Is there grain?

Pavel Dorn: There is no intention to sell grain. The harbour is full of it.

Question: And the treaty?

Pavel Dorn: The treaty holds. The treaty is good.
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("search")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "grain.txt").write_text(GRAIN, encoding="utf-8")
    with open_store(folder / "record") as store:
        kind = Kind.TRANSCRIPT
        add(store, folder / "harbour.txt", overrides=Overrides(outlet="Port Daily", language="en", kind=kind))
        add(store, folder / "grain.txt", overrides=Overrides(outlet="The Gazette", language="de", kind=kind))
        yield store


def shown(store: Store, query: str, order: Order = "relevance") -> list[str]:
    """The words found, hit by hit, with the first letter of the file."""
    found = []
    for hit in store.search(query, order=order):
        text = store.text(hit.document_id)
        found.append(hit.name[0] + ": " + ", ".join(span.of(text) for span in hit.spans))
    return sorted(found) if order == "relevance" else found


FOUND = [
    ("harbour", ["g: harbour", "h: harbour", "h: harbour"]),
    ("HARBOUR closed", ["h: harbour, closed"]),
    ('"no intention"', ["g: no intention", "h: no intention"]),
    ("“no intention of”", ["h: no intention of"]),
    ("“intention no”", []),
    ("intention no", ["g: no, intention", "h: no, intention"]),
    ("cafe", ["h: café"]),
    ("CAFÉ", ["h: café"]),
    ("don't", ["h: don’t"]),
    ("treat*", ["g: treaty", "g: treaty, treaty", "h: treaty, treaties"]),
    ("treaty OR grain", ["g: grain", "g: grain", "g: treaty", "g: treaty, treaty", "h: treaty"]),
    ("harbour NOT intention", ["h: harbour"]),
    ("harbour NOT (intention OR closed)", []),
    ("(harbour OR grain) full", ["g: grain, harbour, full"]),
    ("speaker:rovik intention", ["h: intention"]),
    ('speaker:"Ms. Rovik" intention', ["h: intention"]),
    ("speaker:nobody intention", []),
    ("intention NOT speaker:rovik", ["g: intention"]),
    ("speaker:dorn treaty", ["g: treaty, treaty", "h: treaty"]),
    ("(speaker:rovik OR speaker:dorn) intention", ["g: intention", "h: intention"]),
    ("role:question harbour", ["h: harbour"]),
    ("outlet:port harbour", ["h: harbour", "h: harbour"]),
    ('outlet:"the gazette" harbour', ["g: harbour"]),
    ("lang:de harbour", ["g: harbour"]),
    ("kind:transcript grain", ["g: grain", "g: grain"]),
    ("kind:brief grain", []),
    ("date:2024 intention", ["h: intention"]),
    ("date:2024..2025-06 intention", ["g: intention", "h: intention"]),
    ("date:..2024 intention", ["h: intention"]),
    ("date:2025-06-10.. intention", []),
    ("date:2025 OR café", ["g: ", "g: ", "g: ", "g: ", "g: ", "h: café"]),
    ("speaker:rovik NOT harbour", ["h: "]),
]


@pytest.mark.parametrize(("query", "found"), FOUND, ids=[query for query, _ in FOUND])
def test_found(record: Store, query: str, found: list[str]) -> None:
    # What stands above the first question of the later interview is a passage as well.
    assert shown(record, query) == found


def by(store: Store, query: str) -> Hit:
    (hit,) = store.search(query)
    return hit


def test_a_hit_says_who_when_and_in_which_role(record: Store) -> None:
    hit = by(record, '"no intention of closing"')
    assert (hit.speaker, hit.said_on, hit.role, hit.first_hand, hit.via) == (
        "Ana Rovik",
        date(2024, 3, 3),
        Role.ANSWER,
        True,
        None,
    )
    assert hit.snippet == record.text(hit.document_id)[hit.span.start : hit.span.end]


def test_words_that_somebody_relays_are_not_given_to_the_one_who_relays_them(record: Store) -> None:
    hit = by(record, '"treaty is dead"')
    assert (hit.first_hand, hit.via) == (False, "Ana Rovik")
    assert hit.speaker != "Ana Rovik"
    both = by(record, '"treaty is dead" view')
    assert (both.speaker, both.first_hand) == ("Ana Rovik", True)


def test_words_quoted_in_an_article_are_their_speakers_and_second_hand(store: Store, texts: Path) -> None:
    path = texts / "news.txt"
    path.write_text(
        "The minister visited the port on Monday and spoke to fishermen there.\n\n"
        "“The quota will not change,” Ana Rovik said. The fishermen were not pleased with it.\n",
        encoding="utf-8",
    )
    add(store, path, overrides=Overrides(kind=Kind.ARTICLE))
    for query in ("quota", "speaker:rovik quota"):
        hit = by(store, query)
        assert (hit.speaker, hit.first_hand, hit.role) == ("Ana Rovik", False, None)
    assert by(store, "quota pleased").speaker is None


def test_order_by_date(record: Store) -> None:
    assert [hit.name[0] for hit in record.search("intention", order="date")] == ["h", "g"]
    assert [hit.name[0] for hit in record.search("intention", order="-date")] == ["g", "h"]


def test_relevance_prefers_the_passage_that_says_it_more(record: Store) -> None:
    first = next(iter(record.search("treaty")))
    assert len(first.spans) == 2


def test_portions_and_the_total(record: Store) -> None:
    whole = record.search("harbour")
    assert (whole.total, len(whole)) == (3, 3)
    portions = [hit for offset in range(3) for hit in record.search("harbour", limit=1, offset=offset)]
    assert portions == list(whole.hits)
    beyond = record.search("harbour", limit=1, offset=10)
    assert (beyond.total, len(beyond)) == (3, 0)


def test_snippets_of_long_passages_show_the_words(store: Store, texts: Path) -> None:
    filler = "The weather was fair on that day. " * 40
    path = texts / "long.txt"
    path.write_text(
        f"Question: And?\n\nAna Rovik: {filler}Nobody saw the zeppelin. {filler}\n\n"
        "Question: So?\n\nAna Rovik: So.",
        encoding="utf-8",
    )
    add(store, path)
    hit = by(store, "zeppelin")
    assert "zeppelin" in hit.snippet
    assert len(hit.snippet) <= 260
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["zeppelin"]
    assert hit.snippet_span.of(store.text(hit.document_id)) == hit.snippet
    assert not hit.snippet[0].isspace()
    assert re.match(r"\w+ ", hit.snippet)


def test_long_and_deep_queries_have_answers(record: Store) -> None:
    many = " OR ".join(f"word{number}" for number in range(180))
    assert record.search(f"harbour OR {many}").total == 3
    assert record.search("harbour NOT " + " NOT ".join(f"word{number}" for number in range(90))).total == 3
    nested = "harbour"
    for number in range(29):
        nested = f"({nested} OR speaker:nobody{number})"
    assert record.search(nested).total == 3
    assert record.search("harbour", limit=-1).hits == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(query=QUERIES, order=st.sampled_from(get_args(Order)))
def test_any_query_has_an_answer_or_is_refused(record: Store, query: str, order: Order) -> None:
    try:
        found = record.search(query, order=order)
    except QueryError:
        return
    for hit in found:
        text = record.text(hit.document_id)
        assert all(hit.span.contains(span) and span.of(text) for span in hit.spans)
        assert [mark.of(hit.snippet) for mark in hit.marks] == [
            span.of(text) for span in hit.spans if hit.snippet_span.contains(span)
        ]


@given(st.text(min_size=1, max_size=40), st.data())
def test_every_word_of_a_text_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    words = list(re.finditer(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*", text))
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    spans = Matcher([Words((word[0],))]).spans(text)
    assert any(span.start <= word.start() and word.end() <= span.end for span in spans)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("naive", "Naïve, nai\u0308ve, naively", ["Naïve", "nai\u0308ve"]),
        ("мой", "Мой, мои", ["Мой"]),
        ("σοφος", "ΣΟΦΟΣ σοφος", ["ΣΟΦΟΣ", "σοφος"]),
        ("don", "don't donkey", ["don"]),
        ("a", "a_b A1", ["a"]),
        ("İzmir", "izmir İzmir", ["izmir", "İzmir"]),
    ],
)
def test_words_are_folded_as_the_index_folds_them(
    store: Store, texts: Path, word: str, text: str, found: list[str]
) -> None:
    matcher = Matcher([Words((word,))])
    assert [span.of(text) for span in matcher.spans(text)] == found
    path = texts / "words.txt"
    path.write_text("Some lines of a text in which these words stand:\n\n" + text + "\n", encoding="utf-8")
    add(store, path)
    assert store.search(word).total == 1
