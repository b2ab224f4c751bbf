"""Words that somebody reads out or relays in a turn: no first-hand words of whoever speaks there.

Marks and cues show most of what is relayed. A transcript of speech has more: `(reading) "Dear minister, …"`,
`I will read it.`, `He told me: I was in the building`, `quote … end quote`, a clip inside a turn. Whose
the words are is not told here: where in doubt they are nobody's, and never the speaker's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from verbale.model.document import Document, Role, Turn
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.text import Span
from verbale.parse.turns.replays import Stage, stage_of
from verbale.quote.attribution.cues import CUE, Manner, manner
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["RELAYED", "with_relayed"]

RELAYED = "relayed"  # the method of what is found here

_MARKS = "\"“”„«»‘’'"
_REMARK = pattern(r"[(\[]([^()\[\]\n]{2,90})[)\]]")
_READING = pattern(rf"\b(?:{either(listed_words('reading_aloud'))})\b", re.IGNORECASE)
# up to the closing mark, or where there is none to the end of the paragraph
_READ_OUT = pattern(r"\s{0,3}(?:[\"“„«]\w[^\"“”«»]*|\w(?:(?!\n\n)[\s\S])*)")
_QUOTES = either(listed_words("quoting"))
_ANNOUNCED = pattern(
    rf"\b(?:{either(listed_words('announcing'))})\s+(?:(?:{either(listed_words('before_announcing'))})\s+){{0,2}}"
    rf"(?:{either(listed_words('reading_verbs'))})\b|\b(?:{either(listed_words('reading_out'))}|{_QUOTES})\b",
    re.IGNORECASE,
)
_SIGNED = pattern(rf"\b(?:{either(listed_words('signed_by'))})\b[,:.]?\s+\S.{{0,60}}\Z", re.IGNORECASE)
_ADDRESSED = pattern(rf"\W*(?:{either(listed_words('letter_openings'))})\s+\w", re.IGNORECASE)
_SPELLED = pattern(
    rf"\b(?:{_QUOTES}|quote)\b(?!\s*[-–]?\s*unquote)[\s,:;.–—-]+(?P<words>\S[^\n]{{1,1500}}?)"
    rf"[\s,.;:–—-]+(?:{either(listed_words('quoting_ends'))})\b",
    re.IGNORECASE,
)
_QUOTING = pattern(rf"\band\s+(?:{_QUOTES})\s*[,:;–—-]+\s*(?P<words>\w[^\n]*)", re.IGNORECASE)
_COLON = pattern(r"(?:\s+(?!:)[^\s.?!:;]+){0,5}\s*[:：]\s*(?=[^\W\d_])")
# The speaker's own wording of what was said: `as she said: …`, `to stress what she said: …`, `was asked: …`.
_RESTATES = pattern(
    r"\b(?:underscore|stress|emphasi[sz]e|reiterate|repeat|echo|add)\b[^.?!:;]{0,80}[:：]\s*\Z"
    r"|(?:\bas\s+(?:[^\s.?!:;,]+\s+){1,6}|\bto\s+(?:[^\s.?!:;,]+\s+){0,2}|\byou(?:['’]ve)?\s+(?:\w+\s+){0,2}"
    r"|\b(?:was|were|be|been|being)\s+(?:\w+ly\s+)?)(?:said|says|say|tells?|told|\w+ed|asks?|adds?|\w+ing)"
    r"(?:\s+[^\s.?!:;]+){0,5}\s*[:：]\s*\Z|\bto\s+(?:say|tell|ask|add|declare|claim|admit)\b[^.?!:;]{0,40}[:：]\s*\Z",
    re.IGNORECASE,
)
# Before a cue these make no subject: `Just answering your question: we were not there.`
_OPENERS = listed_words("cue_openers")
_INDIRECT = listed_words("indirect")
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BREAK = pattern(r"[.?!:;…]|\n\s*\n")
# Who says of himself what he says relays nobody.
_SELF = listed_words("of_self")
# What a verb has as its object too: `Une auditrice nous écrit`.
_OBJECTS = listed_words("self_objects")
_ALSO_NOUNS = listed_words("cue_nouns")
_FIRST_PERSON = listed_words("first_person")
_NEAR = 5
_BEFORE = 220
_FAR = 4000


def with_relayed(source: Document | str, found: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Quotations with what else is read out or relayed in the turns of a transcript.

    Args:
        source: A document, or any text; only turns are looked at.
        found: What marks and tagger found, in the order of the text.

    Returns:
        The same quotations in the order of the text, some with a cue more, and new ones with the method
        `RELAYED`; parents are indices of the result.
    """
    if not isinstance(source, Document) or not source.turns:
        return found
    text, turns = source.text, source.turns
    kept = [_read_out(text, turns, quotation) for quotation in found]
    fresh: list[Quotation] = []
    of_turns: dict[int | None, list[int]] = {}
    for place, quotation in enumerate(kept):
        if quotation.cue is not None or quotation.mention is not None:
            of_turns.setdefault(quotation.turn, []).append(place)
    for number, turn in enumerate(turns):
        if turn.role is Role.INCIDENT:
            continue
        place = turn.span.start
        for cue, words in sorted(_stretches(text, turn), key=lambda pair: pair[1].start):
            known = _known(kept, of_turns.get(number, []), words)
            if known is None and words.start >= place:
                fresh.append(_quotation(number, turn, cue, words))
                place = words.end
            elif known is not None and kept[known].method == "tagger":
                # the tagger holds them to be a report: they are the other's very words
                kept[known] = replace(kept[known], spans=(words,), kind=QuotationKind.DIRECT, method=RELAYED)
    return _in_order(kept, fresh) if fresh else tuple(kept)


