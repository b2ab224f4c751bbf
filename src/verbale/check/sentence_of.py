"""The sentence that a quotation and its attribution stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.model import Document, Quotation, Span
from verbale.text.dates import dates_in
from verbale.text.sentences import sentences

__all__ = ["PARAGRAPH", "outside_quotes", "sentence_of", "whole"]

PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_NUMBER_LAST = re.compile(r"(?<!\d)\d\d?\.\s*$")


def outside_quotes(sentence: Span, spans: Sequence[Span]) -> Iterator[Span]:
    """What of a sentence is not quoted."""
    at = sentence.start
    for span in spans:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    yield Span(at, max(at, sentence.end))


def whole(text: str, found: Sequence[Span], language: str | None) -> list[Span]:
    """Sentences, of which none ends inside a day: `am 4. März` has a stop behind its number."""
    whole: list[Span] = []
    for each in found:
        last = whole[-1] if whole else None
        if last is not None and _NUMBER_LAST.search(text, max(last.start, last.end - 5), last.end):
            first = max(last.start, last.end - 5)
            printed = dates_in(text[first : each.end], language=language)
            if any(found_.span.start + first < last.end < found_.span.end + first for found_ in printed):
                whole[-1] = Span(last.start, each.end)
                continue
        whole.append(each)
    return whole


def sentence_of(document: Document, quotation: Quotation) -> Span:
    """The paragraph's sentences that the quotation and its attribution stand in."""
    text, language = document.text, document.language_tag
    spans = [*quotation.spans, *(s for s in (quotation.cue, quotation.mention) if s is not None)]
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    start = max(
        (m.end() for m in PARAGRAPH.finditer(text, max(0, low - 2_000), low)), default=max(0, low - 2_000)
    )
    after = PARAGRAPH.search(text, high)
    end = after.start() if after else min(len(text), high + 2_000)
    touching = [
        s for s in whole(text, sentences(text, start, end), language) if s.start < high and low < s.end
    ]
    if not touching:
        return Span(low, high)
    return Span(min(low, touching[0].start), max(high, touching[-1].end))
