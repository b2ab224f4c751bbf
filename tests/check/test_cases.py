"""Every case of `cases/`: the whole of what the check says, as it was read and found right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.check.cases_of_checks import ASKED, CASES, cases, told
from verbale.check import Checker
from verbale.store import Store


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{path.stem}-{number}-{case['quote'][:24]}")
        for path in CASES
        for number, case in enumerate(cases(path), 1)
    ],
)
def test_the_whole_of_a_check(archived: tuple[Store, Checker], case: dict[str, Any]) -> None:
    assert told(*archived, case) == {key: value for key, value in case.items() if key not in ASKED}