def _quotation(number: int, turn: Turn, cue: Span, words: Span) -> Quotation:
    return Quotation(spans=(words,), cue=cue, via=turn.speaker, turn=number, score=0.6, method=RELAYED)


def _known(kept: Sequence[Quotation], places: Sequence[int], words: Span) -> int | None:
    """Which of the reported quotations of a turn overlaps some words most, if one does."""
    best: tuple[int, int] | None = None
    first = bisect_left(places, words.start - _FAR, key=lambda place: kept[place].spans[0].start)
    for place in islice(places, first, None):
        if kept[place].spans[0].start >= words.end:
            break
        spans = kept[place].spans
        shared = sum(max(0, min(s.end, words.end) - max(s.start, words.start)) for s in spans)
        if shared * 3 >= len(words) and (best is None or shared > best[0]):
            best = (shared, place)
    return best[1] if best else None


def _in_order(kept: Sequence[Quotation], fresh: Sequence[Quotation]) -> tuple[Quotation, ...]:
    both = [*enumerate(kept), *((len(kept) + n, quotation) for n, quotation in enumerate(fresh))]
    both.sort(key=lambda pair: (pair[1].spans[0].start, -pair[1].spans[-1].end, pair[0]))
    places = {old: new for new, (old, _) in enumerate(both)}
    return tuple(q if q.parent is None else replace(q, parent=places[q.parent]) for _, q in both)


def _read_out(text: str, turns: Sequence[Turn], quotation: Quotation) -> Quotation:
    """A quotation in marks that nothing attributes, with a cue where it is read out."""
    if quotation.turn is None or quotation.cue or quotation.mention or quotation.speaker:
        return quotation
    floor = turns[quotation.turn].span.start
    start = quotation.spans[0].start
    cue = _announcement(text, floor, start)
    if cue is None:
        letter = _SIGNED.search(quotation.spans[-1].of(text)) or _ADDRESSED.match(text, start)
        cue = Span(max(floor, start - 1), start) if letter and start > floor else None
    return replace(quotation, cue=cue, via=turns[quotation.turn].speaker) if cue else quotation


def _announcement(text: str, floor: int, start: int) -> Span | None:
    """What says before a mark that somebody else's words follow."""
    edge = start
    while edge > floor and text[edge - 1] in _MARKS + " \t\n\u00a0*_":
        edge -= 1
    low = max(floor, edge - _BEFORE)
    for remark in _REMARK.finditer(text, low, edge):
        if remark.end() == edge and _READING.search(remark[1]):
            return Span(remark.start(), remark.end())
    ends = [low, *(end for end in sentence_ends(text, low, edge) if end < edge)]
    for m in _ANNOUNCED.finditer(text, ends[-2] if len(ends) > 1 else low, edge):
        return Span(m.start(), m.end())
    if edge > floor and text[edge - 1] in ":：":
        words = [word.casefold().replace("’", "'") for word in _WORD.findall(text, ends[-1], edge)]
        if words and (_SELF - _OBJECTS).isdisjoint(words) and _FIRST_PERSON.isdisjoint(words[:3]):
            return Span(edge - 1, edge)
    return None


