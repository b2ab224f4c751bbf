"""What an article reports in its own words, set beside the nearest passage of whom it names; never judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verbale.check.choice import Claim
from verbale.check.claimed_first import ClaimedFirst
from verbale.check.owners import attribution
from verbale.compare import nearest_reported
from verbale.model import (
    Attribution,
    Check,
    Dating,
    Evidence,
    Piece,
    QuotationKind,
    Selector,
    Severity,
    Span,
    Verdict,
    Wording,
)
from verbale.model.owner import Owner
from verbale.store import Store
from verbale.text.sentences import sentences

__all__ = ["Paraphrases"]

# How far from the shared words a sentence may begin or end, in code points.
ROOM = 400


class Paraphrases:
    """Finds what reported speech may be a report of, in one record.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._days: tuple[int, Mapping[str, date]] | None = None

    def check(self, claim: Claim, near: date | None = None, exclude: frozenset[str] = frozenset()) -> Check:
        """Set reported words beside the nearest passage of their speaker.

        Args:
            claim: the words in which it is reported, whom they are given to and of which day; without a
                speaker there is no passage.
            near: the day of the report: what was said closest to it is looked at first.
            exclude: ids of documents that are no evidence, as the checked text itself.

        Returns:
            A Check with the verdict `paraphrase`; its `evidence` is None where nothing is near.
        """
        speaker, said_on = claim.speaker, claim.said_on
        with self._store.steady():
            found = self._nearest(claim, claim.when.first if claim.when else near, exclude)
            coverage = self._store.coverage(speaker, said_on) if found is None else None
        piece, owner, share = found if found is not None else (None, None, 0.0)
        return Check(
            quoted=claim.quoted,
            kind=QuotationKind.INDIRECT,
            verdict=Verdict.PARAPHRASE,
            severity=Severity.LOOK,
            wording=Wording.PARAPHRASE,
            attribution=Attribution.UNKNOWN if speaker else Attribution.UNCLAIMED,
            dating=Dating.UNKNOWN if claim.when else Dating.UNCLAIMED,
            claimed_speaker=speaker,
            claimed_on=said_on,
            claimed_within=claim.within,
            evidence=Evidence((piece,)) if piece is not None else None,
            basis=owner.basis if owner is not None else None,
            score=share,
            speaker=owner.speaker if owner is not None else None,
            said_on=owner.said_on if owner is not None else None,
            via=owner.via if owner is not None else None,
            coverage=coverage,
            span=claim.span,
        )

    def _nearest(
        self, claim: Claim, day: date | None, exclude: frozenset[str]
    ) -> tuple[Piece, Owner, float] | None:
        """The nearest passage that is the claimed speaker's; his own words before what others report."""
        documents = ClaimedFirst(self._store, claim, lambda _: ()).of_speaker if claim.speaker else ()
        if not documents:
            return None
        ordered = self._by_day(documents, day)
        found = nearest_reported(claim.quoted, self._store.index(), ordered, self._store.speech, exclude)
        owners = self._store.owners([(each.place.document, each.place.span) for each in found])
        own = [
            (each, owner)
            for each, owner in zip(found, owners, strict=True)
            if attribution(self._store, owner, claim.speaker) is Attribution.RIGHT
        ]
        if not own:
            return None
        # what he said himself comes before what others report of him
        shared, owner = next((pair for pair in own if pair[1].first_hand), own[0])
        text = self._store.text(shared.place.document)
        span = self._sentences(shared.place.document, text, shared.place.span)
        piece = Piece(
            document=shared.place.document,
            spans=(span,),
            text=span.of(text),
            speaker=owner.speaker,
            said_on=owner.said_on,
            via=owner.via,
            title=owner.title,
            selectors=(Selector.at(text, span),),
        )
        return piece, owner, shared.share

    def _sentences(self, document: str, text: str, span: Span) -> Span:
        """The sentences of the speaker's own speech that some words stand in."""
        floor = self._store.speech(document, span)
        start, end = max(floor.start, span.start - ROOM), min(floor.end, span.end + ROOM)
        # no sentence begins or ends inside a word
        start = start if start == floor.start else max(start, text.find(" ", start, span.start))
        end = end if end == floor.end else max(span.end, text.rfind(" ", span.end, end))
        around = [
            each for each in sentences(text, start, end) if each.start < span.end and span.start < each.end
        ]
        return Span(min(span.start, around[0].start), max(span.end, around[-1].end)) if around else span

    def _by_day(self, documents: Sequence[str] | frozenset[str], day: date | None) -> list[str]:
        """The documents in the order of their distance from a day; those of no day last."""
        generation = self._store.index().generation
        if self._days is None or self._days[0] != generation:
            dated = ((info.id, info.said_on or info.published_on) for info in self._store.documents())
            self._days = (generation, {document: on for document, on in dated if on is not None})
        days = self._days[1]
        if day is None:
            # what was said last is what is reported
            return sorted(documents, key=lambda each: (days.get(each, date.min), each), reverse=True)
        return sorted(documents, key=lambda each: (abs((days.get(each, date.min) - day).days), each))
