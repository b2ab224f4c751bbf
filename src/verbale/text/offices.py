"""Offices as they are printed: two printings compared, and the words under which one is found."""

from __future__ import annotations

from itertools import combinations

from verbale.text.name_words import JOINTS
from verbale.text.packs import listed_pairs

__all__ = ["is_same_office", "meeting_office_words", "office_words"]

_SHORT = {short: tuple(full.split()) for short, full in listed_pairs("short_offices").items()}


def is_same_office(asked: str, held: str) -> bool:
    """Whether an office as printed is one as listed: all its words, or all before the "of" and the comma.

    Args:
        asked: The office as a text prints it.
        held: The office as a table or a title has it.

    >>> is_same_office("the PM", "Prime Minister of Orland"), is_same_office("Minister", "Prime Minister")
    (True, False)
    """
    one, other = _full_words(asked), _full_words(held)
    return bool(one) and (set(one) == set(other) or one == _full_words(_head(held)))


def office_words(office: str) -> frozenset[str]:
    """The words under which an office is found: each as printed, without case.

    >>> sorted(office_words("Mayor of St. Orl"))
    ['mayor', 'of', 'orl', 'st']
    """
    return frozenset(word.strip(".,").casefold() for word in office.split()) - {""}


def meeting_office_words(office: str) -> tuple[frozenset[str], ...]:
    """Where to look for other printings of an office: each has all words of one of these sets.

    Args:
        office: The office as a text prints it.

    Returns:
        Sets of words as `office_words` gives them; none where no office is named.

    >>> [sorted(words) for words in meeting_office_words("the Prime Minister")]
    [['minister', 'prime'], ['pm']]
    """
    words = frozenset(_full_words(office))
    short = [each for each, full in _SHORT.items() if words.issuperset(full)]
    return tuple(
        words.difference(*(_SHORT[each] for each in some)) | frozenset(some)
        for count in range(len(short) + 1)
        for some in combinations(short, count)
        if words
    )


def _full_words(office: str) -> list[str]:
    words = (word.strip(".,").casefold() for word in office.split())
    return [full for word in words if word and word not in JOINTS for full in _SHORT.get(word, (word,))]


def _head(office: str) -> str:
    kept: list[str] = []
    for word in office.split():
        if kept and word.casefold() in JOINTS - {"and", "&"}:
            break
        kept.append(word)
        if word.endswith(","):
            break
    return " ".join(kept)
