"""Packs: all that Verbale knows of a language's words, one file for each language.

The files are data (`languages/*.toml`); to teach Verbale a language is to add one. A list is a string
of words or phrases with commas between them; a star at the end stands for any ending. A feature asks
the pack of the document's language, and a list that is missing there means that nothing is known: it is
never read as an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verbale.text.pack_keys import KEYS

__all__ = [
    "KEYS",
    "Hints",
    "Pack",
    "listed_pairs",
    "listed_words",
    "pack",
    "packs",
    "phrases",
    "remark",
    "small_words",
    "written_in",
    "written_words",
]

_FOLDER = Path(__file__).with_name("languages")

_QUOTES = ("'''", "'", '"')
_LONGEST_KEY = 60


def phrases(words: str) -> tuple[str, ...]:
    r"""The words and phrases of a list, casefolded.

    Args:
        words: Words or phrases with commas between them, over any number of lines.

    >>> phrases("Moderator, the\n chair")
    ('moderator', 'the chair')
    """
    return tuple(" ".join(part.split()) for part in words.casefold().split(",") if part.strip())


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The words of one language: its ISO 639-1 `code`, its English `name`, its lists as they are written."""

    code: str
    name: str
    lists: Mapping[str, str]
    _read: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def phrases(self, key: str) -> tuple[str, ...] | None:
        """The words and phrases of a list in their order, casefolded; None where the pack has no such list.

        Args:
            key: One of `KEYS`.

        >>> danish = pack("da")
        >>> danish.phrases("answers") if danish else None
        ('svar',)
        """
        found = self._read.get(key)
        if found is None and key in self.lists:
            found = self._read[key] = phrases(self.lists[key])
        return found

    def pairs(self, key: str) -> Iterator[tuple[str, str]]:
        """The entries of a list of pairs, what stands before and behind the equals sign; capitals kept.

        Args:
            key: One of `KEYS`.
        """
        for entry in self.written(key):
            one, _, other = entry.partition("=")
            yield one.strip(), other.strip()

    def written(self, key: str) -> tuple[str, ...]:
        """The words and phrases of a list as they are written there, capitals kept.

        Args:
            key: One of `KEYS`.
        """
        return tuple(" ".join(part.split()) for part in self.lists.get(key, "").split(",") if part.strip())


def _table(text: str) -> dict[str, Any] | None:
    """What a plainly written file says, much quicker than all of TOML is read; None for any other file."""
    table: dict[str, Any] = {}
    at = 0
    while at < len(text):
        if text[at] not in "#\n":
            key, equals, _ = text[at : at + _LONGEST_KEY].partition(" = ")
            start = at + len(key) + len(equals)
            mark = "'''" if text.startswith("'''", start) else text[start : start + 1]
            end = text.find(mark, start + len(mark)) if equals and mark in _QUOTES else -1
            words = text[start + len(mark) : end]
            plain = (
                key.isidentifier() and key not in table and (mark == "'''" or not set("\\\n") & set(words))
            )
            if end < 0 or not plain:
                return None
            table[key] = words.removeprefix("\n") if mark == "'''" else words
            at = end + len(mark)
        line = text.find("\n", at)
        if line < 0 or text[at:line].partition("#")[0].strip():
            return None
        at = line + 1
    return table


def _pack(path: Path) -> Pack:
    text = path.read_text(encoding="utf-8")
    table = _table(text)
    if table is None:
        import tomllib  # noqa: PLC0415 (no pack of ours needs it, and it takes as long as reading ten of them)

        table = tomllib.loads(text)
    for key, value in table.items():
        if not isinstance(value, str):
            raise ValueError(f"{path.name}: {key} is no text; write words in quotes, with commas between.")
        if key not in KEYS and key != "name":
            close = get_close_matches(key, KEYS, 1)
            hint = f"did you mean {close[0]}?" if close else "KEYS in text/pack_keys.py has them all."
            raise ValueError(f"{path.name}: {key} is no list that Verbale knows; {hint}")
    name = table.pop("name", "")
    if not name:
        raise ValueError(
            f'{path.name} has no name; begin it with: name = "English", or what the language is.'
        )
    return Pack(path.stem, name, MappingProxyType(table))


