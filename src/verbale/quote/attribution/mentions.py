"""The words that name a speaker beside a cue: a name, an office, a description, a pronoun."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.model.text import Span
from verbale.quote.attribution.cues import ADVERBS
from verbale.quote.attribution.shapes import (
    DETERMINER,
    INSIDE_NAMES,
    LOWER,
    NAME,
    NO_NAME,
    PRONOUN,
    UPPER,
    WORD,
)
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern

__all__ = ["Mention", "after", "before", "leading"]

_TAIL = pattern(rf"(?:[\s,]+(?:{ADVERBS}|{either(listed_words('before_cues'))}))*[\s,]*\Z")
_BORDER = pattern(
    rf"[,;:()\[\]—–\"“”«»„]|\s-\s|(?<![\w’'])(?:{either(listed_words('clause_borders'))})(?![\w’'])"
)
_LEAD = pattern(
    rf"\s*(?:(?:{either(written_words('sentence_leads'))}|(?:On|Late|Early|Last|This)\s+\w+day|"
    r"In\s+(?:\w+\s+)?\d{4}|Last\s+\w+|This\s+(?:week|month|year|morning))[\s,]+)*"
)
_PREPOSITION = pattern(rf"(?:{either(written_words('no_subjects'))})\b")
_STARTS = pattern(rf"(?:{DETERMINER}\s|[{UPPER}\d]|\d)")
_PRONOUN_LAST = pattern(rf"(?<![\w’']){PRONOUN}\Z")
_NAME_LAST = pattern(rf"(?<![\w’'])(?:{NAME})\Z")
_PHRASE_LAST = pattern(rf"(?<![\w’']){DETERMINER}\s+[\w’'-]+(?:\s+[\w’'-]+){{0,5}}\Z")
_BARE = pattern(rf"(?:[{LOWER}][\w’'-]*\s+){{0,3}}[{LOWER}][\w’'-]*")
_RELATIVE = pattern(
    rf"(?:\A|[;:—–]\s|,\s)(?P<np>(?:{DETERMINER}\s|[{UPPER}])[^,;:]{{1,90}}),\s"
    rf"(?:who|which|whose)\s[^;:]{{1,140}},?\s*\Z"
)
_OFFICE_AND_NAME = pattern(rf"(?:[{LOWER}][\w’'-]*\s+){{1,4}}{NAME}")
_NAMED_OFFICE = pattern(
    rf"(?:\A|[,;:—–]\s|\s)(?P<np>(?:{DETERMINER}|(?:{WORD}\s+){{0,2}}[{UPPER}][\w-]*['’]s?)\s+"
    rf"(?:[\w’'.\-]+\s+){{0,7}}[\w’'\-]+,\s+{NAME}),?\s*\Z"
)
_PLAIN_NAME = pattern(rf"(?:[Tt]he\s+)?(?:[{LOWER}-]+\s+){{0,3}}{WORD}(?:\s+(?:\w+\s+)?{WORD})+")
_APPOSITION = pattern(
    rf"(?P<np>(?:{DETERMINER}\s+)?(?:[\w’'.\-]+\s+){{0,8}}{WORD}),\s[^,;:]{{1,110}}(?:,\s[^,;:]{{1,60}})?,?\s*\Z"
)
_ASIDE = pattern(r"\s*(?:\([^()]{1,60}\)|\[[^\[\]]{1,60}\]|[—–]\s[^—–]{1,80}\s[—–])\s*\Z")
_LINKS = f"(?:{INSIDE_NAMES})"
_AND = listed_words("joining") | listed_words("or_words")
_BUT = listed_words("opposing")
_JOINT = pattern(rf"{NAME}(?:,\s*(?:{NAME}))*,?\s+(?:{either(_AND)})\s*\Z")
_FORWARD_BORDER = pattern(
    rf"[,.;:()!?—–\"“”«»„\n]|\s-\s|(?<![\w’'])(?:{either(written_words('mention_ends'))})(?![\w’'])"
)
_APPOSED = pattern(
    rf",\s+(?P<name>{WORD}(?:\s+(?:{_LINKS}\s+){{0,2}}{WORD}){{1,3}})(?=[,.;!?—–]|\s*\Z|\s*\n|\s+(?:{either(written_words('mention_ends'))})\s)"
)
_OFFICE_LAST = pattern(
    rf"(?<!\w)(?:{either(listed_words('offices_alone') | listed_words('somebody'))})"
    rf"(?:\s+(?:{either(listed_words('name_origins'))}|to)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){{0,3}})?\Z"
)
_LEADING = pattern(rf"{PRONOUN}(?=\s)|(?:[Tt]he\s+(?:[{LOWER}]\w+\s+){{0,2}})?{NAME}")
_DATELINE = pattern(
    rf"[{UPPER}][{UPPER} .,’'-]{{2,40}}(?:,\s+[{UPPER}][\w.]+\s+\d{{1,2}})?\.?\s*"
    r"(?:\([^()]{1,30}\)|/[^/]{1,30}/)?\.?\s*[—–-]+\s*"
    rf"|[{UPPER}][\w .,’'-]{{2,40}}\([{UPPER}][\w/ ]{{1,20}}\)\s*[—–-]+\s*"
)
_OPENING_PHRASE = pattern(r"[^,.;:“\"\n]{3,90},\s+")
_AGO = pattern(r"[^,.;:“\"\n]{3,60}\b(?:ago|later|earlier|afterwards?),\s+")
_AND_MORE = pattern(rf"\s*(?:{either(listed_words('joining'))})\s+(?:{DETERMINER}\s|[{UPPER}])")
_TOGETHER = pattern(f",?{_AND_MORE.pattern}")  # "Marr and her aide left, saying"
_POINT_INSIDE = pattern(rf"\b(?:{either(written_words('short_titles') | written_words('short_ranks'))}|\w)\Z")
_GOVERNED = pattern(rf"\b(?:{either(written_words('governing_people'))})\s+\Z")
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that name a speaker; `joint` where they are several people's, or part of a list."""

    span: Span
    joint: bool = False


