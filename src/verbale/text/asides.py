"""What stands in a transcript's text and was not said: stage notes, corrections, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model import Span
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["asides", "markup", "struck", "unclear"]

_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|\]\((?:[^()\s]{0,400})\)|https?://[^\s<>\"”’)\]]+")
_STRUCK = re.compile(r"<(s|strike|del)>(.{0,300}?)</\1>|~~(.{0,300}?)~~", re.S)
_SQUARE = re.compile(r"\[[^\[\]]{0,300}\]")
_ROUND = re.compile(r"\([^()]{0,300}\)")
_NOT_HEARD = "|".join(map(re.escape, sorted(listed_words("unclear_notes"))))
_WHOLE = "|".join(sorted(listed_words("whole_notes")))
_NOTE = pattern(
    rf"{'|'.join(map(re.escape, sorted(listed_words('stage_notes'))))}|{_NOT_HEARD}"
    rf"|^\(?\s*(?:{_WHOLE})\s*\.?\)?$",
    re.IGNORECASE,
)
_UNCLEAR = pattern(rf"{_NOT_HEARD}|\b(?:{_WHOLE})\b", re.IGNORECASE)


def markup(text: str) -> Iterator[Span]:
    """Spans of tags, link targets and addresses, whose letters are no words of the text.

    >>> [span.of("so <s>be it</s>") for span in markup("so <s>be it</s>")]
    ['<s>', '</s>']
    """
    if "<" in text or "](" in text or "://" in text:
        for match in _MARKUP.finditer(text):
            yield Span(match.start(), match.end())


def struck(text: str) -> Iterator[Span]:
    """Spans of struck-out words: said, and corrected by the transcriber."""
    if "<" in text or "~~" in text:
        for match in _STRUCK.finditer(text):
            yield Span(match.start(), match.end())


def asides(text: str) -> Iterator[Span]:
    """Spans of stage notes in round brackets and of the transcriber's words in square ones.

    >>> text = "We won. (Laughter.) All (most) of us, my [older] brother too."
    >>> [span.of(text) for span in asides(text)]
    ['[older]', '(Laughter.)']
    """
    if "[" in text:
        for match in _SQUARE.finditer(text):
            yield Span(match.start(), match.end())
    if "(" in text:
        for match in _ROUND.finditer(text):
            if _NOTE.search(match.group()):
                yield Span(match.start(), match.end())


def unclear(text: str) -> bool:
    """Whether the transcript itself says that a passage was not heard well."""
    return any(_UNCLEAR.search(span.of(text)) for span in asides(text))
