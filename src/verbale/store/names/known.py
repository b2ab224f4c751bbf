"""What has to be known of names and offices to tell who is whom: asked by words, or gathered in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from verbale.model.people import Office
from verbale.text.names import key_words

__all__ = ["Decided", "Gathered", "Held", "Known", "KnownOffices", "Told"]

Words = frozenset[str]
# Two names, and whether a person said "same" or "apart" of them.
Decided = tuple[str, str, str]
# A person of the user's table, with an office.
Held = tuple[str, Office]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the user's own table says of one person."""

    name: str
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    languages: tuple[str, ...] = ()


class Known(Protocol):
    """Answers by the words of names, as `key_words` gives them: what is given has all of them."""

    def printed(self, words: Words) -> Iterable[str]:
        """The names that texts print; all of them where no words are asked for."""

    def listed(self, words: Words) -> Iterable[str]:
        """The names that texts print, and those of the user's table."""

    def aliases(self, words: Words) -> Iterable[tuple[str, str]]:
        """Names of the user's table, each with another name of the same person; one of them has the words."""

    def languages(self, words: Words) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Names of the user's table with the languages that it gives them."""

    def decisions(self) -> Sequence[Decided]:
        """What people decided of two names, in the order of deciding."""


class KnownOffices(Protocol):
    """Answers by the words of offices, as `office_words` gives them: what is given has all of them."""

    def offices(self, words: Words) -> Iterable[Held]:
        """Who held such an office, by the user's table."""

    def titles(self, words: Words) -> Iterable[tuple[str, str, str]]:
        """Such titles as texts print them: the day in ISO 8601, whose title it is, the title."""


class Gathered:
    """Everything at once, for questions about all names; `pairs` are the aliases, `names` all the names.

    Args:
        printed: The names that texts print.
        listed: Those of the user's table.
        aliases: Names of the table, each with another name of the same person.
        languages: Names of the table with their languages.
        decisions: What people decided.
    """

    def __init__(
        self,
        printed: Iterable[str],
        *,
        listed: Iterable[str] = (),
        aliases: Iterable[tuple[str, str]] = (),
        languages: Mapping[str, tuple[str, ...]] | None = None,
        decisions: Sequence[Decided] = (),
    ) -> None:
        self._printed = frozenset(printed)
        self.pairs = tuple(aliases)
        self._languages = languages or {}
        self._decisions = decisions
        self.names = tuple(sorted(self._printed.union(listed)))
        self._words: dict[str, Words] = {}
        self._by_word: dict[str, list[str]] = {}
        self._related: dict[str, list[tuple[str, str]]] = {}
        for name in {*self.names, *(name for pair in self.pairs for name in pair)}:
            self._words[name] = key_words(name)
        for name in self.names:
            for word in self._words[name]:
                self._by_word.setdefault(word, []).append(name)
        for pair in self.pairs:
            for word in self._words[pair[0]] | self._words[pair[1]]:
                self._related.setdefault(word, []).append(pair)

    def printed(self, words: Words) -> Iterable[str]:
        """The names that texts print."""
        return [name for name in self.listed(words) if name in self._printed]

    def listed(self, words: Words) -> Iterable[str]:
        """The names that texts print, and those of the user's table."""
        if not words:
            return self.names
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        return [name for name in rarest if words <= self._words[name]]

    def aliases(self, words: Words) -> Iterable[tuple[str, str]]:
        """Names of the user's table, each with another name of the same person."""
        near = self._related.get(min(words), ())
        return [pair for pair in near if any(words <= self._words[name] for name in pair)]

    def languages(self, words: Words) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Names of the user's table with the languages that it gives them."""
        if not self._languages:
            return ()
        return [(name, self._languages[name]) for name in self.listed(words) if name in self._languages]

    def decisions(self) -> Sequence[Decided]:
        """What people decided of two names."""
        return self._decisions
