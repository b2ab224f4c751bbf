"""One immutable piece of the quote index: the words of some documents and where their pairs stand."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from verbale.text.words import words

__all__ = ["Indexed", "Segment", "merge", "pair_keys", "write"]

LONG, BYTE = np.dtype("<u4"), np.dtype("u1")
ARRAYS: dict[str, np.dtype[Any]] = {
    "hashes": LONG,
    "starts": LONG,
    "lengths": BYTE,
    "keys": LONG,
    "postings": LONG,
    "vocabulary": LONG,
    "counts": LONG,
}
# The length that is written for a word of so many letters or more.
LONGEST = 255
_PAIR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A version in a segment: its document, and its first word's place in the segment."""

    document: str
    version: int
    first: int


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Words of some documents, memory-mapped.

    For each word its hash in `hashes`, its offset in its text in `starts`, its letters in `lengths`;
    the pair `keys` in order with their `postings` (places of the first word); the `vocabulary` of
    different words with their `counts`.
    """

    name: str
    documents: tuple[Indexed, ...]
    firsts: NDArray[np.int64]
    hashes: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    lengths: NDArray[np.uint8]
    keys: NDArray[np.uint32]
    postings: NDArray[np.uint32]
    vocabulary: NDArray[np.uint32]
    counts: NDArray[np.uint32]

    @classmethod
    def open(cls, folder: Path) -> Segment:
        """Map a segment's arrays into memory; nothing is read until it is needed."""
        listed = json.loads((folder / "documents.json").read_text(encoding="utf-8"))
        documents = tuple(Indexed(*row) for row in listed)
        # np.memmap objects cost far more than plain arrays on each slice
        maps = {
            name: np.asarray(np.memmap(folder / name, kind, "r"))
            if (folder / name).stat().st_size
            else np.zeros(0, kind)
            for name, kind in ARRAYS.items()
        }
        firsts = np.array([d.first for d in documents], np.int64)
        return cls(folder.name, documents, firsts, **maps)

    def __len__(self) -> int:
        return len(self.hashes)

    def document_at(self, place: int) -> int:
        """The number in `documents` of the document that a word belongs to."""
        return int(np.searchsorted(self.firsts, place, "right")) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """The half-open range of a document's words."""
        after = self.documents[number + 1].first if number + 1 < len(self.documents) else len(self)
        return self.documents[number].first, after


def pair_keys(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """The hash of each word with its successor; one shorter than the words."""
    left, right = hashes[:-1].astype(np.uint64), hashes[1:].astype(np.uint64)
    mixed = (left * _PAIR) ^ ((right << np.uint64(32)) | right)
    mixed *= np.uint64(0xC2B2AE3D27D4EB4F)
    return np.asarray(mixed >> np.uint64(32), np.uint32)


def write(folder: Path, texts: Sequence[tuple[str, int, str]]) -> int:
    """Index texts given as (document id, version, text) into a new segment; the number of words."""
    listed, parts, first = [], [], 0
    for document, version, text in texts:
        found = words(text)
        listed.append(Indexed(document, version, first))
        parts.append(found)
        first += len(found)
    hashes = np.concatenate([p.hashes for p in parts] or [np.zeros(0, np.uint32)])
    starts = np.concatenate([p.starts for p in parts] or [np.zeros(0, np.int64)]).astype(np.uint32)
    lengths = np.concatenate([p.ends - p.starts for p in parts] or [np.zeros(0, np.int64)])
    _save(folder, listed, hashes, starts, np.minimum(lengths, LONGEST).astype(np.uint8))
    return first


def merge(folder: Path, segments: Iterable[Segment], dropped: frozenset[int]) -> int:
    """Write one segment with the documents of several, without dropped versions; the number of words."""
    listed: list[Indexed] = []
    arrays: dict[str, list[NDArray[Any]]] = {"hashes": [], "starts": [], "lengths": []}
    first = 0
    for segment in segments:
        for number, indexed in enumerate(segment.documents):
            if indexed.version in dropped:
                continue
            low, high = segment.bounds(number)
            listed.append(Indexed(indexed.document, indexed.version, first))
            first += high - low
            for name, parts in arrays.items():
                parts.append(getattr(segment, name)[low:high])
    joined = {name: np.concatenate(parts or [np.zeros(0, ARRAYS[name])]) for name, parts in arrays.items()}
    _save(folder, listed, joined["hashes"], joined["starts"], joined["lengths"])
    return first


def _save(
    folder: Path,
    listed: list[Indexed],
    hashes: NDArray[np.uint32],
    starts: NDArray[np.uint32],
    lengths: NDArray[np.uint8],
) -> None:
    # key and place in one integer: a single in-place sort orders both
    packed = pair_keys(hashes).astype(np.uint64) << np.uint64(32) if len(hashes) else np.zeros(0, np.uint64)
    packed |= np.arange(len(packed), dtype=np.uint64)
    last = np.array([d.first - 1 for d in listed if 0 < d.first <= len(packed)], np.int64)
    if len(last):
        # a pair does not reach from one document into the next
        packed = np.delete(packed, last)
    packed.sort()
    vocabulary, counts = np.unique(hashes, return_counts=True)
    arrays: dict[str, NDArray[Any]] = {
        "hashes": hashes,
        "starts": starts,
        "lengths": lengths,
        "keys": (packed >> np.uint64(32)).astype(np.uint32),
        "postings": packed.astype(np.uint32),
        "vocabulary": vocabulary,
        "counts": counts,
    }
    making = folder.with_name(folder.name + ".making")
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    for name, kind in ARRAYS.items():
        with (making / name).open("wb") as file:
            arrays[name].astype(kind, copy=False).tofile(file)
            file.flush()
            os.fsync(file.fileno())
    rows = json.dumps([[d.document, d.version, d.first] for d in listed])
    (making / "documents.json").write_text(rows, encoding="utf-8")
    making.rename(folder)
