"""Offices as they are printed: two printings compared, and the words under which one is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from verbale.text.gazetteer import PlaceKind, folded, place_of
from verbale.text.name_parts import key_of
from verbale.text.name_words import JOINTS, OFFICES, TITLES
from verbale.text.packs import listed_pairs

__all__ = ["are_one_office", "is_same_office", "meeting_office_words", "office_parts", "office_words"]

_SHORT = {short: tuple(full.split()) for short, full in listed_pairs("short_offices").items()}
_OTHERS = {
    frozenset(other.split()): frozenset(full.split()) for other, full in listed_pairs("other_offices").items()
}
_OF_COUNTRIES = listed_pairs("country_adjectives")
_COUNTRIES = frozenset(_OF_COUNTRIES.values())
# The most words of the name of a country, or of what is of it.
_LONGEST = 6
# How what is of a country ends, where no list has it (`Orlandish`, `Tavrian`); it has the name's first
# letters, so many at least, and all but the last ones.
_ENDINGS = re.compile(r"(?:i?an|ish|ese|ic|i|er|ch|n)\Z")
_STEM, _ENDING = 4, 2


class OfficeParts(NamedTuple):
    """The words of an office, usual ones for others, and the country that it is of, where it says one."""

    words: frozenset[str]
    country: str | None


@lru_cache(maxsize=4096)
def office_parts(office: str) -> OfficeParts:
    """An office as printed, taken apart.

    Args:
        office: The office as a text or a table prints it.

    >>> office_parts("Russian Foreign Minister") == office_parts("Russia's top diplomat")
    True
    >>> office_parts("Foreign Minister of Russia") == office_parts("the Foreign Minister of Orland")
    False
    """
    printed = [word.strip(".,") for word in office.split()]
    for length in range(min(_LONGEST, len(printed) - 1), 0, -1):
        for first in range(len(printed) - length + 1):
            country = _country(" ".join(printed[first : first + length]))
            if country is not None:
                rest = " ".join(printed[:first] + printed[first + length :])
                return OfficeParts(_usual(_full_words(rest)), country)
    return OfficeParts(_usual(_full_words(office)), None)


def is_same_office(asked: str, held: str) -> bool:
    """Whether an office as printed is one as listed: all its words, or all but those that say whose it is.

    Args:
        asked: The office as a text prints it.
        held: The office as a table or a title has it.

    >>> is_same_office("the PM", "Prime Minister of Orland"), is_same_office("Minister", "Prime Minister")
    (True, False)
    >>> is_same_office("Russian Foreign Minister", "Foreign Minister of Russia")
    True
    >>> is_same_office("Orlandish foreign minister", "Foreign Minister of Orland")
    True
    >>> is_same_office("Austrian Foreign Minister", "Foreign Minister of Australia")
    False
    """
    one, other = office_parts(asked), office_parts(held)
    if one.country is None and one.words:
        # whose office it is goes without saying
        bare = other.words if other.country is not None else office_parts(_head(held)).words
        if one.words == bare:
            return True
    return are_one_office(asked, held)


def are_one_office(one: str, other: str) -> bool:
    """Whether two printings are one office, of one country or town.

    Args:
        one: An office as printed.
        other: Another.

    >>> are_one_office("Orland's foreign minister", "Foreign Minister of Orland")
    True
    >>> are_one_office("the prime minister", "Prime Minister of Orland")
    False
    """
    a, b = office_parts(one), office_parts(other)
    if a == b:
        return bool(a.words)
    mine, theirs = a.words - b.words, b.words - a.words
    return a.country is b.country is None and len(mine) == len(theirs) == 1 and _is_of(*mine, *theirs)


def office_words(office: str) -> frozenset[str]:
    """The words under which an office is found: each as printed, without case.

    >>> sorted(office_words("Mayor of St. Orl"))
    ['mayor', 'of', 'orl', 'st']
    """
    return frozenset(word.strip(".,").casefold() for word in office.split()) - {""}


def meeting_office_words(office: str) -> tuple[frozenset[str], ...]:
    """Where to look for other printings of an office: each has all words of one of these sets.

    Whose office it is may be printed in several ways, and is left out.

    Args:
        office: The office as a text prints it.

    Returns:
        Sets of words as `office_words` gives them; none where no office is named.

    >>> [sorted(words) for words in meeting_office_words("the Prime Minister of Russia")]
    [['minister', 'prime'], ['pm']]
    """
    parts = office_parts(office)
    words = parts.words
    if parts.country is None:
        # of a country that no gazetteer has, whichever of the words that is
        words = frozenset(word for word in words if word in OFFICES or word in TITLES) or words
    others = [other for other, full in _OTHERS.items() if words.issuperset(full)]
    short = [each for each, full in _SHORT.items() if words.issuperset(full)]
    found = [words.difference(_OTHERS[other]) | other for other in others]
    found += [
        words.difference(*(_SHORT[each] for each in some)) | frozenset(some)
        for count in range(len(short) + 1)
        for some in combinations(short, count)
        if words
    ]
    return tuple(dict.fromkeys(found))


def _full_words(office: str) -> list[str]:
    words = (key_of(word.strip(".,")) for word in office.split())
    return [full for word in words if word and word not in JOINTS for full in _SHORT.get(word, (word,))]


def _usual(words: Sequence[str]) -> frozenset[str]:
    """The words of an office, with those that it has as a rule in the place of others."""
    found = frozenset(words)
    for other, full in _OTHERS.items():
        if other <= found and not other < full <= found:
            found = (found - other) | full
    return found


def _country(printed: str) -> str | None:
    """The country that some words name, or of which they are."""
    words = key_of(printed)
    named = _OF_COUNTRIES.get(words, words)
    place = place_of(named)
    if place is not None:
        return place.id if place.kind is PlaceKind.COUNTRY else None
    # what a country shares its name with is no office
    return folded(named) if named in _COUNTRIES else None


def _is_of(one: str, other: str) -> bool:
    """Whether one of two words is what is of a place, and the other the place's name."""
    country, of_it = sorted((one, other), key=lambda word: _ENDINGS.search(word) is not None)
    stem = len(country) - _ENDING
    return stem >= _STEM and of_it[:stem] == country[:stem] and _ENDINGS.search(of_it) is not None


def _head(office: str) -> str:
    kept: list[str] = []
    for word in office.split():
        if kept and word.casefold() in JOINTS - {"and", "&"}:
            break
        kept.append(word)
        if word.endswith(","):
            break
    return " ".join(kept)
