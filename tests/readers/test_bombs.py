from __future__ import annotations

import pytest

from tests.readers.bombs import BOMBS
from tests.readers.judging import MEMORY, SLOW, judged, peak_memory, sentence_faults
from verbale.readers.containers import unpacking

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded once (a language model, dateparser's tables) is no bomb's fault."""
    judged("Вопрос: Когда же пойдёт паром через залив?\n\nОтвет: Скоро, 4 марта.\n".encode() * 9, "a.txt")


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_neither_time_nor_memory(name: str) -> None:
    data = BOMBS[name].make()
    wrong: list[str | None] = []
    told: list[str] = []
    more = peak_memory(lambda: wrong.append(judged(data, name, SLOW, told)))
    assert wrong == [None]
    assert more < MEMORY
    if BOMBS[name].outcome != "either":
        assert len(told) == (BOMBS[name].outcome == "refused")


@pytest.mark.parametrize("name", [name for name, bomb in BOMBS.items() if bomb.outcome == "unpacked"])
def test_what_an_archive_hides_is_refused_by_itself(name: str) -> None:
    members = list(unpacking.unpack(BOMBS[name].make(), name))
    refused = [member.refused for member in members if member.refused]
    assert all(len(member.data) < 1_000 for member in members)
    assert not any(sentence_faults(sentence, name) for sentence in refused)
