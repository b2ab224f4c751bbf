"""What a line must look like to be a place: capitals, a room or a building, a name of the gazetteer."""

from __future__ import annotations

import re

from verbale.text.gazetteer import place_around, place_of
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["REMOTE", "VENUE", "place_like", "place_of_parts", "trimmed"]

REMOTE = pattern(
    rf"\b(?:via|{remark(listed_words('over_links'))})\s+(?:[\w-]+\s+)?"
    r"(?:tele\w*|video\w*|phone|zoom|skype|satellite|livestream)\b"
    rf"|{remark(listed_words('remotely'))}",
    re.IGNORECASE,
)
VENUE = pattern(remark(listed_words("venues")), re.IGNORECASE)
# forms of events, offices and letterheads: such a line says what it is, or who gives it out
_NO_PLACE = pattern(remark(listed_words("no_places")), re.IGNORECASE)
_PARTICLES = listed_words("inside_places")
_TRIM = " \t\u00a0,;|·•/–—-()[]*_"
_SHORTENED = pattern(r"(?:, [A-Z]\w{0,4}|\b(?:[A-Z]\.)+[A-Z])\.$")
_ABBREVIATED = pattern(r"\b[A-Z]\w{0,4}\.$")
_MARKS = frozenset('?!:;“”"«»=@')
_WORD = pattern(r"[\w’'.&-]+")


def place_like(words: str) -> bool:
    """Whether words could be a place's: few, with capitals, and no form of an event.

    >>> place_like("Harbour Press Room"), place_like("Press Briefing by Ana Ruiz")
    (True, False)
    """
    if (
        not words
        or len(words) > 90
        or not _MARKS.isdisjoint(words)
        or _NO_PLACE.search(_without_rooms(words))
    ):
        return False
    if words.endswith(".") and not _ABBREVIATED.search(words):
        return False
    found = _WORD.findall(words)
    return 0 < len(found) <= 10 and all(_capital(word) or word.casefold() in _PARTICLES for word in found)


def trimmed(words: str) -> str:
    """Words without the marks at their ends, but for the full stop of a short form.

    >>> trimmed("(Washington, D.C.,"), trimmed("Port Selden.")
    ('Washington, D.C.', 'Port Selden')
    """
    words = words.strip(_TRIM)
    return words if _SHORTENED.search(words) else words.rstrip(". ")


def _without_rooms(words: str) -> str:
    """The name of a room may hold the name of what is held there."""
    return words[: found.start()] if (found := _ROOM_OF.search(words)) else words


_ROOM_OF = pattern(
    r"\b(?:(?:press|media)\s+)?(?:press|media|briefing|conference|meeting)\s+(?:\w+\s+)?"
    r"(?:room|cent(?:er|re)|hall)\b",
    re.IGNORECASE,
)


def _capital(word: str) -> bool:
    first = word.lstrip("'’.")[:1]
    return first.isdigit() or (first.isalpha() and not first.islower())


def place_of_parts(printed: str, *, country: bool = False) -> str | None:
    """Of words with commas the longest end that is a place the gazetteer knows, or lies in one.

    Args:
        printed: "Geneva", "Press conference, Harbour Hall, Geneva".
        country: Whether a country alone is enough.

    >>> place_of_parts("Press conference, Harbour Hall, Geneva"), place_of_parts("Elena Marr")
    ('Harbour Hall, Geneva', None)
    """
    parts = [part.strip() for part in printed.split(",") if part.strip()]
    for first in range(len(parts)):
        words = ", ".join(parts[first:])
        if not all(place_like(part) for part in parts[first:]):
            continue
        exact = place_of(words)
        if exact is not None:
            return words if exact.is_city or country or len(parts) - first > 1 else None
        around = place_around(words)
        if around is not None and (around.is_city or len(parts) - first > 1):
            return words
    return None
