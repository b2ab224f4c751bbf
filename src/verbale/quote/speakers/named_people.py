"""The people whom a text names, with the offices it gives them: to know later who "Marr" or "she" is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from verbale.quote.attribution.shapes import INSIDE_NAMES, NO_NAME, WORD
from verbale.quote.speakers.given_titles import Title, apposed_title, title_before, title_of
from verbale.quote.speakers.office_words import MEN, WOMEN, is_body, split, without_owner
from verbale.text.gazetteer import place_of
from verbale.text.names import bare, is_generic, is_office, surname
from verbale.text.one_person import same_person
from verbale.text.patterns import pattern

__all__ = ["Naming", "People", "Person"]

_LINK = f"(?:{INSIDE_NAMES})"
# the line above, a heading or a dateline, is no part of a name
_RUN = pattern(
    rf"{WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0]+){{0,2}}(?:of[ \u00a0]+|for[ \u00a0]+)?{WORD}){{0,9}}"
)
_DESCRIBED = pattern(r",\s+(?P<what>[^,.;:()\n]{3,90})(?=[,.;:()\n]|\Z)")
_POSSESSED = pattern(r"['’]s?\Z")
# "in Selden", "Skarvik, Nambara"; "her deputy, Ivo Tarn" is no place, nor is "the mayor of Velland, Ana Ruiz"
_PLACE = pattern(
    r"(?:\b[Ii]n|\b[Aa]t|\b[Nn]ear|\b(?:across|around|inside|outside|throughout|towards?)|[A-Z][\w’'-]*,)\s\Z"
)


class Naming(NamedTuple):
    """Where somebody is named, and how: `owner` is "Marr's"."""

    place: int
    name: str
    owner: bool
    end: int


@dataclass(slots=True)
class Person:
    """One person of the text: the printings of the name, and the titles, each by its words."""

    names: Counter[str] = field(default_factory=Counter)
    first: int = 0
    titles: set[Title] = field(default_factory=set)
    known: str | None = None
    told: set[str] = field(default_factory=set)

    def give(self, printed: str) -> None:
        """Notes a title before or behind the name."""
        if (title := title_of(printed)).words:
            self.titles.add(title)

    def may_hold(self, asked: Title) -> bool:
        """Whether an office may be this person's: the text gives none of its own, or one that it may be."""
        held = [title for title in self.titles if title.office and title.is_held]
        return not asked.office or not held or any(title.may_go_with(asked) for title in held)

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of the titles has one of some words."""
        return any(not title.words.isdisjoint(words) for title in self.titles)

    @property
    def name(self) -> str:
        """The full name: the document's own where it has one, else the most frequent, shortest printing."""
        return self.known or min(self.names, key=lambda name: (-self.names[name], len(name), name))

    @property
    def gender(self) -> str:
        """Either "f" or "m", or nothing where neither a title nor a pronoun says."""
        if self.has(WOMEN):
            return "f"
        return "m" if self.has(MEN) else next(iter(self.told)) if len(self.told) == 1 else ""


