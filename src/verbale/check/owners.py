"""Whose words a passage holds, when they were said, and how that stands to what a quote claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from verbale.check.claimed_days import day_beside_cue, day_meant
from verbale.model import Attribution, Dating, Doubt, Role, Span
from verbale.model.incoming import PARSER
from verbale.model.owner import SECOND_HAND, Owner
from verbale.model.period import Period
from verbale.store import Store
from verbale.text.name_parts import parts_of
from verbale.text.names import is_generic, is_office
from verbale.text.one_person import one_person, same_person

__all__ = ["attribution", "dated_by_text", "dating", "doubts_of"]

# A page may carry the day after the event.
PAGE_DELAY = timedelta(days=1)
# An article of a weekend reports what was said in the week.
REPORTED_WITHIN = timedelta(days=7)


def dated_by_text(store: Store, owner: Owner, document: str, span: Span) -> Owner:
    """The owner of a passage, with the day that the text itself gives a quotation to.

    Args:
        store: the record.
        owner: whose words the passage is.
        document: the id of a document in the record.
        span: the passage's place in the document's text.
    """
    if owner.role is None and not owner.reported:
        return owner
    beside = _day_beside(store, document, span, reported=owner.reported)
    if beside is None:
        return owner
    if owner.reported:
        return replace(owner, said_on=beside, by_page=False)
    return replace(owner, repeated_of=beside)


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
    return (day_beside_cue if reported else day_meant)(store.document(document), quotation)


def attribution(store: Store, owner: Owner, claimed: str | None) -> Attribution:
    """How a passage's owner stands to the speaker that a quote claims.

    What an article reports contradicts no claim: it may be wrong about its speaker itself. What somebody
    relays in a turn is his, or of whom he names: a third did not say it. An office is whoever held it on
    the day. What stands under a label that could not be read, or outside of what anybody said, is nobody's,
    whether somebody is claimed or not.
    """
    if owner.speaker is None and (owner.unsure or claimed is None):
        return Attribution.UNKNOWN
    if claimed is None:
        return Attribution.UNCLAIMED
    said = _is_said_of(store, claimed, owner)
    if said:
        return Attribution.RIGHT
    if not owner.first_hand:
        told = owner.relayed and owner.basis not in SECOND_HAND
        third = said is False and told and _is_third(store, owner, claimed)
        return Attribution.WRONG if third else Attribution.UNKNOWN
    # who asks without a name, or beside an office, is not whoever holds the office, nor the person
    asked = owner.role is Role.QUESTION and not is_generic(claimed)
    if owner.speaker is None or is_office(claimed) or is_office(owner.speaker):
        known = owner.speaker is not None or not is_office(claimed) or _is_held(store, claimed, owner)
        said = False if asked and known else None
    return Attribution.WRONG if said is False else Attribution.UNKNOWN


def _is_held(store: Store, office: str, owner: Owner) -> bool:
    """Whether it is known who held an office when a passage was said."""
    return owner.said_on is not None and store.holder(office, owner.said_on) is not None


def _is_said_of(store: Store, claimed: str, owner: Owner) -> bool | None:
    """Whether a passage's owner is who a quote claims; None where it is not known."""
    if owner.speaker is None:
        return None
    said = store.one_person(claimed, owner.speaker)
    # the label may say more than the name: who holds the office, or which of two of a name it is
    if (
        owner.turn
        and owner.first_hand
        and (is_office(owner.speaker) if said is None else parts_of(claimed).place)
    ):
        printed = one_person(claimed, _label(store, *owner.turn))
        said = printed if said is None or printed is False else said
    if said or owner.said_on is None:
        return said
    # a bare office as label is nobody's for certain: it may be another country's
    office = " ".join(parts_of(claimed).office) or claimed
    holder = store.holder(office, owner.said_on)
    fits = holder is not None and (is_office(claimed) or same_person(claimed, holder))
    return said if holder is None or not fits else store.one_person(holder, owner.speaker) or said


def _is_third(store: Store, owner: Owner, claimed: str) -> bool:
    """Whether words that somebody relays are not the relayer's own wording either.

    Whoever asks without a name, or beside an office, is nobody who has one.
    """
    if is_office(claimed) or owner.speaker is None or is_office(owner.speaker):
        return False
    if owner.via is None or is_office(owner.via):
        return owner.role is Role.QUESTION
    return store.one_person(claimed, owner.via) is False


def _label(store: Store, document: str, turn: int) -> str:
    """The label of a turn as printed; it may have a surname too: "The PRESIDING OFFICER (Mr. Holm)"."""
    found = store.document(document)
    label = found.turns[turn].label if turn < len(found.turns) else None
    return label.of(found.text) if label else ""


def doubts_of(owners: Sequence[Owner]) -> tuple[Doubt, ...]:
    """Why it is not sure whose words some passages are; empty where it is.

    Args:
        owners: those of the passages.
    """
    of_turn = any(owner.unsure for owner in owners)
    older = any(owner.parser is not None and owner.parser < PARSER for owner in owners)
    held = ((Doubt.TURN, of_turn), (Doubt.OLDER_PARSER, older))
    return tuple(doubt for doubt, holds in held if holds)


def dating(owner: Owner, claimed: Period | date | None) -> Dating:
    """How a passage's day stands to the day, the month or the year that a quote claims.

    A page's date may be one day late; a known day of an event may not. A claim of the page's own day is not
    called wrong: the record then has two dates for one event. Nor is a claim of an earlier day, where the
    record has the words only because an article of that week or another speaker reports them.
    """
    if claimed is None:
        return Dating.UNCLAIMED
    if owner.said_on is None:
        return Dating.UNKNOWN
    when = Period.of_day(claimed) if isinstance(claimed, date) else claimed
    if when.holds(owner.said_on) or (owner.by_page and when.holds(owner.said_on - PAGE_DELAY)):
        return Dating.RIGHT
    others = (owner.published_on, owner.repeated_of)
    unsure = owner.replayed or any(other is not None and when.holds(other) for other in others)
    if owner.reported and owner.published_on is not None:
        near = when.first <= owner.published_on <= when.last + REPORTED_WITHIN
        unsure = unsure or near
    unsure = unsure or (owner.relayed and when.first < owner.said_on)
    return Dating.UNKNOWN if unsure else Dating.WRONG
