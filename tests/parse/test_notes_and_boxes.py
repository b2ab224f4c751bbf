"""Notes and boxes behind a text: of a transcript nobody's words, of an article part of what it says."""

from __future__ import annotations

from tests.readers.making import odt_bytes
from verbale import quotations, read
from verbale.model import Kind

BOX = "<draw:frame><draw:text-box><text:p>“Never again,” said Tom Moor.</text:p></draw:text-box></draw:frame>"
NOTE = "<text:note><text:note-body><text:p>“It leaks,” said Jon Falk.</text:p></text:note-body></text:note>"


def test_of_a_transcript_they_are_nobodys_and_the_turn_around_them_is_whole() -> None:
    lines = (
        "Question: Will you rebuild the weir before the frost?",
        f"Elena Brand: We will {BOX}rebuild it,{NOTE} and gladly.",
        "Question: And who is going to pay for all that?",
        "Elena Brand: The board, as it always has.",
    )
    document = read(odt_bytes("".join(f"<text:p>{line}</text:p>" for line in lines)), name="a.odt")
    assert document.kind is Kind.TRANSCRIPT
    assert [turn.span.of(document.text) for turn in document.turns if turn.speaker] == [
        "We will rebuild it, and gladly.",
        "The board, as it always has.",
    ]
    assert [span.of(document.text) for span in document.boilerplate] == [
        "“Never again,” said Tom Moor.",
        "“It leaks,” said Jon Falk.",
    ]


def test_of_an_article_they_are_read_for_quotations() -> None:
    story = (
        "The water board of Orland sat until midnight to hear what its engineers had found below the weir."
    )
    body = f"<text:p>{story}{BOX}</text:p><text:p>Nothing was settled.{NOTE}</text:p>"
    document = read(odt_bytes(body), name="a.odt")
    assert document.kind is Kind.ARTICLE
    assert document.boilerplate == ()
    assert [each.speaker for each in quotations(document, tagger=False)] == ["Tom Moor", "Jon Falk"]
