"""Words that one passes on for another: `TASS quoted Marr as saying`. They are Marr's, and not TASS's."""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.quote.attribution import mentions
from verbale.quote.attribution.neighbours import Attribution, How
from verbale.text.packs import listed_words, written_in
from verbale.text.patterns import either, pattern

__all__ = ["PASSIVE", "origin", "quoted_as"]

_VERBS = frozenset(written_in("en", "quoting_verbs"))
_QUOTED_AS = pattern(
    rf"\b(?:{either(_VERBS)})\s+(?P<by>by\s+)?(?P<who>[^,;:“”\"\n]{{2,80}}?(?:,\s[^,;:“”\"\n]{{2,60}},)?)\s+as\s+\w+ing\b"
)
PASSIVE = pattern(
    rf"\b(?:{either(listed_words('being'))})\s+(?:(?:\w+ly|{either(listed_words('beside_being'))})\s+)*\Z",
    re.IGNORECASE,
)
# A search for a word's beginning is much quicker than one for the pattern, and most clauses have none.
_BEGINNINGS = frozenset(word[:3] for word in _VERBS)
_REPORTING = listed_words("reporting_cues")
_CITING = pattern(
    rf",\s+(?:\w+\s+){{0,2}}?(?P<verb>{either(word for word in _VERBS if word.endswith('ing'))})\s"
)


def quoted_as(text: str, start: int, end: int, how: How) -> Attribution | None:
    """The attribution of `TASS quoted Marr as saying`, `Marr was quoted by TASS as saying`.

    Args:
        text: The text.
        start: Where the clause begins.
        end: Where it ends.
        how: Where it stands to the words.

    >>> text = "TASS quoted Minister Marr as saying"
    >>> quoted_as(text, 0, len(text), How.BEFORE).mention.of(text)
    'Minister Marr'
    """
    if not any(text.find(beginning, start, end) >= 0 for beginning in _BEGINNINGS):
        return None
    found = _QUOTED_AS.search(text, start, end)
    if found is None:
        return None
    if found["by"] is None:
        first = found.start("who")
        return Attribution(how, Span(*found.span()), Span(first, first + len(found["who"].rstrip(","))))
    subject = mentions.before(text, start, found.start())
    joint = subject is not None and subject.joint
    return Attribution(how, Span(*found.span()), subject.span if subject else None, joint=joint)


def origin(text: str, start: int, cue: Span, end: int) -> int | None:
    """Behind which word a clause says whose the words are that somebody passes on; None where they are his.

    Args:
        text: The text.
        start: Where the clause begins.
        cue: A cue: `quoted`, or `reported` with `, citing Marr` behind it.
        end: Where the sentence ends.

    >>> text = "TASS reported, citing Marr."
    >>> text[origin(text, 0, Span(5, 13), len(text)):]
    ' Marr.'
    """
    verb = cue.of(text).split()[0].lower()
    if verb in _VERBS:
        return cue.end if PASSIVE.search(text, start, cue.start) is None else None
    found = _CITING.match(text, cue.end, end) if verb in _REPORTING else None
    return found.end("verb") if found is not None else None
