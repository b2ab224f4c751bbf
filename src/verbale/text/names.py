"""Names of people as they are printed: titles stripped, surnames found, questioners without a name told."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from verbale.text.name_parts import WORD, key_of, parts_of, people_of, unbracketed, visible
from verbale.text.name_words import GENERIC, GENERIC_COMPANY

__all__ = [
    "bare",
    "is_generic",
    "is_office",
    "key_words",
    "named_part",
    "plain_words",
    "surname",
    "telling_words",
    "without_accents",
    "words_of_name",
]

# Chinese and Japanese write a reporter's agency and the word "reporter" as one word.
_ATTACHED = tuple(word for word in GENERIC if len(word) > 1 and "\u4e00" <= word[0] <= "\u9fff")


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """The name without titles, offices and remarks in brackets, as printed otherwise.

    Args:
        name: A name as a label or an article prints it.

    Returns:
        The words of the name, and the place it is of, separated by single spaces; an office without a name
        stays whole, and what has a number.

    >>> bare("MS. PSAKI"), bare("Foreign Minister Elena Marr"), bare("THE PRESIDENT")
    ('PSAKI', 'Elena Marr', 'THE PRESIDENT')
    """
    parts = parts_of(name)
    if parts.number and not parts.office[1:] and len(people_of(name)) == 1:
        return " ".join(visible(name).split())
    words = parts.words
    if parts.name:
        # in Japanese a word of respect is one word with the name
        ends = (words[at:] for at in range(len(words)) if words[at : at + len(parts.name)] == parts.name)
        words = next(ends, parts.name)
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
    parts = parts_of(name)
    return tuple(key for word in parts.name or parts.words if (key := key_of(word)))


@lru_cache(maxsize=65536)
def telling_words(name: str) -> tuple[str, ...]:
    """All words by which a printed name is told from others: also a number, a place, a "junior".

    Args:
        name: A name as a label or an article prints it.

    >>> telling_words("SPEAKER_01"), telling_words("Mr. KELL of Merrow"), telling_words("Ms. Ana Ruiz")
    (('speaker', '01'), ('kell', 'merrow'), ('ana', 'ruiz'))
    """
    parts = parts_of(name)
    more = (parts.generation,) if parts.generation else ()
    return (*words_of_name(name), *parts.place, *parts.number, *more)


@lru_cache(maxsize=65536)
def is_office(name: str) -> bool:
    """Whether the words name an office or a function and no person.

    Args:
        name: A name or an office as printed.

    >>> is_office("THE PRESIDENT"), is_office("PRESIDENT OKORO"), is_office("Deputy Minister of Health")
    (True, False, True)
    """
    parts = parts_of(name)
    return bool(parts.office) and not parts.name


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
    words = [key_of(word) for word in WORD.findall(unbracketed(name))]
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
    words = WORD.findall(unbracketed(label))
    keys = [key_of(word) for word in words]
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
    found = {without_accents(key_of(word)) for word in WORD.findall(visible(name))}
    found |= {*plain_words(name)}
    return frozenset(found - {""}) or frozenset([" ".join(name.casefold().split())])


@lru_cache(maxsize=65536)
def plain_words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, as two printings are compared.

    >>> plain_words("Ms. ANA CORTÉS")
    ('ana', 'cortes')
    """
    return tuple(without_accents(word) for word in words_of_name(name))
