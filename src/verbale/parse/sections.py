"""The sections of a digest: headings, and what stands under each.

A heading is a short line that does not end like a sentence and has a paragraph under it. Titles,
standfirsts and captions come before the first paragraph and are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model.document import Reading, Section
from verbale.model.text import Span
from verbale.parse.boilerplate import lines_that_count
from verbale.parse.lines import Line, lines_of
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["sections_of"]

_LONGEST = 110
_MOST_WORDS = 16
# what ends a sentence, with the marks that may close behind it
_ENDS = pattern(r"[.!…;,:。！？][\"'”’»)\]]*$|\?[\"”»]$")
_SENTENCE_INSIDE = pattern(r"[.!?]\s+[^\W\d_a-z]\w+\s")
_BULLET = pattern(r"^(?:[-–—•·▪◦‣*+]\s|\(?[a-z]\)\s)")
_NUMBER = pattern(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_TOPIC = pattern(rf"(?i:{remark(listed_words('topics'))})\s+\S")
_QUOTES = tuple('"“„«')
_CUE = pattern(r"\b(?:said|says|told|noted|added|stressed|stated|according to)\b", re.IGNORECASE)
_LABEL = pattern(r"^[^\s:]+(?:\s[^\s:]+){0,4}:\s")
_NAMES_AND_OFFICES = pattern(r"^(?:[^\W\d_a-z][\w.’'-]*(?:\s+|$))+$")


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph: one line, or several that are wrapped."""

    span: Span
    words: str
    lines: int
    marked: bool = False


def sections_of(
    reading: Reading, boilerplate: tuple[Span, ...], title: str | None, start: int = 0
) -> tuple[Section, ...]:
    r"""Find the headings of a digest and what stands under them.

    Args:
        reading: What a reader made of a file; where its format marks headings below the title, they count.
        boilerplate: What is marked as not belonging to the text.
        title: The document's title, which is no section.
        start: Where the text begins, behind front matter.

    Returns:
        Sections in order; a section's span ends where the next heading begins.

    >>> text = "Key points\n\nHe said so.\n\nOn trade\n\n“Open.”\n\nOn fish\n\n“Caught.”"
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    >>> [section.heading.of(text) for section in sections_of(reading, (), "Key points")]
    ['On trade', 'On fish']
    """
    text = reading.text
    lines = lines_that_count(lines_of(text, start), boilerplate)
    marked = {span.start: span for span in (*reading.headings, *reading.emphasis)}
    blocks = _blocks(lines, text, marked)
    given = [block for block in blocks if block.marked and not _same(block.words, title)]
    # a format that marks two headings marks all of them
    headings = given if len(given) >= 2 else _by_shape(blocks, title)
    headings = [block for block in headings if not _END_MATTER.match(block.words)]
    found = []
    end_of_text = blocks[-1].span.end if blocks else 0
    for place, block in enumerate(headings):
        until = headings[place + 1].span.start if place + 1 < len(headings) else end_of_text
        first, last = _trimmed(text, block.span.end, until)
        if first < last:
            found.append(Section(heading=block.span, span=Span(first, last)))
    return tuple(found)


_END_MATTER = pattern(
    r"(?i)^(?:related|see also|comments?|tags?|share|about the author|background|notes?)\W*$"
)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip(" \t\r\n\u00a0*_#:")), end - (len(part) - len(part.rstrip()))


def _same(words: str, title: str | None) -> bool:
    return title is not None and words.split() == title.split()


def _blocks(lines: Sequence[Line], text: str, marked: dict[int, Span]) -> list[_Block]:
    blocks: list[_Block] = []
    group: list[Line] = []
    for line in lines:
        if group and text.count("\n", group[-1].span.end, line.span.start) > 1:
            blocks += _of_group(group, marked)
            group = []
        group.append(line)
    return blocks + _of_group(group, marked)


def _of_group(group: Sequence[Line], marked: dict[int, Span]) -> list[_Block]:
    if not group:
        return []
    inner = group[:-1]
    # wrapped lines stop at a width and in the midst of a sentence
    wrapped = (
        inner
        and max(len(line.words) for line in group) <= 110
        and min(len(line.words) for line in inner) >= 40
        and sum(bool(_ENDS.search(line.words)) for line in inner) * 2 < len(inner) + 1
    )
    if wrapped:
        span = Span(group[0].span.start, group[-1].span.end)
        return [_Block(span, " ".join(line.words for line in group), len(group))]
    return [_Block(line.span, line.words, 1, _is_marked(line, marked)) for line in group]


def _is_marked(line: Line, marked: dict[int, Span]) -> bool:
    """Whether the whole line is a heading or bold, and short enough to be one."""
    if len(line.words) > 2 * _LONGEST:
        return False
    for start in range(line.span.start, min(line.span.start + 6, line.span.end)):
        span = marked.get(start)
        if span is not None:
            return span.end >= line.span.end - 5 or len(span) >= len(line.words) - 2
    return False


def _by_shape(blocks: Sequence[_Block], title: str | None) -> list[_Block]:
    found: list[_Block] = []
    in_body = False
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if _is_heading(block, following, title) and (
            in_body
            or _TOPIC.match(block.words)
            or (place > 0 and len(block.words.split()) <= 6 and not _caption(block))
        ):
            found.append(block)
        elif _is_paragraph(block):
            in_body = True
    return found


def _caption(block: _Block) -> bool:
    """Whether a line is but names and offices: a picture's caption, a byline."""
    return _NAMES_AND_OFFICES.match(block.words) is not None


def _is_paragraph(block: _Block) -> bool:
    return bool(_ENDS.search(block.words)) or len(block.words) > 2 * _LONGEST


def _is_heading(block: _Block, following: _Block | None, title: str | None) -> bool:
    words = _NUMBER.sub("", block.words)
    if following is None or block.lines > 1 or _same(block.words, title) or not words:
        return False
    if not _is_paragraph(following) and not (following.words.startswith(_QUOTES) or following.lines > 1):
        return False
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or _BULLET.match(words):
        return False
    first = next((char for char in words if char.isalnum()), "")
    if not first or first.islower():
        return False
    if words.endswith(":") and _TOPIC.match(words):
        return True
    if _ENDS.search(words) or _SENTENCE_INSIDE.search(words) or _LABEL.match(words):
        return False
    # a paragraph that is but a quotation is no heading, a scare quote in a heading is one
    return not (words.startswith(_QUOTES) and words[-1:] in '"”»“') and not _CUE.search(words)
