"""Attributions that hold for the neighbours too: split sentences, several quotations in a row."""

from __future__ import annotations

import re

from verbale.quote.attribution.cues import CUE
from verbale.quote.attribution.neighbourhoods import BLANK, Found, Reader
from verbale.quote.attribution.neighbours import Attribution, How, shared
from verbale.quote.attribution.preceding import sentence_before
from verbale.quote.attribution.replies import asks, is_question
from verbale.quote.attribution.uses import is_sentence
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["is_parted", "share"]

_FARTHEST = 320
_SENTENCE_MARKS = frozenset(".?!…")
# "..., Marr said, and her husband cut in.": what follows is not surely Marr's.
_JOINTS = listed_words("joining") | listed_words("opposing") | listed_words("opposing_only")
_ANOTHER = pattern(rf"[,;]\s*(?:{either(_JOINTS)})\b")


_HE_OR_SHE = listed_words("pronouns_he") | listed_words("pronouns_she")
_SAME = pattern(rf"\s*(?:{either(_HE_OR_SHE)})\b", re.IGNORECASE)
_GOES_ON = pattern(rf"\s+(?:{either(listed_words('before_cues'))})\b")


def is_parted(text: str, start: int, end: int) -> bool:
    """Whether between two quoted stretches somebody else comes in, or more is told than one sentence.

    Args:
        text: The text.
        start: Where the first one ends.
        end: Where the second one begins.

    >>> is_parted("“No,” said Marr. “Never.”", 5, 17), is_parted("“No,” said Marr. Vik rose. “Never.”", 5, 27)
    (False, True)
    """
    end = start + len(text[start:end].rstrip(BLANK + "“”\"„«»‘’'"))
    ends = list(sentence_ends(text, start, end))
    told = [place for place in ends[:-1] if not _SAME.match(text, place)]
    others = _ANOTHER.finditer(text, start, end)
    return bool(told) or any(_GOES_ON.match(text, found.end()) is None for found in others)


def share(reader: Reader) -> None:
    """Gives stretches without an attribution that of their neighbours, where the text shows that it holds.

    Args:
        reader: The reader, after `attribute()`.
    """
    found = reader.found
    for number, one in enumerate(found):
        if one.stretch.block:
            continue  # whoever set it apart took it from elsewhere
        if one.previous is not None:
            _from_before(reader, number)
        if one.attribution is None:
            one.attribution = _from_sentence(reader, one)
        if one.attribution is None:
            one.attribution = _from_paragraph_before(reader, number)
    for number in reversed(range(len(found))):
        alone = found[number].stretch.block or found[number].attribution is not None
        if not alone and found[number].following is not None:
            _from_after(reader, number)


def _sibling(reader: Reader, number: int) -> Found:
    """The stretch before one, in the same neighbourhood."""
    previous = reader.found[number].previous
    assert previous is not None  # noqa: S101
    return reader.found[previous]


def _gap(reader: Reader, number: int) -> str:
    before = _sibling(reader, number).stretch.outer
    return reader.text[before.end : reader.found[number].stretch.outer.start]


def _goes_on(reader: Reader, number: int) -> bool:
    """Whether a stretch stands in the same sentence as the one before it."""
    one = reader.found[number]
    gap = _gap(reader, number)
    if len(gap) > _FARTHEST:
        return False
    before = _sibling(reader, number).stretch
    if any(True for _ in sentence_ends(reader.text, before.outer.end, one.stretch.outer.start)):
        return False
    first = gap.lstrip(BLANK)[:1]
    ended = reader.text[before.spans[-1].end - 1] in _SENTENCE_MARKS
    return not ended or first in {*",،，、;:—–-"} or first.islower()


