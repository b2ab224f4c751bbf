"""The days that a page prints on the short lines around its headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from verbale.readers.flow import Flow
from verbale.readers.html.layout import is_silent, set_tree
from verbale.text.dates import dates_in
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["Printed", "is_of_readers", "printed_beside"]

_PUBLISHED = pattern(rf"{remark(listed_words('page_published'))}|\bdat(?:e|um|a)\b\s*:?\s*$", re.IGNORECASE)
_CHANGED = pattern(remark(listed_words("page_changed")), re.IGNORECASE)
# days of people, not of texts
_OTHER = pattern(remark(listed_words("page_others")), re.IGNORECASE)
_OF_READERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|repl(?:y|ies)|disqus)(?:$|[\s_-])", re.IGNORECASE
)
_NOT_WORD = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER, _LINE, _OTHER_WORDS = 4, 12, 140, 10
_ENOUGH = 3000
_NEAR = 40
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Printed:
    """A day on a line beside the headline; `changed` where the line says that it is a change's."""

    on: date
    changed: bool


def printed_beside(root: etree._Element, title: str | None, language: str | None) -> tuple[Printed, ...]:
    """Find the days around a page's headline: those that say "published" or stand alone come first.

    Args:
        root: The page.
        title: Its title, by which the headline is known among others.
        language: A tag as "en-US", for names of months and the order of numbers.

    >>> from verbale.readers.tree import html_tree
    >>> page = html_tree("<h1>A dam</h1><p>Updated: 5 May 2025</p><p>Published: 4 May 2025</p>", "a.html")
    >>> [(str(one.on), one.changed) for one in printed_beside(page, "A dam", "en")]
    [('2025-05-04', False), ('2025-05-05', True)]
    """
    headline = _headline(root, title)
    if headline is None:
        return ()
    lines = [*_lines_before(headline), "", *_lines_after(headline)]
    return tuple(one for _, one in sorted(_days_of(lines, language), key=lambda row: row[0]))


def _headline(root: etree._Element, title: str | None) -> etree._Element | None:
    wanted = _squeezed(title or "")
    headings = [heading for heading in root.iter("h1", "h2", "h3") if heading.tag == "h1" or wanted]
    for heading in headings[:200]:
        words = _squeezed("".join(str(part) for part in heading.itertext()))
        if (
            wanted
            and words
            and (words == wanted or (len(words) > 12 and (words in wanted or wanted in words)))
        ):
            return heading
    return next((heading for heading in headings if heading.tag == "h1"), None)


def _squeezed(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _lines_after(headline: etree._Element) -> list[str]:
    flow = Flow()
    for node in (headline, *headline.iterancestors()):
        if node.tag == "body":
            break
        if node.tail:
            flow.words(node.tail)
        for sibling in node.itersiblings():
            if not _is_left_out(sibling):
                flow.paragraph()
                set_tree(sibling, flow, _is_left_out)
                flow.paragraph()
            if sibling.tail:
                flow.words(sibling.tail)
            if flow.length > _ENOUGH:
                break
        flow.paragraph()
        if flow.length > _ENOUGH:
            break
    return [line for line in flow.text[:_ENOUGH].splitlines() if line][:_AFTER]


def _is_left_out(element: etree._Element) -> bool:
    """Whether an element holds no words, or those of readers, whose days are their own."""
    return is_silent(element) or is_of_readers(element)


def is_of_readers(element: etree._Element) -> bool:
    """Whether an element holds what readers wrote below a text.

    >>> is_of_readers(etree.fromstring("<li class='comment'/>")), is_of_readers(etree.fromstring("<p/>"))
    (True, False)
    """
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    return _OF_READERS.search(named) is not None


def _lines_before(headline: etree._Element) -> list[str]:
    lines: list[str] = []
    for node in (headline, *headline.iterancestors()):
        if node.tag == "body" or len(lines) >= _BEFORE:
            break
        for sibling in node.itersiblings(preceding=True):
            flow = Flow()
            if not is_silent(sibling):
                set_tree(sibling, flow, is_silent)
            if sibling.tail:
                flow.words(sibling.tail)
            lines = [*[line for line in flow.text[-_ENOUGH:].splitlines() if line][-_BEFORE:], *lines]
            if len(lines) >= _BEFORE:
                break
    return lines[-_BEFORE:]


def _days_of(lines: Sequence[str], language: str | None) -> Iterator[tuple[int, Printed]]:
    before = ""
    body = 0
    for line in lines:
        # behind the text come other texts' days: of comments, of what else there is to read
        body = body or 3 * (len(line) > _LINE)
        if line and len(line) <= _LINE and _DIGIT.search(line):
            for one in dates_in(line, language=language):
                if one.on is None or one.on.year < _FIRST_YEAR:
                    continue
                near = (line[: one.span.start] or before)[-_NEAR:]
                says, changed = _PUBLISHED.search(near) is not None, _CHANGED.search(near) is not None
                others = len(_LETTERS.findall(line[: one.span.start] + line[one.span.end :]))
                if _OTHER.search(near):
                    continue
                if says or changed or others <= _OTHER_WORDS:
                    yield (0 if says or others <= 1 else 1) + 2 * changed + body, Printed(one.on, changed)
        before = line
