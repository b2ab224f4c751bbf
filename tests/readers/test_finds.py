"""What the fuzzer found (`bench/fuzz_readers.py`), made as small as it goes, replayed with limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.judging import MEMORY, judged, peak_memory

FINDS = sorted(Path(__file__).with_name("finds").iterdir())
SECONDS = 2.0
"""CPU time for a find: all are a few kilobytes."""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded once (a language model, dateparser's tables) is no find's fault."""
    judged("Вопрос: Когда же пойдёт паром через залив?\n\nОтвет: Скоро, 4 марта.\n".encode() * 9, "a.txt")


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.name)
def test_a_find_is_read_or_refused_in_one_sentence_within_limits(path: Path) -> None:
    data = path.read_bytes()
    wrong: list[str | None] = []
    more = peak_memory(lambda: wrong.append(judged(data, path.name, SECONDS)))
    assert wrong == [None]
    assert more < MEMORY


def test_the_judge_sees_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    assert judged(b"No.", "a.txt") is None
    assert (judged(b"No.", "a.txt", slow=-1.0) or "").startswith("slow")
    monkeypatch.setattr("verbale.readers.plain.plain_text.decode", broken)
    assert (judged(b"No.", "a.txt") or "").startswith("nobody foresaw KeyError")
    monkeypatch.setattr("tests.readers.judging.parse", broken)
    assert (judged(b"# No.", "a.md") or "").startswith("an exception")


def test_memory_is_measured_at_its_highest() -> None:
    def hold() -> int:
        return len(b"x" * 300_000_000)

    assert 290_000_000 < peak_memory(hold) < 400_000_000
