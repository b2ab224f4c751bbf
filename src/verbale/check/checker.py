"""A quote held against a record: the candidates, the choice between them, the Check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from verbale.check.attribution import SECOND_HAND, Owner, attribution, dating, owner_of, speech_around
from verbale.check.candidates import ENOUGH_BITS, Candidate, candidates
from verbale.check.context import leaves_out, starts_over, unclear_around
from verbale.check.edits import edits_of, replaced_in
from verbale.check.passages import Finder, Passage
from verbale.check.quoted import Quoted, take_apart
from verbale.check.touched import touched
from verbale.check.verdict import severity_of, verdict_of
from verbale.model import (
    Attribution,
    Basis,
    Check,
    Dating,
    Edit,
    Evidence,
    Flag,
    Piece,
    Selector,
    Span,
    Wording,
)
from verbale.record import Store
from verbale.record.index import QuoteIndex, catch_up

__all__ = ["Checker"]

# Places of one quote whose speaker and date are looked up; more are a stock phrase.
OWNERS = 40
OTHERS = 12
# Documents of the claimed day that are looked through where nothing else is found.
DAY = 8
# A phrase of so few words in so many documents by so many speakers is nobody's own.
COMMON_WORDS, COMMON_DOCUMENTS, COMMON_SPEAKERS = 5, 5, 3
_BASIS_ORDER = list(Basis)


@dataclass(frozen=True, slots=True, eq=False)
class _Choice:
    """A candidate with the owner of each of its passages."""

    candidate: Candidate
    owners: tuple[Owner, ...]
    attribution: Attribution
    dating: Dating

    @property
    def owner(self) -> Owner:
        return self.owners[0]


class Checker:
    """Holds quotes against one record; keeps the quote index open between them.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._index: QuoteIndex | None = None
        self._days: tuple[int, Mapping[date, list[str]]] | None = None

    @property
    def index(self) -> QuoteIndex:
        """The quote index at the record's generation; caught up where a kill left it behind."""
        generation = self.store.generation
        if self._index is None or self._index.generation != generation:
            folder = self.store.path / "index"
            found = QuoteIndex(folder)
            if found.generation != generation:
                catch_up(self.store)
                found = QuoteIndex(folder)
            self._index = found
        return self._index

    def check(
        self,
        quoted: str,
        *,
        speaker: str | None = None,
        said_on: date | None = None,
        exclude: frozenset[str] = frozenset(),
        span: Span | None = None,
    ) -> Check:
        """Hold one quote against the record.

        Args:
            quoted: the words, with or without quote marks; ellipses and brackets count as an
                editor's marks.
            speaker: whom the words are given to, as printed.
            said_on: the day they are given to.
            exclude: ids of documents that are no evidence, as the checked text itself.
            span: where the quote stands in the checked text, handed on.

        Returns:
            The Check; its `evidence` is None where the words are not in the record.
        """
        claim = _Claim(quoted, speaker, said_on, span)
        finder = Finder(self.index, self.store.text, self._language, exclude)
        taken = take_apart(quoted)
        found = candidates(taken, finder, self._floor, self._of_the_day(said_on))
        if "(" in quoted and not (found and found[0].wording in _SAME):
            # brackets of either kind can be an editor's
            again = take_apart(quoted, round_too=True)
            other = candidates(again, finder, self._floor)
            if other and other[0].wording in _SAME:
                taken, found = again, other
        if sum(len(piece) for piece in taken.pieces) == 1 and self._holds_word(taken):
            return self._nowhere(claim, Wording.COMMON)
        if not found:
            return self._nowhere(claim, Wording.NOT_FOUND)
        if found[0].wording is Wording.SPLICED:
            found = [self._settled(found[0], finder, claim)]
        choices = [self._choice(candidate, claim) for candidate in _nearest(found, said_on, self.store)]
        choices = [c for c in choices if not c.candidate.on_day or c.attribution is not Attribution.WRONG]
        if not choices:
            return self._nowhere(claim, Wording.NOT_FOUND)
        choices.sort(key=lambda choice: _preference(choice, said_on))
        best = choices[0]
        if self._is_common(best, choices, found, taken):
            return self._result(claim, best, choices, Wording.COMMON)
        return self._result(claim, best, choices, best.candidate.wording)

    def _of_the_day(self, day: date | None) -> Sequence[str]:
        """The documents of a day, by the event's date or the page's."""
        if day is None:
            return ()
        if self._days is None or self._days[0] != self.index.generation:
            days: defaultdict[date, list[str]] = defaultdict(list)
            for info in self.store.documents():
                for each in {info.said_on, info.published_on}:
                    if each is not None:
                        days[each].append(info.id)
            self._days = (self.index.generation, days)
        return self._days[1].get(day, [])[:DAY]

    def _language(self, document: str) -> str | None:
        info = self.store.info(document)
        return info.language if info else None

    def _floor(self, document: str, span: Span) -> Span:
        return speech_around(self.store, document, span)

    def _choice(self, candidate: Candidate, claim: _Claim) -> _Choice:
        owners = tuple(owner_of(self.store, p.document, p.span) for p in candidate.passages)
        stood = [attribution(owner, claim.speaker) for owner in owners]
        days = [dating(owner, claim.said_on) for owner in owners]
        return _Choice(candidate, owners, _worst(stood), _worst_day(days))

    def _settled(self, candidate: Candidate, finder: Finder, claim: _Claim) -> Candidate:
        """A splice with each piece at the place that speaks best for it, where it has several."""

        def best(passage: Passage) -> Passage:
            piece = passage.piece
            if piece is None or piece.brackets or not passage.exact:
                return passage
            places = [passage, *(Passage(p.document, p.span) for p in finder.exact(piece, OWNERS))]
            ranked = [self._choice(Candidate(Wording.VERBATIM, (place,), 0.0), claim) for place in places]
            return min(ranked, key=lambda choice: _preference(choice, claim.said_on)).candidate.passages[0]

        return replace(candidate, passages=tuple(best(passage) for passage in candidate.passages))

    def _is_common(
        self, best: _Choice, choices: Sequence[_Choice], found: Sequence[Candidate], taken: Quoted
    ) -> bool:
        words = sum(len(piece) for piece in taken.pieces)
        if len(taken.pieces) > 1:
            # pieces of everyday words stand in some order in many a speech
            return best.candidate.wording in _SAME and best.candidate.bits < ENOUGH_BITS
        if best.candidate.wording is not Wording.VERBATIM:
            return False
        if best.attribution is Attribution.RIGHT and best.dating is Dating.RIGHT and words > 2:
            return False
        documents = {candidate.passages[0].document for candidate in found}
        # questioners have no names; two documents have two of them
        speakers = {choice.owner.speaker or choice.candidate.passages[0].document for choice in choices}
        enough = COMMON_DOCUMENTS if words <= COMMON_WORDS else COMMON_DOCUMENTS * 4
        return len(documents) >= enough and len(speakers) >= COMMON_SPEAKERS

    def _holds_word(self, taken: Quoted) -> bool:
        """Whether the single word of a quote stands anywhere; too little to look for its place."""
        return bool(self.index.frequencies(taken.tokens.hashes)[0])

    def _nowhere(self, claim: _Claim, wording: Wording) -> Check:
        verdict = verdict_of(wording, Attribution.UNKNOWN, Dating.UNKNOWN)
        return Check(
            quoted=claim.quoted,
            verdict=verdict,
            severity=severity_of(verdict, (), None, Attribution.UNKNOWN),
            wording=wording,
            attribution=Attribution.UNKNOWN if claim.speaker else Attribution.UNCLAIMED,
            dating=Dating.UNKNOWN if claim.said_on else Dating.UNCLAIMED,
            claimed_speaker=claim.speaker,
            claimed_on=claim.said_on,
            coverage=self.store.coverage(claim.speaker, claim.said_on),
            span=claim.span,
        )

    def _result(self, claim: _Claim, best: _Choice, choices: Sequence[_Choice], wording: Wording) -> Check:
        candidate, owner = best.candidate, best.owner
        common = wording is Wording.COMMON
        stood = _unsure(best.attribution) if common else best.attribution
        day = Dating.UNKNOWN if common and claim.said_on else best.dating
        edits = () if common else edits_of(candidate, self.store.text)
        flags = () if common else self._flags(best, edits, choices)
        verdict = verdict_of(wording, stood, day)
        return Check(
            quoted=claim.quoted,
            verdict=verdict,
            severity=severity_of(verdict, flags, owner.basis, stood),
            wording=wording,
            attribution=stood,
            dating=day,
            claimed_speaker=claim.speaker,
            claimed_on=claim.said_on,
            evidence=Evidence(
                tuple(self._piece(p, o) for p, o in zip(candidate.passages, best.owners, strict=True))
            ),
            basis=owner.basis,
            edits=edits,
            flags=flags,
            score=1.0 - 2.0 ** -min(max(candidate.bits, 0.0), 60.0),
            speaker=None if common else owner.speaker,
            said_on=None if common else owner.said_on,
            via=None if common else owner.via,
            others=tuple(
                self._piece(p, o)
                for choice in choices[1 : OTHERS + 1]
                for p, o in zip(choice.candidate.passages, choice.owners, strict=True)
            ),
            span=claim.span,
        )

    def _piece(self, passage: Passage, owner: Owner) -> Piece:
        text = self.store.text(passage.document)
        return Piece(
            document=passage.document,
            spans=(passage.span,),
            text=passage.span.of(text),
            speaker=owner.speaker,
            said_on=owner.said_on,
            via=owner.via,
            title=owner.title,
            selectors=(Selector.at(text, passage.span),),
        )

    def _flags(self, best: _Choice, edits: Sequence[Edit], choices: Sequence[_Choice]) -> tuple[Flag, ...]:
        candidate, owner = best.candidate, best.owner
        found = set(touched(edits))
        cleaned = any(p.compared is not None and p.compared.cleaned for p in candidate.passages)
        first = candidate.passages[0]
        cleaned |= starts_over(
            self.store.text(first.document), first.span, self._floor(first.document, first.span)
        )
        if cleaned and candidate.wording is not Wording.ALTERED:
            found.add(Flag.CLEANED)
        if candidate.far:
            found.add(Flag.FAR)
        if candidate.wording not in {Wording.ALTERED, Wording.SPLICED} and self._cuts(candidate):
            found.add(Flag.CUT)
        found |= {
            flag
            for flag, holds in (
                (Flag.RELAYED, owner.relayed),
                (Flag.REPLAYED, owner.replayed),
                (Flag.ASKED, owner.asked),
                (Flag.PREPARED, owner.basis is Basis.PREPARED),
                (Flag.REPEATED, _documents(choices) > 1),
            )
            if holds
        }
        if any(unclear_around(self.store.text(p.document), p.span) for p in candidate.passages):
            found.add(Flag.UNCLEAR)
        return tuple(flag for flag in Flag if flag in found)

    def _cuts(self, candidate: Candidate) -> bool:
        """Whether the quote leaves out a condition or a negation, at an edge, at a mark or in a bracket."""
        for passage in candidate.passages:
            text = self.store.text(passage.document)
            floor = self._floor(passage.document, passage.span)
            shown = [p.span for p in candidate.passages if p is not passage]
            if leaves_out(text, passage.span, _room(floor, passage.span, shown)):
                return True
            if passage.compared is not None and Flag.NEGATION in touched(replaced_in(passage.compared)):
                return True
        return False


