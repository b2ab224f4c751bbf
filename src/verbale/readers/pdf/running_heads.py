"""What stands on a page and is no part of its text: running heads, page numbers, watermarks, footnotes.

All by what a page looks like and what its neighbours have in the same place; nothing is known of any
publisher.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.readers.pdf.typed_pages import Page, PageLine
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["marked"]

_NUMBER = re.compile(r"\d+")
_ORNAMENT = r"[\s–—\-|/()\[\]]*"
_BARE_NUMBER = re.compile(rf"{_ORNAMENT}(\d{{1,5}}){_ORNAMENT}")
_OF = rf"(?:/|{remark(listed_words('of_pages'))})"
_PAGE_NUMBER = pattern(
    rf"{_ORNAMENT}(?:(?:{remark(listed_words('pages'))})\s*\d+(?:\s*{_OF}\s*\d+)?"
    rf"|\d+\s*{_OF}\s*\d+|(?-i:x{{0,3}}(?:ix|iv|v?i{{1,3}}|v|x))){_ORNAMENT}",
    re.IGNORECASE,
)
_EDGE, _HEAD = 3, 12
_NOTE = re.compile(r"\s*(?:\d{1,3}|[*†‡§]{1,3})(?:[\s.)]|$|(?=[^\W\d_]))")
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.?!…]?[\"”’)\]]*[.?!…][\"”’)\]]*\d{0,2}\s*$")
# a label alone, a question, a sentence after a label: they may come again at the top of many pages
_SPOKEN = re.compile(r"[:：?!]\s*$|^[^:]{1,40}: .*[^\W\d_]{2}\.\s*$")
_MARK = re.compile(r"\s*\d{1,2}\s*")
_RAISED, _SMALLER, _LARGER = 0.8, 0.9, 1.6
_TILT = (0.15, 1.42)
"""Between level and upright, in radians: a watermark lies aslant, a scan a little."""


def marked(pages: Sequence[Page]) -> list[Page]:
    """Pages with the lines marked that stand on them without being part of the text.

    A line near the top or bottom of a page is a running head if the same line, numbers aside, stands
    there on many pages, or on three in a row, and nowhere else; a page number if it is nothing else
    and keeps step with the pages. Slanting lines are watermarks, as are large ones that most pages
    have; small type at the foot that begins with a mark is a footnote.

    >>> said = ["No.", "Yes.", "Ah."]
    >>> pages = [[PageLine(f"Harbour Board {n}"), PageLine(words)] for n, words in enumerate(said)]
    >>> [[line.text for line in page if line.boilerplate] for page in marked(pages)]
    [['Harbour Board 0'], ['Harbour Board 1'], ['Harbour Board 2']]
    """
    body = _body_size(pages)
    found = [_slanting(page) for page in pages]
    _mark_large(pages, found, body)
    # a head of more lines shows its inner ones only when the outer ones are gone
    for _ in range(2):
        _mark_running(pages, found)
    for page, gone in zip(pages, found, strict=True):
        gone.update(_footnotes(page, gone, body))
        gone.update(n for n, line in enumerate(page) if _is_mark(line, body))
    return [
        [replace(line, boilerplate=True) if n in gone else line for n, line in enumerate(page)]
        for page, gone in zip(pages, found, strict=True)
    ]


def _body_size(pages: Sequence[Page]) -> float:
    """The size of type that most of the text is set in."""
    counts: Counter[float] = Counter()
    for page in pages:
        for line in page:
            counts[round(line.size, 1)] += len(line.text)
    return counts.most_common(1)[0][0] if counts else 0.0


def _is_mark(line: PageLine, body: float) -> bool:
    """Whether a line is nothing but a footnote's mark, set on a line of its own by its height."""
    return line.size < body * _RAISED and _MARK.fullmatch(line.text) is not None


def _slanting(page: Page) -> set[int]:
    return {n for n, line in enumerate(page) if _TILT[0] < line.angle % 1.5708 < _TILT[1]}


def _mark_large(pages: Sequence[Page], marked: Sequence[set[int]], body: float) -> None:
    """Marks lines in large type that most pages have: upright watermarks and stamps."""
    large = [
        [(n, _shape(line.text)) for n, line in enumerate(page) if line.text and line.size > body * _LARGER]
        for page in pages
    ]
    counts = Counter(shape for page in large for shape in {shape for _, shape in page})
    often = max(3, _written(pages) * 0.5)
    for page, gone in zip(large, marked, strict=True):
        gone.update(n for n, shape in page if counts[shape] >= often)


