"""What a quote leaves out at its marks of omission: a hedge, a quantity, or a negation that turns it.

Words of other clauses and of other sentences may be left out freely. What stands in the same clause as the
words before or behind the mark is told; and where a denial ruled just these words, the quote says the
opposite of what was said, mark or no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from verbale.check.parted_numbers import approximates
from verbale.check.touched import touched
from verbale.compare import Passage
from verbale.model import Edit, Flag, Operation, Span
from verbale.text.lexicon import Lexicon, Place, Words
from verbale.text.sentences import sentence_ends

__all__ = ["Omission", "omissions"]

# What so few words leave out stands in the clause that is quoted, whatever marks are around it.
SHORT = 6
# Words between the quoted ones and a denial behind them that still denies these; and one before.
NEAR, FAR = 1, 6
# Letters of the quoted words that are looked at.
_AROUND = 60
_BORDER = re.compile(r"[,;:—–(“\"،؛，、：；]")
_HEDGES = ("qualifiers", "certainties")
_MODALS = ("modals_would", "modals_may", "modals_can", "modals_should", "modals_must", "modals_will")
_AUXILIARIES = ("presents", "pasts", *_MODALS)
_NUMBERS = ("numbers", "quantities", "percent")


class Omission(NamedTuple):
    """Words left out at one mark: their place, what of the clause is lost, whether that turns the sense."""

    span: Span
    flags: frozenset[Flag]
    turns: bool


def omissions(text: str, passages: Sequence[Passage], lexicons: Sequence[Lexicon]) -> tuple[Omission, ...]:
    """What is left out between passages that stand one behind the other.

    Args:
        text: the text of their document.
        passages: the passages of one quote.
        lexicons: the words of the languages that the text may be in.

    >>> from verbale.text.lexicon import lexicons_for
    >>> english = lexicons_for("en", None, "")
    >>> text = "We have never, I think, sold it. The tunnel will probably open soon."
    >>> held = [Passage("a", Span(*each)) for each in ((0, 7), (24, 31), (33, 48), (58, 67))]
    >>> [(found.turns, sorted(found.flags)) for found in omissions(text, held[:2], english)]
    [(True, [<Flag.MODALITY: 'modality'>, <Flag.NEGATION: 'negation'>])]
    >>> [(found.turns, sorted(found.flags)) for found in omissions(text, held[2:], english)]
    [(False, [<Flag.MODALITY: 'modality'>])]
    """
    return tuple(_omissions(text, passages, lexicons))


def _omissions(text: str, passages: Sequence[Passage], lexicons: Sequence[Lexicon]) -> Iterator[Omission]:
    for before, after in pairwise(passages):
        if before.document != after.document or before.span.end >= after.span.start:
            continue
        gap = Span(before.span.end, after.span.start)
        if not any(map(str.isalnum, gap.of(text))):
            continue
        # what belongs to the sentence of the words before, and to that of the words behind
        ends = [end for end in sentence_ends(text, gap.start, gap.end) if end > gap.start]
        tail = text[gap.start : ends[0] if ends else gap.end]
        head = text[ends[-1] if ends else gap.start : gap.end]
        flags: set[Flag] = set()
        turns = False
        for lexicon in lexicons:
            flags |= _lost(tail, head, lexicon, whole=not ends)
            beside = (
                lexicon.read(before.span.of(text)[-_AROUND:]),
                lexicon.read(after.span.of(text)[:_AROUND]),
            )
            turns |= _turns(tail, head, beside, lexicon, whole=not ends)
        yield Omission(gap, frozenset(flags), turns)


def _lost(tail: str, head: str, lexicon: Lexicon, *, whole: bool) -> set[Flag]:
    """What of the clauses of the quoted words is left out."""
    short = whole and len(lexicon.words(tail)) <= SHORT * (2 if lexicon.unspaced else 1)
    first = lexicon.read(tail if short else _BORDER.split(tail, maxsplit=1)[0])
    last = first if short else lexicon.read(_BORDER.split(head)[-1])
    parts = (first,) if short else (first, last)
    found: set[Flag] = set()
    if any(map(lexicon.denials, (*parts, lexicon.read(tail)) if whole else parts)):
        found.add(Flag.NEGATION)
    # a modal that is left out with its verb leaves the rest as sure as it was
    hedges = any(lexicon.places(part, *_HEDGES) for part in parts)
    if hedges or approximates(last, lexicon) or _at_edge(first, last, lexicon, *_MODALS):
        found.add(Flag.MODALITY)
    edge = short or _at_edge(first, last, lexicon, *_NUMBERS)
    if edge and any(Flag.NUMBER in touched([_dropped(part.text)], [lexicon]) for part in parts):
        found.add(Flag.NUMBER)
    return found


def _at_edge(first: Words, last: Words, lexicon: Lexicon, *keys: str) -> bool:
    """Whether words of some lists stand just behind the quoted words, or just before the next."""
    if any(place.first == 0 for place in lexicon.places(first, *keys)):
        return True
    return any(place.last == len(last.words) for place in lexicon.places(last, *keys))


def _dropped(words: str) -> Edit:
    return Edit(op=Operation.DELETE, quoted="", record=words)


def _turns(tail: str, head: str, beside: tuple[Words, Words], lexicon: Lexicon, *, whole: bool) -> bool:
    """Whether a denial is left out that rules the words behind the mark, or those before it."""
    before, after = beside
    if any(place.first < NEAR + 1 for place in lexicon.denials(after)):
        # one of two denials that deny one thing: "ни разу | не просили"
        return False
    words = lexicon.read(head)
    opposing = lexicon.places(words, "opposing", "contrasts")
    if any(place.last == len(words.words) for place in opposing):
        # "not the pier but … the bridge"
        return False
    joints = lexicon.places(words, "and_words", "opposing", "contrasts")
    for denial in lexicon.denials(words):
        near = len(words.words) - denial.last < FAR
        border = _BORDER.search(words.text, words.ends[denial.last - 1])
        if near and border is None and not any(place.first >= denial.last for place in joints):
            return True
    behind = lexicon.read(tail)
    denials = lexicon.denials(behind)
    return any(_rules_before(place, behind, before, lexicon, whole=whole) for place in denials)


def _rules_before(denial: Place, words: Words, before: Words, lexicon: Lexicon, *, whole: bool) -> bool:
    """Whether a denial belongs to the words before the mark: "will | not, for now, | sell"."""
    if _BORDER.search(words.text, 0, words.starts[denial.first]):
        return False
    # behind the verb that it denies it stands where the sentence may end as well
    if "after" in (lexicon.pack.phrases("negation_side") or ()):
        return denial.first <= NEAR
    auxiliary = any(place.last == len(before.words) for place in lexicon.places(before, *_AUXILIARIES))
    return whole and denial.first == 0 and (auxiliary or denial.last == len(words.words))
