"""The words of a quote's piece held against a passage: what differs once style is folded away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from verbale.compare.bracket_room import BRACKET_ROOM, give_room, with_room
from verbale.compare.quoted import QuotedPiece
from verbale.model import Span
from verbale.text.align import Block, align
from verbale.text.letters import told_apart
from verbale.text.packs import listed_words
from verbale.text.spellings import same_place, same_spelling
from verbale.text.tokens import Tokens
from verbale.text.variants import FILLERS, parts_sense, same_spoken, same_written

__all__ = ["BRACKET_ROOM", "Compared", "compare"]

# Words beyond the edge of an alignment that its last word may be written with.
EDGE_ROOM = 3
# Words that two halves of one number may have between them.
TOGETHER = 4
_RESTART = re.compile(r"[—–-]{1,3}|\.\.\.|…")
# Words that speakers repeat while they think, and that a comma may part from their repetition.
_HESITATIONS = listed_words("repeated")
_WEIGHTY = listed_words("weighty")


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A piece of a quote held against a passage of the record.

    `differences` are the blocks that style does not explain, `replaced` the blocks that brackets
    stand for; in both the first range counts words of the piece, the second tokens of `record`.
    `matched` tells for each word of the piece whether the passage has it.
    """

    piece: QuotedPiece
    record: Tokens
    blocks: tuple[Block, ...]
    differences: tuple[Block, ...]
    replaced: tuple[Block, ...]
    matched: NDArray[np.bool_]
    cleaned: bool

    @property
    def exact(self) -> bool:
        """Whether the words are the same but for style and brackets."""
        return not self.differences

    @property
    def changed(self) -> int:
        """How many words of the quote or the record differ, the longer side of each difference."""
        # a word that stands partly in brackets, and in no way in the record, is a block without words
        return sum(max(d.last - d.first, d.high - d.low, 1) for d in self.differences)

    @property
    def low(self) -> int:
        """The first token of the record that belongs to the passage."""
        return self.blocks[0].low

    @property
    def high(self) -> int:
        """The token after the last that belongs to the passage."""
        return self.blocks[-1].high

    @property
    def span(self) -> Span:
        """The passage's place in its document's text."""
        return self.record.span(self.low, self.high)


def compare(piece: QuotedPiece, record: Tokens, language: str | None = "en") -> Compared:
    """Align a piece with a passage, and explain what style, brackets and tidying explain.

    Args:
        piece: the words to find; all of them are aligned.
        record: the passage, with room at both ends.
        language: the ISO 639-1 code for number words.

    Returns:
        The comparison with the fewest differences, with the transcriber's own words or without.
    """
    quoted, record = told_apart(piece.tokens, record)
    own = piece if quoted is piece.tokens else replace(piece, tokens=quoted)
    best = _compare(own, record, language)
    noted = record.optional[best.low : best.high].any()
    if best.differences and noted and not _weighty(record, best.low, best.high):
        without = _compare(own, record.where(~record.optional), language)
        if without.changed < best.changed:
            best = without
    return best if own is piece else replace(best, piece=piece)


def _compare(piece: QuotedPiece, record: Tokens, language: str | None) -> Compared:
    best = _explained(piece, record, language, align(piece.tokens.hashes, record.hashes))
    if best.differences and piece.brackets:
        # words beside a bracket may have been set against those for which it stands
        for blocks in with_room(piece, record):
            other = _explained(piece, record, language, blocks)
            if other.changed < best.changed:
                best = other
    return best


def _explained(
    piece: QuotedPiece, record: Tokens, language: str | None, aligned: Sequence[Block]
) -> Compared:
    """An alignment with what style, brackets and tidying explain of it."""
    blocks = list(aligned)
    replaced: list[Block] = []
    differences: list[Block] = []
    for bracket in piece.brackets:
        blocks = give_room(blocks, bracket, piece, record, (replaced, differences))
    matched = np.zeros(len(piece), np.bool_)
    cleaned = False
    for number, block in enumerate(blocks):
        if block.equal:
            matched[block.first : block.last] = True
            continue
        edge = number in {0, len(blocks) - 1}
        explained, tidy = _explain(block, piece.tokens, record, language, edge=edge)
        if edge and not explained:
            block, explained, tidy = _reach_out(block, len(piece), piece.tokens, record, language)  # noqa: PLW2901
            blocks[number] = block
        if not explained:
            explained = _explained_beside(block, blocks, number, piece.tokens, record, language)
        cleaned |= tidy
        matched[block.first : block.last] |= explained
        if not explained:
            differences.append(block)
    if len(differences) > 1:
        differences.sort(key=lambda block: (block.first, block.low))
        blocks, differences = _taken_together(blocks, differences, piece.tokens, record, language)
    return Compared(
        piece, record, tuple(blocks), tuple(differences), tuple(replaced), matched, cleaned=cleaned
    )


