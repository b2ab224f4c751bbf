"""Rare labels that are another one misprinted: a letter or two misread in a scan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.labels.label_words import CHAIRS, HOSTS
from verbale.parse.people.knowledge import Knowledge
from verbale.text.name_words import JOINTS, TITLES
from verbale.text.names import is_office

__all__ = ["misprints"]

_RARE, _OFTEN = 2, 4
_MOST_LABELS, _MOST_FREQUENT = 2_000, 40
_LONG_TITLE = 6  # letters: "MS." is no damaged "MR."


def misprints(often: Mapping[str, int], anatomy: Mapping[str, Anatomy], known: Knowledge) -> dict[str, str]:
    """The labels that rare ones are misprints of, both by their keys.

    Args:
        often: How often each label stands.
        anatomy: The labels.
        known: What else the document says of its people: whom it knows is nobody's misprint.
    """
    capitals = [key for key in often if len(key) >= 5 and anatomy[key].casing == "caps"]
    frequent = [key for key in capitals if often[key] >= _OFTEN]
    if len(often) > _MOST_LABELS:
        return {}
    found: dict[str, str] = {}
    for key in capitals:
        made, count = anatomy[key], often[key]
        if count > _RARE or made.generic or _is_known(key):
            continue
        near = [f for f in frequent[:_MOST_FREQUENT] if _is_misread(key, f, label=anatomy[f])]
        if len(near) == 1 and often[near[0]] >= _OFTEN * count and not known.knows(made):
            found[key] = near[0]
        elif titled := [other for other in capitals if often[other] >= count and _has_bad_title(key, other)]:
            found[key] = titled[0]
    return found


def _is_known(key: str) -> bool:
    """Whether all words of a label are known as an office's."""
    return key in CHAIRS or key in HOSTS or all(word in TITLES or word in JOINTS for word in key.split())


def _has_bad_title(key: str, other: str) -> bool:
    """`CHAIRMN LEE` beside `CHAIRMAN LEE`: the surname is whole, and the title is no word."""
    words, others = key.split(), other.split()
    return (
        len(words) == len(others) > 1
        and words[1:] == others[1:]
        and words[0] not in TITLES
        and others[0] in TITLES
        and len(others[0]) >= _LONG_TITLE
        and _distance(words[0], others[0], 1) <= 1
    )


def _is_misread(key: str, frequent: str, *, label: Anatomy) -> bool:
    """Whether a label is another one misprinted; names bear less than offices and questioners."""
    words, others = key.split(), frequent.split()
    if any(map(str.isdigit, key)) and _digits(key) != _digits(frequent):
        return False  # SPEAKER_02 is not SPEAKER_00
    if words[-1] == others[-1] and len(words) > 1:
        # the surname is whole: only a title may be damaged, "MS." is no damaged "MR.", and Eva is not Ana
        allowed = 3 if is_office(" ".join(others[:-1])) and not is_office(words[0]) else 0
    elif label.generic or is_office(frequent):
        allowed = 3 if len(frequent) >= 12 else 2
    elif len(frequent) < 6 or key[0] != frequent[0] or words[:-1] != others[:-1]:
        allowed = 0
    else:
        allowed = 1
    one, other = Counter(key), Counter(frequent)
    # each letter more or less is a change at least: most pairs differ too much before they are aligned
    if not allowed or max((one - other).total(), (other - one).total()) > allowed:
        return False
    return _distance(key, frequent, allowed) <= allowed


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _distance(one: str, other: str, most: int) -> int:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  slow to load, and few documents need it

    return Levenshtein.distance(one, other, score_cutoff=most)
