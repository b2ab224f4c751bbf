"""A turn before its role is known."""

from __future__ import annotations

from typing import NamedTuple

from verbale.parse.labels.label_words import CHAIRS, HOSTS, INCIDENTS
from verbale.parse.labels.tails import ADDRESS

__all__ = ["Part"]


class Part(NamedTuple):
    """A turn before its role is known.

    `who` is the speaker's name, or the label where there is no name; `unnamed` says that the label
    is a questioner's without a name, `answering` that it is an answerer's ("A:"). `function` is what a
    profile says that the speaker does; it overrules the words of the label. `unsure` says that the label
    cannot be read: such a part neither asks nor answers, and what was asked before it is open no longer.
    """

    start: int
    end: int
    key: str
    who: str
    unnamed: bool = False
    asking_label: bool = False
    answering: bool = False
    replayed: bool = False
    function: str | None = None
    unsure: bool = False

    @property
    def chairs(self) -> bool:
        """Whether the label is of one who leads."""
        if self.function:
            return self.function == "chair"
        honorific, _, office = self.key.partition(" ")
        return self.key in CHAIRS or (honorific in ADDRESS and office in CHAIRS)

    @property
    def hosts(self) -> bool:
        """Whether the label is of one who asks on a programme."""
        return self.function == "host" if self.function else self.key in HOSTS

    @property
    def is_incident(self) -> bool:
        """Whether the label is nobody's: applause, laughter, music."""
        return self.function == "incident" if self.function else self.key in INCIDENTS
