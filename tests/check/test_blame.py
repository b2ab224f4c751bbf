"""Who is blamed for words that are another's, who is only told of, and what is too usual to be anybody's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Flag, Verdict
from verbale.store import Store, open_store

HERE = Path(__file__).parent / "blame"
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]

DIGEST = """Key points of Foreign Minister Lena Orsk's news conference

PORT DORN, June 1, 2023. /Dorn Agency/. Foreign Minister Lena Orsk held a news conference on Thursday.

On the opposition

"The minister has never seen a plough from the right side," Karl Lund told her at the meeting.

On the winter

"We have peat for eighty days and candles for a hundred."
"""

PRESS = """Press conference of 4 March 2031

LENA KOHL: Minister, will the harbour at Osterby be dredged this winter as planned?

ANA RUIZ: {}

TOMAS ORSK: I came to Osterby to look at the pumps and at the old lighthouse keepers' cottages.

LENA KOHL: Thank you. And the fishermen, when will they receive their promised compensation?

ANA RUIZ: They will be paid in June, all of them, with interest.
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("record")) as store:
        assert not add(store, HERE / "texts").refused
        yield store


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{n}-{case['quote'][:24]}") for n, case in enumerate(CASES, 1)]
)
def test_what_is_said_of_whoever_is_claimed(held: Store, case: dict[str, Any]) -> None:
    check = Checker(held).check(case["quote"], speaker=case["speaker"], said_on=case.get("on"))
    via = f", via {check.via}" if check.via else ""
    told = {
        "verdict": f"{check.verdict}, {check.severity}",
        "attribution": check.attribution.value,
        "whose": f"{check.speaker or 'nobody'}{via}",
    }
    assert {key: told[key] for key in told if key in case} == {key: case[key] for key in told if key in case}


def test_a_digest_relays_what_it_gives_to_another_than_its_speaker(tmp_path: Path) -> None:
    (tmp_path / "points.txt").write_text(DIGEST, encoding="utf-8")
    told = "The minister has never seen a plough from the right side"
    with open_store(tmp_path / "record") as store:
        add(store, tmp_path / "points.txt")
        checks = {name: Checker(store).check(told, speaker=name) for name in ("Karl Lund", "Lena Orsk")}
        own = Checker(store).check("We have peat for eighty days", speaker="Lena Orsk")
    assert {name: check.attribution for name, check in checks.items()} == {
        "Karl Lund": Attribution.RIGHT,
        "Lena Orsk": Attribution.UNKNOWN,
    }
    assert all(Flag.RELAYED in check.flags and check.via == "Lena Orsk" for check in checks.values())
    assert Flag.RELAYED not in own.flags


@pytest.mark.parametrize(
    ("turn", "whose"),
    [
        ("Last week you said {} before the frost.", "LENA KOHL"),
        # another is named, and nobody knows whom "you" means
        ("Mr. Orsk is here too. Last week you said {} before the frost.", None),
        ("Last week you said {} before the frost, and Orsk believed it.", None),
        # another is called
        ("Last week you said {} before the frost. Do you still think so, Mr. Orsk?", "TOMAS ORSK"),
        ("Orsk, you came late. Last week you said {} before the frost.", "TOMAS ORSK"),
    ],
)
def test_whom_a_turn_speaks_to(tmp_path: Path, turn: str, whose: str | None) -> None:
    words = "we have got to repair the crumbling northern breakwater"
    (tmp_path / "press.txt").write_text(PRESS.format(turn.format(words)), encoding="utf-8")
    with open_store(tmp_path / "record") as store:
        add(store, tmp_path / "press.txt")
        checks = {name: Checker(store).check(words, speaker=name) for name in ("Lena Kohl", "Tomas Orsk")}
    assert {check.speaker for check in checks.values()} == {whose}
    blamed = {name for name, check in checks.items() if check.verdict is Verdict.MISATTRIBUTED}
    assert blamed == (set() if whose is None else {name for name in checks if name.upper() != whose})


def test_of_whoever_is_not_in_the_record_the_coverage_is_told(held: Store) -> None:
    said = "The pilots have every right to be angry about the night shifts."
    check = Checker(held).check(said, speaker="Rufus Oake")
    assert check.coverage is not None
    assert check.coverage.documents_of_speaker == 0
    assert Checker(held).check(said, speaker="Petra Noll").coverage is None
    # with other words than the record's he may have said something else
    other = said.replace("pilots", "stokers").replace("night", "early")
    assert Checker(held).check(other, speaker="Rufus Oake").verdict is not Verdict.ALTERED
