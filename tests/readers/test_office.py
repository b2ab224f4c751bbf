from __future__ import annotations

from datetime import date

import pytest

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
    assert reading.text == "The ferry\n\nQ: Will you?\n\nA: No\ncomment.\n\nLee\tSoon.\n\nA note"
    assert [span.of(reading.text) for span in reading.notes] == ["A note"]
    assert [span.of(reading.text) for span in reading.headings] == ["The ferry"]
    assert [span.of(reading.text) for span in reading.emphasis] == ["Q:"]
    assert (reading.title, reading.author, reading.language) == ("A talk", "Ana Ruiz", "en")
    assert readers.read_bytes(odt_bytes(body), "no-suffix").reader == "odt/2"


def styled(name: str, properties: str, parent: str = "") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}"{above}><style:text-properties {properties}/></style:style>'


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ('style:text-line-through-style="solid"', "We will pay."),
        ('style:text-line-through-type="double"', "We will pay."),
        ('text:display="none"', "We will pay."),
        ('style:text-line-through-style="none"', "We will not pay."),
        ('fo:color="#ff0000"', "We will not pay."),
    ],
)
def test_odt_leaves_out_what_is_struck_out_or_hidden(properties: str, text: str) -> None:
    styles = styled("T1", properties) + styled("T2", "", "T1")
    for name in ("T1", "T2"):
        body = f'<text:p>We will <text:span text:style-name="{name}">not </text:span>pay.</text:p>'
        assert readers.read_bytes(odt_bytes(body, styles), "a.odt").text == text


def test_odt_leaves_out_what_was_deleted_and_keeps_what_was_inserted() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>not</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>We will <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>gladly'
        '<text:change-end text:change-id="c2"/> pay 10<text:span text:style-name="Up">6</text:span>'
        " marks.</text:p>"
        '<text:section text:display="none"><text:p>Never.</text:p></text:section>'
    )
    styles = styled("Up", 'style:text-position="super 58%"')
    assert readers.read_bytes(odt_bytes(body, styles), "a.odt").text == "We will gladly pay 10⁶ marks."


def test_odt_words_of_a_box_stand_behind_the_text_around_it() -> None:
    box = "<draw:frame><draw:text-box><text:p>“Never again!”</text:p></draw:text-box></draw:frame>"
    reading = readers.read_bytes(odt_bytes(f"<text:p>We {box}stay here for good.</text:p>"), "a.odt")
    assert reading.text == "We stay here for good.\n\n“Never again!”"
    assert [span.of(reading.text) for span in reading.notes] == ["“Never again!”"]
    alone = readers.read_bytes(odt_bytes(f"<text:p>{box}</text:p><text:p>{box}</text:p>"), "a.odt")
    assert (alone.text, alone.notes) == ("“Never again!”\n\n“Never again!”", ())


@pytest.mark.parametrize(
    ("above", "style", "quoted"),
    [
        ("Brand wrote to us.", "Quotations", ["We stay.\n\nAll of us."]),
        ("Brand wrote to us.", "P1", ["We stay.\n\nAll of us."]),
        ("Brand wrote to us:", "P2", ["We stay.\n\nAll of us."]),
        ("Brand wrote to us.", "P2", []),
        ("Brand wrote to us:", "P3", []),
    ],
)
def test_odt_paragraphs_in_a_style_for_quotations_are_set_apart(
    above: str, style: str, quoted: list[str]
) -> None:
    styles = "".join(
        f'<style:style style:name="{name}"{parent}><style:paragraph-properties {properties}/></style:style>'
        for name, parent, properties in (
            ("Quotations", "", 'fo:margin-left="1cm"'),
            ("P1", ' style:parent-style-name="Quotations"', ""),
            ("P2", "", 'fo:margin-left="0.5in"'),
            ("P3", "", 'fo:margin-left="0.05in"'),
        )
    )
    words = "".join(
        f'<text:p text:style-name="{style}">{each}</text:p>' for each in ("We stay.", "All of us.")
    )
    body = f"<text:p>{above}</text:p>{words}<text:p>The board slept.</text:p>"
    reading = readers.read_bytes(odt_bytes(body, styles), "a.odt")
    assert [quote.span.of(reading.text) for quote in reading.block_quotes] == quoted


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


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"We will {\strike not }pay.", "We will pay."),
        (rb"We will \striked1 not \striked0 pay.", "We will pay."),
        (rb"We will {\deleted not }pay.", "We will pay."),
        (rb"We will {\deleted {\v secret }not }pay.", "We will pay."),
        (rb"We will {\strike0 not }pay.", "We will not pay."),
        (rb"It has 10{\super 6} holes on the 1{\super st}.", "It has 10⁶ holes on the 1st."),
    ],
)
def test_rtf_leaves_out_what_is_struck_out(rtf: bytes, text: str) -> None:
    assert readers.read_bytes(rb"{\rtf1\ansi " + rtf + rb"\par}", "a.rtf").text == text


def test_rtf_sets_notes_at_the_end() -> None:
    note = rb"{\super\chftn}{\footnote\pard\plain {\super\chftn} \ldblquote It leaks,\rdblquote  said Brand.}"
    reading = readers.read_bytes(
        rb"{\rtf1\ansi It is shut" + note + rb" for good.\par All of it.\par}", "a.rtf"
    )
    assert reading.text == "It is shut for good.\n\nAll of it.\n\n“It leaks,” said Brand."
    assert [span.of(reading.text) for span in reading.notes] == ["“It leaks,” said Brand."]
