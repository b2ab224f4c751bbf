"""Quotations by marks and by the tagger together, each with its speaker and its score."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from verbale.model.document import Kind
from verbale.model.quotation import Quotation
from verbale.model.text import Span
from verbale.quote.attribution.neighbourhoods import Reader
from verbale.quote.attribution.neighbours import Attribution, How
from verbale.quote.attribution.replies import asks, is_question
from verbale.quote.attribution.shapes import UPPER
from verbale.quote.attribution.uses import Use
from verbale.quote.speakers.attributed import Speakers
from verbale.quote.speakers.described import is_joint, is_nobody, is_writing, naming_part
from verbale.quote.speakers.named_people import People
from verbale.quote.speakers.office_words import is_body
from verbale.quote.speakers.resolve import Resolver, Scene, Voice
from verbale.quote.tagger.assembling import Tagged
from verbale.quote.tagger.confidence import Confidence
from verbale.quote.tagger.merging import Merged, merge
from verbale.quote.tagger.network import Tagger
from verbale.quote.tagger.regions import is_likely_cue, regions
from verbale.text.names import is_office
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["with_tagger"]

_GESTURES = listed_words("gestures")
_REPLIES = listed_words("replies")
_OWN = frozenset(
    [
        "i",
        "we",
        "you",
        "me",
        "us",
        "myself",
        "ourselves",
        "one",
        "people",
        "they",
        "it",
        "who",
        "that",
        "which",
    ]
)
_DENIAL = re.compile(
    r"n['’]t\b|\b(?:not|never|den(?:y|ied|ies|ying)|refus\w+|declin\w+|reject\w+|disput\w+|dismiss\w+|rebut\w*|"
    r"refut\w+|without)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[?!\n]|\.(?=\s)")
_ARTICLE = re.compile(r"\A(?:the|a|an)\s+", re.IGNORECASE)
# "Marr said no. 10:16 A. Vik: “…”": the words are of whoever stands before the colon
_LABEL = pattern(
    r"[\n.!?…][\s*_#>|–—-]*(?:\d{1,2}[:.]\d{2}[\s*_|–—-]+)?"
    rf"(?:[{UPPER}][\w.’'-]*[ \u00a0]?){{1,5}}[*_]*:[\s*_]*[“„«\"‘'‹]?\Z"
)


def with_tagger(reader: Reader, tagger: Tagger, min_score: float) -> tuple[Quotation, ...]:
    """Finds quotations with and without marks.

    Args:
        reader: A text's reader, after all its steps.
        tagger: The tagger.
        min_score: The least score.

    Returns:
        The quotations in the order of the text.
    """
    by_marks = Speakers(reader).quotations(0.0)
    found = tagger.tag(reader.text, regions(reader.layout, reader.document))
    titles = [one.stretch.outer for one in reader.found if one.use is Use.TITLE]
    apart = _set_apart(reader)
    found = [
        one
        for one in found
        if not _is_title(one, titles) and _may_stand(reader, by_marks, one) and not _holds(apart, one)
    ]
    stretches = [one.stretch for one in reader.found]
    merged = merge(reader.text, by_marks, stretches, found)
    return _Voices(reader, by_marks, tagger.confidence).quotations(merged, min_score)


def _is_relaying(reader: Reader) -> bool:
    """Whether the text is somebody's words, who relays what others said."""
    document = reader.document
    if document is None:
        return False
    return bool(document.turns) or document.kind in (Kind.REMARKS, Kind.TRANSCRIPT) or reader.is_brief


def _set_apart(reader: Reader) -> list[Span]:
    """What is quoted with a line above or a name behind or below, which say whose words they are."""
    return [
        one.stretch.outer
        for one in reader.found
        if one.stretch.depth == 0 and (one.stretch.block or _is_signed(one.attribution))
    ]


def _is_signed(found: Attribution | None) -> bool:
    return found is not None and found.how is How.SIGNED and found.mention is not None


def _holds(apart: list[Span], one: Tagged) -> bool:
    return any(span.start < end and start < span.end for span in apart for start, end in one.contents)


def _is_title(one: Tagged, titles: list[Span]) -> bool:
    return all(any(span.start <= a and b <= span.end for span in titles) for a, b in one.contents)


def _may_stand(reader: Reader, by_marks: tuple[Quotation, ...], one: Tagged) -> bool:
    """Whether a tagged quotation is somebody else's speech, in texts whose own words are somebody's.

    In turns, remarks and digests what is not plainly relayed is the speaker's own; words in marks
    are there left to the marks.
    """
    if not _is_relaying(reader):
        return True
    mention, cue = _span(one.mention), _span(one.cue)
    if mention is None or cue is None:
        return False
    words = mention.of(reader.text).lower().split()
    if words[-1] in _OWN or words[0] in _OWN:
        return False
    if reader.is_brief:
        return not any(
            span.start < end and start < span.end
            for quotation in by_marks
            for span in quotation.spans
            for start, end in one.contents
        )
    return is_likely_cue(cue.of(reader.text))


