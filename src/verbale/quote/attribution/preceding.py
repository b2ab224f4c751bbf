"""An attribution before the quoted words: `Marr said: "..."`, `Elena Marr: "..."`, `Marr's answer: "..."`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.text import Span
from verbale.quote.attribution import mentions
from verbale.quote.attribution.by_pack import sentence
from verbale.quote.attribution.colons import before_colon
from verbale.quote.attribution.cues import ADVERBS, CUE, Manner, manner
from verbale.quote.attribution.mentions import Mention
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end, shared
from verbale.quote.attribution.quoted_as import PASSIVE, origin, quoted_as
from verbale.quote.attribution.shapes import NAME
from verbale.text.lexicon import Lexicon
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["inside", "preceding", "sentence_before"]

_NEGATION = pattern(
    rf"(?:n['’]t|\b(?:{either(listed_words('not_said') | listed_words('not_said_before'))}))\s+"
    r"(?:\w+ly\s+|even\s+)*\Z"
)
_SUPPOSED = pattern(
    rf"(?:\b(?:{either(written_words('supposing'))})\b[^,;:]{{0,60}}|"
    rf"\b(?:{either(written_words('asking'))})\s+[^,;:]{{0,60}})\Z"
)
_AGENT = pattern(rf"[^,;:]{{0,40}}?\bby\s+(?P<who>(?:[Tt]he\s+)?(?:{NAME}))")
_GOING_ON = pattern(
    r"(?:\b(?:is|are|was|were|am|been|keeps?|kept|has|have|goes|went|started|began|continue[sd]?)|['’](?:re|s|m))\s+"
    r"(?:\w+ly\s+|also\s+|now\s+|on\s+|by\s+)*\Z"
)
_CAME = pattern(rf"(?<!\w)(?:{either(listed_words('coming_verbs'))})(?:\s+[^\s,.;:]+){{0,4}}\s+\Z")
_AFTER_COMMA = pattern(r"[,—–]\s*(?:\w+ly\s+|then\s+|also\s+|later\s+)*\Z")
_INVERTING = listed_words("inverting_cues")
_QUOTES_SOMEBODY = listed_words("quotes_somebody")
_ONLY_AFTER = listed_words("cues_only_after")
# Verbs of speech that often stand inside what somebody said: "he said he asks ...".
_OFTEN_REPORTED = listed_words("reported_cues")
_CLEAR = listed_words("clear_cues")
_INSIDE = pattern(rf"(?:(?:{ADVERBS}|has|had)\s+)*(?P<cue>{CUE.pattern})(?:\s+that\b|\s*:)\s*(?=\S)")


def _made(how: How, cue: Span, subject: Mention | None, kind: Manner, *, doubt: bool = False) -> Attribution:
    if subject is None:
        return Attribution(how, cue, None, kind, doubt=doubt)
    return Attribution(how, cue, subject.span, kind, subject.joint, doubt)


def _tail(text: str, cue_end: int, end: int) -> str:
    return text[cue_end:end].strip(" *_\n\t\u00a0")


def _is_beside(tail: str) -> bool:
    return tail in {"", ",", ":", "that", "that,", "—", "–", "-", "as"} or tail.endswith(":")


def _cue(text: str, begin: int, end: int) -> re.Match[str] | None:
    """The cue that governs what stands at `end`: the last one, unless it is part of what was said."""
    found: re.Match[str] | None = None
    clear: re.Match[str] | None = None
    for candidate in CUE.finditer(text, begin, end):
        how = manner(candidate[0])
        tail = _tail(text, candidate.end(), end)
        beside = _is_beside(tail)
        if how is Manner.WEAK and (not beside or candidate[0] in _ONLY_AFTER):
            continue
        if how is Manner.LABEL and len(tail.split()) > 8:
            continue
        if clear is not None and candidate[0] in _OFTEN_REPORTED and not beside:
            continue
        found = candidate
        if candidate[0] in _CLEAR:
            clear = candidate
    return found


def preceding(text: str, start: int, outer_start: int, sentence: int | None = None) -> Attribution | None:
    """The attribution that stands before the opening mark, in the same sentence.

    Args:
        text: The text.
        start: Where the neighbourhood begins.
        outer_start: Where the opening mark stands.
        sentence: Where the sentence begins, where that is known.

    >>> text = "The minister told them that “it is over.”"
    >>> preceding(text, 0, text.index("“")).mention.of(text)
    'The minister'
    """
    begin = last_end(text, max(start, outer_start - WINDOW), outer_start) if sentence is None else sentence
    if quoted := quoted_as(text, begin, outer_start, How.BEFORE):
        return quoted
    found = _cue(text, begin, outer_start)
    if found is None:
        return before_colon(text, begin, outer_start)
    how = manner(found[0])
    tail = _tail(text, found.end(), outer_start)
    where = How.BEFORE if _is_beside(tail) else How.WITHIN
    cue = Span(*found.span())
    if how is Manner.BY:
        return _made(where, cue, mentions.after(text, found.end(), outer_start), how)
    ahead = text[begin : found.start()]
    word = found[0].split()[0]
    if how is not Manner.ING and PASSIVE.search(ahead) and word not in _QUOTES_SOMEBODY:
        if agent := _AGENT.match(text, found.end(), outer_start):
            return Attribution(where, cue, Span(*agent.span("who")), how)
        return Attribution(where, cue, None, how, recipient=True)
    doubt = _NEGATION.search(ahead) is not None or _SUPPOSED.search(ahead) is not None
    if how is Manner.ING:
        came = found[0].startswith("to") and _CAME.search(ahead) is not None
        supposed = found[0].startswith("to") and not came and _GOING_ON.search(ahead) is None
        subject = (
            mentions.leading(text, begin, found.start())
            if came
            else _participle_subject(text, begin, found.start())
        )
        return _made(where, cue, subject, how, doubt=doubt or supposed)
    place = origin(text, begin, cue, outer_start)
    if place is not None:
        return _made(where, cue, mentions.after(text, place, outer_start), how, doubt=doubt)
    subject = mentions.before(text, begin, found.start())
    if subject is None and word in _INVERTING:
        subject = mentions.after(text, found.end(), outer_start)
    return _made(where, cue, subject, how, doubt=doubt)


def _participle_subject(text: str, begin: int, cue: int) -> Mention | None:
    """Whose "saying" it is: the one just before, or after a comma the subject of the clause."""
    ahead = text[begin:cue]
    if _GOING_ON.search(ahead):
        return mentions.before(text, begin, cue)
    earlier = [
        m for m in CUE.finditer(text, begin, cue) if manner(m[0]) in (Manner.SAY, Manner.LABEL, Manner.WEAK)
    ]
    if earlier:
        return mentions.before(text, begin, earlier[0].start())
    if _AFTER_COMMA.search(ahead):
        return mentions.leading(text, begin, cue)
    return mentions.before(text, begin, cue)


def sentence_before(
    text: str, start: int, outer_start: int, lexicons: Sequence[Lexicon] = ()
) -> Attribution | None:
    """The sentence before reports the same person's words: `Marr said it was dead. "It leads nowhere"`.

    Args:
        text: The text.
        start: Where the neighbourhood begins.
        outer_start: Where the opening mark stands.
        lexicons: The words of the text's language, where it is told and is not English.
    """
    ends = list(sentence_ends(text, max(start, outer_start - 2 * WINDOW), outer_start))
    if not ends or text[ends[-1] : outer_start].strip(" *_\n\t\u00a0"):
        return None
    begin = ends[-2] if len(ends) > 1 else max(start, outer_start - 2 * WINDOW)
    if any(mark in text[begin : ends[-1]] for mark in '“”"«»„'):
        return None
    told = sentence(text, begin, ends[-1], lexicons) if lexicons else None
    found = told if lexicons else preceding(text, begin, ends[-1], begin)
    if found is None or found.mention is None or found.doubt or found.joint:
        return None
    if found.manner not in (Manner.SAY, Manner.ING, Manner.BY):
        return None
    return shared(found, How.SENTENCE)


def inside(text: str, content: Span, start: int) -> Attribution | None:
    """The cue stands inside the marks: `President Vik "once again said: we stay"`.

    Args:
        text: The text.
        content: The words between the marks.
        start: Where the neighbourhood begins.
    """
    cue = _INSIDE.match(text, content.start, min(content.end, content.start + 80))
    if cue is None:
        return None
    begin = last_end(text, max(start, content.start - WINDOW), content.start - 1)
    subject = mentions.before(text, begin, content.start - 1)
    return None if subject is None else _made(How.INSIDE, Span(*cue.span("cue")), subject, Manner.SAY)
