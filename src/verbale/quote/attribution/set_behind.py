"""A name set behind or beneath quoted words, without a verb: `“…” — Marr`, `“…” (Marr)`, the signature below.

It is no word of a language, so all languages have it. A signature ends what was quoted: it says nothing
of the words that follow it.
"""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.quote.attribution.cues import CUE
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How
from verbale.quote.attribution.shapes import NAME, NO_NAME
from verbale.text.gazetteer import place_of
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["set_behind"]

_SPACE = r"[^\S\n]"
# A name of one line: what stands on the next line is no part of it.
_WHO = rf"(?P<who>(?:[Tt]he{_SPACE}+)?{NAME.replace(chr(92) + 's', _SPACE)})"
_MARKS = '“”"„«»'
_DASH = r"(?:[—–―]{1,2}|--?|~)"
_LEAD = r"[ \t\u00a0>*_]*"
_SAME_LINE = pattern(
    rf"{_SPACE}*,?{_SPACE}*[—–-]{{1,2}}{_SPACE}*{_WHO}(?P<more>,[^\n{_MARKS}]{{1,80}}?)?{_SPACE}*(?=[.\n)]|\Z)"
)
_BELOW = rf"[.,]?[ \t*_]*\n(?:{_LEAD}\n)?{_LEAD}"
_SIGNED = pattern(
    rf"{_BELOW}{_DASH}{_LEAD}(?:{_WHO}(?P<more>(?:,|{_SPACE}\()[^\n{_MARKS}?!]{{1,100}})?"
    rf"|[^\n{_MARKS}?!.]{{3,100}})[*_]*{_SPACE}*(?=\n|\Z)"
)
# Without a dash it needs a description, and a line of its own beneath the words' own line.
_NAMED_BELOW = pattern(
    rf"\n{_LEAD}{_WHO}(?P<more>,{_SPACE}[^\W\d_A-Z][^\n{_MARKS}?!.]{{2,80}})[*_]*{_SPACE}*(?=\n{_SPACE}*\n|\s*\Z)"
)
_BRACKETED = pattern(
    rf"[.,]?{_SPACE}*[(\[](?:{_DASH}\s*)?{_WHO}(?P<more>,[^()\[\]\n]{{1,80}})?[)\]](?={_SPACE}*(?:[.,;:\n{_MARKS}]|\Z)|\s+[A-Z])"
)
_BEGINS = frozenset("—–―-~([\n")
_RELATIVE = pattern(r",\s*(?:who|whose)\b")
_ITEM = pattern(r"[*_>\s]*-\s")
# Words of what else stands in brackets or beneath: credits, notes, media, bodies.
_NO_PERSON = (
    listed_words("not_labels") | listed_words("photo_credits") | listed_words("form_words")
    | listed_words("stage_notes") | listed_words("incidents") | listed_words("translations")
    | listed_words("recordings")
)  # fmt: skip
_BODIES = listed_words("bodies")
# the last word of an abbreviation and its stop: "Jr."
_SHORT = 4


def set_behind(text: str, start: int, outer: Span, limit: int) -> Attribution | None:
    r"""Whose name stands behind or beneath quoted words without a verb.

    Args:
        text: The text.
        start: Where the neighbourhood of the words begins.
        outer: The words with their marks.
        limit: Where to stop looking: the end of the turn or of the text.

    Returns:
        The attribution; without a mention where a signature names nobody.

    >>> text = "“The ferry was ours.”\n— Ivo Tarn, harbour minister"
    >>> set_behind(text, 0, Span(0, 21), len(text)).mention.of(text)
    'Ivo Tarn'
    """
    end = min(limit, outer.end + WINDOW)
    if text[outer.end : outer.end + 8].lstrip(" .,\t\u00a0*_")[:1] not in _BEGINS:
        return None
    if (found := _SAME_LINE.match(text, outer.end, end)) and not _tells(found["more"] or ""):
        return _signed(text, found)
    before = text[start : outer.start].rstrip(" \t\r\n\u00a0*_>")
    if not before and (found := _SIGNED.match(text, outer.end, end)) and _is_signature(text, found):
        return _signed(text, found)
    found = _NAMED_BELOW.match(text, outer.end, end) if not before else None
    if found is not None and " " in found["who"] and _is_person(text, found["who"]):
        return _signed(text, found)
    # in the midst of a sentence brackets may say whom the words are about
    found = _BRACKETED.match(text, outer.end, end) if before[-1:] in {"", ":", "：", ",", "."} else None
    return _signed(text, found) if found is not None and _is_person(text, found["who"]) else None


def _signed(text: str, found: re.Match[str]) -> Attribution:
    who = found["who"]
    known = who is not None and _named(text, who.removeprefix("The ").removeprefix("the "))
    return Attribution(How.SIGNED, None, Span(*found.span("who")) if known else None)


def _tells(more: str) -> bool:
    """Whether a clause with a verb of saying follows, save one about the name itself."""
    return CUE.search(more) is not None and _RELATIVE.match(more) is None


def _is_signature(text: str, found: re.Match[str]) -> bool:
    """Whether a line behind a dash is a signature, and no sentence, speech or item of a list."""
    more = found["more"] or ""
    line = text[text.rfind("\n", found.start(), found.end()) + 1 : found.end()].strip(" \t\u00a0>*_")
    if _ITEM.match(line) and _ITEM.match(text, found.end()):
        return False
    if found["who"] is None:
        return CUE.search(line) is None and line[-1:] not in {",", ":", ";"}
    ended = more.rstrip("*_ )").endswith((".", "…", ":")) and len(more.split()[-1]) > _SHORT
    return not ended and not _tells(more)


def _named(text: str, who: str) -> bool:
    """Whether a name is somebody's: a single word only where the text has it in full."""
    words = [word.strip(".").casefold() for word in who.split()]
    if not _NO_PERSON.isdisjoint(words) or words[0] in NO_NAME:
        return False
    return len(words) > 1 or re.search(rf"[^\W\d_a-z][\w’'.-]*\s{re.escape(who)}(?!\w)", text) is not None


def _is_person(text: str, who: str) -> bool:
    """Whether a name is a person's, and no place's or body's."""
    words = {word.strip(".").casefold() for word in who.split()}
    return _named(text, who) and _BODIES.isdisjoint(words) and place_of(who) is None
