from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.readers.making import prime_minister
from verbale import readers
from verbale.errors import NotText, UnknownFormat

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "pm-interviews" / "samples"
CONTENT = """<p>Subjects: the dam; boats</p>
<p>E&amp;OE............</p>
<p> JOURNALIST: </p>
<p>Premier, who broke   the
dam?<br />
PRIME MINISTER:<br/> It';s &quot;water&quot; &#8211; I';m sure.</p>
<h3>Boats</h3>
<p><strong>JOURNALIST:</strong> 3 < 4 & 5 > 2?</p><!-- <p>cut</p> --><style>p {}</style>"""


def test_content_becomes_paragraphs_and_lines() -> None:
    reading = readers.read_bytes(prime_minister(CONTENT), "transcript-1.xml")
    assert reading.text == (
        "Subjects: the dam; boats\n\nE&OE............\n\nJOURNALIST:\n\nPremier, who broke the dam?\n"
        "PRIME MINISTER:\nIt';s \"water\" – I';m sure.\n\nBoats\n\nJOURNALIST: 3 < 4 & 5 > 2?"
    )
    assert [span.of(reading.text) for span in reading.headings] == ["Boats"]
    assert [span.of(reading.text) for span in reading.emphasis] == ["JOURNALIST:"]


def test_fields() -> None:
    reading = readers.read_bytes(prime_minister("<p>No.</p>", title="Doorstop &amp; tour"), "anything.xml")
    assert reading.title == "Doorstop & tour"
    assert reading.speaker == "Quennell, Ros"
    assert reading.published_on == date(1997, 4, 3)
    assert reading.said_on is None
    assert reading.language == "en"
    assert reading.reader == "prime-ministers/1"
    assert (
        readers.read_bytes(prime_minister("<p>No.</p>", released="31/02/1997"), "a.xml").published_on is None
    )


def test_content_without_tags_keeps_its_lines() -> None:
    reading = readers.read_bytes(prime_minister("JOURNALIST: When?\nPRIME MINISTER: Soon.\n\nGood."), "a.xml")
    assert reading.text == "JOURNALIST: When?\nPRIME MINISTER: Soon.\n\nGood."


def test_content_that_is_empty() -> None:
    with pytest.raises(NotText, match="without content"):
        readers.read_bytes(prime_minister(" "), "a.xml")


def test_other_xml_is_named() -> None:
    with pytest.raises(UnknownFormat, match="its root is <song>"):
        readers.read_bytes(b'<?xml version="1.0"?><song xmlns="urn:example:songs"><p>No.</p></song>', "a.xml")


def test_a_page_in_xml() -> None:
    data = (
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Q: When?</p></body></html>'
    )
    assert readers.read_bytes(data, "a.xml").text == "Q: When?"


def test_real_transcripts() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("no real transcripts beside this checkout (shared/data/pm-interviews/samples)")
    for path in sorted(SAMPLES.glob("*.xml")):
        reading = readers.read_path(path)
        assert len(reading.text) > 1000
        assert reading.published_on is not None
        assert reading.speaker
        assert "<p" not in reading.text
        assert "\n\n\n" not in reading.text
