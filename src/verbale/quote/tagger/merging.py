"""What the marks show and what the tagger reads, as one list of quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote.attribution.sharing import is_parted
from verbale.quote.marks.stretches import Stretch
from verbale.quote.tagger.assembling import Tagged

__all__ = ["Merged", "merge"]

_MARK = re.compile(r"[\"“”„«»]")
_SENTENCE_ENDS = frozenset(".!?…:;,\"”»“„'’—–-)")
_EDGE = " \t\r\n\u00a0*_,;:—–-"
# A tagged content is the quoted stretch itself where it is hardly longer.
_SAME = 1.25
_COVERED = 0.7


@dataclass(frozen=True, slots=True)
class Merged:
    """A quotation on its way: its spans, where it came from, and the cue and mention that hold.

    `marks` is the index of the quotation by marks whose borders it has, `within` those of the ones
    that its content holds.
    """

    spans: tuple[Span, ...]
    kind: QuotationKind
    tagged: Tagged | None
    marks: int | None = None
    within: tuple[int, ...] = ()


def merge(
    text: str,
    by_marks: tuple[Quotation, ...],
    stretches: Iterable[Stretch],
    tagged: list[Tagged],
) -> list[Merged]:
    """Brings both together: borders by marks where there are some, contents without marks by the tagger.

    Args:
        text: The text.
        by_marks: The quotations that marks show.
        stretches: Everything between marks.
        tagged: What the tagger found, in the order of the text.

    Returns:
        The quotations in the order of the text.
    """
    outers = sorted((s.outer for s in stretches if s.depth == 0), key=lambda span: span.start)
    found: list[Merged] = []
    covered: set[int] = set()
    for one in tagged:
        spans = _contents(text, one, outers)
        if not spans:
            continue
        near = [n for n in _near(by_marks, spans) if n not in covered]
        held = tuple(n for n in near if _inside(by_marks[n].spans, spans))
        outermost = [n for n in held if by_marks[n].parent is None]
        if len(outermost) > 1:
            outermost = _of_one_speaker(text, by_marks, outermost, one)
        exact = tuple(span for n in outermost for span in by_marks[n].spans)
        strangers = [n for n in held if by_marks[n].parent is None and n not in outermost]
        if strangers:
            # a fragment that is a stranger's words; a clause that only holds some is nobody else's
            spans = tuple(s for s in spans if not any(_inside((s,), by_marks[n].spans) for n in strangers))
            if not spans:
                continue
            outermost += [n for n in strangers if _inside(by_marks[n].spans, spans)]
        whole = exact and all(by_marks[n].kind is QuotationKind.DIRECT for n in outermost)
        if whole and _size(spans) <= _SAME * _size(exact):
            covered.update(outermost)
            kind = by_marks[outermost[0]].kind
            found.append(Merged(tuple(sorted(exact)), kind, one, outermost[0], tuple(outermost[1:])))
            continue
        around = [n for n in near if n not in held and _inside(spans, by_marks[n].spans)]
        if around:
            # a piece of a longer quotation by marks: its cue and mention may still be the right ones
            covered.add(around[0])
            quotation = by_marks[around[0]]
            found.append(Merged(quotation.spans, quotation.kind, one, around[0]))
        elif not any(_inside(spans, by_marks[n].spans) for n in _near(by_marks, spans) if n in covered):
            covered.update(outermost)
            found.append(Merged(spans, _kind(text, spans, outers), one, None, tuple(outermost)))
    found += [
        Merged(quotation.spans, quotation.kind, None, number)
        for number, quotation in enumerate(by_marks)
        if number not in covered
    ]
    return sorted(found, key=lambda one: (one.spans[0].start, -one.spans[-1].end))


def _of_one_speaker(text: str, by_marks: tuple[Quotation, ...], held: list[int], one: Tagged) -> list[int]:
    """Those whose own cue or mention, where marks show one, is the tagger's; all if none is.

    Words that marks attribute to nobody go on with those before them only where nobody else comes between.
    """
    if one.mention is None:
        return held
    tagged = [Span(*pair) for pair in (one.mention, one.cue) if pair is not None]
    fitting: list[int] = []
    for number in held:
        quotation = by_marks[number]
        own = [span for span in (quotation.mention, quotation.cue) if span is not None]
        start = by_marks[fitting[-1]].spans[-1].end if fitting else None
        if own and not any(span.overlaps(other) for span in own for other in tagged):
            continue
        if own or start is None or not is_parted(text, start, quotation.spans[0].start):
            fitting.append(number)
    return fitting or held


def _near(by_marks: tuple[Quotation, ...], spans: tuple[Span, ...]) -> list[int]:
    starts = [quotation.spans[0].start for quotation in by_marks]
    first = bisect_left(starts, spans[0].start - 4000)
    last = bisect_right(starts, spans[-1].end)
    return [n for n in range(first, last) if by_marks[n].spans[-1].end > spans[0].start]


def _inside(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return _shared(spans, others) >= _COVERED * _size(spans)


def _size(spans: tuple[Span, ...]) -> int:
    return sum(len(span) for span in spans)


def _shared(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _contents(text: str, tagged: Tagged, outers: list[Span]) -> tuple[Span, ...]:
    """The contents without marks that stand around them, and with the partners of those within."""
    found: list[Span] = []
    for start, end in tagged.contents:
        first, last = _balanced(start, end, outers)
        span = _trimmed(text, _behind_heading(text, first, last), last, outers)
        if span is not None and not (found and span.start < found[-1].end):
            found.append(span)
    return tuple(found)


def _behind_heading(text: str, start: int, end: int) -> int:
    """Where a content begins that was drawn over a line that ends without a mark: a heading, a dateline."""
    place = text.rfind("\n", start, end)
    while place > start:
        before = text[start:place].rstrip()
        if before and before[-1] not in _SENTENCE_ENDS:
            return place + 1
        place = text.rfind("\n", start, place)
    return start


def _balanced(start: int, end: int, outers: list[Span]) -> tuple[int, int]:
    """Borders that cut no quoted stretch: taken in whole where more than half of it is inside, else left."""
    starts = [span.start for span in outers]
    for span in outers[max(0, bisect_right(starts, start) - 1) : bisect_right(starts, end)]:
        inner = min(end, span.end) - max(start, span.start)
        if inner <= 0:
            continue
        if span.start < start < span.end < end:
            start = span.start if inner * 2 > len(span) else span.end
        elif start < span.start < end < span.end:
            end = span.end if inner * 2 > len(span) else span.start
    return start, end


def _trimmed(text: str, start: int, end: int, outers: list[Span]) -> Span | None:
    starts = [span.start for span in outers]
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start >= end:
            return None
        number = bisect_right(starts, start) - 1
        outer = outers[number] if number >= 0 and outers[number].start == start else None
        if outer is not None and outer.end < end:
            break  # the mark closes before the content ends
        if _MARK.match(text[start]):
            start += 1
            continue
        break
    if end - start > 1 and _MARK.match(text[end - 1]):
        opening = next((span for span in outers if span.end == end), None)
        if opening is None or opening.start < start:
            end -= 1
    return Span(start, end) if end > start else None


def _kind(text: str, spans: tuple[Span, ...], outers: list[Span]) -> QuotationKind:
    within = [any(outer.start < s.start and s.end < outer.end for outer in outers) for s in spans]
    if all(within):
        return QuotationKind.DIRECT
    if any(within) or any(_MARK.search(text, span.start, span.end) for span in spans):
        return QuotationKind.MIXED
    return QuotationKind.INDIRECT
