"""Two texts of one event that differ: neither alone makes a quote green."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.store.index.made_up import PlainRecord
from tests.store.made_up import interview
from verbale.check import Checker
from verbale.check.outlets import AROUND, MOST, OTHERWISE, _counterpart, worded_otherwise
from verbale.compare import Finder, Passage
from verbale.intake.adding import add
from verbale.model import Flag, Severity, Span, Verdict
from verbale.store import Store, open_store
from verbale.store.index import QuoteIndex, catch_up
from verbale.text.align import Block
from verbale.text.words import Words, words

BODY = interview(3, answers=9).split("\n", 4)[4]
ANSWER = "Ana Rovik: The price of bread will be capped from Monday, and nobody will starve.\n\n"


def record_of(folder: Path, **texts: str) -> Store:
    folder.mkdir()
    for name, body in texts.items():
        head = f"{name}\n\nInterview with Ana Rovik\n\n4 March 2025\n\n"
        (folder / f"{name}.txt").write_text(head + body, encoding="utf-8")
    store = open_store(folder / "record")
    add(store, folder)
    return store


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        (ANSWER.replace("will be capped", "should be capped"), True),
        (ANSWER.replace("bread", "flour"), True),
        (ANSWER.replace("Monday, and", "Monday – and").replace("nobody", "No-body".replace("-", "")), False),
        ("", False),
        (
            "Question: What of the rest?\n\nAna Rovik: The price of salt will be capped from Friday.\n\n",
            False,
        ),
    ],
)
def test_a_passage_that_a_copy_has_otherwise(tmp_path: Path, other: str, differs: bool) -> None:
    with record_of(
        tmp_path / "texts", Gazette=BODY + ANSWER + BODY[:300], Post=BODY + other + BODY[:300]
    ) as store:
        check = Checker(store).check("The price of bread will be capped from Monday", speaker="Rovik")
    assert check.verdict is Verdict.VERBATIM
    assert (Flag.DIFFERS in check.flags, check.severity is Severity.LOOK) == (differs, differs)
    if differs:
        assert check.others[0].text in other


def test_all_copies_are_looked_at(tmp_path: Path) -> None:
    other = ANSWER.replace("will be capped", "should be capped")
    texts = {f"Paper{number:02d}": BODY + ANSWER + BODY[:300] for number in range(11)}
    with record_of(tmp_path / "texts", **texts, Zeitung=BODY + other + BODY[:300]) as store:
        check = Checker(store).check("The price of bread will be capped from Monday", speaker="Rovik")
    assert Flag.DIFFERS in check.flags
    assert [piece.text in other for piece in check.others[:2]] == [True, False]


def test_a_long_text_and_its_copies_are_not_read_again_for_each_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is counted is work, not time: the words that are taken from texts."""
    long = interview(5, answers=400).split("\n", 4)[4]
    texts = {f"Paper{number}": long + ANSWER + long[:300] for number in range(6)}
    read = [0]

    def counting(text: str) -> Words:
        found = words(text)
        read[0] += len(found)
        return found

    with record_of(tmp_path / "texts", **texts) as store:
        checker, quoted = Checker(store), "The price of bread will be capped from Monday"
        assert len(words(store.text(next(store.documents()).id))) > 10_000
        checker.check(quoted)
        for module in ("text.tokens", "text.letters", "compare.quoted", "check.retracted"):
            monkeypatch.setattr(f"verbale.{module}.words", counting)
        check = checker.check(quoted, speaker="Rovik")
    assert (check.verdict, len(check.others)) == (Verdict.VERBATIM, 5)
    assert 0 < read[0] < 100


SAID = "the price of bread will be capped from Monday and nobody in this old town shall starve"
BEFORE = "we have talked of it for two long nights in the hall and"
AFTER = "as long as the council sits and the mill of the widows turns day and night"


