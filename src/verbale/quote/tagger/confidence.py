"""How likely a quotation and its mention are right, from what marks and tagger say of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model.quotation import Quotation, QuotationKind
from verbale.quote.tagger.merging import Merged

__all__ = ["Confidence", "facts"]

_LEAST = 1e-4


def facts(one: Merged, beside: Sequence[Quotation], *, agreeing: bool) -> list[float]:
    """What speaks for a tagged quotation: the network's shares as log odds, and the marks.

    Args:
        one: The quotation, with what the tagger says of it.
        beside: The quotations by marks that it stands for.
        agreeing: Whether marks and tagger name the same mention.
    """
    assert one.tagged is not None  # noqa: S101 - without the tagger nothing is reckoned
    figures = one.tagged.figures
    odds = [_odds(share) for share in figures[:7]]
    return [
        1.0,
        *odds,
        figures[7],
        1.0 if one.kind is QuotationKind.DIRECT else 0.0,
        1.0 if one.kind is QuotationKind.MIXED else 0.0,
        1.0 if beside else 0.0,
        1.0 if agreeing else 0.0,
        1.0 if one.marks is not None else 0.0,
        1.0 if any(q.mention is not None for q in beside) and not agreeing else 0.0,
    ]


def _odds(share: float) -> float:
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))


@dataclass(frozen=True)
class Confidence:
    """Weighs the facts; the weights were fitted on articles that the network had not seen.

    `marks_alone` is how much less sure words in marks are where the tagger sees no attribution.
    """

    weights: tuple[float, ...]
    marks_alone: float = 1.0

    def of(self, one: Merged, beside: Sequence[Quotation], *, agreeing: bool) -> float:
        """The probability that content and mention are right, as far as held-out articles tell."""
        if one.tagged is None:
            return 0.0
        found = facts(one, beside, agreeing=agreeing)
        total = sum(weight * fact for weight, fact in zip(self.weights, found, strict=False))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
