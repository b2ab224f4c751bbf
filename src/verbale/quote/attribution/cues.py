"""The words that attribute speech, and what each of them tells about its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from verbale.text.packs import listed_words, pack, written_in
from verbale.text.patterns import either, pattern

__all__ = ["ADVERBS", "CUE", "Manner", "is_english", "manner"]


class Manner(StrEnum):
    """How a cue stands to its speaker and its words."""

    SAY = "say"  # "Marr said", "said Marr"
    ING = "ing"  # "..., saying": the speaker is the subject of the clause before
    LABEL = "label"  # "called it": the words are a name for something
    WEAK = "weak"  # also an everyday verb: a cue only beside the mark
    BY = "by"  # "according to Marr", "in the words of Marr"


# The languages whose words the patterns of this room know; a cue of several manners has the last one given.
_LANGUAGES = ("en", "es", "de", "fr", "ru")
_LISTS = (
    ("cues_weak", Manner.WEAK),
    ("cues_label", Manner.LABEL),
    ("cues_participle", Manner.ING),
    ("cues", Manner.SAY),
    ("cues_by", Manner.BY),
)


def _manners() -> Iterator[tuple[str, Manner]]:
    known = [found for code in _LANGUAGES if (found := pack(code)) is not None]
    for key, how in _LISTS:
        for each in known:
            ambiguous = each.phrases("ambiguous_cues") or ()
            yield from ((word, how) for word in each.phrases(key) or () if word not in ambiguous)


_MANNERS = dict(_manners())
_ENGLISH = {word.casefold() for key, _ in _LISTS for word in written_in("en", key)}


class _Branch(dict[str, "_Branch"]):
    """Cues with a common beginning, by what follows it; "" ends a cue."""

    def add(self, word: str, *, capitals: bool) -> None:
        """Adds a word, in whose parts the first letters may be capitals."""
        branch = self
        for place, letter in enumerate(word):
            first = capitals and (place == 0 or word[place - 1] == " ")
            atom = {" ": r"\s+", "'": "['’]"}.get(letter, letter)
            branch = branch.setdefault(f"[{letter.upper()}{letter}]" if first else atom, _Branch())
        branch.setdefault("", _Branch())

    def pattern(self) -> str:
        """The longest cue first, so that each place is done with after a look or two."""
        parts = [atom + branch.pattern() for atom, branch in self.items() if atom]
        if "" not in self and len(parts) == 1:
            # most letters have one after them, and a group for each would take as long again to compile
            return parts[0]
        return (f"(?:{'|'.join(parts)})" + ("?" if "" in self else "")) if parts else ""


def _any() -> str:
    root = _Branch()
    for word, how in _MANNERS.items():
        # German nouns have a capital in the midst of a phrase too
        root.add(word, capitals=how is Manner.BY)
    return root.pattern()


# "dit-il" and "a-t-elle déclaré" are cues with their pronoun; other hyphens join compounds.
CUE = pattern(r"(?<![\w’'-])" + _any() + r"(?:-(?:t-)?(?:ils?|elles?|on)(?!\w)|(?![\w’'])(?!-\w))")

ADVERBS = (
    rf"(?:\w+ly|{either(listed_words('adverbs_beside'))}|(?:on|late|early|last|this)\s+(?:\w+day(?:\s+(?:night|morning|afternoon|"
    r"evening))?|week|month|year|night|morning|afternoon|evening)|\w+day(?:\s+(?:night|morning|afternoon|evening))?|in\s+(?:\d{4}|January|February|"
    r"March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?)"
)


def is_english(cue: str) -> bool:
    """Whether a cue is one of English, whose grammar the patterns of this room know.

    Args:
        cue: The words that `CUE` matched, or that begin with such.

    >>> is_english("According to"), is_english("quoted Tor Vik as saying"), is_english("sagte")
    (True, True, False)
    """
    words = _plain(cue).lower()
    return words in _ENGLISH or words.partition(" ")[0] in _ENGLISH


def _plain(cue: str) -> str:
    return " ".join(cue.split()).replace("’", "'")


def manner(cue: str) -> Manner:
    """How a cue stands to its speaker.

    Args:
        cue: The words that `CUE` matched.

    >>> manner("said"), manner("adding"), manner("According to")
    (<Manner.SAY: 'say'>, <Manner.ING: 'ing'>, <Manner.BY: 'by'>)
    """
    words = _plain(cue)
    return _MANNERS.get(words) or _MANNERS.get(words.lower()) or Manner.SAY