def _written(pages: Sequence[Page]) -> int:
    return sum(1 for page in pages if any(line.text for line in page))


def _mark_running(pages: Sequence[Page], marked: Sequence[set[int]]) -> None:
    """Marks running heads and page numbers that stand at the edges of what is left."""
    left = [[n for n, line in enumerate(page) if line.text and n not in gone]
            for page, gone in zip(pages, marked, strict=True)]  # fmt: skip
    edges = [_edge(page, lines) for page, lines in zip(pages, left, strict=True)]
    inside = {
        _shape(page[n].text)
        for page, lines, edge in zip(pages, left, edges, strict=True)
        for n in lines
        if n not in edge
    }
    places: dict[str, list[int]] = {}
    steps: Counter[int] = Counter()
    for index, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        for shape in {_shape(page[n].text) for n in edge} - inside:
            places.setdefault(shape, []).append(index)
        steps.update({step for n in edge if (step := _step(page[n].text, index)) is not None})
    written = _written(pages)
    for index, (page, edge, gone) in enumerate(zip(pages, edges, marked, strict=True)):
        for n in edge:
            text = page[n].text
            step = _step(text, index)
            if step is not None:
                # "2024" may end a sentence; a page number keeps step with the pages
                running = steps[step] >= max(2, written * 0.4)
            elif _SPOKEN.search(text):
                running = False
            else:
                running = (
                    _returns(places.get(_shape(text), ()), text, index, written)
                    or (written > 1 and _is_page_number(text))
                    or (written == 2 and _shape(text) not in inside and _counts_on(pages, edges, index, text))
                )
            if running:
                gone.add(n)


def _edge(page: Page, lines: Sequence[int]) -> Collection[int]:
    """The lines at the top and bottom of a page, by their place on it and in the file's order."""
    edge = {*lines[:_EDGE], *lines[-_EDGE:]}
    if lines and page[lines[0]].height:
        falling = sorted(lines, key=lambda n: -page[n].height)
        edge |= {*falling[:_EDGE], *falling[-_EDGE:]}
    return edge


def _returns(places: Sequence[int], text: str, index: int, written: int) -> bool:
    """Whether a line comes again at the edge of many pages, or of this and its neighbours."""
    if len(places) >= max(3, written * 0.4):
        return True
    if len(places) < 3 or len(text) < _HEAD or _SENTENCE_END.search(text):
        return False
    # heads change from section to section, and left pages have others than right ones
    near = [place for place in places if abs(place - index) <= 4]
    return len(near) >= 3 and all(right - left <= 2 for left, right in pairwise(near))


def _counts_on(pages: Sequence[Page], edges: Sequence[Collection[int]], index: int, text: str) -> bool:
    """Whether the next page, or the one before, has the same line with one of its numbers counted on."""
    numbers = [int(number) for number in _NUMBER.findall(text) if len(number) < 6]
    if not numbers or len(text) < _HEAD or _SENTENCE_END.search(text):
        return False
    for step in (-1, 1):
        if not 0 <= index + step < len(pages):
            continue
        for n in edges[index + step]:
            other = pages[index + step][n].text
            if _shape(other) != _shape(text):
                continue
            counted = [int(number) - step for number in _NUMBER.findall(other) if len(number) < 6]
            if any(a == b for a, b in zip(numbers, counted, strict=False)):
                return True
    return False


def _step(text: str, index: int) -> int | None:
    """How far the number that stands alone on a line is from the page's own, None without one."""
    found = _BARE_NUMBER.fullmatch(text) if len(text) <= 20 else None
    return int(found[1]) - index if found else None


def _is_page_number(text: str) -> bool:
    return len(text) <= 40 and _PAGE_NUMBER.fullmatch(text) is not None


def _shape(text: str) -> str:
    """A line without its numbers and spaces: by kerning, one page's head has a space and another's none."""
    return _NUMBER.sub("#", "".join(text.split())).casefold()


def _footnotes(page: Page, gone: Collection[int], body: float) -> set[int]:
    """The lines at the foot of a page in small type, from the first that begins with a note's mark."""
    left = [n for n, line in enumerate(page) if line.text and n not in gone]
    small: list[int] = []
    for n in reversed(left):
        if not 0 < page[n].size < body * _SMALLER:
            break
        small.insert(0, n)
    if len(small) == len(left):
        return set()
    for place, n in enumerate(small):
        if _NOTE.match(page[n].text):
            return set(small[place:])
    return set()
