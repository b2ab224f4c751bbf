"""An attribution without a verb of saying: `Marr: “…”`, `Marr was cautious: “…”`, `Marr’s verdict? “…”`."""

from __future__ import annotations

import re

from verbale.model.text import Span
from verbale.quote.attribution import mentions
from verbale.quote.attribution.neighbours import WINDOW, Attribution, How, last_end
from verbale.quote.attribution.shapes import LOWER, NAME, NO_NAME, PRONOUN
from verbale.text.packs import listed_words, written_words
from verbale.text.patterns import either, pattern

__all__ = ["before_colon", "question_before"]

_ARTICLES = listed_words("name_articles") | listed_words("owners")
_COLON = pattern(r"[*_\s]*[:：]\s*[*_\s]*\Z")
_WORDS_OF = either(listed_words("words_of") | listed_words("replies"))
_LEADS = pattern(
    rf"(?:[*_#>\s]*(?:(?:{either(written_words('label_leads'))})\s+)?(?:[Ff]rom\s+)?"
    rf"(?P<who>(?:(?:{either(_ARTICLES, capitals=True)})\s+)?(?:[\w.\-’']+\s+){{0,7}}?[\w.\-]+))"
    rf"(?P<noun>['’]s?\s+(?:\w+\s+){{0,2}}?(?:{_WORDS_OF})\b[^:]{{0,80}})?"
    r"(?:,\s[^:,]{1,80}|\s(?:on|to|in|at|about)\s[^:]{0,80}|\s\([^():]{1,60}\))?[*_]*"
)
_OFFICE = pattern(either(listed_words("offices_inside")), re.IGNORECASE)
_NAMED = pattern(rf"(?:[Tt]he\s+)?(?:[{LOWER}-]+\s+){{0,3}}{NAME}")
_NO_LABEL = listed_words("no_labels")
_ADVERBS = rf"(?:(?:\w+ly|{either(listed_words('adverbs_beside') | listed_words('before_states'))})\s+)*"
_STATE = (
    rf"{_ADVERBS}(?:\w+-)?(?:\w*(?:{either(listed_words('state_endings'))})|{either(listed_words('states'))})"
)
_AND = either(listed_words("joining") | listed_words("opposing"))
_BEHIND_STATE = rf"(?:\s+(?:{either(listed_words('behind_states'))})\s+[^,;:“”\"]{{1,80}})?"
# "was cautious", "sounded less sure of it", "was in no doubt", "had a warning for the board"
_STATED = pattern(
    rf"(?<!\w)(?:{either(listed_words('state_verbs'))})\s+"
    rf"(?:{_STATE}(?:\s+(?:{_AND})\s+{_STATE})?{_BEHIND_STATE}"
    rf"|(?:{either(listed_words('state_phrases'))})(?:\s[^,;:“”\"]{{1,60}})?)\Z"
)
_OFFERED = pattern(
    rf"(?<!\w)(?:{either(listed_words('offering_verbs'))})\s+(?:{either(listed_words('articles'))})\s+"
    rf"(?:[^\W\d_A-Z][\w-]*\s+){{0,3}}(?:{_WORDS_OF})(?:\s+(?:{either(listed_words('behind_words_of'))})\s+[^,;:“”\"]{{1,80}})?\Z"
)
_THE = either(listed_words("definite_articles"), capitals=True)
_VERDICT = pattern(
    rf"[*_#>\s¿]*(?:(?:{either(written_words('label_leads'))})\s+)?"
    rf"(?:(?P<owner>(?:(?:{_THE})\s+(?:[^\W\d_A-Z][\w-]*\s+){{0,3}})?"
    rf"(?:{NAME})?[^\W_])['’]s?\s+(?:[^\W\d_A-Z][\w-]*\s+){{0,2}}(?:{_WORDS_OF})\b[^?.!“”\"\n]{{0,80}}"
    rf"|(?:(?:{_THE})\s+)?(?i:{_WORDS_OF})\s+"
    rf"(?:{either(listed_words('name_origins'))})(?:\s+|(?<=['’]))(?P<of>(?:[Tt]he\s+)?{NAME}))[^\S\n]*[?？][*_\s]*\Z"
)


def before_colon(text: str, begin: int, outer_start: int) -> Attribution | None:
    """`Elena Marr: "..."`, `And from the chairwoman: "..."`, `Marr's answer: "..."`, `Marr was blunt: "..."`.

    Args:
        text: The text.
        begin: Where the sentence begins.
        outer_start: Where the opening mark stands.

    >>> text = "Elena Marr was in no doubt: “We stay.”"
    >>> before_colon(text, 0, 28).mention.of(text)
    'Elena Marr'
    """
    colon = _COLON.search(text, begin, outer_start)
    if colon is None:
        return None
    found = _LEADS.fullmatch(text, begin, colon.start())
    if found is not None and _is_label(found):
        return Attribution(How.COLON, None, Span(*found.span("who")))
    return _stated(text, begin, colon.start())


def _is_label(found: re.Match[str]) -> bool:
    who = found["who"]
    first, *rest = who.split()
    if first.lower() in NO_NAME and first.lower() not in _ARTICLES:
        return False
    if _NAMED.fullmatch(who) is None and not (_OFFICE.search(who) and len(rest) <= 5):
        return False
    return bool(found["noun"] or rest) or not (first.endswith("ly") or first.lower() in _NO_LABEL)


def _stated(text: str, begin: int, colon: int) -> Attribution | None:
    """How somebody is or what he has to say, and a colon: the words are his."""
    found = _STATED.search(text, begin, colon) or _OFFERED.search(text, begin, colon)
    subject = mentions.before(text, begin, found.start()) if found is not None else None
    if found is None or subject is None:
        return None
    who = subject.span.of(text)
    named = _NAMED.fullmatch(who) or re.fullmatch(PRONOUN, who)
    if not named and not (_OFFICE.search(who) and len(who.split()) <= 6):
        return None
    return Attribution(How.COLON, None, subject.span, joint=subject.joint)


def question_before(text: str, start: int, outer_start: int) -> Attribution | None:
    """`Marr’s verdict? “…”`: a question that the quoted words answer.

    Args:
        text: The text.
        start: Where the neighbourhood begins.
        outer_start: Where the opening mark stands.

    >>> text = "Elena Marr’s verdict? “We stay.”"
    >>> question_before(text, 0, 22).mention.of(text)
    'Elena Marr'
    """
    edge = len(text[start:outer_start].rstrip()) + start
    if edge == start or text[edge - 1] not in "?？":
        return None
    found = _VERDICT.match(text, last_end(text, max(start, outer_start - WINDOW), edge - 1), edge)
    if found is None:
        return None
    return Attribution(How.COLON, None, Span(*found.span("owner" if found["owner"] else "of")))
