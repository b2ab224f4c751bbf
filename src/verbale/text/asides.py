"""What stands in a transcript's text and was not said: stage notes, corrections, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model import Span
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["asides", "corrected", "holds_struck", "markup", "struck", "unclear"]

_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|\]\((?:[^()\s]{0,400})\)|https?://[^\s<>\"”’)\]]+")
_STRUCK = re.compile(
    r"<(s|strike|del)(?:\s[^<>\n]{0,80})?>(?:(?!\n\s*\n)[\s\S]){0,300}?</\1>"
    r"|~~(?=[^\s~])(?:(?!\n\s*\n)[\s\S]){0,300}?(?<=[^\s~])~~(?!~)",
    re.IGNORECASE,
)
_STRIKES = 400
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
    """Spans of struck-out words, which the writer took back.

    Not so beside a correction in square brackets: who transcribes so strikes out what was said.

    >>> [span.of("We will ~~not~~ pay.") for span in struck("We will ~~not~~ pay.")]
    ['~~not~~']
    """
    if "~~" in text or "</" in text:
        for match in _STRUCK.finditer(text):
            if not _is_corrected(text, match):
                yield Span(match.start(), match.end())


def corrected(text: str) -> Iterator[Span]:
    """Spans of words that were said, and struck out beside a correction.

    >>> [span.of("my <s>son</s> [brother]") for span in corrected("my <s>son</s> [brother]")]
    ['<s>son</s>']
    """
    if "~~" in text or "</" in text:
        for match in _STRUCK.finditer(text):
            if _is_corrected(text, match):
                yield Span(match.start(), match.end())


def _is_corrected(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 3) : found.start()].rstrip()
    return before.endswith("]") or text[found.end() : found.end() + 3].lstrip().startswith(("[", "\\["))


def holds_struck(text: str, span: Span) -> bool:
    """Whether words of a span are struck out.

    Args:
        text: A text.
        span: A part of it.

    >>> holds_struck("We will ~~not~~ pay.", Span(8, 14)), holds_struck("We will ~~not~~ pay.", Span(0, 7))
    (True, False)
    """
    first = max(0, span.start - _STRIKES)
    near = text[first : span.end + _STRIKES]
    return any(each.start + first < span.end and span.start < each.end + first for each in struck(near))


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
