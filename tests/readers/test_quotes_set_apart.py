"""What a file sets apart as quoted, what it strikes out, and what stands loose between its paragraphs."""

from __future__ import annotations

import pytest

from tests.readers.making import page
from verbale import readers
from verbale.model.document import Reading

ABOVE = (
    "<h1>The weir gives way</h1><p>The water board of Orland sat until midnight to hear what its engineers"
    " had found below the weir, and learned that half of the piles had gone since the spring.</p>"
)
BELOW = (
    "<p>The engineers had walked the bank for nine days and had counted four holes, a boat and the door of a"
    " mill, all of which are to be taken away before the frost.</p>"
)
WORDS = "The weir will surely not be closed again before the frost."


def article(body: str) -> Reading:
    return readers.read_bytes(
        page(f"<article>{ABOVE}{body}{BELOW}{BELOW.replace('nine', 'ten')}</article>"), "a.html"
    )


def between(reading: Reading) -> list[str]:
    return reading.text.split("\n\n")[2:-2]


def shown(reading: Reading) -> list[tuple[str, str | None]]:
    return [
        (quote.span.of(reading.text), quote.signature.of(reading.text) if quote.signature else None)
        for quote in reading.block_quotes
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>{}</p><footer>Ilsa Brand</footer></blockquote>",
        "<blockquote class='wp-block-quote'><p>{}</p><cite>Ilsa Brand</cite></blockquote>",
        "<figure class='pullquote'><blockquote><p>{}</p><cite>Ilsa Brand</cite></blockquote></figure>",
        "<aside class='element pull-quote'><blockquote>{}<footer>Ilsa Brand</footer></blockquote></aside>",
        "<figure><blockquote>{}</blockquote><figcaption>Ilsa Brand</figcaption></figure>",
        "<figure><blockquote>{}</blockquote><figcaption class='q-footer'>Ilsa Brand</figcaption></figure>",
        "<div><blockquote>{}</blockquote><div class='author'>Ilsa Brand</div></div>",
        "<div data-component='quote-block'>{}<div class='author'>Ilsa Brand</div></div>",
        "<p class='pull-quote'>{}</p><p class='attribution'>Ilsa Brand</p>",
        "<blockquote>{}</blockquote><cite>Ilsa Brand</cite>",
        "<aside class='quote'><p>{}</p><p class='quote-author'>Ilsa Brand</p></aside>",
        "<div class='c-quote'><p>{}</p><footer>Ilsa Brand</footer></div>",
    ],
)
def test_a_quotation_that_is_set_apart_is_kept_with_the_name_under_it(markup: str) -> None:
    reading = article(markup.format(WORDS))
    ((quoted, signature),) = shown(reading)
    assert quoted.split("\n\n")[0] == WORDS
    assert signature == "Ilsa Brand"
    assert between(reading) == [WORDS, "Ilsa Brand"]


def test_a_post_that_is_shown_ends_with_who_wrote_it() -> None:
    writer = "&mdash; Ilsa Brand (@ilsa) <a href='/1'>May 3, 2026</a>"
    post = f"<blockquote class='tweet'><p>{WORDS}</p>{writer}</blockquote>"
    assert between(article(post)) == [WORDS, "— Ilsa Brand (@ilsa) May 3, 2026"]
    assert shown(article("<blockquote><a href='/1'>See this post</a></blockquote>")) == []


def test_a_title_inside_a_quotation_is_no_signature() -> None:
    reading = article(f"<blockquote><p>I have read <cite>The Weir</cite> twice. {WORDS}</p></blockquote>")
    assert shown(reading) == [(f"I have read The Weir twice. {WORDS}", None)]


def test_a_price_is_no_quotation() -> None:
    assert shown(article("<div class='stock-quote'>WEIR 41.20 up by 2.1 in a day</div>")) == []


def test_a_figure_without_a_quotation_has_a_caption_and_no_signature() -> None:
    reading = article(
        "<figure><img src='w.jpg'><figcaption>Ilsa Brand at the weir. Photo: L. Orn</figcaption></figure>"
    )
    assert shown(reading) == []


def test_words_under_a_picture_that_quote_somebody_are_part_of_the_text() -> None:
    caption = "“We shall stay on the bank,” says Ilsa Brand, here in May. Photo: L. Orn"
    reading = article(f"<figure><img src='w.jpg'><figcaption>{caption}</figcaption></figure>")
    assert between(reading) == [caption]
    assert reading.boilerplate == ()
    figure = f"<figure><figcaption>{caption}</figcaption></figure>"
    talk = "".join(f"<p>Q: And {each}?</p>{figure}<p>Orn: No.</p>" for each in "ab")
    spoken = readers.read_bytes(page(f"<article>{talk}</article>"), "a.html")
    assert [span.of(spoken.text) for span in spoken.boilerplate] == [caption, caption]


