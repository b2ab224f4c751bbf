from __future__ import annotations

import json
import re
import shlex
from importlib.resources import files
from pathlib import Path

import pytest

import verbale
from verbale.cli import main
from verbale.text.one_person import same_person

PACK = files("verbale") / "demo_pack"
EXPECTED = json.loads((PACK / "expected.json").read_text(encoding="utf-8"))["checks"]


@pytest.fixture(scope="module")
def report(demo_record: Path) -> verbale.CheckReport:
    with verbale.open(demo_record) as record:
        return record.check_article(demo_record / "draft.md")


def test_every_quotation_of_the_draft_is_checked_and_nothing_else(report: verbale.CheckReport) -> None:
    begins = [expected["begins"] for expected in EXPECTED]
    checked = [check.quoted[: len(each)] for each, check in zip(begins, report.checks, strict=False)]
    assert checked == begins
    assert len(report.checks) == len(EXPECTED)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected["begins"])
def test_what_was_planted_is_found(expected: dict[str, object], report: verbale.CheckReport) -> None:
    (check,) = (check for check in report.checks if check.quoted.startswith(str(expected["begins"])))
    told = {
        "verdict": check.verdict.value,
        "severity": check.severity.value,
        "flags": sorted({flag.value for flag in check.flags} & set(expected["flags"])),  # type: ignore[call-overload]
    }
    assert told == {
        "verdict": expected["verdict"],
        "severity": expected["severity"],
        "flags": sorted(expected["flags"]),  # type: ignore[call-overload]
    }
    speaker = expected["speaker"]
    if speaker is None:
        assert check.speaker is None
    else:
        assert check.speaker is not None
        assert same_person(check.speaker, str(speaker))


def test_every_passage_is_cut_from_its_document(demo_record: Path, report: verbale.CheckReport) -> None:
    with verbale.open(demo_record) as record:
        for check in report.checks:
            assert check.span is not None
            assert check.span.of(report.text).startswith(check.quoted[:20])
            for piece in check.evidence.pieces if check.evidence else ():
                text = record.document(piece.document).text
                assert " … ".join(span.of(text) for span in piece.spans) == piece.text


def test_every_kind_of_verdict_is_planted() -> None:
    assert {expected["verdict"] for expected in EXPECTED} == {verdict.value for verdict in verbale.Verdict}


def test_the_demo_says_what_to_try_next_and_its_commands_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo"]) == 0
    assert main(["demo"]) == 0, "it is made anew over an earlier one"
    told = capsys.readouterr().out
    assert "What to try next" in told
    assert (tmp_path / "demo-record" / "record.db").is_file()
    # the program is named as it can be typed here: on the path or not, installed or not
    program = re.compile(r"^\s*(?:python -m )?\S*verbale (.*)$", re.M)
    commands = program.findall(told.partition("What to try next")[2])
    assert len(commands) >= 4
    for command in dict.fromkeys(commands):
        if "FOLDER" not in command:
            assert main(shlex.split(command)) == 0, command
