"""Quotations with their speakers, from a text's stretches of speech."""

from __future__ import annotations

from dataclasses import replace

from verbale.model.document import Kind
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.quote.attribution.cues import Manner
from verbale.quote.attribution.neighbourhoods import BLANK, Found, Reader
from verbale.quote.attribution.neighbours import How
from verbale.quote.attribution.uses import Use, is_sentence, stands_alone
from verbale.quote.speakers.named_people import People
from verbale.quote.speakers.resolve import Resolver, Scene, Voice

__all__ = ["Speakers"]

# How sure an attribution is by the place where it was found.
_SURE = {
    How.AFTER: 0.97,
    How.BEFORE: 0.95,
    How.COLON: 0.9,
    How.SIGNED: 0.9,
    How.INSIDE: 0.8,
    How.WITHIN: 0.85,
    How.CLOSING: 0.85,
    How.SHARED: 0.8,
    How.FLOATING: 0.9,
    How.SENTENCE: 0.75,
    How.PARAGRAPH: 0.6,
}


class Speakers:
    """Turns what a reader found into quotations with speakers."""

    def __init__(self, reader: Reader) -> None:
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
            ancestor = self._ancestor(number, heads)
            outer = made[ancestor] if ancestor is not None else None
            voices[number] = self._voice(one, voices, outer)
            heads[number] = number
            made[number] = self._quotation(one, voices[number], outer)
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

    def _voice(self, one: Found, voices: dict[int, Voice], outer: Quotation | None) -> Voice:
        found = one.attribution
        if found is not None and (found.mention is not None or found.recipient or found.doubt):
            if found.how in (How.SHARED, How.FLOATING, How.PARAGRAPH, How.SENTENCE):
                earlier = self._same_mention(one, voices)
                if earlier is not None:
                    return earlier
            return self.resolver.voice(found, self._scene(one, outer))
        main = self.resolver.main
        if main is not None and one.turn is None and one.stretch.depth == 0:
            return Voice(main, 0.95)
        return Voice(None)

    def _scene(self, one: Found, outer: Quotation | None) -> Scene:
        document, place = self.document, one.stretch.outer.start
        if one.stretch.parent is not None:
            start = self.reader.found[one.stretch.parent].stretch.outer.start
            return Scene(place, start, one.turn, outer.speaker if outer is not None else None, nested=True)
        if document is None:
            return Scene(place)
        if one.turn is not None:
            turn = document.turns[one.turn]
            return Scene(place, turn.span.start, one.turn, turn.speaker)
        monologue = document.kind is Kind.REMARKS and not document.turns
        return Scene(place, teller=document.speaker if monologue else None)

    def _same_mention(self, one: Found, voices: dict[int, Voice]) -> Voice | None:
        assert one.attribution is not None  # noqa: S101
        for number in sorted(voices, reverse=True)[:6]:
            other = self.reader.found[number].attribution
            if other is not None and other.mention == one.attribution.mention:
                return voices[number]
        return None

    def _quotation(self, one: Found, voice: Voice, outer: Quotation | None) -> Quotation:
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
            via=self._via(one, voice, outer),
            turn=one.turn,
            score=round(self._score(one, voice), 3),
        )

    def _via(self, one: Found, voice: Voice, outer: Quotation | None) -> str | None:
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

    def _kind(self, one: Found) -> QuotationKind:
        text, first = self.text, one.stretch.spans[0]
        found = one.attribution
        head = text[first.start : first.start + 6].lstrip("[(*_…. '’‘“\"¿¡—–-")
        if found is not None and found.how is How.INSIDE:
            return QuotationKind.MIXED
        before = text[max(one.start, one.stretch.outer.start - 12) : one.stretch.outer.start].rstrip(BLANK)
        beside = found is not None and found.how in (How.AFTER, How.BEFORE)
        if beside and head[:1].isalpha() and head[:1].upper() == head[:1].lower():
            # where a script has no capitals, the verb beside the marks has to say it
            return QuotationKind.DIRECT
        if not head[:1].islower():
            alone = stands_alone(text, one.stretch.outer, one.start)
            if alone or before.endswith((",", ":", "—", "–")) or is_sentence(text, one.stretch.spans):
                return QuotationKind.DIRECT
            return QuotationKind.MIXED
        return QuotationKind.DIRECT if before.endswith(":") else QuotationKind.MIXED

    def _score(self, one: Found, voice: Voice) -> float:
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
