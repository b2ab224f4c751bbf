"""Annotated articles in brat standoff, and their words' labels."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from verbale.quote.tagger.word_pieces import Pieces

__all__ = ["Article", "Labels", "Relation", "hold_out", "label", "load"]

Pair = tuple[int, int]
# the tags' order is the order of the weights' outputs
OUTSIDE, CONTENT, SOURCE, CUE = 0, 1, 3, 5
_SPAN = re.compile(r"(\w+) (\d+ \d+(?:;\d+ \d+)*)")


@dataclass(frozen=True)
class Relation:
    """Who said what by which cue; each part in one or several pieces."""

    content: tuple[Pair, ...]
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]


@dataclass(frozen=True)
class Article:
    """A text and its relations."""

    name: str
    text: str
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class Labels:
    """For each word its tag and the relation whose content or cue it is (-1: none); each relation's words."""

    tags: NDArray[np.int64]
    content_of: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    cues: list[list[int]]
    sources: list[list[int] | None]


def load(folder: Path) -> list[Article]:
    """Reads `text/*.txt` and `attributions/*.ann`; of several annotators the alphabetically first counts."""
    annotated: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rpartition("_")[0], path)
    articles = []
    for name, path in sorted(annotated.items()):
        text_path = folder / "text" / f"{name}.txt"
        if text_path.is_file():
            text = _read(text_path)
            articles.append(Article(name, text, tuple(_relations(_read(path), len(text)))))
    return articles


def hold_out(articles: list[Article], number: int) -> tuple[list[Article], list[Article]]:
    """Sets articles aside by a hash of their names, so that the choice never moves."""
    order = sorted(articles, key=lambda a: hashlib.sha256(a.name.encode()).hexdigest())
    return order[number:], order[:number]


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _relations(standoff: str, length: int) -> list[Relation]:
    marked: dict[str, tuple[Pair, ...]] = {}
    events: list[str] = []
    for line in standoff.split("\n"):
        columns = line.split("\t")
        if len(columns) < 2:
            continue
        if columns[0].startswith("T") and (found := _SPAN.fullmatch(columns[1])):
            pairs = (part.split() for part in found[2].split(";"))
            marked[columns[0]] = tuple((int(a), int(b)) for a, b in pairs if int(b) <= length)
        elif columns[0].startswith("E"):
            events.append(columns[1])
    relations = []
    for event in events:
        roles: dict[str, list[Pair]] = defaultdict(list)
        for role, _, mark in (argument.partition(":") for argument in event.split()):
            roles[role.rstrip("0123456789")] += marked.get(mark, ())
        if roles["Content"]:
            relations.append(Relation(*(tuple(sorted(roles[r])) for r in ("Content", "Source", "Cue"))))
    return relations


def label(article: Article, pieces: Pieces) -> Labels:
    """The words' labels; where two relations meet on a word, cues and sources win over contents."""
    words = np.flatnonzero(pieces.first)
    starts = pieces.starts[words]
    ends = pieces.ends[np.append(words[1:], len(pieces)) - 1]
    count = len(words)
    tags = np.zeros(count, np.int64)
    content_of, cue_of = np.full(count, -1), np.full(count, -1)

    def inside(pair: Pair) -> NDArray[np.int64]:
        return np.flatnonzero((starts < pair[1]) & (ends > pair[0]))

    def put(pair: Pair, tag: int) -> NDArray[np.int64]:
        held = inside(pair)
        if len(held):
            tags[held] = tag + 1
            tags[held[0]] = tag
        return held

    for number, relation in enumerate(article.relations):
        for pair in relation.content:
            content_of[put(pair, CONTENT)] = number
    cues: list[list[int]] = []
    sources: list[list[int] | None] = []
    for number, relation in enumerate(article.relations):
        cue = [w for pair in relation.cue for w in put(pair, CUE).tolist()]
        source = [w for pair in relation.source for w in put(pair, SOURCE).tolist()]
        cue_of[cue] = number
        cues.append(cue)
        sources.append(source or None)
    content_of[tags != CONTENT] = np.where(
        tags[tags != CONTENT] == CONTENT + 1, content_of[tags != CONTENT], -1
    )
    return Labels(tags, content_of, cue_of, cues, sources)