def _stretches(text: str, turn: Turn) -> Iterator[tuple[Span, Span]]:
    """Cue and words of what is relayed in a turn without marks around it."""
    start, end = turn.span.start, turn.span.end
    yield from _played(text, start, end)
    yield from _read_bare(text, start, end)
    for m in _SPELLED.finditer(text, start, end):
        if not _of_self(text, start, m.start()):
            yield Span(m.start(), m.start("words")), _bare(text, m.start("words"), m.end("words"))
    for m in _QUOTING.finditer(text, start, end):
        if not _of_self(text, start, m.start()):
            stop = next(sentence_ends(text, m.start("words"), m.end()), m.end())
            yield Span(m.start(), m.start("words")), _bare(text, m.start("words"), stop)
    yield from _told(text, start, end)


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _MARKS + " \t\n":
        start += 1
    while end > start and text[end - 1] in _MARKS + " \t\n":
        end -= 1
    return Span(start, end)


def _played(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """A recording inside a turn, between its stage lines."""
    opened: re.Match[str] | None = None
    for remark in _REMARK.finditer(text, start, end):
        stage = stage_of(remark[1])
        if stage is Stage.ENDS and opened is not None:
            words = _bare(text, opened.end(), remark.start())
            if len(words):
                yield Span(opened.start(), opened.end()), words
            opened = None
        elif stage in (Stage.BEGINS, Stage.MAY_BEGIN):
            opened = remark


def _read_bare(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """`(reading) Dear minister, …`: what is read without marks, up to the paragraph's end."""
    for remark in _REMARK.finditer(text, start, end):
        if _READING.search(remark[1]) and len(remark[1].split()) <= 4:
            words = _READ_OUT.match(text, remark.end(), end)
            if words is not None:
                yield Span(remark.start(), remark.end()), _bare(text, *words.span())


def _told(text: str, start: int, end: int) -> Iterator[tuple[Span, Span]]:
    """`He told me: I was there.`: after a verb of saying and a colon, somebody's first person."""
    if ":" not in text[start:end] and "：" not in text[start:end]:
        return
    for cue in CUE.finditer(text, start, end):
        if manner(cue[0]) not in (Manner.SAY, Manner.ING) or cue[0] in _ALSO_NOUNS:
            continue
        colon = _COLON.match(text, cue.end(), end)
        if colon is None or _RESTATES.search(text, max(start, cue.start() - _BEFORE), colon.end()):
            continue
        if _of_self(text, start, cue.start(), whole=manner(cue[0]) is Manner.ING):
            continue
        stop = _first_person_until(text, colon.end(), end)
        if stop is not None:
            yield Span(cue.start(), cue.end()), _bare(text, colon.end(), stop)


def _of_self(text: str, start: int, place: int, *, whole: bool = False) -> bool:
    """Whether the words before a cue make the speaker himself say it, or name nobody at all."""
    low = max(start, place - _BEFORE)
    breaks = [m.end() for m in _BREAK.finditer(text, low, place)]
    low = breaks[-1] if breaks else low
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text, low, place)]
    return _OPENERS.issuperset(words) or not _SELF.isdisjoint(words if whole else words[-_NEAR:])


def _first_person_until(text: str, start: int, end: int) -> int | None:
    """Where sentences in the first person end; None where the first is in none."""
    end = min(end, start + _FAR)
    paragraph = text.find("\n\n", start, end)
    end = end if paragraph < 0 else paragraph
    stop: int | None = None
    place = start
    for found in chain(sentence_ends(text, start, end), (end,)):
        words = _WORD.findall(text, place, found)[: 4 if stop is None else 1]
        if stop is None and words and words[0].casefold() in _INDIRECT:
            return None
        if _FIRST_PERSON.isdisjoint(word.casefold().replace("’", "'") for word in words):
            break
        stop = place = found
    return stop
