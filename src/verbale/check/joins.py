"""Passages quoted as one: where a quote without marks changes from one place to another."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from verbale.check.significance import EDIT_BITS, Rarity
from verbale.compare import Finder, Passage, QuotedPiece
from verbale.model import Edit, Operation
from verbale.store.index import Place
from verbale.text.align import align

__all__ = ["Joined", "joined", "part_of"]

# A part of fewer words is too likely to stand anywhere.
SHORTEST = 3
# What a part must carry beyond naming its place in the record, and both together, in bits. A longer
# part that stands somewhere word for word may carry less.
PART_BITS = 5.0
LONG, LONG_BITS = 5, -6.0
# What it costs to go on in another place, in words; and how many places one quote may be made of.
CHANGE = 2.5
MOST_PARTS = 4
WHOLE_BITS = 30.0


@dataclass(frozen=True, slots=True, eq=False)
class Joined:
    """Passages that together account for a quote, in its order."""

    passages: tuple[Passage, ...]
    inserted: tuple[Edit, ...]
    bits: float

    @property
    def changed(self) -> int:
        """How many words differ."""
        return sum(p.changed for p in self.passages) + sum(len(e.quoted.split()) for e in self.inserted)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some words of a quote, from `first` to before `last`, and the number of the place they come from."""

    place: int
    first: int
    last: int


def joined(piece: QuotedPiece, finder: Finder, rarity: Rarity) -> Joined | None:
    """Find the passages that a quote joins, None where a few do not account for it.

    Args:
        piece: a quote without ellipses.
        finder: looks in the record.
        rarity: the bits of the quote's words.
    """
    hashes = piece.tokens.hashes
    if len(hashes) < 2 * SHORTEST or int((~rarity.known).sum()) > len(hashes) // 10:
        # what stands beside none of its neighbours anywhere is covered by no place
        return None
    places = [region.place for region in finder.regions(hashes)]
    covers = [_cover(hashes, place) for place in places]
    places, covers = _with_remainders(hashes, places, covers, finder)
    parts = parts_of(np.array(covers)) if len(places) > 1 else []
    if not 1 < len(parts) <= MOST_PARTS:
        return None
    held = [np.flatnonzero(covers[part.place][part.first : part.last]) + part.first for part in parts]
    changed = len(hashes) - sum(map(len, held))
    if changed > len(hashes) // 10:
        return None
    worth = [_bits(rarity, words, len(hashes)) - rarity.search for words in held]
    least = min(part.last - part.first for part in parts)
    enough = LONG_BITS if not changed and least >= LONG else PART_BITS
    total = sum(worth) - EDIT_BITS * changed
    if min(worth) < enough or total < WHOLE_BITS:
        return None
    # words at the borders that neither side has are the writer's own
    cores = [(part.place, int(words[0]), int(words[-1]) + 1) for part, words in zip(parts, held, strict=True)]
    passages = tuple(finder.passage(part_of(piece, a, b), places[place]) for place, a, b in cores)
    borders = [0, *(border for _, a, b in cores for border in (a, b)), len(hashes)]
    gaps = zip(borders[::2], borders[1::2], strict=True)
    return Joined(passages, tuple(_inserted(piece, a, b) for a, b in gaps if b > a), total)


def _inserted(piece: QuotedPiece, first: int, last: int) -> Edit:
    words = piece.tokens.printed(first, last)
    return Edit(op=Operation.INSERT, quoted=words, record="", quoted_span=piece.tokens.span(first, last))


def _bits(rarity: Rarity, words: NDArray[np.int64], length: int) -> float:
    mask = np.zeros(length, np.bool_)
    mask[words] = True
    return rarity.matched(mask)


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
        for place in finder.places(hashes[low:high], 8):
            mask = np.zeros(len(hashes), np.bool_)
            mask[low:high] = True
            places, covers = [*places, place], [*covers, mask]
    return places, covers


def parts_of(covers: NDArray[np.bool_]) -> list[_Part]:
    """The fewest places that together cover the most of a quote, each in one stretch.

    Going to another place costs as much as leaving `CHANGE` words uncovered (a Viterbi path).
    """
    count, length = covers.shape
    values = covers[:, 0].astype(np.float64)
    came = np.zeros((length, count), np.int64)
    for word in range(1, length):
        best = int(values.argmax())
        goes = values < values[best] - CHANGE
        came[word] = np.where(goes, best, np.arange(count))
        values = np.where(goes, values[best] - CHANGE, values) + covers[:, word]
    place = int(values.argmax())
    parts: list[_Part] = []
    last = length
    for word in range(length - 1, 0, -1):
        before = int(came[word, place])
        if before != place:
            parts.append(_Part(place, word, last))
            place, last = before, word
    parts.append(_Part(place, 0, last))
    return parts[::-1]


def part_of(piece: QuotedPiece, first: int, last: int) -> QuotedPiece:
    """Some words of a piece, with the brackets that stand among them."""
    inside = np.zeros(len(piece), np.bool_)
    inside[first:last] = True
    brackets = tuple(
        replace(bracket, before=bracket.before - first)
        for bracket in piece.brackets
        if first <= bracket.before <= last
    )
    return QuotedPiece(piece.tokens.where(inside), brackets)
