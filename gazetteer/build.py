"""Makes the shipped gazetteer from its sources: countries, territories, and the cities that time zones name.

    python gazetteer/build.py SOURCES

`SOURCES` is a folder with `countries/country-codes.csv` and `territories/territories.jsonl` (see
README.md). Names of cities and of countries in many languages come from CLDR, as the package babel
carries it; which zone belongs to which country from the package pytz. The same sources give the same
bytes.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytz
from babel import Locale, localedata

from verbale.text.gazetteer import folded

HERE = Path(__file__).parent
OUT = HERE.parent / "src" / "verbale" / "text" / "gazetteer"

# territories that are one city: their Wikidata item is the city's
CITIES = frozenset({"ru-mow", "ru-spe", "de-be", "de-hh", "ua-30"})
CITY_CODES = {"us-dc": ("US", "Washington")}
NO_PLACES = frozenset({"zz", "ip", "un", "eu", "aq"})
# zones count as one where their clocks agreed through these years
SINCE, UNTIL = datetime(2000, 1, 15, tzinfo=UTC), datetime(2030, 1, 15, tzinfo=UTC)
LANGUAGES = (
    "en de fr es it pt nl sv da nb fi is pl cs sk hu ro bg hr sr sl mk sq el tr ru uk be et lv lt ka hy az "
    "kk ar he fa ur hi bn ta te th vi id ms ja ko zh sw af ca eu gl ga cy mt lb"
)


def clocks(zone: str) -> tuple[timedelta | None, ...]:
    """What a zone's clocks showed month by month."""
    made = pytz.timezone(zone)
    months = (datetime(year, month, 15, 12, tzinfo=UTC) for year in range(SINCE.year, UNTIL.year)
              for month in range(1, 13))  # fmt: skip
    return tuple(month.astimezone(made).utcoffset() for month in months)


def zones_of_countries() -> tuple[dict[str, str], dict[str, str]]:
    """Country -> its one zone, where it has one; zone -> its country."""
    one: dict[str, str] = {}
    country_of: dict[str, str] = {}
    for country, zones in pytz.country_timezones.items():
        for zone in zones:
            country_of.setdefault(zone, country)
        if len({clocks(zone) for zone in zones}) == 1:
            one[country] = zones[0]
    return one, country_of


class Gazetteer:
    """Places by id, and their names."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[str, str, str, str, str, str]] = {}
        self.names: dict[str, set[str]] = defaultdict(set)

    def add(
        self, id_: str, kind: str, country: str, zone: str, name: str, capital: str, names: set[str]
    ) -> None:
        """Add a place, or names to one."""
        self.places.setdefault(id_, (id_, kind, country, zone, name, capital))
        for each in {name, *names}:
            key = folded(each)
            if len(key) >= 3 or (each.isupper() and len(key) == 2) or not key.isascii():
                self.names[key].add(id_)

    def write(self) -> None:
        """Write both tables, sorted."""
        places = sorted(self.places.values())
        text = "".join("\t".join(place) + "\n" for place in places)
        (OUT / "places.tsv").write_text(text, encoding="utf-8", newline="\n")
        names = sorted((key, "|".join(sorted(ids))) for key, ids in self.names.items() if key)
        text = "".join(f"{key}\t{ids}\n" for key, ids in names)
        (OUT / "names.tsv").write_text(text, encoding="utf-8", newline="\n")
        print(f"{len(places):,} places, {len(names):,} names")


def cldr() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Names of countries by code, and of cities by zone."""
    countries: dict[str, set[str]] = defaultdict(set)
    cities: dict[str, set[str]] = defaultdict(set)
    known = set(localedata.locale_identifiers())
    for language in LANGUAGES.split():
        if language not in known:
            continue
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            countries[code].add(name)
        for zone in locale.time_zones:
            if city := locale.time_zones[zone].get("city"):
                cities[zone].add(city)
    return countries, cities


