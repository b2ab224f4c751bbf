"""What is no label: words that run as a sentence does, with pronouns and verbs, and the names of values."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from itertools import takewhile

from verbale.model.document import Reading
from verbale.parse.metadata.language import language_of
from verbale.text.packs import listed_pairs, listed_words, pack
from verbale.text.patterns import pattern

__all__ = ["VALUE", "WORD", "Sentences", "names_under"]

_SENTENCES = ("small_words", "persons_i", "persons_we", "persons_you", "persons_it", "persons_they")
_AUXILIARIES = ("presents", "pasts")
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
# `Votes given: 171`: a number and no words stand behind a mark
VALUE = pattern(r"[^\S\n]*\d[\d.,%\s]*(?:\n|\Z)")
_ORDINALS = frozenset(listed_pairs("ordinals"))
_ARTICLES = listed_words("label_articles")
_MOST_WORDS = 12
_TWO_LINES = 240
_PARTICLES = listed_words("family_particles") | listed_words("particles")
_NO_NAME = frozenset(':;,!?…“”"«»')
WORD = pattern(r"[^\W\d_][\w'’\-‑.]*")


def names_under(text: str, words: int) -> int:
    r"""How many of the first two lines under a label could be a name and nothing else: a list has two.

    Args:
        text: The text.
        words: Where what stands behind the label begins.

    >>> names_under("Quay Party:\n\nAda Holm\n\nIvo van der Tarn", 11)
    2
    """
    lines = [line for line in text[words : words + _TWO_LINES].split("\n") if line.strip()][:2]
    return len(list(takewhile(_could_be_name, lines)))


def _could_be_name(line: str) -> bool:
    words = line.strip().rstrip(".;,").split()
    small = [word for word in words[1:-1] if word[0].islower()]
    return (
        1 < len(words) <= 6
        and all(words[end][0].isupper() for end in (0, -1))
        and all(len(word) < 3 or word in _PARTICLES for word in small)
        and _NO_NAME.isdisjoint(line.strip()[:-1] + line.strip()[-1:].strip(".;,"))
    )


class Sentences:
    """What sentences of a text's language are made of.

    >>> sentences = Sentences(Reading(name="a.txt", sha256="", reader="text/1", text="", language="en"))
    >>> sentences.has(["What", "we", "need"]), sentences.has(["Ada", "Holm"])
    (True, False)
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def runs_in(self, label: str) -> bool:
        """Whether the words of a label are no name or office.

        Args:
            label: It, without remarks.
        """
        return self.has(WORD.findall(label))

    def has(self, words: Sequence[str]) -> bool:
        """Whether words are no name or office: they are too many, or have a word that only sentences have.

        Args:
            words: The words of a label, as printed.
        """
        if not 0 < len(words) <= _MOST_WORDS:
            return True
        first = words[0].casefold().replace("’", "'")
        return first in self._small or any(word in self._small for word in words)

    def may_name(self, words: Sequence[str]) -> bool:
        """Whether words that have small ones among them may be a name all the same: "Ada at the Quay".

        Args:
            words: The words of a label, as printed.
        """
        outer = len(words) <= _MOST_WORDS and words[0][:1].isupper() and words[-1][:1].isupper()
        return outer and not self.speaks(words)

    def speaks(self, words: Sequence[str]) -> bool:
        """Whether a pronoun or an auxiliary verb is among some words, or they open as sentences do.

        Args:
            words: The words of a label, as printed.
        """
        keys = [word.casefold().replace("’", "'") for word in words]
        return bool(keys) and (keys[0] in self._small or not self._spoken.isdisjoint(keys))

    def counts(self, words: Sequence[str]) -> bool:
        """Whether words count what somebody says, so that they are his own: `First:`, `La primera:`.

        Args:
            words: The words of a label, in small letters.
        """
        return not self._counted.isdisjoint(words) and self._counted.union(_ARTICLES).issuperset(words)

    @cached_property
    def _counted(self) -> frozenset[str]:
        return _that_count(self._language)

    @cached_property
    def _spoken(self) -> frozenset[str]:
        return _of_speech(self._language)

    @cached_property
    def _small(self) -> frozenset[str]:
        return _of_sentences(self._language)

    @cached_property
    def _language(self) -> str | None:
        return self._reading.language or language_of(self._reading.text, 0)


@cache
def _that_count(language: str | None) -> frozenset[str]:
    """Words that count, of one language or of all."""
    # "Premier" leads an English country, and is the first in a French list
    if (known := pack(language or "")) is None:
        return _ORDINALS
    told = known.phrases("quantities") if "quantities" in known.lists else listed_words("quantities")
    return _ORDINALS.union(told or ())


@cache
def _of_speech(language: str | None) -> frozenset[str]:
    """Pronouns of all languages, and the auxiliary verbs of one or of all."""
    persons = frozenset().union(*(listed_words(key) for key in _SENTENCES if key.startswith("persons")))
    known = pack(language or "")
    forms = (known.phrases(key) or () for key in _AUXILIARIES) if known else map(listed_words, _AUXILIARIES)
    return persons.union(form for words in forms for each in words for form in each.split("/"))


@cache
def _of_sentences(language: str | None) -> frozenset[str]:
    """Words that sentences of one language or of all have, and labels have not."""
    known = pack(language or "")
    sentences = (frozenset(known.phrases(key) or ()) if known else listed_words(key) for key in _SENTENCES)
    # what a language's labels are made of is known of those that have such a list
    labels = (known.phrases(key) if known and key in known.lists else listed_words(key) for key in _IN_LABELS)
    return frozenset().union(*sentences).difference(*(words or () for words in labels))
