"""A quote held against a record: candidates, the choice between them, and the Check."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from verbale.check.at_marks import AtMarks, at_marks_of, not_turned
from verbale.check.blame import Ground, ground_of
from verbale.check.candidates import Candidate, candidates
from verbale.check.choice import (
    FAITHFUL,
    Choice,
    Claim,
    choices_of,
    is_common,
    preference,
    with_told,
)
from verbale.check.claimed_first import ClaimedFirst
from verbale.check.flags import flags_of
from verbale.check.given_to import Outlets
from verbale.check.languages import Languages
from verbale.check.outlets import worded_otherwise
from verbale.check.paraphrases import Paraphrases
from verbale.check.retracted import Retractions
from verbale.check.verdict import severity_of, verdict_of
from verbale.check.without_cues import without_cues
from verbale.compare import LOOKED_AT, Finder, Passage, Quoted, take_apart
from verbale.model import (
    Attribution,
    Basis,
    Check,
    Coverage,
    Dating,
    Evidence,
    Flag,
    Piece,
    Selector,
    Span,
    Wording,
)
from verbale.model.owner import Owner
from verbale.model.period import Period
from verbale.store import Store
from verbale.store.index import QuoteIndex

__all__ = ["Checker"]

# Other places of a quote that are listed.
OTHERS = 12
# Documents of the claimed day that are looked through where nothing else is found.
DAY = 8


class Checker:
    """Holds quotes against one record; keeps what it learns of the record between them.

    `paraphrases` holds what is reported without being quoted.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._days: tuple[int, Mapping[date, list[str]]] | None = None
        self._languages = Languages(store)
        self.outlets = Outlets(store)
        self._retractions = Retractions(store)
        self.paraphrases = Paraphrases(store)

    @property
    def index(self) -> QuoteIndex:
        """The quote index at the record's generation."""
        return self.store.index()

    def check(  # noqa: PLR0913 - what is claimed of a quote, each by its name
        self,
        quoted: str,
        *,
        speaker: str | None = None,
        said_on: date | Period | None = None,
        exclude: frozenset[str] = frozenset(),
        span: Span | None = None,
        outlet: str | None = None,
    ) -> Check:
        """Hold one quote against the record.

        Args:
            quoted: the words, with or without quote marks; ellipses and brackets count as an
                editor's marks.
            speaker: whom the words are given to, as printed.
            said_on: the day they are given to, or the month or year.
            exclude: ids of documents that are no evidence, as the checked text itself.
            span: where the quote stands in the checked text, handed on; a quote that stands in one is
                never in order where `speaker` is None.
            outlet: which outlet they are said to have been given to, as printed.

        Returns:
            The Check; its `evidence` is None where the words are not in the record.
        """
        with self.store.steady():
            return self._held(Claim(quoted, speaker, *_when(said_on), span, outlet), exclude)

    def _held(self, claim: Claim, exclude: frozenset[str]) -> Check:
        first = ClaimedFirst(self.store, claim, self._on)
        finder = Finder(self.index, self.store.text, self._language, self.store.boilerplate, exclude, first)
        check = self._check(claim, finder, first)
        return self._retractions.instead_of(check, finder.index.generation, exclude)

    def _check(self, claim: Claim, finder: Finder, first: ClaimedFirst) -> Check:
        """The quote held against the current versions."""
        taken, found = self._found(claim, finder, first)
        single = sum(len(piece) for piece in taken.pieces) == 1
        if single and finder.index.frequencies(taken.tokens.hashes)[0]:
            # one word is too little to look for its place
            return self._nowhere(claim, Wording.COMMON)
        choices = choices_of(self.store, found, claim)
        choices = [c for c in choices if not c.candidate.on_day or c.attribution is not Attribution.WRONG]
        if not choices:
            return self._nowhere(claim, Wording.NOT_FOUND)
        choices = with_told(self.store, choices, claim, self._languages.spoken)
        if is_common(choices, found, taken):
            return self._result(claim, choices, Wording.COMMON, finder)
        choices = not_turned(self.store, self._languages, choices[: OTHERS + 1]) + choices[OTHERS + 1 :]
        ground = Ground.SURE
        if claim.speaker is not None and choices[0].attribution is not Attribution.RIGHT:
            ground = ground_of(self.store, choices, claim, lambda: first.of_speaker, self._languages.lexicons)
        if ground is Ground.CHANCE:
            return self._nowhere(claim, Wording.NOT_FOUND)
        wording = Wording.COMMON if ground is Ground.STOCK else choices[0].candidate.wording
        return self._result(claim, choices, wording, finder, ground)

    def _found(self, claim: Claim, finder: Finder, first: ClaimedFirst) -> tuple[Quoted, list[Candidate]]:
        """The quote taken apart, and the ways to account for it."""
        taken = take_apart(claim.quoted)
        found = candidates(taken, finder, self._floor, self._of_the_day(claim, first))
        if "(" in claim.quoted and not (found and found[0].wording in FAITHFUL):
            # brackets of either kind can be an editor's
            again = take_apart(claim.quoted, round_too=True)
            other = candidates(again, finder, self._floor)
            if other and other[0].wording in FAITHFUL:
                return again, other
        if found and found[0].wording is Wording.SPLICED:
            found = [self._settled(found[0], finder, claim)]
        if found and found[0].wording is Wording.ALTERED and len(taken.pieces) == 1:
            found = without_cues(self.store, finder, taken.pieces[0], found)
        return taken, found

    def _of_the_day(self, claim: Claim, first: ClaimedFirst) -> Sequence[str]:
        """Some documents of the claimed day, by the event's date or the page's."""
        found = self._on(claim.said_on) if claim.said_on is not None else ()
        if len(found) > DAY:
            found = sorted(found, key=lambda document: document not in first.of_speaker)
        return found[:DAY]

    def _on(self, day: date) -> Sequence[str]:
        """The documents of a day."""
        generation = self.index.generation
        if self._days is None or self._days[0] != generation:
            days: defaultdict[date, list[str]] = defaultdict(list)
            for info in self.store.documents():
                for each in {info.said_on, info.published_on}:
                    if each is not None:
                        days[each].append(info.id)
            self._days = (generation, days)
        return self._days[1].get(day, ())

    def _language(self, document: str) -> str | None:
        info = self.store.info(document)
        return info.language if info else None

    def _floor(self, document: str, span: Span) -> Span:
        return self.store.speech(document, span)

    def _settled(self, candidate: Candidate, finder: Finder, claim: Claim) -> Candidate:
        """A splice with each piece at the place that speaks best for it, where it has several."""

        def best(passage: Passage) -> Passage:
            places = [passage, *finder.alike(passage, LOOKED_AT)]
            alone = [Candidate(Wording.VERBATIM, (place,), 0.0) for place in places]
            ranked = choices_of(self.store, alone, claim)
            return min(ranked, key=lambda choice: preference(choice, claim)).candidate.passages[0]

        return replace(candidate, passages=tuple(best(passage) for passage in candidate.passages))

    def _nowhere(self, claim: Claim, wording: Wording) -> Check:
        verdict = verdict_of(wording, Attribution.UNKNOWN, Dating.UNKNOWN)
        return Check(
            quoted=claim.quoted,
            verdict=verdict,
            severity=severity_of(verdict, (), None, Attribution.UNKNOWN),
            wording=wording,
            attribution=Attribution.UNKNOWN if claim.speaker else Attribution.UNCLAIMED,
            dating=Dating.UNKNOWN if claim.when else Dating.UNCLAIMED,
            claimed_speaker=claim.speaker,
            claimed_on=claim.said_on,
            claimed_within=claim.within,
            claimed_outlet=claim.outlet,
            coverage=self._coverage(claim),
            span=claim.span,
        )

    def _result(
        self,
        claim: Claim,
        choices: Sequence[Choice],
        wording: Wording,
        finder: Finder,
        ground: Ground = Ground.SURE,
    ) -> Check:
        best, candidate, owner = choices[0], choices[0].candidate, choices[0].owner
        common = wording is Wording.COMMON
        # a stock phrase under another name is nobody's misattribution
        unknown = (common and claim.speaker) or ground is Ground.OPEN
        stood = Attribution.UNKNOWN if unknown else best.attribution
        day = Dating.UNKNOWN if common and claim.when else best.dating
        edits = () if common else candidate.edits(finder.text)
        flags = () if common else flags_of(self.store, choices, edits, claim.quoted, self._languages)
        at_marks = AtMarks() if common else at_marks_of(self.store, self._languages, best, claim)
        edits = (*edits, *at_marks.edits)
        otherwise = self._otherwise(choices, finder)
        outlet = None if common else self._another_outlet(claim, choices)
        more = {Flag.DIFFERS: bool(otherwise), Flag.OUTLET: outlet is not None}
        flags = tuple(flag for flag in Flag if flag in flags or flag in at_marks.flags or more.get(flag))
        verdict = verdict_of(wording, stood, day)
        undated = day is Dating.UNKNOWN and owner.said_on is None
        unread = claim.span is not None and claim.speaker is None
        unheard = ground in {Ground.UNHEARD, Ground.OPEN}
        severity = severity_of(
            verdict,
            flags,
            _least_translated(best.owners),
            stood,
            undated=undated,
            unread=unread,
            unheard=unheard,
            rewritten=at_marks.rewritten,
        )
        return Check(
            quoted=claim.quoted,
            verdict=verdict,
            severity=severity,
            wording=wording,
            attribution=stood,
            dating=day,
            claimed_speaker=claim.speaker,
            claimed_on=claim.said_on,
            claimed_within=claim.within,
            claimed_outlet=claim.outlet,
            outlet=outlet,
            evidence=Evidence(
                tuple(_piece(p, o, finder) for p, o in zip(candidate.passages, best.owners, strict=True))
            ),
            basis=owner.basis,
            edits=edits,
            flags=flags,
            doubts=() if common else best.doubts,
            score=1.0 - 2.0 ** -min(max(candidate.bits, 0.0), 60.0),
            speaker=None if common else owner.speaker,
            said_on=None if common else owner.said_on,
            via=None if common else owner.via,
            others=_others(self.store, choices, otherwise, finder),
            coverage=None if ground in {Ground.SURE, Ground.STOCK} else self._coverage(claim),
            span=claim.span,
        )

    def _another_outlet(self, claim: Claim, choices: Sequence[Choice]) -> str | None:
        """The outlet to which the words were given by the record, where it is another than is claimed."""
        if claim.outlet is None or choices[0].attribution is Attribution.WRONG:
            return None
        faithful = [each.document for each in choices[:OTHERS] if each.candidate.wording in FAITHFUL]
        return self.outlets.other(claim.outlet, [choices[0].document, *faithful])

    def _coverage(self, claim: Claim) -> Coverage:
        return self.store.coverage(claim.speaker, claim.said_on)

    def _otherwise(self, choices: Sequence[Choice], finder: Finder) -> list[Passage]:
        """Where other texts of the event have other words than a faithful quote."""
        if choices[0].candidate.wording not in FAITHFUL:
            return []
        exact = [p for choice in choices[1:] for p in choice.candidate.passages if p.compared is None]
        return [
            each
            for passage in choices[0].candidate.passages
            for each in worded_otherwise(self.store, finder, passage, exact)
        ]


