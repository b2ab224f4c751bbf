from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale import readers
from verbale.readers.plain import frontmatter

FULL = """\
---
title: "Talk with Commissioner\\_Vell"
date: '2025-03-01'
published_time: 2025-03-02 23:30:00-05:00
source_url: https://gazette.example/talks/vell
author: [Sam Orrin, Ida Roe]
publisher: Harbour Gazette
speaker: Ito Vell
lang: en-GB
said_on: 28 February 2025
tags:
  - talks
---

# The dam #

**Q:** Who broke
the dam?

__Vell:__ Water & time. **Not *us*.**

On money
========

***Q:*** And 5 ** 3? A **broken mark

stays** alone.
"""


def test_front_matter_says_who_where_and_when() -> None:
    reading = readers.read_bytes(FULL.encode(), "talk.md")
    assert reading.text == FULL
    assert reading.title == "Talk with Commissioner Vell"
    assert reading.published_on == date(2025, 3, 2)
    assert reading.said_on == date(2025, 2, 28)
    assert reading.url == "https://gazette.example/talks/vell"
    assert reading.author == "Sam Orrin"
    assert reading.outlet == "Harbour Gazette"
    assert reading.speaker == "Ito Vell"
    assert reading.language == "en"
    assert reading.reader == "markdown/1"
    (front,) = reading.boilerplate
    assert front.of(FULL).startswith("---\ntitle")
    assert front.of(FULL).endswith("- talks\n---\n")


def test_headings_and_bold_are_the_words_without_marks() -> None:
    reading = readers.read_bytes(FULL.encode(), "talk.md")
    assert [span.of(FULL) for span in reading.headings] == ["The dam", "On money"]
    assert [span.of(FULL) for span in reading.emphasis] == ["Q:", "Vell:", "Not *us*.", "Q:"]


def test_windows_lines_stay() -> None:
    text = "---\r\ntitle: A talk\r\n---\r\n\r\n## On trade\r\n\r\n**Q:** When?\r\n"
    reading = readers.read_bytes(text.encode(), "talk.md")
    assert reading.text == text
    assert reading.title == "A talk"
    assert [span.of(text) for span in (*reading.headings, *reading.emphasis)] == ["On trade", "Q:"]


def test_front_matter_written_by_hand() -> None:
    text = "---\ntitle: Interview: the harbour @ noon\ndate: 4 March 2025\n---\nQ: When?\n"
    reading = readers.read_bytes(text.encode(), "talk.md")
    assert reading.title == "Interview: the harbour @ noon"
    assert reading.published_on == date(2025, 3, 4)


@pytest.mark.parametrize(
    "front",
    [
        "- one\n- two\n",
        "only words here\n",
        "a rule above: and\nbelow\nand more\n",
        "? [a, b]\n",
        "\n",
        "title: A\n",
    ],
)
def test_strange_front_matter_is_never_lost(front: str) -> None:
    text = f"---\n{front}---\nQ: When?\n"
    reading = readers.read_bytes(text.encode(), "talk.md")
    assert reading.text == text
    assert reading.title in {None, "A"}


def test_aliases_are_not_followed_and_tags_make_nothing() -> None:
    text = "---\na: &a [x, y]\ntitle: *a\nauthor: !!python/name:os.system\nlang: !!str de\n---\nQ: When?\n"
    reading = readers.read_bytes(text.encode(), "talk.md")
    assert (reading.title, reading.author, reading.language) == (None, None, "de")


def test_a_source_that_is_no_address_is_no_address() -> None:
    assert readers.read_bytes(b"---\nsource: Harbour Gazette\n---\nQ: When?\n", "a.md").url is None


def test_front_matter_in_a_text_file() -> None:
    reading = readers.read_bytes(b"---\ntitle: A talk\n---\nQ: When?\n", "talk.txt")
    assert (reading.title, reading.reader) == ("A talk", "markdown/1")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["title", "date", "a-b", "x_1"]),
            st.sampled_from([": ", ":", ': "', ": '", ":  "]),
            st.text(st.sampled_from("ab1é:#\"'-\\_ \n,[]{}&*!|>%@~漢"), max_size=8),
            st.sampled_from(["", '"', "'", " "]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_plain_front_matter_is_what_yaml_makes_of_it(lines: list[tuple[str, str, str, str]]) -> None:
    body = "\n".join("".join(parts) for parts in lines)
    simple = frontmatter._simple_fields(body)
    if simple is not None:
        assert simple == frontmatter._yaml_fields(body)


def test_escapes_and_breaks_in_front_matter() -> None:
    body = 'title: "The ferry,\\_in\\u00a0June \\\n  \\ and after"\nlead: one long line\n  and its rest\n'
    found = {"title": "The ferry,\u00a0in\u00a0June  and after", "lead": "one long line and its rest"}
    assert frontmatter._simple_fields(body) == frontmatter._yaml_fields(body) == found
