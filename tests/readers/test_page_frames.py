"""What stands around and inside the articles of strangers' pages, all of it invented."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from tests.readers.making import page
from verbale import readers
from verbale.model.document import Reading

STORY = [
    "The harbour board of Port Selden voted on Tuesday to rebuild the northern dam, ending a dispute that had"
    " kept the town’s fishing fleet in dry dock since the spring floods.",
    "“We will not wait for a second winter,” Commissioner Ilse Vell told reporters after the vote."
    " “The money is"
    " there, and so are the plans.”",
    "Opponents said the estimate of 40 million crowns leaves out the cost of moving the old customs"
    " house, which"
    " stands on the only ground firm enough for the new sluice.",
    "“Nobody has asked the people who live there,” said Tomas Brandt, who has run the ferry for"
    " thirty years.",
    "The board’s engineers, who presented their report last month, expect the work to take two summers and to"
    " close the eastern channel for most of that time.",
    "Asked whether the town would pay for the delay, Ms. Vell said that it was too early to speak"
    " of that, and"
    " that the insurers had been told.",
    "The government in Lasmont has promised half of the sum, on the condition that the board opens its books"
    " before the end of the year.",
    "A final decision is expected in October, when the new council meets for the first time.",
]
NAVIGATION = (
    '<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>'
    '<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>'
)
FOOTER = "<footer><p>© Harbour Gazette. All rights reserved.</p><a href=/imprint>Imprint</a></footer>"


def paragraphs(texts: list[str] = STORY) -> list[str]:
    return [f"<p>{text}</p>" for text in texts]


def read(body: str, head: str = "<title>The board votes</title>") -> Reading:
    return readers.read_bytes(page(body, head), "a.html")


def framed(inner: str) -> str:
    return f"{NAVIGATION}<main><article><h1>The board votes</h1>{inner}</article></main>{FOOTER}"


def within(extra: str, at: int = 4) -> str:
    story = paragraphs()
    return framed("".join([*story[:at], extra, *story[at:]]))


def assert_whole(reading: Reading, *absent: str) -> None:
    """Every paragraph of the story stands once, in order, and the frame does not."""
    found = reading.text.split("\n\n")
    assert [text for text in found if text in STORY] == STORY
    assert Counter(found)[STORY[0]] == 1
    for words in (*absent, "Weather", "Imprint", "rights reserved"):
        assert words not in reading.text


FRAMES = {
    "a cookie banner": framed("".join(paragraphs()))
    + '<div id="cookie-consent" role="dialog"><p>We and our 812 partners use cookies to store'
    " information on your"
    " device. You can change your choice at any time.</p><button>Accept all</button></div>",
    "a newsletter box inside": within(
        '<div class="newsletter-signup"><h3>Morning tide</h3><p>Our newsletter brings you the news'
        " of the harbour"
        ' every morning.</p><form><input name="mail"><button>Sign up</button></form></div>'
    ),
    "related links inside": within(
        '<div class="related-stories"><h4>Read also</h4><ul><li><a href="/1">The dam in ten pictures</a></li>'
        '<li><a href="/2">Ferry fares to rise</a></li><li><a href="/3">Who is Ilse Vell?</a></li></ul></div>'
    ),
    "links without a name inside": within(
        '<ul><li><a href="/1">The dam in ten pictures</a></li><li><a href="/2">Ferry fares to rise</a></li>'
        '<li><a href="/3">Who is Ilse Vell?</a></li></ul>'
    ),
    "a pull quote that repeats": within(
        '<aside class="pullquote"><p>The money is there, and so are the plans</p></aside>'
    ),
    "a pull quote among the paragraphs": within(
        "<blockquote class=pull>“We will not wait for a second winter”</blockquote>"
    ),
    "a lazy image with its copy": within(
        '<figure><img data-src="a.jpg"><noscript><img src="a.jpg"><p>The dam in ten'
        " pictures</p></noscript></figure>"
    ),
    "comments below": framed("".join(paragraphs()))
    + '<section id="comments"><h3>3 comments</h3><ol class="comment-list"><li'
    ' class="comment"><p>About time, the old'
    " dam has been leaking for years and nobody did anything.</p></li><li class=comment><p>And who"
    " pays for the"
    " ferry? My brother waits for his wages since March.</p></li></ol></section>",
    "a sidebar of the most read": framed("".join(paragraphs()))
    + '<aside><h2>Most read</h2><p><a href="/4">A whale in the eastern channel</a></p><p><a'
    ' href="/5">Storm: the'
    " night in pictures</a></p></aside>",
    "share buttons as words": within(
        '<div class="social-share"><span>Share</span><a href="#">By mail</a><a href="#">By'
        " telegraph</a></div>",
        0,
    ),
    "an advertisement": within(
        '<div class="ad-slot" aria-hidden="true"><p>Advertisement</p><p>Boats for every purse at'
        " Ott’s.</p></div>"
    ),
    "a notice of a subscription": within(
        '<div class="paywall-prompt"><p>Subscribe now and read the Gazette for one crown a week.</p></div>', 8
    ),
    "other languages": f'<div class="language-switcher nav"><a hreflang="fr" href="/fr">Français</a>'
    f'<a hreflang="de" href="/de">Deutsch</a></div>{framed("".join(paragraphs()))}',
}
ABSENT = (
    *(
        "partners",
        "newsletter",
        "ten pictures",
        "Ferry fares",
        "leaking",
        "brother waits",
        "whale",
        "telegraph",
    ),
    *("Boats for", "one crown a week", "Deutsch", "Accept all"),
)


@pytest.mark.parametrize("frame", FRAMES)
def test_an_article_stands_whole_without(frame: str) -> None:
    reading = read(FRAMES[frame])
    assert_whole(reading, *ABSENT)
    assert reading.text.count("so are the plans") == reading.text.count("a second winter") == 1


def test_nested_spans_and_divisions_for_paragraphs() -> None:
    story = "".join(f'<div class="line"><span><span>{text}</span></span></div>' for text in STORY)
    assert_whole(read(framed(story)))


def test_paragraphs_by_two_line_breaks() -> None:
    assert_whole(read(framed(f"<div>{'<br><br>'.join(STORY)}</div>")))


def test_paragraphs_by_two_line_breaks_and_no_article() -> None:
    assert_whole(read(f"{NAVIGATION}<div class=text>{'<br/> <br/>'.join(STORY)}</div>{FOOTER}"))


def test_a_printed_page_of_bare_paragraphs() -> None:
    assert_whole(read("".join(["<h1>The board votes</h1>", *paragraphs()])))


def test_a_mobile_page() -> None:
    sidebar = (
        '<amp-img src="a.jpg"></amp-img><amp-sidebar><ul><li><a href="/x">Sport</a></li></ul></amp-sidebar>'
    )
    counter = '<amp-analytics><script type="application/json">{"a": "b"}</script></amp-analytics>'
    assert_whole(read(sidebar + framed("".join(paragraphs())) + counter))


def test_an_article_in_several_containers() -> None:
    parts = "".join(
        f'<div class="chunk"><div class="body-text">{"".join(paragraphs(STORY[at : at + 3]))}</div></div>'
        '<div class="ad-slot"><p>Boats for every purse at Ott’s.</p></div>'
        for at in range(0, len(STORY), 3)
    )
    assert_whole(read(framed(parts)), "Boats for")


def test_an_embedded_post_is_kept_with_its_author() -> None:
    post = (
        '<div class="social-embed"><blockquote class="post"><p>Two summers without a channel. Who'
        " decided that?</p>"
        "— Tomas Brandt (@ferryman) 4 March 2025</blockquote></div>"
    )
    reading = read(within(post))
    assert_whole(reading)
    assert "Two summers without a channel. Who decided that?" in reading.text
    assert "Tomas Brandt (@ferryman)" in reading.text


def test_a_table_and_a_list_stay_in_their_place() -> None:
    extra = (
        "<p>The sums, in millions of"
        " crowns:</p><table><tr><th>Part</th><th>Sum</th></tr><tr><td>Dam</td><td>28</td></tr>"
        "<tr><td>Sluice</td><td>12</td></tr></table><ul><li>The eastern channel closes in April.</li>"
        "<li>The ferry sails from the western pier.</li></ul>"
    )
    reading = read(within(extra))
    assert_whole(reading)
    for words in ("Dam\t28", "Sluice\t12", "The eastern channel closes in April.", "The ferry sails from"):
        assert words in reading.text
    assert reading.text.index(STORY[3]) < reading.text.index("Dam\t28") < reading.text.index(STORY[4])


def test_every_entry_of_a_live_page() -> None:
    entries = "".join(
        f'<div class="live-entry"><time datetime="2025-03-04T{9 + number:02}:00">{9 + number}:00</time>'
        f"<h2>Entry {number}</h2><p>{text}</p></div>"
        for number, text in enumerate(STORY)
    )
    assert_whole(read(framed(entries)))


def test_words_that_stand_only_in_the_data() -> None:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "\n".join(STORY)}
    stub = "<p>Good morning. This article is for subscribers.</p>"
    head = f'<title>The board votes</title><script type="application/ld+json">{json.dumps(data)}</script>'
    assert read(framed(stub), head).text.split("\n\n") == STORY
    marked = {**data, "articleBody": "".join(paragraphs())}
    head = f'<title>The board votes</title><script type="application/ld+json">{json.dumps(marked)}</script>'
    assert read(framed(stub), head).text.split("\n\n") == STORY


def test_a_teaser_in_the_data_does_not_replace_the_page() -> None:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": STORY[0]}
    head = f'<title>The board votes</title><script type="application/ld+json">{json.dumps(data)}</script>'
    assert_whole(read(framed("".join(paragraphs())), head))


def test_an_interview_of_questions_in_bold_keeps_every_turn_in_its_frame() -> None:
    turns = [turn for number, text in enumerate(STORY) for turn in (f"What of point {number}?", text, "Yes.")]
    markup = "".join(
        f"<p><strong>{turn}</strong></p>" if turn.endswith("?") else f"<p>{turn}</p>" for turn in turns
    )
    box = '<div class="newsletter-signup"><p>Our newsletter brings you the news every morning.</p></div>'
    reading = read(framed(markup + box) + '<div class="comments"><p>A fine talk.</p></div>')
    assert reading.text.split("\n\n") == ["The board votes", *turns]


@pytest.mark.parametrize("hidden", ['style="display:none"', "hidden", 'aria-hidden="true"'])
def test_a_hidden_copy_for_machines_is_no_second_text(hidden: str) -> None:
    copy = f"<div {hidden}><div>{' '.join(STORY)}</div></div>"
    assert_whole(read(framed("".join(paragraphs())) + copy))


def test_a_page_that_waits_hidden_for_its_script() -> None:
    assert_whole(read(f'<div style="visibility: hidden">{framed("".join(paragraphs()))}</div>'))


@pytest.mark.cpu_seconds(20)
@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p>{text} {number}</p>" for number in range(500) for text in STORY),
        "<div></div>" * 50_000 + framed("".join(paragraphs())),
        "<div class='chunk'>" * 1500 + "".join(paragraphs()) * 100,
        "<div class='social-embed'>" * 1500 + "<blockquote>" + STORY[0],
        "<i itemprop='datePublished'>2025-03-04</i>" * 20_000 + framed("".join(paragraphs())),
    ],
    ids=["many paragraphs", "empty parts", "deep parts", "deep posts", "many days"],
)
def test_a_page_made_to_take_long_does_not(body: str) -> None:
    assert "Port Selden voted" in read(body).text


@pytest.mark.cpu_seconds(20)
def test_data_made_to_take_long_does_not() -> None:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": "word <a" * 50_000}
    head = f'<title>The board votes</title><script type="application/ld+json">{json.dumps(data)}</script>'
    assert read("<p>The board votes.</p>", head).text
