"""Who is said to have spoken the words between the marks, as the neighbouring words tell it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from verbale.model.text import Span
from verbale.quote import mentions
from verbale.quote.cues import ADVERBS, CUE, Manner, manner
from verbale.quote.mentions import LOWER, NAME, NO_NAME, PRONOUN, UPPER
from verbale.text.sentences import sentence_ends

__all__ = ["Attribution", "How", "attribute", "last_end"]

_WINDOW = 320


class How(StrEnum):
    """Where the attribution of a stretch was found."""

    AFTER = "after"  # "...," Marr said
    BEFORE = "before"  # Marr said: "..."
    COLON = "colon"  # Marr: "..."
    WITHIN = "within"  # Marr said the plan "leads nowhere"
    CLOSING = "closing"  # The plan "leads nowhere" and is dead, Marr said.
    INSIDE = "inside"  # President Vik "once again said: we stay"
    SHARED = "shared"  # ... and was "a joke": the sentence's earlier attribution holds
    FLOATING = "floating"  # "...," Marr said. "..."
    PARAGRAPH = "paragraph"  # a paragraph of its own after somebody's words


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and a mention for quoted words; `doubt` where they deny, ask or suppose that it was said."""

    how: How
    cue: Span | None = None
    mention: Span | None = None
    manner: Manner = Manner.SAY
    joint: bool = False
    doubt: bool = False
    recipient: bool = False


_NEGATION = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bnor|\bwithout|\bnicht|\bnie|\bне|\bnunca|\bjamais)\s+(?:\w+ly\s+|actually\s+|even\s+)*\Z"
)
_SUPPOSED = re.compile(
    r"(?:\b(?:if|whether|unless|would|should|could|might|can|will|to)\b[^,;:]{0,60}|\b(?:[Dd]id|[Dd]oes|[Dd]o)\s+[^,;:]{0,60})\Z"
)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|been|being|be|get|got|gets)\s+(?:\w+ly\s+|also\s+|not\s+|once\s+|never\s+|repeatedly\s+)*\Z",
    re.IGNORECASE,
)
_TOLD = frozenset(["told", "asked", "informed", "warned", "reminded", "assured", "urged", "cautioned"])
_PARTICIPLE = frozenset(
    ["described", "dubbed", "labeled", "labelled", "called", "branded", "characterized", "characterised"]
)
_QUOTED_AS = re.compile(r"\bquoted\s+(?P<who>[^,;:“\"]{2,60}?)\s+as\s+(?:saying|stating)\b")
_AFTER_LEAD = re.compile(r"[\s,*_\]]*")
_DASH = re.compile(rf"\s*(?:\n\s*)?[—–-]{{1,2}}\s*(?P<who>(?:[Tt]he\s+)?{NAME})\s*(?=[,.\n)]|\Z)")
_BETWEEN = re.compile(
    r"\b(?:and|but|so|because|which|while|when|after|before|where|whose|whom|though|although|or|nor|yet|that)\b"
)
_COLON = re.compile(r"[*_\s]*[::]\s*[*_\s]*\Z")
_LEADS = re.compile(
    r"(?:[*_#>\s]*(?:And|Then|Now|Also|Und|Et|Y|И)?\s*(?:from\s+|[Ff]rom\s+)?(?P<who>(?:(?:[Tt]he|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Aa]n?|[Dd]er|[Dd]ie|[Ll][ae]|[Ee]l)\s+)?(?:[\w.\-’']+\s+){0,7}?[\w.\-]+))"
    r"(?P<noun>['’]s?\s+(?:\w+\s+){0,2}?(?:answer|response|reply|comment|comments|message|statement|verdict|view|words|advice|take|reaction|tweet|post|quote|line|retort|explanation|argument|warning|conclusion|assessment)\b[^:]{0,80})?"
    r"(?:,\s[^:,]{1,80}|\s(?:on|to|in|at|about)\s[^:]{0,80}|\s\([^():]{1,60}\))?[*_]*\Z"
)
_OFFICE = re.compile(
    r"(?i:minister|president|chair(?:man|woman|person)?|secretary|spokes(?:man|woman|person)|chancellor|premier|senator|governor|mayor|ambassador|"
    r"director|chief|leader|diplomat|official|author|judge|analyst|expert|critic|commander|general|министр|президент|ministr[oae]|ministre|ministerin|"
    r"sprecher(?:in)?|portavoz|portavoce|presidente?|kanzler(?:in)?)"
)
_CLOSING = re.compile(
    rf",\s+(?P<who>(?:{PRONOUN}|(?:[Tt]he\s+|[Aa]n?\s+|[Hh]is\s+|[Hh]er\s+)?(?:[\w.’'\-]+\s+){{0,8}}?[\w.’'\-]+))\s+(?:(?:{ADVERBS}|has|had)\s+)*(?P<cue>{CUE.pattern})(?P<rest>[^,;:“\"]{{0,120}})[.!?]?\s*\Z"
)
_INSIDE = re.compile(rf"(?:(?:{ADVERBS}|has|had)\s+)*(?P<cue>{CUE.pattern})(?:\s+that\b|\s*:)\s*(?=\S)")
_ALONE = re.compile(r"[\s*_>]*\Z")
_SUBJECT = re.compile(
    rf"(?:{PRONOUN}\b|[{UPPER}]|(?:the|a|an|his|her|their|its|our|one|another|some|many|two|der|die|das|ein|eine|le|la|les|un|une|el|los|las)\s|[{LOWER}]+s?\b)"
)


