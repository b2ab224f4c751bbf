"""Different spellings of the same words: number style, abbreviations, compounds, contractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from text_to_num import alpha2digit

from verbale.text.packs import listed_words

__all__ = ["FILLERS", "same_spoken", "same_written"]

FILLERS = listed_words("fillers")

# Each maps to what it stands for; the two are never told apart.
_ABBREVIATIONS = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "prof": "professor", "st": "saint",
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "sgt": "sergeant", "capt": "captain", "pres": "president", "rev": "reverend",
    "hon": "honourable", "honorable": "honourable", "ok": "okay", "&": "and", "vs": "versus", "v": "versus",
    "dept": "department", "govt": "government", "etc": "etcetera", "jan": "january", "feb": "february",
    "aug": "august", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
    "percent": "%", "alright": "all right", "cannot": "can not", "can't": "can not", "won't": "will not",
    "shan't": "shall not", "ain't": "is not",
}  # fmt: skip
# Number words whose accents the folding took.
_ACCENTED = {
    "veintidos": "veintidós", "veintitres": "veintitrés", "veintiseis": "veintiséis",
    "dieciseis": "dieciséis",
}  # fmt: skip
_UMLAUT = {"funf": "fünf", "zwolf": "zwölf", "dreissig": "dreißig"}
_UMLAUTS = re.compile("|".join(_UMLAUT))
_PER_CENT = re.compile(
    r"\b(?:per cent|por ciento|por cento|pour cent|per cento|prozent|procent|процент\w*)(?!\w)"
)
_A_SCALE = re.compile(r"\ba (?=(?:hundred|thousand|million|billion)\b)")
_SPOKEN = {
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "kinda": "kind of", "sorta": "sort of",
    "cause": "because", "'cause": "because", "cos": "because", "cuz": "because", "em": "them",
    "lemme": "let me", "gimme": "give me", "dunno": "do not know", "yeah": "yes", "yep": "yes",
    "y'all": "you all", "let's": "let us", "i'm": "i am", "o'clock": "o'clock",
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will"}
# 's and 'd stand for several words each; which one only the other side can tell.
_OPEN = {"'s": ("is", "has", "us"), "'d": ("would", "had", "did")}
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "₹": "rupee", "₪": "shekel"}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "m": 1e6}
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
    plain = " ".join(_ABBREVIATIONS.get(word, _ACCENTED.get(word, word)) for word in words)
    if language == "de":
        plain = _UMLAUTS.sub(lambda match: _UMLAUT[match.group()], plain)
    plain = _A_SCALE.sub("one ", _PER_CENT.sub("%", plain))
    digits = alpha2digit(plain, language if language in _LANGUAGES else "en")
    return _amounts(_small(digits).split())


_SMALL = {
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "first": "1st", "second": "2nd", "third": "3rd",
}  # fmt: skip


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
