"""What a document says of its people outside its labels: title, head, names addressed in the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from verbale.model.document import Reading
from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.people.initials import explained
from verbale.text.folded import Folded
from verbale.text.name_parts import COMBINING
from verbale.text.names import words_of_name
from verbale.text.packs import packs

__all__ = ["Knowledge"]

_WORD = re.compile(rf"[^\W\d_]+(?:[{COMBINING}]+[^\W\d_]*|['’\-‑][^\W\d_]+)*")
# the mark before the title is part of it: most places of a text are left at the first step
_HONOURED = re.compile(
    rf"\W(?:{'|'.join(word for each in packs() for word in each.written('named_after'))})\b\.?\s+"
    r"((?:[^\W\d_][\w'’\-]+\s+){0,2}[^\W\d_][\w'’\-]+)"
)
_HEAD = 1500


class Knowledge:
    """What else a document says of its people: title, main speaker, names addressed in the text."""

    def __init__(self, reading: Reading, speaker: str | None) -> None:
        self.text = reading.text
        self.folded = Folded(reading.text)
        self.title = (reading.title or "").strip()
        self._named = (speaker, reading.speaker, reading.title, reading.author)

    @cached_property
    def words(self) -> frozenset[str]:
        """Casefolded words of the title and of the names that the format gives."""
        return frozenset(
            word.casefold()
            for name in self._named
            if name
            for word in _WORD.findall(name)
            if word[0].isupper() or not word[0].islower()
        )

    @cached_property
    def head(self) -> frozenset[str]:
        """Casefolded capitalised words of the first lines, those of their labels left out."""
        lines = self.text[:_HEAD].split("\n")
        matter = (line.rpartition(":")[2] if line.find(":") < 60 else line for line in lines)
        return frozenset(
            word.casefold() for line in matter for word in _WORD.findall(line) if not word[0].islower()
        )

    @cached_property
    def initials(self) -> Mapping[str, str]:
        """The names that the head gives for initials in capitals."""
        return explained(self.text)

    @cached_property
    def addressed(self) -> frozenset[str]:
        """Casefolded words that follow "Mr", "Minister" and their like anywhere."""
        return frozenset(
            word.casefold()
            for m in _HONOURED.finditer(f" {self.text}")
            for word in m[1].split()
            if word[0].isupper()
        )

    @cached_property
    def lower(self) -> frozenset[str]:
        """Words that the text has in lower case: those are no names."""
        return frozenset(word.strip(',.;:!?"“”’)(') for word in set(self.text.split()) if word[0].islower())

    def knows(self, made: Anatomy, *, loosely: bool = False) -> bool:
        """Whether the title or the given names have all words of a label's name."""
        words = words_of_name(made.name)
        if not words:
            return False
        if all(word in self.words for word in words):
            return True
        return loosely and (words[-1] in self.addressed or all(word in self.head for word in words))

    def mentions(self, made: Anatomy) -> bool:
        """Whether the text has a label's surname elsewhere, and none of its words in lower case."""
        words = words_of_name(made.name)
        family = made.name.split()[-1]
        return (
            bool(words)
            and not any(word in self.lower for word in words if len(word) > 1)
            and len(re.findall(rf"\b{re.escape(family)}\b", self.text)) > 1
        )

    def is_common(self, made: Anatomy) -> bool:
        """Whether the label's first word is an ordinary word of this text."""
        words = [word for word in words_of_name(made.name) if len(word) > 1]
        if made.casing == "caseless" or not words:
            return False
        return words[0] in self.lower