_SAME = frozenset((Wording.VERBATIM, Wording.ELIDED, Wording.ADAPTED))


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said of a quote: its words, speaker and day, and its place in the checked text."""

    quoted: str
    speaker: str | None
    said_on: date | None
    span: Span | None


def _nearest(found: Sequence[Candidate], said_on: date | None, store: Store) -> list[Candidate]:
    """The candidates to look at, those of the days nearest to the claim before others."""
    if len(found) <= OWNERS:
        return list(found)
    if said_on is None:
        # spread over the record, so that its speakers show
        return list(found[:: max(1, len(found) // OWNERS)])[:OWNERS]

    def distance(candidate: Candidate) -> int:
        info = store.info(candidate.passages[0].document)
        day = (info.said_on or info.published_on) if info else None
        return abs((day - said_on).days) if day else 1 << 30

    return sorted(found, key=distance)[:OWNERS]


def _preference(choice: _Choice, said_on: date | None) -> tuple[object, ...]:
    """The order of choices: the fewest changes, the claimed speaker and day, first-hand before reported."""
    owner = choice.owner
    days = abs((owner.said_on - said_on).days) if owner.said_on and said_on else 0
    return (
        choice.candidate.changed,
        choice.attribution is not Attribution.RIGHT,
        choice.dating is not Dating.RIGHT,
        owner.basis in SECOND_HAND,
        not owner.first_hand,
        owner.asked,
        owner.replayed,
        _BASIS_ORDER.index(owner.basis),
        days,
        owner.said_on or date.max,
        choice.candidate.passages[0].document,
    )


def _worst(stood: Sequence[Attribution]) -> Attribution:
    for value in (Attribution.WRONG, Attribution.UNKNOWN, Attribution.RIGHT):
        if value in stood:
            return value
    return Attribution.UNCLAIMED


def _worst_day(days: Sequence[Dating]) -> Dating:
    # words of two days, one of them the claimed one, are a splice, not a wrong date
    for value in (Dating.RIGHT, Dating.WRONG, Dating.UNKNOWN):
        if value in days:
            return value
    return Dating.UNCLAIMED


def _unsure(stood: Attribution) -> Attribution:
    return Attribution.UNKNOWN if stood is Attribution.WRONG else stood


def _documents(choices: Sequence[_Choice]) -> int:
    best = choices[0].candidate
    return len({c.candidate.passages[0].document for c in choices if c.candidate.changed == best.changed})


def _room(floor: Span, span: Span, shown: Sequence[Span]) -> Span:
    """What lies between a passage and the other passages that the quote shows."""
    start = max([floor.start, *(s.end for s in shown if s.end <= span.start)])
    end = min([floor.end, *(s.start for s in shown if s.start >= span.end)])
    return Span(min(start, span.start), max(end, span.end))
