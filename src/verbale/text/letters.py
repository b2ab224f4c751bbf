"""The letters behind the hashes: two words are only called equal where their folded letters are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from verbale.text.signs import put_to
from verbale.text.tokens import Tokens
from verbale.text.words import fold_word, words

__all__ = ["numbered", "spelled", "spelled_at", "told_apart"]


def spelled(text: str) -> list[str]:
    """The folded letters of every word of a text.

    Args:
        text: any text without lone surrogates.

    >>> spelled("We WON’T pay 1,500 crowns at -5 degrees.")
    ['we', "won't", 'pay', '1,500', 'crowns', 'at', '−5', 'degrees']
    """
    found = words(text)
    return spelled_at(text, found.starts.tolist(), found.ends.tolist())


def spelled_at(text: str, starts: Iterable[int], ends: Iterable[int]) -> list[str]:
    """The folded letters of the words at some places of a text, in order, with the signs that are theirs.

    Args:
        text: the text.
        starts: where each word begins, in code points.
        ends: where each word ends.
    """
    firsts, lasts = list(starts), list(ends)
    letters = [fold_word(text[start:end]) for start, end in zip(firsts, lasts, strict=True)]
    put_to(letters, text, firsts, lasts)
    return letters


def told_apart(one: Tokens, other: Tokens) -> tuple[Tokens, Tokens]:
    """The same words, with hashes that are equal only where the letters are.

    Two words in four thousand million share a hash by chance; where two of these do, all are numbered
    by their letters instead.

    Args:
        one: some words.
        other: the words that they are to be held against.

    >>> from verbale.text.tokens import tokens
    >>> one, other = tokens("117199 crowns"), tokens("141166 crowns")
    >>> (one.hashes == other.hashes).tolist()
    [True, True]
    >>> one, other = told_apart(one, other)
    >>> (one.hashes == other.hashes).tolist()
    [False, True]
    """
    hashes = (*one.hashes.tolist(), *other.hashes.tolist())
    different = set(zip(hashes, (*one.letters, *other.letters), strict=True))
    if len(different) > len(set(hashes)):
        first, second = numbered(one.letters, other.letters)
        return replace(one, hashes=first), replace(other, hashes=second)
    return one, other


def numbered(one: Sequence[str], other: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Words as numbers, to be aligned: equal just where the words are.

    >>> one, other = numbered(["we", "will"], ["we", "may"])
    >>> one.tolist(), other.tolist()
    ([0, 1], [0, 2])
    """
    known: dict[str, int] = {}
    numbers = [known.setdefault(word, len(known)) for word in (*one, *other)]
    return np.array(numbers[: len(one)], np.uint32), np.array(numbers[len(one) :], np.uint32)
