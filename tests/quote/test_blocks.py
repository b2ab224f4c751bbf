"""Quotations that a format sets apart: whose they are by the words above them, or the name under them."""

from __future__ import annotations

import pytest

from verbale import quotations, read

HEAD = "# The weir\n\nThe water board of Orland sat until midnight to hear what its engineers had found.\n\n"
WORDS = "The weir will surely not be closed again before the frost."


def said(body: str) -> list[tuple[str, str | None]]:
    document = read(f"{HEAD}{body}\n\nThe board said nothing.\n".encode(), name="a.md")
    found = quotations(document, tagger=False)
    return [(" ".join(span.of(document.text) for span in each.spans), each.speaker) for each in found]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (f"As Orin Vale put it:\n\n> {WORDS}", "Orin Vale"),
        (f"In a letter to the board, Mara Tolk wrote:\n\n> {WORDS}", "Mara Tolk"),
        (f"According to Mara Tolk,\n\n> {WORDS}", "Mara Tolk"),
        (f"Mara Tolk, the mayor:\n\n> {WORDS}", "Mara Tolk"),
        (f"> {WORDS}\n> — Mara Tolk, water minister", "Mara Tolk"),
        (f"> {WORDS}\n>\n> -- *Mara Tolk*", "Mara Tolk"),
        (f"> “{WORDS}” — Mara Tolk", "Mara Tolk"),
        (f"> {WORDS}\n\n— Mara Tolk, in a letter to the bank", "Mara Tolk"),
        (f"> {WORDS}\n> — Mara Tolk (@tolk) May 3, 2026", "Mara Tolk"),
        (f"As Orin Vale put it:\n\n> {WORDS}\n> — Mara Tolk", "Mara Tolk"),
    ],
)
def test_the_name_under_a_quotation_or_the_words_above_it_say_whose_it_is(body: str, speaker: str) -> None:
    assert said(body) == [(WORDS, speaker)]


@pytest.mark.parametrize(
    "body",
    [
        f"> {WORDS}",
        f"Orin Vale said that the weir was safe.\n\n> {WORDS}",
        f"The board met Orin Vale.\n\n> {WORDS}",
    ],
)
def test_a_sentence_that_ended_above_says_not_whose_it_is(body: str) -> None:
    assert said(body) == [(WORDS, None)]


def test_neighbours_do_not_share_a_speaker_with_what_is_set_apart() -> None:
    found = said(f"“We stay on the bank of the river,” said Orin Vale.\n\n> {WORDS}\n\n“We will go on.”")
    assert [speaker for _, speaker in found] == ["Orin Vale", None, None]


def test_a_quotation_with_its_own_speakers_is_left_to_its_marks() -> None:
    assert said("> “We stay on the bank,” said Orin Vale. “We will not go.”") == [
        ("We stay on the bank,", "Orin Vale"),
        ("We will not go.", "Orin Vale"),
    ]


def test_words_in_marks_inside_a_quotation_stand_in_it() -> None:
    words = f"We never asked him for “a single boat, or a rope, or a nail, or a thing”. {WORDS}"
    document = read(f"{HEAD}> {words}\n> — Orin Vale\n".encode(), name="a.md")
    outer, inner = quotations(document, tagger=False)
    assert (outer.speaker, outer.parent, inner.parent) == ("Orin Vale", None, 0)


def test_a_note_to_the_reader_is_no_quotation() -> None:
    assert said("> [!NOTE]\n> This page was changed on Monday and again on Friday.") == []


def test_lines_of_a_transcript_are_no_quotations() -> None:
    text = "Q: Why?\n\nVell: He wrote to us:\n\n> We stay on the bank.\n\nQ: And then?\n\nVell: No more.\n"
    assert read(text.encode(), name="a.md").block_quotes == ()


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        (f"> {WORDS}\n> — Mara Tolk, water minister", "Mara Tolk"),
        (f"> Nobody said that the boats were theirs, Orin Vale said. {WORDS}\n> — Mara Tolk", "Mara Tolk"),
        (f"Mara Tolk was angry on Monday.\n\n> {WORDS}", None),
    ],
)
def test_the_tagger_leaves_what_is_set_apart_to_its_lines(body: str, speaker: str | None) -> None:
    document = read(f"{HEAD}{body}\n\nThe board said nothing.\n".encode(), name="a.md")
    (quoted,) = [each for each in quotations(document) if WORDS in each.spans[-1].of(document.text)]
    assert quoted.speaker == speaker
    assert quoted.score >= 0.5
