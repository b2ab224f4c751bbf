"""The people whom a text names, with the offices it gives them: to know later who "Marr" or "she" is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.quote.attribution.shapes import INSIDE_NAMES, NO_NAME, WORD
from verbale.quote.speakers.office_words import ALONE, MEN, WOMEN, is_body, split, without_owner
from verbale.text.names import bare, is_generic, is_office, surname
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern

__all__ = ["People", "Person"]

_LINK = f"(?:{INSIDE_NAMES})"
_RUN = pattern(rf"{WORD}(?:[ \u00a0\n](?:{_LINK}\s+){{0,2}}(?:of\s+|for\s+)?{WORD}){{0,9}}")
_DESCRIBED = pattern(
    rf"(?P<name>{WORD}(?:\s+{WORD}){{1,5}}),\s+(?:(?:{either(listed_words('name_articles'))})\b)?\s*(?P<what>[^,.;:\n]{{3,60}})"
)
_POSSESSED = pattern(r"['’]s?\Z")
_PLACE = pattern(
    r"(?:\b[Ii]n|\b[Aa]t|\b[Nn]ear|\b(?:across|around|inside|outside|throughout|towards?)|,)\s\Z"
)


@dataclass(slots=True)
class Person:
    """One person of the text: the printings of the name, and the words for the offices."""

    names: Counter[str] = field(default_factory=Counter)
    first: int = 0
    offices: set[str] = field(default_factory=set)
    known: str | None = None

    @property
    def name(self) -> str:
        """The full name: the document's own where it has one, else the most frequent, shortest printing."""
        return self.known or min(self.names, key=lambda name: (-self.names[name], len(name), name))

    @property
    def gender(self) -> str:
        """Either "f" or "m", or nothing where no title says."""
        return "f" if self.offices & WOMEN else "m" if self.offices & MEN else ""


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
                self._enter(name, -1, set(), known=name)
        for name, offices in self._read_runs():
            group = people.get(surname(name), [])
            if len(group) == 1:
                group[0].offices |= offices
            elif not group:
                self._enter(name, 0, offices)
        self._read_descriptions()
        return people

    def _read_runs(self) -> list[tuple[str, set[str]]]:
        """Enters the full names of the text; gives back surnames with an office before them."""
        titled: list[tuple[str, set[str]]] = []
        for match in _RUN.finditer(self.text):
            run = match[0]
            if " " not in run and "\n" not in run and "\u00a0" not in run:
                continue
            run = " ".join(run.split())
            possessed = _POSSESSED.search(run) is not None
            run = without_owner(_POSSESSED.sub("", run).rstrip("."))
            offices, name = split(run)
            if not name or is_body(name) or " of " in name or " for " in name:
                continue
            if " " in name:
                if offices or not _PLACE.search(self.text, max(0, match.start() - 12), match.start()):
                    self._enter(name, match.start(), offices)
                    self._places.append((match.start(), match.end(), surname(name), possessed))
            elif offices:
                titled.append((name, offices))
                self._places.append((match.start(), match.end(), surname(name), possessed))
        return titled

    def _read_descriptions(self) -> None:
        """Offices after a name: `Elena Marr, the foreign minister`."""
        for match in _DESCRIBED.finditer(self.text):
            said = {word.lower() for word in match["what"].split()} & ALONE
            if said and (person := self._person(" ".join(match["name"].split()))) is not None:
                person.offices |= said

    def _enter(self, name: str, place: int, offices: set[str], known: str | None = None) -> None:
        key = surname(name)
        if not key:
            return
        assert self._by_surname is not None  # noqa: S101
        group = self._by_surname.setdefault(key, [])
        for person in group:
            if same_person(person.name, name):
                person.names[name] += 1
                person.offices |= offices
                return
        if len(group) < 20:
            group.append(Person(Counter([name]), place, set(offices), known))

    def _person(self, name: str) -> Person | None:
        _, name = split(name)
        group = [p for p in self._read().get(surname(name), []) if same_person(p.name, name)]
        return group[0] if len(group) == 1 else None

    def full(self, name: str) -> str:
        """The name in full where the text has it and leaves no doubt; else as it is printed."""
        person = self._person(name)
        if person is None:
            return name
        return person.name if len(person.name) >= len(name) else name

    def holder(self, office: str, before: int) -> str | None:
        """Who alone holds an office, and was named before a place."""
        found = [
            person
            for group in self._read().values()
            for person in group
            if office in person.offices and (person.first < before) and " " in person.name
        ]
        return found[0].name if len(found) == 1 else None

    def is_certain(self, name: str) -> bool:
        """Whether a title, an office or the document itself says that the name is a person's."""
        person = self._person(name)
        return person is not None and (bool(person.offices) or person.known is not None)

    def gender(self, name: str) -> str:
        """Either "f" or "m", or nothing where no title says."""
        person = self._person(name)
        return person.gender if person else ""

    def knows(self, word: str) -> bool:
        """Whether a word is the surname of somebody in the text."""
        return word.lower() in self._read()

    def named(self, start: int, end: int) -> list[tuple[int, str, bool]]:
        """Who is named between two places: place, name, and whether as an owner ("Marr's")."""
        people = self._read()
        found: list[tuple[int, str, bool]] = []
        number = bisect_left(self._places, (start, 0, "", False))
        taken: list[tuple[int, int]] = []
        while number < len(self._places) and self._places[number][0] < end:
            begin, stop, _, possessed = self._places[number]
            run = " ".join(self.text[begin:stop].split())
            name = split(without_owner(_POSSESSED.sub("", run).rstrip(".")))[1]
            found.append((begin, self.full(name), possessed))
            taken.append((begin, stop))
            number += 1
        for match in re.finditer(rf"(?<![\w’'-]){WORD}", self.text[start:end]):
            place = start + match.start()
            if any(a <= place < b for a, b in taken):
                continue
            word = _POSSESSED.sub("", match[0]).rstrip(".")
            if word.lower() not in NO_NAME and surname(word) in people:
                found.append((place, self.full(word), _POSSESSED.search(match[0]) is not None))
        return sorted(found)
