"""What a printed label is made of: people, and of each a name, an office, a place and a number.

Here it is decided which of its words are a name. `Minister of Health` has an office and no name, `SPEAKER_01`
a number, `Mr. KELL of New Ostland` a place; `The Minister (Ivo Tarn)` is one person with an office and a
name, `Ana Ruiz and Ivo Tarn` are two. Where both readings are open (`Minister of Lakes Ada Frome`), the words
are the office's, and those that may be a name are kept beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verbale.text.name_words import (
    ADDRESSED,
    AFTER_NAMES,
    GENERATIONS,
    HEAD_ENDS,
    HEADS,
    HONORIFICS,
    JOINTS,
    MEN,
    OFFICES,
    PARTICLES,
    ROLES,
    SUFFIXES,
    TITLES,
    WOMEN,
)
from verbale.text.packs import listed_words

__all__ = [
    "COMBINING",
    "WORD",
    "Parts",
    "key_of",
    "parts_of",
    "people_of",
    "places_in",
    "unbracketed",
    "visible",
    "without_country",
]

_INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
# Vowel signs and accents that are characters of their own inside words: Hindi, Hebrew and Arabic have them.
COMBINING = "".join(chr(c) for c in range(0x300, 0x1100) if unicodedata.category(chr(c)) in {"Mn", "Mc"})
WORD = re.compile(rf"[^\W\d_]+(?:[{COMBINING}]+[^\W\d_]*|['’ʼ׳״\"\-‐‑][^\W\d_]+)*\.?")
_NUMBER = re.compile(r"\d+")
# `премьер-министр Орланда О.Веллин`: behind an office, what stands before an initial that is joined to
# its surname is no given name but the country of the office
_COUNTRY = re.compile(r"\b[А-ЯЁІЇЄ][а-яёіїє-]+\s+(?=(?:[А-ЯЁІЇЄ]\.){1,2}[А-ЯЁІЇЄ][а-яёіїє-]+$)")
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_ANDS = "|".join(re.escape(word) for word in sorted(listed_words("ands") | listed_words("together_with")))
_AND = re.compile(rf"\s*[/+]\s*|\s+(?:{_ANDS})\s+", re.IGNORECASE)
# These also join the two surnames of one person: `Ortega y Gasset`.
_JOIN_SURNAMES = frozenset({"y", "e", "i", "і"})
# Fewer words behind the "of" of an office may all be the place's: `Ambassador of New Ostland`.
_PLACE_AND_NAME = 3
_LONGEST = 300  # code points of a label of several people
_HOLDER = range(2, 6)  # how many words a holder in brackets has without a title
# Behind an office, before what it is of or before a surname: `Ministra de Hacienda`, `President de Halm`.
_PARTICLES = listed_words("particles") - {"e", "i", "y"}
# What stands in brackets beside a label and is no name: `(by video)`, `(through interpreter)`.
_REMARKS = _PARTICLES | {
    word.strip("*") for key in ("over_links", "remotely", "interpreted", "recordings", "media", "incidents")
    for phrase in listed_words(key) for word in phrase.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words of a label are, of one person or of several who speak as one.

    `words` is all that is printed without remarks, titles of courtesy included; `name` what is a name, and
    `maybe` what may be one behind an office; `office` the keys of the words of an office, and of what it is
    of; `place` those of where somebody is from. `sex` is 1 or 2 where a title tells a man or a woman.
    """

    words: tuple[str, ...]
    name: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    generation: str = ""
    sex: int = 0


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """A word of a name as it is compared: without its full stop, the 's of a possessor and capitals.

    >>> key_of("MARR’S"), key_of("Dr.")
    ('marr', 'dr')
    """
    return _POSSESSIVE.sub("", word.rstrip(".")).casefold().replace("’", "'").replace("ʼ", "'")


def visible(name: str) -> str:
    """A label with its letters in their usual form, those that are not seen left out."""
    return unicodedata.normalize("NFKC", name.translate(_INVISIBLE))


