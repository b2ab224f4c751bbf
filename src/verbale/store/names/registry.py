"""Who is whom: printed names that mean one person, by their words and by what people decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from verbale.store.names.known import Decided, Known
from verbale.store.names.likeness import (
    alike,
    are_spellings,
    are_two_cases,
    is_full,
    nickname_of_one,
    surname_key,
)
from verbale.text.names import is_generic, is_office, key_words, telling_words, without_accents, words_of_name
from verbale.text.one_person import meeting_words, one_person, same_person

__all__ = ["Pair", "Registry", "families", "groups", "pair_of"]

KEPT = 100_000  # answers kept in memory

Pair = tuple[tuple[str, ...], tuple[str, ...]]
Group = tuple[str, ...]


def pair_of(one: str, other: str) -> Pair:
    """Two names as one key, whichever comes first and however they are dressed."""
    a, b = sorted((telling_words(one), telling_words(other)))
    return a, b


def families(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of persons, by surname."""
    found: dict[str, list[str]] = {}
    for name in names:
        if not is_generic(name) and not is_office(name):
            found.setdefault(surname_key(name), []).append(name)
    return {key: tuple(some) for key, some in found.items()}


def groups(pairs: Iterable[tuple[str, str]]) -> tuple[Group, ...]:
    """Pairs of names to groups, where one name leads to the next."""
    home: dict[tuple[str, ...], dict[str, None]] = {}
    for one, other in pairs:
        merged = {**home.get(_words(one), {}), **home.get(_words(other), {}), one: None, other: None}
        for name in merged:
            home[_words(name)] = merged
    return tuple(tuple(group) for group in {id(group): group for group in home.values()}.values())


