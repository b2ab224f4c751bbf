from __future__ import annotations

from datetime import date

import pytest

from tests.readers.making import page
from verbale import readers
from verbale.errors import NotText

HEAD = """<title>“We will rebuild the dam,” says Vell | Harbour Gazette</title>
<meta property="og:title" content="“We will rebuild the dam,” says Vell">
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2022-05-11T23:30:00-05:00">
<meta name="author" content="Sam Orrin">
<link rel="canonical" href="https://gazette.example/talks/vell">"""
NAVIGATION = """<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<ul class="menu"><li><a href="/x">X</a></li></ul>"""
FOOT = '<div class="share-buttons"><a href="#">Share</a></div><footer>All rights reserved.</footer>'


def talk(turns: int) -> tuple[str, list[str]]:
    paragraphs, markup = [], []
    for number in range(turns):
        paragraphs += [
            f"Q: Question {number}?",
            f"Vell: No.{number}",
            "Q",
            f"And {number}?",
            "Yes,\nwell\nno.",
        ]
        markup += [
            f"<p><strong>Q:</strong> Question {number}?</p>",
            f"<p><b>Vell:</b>\n   No.{number}</p>",
            f"<p>Q</p><p>And {number}?</p>",
            "<p>Yes,<br>well<br/>\n no.</p>",
        ]
    return "\n".join(markup), paragraphs


@pytest.mark.parametrize("turns", [1, 3, 40])
@pytest.mark.parametrize("wrapper", ["article", "div", "main", 'div class="content"', "td"])
def test_a_transcript_keeps_every_paragraph_in_order(wrapper: str, turns: int) -> None:
    markup, paragraphs = talk(turns)
    inner = f"<{wrapper}>{markup}</{wrapper.split(maxsplit=1)[0]}>"
    body = f"<table><tr>{inner}</tr></table>" if wrapper == "td" else inner
    reading = readers.read_bytes(page(NAVIGATION + body + FOOT, HEAD), "talk.html")
    assert reading.text.split("\n\n") == paragraphs
    assert [span.of(reading.text) for span in reading.emphasis[:2]] == ["Q:", "Vell:"]
    assert len(reading.emphasis) == 2 * turns


def test_the_page_says_who_where_and_when() -> None:
    markup, _ = talk(3)
    reading = readers.read_bytes(page(f"<article>{markup}</article>", HEAD), "talk.html")
    assert reading.title == "“We will rebuild the dam,” says Vell"
    assert reading.outlet == "Harbour Gazette"
    assert reading.author == "Sam Orrin"
    assert reading.published_on == date(2022, 5, 11)
    assert reading.said_on is None
    assert reading.language == "en"
    assert reading.url == "https://gazette.example/talks/vell"
    assert reading.reader.startswith("html/3 ")


def test_a_page_that_says_nothing_of_itself() -> None:
    reading = readers.read_bytes(
        b"<html><body><p>Q: When?</p><p>A: In 2031, or on 4 May 2029.</p></body></html>", "a.html"
    )
    assert (reading.title, reading.outlet, reading.author, reading.published_on, reading.url) == (None,) * 5


def test_an_article_loses_the_boilerplate() -> None:
    story = "".join(
        f"<p>Paragraph {number}: the commissioner told reporters in Port Selden that the dam would be rebuilt"
        " before the winter, whatever the board decided about the money.</p>"
        for number in range(8)
    )
    related = '<aside class="related"><h3>Read also</h3><a href="/1">The dam in ten pictures</a></aside>'
    reading = readers.read_bytes(
        page(f"{NAVIGATION}<article><h1>The dam</h1>{story}{related}</article>{FOOT}"), "a.html"
    )
    assert reading.text.count("Paragraph") == 8
    for word in ("Home", "News", "Share", "rights", "pictures"):
        assert word not in reading.text
    assert [span.of(reading.text) for span in reading.headings] == ["The dam"]


def test_entities_no_break_spaces_and_preformatted_lines() -> None:
    words = "<p>Water &amp; time,&nbsp;he&nbsp;said &#8212; &ldquo;no&rdquo;.</p><pre>Q: When?\nA: No.</pre>"
    reading = readers.read_bytes(page(f"<article>{words}</article>"), "a.html")
    assert reading.text == "Water & time,\u00a0he\u00a0said — “no”.\n\nQ: When?\nA: No."


def test_legacy_encodings_by_declaration_and_without() -> None:
    markup = (
        '<html><head><meta charset="windows-1251"></head><body><p>Вопрос: Когда?</p><p>Да.</p></body></html>'
    )
    assert "Вопрос: Когда?" in readers.read_bytes(markup.encode("cp1251"), "a.html").text
    bare = "<html><body><p>Señor Ibarra: «Mañana».</p></body></html>"
    assert readers.read_bytes(bare.encode("cp1252"), "a.html").text == "Señor Ibarra: «Mañana»."


def test_a_hidden_part_is_no_text() -> None:
    markup, paragraphs = talk(6)
    body = f'<article>{markup}<p style="display: none">Secret.</p><p hidden>Hidden.</p></article>'
    reading = readers.read_bytes(page(body), "a.html")
    assert reading.text.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html>", b"<html></html>", b"<html><body><img src=a></body></html>"]
)
def test_a_page_without_words(data: bytes) -> None:
    with pytest.raises(NotText, match=r"^a\.html holds no words\.$"):
        readers.read_bytes(data, "a.html")


def test_plain_text_under_the_name_of_a_page() -> None:
    reading = readers.read_bytes(b"Q: When?\nA: Soon.\n", "talk.html")
    assert (reading.text, reading.reader) == ("Q: When?\nA: Soon.\n", "text/1")


@pytest.mark.parametrize(
    "title",
    [
        "The dam | Harbour Gazette",
        "The dam – Gazette",
        "Harbour Gazette: The dam - gazette.example",
        "The dam",
    ],
)
def test_the_title_is_without_the_name_of_the_site(title: str) -> None:
    head = f"""<title>{title}</title><meta property="og:title" content="{title}">
<meta property="og:site_name" content="Harbour Gazette"><link rel="canonical" href="https://gazette.example/dam">"""
    wanted = "Harbour Gazette: The dam" if title.startswith("Harbour") else "The dam"
    assert readers.read_bytes(page("<p>The dam stands.</p>", head), "a.html").title == wanted


def test_a_dash_in_a_title_is_the_titles_own() -> None:
    head = '<meta property="og:title" content="The dam – a story of two winters">'
    assert readers.read_bytes(page("<p>The dam stands.</p>", head), "a.html").title == (
        "The dam – a story of two winters"
    )
