"""Time zones as they are printed beside a time of day: "1:05 P.M. EDT", "Moscow time", "GMT+3".

An abbreviation that several countries use for several clocks is a time zone only where the place says
which. IANA names are the answer; clocks that are the same in many countries have IANA's own names
for them (CET, EET, Etc/UTC).
"""

from __future__ import annotations

import re

from verbale.text.gazetteer import place_of
from verbale.text.packs import listed_pairs, listed_words
from verbale.text.patterns import either, pattern

__all__ = ["printed_zone"]

# fmt: off
_CERTAIN = {
    "UTC": "Etc/UTC", "GMT": "Etc/UTC",
    "CET": "CET", "CEST": "CET", "EET": "EET", "EEST": "EET",
    "WET": "WET", "WEST": "WET", "MSK": "Europe/Moscow",
    "ET": "America/New_York", "MDT": "America/Denver",
    "AKDT": "America/Anchorage", "AKST": "America/Anchorage", "BRT": "America/Sao_Paulo",
    "AEDT": "Australia/Sydney", "ACDT": "Australia/Adelaide", "AWST": "Australia/Perth",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "HKT": "Asia/Hong_Kong", "SGT": "Asia/Singapore",
    "ICT": "Asia/Bangkok", "WIB": "Asia/Jakarta", "PKT": "Asia/Karachi", "IDT": "Asia/Jerusalem",
    "EAT": "Africa/Nairobi", "SAST": "Africa/Johannesburg", "CAT": "Africa/Maputo", "WAT": "Africa/Lagos",
    "TRT": "Europe/Istanbul",
    **listed_pairs("zones_by_letters"),
}
# the same letters for other clocks: the country settles it; "" is what they mean without one
_SHARED = {
    "EST": {"": "America/New_York", "AU": "Australia/Sydney"},
    "EDT": {"": "America/New_York", "AU": "Australia/Sydney"},
    "CST": {"US": "America/Chicago", "CA": "America/Winnipeg", "MX": "America/Mexico_City",
            "CN": "Asia/Shanghai", "TW": "Asia/Taipei", "CU": "America/Havana", "AU": "Australia/Adelaide"},
    "CDT": {"": "America/Chicago", "CU": "America/Havana", "CA": "America/Winnipeg",
            "AU": "Australia/Adelaide"},
    "MST": {"US": "America/Denver", "CA": "America/Edmonton", "MY": "Asia/Kuala_Lumpur"},
    "PST": {"US": "America/Los_Angeles", "CA": "America/Vancouver", "PH": "Asia/Manila"},
    "PDT": {"": "America/Los_Angeles", "CA": "America/Vancouver"},
    "IST": {"IN": "Asia/Kolkata", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem"},
    "BST": {"GB": "Europe/London", "BD": "Asia/Dhaka"},
    "AEST": {"AU": "Australia/Sydney"},
    "AST": {"CA": "America/Halifax", "SA": "Asia/Riyadh", "PR": "America/Puerto_Rico"},
}
_NAMED = {name.casefold(): zone for name, zone in listed_pairs("zones_by_name").items()}
# fmt: on
_OFFSET = pattern(r"(?:GMT|UTC)\s?([+−–-])\s?(\d{1,2})(?!\d)(?::?(\d\d))?")
_LETTERS = pattern(r"\(?\b([A-ZА-Я]{2,4})\b\)?")
_AROUND = "|".join(
    rf"(?:{either([before])})\s+(\w+)\s+(?:{either([behind])})"
    for before, behind in listed_pairs("around_place_of_zone").items()
)
_CITY_TIME = pattern(
    rf"\(?([A-Z][\w .’'-]{{2,20}}?)\s+(?:{either(listed_words('after_place_of_zone'))})\b"
    rf"|(?:{either(listed_words('before_place_of_zone'))})\s?([A-Z][\w .-]{{2,20}})|{_AROUND}",
    re.IGNORECASE,
)


def printed_zone(after: str, country: str | None = None) -> str | None:
    """The IANA name of the zone that stands right after a time of day; None where none surely does.

    Args:
        after: The words after the time.
        country: ISO 3166-1 alpha-2 of the place, where known: it settles letters that several share.

    >>> printed_zone("EDT"), printed_zone("(Moscow time)"), printed_zone("GMT+3, in the hall")
    ('America/New_York', 'Europe/Moscow', 'Etc/GMT-3')
    >>> printed_zone("IST"), printed_zone("IST", "IN")
    (None, 'Asia/Kolkata')
    """
    words = after.lstrip(" \t\u00a0,")
    if offset := _OFFSET.match(words.lstrip("(")):
        sign, hours, minutes = offset[1], int(offset[2]), offset[3]
        if hours > 14 or minutes not in {None, "00"}:
            return None
        # IANA counts these from the other side
        return "Etc/UTC" if hours == 0 else f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"
    if letters := _LETTERS.match(words):
        found = _SHARED.get(letters[1])
        if found is not None:
            return found.get(country or "", found.get("")) or None
        if letters[1] in _CERTAIN:
            return _CERTAIN[letters[1]]
    if named := _CITY_TIME.match(words):
        name = next(filter(None, named.groups()))
        place = place_of(name.strip())
        return _NAMED.get(name.casefold().split()[0]) or (place.time_zone if place else None)
    return None
