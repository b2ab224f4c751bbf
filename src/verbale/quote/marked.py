"""Everything between quote marks with its use, and the quotations among it with their speakers."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from verbale.model.document import Document, Kind
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote import attribution
from verbale.quote.attribution import Attribution, How, attribute, last_end
from verbale.quote.cues import CUE, Manner
from verbale.quote.paragraphs import Paragraphs
from verbale.quote.people import People
from verbale.quote.resolve import Resolver, Voice
from verbale.quote.stretches import Stretch, stretches
from verbale.quote.uses import Use, is_sentence, stands_alone, use_of

__all__ = ["Marked", "marked", "quotations"]

_BLANK = " \t\r\n\u00a0*_>"
# How sure an attribution is by the place where it was found: the share that proved right on hand-annotated news.
_SURE = {
    How.AFTER: 0.97,
    How.BEFORE: 0.95,
    How.COLON: 0.9,
    How.INSIDE: 0.8,
    How.WITHIN: 0.85,
    How.CLOSING: 0.85,
    How.SHARED: 0.8,
    How.FLOATING: 0.9,
    How.PARAGRAPH: 0.6,
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A quoted stretch and what the marks are for; `parent` is an index into the same result."""

    spans: tuple[Span, ...]
    use: Use
    depth: int = 0
    parent: int | None = None


@dataclass(slots=True)
class _Found:
    """A stretch on its way to a quotation."""

    stretch: Stretch
    start: int  # the neighbourhood
    end: int
    turn: int | None
    attribution: Attribution | None = None
    use: Use = Use.SCARE
    previous: int | None = None
    following: int | None = None
    joined: int | None = None  # the stretch whose sentence this one goes on with


