"""When a text says that a quotation was said: the day, month or year beside its attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from verbale.check.beside_saying import Beside, beside, clause_start
from verbale.check.moments import Moment, moments_in, words_of
from verbale.check.sentence_of import PARAGRAPH, outside_quotes, sentence_of, whole
from verbale.model import Document, Quotation, Span
from verbale.model.period import Period
from verbale.text.lexicon import lexicon
from verbale.text.packs import listed_words, remark
from verbale.text.sentences import sentences
from verbale.text.weekdays import weekdays_in

__all__ = ["claimed_day", "claimed_period", "day_beside_cue", "day_meant"]

# A date further from the words that attribute a quote is about something else.
REACH = 100
# What stands before a cue, and how far a sentence before may begin, in code points.
_BESIDE, _EARLIER = 24, 600
# What nobody writes who says when something was said, and what would take long to look through.
_MOST_SPANS, _MOST_MOMENTS = 100, 40
_MARKS = re.compile(r"[“”„«»\"「」『』]")
_SIGNED = re.compile(r"[”“»\"」』’]?\s*[(,\[—–-]?\s*")
# of two days or years the saying's is not known
_MORE = re.compile(r"\s*[-–/]\s*\d|['’]s\b")


@cache
def _joining(language: str | None) -> re.Pattern[str]:
    """What may stand between a cue and a day right beside it, apart from the speaker's name."""

    def words(key: str) -> Iterable[str]:
        known = lexicon(language) if language is not None else None
        return known.entries(key) if known is not None and known.has(key) else listed_words(key)

    days, listeners = (remark(words(key)) for key in ("saying_days", "listeners"))
    return re.compile(rf"(?:\s|,|{days}|{listeners})*", re.IGNORECASE)


def claimed_day(document: Document, quotation: Quotation) -> date | None:
    """The day that a text gives a quotation to, None where it gives none for certain.

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz said on 4 March 2025."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> claimed_day(article, quotations(article, tagger=False)[0])
    datetime.date(2025, 3, 4)
    """
    period = claimed_period(document, quotation)
    return period.day if period is not None else None


def claimed_period(document: Document, quotation: Quotation) -> Period | None:
    """The day, the month or the year that a text gives a quotation to, None where it gives none for certain.

    A moment counts where only words for a place, an occasion or a listener stand between it and the
    attribution; its year may be that of the text's own date. Else the weekday right beside the cue counts,
    and else the moment at which the sentence before says that the speaker spoke.

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz told Harbour Radio in March 2025 of a plan that failed in 2023."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> claimed = claimed_period(article, quotations(article, tagger=False)[0])
    >>> str(claimed.first), str(claimed.last)
    ('2025-03-01', '2025-03-31')
    """
    if len(quotation.spans) > _MOST_SPANS:
        return None
    sentence = sentence_of(document, quotation)
    moments = [
        each
        for each in moments_in(document, sentence)
        if not any(each.span.overlaps(words) for words in quotation.spans)
    ]
    if len(moments) > _MOST_MOMENTS:
        return None
    bound = [each for each in moments if _is_of_saying(document, quotation, sentence, each)]
    if any(_is_joined(document, each, other) for each in bound for other in moments):
        return None
    if days := {each.period for each in bound if each.is_day}:
        return days.pop() if len(days) == 1 else None
    if weekdays := _weekdays(document, quotation, sentence):
        return Period.of_day(weekdays.pop()) if len(weekdays) == 1 else None
    if bound:
        periods = {each.period for each in bound}
        return periods.pop() if len(periods) == 1 and not _is_of_other_times(document, quotation) else None
    return _of_sentence_before(document, quotation, sentence) if not moments else None


def _is_of_saying(document: Document, quotation: Quotation, sentence: Span, moment: Moment) -> bool:
    """Whether a moment is that of the saying, and no other is told with it."""
    text, cue, mention = document.text, quotation.cue, quotation.mention
    known = beside(document.language)
    start, end = moment.span.start, moment.span.end
    if _MORE.match(text, end):
        return False

    def words(first: int, last: int) -> str:
        """What stands between two places, without the speaker's name and the quoted words."""
        left_out = [*quotation.spans, *([mention] if mention else [])]
        inside = [hole for hole in left_out if first <= hole.start and hole.end <= last]
        cut = text[first:last]
        for hole in sorted(inside, reverse=True):
            cut = f"{cut[: hole.start - first]} {cut[hole.end - first :]}"
        return cut

    def leads(between: str) -> bool:
        if len(between) > REACH:
            return False
        spoke = known.speaks(between)
        told = (
            between[spoke.end() :]
            if spoke is not None and not between[: spoke.start()].strip(" ,")
            else between
        )
        if known.leads_to(told, bare=moment.is_day or moment.alone):
            return True
        return known.names_occasion(text[end : end + REACH]) and known.follows(between)

    if cue is not None and cue.end <= start:
        return leads(_MARKS.sub(" ", words(cue.end, start)))
    anchors = [cue, *((mention,) if cue is None else ()), *quotation.spans]
    behind = min((each.start for each in anchors if each is not None and each.start >= end), default=None)
    if behind is not None and (cue is not None or known.unspaced):
        holes = [each.end for each in quotation.spans]
        clause = clause_start(text, sentence.start, start, holes)
        return _opens(known, words(clause, start), bare=moment.is_day or moment.alone) and (
            behind - end <= REACH and known.follows(_MARKS.sub(" ", words(end, behind)))
        )
    # “…” (Ana Ruiz, 4 March 2025)
    before = [each for each in (mention, *quotation.spans) if each is not None and each.end <= start]
    nearest = max((each.end for each in before), default=None)
    return cue is None and nearest is not None and _SIGNED.fullmatch(text, nearest, start) is not None


