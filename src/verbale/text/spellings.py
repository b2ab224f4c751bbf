"""One word in two spellings, and one place under two names: tidied in print, and still what was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from verbale.text.gazetteer import place_of
from verbale.text.packs import listed_words, pack
from verbale.text.words import fold_word

__all__ = ["same_place", "same_spelling"]

# The fewest letters before an ending that is spelled in two ways: "organise", and not "prise" and "prize".
LEAST = 3
# The most letters that stand for the words of a place's name alone.
INITIALS = 3


def same_spelling(left: Sequence[str], right: Sequence[str], language: str | None) -> bool:
    """Whether folded words are the same ones in two spellings of their language.

    Args:
        left: some words.
        right: the words that they are held against.
        language: the ISO 639-1 code.

    >>> same_spelling(["militarisation"], ["militarization"], "en"), same_spelling(["four"], ["for"], "en")
    (True, False)
    """
    if len(left) != len(right):
        return False
    return [_one(word, language) for word in left] == [_one(word, language) for word in right]


def same_place(left: str, right: str) -> bool:
    """Whether printed words are two names of one place.

    Args:
        left: words as they are printed.
        right: the like.

    >>> same_place("Kiev", "Kyiv"), same_place("Turkey", "Türkiye"), same_place("Russia", "Russian")
    (True, True, False)
    """
    if not (left[:1].isupper() and right[:1].isupper()) or len(left.split()) != len(right.split()):
        return False
    one, other = fold_word(left), fold_word(right)
    if one.startswith(other) or other.startswith(one):
        return False
    if any(name in listed_words("parts_of_places") for name in (one, other)):
        return False
    if any(len(name) <= INITIALS and not name.isupper() for name in (left, right)):
        return False  # "Us"
    found = place_of(left)
    return found is not None and found == place_of(right)


@lru_cache(maxsize=4096)
def _one(word: str, language: str | None) -> str:
    """A word in the spelling that stands for all of its spellings."""
    for beginning, plain in _pairs(language, "spelled_beginnings"):
        if word.startswith(beginning):
            word = plain + word.removeprefix(beginning)
            break
    for ending, plain in _pairs(language, "spelled_endings"):
        if word.endswith(ending) and len(word) >= len(ending) + LEAST:
            return word.removesuffix(ending) + plain
    return word


@cache
def _pairs(language: str | None, key: str) -> tuple[tuple[str, str], ...]:
    known = pack(language or "en")
    pairs = known.pairs(key) if known is not None else ()
    folded = {fold_word(one): fold_word(other) for one, other in pairs}
    return tuple((one, folded[one]) for one in sorted(folded, key=len, reverse=True))