def _from_before(reader: Reader, number: int) -> None:
    one, before = reader.found[number], _sibling(reader, number)
    theirs = before.attribution
    if theirs is None or theirs.how in (How.INSIDE, How.SIGNED) or before.stretch.block:
        return
    gap = _gap(reader, number)
    if theirs.how is How.AFTER and _splits(reader, number, gap):
        one.joined = one.previous
        one.attribution = shared(theirs, How.SHARED)
        return
    if one.attribution is not None:
        return
    if _goes_on(reader, number):
        if theirs.how is not How.AFTER or not gap.startswith(","):
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
    if theirs.how is not How.AFTER or _ANOTHER.search(between):
        return None
    return shared(theirs, How.FLOATING)


def _splits(reader: Reader, number: int, gap: str) -> bool:
    """`"We stay," she said, "and we vote."`: one sentence, cut by its attribution."""
    if (
        len(gap) > _FARTHEST
        or not gap.rstrip(BLANK).endswith((*",،，、—–-",))
        or not _goes_on(reader, number)
    ):
        return False
    if len(CUE.findall(gap)) > 1:
        return False
    last = reader.text[_sibling(reader, number).stretch.spans[-1].end - 1]
    first = reader.text[reader.found[number].stretch.spans[0].start]
    return last not in {".", "?", "!"} or first.islower()


def _from_sentence(reader: Reader, one: Found) -> Attribution | None:
    if one.stretch.depth or not is_sentence(reader.text, one.stretch.spans):
        return None
    found = sentence_before(reader.text, one.start, one.stretch.outer.start, reader.of_language)
    if not reader.of_language:
        found = reader.plainly(found)
    if (
        found is None
        or found.cue is None
        or _ANOTHER.search(reader.text, found.cue.end, one.stretch.outer.start)
    ):
        return None
    # who asks says the question, and the other what follows
    answered = asks(reader.text, found.cue, one.stretch.outer.start)
    return None if answered and not is_question(reader.text, one.stretch.spans[-1]) else found


def _from_paragraph_before(reader: Reader, number: int) -> Attribution | None:
    """A paragraph that is a quotation and nothing else goes on with the one before it."""
    text, one = reader.text, reader.found[number]
    outer = one.stretch.outer
    alone = not text[one.start : outer.start].strip(BLANK) and not text[outer.end : one.end].strip(
        BLANK + ".,"
    )
    if one.stretch.depth or not alone or not is_sentence(text, one.stretch.spans):
        return None
    earlier = (reader.found[n] for n in reversed(range(number)))
    before = next((each for each in earlier if not each.stretch.depth), None)
    if before is None or before.attribution is None or before.turn != one.turn or before.stretch.block:
        return None
    if before.attribution.how not in (How.AFTER, How.BEFORE, How.COLON, How.FLOATING, How.PARAGRAPH):
        return None
    asked = is_question(text, before.stretch.spans[-1]) and asks(text, before.attribution.cue, before.end)
    if asked and not is_question(text, one.stretch.spans[-1]):
        return None
    between = text[before.stretch.outer.end : outer.start]
    # nothing but the rest of the sentence with the attribution may stand between the two
    if outer.start - before.stretch.outer.end > _FARTHEST or text[before.end : one.start].strip(BLANK):
        return None
    if _ANOTHER.search(between) or len(list(sentence_ends(text, before.stretch.outer.end, before.end))) > 1:
        return None
    return shared(before.attribution, How.PARAGRAPH)


def _from_after(reader: Reader, number: int) -> None:
    """`The "junta" will "fall," Marr said`, `"A." "B," Marr said`: the attribution holds for both."""
    one = reader.found[number]
    assert one.following is not None  # noqa: S101
    theirs = reader.found[one.following].attribution
    if theirs is None:
        return
    if not _gap(reader, one.following).strip(BLANK) and is_sentence(reader.text, one.stretch.spans):
        one.attribution = shared(theirs, How.FLOATING)
    elif theirs.how in (How.AFTER, How.CLOSING) and _goes_on(reader, one.following):
        one.attribution = shared(theirs, How.SHARED)
