from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.hostile import HOSTILE
from tests.readers.making import Typed, pdf_bytes
from verbale import readers
from verbale.errors import NotText, ReadError, TooLarge
from verbale.model.document import Reading
from verbale.parse import parse
from verbale.readers import limits

ANSWERS = ["Water, “time”", "No, not money", "That (perhaps)", "Thank you"]
PAGES = [
    [
        f"Harbour Board, 4 May 2025 Page {number} of 4",
        f"Q: About {answer}?",
        f"VELL: {answer}",
        f"{answer}.",
    ]
    for number, answer in enumerate(ANSWERS, 1)
]


def test_pages_lines_and_running_heads() -> None:
    reading = readers.read_bytes(pdf_bytes(PAGES, title="Talk with Vell"), "talk.pdf")
    pages = reading.text.split("\f\n")
    assert len(pages) == 4
    for text, lines in zip(pages, PAGES, strict=True):
        assert text.splitlines() == lines
    assert [span.of(reading.text) for span in reading.boilerplate] == [lines[0] for lines in PAGES]
    assert reading.title == "Talk with Vell"
    assert reading.published_on is None
    assert reading.reader.startswith("pdf/4 ")


def test_page_numbers_are_boilerplate_and_years_and_labels_are_not() -> None:
    words = ["We met.", "We spoke.", "We left.", "We came back.", "We stayed."]
    pages = [
        [
            "VELL:",
            f"{line} What we said,",
            "QUESTION",
            *[f"{line} {n}" for n in "abcdef"],
            str(number),
        ]
        for number, line in enumerate(words, 7)
    ]
    pages[0].insert(-1, "2024")
    pages[1].insert(5, "QUESTION")
    reading = readers.read_bytes(pdf_bytes(pages), "talk.pdf")
    marked = [span.of(reading.text) for span in reading.boilerplate]
    assert {"7", "8", "9", "10", "11"} <= set(marked)
    assert "2024" not in marked
    assert "VELL:" not in marked
    assert "QUESTION" not in marked


def test_a_title_that_is_a_file_name_is_no_title() -> None:
    data = pdf_bytes([["Q: When?"]], title="Microsoft Word - talk_final_2.docx")
    assert readers.read_bytes(data, "talk.pdf").title is None


def test_a_scan_is_refused_with_advice() -> None:
    with pytest.raises(NotText, match=r"^scan\.pdf is a PDF without a text layer \(a scan\)"):
        readers.read_bytes(pdf_bytes([[], []]), "scan.pdf")


def test_a_lock_is_named() -> None:
    with pytest.raises(ReadError, match=r"^locked\.pdf is locked with a password; save a copy"):
        readers.read_bytes(HOSTILE["locked.pdf"](), "locked.pdf")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 3)
    with pytest.raises(TooLarge, match="has 4 pages; the limit is 3"):
        readers.read_bytes(pdf_bytes(PAGES), "talk.pdf")


def test_too_long_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_SECONDS", -1.0)
    with pytest.raises(TooLarge, match="seconds"):
        readers.read_bytes(pdf_bytes(PAGES), "talk.pdf")


_ASH_TO_ZOO = (
    "ash bay cod den elm fog gum hen ivy jam kit log mud net oak pea rye sea tar urn vat web yak zoo"
)
WORDS = _ASH_TO_ZOO.split()


def column(lines: Sequence[str], left: float = 72, top: float = 700, size: float = 12) -> list[Typed]:
    return [Typed(words, left, top - 20 * number, size) for number, words in enumerate(lines)]


def talk(number: int) -> list[str]:
    """A page of a talk that has no line in common with the others."""
    one, two, three, four = WORDS[4 * number : 4 * number + 4]
    return [
        f"QUESTION: Will the Board buy the {one}",
        f"and the {two} this year?",
        f"VELL: We shall buy the {three}, and",
        f"we shall sell the {four} in spring.",
        f"Nobody has asked for the old {one}.",
        f"QUESTION: And the {three}?",
        f"VELL: The {three} is another matter,",
        f"as the {two} was.",
    ]


