"""Letters for questions and answers, in any language: `P – … R – …`, `Q. - … R. - …`, `В. … О. …`.

A letter alone says little. Two letters are labels where they take turns at the starts of lines, the
first asks and the second does not, and where a language's words for question and answer begin with them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.labels.label_words import ANSWERS
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.labels.set_off import LEAD
from verbale.text.packs import packs

__all__ = ["with_letters"]

_LETTER = re.compile(
    rf"\n{LEAD}(?P<label>(?P<letter>[^\W\d_])\d{{0,3}})"
    r"(?P<mark>[.:：]?[*_]*+[^\S\n]?[-–—](?:[*_]*+(?=\s)|(?=[^\W\d_¿¡«„“\"]))"
    r"|[.:：][*_]*+(?=\s|[¿¡])|[/)](?=[^\S\n])|\t|[^\S\n]{2})[^\S\n]*+[*_]*+"
)
_ASKS = "?？؟\u037e;"
_FEWEST = 4
_PROBE = 6000


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    label: tuple[int, int]
    words: int
    letter: str
    mark: str


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    """First letters of a language's words for question and answer, as capitals."""
    return frozenset(
        (asking[0].upper(), answering[0].upper())
        for pack in packs()
        for asking in pack.phrases("questioners") or ()
        for answering in pack.phrases("answers") or ()
        if asking[0].upper() != answering[0].upper()
    )


def with_letters(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    r"""The candidates with those that are letters for questions and answers in place of what they were.

    Args:
        text: A document's text.
        found: The candidates of `verbale.parse.labels.possible_labels.candidates`.

    >>> [c.key for c in with_letters("P – Why?\n\nR – Rain.\n\nP – Again?\n\nR – Yes.", [])]
    ['q', 'a', 'q', 'a']
    """
    places = _alternating(text)
    if not places:
        return list(found)
    asking = places[0].letter
    letters = {
        place.line: Candidate(
            place.line,
            place.label,
            place.words,
            "stop",
            firm=True,
            bold=False,
            anatomy=_ASKING if place.letter == asking else _ANSWERING,
        )
        for place in places
    }
    answering = next(place.letter for place in places if place.letter != asking)
    kept = [_in_full(c, asking, answering) for c in found if c.start not in letters]
    return sorted([*kept, *letters.values()], key=lambda c: c.start)


def _in_full(c: Candidate, asking: str, answering: str) -> Candidate:
    """`Pregunta.` before the first `P.`: a word of which the letter is the first."""
    first = c.anatomy.name[:1].upper()
    if c.anatomy.generic and first == asking and " " not in c.anatomy.name:
        return replace(c, shape="stop", anatomy=_ASKING)
    if c.key in ANSWERS and first == answering and len(c.key) > 1:
        return replace(c, shape="stop", anatomy=_ANSWERING)
    return c


_ASKING = Anatomy("Q", "q", "mixed", "", 1, generic=True, titled=False, tail=False)
_ANSWERING = Anatomy("A", "a", "mixed", "", 1, generic=False, titled=False, tail=False)


def _alternating(text: str) -> list[_Place]:
    """The places of two letters that take turns, in order; none where no two do."""
    if sum(1 for _ in _LETTER.finditer(f"\n{text[:_PROBE]}")) < 2:
        return []
    by_mark: dict[str, list[_Place]] = defaultdict(list)
    for m in _LETTER.finditer(f"\n{text}"):
        mark = m["mark"].strip("*_ ") or " "
        start, end = m.span("label")
        by_mark[mark[:2]].append(_Place(m.start(), (start - 1, end - 1), m.end() - 1, m["letter"], mark))
    for places in by_mark.values():
        counts = Counter(place.letter for place in places)
        if len(places) < _FEWEST or len(counts) < 2:
            continue
        letters = {letter for letter, _ in counts.most_common(2)}
        chosen = [place for place in places if place.letter in letters]
        first = chosen[0].letter
        (second,) = letters - {first}
        if (
            first != first.upper()
            or (first.upper(), second) not in _pairs()
            or (first + second == "QA" and not re.search(r"[-–—]", places[0].mark))
        ):
            continue
        if len(chosen) >= _FEWEST and _take_turns(text, chosen):
            return chosen
    return []


def _take_turns(text: str, places: Sequence[_Place]) -> bool:
    changes = sum(one.letter != other.letter for one, other in pairwise(places))
    if changes < 0.8 * (len(places) - 1):
        return False
    asked: dict[str, list[bool]] = defaultdict(list)
    for place, following in zip(places, [*[p.line for p in places[1:]], len(text)], strict=True):
        end = text.find("\n\n", place.words, following)
        words = text[place.words : end if end >= 0 else following].rstrip(' \t\r\n*_"”’»)')
        asked[place.letter].append(words[-1:] in _ASKS)
    first, second = asked[places[0].letter], asked[places[1].letter]
    return sum(first) >= 0.5 * len(first) and sum(second) <= 0.4 * len(second)
