"""When it was said, and when the page came out: two dates, told apart by where and how they are printed.

A date in words under a title, behind a place, or in the title itself is the event's. A stamp with a
time, a date in numbers on a line of its own and a line that says "published" are the page's. A
dateline is the day of the report, which is the event's for a digest and the page's for an article.
The text's own date does not yield to the format's metadata: they are different facts, and metadata
err more often than the line under a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.model.document import Kind, Reading
from verbale.parse.lines import Line, Window
from verbale.parse.metadata.day_words import (
    YEAR_WORD,
    Happened,
    event_part,
    happened,
    of_the_page,
    told_apart,
)
from verbale.text.dates import PrintedDate, dates_in
from verbale.text.packs import listed_words, packs, remark
from verbale.text.patterns import pattern
from verbale.text.weekdays import WEEKDAYS

__all__ = ["Dates", "dates_of"]

_HEAD_LINES = 16
_TAIL_LINES = 6
_LONGEST = 200

_TIME = pattern(
    r"(?i)\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:UTC|GMT|MSK|CET|CEST|[ECMP][SD]?T))?"
)
_BYLINE = pattern(
    rf"^(?:{'|'.join(word for each in packs() for word in each.written('bylines'))})\b[^.!?]{{2,80}}$"
)
# what may stand beside a date on the event's line, besides a place of a few words
_NUMERIC = pattern(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$")
_CONNECTIVE = pattern(rf"(?:{remark(listed_words('day_connectives'))})\s*$", re.IGNORECASE)

_LABELLED = pattern(
    rf"^\W*(?:{remark(listed_words('event_lines'))})(?:\s+of\s+(?:the\s+)?\w+)?\s*:", re.IGNORECASE
)
_SENTENCE = pattern(r"[*_)\]]*\.[*_)\]]*\s+[^\W\d_a-zà-ÿ]")
# "2025 года", "2025 р.", "2025 r."
_HOURS = listed_words("at_hours") | listed_words("hours") | {""}
_SENTENCE_END = pattern(r"[.!?…]['\"”’»)]*$")
_AFTER_DATELINE = pattern(r"^[.,:;]?\s*(?:[-–—:.]|/|\(|\[)")
# "the results of 2025": a review at the turn of the year settles the year of its dateline
_REVIEW = pattern(
    r"""
    \b(?:results?|outcomes?|review|achievements|performance|work|activit(?:y|ies))
      \s+ (?:of|in|for|during) \s+ (?:the\s+(?:past\s+)?year\s+)? (\d{4})\b
    | \b(?:results?|review|outcomes?) \s+ of \s+ (?:[\w’'-]+\s+){1,4}? in \s+ (\d{4})\b
    """
    rf"| (?:{remark(listed_words('results_of'))})\s+(\d{{4}})",
    re.VERBOSE | re.IGNORECASE,
)
_WEEKDAY_SAID = pattern(
    rf"(?:{remark(listed_words('before_weekdays'))})\s+({remark(WEEKDAYS)})", re.IGNORECASE
)
_DRESS = " \t\u00a0.,;:|·•–—-*_()[]"
_WEEKDAYS = {
    name
    for each in packs()
    for names in each.phrases("weekdays") or ()
    for name in names.split("/")
    if len(name) > 1
}
_WEEKDAY = pattern(remark(_WEEKDAYS), re.IGNORECASE)
_ADDRESS = pattern(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?=[/.-]|$)")
_NAME_DATE = pattern(r"^((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Dates:
    """The page's date and the event's; None where the text does not let one know."""

    published_on: date | None = None
    said_on: date | None = None


def dates_of(reading: Reading, title: str | None, window: Window, kind: Kind, language: str | None) -> Dates:
    """Read both dates of a text.

    Args:
        reading: What a reader made of a file; its dates stand for the page unless the text says more.
        title: The title, where there is one.
        window: The lines above the first turn and those at the end, stamps among them.
        kind: What sort of text it is: a date under the title of an article is the page's.
        language: ISO 639-1, where known, with or without a region.
    """
    first_hand = kind in {Kind.TRANSCRIPT, Kind.REMARKS}
    found = _Finder(language, first_hand=first_hand, digest=kind is Kind.BRIEF)
    # body lines come soon: only short ones can carry a date of the whole text
    for line in window.head[:_HEAD_LINES]:
        if line.words != title:
            found.look(line.words)
    if title is not None and found.said is None:
        found.look_in_title(title)
    for line in (window.tail or window.head)[-_TAIL_LINES:]:
        found.look_for_stamp(line.words)
    published = reading.published_on or found.published or _of_address(reading.url)
    if not first_hand:
        # a transcript may be changed long after it was made: that day would date what is said in it
        published = published or found.changed
    if found.dateline is not None:
        found.settle_dateline(published, reading.name, title, window.head)
        published = published or found.published
    said = reading.said_on or found.said
    return Dates(published_on=published or said, said_on=said)


def _opens(before: str, after: str) -> bool:
    """`30 June 2017. The lamplighter ...`: a day that is a sentence of its own before the first words."""
    return not before.strip(" *_([") and _SENTENCE.match(after) is not None


def _of_address(url: str | None) -> date | None:
    match = _ADDRESS.search(url or "")
    return _made(match) if match else None


def _made(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


class _Finder:
    """Collects what the lines say, the first of each sort winning."""

    def __init__(self, language: str | None, *, first_hand: bool, digest: bool) -> None:
        self.language = language
        self.first_hand = first_hand
        self.digest = digest
        self.published: date | None = None
        self.changed: date | None = None
        self.said: date | None = None
        self.dateline: PrintedDate | None = None
        self._body = False
        # the day of the event, where it stands alone on its line
        self._bare: date | None = None

    def look(self, words: str) -> None:
        dates: Sequence[PrintedDate] = dates_in(words[:_LONGEST], language=self.language)
        if not dates:
            # a paragraph: from here on a date is part of what is said
            self._body = self._body or len(words) > _LONGEST
            return
        if self._says_which(words, dates):
            return
        words, dates, published = event_part(words, dates)
        self.published = self.published or published
        first = dates[0]
        before, after = words[: first.span.start], words[first.span.end :]
        if self._is_stamp(words, before, after, first):
            self._stamped(before, first)
        elif self._is_dateline(before, after):
            self.dateline = self.dateline or first
        elif (
            first.on is not None
            and len(dates) == 1
            and not self._body
            and (self._is_event_line(before, after) or _opens(before, after))
        ):
            if self.first_hand:
                self._held(first.on, before, after)
            else:
                self.published = self.published or first.on

    def _held(self, day: date, before: str, after: str) -> None:
        """`3 June 2026` and then `WEDNESDAY, 20 MAY 2026`: the first is the day on which it was posted."""
        if self._bare is not None and day <= self._bare and _WEEKDAY.search(f"{before} {after}"):
            self.published = self.published or self._bare
            self.said = day
            self._bare = None
        elif self.said is None:
            self.said = day
            self._bare = None if (before + YEAR_WORD.sub("", after)).strip(_DRESS) else day

    def _says_which(self, words: str, dates: Sequence[PrintedDate]) -> bool:
        found = told_apart(words, dates)
        if found is None:
            return False
        if self.first_hand:
            self.said = self.said or found.held
        self.published = self.published or found.published
        self.changed = self.changed or found.changed
        return True

    def _stamped(self, before: str, found: PrintedDate) -> None:
        if happened(before) is Happened.CHANGED:
            self.changed = self.changed or found.on
        else:
            self.published = self.published or found.on

    def look_for_stamp(self, words: str) -> None:
        dates = dates_in(words[:_LONGEST], language=self.language) if len(words) <= _LONGEST else ()
        if len(dates) == 1 and dates[0].on is not None and self.published is None:
            first = dates[0]
            before = words[: first.span.start]
            if self._is_stamp(words, before, words[first.span.end :], first):
                self._stamped(before, first)

    def look_in_title(self, title: str) -> None:
        """A date at either end of a title is the event's; one inside it is its subject."""
        printed: Sequence[PrintedDate] = dates_in(title, language=self.language)
        if len(printed) != 1 and self._says_which(title, printed):
            return
        title, printed, published = event_part(title, printed)
        self.published = self.published or published
        dates = [found for found in printed if found.on is not None]
        if len(dates) != 1:
            return
        (found,) = dates
        before, after = title[: found.span.start], title[found.span.end :]
        if of_the_page(before):
            self._stamped(before, found)
            return
        ends = not YEAR_WORD.sub("", after).strip(" ).]|–-") and not _CONNECTIVE.search(before)
        begins = not before.strip(" ([")
        if ends or begins:
            if self.first_hand or self.digest:
                self.said = found.on
            else:
                self.published = self.published or found.on

    def _is_stamp(self, words: str, before: str, after: str, found: PrintedDate) -> bool:
        if found.on is None or len(words) > 120:
            return False
        if of_the_page(before) or _BYLINE.match(before.strip(" ·|,–—-\t") or " "):
            return True
        rest = _TIME.sub("", f"{before} {after}").strip(" \t\u00a0•·|,.–—-*_()[]")
        if rest.casefold() in _HOURS:
            alone = words[found.span.start : found.span.end]
            return (
                _TIME.search(f"{before} {after}") is not None
                or "•" in words
                or _NUMERIC.match(alone) is not None
            )
        return False

    def _is_dateline(self, before: str, after: str) -> bool:
        """`CITY, January 18. /AGENCY/. Text`: a place in capitals, the day, then an agency or a dash."""
        place = before.strip(" ,")
        return bool(
            place
            and place.split()[0].isupper()
            and len(place) <= 60
            and len(after) > 40
            and _AFTER_DATELINE.match(after)
        )

    def _is_event_line(self, before: str, after: str) -> bool:
        words = len(before.split())
        if words > 10 or len(after.split()) > 6 or ":" in _LABELLED.sub("", before):
            return False
        if words + len(after.split()) > 6 and _SENTENCE_END.search(after):
            return False
        return not _CONNECTIVE.search(before) or words <= 3

    def settle_dateline(
        self, published: date | None, name: str, title: str | None, head: Sequence[Line]
    ) -> None:
        """A dateline's day; its year, where none is printed, from a stamp, the file's name or a review."""
        found = self.dateline
        if found is None:
            return
        day = found.on or _with_year(found, published, name, title, head)
        if day is None:
            return
        if self.digest or self.first_hand:
            self.said = self.said or day
        self.published = self.published or day


def _with_year(
    found: PrintedDate, published: date | None, name: str, title: str | None, head: Sequence[Line]
) -> date | None:
    if published is not None:
        # a page of January may carry a dateline of December
        near = [day for year in (published.year, published.year - 1) if (day := found.in_year(year))]
        return next((day for day in near if 0 <= (published - day).days <= 31), None)
    named = _NAME_DATE.match(name.rsplit("/", 1)[-1])
    day = _made(named) if named else None
    if day is not None and (day.month, day.day) == (found.month, found.day):
        return day
    return _by_review(found, " ".join([title or "", *(line.words[:600] for line in head[:10])]))


def _by_review(found: PrintedDate, words: str) -> date | None:
    years = {int(year) for match in _REVIEW.finditer(words) for year in match.groups() if year}
    if len(years) != 1:
        return None
    (year,) = years
    # the year's results are summed up in its last month or in the next year's first two
    day = found.in_year(year + 1) if found.month <= 2 else found.in_year(year) if found.month == 12 else None
    said = {WEEKDAYS[match.casefold()] for match in _WEEKDAY_SAID.findall(words)}
    if day is not None and len(said) == 1 and day.weekday() not in said:
        return None
    return day
