"""The choice between the ways in which a record can account for a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.check.candidates import MARKED_BITS, Candidate
from verbale.check.owners import attribution, dated_by_text, dating, doubts_of
from verbale.check.told import Spoken, told_by
from verbale.compare import Passage, Quoted
from verbale.model import Attribution, Basis, Dating, Doubt, Span, Wording
from verbale.model.owner import SECOND_HAND, Owner
from verbale.model.period import Period
from verbale.store import Store

__all__ = ["FAITHFUL", "Choice", "Claim", "choices_of", "is_common", "preference", "with_told"]

FAITHFUL = frozenset((Wording.VERBATIM, Wording.ELIDED, Wording.ADAPTED))
# A phrase of so few words in so many documents by so many speakers is nobody's own.
COMMON_WORDS, COMMON_DOCUMENTS, COMMON_SPEAKERS = 5, 5, 3
# Of so many places it is looked up whether the speaker only tells there what somebody else said.
TOLD = 4
_BASIS_ORDER = list(Basis)


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of a quote: its words, speaker, day (or month, or year), and its place in the text."""

    quoted: str
    speaker: str | None = None
    said_on: date | None = None
    within: Period | None = None
    span: Span | None = None
    outlet: str | None = None

    @property
    def when(self) -> Period | None:
        """The day, month or year that the quote is given to."""
        return self.within if self.said_on is None else Period.of_day(self.said_on)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """A candidate with the owner of each of its passages, and how they stand to the claim, `stood` each."""

    candidate: Candidate
    owners: tuple[Owner, ...]
    attribution: Attribution
    dating: Dating
    stood: tuple[Attribution, ...] = ()

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Why it is not sure whose words the passages are."""
        return doubts_of(self.owners)

    @property
    def owner(self) -> Owner:
        """Whose words the first passage is."""
        return self.owners[0]

    @property
    def of_one_speech(self) -> bool:
        """Whether all passages stand in one document and are one speaker's."""
        first = self.owners[0]
        if any(passage.document != self.document for passage in self.candidate.passages):
            return False
        return all(
            owner.speaker == first.speaker and (first.speaker is not None or owner.turn == first.turn)
            for owner in self.owners
        )

    @property
    def document(self) -> str:
        """The document of the first passage."""
        return self.candidate.passages[0].document


def choices_of(store: Store, found: Sequence[Candidate], claim: Claim) -> list[Choice]:
    """Look up the owners of all candidates' passages and hold them against the claim."""
    owners = iter(store.owners([(p.document, p.span) for each in found for p in each.passages]))
    marked = "(" in claim.quoted or "[" in claim.quoted
    return [
        _choice(
            store,
            each,
            tuple(_owner(store, p, next(owners), claim.when, marked=marked) for p in each.passages),
            claim,
        )
        for each in found
    ]


def with_told(store: Store, choices: Sequence[Choice], claim: Claim, spoken: Spoken) -> list[Choice]:
    """Choices in the order of preference, words that a speaker only tells of another given to that one.

    Args:
        store: the record.
        choices: the choices.
        claim: what is said of the quote.
        spoken: gives the words of the language of a passage; none where it is not known.
    """
    ranked = sorted(choices, key=lambda choice: preference(choice, claim))
    for _ in range(TOLD):
        best = ranked[0]
        owners = tuple(
            told_by(store, passage, owner, spoken)
            for passage, owner in zip(best.candidate.passages, best.owners, strict=True)
        )
        if owners == best.owners:
            break
        ranked[0] = _choice(store, best.candidate, owners, claim)
        ranked.sort(key=lambda choice: preference(choice, claim))
    return ranked


def _choice(store: Store, candidate: Candidate, owners: tuple[Owner, ...], claim: Claim) -> Choice:
    stood = tuple(attribution(store, owner, claim.speaker) for owner in owners)
    days = [dating(owner, claim.when) for owner in owners]
    # one passage of somebody else makes the whole wrong; words of two days, one of them the
    # claimed one, are a splice and not a wrong date
    return Choice(
        candidate,
        owners,
        next(
            (v for v in (Attribution.WRONG, Attribution.UNKNOWN, Attribution.RIGHT) if v in stood), stood[0]
        ),
        next((v for v in (Dating.RIGHT, Dating.WRONG, Dating.UNKNOWN) if v in days), days[0]),
        stood,
    )


def _owner(store: Store, passage: Passage, owner: Owner, said_on: Period | None, *, marked: bool) -> Owner:
    """Whose words a passage is; nobody's where somebody's heckle is quoted along with a speaker's words.

    A quote that has brackets itself does not give the speaker what stands in the record's.
    """
    if said_on is not None and (owner.reported or dating(owner, said_on) is Dating.WRONG):
        # the text may give the words to another day than its own
        owner = dated_by_text(store, owner, passage.document, passage.span)
    if not owner.first_hand or owner.unbroken or marked:
        return owner
    if passage.has_words_of(store.boilerplate(passage.document)):
        return replace(owner, speaker=None, first_hand=False, role=None)
    return owner


def preference(choice: Choice, claim: Claim) -> tuple[object, ...]:
    """What orders choices: few changes, the claimed speaker and day, first-hand before reported."""
    owner = choice.owner
    days = claim.when.days_from(owner.said_on) if owner.said_on and claim.when else 0
    return (
        choice.candidate.changed,
        choice.attribution is not Attribution.RIGHT,
        choice.dating is not Dating.RIGHT,
        owner.basis in SECOND_HAND,
        not owner.first_hand,
        bool(choice.doubts),
        owner.asked,
        owner.replayed,
        _BASIS_ORDER.index(owner.basis),
        days,
        owner.said_on or date.max,
        choice.document,
    )


def is_common(choices: Sequence[Choice], found: Sequence[Candidate], taken: Quoted) -> bool:
    """Whether a quote is too short, or too stock a phrase, to be tied to one place."""
    best = choices[0]
    words = sum(len(piece) for piece in taken.pieces)
    if len(taken.pieces) > 1:
        # pieces of everyday words stand in some order in many a speech
        return best.candidate.wording in FAITHFUL and best.candidate.bits < MARKED_BITS
    if best.candidate.wording is not Wording.VERBATIM:
        return False
    if best.attribution is Attribution.RIGHT and best.dating is Dating.RIGHT and words > 2:
        return False
    documents = max(len({candidate.passages[0].document for candidate in found}), found[0].documents)
    # questioners have no names; two documents have two of them
    speakers = {choice.owner.speaker or choice.document for choice in choices}
    enough = COMMON_DOCUMENTS if words <= COMMON_WORDS else COMMON_DOCUMENTS * 4
    return documents >= enough and len(speakers) >= COMMON_SPEAKERS