def _when(claimed: date | Period | None) -> tuple[date | None, Period | None]:
    """What is claimed as a day, and as several."""
    if claimed is None or isinstance(claimed, date):
        return claimed, None
    return (claimed.day, None) if claimed.day is not None else (None, claimed)


def _least_translated(owners: Sequence[Owner]) -> Basis:
    """The basis of a quote's passages: a translation only where all of them are."""
    return next((each.basis for each in owners if each.basis is not Basis.TRANSLATION), owners[0].basis)


def _others(
    store: Store, choices: Sequence[Choice], otherwise: Sequence[Passage], finder: Finder
) -> tuple[Piece, ...]:
    """Where other texts have it otherwise, and the other places of the quote, each once."""
    shown = {(passage.document, passage.span) for passage in choices[0].candidate.passages}
    places = {
        (passage.document, passage.span): (passage, owner)
        for choice in choices[1 : OTHERS + 1]
        for passage, owner in zip(choice.candidate.passages, choice.owners, strict=True)
    }
    return (
        *(_piece(p, store.owner(p.document, p.span), finder) for p in otherwise),
        *(_piece(*each, finder) for place, each in places.items() if place not in shown),
    )


def _piece(passage: Passage, owner: Owner, finder: Finder) -> Piece:
    text = finder.text(passage.document)
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
