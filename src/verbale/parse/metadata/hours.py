"""The time zone of what was said: of its place, where that has one clock, else as printed beside the hour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Kind
from verbale.parse.lines import Line
from verbale.text.dates import dates_in
from verbale.text.gazetteer import place_around
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern
from verbale.text.time_zones import printed_zone

__all__ = ["MOVING", "time_zone_of_event"]

_HOUR = pattern(r"\b\d{1,2}(?:[:.h]\s?\d{2})?(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*uhr)?(?=[\s,(])", re.IGNORECASE)
# a traveller is in no place's hours
MOVING = pattern(remark(listed_words("on_the_way")), re.IGNORECASE)
_LINES = 16
_LONGEST = 10  # words of a line that is metadata


def time_zone_of_event(
    place: str | None, lines: Sequence[Line], kind: Kind, language: str | None
) -> str | None:
    """The IANA name of the zone in which something was said; None where it is not certain.

    Args:
        place: Where it was said, as printed.
        lines: The lines above the first turn.
        kind: Of a report the hours that are printed are the page's.
        language: ISO 639-1, where known.
    """
    moving = place is not None and MOVING.search(place) is not None
    around = place_around(place) if place is not None and not moving else None
    if around is not None and around.time_zone is not None:
        return around.time_zone
    if kind not in {Kind.TRANSCRIPT, Kind.REMARKS}:
        return None
    for line in lines[:_LINES]:
        if line.count > _LONGEST or not any(letter.isdigit() for letter in line.words):
            continue
        if dates_in(line.words, language=language):
            continue  # with a day beside it, it is the page's stamp
        for hour in _HOUR.finditer(line.words):
            zone = printed_zone(line.words[hour.end() :], around.country if around else None)
            if zone is not None:
                return zone
    return None
