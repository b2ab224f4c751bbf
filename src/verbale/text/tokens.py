"""The words of a short passage with their letters, offsets and standing, ready to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from verbale.model import Span
from verbale.text.asides import asides, corrected, markup, struck
from verbale.text.marks_of_lists import counting_marks
from verbale.text.signs import put_to, with_signs
from verbale.text.words import fold_word, words

__all__ = ["Tokens", "tokens"]

_BEFORE = 200


@dataclass(frozen=True, eq=False)
class Tokens:
    """Words of `text`: `hashes`, offsets `starts` and `ends`, and whether each is `optional`.

    An optional word is a transcriber's or a printer's: a reader may quote the passage with it or without.
    """

    text: str
    hashes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    optional: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.hashes)

    def printed(self, first: int, last: int) -> str:
        """The text from one word to before another, as it stands, with the signs that are theirs."""
        return self.span(first, last).of(self.text) if last > first else ""

    def folded(self, number: int) -> str:
        """The folded letters of one word."""
        return self.letters[number]

    @cached_property
    def letters(self) -> list[str]:
        """The folded letters of all words, with the signs that are theirs."""
        starts, ends = self.starts.tolist(), self.ends.tolist()
        # an editor's capital in brackets, "[W]e", is part of its word
        letters = [fold_word(self.text[s:e].replace("]", "")) for s, e in zip(starts, ends, strict=True)]
        put_to(letters, self.text, starts, ends)
        return letters

    def span(self, first: int, last: int) -> Span:
        """The place in `text` from one word to before another."""
        if first >= last:
            at = int(self.starts[first]) if first < len(self) else len(self.text)
            return Span(at, at)
        return with_signs(self.text, Span(int(self.starts[first]), int(self.ends[last - 1])))

    def where(self, keep: NDArray[np.bool_]) -> Tokens:
        """The same text with only some of its words."""
        return Tokens(self.text, self.hashes[keep], self.starts[keep], self.ends[keep], self.optional[keep])


def tokens(text: str, span: Span | None = None, holes: Iterable[Span] = ()) -> Tokens:
    """The words of a text, or of a span of it, without markup and struck-out words, stage notes as optional.

    Args:
        text: a text.
        span: the part of it that is wanted.
        holes: stretches of the text whose words are left out.

    >>> found = tokens("We <b>never</b> (laughter) said so.")
    >>> [(found.folded(i), bool(found.optional[i])) for i in range(len(found))]
    [('we', False), ('never', False), ('laughter', True), ('said', False), ('so', False)]
    """
    span = span or Span(0, len(text))
    # a bracket may open before the span and close inside it
    begin, end = max(0, span.start - _BEFORE), min(len(text), span.end + _BEFORE)
    piece = text[begin:end]
    found = words(piece)
    starts, ends = found.starts + begin, found.ends + begin
    keep = (starts >= span.start) & (ends <= span.end)
    optional = np.zeros(len(found), np.bool_)
    for hidden in (*markup(piece), *struck(piece)):
        keep &= (found.ends <= hidden.start) | (found.starts >= hidden.end)
    for hole in holes:
        keep &= (ends <= hole.start) | (starts >= hole.end)
    for aside in (*asides(piece), *corrected(piece), *counting_marks(piece)):
        optional |= (found.starts >= aside.start) & (found.ends <= aside.end)
    return Tokens(text, found.hashes[keep], starts[keep], ends[keep], optional[keep])
