"""What style explains between a quote and a passage, and what it does not: every rule on both sides."""

from __future__ import annotations

import pytest

from verbale.compare.edits import edits_of, replaced_in
from verbale.compare.nearest import Passage
from verbale.compare.quoted import Bracket, take_apart
from verbale.compare.wording import BRACKET_ROOM, EDGE_ROOM, Compared, compare
from verbale.model import Span
from verbale.text.tokens import tokens


def held(quoted: str, record: str, language: str | None = "en") -> Compared:
    return compare(take_apart(quoted).pieces[0], tokens(record), language)


def edits(compared: Compared) -> list[tuple[str, str, str]]:
    passage = Passage("a", compared.span, compared)
    return [(edit.op.value, edit.record, edit.quoted) for edit in edits_of([passage])]


@pytest.mark.parametrize(
    ("quoted", "record", "cleaned"),
    [
        # the same words, written otherwise: nothing is tidied
        ("we pay twenty crowns now", "we pay 20 crowns now", False),
        ("we pay 5% now", "we pay five percent now", False),
        ("okay we go", "OK we go", False),
        ("the follow up is here", "the followup is here", False),
        # spoken otherwise: tidied
        ("we do not go home", "we don’t go home", True),
        ("we are going to go", "we’re gonna go", True),
        # fillers, repetitions and restarts that only the record has
        ("we go home", "we, um, go home", True),
        ("we go home", "we, um, uh, go home", True),
        ("so we go home", "so we — we go home", True),
        ("so we go home", "so we, we go home", True),
        ("so we go home", "so we ... we go home", True),
        ("so we go home", "so we – we – go home", True),
        ("it was the old man that went home", "it was the old — the old man that went home", True),
        ("it is the old man that went", "it is the — the old man that went", True),
        ("and the keeper knows", "and the kee— keeper knows", True),
        (
            "it was true that so we went to the lake in the old boat",
            "it was true that so we came to — we went to the lake in the old boat",
            True,
        ),
        (
            "it was true that so we went to the lake in the old boat",
            "it was true that so we ran up to — we went to the lake in the old boat",
            True,
        ),
        ("so and and we go home", "so and, and and we go home", True),
        ("the boats we saw came in", "the boats, the boats we saw — the boats we saw came in", False),
        # a note of the transcriber's, with it or without
        ("so be it now", "so be it (Laughter.) now", False),
        ("so be it laughter now", "so be it (Laughter.) now", False),
        ("so be it now", "so be (loud and long applause from all sides of the hall) it now", False),
        ("and so be it", "and so (loud and long applause from all sides of the hall) be it", False),
    ],
)
def test_style_is_no_difference(quoted: str, record: str, cleaned: bool) -> None:
    found = held(quoted, record)
    assert (found.exact, found.changed, found.cleaned) == (True, 0, cleaned)
    assert found.matched.all()
    assert edits(found) == []


@pytest.mark.parametrize(
    ("quoted", "record", "changes"),
    [
        ("we go home", "we never go home", [("delete", "never", "")]),
        ("we never go home", "we go home", [("insert", "", "never")]),
        ("we go home now", "we run home now", [("replace", "run", "go")]),
        ("we pay thirty crowns", "we pay 20 crowns", [("replace", "20", "thirty")]),
        # words are repeated for their weight too
        ("we go home", "we go go home", [("delete", "go", "")]),
        ("she said never to it", "she said never, never to it", [("delete", "never", "")]),
        ("we go far home", "we go far, far home", [("delete", "far", "")]),
        ("then so we go home", "well — then so we we go home — well", [("delete", "we", "")]),
        # another word before a break is no stutter
        ("so we went there", "so they — we went there", [("delete", "they", "")]),
        ("then so we went there", "then so we will — we went there", [("delete", "will — we", "")]),
        ("then so we went there", "then so we won’t — we went there", [("delete", "won’t — we", "")]),
        ("so 50 men went there", "so 40 — 50 men went there", [("delete", "40", "")]),
        (
            "yes it was true that so we went to the lake in the old boat",
            "yes it was true that so we came with him to — we went to the lake in the old boat",
            [("delete", "came with him to — we", "")],
        ),
        (
            "it was true that so we went to the lake in the old boat",
            "it was true that so we came to, we went to the lake in the old boat",
            [("delete", "came to, we", "")],
        ),
        # a filler in the quote that nobody said
        ("we um go home", "we go home", [("insert", "", "um")]),
        # what a transcriber corrects is no note where it turns the sense
        ("we will sign it", "we will [not] sign it", [("delete", "not", "")]),
        ("we will sign it", "we will [never (Laughter.)] sign it", [("delete", "never (Laughter", "")]),
        # at the edges
        ("they go home", "we go home", [("replace", "we", "they")]),
        ("we go out", "we go home", [("replace", "home", "out")]),
    ],
)
def test_other_words_are_differences(quoted: str, record: str, changes: list[tuple[str, str, str]]) -> None:
    found = held(quoted, record)
    assert (found.exact, found.cleaned) == (False, False)
    assert edits(found) == changes
    longest = [max(len(new.split()), len(old.replace(" — ", " ").split())) for _, old, new in changes]
    assert found.changed == sum(longest)
    assert int((~found.matched).sum()) == sum(len(new.split()) for _, _, new in changes)