def without_country(words: str) -> str:
    """What stands behind an office, without the country whose office it is.

    Args:
        words: The words behind the office, as printed.

    >>> without_country("Ардении П.Лозовой"), without_country("Ада К. Тарская")
    ('П.Лозовой', 'Ада К. Тарская')
    """
    return _COUNTRY.sub("", words)


def people_of(label: str) -> tuple[str, ...]:
    """The people who speak under a label, as printed: mostly one, two in `Ana Ruiz and Ivo Tarn`.

    Args:
        label: The label as printed.

    >>> people_of("Ana Ruiz and Ivo Tarn"), people_of("Minister of Lakes and Rivers")
    (('Ana Ruiz', 'Ivo Tarn'), ('Minister of Lakes and Rivers',))
    """
    plain = unbracketed(label)
    people: list[str] = []
    start = 0
    joints = list(_AND.finditer(plain)) if len(plain) <= _LONGEST else []
    for joint, ends in zip(joints, [*(each.start() for each in joints[1:]), len(plain)], strict=False):
        listed = _listed(plain[start : joint.start()])
        after = plain[joint.end() : ends]
        if listed and _are_two(_one(listed[-1]), after, joint[0].strip().casefold()):
            people += listed
            start = joint.end()
    return (*people, plain[start:].strip()) if people else (label,)


def _are_two(one: Parts, after: str, joint: str) -> bool:
    """Whether two people stand around an "and": it joins the words of an office too, and two surnames."""
    other = _one(after)
    if not one.words or not other.words:
        return False
    first = key_of(other.words[0])
    if other.words[0][0].islower() and not (_is_title(first) or first in JOINTS):
        return False  # "Umwelt und nukleare Sicherheit"
    anew = first in MEN | WOMEN | {"the"}
    if not (one.name and other.name):
        return anew and bool(one.name or one.office) and bool(other.name or other.office)
    if joint in _JOIN_SURNAMES and not anew:
        return min(len(one.name), len(other.name)) > 1
    return min(max(map(len, each.name)) for each in (one, other)) > 1


def _listed(people: str) -> list[str]:
    """`Ana Ruiz, Ivo Tarn` before "and Oda Lind"; nobody in `Ana Ruiz, Minister of Lakes` ("and Rivers")."""
    parts = [part.strip() for part in people.split(",")]
    return parts if len(parts) == 1 or all(len(_one(part).name) > 1 for part in parts) else []


@lru_cache(maxsize=65536)
def parts_of(label: str) -> Parts:
    """What the words of a label are.

    Args:
        label: A name or a label as printed. Of people who speak together only `words` are given.

    >>> parts_of("Deputy Minister of Health").office, parts_of("SPEAKER_01").number
    (('deputy', 'minister', 'of', 'health'), ('01',))
    >>> parts_of("Mr. KELL of New Ostland").name, parts_of("Mr. KELL of New Ostland").place
    (('KELL',), ('new', 'ostland'))
    >>> parts_of("Vandministeren (Karin Lund)").name, parts_of("Minister of Lakes Ada Frome").maybe
    (('Karin', 'Lund'), ('Ada', 'Frome'))
    """
    plain, asides = _parted(label)
    if len(people_of(label)) > 1:
        return Parts(tuple(WORD.findall(plain)))
    found = _one(plain)
    for aside in asides:
        holder = _one(aside)
        if _holds(holder, found):
            office = found.office or tuple(map(key_of, found.words))
            return replace(holder, words=holder.name, office=office, sex=holder.sex or found.sex)
    if len([word for word in found.name if not _is_short(word)]) == 1:
        # "Mr. Kell (Merrow)" beside "Mr. Kell (Velland)"
        return replace(found, place=(*found.place, *places_in(asides)))
    return found


