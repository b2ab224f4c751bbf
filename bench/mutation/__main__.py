"""Puts small faults into check, compare, attribution and naming, and counts those that no test sees.

    uv run --with coverage==7.17.5 python bench/mutation --mutants 400 --seed 1

A mutant is one module with one fault (`operators.py`), made in memory: no source file is ever written.
Each is run in a process of its own, that stops at the first test that fails, over the tests of its room
(`rooms.py`) that run the faulty line; which ones these are is measured first. `survivors.md` and
`result.json` in FOLDER say what lived. `--again FOLDER/result.json` tries the survivors of a former run
once more. The run fails where an accepted survivor (`accepted.toml`) is no mutant any more, or where
fewer than FLOOR of a hundred are killed. Needs Linux.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

BENCH = Path(__file__).parents[1]
sys.path[:0] = [str(BENCH), str(BENCH.parent / "src"), str(BENCH.parent)]

from mutation.judging import Seen, judge, look  # noqa: E402 - found through the line above
from mutation.mutants import Mutant, mutants_of  # noqa: E402
from mutation.processes import Done, run_all  # noqa: E402
from mutation.report import Verdict, accepted, keys_of, line_of, share, table, written  # noqa: E402
from mutation.rooms import ROOMS, ROOT, Room  # noqa: E402

# The same order of sets in each run, one thread each, and the modules of this checkout in started programs.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONPATH": str(ROOT / "src"),
}
START = 20
"""Seconds of CPU time that a mutant has beside thrice what its tests took."""
LONGEST_LOOK = 1800


class Run:
    """A run over rooms: what their tests showed, and which test killed last where."""

    def __init__(self, rooms: Sequence[Room], at_once: int, folder: Path) -> None:
        self.rooms = {room.name: room for room in rooms}
        self.at_once = at_once
        self.folder = folder
        self.killers: Counter[tuple[str, str]] = Counter()
        self.seen = dict(self._looks(lines=True))
        for name in sorted({name for seen in self.seen.values() for name in seen.packages}):
            _load(name)
        for name, clean in self._looks(lines=False):
            self.seen[name].seconds = clean.seconds
            if clean.failed:
                print(f"{name}: fail without any fault, and are left out: {', '.join(clean.failed)}")

    def _looks(self, *, lines: bool) -> Iterator[tuple[str, Seen]]:
        def work(room: Room, folder: Path) -> None:
            look(room.folders(), room.modules(), folder / "seen.json", lines=lines)

        for done in run_all(
            iter(self.rooms.values()),
            work,
            lambda _: LONGEST_LOOK,
            at_once=self.at_once,
            folder=self.folder / ("lines" if lines else "clean"),
        ):
            answer = done.folder / "seen.json"
            if not answer.exists():
                raise SystemExit(f"{done.subject.name}: its tests did not run\n{_log(done)}")
            kept = json.loads(answer.read_text())
            kept["tests"] = {
                module: {int(line): tests for line, tests in rows.items()}
                for module, rows in kept["tests"].items()
            }
            print(f"{done.subject.name}: {len(kept['seconds'])} tests in {done.seconds:.0f} s", flush=True)
            yield done.subject.name, Seen(**kept)

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that can see a mutant: those that killed others nearby first, then the quick files."""
        seen = self.seen[mutant.room]
        rows = seen.tests.get(mutant.module, {})
        own = mutant.lines and [
            rows[line] for line in range(mutant.lines[0], mutant.lines[1] + 1) if line in rows
        ]
        # what runs when the module is loaded is met by every test that uses the module
        if own is None or any("" in tests for tests in own):
            own = list(rows.values())
        chosen = {test for tests in own for test in tests if test in seen.seconds}
        files: dict[str, float] = {}
        for test in chosen:
            files[_file(test)] = files.get(_file(test), 0.0) + seen.seconds[test]
        ahead = [test for (module, test), _ in self.killers.most_common() if module == mutant.module][:5]
        return sorted(
            chosen,
            key=lambda test: (
                ahead.index(test) if test in ahead else len(ahead),
                files[_file(test)],
                _file(test),
                seen.seconds[test],
                test,
            ),
        )

    def seconds_of(self, mutant: Mutant) -> float:
        """The CPU time that a mutant may take."""
        seconds = self.seen[mutant.room].seconds
        return START + 3 * sum(seconds[test] for test in self.tests_of(mutant))

    def verdicts(self, mutants: Sequence[Mutant]) -> Iterator[Verdict]:
        """Run the mutants; those that no test runs first."""
        met = {mutant: bool(self.tests_of(mutant)) for mutant in mutants}
        yield from (Verdict(mutant, "unseen") for mutant in mutants if not met[mutant])

        def work(mutant: Mutant, folder: Path) -> None:
            judge(mutant, self.tests_of(mutant), folder, self.seconds_of(mutant))

        for done in run_all(
            (mutant for mutant in mutants if met[mutant]),
            work,
            lambda mutant: 5 * self.seconds_of(mutant),
            at_once=self.at_once,
            folder=self.folder / "mutants",
        ):
            verdict = _verdict(done)
            if verdict.killer:
                self.killers[done.subject.module, verdict.killer] += 1
            yield verdict


