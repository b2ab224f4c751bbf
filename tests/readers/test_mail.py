from __future__ import annotations

from datetime import date
from email.message import EmailMessage

from verbale import readers


def message(**bodies: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Re: Die Fähre"
    mail["From"] = '"Ruiz, Ana" <ana@gazette.example>'
    mail["Date"] = "Tue, 04 Mar 2025 23:30:00 -0500"
    for kind, body in bodies.items():
        (mail.add_alternative if mail.get_body() else mail.set_content)(body, subtype=kind)
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    return mail.as_bytes()


def test_the_plain_text_is_preferred() -> None:
    reading = readers.read_bytes(message(plain="Keine Fähre.\n", html="<p>x</p>"), "a.eml")
    assert reading.text == "Keine Fähre.\n"
    assert (reading.title, reading.author) == ("Re: Die Fähre", "Ruiz, Ana")
    assert reading.published_on == date(2025, 3, 4)


def test_html_alone_is_set_as_text() -> None:
    reading = readers.read_bytes(message(html="<h2>Ferry</h2><p>No<br>boat.</p>"), "a.eml")
    assert reading.text == "Ferry\n\nNo\nboat."


def test_quoted_replies_and_signatures_are_boilerplate() -> None:
    reply = "No boats.\n\nOn 3 March Tom Moor wrote:\n\n> Any boats?\n> Tom\n\nNone at all.\n\n"
    body = f"{reply}-- \nAna Ruiz\nGazette\n"
    reading = readers.read_bytes(message(plain=body), "a.eml")
    assert [span.of(reading.text) for span in reading.boilerplate] == [
        "On 3 March Tom Moor wrote:\n\n> Any boats?\n> Tom",
        "-- \nAna Ruiz\nGazette",
    ]


def test_quotations_that_the_writer_announces_are_part_of_the_message() -> None:
    body = (
        "As Tom Moor put it:\n\n> We stay.\n> All of us.\n\nAnd the board:\n\n> No boats.\n\n"
        "> The weir holds.\n> -- Ilsa Brand\n\n> Any boats?\n\nNone.\n"
    )
    reading = readers.read_bytes(message(plain=body), "a.eml")
    assert [quote.span.of(reading.text) for quote in reading.block_quotes] == [
        "> We stay.\n> All of us.",
        "> No boats.",
        "> The weir holds.\n> -- Ilsa Brand",
    ]
    assert [span.of(reading.text) for span in reading.boilerplate] == ["> Any boats?"]


def test_the_message_that_a_page_answers_is_boilerplate() -> None:
    answered = "<p>On 3 March Tom Moor &lt;tom@dam.example&gt; wrote:</p><blockquote>Any boats?</blockquote>"
    quoted = "<p>Ilsa Brand writes:</p><blockquote>We stay.</blockquote>"
    reading = readers.read_bytes(message(html=f"<p>None.</p>{quoted}{answered}"), "a.eml")
    assert [quote.span.of(reading.text) for quote in reading.block_quotes] == ["We stay."]
    assert [span.of(reading.text) for span in reading.boilerplate] == [
        "On 3 March Tom Moor <tom@dam.example> wrote:\n\nAny boats?"
    ]


def test_a_broken_header_is_no_header() -> None:
    data = b"From: <<>>@\nDate: tomorrow\nSubject: =?x?q?=\n\nWe begin.\n"
    reading = readers.read_bytes(data, "a.eml")
    assert reading.text == "We begin.\n"
    assert reading.published_on is None
