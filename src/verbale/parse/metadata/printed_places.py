"""Where it was said, where the text says so in a place made for it: never from running speech.

Such places are the metadata of the format, a line "Location: …", the dateline of a report, the line
with the date, the room above the opening time, and the end of a title. What is printed there is
kept as printed, known to the gazetteer or not; a country or a capital that the text speaks of is
nobody's place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model.document import Kind, Reading
from verbale.parse.lines import Line
from verbale.parse.metadata.datelines import place_before_report
from verbale.parse.metadata.day_words import YEAR_WORD, event_part
from verbale.parse.metadata.hours import MOVING
from verbale.parse.metadata.place_names import REMOTE, VENUE, place_like, place_of_parts, trimmed
from verbale.text.dates import dates_in
from verbale.text.gazetteer import place_around, place_of
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern
from verbale.text.weekdays import WEEKDAYS

__all__ = ["place_of_event"]

_LINES = 16
_REPORT_LINES = 8
_LONGEST = 14  # words of a line that is metadata

_LABELLED = pattern(rf"(?:{remark(listed_words('places'))})\s*[:：]\s*(?P<place>\S.{{1,100}})", re.IGNORECASE)
_HOUR = (
    rf"(?:(?:{remark(listed_words('at_hours'))})\s+)?\b\d{{1,2}}(?:[:.h]\s?\d{{2}}|(?=\s*[ap]\.?\s?m\b))"
    rf"(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*(?:{'|'.join(sorted(listed_words('hours')))}))?"
)
_CLOCK = pattern(_HOUR, re.IGNORECASE)
_ZONE = pattern(r"\(?(?:[A-Z]{2,4}(?:\s?[+−–-]\s?\d{1,2})?|[A-Z]\w+(?:\s\w+)?\s+time)\)?(?:\s*\(local\))?")
_OPENING_TIME = pattern(
    rf"[(\[]?{_HOUR}[\s,]*(?:{_ZONE.pattern}|\(?local(?:\ time)?\)?)?[)\].]?", re.IGNORECASE
)
_WEEKDAYS = pattern(remark(WEEKDAYS), re.IGNORECASE)
_HELD = pattern(
    rf"^(?:(?:{remark(listed_words('held'))})\s+)?(?:{remark(listed_words('held_in'))})\s+", re.IGNORECASE
)
# "Ledra, den 12. März", "Ledra, le 12 mars": in a letter's dateline even a town that nobody knows is one
_LETTER = pattern(rf"(?P<place>[^\W\d_][\w .’'-]{{1,40}}?),\s*(?:{remark(listed_words('letter_days'))})")
_ON = pattern(rf",?\s+(?:{remark(listed_words('before_days'))})$", re.IGNORECASE)
# a letterhead stands where a room may stand
_BODY = pattern(rf"{remark(listed_words('letterheads'))}|^the white house$", re.IGNORECASE)
# what people come to: a station's studio may be far from the one who is interviewed
_IN_PERSON = pattern(remark(listed_words("in_person")), re.IGNORECASE)
_ON_AIR = pattern(remark(listed_words("on_air")), re.IGNORECASE)


def place_of_event(
    reading: Reading, title: str | None, lines: Sequence[Line], kind: Kind, language: str | None
) -> str | None:
    """Where a text was said, or from where it reports, as printed; None where that is not certain.

    Args:
        reading: What a reader made of a file; its own place comes first.
        title: The title, where there is one.
        lines: The lines above the first turn.
        kind: What sort of text it is.
        language: ISO 639-1, where known.
    """
    lines = [line for line in lines[:_LINES] if line.words != title]
    if reading.place:
        return None if REMOTE.search(reading.place) else reading.place
    short = [line.words for line in lines if line.count <= _LONGEST]
    if any(REMOTE.search(words) for words in short):
        return None
    first_hand = kind in {Kind.TRANSCRIPT, Kind.REMARKS}
    return (
        # in an article it is where something else will be
        (_labelled(short, language) if kind is not Kind.ARTICLE else None)
        or _of_report(lines, reading, language)
        or _beside_date(short, language, first_hand=first_hand)
        or (_above_time(lines, language) if first_hand else None)
        or (_of_title(title, language) if title and first_hand else None)
    )


def _labelled(lines: Sequence[str], language: str | None) -> str | None:
    for words in lines:
        found = _LABELLED.fullmatch(words)
        if found is None:
            continue
        place = found["place"]
        dates = dates_in(place, language=language)
        place = (place[: dates[0].span.start] if dates else place).strip(" \t\u00a0,;|·•–—")
        if place and "://" not in place and not place.endswith("?") and place[0].isalnum():
            return place
    return None


def _of_report(lines: Sequence[Line], reading: Reading, language: str | None) -> str | None:
    for line in lines[:_REPORT_LINES]:
        place = place_before_report(line.words, language, reading.outlet)
        if place is not None:
            return place
    return None


def _beside_date(lines: Sequence[str], language: str | None, *, first_hand: bool) -> str | None:
    """`Geneva, 24 March 2025`, `24 March 2025, Geneva`: nothing else on the line but the time of day."""
    for words in lines:
        if sum(letter.isdigit() for letter in words) < 2:
            continue
        own, dates, _ = event_part(words, dates_in(words, language=language))
        if len(dates) != 1 or dates[0].on is None:
            continue
        before = words[: dates[0].span.start]
        after = YEAR_WORD.sub("", own[dates[0].span.end :])
        if letter := _LETTER.fullmatch(_WEEKDAYS.sub("", before).strip(" (")):
            town = _HELD.sub("", letter["place"], count=1)
            if place_like(town):
                return town
            continue
        sides = [_bare(side) for side in (before, after)]
        if all(sides) or not any(sides):
            continue
        place = _HELD.sub("", sides[0] or sides[1], count=1)
        if found := place_of_parts(place, country=first_hand and "|" not in words):
            return found
    return None


def _bare(side: str) -> str:
    timeless = _CLOCK.sub(" ", side)
    if timeless != side:
        timeless = re.sub(rf"^\s*,?\s*{_ZONE.pattern}(?=\W*$)", "", timeless)
    return trimmed(_ON.sub("", " ".join(_WEEKDAYS.sub(" ", timeless).split()).strip(" ,")))


def _above_time(lines: Sequence[Line], language: str | None) -> str | None:
    """The room above the opening time: `Harbour Room`, `Ledra, Norland`, `3:15 P.M. CET`."""
    for number, line in enumerate(lines):
        if not _OPENING_TIME.fullmatch(line.words):
            continue
        found: list[str] = []
        for above in reversed(lines[max(0, number - 4) : number]):
            if _is_day(above.words, language) and not found:
                continue
            if not _is_place_line(above):
                break
            found.insert(0, above.words.strip(" ,"))
        if found and len(found) <= 3:
            return ", ".join(found)
    return None


def _is_day(words: str, language: str | None) -> bool:
    """A day in brackets or alone."""
    if len(words) > 40 or not words.strip(" )]")[-1:].isdigit():
        return False
    dates = dates_in(words, language=language)
    return len(dates) == 1 and not _bare(words[: dates[0].span.start] + words[dates[0].span.end :])


def _is_place_line(line: Line) -> bool:
    words = line.words
    if line.count > 9 or ":" in words or not place_like(words):
        return False
    if MOVING.match(words) or (VENUE.search(words) and not _BODY.search(words)):
        return True
    found = place_of(words) or (place_around(words) if "," in words else None)
    return found is not None


def _of_title(title: str, language: str | None) -> str | None:
    """`Remarks …, Moscow, May 23, 2024`, `Press conference, Harbour Hall, Rome`: a city after a comma."""
    dates = [found for found in dates_in(title, language=language) if found.on is not None]
    dated = len(dates) == 1 and not YEAR_WORD.sub("", title[dates[0].span.end :]).strip(" ,.;)]")
    if dates and not dated:
        return None
    before = title[: dates[0].span.start].rstrip(" ,–—-(") if dated else title
    parts = [part.strip() for part in before.split(",")]
    if len(parts) < 2 or (not dated and (not _IN_PERSON.search(parts[0]) or _ON_AIR.search(before))):
        return None
    for first in (len(parts) - 2, len(parts) - 1):
        found = place_of(", ".join(parts[first:])) if first > 0 else None
        if found is not None and found.is_city and place_of(parts[first - 1]) is None:
            return ", ".join(parts[first:])
    return None
