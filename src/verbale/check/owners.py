"""Whose words a passage holds, when they were said, and how that stands to what a quote claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.check.claimed_days import claimed_day, day_beside_cue
from verbale.model import Attribution, Basis, Dating, Kind, Role, Span, Statement
from verbale.store import Store
from verbale.text.names import is_generic, is_office

__all__ = ["Owner", "attribution", "dating", "innermost", "owner_of", "speech_around"]

# A page may carry the day after the event.
PAGE_DELAY = timedelta(days=1)
# A speaker goes on after so few letters of somebody else's (an interjection with its label), and
# is followed over so many of them on either side.
INTERJECTION = 60
RESUMPTIONS = 3
# An article of a weekend reports what was said in the week.
REPORTED_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Whose words a passage is: `speaker` first-hand, or reported by `via`.

    `said_on` is the event's date where it is known, else the page's, and then `by_page` is set.
    `unbroken` says that nothing but the speaker's own words stands in the passage, `reported` that an
    article quotes it, and `repeated_of` is the day on which a speaker says that it was said before.
    """

    speaker: str | None = None
    said_on: date | None = None
    published_on: date | None = None
    by_page: bool = False
    via: str | None = None
    first_hand: bool = False
    role: Role | None = None
    basis: Basis
    replayed: bool = False
    title: str | None = None
    unbroken: bool = True
    reported: bool = False
    repeated_of: date | None = None

    @property
    def relayed(self) -> bool:
        """Whether the record has the words only because another person reports them in speech."""
        return not self.first_hand and self.role is not None and self.basis not in SECOND_HAND

    @property
    def asked(self) -> bool:
        """Whether the words are a question's."""
        return self.first_hand and self.role is Role.QUESTION


SECOND_HAND = frozenset((Basis.DIGEST, Basis.ARTICLE))


def owner_of(store: Store, document: str, span: Span, *, dated: bool = False) -> Owner:
    """Whose words a passage of the record is.

    Args:
        store: the record.
        document: the id of a document in it.
        span: the passage's place in the document's text.
        dated: whether to look for the day that the text itself gives a quotation to.
    """
    info = store.info(document)
    if info is None:
        return Owner(basis=Basis.ARTICLE)
    statement = innermost(store.statements_at(document, span.start, span.end), span)
    said_on = (statement.said_on if statement else None) or info.said_on
    by_page = said_on is None or said_on == info.published_on
    if statement is None:
        return Owner(
            said_on=said_on or info.published_on,
            published_on=info.published_on,
            by_page=by_page,
            basis=info.basis,
            title=info.title,
        )
    reported = info.kind is Kind.ARTICLE and not statement.first_hand and statement.turn is None
    beside = _day_beside(store, document, span, reported=reported) if dated else None
    if reported and beside is not None:
        said_on, by_page = beside, False
    return Owner(
        speaker=statement.speaker,
        said_on=said_on or info.published_on,
        published_on=info.published_on,
        by_page=by_page,
        via=statement.via,
        first_hand=statement.first_hand,
        role=statement.role if statement.turn is not None or info.kind is not Kind.ARTICLE else None,
        basis=_basis(store, statement, info.language),
        replayed=statement.replayed,
        title=info.title,
        unbroken=any(part.start <= span.start + 1 and span.end - 1 <= part.end for part in statement.spans),
        reported=reported,
        repeated_of=None if reported else beside,
    )


def _day_beside(store: Store, document: str, span: Span, *, reported: bool) -> date | None:
    """The day that the text gives the quotation around a passage to."""
    around = [
        each
        for each in store.quotations(document)
        if any(part.start <= span.start + 1 and span.end - 1 <= part.end for part in each.spans)
    ]
    if not around:
        return None
    quotation = min(around, key=lambda each: each.spans[-1].end - each.spans[0].start)
    # a report is dated by what is certain; a day that may be meant is enough not to contradict a claim
    return (day_beside_cue if reported else claimed_day)(store.document(document), quotation)


def _basis(store: Store, statement: Statement, language: str | None) -> Basis:
    """What kind of place a statement is: in a language that the speaker does not speak, a translation."""
    if statement.basis in SECOND_HAND or statement.speaker is None or language is None:
        return statement.basis
    spoken = store.languages(statement.speaker)
    return Basis.TRANSLATION if spoken and language not in spoken else statement.basis