def _verdict(done: Done[Mutant]) -> Verdict:
    answer = done.folder / "outcome.json"
    if not answer.exists():
        if not done.died:
            raise SystemExit(f"{done.subject}: the run itself failed\n{_log(done)}")
        return Verdict(done.subject, "endless", seconds=done.seconds)
    outcome = json.loads(answer.read_text())
    if not outcome["met"]:
        raise SystemExit(f"{done.subject}: its tests ran without it\n{_log(done)}")
    if outcome["code"] == 0:
        how = "survived"
    elif outcome["killer"]:
        how = "killed"
    elif outcome["code"] == 5:
        raise SystemExit(f"{done.subject}: its tests were not found\n{_log(done)}")
    else:
        how = "broken"
    return Verdict(done.subject, how, outcome["killer"], outcome["ran"], done.seconds)


def _log(done: Done[Room] | Done[Mutant]) -> str:
    return (done.folder / "log").read_text(errors="replace")[-4000:]


def _file(test: str) -> str:
    return test.partition("::")[0]


def _load(name: str) -> None:
    """Load a foreign module, so that no process has to; one that cannot be, the tests will load."""
    with contextlib.suppress(Exception):  # some parts of packages load only from their own insides
        importlib.import_module(name)


def main() -> int:
    """Run, print the table and write what survived."""
    parser = argparse.ArgumentParser(description="Counts faults that no test sees.")
    parser.add_argument("--mutants", type=int, default=400, metavar="N", help="how many are drawn; 0 is all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", nargs="+", choices=[room.name for room in ROOMS], default=None)
    parser.add_argument("--only", type=Path, nargs="+", metavar="FILE", help="modules of those rooms")
    parser.add_argument("--again", type=Path, metavar="RESULT", help="the survivors of a former result.json")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--floor", type=float, default=85.0, help="of a hundred, to be killed")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation")
    options = parser.parse_args()

    every = [mutant for room in ROOMS for file in room.modules() for mutant in mutants_of(room.name, file)]
    mutants = [mutant for mutant in every if not options.rooms or mutant.room in options.rooms]
    if options.only:
        files = {file.resolve() for file in options.only}
        mutants = [m for m in mutants if (ROOT / "src" / "verbale" / m.module) in files]
    if options.again:
        former = keys_of(options.again)
        mutants = [mutant for mutant in mutants if mutant.key in former]
    of = len(mutants)
    if options.mutants and not options.again:
        mutants = random.Random(options.seed).sample(mutants, min(options.mutants, of))  # noqa: S311
    if not mutants:
        raise SystemExit("no mutant fits")
    title = f"{len(mutants)} of {of} mutants, seed {options.seed}"
    print(title, flush=True)

    # what was found is written, and no process stays, when the run is ended from outside
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="mutation-"))
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(folder / "hypothesis")
    verdicts: list[Verdict] = []
    try:
        used = {mutant.room for mutant in mutants}
        run = Run([room for room in ROOMS if room.name in used], options.at_once, folder)
        for verdict in run.verdicts(mutants):
            verdicts.append(verdict)
            if verdict.lives:
                print(line_of(verdict), flush=True)
            if len(verdicts) % 10 == 0:
                minutes = (time.monotonic() - began) / 60
                print(
                    f"{len(verdicts)}/{len(mutants)}, {share(verdicts):.0f} of 100 killed, {minutes:.1f} min"
                )
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if verdicts:
            written(verdicts, options.folder, title)
    print(f"\n{table(verdicts)}\n\nSurvivors: {options.folder / 'survivors.md'}")
    gone = accepted().keys() - {mutant.key for mutant in every}
    for key in sorted(gone):
        print(f"accepted, but no mutant any more: {' '.join(key)}")
    return int(bool(gone) or share(verdicts) < options.floor)


if __name__ == "__main__":
    if any(os.environ.get(name) != value for name, value in ENVIRONMENT.items()):
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, **ENVIRONMENT})  # noqa: S606
    os.chdir(ROOT)
    warnings.simplefilter("ignore")
    raise SystemExit(main())