@pytest.mark.parametrize(
    ("quoted", "record", "unmatched"),
    [
        ("we do not pay thirty crowns here", "we don’t pay 20 crowns here", ["thirty"]),
        ("we pay thirty crowns and do not go", "we pay 20 crowns and don’t go", ["thirty"]),
    ],
)
def test_what_style_explains_is_matched_and_what_differs_beside_it_is_not(
    quoted: str, record: str, unmatched: list[str]
) -> None:
    found = held(quoted, record)
    words = found.piece.tokens.letters
    assert [word for word, same in zip(words, found.matched, strict=True) if not same] == unmatched
    assert (found.changed, found.cleaned) == (len(unmatched), True)


@pytest.mark.parametrize(
    ("quoted", "record", "text"),
    [
        # a number's words may lie outside an alignment's edge
        ("25 men came", "then twenty five men came", "twenty five men came"),
        ("we saw 25", "we saw twenty five then", "we saw twenty five"),
        ("325 men came", "then three hundred twenty five men came", "three hundred twenty five men came"),
        ("we are here to stay", "and we’re here to stay", "we’re here to stay"),
        ("I saw that they are", "I saw that they’re not well", "I saw that they’re"),
    ],
)
def test_an_edge_reaches_for_the_words_that_it_is_written_with(quoted: str, record: str, text: str) -> None:
    found = held(quoted, record)
    assert found.span.of(record) == text


def test_an_edge_reaches_so_far_and_no_farther() -> None:
    assert EDGE_ROOM == 3
    assert held("325 men came home", "then three hundred twenty five men came home").exact
    assert held("5,300 men came home", "then five thousand three hundred men came home").exact
    assert not held("5,320 men came home", "then five thousand three hundred twenty men came home").exact
    assert not held("they counted 5,320", "they counted five thousand three hundred twenty men").exact
    assert not held("5,325 men came home", "then five thousand three hundred twenty five men came home").exact
    assert held("they counted 325", "they counted three hundred twenty five men").exact
    assert not held("they counted 5,325", "they counted five thousand three hundred twenty five men").exact


@pytest.mark.parametrize(
    ("quoted", "record", "exact", "replaced"),
    [
        ("we support [the treaty] as it stands", "we support this paper as it stands", True, ["this paper"]),
        ("we support [the treaty] as it stands", "we support as it stands", True, []),
        ("[he] supports it as it stands", "the king supports it as it stands", True, []),
        ("we support it [now]", "we support it at once", True, []),
        # where words repeat, what is left out may lie before the bracket or behind it
        (
            "it was true that we go [ever] on and on and away from here",
            "it was true that we go on and on and on and away from here",
            True,
            ["on and"],
        ),
        (
            "it was true that we go on and on and [ever] away from here",
            "it was true that we go on and on and on and away from here",
            True,
            ["on and"],
        ),
        (
            "it was true that we go on and on [ever] and away from here",
            "it was true that we go on and on and on and away from here",
            True,
            ["and on"],
        ),
        ("it was true that we [ever] go on and on", "it was true that we go on and on and on", True, []),
        ("we support[ed] it as it stood", "we support it as it stood", True, ["support"]),
        ("we support[ed] it as it stood", "we supported it as it stood", True, ["supported"]),
        ("we back[ed] it as it stood", "we supported it as it stood", False, []),
        ("we back[ed] it as it stood", "we it as it stood", False, []),
        ("we [un]tied it as it stood", "we tied it as it stood", True, ["tied"]),
        ("we [un]tied it as it stood", "we shut it as it stood", False, []),
        ("back[ed] it as it stood", "we backed it as it stood", True, []),
        ("back[ed] it as it stood", "we left it as it stood", False, []),
        ("[re]build it as it stood", "we build it as it stood", True, []),
        ("[re]build it as it stood", "we sank it as it stood", False, []),
        ("we saw it stand[ing]", "we saw it stand", True, []),
        ("we saw it fall[ing]", "we saw it stand", False, []),
        ("we saw it fall[ing]", "we saw it", False, []),
    ],
)
def test_what_brackets_stand_for(quoted: str, record: str, exact: bool, replaced: list[str]) -> None:
    found = held(quoted, record)
    assert found.exact is exact
    assert (found.changed == 0) is exact
    assert found.matched.all()
    assert [edit.record for edit in replaced_in(found)] == replaced
    assert {edit.op.value for edit in replaced_in(found)} <= {"delete"}


