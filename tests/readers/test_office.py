from __future__ import annotations

from datetime import date

from tests.readers.making import epub_bytes, odt_bytes
from verbale import readers


def test_odt_keeps_paragraphs_bold_and_tables() -> None:
    body = (
        '<text:h text:outline-level="1">The ferry</text:h>'
        '<text:p><text:span text:style-name="Loud">Q:</text:span> Will<text:s text:c="2"/>you?'
        "<text:note><text:note-body><text:p>A note</text:p></text:note-body></text:note></text:p>"
        "<text:p>A: No<text:line-break/>comment.</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Lee</text:p></table:table-cell>"
        "<table:table-cell><text:p>Soon.</text:p></table:table-cell></table:table-row></table:table>"
    )
    reading = readers.read_bytes(odt_bytes(body), "talk.odt")
    assert reading.text == "The ferry\n\nQ: Will you?\n\nA: No\ncomment.\n\nLee\tSoon."
    assert [span.of(reading.text) for span in reading.headings] == ["The ferry"]
    assert [span.of(reading.text) for span in reading.emphasis] == ["Q:"]
    assert (reading.title, reading.author, reading.language) == ("A talk", "Ana Ruiz", "en")
    assert readers.read_bytes(odt_bytes(body), "no-suffix").reader == "odt/1"


def test_epub_reads_the_chapters_in_order() -> None:
    data = epub_bytes("<h1>One</h1><p><b>Lee:</b> We begin.</p>", "<p>Two.</p><script>x</script>")
    reading = readers.read_bytes(data, "book.epub")
    assert reading.text == "One\n\nLee: We begin.\n\nTwo."
    assert (reading.title, reading.author, reading.outlet) == ("Speeches", "Ana Ruiz", "Harbour Press")
    assert reading.published_on == date(2024, 5, 6)
    assert [span.of(reading.text) for span in reading.headings] == ["One"]


def test_rtf_code_pages_and_unicode() -> None:
    head = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Plain;}{\f1\fnil\fcharset204 Cyr;}}"
    info = rb"{\info{\title A talk}{\author Ana Ruiz}{\keywords x}}"
    body = (
        rb"{\header Page 1}\f0 {\b MS. RUIZ:} No\'97never.\line Caf\'e9\par\f1\'c4\'e0.\par \u8220?Yes\u8221?"
    )
    rest = rb"\par{\*\bkmkstart x}{\field{\*\fldinst HYPERLINK x}{\fldrslt A link}}\par a\cell b\cell\row}"
    reading = readers.read_bytes(head + info + body + rest, "talk.rtf")
    assert reading.text == "MS. RUIZ: No—never.\nCafé\n\nДа.\n\n“Yes”\n\nA link\n\na\tb"
    assert [span.of(reading.text) for span in reading.emphasis] == ["MS. RUIZ:"]
    assert (reading.title, reading.author) == ("A talk", "Ana Ruiz")


def test_rtf_keeps_a_character_of_two_halves_and_drops_hidden_words() -> None:
    data = rb"{\rtf1\uc1 \u-10179?\u-8704? Good.{\v secret} {\pict 0102030405} End.\par}"
    assert readers.read_bytes(data, "a.rtf").text == "\U0001f600 Good. End."
