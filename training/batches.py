"""Articles to windows, and windows to batches of like lengths."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.gold import Article, Labels, label
from verbale.quote.tagger.word_pieces import Pieces, Window, cut, windows

__all__ = ["Batch", "Prepared", "batches", "prepare"]

BEGIN, END = 101, 102  # [CLS], [SEP]


@dataclass(frozen=True)
class Prepared:
    """An article cut and labelled; `words` are the pieces that begin a word."""

    pieces: Pieces
    labels: Labels
    words: NDArray[np.int64]


@dataclass(frozen=True)
class Batch:
    """Windows side by side: pieces [batch, length], words [batch, words].

    `asks` lists (window, word) pairs of contents with their cue's words as a row of `answers`, and so
    for the cues and their sources; word 0 of a window is its beginning mark, which stands for "nobody".
    """

    ids: Tensor
    features: Tensor
    held: Tensor
    words: Tensor
    word_held: Tensor
    tags: Tensor
    content_asks: Tensor
    content_answers: Tensor
    cue_asks: Tensor
    cue_answers: Tensor

    def to(self, device: torch.device) -> Batch:
        """The same batch on another device."""
        return Batch(**{name: getattr(self, name).to(device) for name in self.__dataclass_fields__})


def prepare(articles: list[Article], tokenizer: Tokenizer) -> list[Prepared]:
    """Cuts and labels articles."""
    prepared = []
    for article in articles:
        pieces = cut(article.text, tokenizer)
        if len(pieces):
            prepared.append(Prepared(pieces, label(article, pieces), np.flatnonzero(pieces.first)))
    return prepared


def batches(prepared: list[Prepared], seed: int, size: int, longest: int) -> list[list[tuple[int, Window]]]:
    """An epoch's batches: windows cut anew with other borders, sorted by length, shuffled.

    Args:
        prepared: The articles.
        seed: Another one for every epoch.
        size: The most pieces of a batch, padding included.
        longest: The most pieces of a window.
    """
    chance = random.Random(seed)
    cuts = []
    for number, one in enumerate(prepared):
        limit = chance.randint(longest // 2, longest)
        cuts += [(number, window) for window in windows(one.pieces, limit=limit, before=0, after=0)]
    chance.shuffle(cuts)
    order = sorted(cuts, key=lambda c: (c[1].end - c[1].start) // 8)
    found: list[list[tuple[int, Window]]] = [[]]
    for one in order:
        length = one[1].end - one[1].start + 2
        if found[-1] and (len(found[-1]) + 1) * length > size:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    return found


def assemble(prepared: list[Prepared], cuts: list[tuple[int, Window]]) -> Batch:
    """Puts windows side by side."""
    rows = [_row(prepared[number], window) for number, window in cuts]
    length = max(len(row.ids) for row in rows)
    most = max(len(row.words) for row in rows)
    ids, features, held = (np.zeros((len(rows), length), np.int64) for _ in range(3))
    words, word_held, tags = (np.zeros((len(rows), most), np.int64) for _ in range(3))
    asks: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    answers: tuple[list[NDArray[np.bool_]], list[NDArray[np.bool_]]] = ([], [])
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = row.ids
        features[number, : len(row.ids)] = row.features
        held[number, : len(row.ids)] = 1
        words[number, : len(row.words)] = row.words
        word_held[number, : len(row.words)] = 1
        tags[number, : len(row.words)] = row.tags
        for kind in (0, 1):
            for word, targets in row.arcs[kind]:
                asks[kind].append((number, word))
                answer = np.zeros(most, np.bool_)
                answer[targets] = True
                answers[kind].append(answer)
    tensors = [torch.from_numpy(a) for a in (ids, features, held, words, word_held, tags)]
    for kind in (0, 1):
        tensors.append(torch.tensor(asks[kind], dtype=torch.long).view(-1, 2))
        empty = np.zeros((0, most), np.bool_)
        tensors.append(torch.from_numpy(np.stack(answers[kind]) if answers[kind] else empty))
    return Batch(*tensors)


@dataclass(frozen=True)
class _Row:
    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    words: NDArray[np.int64]
    tags: NDArray[np.int64]
    arcs: tuple[list[tuple[int, list[int]]], list[tuple[int, list[int]]]]


def _row(one: Prepared, window: Window) -> _Row:
    """A window with its marks; places of words count from 1, after the beginning mark."""
    pieces, labels = one.pieces, one.labels
    begin, end = np.searchsorted(one.words, (window.start, window.end))
    ids = np.concatenate(([BEGIN], pieces.ids[window.start : window.end], [END]))
    features = np.concatenate(([0], pieces.features[window.start : window.end], [0]))
    words = np.concatenate(([0], one.words[begin:end] - window.start + 1))
    tags = np.concatenate(([0], labels.tags[begin:end]))
    if len(tags) > 1 and tags[1] in (2, 4, 6):
        tags[1] -= 1  # a span that began before the window
    shift = 1 - int(begin)
    contents: list[tuple[int, list[int]]] = []
    cues: list[tuple[int, list[int]]] = []
    for word in range(begin, end):
        relation = int(labels.content_of[word])
        if relation >= 0:
            answers = [w + shift for w in labels.cues[relation] if begin <= w < end]
            if answers:
                contents.append((word + shift, answers))
        relation = int(labels.cue_of[word])
        if relation >= 0:
            source = labels.sources[relation]
            if source is None:
                cues.append((word + shift, [0]))
            elif answers := [w + shift for w in source if begin <= w < end]:
                cues.append((word + shift, answers))
    return _Row(ids, features, words, tags, (contents, cues))
