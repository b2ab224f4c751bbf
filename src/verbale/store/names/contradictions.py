"""Rows of a table of speakers that would make one person of two, and are therefore refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from verbale.model.speaker_table import SpeakerRow
from verbale.store.names.identity import identify
from verbale.store.names.known import Told
from verbale.store.names.likeness import closeness, sound
from verbale.text.name_words import PARTICLES
from verbale.text.names import is_office, words_of_name
from verbale.text.one_person import same_person

__all__ = ["contradictions"]

_ONE_NAME = "give all rows of one person one name"

Words = tuple[str, ...]


def contradictions(
    table: Sequence[SpeakerRow], told: Mapping[str, Told], speaks: Callable[[str], bool]
) -> dict[str, str]:
    """Why rows of a table are refused, by their places.

    An alias that is somebody else's name or alias, in the table, in an earlier one or by who speaks in
    the record, would give one person's words to another; so would a Wikidata id of two names.

    Args:
        table: The rows, in their order.
        told: What an earlier table said, by the ids of speakers.
        speaks: Whether a speaker of an id has words of their own in the record.

    >>> rows = [SpeakerRow(place="row 2", name="Ana Ruiz", aliases=("Ivo Tarn",))]
    >>> list(contradictions(rows, {}, lambda id_: True)), contradictions(rows, {}, lambda id_: False)
    (['row 2'], {})
    """
    known = _Known(table, told, speaks)
    return {row.place: reason for row in table if (reason := known.against(row)) is not None}


class _Known:
    """Whose the names, aliases and ids are, as far as it is known at a row."""

    def __init__(
        self, table: Sequence[SpeakerRow], told: Mapping[str, Told], speaks: Callable[[str], bool]
    ) -> None:
        self._speaks = speaks
        self._names = {identify(row.name): row.name for row in table}
        self._aliases: dict[Words, str] = {}
        self._items: dict[str, str] = {}
        here = frozenset(self._names)
        for id_, before in told.items():
            # what an earlier table said of a name of this one is about to be replaced
            if id_ not in here:
                self._names[id_] = before.name
                self._aliases |= {words_of_name(alias): id_ for alias in before.aliases}
                if before.wikidata:
                    self._items[before.wikidata] = id_
        self._by_word: dict[str, list[str]] = {}
        for id_, name in self._names.items():
            for word in set(words_of_name(name)):
                self._by_word.setdefault(word, []).append(id_)

    def against(self, row: SpeakerRow) -> str | None:
        """Why a row is refused, None where nothing speaks against it."""
        own = identify(row.name)
        # a refused row speaks against the next one too: nobody knows whose id it is
        owner = self._items.setdefault(row.wikidata, own) if row.wikidata else own
        for alias in row.aliases:
            if (reason := self._against_alias(own, row.name, alias)) is not None:
                return f"{row.place}: {reason}"
        if owner != own:
            return (
                f"{row.place}: {row.wikidata} is the Wikidata id of {self._names[owner]} already, and cannot "
                f"be that of {row.name} too; correct the id, or {_ONE_NAME}."
            )
        return None

    def _against_alias(self, own: str, name: str, alias: str) -> str | None:
        id_, words = identify(alias), words_of_name(alias)
        if id_ == own:
            return None
        named = id_ if id_ in self._names else self._meant(own, name, alias, words)
        owner = named or self._aliases.setdefault(words, own)
        if owner != own:
            whose = "is a name of its own" if named == id_ else f"means {self._names[owner]} too"
            return f"{alias} {whose}, and cannot be an alias of {name}; take it out, or {_ONE_NAME}."
        is_other = len(words) > 1 and not is_office(alias) and not _may_be_one(words, words_of_name(name))
        if is_other and self._speaks(id_):
            return (
                f"{alias} speaks in the record as somebody else, and cannot be an alias of {name}; "
                "take the alias out."
            )
        return None

    def _meant(self, own: str, name: str, alias: str, words: Iterable[str]) -> str | None:
        """Somebody else whom an alias means by its words, where they are not the name's own."""
        if same_person(alias, name):
            return None
        others = dict.fromkeys(id_ for word in words for id_ in self._by_word.get(word, ()))
        return next((id_ for id_ in others if id_ != own and same_person(alias, self._names[id_])), None)


def _may_be_one(one: Words, other: Words) -> bool:
    """Whether two names share a word as it sounds, or are of writings that cannot be compared."""
    a, b = _parts(one), _parts(other)
    if not all(sound(word).isascii() for word in a + b):
        return True
    return any(closeness(x, y) for x in a for y in b)


def _parts(words: Words) -> list[str]:
    parts = (part for word in words for part in word.replace("‐", "-").split("-"))
    return [part for part in parts if len(part) > 2 and part not in PARTICLES]
