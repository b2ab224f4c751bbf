from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import verbale
from verbale import CheckReport, Record, Refusal, Verdict

TRUE = "“We have never asked Tarvia to give up the gates,” Ilona Maravec said on 17 May 2023."
CHANGED = "“We have often asked Tarvia to give up the gates,” Ilona Maravec said on 17 May 2023."


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    folder = tmp_path_factory.mktemp("record")
    with verbale.open(folder / "record") as opened:
        opened.add(Path(str(files("verbale") / "demo_pack" / "documents")))
        yield opened


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty articles in two folders, every third with a changed word, and one file that is no text."""
    top = tmp_path_factory.mktemp("articles")
    for number in range(60):
        folder = top / ("even" if number % 2 == 0 else "odd")
        folder.mkdir(exist_ok=True)
        words = CHANGED if number % 3 == 0 else TRUE
        text = f"It rained on day {number} of the talks about the lake. {words}\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (top / "even" / "hostile.txt").write_bytes(b"\x00\xff\xfe\x00\x01" * 4_000)
    return top


def told(outcome: CheckReport | Refusal) -> tuple[str, list[Verdict]]:
    return outcome.name, [check.verdict for check in outcome.checks] if isinstance(
        outcome, CheckReport
    ) else []


def test_sixty_articles_come_in_order_and_the_hostile_one_costs_only_itself(
    record: Record, sixty: Path
) -> None:
    steps: list[tuple[int, int, str]] = []
    outcomes = list(record.check_articles(sixty, jobs=2, progress=lambda *step: steps.append(step)))
    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    assert [Path(refusal.name).name for refusal in refused] == ["hostile.txt"]
    reports = [outcome for outcome in outcomes if isinstance(outcome, CheckReport)]
    assert [report.name for report in reports] == sorted(str(file) for file in sixty.rglob("[0-9]*.txt"))
    for report in reports:
        changed = int(Path(report.name).stem) % 3 == 0
        assert [c.verdict for c in report.checks] == [Verdict.ALTERED if changed else Verdict.VERBATIM]
    assert [step[0] for step in steps] == list(range(1, 62))
    assert {step[1] for step in steps} == {61}


def test_one_process_says_what_several_say(record: Record, sixty: Path) -> None:
    some = sorted((sixty / "even").iterdir())[:20]
    alone = [told(outcome) for outcome in record.check_articles(some, jobs=1)]
    assert [told(outcome) for outcome in record.check_articles(some, jobs=2)] == alone
    assert [told(outcome) for outcome in record.check_articles(some)] == alone


def test_what_is_not_there_is_refused_and_the_rest_is_checked(record: Record, sixty: Path) -> None:
    given = [sixty / "no-such-file.txt", sixty / "odd" / "01.txt"]
    outcomes = list(record.check_articles(given))
    assert [type(outcome) for outcome in outcomes] == [Refusal, CheckReport]


def test_a_process_that_is_killed_costs_nothing(record: Record, sixty: Path) -> None:
    # what was under way is checked again, each in a process of its own, and those take their time to start
    some = sorted((sixty / "odd").iterdir())[:4]

    def kill(done: int, *_: object) -> None:
        if done == 1:
            for child in multiprocessing.active_children():
                os.kill(child.pid or 0, signal.SIGKILL)

    outcomes = list(record.check_articles(some, jobs=2, progress=kill))
    assert [Path(outcome.name).name for outcome in outcomes] == [file.name for file in some]
    assert all(isinstance(outcome, CheckReport) for outcome in outcomes)


def test_an_article_that_brings_its_process_down_is_refused(
    record: Record, sixty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what a fault in a library written in C would do
    (tmp_path / "sitecustomize.py").write_text(
        "import os\n"
        "from verbale import articles\n"
        "checked = articles.outcome_of\n"
        "def outcome_of(checker, file):\n"
        "    return os._exit(9) if file.name == '07.txt' else checked(checker, file)\n"
        "articles.outcome_of = outcome_of\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    some = sorted((sixty / "odd").iterdir())[:4]
    outcomes = list(record.check_articles(some, jobs=2))
    assert len(outcomes) == 4
    (refused,) = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    assert Path(refused.name).name == "07.txt"
    assert "brought its process down" in refused.reason


def test_only_a_few_articles_are_under_way(record: Record, sixty: Path) -> None:
    outcomes = record.check_articles(sixty, jobs=2)
    first = list(itertools.islice(outcomes, 2))
    assert len(first) == 2
    outcomes.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_a_script_without_its_main_guard_is_told_so(record: Record, sixty: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import verbale\n"
        f"for each in verbale.open({str(record.folder)!r}).check_articles({str(sixty)!r}, jobs=2):\n"
        "    print(each.name)\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert 'under `if __name__ == "__main__":`' in done.stderr
