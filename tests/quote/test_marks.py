"""Quote marks of all kinds, paired; one that was forgotten spoils nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cost import grows_as_its_size
from verbale.quote.marks.stretches import stretches

PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "„",
    "«",
    "»",
    "‹",
    "›",
    "‚",
    "—",
    "=",
    "(",
    ")",
    "\\",
    "*",
    "&quot;",
    "``",
    "''",
    "said",
    "Marr",
    "we",
    "no",
    "12",
    "Ä",
    "🙂",
    "s",
    ",",
    ".",
    ":",
    "?",
    "…",
]
RICH = st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", "\u00a0"]), max_size=80).map("".join)


def contents(text: str) -> list[list[str]]:
    return [[span.of(text) for span in stretch.spans] for stretch in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the usual pairs
        ('She said "no" twice.', [["no"]]),
        ("She said “no” twice.", [["no"]]),
        ("She said ‘no’ twice.", [["no"]]),
        ("She said 'no' twice.", [["no"]]),
        ("Sie sagte „nein“ und ‚nie‘.", [["nein"], ["nie"]]),
        ("Elle a dit « non » et ‹ jamais ›.", [["non"], ["jamais"]]),
        ("Hun sagde »nej« og gik.", [["nej"]]),
        ("Hon sade ”nej” och gick.", [["nej"]]),
        ("Powiedziała „nie” i wyszła.", [["nie"]]),
        # two apostrophes, TeX marks and entities are marks too
        ("She said ''no'' and ``never'' and &quot;gone&quot;.", [["no"], ["never"], ["gone"]]),
        # single inside double, double inside single
        ("“He said ‘no’ to me.”", [["He said ‘no’ to me."], ["no"]]),
        ("‘He said “no” to me.’", [["He said “no” to me."], ["no"]]),
        # the same marks inside each other
        ("“The “junta” will fall.”", [["The “junta” will fall."], ["junta"]]),
        ('"The "junta" will fall," he said.', [['The "junta" will fall,'], ["junta"]]),
        # apostrophes are no marks
        ("The ministers’ plan isn’t dead; it’s ’til May, rock ’n’ roll.", []),
        ("'The ministers' plan isn't dead,' he said.", [["The ministers' plan isn't dead,"]]),
        ("In the '90s the dogs' tails weren't 'cut'.", [["cut"]]),
        # inches and minutes
        ('A 12" pipe and a 5\'10" man said "no".', [["no"]]),
        # Markdown: escapes, emphasis, a tag's attribute
        ('She said \\"no\\" twice.', [["no"]]),
        ('She said **"no"** and *“never”*.', [["no"], ["never"]]),
        ('See <a href="x.html">“no”</a>.', [["no"]]),
        # spaces on the wrong side
        ('"We stay, "he said. He left.', [["We stay,"]]),
        ('" We stay, " he said.', [["We stay,"]]),
        # curly on one side, straight on the other
        ('“We stay," she said. "We vote.” He left.', [["We stay,"], ["We vote."]]),
        ('“A 12" pipe is cheap,” he said.', [['A 12" pipe is cheap,']]),
        # empty marks hold nothing
        ("He typed “” and \"\" and '...'.", []),
        # front matter is no text
        ('---\ntitle: "No"\n---\nHe said "yes".', [["yes"]]),
        # nested marks, the inner closing one forgotten
        ("“So: ‘Yes, you are. It is.” He left.", [["So: ‘Yes, you are. It is."], ["Yes, you are. It is."]]),
    ],
)
def test_stretches_between_marks(text: str, expected: list[list[str]]) -> None:
    assert contents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # every paragraph opens, only the last closes
        ("“One.\n\n“Two.\n\n“Three,” he said.", [["One.", "Two.", "Three,"]]),
        ('"One.\n"Two," he said.', [["One.", "Two,"]]),
        ("«Un.\n\n«Deux.\n\n«Trois», a-t-il dit.", [["Un.", "Deux.", "Trois"]]),
        # the paragraphs between repeat no mark
        ("“One.\n\nTwo.\n\nThree.” He left.", [["One.", "Two.", "Three."]]),
        # quotations in the paragraphs of a long one
        ("“One ‘a’.\n\n“Two ‘b’.” He left.", [["One ‘a’.", "Two ‘b’."], ["a"], ["b"]]),
        # a label begins another speaker: nothing is bridged
        ("“One.\n\nQuestion: Two?\n\nThree.” He left.", [["One."]]),
        # a quotation that nothing closes ends with its paragraph, where that ends a sentence
        ("He said: “One is dead.\n\nTwo left.", [["One is dead."]]),
        ("He said: “One is dead\n\nTwo left.", []),
        ('He said: "One is dead.\n\nTwo left.', []),
        ("He saw “one (of two.\n\n“Two,” she said.", [["one (of two."], ["Two,"]]),
        ("He saw (those “of two).\n\nTwo left.", []),
        # a piece of a sentence goes on only where nobody else is named behind what follows
        ("He saw “the end of it.\n\n“It is two,” she said.", [["the end of it."], ["It is two,"]]),
        ("He saw “the end of it.\n\n“It is two.”", [["the end of it.", "It is two."]]),
    ],
)
def test_quotations_over_paragraphs(text: str, expected: list[list[str]]) -> None:
    assert contents(text) == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "the ministry has nothing to add to what was said in the spring\n"
    text = (line * 6 + "\n") * 3 + "She said “we stay\nwhere we are” and left.\n"
    assert contents(text) == [["we stay\nwhere we are"]]


@pytest.mark.parametrize("forgotten", [*'“”"„«»', "‘"])
@pytest.mark.parametrize("at", [0, 9, 25])
def test_one_forgotten_mark_spoils_nothing_in_other_paragraphs(forgotten: str, at: int) -> None:
    middle = "The plan is late and dead."
    broken = middle[:at] + f" {forgotten}" + middle[at:]
    text = f"“First,” she said.\n\n{broken}\n\n“Last,” she said. “The end.”"
    found = [stretch for stretch in contents(text) if forgotten not in "".join(stretch)]
    assert [part[-1] for part in found][-2:] == ["Last,", "The end."]
    assert found[0] == ["First,"]


def test_one_forgotten_mark_spoils_nothing_in_its_own_paragraph() -> None:
    text = "“It is late,” he said. “It is lost, he said. “She stays,” he said."
    assert contents(text) == [["It is late,"], ["She stays,"]]


@given(st.text(max_size=300) | RICH)
def test_spans_lie_inside_in_order_without_their_marks(text: str) -> None:
    found = stretches(text)
    for number, stretch in enumerate(found):
        assert stretch.spans == tuple(sorted(stretch.spans))
        assert all(a.end <= b.start for a, b in pairwise(stretch.spans))
        assert all(0 <= span.start < span.end <= len(text) for span in stretch.spans)
        assert stretch.outer.start < stretch.spans[0].start
        assert stretch.spans[-1].end <= stretch.outer.end <= len(text)
        if stretch.parent is not None:
            assert stretch.parent < number
            assert found[stretch.parent].outer.contains(stretch.outer)
            assert found[stretch.parent].depth == stretch.depth - 1
    assert [s.outer.start for s in found] == sorted(s.outer.start for s in found)


@pytest.mark.parametrize(
    "junk", ['"', "“", "”", "'a", '"a ', "“a” ", "‘a ", "“a\n\n", '«"“‘', "''", "“a ‘b’ c” ", "a\\", "&quot;"]
)
def test_many_marks_take_linear_time(junk: str) -> None:
    assert grows_as_its_size(lambda size: stretches(junk * (size // len(junk))), 8_000)