def read(pages: Sequence[Sequence[str | Typed]]) -> tuple[Reading, list[str]]:
    reading = readers.read_bytes(pdf_bytes(pages), "talk.pdf")
    return reading, [span.of(reading.text) for span in reading.boilerplate]


def test_heads_that_change_with_the_section_or_the_side_are_boilerplate() -> None:
    sections = ["Opening statements of members", "Questions about the ferry"]
    _, marked = read([[Typed(sections[page // 3], 72, 760), *column(talk(page))] for page in range(6)])
    assert marked == [sections[0]] * 3 + [sections[1]] * 3
    sides = ["Harbour Board", "Talk with the Minister, 4 May 2025"]
    _, marked = read([[Typed(sides[page % 2], 72, 760), *column(talk(page))] for page in range(6)])
    assert marked == sides * 3


def test_a_head_whose_spaces_are_kerned_otherwise_is_the_same_head() -> None:
    heads = ["Minister Vell speaks", "Minister Ve ll speaks", "Minister Vell sp eaks", "Minister Vell speaks"]
    _, marked = read([[Typed(head, 72, 760), *column(talk(page))] for page, head in enumerate(heads)])
    assert marked == heads


def test_heads_of_two_pages_count_on() -> None:
    pages = [
        [*column(talk(page)), Typed(f"Harbour Board, page {page + 1} (2 in all)", 72, 40)]
        for page in range(2)
    ]
    _, marked = read(pages)
    assert marked == ["Harbour Board, page 1 (2 in all)", "Harbour Board, page 2 (2 in all)"]


def test_sentences_that_come_again_at_the_top_of_pages_are_speech() -> None:
    pages = [["VELL: Thank you very much.", *talk(page), "QUESTION: Any more?"] for page in range(5)]
    pages = [pages[0], pages[1], pages[2], *[page[1:] for page in pages[3:]]]
    for page in pages:
        page.insert(5, "VELL: Thank you very much.")
    assert read(pages)[1] == []


def test_watermarks_are_boilerplate() -> None:
    slanting = [[Typed("DRAFT", 150, 300, 60, 45), *column(talk(page))] for page in range(3)]
    reading, marked = read(slanting)
    assert "".join("".join(marked).split()) == "DRAFT" * 3
    assert {turn.speaker for turn in parse(reading).turns} == {None, "VELL"}
    stamp = Typed("NOT FOR RELEASE", 80, 620, 40)
    talks = [talk(page) for page in range(3)]
    upright = [[*column(lines[:3]), stamp, *column(lines[3:], top=560)] for lines in talks]
    assert read(upright)[1] == ["NOT FOR RELEASE"] * 3


def test_footnotes_and_their_marks_are_boilerplate_and_powers_are_not() -> None:
    page = [
        *column(["VELL: It sails on both days of the", "week. It is 40 km2 of water, and the"]),
        Typed("mill", 72, 660),
        Typed("1", 92, 665, 7),
        Typed(" is closed.", 97, 660),
        *column(["QUESTION: Why?", "VELL: Rain."], top=640),
        Typed("1", 72, 84, 6),
        Typed(" Ms. Vell meant to say that the mill", 76, 80, 9),
        Typed("is open.", 76, 69, 9),
        Typed("- 1 -", 300, 40),
    ]
    reading, marked = read([page, [*column(talk(2)), Typed("- 2 -", 300, 40)]])
    assert marked == ["1", "1", " Ms. Vell meant to say that the mill", "is open.", "- 1 -", "- 2 -"]
    assert "40 km2 of water, and the\nmill" in reading.text
    assert [turn.speaker for turn in parse(reading).turns][:3] == ["VELL", None, "VELL"]


def test_a_label_after_a_footnote_mark_is_found() -> None:
    said = ["RUIZ. We have looked at it for a whole year, and by and large it is a good", "mill."]
    page = [
        *column(said),
        Typed("1", 96, 685, 7),
        *column(["MOOR. Tom Moor, of the Harbour Daily. About the ferry, then: what is", "it for?"], top=640),
        *column(["RUIZ. For people.", "MOOR. Thank you.", "RUIZ. You are welcome."], top=600),
    ]
    turns = parse(read([page, column(["MOOR. And now?", "RUIZ. Now we go home."])])[0]).turns
    assert [turn.speaker for turn in turns] == ["RUIZ", *["Tom Moor", "RUIZ"] * 3]


EXAMINED = [
    "Q.  Where did the ferry go",
    "that morning?",
    "A.  It went to Port Selden, and",
    "it came back at nine.",
    "Q.  Who was aboard?",
    "A.  Two sailors.",
]


@pytest.mark.parametrize("apart", [False, True])
def test_line_numbers_are_no_words(apart: bool) -> None:
    pages = []
    for number in range(12, 15):
        lines = [*EXAMINED, f"Q.  And the {WORDS[number]}?", f"A.  The {WORDS[number]} stayed."]
        margin = [Typed(str(n), 50, 700 - 20 * n) for n in range(1, 9)]
        words = [Typed(text, 90, 700 - 20 * n) for n, text in enumerate(lines, 1)]
        mixed = [each for pair in zip(margin, words, strict=True) for each in pair]
        pages.append([*([*margin, *words] if apart else mixed), Typed(f"Page {number}", 500, 30)])
    reading, marked = read(pages)
    assert [mark for mark in marked if mark.startswith("Page")] == ["Page 12", "Page 13", "Page 14"]
    assert reading.text.startswith(
        "Q. Where did the ferry go\nthat morning?\nA. It went to Port Selden, and\n"
    )
    assert not any(line.strip().isdigit() for line in reading.text.split("\n"))


def test_a_list_that_counts_is_no_margin() -> None:
    reading, _ = read(
        [["VELL: We want", "1. a ferry", "2. a mill", "3. a road", "4. a well", "5. a wall", "Yes."]]
    )
    assert "5. a wall" in reading.text


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = talk(0), talk(1)
    reading, _ = read([[*column(left, 40), *column(right, 320)]])
    assert reading.text.split("\n") == [*left, *right]


def test_contents_with_names_are_no_turns() -> None:
    contents = ["CONTENTS", "ANA RUIZ, HARBOUR BOARD .......... 2", "TOM MOOR, MILL UNION ............. 5"]
    pages = [column(["TALK ABOUT THE FERRY", "HARBOUR BOARD", "4 May 2025"]), column(contents)]
    reading, _ = read([*pages, *[column(talk(page)) for page in range(3)]])
    assert {turn.speaker for turn in parse(reading).turns} == {None, "VELL"}
    assert parse(reading).turns[0].span.of(reading.text).startswith("Will the Board buy the ash")


def test_a_paragraph_that_runs_over_a_page_is_whole() -> None:
    foot = [Typed("1", 72, 84, 6), Typed(" Ms. Vell meant to say 2024.", 76, 80, 9)]
    heads = [Typed(f"Harbour Board, page {page}", 72, 760) for page in range(1, 4)]
    pages = [
        [
            heads[0],
            *column(["VELL: We bought the old ferry in", "2023, and we shall go on with it until the"]),
            *foot,
        ],
        [
            heads[1],
            *column(["new one has been paid", "for by the Board."]),
            *column(["QUESTION: And then?"], top=620),
        ],
        [heads[2], *column(["VELL: Then we shall see.", *talk(3)])],
    ]
    reading, marked = read(pages)
    assert marked == [heads[0].text, "1", " Ms. Vell meant to say 2024.", heads[1].text, heads[2].text]
    assert "go on with it until the\f\nnew one has been paid\nfor by the Board.\n1\n Ms. Vell" in reading.text
    said = parse(reading).turns[0].span.of(reading.text)
    assert said.endswith("for by the Board.")
    assert reading.text.count("\f") == 2


@pytest.mark.parametrize(
    ("gap", "text"), [(0.0, "HOLM: We stay."), (2.4, "HOLM: We stay."), (6.0, "H OLM : We stay.")]
)
def test_small_capitals_are_one_word_with_the_capital_before_them(gap: float, text: str) -> None:
    place, line = 72.0, []
    for words, size, width in (("H", 12, 8.7), ("OLM", 9, 19.5), (": We stay.", 12, 0)):
        line.append(Typed(words, place, 700, size))
        place += width + gap
    assert readers.read_bytes(pdf_bytes([line]), "a.pdf").text == text
