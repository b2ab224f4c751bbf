"""Words of the scribe of a sitting, in all languages: how such sentences open, hours, sittings, headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from verbale.text.folded import Folded
from verbale.text.packs import Hints, listed_words, pack, remark
from verbale.text.patterns import pattern

__all__ = [
    "WORD",
    "has_clock",
    "is_handed_in",
    "is_incident",
    "is_part",
    "is_scribes",
    "is_spoken",
    "looked_at",
    "may_be_scribes",
    "names_a_sitting",
    "places_of_phrases",
]

_FIRST = re.compile(r"[^\s:.,;–—]+")
WORD = re.compile(r"[^\W\d_][\w'’]*")
_DRESS = " \t\r\u00a0\u3000*_#–—-([（〔【§.●"
_NUMBERED = re.compile(r"\A\d{1,3}[.)]?\s+")
_SHORTEST = 7
_MOST_WORDS = 70
_MOST_BESIDE_PHRASES = 40
_MOST_OF_INCIDENTS = 6
# `4.12 p.m.`, `11.52`, `14 h 17`
_CLOCK = pattern(
    rf"\b\d{{1,2}}[^\S\n]?[h:.,][^\S\n]?\d\d\b(?![.,]\d|[^\S\n]?%)"
    rf"|\d{{1,2}}[^\S\n]?h\b|{remark(listed_words('clock_words'))}",
    re.IGNORECASE,
)
_SITTING = pattern(remark(listed_words("sittings")), re.IGNORECASE)
_HANDED_IN = pattern(remark(listed_words("handed_in")), re.IGNORECASE)
_INCIDENT = pattern(rf"(?:{remark(listed_words('incidents'))})", re.IGNORECASE)
_PHRASES = tuple(sorted(listed_words("scribe_phrases")))
_PHRASE = pattern(
    "|".join(re.escape(phrase).replace(r"\#", r"\S+").replace(r"\ ", r"\s+") for phrase in _PHRASES),
    re.IGNORECASE,
)
_HINTS = Hints(_PHRASES)
_PARTS = listed_words("printed_parts")
_NUMBER = re.compile(r"(?:No?\.?|Nr\.?|n[°º.]|№)?\s*(?:\d[\w.\-/]*|[IVXLC]+|[A-Z])\.?(?=[\s.:,–—-]|\Z)")
_PERSONS = ("persons_i", "persons_we", "persons_you")


def _opening(phrase: str) -> str:
    printed = re.escape(phrase.rstrip("*")).replace(r"\#", r"\S+").replace(r"\ ", r"\s+")
    return printed + (r"\w*" if phrase[-1] == "*" else r"\b" if phrase[-1].isalnum() else "")


@cache
def _openings() -> Mapping[str, tuple[frozenset[str], re.Pattern[str]]]:
    """The scribe's openings by their first word: how the next begin, where that is told, and a pattern."""
    found: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(listed_words("scribe_openings"), key=len, reverse=True):
        first = _FIRST.match(phrase)
        if first:
            found[first[0]].append(phrase)
    openings = {}
    for word, phrases in found.items():
        nexts = frozenset(phrase[len(word) :][:3] for phrase in phrases)
        plain = all(each[:1] == " " and each[1:].isalpha() and len(each) == 3 for each in nexts)
        joined = "|".join(map(_opening, phrases))
        openings[word] = (nexts if plain else frozenset(), pattern(joined, re.IGNORECASE))
    return openings


def looked_at(lines: Iterable[str]) -> list[int]:
    """Which lines may open as a sentence of the scribe does, or with a bracket; told by their first words.

    Args:
        lines: The lines of a text, their ends without white space.

    >>> looked_at(["The meeting rose.", "We saw it,", "(Laughter)"])
    [0, 2]
    """
    return [k for k, line in enumerate(lines) if _may_open(line.partition(" ")[0])]


@lru_cache(maxsize=8192)
def _may_open(first: str) -> bool:
    openings = _openings()
    folded = first.casefold()
    bare = folded.rstrip(":.,;–—")
    # a word of letters alone, but for what may stand in it and behind it, is a first word itself
    return folded in openings or bare in openings or not bare.replace("’", "").replace("'", "").isalpha()


def may_be_scribes(line: str) -> bool:
    """Whether a line's first words open as a sentence of the scribe does.

    Args:
        line: A line of a text, or its beginning.

    >>> may_be_scribes("  The meeting rose at 5 p.m."), may_be_scribes("The meeting was long.")
    (True, False)
    """
    bare = line if line[:1].isalpha() else line.lstrip(_DRESS)
    if bare[:1].isdigit():
        bare = _NUMBERED.sub("", bare, count=1)
    first = _FIRST.match(bare)
    listed = _openings().get(first[0].casefold()) if first else None
    if first is None or listed is None:
        return False
    nexts, phrases = listed
    # most lines that open with "The" are left here
    after = bare[first.end() : first.end() + 3].lower()
    if nexts and after not in nexts and after[1:].isalpha() and after[:1] == " ":
        return False
    return phrases.match(bare.replace(",", "")) is not None


