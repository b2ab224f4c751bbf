"""With whose words a document of the record is read, and whether they are surely those of a passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from verbale.model import Span
from verbale.store import Store
from verbale.text.lexicon import Lexicon, lexicon, lexicons_for
from verbale.text.packs import small_words

__all__ = ["Languages"]

# What must be known of a language before a quote in it is called faithful without a doubt.
_NEEDED = ("negations", "negating_phrases", "governing", "conditions")
# The words by which it is known again: those of any text, whatever it speaks of.
_TELLING = (
    "small_words", "articles", "and_words", "that_words", "negations", "conditions", "contrasts",
    "cue_adverbs", "persons_i", "persons_we", "persons_you", "persons_he", "persons_she", "persons_it",
    "persons_they", "modals_will", "modals_would", "modals_may", "modals_can", "modals_should",
    "modals_must", "presents", "pasts", "governing", "cues",
)  # fmt: skip
# How far around a passage its language is looked for, in code points: in any text, in its own speech.
_AROUND, _IN_SPEECH = 500, 150
# Chance puts a few words of every language into any text. Of the words around, names apart, one in so many
# must be the language's, and so many for each that another language has and it has not: of the language
# that most of the record is in, and of any other.
_OF_MAIN, _OF_ANY = (10, 3), (5, 6)
# A speech of so many words, none of them the language's, is in another; so is one that has so many of
# another's, and more than of its own.
_NONE, _ANOTHERS = 6, 3
# Small words alone, one in so many, are enough where no other language has half as many.
_PLAINLY = 6


class Languages:
    """The words of the languages of one record's documents.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._main: tuple[int, str | None] | None = None

    def lexicons(self, document: str) -> tuple[Lexicon, ...]:
        """The words of a document's language, or of those it may be in; none where they are not known.

        Args:
            document: its id.
        """
        language = self._told(document)
        if language is not None:
            return lexicons_for(language, None, "", *_NEEDED)
        return lexicons_for(None, self._main_language(), self.store.text(document), *_NEEDED)

    def spoken(self, document: str, span: Span) -> tuple[Lexicon, ...]:
        """The words of the language that a passage is in; none where it is not sure which that is.

        Args:
            document: its id.
            span: the passage.
        """
        known = self.lexicons(document)
        if self._told(document) is None:
            text = self.store.text(document)
            known = self._spoken_for(text[max(0, span.start - _AROUND) : span.end + _AROUND])
        return known if len(known) == 1 else ()

    def reads(self, document: str, span: Span, floor: Span) -> bool:
        """Whether a passage is surely in a language whose words are known: unknown is never green.

        The language of a text may not be told, or be that of its greater part; so the words around the
        passage must not speak for another, and where nothing is told they must speak for one.

        Args:
            document: its id.
            span: the passage.
            floor: the span of what its speaker says.
        """
        text = self.store.text(document)
        known = self.lexicons(document)
        if self._told(document) is None:
            known = self._spoken_for(text[max(0, span.start - _AROUND) : span.end + _AROUND])
        speech = text[max(span.start - _IN_SPEECH, floor.start) : min(span.end + _IN_SPEECH, floor.end)]
        return any(not _is_foreign(speech, each) for each in known)

    def _spoken_for(self, around: str) -> tuple[Lexicon, ...]:
        """The languages for which the words of a text speak."""
        code = self._main_language()
        main = lexicon(code) if code is not None else None
        if code is not None and (main is None or not main.has(*_NEEDED)):
            return ()
        if main is not None and _speaks_for(around, main, *_OF_MAIN):
            return (main,)
        candidates = lexicons_for(None, code, around, *_NEEDED)
        return tuple(each for each in candidates if _speaks_for(around, each, *_OF_ANY))

    def _told(self, document: str) -> str | None:
        info = self.store.info(document)
        return info.language if info is not None else None

    def _main_language(self) -> str | None:
        """The language that most of the record's documents are in; None where none of them tells."""
        generation = self.store.generation
        if self._main is None or self._main[0] != generation:
            found = Counter(info.language for info in self.store.documents() if info.language is not None)
            self._main = (generation, found.most_common(1)[0][0] if found else None)
        return self._main[1]


class _Count(NamedTuple):
    """How many words of a text are a language's, of how many, and for each other how many are theirs alone.

    `small` gives the languages of each small word that is among the language's own.
    """

    own: int
    words: int
    theirs: Counter[str]
    small: Sequence[Sequence[str]]


def _counted(text: str, known: Lexicon, *keys: str) -> _Count:
    words = known.words(text)
    own = known.covered(words, *keys)
    table = small_words()
    theirs: list[Sequence[str]] = []
    small: list[Sequence[str]] = []
    for number, word in enumerate(words):
        if (having := table.get(word)) is not None:
            (small if number in own else theirs).append(having)
    return _Count(len(own), len(words) - _names(text), Counter(chain.from_iterable(theirs)), small)


@lru_cache(maxsize=8)
def _names(text: str) -> int:
    return sum(word[0].isupper() for word in text.split())


def _speaks_for(text: str, known: Lexicon, one_in: int, for_each: int) -> bool:
    """Whether the words of a text are a language's, and hardly any of them another's alone."""
    count = _counted(text, known, *_TELLING)
    worst = max(count.theirs.values(), default=0)
    return 0 < count.own * one_in >= count.words and worst * for_each <= count.own


def _is_foreign(speech: str, known: Lexicon) -> bool:
    """Whether the words of a speech are rather another language's."""
    if not known.has("small_words"):
        return False  # nothing tells
    count = _counted(speech, known, "small_words")
    if count.own * _PLAINLY >= count.words and max(count.theirs.values(), default=0) * 2 <= count.own:
        return False
    count = _counted(speech, known, *_TELLING)
    if count.own == 0 and count.words >= _NONE:
        return True
    shared = Counter(chain.from_iterable(count.small))
    return any(
        theirs >= _ANOTHERS and theirs > count.own - shared[language]
        for language, theirs in count.theirs.items()
    )