def _is_joined(document: Document, one: Moment, other: Moment) -> bool:
    """`on 4 March and on 6 March`: of two days the saying's is not known."""
    between = document.text[one.span.end : other.span.start] if one.span.end <= other.span.start else ""
    return len(between) <= _BESIDE and beside(document.language).joins(between)


def _opens(known: Beside, words: str, *, bare: bool) -> bool:
    """Whether words begin a clause with a moment: `On`, `Speaking in Ledra on`, `At a forum in`."""
    spoke = known.speaks(words)
    opened = words[spoke.end() :] if spoke is not None and not words[: spoke.start()].strip(" ,") else words
    # a capital at the beginning is none of a name
    opened = re.sub(r"^\s*\w+(?!\w|\s+[^\W\d_a-zà-ÿа-я])", lambda first: first[0].lower(), opened)
    return known.leads_to(opened, bare=bare)


def _is_of_other_times(document: Document, quotation: Quotation) -> bool:
    """Whether the words before the cue make it the first time, or one of several."""
    cue = quotation.cue
    words = document.text[max(0, cue.start - _BESIDE) : cue.start] if cue is not None else ""
    return beside(document.language).is_of_other_times(_MARKS.split(words)[-1], told=True)


def _of_sentence_before(document: Document, quotation: Quotation, sentence: Span) -> Period | None:
    """The moment at which the sentence before says that the speaker spoke: `She spoke on 4 March. “…”`."""
    text, known = document.text, beside(document.language)
    name = _surname(document, quotation)
    if name is None:
        return None
    earlier = whole(
        text, sentences(text, max(0, sentence.start - _EARLIER), sentence.start), document.language_tag
    )
    before = earlier[-1] if earlier else Span(0, 0)
    words = before.of(text)
    spoke = known.speaks(words)
    if spoke is None or _MARKS.search(words.strip()) or PARAGRAPH.search(words):
        return None
    own = "".join(part.of(text) for part in outside_quotes(sentence, quotation.spans))
    moments = moments_in(document, before)
    if len(moments) != 1 or known.is_of_other_times(own) or known.names_weekday(own):
        return None
    subject = words.find(name)
    at = moments[0].span.start - before.start
    behind = moments[0].span.end - before.start
    if subject < 0 or (name and subject > spoke.start() and not known.follows(words[spoke.end() : subject])):
        return None
    bare = moments[0].is_day or moments[0].alone
    if spoke.end() <= at:
        told = known.leads_to(words[spoke.end() : at], bare=bare)
    else:
        opening = words[:at].replace(name, " ") if name else words[:at]
        told = known.leads_to(opening, bare=bare) and known.follows(words[behind : spoke.start()])
    return moments[0].period if told else None


def _surname(document: Document, quotation: Quotation) -> str | None:
    """By which word the speaker is known in the sentence before; "" for a pronoun, None for nobody."""
    if quotation.speaker is not None:
        return quotation.speaker.split()[-1]
    mention = quotation.mention.of(document.text) if quotation.mention is not None else ""
    pronouns = words_of(document.language, "pronouns")
    return "" if mention.casefold() in pronouns else None


def day_meant(document: Document, quotation: Quotation) -> date | None:
    """The day that a text may give a quotation to: one near its attribution, whatever stands between.

    It is enough not to contradict a claim of that day, and not to make one.

    >>> from verbale.quote import quotations
    >>> text = "“We will stay,” Ana Ruiz said to a shouting hall on 4 March 2025."
    >>> article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
    >>> found = quotations(article, tagger=False)[0]
    >>> claimed_day(article, found), str(day_meant(article, found))
    (None, '2025-03-04')
    """
    if (claimed := claimed_day(document, quotation)) is not None:
        return claimed
    sentence = sentence_of(document, quotation)
    anchors = [span for span in (quotation.cue, quotation.mention) if span is not None]
    anchors = anchors or list(quotation.spans)
    found = {
        each.period.day
        for each in moments_in(document, sentence)
        if each.period is not None
        and not any(each.span.overlaps(words) for words in quotation.spans)
        and min(max(each.span.start - a.end, a.start - each.span.end) for a in anchors) <= REACH
    } - {None}
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
    sentence = sentence_of(document, quotation)
    found = _weekdays(document, quotation, sentence)
    for each in moments_in(document, sentence):
        day = each.period.day if each.period is not None else None
        if day is not None and _is_beside_cue(document, quotation, each.span.start, each.span.end):
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
    return len(between) <= REACH and _joining(document.language).fullmatch(words) is not None