def test_a_pulled_sentence_that_only_repeats_the_text_goes() -> None:
    pulled = "half of the piles had gone since the spring."
    assert between(article(f"<aside class='pullquote'>{pulled}</aside>")) == []


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Ilsa Brand wrote: <q>{}</q>", f"Ilsa Brand wrote: “{WORDS}”"),
        ("“<q>{}</q>” she wrote to the board on Friday.", f"“{WORDS}” she wrote to the board on Friday."),
        (
            "<q>She said <q>go</q> and left,</q> said the miller.",
            "“She said ‘go’ and left,” said the miller.",
        ),
    ],
)
def test_a_q_has_the_marks_that_every_program_shows(markup: str, text: str) -> None:
    assert between(article(f"<p>{markup.format(WORDS)}</p>")) == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("“We stay,” Ilsa Brand said on <time>Saturday</time>.", "“We stay,” Ilsa Brand said on Saturday."),
        ("“We stay,” <label>Ilsa Brand</label> said.", "“We stay,” Ilsa Brand said."),
        ("“We stay,” said <abbr title='Doctor'>Dr</abbr> Brand.", "“We stay,” said Dr Brand."),
        (
            "“<ruby>堰<rp>(</rp><rt>せき</rt><rp>)</rp></ruby> is shut,” said Brand.",
            "“堰 is shut,” said Brand.",
        ),
        ("“We will <ins>gladly</ins> pay,” said Brand.", "“We will gladly pay,” said Brand."),
        ("“We will <del>not</del> pay,” said Brand.", "“We will pay,” said Brand."),
        ("“We will <s>not</s> pay,” said Brand.", "“We will pay,” said Brand."),
        ("“We will <strike>not</strike> pay,” said Brand.", "“We will pay,” said Brand."),
        (
            "“We will <span style='color:red;text-decoration: line-through'>not</span> pay,” said Brand.",
            "“We will pay,” said Brand.",
        ),
        ("“We pay<sup><a href='#n1'>1</a></sup> all,” said Brand.", "“We pay all,” said Brand."),
        ("“We pay<a href='#fn2' class='footnote-ref'>[2]</a> all,” said Brand.", "“We pay all,” said Brand."),
        ("“It has 10<sup>6</sup> holes,” said Brand.", "“It has 10⁶ holes,” said Brand."),
        ("“On the 1<sup>st</sup> of May,” said Brand.", "“On the 1st of May,” said Brand."),
    ],
)
def test_what_is_said_stays_and_what_is_taken_back_goes(markup: str, text: str) -> None:
    assert between(article(f"<p>{markup}</p>")) == [text]


def test_a_page_that_is_struck_out_as_a_whole_is_still_read() -> None:
    reading = readers.read_bytes(page(f"<s>{ABOVE}{BELOW}</s>"), "a.html")
    assert "engineers" in reading.text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>{}</div>",
        "{}",
        "<br>{}<br>",
        "“Nobody asked the <em>millers</em> of the valley,” said <a href='/b'>Ilsa Brand</a> on the bank of"
        " the weir.",
    ],
)
def test_a_line_that_stands_in_no_paragraph_is_kept(markup: str) -> None:
    line = "“Nobody asked the millers of the valley,” said Ilsa Brand on the bank of the weir."
    assert between(article(markup.format(line))) == [line]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_lines_behind_an_angle_are_set_apart(name: str) -> None:
    text = "Ilsa Brand wrote:\n\n> We stay.\n>\n> All of us.\n\nThe end.\n\n>> BRAND: Hello.\n\n> 5 is more\n"
    reading = readers.read_bytes(text.encode(), name)
    assert reading.text == text
    assert shown(reading) == [("> We stay.\n>\n> All of us.", None), ("> 5 is more", None)]


def test_in_markdown_a_quotation_goes_on_and_code_is_none() -> None:
    text = "> We stay\nall of us.\n\n```\n> code\n```\n\n> Here.\n- a point\n"
    reading = readers.read_bytes(text.encode(), "a.md")
    assert shown(reading) == [("> We stay\nall of us.", None), ("> Here.", None)]
