"""Words of any script as arrays: folded hashes with exact offsets into the unaltered text.

A word is a run of letters, digits and the marks inside them ("don’t", "5.3"); ideographs, kana and
the letters of scripts written without spaces are words of their own, as are % and currency signs.
Case, compatibility forms, diacritics, soft hyphens and bidirectional marks fold away; hyphens
separate. Two words are equal when their hashes are; 32 bits let about five pairs in a vocabulary of
200,000 collide, so evidence is always compared again by its own letters.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["Words", "fold_word", "hash_word", "words"]

# In this order: what is unseen is 0; what may join the letters around it, and what only few texts have, last.
UNSEEN, SEPARATOR, LETTER, DIGIT, SINGLE, APOSTROPHE, POINT, COMMA, IGNORED, MARK, WIDE = range(11)
_COUNT = 0x110000
_CLASS = np.zeros(_COUNT, np.uint8)
_FOLD = np.zeros(_COUNT, np.uint32)
_EXPANSION: dict[int, tuple[int, ...]] = {}

_APOSTROPHES = "'’‘ʼ＇"
# Letters that only stretch a word, and letters that are written for one another in Arabic.
_FILLING = "\u0640"
_WRITTEN_FOR = {"ى": "ي", "ة": "ه"}
_HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_POWER = re.compile(rf"[{_HIGH}]+")
_SIGNS = "%$€£¥₽₴₹₪₩&§°‰"
# The scripts that put no space between words, where each letter has to stand for itself.
_UNSPACED: tuple[tuple[int, int], ...] = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
)
_UNSPACED += ((0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
# Marks that readers leave out freely; the vowel signs of Indic scripts are letters and stay.
_LOOSE_MARKS: tuple[tuple[int, int], ...] = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
)
_LOOSE_MARKS += ((0x0670, 0x0670), (0x06D6, 0x06ED), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF))

_POWERS = np.ones(64, np.uint64)
for _i in range(1, 64):
    _POWERS[_i] = (int(_POWERS[_i - 1]) * 0x9E3779B97F4A7C15 + 0x632BE5AB) & 0xFFFFFFFFFFFFFFFF
_MIX = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: `hashes`, and half-open offsets `starts` and `ends`, all of one length."""

    hashes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.hashes)


def words(text: str) -> Words:
    """Find the words of a text, in linear time and without a Python step per word.

    Args:
        text: any text without lone surrogates.

    Returns:
        Hashes of the folded words and their offsets in code points of `text`.

    >>> found = words("We won’t pay €5.")
    >>> [text[a:b] for text in ["We won’t pay €5."] for a, b in zip(found.starts, found.ends)]
    ['We', 'won’t', 'pay', '€', '5']
    >>> list(words("WON'T").hashes) == list(words("won’t").hashes)
    True
    """
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    classes = _CLASS[codes]
    if not classes.all():
        # as `np.unique`, which loads the whole of numpy.ma
        for code in np.flatnonzero(np.bincount(codes[classes == UNSEEN])).tolist():
            _learn(code)
        classes = _CLASS[codes]
    offsets: NDArray[np.int64] | None = None
    folded = _FOLD[codes]
    if classes.max(initial=UNSEEN) < IGNORED:
        return _runs(folded, classes, offsets)
    if (classes == WIDE).any():
        offsets, folded, classes = _expand(codes, folded, classes)
    hidden = (classes == IGNORED) | (classes == MARK)
    if not hidden.any():
        return _runs(folded, classes, offsets)
    bare = np.flatnonzero(_CLASS[codes] != MARK)
    keep = np.flatnonzero(~hidden)
    offsets = keep if offsets is None else offsets[keep]
    found = _runs(folded[keep], classes[keep], offsets)
    # a mark over the last letter belongs to the word
    ends = np.append(bare, len(codes))[np.searchsorted(bare, found.ends)]
    return Words(found.hashes, found.starts, ends)


def _runs(folded: NDArray[np.uint32], classes: NDArray[np.uint8], offsets: NDArray[np.int64] | None) -> Words:
    inside = (classes == LETTER) | (classes == DIGIT)
    single = classes == SINGLE
    marks = np.flatnonzero(classes[1:-1] >= APOSTROPHE) + 1
    if len(marks):
        kinds = classes[marks]
        apostrophes = marks[kinds == APOSTROPHE]
        joins = inside[apostrophes - 1] & inside[apostrophes + 1]
        inside[apostrophes[joins]] = True
        points = marks[kinds != APOSTROPHE]
        points = points[(classes[points - 1] == DIGIT) & (classes[points + 1] == DIGIT)]
        thousands = _groups_thousands(points, classes)
        inside[points[~thousands]] = True
        if thousands.any():
            keep = np.ones(len(classes), np.bool_)
            keep[points[thousands]] = False
            at = np.flatnonzero(keep)
            offsets = at if offsets is None else offsets[at]
            folded, inside, single = folded[at], inside[at], single[at]
    word = inside | single
    before = np.empty_like(word)
    before[:1] = True
    before[1:] = ~inside[:-1]
    starts = np.flatnonzero(word & (before | single))
    if not len(starts):
        nothing = np.zeros(0, np.int64)
        return Words(np.zeros(0, np.uint32), nothing, nothing)
    after = np.empty_like(word)
    after[-1:] = True
    after[:-1] = ~inside[1:]
    lasts = np.flatnonzero(word & (after | single))
    first = starts[0]
    borders = np.append(starts, len(word))
    places = np.arange(first, len(word)) - np.repeat(starts, borders[1:] - starts)
    letters = np.where(word[first:], folded[first:].astype(np.uint64) + np.uint64(1), 0)
    sums = np.add.reduceat(letters * _POWERS[np.minimum(places, 63)], starts - first)
    hashes = ((sums ^ (sums >> np.uint64(29))) * _MIX >> np.uint64(32)).astype(np.uint32)
    if offsets is None:
        return Words(hashes, starts, lasts + 1)
    return Words(hashes, offsets[starts], offsets[lasts] + 1)


