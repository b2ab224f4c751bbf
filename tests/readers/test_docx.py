from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import docx
import docx.enum.style
import docx.shared
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tests.readers.making import docx_bytes
from verbale import readers

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_paragraphs_tables_headings_and_bold_in_order() -> None:
    document = docx.Document()
    document.core_properties.title = "Talk with Commissioner Vell"
    document.core_properties.author = "Sam Orrin"
    document.core_properties.language = "en-GB"
    document.add_heading("On the dam", 1)
    paragraph = document.add_paragraph()
    paragraph.add_run("MS. ").bold = True
    paragraph.add_run("ADLER:").bold = True
    paragraph.add_run(" Who broke  the dam?")
    document.add_paragraph("")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Vell:"
    table.cell(0, 1).text = "Water."
    table.cell(0, 1).add_paragraph("And time.")
    table.cell(1, 0).text = "Adler:"
    table.cell(1, 1).text = "I see."
    last = document.add_paragraph("Thank you.")
    last.add_run().add_break()
    last.add_run("Good night.", style="Strong")
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert reading.text == (
        "On the dam\n\nMS. ADLER: Who broke the dam?\n\nVell:\tWater.\nAnd time.\n\nAdler:\tI see.\n\n"
        "Thank you.\nGood night."
    )
    assert [span.of(reading.text) for span in reading.headings] == ["On the dam"]
    assert [span.of(reading.text) for span in reading.emphasis] == ["On the dam", "MS. ADLER:", "Good night."]
    assert (reading.title, reading.author, reading.language) == (
        "Talk with Commissioner Vell",
        "Sam Orrin",
        "en",
    )
    assert reading.published_on is None
    assert reading.reader == "docx/2"


