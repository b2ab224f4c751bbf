"""HTML pages: the main text without the page's boilerplate, and what the page says of itself."""

from __future__ import annotations

import re
from importlib.metadata import version

from verbale.model.document import Reading
from verbale.readers.characters.encoding import decode
from verbale.readers.html.layout import drop_silent
from verbale.readers.html.linked_data import article_body, articles
from verbale.readers.html.main_text import look_at, main_text
from verbale.readers.html.page_dates import published_on
from verbale.readers.html.page_metadata import said_by
from verbale.readers.result import finish
from verbale.readers.tree import check_size, html_tree

__all__ = ["READER", "read"]

READER = f"html/3 trafilatura/{version('trafilatura')}"
"""The main text depends on trafilatura, so its version is part of the reader's."""

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096


def read(data: bytes, name: str) -> Reading:
    r"""Reads a page; paragraphs stand apart by a blank line, `<br>` is a line break.

    Raises:
        NotText: The page holds no words of its own.
        TooLarge: The page passes a limit of size, elements or depth.
        ReadError: It is no HTML.

    >>> page = b"<html lang='en'><title>A talk</title><p><b>Q:</b> Why?</p><p>No<br>comment.</p>"
    >>> reading = read(page, "talk.html")
    >>> reading.text, reading.title, reading.language, reading.emphasis[0].of(reading.text)
    ('Q: Why?\n\nNo\ncomment.', 'A talk', 'en', 'Q:')
    """
    check_size(data, name, "HTML")
    declared = _CHARSET.search(data[:_HEAD])
    root = html_tree(decode(data, name, declared[1].decode("ascii") if declared else None), name)
    drop_silent(root)
    described = articles(root)
    said = said_by(root)
    look = look_at(root)
    published = published_on(
        root,
        described,
        title=said.title,
        url=said.url,
        language=said.language,
        speech="" if look.is_article else look.flow.text,
        is_transcript=look.is_transcript,
    )
    flow = main_text(root, look, article_body(described))
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=said.title,
        outlet=said.site,
        author=said.author,
        published_on=published,
        language=said.language,
        url=said.url,
        headings=flow.headings,
        emphasis=flow.emphasis,
        boilerplate=flow.boilerplate,
        block_quotes=flow.block_quotes(),
    )
