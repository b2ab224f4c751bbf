"""Whether a moment is that of somebody's saying: only words for where, and to whom, may stand between.

A contract that expired on a day, a man who was born on one, the flood of last year: the words between the
verb of saying and such a day speak of something else. In doubt a moment is none of the saying's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from verbale.check.moments import words_of
from verbale.text.lexicon import UNSPACED
from verbale.text.packs import pack, remark
from verbale.text.weekdays import WEEKDAYS

__all__ = ["Beside", "beside", "clause_start"]

_TOKEN = re.compile(r"[^\W_][\w.\u064b-\u0652\u05b0-\u05c7\u0900-\u097f-]*|[^\w\s]|_")
_WITHOUT_CAPITALS = frozenset(("ar", "fa", "he", "hi", "ur"))
# Two names behind a word such as "with", in scripts that have no capitals.
_NAMES = 2
# Code points between a day and a verb, or the quote, where words are not parted by spaces.
_UNSPACED_REACH = 30
_PAUSES = frozenset(",،、，'’-–")
_CLAUSE = re.compile(r"[;:—–“”„«»\"()。；：「」『』]")
_APART = re.compile(r"[,;:—–“”„«»\"().。；：「」『』]")


class Beside:
    """The words of a language, or of all, that may stand between a verb of saying and its moment.

    Args:
        language: ISO 639-1; None where it is not known.
    """

    def __init__(self, language: str | None) -> None:
        self._capitals = language not in _WITHOUT_CAPITALS
        self.unspaced = language in {*UNSPACED, "ko"}
        self._occasions = self._words(language, "occasions", "listeners")
        keys = ("articles", "occasion_links", "before_periods", "years", "cue_auxiliaries")
        self._plain = self._words(language, *keys) | frozenset(
            word
            for key in ("offices", "period_parts", "saying_days")
            for word in words_of(language, key)
            if " " not in word
        )
        # where nouns have capitals, an article behind a comma begins a relative clause
        nouns = pack(language) if language is not None else None
        relative = nouns is not None and nouns.phrases("capital_nouns") is not None
        self._relative = self._words(language, "articles") if relative else frozenset[str]()
        self._stops = self._words(language, "day_breaks")
        self._days = self._phrases(language, "saying_days")
        self._periods = self._phrases(language, "before_periods", "period_parts", "other_weeks")
        self._links = self._words(language, "occasion_links")
        self._speaking = re.compile(
            rf"(?:{remark(words_of(language, 'speaking') or {chr(0)})})", re.IGNORECASE
        )
        self._auxiliaries = self._words(language, "cue_auxiliaries")
        self._ands = self._words(language, "and_words")
        self._others = self._words(language, "other_times")

    @staticmethod
    def _words(language: str | None, *keys: str) -> frozenset[str]:
        phrases = (phrase for key in keys for phrase in words_of(language, key))
        return frozenset(word.strip("'’") for phrase in phrases for word in phrase.split())

    @staticmethod
    def _phrases(language: str | None, *keys: str) -> re.Pattern[str]:
        words = frozenset().union(*(words_of(language, key) for key in keys)) | frozenset(WEEKDAYS)
        return re.compile(rf"(?:{remark(words)}),?\s*$", re.IGNORECASE)

    def speaks(self, text: str) -> re.Match[str] | None:
        """The first verb by which a sentence says that somebody spoke."""
        return self._speaking.search(text)

    def is_of_other_times(self, words: str, *, told: bool = False) -> bool:
        """Whether words beside a cue put it into another time, or into several.

        Args:
            words: those before the cue, or around it.
            told: whether a moment is told, so that "had said" is no other one.
        """
        others = self._others - self._auxiliaries if told else self._others
        return any(token.casefold().strip(".") in others for token in _TOKEN.findall(words))

    def names_weekday(self, words: str) -> bool:
        """Whether words name a weekday, of whatever week."""
        return any(token.casefold().strip(".") in WEEKDAYS for token in _TOKEN.findall(words))

    def leads_to(self, words: str, *, bare: bool) -> bool:
        """Whether words lead from a verb of saying, or from the beginning of a clause, to a moment.

        Args:
            words: what stands between.
            bare: whether the moment may stand without a word before it, as days do.
        """
        if self.unspaced:
            return self._is_near(words)
        tail = words.rstrip()
        if tail.endswith(("(", "[")):
            return bare and self._fills(tail[:-1])
        shown = self._days if bare else self._periods
        led = shown.search(words)
        tokens = _TOKEN.findall(words)
        if led is not None:
            return self._fills(words[: led.start()])
        # "said March 4": no other word that takes a moment may stand before it
        free = not tokens or tokens[-1].casefold() not in self._links
        return (bare or tail.endswith(",")) and free and self._fills(words)

    def follows(self, words: str) -> bool:
        """Whether words lead from a moment to a verb of saying, or to the quote."""
        if self.unspaced:
            return self._is_near(words)
        return self._fills(words)

    def _is_near(self, words: str) -> bool:
        """Whether no clause, and no word that takes the moment, stands between, where spaces tell little."""
        rest = words.strip("，、, ")
        if len(rest) > _UNSPACED_REACH or _APART.search(rest):
            return False
        ends = tuple(word[1:] for word in self._stops if word[0] == "*")
        return not any(token.endswith(ends) for token in rest.split() if ends) and not any(
            word in rest for word in self._stops if word[0] != "*"
        )

    def joins(self, words: str) -> bool:
        """Whether words only join two moments: `and on`, `or in`."""
        tokens = [token.casefold() for token in _TOKEN.findall(words)]
        joined = any(token in self._ands for token in tokens)
        return joined and all(token in self._ands | self._plain | self._others | _PAUSES for token in tokens)

    def names_occasion(self, words: str) -> bool:
        """Whether the next words name an occasion: `in a 2023 interview`."""
        return any(self._is_occasion(token.casefold().strip(".")) for token in _TOKEN.findall(words)[:2])

    def _fills(self, words: str) -> bool:
        # without capitals a name is known by its place: behind the verb, or behind "with"
        names = 0 if self._capitals else _NAMES
        before = ""
        for token in _TOKEN.findall(words):
            before, last = token, before
            folded = token.casefold().strip(".")
            if last == "," and folded in self._relative:
                return False
            if token in _PAUSES or folded in self._plain or self._is_occasion(folded):
                names = 0 if self._capitals else _NAMES
            elif folded in WEEKDAYS or (token[0].isupper() and self._capitals):
                continue
            elif names and token[0].isalpha() and token not in self._stops:
                names -= 1
            else:
                return False
        return True

    def _is_occasion(self, token: str) -> bool:
        return any(
            token == word
            or (word.endswith("*") and token.startswith(word[:-1]))
            or (word.startswith("*") and token.endswith(word[1:]))
            for word in self._occasions
        )


@cache
def beside(language: str | None) -> Beside:
    """The words of a language that may stand beside a verb of saying.

    Args:
        language: ISO 639-1; None where it is not known.
    """
    return Beside(language)


def clause_start(text: str, start: int, end: int, holes: Iterable[int]) -> int:
    """Where the clause before a place begins: behind the last mark, or the last of some places."""
    marks = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    return max([start, *marks, *(hole for hole in holes if hole <= end)])