def test_insertions_and_links_count_and_deletions_do_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We will ")
    for xml in (
        f"<w:del {W}><w:r><w:delText>never </w:delText></w:r></w:del>",
        f"<w:ins {W}><w:r><w:t>soon </w:t></w:r></w:ins>",
        f"<w:hyperlink {W}><w:r><w:t>rebuild</w:t></w:r></w:hyperlink>",
        f"<w:r {W}><w:noBreakHyphen/><w:t>it</w:t><w:tab/><w:t>all.</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml))
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert reading.text == "We will soon rebuild\u2011it all."


def test_bold_that_is_switched_off_is_not_bold() -> None:
    document = docx.Document()
    document.styles["Normal"].font.bold = True
    paragraph = document.add_paragraph(style="Normal")
    paragraph.add_run("Vell:")
    paragraph.add_run(" No.").bold = False
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert reading.text == "Vell: No."
    assert [span.of(reading.text) for span in reading.emphasis] == ["Vell:"]


def with_runs(*runs: str) -> str:
    """The text of a document of one paragraph with these runs, each given as the XML inside it."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph._p.append(parse_xml(f"<w:r {W}>{run}</w:r>"))
    return readers.read_bytes(docx_bytes(document), "talk.docx").text


def said(words: str, how: str = "") -> str:
    return f'<w:rPr>{how}</w:rPr><w:t xml:space="preserve">{words}</w:t>'


@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("<w:strike/>", "We will pay."),
        ("<w:dstrike/>", "We will pay."),
        ("<w:vanish/>", "We will pay."),
        ('<w:strike w:val="0"/>', "We will not pay."),
        ('<w:vanish w:val="false"/>', "We will not pay."),
        ("<w:u/>", "We will not pay."),
    ],
)
def test_what_is_struck_out_or_hidden_is_not_said(how: str, text: str) -> None:
    assert with_runs(said("We will "), said("not ", how), said("pay.")) == text


def test_a_style_strikes_words_out_as_well() -> None:
    document = docx.Document()
    style = document.styles.add_style("Withdrawn", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    style.font.strike = True
    paragraph = document.add_paragraph("We will ")
    paragraph.add_run("not ", style="Withdrawn")
    paragraph.add_run("pay.")
    assert readers.read_bytes(docx_bytes(document), "talk.docx").text == "We will pay."


def test_raised_digits_are_a_power() -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    runs = said("It has 10"), said("6", up), said(" holes on the 1"), said("st", up), said(" of May.")
    assert with_runs(*runs) == "It has 10⁶ holes on the 1st of May."


def test_paragraphs_whose_border_was_deleted_are_one_and_a_large_first_letter_is_its_words() -> None:
    document = docx.Document()
    for words, properties in (
        ("T", '<w:framePr w:dropCap="drop"/>'),
        ("he weir is shut, ", "<w:rPr><w:del/></w:rPr>"),
        ("she said.", ""),
        ("All went.", ""),
    ):
        paragraph = document.add_paragraph(words)
        paragraph._p.insert(0, parse_xml(f"<w:pPr {W}>{properties}</w:pPr>"))
    assert (
        readers.read_bytes(docx_bytes(document), "talk.docx").text
        == "The weir is shut, she said.\n\nAll went."
    )


def boxed(words: str) -> str:
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        f'<w:drawing><wps:txbx xmlns:wps="{shape}"><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p>'
        "</w:txbxContent></wps:txbx></w:drawing>"
    )


def test_words_of_a_box_stand_behind_the_text_around_it() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("We will ")
    paragraph._p.append(parse_xml(f"<w:r {W}>{boxed('“Never again!”')}</w:r>"))
    paragraph.add_run("rebuild the weir before the frost.")
    document.add_paragraph("All of it.")
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert reading.text == "We will rebuild the weir before the frost.\n\nAll of it.\n\n“Never again!”"
    assert [span.of(reading.text) for span in reading.notes] == ["“Never again!”"]


def test_a_document_made_of_boxes_is_read_in_their_order() -> None:
    document = docx.Document()
    for words in ("The weir is shut.", "The mill stands still."):
        document.add_paragraph()._p.append(parse_xml(f"<w:r {W}>{boxed(words)}</w:r>"))
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert (reading.text, reading.notes) == ("The weir is shut.\n\nThe mill stands still.", ())


def noted(document: Any, notes: Mapping[str, str]) -> bytes:
    """A document's file with a part of notes, each named as the part's relation is."""
    for kind, words in notes.items():
        tag = f"w:{kind[:-1]}"
        note = f'<{tag} w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></{tag}>'
        rule = f'<{tag} w:id="0" w:type="separator"><w:p><w:r><w:t>__</w:t></w:r></w:p></{tag}>'
        blob = f"<w:{kind} {W}>{rule}{note}</w:{kind}>".encode()
        part = Part(PackURI(f"/word/{kind}.xml"), "application/xml", blob, document.part.package)
        document.part.relate_to(
            part, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        )
    return docx_bytes(document)


def test_notes_stand_behind_the_text() -> None:
    document = docx.Document()
    document.add_paragraph("The weir is shut.")
    data = noted(document, {"footnotes": "“It leaks,” said Brand.", "endnotes": "“It does not,” said Orn."})
    reading = readers.read_bytes(data, "talk.docx")
    assert reading.text == "The weir is shut.\n\n“It leaks,” said Brand.\n\n“It does not,” said Orn."
    assert [span.of(reading.text) for span in reading.notes] == [
        "“It leaks,” said Brand.",
        "“It does not,” said Orn.",
    ]


@pytest.mark.parametrize("style", ["Quote", "Intense Quote"])
def test_paragraphs_in_a_style_for_quotations_are_set_apart_together(style: str) -> None:
    document = docx.Document()
    document.add_paragraph("Ilsa Brand wrote to the board.")
    document.add_paragraph("We stay.", style=style)
    document.add_paragraph("All of us.", style=style)
    document.add_paragraph("The board slept.")
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert [quote.span.of(reading.text) for quote in reading.block_quotes] == ["We stay.\n\nAll of us."]


@pytest.mark.parametrize(("above", "quoted"), [("Ilsa Brand wrote:", ["We stay."]), ("Ilsa Brand went.", [])])
def test_an_indented_paragraph_is_set_apart_where_it_is_announced(above: str, quoted: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph(above)
    document.add_paragraph("We stay.").paragraph_format.left_indent = docx.shared.Cm(1.27)
    document.add_paragraph("The board slept.")
    reading = readers.read_bytes(docx_bytes(document), "talk.docx")
    assert [quote.span.of(reading.text) for quote in reading.block_quotes] == quoted
