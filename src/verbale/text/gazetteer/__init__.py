"""Places by their names: countries and territories with Wikidata ids, capitals, cities that time zones name.

The tables are made by `gazetteer/build.py`; whose data they are stands in NOTICE.md beside them. They
are read when first asked, and a name is looked up among sorted lines, so that nothing is built in
memory that a lookup does not need.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern

__all__ = ["Place", "PlaceKind", "folded", "place_around", "place_of"]

_JOINED = pattern(r"[.'’ʼ`´]")
_APART = pattern(r"[\W_]+")
_ARTICLE = pattern(rf"^(?:{either(listed_words('place_articles'))})\s+(?=\S)")


class PlaceKind(StrEnum):
    """What sort of place it is; a territory is a part of a country, or depends on one."""

    COUNTRY = "country"
    TERRITORY = "territory"
    CITY = "city"


_RANKS = (PlaceKind.COUNTRY, PlaceKind.CITY, PlaceKind.TERRITORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    `id` is its Wikidata id where the sources have one, else country and name ("FR/Paris"). `country`
    is ISO 3166-1 alpha-2. `time_zone` is an IANA name, None where the place has several clocks.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    time_zone: str | None = None
    capital: str | None = None

    @property
    def wikidata(self) -> str | None:
        """The Wikidata id, where the sources have one."""
        return self.id if self.id.startswith("Q") else None

    @property
    def is_city(self) -> bool:
        """Whether a text can say that it was written there: a city, or a state that is one."""
        return self.kind is PlaceKind.CITY or self.capital == self.name


def folded(name: str) -> str:
    """The form under which the printings of a name meet: no case, accents or marks.

    >>> folded("Genève"), folded("WASHINGTON, D.C."), folded("Côte d’Ivoire")
    ('geneve', 'washington dc', 'cote divoire')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _APART.sub(" ", _JOINED.sub("", letters)).strip()


@lru_cache(maxsize=1)
def _names() -> list[str]:
    """The lines of the table of names, sorted: `name`, a tab, the ids of the places with | between them."""
    return _table("names.tsv")


@lru_cache(maxsize=1)
def _places() -> dict[str, Place]:
    found: dict[str, Place] = {}
    for line in _table("places.tsv"):
        id_, kind, country, zone, name, capital = line.split("\t")
        found[id_] = Place(
            id=id_,
            name=name,
            kind=PlaceKind(kind),
            country=country,
            time_zone=zone or None,
            capital=capital or None,
        )
    return found


def _table(file: str) -> list[str]:
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    return text.removesuffix("\n").split("\n")


@lru_cache(maxsize=4096)
def _called(name: str) -> tuple[tuple[Place, ...], bool]:
    """The places of that name, and whether it takes the country beside it to mean one of them."""
    key = folded(name)
    lines = _names()
    for form in (key, _ARTICLE.sub("", key)):
        at = bisect_left(lines, f"{form}\t")
        if form and at < len(lines) and lines[at].startswith(f"{form}\t"):
            ids = lines[at].partition("\t")[2].split("|")
            return tuple(_places()[id_.rstrip("!")] for id_ in ids), any("!" in id_ for id_ in ids)
    return (), False


def place_of(printed: str) -> Place | None:
    """The place that printed words name; None where they name none, or could mean two.

    Args:
        printed: "Geneva", "Genève, Suisse", "Washington, D.C."

    >>> place_of("Genève") == place_of("Geneva"), place_of("MOSCOW").wikidata, place_of("Port Selden")
    (True, 'Q649', None)
    >>> place_of("Georgia") is None, place_of("Tbilisi, Georgia").country
    (True, 'GE')
    """
    found, shared = _called(printed)
    if found:
        return None if shared else _chosen(printed, found)
    parts = [part.strip() for part in printed.split(",") if part.strip()]
    if len(parts) < 2:
        return None
    regions = {place.country for part in parts[1:] for place in _regions(part)}
    if not all(_regions(part) for part in parts[1:]):
        return None
    return _chosen(parts[0], tuple(place for place in _called(parts[0])[0] if place.country in regions))


def place_around(printed: str) -> Place | None:
    """The smallest known place in which a printed place lies: of "Harbour Hall, Rome" it is Rome.

    Args:
        printed: Words with commas, from the smaller place to the larger.

    >>> place_around("Harbour Hall, Rome, Italy").name, place_around("Harbour Hall") is None
    ('Rome', True)
    """
    parts = [part.strip() for part in printed.split(",") if part.strip()]
    for first in range(len(parts)):
        found = place_of(", ".join(parts[first:]))
        if found is not None:
            # of a region and a city with one name the region may be meant: "Port Selden, Washington"
            alone = first > 0 and found.kind is PlaceKind.CITY and first == len(parts) - 1
            return next(iter(_regions(parts[first])), found) if alone else found
    return None


def _regions(name: str) -> tuple[Place, ...]:
    return tuple(place for place in _called(name)[0] if place.kind is not PlaceKind.CITY)


def _chosen(name: str, found: tuple[Place, ...]) -> Place | None:
    """Of places with one name in one country: the one mainly called so, else country, city, territory."""
    if len({place.country for place in found}) != 1:
        return None
    key = folded(name)
    ranked = sorted(found, key=lambda place: (folded(place.name) != key, _RANKS.index(place.kind)))
    same = [place for place in found if _RANKS.index(place.kind) == _RANKS.index(ranked[0].kind)]
    return ranked[0] if len(same) == 1 or folded(ranked[0].name) == key else None