def otherwise(
    folder: Path, copies: dict[str, str], said: str = SAID, kinds: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """The passages of copies that have other words than an original, with their documents."""
    texts = {"own": f"{BEFORE} {SAID} {AFTER}", **copies}
    record = PlainRecord(folder)
    for number, (document, text) in enumerate(texts.items()):
        record.put(document, number, text)
    catch_up(record)
    finder = Finder(QuoteIndex(record.path / "index"), texts.__getitem__, lambda _: "en", lambda _: ())
    found = [SimpleNamespace(document_id=each, kind=(kinds or {}).get(each, "near")) for each in copies]
    store: Any = SimpleNamespace(copies=lambda _: found)
    first = texts["own"].index(said)
    passage = Passage("own", Span(first, first + len(said)))
    exact = [
        Passage(d, Span(t.index(said), t.index(said) + len(said))) for d, t in copies.items() if said in t
    ]
    both = [worded_otherwise(store, finder, passage, each) for each in (exact, [])]
    assert [each.document for each in both[0]] == [each.document for each in both[1]]
    return [(each.document, each.span.of(texts[each.document])) for each in both[0]]


def test_copies_are_held_against_the_passage_and_what_is_around_it(tmp_path: Path) -> None:
    own = f"{BEFORE} {SAID} {AFTER}"
    capped = SAID.replace("capped", "frozen")
    copies = {
        "same": own,
        "style": own.replace("Monday and", "MONDAY – and"),
        "frozen": own.replace("capped", "frozen"),
        "longer": own.replace("this old town", "this very old and grey town"),
        "beside": own.replace("in the hall and", "in the barn and").replace("as long as", "so long as"),
        "at the edge": own.replace(f"and {SAID}", f"yet {SAID}"),
        "first word": own.replace("the price", "a price"),
        "last word": own.replace("shall starve", "shall starve and freeze"),
        "hunger": own.replace("shall starve", "shall hunger"),
        "else": "no word of all this stands in here, and the mill has burnt down in the night",
    }
    found = dict(otherwise(tmp_path, copies))
    assert found == {
        "frozen": capped,
        "longer": SAID.replace("this old town", "this very old and grey town"),
        "first word": SAID.replace("the price", "a price"),
        "hunger": SAID.replace("starve", "hunger"),
    }


def test_a_text_with_the_same_text_says_nothing_else(tmp_path: Path) -> None:
    frozen = f"{BEFORE} {SAID} {AFTER}".replace("capped", "frozen")
    assert otherwise(tmp_path, {"a": frozen}, kinds={"a": "same text"}) == []


def test_five_copies_are_shown_of_many(tmp_path: Path) -> None:
    copies = {f"c{n}": f"{BEFORE} {SAID} {AFTER}".replace("capped", f"w{n}x") for n in range(MOST + 2)}
    assert [document for document, _ in otherwise(tmp_path, copies)] == [f"c{n}" for n in range(MOST)]


@pytest.mark.parametrize(("changed", "shown"), [(11, True), (12, False)])
def test_a_third_of_the_words_may_differ(tmp_path: Path, changed: int, shown: bool) -> None:
    """Of 17 words and eight on either side, eleven are a third."""
    words = f"{BEFORE} {SAID} {AFTER}".split()
    first = len(BEFORE.split())
    assert int(OTHERWISE * (2 * AROUND + len(SAID.split()))) == 11
    # every other word of the passage and around it, from the first that is looked at
    for number in range(changed):
        words[first - AROUND + 1 + 2 * number] = f"y{number}z"
    copy = " ".join(words)
    differ = sum(a != b for a, b in zip(copy.split(), f"{BEFORE} {SAID} {AFTER}".split(), strict=True))
    assert differ == changed
    assert bool(otherwise(tmp_path, {"copy": copy})) is shown


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (0, 2, (10, 12)),
        (1, 3, (11, 14)),
        (2, 3, (12, 14)),
        (3, 5, (14, 16)),
        (0, 6, (10, 17)),
        (2, 2, (0, 0)),
    ],
)
def test_the_words_set_against_some(first: int, last: int, words: tuple[int, int]) -> None:
    blocks = [
        Block(0, 2, 10, 12, equal=True),
        Block(2, 3, 12, 14),
        Block(3, 6, 14, 17, equal=True),
    ]
    assert _counterpart(blocks, first, last) == words
