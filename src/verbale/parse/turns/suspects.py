"""Turns that do not fit whom their label names: flagged, never renamed.

Where a transcript's labels have slipped, its turns betray it: a speaker is called in his own turn, or spoken
of; what stands under a question's label answers; an answer has a question of its own. Each sign is rare in
transcripts whose labels are right, and proves nothing alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from verbale.parse.borders.scribe_words import WORD
from verbale.parse.turns.parts import Part
from verbale.text.folded import Folded
from verbale.text.name_words import HONORIFICS, TITLES
from verbale.text.names import words_of_name
from verbale.text.patterns import pattern

__all__ = ["suspects"]

# Above this share of suspect turns, and with so many of them, the labels of a text are not to be trusted.
_SHARE = 0.2
_ENOUGH = 2
# A question of so few letters stands in an answer; an answer of so many in a question.
_ASKED = 300
_ANSWERED = 150
_SHORT = 4
_TITLED = HONORIFICS | TITLES
_BLANK = pattern(r"\n[^\S\n]*\n\s*")
# So many labels of an exchange are followed by one of the other kind.
_ALTERNATING = 0.8
_CLOSED = pattern(r"[“„«「『][^”“»」』\n]*[”“»」』]|\"[^\"\n]*\"")
_ASKS = pattern(r"[?？؟][\s\"”’'»)\]*_]*\Z")
_ENDING = 40
_STOPS = pattern(r"[.!?？。！؟]+(?=\s|\Z)")


def suspects(
    text: str, folded: Folded, parts: Sequence[Part], cues: Callable[[], frozenset[str]]
) -> list[bool]:
    """Whether each turn of a text is suspect; all with a name are, where too many of them are.

    Args:
        text: The document's text.
        folded: The same without capitals.
        parts: The turns in order.
        cues: Gives the verbs of saying of the text's language, casefolded.
    """
    families: dict[str, set[str]] = defaultdict(set)
    named = [part for part in parts if not (part.unnamed or part.asking_label)]
    for who in {part.who for part in named}:
        for name in words_of_name(who):
            families[name].add(who)
    found = [
        not (part.unsure or part.unnamed or part.asking_label or part.replayed or part.is_incident)
        and _betrays_its_label(text, folded, part, families, cues)
        for part in parts
    ]
    for i in _slipped(text, parts):
        found[i] = True
    if sum(found) >= _ENOUGH and sum(found) > _SHARE * len(parts):
        return [
            suspect or not (part.unnamed or part.is_incident)
            for suspect, part in zip(found, parts, strict=True)
        ]
    return found


def _betrays_its_label(
    text: str,
    folded: Folded,
    part: Part,
    families: Mapping[str, set[str]],
    cues: Callable[[], frozenset[str]],
) -> bool:
    """Whether a speaker is called in his own turn, or spoken of; quotes of others apart."""
    family = (words_of_name(part.who) or ("",))[-1]
    if len(family) < _SHORT - 1 or len(families[family]) > 1 or not folded.has(family, part.start, part.end):
        return False
    said = _CLOSED.sub(lambda m: " " * len(m[0]), text[part.start : part.end])
    return any(_is_of_another(said, *place, cues) for place in _with_title(said, family))


def _with_title(said: str, family: str) -> Iterator[tuple[int, int]]:
    """Where a family name stands behind a title; behind a longer one a full stop ends a sentence."""
    named = rf"\b(?P<first>\w+)(?P<stop>\.?)\s+(?:(?P<second>\w[\w.]*)\s+)?{re.escape(family)}\b"
    for m in re.finditer(named, said, re.IGNORECASE):
        first, second = m["first"].casefold(), (m["second"] or "").casefold().strip(".")
        if first in _TITLED and (not m["stop"] or len(first) <= _SHORT):
            yield m.start(), m.end()
        elif second in _TITLED and (m["second"][-1:] != "." or len(second) <= _SHORT):
            yield m.start("second"), m.end()


def _is_of_another(said: str, start: int, end: int, cues: Callable[[], frozenset[str]]) -> bool:
    """Whether a name with its title is spoken to, or spoken of with a verb of saying."""
    before, after = said[:start].rstrip(), said[end : end + 40]
    begins = not before or before[-1] in ".?!…:\n" or said[len(before) : start].count("\n") > 1
    if begins and after[:1] == ",":
        return True
    if before[-1:] == "," and after[:1] in ("?", "？"):
        return True
    following = WORD.findall(after)[:2]
    return bool(following) and begins and following[0].casefold() in cues()


def _slipped(text: str, parts: Sequence[Part]) -> Iterator[int]:
    """Turns of an exchange in which a question and an answer stand under one label.

    Told only where every question has a label, and labels alternate.
    """
    spoken = [i for i, part in enumerate(parts) if not part.is_incident and not part.unsure]
    asking = [parts[i].asking_label for i in spoken]
    turned = sum(one != other for one, other in pairwise(asking))
    if not any(asking) or turned < _ALTERNATING * (len(spoken) - 1):
        return
    asks = [_asks(text[max(parts[i].start, parts[i].end - _ENDING) : parts[i].end]) for i in spoken]
    if _are_swapped(asking, asks):
        yield from spoken
        return
    for n, i in enumerate(spoken):
        following = parts[spoken[n + 1]] if n + 1 < len(spoken) else None
        words = text[parts[i].start : parts[i].end]
        if not _has_mark(words):
            continue
        paragraphs = _BLANK.split(words) if "\n" in words else [words]
        questions = [k for k, each in enumerate(paragraphs) if len(each) <= _ASKED and _asks(each)]
        if asking[n]:
            # an answer below the question, and the next label is a question's again
            below = sum(map(len, paragraphs[questions[0] + 1 :])) if questions else 0
            again = following is None or following.asking_label
            if below >= _ANSWERED and again and len(paragraphs) - 1 not in questions:
                yield i
        else:
            twice = asks[n] and following is not None and following.who == parts[i].who
            within = (0 < k < len(paragraphs) - 1 and _is_one_question(paragraphs[k]) for k in questions)
            if twice or any(within):
                yield i


def _has_mark(words: str) -> bool:
    return "?" in words or "？" in words or "؟" in words


def _asks(words: str) -> bool:
    """Whether words end with a question mark, or with what may stand behind one."""
    return _has_mark(words) and _ASKS.search(words) is not None


def _are_swapped(asking: Sequence[bool], asks: Sequence[bool]) -> bool:
    """Whether mostly those ask whose labels answer, and those answer whose labels ask."""
    by_label = [ask for label, ask in zip(asking, asks, strict=True) if label]
    others = [ask for label, ask in zip(asking, asks, strict=True) if not label]
    return len(others) > 1 and sum(by_label) < 0.3 * len(by_label) and sum(others) > 0.7 * len(others)


def _is_one_question(paragraph: str) -> bool:
    """Whether a paragraph is a question and nothing else."""
    return len(_STOPS.findall(paragraph.strip())) == 1