def last_end(text: str, start: int, end: int) -> int:
    """Where the last sentence before a place begins, not before `start`."""
    place = start
    for found in sentence_ends(text, start, end):
        place = found
    return place


def _first_end(text: str, start: int, end: int) -> int:
    return next(sentence_ends(text, start, end), end)


def _closing_mark(text: str, content_end: int) -> str:
    """The last character of the words, over the marks of a quotation in the quotation."""
    return text[max(0, content_end - 4) : content_end].rstrip("’”'\"»")[-1:]


def _after(text: str, content_end: int, outer_end: int, limit: int) -> Attribution | None:
    """`...," Marr said`, `..." — Marr`, `...," said Marr`."""
    end = min(limit, outer_end + _WINDOW)
    if dash := _DASH.match(text, outer_end, end):
        return Attribution(How.AFTER, None, Span(*dash.span("who")))
    last = _closing_mark(text, content_end)
    comma = text[outer_end : outer_end + 1] == ","
    if last in ".:;" and not comma and text[content_end - 3 : content_end] != "...":
        return None
    end = _first_end(text, outer_end, end)
    lead = _AFTER_LEAD.match(text, outer_end, end)
    begin = lead.end() if lead else outer_end
    dashed = re.compile(r"[\s,]*[—–-]+\s*").match(text, outer_end, end)
    if dashed:
        begin = dashed.end()
    adverb = re.compile(rf"(?:{ADVERBS}\s+|so\s+|a\s+|ha\s+)?").match(text, begin, end)
    first = CUE.search(text, begin, min(end, begin + 180))
    if first is None:
        return None
    how = manner(first[0])
    separated = (
        comma
        or last in ",?!—–-…"
        or text[content_end - 3 : content_end] == "..."
        or dashed is not None
        or "," in text[outer_end:begin]
    )
    if adverb and first.start() == adverb.end() and how is not Manner.ING and how is not Manner.LABEL:
        if not separated and how is not Manner.BY:
            return None
        inverse = mentions.after(text, first.end(), end)
        return Attribution(
            How.AFTER,
            Span(*first.span()),
            inverse.span if inverse else None,
            how,
            inverse is not None and inverse.joint,
        )
    if how in (Manner.ING, Manner.LABEL, Manner.BY) or not separated:
        return None
    between = text[begin : first.start()]
    if (
        _BETWEEN.search(re.sub(r",.*,", " ", between))
        or not _SUBJECT.match(between)
        or len(between.split()) > 24
    ):
        return None
    subject = mentions.before(text, begin, first.start())
    if subject is None or (
        text[begin : subject.span.start].strip(" *_\n") not in {"", "as", "wie", "comme", "como", "как"}
    ):
        return None
    return Attribution(
        How.AFTER,
        Span(*first.span()),
        subject.span,
        how,
        subject.joint,
        bool(_NEGATION.search(text[begin : first.start()])),
    )


