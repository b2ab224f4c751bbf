"""What may follow a name and a comma in a label: an office, an age, a place, a caller's name."""

from __future__ import annotations

import re

from verbale.parse.labels.label_words import CHAIRS, HEADERS, HOSTS, INTERPRETERS, PARTICLES, PEOPLE
from verbale.text.name_words import TITLES
from verbale.text.names import is_generic, is_office
from verbale.text.packs import listed_words

__all__ = ["ADDRESS", "fits_tail", "is_function", "is_name_word"]

ADDRESS = listed_words("addresses")
# "al-Otaym", "d'Arcy"
_JOINED = re.compile(r"[^\W\d_]{1,3}['’\-‑](?=[^\W\d_])(?![a-zà-ÿ])")
# "aged 9", "9 ans"; "from Marle"
_AGES = listed_words("ages")
_ORIGINS = listed_words("origins")
_SENTENCE = re.compile(r"[?!]|\w{6,}\.(?:\s|$)")
_LONGEST_OFFICE = 120
_MOST_WORDS = 7


def is_name_word(word: str) -> bool:
    """Whether a word is written as one of a name is.

    Args:
        word: One word of a label.

    >>> is_name_word("Berg"), is_name_word("d'Arcy"), is_name_word("berg")
    (True, True, False)
    """
    first = word.lstrip("'’\"“„(\u05f4")[:1]
    if first.islower():
        return _JOINED.match(word) is not None
    return first.isupper() or first.isalpha()


def is_function(head: str) -> bool:
    """Whether words are the label of whoever has a part and no name: a caller, a host, a witness.

    Args:
        head: A label, or what stands before its comma.

    >>> is_function("Caller"), is_function("The Moderator"), is_function("Dorrit")
    (True, True, False)
    """
    key = " ".join(head.casefold().split())
    if len(key) < 2:
        return False
    return is_generic(head) or key in CHAIRS or key in HOSTS or key in PEOPLE or key in INTERPRETERS


def fits_tail(head: str, tail: str) -> bool:
    """Whether a label may have these words behind its comma.

    A person of two words or more has an office; one of a single name an age or a place, as callers
    have, or anything short where the whole label is in capitals; who has a part and no name, a name.

    Args:
        head: What stands before the first comma.
        tail: What stands behind it.

    >>> fits_tail("Anna Berg", "Minister of Water"), fits_tail("EMMA", "9"), fits_tail("Jan", "from Marle")
    (True, True, True)
    >>> fits_tail("Caller", "Dorrit from Quay Street")
    True
    >>> fits_tail("Today", "we meet"), fits_tail("KYIV", "3 MAY")
    (False, False)
    """
    if _SENTENCE.search(tail) or not tail:
        return False
    words = tail.replace(",", " ").split()
    if is_function(head):
        return head[:1].isupper() and len(words) <= _MOST_WORDS and _is_placed_name(words)
    if head.split(maxsplit=1)[0].strip(".").casefold() not in ADDRESS:
        if _is_age(words):
            return True
        if len(head.split()) == 1:
            return _is_single_name(head) and (_is_origin(words) or _is_in_capitals(head, words))
    return _fits_office(head, tail)


def _is_single_name(head: str) -> bool:
    return head[:1].isupper() and head.replace("-", "").isalpha() and head.casefold() not in HEADERS


def _is_placed_name(words: list[str]) -> bool:
    """`Dorrit from Quay Street`, `from Marle`, `9`: names, what joins them, an age."""
    if not (is_name_word(words[-1]) or _is_age(words[-1:])) or words[0].casefold() in PARTICLES - _ORIGINS:
        return False
    return all(
        is_name_word(w) or _counts_years(w) or w.casefold() in _ORIGINS or w.casefold() in PARTICLES
        for w in words
    ) and not any(w.casefold() in _LISTING for w in words)


_LISTING = listed_words("ands") | {"i"}


def _counts_years(word: str) -> bool:
    return word.isdecimal() and len(word) < 3 and word[0] in "123456789"


def _is_age(words: list[str]) -> bool:
    """`9`, `aged 9`, `9 ans`; not `3 May`, which is a day."""
    ages = [word for word in words if _counts_years(word)]
    return len(ages) == 1 and all(word.casefold() in _AGES for word in words if word not in ages)


def _is_origin(words: list[str]) -> bool:
    """`from Kestrel Bay`: a place, and the word before it."""
    return (
        words[0].casefold() in _ORIGINS
        and 2 <= len(words) <= _MOST_WORDS - 1
        and is_name_word(words[1])
        and is_name_word(words[-1])
        and all(is_name_word(w) or w.casefold() in PARTICLES for w in words[1:])
    )


def _is_in_capitals(head: str, words: list[str]) -> bool:
    """`TILDA, NIGHT NURSE`: no word is too much where all are in capitals and none is a number."""
    return len(head) > 1 and len(words) <= 4 and all(w.isupper() and w.isalpha() for w in (head, *words))


def _fits_office(head: str, tail: str) -> bool:
    """`Anna Berg, Minister of Water`: a person of two words or more, then an office."""
    words = head.split()
    if len(words) < 2 or len(tail) > _LONGEST_OFFICE:
        return False
    if head.isupper() and words[0].strip(".").casefold() not in ADDRESS and not any(map(str.isdigit, tail)):
        return True  # "KEDROV N. A., first deputy of the lock keeper"
    first, last = tail.split(maxsplit=1)[0].strip(".").casefold(), tail.rsplit(maxsplit=1)[-1]
    known = first in TITLES and first not in ADDRESS and "." not in tail  # "ministre des eaux"
    if words[0].strip(".").casefold() in ADDRESS and (
        not known or len(words) < 3 or is_office(" ".join(words[1:]))
    ):
        return False
    return known or is_name_word(last)
