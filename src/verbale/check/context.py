"""What stands around a passage in its sentence: conditions, negations and qualifiers left out."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.model import Span
from verbale.text.asides import unclear
from verbale.text.sentences import sentence_ends

__all__ = ["leaves_out", "sentence_around", "starts_over", "unclear_around"]

_NEGATION = r"""(?:n['’]t|\b(?:not|never|no|nobody|none|neither|nor|hardly|without|cannot|den(?:y|ies|ied)
    |refus\w+|doubt\w*|nicht|kein\w*|nie|no\ es|nunca|jamais|pas|не|нет|никогда|لا|لم|لن|ليس|ليست)\b)"""
# Verbs and nouns through which a negation governs the clause that follows them.
_GOVERNING = r"""(?:think|believe|say|said|saying|mean|suggest\w*|expect|know|claim\w*|see|agree|accept
    |imagine|suppose|assum\w*|true|case|sure|clear|certain|mind|idea|sense|way|matter|question|possible|likely|about)"""
# "I don't think that …", "It is not the case that …"
_BEFORE_NEGATION = re.compile(
    rf"""{_NEGATION}(?:\W+\w+){{0,3}}?\W+{_GOVERNING}\b(?:\W+\w+){{0,2}}\W*$
    |{_NEGATION}(?:\W+\w+){{0,2}}\W*$""",
    re.I | re.X,
)
_CONDITION = r"""\b(?:if|unless|provided|providing|assuming|supposing|in\ case|as\ long\ as|so\ long\ as
    |on\ condition|only\ when|should\ (?:we|they|he|she|it|you)\b|were\ (?:we|they|he|she|it|you)\ to|until
    |except|whether|wenn|falls|sofern|solange|si
    |a\ menos\ que|à\ moins|à\ condition|если|при\ условии|إذا|إن|لو|شرط)\b"""
_BEFORE_CONDITION = re.compile(rf"(?:^|[\s,;:—–(“\"-]){_CONDITION}[^.;!?]*$", re.I | re.X)
_AFTER = re.compile(
    rf"""^[\s,;:—–-]*(?:(?:and|or|only|but|even|especially|particularly|at\ least|not)\W+){{0,2}}{_CONDITION}
    |^[\s,;:—–-]*(?:but|except|though|although|yet|however|aber|pero|mais|но)\b
    |^[^.;!?—–]{{0,60}}[,\s]+{_CONDITION}""",
    re.I | re.X,
)
# The same in Chinese, where no space borders a word.
_UNSPACED_BEFORE = re.compile(
    r"(?:不|没有|没|未|别|从来没有)[^。！？，]{0,2}$|(?:如果|要是|只要|除非|假如)[^。！？]*$"
)
_UNSPACED_AFTER = re.compile(r"^[，、；]?(?:但是|但|不过|可是|只|除非|如果|只要|否则)")
_WINDOW = 600
_NEGATED_QUESTION = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|would|could|should|can|wo)n['’]t\b", re.I
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@lru_cache(maxsize=4)
def sentence_around(text: str, span: Span, floor: Span) -> Span:
    """The sentence or sentences that a passage lies in, within what one speaker says.

    >>> text = "We met. If it rains, we stay. Then we left."
    >>> sentence_around(text, Span(20, 28), Span(0, len(text))).of(text)
    ' If it rains, we stay.'
    """
    start = max(floor.start, span.start - _WINDOW)
    stop = min(floor.end, span.end + _WINDOW)
    begin = start
    end = stop
    for at in sentence_ends(text, start, stop):
        # a passage's own last mark may end its sentence
        if at <= span.start:
            begin = at
        elif at >= span.end:
            end = at
            break
    return Span(begin, max(end, span.end))


def starts_over(text: str, span: Span, floor: Span) -> bool:
    """Whether the sentence only starts with tries at the words that the passage begins with.

    >>> text = "We – we do not, we do not publish it."
    >>> starts_over(text, Span(16, 36), Span(0, len(text)))
    True
    """
    sentence = sentence_around(text, span, floor)
    tried = _WORD.findall(text[sentence.start : span.start].casefold())
    return bool(tried) and set(tried) <= set(_WORD.findall(span.of(text).casefold())[: len(tried)])


def leaves_out(text: str, span: Span, floor: Span) -> bool:
    """Whether the sentence has a condition, a negation or a qualifier that the passage leaves out.

    Args:
        text: the document's text.
        span: the passage.
        floor: the span of what its speaker says.

    >>> text = "We shall sign if the gates open. I don't think that it is over."
    >>> whole = Span(0, len(text))
    >>> leaves_out(text, Span(0, 13), whole), leaves_out(text, Span(52, 62), whole)
    (True, True)
    >>> leaves_out(text, Span(0, 31), whole)
    False
    """
    sentence = sentence_around(text, span, floor)
    before = text[sentence.start : span.start]
    after = text[span.end : sentence.end]
    if after.rstrip("”’\"' ").endswith("?"):
        # "Isn't this …?" denies nothing
        before = _NEGATED_QUESTION.sub("", before)
    if _UNSPACED_BEFORE.search(before) or _UNSPACED_AFTER.search(after):
        return True
    if (
        any(letter.isalnum() for letter in before)
        and not starts_over(text, span, floor)
        and (_BEFORE_NEGATION.search(before) or _BEFORE_CONDITION.search(before))
    ):
        return True
    return any(letter.isalnum() for letter in after) and bool(_AFTER.search(after))


def unclear_around(text: str, span: Span) -> bool:
    """Whether the transcript marks words in the passage, or right after it, as not heard well."""
    return unclear(text[max(0, span.start - 1) : span.end + 16])
