from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.check.cases_of_checks import archive
from tests.check.press import write
from verbale.check import Checker
from verbale.intake.adding import add
from verbale.store import Store, open_store


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("press")
    (folder / "files").mkdir()
    with open_store(folder / "record") as store:
        report = add(store, write(folder / "files"))
        assert len(report.added) == 4, report
        yield store


@pytest.fixture(scope="session")
def checker(press: Store) -> Checker:
    return Checker(press)


@pytest.fixture(scope="session")
def archived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Checker]]:
    with archive(tmp_path_factory.mktemp("archive")) as store:
        yield store, Checker(store)
