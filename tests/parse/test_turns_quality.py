"""A floor under the quality of turns, measured on real transcripts where they are at hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.model.document import Reading, Role
from verbale.parse.turns.turn_finding import find_turns

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER = SHARED / "bench" / "score_turns.py"

# set, its files, how many documents, and the least that each number may be
FLOORS = [
    (
        "whitehouse",
        "data/briefings",
        8,
        {"found": 0.99, "speaker_ok": 0.99, "qa_role": 0.99, "link": 0.99},
    ),
    ("pm", "data/pm-interviews", 20, {"found": 0.99, "speaker_ok": 0.99, "qa_role": 0.97, "link": 0.97}),
    (
        "adversarial",
        "bench/files/adversarial",
        18,
        {"found": 0.95, "speaker_ok": 0.95, "qa_role": 0.93, "link": 0.93},
    ),
    ("bundestag-text", "bench/files/bundestag-text.tar.xz", 1, {"found": 0.98, "speaker_ok": 0.98}),
]


@pytest.mark.skipif(not SCORER.exists(), reason="the shared benchmark is not on this machine")
@pytest.mark.parametrize(("name", "files", "limit", "floors"), FLOORS, ids=[row[0] for row in FLOORS])
def test_floor(name: str, files: str, limit: int, floors: dict[str, float]) -> None:
    command = [str(SCORER), str(SHARED / "bench" / "gold" / f"turns-{name}.jsonl"), str(SHARED / files)]
    ran = subprocess.run(
        [sys.executable, *command, "--json", "--limit", str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(ran.stdout)
    assert result["errors"] == []
    assert {key: result[key] for key, least in floors.items() if result[key] < least} == {}
    assert result["invented_share"] <= 0.01


@pytest.mark.skipif(not (SHARED / "data" / "seeds").exists(), reason="the seed texts are not on this machine")
@pytest.mark.parametrize("kind", ["interview", "remarks", "key-points"])
def test_seeds(kind: str) -> None:
    for path in sorted((SHARED / "data" / "seeds").glob(f"*{kind}*.txt")):
        text = path.read_text(encoding="utf-8")
        turns = find_turns(Reading(name=path.name, sha256="", reader="text/1", text=text))
        if kind == "key-points":
            assert turns == ()
            continue
        assert len(turns) == text.count("\nQuestion:") * 2
        for i, turn in enumerate(turns):
            assert turn.role is (Role.ANSWER if i % 2 else Role.QUESTION)
            assert turn.answers == (i - 1 if i % 2 else None)
            assert (turn.speaker is None) == (i % 2 == 0)
