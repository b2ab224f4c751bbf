"""What a mutation run found: a line for each room, and each survivor with its place and its change."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from mutation.mutants import Mutant

__all__ = ["Verdict", "accepted", "keys_of", "share", "survivors", "table", "written"]

ACCEPTED = Path(__file__).with_name("accepted.toml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant.

    Args:
        mutant: the mutant.
        how: `killed` by a test, `broken` so that its tests could not even start, `endless` where a limit
            of time or memory ended it, `survived`, or `unseen` where no test runs the code.
        killer: the test that failed.
        tests: how many were run.
        seconds: how long it took, by the clock.
    """

    mutant: Mutant
    how: str
    killer: str = ""
    tests: int = 0
    seconds: float = 0.0

    @property
    def lives(self) -> bool:
        """Whether no test saw the fault."""
        return self.how in ("survived", "unseen")


def accepted() -> dict[tuple[str, str, str], str]:
    """The survivors that are explained: why each may live, by its key."""
    rows = tomllib.loads(ACCEPTED.read_text(encoding="utf-8")).get("accepted", [])
    return {(row["module"], row["function"], row["change"]): row["why"] for row in rows}


def share(verdicts: Sequence[Verdict]) -> float:
    """How many of a hundred mutants were killed."""
    return 100 * sum(not each.lives for each in verdicts) / len(verdicts) if verdicts else 100.0


def table(verdicts: Sequence[Verdict]) -> str:
    """A row for each room, and one for all."""
    rows = [
        "| room | mutants | killed | broken | endless | survived | never run | killed of 100 | s each |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    rooms = list(dict.fromkeys(each.mutant.room for each in verdicts))
    for name in (*rooms, "all"):
        own = [each for each in verdicts if name in ("all", each.mutant.room)]
        counts = [
            sum(each.how == how for each in own)
            for how in ("killed", "broken", "endless", "survived", "unseen")
        ]
        seconds = sum(each.seconds for each in own) / max(1, len(own))
        figures = " | ".join(str(count) for count in counts)
        rows.append(f"| {name} | {len(own)} | {figures} | {share(own):.1f} | {seconds:.1f} |")
    return "\n".join(rows)


def survivors(verdicts: Iterable[Verdict]) -> str:
    """The survivors by module: where each is, what was changed, and why it may live, if that is known."""
    why = accepted()
    alive = [each for each in verdicts if each.lives]
    lines: list[str] = []
    for module in sorted({each.mutant.module for each in alive}):
        lines += ["", f"## {module}", ""]
        for each in sorted((v for v in alive if v.mutant.module == module), key=lambda v: v.mutant.line):
            lines.append(f"- {line_of(each)}")
            if each.mutant.key in why:
                lines.append(f"  accepted: {why[each.mutant.key]}")
    return "\n".join(lines)


def line_of(verdict: Verdict) -> str:
    """A survivor in one line."""
    mutant = verdict.mutant
    ran = f"{verdict.tests} tests pass" if verdict.tests else "no test runs it"
    return f"src/verbale/{mutant.module}:{mutant.line} {mutant.function}: `{mutant.change}` ({ran})"


def written(verdicts: Sequence[Verdict], folder: Path, title: str) -> None:
    """Write `result.json` and `survivors.md` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [asdict(each) | {"lives": each.lives} for each in verdicts]
    (folder / "result.json").write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n")
    (folder / "survivors.md").write_text(f"# {title}\n\n{table(verdicts)}\n{survivors(verdicts)}\n")


def keys_of(result: Path) -> set[tuple[str, str, str]]:
    """The survivors of a former run."""
    rows = json.loads(result.read_text(encoding="utf-8"))
    return {
        (row["mutant"]["module"], row["mutant"]["function"], row["mutant"]["change"])
        for row in rows
        if row["lives"]
    }
