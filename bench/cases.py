"""Quotes whose place in a record is known for certain, made by rule out of its own sentences.

Shares no code with Verbale: words, sentences and runs of words are found here in their own way.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

__all__ = ["KINDS", "Case", "Runs", "fold", "holds", "make", "sentences", "words"]

KINDS = ("exact", "typography", "changed-10", "changed-25", "elided", "absent")
MARKS = ("...", "…", "[...]", "[…]")
_STRAIGHT = {ord(a): "'" for a in "‘’‛`´"} | {ord(a): '"' for a in "“”„«»"} | {ord(a): "-" for a in "‐‑‒–—−"}
_STRAIGHT |= {0xAD: "", 0x200B: ""}
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# After the end of another sentence, of plain words and commas, up to a full stop.
_SENTENCE = re.compile(r"(?<=[a-z]{3}[.?!]\s)[A-Z][^.?!:;()\[\]\"“”<>*_…\\/—|]+\.(?=\s)")
_LETTERS = re.compile(r"^(\W*)([\w'’-]+)(\W*)$")
# The same words as far as rapidfuzz can tell: not absent, whatever the runs say.
ALIKE = 80.0


@dataclass(frozen=True, slots=True)
class Case:
    """A quote, and the document and words that it was made from; None where it is in no document."""

    kind: str
    quoted: str
    document: str | None
    text: str | None


def fold(text: str) -> str:
    """A text in small letters, with plain typography and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).lower().split())


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(unicodedata.normalize("NFKC", text.translate(_STRAIGHT)).lower())


def holds(found: str, gold: str) -> bool:
    """Whether found words hold half of the wanted ones, and are no whole page of them."""
    got, want = Counter(words(found)), Counter(words(gold))
    return got.total() <= 4 * want.total() + 80 and (got & want).total() >= 0.5 * want.total()


def sentences(text: str, least: int, most: int) -> Iterator[str]:
    """Plain sentences of a text with so many words, on one line each."""
    for match in _SENTENCE.finditer(text):
        if "\n\n" in match[0]:
            continue
        sentence = " ".join(match[0].split())
        parts = sentence.split()
        if (
            least <= len(parts) <= most
            and len(parts[-1]) > 4
            and not any(w.isupper() for w in parts if w[1:])
        ):
            yield sentence


