"""Datelines: `LEDRA, 12 March (Agency) —`, `LEDRA, January 18. /AGENCY/.`, `(AGENZIA) - LEDRA, 12 MAR -`."""

from __future__ import annotations

import re

from verbale.parse.metadata.place_names import place_like, trimmed
from verbale.text.dates import dates_in
from verbale.text.gazetteer import PlaceKind, place_around, place_of
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["place_before_report"]

_WITHIN = 110
_REPORT = 30  # characters that a report has at least
# an agency in brackets or between slashes, a dash; or the agency between slashes alone
_BREAK = pattern(
    r"""
    \s* (?: /(?P<slashed>[^\W\d_][^/\n]{1,38})/ | \((?P<bracketed>[^()\n]{2,38})\) )?
    \s* [.:]? \s* (?: [—–] | --?(?=\s) ) \s*
    | \s* /(?P<alone>[^\W\d_][^/\n]{1,38})/ \s* [.:]? \s+
    """,
    re.VERBOSE,
)
_AGENCY_FIRST = pattern(r"\([A-ZÀ-Þ][\w .&/-]{1,28}\)\s*[-–—]+\s*")
_BEGINS = pattern(r"[\W_]*[^\W\d_]")
# "Conn. —", "N.Y. —": the full stop is the region's
_SHORTENED = pattern(r", (?:[A-Z]\.[A-Z]|[A-Z][a-z]{1,4})$")
_OF_DAY = pattern(r",\s+(?:le|den|il|el|lì)$")
_WEEKDAY = pattern(rf",?\s*(?:{remark(listed_words('dateline_weekdays'))})\.?$", re.IGNORECASE)
_SHORT_DAY = pattern(r",\s*\d{1,2}\s+[^\W\d_]{3,9}\.?$|,\s*[^\W\d_]{3,9}\.?\s+\d{1,2}$")


def place_before_report(words: str, language: str | None, outlet: str | None) -> str | None:
    """The place of the dateline that a line begins with, as printed; None where it begins with none.

    A place that the gazetteer lacks is taken where a day or an agency stands beside it, and it is in
    capitals, as datelines are.

    Args:
        words: A line.
        language: ISO 639-1, where known.
        outlet: Who published the text, where known.

    >>> place_before_report("LEDRA, 12 March (Agency) — The bridge will open in June, it says.", "en", None)
    'LEDRA'
    >>> place_before_report("OSLO — The bridge will open in June, the minister said.", "en", None)
    'OSLO'
    >>> place_before_report("ANNA BERG — The bridge will open in June, I said.", "en", None) is None
    True
    """
    head = words[:_WITHIN]
    if not _BEGINS.match(head) or len(words) < _REPORT:
        return None
    agency_first = _AGENCY_FIRST.match(head)
    start = agency_first.end() if agency_first else 0
    found = _BREAK.search(head, start)
    if found is None or len(words) - found.end() < _REPORT:
        return None
    dash_alone = found["slashed"] is None and found["bracketed"] is None and found["alone"] is None
    if dash_alone and words[found.start()] == "-":  # the hyphen of a word
        return None
    shortened = words[found.start()] == "." and _SHORTENED.search(head, start, found.start())
    end = found.start() + 1 if shortened else found.start()
    place, dated = _without_day(_trimmed(words[start:end]), language)
    slashed = found["slashed"] or found["alone"]
    bracketed = found["bracketed"]
    if bracketed is not None and not dated and dates_in(bracketed, language=language):
        dated, bracketed = True, None
    agency = slashed is not None or agency_first is not None
    named = bracketed is not None and outlet is not None and bracketed.casefold() == outlet.casefold()
    if dash_alone and not dated and not agency and not place.partition(",")[0].isupper():
        # "Oslo — which has waited for long — agrees" is a sentence
        rest = words[found.end() :]
        if len(rest) < 2 * _REPORT or rest.lstrip("“«„\"'")[:1].islower():
            return None
    return place if _is_place(place, certain=dated or agency or named, agency=bracketed is not None) else None


def _trimmed(place: str) -> str:
    return trimmed(_OF_DAY.sub("", place.strip(" ,(")))


def _without_day(place: str, language: str | None) -> tuple[str, bool]:
    dates = dates_in(place, language=language)
    if dates and not place[dates[-1].span.end :].strip(" ,.()"):
        return _without_weekday(_trimmed(place[: dates[-1].span.start])), True
    short = _SHORT_DAY.search(place)
    if short is not None:  # "12 MAR", in a language that is not known
        return _trimmed(place[: short.start()]), True
    named = _without_weekday(place)
    return named, named != place


def _without_weekday(place: str) -> str:
    whole = "," not in place and place_of(place) is not None  # "SANTO DOMINGO" is no Sunday
    return place if whole else _WEEKDAY.sub("", place)


def _is_place(place: str, *, certain: bool, agency: bool) -> bool:
    parts = [part.strip() for part in place.split(",")]
    if not place_like(place) or len(parts) > 3 or len(place.split()) > 8 or "/" in place:
        return False
    exact = place_of(place)
    in_capitals = parts[0].isupper() and len(parts[0]) > 2
    if exact is not None:
        # a country before a dash is a list's item; with a day or an agency, or in capitals, it is a dateline
        return exact.kind is not PlaceKind.COUNTRY or exact.is_city or certain or agency
    if len(parts) > 1 and place_around(place) is not None:
        return in_capitals or certain or agency
    return certain and in_capitals
