"""The titles that a text gives to somebody, and whether an office that it speaks of later is one of them.

`the minister` may be Foreign Minister Marr; `the foreign minister` is not the minister of finance, `the
president` neither the vice president nor who met the president, was one once or wants to become one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verbale.quote.attribution.cues import CUE
from verbale.quote.attribution.shapes import WORD
from verbale.quote.speakers.office_words import ALONE, MEN, WOMEN
from verbale.text.packs import listed_words, written_in
from verbale.text.patterns import either, pattern

__all__ = ["Title", "apposed_title", "is_new", "title_before", "title_of"]

_RANKS = listed_words("office_ranks")
_ORIGINS = listed_words("name_origins") | listed_words("owner_articles")
_LINKS = listed_words("joints") | _ORIGINS | listed_words("definite_articles")
_ARTICLES = (
    listed_words("before_somebody") | listed_words("definite_articles") | listed_words("unnamed_articles")
)
_PREPOSITIONS = listed_words("governs_names")
_CLAUSE = listed_words("clause_borders") | {"who", "whose"}
_PEOPLE = ALONE | WOMEN | MEN | listed_words("never_alone")
_BEFORE_NAME = pattern(
    rf"(?P<what>(?:(?<!\w)[^\W\d_][\w-]*\s+){{0,5}}(?<!\w)(?:{either(_PEOPLE)})"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w’'-]*)?),?\s\Z"
)
_BESIDE = frozenset(word for code in ("en", "de", "fr", "es") for word in written_in(code, "small_words"))
_NOT_HELD = pattern(rf"(?:{either(listed_words('not_held'))})")
_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_OWNER = re.compile(r"['’]s?\Z")
_NAMED_BEHIND = pattern(rf",?\s+{WORD}")
_NAMED_AHEAD = pattern(rf"{WORD},\s+\Z")
_A = either(listed_words("unnamed_articles"))
# In words: what may stand before an office, and behind its "of".
_LONGEST, _LONGEST_TAIL = 4, 6
_LOOK_BACK = 700


class Title(NamedTuple):
    """A title: the word for the office itself, and all words that tell it from others."""

    office: str
    words: frozenset[str]

    def may_be(self, asked: Title) -> bool:
        """Whether an office that a text speaks of may be this title that it has given to somebody.

        Args:
            asked: The office.
        """
        others = self.words - asked.words
        same = (
            bool(asked.office)
            and self.office == asked.office
            and asked.words <= self.words
            and _RANKS.isdisjoint(others)
        )
        return same and self.is_held

    @property
    def is_held(self) -> bool:
        """Whether the office is held: not once, and not by somebody else."""
        return not any(_NOT_HELD.fullmatch(word) for word in self.words)

    def may_go_with(self, other: Title) -> bool:
        """Whether two titles may be one person's, one of them in short: "Kanzler" and "Bundeskanzler".

        Args:
            other: The other title.
        """
        if self.office == other.office:
            return self.may_be(other) or other.may_be(self)
        return self.office.endswith(other.office) or other.office.endswith(self.office)


def title_of(printed: str) -> Title:
    """A title as printed; its `office` is empty where the words are none that may stand alone.

    Args:
        printed: The words.

    >>> given = title_of("Foreign Minister of Orland")
    >>> [given.may_be(title_of(asked)) for asked in ("the minister", "the prime minister", "the president")]
    [True, False, False]
    """
    words = _WORD.findall(printed.casefold())
    office = ""
    kept: list[str] = []
    for word in words:
        if word in _LINKS and kept:
            break
        kept += [word] * (word not in _LINKS)
        office = word if word in ALONE else office
    bare = (_OWNER.sub("", word) for word in words)
    # of "the president’s adviser" the president is none
    told = (new for word, new in zip(words, bare, strict=True) if new == word or new not in ALONE)
    return Title(office, frozenset(word for word in told if word not in _LINKS))


def title_before(text: str, place: int, capitals: str) -> str:
    """The title before a name: `the former mayor of Selden, Ana Ruiz`; nothing where there is none.

    Args:
        text: The text.
        place: Where the name begins, or the title with capitals before it.
        capitals: That title; empty where there is none.

    >>> text = "Then the old harbour minister, Elena Marr, came. A spokesman for the minister, Jon Vik, left."
    >>> title_before(text, text.index("Elena"), ""), title_before(text, text.index("Jon"), "")
    ('old harbour minister', '')
    """
    last = text[max(0, place - 30) : place].rstrip(" ,\n").rpartition(" ")[2].casefold()
    if _NOT_HELD.fullmatch(last):
        return f"{last} {capitals}" if capitals else ""
    if last not in _PEOPLE and text[place - 2 : place] != ", ":
        return capitals
    found = _BEFORE_NAME.search(text, max(0, place - 80), place)
    words = found["what"].casefold().split() if found is not None else []
    articles = [number for number, word in enumerate(words) if word in _ARTICLES]
    if not words or (articles and not _PREPOSITIONS.isdisjoint(words[: articles[-1]])):
        return capitals
    return " ".join([*words[articles[-1] + 1 if articles else 0 :], capitals]).strip()


def apposed_title(behind: str) -> str:
    """What a description behind a name says that somebody is; nothing where it speaks of another.

    Args:
        behind: What stands between the comma behind a name and the next mark.

    >>> apposed_title("a former mayor of Selden who left"), apposed_title("a rival of the mayor")
    ('former mayor of Selden', '')
    """
    words = behind.split()
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    keys = [word.casefold() for word in words]
    until = next((n for n, key in enumerate(keys) if n and key in _CLAUSE), len(words))
    for number, key in enumerate(keys[: min(until, _LONGEST + 1)]):
        if key in _PEOPLE and (number + 1 == until or keys[number + 1] not in _PEOPLE):
            return " ".join(words[:until]) if _is_tail(keys[number + 1 : until]) else ""
        if key in _BESIDE:
            return ""
    return ""


def _is_tail(keys: list[str]) -> bool:
    if not keys:
        return True
    return keys[0] in _ORIGINS and len(keys) <= _LONGEST_TAIL and CUE.search(" ".join(keys)) is None


def is_new(text: str, office: str, place: int) -> bool:
    """Whether a text speaks before a place of somebody new who has an office, and no name.

    Args:
        text: The text.
        office: The word for the office.
        place: The place.

    >>> is_new("Marr met a Velland minister. The minister left.", "minister", 29)
    True
    """
    described = re.compile(
        rf"\b(?:{_A})\s+(?:[\w’'-]+\s+){{0,3}}?{re.escape(office)}\b(?!['’-])", re.IGNORECASE
    )
    begin = max(0, place - _LOOK_BACK)
    for found in described.finditer(text, begin, place):
        named = _NAMED_BEHIND.match(text, found.end(), place)
        if named is None and _NAMED_AHEAD.search(text, begin, found.start()) is None:
            return True
    return False
