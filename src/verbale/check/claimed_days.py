"""The day that a text gives a quotation to: a date beside its attribution, or the weekday beside its cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from verbale.model import Document, Quotation, Span
from verbale.text.dates import PrintedDate, dates_in
from verbale.text.lexicon import lexicon
from verbale.text.packs import listed_words, remark
from verbale.text.sentences import sentences
from verbale.text.weekdays import weekdays_in

__all__ = ["claimed_day", "day_beside_cue"]

# A date further from the words that attribute a quote is about something else.
REACH = 60
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


@cache
def _patterns(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a day, and what may stand between a cue and a day, apart from the speaker's name."""

    def words(key: str) -> Iterable[str]:
        known = lexicon(language) if language is not None else None
        return known.entries(key) if known is not None and known.has(key) else listed_words(key)

    days, listeners = (remark(words(key)) for key in ("saying_days", "listeners"))
    return (
        re.compile(rf"(?:{days}|[(,\[])\s*$", re.IGNORECASE),
        re.compile(rf"(?:\s|,|{days}|{listeners})*", re.IGNORECASE),
    )


def claimed_day(document: Document, quotation: Quotation) -> date | None:
    """The day that a text gives a quotation to, None where it gives none for certain.

    Only a full date beside the attribution counts, or one whose year the text's own date settles;
    where there is none, the weekday that stands right beside its cue ("said on Tuesday").

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz said on 4 March 2025."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> claimed_day(article, quotations(article, tagger=False)[0])
    datetime.date(2025, 3, 4)
    """
    sentence = _sentence(document.text, quotation)
    anchors = [span for span in (quotation.cue, quotation.mention) if span is not None]
    anchors = anchors or list(quotation.spans)
    found: set[date] = set()
    for printed in dates_in(sentence.of(document.text), language=document.language):
        span = Span(printed.span.start + sentence.start, printed.span.end + sentence.start)
        if any(span.overlaps(words) for words in quotation.spans):
            continue
        near = min(_distance(span, anchor) for anchor in anchors) <= REACH
        day = _resolved(printed, document)
        if (
            near
            and day is not None
            and _patterns(document.language)[0].search(document.text[sentence.start : span.start])
        ):
            found.add(day)
    found = found or _weekdays(document, quotation, sentence)
    return found.pop() if len(found) == 1 else None


def day_beside_cue(document: Document, quotation: Quotation) -> date | None:
    """The day that stands right beside the words that attribute a quotation, None where none does.

    A date further away may be the day of something else: this one settles what a report is evidence of.

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz said on 6 March 2025 of the treaty signed on 4 March 2025."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> str(day_beside_cue(article, quotations(article, tagger=False)[0]))
    '2025-03-06'
    """
    sentence = _sentence(document.text, quotation)
    found = _weekdays(document, quotation, sentence)
    for printed in dates_in(sentence.of(document.text), language=document.language):
        start, end = printed.span.start + sentence.start, printed.span.end + sentence.start
        day = _resolved(printed, document)
        if day is not None and _is_beside_cue(document, quotation, start, end):
            found.add(day)
    return found.pop() if len(found) == 1 else None


def _weekdays(document: Document, quotation: Quotation, sentence: Span) -> set[date]:
    """The weekdays beside the cue; one further away may be that of which the words speak."""
    if quotation.cue is None or document.published_on is None:
        return set()
    return {
        day
        for span, day in weekdays_in(sentence.of(document.text), document.published_on)
        if _is_beside_cue(document, quotation, span.start + sentence.start, span.end + sentence.start)
    }


def _is_beside_cue(document: Document, quotation: Quotation, start: int, end: int) -> bool:
    cue, mention = quotation.cue, quotation.mention
    if cue is None:
        return False
    between = Span(cue.end, start) if cue.end <= start else Span(end, max(end, cue.start))
    words = between.of(document.text)
    if mention is not None and between.start <= mention.start and mention.end <= between.end:
        words = words.replace(mention.of(document.text), " ", 1)
    return len(between) <= REACH and _patterns(document.language)[1].fullmatch(words) is not None


def _sentence(text: str, quotation: Quotation) -> Span:
    """The paragraph's sentences that the quotation and its attribution stand in."""
    spans = [*quotation.spans, *(s for s in (quotation.cue, quotation.mention) if s is not None)]
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    start = max(
        (m.end() for m in _PARAGRAPH.finditer(text, max(0, low - 2_000), low)), default=max(0, low - 2_000)
    )
    after = _PARAGRAPH.search(text, high)
    end = after.start() if after else min(len(text), high + 2_000)
    touching: Sequence[Span] = [s for s in sentences(text, start, end) if s.start < high and low < s.end]
    if not touching:
        return Span(low, high)
    return Span(min(low, touching[0].start), max(high, touching[-1].end))


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _resolved(printed: PrintedDate, document: Document) -> date | None:
    if printed.on is not None:
        return printed.on
    published = document.published_on
    if published is None:
        return None
    day = printed.in_year(published.year)
    if day is not None and day > published:
        day = printed.in_year(published.year - 1)
    return day
