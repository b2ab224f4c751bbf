"""Pages of typed lines, joined to one text: numbers in the margin gone, paragraphs whole across pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verbale.model.text import Span

__all__ = ["PAGE_BREAK", "Page", "PageLine", "boilerplate", "flowing", "joined", "without_line_numbers"]

PAGE_BREAK = "\f\n"

_MARGIN_NUMBER = re.compile(r"\s{0,6}(\d{1,4})(?:\s+|$)")
_FEWEST_NUMBERED = 5
# how much further to the right, or further down, the first line of a paragraph stands
_INDENT, _GAP = 6.0, 1.35
_ENDED = re.compile(r"[.?!:;…—–\"”’)\]]\d{0,2}\s*$")
_LABEL = re.compile(r"\s*(?:[QA]\d{0,3}[.:\s]|[^\W\d_][^:\n]{0,40}[:：]|[^a-zß-öø-ÿ\n]{4,40}[.:\s])")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page.

    `size` is its type's, `height` its place above the foot of the page and `left` its distance from the
    left edge, all in points; `angle` is what it is turned by, in radians; all 0 where unknown. `marks`
    are its raised small numbers; `boilerplate` says that it is no part of the text.
    """

    text: str
    size: float = 0.0
    height: float = 0.0
    left: float = 0.0
    angle: float = 0.0
    marks: tuple[tuple[int, int], ...] = ()
    boilerplate: bool = False


Page = Sequence[PageLine]


def joined(pages: Sequence[Page]) -> str:
    r"""The text of pages: lines on lines of their own, pages parted by a form feed.

    >>> joined([[PageLine("We have")], [PageLine("no plan.")]])
    'We have\x0c\nno plan.'
    """
    return PAGE_BREAK.join("\n".join(line.text for line in page) for page in pages)


def boilerplate(pages: Sequence[Page]) -> Iterator[Span]:
    r"""The places in the joined text of lines and marks that are no part of it.

    >>> pages = [[PageLine("We have"), PageLine("- 1 -", boilerplate=True)], [PageLine("no plan.")]]
    >>> [span.of(joined(pages)) for span in boilerplate(pages)]
    ['- 1 -']
    """
    offset = 0
    for page in pages:
        for line in page:
            if line.boilerplate:
                yield Span(offset, offset + len(line.text))
            else:
                yield from (Span(offset + start, offset + end) for start, end in line.marks)
            offset += len(line.text) + 1
        offset += len(PAGE_BREAK) - (1 if page else 0)


def flowing(pages: Sequence[Page]) -> list[Page]:
    """Pages on which a paragraph that runs over from the page before is not cut by feet and heads.

    What stands between its two parts without being part of the text comes after its end.

    >>> first = [PageLine("We have"), PageLine("- 1 -", boilerplate=True)]
    >>> second = [PageLine("Harbour Board", boilerplate=True), PageLine("no plan."), PageLine("MOOR: Why?")]
    >>> [[line.text for line in page] for page in flowing([first, second])]
    [['We have'], ['no plan.', '- 1 -', 'Harbour Board', 'MOOR: Why?']]
    """
    leading = _leading(pages)
    result: list[list[PageLine]] = []
    for page in map(list, pages):
        before = result[-1] if result else []
        foot = _last(before)
        head = next((n for n, line in enumerate(page) if line.text and not line.boilerplate), None)
        if foot is not None and head is not None and not _ENDED.search(before[foot].text):
            end = _paragraph_end(page, head, leading)
            if end is not None:
                cut = [line for line in (*before[foot + 1 :], *page[:head]) if line.text]
                del before[foot + 1 :]
                page[:end] = [*page[head:end], *cut]
        result.append(page)
    return list(result)


def _last(page: Page) -> int | None:
    """The last line of a page's own text."""
    return next((n for n in range(len(page) - 1, -1, -1) if page[n].text and not page[n].boilerplate), None)


def _leading(pages: Sequence[Page]) -> float:
    """How far lines mostly stand one under another."""
    gaps = Counter(
        round(above.height - below.height)
        for page in pages
        for above, below in pairwise(line for line in page if line.text and not line.boilerplate)
        if above.height - below.height > 1
    )
    return float(gaps.most_common(1)[0][0]) if gaps else 0.0


def _paragraph_end(page: Page, first: int, leading: float) -> int | None:
    """Where the paragraph ends that a page begins with; None where it begins a new one, or none begins."""
    margin = Counter(round(line.left) for line in page if line.text and not line.boilerplate).most_common(1)[
        0
    ][0]
    if _LABEL.match(page[first].text) or page[first].left > margin + _INDENT:
        return None
    above = page[first]
    for n in range(first + 1, len(page)):
        line = page[n]
        if not line.text:
            return n
        if line.boilerplate:
            continue
        dropped = leading and above.height - line.height > leading * _GAP
        if dropped or line.left > margin + _INDENT or _LABEL.match(line.text):
            return n
        above = line
    return None


def without_line_numbers(pages: Sequence[Page]) -> list[Page]:
    """Pages without the numbers that count their lines in the margin, as in records of hearings.

    >>> said = ["Q. Why?", "A. Why", "not?", "Q. So?", "A. So."]
    >>> page = [PageLine(f"{number} {words}") for number, words in enumerate(said, 1)]
    >>> [line.text for line in without_line_numbers([page])[0]]
    ['Q. Why?', 'A. Why', 'not?', 'Q. So?', 'A. So.']
    """
    numbered = [_numbered(page) for page in pages]
    written = sum(1 for page in pages if any(line.text for line in page))
    if sum(1 for lines in numbered if lines) * 2 <= written:
        return list(pages)
    return [_stripped(page, lines) for page, lines in zip(pages, numbered, strict=True)]


def _numbered(page: Page) -> dict[int, int]:
    """For the lines of a page that a number in the margin counts, where their words begin."""
    best: dict[int, int] = {}
    run: dict[int, int] = {}
    last = None
    for n, line in enumerate(page):
        found = _MARGIN_NUMBER.match(line.text)
        if found is None:
            continue
        number = int(found[1])
        if last is None or number != last + 1:
            run = {}
        run[n] = found.end()
        last = number
        if len(run) > len(best):
            best = dict(run)
    filled = sum(1 for line in page if line.text)
    return best if len(best) >= _FEWEST_NUMBERED and len(best) * 10 >= filled * 4 else {}


def _stripped(page: Page, numbered: dict[int, int]) -> Page:
    result = []
    for n, line in enumerate(page):
        if n not in numbered:
            result.append(line)
        elif len(line.text) > numbered[n]:
            cut = numbered[n]
            marks = tuple((start - cut, end - cut) for start, end in line.marks if start >= cut)
            result.append(replace(line, text=line.text[cut:], marks=marks))
    return result
