"""The day on which a page came out: what it states, what it prints beside its headline, then a search.

A page says its day in many places, and they disagree: the stamp of the last change is written into
the field of the first, servers count days in another zone than readers, a teaser brings the day of
another article. So what is stated as the day of publication is gathered; where it is not one day,
that one counts which the page prints for its readers. htmldate searches only where nothing is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from lxml import etree

from verbale.readers.html.headline import Printed, is_of_readers, printed_beside
from verbale.readers.metadata_dates import day
from verbale.text.dates import dates_in
from verbale.text.day_order import month_first

__all__ = ["published_on"]

_PUBLISHED = re.compile(
    r"publi(?:sh|c|é)(?!er)|pub[_-]?date|parsely-pub|issued|posted|post_date|ptime|display[_-]?date"
    r"|release[_-]?date|date_original|originalpub|citation_date",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"^(?:[\w:-]*[.:])?(?:date|created|date[._-]?created|sailthru\.date|gentime)$", re.IGNORECASE
)
_CHANGED = re.compile(r"modif|updat|revis|lastmod|last-?date|utime|expir|unpublish|until", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)"
    r"(?:([/_-])(\d\d)\2(\d\d)(?=[/_.?#-]|$)|/(\d\d?)/(\d\d?)(?=/|$)|(\d\d)(\d\d)(?=[/_.?#-]|$))"
)
_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_ADDRESS_MONTH = re.compile(
    r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(\d\d?)(?=/|$)", re.IGNORECASE
)
_OTHER_TEXT = re.compile(
    r"comment|reply|replies|related|recommend|teaser|sidebar|widget|popular|latest|most-?read|footer|promo|card"
    r"|calendar|archive",
    re.IGNORECASE,
)
_GREENWICH = re.compile(r"T\d\d:\d\d.*(?:Z|[+-]00:?00)\s*$", re.IGNORECASE)
_FIRST_YEAR = 1900
_MOST = 100
_NO_DAY = date(1970, 1, 1)
"""The first second of many computers: what they write where they know nothing."""
# a fixed last day, since the same bytes must read the same tomorrow
_OPTIONS: dict[str, Any] = {"original_date": True, "max_date": "2100-12-31"}


@dataclass(frozen=True, slots=True)
class _Stated:
    """A day that a page states; `certain` where it says that it is the day of publication."""

    on: date
    certain: bool
    greenwich: bool = False


def published_on(  # noqa: PLR0913  each says something else of the page
    root: etree._Element,
    described: Sequence[Mapping[str, Any]],
    *,
    title: str | None = None,
    url: str | None,
    language: str | None,
    speech: str,
    is_transcript: bool = False,
) -> date | None:
    """The day on which a page came out, None where it does not say.

    Args:
        root: The page; its metadata about later changes are removed.
        described: What the page says of its article in JSON-LD.
        title: The page's title, by which its headline is known.
        url: The page's own address, as far as it gives one.
        language: A tag as "en-US", for names of months and the order of numbers.
        speech: The words of a page that is no article, or "". The days that people speak of must not
            be taken for the day of the page: a day found anywhere counts only if they do not so much
            as name its year.
        is_transcript: The day under the headline is that of the event then: it counts only where the
            page states the same day.

    >>> from verbale.readers.tree import html_tree
    >>> page = html_tree("<h1>A dam</h1><p>Posted on 4 March 2025 by Ann Orrin</p><p>It stands.", "a.html")
    >>> published_on(page, [], url=None, language="en", speech="")
    datetime.date(2025, 3, 4)
    """
    address = _of_address(url)
    stated = list(_stated(root, described))
    days = list(dict.fromkeys(one.on for one in sorted(stated, key=lambda one: not one.certain)))
    if address is not None:
        days = list(dict.fromkeys([address, *days]))
    certain = address is not None or any(one.certain for one in stated)
    in_zone = address is not None or not all(one.greenwich for one in stated)
    if len(days) == 1 and certain and in_zone:
        return days[0]
    printed = printed_beside(root, title, language) if days or not is_transcript else ()
    if days:
        return _chosen(days, printed, certain=certain or is_transcript)
    of_publication = next((one.on for one in printed if not one.changed), None)
    found = of_publication or _searched(root, url, speech)
    return found if of_publication or found is None or not _may_be_swapped(found, root, language) else None


def _chosen(days: Sequence[date], printed: Sequence[Printed], *, certain: bool) -> date:
    """Of the days that a page states, the one that it prints; else the one that is believed first."""
    shown = {one.on for one in printed}
    of_publication = [one.on for one in printed if not one.changed]
    if both := [on for on in days if on in shown]:
        return both[0]
    if of_publication and not certain:
        # a stamp that only says "date" is often that of the last change
        return of_publication[0]
    # the newsroom's own midnight is not that of Greenwich
    near = [on for on in of_publication if len(days) == 1 and abs((on - days[0]).days) == 1]
    return near[0] if near else days[0]


def _stated(root: etree._Element, described: Sequence[Mapping[str, Any]]) -> Iterator[_Stated]:
    for meta in root.iter("meta"):
        name = _name(meta)
        if not meta.get("itemprop") and not _CHANGED.search(name):
            certain = _PUBLISHED.search(name) is not None
            if certain or _MADE.search(name):
                yield from _made(meta.get("content"), certain=certain)
    for one in described:
        for key in ("datePublished", "dateCreated"):
            value = one.get(key)
            found = list(
                _made(value[0] if isinstance(value, list) and value else value, certain=key[4] == "P")
            )
            if found:
                yield from found
                break
    dated = (
        element
        for element in root.iter("*")
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None
    )
    marked = [
        (found, element)
        for element in islice(dated, _MOST)
        if not _is_of_another(element)
        for found in _made(_value(element), certain=True)
    ]
    # a list of teasers marks the day of each
    if len({one.on for one, _ in marked}) == 1 or (marked and sum(1 for _ in root.iter("article")) == 1):
        first, element = marked[0]
        if not any(map(is_of_readers, element.iterancestors("article"))):
            yield first


def _value(element: etree._Element) -> str:
    written = element.get("content") or element.get("datetime")
    return written or "".join(str(part) for part in element.itertext())


def _name(meta: etree._Element) -> str:
    return meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""


def _made(value: object, *, certain: bool) -> Iterator[_Stated]:
    if isinstance(value, str) and (found := _plausible(value)) is not None:
        yield _Stated(found, certain, _GREENWICH.search(value) is not None)


def _of_address(url: str | None) -> date | None:
    if named := _ADDRESS_MONTH.search(url or ""):
        in_month = _MONTHS.index(named[2].lower()) // 3 + 1
        return _plausible(f"{named[1]}-{in_month:02}-{int(named[3]):02}")
    match = _ADDRESS.search(url or "")
    if match is None:
        return None
    month, number = (match[3], match[4]) if match[3] else (match[5] or match[7], match[6] or match[8])
    return _plausible(f"{match[1]}-{int(month):02}-{int(number):02}")


def _plausible(value: str) -> date | None:
    found = day(" ".join(value[:200].split()))
    return found if found is not None and found.year >= _FIRST_YEAR and found != _NO_DAY else None


def _is_of_another(element: etree._Element) -> bool:
    """Whether it stands in a comment, a teaser or the like: its day is that of another text."""
    for above in element.iterancestors():
        if above.tag in {"body", "article", "main", "head"}:
            return False
        named = f"{above.get('class') or ''} {above.get('id') or ''} {above.get('itemprop') or ''}"
        if _OTHER_TEXT.search(named):
            return True
    return False


def _searched(root: etree._Element, url: str | None, speech: str) -> date | None:
    """What htmldate finds, if it is a day and not made up from a mere month or year."""
    from htmldate import find_date  # noqa: PLC0415  a fifth of a second to import

    for meta in list(root.iter("meta")):
        parent = meta.getparent()
        if _CHANGED.search(_name(meta)) and parent is not None:
            parent.remove(meta)
    found = day(find_date(root, url=url, extensive_search=True, **_OPTIONS))
    if found is None or not (found.day == 1 or str(found.year) in speech):
        return found
    if not speech and _is_written(found, root):
        return found
    return day(find_date(root, url=url, extensive_search=False, **_OPTIONS))


def _may_be_swapped(found: date, root: etree._Element, language: str | None) -> bool:
    """Whether a page has a day only in two numbers of which nothing tells the month."""
    if found.day > 12 or found.day == found.month or month_first(language) is not None:
        return False
    words = " ".join(str(text) for text in root.itertext())
    one, other, year = found.day, found.month, found.year
    numbers = rf"(?<!\d)(?:0?{one}([/-])0?{other}|0?{other}([/-])0?{one})[/-]{year}(?!\d)"
    return re.search(numbers, words) is not None and found not in {each.on for each in dates_in(words)}


def _is_written(found: date, root: etree._Element) -> bool:
    """Whether the page has the first day of a month in full, and not only its month or its year."""
    numbers = rf"{found.year}\W?{found.month:02}\W?01(?!\d)|\b0?1\W\s?0?{found.month}\W\s?{found.year}\b"
    words = " ".join(str(text) for text in root.itertext())
    return re.search(numbers, words) is not None or found in {one.on for one in dates_in(words)}
