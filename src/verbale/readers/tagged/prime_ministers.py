"""Transcripts of the Australian prime ministers: XML whose `content` is HTML in a CDATA section.

The markup of `content` is a dozen kinds of tags, so it is walked with one pattern; a tree for
every paragraph would take ten times as long. Damaged entities (`it';s`) stay: they are the source.
"""

from __future__ import annotations

import html
import re

from lxml import etree

from verbale.errors import NotText
from verbale.model.document import Reading
from verbale.readers.file_names import printable
from verbale.readers.flow import Flow
from verbale.readers.metadata_dates import day_first
from verbale.readers.result import finish
from verbale.readers.tree import xml_tree

__all__ = ["READER", "read", "read_tree"]

READER = "prime-ministers/1"

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])[^<>]*>|(<!--)|-->")
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "blockquote",
        "section",
        "article",
        "pre",
        "hr",
        "dl",
        "dt",
        "dd",
    }
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_CELLS = frozenset({"td", "th"})
_SILENT = frozenset({"script", "style"})


def _transcript(root: etree._Element) -> etree._Element | None:
    found = root.find("transcript") if root.tag == "transcripts" else root
    if found is None or found.tag != "transcript" or found.find("prime-minister") is None:
        return None
    return found


def read(data: bytes, name: str) -> Reading:
    r"""Reads one transcript: its content as text, its fields as metadata.

    Raises:
        NotText: The content holds no words.
        TooLarge: The file passes a limit.
        ReadError: The XML is broken.

    >>> page = b'''<transcripts><transcript>
    ... <title>Doorstop</title><prime-minister>Quennell, Ros</prime-minister>
    ... <release-date>03/04/1997</release-date>
    ... <content><![CDATA[<p>JOURNALIST:</p> <p>When?<br />Why?</p>]]></content></transcript></transcripts>'''
    >>> reading = read(page, "1.xml")
    >>> reading.text, reading.speaker, reading.published_on
    ('JOURNALIST:\n\nWhen?\nWhy?', 'Quennell, Ros', datetime.date(1997, 4, 3))
    """
    return read_tree(data, name, xml_tree(data, name))


def read_tree(data: bytes, name: str, root: etree._Element) -> Reading:
    """The same for a file that is parsed already."""
    transcript = _transcript(root)
    content = transcript.findtext("content") if transcript is not None else None
    if transcript is None or not content or not content.strip():
        raise NotText(f"{printable(name)} is a transcript without content.", name)
    flow = Flow()
    _set(content, flow)
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=transcript.findtext("title"),
        speaker=transcript.findtext("prime-minister"),
        published_on=day_first(transcript.findtext("release-date")),
        language="en",
        headings=flow.headings,
        emphasis=flow.emphasis,
    )


def _set(content: str, flow: Flow) -> None:
    """Sets the HTML of a content into a flow; where it has no tags, its own lines are the lines."""
    # text, slash, name, opened comment, text, slash ... text
    parts = _TAG.split(content)
    words = flow.words if len(parts) > 1 else flow.lines
    silent = False
    for place in range(0, len(parts), 4):
        raw = parts[place]
        if raw and not silent:
            words(html.unescape(raw) if "&" in raw else raw)
        if place + 1 == len(parts):
            return
        slash, kind, opened = parts[place + 1 : place + 4]
        if kind is None:
            silent = opened is not None
        elif (kind := kind.lower()) in _SILENT:
            silent = not slash
        elif not silent:
            _mark(kind, flow, closing=bool(slash))


def _mark(kind: str, flow: Flow, *, closing: bool) -> None:
    if kind in _BLOCKS:
        flow.paragraph()
    elif kind == "br":
        flow.line()
    elif kind in _HEADINGS:
        (flow.close if closing else flow.open)("heading")
        flow.paragraph()
    elif kind in _BOLD:
        (flow.plain if closing else flow.bold)()
    elif kind in _CELLS:
        flow.cell()
