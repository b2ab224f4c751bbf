"""Longer mentions down to the words that name: appositions, "himself", descriptions before a name."""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.quote.attribution.shapes import NAME, WORD
from verbale.quote.speakers.office_words import is_body, person_in
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern

__all__ = ["is_joint", "is_nobody", "is_writing", "naming_part"]

_SELF = pattern(r"[\s,]+(?:him|her|it|them)sel(?:f|ves)\Z|[\s,]+\Z")
_JOINT = pattern(rf"\b(?:{either(listed_words('together'))})\b|;|&")
_BODY_AND = pattern(
    rf"\b[A-Z][\w’'-]*\s+(?:and|&)\s+[A-Z][\w’'-]*\s+(?:{either(written_words('bodies_with_and'))})\b"
)
_BEHIND_DESCRIPTION = pattern(rf"(?<=[a-z’'s]\s){NAME}\Z")
_LAST_TWO = pattern(rf"{WORD}\s{WORD}\Z")
_GOVERNED = pattern(rf"\b(?:{either(listed_words('governs_names'))})\s+(?:the\s+)?\Z", re.IGNORECASE)
_INDEFINITE = listed_words("before_somebody") - listed_words("definite_articles") - listed_words("owners")
_ONE_OF = listed_words("before_somebody")
_NOBODY = pattern(rf"(?:{either(listed_words('nobodies'))})(?![\w’'-])", re.IGNORECASE)
_WRITING = pattern(rf"\b(?:{either(listed_words('writings'))})\Z", re.IGNORECASE)


def is_joint(mention: str) -> bool:
    """Whether a mention names several speakers.

    >>> is_joint("Marr and her deputy"), is_joint("Elena Marr, the minister")
    (True, False)
    """
    return _JOINT.search(_BODY_AND.sub("", mention)) is not None


def is_writing(mention: str) -> bool:
    """Whether a mention is a paper, a poll, a law: it says something, and nobody speaks.

    >>> is_writing("a new poll"), is_writing("the minister")
    (True, False)
    """
    return _WRITING.search(mention.strip(" ,.")) is not None


def is_nobody(mention: str) -> bool:
    """Whether a mention says that nobody in particular, or nobody at all, spoke.

    >>> is_nobody("No other leader"), is_nobody("someone"), is_nobody("Noel Marr")
    (True, True, False)
    """
    return _NOBODY.match(mention) is not None


def naming_part(text: str, mention: Span) -> Span:
    """The part of a mention that names its speaker.

    Args:
        text: The text.
        mention: All words that speak of the speaker.

    Returns:
        The part with the name where there is one, else the mention itself.

    >>> text = "My former colleague, now mayor of Selden, Otis Crane"
    >>> naming_part(text, Span(0, len(text))).of(text)
    'Otis Crane'
    """
    words = mention.of(text)
    end = mention.end
    while (ending := _SELF.search(text, mention.start, end)) is not None and ending.start() > mention.start:
        end = ending.start()
    mention = Span(mention.start, end)
    words = mention.of(text)
    parts = [
        Span(mention.start + found.start(), mention.start + found.end())
        for found in re.finditer(r"[^,()]+", words)
    ]
    named = []
    for part in parts:
        inner = part.of(text)
        name, body = person_in(inner.strip())
        if name is not None and not body and " " in name and not is_body(name):
            named.append(_stripped(text, part))
            continue
        behind = _BEHIND_DESCRIPTION.search(inner.rstrip())
        if name is None and behind and _is_full_name(inner[: behind.start()], behind[0]):
            named.append(Span(part.start + behind.start(), part.start + behind.end()))
    if len(named) == 1:
        return named[0]
    return mention if named else _twice_named(text, mention)


def _is_full_name(before: str, name: str) -> bool:
    if " " not in name or is_body(name) or _GOVERNED.search(before):
        return False
    if before and _ONE_OF.issuperset(before.lower().split()):
        return False  # "an Iowa Democrat"
    return person_in(name)[0] is not None


def _twice_named(text: str, mention: Span) -> Span:
    """`President of Orland Elena Marr`: the last two words, where the text has them by themselves too."""
    ending = _LAST_TWO.search(text, mention.start, mention.end)
    if ending is None or is_body(ending[0]) or text.count(ending[0]) < 2:
        return mention
    if mention.of(text).split()[0].lower() in _INDEFINITE:
        return mention  # "a New Selden Democrat"
    return Span(*ending.span()) if _is_full_name("", ending[0]) else mention


def _stripped(text: str, part: Span) -> Span:
    words = part.of(text)
    first = part.start + len(words) - len(words.lstrip())
    return Span(first, part.start + len(words.rstrip()))
