from __future__ import annotations

import pytest

from tests.readers.bombs import BOMBS
from tests.readers.judging import MEMORY, SLOW, judged, peak_memory, sentence_faults
from verbale.readers.containers import unpacking

ROOM = 3
"""How many times its CPU time a bomb may take: a core that has much else to do is a slower one."""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded once (a language model, dateparser's tables) is no bomb's fault."""
    judged("Вопрос: Когда же пойдёт паром через залив?\n\nОтвет: Скоро, 4 марта.\n".encode() * 9, "a.txt")


def names(*outcomes: str) -> list[object]:
    """The bombs of some outcomes, or all; the long ones are tried where all is."""
    return [
        pytest.param(name, marks=[pytest.mark.thorough] if bomb.is_long else [])
        for name, bomb in BOMBS.items()
        if not outcomes or bomb.outcome in outcomes
    ]


@pytest.mark.parametrize("name", names())
def test_a_bomb_costs_neither_time_nor_memory(name: str) -> None:
    data = BOMBS[name].make()
    wrong: list[str | None] = []
    told: list[str] = []
    more = peak_memory(lambda: wrong.append(judged(data, name, ROOM * SLOW, told)))
    assert wrong == [None]
    assert more < MEMORY
    if BOMBS[name].outcome != "either":
        assert len(told) == (BOMBS[name].outcome == "refused")


@pytest.mark.parametrize("name", names("unpacked"))
def test_what_an_archive_hides_is_refused_by_itself(name: str) -> None:
    members = list(unpacking.unpack(BOMBS[name].make(), name))
    refused = [member.refused for member in members if member.refused]
    assert all(len(member.data) < 1_000 for member in members)
    assert not any(sentence_faults(sentence, name) for sentence in refused)
