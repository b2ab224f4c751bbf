"""Names of people as they are printed: titles stripped, surnames found, two printings compared.

Nothing here knows a person. A name is compared by its words alone, and where two printings could
belong to two people the answer is no: giving words to the wrong person is the worst mistake.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verbale.text.name_words import (
    ADDRESSED,
    FAMILY_FIRST,
    GENERIC,
    GENERIC_COMPANY,
    JOINTS,
    MEN,
    PARTICLES,
    SUFFIXES,
    TITLES,
    WOMEN,
)

__all__ = [
    "COMBINING",
    "bare",
    "is_generic",
    "is_office",
    "key_words",
    "meeting_words",
    "named_part",
    "same_person",
    "surname",
    "without_accents",
    "without_country",
    "words_of_name",
]

_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
# Vowel signs and accents that are characters of their own inside words: Hindi, Hebrew and Arabic have them.
COMBINING = "".join(chr(c) for c in range(0x300, 0x1100) if unicodedata.category(chr(c)) in {"Mn", "Mc"})
_WORD = re.compile(rf"[^\W\d_]+(?:[{COMBINING}]+[^\W\d_]*|['’ʼ׳״\"\-‐‑][^\W\d_]+)*\.?")
# Chinese and Japanese write a reporter's agency and the word "reporter" as one word.
_ATTACHED = tuple(word for word in GENERIC if len(word) > 1 and "\u4e00" <= word[0] <= "\u9fff")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
# `премьер-министр Орланда О.Веллин`: behind an office, what stands before an initial that is joined to
# its surname is no given name but the country of the office
_COUNTRY = re.compile(r"\b[А-ЯЁІЇЄ][а-яёіїє-]+\s+(?=(?:[А-ЯЁІЇЄ]\.){1,2}[А-ЯЁІЇЄ][а-яёіїє-]+$)")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
# Words that make no other office of an office.
_FILLERS = JOINTS | {"mr", "madam", "madame"}


def _visible(name: str) -> str:
    return unicodedata.normalize("NFKC", _ASIDE.sub(" ", name).translate(_INVISIBLE))


def _clean(name: str) -> str:
    plain = _visible(name)
    office, _, rest = plain.strip().partition(" ")
    return f"{office} {without_country(rest)}" if "." in rest and _key(office) in TITLES else plain


def without_country(words: str) -> str:
    """What stands behind an office, without the country whose office it is.

    Args:
        words: The words behind the office, as printed.

    >>> without_country("Ардении П.Лозовой"), without_country("Ада К. Тарская")
    ('П.Лозовой', 'Ада К. Тарская')
    """
    return _COUNTRY.sub("", words)


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return _POSSESSIVE.sub("", word.rstrip(".")).casefold().replace("’", "'").replace("ʼ", "'")


def _in_order(name: str) -> str:
    """`Howard, John` turned round; what follows a comma and is no given name is left out."""
    family, comma, rest = name.partition(",")
    if not comma:
        return name
    words = _WORD.findall(rest.partition(",")[0])
    keys = [_key(word) for word in words]
    families = _WORD.findall(family)
    if not words or not families or len(words) > 3 or len(families) > 3:
        return family
    if any(key in SUFFIXES or key in TITLES or key in JOINTS for key in keys):
        return family
    # a family name alone is turned; "Elena Marr, Orland" is not
    alone = len(families) == 1 or _key(families[0]) in PARTICLES or families[0][:1].islower()
    return f"{' '.join(words)} {family}" if alone else family


def _strip(words: list[str]) -> list[str]:
    """The words from the first that is no title on; all of them where nothing else is left."""
    while len(words) > 1 and _key(words[-1]) in SUFFIXES:
        words = words[:-1]
    first = 0
    while first < len(words) and (_key(words[first]) in TITLES or (_key(words[first]) in JOINTS - PARTICLES)):
        first += 1
    if first == len(words):  # "MS. KING" is a person, "PRIME MINISTER" an office
        last = _key(words[-1]) if words else ""
        honoured = len(words) == 2 and _key(words[0]) in MEN | WOMEN | {"dr"} and last not in ADDRESSED
        return words[-1:] if honoured else words
    return words[first:]


def bare(name: str) -> str:
    """The name without titles, offices and remarks in brackets, as printed otherwise.

    Args:
        name: A name as a label or an article prints it.

    Returns:
        The words of the name, separated by single spaces; an office without a name stays whole.

    >>> bare("MS. PSAKI"), bare("Foreign Minister Elena Marr"), bare("THE PRESIDENT")
    ('PSAKI', 'Elena Marr', 'THE PRESIDENT')
    """
    words = _strip(_WORD.findall(_in_order(_clean(name))))
    return " ".join(word.removesuffix(".") if len(word) > 2 else word for word in words)


@lru_cache(maxsize=65536)
def words_of_name(name: str) -> tuple[str, ...]:
    """The casefolded words of a name, given names first, titles left out.

    Args:
        name: A name as a label or an article prints it.

    Returns:
        The words in the order "given family"; those of an office where there is no name.

    >>> words_of_name("Howard, John"), words_of_name("Dr. G.A. Streshnev")
    (('john', 'howard'), ('g', 'a', 'streshnev'))
    """
    words = _strip(_WORD.findall(_in_order(_clean(name))))
    return tuple(key for word in words if (key := _key(word)))


@lru_cache(maxsize=65536)
def is_office(name: str) -> bool:
    """Whether the words name an office or a function and no person.

    Args:
        name: A name or an office as printed.

    >>> is_office("THE PRESIDENT"), is_office("PRESIDENT OKORO"), is_office("Prime Minister")
    (True, False, True)
    """
    words = words_of_name(name)
    raw = _WORD.findall(_clean(name))
    return bool(words) and len(raw) == len(words) and all(w in TITLES or w in JOINTS for w in words)


def surname(name: str) -> str:
    """The casefolded last word of the family name: a key under which one person's printings meet.

    Args:
        name: A name as a label or an article prints it.

    Returns:
        One word, or an empty string where the name has no letters.

    >>> surname("Howard, John"), surname("ANA RUIZ CORTÉS"), surname("MS. PSAKI")
    ('howard', 'cortés', 'psaki')
    """
    words = words_of_name(name)
    return words[-1] if words else ""


@lru_cache(maxsize=65536)
def is_generic(name: str) -> bool:
    """Whether a label stands for an unnamed questioner.

    Args:
        name: The label, with or without its colon.

    >>> is_generic("Q"), is_generic("JOURNALIST 2:"), is_generic("Вопрос (перевод)"), is_generic("Marr")
    (True, True, True, False)
    >>> is_generic("港湾通讯社记者")
    True
    """
    words = [_key(word) for word in _WORD.findall(_clean(name))]
    if len(words) == 1 and words[0].endswith(_ATTACHED):
        return True
    return any(word in GENERIC for word in words) and all(
        word in GENERIC or word in GENERIC_COMPANY for word in words
    )


def named_part(label: str) -> str:
    """What a questioner's label says of the questioner beyond "question": his name, if he has one.

    Args:
        label: The label as printed.

    Returns:
        The name as printed; an empty string where nobody is named ("AUSTRALIAN JOURNALIST").

    >>> named_part("Frage Kellermann"), named_part("AUSTRALIAN JOURNALIST"), named_part("Nina Abbate")
    ('Kellermann', '', 'Nina Abbate')
    """
    words = _WORD.findall(_clean(label))
    keys = [_key(word) for word in words]
    if is_generic(label) or (keys and keys[-1] in GENERIC):
        return ""
    return " ".join(words[1:] if keys and keys[0] in GENERIC else words)


def without_accents(word: str) -> str:
    """The word without accents: printings in capitals often drop them.

    >>> without_accents("cortés")
    'cortes'
    """
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


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


@lru_cache(maxsize=65536)
def _honorific(name: str) -> int:
    """1 for a man's, 2 for a woman's, 0 where the title does not say."""
    words = {_key(word) for word in _WORD.findall(_clean(name))[:2]}
    return 1 if words & MEN else 2 if words & WOMEN else 0


@lru_cache(maxsize=65536)
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
    a, b = _plain_words(one), _plain_words(other)
    if not a or not b:
        return False
    if is_office(one) or is_office(other):
        return is_office(one) and is_office(other) and {*a} - _FILLERS == {*b} - _FILLERS
    return _fit(a, b) and {_honorific(one), _honorific(other)} != {1, 2}


@lru_cache(maxsize=65536)
def _plain_words(name: str) -> tuple[str, ...]:
    return tuple(without_accents(word) for word in words_of_name(name))


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


def key_words(name: str) -> frozenset[str]:
    """The words under which a printed name is found: all of them, without case and accents.

    Titles are among them: which words are titles may change, what stands in a record does not.

    Args:
        name: A name as printed.

    Returns:
        The words; the name itself where it has no letters.

    >>> sorted(key_words("Dr. ANA RUIZ CORTÉS"))
    ['ana', 'cortes', 'dr', 'ruiz']
    """
    found = {without_accents(_key(word)) for word in _WORD.findall(_visible(name))}
    found |= {*_plain_words(name)}
    return frozenset(found - {""}) or frozenset([" ".join(name.casefold().split())])


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
    words = _plain_words(name)
    if not words:
        return (key_words(name),)
    if is_office(name):
        rest = frozenset(words) - _FILLERS
        return (rest,) if rest else tuple(frozenset([word]) for word in sorted(_FILLERS))
    family = [words[-1], *(word for word in words[1:-1] if len(word) > 1)]
    family += [words[0]] if words[0] in FAMILY_FIRST else []
    return tuple(frozenset([word]) for word in dict.fromkeys(family))
