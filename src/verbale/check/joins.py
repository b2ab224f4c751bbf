"""Two passages quoted as one: where a quote without marks changes from one place to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from verbale.check.passages import Finder, Passage
from verbale.check.quoted import QuotedPiece
from verbale.check.significance import EDIT_BITS, Rarity
from verbale.record.index import Place
from verbale.text.align import align

__all__ = ["Joined", "joined"]

# A part of fewer words is too likely to stand anywhere.
SHORTEST = 3
# What a part must carry beyond naming its place in the record, and both together, in bits. A longer
# part that stands somewhere word for word may carry less.
PART_BITS = 5.0
LONG, LONG_BITS = 5, -6.0
WHOLE_BITS = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Two passages that together account for a quote, in its order."""

    passages: tuple[Passage, Passage]
    changed: int
    bits: float


def joined(piece: QuotedPiece, finder: Finder, rarity: Rarity) -> Joined | None:
    """Find the two passages that a quote joins, None where two do not account for it.

    Args:
        piece: a quote without ellipses.
        finder: looks in the record.
        rarity: the bits of the quote's words.
    """
    hashes = piece.tokens.hashes
    if len(hashes) < 2 * SHORTEST:
        return None
    places = [region.place for region in finder.regions(hashes)]
    covers = [_cover(hashes, place) for place in places]
    places, covers = _with_remainders(hashes, places, covers, finder)
    if len(places) < 2:
        return None
    found = _split(np.array(covers), len(hashes))
    if found is None:
        return None
    first, second, at = found
    mask = np.concatenate([covers[first][:at], covers[second][at:]])
    changed = int((~mask).sum())
    if changed > len(hashes) // 10:
        return None
    left = rarity.matched(mask & (np.arange(len(mask)) < at)) - rarity.search
    right = rarity.matched(mask & (np.arange(len(mask)) >= at)) - rarity.search
    long = not changed and LONG <= at <= len(hashes) - LONG
    if (
        min(left, right) < (LONG_BITS if long else PART_BITS)
        or left + right - EDIT_BITS * changed < WHOLE_BITS
    ):
        return None
    passages = (
        finder.passage(_part(piece, 0, at), places[first]),
        finder.passage(_part(piece, at, len(hashes)), places[second]),
    )
    return Joined(passages, sum(p.changed for p in passages), left + right)


def _cover(hashes: NDArray[np.uint32], place: Place) -> NDArray[np.bool_]:
    """Which words of a quote a place has in runs of two or more."""
    mask = np.zeros(len(hashes), np.bool_)
    for block in align(hashes, place.hashes):
        if block.equal and block.last - block.first > 1:
            mask[block.first : block.last] = True
    return mask


def _with_remainders(
    hashes: NDArray[np.uint32], places: list[Place], covers: list[NDArray[np.bool_]], finder: Finder
) -> tuple[list[Place], list[NDArray[np.bool_]]]:
    """Look on its own for what the best place leaves uncovered at either end."""
    if not covers:
        return places, covers
    best = max(covers, key=lambda mask: int(mask.sum()))
    marked = np.flatnonzero(best)
    ends = [(0, int(marked[0])), (int(marked[-1]) + 1, len(hashes))] if len(marked) else []
    for low, high in ends:
        if high - low < SHORTEST:
            continue
        for place in finder.index.occurrences(hashes[low:high], 8):
            if place.document in finder.exclude:
                continue
            mask = np.zeros(len(hashes), np.bool_)
            mask[low:high] = True
            places, covers = [*places, place], [*covers, mask]
    return places, covers


def _split(covers: NDArray[np.bool_], length: int) -> tuple[int, int, int] | None:
    """The two places and the word between them that together cover the most."""
    before = np.concatenate([np.zeros((len(covers), 1), np.int64), np.cumsum(covers, axis=1)], axis=1)
    after = before[:, -1:] - before
    best: tuple[int, int, int, int] | None = None
    for at in range(SHORTEST, length - SHORTEST + 1):
        first, second = int(before[:, at].argmax()), int(after[:, at].argmax())
        total = int(before[first, at] + after[second, at])
        if first != second and (best is None or total > best[0]):
            best = (total, first, second, at)
    return best[1:] if best else None


def _part(piece: QuotedPiece, first: int, last: int) -> QuotedPiece:
    """Some words of a piece, with the brackets that stand among them."""
    inside = np.zeros(len(piece), np.bool_)
    inside[first:last] = True
    brackets = tuple(
        replace(bracket, before=bracket.before - first)
        for bracket in piece.brackets
        if first <= bracket.before <= last
    )
    return QuotedPiece(piece.tokens.where(inside), brackets)
