"""Which words have another speaker, as small texts in which each letter is a word."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from verbale.intake.moved_words import speaker_changes
from verbale.model.document import Basis, Document, Role
from verbale.model.holdings import DocumentInfo
from verbale.model.incoming import Found, Prepared, Reread
from verbale.model.reports import Orphan
from verbale.model.statement import Statement
from verbale.model.text import Selector, Span

TEXT = "a b c d e f g h . j"
INFO = DocumentInfo(
    id="1", version=1, basis=Basis.TRANSCRIPT, words=10, generation=1, removed=False, parser=1,
    name="talk.txt", sha256="", reader="text/1",
)  # fmt: skip
GONE = Orphan(kind="statement", id="x", document_id="1", selector=Selector("z", "", ""), reason="gone")

Said = tuple[str | None, str]  # a speaker, and the words: those of several parts are parted by |


def statement(number: int, said: Said, *, first_hand: bool) -> Statement:
    speaker, words = said
    spans = tuple(Span(TEXT.index(part), TEXT.index(part) + len(part)) for part in words.split("|"))
    return Statement(
        id=str(number),
        document="1",
        spans=spans,
        speaker=speaker,
        said_on=None,
        first_hand=first_hand,
        basis=Basis.TRANSCRIPT,
        role=Role.STATEMENT,
    )


def changes(
    before: Sequence[Said],
    after: Sequence[Said],
    *,
    first_hand: bool = True,
    orphans: tuple[Orphan, ...] = (),
) -> list[tuple[str, str | None, str | None]]:
    then, now = (
        tuple(statement(number, said, first_hand=first_hand) for number, said in enumerate(each))
        for each in (before, after)
    )
    made = Prepared(
        document=Document(text=TEXT, name="talk.txt", sha256="", reader="text/1"),
        quotations=(),
        statements=tuple(map(Found, now)),
        parser=2,
    )
    found = speaker_changes(INFO, Reread(before=then, orphans=orphans), made)
    assert all(each.span.of(TEXT) == each.text for each in found)
    assert all((each.document_id, each.name) == ("1", "talk.txt") for each in found)
    return [(each.text, each.before, each.after) for each in found]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([("Ana", "a b"), ("Bo", "c d")], [("Ana", "a b"), ("Bo", "c d")], []),
        # a turn that ended too late, or too early
        ([("Ana", "a b c d")], [("Ana", "a b"), ("Bo", "c d")], [("c d", "Ana", "Bo")]),
        ([("Ana", "a b"), ("Bo", "c d")], [("Ana", "a b c"), ("Bo", "d")], [("c", "Bo", "Ana")]),
        ([("Ana", "a b c d")], [("Ana", "a b"), (None, "c d")], [("c d", "Ana", None)]),
        ([("Ana", "a b"), ("Bo", "c d")], [("Ana", "a b c d")], [("c d", "Bo", "Ana")]),
        # a label that is understood now has no statement, and is nobody's loss
        ([("Ana", "a b c d")], [("Ana", "a b"), ("Bo", "d")], [("d", "Ana", "Bo")]),
        # names that are printed otherwise
        ([("Ruiz", "a b")], [("Ana Ruiz", "a b")], []),
        ([("Ana Ruiz", "a b")], [("Ivo Ruiz", "a b")], [("a b", "Ana Ruiz", "Ivo Ruiz")]),
        # the words around what somebody relays
        ([("Ana", "a b|e f")], [("Bo", "a b|e f")], [("a b c d e f", "Ana", "Bo")]),
        ([("Ana", "a b|e f")], [("Ana", "a b"), ("Bo", "e f")], [("e f", "Ana", "Bo")]),
        # whole statements
        ([("Ana", "a b"), ("Bo", "e f")], [("Ana", "a b")], [("e f", "Bo", None)]),
        ([("Ana", "a b")], [("Ana", "a b"), ("Bo", "e f")], [("e f", None, "Bo")]),
        ([("Ana", "a b"), (None, "e f")], [("Ana", "a b")], []),
        # a mark alone is no words
        ([("Ana", "a b")], [("Ana", "a b"), ("Bo", ".")], []),
    ],
)
def test_first_hand_words(
    before: list[Said], after: list[Said], told: list[tuple[str, str | None, str | None]]
) -> None:
    assert changes(before, after) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ([("Ana", "a b c d"), ("Bo", "b c")], [("Ana", "a b c d"), ("Bo", "b c")], []),
        ([("Ana", "a b"), ("Bo", "e f")], [("Ana", "a b"), ("Cy", "e f")], [("e f", "Bo", "Cy")]),
        ([("Ana", "a b")], [(None, "a b")], [("a b", "Ana", None)]),
        # other words are another report
        ([("Ana", "a b")], [("Bo", "a b c")], []),
        ([("Ana", "a b")], [], []),
    ],
)
def test_reported_words(
    before: list[Said], after: list[Said], told: list[tuple[str, str | None, str | None]]
) -> None:
    assert changes(before, after, first_hand=False) == told


def test_where_something_was_not_found_again_nothing_is_said_of_new_words() -> None:
    before, after = [("Ana", "a b")], [("Bo", "a b"), ("Cy", "e f")]
    assert changes(before, after) == [("a b", "Ana", "Bo"), ("e f", None, "Cy")]
    assert changes(before, after, orphans=(GONE,)) == [("a b", "Ana", "Bo")]