def _explain(
    block: Block, quoted: Tokens, record: Tokens, language: str | None, *, edge: bool
) -> tuple[bool, bool]:
    """Whether a difference is one of style, and whether it is the writer's tidying."""
    left = [quoted.folded(i) for i in range(block.first, block.last)]
    spoken = [i for i in range(block.low, block.high) if not record.optional[i]]
    right = [record.folded(i) for i in spoken]
    if _weighty(record, block.low, block.high):
        # "We will [not] sign": a transcriber's correction that turns the sense is never left out
        return False, False
    if not left and not right:
        return block.low < block.high, False
    if left and right:
        if same_written(left, right, language):
            return not (parts_sense(left, right, language) and _on_one_line(block, quoted, record)), False
        if same_spoken(left, right) or same_spelling(left, right, language):
            return True, True
        if same_place(quoted.printed(block.first, block.last), record.printed(block.low, block.high)):
            return True, True
    if not left and not edge and _stutter(block, record):
        return True, True
    return False, False


def _on_one_line(block: Block, quoted: Tokens, record: Tokens) -> bool:
    """Whether no hyphen of the words may be that of a line's end."""
    return "\n" not in (quoted.printed(block.first, block.last) + record.printed(block.low, block.high))


def _explained_beside(  # noqa: PLR0913 - a block and all that it stands in
    block: Block, blocks: list[Block], number: int, quoted: Tokens, record: Tokens, language: str | None
) -> bool:
    """Whether a difference is one of style together with the number that stands beside it: "40 [mn]"."""
    before = number > 0 and blocks[number - 1].equal and _has_digit(quoted.folded(block.first - 1))
    after = number + 1 < len(blocks) and blocks[number + 1].equal and _has_digit(quoted.folded(block.last))
    for left, right in ((before, False), (False, after), (before, after)):
        wider = Block(block.first - left, block.last + right, block.low - left, block.high + right)
        if (left or right) and _explain(wider, quoted, record, language, edge=True)[0]:
            return True
    return False


def _taken_together(
    blocks: list[Block], differences: list[Block], quoted: Tokens, record: Tokens, language: str | None
) -> tuple[list[Block], list[Block]]:
    """Blocks with those joined that together are one number in two styles: "[$] 40 million [dollars]"."""
    left = list(differences)
    for one, other in pairwise(differences):
        whole = Block(one.first, other.last, one.low, other.high)
        printed = (*quoted.letters[one.first : other.last], *record.letters[one.low : other.high])
        if one not in left or other.first - one.last > TOGETHER or not any(map(_has_digit, printed)):
            continue
        if _explain(whole, quoted, record, language, edge=True)[0]:
            first, last = blocks.index(one), blocks.index(other)
            blocks = [*blocks[:first], whole, *blocks[last + 1 :]]
            left = [block for block in left if block not in {one, other}]
    return blocks, left


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _weighty(record: Tokens, low: int, high: int) -> bool:
    """Whether a transcriber's own words in a range deny, promise or permit."""
    optional = [record.folded(i) for i in range(low, high) if record.optional[i]]
    return any(word in _WEIGHTY or word.endswith("n't") for word in optional)


def _reach_out(
    block: Block, length: int, quoted: Tokens, record: Tokens, language: str | None
) -> tuple[Block, bool, bool]:
    """Look on both sides of an alignment's edge.

    "25" may end on "five", with "twenty" left outside; "we are" may take in the word before "we're".
    """
    for more in (*range(1, EDGE_ROOM + 1), *range(-1, -EDGE_ROOM - 1, -1)):
        moved = []
        if block.first == 0 and 0 <= block.low - more <= block.high:
            moved.append(replace(block, low=block.low - more))
        if block.last == length and block.low <= block.high + more <= len(record):
            moved.append(replace(block, high=block.high + more))
        for candidate in moved:
            explained, tidy = _explain(candidate, quoted, record, language, edge=True)
            if explained:
                return candidate, explained, tidy
    return block, False, False


def _stutter(block: Block, record: Tokens) -> bool:
    """Whether words that only the record has are a filler, a repetition or a restart."""
    low, high = block.low, block.high
    if all(record.folded(i) in FILLERS for i in range(low, high)):
        return True
    # "we [came to — we] went" is "[we came to —] we went" too
    shift = 0
    while not _starts_over(low - shift, high - shift, record):
        shift += 1
        if shift > low or record.folded(low - shift) != record.folded(high - shift):
            return False
    return True


def _starts_over(low: int, high: int, record: Tokens) -> bool:
    """Whether a speaker takes back or repeats some words with what stands beside them."""
    gone = [record.folded(i) for i in range(low, high)]
    count = high - low
    after = [record.folded(i) for i in range(high, min(high + count, len(record)))]
    behind = record.text[int(record.ends[high - 1]) : int(record.starts[high])]
    if gone == after:
        return bool(_RESTART.search(behind)) or ("," in behind and _HESITATIONS.issuperset(gone))
    if not _RESTART.search(behind) or not after or _WEIGHTY.intersection(gone):
        return False
    if any(word.endswith("n't") or _has_digit(word) for word in gone):
        return False
    cut_off = count == 1 and after[0].startswith(gone[0])
    return cut_off or (count <= 4 and after[0] == gone[0])
