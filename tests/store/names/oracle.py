"""Who is whom the plain slow way: every name is held against all names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from verbale.store.names.known import Decided
from verbale.store.names.likeness import nickname_of_one, surname_key
from verbale.store.names.registry import pair_of
from verbale.text.names import bare, is_generic, is_office, telling_words, words_of_name
from verbale.text.offices import is_same_office
from verbale.text.one_person import same_person


@dataclass
class Oracle:
    """The same answers as `Registry` and `Offices`, from everything that is known."""

    printed: Sequence[str]
    listed: Sequence[str] = ()
    aliases: Sequence[tuple[str, str]] = ()
    languages_told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decisions: Sequence[Decided] = ()

    @cached_property
    def _last_words(self) -> list[Decided]:
        return list({pair_of(one, other): (one, other, said) for one, other, said in self.decisions}.values())

    @cached_property
    def _apart(self) -> set[object]:
        return {pair_of(one, other) for one, other, said in self._last_words if said == "apart"}

    @cached_property
    def _groups(self) -> list[set[str]]:
        groups: list[set[str]] = []
        joined = [(one, other) for one, other, said in self._last_words if said == "same"]
        for pair in [*joined, *self.aliases]:
            words = {told(name) for name in pair}
            near = [group for group in groups if words & {told(name) for name in group}]
            groups = [group for group in groups if group not in near] + [set(pair).union(*near)]
        return groups

    def family(self, key: str) -> list[str]:
        names = {*self.printed, *self.listed}
        return [
            name
            for name in names
            if not is_generic(name) and not is_office(name) and surname_key(name) == key
        ]

    def same(self, one: str, other: str) -> bool:
        if pair_of(one, other) in self._apart:
            return False
        if same_person(one, other):
            return True
        if nickname_of_one(one, other) and all(
            same_person(known, one) or same_person(known, other) or nickname_of_one(known, one)
            for known in self.family(surname_key(one))
        ):
            return True
        return self.joined(one, other)

    def joined(self, one: str, other: str) -> bool:
        return any(self._among(one, group) and self._among(other, group) for group in self._groups)

    def named(self, name: str, *, loosely: bool = False) -> tuple[str, ...]:
        words = set(words_of_name(name))
        return tuple(
            known
            for known in sorted(self.printed)
            if self.same(name, known)
            or (
                loosely
                and (words <= set(words_of_name(known)) if words else name.casefold() in known.casefold())
            )
        )

    def languages(self, name: str) -> tuple[str, ...]:
        told = (codes for other, codes in sorted(self.languages_told.items()) if self.same(name, other))
        return tuple(dict.fromkeys(code for codes in told for code in codes))

    def _among(self, name: str, group: Iterable[str]) -> bool:
        return any(told(name) == told(member) or self._means(name, member) for member in group)

    def _means(self, name: str, member: str) -> bool:
        one, other = words_of_name(name), words_of_name(member)
        if not same_person(name, member) or pair_of(name, member) in self._apart:
            return False
        if not (len(one) < len(other) or (len(one) == len(other) and len(one[0]) <= len(other[0]))):
            return False
        fitting = [known for known in self.family(surname_key(member)) if same_person(known, name)]
        return all(same_person(known, member) for known in fitting)


def told(name: str) -> tuple[str, ...]:
    """The words that tell a name from others; a name without letters is its own."""
    return telling_words(name) or (" ".join(name.casefold().split()),)


def holder(seen: Sequence[tuple[str, str, str]], office: str, on: date, oracle: Oracle) -> str | None:
    """Who held an office by the titles in texts: a day, a name and a title each."""
    if not is_office(office):
        return None
    fitting = sorted({(day, name) for day, name, title in seen if is_same_office(office, title)})
    before = max((day for day, _ in fitting if day <= on.isoformat()), default=None)
    after = min((day for day, _ in fitting if day >= on.isoformat()), default=None)
    if before is None or after is None:
        return None
    if (date.fromisoformat(after) - date.fromisoformat(before)).days > 366:
        return None
    names = [name for day, name in fitting if day in {before, after}]
    if not all(oracle.same(names[0], name) for name in names[1:]):
        return None
    return max(names, key=lambda name: (len(bare(name)), name))