def _closing(text: str, outer_end: int, limit: int) -> Attribution | None:
    """`The plan "leads nowhere" and is dead, Marr said.`"""
    end = _first_end(text, outer_end, min(limit, outer_end + _WINDOW))
    found = _CLOSING.search(text, outer_end, end)
    if found is None or manner(found["cue"]) is not Manner.SAY:
        return None
    who = found["who"]
    if _BETWEEN.search(who) or (
        who[:1].islower() and not re.match(rf"{PRONOUN}\Z|the\s|an?\s|his\s|her\s", who)
    ):
        return None
    return Attribution(How.CLOSING, Span(*found.span("cue")), Span(*found.span("who")))


def _doubtful(text: str, start: int, cue: int) -> bool:
    part = text[max(start, cue - 90) : cue]
    return bool(_NEGATION.search(part) or _SUPPOSED.search(part))


def _before(text: str, start: int, outer_start: int) -> Attribution | None:
    """`Marr said: "..."`, `Marr said the plan "leads nowhere"`, `According to Marr, "..."`."""
    begin = last_end(text, max(start, outer_start - _WINDOW), outer_start)
    part_end = outer_start
    if quoted := _QUOTED_AS.search(text, begin, part_end):
        return Attribution(How.BEFORE, Span(quoted.start(), quoted.end()), Span(*quoted.span("who")))
    found: re.Match[str] | None = None
    for candidate in CUE.finditer(text, begin, part_end):
        how = manner(candidate[0])
        beside = not text[candidate.end() : part_end].strip(" ,:*_\n\t\u00a0") or text[
            candidate.end() : part_end
        ].strip() in {"that", ":", ","}
        if how is Manner.WEAK and (not beside or candidate[0] in _ONLY_AFTER):
            continue
        found = candidate
    if found is None:
        return _colon(text, begin, outer_start)
    how = manner(found[0])
    tail = text[found.end() : part_end].strip(" *_\n\t\u00a0")
    beside = tail in {"", ",", ":", "that", "that,", "—", "–", "-"} or tail.endswith(":")
    where = How.BEFORE if beside else How.WITHIN
    if how is Manner.BY:
        subject = mentions.after(text, found.end(), part_end)
        return Attribution(
            where,
            Span(*found.span()),
            subject.span if subject else None,
            how,
            subject is not None and subject.joint,
        )
    cue = Span(*found.span())
    ahead = text[begin : found.start()]
    word = found[0].split()[0]
    if _PASSIVE.search(ahead) and (word in _TOLD or word in _PARTICIPLE):
        agent = re.compile(rf"[^,;:]{{0,40}}?\bby\s+(?P<who>(?:[Tt]he\s+)?(?:{NAME}))").match(
            text, found.end(), part_end
        )
        return Attribution(
            where, cue, Span(*agent.span("who")) if agent else None, how, recipient=agent is None
        )
    doubt = _doubtful(text, begin, found.start())
    if how is Manner.ING:
        earlier = [
            m for m in CUE.finditer(text, begin, found.start()) if manner(m[0]) in (Manner.SAY, Manner.LABEL)
        ]
        near = mentions.before(text, begin, found.start())
        if re.search(
            r"\b(?:is|are|was|were|am|been|keeps?|kept|['’]re|['’]s|['’]m|has|have|goes|went|started|began|continue[sd]?)\s+(?:\w+ly\s+|also\s+|now\s+|on\s+)*\Z",
            ahead,
        ):
            near_subject = near
        elif earlier:
            near_subject = mentions.before(text, begin, earlier[0].start())
        else:
            near_subject = mentions.leading(text, begin, found.start())
        return Attribution(
            where,
            cue,
            near_subject.span if near_subject else None,
            how,
            near_subject is not None and near_subject.joint,
            doubt,
        )
    subject = mentions.before(text, begin, found.start())
    if subject is None and re.search(r"\band\s+(?:\w+ly\s+|then\s+|also\s+|later\s+)*\Z", ahead):
        subject = mentions.leading(text, begin, found.start())
    if subject is None and re.match(r"(?:said|dijo|sagte|dit|сказал)", found[0]):
        subject = mentions.after(text, found.end(), part_end)
    return Attribution(
        where, cue, subject.span if subject else None, how, subject is not None and subject.joint, doubt
    )


