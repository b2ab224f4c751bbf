"""Names that may be one person, or one name that may be two: a person says which."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from verbale.model.people import Suggestion
from verbale.store.names.likeness import alike, is_full, nickname_of_one, sound
from verbale.store.names.registry import Pair, Registry, pair_of
from verbale.text.names import words_of_name
from verbale.text.one_person import same_person

__all__ = ["suggestions"]

# A family with more printed names than this is a word, not a family.
LARGEST_FAMILY = 200


def suggestions(families: Mapping[str, Sequence[str]], registry: Registry) -> tuple[Suggestion, ...]:
    """The open questions about the names of a record, in the order of the names.

    Args:
        families: the printed names of people, by surname.
        registry: who is whom, and what somebody has decided.

    >>> from verbale.store.names.known import Gathered
    >>> known = Gathered(["Sergei Lavrin", "Sergej Lawrin"])
    >>> found = suggestions({"lavrin": ["Sergei Lavrin"], "lawrin": ["Sergej Lawrin"]}, Registry(known))
    >>> [(each.kind, each.one, each.other, each.reason) for each in found]
    [('merge', 'Sergei Lavrin', 'Sergej Lawrin', 'transliteration')]
    """
    found: dict[Pair, Suggestion] = {}
    for one, other, reason in [*_unlike(families), *_ambiguous(families)]:
        pair = pair_of(one, other)
        if pair in registry.decided or pair in found or pair[0] == pair[1]:
            continue
        first, second = sorted((one, other))
        taken_for_one = nickname_of_one(first, second) and registry.same(first, second)
        found[pair] = Suggestion(
            id=_identify(pair),
            kind="split" if reason == "ambiguous" or taken_for_one else "merge",
            one=first,
            other=second,
            reason=reason,
        )
    left = (each for each in found.values() if not registry.joined(each.one, each.other))
    return tuple(sorted(left, key=lambda each: (each.one, each.other)))


def _identify(pair: Pair) -> str:
    return hashlib.sha256("\n".join(" ".join(words) for words in pair).encode()).hexdigest()[:12]


def _unlike(families: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Names whose words differ, yet sound alike or are short for each other."""
    by_sound: dict[str, list[str]] = {}
    in_any_order: dict[tuple[str, ...], list[str]] = {}
    for names in families.values():
        seen = {words_of_name(name): name for name in sorted(names)}
        for words, name in seen.items():
            if words:
                by_sound.setdefault(sound(words[-1])[:3], []).append(name)
            if len(words) > 1:
                in_any_order.setdefault(tuple(sorted(words)), []).append(name)
    for names in [*_small(by_sound.values()), *(some for some in in_any_order.values() if len(some) > 1)]:
        for one, other in combinations(names, 2):
            if (reason := alike(one, other)) and not same_person(one, other):
                yield one, other, reason


def _small(blocks: Iterable[list[str]]) -> Iterator[list[str]]:
    """Blocks of names to compare; of a large one only those that sound the same to the end."""
    for names in blocks:
        if len(names) <= LARGEST_FAMILY:
            yield names
            continue
        parts: dict[str, list[str]] = {}
        for name in names:
            parts.setdefault(sound(words_of_name(name)[-1]), []).append(name)
        yield from (part for part in parts.values() if len(part) <= LARGEST_FAMILY)


def _ambiguous(families: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Short forms that fit several people: `J. Marr`, where there are Joan and Jack."""
    for names in families.values():
        full = sorted({words_of_name(name): name for name in sorted(names)}.values())
        if not 2 < len(full) <= LARGEST_FAMILY:
            continue
        for short in full:
            fitting = [name for name in full if name != short and same_person(short, name)]
            # longer forms of one person fit each other
            clear = all(
                same_person(one, other) or nickname_of_one(one, other)
                for one, other in combinations(fitting, 2)
            )
            if not clear and not is_full(short):
                yield from ((short, name, "ambiguous") for name in fitting if is_full(name))
