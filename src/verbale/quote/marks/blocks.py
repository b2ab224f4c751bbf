"""Quotations that a format sets apart: their words without the marks of the format, and who signs them.

A block quotation may have quote marks of its own, and then says no more than they do; it may show a piece
of another text, with quotations and who said them; else all of it is quoted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from verbale.model.document import BlockQuote
from verbale.model.text import Span
from verbale.quote.marks.stretches import Stretch
from verbale.text.patterns import pattern

__all__ = ["with_blocks"]

_LINE = pattern(r"[^\n]+")
_LEAD = pattern(r"(?:[^\S\n]*>)*[^\S\n]*")
_LONGEST = 1500
_EMPHASIS = "*_ "
_BEFORE_NAME = " \t\n\u00a0—–―-~*_(["
# "— Jon Falk, commissioner" on a line of its own, or behind the last sentence
_SIGNED = pattern(
    r"(?:\A|(?<=\n)|(?<=[.!?…”\"»’]))[\s>]*[*_]*(?P<dash>[—–―]|--|-(?=[^\S\n])|~)[^\S\n]*[*_]*"
    r"(?P<who>[^\W\d_a-z][^\n:]{1,120}|(?:[a-z]+[^\S\n]){1,3}[^\W\d_a-z][^\n:]{1,100})\Z"
)
_BEHIND = pattern(
    r"(?:[^\S\n]*\n){1,2}[^\S\n]*(?=[*_]*(?:[—–―]|--)[^\S\n]*[*_]*[^\W\d_a-z])[^\n]{2,120}(?=\n|\Z)"
)
_ASIDE = pattern(r"\[![A-Z]+\]")
_WORD = pattern(r"\w+")


def with_blocks(
    text: str, found: Sequence[Stretch], quotes: Iterable[BlockQuote], excluded: Sequence[Span] = ()
) -> Sequence[Stretch]:
    r"""The stretches of a text with what its format sets apart, in the order of the text.

    Args:
        text: The text.
        found: What stands between quote marks, in the order of the text.
        quotes: What the format sets apart, in order.
        excluded: Spans that are not looked at, in order.

    >>> text = "> We stay.\n> — Ana Ruiz\n"
    >>> block, = with_blocks(text, (), [BlockQuote(span=Span(0, len(text)))])
    >>> [span.of(text) for span in block.spans], block.signature.of(text)
    (['We stay.'], 'Ana Ruiz')
    """
    outers = [each.outer for each in found]
    starts = [outer.start for outer in outers]
    signed: dict[int, Span | None] = {}
    fresh: list[Stretch] = []
    for quote in quotes:
        place = bisect_left(excluded, quote.span.end, key=lambda span: span.start)
        if place and excluded[place - 1].end > quote.span.start:
            continue
        words, signature = _parted(text, quote)
        spans = tuple(_lines(text, words))
        if not spans or _ASIDE.match(text, spans[0].start):
            continue
        outer = Span(spans[0].start, spans[-1].end)
        if len(outer) > _LONGEST and 2 * len(outer) > len(text):
            continue  # a text that is set in from the margin as a whole
        first, last = bisect_left(starts, outer.start), bisect_left(starts, outer.end)
        inside = range(first, last)
        if (first and outers[first - 1].end > outer.start) or any(outers[n].end > outer.end for n in inside):
            continue  # it stands in a quotation, or one runs over its end
        top = [number for number in inside if found[number].parent not in inside]
        if _is_marked(text, spans, [outers[number] for number in top]):
            signed |= dict.fromkeys(top, signature)
        elif not _holds_others(text, outer, [outers[number] for number in top]):
            fresh.append(Stretch(spans, outer, block=True, signature=signature))
    marked = [
        replace(each, block=True, signature=signed[n]) if n in signed else each
        for n, each in enumerate(found)
    ]
    return _nested(marked, fresh)


def _parted(text: str, quote: BlockQuote) -> tuple[Span, Span | None]:
    """The words of a block, and the name with which it is signed."""
    span = quote.span
    if quote.signature is not None:
        named = quote.signature.of(text)
        who = Span(quote.signature.start + len(named) - len(named.lstrip(_BEFORE_NAME)), quote.signature.end)
        return Span(span.start, max(span.start, min(span.end, quote.signature.start))), who
    begin = max(span.start, text.rfind("\n", span.start, span.start + len(span.of(text).rstrip(" \n>"))))
    for start in (begin, max(span.start, span.end - 140)):
        if (found := _SIGNED.search(span.of(text).rstrip(" \n>*_"), start - span.start)) is not None:
            return Span(span.start, span.start + found.start("dash")), _moved(found.span("who"), span.start)
    behind = _BEHIND.match(text, span.end)
    if behind is not None and (found := _SIGNED.search(behind[0].strip())) is not None:
        lead = len(behind[0]) - len(behind[0].lstrip())
        return span, _moved(found.span("who"), behind.start() + lead)
    return span, None


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _lines(text: str, words: Span) -> Iterator[Span]:
    """The words of a block, line by line, without the marks of the format."""
    for line in _LINE.finditer(text, words.start, words.end):
        lead = _LEAD.match(text, line.start(), line.end())
        start = lead.end() if lead is not None else line.start()
        bare = text[start : line.end()].strip(_EMPHASIS + "—–― \t\r\u00a0")
        if any(map(str.isalnum, bare)):
            first = text.index(bare, start)
            yield Span(first, first + len(bare))


def _is_marked(text: str, spans: Sequence[Span], outers: Sequence[Span]) -> bool:
    """Whether quote marks hold all the words of a block."""
    outside = sum(len(_WORD.findall(piece.of(text))) for span in spans for piece in _without(span, outers))
    return bool(outers) and outside == 0


def _holds_others(text: str, outer: Span, marked: Sequence[Span]) -> bool:
    """Whether a block shows a text that quotes others: half of its words or more stand in marks."""
    return sum(len(_WORD.findall(each.of(text))) for each in marked) * 2 >= len(_WORD.findall(outer.of(text)))


def _without(span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for hole in holes[bisect_right(holes, span.start, key=lambda each: each.end) :]:
        if hole.start >= span.end:
            break
        if hole.start > start:
            yield Span(start, hole.start)
        start = max(start, hole.end)
    if start < span.end:
        yield Span(start, span.end)


def _nested(marked: Sequence[Stretch], blocks: Sequence[Stretch]) -> Sequence[Stretch]:
    """Both in the order of the text; what stands in marks inside a block is a quotation in it."""
    if not blocks:
        return marked
    both = sorted(
        [*enumerate(marked), *((-1, each) for each in blocks)],
        key=lambda pair: (pair[1].outer.start, -pair[1].outer.end, pair[0]),
    )
    places = {old: new for new, (old, _) in enumerate(both) if old >= 0}
    made: list[Stretch] = []
    block: int | None = None
    for new, (old, each) in enumerate(both):
        if old < 0:
            block = new
        elif block is not None and both[block][1].outer.end <= each.outer.start:
            block = None
        inside = block is not None and old >= 0
        parent = places[each.parent] if each.parent is not None else block if inside else None
        made.append(
            replace(each, parent=parent, depth=each.depth + inside)
            if inside or each.parent is not None
            else each
        )
    return made
