"""Who is whom: printed names that mean one person, by their words and by what people decided."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from verbale.store.names.likeness import nickname_of_one, surname_key
from verbale.store.sql.database import Database
from verbale.text.names import is_generic, is_office, same_person, words_of_name

__all__ = ["Registry", "pair_of"]

KEPT = 100_000  # answers kept in memory

Pair = tuple[tuple[str, ...], tuple[str, ...]]

_NAMES = "SELECT name FROM speaker_names UNION SELECT name FROM speakers ORDER BY 1"
_ALIASES = "SELECT s.name, a.name FROM aliases a JOIN speakers s ON s.id = a.speaker ORDER BY 1, 2"
_DECIDED = """
SELECT one, other, decision FROM decisions
WHERE subject = 'speakers' AND undone_at IS NULL ORDER BY decided_at, rowid
"""


def pair_of(one: str, other: str) -> Pair:
    """Two names as one key, whichever comes first and however they are dressed."""
    a, b = sorted((words_of_name(one), words_of_name(other)))
    return a, b


@dataclass(slots=True)
class _State:
    """What is known of names while nobody commits."""

    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[Pair] = frozenset()
    decided: frozenset[Pair] = frozenset()
    same: dict[tuple[str, str], bool] = field(default_factory=dict)


class Registry:
    """Answers whether two printed names are one person; worked out once for each state of the record."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._epoch = -1
        self._state = _State()

    def same(self, epoch: int, one: str, other: str) -> bool:
        """Whether two printed names mean one person in this record.

        Their words have to fit, or differ by a nickname alone where nobody else has the surname, or a
        person has said so; and nobody has said that they are two.
        """
        state = self._at(epoch)
        known = state.same.get((one, other))
        if known is None:
            if len(state.same) >= KEPT:
                state.same.clear()
            known = state.same[one, other] = _same(state, one, other)
        return known

    def joined(self, epoch: int, one: str, other: str) -> bool:
        """Whether somebody has said that two names are one person, in a decision or by a table."""
        return _joined(self._at(epoch), one, other)

    def groups(self, epoch: int) -> tuple[tuple[str, ...], ...]:
        """The names that people said to be one person, beyond what their words say."""
        return self._at(epoch).groups

    def decided(self, epoch: int) -> frozenset[Pair]:
        """The pairs of names that somebody has decided about."""
        return self._at(epoch).decided

    def families(self, epoch: int) -> Mapping[str, tuple[str, ...]]:
        """The names of persons, by surname."""
        return self._at(epoch).families

    def _at(self, epoch: int) -> _State:
        with self._lock:
            if epoch != self._epoch:
                self._state = self._read()
                self._epoch = epoch
            return self._state

    def _read(self) -> _State:
        names = [row[0] for row in self._database.rows(_NAMES)]
        decided = {
            pair_of(one, other): (one, other, said) for one, other, said in self._database.rows(_DECIDED)
        }
        joined = [(one, other) for one, other, said in decided.values() if said == "same"]
        aliases = [(row[0], row[1]) for row in self._database.rows(_ALIASES)]
        families: dict[str, list[str]] = {}
        for name in names:
            if not is_generic(name) and not is_office(name):
                families.setdefault(surname_key(name), []).append(name)
        return _State(
            families={key: tuple(found) for key, found in families.items()},
            groups=_grouped([*joined, *aliases]),
            apart=frozenset(pair for pair, (_, _, said) in decided.items() if said == "apart"),
            decided=frozenset(decided),
        )


def _same(state: _State, one: str, other: str) -> bool:
    if state.apart and pair_of(one, other) in state.apart:
        return False
    if same_person(one, other):
        return True
    if nickname_of_one(one, other) and _alone(state, one, other):
        return True
    return _joined(state, one, other)


def _joined(state: _State, one: str, other: str) -> bool:
    return any(_among(state, one, group) and _among(state, other, group) for group in state.groups)


def _alone(state: _State, one: str, other: str) -> bool:
    """Whether nobody else in the record has the surname of two names."""
    return all(
        same_person(known, one) or same_person(known, other) or nickname_of_one(known, one)
        for known in state.families.get(surname_key(one), ())
    )


def _among(state: _State, name: str, group: Iterable[str]) -> bool:
    """Whether a name is one of a group: its words, or a form of them that nobody else could mean."""
    words = words_of_name(name)
    return any(words == words_of_name(member) or _means(state, name, member) for member in group)


def _means(state: _State, name: str, member: str) -> bool:
    """Whether a name is a shorter form of a member, and of nobody else in the record."""
    if not _is_shorter(name, member) or not same_person(name, member):
        return False
    if pair_of(name, member) in state.apart:
        return False
    fitting = (known for known in state.families.get(surname_key(member), ()) if same_person(known, name))
    return all(same_person(known, member) for known in fitting)


def _is_shorter(name: str, member: str) -> bool:
    """Whether a name says no more than a member: "Jack Marr" says more than "J. Marr"."""
    one, other = words_of_name(name), words_of_name(member)
    return len(one) < len(other) or (len(one) == len(other) and len(one[0]) <= len(other[0]))


def _grouped(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Pairs of names to groups, where one name leads to the next."""
    home: dict[tuple[str, ...], dict[str, None]] = {}
    for one, other in pairs:
        a = home.setdefault(words_of_name(one), {})
        b = home.setdefault(words_of_name(other), {})
        merged = {**a, **b, one: None, other: None}
        for name in merged:
            home[words_of_name(name)] = merged
    return tuple(tuple(group) for group in {id(group): group for group in home.values()}.values())