def places_in(asides: Iterable[str]) -> tuple[str, ...]:
    """The words in brackets behind a name that may be of a place or a party, and are no remark.

    >>> places_in(["New Ostland", "through interpreter"])
    ('new', 'ostland')
    """
    words = [word for aside in asides for word in WORD.findall(aside) if word[0].isupper()]
    return tuple(key for word in words if (key := key_of(word)) not in _REMARKS)


def unbracketed(label: str) -> str:
    """A label without what stands in brackets.

    >>> unbracketed("Ana Ruiz (Lab)").strip()
    'Ana Ruiz'
    """
    return _parted(label)[0]


def _parted(label: str) -> tuple[str, list[str]]:
    """A label without what stands in brackets, and that, without what stands in brackets within it."""
    outside, asides, depth = [], [""], 0
    for sign in visible(label):
        if sign in "([":
            depth += 1
            outside.append(" ")
        elif sign in ")]" and depth:
            depth -= 1
            asides += [""] * (not depth)
        elif depth == 1:
            asides[-1] += sign
        elif not depth:
            outside.append(sign)
    return "".join(outside), [aside for aside in asides if aside.strip()]


def _holds(holder: Parts, outer: Parts) -> bool:
    """Whether what stands in brackets is the name of who holds the office before them."""
    if not holder.name or holder.number or holder.place:
        return False
    titled = holder.words[0] != holder.name[0]
    if _is_caseless(holder.name[0]):
        return titled and outer.name == outer.name[: len(outer.words)]
    if outer.name:
        return False
    if titled and any(_is_title(key_of(word)) for word in holder.words[:1]):
        return True
    keys = [key_of(word) for word in holder.name]
    named = all(
        (word[0].isupper() and len(word) > 1) or key in _PARTICLES | _JOIN_SURNAMES
        for word, key in zip(holder.name, keys, strict=True)
    )
    return named and len(keys) in _HOLDER and _REMARKS.isdisjoint((keys[0], keys[-1]))


def _is_caseless(word: str) -> bool:
    return word.upper() == word.lower()


def _one(label: str) -> Parts:
    """The parts of a label of one person, nothing in brackets."""
    ordered, generation = _in_order(_without_country(label))
    words, number = WORD.findall(ordered), tuple(_NUMBER.findall(ordered))
    while len(words) > 1 and (suffix := key_of(words[-1])) in SUFFIXES:
        generation = generation or GENERATIONS.get(suffix, "")
        words.pop()
    told = {key_of(word) for word in words[:2]}
    sex = 1 if told & MEN else 2 if told & WOMEN else 0
    whole = Parts(tuple(words), number=number, generation=generation, sex=sex)
    return _told_apart(whole, [key_of(word) for word in words]) if words else whole


def _without_country(label: str) -> str:
    office, _, rest = label.strip().partition(" ")
    return f"{office} {without_country(rest)}" if "." in rest and key_of(office) in TITLES else label


def _in_order(name: str) -> tuple[str, str]:
    """`Howard, John` turned round; what follows a comma and is no given name is left out, but for a "Jr."."""
    family, comma, rest = name.partition(",")
    if not comma:
        return name, ""
    words = WORD.findall(rest.partition(",")[0])
    keys = [key_of(word) for word in words]
    generation = next((GENERATIONS[key] for key in keys[:1] if key in GENERATIONS), "")
    families = WORD.findall(family)
    if not words or not families or len(words) > 3 or len(families) > 3:
        return family, generation
    if any(key in SUFFIXES or key in TITLES or key in JOINTS for key in keys):
        return family, generation
    # a family name alone is turned; "Elena Marr, Orland" is not
    alone = len(families) == 1 or key_of(families[0]) in PARTICLES or families[0][:1].islower()
    return (f"{' '.join(words)} {family}" if alone else family), generation


