"""Different spellings of the same words: number style, abbreviations, compounds, contractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from text_to_num import alpha2digit

from verbale.text.packs import listed_pairs, listed_words, pack, written_in
from verbale.text.patterns import either

__all__ = ["FILLERS", "same_spoken", "same_written"]

FILLERS = listed_words("fillers")

# Each maps to what it stands for; the two are never told apart.
_ABBREVIATIONS = listed_pairs("stands_for")
_PER_CENT = re.compile(rf"\b(?:{either(listed_words('for_percent'))})(?!\w)")
# Zero to nine, and a hundred, a thousand, a million and more.
_NUMBERS = [forms.split("/")[0] for forms in written_in("en", "numbers")]
_UNITS, _HUNDREDS = _NUMBERS[:10], _NUMBERS[28:]
_A_SCALE = re.compile(rf"\b(?:{either(written_in('en', 'before_scales'))}) (?=(?:{either(_HUNDREDS)})\b)")
_SPOKEN = listed_pairs("spoken_for")
_ENDINGS = listed_pairs("contracted")
# 's and 'd stand for several words each; which one only the other side can tell.
_OPEN = {ending: meant.split("/") for ending, meant in listed_pairs("contracted_openly").items()}
_CURRENCY = listed_pairs("currencies")
_SCALES = {word: float(number) for word, number in listed_pairs("scales").items()}
_SMALL = {**{word: str(number) for number, word in enumerate(_UNITS)}, **listed_pairs("ordinals")}
_ROUND = frozenset(("1000", "1000000", "1000000000", "1000000000000"))
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_LANGUAGES = frozenset(("en", "fr", "es", "pt", "de", "nl", "it"))


def same_written(left: Sequence[str], right: Sequence[str], language: str | None = "en") -> bool:
    """Whether two stretches of folded words are the same words in another style of writing.

    >>> same_written(["five", "percent"], ["5", "%"]), same_written(["follow", "up"], ["followup"])
    (True, True)
    >>> same_written(["twenty"], ["thirty"]), same_written(["mr"], ["mister"])
    (False, True)
    """
    one, two = _written(tuple(left), language), _written(tuple(right), language)
    return bool(one) and "".join(one) == "".join(two)


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


@lru_cache(maxsize=4096)
def _written(words: tuple[str, ...], language: str | None) -> tuple[str, ...]:
    plain = " ".join(_ABBREVIATIONS.get(word, word) for word in words)
    for folded, accented in _accented(language):
        plain = plain.replace(folded, accented)
    plain = _A_SCALE.sub("one ", _PER_CENT.sub("%", plain))
    digits = alpha2digit(plain, language if language in _LANGUAGES else "en")
    return _amounts(_small(digits).split())


@cache
def _accented(language: str | None) -> tuple[tuple[str, str], ...]:
    """Number words of a language whose accents the folding took."""
    known = pack(language) if language is not None else None
    return () if known is None else tuple(known.pairs("folded_numbers"))


def _small(text: str) -> str:
    return " ".join(_SMALL.get(word, word) for word in text.split())


def _amounts(words: list[str]) -> tuple[str, ...]:
    """Write "1.5 million" out as one number, and the currency after it."""
    found: list[str] = []
    sign = ""
    for word in words:
        if word in _CURRENCY:
            found += [sign] if sign else []
            sign = _CURRENCY[word]
        elif word in _SCALES and found and _NUMBER.fullmatch(found[-1]):
            found[-1] = f"{float(found[-1]) * _SCALES[word]:.0f}"
        elif word in _ROUND and found and _NUMBER.fullmatch(found[-1]):
            # the library writes "million" out after a number in digits
            found[-1] = f"{float(found[-1]) * float(word):.0f}"
        else:
            found.append(word.rstrip("s") if word.rstrip("s") in _CURRENCY.values() else word)
    return (*found, sign) if sign else tuple(found)


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