class _Reader:
    def __init__(self, source: Document | str) -> None:
        self.document = source if isinstance(source, Document) else None
        self.text = source.text if isinstance(source, Document) else source
        turns = self.document.turns if self.document is not None else ()
        self.turn_starts = [turn.span.start for turn in turns]
        borders = {turn.span.start for turn in turns} | {turn.label.start for turn in turns if turn.label}
        self.layout = Paragraphs(self.text, sorted(borders))
        excluded = self.document.boilerplate if self.document is not None else ()
        self.found = [self._neighbourhood(stretch) for stretch in stretches(self.text, self.layout, excluded)]

    def _turn(self, place: int) -> int | None:
        number = bisect_right(self.turn_starts, place) - 1
        if number < 0 or self.document is None or place >= self.document.turns[number].span.end:
            return None
        return number

    def _neighbourhood(self, stretch: Stretch) -> _Found:
        start, _ = self.layout.at(stretch.outer.start)
        _, end = self.layout.at(max(stretch.outer.start, stretch.outer.end - 1))
        return _Found(stretch, start, end, self._turn(stretch.outer.start))

    def attribute(self) -> None:
        """Finds every stretch's own attribution, then lets neighbours share theirs."""
        self._place()
        for one in self.found:
            one.attribution = attribute(self.text, one.stretch.spans, one.stretch.outer, one.start, one.end)
            if one.attribution is None and one.stretch.depth == 0:
                one.attribution = self._from_paragraph_before(one)
        for number in range(len(self.found)):
            self._share(number)
        for number in range(len(self.found) - 1, -1, -1):
            self._share_back(number)

    def _place(self) -> None:
        """Narrows every neighbourhood to what lies between the siblings and within the parent."""
        last: dict[int | None, int] = {}
        for number, one in enumerate(self.found):
            stretch = one.stretch
            if stretch.parent is not None:
                inner = [s for s in self.found[stretch.parent].stretch.spans if s.contains(stretch.outer)]
                if inner:
                    one.start, one.end = max(one.start, inner[0].start), min(one.end, inner[0].end)
            before = last.get(stretch.parent)
            if before is not None and self.found[before].stretch.outer.end > one.start:
                one.previous = before
                self.found[before].following = number
                one.start = self.found[before].stretch.outer.end
                self.found[before].end = min(self.found[before].end, stretch.outer.start)
            last[stretch.parent] = number

    def _from_paragraph_before(self, one: _Found) -> Attribution | None:
        """The line before ends in a colon: `The minister said:` and the words on the next line."""
        outer = one.stretch.outer
        if one.previous is not None or self.text[one.start : outer.start].strip(_BLANK):
            return None
        edge = one.start
        while edge > 0 and one.start - edge < 8 and self.text[edge - 1].isspace():
            edge -= 1
        if edge == 0 or self.text[edge - 1] not in "::" or self.layout.border_between(edge - 1, one.start):
            return None
        start, _ = self.layout.at(edge - 1)
        ahead = Span(edge, edge)
        return attribute(self.text, (Span(edge, edge),), ahead, start, edge)

    def _gap(self, number: int) -> str:
        one = self.found[number]
        if one.previous is None:
            return ""
        return self.text[self.found[one.previous].stretch.outer.end : one.stretch.outer.start]

    def _goes_on(self, number: int) -> bool:
        """Whether a stretch stands in the same sentence as the one before it."""
        one = self.found[number]
        if one.previous is None:
            return False
        before = self.found[one.previous].stretch
        gap = self._gap(number)
        if len(gap) > 320 or "\n\n" in gap:
            return False
        start, end = before.outer.end, one.stretch.outer.start
        if last_end(self.text, start, end) > start:
            return False
        ended = self.text[before.spans[-1].end - 1] in ".?!…"
        first = gap.lstrip(" \t\n\u00a0*_")[:1]
        return not ended or first in {",", ";", ":", "—", "–", "-"} or first.islower()

    def _share(self, number: int) -> None:
        one = self.found[number]
        if one.previous is None:
            self._after_paragraph(number)
            return
        before = self.found[one.previous]
        theirs = before.attribution
        if theirs is None or theirs.how is How.INSIDE:
            return
        gap = self._gap(number)
        content = one.stretch.spans[0]
        if theirs.how is How.AFTER and self._splits(number, gap):
            one.joined = one.previous
            one.attribution = attribution.shared(theirs, How.SHARED)
            return
        if one.attribution is not None:
            return
        if self._goes_on(number):
            if theirs.how is not How.AFTER or not gap.strip().startswith(("and", ",")):
                one.attribution = attribution.shared(theirs, How.SHARED)
            return
        begin = last_end(self.text, before.stretch.outer.end, one.stretch.outer.start)
        fresh = not self.text[begin : one.stretch.outer.start].strip(_BLANK)
        if fresh and is_sentence(self.text, (content,)):
            named = self.text[before.stretch.outer.end : begin]
            if theirs.how is How.AFTER or not named.strip(_BLANK + ".,"):
                one.attribution = attribution.shared(theirs, How.FLOATING)

    def _splits(self, number: int, gap: str) -> bool:
        """`"We stay," she said, "and we vote."`: one sentence, cut by its attribution."""
        one = self.found[number]
        stripped = gap.rstrip(_BLANK)
        if not stripped.endswith((",", "—", "–", "-")) or not self._goes_on(number) or len(gap) > 240:
            return False
        assert one.previous is not None  # noqa: S101
        before = self.found[one.previous]
        if before.attribution is None or len(CUE.findall(gap)) > 1:
            return False
        return (
            self.text[before.stretch.spans[-1].end - 1] not in ".?!"
            or self.text[one.stretch.spans[0].start].islower()
        )

    def _share_back(self, number: int) -> None:
        """`The "junta" will "fall," Marr said`, `"A." "B," Marr said`: the attribution holds for both."""
        one = self.found[number]
        if one.attribution is not None or one.following is None:
            return
        later = self.found[one.following]
        if later.attribution is None or later.attribution.how not in (
            How.AFTER,
            How.CLOSING,
            How.SHARED,
            How.FLOATING,
        ):
            return
        between = self.text[one.stretch.outer.end : later.stretch.outer.start]
        if not between.strip(_BLANK) and is_sentence(self.text, one.stretch.spans):
            one.attribution = attribution.shared(later.attribution, How.FLOATING)
        elif later.attribution.how in (How.AFTER, How.CLOSING) and self._goes_on(one.following):
            one.attribution = attribution.shared(later.attribution, How.SHARED)

    def _after_paragraph(self, number: int) -> None:
        """A paragraph that is a quotation and nothing else goes on with the one before it."""
        one = self.found[number]
        if one.attribution is not None or one.stretch.depth or number == 0:
            return
        outer = one.stretch.outer
        if self.text[one.start : outer.start].strip(_BLANK) or self.text[outer.end : one.end].strip(
            _BLANK + ".,"
        ):
            return
        before = next(
            (f for f in reversed(self.found[max(0, number - 12) : number]) if f.stretch.depth == 0), None
        )
        if (
            before is None
            or before.attribution is None
            or before.attribution.how in (How.INSIDE, How.WITHIN, How.SHARED)
        ):
            return
        between = self.text[before.stretch.outer.end : outer.start]
        if len(between) > 300 or between.strip("\r\n").count("\n\n") > 1 or before.turn != one.turn:
            return
        paragraphs = [
            part
            for part in re.split(r"\n\s*\n" if "\n\n" in between else r"\n", between)
            if part.strip(_BLANK)
        ]
        if len(paragraphs) <= 1 and is_sentence(self.text, one.stretch.spans):
            one.attribution = attribution.shared(before.attribution, How.PARAGRAPH)

    def uses(self) -> None:
        """Tells speech from the rest."""
        brief = (
            self.document is not None
            and self.document.kind is Kind.BRIEF
            and self.document.speaker is not None
        )
        for one in self.found:
            if one.joined is not None and self.found[one.joined].use is Use.SPEECH:
                one.use = Use.SPEECH
                continue
            one.use = use_of(
                self.text,
                one.stretch.spans,
                one.stretch.outer,
                one.start,
                one.attribution,
                main=brief and one.turn is None and one.stretch.depth == 0,
                turn=one.turn is not None or one.stretch.depth > 0,
            )


