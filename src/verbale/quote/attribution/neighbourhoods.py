"""A text's quoted stretches, each with its neighbourhood and what the words beside it attribute."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.model.document import Document, Kind
from verbale.model.text import Span
from verbale.parse.metadata.language import language_of
from verbale.quote.attribution.by_pack import NEEDED, beside, likeliest
from verbale.quote.attribution.colons import question_before
from verbale.quote.attribution.cues import CUE, Manner, is_english
from verbale.quote.attribution.following import closing_clause, following
from verbale.quote.attribution.inside_marks import cut_by_attribution, with_dialogue
from verbale.quote.attribution.mentions import after
from verbale.quote.attribution.neighbours import Attribution, How
from verbale.quote.attribution.nicknames import with_nicknames
from verbale.quote.attribution.preceding import inside, preceding
from verbale.quote.attribution.replies import reply
from verbale.quote.attribution.set_behind import set_behind
from verbale.quote.attribution.shapes import NAME
from verbale.quote.attribution.uses import Use, use_of
from verbale.quote.marks.blocks import with_blocks
from verbale.quote.marks.paragraphs import Paragraphs, borders_of
from verbale.quote.marks.stretches import Stretch, stretches
from verbale.text.asides import struck
from verbale.text.lexicon import Lexicon, lexicons_for
from verbale.text.line_breaks import unbroken
from verbale.text.patterns import pattern

__all__ = ["BLANK", "Found", "Reader"]

# What may stand beside the marks without being words.
_ATTRIBUTED_WITHIN = pattern(rf",\s+(?:{CUE.pattern})\s+(?:[Tt]he\s+)?{NAME}\s*[.!?]?\s*\Z")
BLANK = " \t\r\n\u00a0*_>"


@dataclass(slots=True)
class Found:
    """A stretch on its way to a quotation.

    `start` and `end` bound its neighbourhood; `previous` and `following` are its siblings in it;
    `joined` is the stretch whose sentence it goes on with after an attribution.
    """

    stretch: Stretch
    start: int
    end: int
    turn: int | None
    attribution: Attribution | None = None
    use: Use = Use.SCARE
    previous: int | None = None
    following: int | None = None
    joined: int | None = None


class Reader:
    """Reads the marks of a document or a text.

    Args:
        source: The document, or any text.
    """

    def __init__(self, source: Document | str) -> None:
        self.document = source if isinstance(source, Document) else None
        turns = self.document.turns if self.document is not None else ()
        self._turn_starts = [turn.span.start for turn in turns]
        borders = borders_of(source)
        # of the same length: every place is one of the document's text
        lines = unbroken(source.text if isinstance(source, Document) else source, borders)
        self.text = with_nicknames(lines)
        self.layout = Paragraphs(self.text, borders)
        boilerplate = self.document.boilerplate if self.document is not None else ()
        excluded = sorted([*boilerplate, *struck(self.text)])
        found: Sequence[Stretch] = stretches(self.text, self.layout, excluded)
        if not turns and (self.document is None or self.document.kind is not Kind.BRIEF):
            found = with_dialogue(self.text, found, self.layout, self.lexicons, excluded)
        if self.document is not None and self.document.block_quotes:
            found = with_blocks(self.document.text, found, self.document.block_quotes, excluded)
        self.found = [self._neighbourhood(stretch) for stretch in found]
        self._place()

    @cached_property
    def language(self) -> str | None:
        """The text's language, None where it cannot be told."""
        return self.document.language if self.document is not None else language_of(self.text)

    @cached_property
    def lexicons(self) -> tuple[Lexicon, ...]:
        """The words of the languages that the text may be in, where it is not English."""
        if self.language == "en":
            return ()
        known = lexicons_for(self.language, None, self.text, *NEEDED)
        return known if len(known) < 2 else likeliest(self.text, known)

    @property
    def of_language(self) -> tuple[Lexicon, ...]:
        """The words of the text's language, where it is told and is not English."""
        return self.lexicons if self.language is not None else ()

    @property
    def is_brief(self) -> bool:
        """Whether words without an attribution are the main speaker's."""
        document = self.document
        return document is not None and document.kind is Kind.BRIEF and document.speaker is not None

    def turn_at(self, place: int) -> int | None:
        """The index of the turn that holds a place, or None."""
        number = bisect_right(self._turn_starts, place) - 1
        if number < 0 or self.document is None or place >= self.document.turns[number].span.end:
            return None
        return number

    def _neighbourhood(self, stretch: Stretch) -> Found:
        start, _ = self.layout.at(stretch.outer.start)
        _, end = self.layout.at(max(stretch.outer.start, stretch.outer.end - 1))
        return Found(stretch, start, end, self.turn_at(stretch.outer.start))

    def _place(self) -> None:
        """Narrows every neighbourhood to what lies between the siblings and within the parent."""
        last: dict[int | None, int] = {}
        for number, one in enumerate(self.found):
            stretch = one.stretch
            if stretch.parent is not None:
                around = self.found[stretch.parent].stretch.spans
                held = next((span for span in around if span.contains(stretch.outer)), None)
                if held is not None:
                    one.start, one.end = max(one.start, held.start), min(one.end, held.end)
            before = last.get(stretch.parent)
            if before is not None and self.found[before].stretch.outer.end > one.start:
                one.previous = before
                self.found[before].following = number
                one.start = self.found[before].stretch.outer.end
                self.found[before].end = min(self.found[before].end, stretch.outer.start)
            last[stretch.parent] = number

    def attribute(self) -> None:
        """Finds for every stretch what the words beside it say."""
        for one in self.found:
            one.attribution = self._own(one)

    def _own(self, one: Found) -> Attribution | None:
        text, outer, spans = self.text, one.stretch.outer, one.stretch.spans
        if one.stretch.block and ((found := self._signed(one)) is not None or outer == _whole(spans)):
            return found or self._announced(one)
        floor = Span(one.start, one.end)
        told = reply(text, one.start, outer, one.end) or question_before(text, one.start, outer.start)
        if told is not None:
            return self._as_printed(told)
        plain = None
        if not self.of_language:
            plain = self.plainly(
                following(text, spans[-1].end, outer.end, one.end)
                or preceding(text, one.start, outer.start)
                or inside(text, spans[0], one.start)
                or closing_clause(text, outer.end, one.end)
            )
        if plain is not None and self._has_another(one, plain):
            return replace(plain, mention=None)
        beside_it = plain or (beside(text, spans[-1], outer, floor, self.lexicons) if self.lexicons else None)
        beside_it = beside_it or self._announced(one) or (self._cut(one) if self.lexicons else None)
        behind = set_behind(text, one.start, outer, self._stop(one)) if beside_it is None else None
        return beside_it if behind is None else self._as_printed(behind)

    def _as_printed(self, found: Attribution) -> Attribution:
        """An attribution without a verb, in other languages than English with the name as it stands there."""
        if found.mention is None or not self.of_language:
            return found
        return replace(found, name=" ".join(found.mention.of(self.text).split()))

    def _has_another(self, one: Found, found: Attribution) -> bool:
        """Whether words over several paragraphs are attributed at both ends, to two people or in the midst.

        A closing mark is missing then, and nobody knows where.
        """
        spans = one.stretch.spans
        if not one.stretch.unclosed and len(spans) == 1:
            return False
        if _ATTRIBUTED_WITHIN.search(self.text, spans[0].start, spans[0].end):
            return True
        before = preceding(self.text, one.start, one.stretch.outer.start)
        names = [each.mention.of(self.text) for each in (before, found) if each is not None and each.mention]
        return len(names) > 1 and names[0].split()[-1] != names[1].split()[-1]

    def _stop(self, one: Found) -> int:
        """Where the turn or the text ends in which a stretch stands."""
        if self.document is None or one.turn is None:
            return len(self.text)
        return self.document.turns[one.turn].span.end

    def plainly(self, found: Attribution | None) -> Attribution | None:
        """What the patterns of English found, where it is surely English that they read.

        In a text whose language cannot be told, a verb of another language is left to its pack, and so is a
        name without a verb where the text has such verbs.

        Args:
            found: What they found.
        """
        if found is None or self.language == "en":
            return found
        if found.cue is None:
            return found if not self.lexicons else None
        cue = found.cue.of(self.text)
        # "per" is a word of English, and of every Italian sentence
        other = found.manner is Manner.BY and any(
            each.places(each.read(cue), "ambiguous_cues") for each in self.lexicons
        )
        return found if is_english(cue) and not other else None

    def _cut(self, one: Found) -> Attribution | None:
        """The attribution inside the marks, which is then no part of the quoted words."""
        cut = cut_by_attribution(self.text, one.stretch.spans[0], self.lexicons)
        if cut is None or len(one.stretch.spans) > 1:
            return None
        one.stretch = replace(one.stretch, spans=cut[1])
        return cut[0]

    def announcing_line(self, one: Found) -> int | None:
        """Where the colon stands with which the line before a stretch ends, if it does."""
        if one.previous is not None or self.text[one.start : one.stretch.outer.start].strip(BLANK):
            return None
        edge = one.start
        while edge > 0 and one.start - edge < 8 and self.text[edge - 1] in BLANK:
            edge -= 1
        ends = self.text[edge - 1 : edge]
        if ends not in (":", "：") and not (
            one.stretch.block and (ends.isalnum() or ends in {",", "—", "–"})
        ):
            return None
        return None if self.layout.border_between(edge - 1, one.start) else edge

    def _signed(self, one: Found) -> Attribution | None:
        """The name under a quotation that is set apart."""
        signature = one.stretch.signature
        if signature is None:
            return None
        who = after(self.text, signature.start, signature.end)
        return Attribution(How.SIGNED, None, who.span, joint=who.joint) if who is not None else None

    def _announced(self, one: Found) -> Attribution | None:
        """The line before says who speaks: `The minister said:` and the words on the next line."""
        edge = self.announcing_line(one) if one.stretch.depth == 0 else None
        if edge is None:
            return None
        start, _ = self.layout.at(edge - 1)
        mark = Span(edge, edge)
        plain = None if self.of_language else self.plainly(preceding(self.text, start, edge))
        return plain or (
            beside(self.text, mark, mark, Span(start, edge), self.lexicons) if self.lexicons else None
        )

    def uses(self) -> None:
        """Tells speech from the rest."""
        brief = self.is_brief
        for one in self.found:
            if one.joined is not None and self.found[one.joined].use is Use.SPEECH:
                one.use = Use.SPEECH
                continue
            one.use = use_of(
                self.text,
                one.stretch,
                one.start,
                one.attribution,
                main=brief and one.turn is None and one.stretch.depth == 0,
                turn=one.turn is not None or one.stretch.depth > 0,
            )


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)