def innermost(statements: Iterable[Statement], span: Span) -> Statement | None:
    """The statement that holds the passage: a report if it lies in one, else the turn around it.

    What a speaker reports in their own words is a report and the speaker's wording too; there the
    wording counts, for quotes are held against words.
    """
    around = [s for s in statements if s.spans[0].start <= span.start + 1 and span.end - 1 <= s.spans[-1].end]
    worded = [s for s in around if s.first_hand and _has_an_end_of(s, span)]
    reported = [s for s in around if not s.first_hand]
    pool = worded or reported or around
    return min(pool, key=lambda s: s.spans[-1].end - s.spans[0].start, default=None)


def _has_an_end_of(statement: Statement, span: Span) -> bool:
    """Whether the passage begins or ends with words of the statement, not of somebody quoted in it."""
    first, last = span.start + 1, max(span.start, span.end - 2)
    return any(part.start <= place < part.end for part in statement.spans for place in (first, last))


def speech_around(store: Store, document: str, span: Span) -> Span:
    """The span of what one speaker says around a passage; the whole text where nobody has the floor."""
    statements = store.statements_at(document, span.start, span.end)
    held = [s for s in statements if s.spans[0].start <= span.start and span.end <= s.spans[-1].end]
    first_hand = [s for s in held if s.first_hand]
    found = first_hand or held
    if not found:
        return Span(0, len(store.text(document)))
    widest = max(found, key=lambda s: s.spans[-1].end - s.spans[0].start)
    whole = Span(widest.spans[0].start, widest.spans[-1].end)
    return _resumed(store, document, widest, whole) if first_hand else whole


def _resumed(store: Store, document: str, statement: Statement, whole: Span) -> Span:
    """A speech with what its speaker said just before and after an interjection."""
    for _ in range(RESUMPTIONS):
        start, end = max(0, whole.start - INTERJECTION), whole.end + INTERJECTION
        same = [
            s
            for s in store.statements_at(document, start, end)
            if s.first_hand and s.speaker == statement.speaker
        ]
        wider = Span(
            min([whole.start, *(s.spans[0].start for s in same)]),
            max([whole.end, *(s.spans[-1].end for s in same)]),
        )
        if wider == whole or statement.speaker is None:
            break
        whole = wider
    return whole


def attribution(store: Store, owner: Owner, claimed: str | None) -> Attribution:
    """How a passage's owner stands to the speaker that a quote claims.

    Only first-hand words contradict a claim: what somebody relays, or an article reports, may be
    wrong about its speaker itself. An office is whoever held it on the day.
    """
    if claimed is None:
        return Attribution.UNCLAIMED
    if owner.speaker is not None and _is_said_of(store, claimed, owner.speaker, owner.said_on):
        return Attribution.RIGHT
    if not owner.first_hand:
        return Attribution.UNKNOWN
    if owner.speaker is None:
        asked_as_asked = is_generic(claimed) or owner.role is not Role.QUESTION
        return Attribution.UNKNOWN if asked_as_asked else Attribution.WRONG
    if is_office(claimed) or is_office(owner.speaker):
        # an office without a name may be that person's or not
        return Attribution.WRONG if owner.role is Role.QUESTION else Attribution.UNKNOWN
    # two spellings of one name wait for a person's word
    return Attribution.UNKNOWN if store.may_be_same(claimed, owner.speaker) else Attribution.WRONG


def _is_said_of(store: Store, claimed: str, speaker: str, on: date | None) -> bool:
    if store.same_speaker(claimed, speaker):
        return True
    # a bare office as label is nobody's for certain: it may be another country's
    holder = store.holder(claimed, on) if on is not None else None
    return holder is not None and store.same_speaker(holder, speaker)


def dating(owner: Owner, claimed: date | None) -> Dating:
    """How a passage's day stands to the day that a quote claims.

    A page's date may be one day late. A claim of the page's own day is not called wrong: the record
    then has two dates for one event. Nor is a claim of an earlier day, where the record has the words
    only because an article of that week or another speaker reports them.
    """
    if claimed is None:
        return Dating.UNCLAIMED
    if owner.said_on is None:
        return Dating.UNKNOWN
    if claimed == owner.said_on or (owner.by_page and claimed == owner.said_on - PAGE_DELAY):
        return Dating.RIGHT
    unsure = owner.replayed or claimed in {owner.published_on, owner.repeated_of}
    if owner.reported and owner.published_on is not None:
        unsure = unsure or timedelta(0) <= owner.published_on - claimed <= REPORTED_WITHIN
    unsure = unsure or (owner.relayed and claimed < owner.said_on)
    return Dating.UNKNOWN if unsure else Dating.WRONG