@pytest.mark.parametrize(
    ("quoted", "record", "replaced"),
    [
        ("yes we saw red [old] boats come home", "yes we saw blue and grey boats come home", "and grey"),
        ("yes we saw [old] red boats come home", "yes we saw grey and blue boats come home", "grey and"),
    ],
)
def test_a_word_beside_a_bracket_keeps_its_partner(quoted: str, record: str, replaced: str) -> None:
    found = held(quoted, record)
    assert edits(found) == [("replace", "blue", "red")]
    assert [edit.record for edit in replaced_in(found)] == [replaced]


@pytest.mark.parametrize("words", [1, 2])
@pytest.mark.parametrize(("more", "exact"), [(0, True), (1, False)])
def test_a_bracket_stands_for_so_many_words_more_than_it_has(words: int, more: int, exact: bool) -> None:
    inside = " ".join("abcdefghijkl"[: words + BRACKET_ROOM + more])
    beside = " ".join("zyxwvutsrqponm")
    bracket = " ".join(["word"] * words)
    assert held(f"{beside} [{bracket}] {beside}", f"{beside} {inside} {beside}").exact is exact


@pytest.mark.parametrize(
    ("quoted", "record", "changes", "replaced"),
    [
        # each word beside a bracket with its own partner, of which style may explain one
        (
            "so long ago we saw ten red [old] boats come home to us",
            "so long ago we saw 10 blue and grey boats come home to us",
            [("replace", "blue", "red")],
            ["and grey"],
        ),
        (
            "so long ago we saw red ten [old] boats come home to us",
            "so long ago we saw blue 10 and grey boats come home to us",
            [("replace", "blue", "red")],
            ["and grey"],
        ),
        (
            "so long ago we saw [old] red ten boats come home to us",
            "so long ago we saw grey and blue 10 boats come home to us",
            [("replace", "blue", "red")],
            ["grey and"],
        ),
        (
            "so long ago we saw the red [old] boats come home to us",
            "so long ago we saw their blue and grey boats come home to us",
            [("replace", "their", "the"), ("replace", "blue", "red")],
            ["and grey"],
        ),
        # two brackets
        (
            "we saw [them] the boats come home with [us] the crews at night",
            "we saw the old boats come home with us and the crews at night",
            [("delete", "old", "")],
            ["us and"],
        ),
        (
            "they saw how it would fall[ing]",
            "we saw how it would fall",
            [("replace", "we", "they")],
            [],
        ),
        # what nothing answers to stands in its order among the other changes
        (
            "so we saw red boats and count[ed] them as they came to us",
            "so we saw blue boats and weighed them as they came to you",
            [("replace", "blue", "red"), ("delete", "weighed", ""), ("replace", "you", "us")],
            [],
        ),
    ],
)
def test_changes_beside_brackets(
    quoted: str, record: str, changes: list[tuple[str, str, str]], replaced: list[str]
) -> None:
    found = held(quoted, record)
    assert edits(found) == changes
    assert [edit.record for edit in replaced_in(found)] == replaced
    assert found.changed == len(changes)


def test_a_half_bracketed_word_that_nothing_answers_to_is_named() -> None:
    assert edits(held("we count[ed] it as it stood", "we it as it stood")) == [("insert", "", "count[ed]")]
    assert edits(held("we weigh[ed] it as it stood", "we counted it as it stood")) == [
        ("delete", "counted", "")
    ]


