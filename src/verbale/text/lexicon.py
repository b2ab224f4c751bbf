"""The words of a pack, found in a text: folded as its writers may fold them, whole or by their endings.

A list's entry is a word or a phrase. `word*` stands for any ending, `*word` for any beginning of two
letters or more. Between the words of a phrase may stand spaces and marks. Chinese and Japanese put no
space between words: there each letter is a word of its own, and an entry is found anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from verbale.text.packs import Pack, pack, packs

__all__ = ["Lexicon", "Place", "Words", "lexicon", "lexicons_for"]

# Vowel signs and points belong to a word, and \w has not all of them.
LETTER = r"[\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u097f]"
_WORD = re.compile(rf"{LETTER}+|[%$€£]")
# The same in a text as it is printed, where signs that are not seen stand inside words.
_JOINED = re.compile(rf"{LETTER}+(?:[\u200b-\u200f\u00adـ]+{LETTER}+)*|[%$€£]")
_LETTER = re.compile(r"[^\W_]|[%$€£]")
UNSPACED = frozenset(("zh", "ja"))
# In Korean an ending may be all there is of a word.
_BARE_ENDINGS = frozenset(("ko",))
_ANSWERS_TO = {"nb": "no", "nn": "no"}
_SAMPLE = 2000
# A script of less than this part of a text's letters is not one in which it may be written.
_SELDOM = 5
_MEMORY = 20_000


class _Folding(dict[int, str | int | None]):
    """What `str.translate` asks: signs that are not seen, points and fillers go, apostrophes are one."""

    def __missing__(self, code: int) -> str | int | None:
        letter = chr(code)
        pointed = "\u064b" <= letter <= "\u065f" or "\u0591" <= letter <= "\u05c7"
        hidden = letter == "ـ" or pointed or unicodedata.category(letter) == "Cf"
        found = None if hidden else "'" if letter in "’ʼ" else code
        self[code] = found
        return found


_FOLDING = _Folding()


class Place(NamedTuple):
    """Where an entry was found: its first word, and the word after its last."""

    first: int
    last: int


class Words(NamedTuple):
    """The words of a text as a pack reads them, and their places in the folded `text`."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


class _Part(NamedTuple):
    word: str
    begins: bool = False
    ends: bool = False


_Entry = tuple[_Part, ...]


class _Index:
    """One list, ready to be looked up by the first word of its entries."""

    def __init__(self, entries: Iterable[_Entry]) -> None:
        self.whole: dict[str, list[_Entry]] = {}
        self.open: list[_Entry] = []
        self.known: dict[str, tuple[_Entry, ...]] = {}
        for entry in sorted(set(entries), key=len, reverse=True):
            if entry[0].begins or entry[0].ends:
                self.open.append(entry)
            else:
                self.whole.setdefault(entry[0].word, []).append(entry)