def rows(file: str) -> list[list[str]]:
    """The rows of one of our own tables."""
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main(sources: Path) -> None:
    """Read the sources, write the tables."""
    with (sources / "countries" / "country-codes.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file)}
    lines = (sources / "territories" / "territories.jsonl").read_text(encoding="utf-8").splitlines()
    territories: list[dict[str, Any]] = [json.loads(line) for line in lines]
    one_zone, country_of = zones_of_countries()
    names, city_names = cldr()
    ours = {(row[0], row[1]): row for row in rows("cities.tsv")}
    shared = {folded(row[0]) for row in rows("shared.txt")}
    short = {row[0]: row[1].split("|") for row in rows("abbreviations.tsv")}
    found = Gazetteer()
    city_ids = dict(CITY_CODES)
    items: dict[tuple[str, str], str] = {}
    for each in territories:
        code = each["code"]
        if each.get("is_historical") or code in NO_PLACES:
            continue
        if code in CITIES:
            city_ids[code] = (each["parent"].upper(), each["name"])
        if code in city_ids:
            items[city_ids[code]] = each["qid"]
            continue
        own = code.upper() if len(code) == 2 else None
        country = own if own in listed else str(each.get("parent") or code).upper()[:2]
        row = listed.get(own or "", {})
        called = {each["full_name"], *each["names_strong"]}
        if row:
            called |= {row[key] for key in row if key.startswith(("UNTERM", "official_name")) and row[key]}
            called |= names.get(country, set())
        else:
            called = {name for name in called if "," not in name}
        # the weak names of a territory are those of its towns too, so that only strong ones are taken
        called = {name.partition(" (")[0].split("*")[0] for name in called}
        capital = (row.get("Capital") or "").strip()
        kind = "country" if row else "territory"
        found.add(each["qid"], kind, country, one_zone.get(country, ""), each["name"], capital, called)
        for abbreviation in short.get(code, ()):
            found.names[folded(abbreviation)].add(each["qid"])
    add_cities(found, ours, items, listed, one_zone, country_of, city_names, territories, city_ids)
    found.names = defaultdict(
        set,
        {key: ids if key not in shared else {f"{id_}!" for id_ in ids} for key, ids in found.names.items()},
    )
    found.write()


def add_cities(
    found: Gazetteer,
    ours: dict[tuple[str, str], list[str]],
    items: dict[tuple[str, str], str],
    listed: dict[str, dict[str, str]],
    one_zone: dict[str, str],
    country_of: dict[str, str],
    city_names: dict[str, set[str]],
    territories: list[dict[str, Any]],
    city_ids: dict[str, tuple[str, str]],
) -> None:
    """Add our own cities, those that name a zone, and the capitals of countries with one zone."""
    weak = {city_ids[each["code"]]: {*each["names_strong"], *each["names_weak"], each["name"]}
            for each in territories if each["code"] in city_ids}  # fmt: skip

    def add(country: str, name: str, zone: str, called: set[str]) -> None:
        id_ = items.get((country, name), f"{country}/{name}")
        found.add(id_, "city", country, zone, name, "", called | weak.get((country, name), set()))

    for (country, name), row in ours.items():
        add(country, name, row[2], set(row[3].split("|")))
    for zone, country in sorted(country_of.items()):
        english = zone.rpartition("/")[2].replace("_", " ")
        name = _NEWER.get(english, english)
        # an island or a small state names its zone: that is no city's name
        own = {id_ for id_ in found.names.get(folded(name), ()) if found.places[id_][1] != "city"}
        is_state = any(found.places[id_][1:3] == ("country", country) for id_ in own)
        if zone.count("/") == 1 and not is_state and zone.partition("/")[0] not in {"Antarctica", "Arctic"}:
            add(country, name, zone, {english, *city_names.get(zone, set())})
    for country, row in sorted(listed.items()):
        capital = row["Capital"].strip()
        of_name = found.names.get(folded(capital), set())
        if capital and not any(found.places[id_][2] == country for id_ in of_name):
            add(country, capital, one_zone.get(country, ""), set())
    for (country, name), item in items.items():
        if item not in found.places:
            add(country, name, one_zone.get(country, ""), set())


# names that a city has outgrown, or that the sources spell in two ways
_NEWER = {"Kiev": "Kyiv", "Ho Chi Minh": "Ho Chi Minh City", "Saigon": "Ho Chi Minh City", "Tirane": "Tirana"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
