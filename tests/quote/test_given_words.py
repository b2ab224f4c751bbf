"""What a check goes by: words in marks with the attribution of marks and tagger, and what is told in none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cost import grows_as_its_size
from verbale.model import Document, QuotationKind, Span, Turn
from verbale.quote import marked, quotations
from verbale.quote.given_words import claimed
from verbale.quote.marks.unseen import seen


def quoted(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (each.speaker, each.kind.value, " / ".join(span.of(text) for span in each.spans))
        for each in claimed(text).quoted
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay here until the dusk” said Bram Holt.",
        "“We stay here until the dusk,” said\nBram Holt.",
        "“We stay here until the dusk,”\nsaid Bram Holt.",
        "“We stay here until the dusk,” Bram\nHolt said, and left.",
        "“We stay here until the dusk” said\nBram Holt, who had come by boat.",
        "Bram Holt, who had come by boat, said:\n“We stay here until the dusk.”",
        "Bram Holt said\n“We stay here until the dusk.”",
        # what nobody sees is nothing
        "“We stay here until the dusk,” said Bram Ho\u00adlt.",
        "“We stay here un\u00adtil the dusk,” sa\u200bid Br\u00adam Holt.",
        "\ufeff“We stay here until the dusk,” said Bram Ho-\nlt, who had come by boat.",
    ],
)
def test_who_speaks_does_not_hang_on_a_line_break_or_a_comma(text: str) -> None:
    ((speaker, kind, words),) = quoted(text)
    assert (speaker, kind) == ("Bram Holt", "direct")
    assert words.replace("\u00ad", "").rstrip(",.") == "We stay here until the dusk"


def test_the_marks_of_quoted_lines_are_no_words() -> None:
    text = "> “We stay here until\n> the dusk,” said Bram\n> Holt, who came by boat.\n"
    assert quoted(text) == [("Bram Holt", "direct", "We stay here until / the dusk,")]


def test_a_hyphen_of_a_name_stays() -> None:
    ((speaker, _, _),) = quoted(
        "“We stay here until the dusk,” said Anne-\nMarie Holt, who had come by boat."
    )
    assert speaker == "Anne-Marie Holt"


def test_words_in_marks_inside_reported_speech_are_mixed_and_what_is_told_has_none() -> None:
    text = (
        "Bram Holt said the “reform” would “leave every one of the ferries on the beach” by May. "
        "He said that nobody would pay for it."
    )
    assert quoted(text) == [("Bram Holt", "mixed", "leave every one of the ferries on the beach")]
    (told,) = claimed(text).told
    assert (told.speaker, told.kind) == ("Bram Holt", QuotationKind.INDIRECT)
    assert told.spans[0].of(text) == "that nobody would pay for it"


def test_a_language_that_the_tagger_does_not_read_is_read_by_its_marks() -> None:
    text = "„Wir bleiben bis zum Abend“, sagte Bram Holt. Er sagte, dass niemand dafür zahlen werde."
    found = claimed(text)
    assert [each.speaker for each in found.quoted] == ["Bram Holt"]
    assert found.told == ()


def test_what_is_seen_of_a_document_has_its_turns_in_their_places() -> None:
    text = "ANA: We st\u00aday.\nBO: “We g\u00ado.”"
    turns = (
        Turn(span=Span(5, 14), label=Span(0, 4), speaker="Ana"),
        Turn(span=Span(19, 28), label=Span(15, 18), speaker="Bo"),
    )
    document = Document(
        text=text, name="a.txt", sha256="0" * 64, reader="text/1", turns=turns, boilerplate=(Span(10, 14),)
    )
    made = seen(document)
    assert made is not None
    assert isinstance(made.source, Document)
    shorter = made.source.text
    assert shorter == "ANA: We stay.\nBO: “We go.”"
    assert [turn.span.of(shorter) for turn in made.source.turns] == ["We stay.", "“We go.”"]
    assert [turn.label.of(shorter) for turn in made.source.turns if turn.label] == ["ANA:", "BO:"]
    assert [span.of(shorter) for span in made.source.boilerplate] == ["ay."]
    assert made.back(made.source.turns[1].span).of(text) == "“We g\u00ado.”"


@given(st.text(alphabet="ab\u00ad\u200b-\n“”, .", max_size=60))
def test_every_place_of_what_is_seen_is_one_of_the_text(text: str) -> None:
    made = seen(text)
    if made is None:
        assert not set(text) & set("\u00ad\u200b")
        return
    shorter = str(made.source)
    assert not set(shorter) & set("\u00ad\u200b")
    for place, letter in enumerate(shorter):
        assert made.back(Span(place, place + 1)).of(text) == letter
    found = [each.spans for each in quotations(text)] + [each.spans for each in marked(text)]
    assert all(0 <= span.start < span.end <= len(text) for spans in found for span in spans)


def test_a_quote_of_many_blanks_is_read_in_the_time_of_its_length() -> None:
    text = "“We stay here{}until the dusk,” said Bram Holt."
    assert grows_as_its_size(lambda size: claimed(text.format(" " * size)), 10_000)