class Registry:
    """Answers whether two printed names are one person, in one state of a record.

    Names are found by their words, so that an answer takes no longer where there are many.

    >>> from verbale.store.names.known import Gathered
    >>> registry = Registry(Gathered(["Tony Marr", "Anthony Marr", "Ana Ruiz"]))
    >>> registry.same("Mr. Marr", "Tony Marr"), registry.named("Anthony Marr")
    (True, ('Anthony Marr', 'Tony Marr'))
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._same: dict[tuple[str, str], bool] = {}
        self._told: dict[tuple[str, str], bool | None] = {}
        self._families: dict[str, tuple[str, ...]] = {}
        self._near: dict[str, tuple[tuple[str, str], ...]] = {}
        self._groups: dict[str, tuple[Group, ...]] = {}
        self._meant: dict[tuple[str, bool], tuple[str, ...]] = {}
        self._spoken: dict[str, tuple[str, ...]] = {}

    @cached_property
    def decided(self) -> Mapping[Pair, Decided]:
        """The pairs of names that somebody has decided about, each with the last word on it."""
        return {pair_of(one, other): (one, other, said) for one, other, said in self._known.decisions()}

    def same(self, one: str, other: str) -> bool:
        """Whether two printed names mean one person.

        Their words have to fit, or differ by a nickname alone where nobody else has the surname, or a
        person has said so; and nobody has said that they are two.
        """
        known = self._same.get((one, other))
        if known is None:
            if len(self._same) >= KEPT:
                self._same.clear()
            known = self._same[one, other] = self._is_same(one, other)
        return known

    def one_person(self, one: str, other: str) -> bool | None:
        """Whether two printed names mean one person; None where it is not known.

        A surname that two people of the record share is nobody's, until a person says whose it is.
        """
        if (one, other) not in self._told:
            if len(self._told) >= KEPT:
                self._told.clear()
            self._told[one, other] = self._tell(one, other)
        return self._told[one, other]

    def joined(self, one: str, other: str) -> bool:
        """Whether somebody has said that two names are one person, in a decision or by a table."""
        return any(self._is_among(other, group) for group in self._groups_of(one))

    def named(self, name: str, *, loosely: bool = False) -> tuple[str, ...]:
        """The names in texts that mean the same person as a name, in their order.

        Args:
            name: A full name, a surname, a title with a surname, an office.
            loosely: Also those that merely contain its words, for searching.
        """
        meant = self._meant.get((name, loosely))
        if meant is None:
            words = frozenset(words_of_name(name))
            found = {each for some in self._places(name) for each in self._known.printed(some)}
            if loosely:
                found |= {*self._known.printed(frozenset(map(without_accents, words)))}
            meant = self._meant[name, loosely] = tuple(
                known
                for known in sorted(found)
                if self.same(name, known) or (loosely and _contains(known, name, words))
            )
        return meant

    def languages(self, name: str) -> tuple[str, ...]:
        """The languages that a speaker speaks in, by the user's own table; empty where it says nothing."""
        known = self._spoken.get(name)
        if known is None:
            found = {each for some in self._places(name) for each in self._known.languages(some)}
            spoken = (codes for other, codes in sorted(found) if self.same(name, other))
            known = self._spoken[name] = tuple(dict.fromkeys(code for codes in spoken for code in codes))
        return known

    def _tell(self, one: str, other: str) -> bool | None:
        if self._is_apart(one, other):
            return False
        if self.joined(one, other):
            return True
        if self.same(one, other):
            return None if self._is_shared(one, other) else True
        return False if self._are_two(one, other) else None

    def _is_shared(self, one: str, other: str) -> bool:
        """Whether two people of the record may be meant by either of two names."""
        near = (known for name in {one, other} for known in self._family(surname_key(name)))
        fitting = {name for name in near if same_person(name, one) or same_person(name, other)} | {one, other}
        fullest = max(fitting, key=lambda name: (is_full(name), len(words_of_name(name)), name))
        # "S. Psarek" beside "Jen Psarek" may as well be a misprinted "Ms."
        rivals = (name for name in fitting if is_full(name) or not is_full(fullest))
        return any(self._are_two(name, fullest) for name in rivals)

    def _are_two(self, one: str, other: str) -> bool:
        """Whether two names are surely two people's: two spellings, or two cases of one, wait for a word."""
        if self._is_apart(one, other):
            return True
        unlike = one_person(one, other) is False and alike(one, other) is None
        written = are_two_cases(one, other) or are_spellings(one, other)
        return unlike and not written and not self.joined(one, other)

    def _is_same(self, one: str, other: str) -> bool:
        if self._is_apart(one, other):
            return False
        if same_person(one, other):
            return True
        if nickname_of_one(one, other) and self._is_alone(one, other):
            return True
        return self.joined(one, other)

    def _is_apart(self, one: str, other: str) -> bool:
        return bool(self.decided) and self.decided.get(pair_of(one, other), ("", "", ""))[2] == "apart"

    def _is_alone(self, one: str, other: str) -> bool:
        """Whether nobody else in the record has the surname of two names."""
        return all(
            same_person(known, one) or same_person(known, other) or nickname_of_one(known, one)
            for known in self._family(surname_key(one))
        )

    def _is_among(self, name: str, group: Iterable[str]) -> bool:
        return any(self._is_form_of(name, member) for member in group)

    def _is_form_of(self, name: str, member: str) -> bool:
        """Whether a name has the words of a member, or a form of them that nobody else could mean."""
        if _words(name) == _words(member):
            return True
        if not same_person(name, member) or not _is_shorter(name, member) or self._is_apart(name, member):
            return False
        fitting = (known for known in self._family(surname_key(member)) if same_person(known, name))
        return all(same_person(known, member) for known in fitting)

    def _family(self, key: str) -> tuple[str, ...]:
        """The names of persons with a surname."""
        if key not in self._families:
            found = families(self._known.listed(frozenset([key])))
            self._families[key] = found.get(key, ())
        return self._families[key]

    def _places(self, name: str) -> dict[frozenset[str], None]:
        """Words of which every name of the same person has all of some."""
        group = (member for group in self._groups_of(name) for member in group)
        return {words: None for each in (name, *group) for words in meeting_words(each)}

    def _groups_of(self, name: str) -> tuple[Group, ...]:
        """The groups of names, joined by people, of which a name is one."""
        found = self._groups.get(name)
        if found is None:
            members = dict.fromkeys(member for pair in self._pairs_near(name) for member in pair)
            own = (self._group_around(member) for member in members if self._is_form_of(name, member))
            found = self._groups[name] = tuple({frozenset(group): group for group in own}.values())
        return found

    def _group_around(self, name: str) -> Group:
        """All names to which a name leads from pair to pair."""
        group, left, seen = {name: None}, [name], {_words(name)}
        while left:
            current = left.pop()
            for pair in self._pairs_near(current):
                if _words(current) in map(_words, pair):
                    group |= dict.fromkeys(pair)
                    new = [member for member in pair if _words(member) not in seen]
                    seen.update(map(_words, new))
                    left += new
        return tuple(group)

    def _pairs_near(self, name: str) -> tuple[tuple[str, str], ...]:
        """The pairs of joined names of which one may have the words of a name, or those of a longer form."""
        if name not in self._near:
            self._near[name] = tuple(
                pair
                for words in meeting_words(name)
                for pair in (*self._known.aliases(words), *self._said_same.get(min(words), ()))
            )
        return self._near[name]

    @cached_property
    def _said_same(self) -> Mapping[str, list[tuple[str, str]]]:
        """The pairs of names that people joined, by each word of them."""
        found: dict[str, list[tuple[str, str]]] = {}
        for one, other, said in self.decided.values():
            for word in key_words(one) | key_words(other) if said == "same" else ():
                found.setdefault(word, []).append((one, other))
        return found


def _words(name: str) -> tuple[str, ...]:
    """The words by which a name is told from others; the name itself where it has no letters."""
    return telling_words(name) or tuple(key_words(name))


def _is_shorter(name: str, member: str) -> bool:
    """Whether a name says no more than a member: "Jack Marr" says more than "J. Marr"."""
    one, other = words_of_name(name), words_of_name(member)
    return len(one) < len(other) or (len(one) == len(other) and len(one[0]) <= len(other[0]))


def _contains(known: str, name: str, words: frozenset[str]) -> bool:
    return words <= set(words_of_name(known)) if words else name.casefold() in known.casefold()
