"""A text as the tagger sees it: word pieces with their exact places, and what surrounds each of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from verbale.text.sentences import sentence_ends

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["FEATURES", "Pieces", "Window", "cut", "windows"]

# what an uncased vocabulary cannot see: 4 shapes x 4 gaps x 4 states of the quote marks
FEATURES = 64
_SHAPE, _GAP = 16, 4
_INSIDE, _OPENS, _CLOSES = 1, 2, 3
_MARK = re.compile(r"[\"“”„«»＂]|''|``")
# halves of a character that no encoder takes; one place for one place
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONGEST_QUOTE = 1500
_LONGEST_TEXT = 20_000  # code points given to the tokenizer at a time

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, in its order; places are code points of the unaltered text.

    `first` tells which pieces begin a word, `features` packs letter case, the gap before and the
    state of the quote marks, `breaks` are the pieces that begin a sentence.
    """

    ids: Integers
    starts: Integers
    ends: Integers
    first: NDArray[np.bool_]
    features: Integers
    breaks: Integers

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """A run of pieces read at once: `start` to `end`, of which `core_start` to `core_end` count."""

    start: int
    end: int
    core_start: int
    core_end: int


def cut(text: str, tokenizer: Tokenizer, start: int = 0, end: int | None = None) -> Pieces:
    """Cuts a text, or a region of it, into word pieces.

    Args:
        text: The text, never altered.
        tokenizer: A tokenizer without truncation, padding or special tokens.
        start: Where to begin, in code points.
        end: Where to stop; the end of the text if None.

    Returns:
        The pieces with their places in the whole text.
    """
    if start or end is not None:
        inner = cut(text[start:end], tokenizer)
        return replace(inner, starts=inner.starts + start, ends=inner.ends + start)
    ids: list[int] = []
    places: list[tuple[int, int]] = []
    words: list[int] = []
    words_before = 0
    for begin, part in _parts(text):
        encoding = tokenizer.encode(_SURROGATE.sub("\ufffd", part), add_special_tokens=False)
        ids.extend(encoding.ids)
        places.extend((a + begin, b + begin) for a, b in encoding.offsets)
        numbers = [-1 if word is None else word for word in encoding.word_ids]
        words.extend(word + words_before for word in numbers)
        words_before += max(numbers, default=-1) + 2
    if not ids:
        empty = np.zeros(0, np.int64)
        return Pieces(empty, empty, empty, np.zeros(0, np.bool_), empty, empty)
    offsets = np.asarray(places, np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    numbers_of = np.asarray(words, np.int64)
    first = np.ones(len(ids), np.bool_)
    first[1:] = numbers_of[1:] != numbers_of[:-1]
    borders = np.asarray(list(sentence_ends(text, lines=True)), np.int64)
    breaks = np.unique(np.concatenate(([0], np.searchsorted(starts, borders))))
    breaks = breaks[breaks < len(ids)]
    features = _features(text, starts, ends)
    return Pieces(np.asarray(ids, np.int64), starts, ends, first, features, breaks)


def _parts(text: str) -> list[tuple[int, str]]:
    """The text in parts of bearable length, cut at white space where there is any."""
    parts = []
    begin = 0
    while len(text) - begin > _LONGEST_TEXT:
        end = text.rfind("\n", begin + _LONGEST_TEXT // 2, begin + _LONGEST_TEXT)
        if end < 0:
            end = text.rfind(" ", begin + _LONGEST_TEXT // 2, begin + _LONGEST_TEXT)
        end = begin + _LONGEST_TEXT if end < 0 else end + 1
        parts.append((begin, text[begin:end]))
        begin = end
    parts.append((begin, text[begin:]))
    return parts


def _features(text: str, starts: Integers, ends: Integers) -> Integers:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    upper, blank, line = (np.zeros(len(codes) + 1, np.int64) for _ in range(3))
    upper[1:] = np.cumsum(_upper(text, codes))
    blank[1:] = np.cumsum((codes == 32) | (codes == 9) | (codes == 160) | (codes == 10) | (codes == 13))
    line[1:] = np.cumsum((codes == 10) | (codes == 13))
    capitals = upper[ends] - upper[starts]
    length = ends - starts
    begins_upper = upper[np.minimum(starts + 1, len(codes))] - upper[starts] > 0
    letters = np.fromiter(
        (text[s].isalpha() if s < len(text) else False for s in starts), np.bool_, len(starts)
    )
    shape = np.where(begins_upper, 1, 0)
    shape = np.where((capitals > 1) & (capitals == length), 2, shape)
    shape = np.where(~letters, 3, shape)
    before = np.concatenate(([0], ends[:-1]))
    gap = np.where(blank[starts] - blank[before] > 0, 2, 1)
    gap = np.where(line[starts] - line[before] > 0, 3, gap)
    gap = np.where((starts == before) & letters & np.roll(letters, 1), 0, gap)
    gap[0] = 3
    packed: Integers = shape * _SHAPE + gap * _GAP + _quoted(text, starts)
    return packed


def _upper(text: str, codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    plain = (codes >= 65) & (codes <= 90)
    for place in np.flatnonzero(codes > 127).tolist():
        plain[place] = text[place].isupper()
    return plain


def _quoted(text: str, starts: Integers) -> Integers:
    """For each piece: outside quote marks, inside, an opening mark, a closing mark."""
    state = np.zeros(len(starts), np.int64)
    opened: int | None = None
    for found in _MARK.finditer(text):
        mark, place = found[0], found.start()
        piece = int(np.searchsorted(starts, place))
        if piece >= len(starts) or starts[piece] != place:
            continue
        if opened is not None and place - starts[opened] > _LONGEST_QUOTE:
            opened = None
        if opened is not None and "\n" in text[starts[opened] : place]:
            opened = None  # a paragraph may leave its quote open
        before = text[place - 1] if place else "\n"
        opens = mark in "“„«``" or (mark not in "”»" and opened is None)
        if mark in "\"＂''" and opened is not None:
            after = text[found.end() : found.end() + 1]
            opens = before.isspace() and bool(after) and not after.isspace()
        if opens:
            state[piece] = _OPENS
            opened = piece
            continue
        state[piece] = _CLOSES
        if opened is not None:
            inside = state[opened + 1 : piece]
            inside[inside == 0] = _INSIDE
        opened = None
    return state


def windows(pieces: Pieces, *, limit: int = 192, before: int = 48, after: int = 16) -> list[Window]:
    """Cuts pieces into windows at sentence borders, each with some of what surrounds it.

    Args:
        pieces: The pieces of a text.
        limit: The most pieces of a core.
        before: The most pieces of context before the core.
        after: The most pieces of context behind the core.

    Returns:
        The windows; their cores cover every piece once.
    """
    total = len(pieces)
    breaks = pieces.breaks.tolist()
    found: list[Window] = []
    start = 0
    while start < total:
        end = _border(breaks, start, start + limit, total)
        left = start
        if before and start:
            at = bisect_right(breaks, start - before - 1)
            left = breaks[at] if at < len(breaks) and breaks[at] < start else start - before // 2
        found.append(Window(left, min(total, end + after), start, end))
        start = end
    return found


def _border(breaks: list[int], start: int, most: int, total: int) -> int:
    """The last sentence border at or before the most; the most itself in an endless sentence."""
    if most >= total:
        return total
    at = breaks[bisect_right(breaks, most) - 1]
    return at if at > start else most
