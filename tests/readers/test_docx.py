from __future__ import annotations

import docx
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
    assert reading.reader == "docx/1"


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
