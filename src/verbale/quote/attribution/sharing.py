"""Attributions that hold for the neighbours too: split sentences, several quotations in a row."""

from __future__ import annotations

import re

from verbale.quote.attribution.cues import CUE
from verbale.quote.attribution.neighbourhoods import BLANK, Found, Reader
from verbale.quote.attribution.neighbours import Attribution, How, shared
from verbale.quote.attribution.preceding import sentence_before
from verbale.quote.attribution.uses import is_sentence
from verbale.text.sentences import sentence_ends

__all__ = ["share"]

_FARTHEST = 320
_SENTENCE_MARKS = frozenset(".?!…")
# "..., Marr said, and her husband cut in.": what follows is not surely Marr's.
_ANOTHER = re.compile(r"[,;]\s*(?:and|but|und|aber|mais|et|pero|y|а|но|и)\b")


def share(reader: Reader) -> None:
    """Gives stretches without an attribution that of their neighbours, where the text shows that it holds.

    Args:
        reader: The reader, after `attribute()`.
    """
    found = reader.found
    for number, one in enumerate(found):
        if one.previous is not None:
            _from_before(reader, number)
        if one.attribution is None:
            one.attribution = _from_sentence(reader, one)
        if one.attribution is None and one.previous is None and number:
            one.attribution = _from_paragraph_before(reader, number)
    for number in range(len(found) - 1, -1, -1):
        if found[number].attribution is None and found[number].following is not None:
            _from_after(reader, number)


def _gap(reader: Reader, number: int) -> str:
    one = reader.found[number]
    assert one.previous is not None  # noqa: S101
    return reader.text[reader.found[one.previous].stretch.outer.end : one.stretch.outer.start]


def _goes_on(reader: Reader, number: int) -> bool:
    """Whether a stretch stands in the same sentence as the one before it."""
    one = reader.found[number]
    gap = _gap(reader, number)
    if len(gap) > _FARTHEST or "\n\n" in gap or one.previous is None:
        return False
    before = reader.found[one.previous].stretch
    if any(True for _ in sentence_ends(reader.text, before.outer.end, one.stretch.outer.start)):
        return False
    first = gap.lstrip(BLANK)[:1]
    ended = reader.text[before.spans[-1].end - 1] in _SENTENCE_MARKS
    return not ended or first in {*",،，、;:—–-"} or first.islower()


def _from_before(reader: Reader, number: int) -> None:
    one = reader.found[number]
    assert one.previous is not None  # noqa: S101
    before = reader.found[one.previous]
    theirs = before.attribution
    if theirs is None or theirs.how is How.INSIDE:
        return
    gap = _gap(reader, number)
    if theirs.how is How.AFTER and _splits(reader, number, gap):
        one.joined = one.previous
        one.attribution = shared(theirs, How.SHARED)
        return
    if one.attribution is not None:
        return
    if _goes_on(reader, number):
        if theirs.how is not How.AFTER or not gap.strip().startswith(("and", ",")):
            one.attribution = shared(theirs, How.SHARED)
        return
    one.attribution = _floating(reader, one, before, theirs)


def _floating(reader: Reader, one: Found, before: Found, theirs: Attribution) -> Attribution | None:
    """`"...," Marr said. "..."`: a new sentence of the same speaker right after the attribution."""
    text = reader.text
    start, end = before.stretch.outer.end, one.stretch.outer.start
    if end - start > _FARTHEST or not is_sentence(text, one.stretch.spans):
        return None
    ends = list(sentence_ends(text, start, end))
    begin = ends[-1] if ends else start
    if text[begin:end].strip(BLANK) or len(ends) > 1:
        return None
    between = text[start:begin]
    if not between.strip(BLANK + ".,"):
        return shared(theirs, How.FLOATING)
    if theirs.how is not How.AFTER or _ANOTHER.search(between, 2):
        return None
    return shared(theirs, How.FLOATING)


def _splits(reader: Reader, number: int, gap: str) -> bool:
    """`"We stay," she said, "and we vote."`: one sentence, cut by its attribution."""
    one = reader.found[number]
    assert one.previous is not None  # noqa: S101
    if (
        len(gap) > _FARTHEST
        or not gap.rstrip(BLANK).endswith((*",،，、—–-",))
        or not _goes_on(reader, number)
    ):
        return False
    if len(CUE.findall(gap)) > 1:
        return False
    last = reader.text[reader.found[one.previous].stretch.spans[-1].end - 1]
    return last not in {".", "?", "!"} or reader.text[one.stretch.spans[0].start].islower()


def _from_sentence(reader: Reader, one: Found) -> Attribution | None:
    if one.stretch.depth or not is_sentence(reader.text, one.stretch.spans):
        return None
    found = sentence_before(reader.text, one.start, one.stretch.outer.start)
    if (
        found is None
        or found.cue is None
        or _ANOTHER.search(reader.text, found.cue.end, one.stretch.outer.start)
    ):
        return None
    return found


def _from_paragraph_before(reader: Reader, number: int) -> Attribution | None:
    """A paragraph that is a quotation and nothing else goes on with the one before it."""
    text, one = reader.text, reader.found[number]
    outer = one.stretch.outer
    alone = not text[one.start : outer.start].strip(BLANK) and not text[outer.end : one.end].strip(
        BLANK + ".,"
    )
    if one.stretch.depth or not alone or not is_sentence(text, one.stretch.spans):
        return None
    before = next(
        (f for f in reversed(reader.found[max(0, number - 12) : number]) if f.stretch.depth == 0), None
    )
    if before is None or before.attribution is None or before.turn != one.turn:
        return None
    if before.attribution.how not in (How.AFTER, How.BEFORE, How.COLON, How.FLOATING, How.PARAGRAPH):
        return None
    between = text[before.stretch.outer.end : outer.start]
    # nothing but the rest of the sentence with the attribution may stand between the two
    if outer.start - before.stretch.outer.end > _FARTHEST or text[before.end : one.start].strip(BLANK):
        return None
    if (
        _ANOTHER.search(between, 2)
        or len(list(sentence_ends(text, before.stretch.outer.end, before.end))) > 1
    ):
        return None
    return shared(before.attribution, How.PARAGRAPH)


def _from_after(reader: Reader, number: int) -> None:
    """`The "junta" will "fall," Marr said`, `"A." "B," Marr said`: the attribution holds for both."""
    one = reader.found[number]
    assert one.following is not None  # noqa: S101
    theirs = reader.found[one.following].attribution
    if theirs is None or theirs.how not in (How.AFTER, How.CLOSING, How.SHARED, How.FLOATING):
        return
    if not _gap(reader, one.following).strip(BLANK) and is_sentence(reader.text, one.stretch.spans):
        one.attribution = shared(theirs, How.FLOATING)
    elif theirs.how in (How.AFTER, How.CLOSING) and _goes_on(reader, one.following):
        one.attribution = shared(theirs, How.SHARED)
