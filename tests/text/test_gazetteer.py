"""Places by their names: only what is certain is resolved."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources

import pytest

from verbale.text.gazetteer import PlaceKind, folded, place_around, place_of


@pytest.mark.parametrize(
    ("names", "id_"),
    [
        (("Moscow", "MOSCOW", "Moskau", "Moscou", "Mosca", "Москва", "Moscow, Russia"), "Q649"),
        (("Geneva", "Genève", "GENEVE", "Genf", "Ginevra", "Женева", "Geneva, Switzerland"), "CH/Geneva"),
        (("Washington", "WASHINGTON", "Washington, D.C.", "Вашингтон"), "Q3551781"),
        (("Norway", "Norvège", "Norwegen", "Норвегия", "Kingdom of Norway"), "Q20"),
        (("The Hague", "Den Haag", "La Haye", "THE HAGUE"), "NL/The Hague"),
        (("Tbilisi, Georgia", "Tiflis, Georgien"), "GE/Tbilisi"),
        (("Mexico City", "Ciudad de México"), "MX/Mexico City"),
    ],
)
def test_a_place_is_one_in_all_its_names(names: tuple[str, ...], id_: str) -> None:
    assert {place.id if (place := place_of(name)) else None for name in names} == {id_}


@pytest.mark.parametrize(
    "name", ["Georgia", "Victoria", "Hamilton", "San Jose", "Port Selden", "Christmas", "", ","]
)
def test_a_name_that_could_mean_two_places_means_none(name: str) -> None:
    assert place_of(name) is None


def test_the_country_beside_it_settles_a_shared_name() -> None:
    assert (found := place_of("San José, Costa Rica")) is not None
    assert found.time_zone == "America/Costa_Rica"
    assert place_of("San José, Norway") is None


def test_an_unknown_town_is_not_its_country() -> None:
    assert place_of("Port Selden, Norway") is None
    assert (around := place_around("Port Selden, Norway")) is not None
    assert (around.name, around.kind) == ("Norway", PlaceKind.COUNTRY)
    assert (around := place_around("Port Selden, Washington")) is not None
    assert (around.wikidata, around.time_zone) == ("Q1223", None)  # the state, not the capital


def test_a_country_has_a_time_zone_only_where_it_has_one() -> None:
    assert (norway := place_of("Norway")) is not None
    assert norway.time_zone == "Europe/Oslo"
    assert (brazil := place_of("Brazil")) is not None
    assert brazil.time_zone is None
    assert (capital := place_of("Brasília")) is not None
    assert capital.time_zone == "America/Sao_Paulo"


def test_the_tables_are_sorted_and_whole() -> None:
    folder = resources.files("verbale.text.gazetteer")
    names = folder.joinpath("names.tsv").read_text(encoding="utf-8").splitlines()
    places = {
        line.split("\t")[0] for line in folder.joinpath("places.tsv").read_text(encoding="utf-8").splitlines()
    }
    assert names == sorted(names)
    assert {id_.rstrip("!") for line in names for id_ in line.split("\t")[1].split("|")} <= places
    assert all(folded(line.split("\t")[0]) == line.split("\t")[0] for line in names)


def test_the_notices_are_in_the_package() -> None:
    folder = resources.files("verbale.text.gazetteer")
    assert "MIT License" in folder.joinpath("LICENSE.territories").read_text(encoding="utf-8")
    assert "UNICODE LICENSE V3" in folder.joinpath("LICENSE.unicode").read_text(encoding="utf-8")
    assert "PDDL" in folder.joinpath("NOTICE.md").read_text(encoding="utf-8")


def test_every_time_zone_exists() -> None:
    import pytz  # type: ignore[import-untyped]  # noqa: PLC0415

    places = resources.files("verbale.text.gazetteer").joinpath("places.tsv").read_text(encoding="utf-8")
    zones = {line.split("\t")[3] for line in places.splitlines()} - {""}
    assert zones <= set(pytz.all_timezones)


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import verbale, verbale.text.gazetteer as g; assert g._names.cache_info().currsize == 0; "
        "import time; t = time.process_time(); g.place_of('Oslo'); assert time.process_time() - t < 1"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
