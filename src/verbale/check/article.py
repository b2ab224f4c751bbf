"""Every quotation of an article held against a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from verbale.check.checker import Checker
from verbale.check.copies import copies_of
from verbale.model import Check, CheckReport, Document, Quotation, QuotationKind, Span, Wording
from verbale.quote import quotations
from verbale.text.dates import PrintedDate, dates_in
from verbale.text.sentences import sentences
from verbale.text.weekdays import weekdays_in

__all__ = ["check_document", "claimed_day"]

# A date further from the words that attribute a quote is about something else.
REACH = 60
_ON = re.compile(r"(?:\b(?:on|dated|am|vom|el|le|du)|[(,\[])\s*$", re.I)
# what may stand between "told" and "Tuesday", apart from the speaker's name
_BESIDE = re.compile(
    r"(?:\s|,|\b(?:on|am|el|le|во?|reporters|journalists|lawmakers|parliament|journalisten|aux journalistes"
    r"|a (?:los )?periodistas|ai giornalisti|журналистам)\b)*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…]\s*[“\"„«‘']?\s*$")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_FAITHFUL = frozenset((Wording.VERBATIM, Wording.ELIDED, Wording.ADAPTED, Wording.COMMON))


def check_document(checker: Checker, document: Document) -> CheckReport:
    """Hold every direct and mixed quotation of a text against a record.

    The speaker and the day claimed are those of the text's own attribution. The text itself, its
    copies and its excerpts are no evidence.

    Args:
        checker: holds quotes against the record.
        document: the text to check.
    """
    found = [q for q in quotations(document) if q.kind is not QuotationKind.INDIRECT]
    exclude = copies_of(checker.store, checker.index, document, found)
    checks = [check for quotation in found for check in _checks(checker, document, quotation, exclude)]
    return CheckReport(
        name=document.name,
        checks=tuple(sorted(checks, key=lambda check: check.span or Span(0, 0))),
        record=checker.store.coverage(None, None),
        text=document.text,
    )


def _checks(
    checker: Checker, document: Document, quotation: Quotation, exclude: frozenset[str]
) -> Sequence[Check]:
    """One check of a quotation, or one of each part where its parts are no single passage."""
    day = claimed_day(document, quotation)
    printed = [span.of(document.text) for span in quotation.spans]

    def held(quoted: str, span: Span) -> Check:
        return checker.check(quoted, speaker=quotation.speaker, said_on=day, exclude=exclude, span=span)

    whole = Span(quotation.spans[0].start, quotation.spans[-1].end)
    check = held(" ".join(printed), whole)
    if len(printed) == 1 or check.wording in _FAITHFUL:
        return [check]
    # “…,” she said, “…”: what stands between the halves may stand for an omission
    parted = held(" … ".join(printed), whole)
    if parted.wording in _FAITHFUL:
        return [parted]
    # “….” he said. “….”: the writer set two quotations, and claims no order between them
    between = [document.text[before.end : after.start] for before, after in pairwise(quotation.spans)]
    if any(_SENTENCE_END.search(words) for words in between):
        return [held(words, span) for words, span in zip(printed, quotation.spans, strict=True)]
    return [check]


def claimed_day(document: Document, quotation: Quotation) -> date | None:
    """The day that a text gives a quotation to, None where it gives none for certain.

    Only a full date beside the attribution counts, or one whose year the text's own date settles;
    where there is none, the weekday that stands right beside its cue ("said on Tuesday").

    >>> text = "“We will stay,” Ana Ruiz said on 4 March 2025."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> claimed_day(article, quotations(article)[0])
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
        if near and day is not None and _ON.search(document.text[sentence.start : span.start]):
            found.add(day)
    found = found or _weekdays(document, quotation, sentence)
    return found.pop() if len(found) == 1 else None


def _weekdays(document: Document, quotation: Quotation, sentence: Span) -> set[date]:
    """The weekdays beside the cue; one further away may be that of which the words speak."""
    cue, published = quotation.cue, document.published_on
    if cue is None or published is None:
        return set()
    found: set[date] = set()
    for span, day in weekdays_in(sentence.of(document.text), published):
        start, end = span.start + sentence.start, span.end + sentence.start
        between = Span(cue.end, start) if cue.end <= start else Span(end, max(end, cue.start))
        words = between.of(document.text)
        mention = quotation.mention
        if mention is not None and between.start <= mention.start and mention.end <= between.end:
            words = words.replace(mention.of(document.text), " ", 1)
        if len(between) <= REACH and _BESIDE.fullmatch(words):
            found.add(day)
    return found


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
    return max(one.start - other.end, other.start - one.end, 0)


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