def marked(source: Document | str) -> tuple[Marked, ...]:
    """Everything that stands between quote marks, and what the marks are for.

    Args:
        source: A document, or any text.

    Returns:
        The stretches in the order of the text, outer ones before inner ones.

    >>> [(m.use.value, m.spans[0].start) for m in marked("The “junta” fell. “We stay,” said Marr.")]
    [('scare', 5), ('speech', 19)]
    """
    reader = _Reader(source)
    reader.attribute()
    reader.uses()
    return tuple(Marked(f.stretch.spans, f.use, f.stretch.depth, f.stretch.parent) for f in reader.found)


def quotations(source: Document | str, *, min_score: float = 0.0) -> tuple[Quotation, ...]:
    """Finds what is quoted in a text, and who is said to have said it.

    Args:
        source: A document, or any text; offsets are code points into the very string.
        min_score: The least score between 0 and 1 that a quotation must have.

    Returns:
        The quotations in the order of the text. A speaker is given only where the text leaves no
        doubt, else None.

    >>> text = 'Minister Elena Marr came. "We stay," Marr said, "and we vote."'
    >>> quotation, = quotations(text)
    >>> [span.of(text) for span in quotation.spans], quotation.speaker
    (['We stay,', 'and we vote.'], 'Elena Marr')
    """
    reader = _Reader(source)
    if not reader.found:
        return ()
    reader.attribute()
    reader.uses()
    return _Speakers(reader).quotations(min_score)


