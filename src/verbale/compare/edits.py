"""The edits from the record to a quote, each with its words and places on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verbale.compare.nearest import Passage
from verbale.compare.wording import Compared
from verbale.model import Edit, Operation, Span
from verbale.text.align import Block

__all__ = ["bracketed_in", "edits_of", "replaced_in"]


def edits_of(passages: Sequence[Passage], *, around: int = 0) -> tuple[Edit, ...]:
    """Every unmarked change of words within passages, in the order of the quote.

    Args:
        passages: the passages that account for a quote.
        around: how many words to either side are given with each.
    """
    return tuple(
        edit
        for passage in passages
        if passage.compared is not None
        for block in passage.compared.differences
        for edit in _edits(passage.compared, block, around)
    )


def replaced_in(compared: Compared) -> tuple[Edit, ...]:
    """What the brackets of a quote stand for, as deletions from the record."""
    printed = [compared.record.printed(block.low, block.high) for block in compared.replaced]
    return tuple(Edit(op=Operation.DELETE, quoted="", record=words) for words in printed)


def bracketed_in(compared: Compared) -> Iterator[Edit]:
    """What each bracket of a quote puts in, and the record's words for which it stands.

    Args:
        compared: a piece of a quote held against a passage.
    """
    record, text = compared.record, compared.piece.tokens.text
    for bracket in compared.piece.brackets:
        found = [
            block
            for block in compared.replaced
            # a transcriber's own note was not said
            if block.first == bracket.before and not record.optional[block.low : block.high].all()
        ]
        gone = record.printed(found[0].low, found[-1].high) if found else ""
        put = bracket.place.of(text).strip()
        if bracket.head or bracket.tail:
            put = f"{bracket.head}{put}{bracket.tail}"
        if put or gone:
            yield Edit(
                op=Operation.REPLACE if put and gone else Operation.INSERT if put else Operation.DELETE,
                quoted=put,
                record=gone,
                quoted_span=bracket.place,
                record_span=record.span(found[0].low, found[-1].high) if found else None,
            )


def _edits(compared: Compared, block: Block, around: int) -> Iterator[Edit]:
    quoted = compared.piece.tokens
    if around:
        block = replace(
            block,
            first=max(0, block.first - around),
            last=min(len(quoted), block.last + around),
            low=max(0, block.low - around),
            high=min(len(compared.record), block.high + around),
        )
    place = quoted.span(block.first, block.last)
    if block.first == block.last and block.low == block.high:
        # a word that stands partly in brackets is no token of the quote
        begin = int(quoted.ends[block.first - 1])
        inside = quoted.text[begin : place.start].strip()
        place = Span(quoted.text.index(inside, begin), quoted.text.index(inside, begin) + len(inside))
    left, right = place.of(quoted.text), compared.record.printed(block.low, block.high)
    operation = Operation.REPLACE if left and right else Operation.INSERT if left else Operation.DELETE
    yield Edit(
        op=operation,
        quoted=left,
        record=right,
        quoted_span=place,
        record_span=compared.record.span(block.low, block.high),
    )
