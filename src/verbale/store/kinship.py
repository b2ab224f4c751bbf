"""Which documents share so many words outside quotation marks that they are copies or excerpts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.model.text import Span
from verbale.store.index import QuoteIndex
from verbale.store.index.segment import Segment, pair_keys

__all__ = ["FEWEST", "SHARE", "SHINGLE", "Kinship", "Sample", "kinship", "sample", "shared_by"]

# Six words in a row outside quotation marks are shared by chance in few texts, sixty per cent of
# the samples in none.
SHINGLE = 6
SAMPLES = 40
FEWEST = 6
SHARE = 0.6
# One sample for so many words, so that a short text costs less than a long one.
WORDS_A_SAMPLE = 60
# A very long text has so many more that two of them stand in an excerpt of 300 words that came before it.
LONGEST_GAP = 150
# A text of less than this part of another's length is an excerpt, not a copy.
SAME_LENGTH = 0.7
# Places of one sample that are looked at: a text has fewer copies.
PLACES = 256

Hashes = NDArray[np.uint32]
Offsets = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Six words in a row from all over a text, as rows of hashes."""

    words: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Kinship:
    """`document` is a copy of `copy_of` ("near"), or a part of it ("excerpt"); `share` of its samples."""

    document: str
    copy_of: str
    kind: str
    share: float


def sample(hashes: Hashes, starts: Offsets, ends: Offsets, quoted: Sequence[Span]) -> Sample:
    """Sample a text where six words in a row stand outside quotation marks.

    Args:
        hashes: the text's words.
        starts: where each begins.
        ends: where each ends.
        quoted: the spans of quotations, whose words an honest article shares with its source.
    """
    free = np.ones(len(starts) + 1, np.int64)
    free[-1] = 0
    for span in quoted:
        free[np.searchsorted(ends, span.start, "right") : np.searchsorted(starts, span.end, "left")] = 0
    held = np.concatenate([[0], np.cumsum(free[:-1])])
    runs = np.flatnonzero(held[SHINGLE:] - held[:-SHINGLE] == SHINGLE)
    most = max(SAMPLES, len(hashes) // LONGEST_GAP)
    wanted = min(most, max(2 * FEWEST, len(hashes) // WORDS_A_SAMPLE))
    firsts = runs[:: max(1, len(runs) // wanted)][:wanted]
    return Sample(hashes[firsts[:, None] + np.arange(SHINGLE)])


def shared_by(index: QuoteIndex, samples: Sequence[Sample]) -> list[Counter[str]]:
    """For each text, how many of its samples stand in each document of the record."""
    owners = np.repeat(np.arange(len(samples)), [len(each) for each in samples])
    sought = np.concatenate([each.words for each in samples] or [np.zeros((0, SHINGLE), np.uint32)])
    seen: set[tuple[int, int, str]] = set()
    if len(sought):
        for segment in index.segments:
            rows, numbers = _matches(segment, sought)
            for row, number in zip(rows.tolist(), numbers.tolist(), strict=True):
                seen.add((row, int(owners[row]), segment.documents[number].document))
    counted: list[Counter[str]] = [Counter() for _ in samples]
    for _, owner, document in seen:
        counted[owner][document] += 1
    return [
        Counter({document: count for document, count in each.items() if index.whole(document) is not None})
        for each in counted
    ]


def _matches(segment: Segment, sought: NDArray[np.uint32]) -> tuple[Offsets, Offsets]:
    """Which rows stand in a segment, and the numbers of the documents that they stand in."""
    flat = pair_keys(np.append(sought.ravel(), np.uint32(0)).astype(np.uint32))
    keys = flat.reshape(len(sought), SHINGLE)[:, :-1]
    # in order, the searches share the pages that they touch
    order = np.argsort(keys, axis=None)
    lows, highs = np.empty(keys.size, np.int64), np.empty(keys.size, np.int64)
    lows[order] = np.searchsorted(segment.keys, keys.ravel()[order], "left")
    highs[order] = np.searchsorted(segment.keys, keys.ravel()[order], "right")
    counts = (highs - lows).reshape(keys.shape)
    rarest = counts.argmin(axis=1)
    rows = np.arange(len(sought))
    many = np.minimum(counts[rows, rarest], PLACES)
    of = np.repeat(rows, many)
    within = np.arange(len(of)) - np.repeat(np.cumsum(many) - many, many)
    places = segment.postings[lows.reshape(keys.shape)[of, rarest[of]] + within].astype(np.int64)
    firsts = places - rarest[of]
    fits = (firsts >= 0) & (firsts + SHINGLE <= len(segment))
    of, firsts = of[fits], firsts[fits]
    same = (segment.hashes[firsts[:, None] + np.arange(SHINGLE)] == sought[of]).all(axis=1)
    of, firsts = of[same], firsts[same]
    numbers = np.searchsorted(segment.firsts, firsts, "right") - 1
    inside = numbers == np.searchsorted(segment.firsts, firsts + SHINGLE - 1, "right") - 1
    return of[inside], numbers[inside]


def kinship(
    index: QuoteIndex, document: str, taken: Sample, others: Iterable[tuple[str, int]]
) -> list[Kinship]:
    """How a document stands to those that share samples with it.

    Args:
        index: the record's quote index.
        document: the id of the document.
        taken: its samples.
        others: ids of documents, with how many of the samples each has.
    """
    found: list[Kinship] = []
    own = index.whole(document)
    if own is None or len(taken) < FEWEST:
        return found
    length = own.high - own.low
    for other, count in others:
        place = index.whole(other)
        if other == document or place is None or count < 2:
            continue
        size = place.high - place.low
        share = count / len(taken)
        if min(size, length) >= SAME_LENGTH * max(size, length):
            if share >= SHARE:
                found.append(Kinship(max(document, other), min(document, other), "near", share))
        elif length < size:
            if share >= SHARE:
                found.append(Kinship(document, other, "excerpt", share))
        else:
            part = _contained(place.hashes, own.hashes)
            if part >= SHARE:
                found.append(Kinship(other, document, "excerpt", part))
    return found


def _contained(part: Hashes, whole: Hashes) -> float:
    """The share of a text's runs of six words that stand in another text."""
    if len(part) < SHINGLE + FEWEST or len(whole) < SHINGLE:
        return 0.0
    runs = _runs(part)
    return float(np.isin(runs[:: max(1, len(runs) // SAMPLES)], _runs(whole)).mean())


def _runs(hashes: Hashes) -> NDArray[np.uint64]:
    wide = hashes.astype(np.uint64)
    mixed = np.zeros(len(hashes) - SHINGLE + 1, np.uint64)
    for offset in range(SHINGLE):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + wide[offset : len(hashes) - SHINGLE + 1 + offset]
    return mixed