class _Speakers:
    """Turns what a reader found into quotations with speakers."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.text = reader.text
        self.document = reader.document
        known = [*self.document.speakers, self.document.speaker or ""] if self.document is not None else []
        self.resolver = Resolver(self.text, self.document, People(self.text, known))

    def quotations(self, min_score: float) -> tuple[Quotation, ...]:
        """The speech among the stretches, split ones joined, parents as indices of the result."""
        made: dict[int, Quotation] = {}
        voices: dict[int, Voice] = {}
        heads: dict[int, int] = {}
        for number, one in enumerate(self.reader.found):
            if one.stretch.depth == 0:
                self.resolver.quoted.append(one.stretch.outer)
            head = heads.get(one.joined) if one.joined is not None else None
            if head is not None and one.use is Use.SPEECH:
                heads[number] = head
                made[head] = _extended(made[head], one.stretch.spans)
                continue
            if one.use is not Use.SPEECH:
                continue
            voices[number] = self._voice(one, voices)
            heads[number] = number
            made[number] = self._quotation(one, voices[number], self._ancestor(number, heads), made)
        kept = [number for number, quotation in made.items() if quotation.score >= min_score]
        places = {number: place for place, number in enumerate(kept)}
        return tuple(_with_parent(made[number], self._kept_parent(number, heads, places)) for number in kept)

    def _ancestor(self, number: int, heads: dict[int, int]) -> int | None:
        parent = self.reader.found[number].stretch.parent
        while parent is not None and parent not in heads:
            parent = self.reader.found[parent].stretch.parent
        return heads[parent] if parent is not None else None

    def _kept_parent(self, number: int, heads: dict[int, int], places: dict[int, int]) -> int | None:
        ancestor = self._ancestor(number, heads)
        while ancestor is not None and ancestor not in places:
            ancestor = self._ancestor(ancestor, heads)
        return places[ancestor] if ancestor is not None else None

    def _voice(self, one: _Found, voices: dict[int, Voice]) -> Voice:
        found = one.attribution
        resolver = self.resolver
        if found is not None and (found.mention is not None or found.recipient or found.doubt):
            if found.how in (How.SHARED, How.FLOATING, How.PARAGRAPH):
                earlier = self._same_mention(one, voices)
                if earlier is not None:
                    return earlier
            turn = (
                self.document.turns[one.turn] if self.document is not None and one.turn is not None else None
            )
            start = turn.span.start if turn is not None else 0
            if one.stretch.depth:
                start = max(start, self._enclosing(one).start)
            return resolver.voice(found, one.stretch.outer.start, start, one.turn)
        if resolver.main is not None and one.turn is None and one.stretch.depth == 0:
            return Voice(resolver.main, 0.95)
        return Voice(None)

    def _same_mention(self, one: _Found, voices: dict[int, Voice]) -> Voice | None:
        assert one.attribution is not None  # noqa: S101
        for number in sorted(voices, reverse=True)[:6]:
            other = self.reader.found[number].attribution
            if other is not None and other.mention == one.attribution.mention:
                return voices[number]
        return None

    def _enclosing(self, one: _Found) -> Span:
        parent = one.stretch.parent
        assert parent is not None  # noqa: S101
        return self.reader.found[parent].stretch.outer

    def _quotation(
        self, one: _Found, voice: Voice, ancestor: int | None, made: dict[int, Quotation]
    ) -> Quotation:
        found = one.attribution
        spans = one.stretch.spans
        if found is not None and found.how is How.INSIDE and found.cue is not None:
            begin = found.cue.end
            while begin < spans[0].end and self.text[begin] in " :\n\u00a0":
                begin += 1
            if begin < spans[0].end:
                spans = (Span(begin, spans[0].end), *spans[1:])
        return Quotation(
            spans=spans,
            kind=self._kind(one),
            cue=found.cue if found is not None else None,
            mention=found.mention if found is not None else None,
            speaker=voice.speaker,
            via=self._via(one, voice, made[ancestor] if ancestor is not None else None),
            turn=one.turn,
            score=round(self._score(one, voice), 3),
        )

    def _via(self, one: _Found, voice: Voice, outer: Quotation | None) -> str | None:
        """Who relays the words: the quotation around them, the turn, the digest's main speaker."""
        document = self.document
        if voice.own:
            return None
        if outer is not None:
            via = outer.speaker or outer.via
        elif document is None:
            via = None
        elif one.turn is not None:
            via = document.turns[one.turn].speaker
        elif document.kind is Kind.BRIEF or (document.kind is Kind.REMARKS and not document.turns):
            via = document.speaker
        else:
            via = None
        return None if via is not None and via == voice.speaker else via

    def _kind(self, one: _Found) -> QuotationKind:
        text, first = self.text, one.stretch.spans[0]
        found = one.attribution
        head = text[first.start : first.start + 6].lstrip("[(*_…. '’‘“\"¿¡—–-")
        if found is not None and found.how is How.INSIDE:
            return QuotationKind.MIXED
        before = text[max(one.start, one.stretch.outer.start - 12) : one.stretch.outer.start].rstrip(_BLANK)
        if not head[:1].islower():
            alone = stands_alone(text, one.stretch.outer, one.start)
            if alone or before.endswith((",", ":", "—", "–")) or is_sentence(text, one.stretch.spans):
                return QuotationKind.DIRECT
            return QuotationKind.MIXED
        return QuotationKind.DIRECT if before.endswith(":") else QuotationKind.MIXED

    def _score(self, one: _Found, voice: Voice) -> float:
        found = one.attribution
        words = sum(len(span.of(self.text).split()) for span in one.stretch.spans)
        if found is None:
            if voice.speaker is not None:
                sure = 0.92 if is_sentence(self.text, one.stretch.spans) else 0.85
            else:
                sure = 0.5 if is_sentence(self.text, one.stretch.spans) else 0.4
        else:
            sure = _SURE[found.how]
            if found.mention is None or found.doubt:
                sure *= 0.8
            if found.manner in (Manner.LABEL, Manner.WEAK):
                sure *= 0.85
        return min(1.0, sure * voice.sure * (0.8 if words <= 2 else 1.0))


def _extended(quotation: Quotation, spans: tuple[Span, ...]) -> Quotation:
    return replace(quotation, spans=quotation.spans + spans)


def _with_parent(quotation: Quotation, parent: int | None) -> Quotation:
    return quotation if parent is None else replace(quotation, parent=parent)
