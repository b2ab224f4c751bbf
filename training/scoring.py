"""How well quotations match the gold: contents by shared characters, mentions by overlap."""

from __future__ import annotations

from collections.abc import Sequence

from training.gold import Relation
from verbale.model.quotation import Quotation

__all__ = ["f1", "matches"]

# white space, quote marks and light punctuation do not count
_LIGHT = frozenset(" \n\t\r\u00a0“”\"'’‘,.;:„‚«»‹›")
Pair = tuple[int, int]


def _characters(text: str, pairs: Sequence[Pair]) -> frozenset[int]:
    return frozenset(
        i for start, end in pairs for i in range(start, min(end, len(text))) if text[i] not in _LIGHT
    )


def _same_mention(text: str, gold: Sequence[Pair], given: Sequence[Pair]) -> bool:
    if not gold or not given:
        return not gold and not given
    one, other = _characters(text, gold), _characters(text, given)
    return bool(one and other) and 2 * len(one & other) >= min(len(one), len(other))


def matches(
    text: str, gold: Sequence[Relation], found: Sequence[Quotation], least: float
) -> list[tuple[int, bool] | None]:
    """For each quotation the gold relation it matches and whether the mention is right, best pairs first."""
    golds = [_characters(text, one.content) for one in gold]
    given = [_characters(text, [(s.start, s.end) for s in one.spans]) for one in found]
    edges = []
    for i, one in enumerate(golds):
        for j, other in enumerate(given):
            shared = len(one & other)
            if shared and (overlap := shared / len(one | other)) >= least:
                edges.append((-overlap, i, j))
    matched: list[tuple[int, bool] | None] = [None] * len(found)
    taken: set[int] = set()
    for _, i, j in sorted(edges):
        if i in taken or matched[j] is not None:
            continue
        taken.add(i)
        mention = found[j].mention
        pairs = [(mention.start, mention.end)] if mention is not None else []
        matched[j] = (i, _same_mention(text, gold[i].source, pairs))
    return matched


def f1(hits: int, given: int, gold: int) -> float:
    """In percent.

    >>> f1(1, 2, 2)
    50.0
    """
    return round(200 * hits / (given + gold), 1) if given + gold else 0.0