def _span(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    bare = piece.strip(" \t\r\n\u00a0*_,")
    if bare.lower() in NO_NAME and re.fullmatch(PRONOUN, bare) is None:
        return None
    first = start + len(piece) - len(piece.lstrip(" \t\r\n\u00a0*_,"))
    return Span(first, first + len(bare))


def before(text: str, start: int, cue: int) -> Mention | None:
    """The subject that stands before a cue.

    Args:
        text: The text.
        start: Where the sentence begins.
        cue: Where the cue begins.

    Returns:
        The subject's words, or None where they cannot be told from the rest of the sentence.

    >>> text = "Meanwhile, the foreign minister later said"
    >>> before(text, 0, text.index("said")).span.of(text)
    'the foreign minister'
    """
    part = text[start:cue]
    tail = _TAIL.search(part)
    assert tail is not None  # noqa: S101 - it may be empty
    comma = "," in tail[0]
    end = tail.start()
    if aside := _ASIDE.search(part[:end]):
        end = aside.start()
    body = part[:end]
    if comma and (found := _NAMED_OFFICE.search(body)) and len(found["np"].split()) <= _LONGEST:
        return Mention(Span(start + found.start("np"), start + found.end("np")))
    found = _RELATIVE.search(body) if comma else None
    if found and not _PREPOSITION.match(found["np"]) and len(found["np"].split()) <= _LONGEST:
        return Mention(Span(start + found.start("np"), start + found.end("np")))
    if comma and (name := _named_segment(body)):
        return Mention(Span(start + name.start, start + name.end))
    if comma and (found := _APPOSITION.search(body + ",")):
        named = _LEAD.match(body, found.start("np"))
        first = named.end() if named else found.start("np")
        if found.end("np") > first and not _PREPOSITION.match(body, first):
            span = _span(text, start + first, start + found.end("np"))
            return Mention(span) if span else None
    edge = 0
    for border in _BORDER.finditer(body):
        edge = border.end()
        if edge == len(body) and (border[0] in _AND or border[0] in _BUT):
            return leading(text, start, cue)  # "Marr came back and said"
    joint = _JOINT.search(body[:edge]) is not None and not re.fullmatch(rf"\s*{PRONOUN}", body[edge:])
    if joint:
        others = [b.end() for b in _BORDER.finditer(body) if b[0] not in _AND and b[0] != ","]
        edge = others[-1] if others else 0
    lead = _LEAD.match(body, edge)
    edge = lead.end() if lead else edge
    span = _last_phrase(text, start, body, edge)
    return Mention(span, joint) if span else None


def _named_segment(body: str) -> Span | None:
    """The name before an apposition: `Alarmed by the news, Senator Otis Crane, the minority leader,`."""
    parts = body.split(",")
    end = len(body) - len(parts[-1]) - 1
    for part in reversed(parts[1:-1]):
        if _PLAIN_NAME.fullmatch(part.strip()):
            return Span(end - len(part.lstrip()), end)
        end -= len(part) + 1
    return None


def _last_phrase(text: str, start: int, body: str, edge: int) -> Span | None:
    """The noun phrase with which a clause ends, whole where the clause is nothing else."""
    clause = body[edge:]
    if found := _PRONOUN_LAST.search(clause):
        return _span(text, start + edge + found.start(), start + edge + found.end())
    inner = clause.lstrip(" \t\r\n\u00a0*_‘'")
    offset = start + edge + len(clause) - len(inner)
    if len(inner.split()) <= _LONGEST and _STARTS.match(inner) and not _PREPOSITION.match(inner):
        return _span(text, offset, offset + len(inner))
    if len(inner.split()) <= 7 and not _PREPOSITION.match(inner) and _OFFICE_AND_NAME.fullmatch(inner):
        return _span(text, offset, offset + len(inner))
    for shape in (_NAME_LAST, _PHRASE_LAST):
        found = shape.search(inner)
        if found and not _GOVERNED.search(inner[: found.start()]):
            return _span(text, offset + found.start(), offset + found.end())
    if not _PREPOSITION.match(inner) and _BARE.fullmatch(inner):
        return _span(text, offset, offset + len(inner))
    return None


def leading(text: str, start: int, end: int) -> Mention | None:
    """The subject with which a sentence begins: the speaker of a participle (`Marr left, saying`).

    Args:
        text: The text.
        start: Where the sentence begins.
        end: Where to stop looking.

    >>> leading("Elena Marr rejected the offer, saying", 0, 31).span.of("Elena Marr rejected the offer")
    'Elena Marr'
    """
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    if opening := _AGO.match(text, first, end) or (
        _PREPOSITION.match(text, first, end) and _OPENING_PHRASE.match(text, first, end)
    ):
        first = opening.end()
    if _PREPOSITION.match(text, first, end):
        return None
    if dateline := _DATELINE.match(text, first, end):
        first = dateline.end()
    found = _LEADING.match(text, first, end)
    if found is None or _TOGETHER.match(text, found.end(), end):
        return None
    span = _span(text, found.start(), found.end())
    return Mention(span) if span else None


def after(text: str, cue: int, end: int) -> Mention | None:
    """The subject that stands after a cue: `said the minister`, `according to Elena Marr`.

    Args:
        text: The text.
        cue: Where the cue ends.
        end: Where to stop looking.

    >>> text = "said Foreign Minister Elena Marr on Monday."
    >>> after(text, 4, len(text)).span.of(text)
    'Foreign Minister Elena Marr'
    """
    stop = end
    start = cue
    while True:
        border = _FORWARD_BORDER.search(text, start, end)
        if border is None:
            break
        # the point of "Mr." and of an initial does not end a name
        if border[0] == "." and _POINT_INSIDE.search(text, cue, border.start()):
            start = border.end()
            continue
        stop = border.start()
        break
    named = _APPOSED.match(text, stop, end) if stop < end and text[stop] == "," else None
    if named is not None and _OFFICE_LAST.search(text, cue, stop):
        stop = named.end("name")  # "said the harbour minister, Elena Marr, on Monday"
    span = _span(text, cue, stop)
    if span is None:
        return None
    words = span.of(text)
    if found := re.match(rf"{PRONOUN}(?![\w’'])", words):
        return Mention(Span(span.start, span.start + found.end()))
    if len(words.split()) > _LONGEST or not re.match(
        rf"(?:{DETERMINER}\s|[{UPPER}]|[{LOWER}][\w-]*s?\b)", words
    ):
        return None
    more = _AND_MORE if named is None else _TOGETHER
    return Mention(span, bool(more.match(text, stop, end)))