def _groups_thousands(points: NDArray[np.int64], classes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which of the marks between digits are commas that group thousands, as in 1,083."""
    if not len(points):
        return np.zeros(0, np.bool_)
    padded = np.append(classes, np.zeros(4, np.uint8))
    three = (padded[points + 2] == DIGIT) & (padded[points + 3] == DIGIT)
    return np.asarray((classes[points] == COMMA) & three & (padded[points + 4] != DIGIT))


def _expand(
    codes: NDArray[np.uint32], folded: NDArray[np.uint32], classes: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint8]]:
    """Write out ligatures and other code points that fold to several."""
    wide = np.flatnonzero(classes == WIDE)
    repeats = np.ones(len(codes), np.int64)
    repeats[wide] = [len(_EXPANSION[int(code)]) for code in codes[wide]]
    offsets = np.repeat(np.arange(len(codes)), repeats)
    folded, classes = np.repeat(folded, repeats), np.repeat(classes, repeats)
    places = (np.cumsum(repeats) - repeats)[wide]
    for place, code in zip(places, codes[wide], strict=True):
        letters = _EXPANSION[int(code)]
        folded[place : place + len(letters)] = letters
        classes[place : place + len(letters)] = [_CLASS[letter] for letter in letters]
    return offsets, folded, classes


def _learn(code: int) -> None:
    """Classify a code point the first time that a text has it."""
    letter = chr(code)
    # decomposed, so that a syllable written in parts is the same word
    letters = list(unicodedata.normalize("NFD", fold_word(letter)))
    if letter in _APOSTROPHES:
        kind = APOSTROPHE
    elif letter == "." or letter == ",":  # noqa: PLR1714 - the two go on to differ
        kind = POINT if letter == "." else COMMA
    elif letter in _HIGH:
        # a power of the number before it, or the mark of a note: no letter of the word
        kind = SEPARATOR
    elif letter in _SIGNS or _within(code, _UNSPACED):
        kind = SINGLE
    elif unicodedata.category(letter) == "Cf" or letter in _FILLING:
        kind = IGNORED
    elif unicodedata.category(letter) == "Mn" and not _is_letter(letter):
        kind = MARK
    elif not letters or not all(_is_letter(c) for c in letters):
        kind = SEPARATOR
    elif len(letters) > 1:
        _EXPANSION[code] = tuple(ord(c) for c in letters)
        for c in letters:
            if _CLASS[ord(c)] == UNSEEN:
                _learn(ord(c))
        kind = WIDE
    else:
        kind = DIGIT if letters[0].isdecimal() else LETTER
    _FOLD[code] = ord(letters[0]) if len(letters) == 1 and kind != SINGLE else code
    _CLASS[code] = kind


def _is_letter(letter: str) -> bool:
    category = unicodedata.category(letter)
    return category[0] in "LN" or (category[0] == "M" and not _within(ord(letter), _LOOSE_MARKS))


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """The folded letters of one word: compatibility forms, case and diacritics gone.

    >>> fold_word("Straße"), fold_word("ﬁnd"), fold_word("Éire"), fold_word("don’t")
    ('strasse', 'find', 'eire', "don't")
    """
    if word.isascii():
        return word.lower()
    word = _POWER.sub(lambda found: "^" + found[0], word)
    # marks go before case does: the case folding of a mark may be a letter
    bare = _without_marks(unicodedata.normalize("NFKD", word)).casefold()
    return unicodedata.normalize("NFC", _without_marks(unicodedata.normalize("NFKD", bare)))


def _without_marks(letters: str) -> str:
    return "".join(
        _plain(c)
        for c in letters
        if unicodedata.category(c) != "Cf" and c not in _FILLING and not _within(ord(c), _LOOSE_MARKS)
    )


def _plain(letter: str) -> str:
    if letter in _APOSTROPHES:
        return "'"
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return _WRITTEN_FOR.get(letter, letter)


def hash_word(word: str) -> int:
    """The hash of a single word, the same as `words` gives it."""
    found = words(word).hashes
    return int(found[0]) if len(found) else 0
