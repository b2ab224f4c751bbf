"""Quotes whose words only an older version of a text has: the source was changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from verbale.check.owners import attribution, dating, doubts_of
from verbale.check.verdict import severity_of, verdict_of
from verbale.model import Attribution, Check, Dating, Evidence, Flag, Piece, Selector, Span, Wording
from verbale.model.holdings import Superseded
from verbale.model.owner import SECOND_HAND
from verbale.store import Store
from verbale.text.letters import spelled
from verbale.text.words import Words, words

__all__ = ["Retractions"]

# Fewer words in a row stand in many a text; that an older one had them says nothing.
FEWEST = 3
_UNSURE = frozenset((Wording.NOT_FOUND, Wording.ALTERED, Wording.SPLICED))


@dataclass(frozen=True, slots=True, eq=False)
class _Older:
    """The words of all versions that others have taken the place of, one after the other."""

    versions: tuple[Superseded, ...]
    firsts: NDArray[np.int64]
    words: Words


class Retractions:
    """Looks for quotes in the older versions of a record; their words are read when first needed.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: tuple[int, _Older] | None = None

    def instead_of(self, check: Check, generation: int, exclude: frozenset[str]) -> Check:
        """The same check, or one that an older version answers, where that one has the words as quoted.

        Args:
            check: how the quote stands to the current versions.
            generation: the record's generation.
            exclude: ids of documents that are no evidence.
        """
        if check.wording not in _UNSURE or not self._older(generation).versions:
            return check
        quoted = words(check.quoted)
        if len(quoted) < FEWEST:
            return check
        found = []
        for version, span in self._places(quoted, generation, exclude):
            text = self._store.version_text(version.version)
            if spelled(span.of(text)) == spelled(check.quoted):
                found.append(self._retracted(check, version, span, text))
        # the last of them to come in, unless another bears out the claim or was itself the speech
        return min(found, key=_standing, default=check)

    def _places(
        self, quoted: Words, generation: int, exclude: frozenset[str]
    ) -> Iterator[tuple[Superseded, Span]]:
        older = self._older(generation)
        hashes = older.words.hashes
        firsts = np.flatnonzero(hashes[: max(0, len(hashes) - len(quoted) + 1)] == quoted.hashes[0])
        for offset, word in enumerate(quoted.hashes):
            firsts = firsts[hashes[firsts + offset] == word]
        numbers = np.searchsorted(older.firsts, firsts, "right") - 1
        within = numbers == np.searchsorted(older.firsts, firsts + len(quoted) - 1, "right") - 1
        for first, number in zip(firsts[within].tolist(), numbers[within].tolist(), strict=True):
            last = first + len(quoted) - 1
            if older.versions[number].document_id not in exclude:
                yield (
                    older.versions[number],
                    Span(int(older.words.starts[first]), int(older.words.ends[last])),
                )

    def _older(self, generation: int) -> _Older:
        if self._known is None or self._known[0] != generation:
            versions = self._store.superseded()
            found = [words(self._store.version_text(each.version)) for each in versions]
            firsts = np.cumsum([0, *(len(each) for each in found)])[:-1]
            self._known = (generation, _Older(versions, firsts, _one_after_another(found)))
        return self._known[1]

    def _retracted(self, check: Check, version: Superseded, span: Span, text: str) -> Check:
        owner = self._store.owner(version.document_id, span, version=version.version)
        stood = attribution(self._store, owner, check.claimed_speaker)
        day = dating(owner, check.claimed_within or check.claimed_on)
        verdict, doubts = verdict_of(Wording.VERBATIM, stood, day), doubts_of([owner])
        holds = {
            Flag.RETRACTED: True,
            Flag.RELAYED: owner.relayed,
            Flag.ASKED: owner.asked,
            Flag.UNSURE: bool(doubts),
        }
        flags = tuple(flag for flag in Flag if holds.get(flag))
        piece = Piece(
            document=version.document_id,
            spans=(span,),
            text=span.of(text),
            speaker=owner.speaker,
            said_on=owner.said_on,
            via=owner.via,
            title=owner.title,
            selectors=(Selector.at(text, span),),
            version=version.number,
        )
        now = check.evidence.pieces if check.evidence else ()
        return replace(
            check,
            verdict=verdict,
            severity=severity_of(verdict, flags, owner.basis, stood),
            wording=Wording.VERBATIM,
            attribution=stood,
            dating=day,
            evidence=Evidence((piece,)),
            basis=owner.basis,
            edits=(),
            flags=flags,
            doubts=doubts,
            score=1.0,
            speaker=owner.speaker,
            said_on=owner.said_on,
            via=owner.via,
            others=(*now, *check.others),
        )


def _standing(check: Check) -> tuple[bool, bool, bool]:
    return (
        check.attribution is not Attribution.RIGHT,
        check.dating is not Dating.RIGHT,
        check.basis in SECOND_HAND,
    )


def _one_after_another(texts: Sequence[Words]) -> Words:
    parts = [*texts, words("")]
    return Words(
        np.concatenate([each.hashes for each in parts]),
        np.concatenate([each.starts for each in parts]),
        np.concatenate([each.ends for each in parts]),
    )