class Runs:
    """Every run of 5 and of 8 words of some texts, by hash."""

    SIZES = (5, 8)

    def __init__(self, texts: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        numbers = self._numbers
        # 0 parts the texts
        parts = [
            np.array([0, *(numbers.setdefault(w, len(numbers) + 1) for w in words(text))], np.uint64)
            for text in texts
        ]
        every = np.concatenate(parts)
        self.words = int((every > 0).sum())
        self._sorted = {size: np.sort(self._hashed(every, size)) for size in self.SIZES}
        self._every = every.astype(np.uint32)
        self._names = list(numbers)

    @staticmethod
    def _hashed(numbers: NDArray[np.uint64], size: int) -> NDArray[np.uint64]:
        found = np.zeros(max(0, len(numbers) - size + 1), np.uint64)
        mixed = (numbers + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
        for place in range(size):
            found *= np.uint64(0xD6E8FEB86659FD93)
            found += mixed[place : place + len(found)]
        return found

    def counts(self, sentence: str, size: int) -> NDArray[np.int64]:
        """How often each run of so many words of a sentence stands in the texts."""
        unknown = len(self._numbers) + 1
        numbers = np.array(
            [self._numbers.get(w, unknown + i) for i, w in enumerate(words(sentence))], np.uint64
        )
        keys, known = self._hashed(numbers, size), self._sorted[size]
        return np.asarray(np.searchsorted(known, keys, "right") - np.searchsorted(known, keys, "left"))

    def any_word(self, rng: random.Random) -> str:
        """A word of the texts, frequent ones as often as they are."""
        while True:
            number = int(self._every[rng.randrange(len(self._every))])
            if number:
                return self._names[number - 1]


def _typography(sentence: str, rng: random.Random, _: Runs) -> str | None:
    changes: list[Callable[[str], str]] = [
        lambda s: s.replace("'", "’") if "'" in s else s.replace("’", "'"),
        lambda s: s.replace("fi", "ﬁ").replace("fl", "ﬂ"),
        lambda s: s.replace("-", "‑"),
        lambda s: s.replace(" - ", " — ").replace(" – ", " — "),
        lambda s: s[0].lower() + s[1:],
        lambda s: s.rstrip(".") + ",",
        lambda s: s.rstrip("."),
    ]
    rng.shuffle(changes)
    found = sentence
    for change in changes[:4]:
        found = change(found)
    parts = found.split(" ")
    at = rng.randrange(1, len(parts))
    return " ".join(parts[:at]) + "\u00a0" + " ".join(parts[at:])


def _changed(sentence: str, rng: random.Random, runs: Runs, share: float) -> str | None:
    parts = sentence.split()
    if len(parts) < 15:
        return None
    places = rng.sample(range(1, len(parts) - 1), max(1, round(share * len(parts))))
    for place in sorted(places, reverse=True):
        match, way = _LETTERS.match(parts[place]), rng.random()
        if match is None:
            return None
        other = runs.any_word(rng)
        while words(other) == words(parts[place]):
            other = runs.any_word(rng)
        if way < 0.6:
            parts[place] = match[1] + other + match[3]
        elif way < 0.8:
            parts.insert(place, other)
        else:
            del parts[place]
    return " ".join(parts)


def _elided(sentence: str, rng: random.Random, _: Runs) -> str | None:
    parts = sentence.split()
    if len(parts) < 12:
        return None
    out = round(0.3 * len(parts))
    first = rng.randint(4, len(parts) - out - 4)
    mark = rng.choice(MARKS)
    return " ".join([*parts[:first], mark, *parts[first + out :]])


_MAKERS: Mapping[str, Callable[[str, random.Random, Runs], str | None]] = {
    "exact": lambda sentence, _rng, _runs: sentence,
    "typography": _typography,
    "changed-10": lambda sentence, rng, runs: _changed(sentence, rng, runs, 0.10),
    "changed-25": lambda sentence, rng, runs: _changed(sentence, rng, runs, 0.25),
    "elided": _elided,
}


def make(
    inner: Mapping[str, str], whole: Mapping[str, str], apart: Sequence[str], count: int, seed: int
) -> list[Case]:
    """Make so many cases of each kind.

    A sentence is taken only where each of its runs of 8 words stands once in the whole record; an absent
    one only where none of them does (for half of the cases none of 5 words), and where no window of the
    record is alike to 80 of 100 by rapidfuzz.

    Args:
        inner: the texts of the smallest record by document; the cases are drawn from them.
        whole: the texts of the largest record.
        apart: texts that no record has.
        count: cases of each kind.
        seed: for the choice and the changes.
    """
    rng = random.Random(seed)  # noqa: S311 - a fixed choice, no secret
    runs = Runs(whole.values())
    pool = [(document, s) for document, text in inner.items() for s in sentences(text, 8, 40)]
    rng.shuffle(pool)
    found: list[Case] = []
    drawn = iter(pool)
    for kind, maker in _MAKERS.items():
        made = 0
        while made < count:
            document, sentence = next(drawn)
            if len(words(sentence)) < 8 or not (runs.counts(sentence, 8) == 1).all():
                continue
            quoted = maker(sentence, rng, runs)
            if quoted is not None:
                found.append(Case(kind, quoted, document, sentence))
                made += 1
    found += _absent(apart, whole, runs, count, rng)
    rng.shuffle(found)
    return found


def _absent(
    apart: Sequence[str], whole: Mapping[str, str], runs: Runs, count: int, rng: random.Random
) -> Iterator[Case]:
    pool = [s for text in apart for s in sentences(text, 8, 40)]
    rng.shuffle(pool)
    folded = [fold(text) for text in whole.values()]
    wanted = {"strict": count - count // 2, "loose": count // 2}
    for sentence in pool:
        if len(words(sentence)) < 8 or runs.counts(sentence, 8).any():
            continue
        kind = "loose" if runs.counts(sentence, 5).any() else "strict"
        needle = fold(sentence)
        if not wanted[kind] or any(fuzz.partial_ratio(needle, t, score_cutoff=ALIKE) for t in folded):
            continue
        wanted[kind] -= 1
        yield Case("absent", sentence, None, None)
        if not any(wanted.values()):
            return
