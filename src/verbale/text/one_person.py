"""Whether two printed names are one person's: the one place where it is decided.

Nothing here knows a person. Names are compared by what their words are, as `name_parts` takes them apart.
Two labels are one person's only where something says so: a name that fits, the same office, the same number.
Where both readings are open it is not known: giving words to the wrong person is the worst mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from verbale.text.name_parts import Parts, key_of, parts_of, people_of
from verbale.text.name_words import FAMILY_FIRST, JOINTS, MEN, ROLES, WOMEN
from verbale.text.names import key_words, plain_words, without_accents
from verbale.text.offices import are_one_office

__all__ = ["distinct", "meeting_words", "one_person", "same_person"]

# Words that make no other office of an office.
_FILLERS = (
    JOINTS | MEN | WOMEN | {"madam", "m", "o", "a", "os", "as", "el", "il", "lo", "het", "da", "do", "dos"}
)


def same_person(one: str, other: str) -> bool:
    """Whether two printings may name one person: full name, surname, title and surname, initials.

    Args:
        one: A name as printed.
        other: Another.

    Returns:
        True only where the words fit; False for different given names, for "Mr" against "Ms" of
        one surname, and for an office against a name.

    >>> same_person("MS. PSAKI", "Jen Psaki"), same_person("G.A. Streshnev", "Gleb Streshnev")
    (True, True)
    >>> same_person("Marta Lindqvist", "Olof Lindqvist"), same_person("Howard, John", "John Howard")
    (False, True)
    """
    return one_person(one, other) is True


@lru_cache(maxsize=65536)
def one_person(one: str, other: str) -> bool | None:
    """Whether two printings name one person, by their words alone: this is the one place that decides it.

    Args:
        one: A name as printed.
        other: Another.

    Returns:
        True where the words fit, False where they are surely two people's, None where words do not tell:
        an office against a name, two offices, one of several who speak together, a name in another
        order, a given name alone.

    >>> one_person("Mr. KELL", "Ada Kell"), one_person("Ivo Kell", "Ada Kell"), one_person("Ada", "Ada Kell")
    (True, False, None)
    >>> one_person("Minister of Health", "Deputy Minister of Health"), one_person("SPEAKER_00", "SPEAKER_01")
    (None, None)
    """
    people, others = people_of(one), people_of(other)
    if len(people) > 1 or len(others) > 1:
        return _are_together(people, others)
    a, b = parts_of(one), parts_of(other)
    if not a.words or not b.words or a.number != b.number:
        return None
    if not (a.name and b.name):
        return _by_office(a, b)
    return _by_name(a, b)


def distinct(names: Iterable[str]) -> list[str]:
    """One printing, the longest, for each person among some names.

    >>> distinct(["Ruiz", "Ana Ruiz", "Ivo Tarn"])
    ['Ana Ruiz', 'Ivo Tarn']
    """
    people: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_person(name, other) for other in people):
            people.append(name)
    return people


def _are_together(people: Sequence[str], others: Sequence[str]) -> bool | None:
    """Whether the same people speak together; who speaks with another may be either."""
    held = [[one_person(one, other) for other in others] for one in people]
    if len(people) == len(others) and all(True in row for row in held):
        return True
    return None if any(each is not False for row in held for each in row) else False


def _by_office(a: Parts, b: Parts) -> bool | None:
    """Whether two labels, of which one has no name, are one office, or one's open words the other's name."""
    if not (a.office and b.office) or bool(a.name) != bool(b.name):
        named, titled = (a, b) if a.name else (b, a)
        return True if titled.maybe and _fit(_plain(titled.maybe), _plain(named.name)) else None
    one, other = ({*_folded(each.office)} - _FILLERS for each in (a, b))
    if one == other or are_one_office(" ".join(a.words), " ".join(b.words)):
        return True
    if not (a.maybe and b.maybe) or not _fit(_plain(a.maybe), _plain(b.maybe)):
        return None
    return True if one - {*_plain(a.maybe)} == other - {*_plain(b.maybe)} else None


def _by_name(a: Parts, b: Parts) -> bool | None:
    """Whether two names are one person's."""
    one, other = _plain(a.name), _plain(b.name)
    if {a.sex, b.sex} == {1, 2} or (a.generation and b.generation and a.generation != b.generation):
        return False
    alone = min(len(one), len(other)) == 1
    if _fit(one, other):
        if _differ(a.place, b.place):
            return False if alone else None
        # "Senator Clarke" need not be "Prime Minister Clarke"
        return None if alone and len(one) == len(other) and _differ(a.office, b.office) else True
    if {*one} <= {*other} or {*other} <= {*one} or _letters(one) == _letters(other):
        return None
    if not ROLES.isdisjoint((" ".join(one), " ".join(other))):
        return None  # whoever is called a witness has a name as well
    first, last = ("".join(each) for each in (one, other))
    unwritten = first.upper() == first, last.upper() == last
    if any(unwritten):  # a script without capitals is read by nobody here, and its names are not parted
        return None if not all(unwritten) or first.startswith(last) or last.startswith(first) else False
    return False


