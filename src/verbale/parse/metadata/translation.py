"""Whether a text says that it is a translation, and from which language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verbale.parse.lines import Line
from verbale.text.packs import Hints, listed_words, packs, remark
from verbale.text.patterns import pattern

__all__ = ["UNDETERMINED", "translated_from"]

# ISO 639-2's code for a language that is not known: it is a translation, but nothing says from what.
UNDETERMINED = "und"
_LONGEST = 25  # words of a line that says so
_TRANSLATION = remark(listed_words("translations"))
_NAMED_SO = remark(listed_words("translations") | listed_words("machine_translations"))
_OFFICIAL = remark(listed_words("official"))
# the words between "translation" and the language: "from the original", "aus dem", "de l'", "с"
_FROM, _BEFORE = remark(listed_words("translated_from")), remark(listed_words("before_languages"))
# `Unofficial translation from Russian`, `(Übersetzung aus dem Englischen)`, `Traduit de l’anglais`
_NAMED = pattern(
    rf"""
    (?:^|[(\[—–|:;/-]\s*) (?:(?:{_OFFICIAL})\s+)* (?:{_NAMED_SO})
    (?:\s+\w+){{0,2}}? \s+ (?:{_FROM}) ['’]? \s* (?:(?:{_BEFORE}) ['’]? \s*){{0,3}}
    (?P<language>[^\W\d_]{{4,14}}) (?:\s+[\w’'.]+){{0,9}} [.,]? (?:$|[)\]*_])
    """,
    re.VERBOSE | re.IGNORECASE,
)
# `English translation from ...` has the language it is in before it
_ENGLISH_FIRST = pattern(
    r"^[\W_]*\w+\ (?:translation|translated)\ from\ (?:the\ )?(?:original\ )?(?P<language>[a-z]{4,14})\b",
    re.IGNORECASE,
)
# a line, or what stands in brackets, that says no more than that it is a translation
_BARE = pattern(rf"[\W_]*(?:{_OFFICIAL})\s+(?:{_TRANSLATION})[\W_]*", re.IGNORECASE)
_BRACKETED = pattern(rf"[(\[]\s*(?:{_OFFICIAL})\s+(?:{_TRANSLATION})\s*[)\]]", re.IGNORECASE)
# `Machine translation from Russian`, `This text was machine-translated and may hold errors.`; not "Machine
# translation is a wonder", which speaks of it
_BY = remark(listed_words("translated_by"))
_LEAD, _MACHINE = remark(listed_words("before_translations")), remark(listed_words("machine_translations"))
_BY_MACHINE = pattern(
    rf"""
    [\W_]*
    (?: (?:(?:{_LEAD})[\W_]*){{2,9}} (?:{_MACHINE})
      | (?:(?:{_LEAD})[\W_]*)? (?:{_MACHINE}) (?=\s*(?:[^\w\s]|$) | \s+(?:{_FROM}|{_BY})\b)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HINTS = Hints(listed_words("translations") | listed_words("machine_translations"))


@cache
def _stems() -> tuple[tuple[str, str], ...]:
    """How the name of a language begins, in the languages in which such lines are written."""
    return tuple((name.rstrip("*"), pack.code) for pack in packs() for name in pack.phrases("called") or ())


def translated_from(lines: Sequence[Line]) -> str | None:
    """The language of the original, where a text says in a line of its own that it is a translation.

    Args:
        lines: The head and the tail of a text.

    Returns:
        ISO 639-1; `und` where the text does not say which language; None where it says nothing.

    >>> from verbale.parse.lines import lines_of
    >>> translated_from(lines_of("Pressekonferenz (Übersetzung aus dem Englischen)"))
    'en'
    >>> translated_from(lines_of("Unofficial translation")), translated_from(lines_of("Machine translation."))
    ('und', 'und')
    """
    undetermined = None
    # the patterns are slow, and hardly a line has any of their words
    some = _HINTS.may_stand_in(" ".join(line.words for line in lines))
    for line in lines if some else ():
        if line.count > _LONGEST or not _HINTS.may_stand_in(line.words):
            continue
        for found in (_NAMED.search(line.words), _ENGLISH_FIRST.match(line.words)):
            if found and (code := _code(found["language"])):
                return code
        if _BARE.fullmatch(line.words) or _BRACKETED.search(line.words) or _BY_MACHINE.match(line.words):
            undetermined = UNDETERMINED
    return undetermined


def _code(language: str) -> str | None:
    """The code of a language by its printed name, in whatever case it stands."""
    name = language.casefold()
    fitting = [(len(stem), code) for stem, code in _stems() if name.startswith(stem)]
    return max(fitting)[1] if fitting else None
