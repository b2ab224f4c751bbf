"""What quote marks are for: speech, or a title, a term, a word held at arm's length."""

from __future__ import annotations

import re
from enum import StrEnum

from verbale.model.text import Span
from verbale.quote.attribution.cues import Manner
from verbale.quote.attribution.neighbours import Attribution, How, last_end
from verbale.quote.marks.stretches import Stretch
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern

__all__ = ["Use", "is_sentence", "stands_alone", "use_of"]


class Use(StrEnum):
    """What a quoted stretch is."""

    SPEECH = "speech"
    SCARE = "scare"
    TITLE = "title"
    TERM = "term"


_TITLED = pattern(
    rf"\b(?:{either(written_words('titled'))})(?:\s+(?:{either(listed_words('title_links'))}))?,?\s*\Z"
)
_SO_CALLED = pattern(rf"\b(?:{either(listed_words('so_called'))})\s*\Z", re.IGNORECASE)
_TERM = pattern(
    rf"\b(?:{either(written_words('terms'))}|(?:{either(listed_words('refers_to'))})\s+(?:\w+\s+){{0,3}}as)[,:]?\s*\Z"
)
_NAMED_AFTER = pattern(rf"\s+(?:{either(listed_words('behind_titles'))})\b")
# Chinese and Japanese put no space between words, which have two letters as a rule.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = pattern(rf"[{_UNSPACED}]{{1,2}}|[^\W_{_UNSPACED}]+(?:['’\-][^\W_{_UNSPACED}]+)*")
_MINOR = listed_words("title_minor")
_TERMINAL = frozenset(".?!…。！？؟।॥")


def _words(text: str, content: tuple[Span, ...]) -> list[str]:
    return _WORD.findall(text, content[0].start, min(content[0].end, content[0].start + 400))


def _title_case(words: list[str]) -> bool:
    """Whether all words that count begin with a capital, as titles and names of programmes do."""
    major = [word for word in words if word.lower() not in _MINOR]
    return (
        2 <= len(words) <= 14
        and len(major) >= 1
        and all(word[0].isupper() or word[0].isdigit() for word in major)
        and (len(words) == 2 or len(major) >= 2)
    )


def is_sentence(text: str, content: tuple[Span, ...]) -> bool:
    """Whether the words read as whole sentences: a capital at the beginning, a mark at the end.

    Args:
        text: The text.
        content: The words, without their marks.

    >>> is_sentence("We stay. No one goes.", (Span(0, 21),))
    True
    """
    head = text[content[0].start : content[0].start + 12].lstrip("[(*_…. '’‘“\"¿¡—–-")
    if not head or head[0].islower():
        return False
    end = content[-1].end
    tail = text[end - 4 : end + 2].rstrip("\"”“’'»)]*_ \n")
    return tail[-1:] in _TERMINAL | {","} or text[end - 1] in _TERMINAL | {",", "—", "–", "-"}


def stands_alone(text: str, outer: Span, start: int) -> bool:
    """Whether a stretch begins its sentence.

    Args:
        text: The text.
        outer: The words with their marks.
        start: Where the neighbourhood begins.
    """
    begin = last_end(text, max(start, outer.start - 320), outer.start)
    return not text[begin : outer.start].strip(" \t\r\n\u00a0*_>(-–—•·")


def use_of(  # noqa: PLR0913 - plain facts about one stretch
    text: str, stretch: Stretch, start: int, found: Attribution | None, *, main: bool, turn: bool
) -> Use:
    """Tells speech from the other uses of quote marks.

    Args:
        text: The text.
        stretch: The words between the marks.
        start: Where the neighbourhood begins.
        found: The attribution beside them, if there is one.
        main: Whether words without an attribution are the main speaker's (a digest).
        turn: Whether they stand inside somebody's turn.

    Returns:
        The use; SPEECH only where cue, length or form speak for it.
    """
    content, outer = stretch.spans, stretch.outer
    before = text[max(start, outer.start - 60) : outer.start]
    words = _words(text, content)
    many = max(len(words), (content[0].end - content[0].start) // 14)
    if stretch.block:
        return Use.SPEECH if many >= 3 else Use.SCARE
    sentence = is_sentence(text, content)
    alone = stands_alone(text, outer, start) or before.rstrip().endswith((":", "："))
    beside = found is not None and found.how in (How.AFTER, How.BEFORE, How.COLON, How.INSIDE, How.SIGNED)
    titled = _title_case(words)
    if _SO_CALLED.search(before) and many < 8:
        return Use.SCARE
    if titled and _TITLED.search(before):
        return Use.TITLE
    if not (found is not None and found.how in (How.AFTER, How.INSIDE) and sentence) and many < 12:
        named = found is not None and found.manner is Manner.LABEL and found.mention is not None and many >= 3
        if (
            _TERM.search(before)
            and not (named and not titled)
            and not (found is not None and found.how is How.COLON)
        ):
            return Use.TITLE if titled else Use.TERM
        if _TITLED.search(before) and (not sentence or many < 4) and not beside:
            return Use.TITLE
        if titled and not (beside and sentence):
            return Use.TITLE
        if many <= 5 and not sentence and _NAMED_AFTER.match(text, outer.end):
            return Use.TERM
    if found is not None:
        return _attributed(found, many, sentence=sentence, alone=alone)
    if sentence and alone and many >= 3:
        return Use.SPEECH
    if main:
        return Use.SPEECH if many >= 3 else Use.SCARE
    return Use.SPEECH if many >= (10 if turn else 8) else Use.SCARE


def _attributed(found: Attribution, many: int, *, sentence: bool, alone: bool) -> Use:
    if found.how in (How.FLOATING, How.PARAGRAPH):
        return Use.SPEECH if sentence or many >= 8 else Use.SCARE
    if found.how in (How.WITHIN, How.CLOSING, How.SHARED):
        return Use.SPEECH if many >= 3 else Use.SCARE
    if found.manner is Manner.LABEL:
        return Use.SPEECH if many >= 2 and found.mention is not None else Use.TERM
    if found.how is How.AFTER and not alone and not sentence:
        return Use.SPEECH if many >= 2 else Use.SCARE
    return Use.SPEECH
