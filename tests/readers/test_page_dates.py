"""The day on which a page came out, on pages that say it in every way; all of them invented."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tests.readers.making import page
from verbale import readers

BODY = "".join(
    f"<p>Paragraph {number}: the harbour board of Port Selden voted to rebuild the northern dam"
    f" before the winter,"
    " whatever the council in Lasmont decides about the money.</p>"
    for number in range(6)
)
FOURTH = date(2025, 3, 4)


def day_of(head: str = "", beside: str = "", below: str = "", attributes: str = ' lang="en"') -> date | None:
    body = f"<article><h1>The board votes</h1>{beside}{BODY}</article>{below}"
    return readers.read_bytes(
        page(body, f"<title>The board votes</title>{head}", attributes), "a.html"
    ).published_on


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(**fields: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


PUBLISHED = meta("article:published_time", "2025-03-04T09:00:00+01:00")


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        (PUBLISHED, ""),
        (
            PUBLISHED + meta("article:modified_time", "2025-04-01T09:00:00+01:00"),
            "<p>Updated 1 April 2025</p>",
        ),
        (linked(datePublished="2025-03-04", dateModified="2025-04-01"), ""),
        (linked(datePublished=["2025-03-04T08:00:00+01:00"]), ""),
        ('<link rel="canonical" href="https://gazette.example/2025/03/04/the-board-votes">', ""),
        ('<link rel="canonical" href="https://gazette.example/town/2025/mar/04/the-board-votes">', ""),
        ('<meta name="DC.date.issued" content="2025-03-04">', ""),
        ("", '<span itemprop="datePublished" content="2025-03-04 10:31:00">March</span>'),
        ("", '<p><time datetime="2025-03-04T10:00:00+01:00">4 March 2025</time></p>'),
        (meta("og:updated_time", "2025-04-01T10:00:00+01:00"), "<p>Published 4 March 2025</p>"),
    ],
)
def test_the_day_of_publication_is_not_that_of_the_last_change(head: str, beside: str) -> None:
    assert day_of(head, beside) == FOURTH


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Posted on March 4, 2025 by Ann Orrin"),
        ("de", "Veröffentlicht am 4. März 2025"),
        ("de", "Von Ann Orrin · 04.03.2025, 10:16 Uhr"),
        ("fr", "Publié le 4 mars 2025 à 10h16"),
        ("es", "Publicado el 4 de marzo de 2025"),
        ("it", "4 marzo 2025"),
        ("pl", "Opublikowano 4 marca 2025"),
        ("ru", "4 марта 2025, 10:16"),
        ("zh", "2025年3月4日 10:16"),
    ],
)
@pytest.mark.parametrize("place", ["above", "below"])
def test_the_line_at_the_headline_says_it_in_any_language(language: str, line: str, place: str) -> None:
    head, above = ("", f"<div class=line>{line}</div>") if place == "above" else (f"<div>{line}</div>", "")
    body = f"<div><article>{above}<h1>The board votes</h1>{head}{BODY}</article></div>"
    data = page(body, "<title>The board votes</title>", f' lang="{language}"')
    assert readers.read_bytes(data, "a.html").published_on == FOURTH


def test_a_number_in_an_address_is_no_day() -> None:
    address = '<link rel="canonical" href="https://gazette.example/2025/03/3-questions-about-the-dam">'
    assert day_of(address + PUBLISHED) == FOURTH


def test_of_two_stated_days_the_printed_one_counts() -> None:
    head = meta("dcterms.created", "2025-03-03T20:25:25-05:00") + linked(
        datePublished="2025-03-04T03:02:34-05:00"
    )
    assert day_of(head, "<p>Published March 4, 2025 3:02am</p>") == FOURTH
    assert day_of(head, "<p>Published March 3, 2025 8:25pm</p>") == date(2025, 3, 3)


def test_a_bare_date_yields_to_the_line_at_the_headline() -> None:
    assert day_of('<meta name="date" content="2025-03-09">', "<p>4 March 2025, 18:00</p>") == FOURTH
    assert day_of('<meta name="date" content="2025-03-04">') == FOURTH


def test_midnight_is_the_newsrooms_own() -> None:
    head = linked(datePublished="2025-03-03T23:04:00Z")
    assert day_of(head, "<p>4 March 2025, 0:04</p>") == FOURTH
    assert day_of(head) == date(2025, 3, 3)


def test_days_of_teasers_and_comments_are_not_the_pages() -> None:
    below = "".join(
        f'<div class="teaser"><h3>Another</h3><time itemprop="datePublished" datetime="2025-04-0{number}">'
        f"{number} April 2025</time></div>"
        for number in range(1, 6)
    )
    comments = '<div class="comments"><p>Tomas, 9 April 2025: About time.</p></div>'
    assert day_of("", "<p>4 March 2025</p>", below + comments) == FOURTH
    inner = linked(datePublished="2025-03-04", comment=[{"@type": "Comment", "datePublished": "2025-04-01"}])
    assert day_of(inner) == FOURTH


def test_the_day_on_which_a_member_joined_is_not_the_pages() -> None:
    assert day_of("", "<p>Registered: 18 September 2008</p><p>Ann, 4 March 2025</p>") == FOURTH


def test_a_month_or_a_year_is_no_day() -> None:
    picture = '<img src="/pictures/2025/03/dam.jpg">'
    assert day_of("", picture, "<footer>© 2025 Harbour Gazette</footer>") is None


def test_an_empty_stamp_is_no_day() -> None:
    assert day_of(meta("article:published_time", "1970-01-01T00:00:00Z")) is None
    assert day_of(meta("article:published_time", "0001-01-01T00:00:00")) is None


def test_the_day_under_the_headline_of_a_transcript_is_left_to_the_event() -> None:
    turns = "".join(
        f"<p><b>Q:</b> And point {number}?</p><p><b>Vell:</b> No.</p><p><b>Q:</b> Why?</p>"
        for number in range(6)
    )
    body = f"<h1>Talk with Ilse Vell</h1><p>Port Selden, 2 March 2025</p>{turns}"
    assert readers.read_bytes(page(body, PUBLISHED), "a.html").published_on == FOURTH
    assert readers.read_bytes(page(body), "a.html").published_on is None


def test_broken_data_hides_nothing() -> None:
    broken = '<script type="application/ld+json">{"datePublished": "2025-01-01", }</script>'
    assert day_of(broken + PUBLISHED) == FOURTH
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert day_of(deep + PUBLISHED) == FOURTH


COMMENT = (
    "<section class='comments'><h2>Comments</h2>"
    "<div class='comment'><b>eel</b> {}<p>True.</p></div></section>"
)


@pytest.mark.parametrize(
    ("beside", "below"),
    [
        # the line of whoever wrote it, before the bare day of a reader's remark or of another text
        ("<p>By Pia Ferrant, 4 March 2025</p>", COMMENT.format("<time>16 May 2025</time>")),
        ("<div>By Pia Ferrant | 4 March 2025</div>", "<p>16 May 2025</p>"),
        ("<p>Pia Ferrant reports, 4 March 2025</p>", "<ul><li>More of the dam</li><li>16 May 2025</li></ul>"),
        ("<p>4 March 2025, by Pia Ferrant</p>", COMMENT.format("<time pubdate>16 May 2025</time>")),
    ],
)
def test_the_day_of_the_byline_is_before_that_of_a_comment(beside: str, below: str) -> None:
    assert day_of(beside=beside, below=below) == FOURTH


def test_a_comment_in_an_article_of_its_own_dates_no_page() -> None:
    remark = '<article class="comment"><time itemprop="datePublished">16 May 2025</time> True.</article>'
    page_ = f"<h1>The board votes</h1><p>By Pia Ferrant, 4 March 2025</p>{BODY}{remark}"
    found = readers.read_bytes(page(page_, "<title>The board votes</title>", ' lang="en"'), "a.html")
    assert found.published_on == FOURTH


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("en-US", "By Pia Ferrant | 03/04/2025", FOURTH),
        ("en_us", "3/4/2025", FOURTH),
        ("en-PH", "3/4/2025", FOURTH),
        ("es-US", "Por Pia Ferrant, 3/4/2025", FOURTH),
        ("en-GB", "By Pia Ferrant | 04/03/2025", FOURTH),
        ("de", "Von Pia Ferrant, 4/3/2025", FOURTH),
        ("fr-FR", "Par Pia Ferrant, le 04/03/2025", FOURTH),
        ("es", "Por Pia Ferrant, 04/03/2025", FOURTH),
        ("ru", "04/03/2025", FOURTH),
        ("ar", "04/03/2025", FOURTH),
        # nobody can say which of the two is the month
        ("en", "By Pia Ferrant | 03/04/2025", None),
        ("en-CA", "03/04/2025", None),
        ("ja", "03/04/2025", None),
        # unless only one of them can be
        ("en", "By Pia Ferrant | 03/14/2025", date(2025, 3, 14)),
        ("en-US", "14/03/2025", date(2025, 3, 14)),
    ],
)
def test_the_order_of_numbers_is_that_of_the_pages_language(
    language: str, line: str, day: date | None
) -> None:
    assert day_of(beside=f"<p>{line}</p>", attributes=f' lang="{language}"') == day
