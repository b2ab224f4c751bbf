"""HTML pages: the main text without the page's furniture, and what the page says of itself.

trafilatura knows best which paragraphs of a page are its main text, but it drops short ones and
sets some pages as a single line. So the words, lines and bold type are always those of the page's
own tree; trafilatura only says which paragraphs stay, and of a transcript all of them do.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable, Mapping
from importlib.metadata import version

from lxml import etree

from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.dates import day
from verbale.readers.encoding import decode
from verbale.readers.flow import Flow
from verbale.readers.layout import is_furniture, is_silent, main_part, set_tree, sizes
from verbale.readers.result import finish, one_line
from verbale.readers.tree import check_size, html_tree

__all__ = ["READER", "read"]

READER = f"html/1 trafilatura/{version('trafilatura')}"
"""The main text depends on trafilatura, so its version is part of the reader's."""

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")
_HEAD = 4096
_LABEL = re.compile(r"^[ \t]*([^\W\d_][^\n:]{0,60}:(?=\s|$)|[QA]\.?(?=[ \t]|$))", re.MULTILINE)
_WORD = re.compile(r"\w+")
_NOT_WORD = re.compile(r"[\W_]+")
_FEW_WORDS = 60
"""Pages under this have too little text for statistics."""
_LONG, _END = 25, 40
_PARAGRAPHS = 8
"""Paragraphs that an answer may have before the next label, on the average of a page."""
# a fixed last day, since the same bytes must read the same tomorrow
_DATES = {"original_date": True, "max_date": "2100-12-31"}
_ONLY_A_YEAR = "-01-01"
"""How the extensive search writes a mere year that it met somewhere on a page; a day it is not."""


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
    flow, is_article = _text(root)
    said = _said(root, "" if is_article else flow.text)
    return finish(
        data,
        name,
        READER,
        flow.text,
        title=said.get("title"),
        outlet=said.get("sitename"),
        author=said.get("author"),
        published_on=day(said.get("date")),
        language=root.get("lang") or root.get("xml:lang") or said.get("lang"),
        url=said.get("url"),
        headings=flow.headings,
        emphasis=flow.emphasis,
        furniture=flow.furniture,
    )


def _text(root: etree._Element) -> tuple[Flow, bool]:
    """The text of a page, and whether it is an article rather than a transcript or a mere notice."""
    measured = sizes(root)
    careful = Flow()
    set_tree(main_part(root, measured), careful, is_furniture(measured))
    words = len(_WORD.findall(careful.text))
    if not words:
        # everything was taken for furniture: then nothing is
        careful = Flow()
        set_tree(root, careful, is_silent)
        if not _WORD.search(careful.text):
            # some pages carry their words only in the data for their own script
            careful.lines((_main_text(root) or "").replace("\n", "\n\n"))
        return careful, False
    if words < _FEW_WORDS or len(measured) > limits.MAIN_TEXT_ELEMENTS or _looks_like_transcript(careful):
        return careful, False
    main = _main_text(root)
    body = root.find("body")
    if main is None or body is None:
        return careful, True
    whole = Flow()
    set_tree(body, whole, is_furniture(measured))
    chosen = whole.only(_stands_in(main))
    # where it found next to nothing it found the wrong thing
    return (chosen if len(_WORD.findall(chosen.text)) * 5 >= words else careful), True


def _stands_in(main: str) -> Callable[[str], bool]:
    """A test for paragraphs that are in the main text: short ones as a whole line, others anywhere.

    A teaser may repeat a paragraph: no more of them pass than the main text has.
    """
    lines = Counter(_squeezed(line) for line in main.split("\n"))
    words = _squeezed(main)
    taken: Counter[str] = Counter()

    def test(paragraph: str) -> bool:
        own = _squeezed(paragraph)
        taken[own] += 1
        if own in lines:
            return taken[own] <= lines[own]
        # a link or a note inside may have been dropped: both ends are proof enough
        return taken[own] == 1 and len(own) >= _LONG and own[:_END] in words and own[-_END:] in words

    return test


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _main_text(root: etree._Element) -> str | None:
    _quiet()
    from trafilatura import bare_extraction  # noqa: PLC0415  a fifth of a second to import
    from trafilatura.settings import Document  # noqa: PLC0415  the same

    found = bare_extraction(root, include_comments=False, include_tables=True)
    return found.text if isinstance(found, Document) else None


def _looks_like_transcript(flow: Flow) -> bool:
    """Labels of two speakers come back again and again (`Name:`, `Q`), or several questions stand in bold."""
    text = flow.text
    questions = sum(1 for span in flow.emphasis if text.endswith("?", span.start, span.end))
    if questions >= 3:
        return True
    labels = Counter(found[1].strip().rstrip(".:").casefold() for found in _LABEL.finditer(text))
    if labels["q"] < 2:
        del labels["a"]  # "A man came": the article of an article
    again = [count for count in labels.values() if count >= 2]
    paragraphs = text.count("\n\n") + 1
    return len(again) >= 2 and sum(again) >= 4 and sum(again) * _PARAGRAPHS >= paragraphs


def _said(root: etree._Element, speech: str) -> Mapping[str, str]:
    """What the page says of itself in its metadata, as trafilatura and htmldate read it.

    Args:
        root: The page.
        speech: The words of a page that is no article, or "". The days that people speak of must
            not be taken for the day of the page: a date found anywhere counts only if they do not
            so much as name its year.
    """
    _quiet()
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  a fifth of a second to import

    found = extract_metadata(root, date_config={**_DATES, "extensive_search": True})
    fields = ("title", "sitename", "author", "date", "url")
    said = {field: value for field in fields if (value := one_line(getattr(found, field, None)))}
    found_on = said.get("date", "")
    if found_on.endswith(_ONLY_A_YEAR) or (found_on and found_on[:4] in speech):
        precise = extract_metadata(root, date_config={**_DATES, "extensive_search": False})
        said["date"] = one_line(precise.date) or ""
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or meta.get("property") or "").lower() in {
            "content-language",
            "og:locale",
        }:
            said.setdefault("lang", meta.get("content") or "")
    return said


def _quiet() -> None:
    """Libraries that report to nobody's logger would print on the user's terminal."""
    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(library)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