class _Voices:
    def __init__(self, reader: Reader, by_marks: tuple[Quotation, ...], confidence: Confidence) -> None:
        self.reader = reader
        self.text = reader.text
        self.document = reader.document
        self.by_marks = by_marks
        self.confidence = confidence
        known = [*self.document.speakers, self.document.speaker or ""] if self.document is not None else []
        self.resolver = Resolver(self.text, self.document, People(self.text, known))
        # there the tagger leaves words in marks to the marks
        self._relays = _is_relaying(reader)
        self.outers = [one.stretch.outer for one in reader.found if one.stretch.depth == 0]
        self.apart = _set_apart(reader)
        self.outer_starts = [span.start for span in self.outers]

    def quotations(self, merged: list[Merged], min_score: float) -> tuple[Quotation, ...]:
        """Speakers in the order of the text; then the parents, as places among those that are kept."""
        made: list[Quotation] = []
        stands_for: dict[int, int] = {}
        origins: list[int | None] = []
        for one in merged:
            quotation = self._quotation(one)
            if quotation is None or quotation.score < min_score:
                continue
            for number in (*one.within, *(() if one.marks is None else (one.marks,))):
                stands_for.setdefault(number, len(made))
            made.append(quotation)
            parent = self.by_marks[one.marks].parent if one.marks is not None else None
            origins.append(parent)
        return tuple(
            replace(quotation, parent=self._parent(origin, stands_for, place))
            for place, (quotation, origin) in enumerate(zip(made, origins, strict=True))
        )

    def _parent(self, origin: int | None, stands_for: dict[int, int], own: int) -> int | None:
        while origin is not None:
            place = stands_for.get(origin)
            if place is not None and place != own:
                return place
            origin = self.by_marks[origin].parent
        return None

    def _quotation(self, one: Merged) -> Quotation | None:
        place = one.spans[0].start
        self._pass_over(place)
        marked = self.by_marks[one.marks] if one.marks is not None else None
        if one.tagged is None:
            assert marked is not None  # noqa: S101 - one of the two found it
            self._remember(marked, marked.speaker)
            sure = self._relays or any(span.contains(marked.spans[0]) for span in self.apart)
            score = marked.score if sure else marked.score * self.confidence.marks_alone
            return replace(marked, parent=None, score=round(score, 3))
        cue = _span(one.tagged.cue)
        mention = self._in_one_line(_span(one.tagged.mention))
        beside = [marked] if marked is not None else [self.by_marks[n] for n in one.within]
        agreeing = [
            q for q in beside if q.mention is not None and mention is not None and q.mention.overlaps(mention)
        ]
        turn = self.reader.turn_at(place)
        if mention is None and marked is not None:
            mention, cue, agreeing = marked.mention, marked.cue or cue, [marked]
        heard, via = self._voice(one, cue, mention, agreeing, turn), None
        # whoever denies words is heard, and has not said them
        untold = self._denied(cue, mention) or (bool(beside) and self._is_no_cue(cue, one.spans))
        voice = Voice(None) if not agreeing and untold else heard
        if marked is not None and marked.via is not None:
            via = marked.via
        elif turn is not None and self.document is not None:
            via = self.document.turns[turn].speaker
        elif self.reader.is_brief and self.document is not None:
            via = self.document.speaker
        quotation = Quotation(
            spans=one.spans,
            kind=one.kind,
            cue=cue,
            mention=mention,
            speaker=voice.speaker,
            via=None if via == voice.speaker or voice.own else via,
            turn=turn,
            score=round(self.confidence.of(one, beside, agreeing=bool(agreeing)), 3),
            method="marks+tagger" if beside else "tagger",
        )
        self._remember(quotation, heard.speaker)
        return quotation

    def _in_one_line(self, mention: Span | None) -> Span | None:
        """A mention drawn over a heading keeps what stands behind it."""
        if mention is None:
            return mention
        words = mention.of(self.text).rstrip()
        behind = words.rfind("\n") + 1
        behind += len(words[behind:]) - len(words[behind:].lstrip())
        return Span(mention.start + behind, mention.start + len(words))

    def _pass_over(self, place: int) -> None:
        """Tells the resolver which quoted stretches lie before a place: who is named in them speaks not."""
        until = bisect_right(self.outer_starts, place)
        self.resolver.quoted = self.outers[max(0, until - 12) : until]

    def _remember(self, quotation: Quotation, speaker: str | None) -> None:
        """Who was heard last is who "she" may be; only a person with a full name is surely somebody."""
        if quotation.mention is None or quotation.parent is not None:
            return
        place = max(quotation.mention.end, quotation.spans[0].start)
        is_person = speaker is not None and (" " in speaker or is_office(speaker)) and not is_body(speaker)
        self.resolver.heard(speaker if is_person else None, place)

    def _voice(
        self, one: Merged, cue: Span | None, mention: Span | None, agreeing: list[Quotation], turn: int | None
    ) -> Voice:
        named = {quotation.speaker for quotation in agreeing}
        if mention is None or len(named) > 1 or (named and None not in named):
            return Voice(named.pop() if len(named) == 1 else None)
        marked = [self.by_marks[n] for n in (one.marks, *one.within) if n is not None]
        if any(quotation.speaker is not None for quotation in marked):
            # marks and tagger name different people; only marks know who is quoted by whom
            told = {quotation.speaker for quotation in marked if _is_passed_on(quotation)}
            return Voice(told.pop()) if len(told) == len(marked) == 1 else Voice(None)
        if any(_is_passed_on(quotation) or _is_unsure(quotation) for quotation in marked):
            return Voice(None)
        words = mention.of(self.text)
        if is_joint(words) or is_writing(words) or is_nobody(words):
            return Voice(None)
        naming = naming_part(self.text, mention)
        found = Attribution(How.AFTER, cue, naming)
        if agreeing and naming == mention:
            return Voice(None)  # the marks had their reasons to name nobody
        voice = self.resolver.voice(found, self._scene(one, turn))
        if voice.speaker is not None and not voice.office and self._is_plain_word(voice.speaker, naming):
            return Voice(None)
        if voice.body:
            return Voice(_body(naming.of(self.text)), voice.sure, body=True)
        return voice

    def _is_plain_word(self, name: str, mention: Span) -> bool:
        """Whether a name may be a common word with which a sentence begins ("Neighbours said")."""
        if " " in name or not name.isalpha() or name.isupper():
            return False
        before = self.text[max(0, mention.start - 3) : mention.start].rstrip(" \"“”'’")
        if before and before[-1] not in ".!?:…\n":
            return False
        return re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", self.text) is None

    def _denied(self, cue: Span | None, mention: Span | None) -> bool:
        """Whether the words around the cue deny that it was said, or ask it."""
        if cue is None or mention is None:
            return False
        start, end = cue.start, cue.end
        if 0 <= cue.start - mention.end < 40:
            start = mention.end
        if _DENIAL.search(self.text, start, end) is not None:
            return True
        # "Did Marr promise it?" asks, and tells nothing
        ending = _SENTENCE_END.search(self.text, cue.end, cue.end + 400)
        return ending is not None and ending[0] == "?" and not self._is_quoted(ending.start())

    def _is_no_cue(self, cue: Span | None, words: tuple[Span, ...]) -> bool:
        """Whether a cue beside marks is a gesture, asks what is told there, or is nobody's answer.

        Or stands in a sentence before, where another's name and a colon lead to the words.
        """
        if cue is None:
            return False
        if _LABEL.search(self.text, cue.start, max(cue.start, words[0].start)):
            return True
        if cue.of(self.text).split()[-1].lower() in _REPLIES:
            return True
        if " ".join(cue.of(self.text).split()).lower() in _GESTURES:
            return self.text[words[-1].end - 1 : words[-1].end] != ","
        return asks(self.text, cue, cue.end + 80) and not is_question(self.text, words[-1])

    def _is_quoted(self, place: int) -> bool:
        number = bisect_right(self.outer_starts, place) - 1
        return number >= 0 and place < self.outers[number].end

    def _scene(self, one: Merged, turn: int | None) -> Scene:
        document, place = self.document, one.spans[0].start
        if document is None:
            return Scene(place)
        if turn is not None:
            return Scene(place, document.turns[turn].span.start, turn, document.turns[turn].speaker)
        monologue = document.kind is Kind.REMARKS and not document.turns
        return Scene(place, teller=document.speaker if monologue else None)


def _is_passed_on(quotation: Quotation) -> bool:
    """Whether marks show that somebody passes on another's words: `TASS quoted Marr as saying`."""
    cue, mention = quotation.cue, quotation.mention
    return cue is not None and mention is not None and cue.contains(mention)


def _is_unsure(quotation: Quotation) -> bool:
    """Whether marks attribute words over several paragraphs to nobody: one of the marks is missing."""
    return quotation.cue is not None and quotation.mention is None and len(quotation.spans) > 1


def _body(mention: str) -> str | None:
    """A body as printed, without its article; None for a group of people ("the Orlanders")."""
    words = _ARTICLE.sub("", " ".join(mention.split())).strip("*_ ,")
    group = " " not in words and not words.isupper() and words.endswith(("s", "ese", "ish", "ch", "ans"))
    return None if group else words


def _span(pair: tuple[int, int] | None) -> Span | None:
    return Span(*pair) if pair is not None else None
