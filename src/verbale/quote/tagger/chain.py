"""Tags as a chain: the likeliest sequence, and how likely every tag is at every word."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["BARRED", "TAGS", "bars", "best", "shares"]

# outside; then content, source and cue, each with a tag for its first word and one for the others
TAGS = 7
BARRED = -1e4

Floats = NDArray[np.float32]


def bars() -> tuple[Floats, Floats]:
    """What is added to the moves and to the first word: an inner tag follows only its own kind.

    >>> moves, begin = bars()
    >>> float(moves[0, 2]), float(begin[2]), float(moves[1, 2])
    (-10000.0, -10000.0, 0.0)
    """
    moves = np.zeros((TAGS, TAGS), np.float32)
    begin = np.zeros(TAGS, np.float32)
    for inner in (2, 4, 6):
        moves[:, inner] = begin[inner] = BARRED
        moves[inner - 1, inner] = moves[inner, inner] = 0.0
    return moves, begin


def shares(
    scores: Floats, moves: Floats, begin: Floats, held: NDArray[np.bool_]
) -> tuple[Floats, Floats, Floats]:
    """Forward and backward over a batch of chains.

    Args:
        scores: Of tags at words, [chains, words, tags].
        moves: Of a tag after a tag, bars included.
        begin: Of the first word's tag, bars included.
        held: Which places are words and not padding.

    Returns:
        The log of all sequences' weight for each chain, the share of each tag at each word, and the
        expected moves over the batch.
    """
    chains, words, tags = scores.shape
    weights = np.exp(np.maximum(moves, -60.0)) * (moves > BARRED / 2)
    ahead = np.zeros((chains, words, tags), np.float32)
    back = np.zeros((chains, words, tags), np.float32)
    ahead[:, 0] = begin + scores[:, 0]
    for step in range(1, words):
        last = ahead[:, step - 1]
        peak = last.max(1, keepdims=True)
        following = np.log(np.exp(last - peak) @ weights + 1e-30) + peak + scores[:, step]
        ahead[:, step] = np.where(held[:, step, None], following, last)
    for step in range(words - 2, -1, -1):
        ahead_of = back[:, step + 1] + scores[:, step + 1]
        peak = ahead_of.max(1, keepdims=True)
        earlier = np.log(np.exp(ahead_of - peak) @ weights.T + 1e-30) + peak
        back[:, step] = np.where(held[:, step + 1, None], earlier, back[:, step + 1])
    last = ahead[:, -1]
    peak = last.max(1)
    total = np.log(np.exp(last - peak[:, None]).sum(1)) + peak
    share = np.exp(ahead + back - total[:, None, None]) * held[:, :, None]
    pairs = ahead[:, :-1, :, None] + moves + (scores + back)[:, 1:, None, :] - total[:, None, None, None]
    expected = (np.exp(np.minimum(pairs, 0.0)) * held[:, 1:, None, None]).sum((0, 1))
    return total, share, expected


def best(scores: Floats, moves: Floats, begin: Floats) -> NDArray[np.int64]:
    """The likeliest tags of one chain.

    Args:
        scores: Of tags at words, [words, tags].
        moves: Of a tag after a tag, bars included.
        begin: Of the first word's tag, bars included.

    >>> moves, begin = bars()
    >>> scores = np.array([[0, 1, 5, 0, 0, 0, 0], [0, 0, 2, 0, 0, 0, 0]], np.float32)
    >>> best(scores, moves, begin).tolist()
    [1, 2]
    """
    words = len(scores)
    if not words:
        return np.zeros(0, np.int64)
    came = np.zeros((words, TAGS), np.int64)
    current = begin + scores[0]
    for step in range(1, words):
        ways = current[:, None] + moves
        came[step] = ways.argmax(0)
        current = ways.max(0) + scores[step]
    path = np.zeros(words, np.int64)
    path[-1] = current.argmax()
    for step in range(words - 1, 0, -1):
        path[step - 1] = came[step, path[step]]
    return path
