"""Words that somebody said whom no name tells: `Mein Nachbar hat mir gesagt: "…"`."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model.text import Span
from verbale.quote.attribution.neighbours import Attribution, How
from verbale.text.lexicon import Lexicon, Words
from verbale.text.patterns import pattern

__all__ = ["by_somebody"]

_COLON = pattern(r"[\s*_]*[:：][\s\u200b-\u200f*_]*")
_OWN = ("persons_i", "persons_we")
# With these a subject begins that is not the one who speaks: "mein Nachbar", "der Minister".
_OPENS = ("articles", "definite_articles", *_OWN)


def by_somebody(
    text: str, words: Words, start: int, known: Lexicon, cues: Sequence[tuple[int, int]]
) -> Attribution | None:
    """The attribution to somebody without a name, before a colon; None where the one who speaks said it.

    Args:
        text: The text.
        words: The words of the sentence before the marks.
        start: Where the opening mark stands.
        known: The words of the text's language.
        cues: The first and the last word of each verb of saying among the words.

    >>> from verbale.text.lexicon import lexicon
    >>> text, german = "Mein Nachbar hat gesagt: „Nie.“", lexicon("de")
    >>> by_somebody(text, german.read(text[:25]), 25, german, [(3, 4)]).cue.of(text)
    'gesagt'
    """
    if not cues or _COLON.fullmatch(text, words.ends[-1], start) is None:
        return None
    opens = any(place.first == 0 for place in known.places(words, *_OPENS))
    if not opens or _speaks_of_himself(words, known):
        return None
    first, last = cues[-1]
    return Attribution(How.BEFORE, Span(words.starts[first], words.ends[last - 1]))


def _speaks_of_himself(words: Words, known: Lexicon) -> bool:
    """Whether "I" or "we" is among some words, as a subject: each list has that form first."""
    own = [each for key in _OWN for n, each in enumerate(known.entries(key)[:2]) if not n or each[-1] == "*"]
    starts = tuple(each.rstrip("*") if each[-1] == "*" else f"{each}'" for each in own)
    return any(word in own or word.startswith(starts) for word in words.words) if own else False
