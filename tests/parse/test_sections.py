from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.parse import fictions
from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.parse import read
from verbale.parse.sections import sections_of


def headings(text: str, name: str = "digest.txt") -> list[str]:
    document = read(text.encode(), name=name)
    return [section.heading.of(document.text) for section in document.sections]


def test_headings_that_stand_between_empty_lines() -> None:
    assert headings(fictions.DIGEST) == ["On the bridge", "On Nambara", "On 'quiet' diplomacy"]


def test_headings_of_a_digest_without_empty_lines() -> None:
    assert headings(fictions.LONG_DIGEST) == [
        "Orland on the river",
        "'Unprecedented' ties with Nambara",
        "Bridge needs paint, mayor to buy it",
    ]


def test_a_section_reaches_to_the_next_heading_and_not_into_the_footer() -> None:
    document = read(fictions.LONG_DIGEST.encode(), name="digest.txt")
    first, *_, last = (section.span.of(document.text) for section in document.sections)
    assert first.startswith("It is Orland's right")
    assert first.endswith('"And this is well known to all."')
    assert last.endswith("Marr stressed.")


def test_headings_that_markdown_marks_are_all_of_them() -> None:
    text = (
        "# Key points of Minister Marr’s talk\n\nThe agency gathered them.\n\n## Why a bridge?\n\n"
        "“Because of the river.”\n\nA short line\n\nIt was said.\n\n## And the ferry\n\n“It stays.”\n"
    )
    assert [heading.strip("# ") for heading in headings(text, "a.md")] == ["Why a bridge?", "And the ferry"]


def test_bold_lines_are_headings() -> None:
    text = (
        "# Key points of Minister Marr’s talk\n\nThe agency gathered them.\n\n**On the bridge**\n\n"
        "“It is **long**.”\n\n**On the ferry**\n\n“It stays.”\n"
    )
    assert [heading.strip("* ") for heading in headings(text, "a.md")] == ["On the bridge", "On the ferry"]


def test_hard_wrapped_paragraphs_are_no_headings() -> None:
    text = (
        "Key points of Minister Marr’s press conference\n\n"
        "The minister met the press on Thursday and spoke of the bridge and of\n"
        "the ferry which has been waiting for its engine since the spring of the\nlast year\n\n"
        "On the bridge\n\nThe bridge, she said, is ready, and it will be opened to everybody who\n"
        "pays the toll in the course of the coming autumn.\n"
    )
    assert headings(text) == ["On the bridge"]


def test_quotations_bullets_labels_and_attributions_are_no_headings() -> None:
    body = '"It is ours"\n\n- A point\n\nMarr: no comment\n\nThe minister said so\n\nThe end came.\n'
    assert headings(
        f"Key points of Minister Marr’s talk\n\nHere they are.\n\nOn trade\n\nOpen.\n\n{body}"
    ) == ["On trade"]


def test_a_topic_may_end_in_a_colon() -> None:
    body = "On trade:\n\n“Open.”\n\nOn fish:\n\n“Caught.”\n"
    text = f"Key statements of Minister Marr\n\nHere are the key statements:\n\n{body}"
    assert headings(text) == ["On trade:", "On fish:"]


@given(
    st.text(st.sampled_from('On ab.\n\n"“”:#*-XI1 ?'), max_size=300), st.integers(0, 40), st.integers(0, 40)
)
def test_sections_are_in_order_and_inside_the_text(text: str, start: int, length: int) -> None:
    mark = Span(min(start, len(text)), min(start + length, len(text)))
    reading = Reading(name="a", sha256="", reader="t/1", text=text, headings=(mark,) if len(mark) else ())
    places = [0]
    for section in sections_of(reading, (), None):
        places += [section.heading.start, section.heading.end, section.span.start, section.span.end]
    assert places == sorted(places)
    assert places[-1] <= len(text)