def test_edits_come_in_the_order_of_the_quote_with_their_places() -> None:
    quoted, record = "then he went up to the red house", "and then she went to the old house of stone"
    found = held(quoted, record)
    passage = Passage("a", found.span, found)
    listed = edits_of([passage])
    assert [(e.quoted, e.record) for e in listed] == [("he", "she"), ("up", ""), ("red", "old")]
    for edit in listed:
        assert edit.quoted_span is not None
        assert edit.record_span is not None
        assert edit.quoted_span.of(quoted) == edit.quoted
        assert edit.record_span.of(record) == edit.record
    wider = edits_of([passage], around=1)
    assert [(e.quoted, e.record) for e in wider] == [
        ("then he went", "then she went"),
        ("went up to", "went to"),
        ("the red house", "the old house"),
    ]
    # never beyond the ends
    assert [(e.quoted, e.record) for e in edits_of([passage], around=99)] == [(quoted, record)] * 3
    assert edits_of([Passage("a", Span(0, 3))]) == ()


@pytest.mark.parametrize(
    ("quoted", "pieces", "brackets"),
    [
        ("we will … support it", ["we will", "support it"], [[], []]),
        ("we will ... support it", ["we will", "support it"], [[], []]),
        ("we will .... support it", ["we will", "support it"], [[], []]),
        ("we will . . . support it", ["we will", "support it"], [[], []]),
        ("we will [. . .] support it", ["we will", "support it"], [[], []]),
        ("we will (…) support it", ["we will", "support it"], [[], []]),
        ("we will <…> support it", ["we will", "support it"], [[], []]),
        ("we will [--] support it", ["we will", "support it"], [[], []]),
        ("we will .. support it", ["we will support it"], [[]]),
        ("we will [-] support it", ["we will support it"], [[Bracket(2, 0)]]),
        ("… we will …", ["we will"], [[]]),
        ("…", [], []),
        ("[W]e will support it", ["we will support it"], [[]]),
        ("[we] will support it", ["will support it"], [[Bracket(0, 1)]]),
        ("we will support it [now or never]", ["we will support it"], [[Bracket(4, 3)]]),
        ("we [may] or [must] go", ["we or go"], [[Bracket(1, 1), Bracket(2, 1)]]),
        ("we … will [all] go", ["we", "will go"], [[], [Bracket(1, 1)]]),
        ("we support[ed] it", ["we it"], [[Bracket(1, 1, head="support")]]),
        ("we [re]build it", ["we it"], [[Bracket(1, 1, tail="build")]]),
        ("we sit[t]ing it", ["we it"], [[Bracket(1, 1, head="sit", tail="ing")]]),
        ("we will [sic] go", ["we will go"], [[]]),
        ("we[sic] will[sic, twice]go [sick] home", ["we will go home"], [[Bracket(3, 1)]]),
        ("we will (SIC!) go", ["we will go"], [[]]),
        ("we will (sick) go", ["we will sick go"], [[]]),
        ("we will (all) go", ["we will all go"], [[]]),
    ],
)
def test_a_quote_taken_apart(quoted: str, pieces: list[str], brackets: list[list[Bracket]]) -> None:
    found = take_apart(quoted)
    assert [" ".join(piece.tokens.letters) for piece in found.pieces] == pieces
    assert [list(piece.brackets) for piece in found.pieces] == brackets
    assert found.text == quoted
    assert found.tokens.letters == " ".join(pieces).split()


@pytest.mark.parametrize(
    ("quoted", "marked", "letters"),
    [
        ("we will go", False, False),
        ("we … go", True, False),
        ("we [all] go … home", True, False),
        ("we go … [all] home", True, False),
        ("we go home; [W]e stay", True, True),
        ("…", False, False),
        ("we [all] go", True, False),
        ("[W]e go", True, True),
        ("[w]e … go", True, True),
        ("th[e]y go", True, False),
        ("we go [a]", True, False),
        ("… we go", False, False),
    ],
)
def test_the_marks_of_a_quote(quoted: str, marked: bool, letters: bool) -> None:
    found = take_apart(quoted)
    assert (found.marked, found.changed_letters) == (marked, letters)


def test_round_brackets_are_an_editors_at_the_second_try() -> None:
    (piece,) = take_apart("we will (all) go (sic) [now]", round_too=True).pieces
    assert piece.tokens.letters == ["we", "will", "go"]
    assert piece.brackets == (Bracket(2, 1), Bracket(3, 1))


def test_a_capital_in_brackets_is_the_word_with_its_place() -> None:
    (piece,) = take_apart("and [W]e go").pieces
    assert piece.tokens.span(1, 2).of("and [W]e go") == "W]e"
    assert piece.tokens.letters == ["and", "we", "go"]
    assert piece.tokens.hashes.tolist() == tokens("and we go").hashes.tolist()
    assert held("and [W]e go", "and we go").exact
    assert not held("and [W]e go", "and he go").exact
