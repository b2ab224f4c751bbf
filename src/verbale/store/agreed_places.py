"""Where an event was, of what its documents print: one place in two spellings is one, two places are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verbale.text.gazetteer import place_of

__all__ = ["agreed_place"]


def agreed_place(
    printed: Sequence[tuple[str | None, str | None]],
) -> tuple[str | None, str | None, str | None]:
    """The place as most documents print it, its id in the gazetteer, and its time zone.

    Documents that name two known places, or two time zones, leave that open. Places never tell whether
    documents are of one event: a report of Oslo may be datelined in Bergen.

    Args:
        printed: The place and the time zone of each document of an event, in a settled order.

    >>> agreed_place([("Genève", None), ("GENEVA", "Europe/Zurich"), ("Genève", None)])
    ('Genève', 'CH/Geneva', 'Europe/Zurich')
    >>> agreed_place([("Oslo", "Europe/Oslo"), ("Paris", "Europe/Paris")])
    (None, None, None)
    """
    zones = {zone for _, zone in printed if zone}
    zone = zones.pop() if len(zones) == 1 else None
    names = [place for place, _ in printed if place]
    known = {place.id for name in names if (place := place_of(name)) is not None}
    if not names or len(known) > 1:
        return None, None, zone
    if known:
        names = [name for name in names if place_of(name) is not None]
    elif len({name.casefold() for name in names}) > 1:
        return None, None, zone
    return Counter(names).most_common(1)[0][0], known.pop() if known else None, zone
