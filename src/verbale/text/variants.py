"""Different spellings of the same words: number style, abbreviations, compounds, contractions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from verbale.text.numbers import ways
from verbale.text.packs import listed_pairs, listed_words, pack
from verbale.text.words import fold_word

__all__ = ["FILLERS", "parts_sense", "same_spoken", "same_written"]

FILLERS = listed_words("fillers")
_PARTED = frozenset(word.replace("-", " ") for word in listed_words("parted_senses"))
# Words that stand beside any other.
_SMALL = ("small_words", "and_words", "that_words", "conditions", "contrasts", "numbers", "presents", "pasts")

# Each maps to what it stands for; the two are never told apart.
_ABBREVIATIONS = listed_pairs("stands_for")
_SPOKEN = listed_pairs("spoken_for")
_ENDINGS = listed_pairs("contracted")
# 's and 'd stand for several words each; which one only the other side can tell.
_OPEN = {ending: meant.split("/") for ending, meant in listed_pairs("contracted_openly").items()}


def same_written(left: Sequence[str], right: Sequence[str], language: str | None = "en") -> bool:
    """Whether two stretches of folded words are the same words in another style of writing.

    >>> same_written(["five", "percent"], ["5", "%"]), same_written(["follow", "up"], ["followup"])
    (True, True)
    >>> same_written(["twenty"], ["thirty"]), same_written(["mr"], ["mister"])
    (False, True)
    """
    return bool(left) and bool(right) and _same_written(tuple(left), tuple(right), language)


def same_spoken(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two stretches differ only as speech and its tidied print do: contractions, fillers.

    >>> same_spoken(["i", "do", "not"], ["i", "don't"]), same_spoken(["he", "is"], ["he's"])
    (True, True)
    >>> same_spoken(["he", "was"], ["he's"])
    False
    """
    one = tuple(word for word in left if word not in FILLERS)
    two = tuple(word for word in right if word not in FILLERS)
    return one == two or not _spoken(one).isdisjoint(_spoken(two))


def parts_sense(left: Sequence[str], right: Sequence[str], language: str | None) -> bool:
    """Whether folded words are one word here and two there, and mean another thing so.

    A denial, or what makes one of a word, means another thing by itself; where all are small words it is a
    matter of spelling.

    >>> parts_sense(["re", "sign"], ["resign"], "en"), parts_sense(["e", "mail"], ["email"], "en")
    (True, False)
    >>> parts_sense(["notable"], ["not", "able"], "en"), parts_sense(["into"], ["in", "to"], "en")
    (True, False)
    """
    two, one = sorted((left, right), key=len, reverse=True)
    if len(two) != 2 or len(one) != 1 or "".join(two) != one[0]:
        return False
    alone, small = _denying_alone(language)
    return " ".join(two) in _PARTED or (two[0] in alone and small.isdisjoint((two[1], one[0])))


@cache
def _denying_alone(language: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """Words that deny, or deny what they are put to; and words that these do not deny."""
    known = pack(language or "en")
    if known is None:
        return frozenset(), frozenset()

    def words(*keys: str) -> frozenset[str]:
        return frozenset(fold_word(word) for key in keys for word in known.phrases(key) or ())

    denials, small = words("negations"), words(*_SMALL)
    return denials | (words("denying_prefixes") & small), small | denials | words("not_denied")


@lru_cache(maxsize=4096)
def _same_written(left: tuple[str, ...], right: tuple[str, ...], language: str | None) -> bool:
    one, other = (" ".join(_ABBREVIATIONS.get(word, word) for word in words) for words in (left, right))
    if one == other:
        return True
    for folded, accented in _accented(language):
        one, other = one.replace(folded, accented), other.replace(folded, accented)
    return not ways(one, other, language).isdisjoint(ways(other, one, language))


@cache
def _accented(language: str | None) -> tuple[tuple[str, str], ...]:
    """Number words of a language whose accents the folding took."""
    known = pack(language) if language is not None else None
    return () if known is None else tuple(known.pairs("folded_numbers"))


@lru_cache(maxsize=4096)
def _spoken(words: tuple[str, ...]) -> frozenset[str]:
    """All the ways to write a stretch out in full; few, since few endings are open."""
    ways = [""]
    for word in words:
        full = [_SPOKEN.get(word, _ABBREVIATIONS.get(word, word))]
        for ending, meant in _ENDINGS.items() if "'" in word else ():
            if word.endswith(ending) and word not in _ABBREVIATIONS and word not in _SPOKEN:
                full = [f"{word.removesuffix(ending)} {meant}"]
        for ending, meanings in _OPEN.items() if "'" in word else ():
            if word.endswith(ending):
                full = [word, *(f"{word.removesuffix(ending)} {meant}" for meant in meanings)]
        ways = [f"{way} {one}".strip() for way in ways for one in full][:64]
    return frozenset(ways)
