"""An attribution after the quoted words: `"...," Marr said`, `"...," said the minister`."""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.quote.attribution import mentions
from verbale.quote.attribution.cues import ADVERBS, CUE, Manner, manner
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How
from verbale.quote.attribution.quoted_as import origin, quoted_as
from verbale.quote.attribution.shapes import PRONOUN
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["closing_clause", "following"]

_LEAD = pattern(r"[\s,*_\]]*")
_DASH = pattern(r"[\s,]*[—–-]+\s*")
_ADVERB = pattern(rf"(?:(?:{ADVERBS}|{either(listed_words('before_inverted'))})\s+)?")
_NEGATION = pattern(rf"(?:n['’]t|\b(?:{either(listed_words('not_said'))}))\s+(?:\w+\s+)?\Z")
_MODAL = pattern(rf"\b(?:{either(listed_words('saying_modals'))})\s+\Z")  # "..., I should say"
# Words that show that the sentence goes on, and no attribution begins.
_GOES_ON = pattern(rf"\b(?:{either(listed_words('goes_on'))})\b")
_GESTURES = listed_words("gestures")
_BEFORE_SUBJECT = listed_words("as_words") | {""}
_CLOSING = pattern(
    rf",\s+(?P<who>(?:{PRONOUN}|(?:[Tt]he\s+|[Aa]n?\s+|[Hh]is\s+|[Hh]er\s+)?(?:[\w.’'\-]+\s+){{0,8}}?[\w.’'\-]+))\s+"
    rf"(?:(?:{ADVERBS}|has|had)\s+)*(?P<cue>{CUE.pattern})(?P<rest>[^,;:“\"]{{0,120}})[.!?]?\s*\Z"
)
_INVERTED = listed_words("inverting_cues")
_DESCRIBED = pattern(rf"{PRONOUN}\Z|the\s|an?\s|his\s|her\s")


def _end(text: str, start: int, limit: int) -> int:
    """Where the sentence that goes on after the marks ends."""
    stop = min(limit, start + WINDOW)
    return next(sentence_ends(text, start, stop), stop)


def _last_mark(text: str, content_end: int) -> str:
    """The last character of the words, over the marks of a quotation in the quotation."""
    return text[max(0, content_end - 4) : content_end].rstrip("’”'\"»")[-1:]


def following(text: str, content_end: int, outer_end: int, limit: int) -> Attribution | None:
    """The attribution that stands right after the closing mark.

    Args:
        text: The text.
        content_end: Where the quoted words end.
        outer_end: Where the closing mark ends.
        limit: Where to stop looking.

    >>> text = "“We stay,” said Minister Marr."
    >>> following(text, 9, 10, len(text)).mention.of(text)
    'Minister Marr'
    """
    last = _last_mark(text, content_end)
    trailing = text[content_end - 3 : content_end] == "..."
    comma = text[outer_end : outer_end + 1] == ","
    if last in {".", ":", ";"} and not comma and not trailing:
        return None
    end = _end(text, outer_end, limit)
    if quoted := quoted_as(text, outer_end, end, How.AFTER):
        return quoted
    dash = _DASH.match(text, outer_end, end)
    lead = dash or _LEAD.match(text, outer_end, end)
    begin = lead.end() if lead else outer_end
    first = CUE.search(text, begin, min(end, begin + 180))
    if first is None:
        return None
    how, cue = manner(first[0]), Span(*first.span())
    goes_on = last == "," or dash is not None or "," in text[outer_end:begin]
    if first[0].split()[0].lower() in _GESTURES and not goes_on:
        return None
    separated = bool(
        trailing or dash or last in {",", "?", "!", "—", "–", "-", "…"} or "," in text[outer_end:begin]
    )
    place = origin(text, begin, cue, end)
    if place is not None and separated and how not in (Manner.ING, Manner.LABEL, Manner.BY):
        other = mentions.after(text, place, end)
        if other is None:
            return Attribution(How.AFTER, cue, None, how)
        return Attribution(How.AFTER, Span(cue.start, other.span.end), other.span, how, other.joint)
    adverb = _ADVERB.match(text, begin, end)
    assert adverb is not None  # noqa: S101 - it may be empty
    if first.start() == adverb.end():
        if how in (Manner.ING, Manner.LABEL) or not (separated or how is Manner.BY):
            return None
        inverse = mentions.after(text, first.end(), end)
        if inverse is None:
            return Attribution(How.AFTER, cue, None, how)
        return Attribution(How.AFTER, cue, inverse.span, how, inverse.joint)
    if how in (Manner.ING, Manner.LABEL, Manner.BY) or not separated:
        return None
    return _subject_first(text, begin, first, how)


def _subject_first(text: str, begin: int, cue: re.Match[str], how: Manner) -> Attribution | None:
    between = text[begin : cue.start()]
    main_clause = re.sub(r",.*,", " ", between, flags=re.DOTALL)
    if _GOES_ON.search(main_clause) or len(between.split()) > 24:
        return None
    subject = mentions.before(text, begin, cue.start())
    if subject is None or text[begin : subject.span.start].strip(" *_\n") not in _BEFORE_SUBJECT:
        return None
    if _MODAL.search(between):
        return None
    doubt = _NEGATION.search(between) is not None
    return Attribution(How.AFTER, Span(*cue.span()), subject.span, how, subject.joint, doubt)


def closing_clause(text: str, outer_end: int, limit: int) -> Attribution | None:
    """The attribution that ends the sentence: `The plan "leads nowhere" and is dead, Marr said`.

    Args:
        text: The text.
        outer_end: Where the closing mark ends.
        limit: Where to stop looking.
    """
    end = _end(text, outer_end, limit)
    found = _CLOSING.search(text, outer_end, end)
    if found is None:
        return _closing_inverted(text, outer_end, end)
    if manner(found["cue"]) is not Manner.SAY:
        return None
    who = found["who"]
    if _GOES_ON.search(who) or (who[:1].islower() and not _DESCRIBED.match(who)):
        return None
    return Attribution(How.CLOSING, Span(*found.span("cue")), Span(*found.span("who")))


def _closing_inverted(text: str, outer_end: int, end: int) -> Attribution | None:
    """`"An embarrassment" if she lost, said Marr`: the clause holds one verb of saying, and its speaker."""
    cues = list(CUE.finditer(text, outer_end, end))
    if (
        len(cues) != 1
        or cues[0][0] not in _INVERTED
        or not text[outer_end : cues[0].start()].rstrip().endswith(",")
    ):
        return None
    subject = mentions.after(text, cues[0].end(), end)
    if subject is None:
        return None
    return Attribution(How.CLOSING, Span(*cues[0].span()), subject.span, joint=subject.joint)
