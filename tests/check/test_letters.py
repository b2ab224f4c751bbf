"""Words that share a hash and not their letters: an index finds them, and nothing may call them equal."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.check import Checker, check_document
from verbale.intake.adding import add
from verbale.model import Flag, Selector, Severity, Span, Verdict
from verbale.parse import read
from verbale.store import Store
from verbale.store.anchoring import Haystack, Lost
from verbale.store.differences import differences
from verbale.text.words import hash_word

# found by a script among the numbers under a million, real words and made-up names
PAIRS = [
    ("117199", "141166"),
    ("10934", "931203"),
    ("66617", "69155"),
    ("unintentional", "verteidigen"),
    ("Dretares", "Brunewik"),
]
TALK = """Interview with Ada Brenn

10 May 2023

Question: What did the harbour cost?

Ada Brenn: We have paid {} crowns for the northern harbour, and every crew was thanked. The lighthouse \
keeper asked for nothing at all and got a new coat before the winter came to the outer islands.

Question: And the ferries?

Ada Brenn: They will sail on Sundays from the first of March, whatever the wind may say about it.
"""


@pytest.fixture(params=PAIRS, ids="-".join)
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    said, quoted = request.param
    assert hash_word(said) == hash_word(quoted)
    return said, quoted


@pytest.fixture
def checker(pair: tuple[str, str], store: Store, texts: Path) -> Checker:
    (texts / "talk.txt").write_text(TALK.format(pair[0]), encoding="utf-8")
    add(store, texts)
    return Checker(store)


QUOTES = [
    ("We have paid {} crowns for the northern harbour", Verdict.ALTERED, Verdict.VERBATIM),
    ("We have paid {} crowns … the lighthouse keeper asked for nothing", Verdict.ALTERED, Verdict.ELIDED),
    ("every crew was thanked … We have paid {} crowns", Verdict.SPLICED, Verdict.SPLICED),
    ("[The town] paid {} crowns for the northern harbour", Verdict.ALTERED, Verdict.ADAPTED),
    ("We have paid {} crowns for [that] harbour, and every crew was", Verdict.ALTERED, Verdict.ADAPTED),
    (
        "They will sail on Sundays from the first of March, we have paid {} crowns for the northern harbour",
        Verdict.SPLICED,
        Verdict.SPLICED,
    ),
]


@pytest.mark.parametrize(("quoted", "verdict", "faithful"), QUOTES)
def test_a_word_of_the_same_hash_is_another_word(
    checker: Checker, pair: tuple[str, str], quoted: str, verdict: Verdict, faithful: Verdict
) -> None:
    said, other = pair
    assert checker.check(quoted.format(said), speaker="Ada Brenn").verdict is faithful
    check = checker.check(quoted.format(other), speaker="Ada Brenn")
    assert (check.verdict, check.severity) == (verdict, Severity.BAD)
    assert [(edit.quoted, edit.record) for edit in check.edits] == [(other, said)]
    assert (Flag.NUMBER in check.flags) is said.isdigit()


def test_two_words_of_one_hash_in_one_quote(checker: Checker, pair: tuple[str, str]) -> None:
    check = checker.check("We have paid {} {} crowns for the northern harbour".format(*pair))
    assert check.verdict is Verdict.ALTERED


def test_an_article(checker: Checker, pair: tuple[str, str]) -> None:
    draft = (
        f"Ada Brenn was proud. “We have paid {pair[1]} crowns for the northern harbour,” Ada Brenn said.\n"
    )
    (check,) = check_document(checker, read(draft.encode(), name="draft.txt")).checks
    assert (check.verdict, check.severity) == (Verdict.ALTERED, Severity.BAD)


def test_a_copy_that_has_another_word(store: Store, texts: Path, pair: tuple[str, str]) -> None:
    more = "".join(
        f"Question: And pier {n}?\n\nAda Brenn: Pier {n} was paid by town {n * 7}.\n\n" for n in range(40)
    )
    for outlet, word in zip(("Gazette", "Post"), pair, strict=True):
        (texts / f"{outlet}.txt").write_text(f"The {outlet}\n\n{TALK.format(word)}\n{more}", encoding="utf-8")
    add(store, texts)
    (other,) = store.copies(next(info.id for info in store.documents() if info.name.startswith("Gazette")))
    assert other.kind == "near"
    check = Checker(store).check(f"We have paid {pair[0]} crowns for the northern harbour", speaker="Brenn")
    assert (check.verdict, check.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert Flag.DIFFERS in check.flags
    assert pair[1] in check.others[0].text


def test_the_differences_between_two_texts(pair: tuple[str, str]) -> None:
    found = differences(TALK.format(pair[0]), TALK.format(pair[1]))
    assert [(each.old, each.new) for each in found] == [pair]


def test_an_anchor_does_not_move(pair: tuple[str, str]) -> None:
    earlier, later = (TALK.format(word) for word in pair)
    start = earlier.index("We have paid")
    selector = Selector.at(earlier, Span(start, earlier.index(" The lighthouse")))
    assert Haystack(later).find(selector) == Lost("gone")
    # nor do words whose surroundings only seem to be the same
    short = "We paid {0} crowns: thank you. We sold {1} crowns: thank you."
    text, new = short.format(*pair), short.format(pair[1], "none")
    place = text.index("thank you")
    assert Haystack(text).find(Selector.at(text, Span(place, place + 9))) == Span(place, place + 9)
    exact = Selector(exact="thank you", prefix=f"{pair[0]} crowns: ", suffix=", said he")
    assert Haystack(new).find(exact) == Lost("gone")


def test_an_older_version_with_another_word_is_no_evidence(
    store: Store, texts: Path, pair: tuple[str, str]
) -> None:
    path = texts / "talk.txt"
    path.write_text(TALK.format(pair[0]), encoding="utf-8")
    add(store, path)
    path.write_text(TALK.format("some").replace("paid", "spent"), encoding="utf-8")
    add(store, path)
    said, other = (
        Checker(store).check(f"We have paid {word} crowns for the northern harbour") for word in pair
    )
    assert Flag.RETRACTED in said.flags
    assert Flag.RETRACTED not in other.flags
