"""Where the words of a selector stand in another version of their text: surely, or not at all.

Words are compared by their folded letters and their capitals, so that new quote marks or dashes move
nothing; where two places would do, neither is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from verbale.model.text import CONTEXT, Selector, Span
from verbale.text.words import fold_word, words

__all__ = ["AMBIGUOUS", "GONE", "Haystack", "Lost"]

GONE, AMBIGUOUS = "gone", "ambiguous"
# So many words in a row are not said twice by chance: their neighbours may have changed on both sides.
ENOUGH = 8

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that could not be found again for sure: `gone`, or `ambiguous`."""

    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class _Sought:
    """Words that are looked for: their hashes, by which they are found, and their letters, which decide."""

    hashes: NDArray[np.uint32]
    letters: Sequence[str]

    @classmethod
    def of(cls, text: str) -> _Sought:
        found = words(text)
        places = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
        # signs that belong to a word may stand outside the words that are looked for
        return cls(found.hashes, [fold_word(text[start:end]) for start, end in places])

    def __len__(self) -> int:
        return len(self.hashes)


class Haystack:
    """A text in which many selectors are looked for.

    >>> later = Haystack("Lee: We said “no”. They said yes.")
    >>> later.find(Selector.at('Lee: We said "no". They said yes, and no.', Span(8, 17)))
    Span(start=8, end=17)
    >>> later.find(Selector("maybe", "They said ", "."))
    Lost(reason='gone')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = words(text)
        self._order = np.argsort(self._words.hashes, kind="stable")
        self._sorted = self._words.hashes[self._order]
        self._spelled: dict[int, str] = {}

    def find(self, selector: Selector) -> Span | Lost:
        """The one place of a selector's words; Lost where it has none, or several that are as good."""
        sought = _Sought.of(selector.exact)
        firsts = self._places(sought) if len(sought) else np.zeros(0, np.int64)
        if not len(firsts):
            return Lost(GONE)
        before, after = _whole_words(selector)
        left = self._match(firsts - len(before), before)
        right = self._match(firsts + len(sought), after)
        for fits in (left & right, left | right):
            if fits.any():
                return self._span(int(firsts[fits][0]), selector) if fits.sum() == 1 else Lost(AMBIGUOUS)
        if len(sought) < ENOUGH:
            return Lost(GONE)
        return self._span(int(firsts[0]), selector) if len(firsts) == 1 else Lost(AMBIGUOUS)

    def _places(self, sought: _Sought) -> Places:
        lows = np.searchsorted(self._sorted, sought.hashes, "left")
        highs = np.searchsorted(self._sorted, sought.hashes, "right")
        rarest = int(np.argmin(highs - lows))
        firsts = np.sort(self._order[lows[rarest] : highs[rarest]]) - rarest
        return np.asarray(firsts[self._match(firsts, sought)])

    def _match(self, firsts: Places, sought: _Sought) -> NDArray[np.bool_]:
        """At which places just these words stand; no words at all stand at the ends of the text only."""
        hashes = self._words.hashes
        if not len(sought):
            return np.asarray((firsts == 0) | (firsts == len(hashes)))
        fits = (firsts >= 0) & (firsts + len(sought) <= len(hashes))
        for offset, word in enumerate(sought.hashes):
            at = np.flatnonzero(fits)
            if not len(at):
                break
            fits[at] = hashes[firsts[at] + offset] == word
        for number in np.flatnonzero(fits).tolist():
            # two words of one hash are rare, but people's decisions must never move to other words
            fits[number] = self._has(int(firsts[number]), sought.letters)
        return fits

    def _has(self, first: int, letters: Sequence[str]) -> bool:
        return all(self._folded(first + offset) == word for offset, word in enumerate(letters))

    def _folded(self, number: int) -> str:
        if number not in self._spelled:
            start, end = int(self._words.starts[number]), int(self._words.ends[number])
            self._spelled[number] = fold_word(self.text[start:end])
        return self._spelled[number]

    def _span(self, first: int, selector: Selector) -> Span | Lost:
        found, count = self._words, len(words(selector.exact))
        span = Span(int(found.starts[first]), int(found.ends[first + count - 1]))
        # a capital counts, for "every crew" after a new "Nearly" is not "Every crew"
        if _capitals(span.of(self.text)) != _capitals(selector.exact):
            return Lost(GONE)
        return self._with_marks(span, selector.exact)

    def _with_marks(self, span: Span, exact: str) -> Span:
        """The span with the marks that stood at the ends of the selector's words, where they still do."""
        own = words(exact)
        start, end = span.start, span.end
        for _ in range(int(own.starts[0])):
            start -= start > 0 and _is_mark(self.text[start - 1])
        for _ in range(len(exact) - int(own.ends[-1])):
            end += end < len(self.text) and _is_mark(self.text[end])
        return Span(start, end)


def _is_mark(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()


def _capitals(text: str) -> list[bool]:
    return [text[start].isupper() for start in words(text).starts]


def _whole_words(selector: Selector) -> tuple[_Sought, _Sought]:
    """The words before and after, without those that the end of the context cut through."""
    before, after = _Sought.of(selector.prefix), _Sought.of(selector.suffix)
    if len(selector.prefix) >= CONTEXT and len(before) > 1:
        before = _Sought(before.hashes[1:], before.letters[1:])
    if len(selector.suffix) >= CONTEXT and len(after) > 1:
        after = _Sought(after.hashes[:-1], after.letters[:-1])
    return before, after