class People:
    """Everybody whom the text names, found when first asked for.

    Args:
        text: The text.
        known: Full names that the document itself gives (labels, main speaker).

    >>> People("Minister Elena Marr came. Marr left.").full("Marr")
    'Elena Marr'
    """

    def __init__(self, text: str, known: Iterable[str] = ()) -> None:
        self.text = text
        self._known = [bare(name) for name in known if name and not is_generic(name)]
        self._by_surname: dict[str, list[Person]] | None = None
        self._places: list[tuple[int, int, str, bool]] = []

    def _read(self) -> dict[str, list[Person]]:
        if self._by_surname is not None:
            return self._by_surname
        people: dict[str, list[Person]] = {}
        self._by_surname = people
        for name in self._known:
            if surname(name) and not is_office(name):
                self._enter(name, -1, "", known=name)
        for name, title in self._read_runs():
            group = people.get(surname(name), [])
            if len(group) == 1 and group[0].may_hold(title_of(title)):
                group[0].give(title)
            elif not group:
                self._enter(name, 0, title)
        return people

    def _read_runs(self) -> list[tuple[str, str]]:
        """Enters the full names of the text; gives back surnames with a title before them."""
        titled: list[tuple[str, str]] = []
        described: list[tuple[str, str]] = []
        for match in _RUN.finditer(self.text):
            run = match[0]
            if " " not in run and "\u00a0" not in run:
                continue
            run = " ".join(run.split())
            possessed = _POSSESSED.search(run) is not None
            run = without_owner(_POSSESSED.sub("", run).rstrip("."))
            offices, name = split(run)
            # "the Foreign Minister of Tarvia" leaves "of Tarvia"
            if not name or is_body(name) or not {"of", "for"}.isdisjoint(name.split()):
                continue
            if " " in (alone := bare(name)) and alone != name:
                offices, name = offices | {"titled"}, alone
            if " " in name and self.text.startswith(",", match.end()):
                # "Elena Marr, the foreign minister"
                behind = _DESCRIBED.match(self.text, match.end())
                told = apposed_title(behind["what"]) if behind is not None else ""
                # "of Velland, the president said": a place is nobody
                if told and place_of(name) is None:
                    described.append((name, told))
            title = title_before(self.text, match.start(), run.removesuffix(name).strip() if offices else "")
            if " " in name:
                if title or not _PLACE.search(self.text, max(0, match.start() - 30), match.start()):
                    self._enter(name, match.start(), title)
                    self._places.append((match.start(), match.end(), surname(name), possessed))
            elif offices:
                titled.append((name, title))
                self._places.append((match.start(), match.end(), surname(name), possessed))
        for name, told in described:
            if (person := self._person(name)) is not None:
                person.give(told)
        return titled

    def _enter(self, name: str, place: int, title: str, known: str | None = None) -> None:
        key = surname(name)
        if not key:
            return
        assert self._by_surname is not None  # noqa: S101
        group = self._by_surname.setdefault(key, [])
        for person in group:
            if same_person(person.name, name):
                person.names[name] += 1
                person.give(title)
                return
        if len(group) < 20:
            group.append(Person(Counter([name]), place, known=known))
            group[-1].give(title)

    def enter(self, name: str, place: int) -> None:
        """Enters somebody who speaks: a surname of whom the text has no more is a person then.

        Args:
            name: The name, as printed.
            place: Where it stands.
        """
        if " " not in name and surname(name) and surname(name) not in self._read():
            self._enter(name, place, "")

    def _person(self, name: str) -> Person | None:
        _, name = split(name)
        group = [p for p in self._read().get(surname(name), []) if same_person(p.name, name)]
        return group[0] if len(group) == 1 else None

    def full(self, name: str, office: str = "") -> str:
        """The name in full where the text has it and leaves no doubt; else as it is printed.

        Args:
            name: The name.
            office: The office printed before it: "Foreign Minister Marr" is not the mayor, Ana Marr.
        """
        person = self._person(name)
        if office and " " not in name:
            asked = title_of(office)
            fitting = [p for p in self._read().get(surname(name), []) if p.may_hold(asked)]
            person = fitting[0] if len(fitting) == 1 else None
        if person is None:
            return name
        return person.name if len(person.name) >= len(name) else name

    def may_hold(self, name: str, office: str) -> bool:
        """Whether an office may be somebody's: the text gives none of its own to the name, or such a one."""
        person = self._person(name)
        return person is None or person.may_hold(title_of(office))

    def holders(self, mention: str, before: int) -> list[str]:
        """Everybody named before a place who may hold an office.

        Args:
            mention: The words that speak of the office.
            before: The place.
        """
        asked = title_of(mention)
        return [
            person.name
            for group in self._read().values()
            for person in group
            if person.first < before and " " in person.name
            if any(title.may_be(asked) for title in person.titles)
        ]

    def is_certain(self, name: str) -> bool:
        """Whether a title, an office or the document itself says that the name is a person's."""
        person = self._person(name)
        return person is not None and (bool(person.titles) or person.known is not None)

    def tell(self, name: str, gender: str) -> None:
        """Notes that "she" ("f") or "he" ("m") was somebody."""
        if (person := self._person(name)) is not None:
            person.told.add(gender)

    def gender(self, name: str) -> str:
        """Either "f" or "m", or nothing where neither a title nor a pronoun says."""
        person = self._person(name)
        return person.gender if person else ""

    def knows(self, word: str) -> bool:
        """Whether a word is the surname of somebody in the text."""
        return word.lower() in self._read()

    def named(self, start: int, end: int) -> list[Naming]:
        """Who is named between two places, in order."""
        people = self._read()
        found: list[Naming] = []
        number = bisect_left(self._places, (start, 0, "", False))
        taken: list[tuple[int, int]] = []
        while number < len(self._places) and self._places[number][0] < end:
            begin, stop, _, possessed = self._places[number]
            run = " ".join(self.text[begin:stop].split())
            name = split(without_owner(_POSSESSED.sub("", run).rstrip(".")))[1]
            found.append(Naming(begin, self.full(name), possessed, stop))
            taken.append((begin, stop))
            number += 1
        for match in re.finditer(rf"(?<![\w’'-]){WORD}", self.text[start:end]):
            place = start + match.start()
            if any(a <= place < b for a, b in taken):
                continue
            word = _POSSESSED.sub("", match[0]).rstrip(".")
            if word.lower() not in NO_NAME and surname(word) in people:
                owner = _POSSESSED.search(match[0]) is not None
                found.append(Naming(place, self.full(word), owner, start + match.end()))
        return sorted(found)
