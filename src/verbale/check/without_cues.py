"""Words of a record that stand between two quotations of one speaker: they are the writer's, not his.

A record that prints “I love salt,” he said. “It keeps.” holds “I love salt. It keeps.” word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.check.candidates import Candidate
from verbale.check.joins import part_of
from verbale.check.significance import EDIT_BITS
from verbale.compare import Finder, Passage, QuotedPiece
from verbale.model import Span, Wording
from verbale.store import Store

__all__ = ["without_cues"]

_MARK = re.compile(r"[“”„«»\"＂「」『』]|''|``")


def without_cues(
    store: Store, finder: Finder, piece: QuotedPiece, found: Sequence[Candidate]
) -> list[Candidate]:
    """Candidates without the words that the record's own text puts between a speaker's.

    Those that then have fewest changes come first, and alone.

    Args:
        store: the record.
        finder: looks in it.
        piece: the quote.
        found: the candidates with other words, each of one passage or several.
    """
    cut = [_cut(store, finder, piece, each) for each in found]
    if all(one is None for one in cut):
        return list(found)
    told = [one or each for one, each in zip(cut, found, strict=True)]
    least = min(each.changed for each in told)
    return [each for each in told if each.changed == least]


def _cut(store: Store, finder: Finder, piece: QuotedPiece, candidate: Candidate) -> Candidate | None:
    """A candidate of one passage in two, where words of the writer stand between; None if none do."""
    passage = candidate.passages[0]
    if len(candidate.passages) > 1 or passage.compared is None:
        return None
    if not _MARK.search(passage.span.of(store.text(passage.document))):
        return None
    for gap in _gaps(store, passage):
        parts = _parted(finder, piece, passage, gap)
        changed = sum(each.changed for each in parts)
        if parts and changed < passage.changed:
            bits = candidate.bits + EDIT_BITS * (passage.changed - changed)
            wording = candidate.wording if changed else Wording.VERBATIM
            return replace(candidate, wording=wording, passages=parts, bits=bits, cut=None)
    return None


def _gaps(store: Store, passage: Passage) -> Iterator[Span]:
    """What stands in a passage between words in marks that are one speaker's, in one paragraph."""
    text, around = store.text(passage.document), passage.span
    inside = sorted(
        (part.start, part.end, each.speaker)
        for each in store.quotations(passage.document)
        for part in each.spans
        if part.start < around.end and around.start < part.end
    )
    for (_, end, speaker), (start, _, other) in pairwise(inside):
        if end < start and speaker == other and "\n\n" not in text[end:start]:
            yield Span(end, start)


def _parted(finder: Finder, piece: QuotedPiece, passage: Passage, gap: Span) -> tuple[Passage, ...]:
    """The passages before and behind a gap, each with the quote's words it has; empty if one has none."""
    compared, around = passage.compared, passage.span
    assert compared is not None  # noqa: S101 - with the same words there is nothing to leave out
    border = max(
        (
            block.first + int((compared.record.starts[block.low : block.high] < gap.start).sum())
            for block in compared.blocks
            if block.equal and compared.record.starts[block.low] < gap.start
        ),
        default=0,
    )
    places = (
        finder.index.between(passage.document, Span(around.start, gap.start)),
        finder.index.between(passage.document, Span(gap.end, around.end)),
    )
    if not 0 < border < len(piece):
        return ()
    parts = (part_of(piece, 0, border), part_of(piece, border, len(piece)))
    found = [
        finder.passage(part, place) for part, place in zip(parts, places, strict=True) if place is not None
    ]
    return tuple(found) if len(found) == len(parts) else ()
