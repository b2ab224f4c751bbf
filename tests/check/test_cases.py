"""Every case of `cases/`: the whole of what the check says, as it was read and found right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.check.cases_of_checks import ASKED, CASES, archive, cases, told
from verbale.check import Checker
from verbale.store import Store


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Checker]]:
    with archive(tmp_path_factory.mktemp("archive")) as store:
        yield store, Checker(store)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{path.stem}-{number}-{case['quote'][:24]}")
        for path in CASES
        for number, case in enumerate(cases(path), 1)
    ],
)
def test_the_whole_of_a_check(texts: tuple[Store, Checker], case: dict[str, Any]) -> None:
    assert told(*texts, case) == {key: value for key, value in case.items() if key not in ASKED}
