"""An answer told without a verb of saying: `“…,” came the reply`. It is never whose who asked.

Who asks begins many a sentence before quoted words: `Vale asked Tolk about it. “…”`. What follows is then
the other's, save where it is the question itself.
"""

from __future__ import annotations

from verbale.model.text import Span
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end
from verbale.quote.attribution.shapes import NAME
from verbale.text.packs import listed_words, written_in
from verbale.text.patterns import either, pattern

__all__ = ["asks", "is_question", "reply"]

_NOUNS = either(listed_words("replies"))
_REPLY = pattern(
    rf"[\s,;*_—–-]*(?P<cue>(?:{either(listed_words('reply_verbs'))})\s+(?:(?P<whose>{NAME})['’]s?\s+|[^,.;:\n“”\"„«»]{{0,40}}?)"
    rf"(?:[^\W\d_A-Z][\w-]*\s+){{0,2}}(?:{_NOUNS})\b)(?:\s+(?:{either(listed_words('reply_from'))})\s+"
    rf"(?P<from>(?:[Tt]he\s+)?{NAME})(?!['’\w]))?(?P<more>\s+\w)?"
)
_ASKING = listed_words("asking_cues")
_ASKED = pattern(
    rf"\b(?P<cue>{either(written_in('en', 'asking_cues'))})\s+(?:[^\W\d_A-Z][\w-]*\s+){{0,2}}"
    rf"(?P<who>{NAME})(?=\s+[^\W\d_A-Z]|[.,?!])"
)
_REQUEST = pattern(rf"\s+(?:\S+\s+){{1,5}}?(?:{either(listed_words('requesting'))})\s+\w")
_QUESTION_ENDS = ("?", "？", "؟", ";")


def is_question(text: str, words: Span) -> bool:
    """Whether quoted words end as a question does.

    Args:
        text: The text.
        words: The words, without their marks.
    """
    return words.of(text).rstrip(" \u00a0’”'\"»").endswith(_QUESTION_ENDS)


def asks(text: str, cue: Span | None, end: int) -> bool:
    """Whether a cue says that somebody asked a question, and not that he asked for something.

    Args:
        text: The text.
        cue: The cue.
        end: Where its sentence ends.

    >>> text = "Vale asked Tolk about it. Vale asked Tolk to leave."
    >>> asks(text, Span(5, 10), 25), asks(text, Span(31, 36), 51)
    (True, False)
    """
    if cue is None or " ".join(cue.of(text).casefold().split()) not in _ASKING:
        return False
    return _REQUEST.match(text, cue.end, end) is None


def reply(text: str, start: int, outer: Span, limit: int) -> Attribution | None:
    """What says behind quoted words that they are an answer.

    Args:
        text: The text.
        start: Where the neighbourhood of the words begins.
        outer: The words with their marks.
        limit: Where to stop looking.

    Returns:
        The attribution, with a mention only where the text says whose the answer is, or whom alone
        the sentence before asks.

    >>> text = "Vale asked Mara Tolk about it. “In May,” came the reply."
    >>> reply(text, 0, Span(31, 40), len(text)).mention.of(text)
    'Mara Tolk'
    """
    found = _REPLY.match(text, outer.end, min(limit, outer.end + WINDOW))
    if found is None:
        return None
    cue = Span(*found.span("cue"))
    for whose in ("whose", "from"):
        if found[whose]:
            return Attribution(How.AFTER, cue, Span(*found.span(whose)))
    return Attribution(How.AFTER, cue, None if found["more"] else _asked(text, start, outer.start))


def _asked(text: str, start: int, place: int) -> Span | None:
    """Whom the sentence before a place asks, as in `Vale asked Mara Tolk about it`."""
    end = last_end(text, max(start, place - WINDOW), place)
    if text[end:place].strip(" \t\n\u00a0*_"):
        return None
    begin = last_end(text, max(start, place - WINDOW), end - 1)
    found = _ASKED.search(text, begin, end)
    # without a subject before it the name behind the verb is his who asks
    if found is None or not text[begin : found.start()].strip():
        return None
    return Span(*found.span("who")) if asks(text, Span(*found.span("cue")), end) else None
