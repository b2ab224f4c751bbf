"""Quick ways through a text leave out nothing that the plain ones find: the plain ones stand here."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from verbale.parse.borders.scribe_words import looked_at, may_be_scribes
from verbale.parse.labels import set_off as shapes
from verbale.parse.labels.stops import length_before_stop, other_openings, stopped
from verbale.text.packs import listed_words, packs

OPENINGS = sorted(listed_words("scribe_openings"))
LEAD, UPPER = shapes.LEAD, shapes.UPPER
PIECES: tuple[str, ...] = (
    "Ada",
    "HOLM",
    "Ms.",
    "of",
    "the",
    "O.P.",
    "Berg12:30",
    "(LP)",
    "[a]",
    ",",
    ".",
    "?",
    ":",
    "–",
    "-",
    "7",
)
PIECES += ("12:30", "**", "_", "Head", "McTARN", "d'Ar", " ", "  ", "\u00a0", "\t", "\n", ">", "Q", "A3", "é")
TEXTS = st.lists(st.sampled_from(PIECES) | st.just(" "), max_size=24).map("".join)


@given(
    st.sampled_from(OPENINGS).map(lambda phrase: phrase.replace("#", "Ada").rstrip("*")),
    st.sampled_from(["", " ", "12. ", "(", "– ", "[", "“", "\u00a0"]),
    st.sampled_from([str.upper, str.capitalize, str]),
    st.sampled_from(["", ".", ", he said", " at noon", ":", "…"]),
)
def test_no_line_is_passed_over_that_opens_as_the_scribe_does(phrase, lead, case, behind) -> None:  # type: ignore[no-untyped-def]
    line = lead + case(phrase) + behind
    assert looked_at([line]) == [0] or not may_be_scribes(line)


def _alone(text: str) -> list[tuple[int, int]]:
    """Names alone on their lines, each word tried with every length."""
    remark = r"(?:[^\S\n]?[(\[][^()\[\]\n]{0,60}[)\]])"
    word = rf"[{UPPER}][\w'’.\-‑]{{0,60}}"
    plain = re.compile(
        rf"\n{LEAD}(?P<label>{word}(?:[ \u00a0](?:{word}|[^\W\d_]{{1,14}}|\d{{1,2}}\b)){{1,6}}{remark}{{0,2}}"
        rf"(?:(?:,|[^\S\n][-–—])[ \u00a0][{UPPER}][^\n.:?!;]{{1,60}})?)"
        rf"[^\S\n]*+(?:[(\[]?{shapes.TIME}[)\]]?)?[*_]*+[^\S\n]*+$",
        re.MULTILINE,
    )
    return [(m.start("label") - 1, m.end("label") - 1) for m in plain.finditer(f"\n{text}")]


@given(TEXTS)
@example("Ada Berg12:30")
@example("Ada of the Head, Head O.P.,")
def test_names_alone_on_their_lines_are_found_as_by_the_plain_pattern(text: str) -> None:
    seen = {label for _, label, _, shape in shapes.set_off(text, [], ()) if shape == "alone"}
    assert seen >= set(_alone(text))


def _stopped(text: str) -> dict[int, tuple[int, int]]:
    """Labels with a full stop by their lines, where each line is looked at alike."""
    honorifics = "|".join(word for each in packs() for word in each.written("before_labels"))
    opening = re.compile(
        rf"\n{LEAD}(?P<label>(?=(?:{honorifics})\b|[^\n.:!?…]{{0,40}}?[{UPPER}][{UPPER}'’-])[^\W\d_])"
    )
    found = {}
    for m in opening.finditer(f"\n{text}"):
        start = m.start("label") - 1
        length = length_before_stop(text[start:].partition("\n")[0][:130])
        if length:
            found[m.start()] = (start, start + length)
    return found


@given(TEXTS)
def test_labels_with_a_full_stop_are_found_as_by_the_plain_pattern(text: str) -> None:
    seen = {
        line: label
        for line, label, _, shape in shapes.set_off(text, [], ())
        if shape == "stop" and not re.fullmatch(r"[QA]\d{0,3}", text[slice(*label)])
    }
    plain = {k: v for k, v in _stopped(text).items() if not re.fullmatch(r"[QA]\d{0,3}", text[slice(*v)])}
    assert seen == plain


def test_lines_that_open_in_small_letters_may_have_a_label_too() -> None:
    ((line, start),) = other_openings("\nWe go.\nde heer HOLM. Neen.", LEAD, UPPER)
    assert (line, start) == (7, 7)
    assert stopped("We go.\nde heer HOLM. Neen.", start, UPPER) == (19, 20)
