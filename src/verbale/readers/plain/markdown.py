"""Markdown: the decoded file itself, with its front matter, headings and bold marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.readers.characters.encoding import decode
from verbale.readers.metadata_dates import day
from verbale.readers.plain.frontmatter import front_matter
from verbale.readers.plain.quoted_lines import quoted_lines
from verbale.readers.result import finish
from verbale.text.patterns import pattern

__all__ = ["READER", "read"]

READER = "markdown/1"

_HEADING = pattern(r"^ {0,3}#{1,6}[ \t]+([^\r\n]+)", re.MULTILINE)
_UNDERLINED = pattern(r"^([^\s#>*|-][^\r\n]*)\r?\n={3,}[ \t]*\r?$", re.MULTILINE)
# bold ends in its own paragraph: one unbalanced pair of asterisks must not turn the rest around
_BOLD = pattern(
    r"(?<![\\*])(\*{2,3})(?=[^\s*])((?:[^*\n]++|\*(?!\*)|\n(?![ \t\r]*\n))+)(?<=[^\s*\\])\1(?!\*)"
    r"|(?<![\\\w])__(?=[^\s_])((?:[^_\n]++|_(?!_)|\n(?![ \t\r]*\n))+)(?<=[^\s_\\])__(?!\w)"
)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "outlet": ("outlet", "publisher", "site_name", "sitename", "publication"),
    "author": ("author", "authors", "byline", "by"),
    "speaker": ("speaker", "main_speaker"),
    "language": ("language", "lang", "inlanguage"),
    "url": ("source_url", "url", "canonical_url", "canonical", "permalink", "link", "source"),
    "published_on": (
        "published_on",
        "published_time",
        "published_at",
        "published",
        "datepublished",
        "pubdate",
        "date",
        "broadcast_on",
        "broadcast",
        "aired",
        "air_date",
    ),
    "place": ("place", "location", "venue", "place_of_event", "dateline"),
    "said_on": (
        "said_on",
        "event_date",
        "date_of_event",
        "spoken_on",
        "delivered_on",
        "recorded_on",
        "recorded",
        "date_recorded",
        "recording_date",
        "interview_date",
    ),
}


def read(data: bytes, name: str) -> Reading:
    r"""Reads Markdown; `text` is the file with its markup, the spans tell what the markup means.

    Spans of headings and bold cover the words without `#` and `**`; the boilerplate is the front
    matter with its fences.

    Raises:
        NotText: The bytes are no text.
        TooLarge: The text is too long.

    >>> reading = read(b"---\ntitle: A talk\n---\n**Q:** Why?\n", "talk.md")
    >>> reading.title, reading.emphasis[0].of(reading.text), reading.text[:3]
    ('A talk', 'Q:', '---')
    """
    text = decode(data, name)
    front = front_matter(text)
    start = front.span.end if front else 0
    fields = front.fields if front else {}
    return finish(
        data,
        name,
        READER,
        text,
        title=_field(fields, "title"),
        outlet=_field(fields, "outlet"),
        author=_field(fields, "author"),
        speaker=_field(fields, "speaker"),
        language=_field(fields, "language"),
        url=_url(fields),
        published_on=day(_field(fields, "published_on")),
        said_on=day(_field(fields, "said_on")),
        place=_field(fields, "place"),
        headings=_headings(text, start),
        emphasis=_bold(text, start),
        boilerplate=[front.span] if front else [],
        block_quotes=quoted_lines(text, start, lazy=True),
    )


def _field(fields: Mapping[str, str], what: str) -> str | None:
    for key in _FIELDS[what]:
        if value := fields.get(key) or fields.get(key.replace("_", "-")) or fields.get(key.replace("_", " ")):
            return value
    return None


def _url(fields: Mapping[str, str]) -> str | None:
    """`source:` is an address in some files and an agency in others."""
    value = _field(fields, "url")
    return value if value and re.match(r"https?://\S+$", value.strip()) else None


def _headings(text: str, start: int) -> Iterator[Span]:
    if text.find("#", start) >= 0:
        for found in _HEADING.finditer(text, start):
            words = found[1].rstrip(" \t")
            bare = words.rstrip("#")
            if bare[-1:] in {" ", "\t"}:
                words = bare.rstrip(" \t")
            yield Span(found.start(1), found.start(1) + len(words))
    if text.find("\n===", start) >= 0:
        for found in _UNDERLINED.finditer(text, start):
            yield Span(found.start(1), found.start(1) + len(found[1].rstrip()))


def _bold(text: str, start: int) -> Iterator[Span]:
    if text.find("**", start) >= 0 or text.find("__", start) >= 0:
        for found in _BOLD.finditer(text, start):
            yield Span(*found.span(2 if found[2] is not None else 3))