@cache
def _literal(language: str | None) -> Mapping[str, tuple[str, ...]]:
    """The longest stretch without open places of each phrase that may stand anywhere in a paragraph.

    Those that share words stand under these, as "took the chair" does under "the chair": where these are
    not, none of them is.
    """
    known = pack(language or "")
    phrases = [
        phrase
        for key in ("scribe_phrases", "handed_in")
        for phrase in (listed_words(key) if known is None else known.phrases(key) or ())
    ]
    left = sorted({max(re.split(r"\s*[#*]\s*", phrase), key=len) for phrase in phrases})
    stretches = sorted({stretch for phrase in left for stretch in _stretches(phrase)})
    often = {stretch: sum(stretch in phrase for phrase in left) for stretch in stretches}
    found = {}
    for words in sorted(stretches, key=lambda stretch: (-often[stretch], -len(stretch))):
        if shared := tuple(phrase for phrase in left if words in phrase):
            found[words if len(shared) > 1 else shared[0]] = shared
            left = [phrase for phrase in left if phrase not in shared]
    return found


def _stretches(phrase: str) -> Iterator[str]:
    """A phrase, and whatever words of it stand beside each other and are not too short to be looked for."""
    words = phrase.split(" ")
    yield phrase
    for first, last in combinations(range(len(words) + 1), 2):
        if len(stretch := " ".join(words[first:last])) >= _SHORTEST:
            yield stretch


def places_of_phrases(folded: Folded, language: str | None) -> Iterator[int]:
    r"""Where words may stand by which a paragraph is the scribe's, or a heading over what was handed in.

    Args:
        folded: A text without capitals.
        language: ISO 639-1, where known.

    >>> list(places_of_phrases(Folded("Mr. Holm\ntook the chair."), "en"))
    [9]
    """
    for shared, phrases in _literal(language).items():
        if next(folded.places(shared), None) is not None:
            for phrase in phrases:
                yield from folded.places(phrase)


def is_scribes(paragraph: str, language: str | None) -> bool:
    """Whether a paragraph is a sentence of the scribe: it opens as one, or has words that no speech has.

    Args:
        paragraph: Its words.
        language: ISO 639-1, where known.

    >>> is_scribes("Mr. Holm took the chair at noon.", "en"), is_scribes("I took the chair.", "en")
    (True, False)
    """
    count = paragraph.count(" ")
    if may_be_scribes(paragraph):
        return count <= _MOST_WORDS
    if count > _MOST_BESIDE_PHRASES or not _HINTS.may_stand_in(paragraph) or not _PHRASE.search(paragraph):
        return False
    return not is_spoken(paragraph, language)


def is_spoken(paragraph: str, language: str | None) -> bool:
    """Whether somebody speaks of himself or to others: then it is no sentence of the scribe.

    Args:
        paragraph: Its words.
        language: ISO 639-1, where known.
    """
    persons = _persons(language)
    if persons.isdisjoint(WORD.findall(paragraph.casefold().replace("’", "'"))):
        return False
    words = WORD.findall(paragraph)
    # "US", "DU": letters that stand for a name
    return any(
        word.casefold().replace("’", "'") in persons for word in words if len(word) < 2 or not word.isupper()
    )


@cache
def _persons(language: str | None) -> frozenset[str]:
    known = pack(language or "")
    if known is None:
        return frozenset().union(*(listed_words(key) for key in _PERSONS))
    return frozenset(word for key in _PERSONS for word in known.phrases(key) or ())


def has_clock(paragraph: str) -> bool:
    """Whether a paragraph has an hour of the day.

    Args:
        paragraph: Its words.

    >>> has_clock("à dix heures quarante"), has_clock("um 9.20 Uhr"), has_clock("with 12.50 crowns")
    (True, True, True)
    """
    return _CLOCK.search(paragraph) is not None


def names_a_sitting(paragraph: str) -> bool:
    """Whether a paragraph speaks of a sitting, or of what sits.

    Args:
        paragraph: Its words.
    """
    return _SITTING.search(paragraph) is not None


def is_incident(paragraph: str) -> bool:
    """Whether a paragraph says what is heard in the room, without brackets: `Risos.`, `Aplausos do PDR`.

    Args:
        paragraph: Its words.
    """
    return paragraph.count(" ") < _MOST_OF_INCIDENTS and _INCIDENT.match(paragraph) is not None


def is_handed_in(heading: str) -> bool:
    """Whether a heading stands over what was handed in and not said.

    Args:
        heading: Its words.

    >>> is_handed_in("Zu Protokoll gegebene Rede")
    True
    """
    return _HANDED_IN.search(heading) is not None


def is_part(label: str) -> bool:
    """Whether what looks like a label heads a part of a bill or an exhibit.

    Args:
        label: Its words, and those behind its end mark.

    >>> is_part("SEC. 7001"), is_part("EXHIBIT No. 31"), is_part("Article Smith")
    (True, True, False)
    """
    first, *rest = label.lstrip(" \t*_").split(maxsplit=1)
    return _heads_parts(first) and bool(rest) and _NUMBER.match(rest[0]) is not None


@lru_cache(maxsize=4096)
def _heads_parts(first: str) -> bool:
    folded = first.casefold()
    return folded in _PARTS or folded.rstrip(".") + "." in _PARTS
