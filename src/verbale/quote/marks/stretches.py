"""Quoted stretches of a whole text: what stands between marks, over paragraphs, one inside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from verbale.model.text import Span
from verbale.quote.marks.double_marks import Mark, Pairing, double_marks, pair
from verbale.quote.marks.paragraphs import Paragraphs
from verbale.quote.marks.single_marks import opens_single, single_pairs
from verbale.text.line_breaks import unbroken

__all__ = ["Stretch", "stretches"]

_LABEL = re.compile(r"[*_>\s]*(?:Q\b|[^\W\d_][\w.’' -]{0,40}:)")
_LEAD = re.compile(r"[\s>*_]*")
_FRONT_MATTER = re.compile(r"---[^\S\n]*\n.*?\n---[^\S\n]*\n", re.DOTALL)
_SPACE = " \t\r\n\u00a0\u2007\u2009\u202f\u200b\ufeff"
_ENDS = frozenset(".?!…:;,)]’'*_—–-\"”»")
# Longer than this in one paragraph, and a mark was forgotten.
_LONGEST = 8000
# Marks that surely open, and so may miss their partner; a straight one may be anything.
_MARK = frozenset('“”„«»"「」')
_OPENS_ONLY = frozenset("“„«「")
_SENTENCE_ENDS = frozenset(".?!…。")
# A quotation whose middle paragraphs carry no marks is believed over this many characters.
_BRIDGE = 4000
_PARTNERS = {"“": '”"', '"': '"”', "„": "“”", "«": "»", "»": "«", "”": "”", "「": "」", "『": "』"}
_AGAIN = {"“": "“", '"': '"', "„": "„“", "«": "«»", "»": "»", "”": "”", "「": "「", "『": "『", "‘": "‘"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between quote marks: its content without them, and the whole with them.

    `parent` is the index of the stretch around it, `depth` how many there are; `single` says that
    the marks are single ones, `block` that the format sets the words apart, with or without marks;
    `signature` then is where it says whose they are. `unclosed` says that no mark closes it.
    """

    spans: tuple[Span, ...]
    outer: Span
    depth: int = 0
    parent: int | None = None
    single: bool = False
    block: bool = False
    signature: Span | None = None
    unclosed: bool = False


@dataclass(slots=True)
class _Chain:
    """A quotation still open at the end of a paragraph."""

    shape: str
    outer: int
    spans: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0
    repeated: bool = False


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)
    singles: list[int] = field(default_factory=list)


# outer start and end, contents, whether the marks are single, whether the closing one is missing
_Raw = tuple[int, int, tuple[tuple[int, int], ...], bool, bool]