def _letters(name: Iterable[str]) -> str:
    return "".join(filter(str.isalpha, "".join(name)))


def _differ(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both say something, and each what the other does not."""
    a, b = {*one} - _FILLERS, {*other} - _FILLERS
    return bool(a - b) and bool(b - a)


def _plain(name: Iterable[str]) -> tuple[str, ...]:
    return _folded(key for word in name if (key := key_of(word)))


def _folded(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(without_accents(key) for key in keys)


def _fit(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the words of two names may be one person's."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        (word,) = short
        return (
            word == long[-1]
            or (len(long) >= 4 and word == long[-2] and len(word) > 1)
            or (word == long[0] and word in FAMILY_FIRST)
        )
    if long[-len(short) :] == short and len(short[0]) > 1:  # "Ruiz Cortés" of "Ana Ruiz Cortés"
        return True
    if not _compatible(a[0], b[0]):
        return False
    if a[-1] == b[-1]:
        return _middles_agree(a[1:-1], b[1:-1])
    # "Ana Ruiz" of "Ana Belén Ruiz Cortés": the second family name left out
    return (
        len(short[-1]) > 1
        and a[0] == b[0]
        and short[-1] in long[1:-1]
        and _middles_agree(short[1:-1], long[1:-1])
    )


def _compatible(one: str, other: str) -> bool:
    """Whether two given names are one, or one the initial of the other."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))


def _middles_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    if not short:
        return True
    if len(short) == len(long):
        return all(_compatible(a, b) for a, b in zip(short, long, strict=True))
    if any(len(word) == 1 for word in (*short, *long)):
        return False  # "George W." is not "George H. W."
    rest = iter(long)
    return all(word in rest for word in short)


def meeting_words(name: str) -> tuple[frozenset[str], ...]:
    """Where to look for other printings of a person: each has all words of one of these sets.

    Args:
        name: A name as printed.

    Returns:
        Sets of words as `key_words` gives them: `same_person` is true of no name that has none of them.

    >>> [sorted(words) for words in meeting_words("Ana Belén Ruiz Cortés")]
    [['cortes'], ['belen'], ['ruiz']]
    >>> [sorted(words) for words in meeting_words("the Prime Minister")]
    [['minister', 'prime']]
    """
    words = plain_words(name)
    if not words:
        return (key_words(name),)
    parts = parts_of(name)
    if len(people_of(name)) > 1:
        return tuple(dict.fromkeys(each for one in people_of(name) for each in meeting_words(one)))
    if not parts.name:
        rest = frozenset(words) - _FILLERS
        offices = (rest,) if rest else tuple(frozenset([word]) for word in sorted(_FILLERS))
        return (*offices, *meeting_words(" ".join(parts.maybe))) if parts.maybe else offices
    family = [words[-1], *(word for word in words[1:-1] if len(word) > 1)]
    family += [words[0]] if words[0] in FAMILY_FIRST else []
    return tuple(frozenset([word]) for word in dict.fromkeys(family))