class Lexicon:
    """A pack's lists, each made ready when it is first asked for.

    Args:
        known: The pack.

    >>> german = lexicon("de")
    >>> words = german.read("Das ist nicht nur falsch, es stimmt nicht.")
    >>> german.denials(words)
    [Place(first=7, last=8)]
    """

    def __init__(self, known: Pack) -> None:
        self.pack = known
        self.unspaced = known.code in UNSPACED
        self._indexes: dict[tuple[str, ...], _Index] = {}
        self._spellings = [
            (one.strip(), other.strip())
            for one, _, other in (pair.partition("=") for pair in known.phrases("spellings") or ())
        ]
        clitics = (self.fold(each) for each in known.phrases("clitics") or ())
        self._clitics = tuple(each for each in clitics if "'" not in each)

    def has(self, *keys: str) -> bool:
        """Whether the pack has these lists, be they empty: what is missing is not known."""
        return all(key in self.pack.lists for key in keys)

    def fold(self, text: str) -> str:
        """The text as the pack's words are compared; accents stay, as si and sí are two words."""
        if not text.isascii():
            text = unicodedata.normalize("NFC", text).translate(_FOLDING)
        text = text.casefold()
        for one, other in self._spellings:
            text = text.replace(one, other)
        return text

    def read(self, text: str) -> Words:
        """The words of a text, folded; an apostrophe parts words.

        Args:
            text: Any text.
        """
        return _read(self.fold(text), _LETTER if self.unspaced else _WORD)

    def words(self, text: str) -> list[str]:
        """The words of a text as `read` gives them, without their places.

        Args:
            text: Any text.
        """
        return (_LETTER if self.unspaced else _WORD).findall(self.fold(text))

    def read_at(self, text: str, start: int, end: int) -> Words:
        """The words of a part of a text, folded each by itself, with their places in the text.

        Args:
            text: The text.
            start: Where to begin, in code points.
            end: Where to stop.
        """
        found = list((_LETTER if self.unspaced else _JOINED).finditer(text, start, end))
        folded = [self.fold(m[0]) for m in found]
        return Words(text, folded, [m.start() for m in found], [m.end() for m in found])

    def places(self, words: Words, *keys: str) -> list[Place]:
        """Where the entries of some lists stand, the longest at each word.

        Args:
            words: What `read` gave.
            keys: The lists, by their names in `packs.KEYS`; one that the pack has not finds nothing.
        """
        if not words.words:
            return []
        return [place for key in keys for place in self._places(words.words, self._index(key))]

    def covered(self, words: Sequence[str], *keys: str) -> set[int]:
        """The numbers of the words that entries of some lists have; the lists are gone through as one.

        Args:
            words: What `words` gave.
            keys: The lists, by their names in `packs.KEYS`.
        """
        found: set[int] = set()
        for first, last in self._places(words, self._index(*keys)):
            found.update(range(first, last)) if last - first > 1 else found.add(first)
        return found

    def denials(self, words: Words, *more: str) -> list[Place]:
        """Where something is denied; "not only" and "no doubt" deny nothing.

        Args:
            words: What `read` gave.
            more: Lists of what denies nothing either.
        """
        found = self.places(words, "negations")
        if not found:
            return found
        harmless = {
            number
            for place in self.places(words, "not_negations", *more)
            for number in range(place.first, place.last)
        }
        return [place for place in found if harmless.isdisjoint(range(place.first, place.last))]

    @cache  # noqa: B019 - a lexicon lives as long as the program
    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """The entries of a list of pairs, what stands before and behind the equals sign."""
        pairs = (each.partition("=") for each in self.entries(key))
        return tuple((one.strip(), other.strip()) for one, _, other in pairs)

    @cache  # noqa: B019
    def forms(self, key: str) -> tuple[tuple[str, ...], ...]:
        """The entries of a list whose order counts, each with its forms."""
        return tuple(tuple(each.split("/")) for each in self.entries(key))

    @cache  # noqa: B019
    def prefixes(self, key: str) -> tuple[str, ...]:
        """The beginnings that a list has (`ne+`): seen only where another text has the word without."""
        return tuple(each.removesuffix("+") for each in self.entries(key) if each.endswith("+"))

    def entries(self, key: str) -> tuple[str, ...]:
        """The folded entries of a list, empty where the pack has none."""
        return tuple(self.fold(each) for each in self.pack.phrases(key) or ())

    def _index(self, *keys: str) -> _Index:
        index = self._indexes.get(keys)
        if index is None:
            index = self._indexes[keys] = _Index(entry for key in keys for entry in self._entries(key))
        return index

    def _entries(self, key: str) -> Iterator[_Entry]:
        for written in self.entries(key):
            for entry in written.split("/"):
                parts = _LETTER.findall(entry) if self.unspaced else _WORD.findall(entry)
                if not parts or entry.endswith("+"):
                    continue
                made = [_Part(part) for part in parts]
                if not self.unspaced:
                    # a star beside an apostrophe or a hyphen stands for words that are apart anyway
                    if entry.startswith("*" + parts[0]):
                        made[0] = made[0]._replace(begins=True)
                    if entry.endswith(parts[-1] + "*"):
                        made[-1] = made[-1]._replace(ends=True)
                yield tuple(made)

    def _places(self, words: Sequence[str], index: _Index) -> Iterator[Place]:
        known = index.known
        for number, word in enumerate(words):
            entries = known.get(word)
            if entries is None:
                if len(known) > _MEMORY:
                    known.clear()
                entries = known[word] = tuple(self._beginning_with(word, index))
            for entry in entries:
                last = number + len(entry)
                # most entries are one word, which is known to fit
                if len(entry) == 1 or (
                    last <= len(words) and all(map(self._fits, words[number + 1 : last], entry[1:]))
                ):
                    yield Place(number, last)
                    break

    def _beginning_with(self, word: str, index: _Index) -> list[_Entry]:
        """The entries that may begin with a word, before which a clitic may have grown onto it."""
        if not index.open and not self._clitics:
            return index.whole.get(word, [])
        forms = [word, *(word.removeprefix(each) for each in self._clitics if word.startswith(each))]
        found = [entry for form in forms for entry in index.whole.get(form, ())]
        found += [entry for entry in index.open if any(self._fits(form, entry[0]) for form in forms)]
        return sorted(found, key=len, reverse=True)

    def _fits(self, word: str, part: _Part) -> bool:
        if part.begins:
            least = 0 if self.pack.code in _BARE_ENDINGS else 2
            if part.ends:
                return word.find(part.word, least) >= 0
            return word.endswith(part.word) and len(word) >= len(part.word) + least
        return word.startswith(part.word) if part.ends else word == part.word


