"""Room for brackets in an alignment: which words of the record each of them stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from verbale.compare.quoted import Bracket, QuotedPiece
from verbale.text.align import Block, align
from verbale.text.tokens import Tokens

__all__ = ["BRACKET_ROOM", "give_room", "with_room"]

# A bracket may stand for this many words of the record more than it has itself.
BRACKET_ROOM = 6


def with_room(piece: QuotedPiece, record: Tokens) -> Iterator[list[Block]]:
    """Alignments in which the brackets stand for so many words each: one, two, up to six.

    Args:
        piece: a piece with brackets.
        record: the passage.
    """
    hashes = piece.tokens.hashes
    places = [bracket.before for bracket in piece.brackets]
    taken = {*hashes.tolist(), *record.hashes.tolist()}
    # a word that neither side has
    nothing = next(number for number in range(len(taken) + 1) if number not in taken)
    for count in range(1, BRACKET_ROOM + 1):
        wider = np.insert(hashes, np.repeat(places, count), np.uint32(nothing))
        filled = np.insert(np.zeros(len(hashes), np.int64), np.repeat(places, count), 1)
        fillers = np.concatenate([[0], np.cumsum(filled)]).tolist()
        yield [
            replace(block, first=block.first - fillers[block.first], last=block.last - fillers[block.last])
            for block in align(wider, record.hashes)
        ]


def give_room(
    blocks: list[Block],
    bracket: Bracket,
    piece: QuotedPiece,
    record: Tokens,
    kept: tuple[list[Block], list[Block]],
) -> list[Block]:
    """Let a bracket stand for the words of the record that lie where it stands, if they answer to it.

    Args:
        blocks: the alignment of the words outside brackets.
        bracket: the bracket.
        piece: the piece that it stands in.
        record: the passage.
        kept: what brackets stand for, and what they should and do not; both are added to.
    """
    replaced, unanswered = kept
    at = bracket.before
    room = bracket.words + BRACKET_ROOM
    found: list[Block] = []
    done = False
    for block in _slid(blocks, at, record):
        touches = not done and block.first <= at <= block.last
        extra = (block.high - block.low) - (block.last - block.first)
        if not touches or extra <= 0 or extra > room or (block.first < at < block.last):
            found.append(block)
            continue
        done = True
        # the words beside the bracket keep their partners; the bracket takes what is over
        middle = block.low + extra if at == block.first else block.high - extra
        parts = (
            (Block(at, at, block.low, middle), replace(block, low=middle))
            if at == block.first
            else (replace(block, high=middle), Block(at, at, middle, block.high))
        )
        for part in parts:
            if part.first == part.last == at:
                if part.high > part.low:
                    answered = _answers(bracket, part, record)
                    (replaced if answered else unanswered).append(part)
            else:
                found.extend(_word_by_word(part))
    if (bracket.head or bracket.tail) and not done:
        # at an edge, the word of the record beside it
        low = next((b.low + (at - b.first) for b in found if b.first <= at <= b.last), 0)
        beside = Block(at, at, max(0, low - (at == 0)), min(len(record), low + (at == len(piece))))
        if not _answers(bracket, beside, record):
            unanswered.append(beside)
    return found


def _answers(bracket: Bracket, block: Block, record: Tokens) -> bool:
    """Whether the record has a word with the letters outside a bracket: "weigh[ed]" is not "counted"."""
    said = map(record.folded, range(block.low, block.high))
    return any(word.startswith(bracket.head) and word.endswith(bracket.tail) for word in said)


def _word_by_word(block: Block) -> Iterator[Block]:
    """Cut a block of as many words on both sides into pairs of words: style may explain some of them."""
    for offset in range(block.last - block.first):
        first, low = block.first + offset, block.low + offset
        yield Block(first, first + 1, low, low + 1)


def _slid(blocks: list[Block], at: int, record: Tokens) -> list[Block]:
    """Move a pure deletion along equal words to a place, where both readings are the same edit."""
    for number in range(1, len(blocks) - 1):
        before, block, after = blocks[number - 1 : number + 2]
        if block.first != block.last or not (
            before.equal and after.equal and before.first <= at <= after.last
        ):
            continue
        shift, gone = at - block.first, block.high - block.low
        start, end = sorted((block.low, block.low + shift))
        if np.array_equal(record.hashes[start:end], record.hashes[start + gone : end + gone]):
            moved = [
                replace(before, last=at, high=before.high + shift),
                replace(block, first=at, last=at, low=block.low + shift, high=block.high + shift),
                replace(after, first=at, low=after.low + shift),
            ]
            return [*blocks[: number - 1], *moved, *blocks[number + 2 :]]
    return blocks
