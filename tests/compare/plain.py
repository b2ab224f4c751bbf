"""Slow and plain answers to what compare and check work out fast: every place is tried, word by word."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["fewest_changes", "in_order", "path_worth"]

FAR = 10**6


def fewest_changes(
    quoted: Sequence[str], record: Sequence[str], brackets: Sequence[tuple[int, int]] = ()
) -> int:
    """The fewest words to change, put in or leave out to find a quote somewhere in a record's words.

    Args:
        quoted: the words of the quote, without what stands in brackets.
        record: the record's words.
        brackets: before which word of the quote each bracket stands, and for how many of the record's
            words it may stand, free of charge.
    """
    room = dict(brackets)
    # the cost of having said all words so far, up to before each word of the record
    costs = _freely([0] * (len(record) + 1), room.get(0, 0))
    for number, word in enumerate(quoted, 1):
        after = [costs[0] + 1]
        for place, said in enumerate(record, 1):
            after.append(min(costs[place] + 1, after[-1] + 1, costs[place - 1] + (word != said)))
        costs = _freely(after, room.get(number, 0))
    return min(costs)


def _freely(costs: list[int], room: int) -> list[int]:
    return [min(costs[max(0, place - room) : place + 1]) for place in range(len(costs))]


def in_order(pieces: Sequence[Sequence[str]], record: Sequence[str]) -> bool:
    """Whether pieces stand word for word in a record, one after the other."""
    place = 0
    for piece in pieces:
        ends = (
            first + len(piece)
            for first in range(place, len(record) - len(piece) + 1)
            if list(record[first : first + len(piece)]) == list(piece)
        )
        end = next(ends, None)
        if end is None:
            return False
        place = end
    return True


def path_worth(covers: Sequence[Sequence[bool]], change: float) -> float:
    """The most words that places cover, each in one stretch, less the price of each change of place."""
    best = [float(cover[0]) for cover in covers]
    for word in range(1, len(covers[0])):
        best = [
            max(had - (change if other != place else 0.0) for other, had in enumerate(best)) + cover[word]
            for place, cover in enumerate(covers)
        ]
    return max(best)