def _colon(text: str, begin: int, outer_start: int) -> Attribution | None:
    """`Elena Marr: "..."`, `And from the chairwoman: "..."`, `Marr's answer: "..."`."""
    colon = _COLON.search(text, begin, outer_start)
    if colon is None:
        return None
    found = _LEADS.match(text, begin, colon.start())
    if found is None:
        return None
    who = found["who"].strip()
    first, *rest = who.split()
    if first.lower() in NO_NAME and first.lower() not in _ARTICLES:
        return None
    named = re.fullmatch(rf"(?:[Tt]he\s+)?(?:[{LOWER}-]+\s+){{0,3}}{NAME}", who) is not None
    if not (named or (_OFFICE.search(who) and len(rest) <= 5)):
        return None
    if not found["noun"] and not rest and (first.endswith("ly") or first.lower() in _NO_NAMES):
        return None
    return Attribution(How.COLON, None, Span(*found.span("who")))


_ARTICLES = frozenset(["the", "a", "an", "his", "her", "our", "their", "der", "die", "le", "la", "el"])
_ONLY_AFTER = frozenset(["so", "zitierte", "zufolge"])
_NO_NAMES = frozenset(
    [
        "first",
        "second",
        "third",
        "example",
        "instance",
        "note",
        "update",
        "here",
        "question",
        "answer",
        "result",
        "again",
        "remember",
        "quote",
        "conclusion",
        "however",
        "thus",
        "so",
        "then",
        "now",
        "finally",
        "today",
        "yesterday",
        "tomorrow",
        "this",
        "that",
        "these",
        "those",
        "it",
        "and",
        "but",
        "or",
        "because",
        "headline",
        "subject",
        "title",
        "slogan",
        "motto",
    ]
)


def attribute(text: str, content: tuple[Span, ...], outer: Span, start: int, end: int) -> Attribution | None:
    """Finds the cue and the mention beside quoted words.

    Args:
        text: The text.
        content: The words, without their marks.
        outer: The words with their marks.
        start: Where the neighbourhood begins (the paragraph, or the quotation before it).
        end: Where it ends.

    Returns:
        The attribution, or None where nothing beside the words says whose they are.

    >>> text = "“We stay,” said Minister Marr."
    >>> attribute(text, (Span(1, 9),), Span(0, 10), 0, len(text)).mention.of(text)
    'Minister Marr'
    """
    found = _after(text, content[-1].end, outer.end, end)
    if found is not None:
        return found
    found = _before(text, start, outer.start)
    if found is not None:
        return found
    found = _inside(text, content[0], start)
    return found or _closing(text, outer.end, end)


def _inside(text: str, content: Span, start: int) -> Attribution | None:
    """`President Vik "once again said: we stay"`: the cue stands inside the marks."""
    cue = _INSIDE.match(text, content.start, min(content.end, content.start + 80))
    if cue is None:
        return None
    begin = last_end(text, max(start, content.start - _WINDOW), content.start - 1)
    subject = mentions.before(text, begin, content.start - 1)
    if subject is None:
        return None
    return Attribution(How.INSIDE, Span(*cue.span("cue")), subject.span, joint=subject.joint)


def shared(found: Attribution, how: How) -> Attribution:
    """The same attribution, held to be that of a neighbouring stretch too."""
    return replace(found, how=how)
