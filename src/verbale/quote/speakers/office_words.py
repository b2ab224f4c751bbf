"""Words for offices and bodies, and what they leave of a printed mention: a name, or none."""

from __future__ import annotations

import re

from verbale.quote.attribution.shapes import INSIDE_NAMES, NO_NAME, WORD
from verbale.text.name_parts import without_country
from verbale.text.names import bare, is_generic, is_office
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern

__all__ = ["ALONE", "MEN", "WOMEN", "is_body", "office_of", "person_in", "split", "without_owner"]


# Words that may stand alone for the one who holds the office: "the minister said".
ALONE = listed_words("offices_alone")
_OFFICES = ALONE | listed_words("never_alone")
# Words that are offices only before a name: "King" is a surname too.
_SURNAMES = listed_words("office_surnames")
_BODIES = listed_words("bodies")
_SHORT = {word.lower() for word in written_words("short_titles") | written_words("short_ranks")}
_SURE_BODIES = listed_words("bodies_with_and")
WOMEN = listed_words("women_told")
MEN = listed_words("men_told")

_POSSESSED = pattern(r"['’]s?\Z")
_OWNER = pattern(r".*['’]s?\s+", re.DOTALL)
_PREPOSITION = pattern(r"\b(?:for|of|from|in|at|to|with|by|on|against|near|under|than|like)\s+\Z")
_LINK = f"(?:{INSIDE_NAMES})"
_LAST_NAME = pattern(rf"(?<![\w’'\-]){WORD}(?:\s+(?:{_LINK}\s+){{0,2}}(?:of\s+|for\s+)?{WORD})*\Z")
_ORIGIN = pattern(
    rf"(?:[Tt]he\s+)?(?P<name>{WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{WORD})+)\s+"
    rf"(?:{either(listed_words('name_origins'))})\s"
)
_ARTICLE = pattern(rf"(?:{either(listed_words('definite_articles'))})\s+", re.IGNORECASE)
_DESCRIBED = pattern(
    r"['’]s?\s|\b(?:for|of|from|at|in|his|her|their|a|an|another|one|some|two|many|several|former|ex)\b",
    re.IGNORECASE,
)


def is_body(name: str) -> bool:
    """Whether a name has a word that bodies, places and papers have."""
    return any(word.rstrip(".").lower() in _BODIES for word in name.split())


def without_owner(run: str) -> str:
    """The words after the last possessive: of "Orland's Elena Marr" the name."""
    return _OWNER.sub("", run)


def split(run: str) -> tuple[set[str], str]:
    """The offices with which a run of capitalised words begins, and the name that follows.

    Args:
        run: Words as printed, the first with a capital.

    >>> offices, name = split("US Secretary of State Ana Ruiz")
    >>> sorted(offices), name
    (['of', 'secretary', 'state', 'us'], 'Ana Ruiz')
    """
    words = run.split()
    while len(words) > 1 and words[0].lower() in NO_NAME and (len(words[0]) == 1 or not words[0].isupper()):
        words = words[1:]
    keys = [word.rstrip(".").lower() for word in words]
    last = -1
    for number, key in enumerate(keys):
        office = key.partition("-")[0] in _OFFICES
        if office and (number < len(words) - 1 or len(words) == 1 or key not in _SURNAMES):
            last = number
    name = " ".join(words[last + 1 :])
    if last >= 0 and _is_whole_body(keys, last):
        return set(), " ".join(words)
    return set(keys[: last + 1]), without_country(name) if last >= 0 else name


def _is_whole_body(keys: list[str], last: int) -> bool:
    """Whether a word for an office is part of a body's name: State Department, Ministry of Defence."""
    rest = keys[last + 1 :]
    if not all(key in _BODIES for key in rest) or _BODIES.isdisjoint(keys) or keys[last] in _SHORT:
        return False
    return keys[last] not in ALONE or (bool(rest) and rest[-1] in _SURE_BODIES)


def office_of(mention: str) -> tuple[str, ...]:
    """The words for the office that a mention without a name speaks of, without an article; the office last.

    Args:
        mention: The words, as printed.

    >>> office_of("the foreign minister"), office_of("Marr’s spokesman"), office_of("people")
    (('foreign', 'minister'), (), ())
    """
    if _DESCRIBED.search(mention):
        return ()
    words = re.findall(r"\w+", _ARTICLE.sub("", mention.lower() + " "))
    return tuple(words) if words and words[-1] in ALONE else ()


def person_in(mention: str) -> tuple[str | None, bool]:
    """The name of the person or body that a mention is about, and whether it is a body.

    Args:
        mention: The words, as printed.

    Returns:
        The name without titles, or None where the mention only describes somebody.

    >>> person_in("US Secretary of State Ana Ruiz"), person_in("a spokesman for Ana Ruiz")
    (('Ana Ruiz', False), (None, False))
    >>> person_in("the Foreign Ministry")
    ('Foreign Ministry', True)
    """
    words = " ".join(mention.split()).strip("*_ ")
    first = re.split(r"['’\s]", words, maxsplit=1)[0].lower()
    if is_generic(words) or words[:1].isdigit() or (first in NO_NAME and not _ARTICLE.match(words + " ")):
        return None, False
    head, comma, _ = words.partition(",")
    if comma and re.search(rf"{WORD}\Z", head):  # "Elena Marr, the minister", not "the minister, Elena Marr"
        words = head
    origin = _ORIGIN.match(words)
    if origin and not is_body(origin["name"]) and " " in split(without_owner(origin["name"]))[1]:
        words = origin["name"]  # "Senator Otis Crane of Selden"
    found = _LAST_NAME.search(words)
    if found is None:
        return None, False
    run, ahead = found[0], words[: found.start()]
    if _PREPOSITION.search(ahead) or _POSSESSED.search(run):
        return None, False
    offices, name = split(without_owner(run))
    if not name or name.startswith(("of ", "for ")):
        return None, False
    body = is_body(name)
    if " of " in name or " for " in name:
        return (name, True) if body and not offices else (None, False)
    if body and not offices:
        return name, True
    if is_office(name) or name.lower().partition("-")[0] in ALONE:
        return None, False
    initials = name.isupper() and len(name) <= 5 and " " not in name and "." not in name
    if body or initials or (_ARTICLE.fullmatch(ahead) is not None and not offices):
        return name, True
    return bare(name) or None, False