# A check reads one text with the lexicons of all languages that it may be in.
@lru_cache(maxsize=32)
def _read(folded: str, word: re.Pattern[str]) -> Words:
    found = list(word.finditer(folded))
    return Words(folded, [m[0] for m in found], [m.start() for m in found], [m.end() for m in found])


@cache
def _of(known: Pack) -> Lexicon:
    return Lexicon(known)


def lexicon(code: str) -> Lexicon | None:
    """The words of a language, None where Verbale has no pack of it.

    Args:
        code: An ISO 639-1 code, with or without a region.
    """
    code = code.lower().split("-")[0]
    known = pack(_ANSWERS_TO.get(code, code))
    return None if known is None else _of(known)


def lexicons_for(language: str | None, main: str | None, text: str, *keys: str) -> tuple[Lexicon, ...]:
    """With whose words a text is to be read; none where Verbale does not know its language.

    Args:
        language: The text's ISO 639-1 code, None where it cannot be told.
        main: The language of most texts around it, which then comes first.
        text: The text; its script tells in which other languages it may be.
        keys: The lists that are asked for; a pack without one of them knows nothing here.

    >>> lexicons_for("xx", None, "Da.")
    ()
    >>> [each.pack.code for each in lexicons_for(None, "uk", "Да.", "negations")]
    ['uk', 'ru']
    >>> "ja" in [each.pack.code for each in lexicons_for(None, None, "Mr Aoki: 橋は売らない。")]
    True
    """
    if language is not None:
        known = lexicon(language)
        return () if known is None or not known.has(*keys) else (known,)
    return _written_in(_scripts(text[:_SAMPLE]), main, keys)


@lru_cache(maxsize=256)
def _written_in(scripts: tuple[str, ...], main: str | None, keys: tuple[str, ...]) -> tuple[Lexicon, ...]:
    found = [_of(known) for known in packs() if _script_of(known) in scripts]
    found.sort(key=lambda each: each.pack.code != main)
    return tuple(each for each in found if each.has(*keys))


@cache
def _script_of(known: Pack) -> str:
    # the first letters tell, as a pack is written in its language's own script
    return _scripts("".join(known.lists.values())[:100])[0]


@lru_cache(maxsize=256)
def _scripts(text: str) -> tuple[str, ...]:
    """The scripts of a text, the commonest first; one that is seldom is that of names and numbers."""
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            name = unicodedata.name(letter, "").split(" ")[0]
            name = "CJK" if name in {"HIRAGANA", "KATAKANA"} else name
            counts[name] = counts.get(name, 0) + 1
    often = sum(counts.values()) / _SELDOM
    return tuple(name for name in sorted(counts, key=lambda each: -counts[each]) if counts[name] >= often)