@cache
def pack(code: str) -> Pack | None:
    """The pack of a language, None where Verbale has none.

    Args:
        code: A language's ISO 639-1 code.

    Raises:
        ValueError: The file holds what no pack may hold; the message names file, list and remedy.

    >>> known = pack("de")
    >>> (known.name if known else None), pack("xx")
    ('German', None)
    """
    path = _FOLDER / f"{code}.toml"
    return _pack(path) if re.fullmatch("[a-z]{2,3}", code) and path.is_file() else None


@cache
def packs() -> tuple[Pack, ...]:
    """The packs of all languages, in the order of their codes.

    Raises:
        ValueError: As `pack`.
    """
    codes = sorted(path.stem for path in _FOLDER.glob("*.toml"))
    return tuple(found for code in codes if (found := pack(code)) is not None)


@cache
def small_words() -> Mapping[str, tuple[str, ...]]:
    """Each small word with the languages that have it; those without a pack have names that are no code.

    >>> "look-alike 0" in small_words()["što"], "en" in small_words()["the"]
    (True, True)
    """
    lines = (_FOLDER / "look_alikes.txt").read_text(encoding="utf-8").splitlines()
    alike = [line.split() for line in lines if not line.startswith("#")]
    lists = [(each.code, each.phrases("small_words") or ()) for each in packs()]
    lists += [(f"look-alike {number}", tuple(words)) for number, words in enumerate(alike)]
    found: dict[str, tuple[str, ...]] = {}
    for language, words in lists:
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), language)
    return MappingProxyType(found)


@cache
def listed_words(key: str) -> frozenset[str]:
    """The words of one list in all languages together.

    Args:
        key: One of `KEYS`.

    >>> {"frage", "вопрос", "問"} <= listed_words("questioners")
    True
    """
    return frozenset(phrases(",".join(_lists().get(key, ()))))


@cache
def _lists() -> Mapping[str, list[str]]:
    """The lists of all packs by their key."""
    found: dict[str, list[str]] = {}
    for each in packs():
        for key, words in each.lists.items():
            found.setdefault(key, []).append(words)
    return found


def written_in(code: str, key: str) -> tuple[str, ...]:
    """The words of one list of one language as they are written; none where it is not there.

    Args:
        code: A language's ISO 639-1 code.
        key: One of `KEYS`.
    """
    known = pack(code)
    return () if known is None else known.written(key)


@cache
def written_words(key: str) -> frozenset[str]:
    """The words of one list in all languages together, as they are written: capitals kept.

    Args:
        key: One of `KEYS`.

    >>> {"Mr", "Dr"} <= written_words("short_titles")
    True
    """
    return frozenset(word for each in packs() for word in each.written(key))


@cache
def listed_pairs(key: str) -> Mapping[str, str]:
    """The pairs of one list in all languages together: what stands before an equals sign, and what behind.

    Args:
        key: One of `KEYS`.

    >>> listed_pairs("ordinals")["first"]
    '1st'
    """
    return MappingProxyType({one: other for each in packs() for one, other in each.pairs(key)})


class Hints:
    """The longest word of each of some phrases: where none of them stands, no phrase does.

    A look for these in casefolded text costs a tenth of a look for the pattern of all phrases.

    >>> Hints(["as prepared for delivery*", "check against delivery"]).may_stand_in("ON DELIVERY")
    True
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple({max(phrase.replace("*", "").split(), key=len) for phrase in words})

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has one of the words, whole or not."""
        return any(map(text.casefold().__contains__, self._words))


def remark(words: Iterable[str]) -> str:
    """A pattern that finds any of some words: whole ones, or parts of words where a star is.

    In scripts without capitals, words grow together with others and are found anywhere.

    Args:
        words: Words as the lists have them.

    >>> bool(re.search(remark(["translat*"]), "in translation")), bool(re.search(remark(["clip"]), "eclipse"))
    (True, False)
    >>> re.search(remark(["*saal", "p."]), "Im Festsaal, p. 4")[0], re.search(remark(["p."]), "p. 4")[0]
    ('Festsaal', 'p.')
    """
    alternatives = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        stem = word.strip("*")
        plain = re.escape(stem).replace(r"\ ", r"\s+")
        if stem.upper() == stem.lower():
            alternatives.append(plain)
            continue
        before = r"\b\w*" if word[0] == "*" else r"\b" if stem[0].isalnum() else ""
        after = r"\w*" if word[-1] == "*" else r"\b" if stem[-1].isalnum() else ""
        alternatives.append(before + plain + after)
    return "|".join(alternatives) or r"(?!)"
