"""Every quotation of an article held against a record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, chain, pairwise
from operator import attrgetter

from verbale.check.checker import Checker
from verbale.check.choice import Claim
from verbale.check.claimed_days import claimed_period
from verbale.check.given_to import claimed_outlet
from verbale.check.own_text import copies_of
from verbale.model import Check, CheckReport, Document, Quotation, Span, Wording

__all__ = ["check_document"]

_SENTENCE_END = re.compile(r"[.!?…]\s*[“\"„«‘']?\s*$")
_OMITTED = " … "
_FAITHFUL = frozenset((Wording.VERBATIM, Wording.ELIDED, Wording.ADAPTED, Wording.COMMON))


def check_document(checker: Checker, document: Document) -> CheckReport:
    """Hold every quotation of a text against a record; what it reports in its own words is set beside it.

    The speaker and the day claimed are those of the text's own attribution, read by its marks and by the
    tagger. The text itself, its copies and its excerpts are no evidence.

    Args:
        checker: holds quotes against the record.
        document: the text to check.
    """
    from verbale.quote.given_words import claimed  # noqa: PLC0415 (slow to load, and for articles alone)

    found = claimed(document)
    exclude = copies_of(checker.store, checker.index, document, found.quoted)
    checks = [check for quotation in found.quoted for check in _checks(checker, document, quotation, exclude)]
    checks += [_beside(checker, document, quotation, exclude) for quotation in found.told]
    return CheckReport(
        name=document.name,
        checks=tuple(sorted(checks, key=attrgetter("span"))),
        record=checker.store.coverage(None, None),
        text=document.text,
    )


def _beside(checker: Checker, document: Document, told: Quotation, exclude: frozenset[str]) -> Check:
    """Reported speech beside what it may report."""
    words = " ".join(span.of(document.text) for span in told.spans)
    whole = Span(told.spans[0].start, told.spans[-1].end)
    when = claimed_period(document, told)
    day = when.day if when is not None else None
    claim = Claim(words, told.speaker, day, when if day is None else None, whole)
    return checker.paraphrases.check(claim, document.published_on, exclude)


def _checks(
    checker: Checker, document: Document, quotation: Quotation, exclude: frozenset[str]
) -> Sequence[Check]:
    """One check of a quotation, or one of each part where its parts are no single passage."""
    when = claimed_period(document, quotation)
    outlet = claimed_outlet(document, quotation, checker.outlets.known)
    printed = [span.of(document.text) for span in quotation.spans]

    def held(quoted: str, span: Span) -> Check:
        made = checker.check(
            quoted, speaker=quotation.speaker, said_on=when, outlet=outlet, exclude=exclude, span=span
        )
        return replace(made, kind=quotation.kind)

    whole = Span(quotation.spans[0].start, quotation.spans[-1].end)
    check = held(" ".join(printed), whole)
    if len(printed) == 1 or check.wording in _FAITHFUL:
        return [check]
    between = [document.text[before.end : after.start] for before, after in pairwise(quotation.spans)]
    # “…,” she said, “…”: what stands between the halves may stand for an omission; a new paragraph does not
    joints = [_OMITTED if any(map(str.isalpha, words)) else " " for words in between]
    if _OMITTED in joints:
        parted = held("".join(chain.from_iterable(zip(printed, [*joints, ""], strict=True))), whole)
        if parted.wording in _FAITHFUL:
            return [_as_printed(parted, printed, joints)]
    # “….” he said. “….”: the writer set two quotations, and claims no order between them
    if any(_SENTENCE_END.search(words) for words in between):
        return [held(words, span) for words, span in zip(printed, quotation.spans, strict=True)]
    return [check]


def _as_printed(check: Check, printed: Sequence[str], joints: Sequence[str]) -> Check:
    """A check of a quotation's halves without the marks that the article does not have."""
    starts = list(
        accumulate((len(words) + len(joint) for words, joint in zip(printed, joints, strict=False)))
    )
    more = list(accumulate((len(joint) - 1 for joint in joints), initial=0))

    def moved(span: Span | None) -> Span | None:
        if span is None:
            return None
        by = more[bisect_right(starts, span.start)]
        return Span(span.start - by, span.end - by)

    edits = tuple(replace(edit, quoted_span=moved(edit.quoted_span)) for edit in check.edits)
    return replace(check, quoted=" ".join(printed), edits=edits)
