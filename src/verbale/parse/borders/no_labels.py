"""Whether words run as those of a sentence do: with pronouns and verbs that no label has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from verbale.model.document import Reading
from verbale.parse.metadata.language import language_of
from verbale.text.packs import listed_words, pack

__all__ = ["Sentences"]

_SENTENCES = ("small_words", "persons_i", "persons_we", "persons_you", "persons_it", "persons_they")
_IN_LABELS = (
    "particles",
    "joints",
    "titles",
    "somebodies",
    "members",
    "people",
    "questioners",
    "chairs",
    "label_articles",
)
_MOST_WORDS = 12


class Sentences:
    """What sentences of a text's language are made of.

    >>> sentences = Sentences(Reading(name="a.txt", sha256="", reader="text/1", text="", language="en"))
    >>> sentences.has(["What", "we", "need"]), sentences.has(["Ada", "Holm"])
    (True, False)
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def has(self, words: Sequence[str]) -> bool:
        """Whether words are no name or office: they are too many, or have a word that only sentences have.

        Args:
            words: The words of a label, as printed.
        """
        if not 0 < len(words) <= _MOST_WORDS:
            return True
        first = words[0].casefold().replace("’", "'")
        return first in self._small or any(word in self._small for word in words)

    @cached_property
    def _small(self) -> frozenset[str]:
        known = pack(self._reading.language or language_of(self._reading.text, 0) or "")
        if known is None:
            lists = [listed_words(key) for key in (*_SENTENCES, *_IN_LABELS)]
        else:
            lists = [frozenset(known.phrases(key) or ()) for key in (*_SENTENCES, *_IN_LABELS)]
        sentences, labels = lists[: len(_SENTENCES)], lists[len(_SENTENCES) :]
        return frozenset().union(*sentences).difference(*labels)
