"""Which of two numbers is the month: 5/9/2021 is in May in one country, and in September in most."""

from __future__ import annotations

from functools import cache

from verbale.text.packs import pack

__all__ = ["month_first"]

# stands for every region, and for none
_ANYWHERE = "*"


@cache
def month_first(tag: str | None) -> bool | None:
    """Whether the month stands before the day where both are numbers; None where that cannot be told.

    Args:
        tag: A language, or a language and a region: ISO 639-1, a hyphen, ISO 3166-1 alpha-2.

    >>> month_first("en-US"), month_first("en-GB"), month_first("de"), month_first("en")
    (True, False, False, None)
    """
    language, _, region = (tag or "").lower().partition("-")
    # a script may stand between the two
    region = region.rpartition("-")[2]
    known = pack(language)
    if known is None:
        return None
    for key, answer in (("months_first", True), ("days_first", False)):
        regions = known.phrases(key) or ()
        if (region and region in regions) or _ANYWHERE in regions:
            return answer
    return None
