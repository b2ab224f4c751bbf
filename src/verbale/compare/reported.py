"""What somebody is told to have said, held against passages: by the words they share, in whatever order.

Reported speech has few words of the speech in their order, and its rare ones all the same. A passage is the
nearer, the rarer the words are that stand close together in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from verbale.model import Span
from verbale.store.index import Place, QuoteIndex
from verbale.text.words import Words, fold_word, words

__all__ = ["Shared", "nearest_reported"]

# Words of the documents that are read for one telling: a few milliseconds.
LOOKED_AT = 300_000
# A word that stands oftener than once in 128 words tells nothing, nor in a few pages one that they have
# more than eight times.
RARE_BITS, TIMES_OVER = 7.0, 3.0
# How many words of a speech one sentence of a reporter may be of.
NARROWEST, TIMES = 30, 2
# What a reporter may add to a word or take from it; a shorter word is left as it is.
PLURAL, SHORT = "s", 3
# Documents of which it is asked who speaks where the words stand.
LIKELIEST = 6
# Words in common by chance: so many bits more than it takes to name the place, and such a share of all.
SURPRISING, ENOUGH = 3.0, 0.3


# How rare the words are that stand close together, the first of them, and the place behind the last.
_Window = tuple[float, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """A passage that shares rare words with a telling, and which share of them, the rarer the more."""

    place: Place
    share: float


def nearest_reported(
    told: str,
    index: QuoteIndex,
    documents: Sequence[str],
    floor: Callable[[str, Span], Span],
    exclude: frozenset[str] = frozenset(),
) -> list[Shared]:
    """The passages nearest to reported words, one of each speech at most, the nearest first.

    Args:
        told: the words in which somebody's speech is reported.
        index: the record's quote index.
        documents: where to look; the first ones where they are too many to be read.
        floor: the span of what one speaker says around a place; no passage goes beyond it.
        exclude: documents that are no evidence, as the checked text itself.

    Returns:
        The passages that share more than chance has them share; each is as long as the words it shares.
    """
    said = words(told)
    rare, total = _rare(told, said, index)
    if len(set(rare.values())) < 2:
        return []
    wanted = np.array(sorted(rare), np.uint32)
    room = max(NARROWEST, TIMES * len(said))
    found: list[tuple[float, Place, list[_Window]]] = []
    looked = 0
    for whole in _read(said.hashes, index, documents, exclude):
        looked += whole.high - whole.low
        places = np.flatnonzero(np.isin(whole.hashes, wanted)) + whole.low
        windows = list(_windows(whole, places.tolist(), rare, room))
        found.append((max((each[0] for each in windows), default=0.0), whole, windows))
        if looked >= LOOKED_AT:
            break
    least = max(log2(max(looked, 2)) + SURPRISING, ENOUGH * total)
    kept: list[Shared] = []
    for best, whole, windows in sorted(found, key=lambda each: -each[0])[:LIKELIEST]:
        if best < least:
            break
        # a passage of one speaker is part of a window that is as surprising
        inside = np.zeros(whole.high - whole.low, np.bool_)
        for weight, low, high in windows:
            if weight >= least:
                inside[low - whole.low : high - whole.low] = True
        places = np.flatnonzero(inside & np.isin(whole.hashes, wanted)) + whole.low
        for part in _by_speaker(whole, places.tolist(), floor):
            weight, low, high = max(_windows(whole, part, rare, room), default=(0.0, 0, 0))
            if weight >= least:
                kept.append(Shared(Place(whole.document, whole.segment, low, high), weight / total))
    return sorted(kept, key=lambda each: -each.share)


def _by_speaker(whole: Place, places: Sequence[int], floor: Callable[[str, Span], Span]) -> list[list[int]]:
    """Some words of a document, parted where the speaker changes."""
    parts: list[list[int]] = []
    until = -1
    for number in places:
        at = Place(whole.document, whole.segment, number, number + 1).span
        if at.start >= until:
            parts.append([])
            until = floor(whole.document, at).end
        parts[-1].append(number)
    return parts


def _rare(told: str, said: Words, index: QuoteIndex) -> tuple[dict[int, tuple[str, float]], float]:
    """The rare words of a telling by the hashes of their forms, and how rare they are in all."""
    letters = [fold_word(told[a:b]) for a, b in zip(said.starts.tolist(), said.ends.tolist(), strict=True)]
    # signs and contractions are left out: each form is one word
    plain = {each for each in letters if each.isalnum()}
    stems = sorted({each.removesuffix(PLURAL) if len(each) > SHORT else each for each in plain})
    forms = words(" ".join(f"{stem} {stem}{PLURAL}" for stem in stems)).hashes
    if len(forms) != 2 * len(stems):
        return {}, 0.0  # a script of which every letter is a word
    counts = index.frequencies(forms).reshape(-1, 2).sum(axis=1).tolist()
    least = min(RARE_BITS, log2(max(index.size, 1)) - TIMES_OVER)
    found: dict[int, tuple[str, float]] = {}
    total = 0.0
    for stem, pair, count in zip(stems, forms.reshape(-1, 2).tolist(), counts, strict=True):
        if (bits := log2(max(index.size, 1) / max(count, 1))) >= least:
            total += bits
            if count:
                found |= dict.fromkeys(pair, (stem, bits))
    return found, total


def _read(
    told: NDArray[np.uint32], index: QuoteIndex, documents: Sequence[str], exclude: frozenset[str]
) -> Iterator[Place]:
    """The documents in the order in which they are worth reading: those that share a pair of words first."""
    among = frozenset(documents)
    regions = index.regions(told, first=among.__contains__, exclude=exclude)
    near = [region.place.document for region in regions if region.place.document in among]
    for document in dict.fromkeys([*near, *documents]):
        whole = index.whole(document) if document not in exclude else None
        if whole is not None:
            yield whole


def _windows(
    whole: Place, places: Sequence[int], rare: dict[int, tuple[str, float]], room: int
) -> Iterator[_Window]:
    """Where rare words stand within so many words of each other: weight, first word, behind the last."""
    hashes = whole.segment.hashes
    words_there = [rare[word] for word in hashes[np.array(places, np.int64)].tolist()]
    window: Counter[str] = Counter()
    weight, first = 0.0, 0
    for last, (word, bits) in enumerate(words_there):
        window[word] += 1
        weight += bits if window[word] == 1 else 0.0
        while places[last] - places[first] >= room or window[words_there[first][0]] > 1:
            gone, lost = words_there[first]
            window[gone] -= 1
            weight -= 0.0 if window[gone] else lost
            first += 1
        if first < last:
            yield weight, places[first], places[last] + 1