def _paragraphs(text: str, layout: Paragraphs, excluded: list[Span]) -> list[_Paragraph]:
    """The paragraphs that hold marks, in order."""
    found: dict[int, _Paragraph] = {}

    def within(place: int) -> _Paragraph:
        start, end = layout.at(place)
        return found.setdefault(start, _Paragraph(start, end))

    def outside(places: Iterable[int]) -> Iterator[bool]:
        number = 0
        for place in places:
            while number < len(excluded) and excluded[number].end <= place:
                number += 1
            yield number == len(excluded) or place < excluded[number].start

    marks = list(double_marks(text))
    for mark, keep in zip(marks, outside(mark.start for mark in marks), strict=True):
        if keep:
            within(mark.start).marks.append(mark)
    singles = opens_single(text)
    for place, keep in zip(singles, outside(singles), strict=True):
        if keep:
            within(place).singles.append(place)
    return [found[start] for start in sorted(found)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return start, end


class _Builder:
    def __init__(self, text: str, layout: Paragraphs) -> None:
        self.text = text
        self.layout = layout
        self.raw: list[_Raw] = []
        self.chain: _Chain | None = None

    def _add(
        self, start: int, end: int, parts: Iterable[tuple[int, int]], *, single: bool, unclosed: bool = False
    ) -> None:
        contents = tuple(
            part
            for part in (_trimmed(self.text, *part) for part in parts)
            if part[1] > part[0] and any(c.isalnum() for c in self.text[part[0] : part[1]])
        )
        if contents and all(b - a <= _LONGEST for a, b in contents):
            self.raw.append((start, end, contents, single, unclosed))

    def _continues(self, paragraph: _Paragraph, pairs: Sequence[tuple[Mark, Mark]]) -> bool:
        """Whether the paragraph repeats the opening mark of the quotation left open before it."""
        chain, text = self.chain, self.text
        if chain is None or not paragraph.marks:
            return False
        first = paragraph.marks[0]
        lead = _LEAD.match(text, paragraph.start)
        # behind a piece in the midst of a sentence, words with an attribution of their own are others
        closing = next((b.end for a, b in pairs if a is first), paragraph.end)
        attributed = text[closing : paragraph.end].strip(_SPACE + ".,")
        piece = attributed and text[chain.outer + 1 : chain.outer + 2].islower() and not chain.repeated
        return (
            not piece
            and first.shape in _AGAIN.get(chain.shape, "")
            and lead is not None
            and lead.end() >= first.start
            and not text[chain.end : paragraph.start].strip(_SPACE + ">*_")
            and not self.layout.border_between(chain.end - 1, paragraph.start)
        )

    def _bridged(self, paragraph: _Paragraph, pairing: Pairing) -> Mark | None:
        """The mark that closes an open quotation whose middle paragraphs repeat no mark."""
        chain = self.chain
        if chain is None or chain.repeated or not pairing.unopened:
            return None
        mark = pairing.unopened[0]
        if mark is not paragraph.marks[0] or mark.shape not in _PARTNERS.get(chain.shape, ""):
            return None
        if mark.start - chain.outer > _BRIDGE or self.layout.border_between(chain.end - 1, mark.start):
            return None
        between = self.text[chain.end : mark.start].split("\n")
        return None if len(between) > 60 or any(map(_LABEL.match, between)) else mark

    def _leave_open(self, paragraph: _Paragraph, unclosed: list[Mark]) -> None:
        last = self.text[paragraph.start : paragraph.end].rstrip(_SPACE)[-1:]
        for mark in reversed(unclosed):
            if mark.shape in _AGAIN and (last in _ENDS or mark.opens):
                self.chain = _Chain(mark.shape, mark.start, [(mark.end, paragraph.end)], paragraph.end)
                return
        self.chain = None

    def doubles(self, paragraph: _Paragraph) -> None:
        """Pairs the double marks of the next paragraph that has any."""
        if not paragraph.marks:
            return
        pairing = pair(self.text, paragraph.marks)
        pairs, unclosed = pairing.pairs, pairing.unclosed
        chain = self.chain
        if chain is not None and self._continues(paragraph, pairs):
            first = paragraph.marks[0]
            closing = next((b for a, b in pairs if a is first), None)
            if closing is not None:
                self._add(chain.outer, closing.end, [*chain.spans, (first.end, closing.start)], single=False)
                pairs = [p for p in pairs if p[0] is not first]
                self._leave_open(paragraph, unclosed)
            elif first in unclosed:
                chain.spans.append((first.end, paragraph.end))
                chain.end, chain.repeated = paragraph.end, True
            else:
                self._leave_open(paragraph, unclosed)
        else:
            mark = self._bridged(paragraph, pairing) if chain is not None else None
            if chain is not None and mark is None:
                self.end_open()
            if chain is not None and mark is not None:
                parts = list(chain.spans)
                lines = re.finditer(r"[^\n]+", self.text[chain.end : mark.start])
                parts += [(chain.end + line.start(), chain.end + line.end()) for line in lines]
                self._add(chain.outer, mark.end, parts, single=False)
            self._leave_open(paragraph, unclosed)
        for opening, closing in pairs:
            self._add(opening.start, closing.end, [(opening.end, closing.start)], single=False)

    def end_open(self) -> None:
        """A quotation that nothing closes ends with its paragraph, where that ends a sentence."""
        chain, self.chain = self.chain, None
        if chain is None or chain.shape not in _OPENS_ONLY:
            return
        end = chain.outer + len(self.text[chain.outer : chain.end].rstrip(_SPACE))
        words = self.text[chain.outer : end]
        alone = _MARK.isdisjoint(words[1:]) and words.count("(") >= words.count(")")
        if alone and words[-1] in _SENTENCE_ENDS:
            self._add(chain.outer, end, chain.spans, single=False, unclosed=True)

    def singles(self, paragraph: _Paragraph, inside: list[Span]) -> None:
        """Pairs the single marks of a paragraph, given the contents in double marks there."""
        found = single_pairs(self.text, paragraph.end, paragraph.singles, inside)
        for start, end in found:
            closed = self.text[end : end + 1] in {"'", "’", "‘"}
            self._add(start, end + closed, [(start + 1, end)], single=True)


def _nested(raw: list[_Raw]) -> tuple[Stretch, ...]:
    """Stretches in the order of the text, each with the one around it; crossing ones are dropped."""
    found: list[Stretch] = []
    around: list[int] = []
    for start, end, parts, single, unclosed in sorted(set(raw), key=lambda r: (r[0], -r[1])):
        while around and found[around[-1]].outer.end <= start:
            around.pop()
        if around and end > found[around[-1]].outer.end:
            continue
        parent = around[-1] if around else None
        spans = tuple(Span(a, b) for a, b in parts)
        found.append(Stretch(spans, Span(start, end), len(around), parent, single, unclosed=unclosed))
        around.append(len(found) - 1)
    return tuple(found)


def stretches(
    text: str, layout: Paragraphs | None = None, excluded: Iterable[Span] = ()
) -> tuple[Stretch, ...]:
    """Finds everything that stands between quote marks.

    Args:
        text: Any text; linear in its length.
        layout: Its paragraphs, with the turns' borders, where they are known.
        excluded: Spans in which marks are not looked at (front matter, credits), in order.

    Returns:
        The stretches by their place, outer ones before inner ones.

    >>> text = "“We stay,” she said. “It is ‘final.’”"
    >>> [s.spans[0].of(text) for s in stretches(text)]
    ['We stay,', 'It is ‘final.’', 'final.']
    """
    text = unbroken(text) if layout is None else text
    places = layout or Paragraphs(text)
    skipped = sorted(excluded)
    if match := _FRONT_MATTER.match(text):
        skipped = [Span(0, match.end()), *(span for span in skipped if span.start >= match.end())]
    builder = _Builder(text, places)
    paragraphs = _paragraphs(text, places, skipped)
    for paragraph in paragraphs:
        builder.doubles(paragraph)
    builder.end_open()
    doubles = sorted({Span(*part) for raw in builder.raw for part in raw[2]})
    number = 0
    for paragraph in paragraphs:
        while number < len(doubles) and doubles[number].end <= paragraph.start:
            number += 1
        if not paragraph.singles:
            continue
        last = number
        while last < len(doubles) and doubles[last].start < paragraph.end:
            last += 1
        builder.singles(paragraph, doubles[number:last])
    return _nested(builder.raw)
