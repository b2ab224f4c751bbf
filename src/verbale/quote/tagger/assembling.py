"""Tags and arcs to quotations: which contents belong to which cue, and which cue to which mention."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.quote.tagger.chain import best, shares
from verbale.quote.tagger.word_pieces import Pieces, Window

__all__ = ["Chain", "Reading", "Tagged", "link"]

Floats = NDArray[np.float32]

_CONTENT, _SOURCE, _CUE = 1, 3, 5
_ASKING = 24  # words of a fragment that are asked for its cue
_LEAST = 1e-6
# a piece that points at its cue half as firmly as the firmest one is drawn in by mistake
_FIRM = 0.5


@dataclass(frozen=True, slots=True)
class Chain:
    """What the tags cost after one another and at the beginning, bars included."""

    moves: Floats
    begin: Floats


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network gave for one region of a text.

    `scores` are the tags' for each word of the region, `arcs` the four vectors of each word of each
    window, the window's beginning mark first.
    """

    pieces: Pieces
    windows: tuple[Window, ...]
    scores: Floats
    arcs: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words attributed to someone, as the network sees it; places are code points.

    `figures` are what the score is reckoned from: how sure the contents' words, their first and last
    word, the cue, the mention, the arc to the cue and the arc to the mention are.
    """

    contents: tuple[tuple[int, int], ...]
    cue: tuple[int, int] | None
    mention: tuple[int, int] | None
    figures: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of words with one tag, `first` to `end`."""

    first: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class _Attributed:
    cue: _Run | None
    link: float


def _runs(tags: NDArray[np.int64], share: Floats, kind: int) -> list[_Run]:
    starts = np.flatnonzero(tags == kind).tolist()
    found = []
    for start in starts:
        end = start + 1
        while end < len(tags) and tags[end] == kind + 1:
            end += 1
        sure = float(share[start:end, kind : kind + 2].sum(1).mean())
        found.append(_Run(start, end, sure))
    return found


class _Linker:
    def __init__(self, reading: Reading) -> None:
        self.windows = reading.windows
        self.arcs = reading.arcs
        self.words = np.flatnonzero(reading.pieces.first)
        self.firsts = np.searchsorted(self.words, [w.start for w in self.windows])
        self.ends = np.searchsorted(self.words, [w.end for w in self.windows])
        self.cores = np.searchsorted(self.words, [w.core_start for w in self.windows])

    def window_of(self, word: int) -> int:
        """The window in whose core a word stands."""
        return int(np.searchsorted(self.cores, word, side="right")) - 1

    def shares_of(self, run: _Run, part: int, *, nobody: bool) -> tuple[int, Floats]:
        """How the arcs of a run fall on its window's words, as means of logs; place 0 is nobody."""
        number = self.window_of(run.first)
        first, end = int(self.firsts[number]), int(self.ends[number])
        vectors = self.arcs[number]
        width = vectors.shape[1] // 4
        rows = np.arange(run.first, min(run.end, end)) - first + 1
        if len(rows) > _ASKING:
            rows = rows[np.linspace(0, len(rows) - 1, _ASKING).astype(np.int64)]
        asks = vectors[rows, part * width : (part + 1) * width]
        answers = vectors[:, (part + 1) * width : (part + 2) * width]
        scores = asks @ answers.T / np.sqrt(np.float32(width))
        if not nobody:
            scores[:, 0] = -1e4
        scores -= scores.max(1, keepdims=True)
        share = np.exp(scores)
        share /= share.sum(1, keepdims=True)
        return number, share

    def strongest(
        self, run: _Run, part: int, others: list[_Run], *, nobody: bool
    ) -> tuple[int | None, float]:
        """Which of the others the run's arcs point at, and with what share; None for nobody."""
        number, share = self.shares_of(run, part, nobody=nobody)
        first, end = int(self.firsts[number]), int(self.ends[number])
        near = [place for place, other in enumerate(others) if other.first >= first and other.end <= end]
        until = np.zeros((len(share), share.shape[1] + 1), np.float32)
        np.cumsum(share, axis=1, out=until[:, 1:])
        starts = np.asarray([others[place].first - first + 1 for place in near], np.int64)
        ends = np.asarray([others[place].end - first + 1 for place in near], np.int64)
        fallen = until[:, ends] - until[:, starts]
        if nobody:
            fallen = np.concatenate((fallen, share[:, :1]), axis=1)
        if not fallen.shape[1]:
            return None, 0.0
        means = np.exp(np.log(fallen + _LEAST).mean(0))
        most = int(means.argmax())
        return (near[most] if most < len(near) else None), float(means[most])


def link(reading: Reading, chain: Chain) -> list[Tagged]:
    """Decodes the tags of a region and links what they mark.

    Args:
        reading: What the network gave.
        chain: The chain's costs.

    Returns:
        The quotations in the order of their contents. Contents that no cue holds stand alone.
    """
    if not len(reading.scores):
        return []
    tags = best(reading.scores, chain.moves, chain.begin)
    held = np.ones((1, len(tags)), np.bool_)
    share = shares(reading.scores[None], chain.moves, chain.begin, held)[1][0]
    contents, sources, cues = (_runs(tags, share, kind) for kind in (_CONTENT, _SOURCE, _CUE))
    linker = _Linker(reading)
    by_cue: dict[int, list[tuple[_Run, float]]] = {}
    alone: list[_Run] = []
    for content in contents:
        cue, sure = linker.strongest(content, 0, cues, nobody=False)
        if cue is None:
            alone.append(content)
        else:
            by_cue.setdefault(cue, []).append((content, sure))
    places = _Places(reading.pieces, linker.words)
    found = [
        Tagged((places.of(one),), None, None, _figures([one], share, 0.0, None, None, 0.0)) for one in alone
    ]
    for number, linked in by_cue.items():
        most = max(value for _, value in linked)
        group = [one for one in linked if one[1] >= _FIRM * most]
        cue_run = cues[number]
        source, sure = linker.strongest(cue_run, 2, sources, nobody=True)
        mention = sources[source] if source is not None else None
        runs = [run for run, _ in group]
        arc = min(value for _, value in group)
        figures = _figures(runs, share, arc, cue_run, mention, sure)
        spans = tuple(places.of(run) for run in runs)
        found.append(Tagged(spans, places.of(cue_run), places.of(mention) if mention else None, figures))
    return sorted(found, key=lambda one: one.contents)


class _Places:
    """Runs of words to code points."""

    def __init__(self, pieces: Pieces, words: NDArray[np.int64]) -> None:
        self.starts = pieces.starts[words]
        self.ends = pieces.ends[np.append(words[1:], len(pieces)) - 1]

    def of(self, run: _Run) -> tuple[int, int]:
        return int(self.starts[run.first]), int(self.ends[run.end - 1])


def _figures(  # noqa: PLR0913 - the parts of one quotation
    contents: list[_Run], share: Floats, arc: float, cue: _Run | None, mention: _Run | None, source_arc: float
) -> tuple[float, ...]:
    first = min(float(share[run.first, _CONTENT]) for run in contents)
    last = []
    for run in contents:
        # the share of the run ending here: the next word does not go on with it
        goes_on = float(share[run.end, _CONTENT + 1]) if run.end < len(share) else 0.0
        last.append(1.0 - goes_on)
    words = sum(run.end - run.first for run in contents)
    sure = sum(run.sure * (run.end - run.first) for run in contents) / words
    return (
        sure,
        first,
        min(last),
        cue.sure if cue else 0.0,
        mention.sure if mention else 0.0,
        arc,
        source_arc,
        1.0 if mention else 0.0,
    )
