"""The shared scorers over the visible cases and gold, as Markdown tables.

    python bench/visible.py SHARED --work WORK

SHARED holds `bench/score_check.py`, `bench/score_turns.py`, `bench/cases/visible.jsonl`, the record's files
in `bench/cases/visible-record.tar.xz`, `bench/gold/turns-SET.jsonl` and `data/`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path
from typing import Any

from measuring import interval, machine

import verbale

SETS = {
    "whitehouse": "data/briefings",
    "pm": "data/pm-interviews",
    "fomc": "data/fomc",
    "bundestag": "data/bundestag",
    "bundestag-text": "bench/files/bundestag-text.tar.xz",
    "tei": "data/parliament-tei",
    "adversarial": "bench/files/adversarial",
}
TURNS = (
    "found",
    "starts",
    "speaker_ok",
    "speaker_wrong",
    "qa_role",
    "link",
    "invented",
    "title",
    "date",
)
TOTALS = {
    "verdict_accuracy": "verdict accuracy",
    "location_recall": "location recall",
    "both_pieces": "both pieces of a splice shown",
    "flag_recall": "flags raised",
    "edit_recall": "edits named",
    "false_verbatim": "false verbatim",
    "misattribution_missed": "missed misattribution",
    "falsely_misattributed": "falsely misattributed",
    "true_quote_blamed": "true quote blamed",
    "absent_false_positive": "absent, yet a verdict",
    "false_edit_flags": "verbatim, yet an edit flag",
    "false_cut_flags": "whole sentence, yet `cut`",
}


def scored(program: Path, *arguments: str | Path) -> dict[str, Any]:
    """What a scorer prints with --json."""
    command = [sys.executable, str(program), *map(str, arguments), "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def laid_out(archive: Path, work: Path) -> Path:
    """The record of the visible cases, made once."""
    record, files = work / "visible", work / "visible-files"
    if not record.exists():
        files.mkdir(parents=True, exist_ok=True)
        with tarfile.open(archive) as tar:
            tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
            tar.extractall(files)  # noqa: S202 - our own benchmark
        loaded, began = machine(), time.process_time()
        with verbale.open(record) as opened:
            added = opened.add(files)
            spent, words = time.process_time() - began, opened.info().words
        print(
            f"Added {len(added.added):,} documents, {words:,} words, in {spent:.1f} s of CPU: "
            f"{words / spent:,.0f} words a second ({loaded}).\n"
        )
    return record


def quotes(shared: Path, record: Path) -> None:
    """The tables of score_check.py."""
    cases = shared / "bench/cases/visible.jsonl"
    loaded = machine()
    found = scored(shared / "bench/score_check.py", "--record", record, "--cases", cases)
    print("`score_check.py --record RECORD --cases cases/visible.jsonl`\n\n| what | share |\n|---|---|")
    for key, name in TOTALS.items():
        print(f"| {name} | {_percent(found[key])} |")
    print(f"| p50 / p95 a quote | {found['ms_p50']:.2f} / {found['ms_p95']:.2f} ms ({loaded}) |\n")
    print("| kind | n | verdict | 95% interval | place | flags | edits |\n|---|---|---|---|---|---|---|")
    for kind, row in found["kinds"].items():
        low, high = interval(round(row["verdict"] * row["n"]), row["n"])
        cells = [kind, row["n"], _percent(row["verdict"]), f"{low:.0%} to {high:.0%}"]
        cells += [_percent(row[key]) for key in ("location", "flags", "edits")]
        print("| " + " | ".join(map(str, cells)) + " |")


def turns(shared: Path) -> None:
    """The table of score_turns.py."""
    print("\n`score_turns.py gold/turns-SET.jsonl FILES`\n")
    print("| set | " + " | ".join(TURNS) + " |" + "\n|---" + "|---" * len(TURNS) + "|")
    for name, files in SETS.items():
        gold = shared / f"bench/gold/turns-{name}.jsonl"
        found = scored(shared / "bench/score_turns.py", gold, shared / files)
        row = found.get("total", found)
        print(f"| {name} | " + " | ".join(_plain(row.get(key)) for key in TURNS) + " |", flush=True)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"


def _plain(value: Any) -> str:
    return "–" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Lay out, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--work", type=Path)
    options = parser.parse_args()
    work = options.work or Path(tempfile.mkdtemp(prefix="verbale-bench-"))
    work.mkdir(parents=True, exist_ok=True)
    quotes(options.shared, laid_out(options.shared / "bench/cases/visible-record.tar.xz", work))
    turns(options.shared)


if __name__ == "__main__":
    main()