def _told_apart(whole: Parts, keys: list[str]) -> Parts:
    """The words of a label as titles and an office, what it is of, a name, and where from."""
    words, office = whole.words, tuple(keys)
    first = _after_titles(keys)
    if first == len(words):  # "MS. KING" is a person, "PRIME MINISTER" an office
        honoured = len(words) == 2 and keys[0] in MEN | WOMEN | {"dr"} and keys[-1] not in ADDRESSED
        return replace(whole, name=words[-1:]) if honoured else replace(whole, office=office)
    if words[-1].islower() and any(word[0].isupper() for word in words):
        return replace(whole, office=office)  # "Some hon. members": a name has a capital to the end
    titles = [at for at in range(first) if keys[at] not in HONORIFICS | JOINTS]
    joined = bool(titles) and not JOINTS.isdisjoint(keys[titles[0] : first])
    if titles and (joined or _is_particle(words[first])):
        return _of_something(whole, keys, first, joined=joined)
    name, respect = _without_respect(words[first:])
    if len(words) == first + 1 and _is_caseless(keys[-1]) and keys[-1] in OFFICES:
        return replace(whole, office=office)
    if respect in OFFICES:
        return replace(whole, maybe=name, office=office)
    place = next((at for at in range(1, len(name)) if key_of(name[at]) == "of"), len(name))
    return replace(
        whole,
        name=name[:place],
        office=tuple(keys[at] for at in titles),
        place=tuple(map(key_of, name[place + 1 :])),
    )


def _after_titles(keys: Sequence[str]) -> int:
    """Where a name may begin: behind the titles at the start, and behind a word that ends an office."""
    first = 0
    while first < len(keys) and (
        _is_title(keys[first])
        or keys[first] in JOINTS - PARTICLES
        or (keys[first] in ROLES and first + 1 < len(keys))
    ):
        first += 1
    heads = [at for at in range(first, len(keys)) if _is_head(keys[at]) and keys[at] not in AFTER_NAMES]
    return heads[-1] + 1 if heads else first


def _is_title(key: str) -> bool:
    return key in TITLES or ("-" in key and all(part in TITLES for part in key.split("-")))


def _is_head(key: str) -> bool:
    """Whether a word ends an office, whatever stands before it."""
    return key in HEADS or key.endswith(HEAD_ENDS)


def _of_something(whole: Parts, keys: list[str], first: int, *, joined: bool) -> Parts:
    """An office and what it is of: a name stands behind it for certain where a title begins it."""
    words, office = whole.words, tuple(keys)
    if marks := [at for at in range(first, len(words) - 1) if _opens_a_name(words[at])]:
        return replace(whole, name=words[marks[-1] + 1 :], office=office[: marks[0]])
    inner = [at for at in range(first, len(words)) if _is_particle(words[at])]
    if joined and (inner or keys[first - 1] in JOINTS):
        behind = words[inner[-1] + 1 :] if inner else words[first:]
        return replace(whole, maybe=behind[-2:] if len(behind) >= _PLACE_AND_NAME else (), office=office)
    return replace(whole, maybe=words[first:], office=office)


def _is_particle(word: str) -> bool:
    """`de`, `of`, `VON DER`; not the given names `Ben`, `Dan` and `Al`."""
    key = key_of(word)
    return key in JOINTS or (word[0].islower() and key in _PARTICLES)


def _opens_a_name(word: str) -> bool:
    """`Dr.`, `Mag.`, `Herr`; not an initial."""
    return key_of(word) in HONORIFICS or _is_short(word)


def _is_short(word: str) -> bool:
    """`Abg.`, `Mag.`; not an initial."""
    return word.endswith(".") and len(word) > 3


def _without_respect(name: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """A name without the word of respect, or the office, that stands behind it, and that word."""
    last = key_of(name[-1])
    if len(name) > 1:
        behind = last in AFTER_NAMES and (last in TITLES or _is_caseless(last))
        return (name[:-1], last) if behind else (name, "")
    if not _is_caseless(last):
        return name, ""
    for length in range(min(3, len(last) - 2), 0, -1):
        # one syllable of Korean may as well be the end of a name
        if last[-length:] in AFTER_NAMES and not (length == 1 and last[-1] >= "\uac00" and len(last) < 4):
            return (name[0][:-length],), last[-length:]
    return name, ""
