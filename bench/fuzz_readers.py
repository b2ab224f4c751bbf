"""Fuzzes every reader, and the parser behind it, guided by coverage, each format in a process with limits.

    uv run --with atheris==3.0.0 python bench/fuzz_readers.py --seconds 600 --at-once 2 --folder FOLDER

Atheris (libFuzzer for Python) starts from files of our own making (`fuzz_seeds.py`), damages them in
their shape (`fuzz_mutations.py`) and keeps what reaches new code. A find is an exception that is no
ReadError, one that nobody foresaw, a refusal that is not one plain sentence, a reading slower than ten
seconds of CPU time or more than 1 GiB above the start, text that cannot be stored, a span outside the
text, turns that overlap, another reading of the same bytes, or a process that dies
(`tests/readers/judging.py`). Each find is judged again in a fresh process without instruments, and what
is confirmed lies in FOLDER/finds; the inputs that reached new code lie in FOLDER/corpus, and a later run
goes on from there. The table on the standard output is the one of RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 20_000
HANGS = 90
"""Seconds by the clock after which an input is one that hangs; the CPU time is judged apart."""
MEMORY_MB = 3000
HEAD = "| format | wall s | CPU s | executions | edges | features | corpus | finds | most memory | slowest |"


@dataclass
class Told:
    """What the runs of one format cost and met."""

    wall: float = 0.0
    cpu: float = 0.0
    executions: int = 0
    edges: int = 0
    features: int = 0
    corpus: int = 0
    peak: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    finds: list[str] = field(default_factory=list)

    def row(self, key: str) -> str:
        """The row of the table."""
        seconds, size = self.slowest
        return (
            f"| {key} | {self.wall:.0f} | {self.cpu:.0f} | {self.executions:,} | {self.edges:,} | "
            f"{self.features:,} | {self.corpus:,} | {len(self.finds)} | {self.peak} MB | "
            f"{seconds:.1f} s, {size:,} bytes |"
        )


def fuzz(key: str, folder: Path, seconds: float) -> Told:
    """Fuzzes one format for so long; a process that dies is started again until the time is up."""
    told = Told()
    finds, corpus = folder / "raw" / key, folder / "corpus" / key
    for each in (finds, corpus):
        each.mkdir(parents=True, exist_ok=True)
    deaths = 0
    while (left := seconds - told.wall) > 5 and deaths < 20:
        start = time.monotonic()
        log = folder / f"{key}.log"
        with log.open("w") as out:
            code = subprocess.run(
                [
                    *(sys.executable, str(ROOT / "bench" / "fuzz_worker.py"), key, str(finds), str(corpus)),
                    *(f"-max_total_time={left:.0f}", f"-max_len={LONGEST}", f"-timeout={HANGS}"),
                    *(f"-rss_limit_mb={MEMORY_MB}", "-print_final_stats=1", "-len_control=50"),
                    f"-report_slow_units={HANGS}",
                ],
                stdout=out,
                stderr=subprocess.STDOUT,
                check=False,
                env={**os.environ, "PYTHONHASHSEED": "0"},
            ).returncode
        told.wall += time.monotonic() - start
        deaths += code != 0
        _add_up(told, finds / "told.json", log.read_text(errors="replace"))
        if code != 0 and not list(finds.glob("died-*")):
            told.finds.append(f"{key}: the process ended with {code}, see {log}")
            break
    told.corpus = len(list(corpus.iterdir()))
    told.finds += _confirmed(key, finds, folder / "finds")
    return told


def _add_up(told: Told, path: Path, log: str) -> None:
    if not path.exists():
        return
    said = json.loads(path.read_text())
    told.cpu += said["cpu"]
    told.executions += said["executions"]
    told.peak = max(told.peak, said["peak"])
    told.slowest = max(told.slowest, (said["slowest"][0], said["slowest"][1]))
    for edges, features in re.findall(r"cov: (\d+) ft: (\d+)", log)[-1:]:
        told.edges, told.features = max(told.edges, int(edges)), max(told.features, int(features))


def _confirmed(key: str, raw: Path, kept: Path) -> list[str]:
    """The finds that a fresh process finds too."""
    from fuzz_seeds import FORMATS  # noqa: PLC0415  brings in Verbale, which only the ends need

    name = FORMATS[key].name
    found: list[str] = []
    for path in sorted(raw.iterdir()):
        if path.name.startswith(("slowest-", "told", "tokens")) or path.suffix == ".why":
            continue
        wrong = judged_alone(path, name)
        if wrong is None:
            continue
        kept.mkdir(parents=True, exist_ok=True)
        (kept / f"{key}-{path.name[:20]}").write_bytes(path.read_bytes())
        found.append(f"{key}-{path.name[:20]}: {wrong}")
    return found


def judged_alone(path: Path, name: str) -> str | None:
    """What is wrong with a file, judged in a process of its own."""
    program = (
        "import sys; from pathlib import Path; from tests.readers.judging import judged\n"
        "data = Path(sys.argv[1]).read_bytes()\n"
        "judged(data, sys.argv[2])  # what is loaded once is no find's fault\n"
        "print(judged(data, sys.argv[2], 1.5) or '', end='')"
    )
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, str(path), name],
            capture_output=True,
            text=True,
            timeout=2 * HANGS,
            check=False,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"},
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    if done.returncode:
        return f"the process died ({done.returncode}): {done.stderr[-300:]}"
    return done.stdout or None


def main() -> int:
    """Fuzzes the formats; 1 where something was found."""
    sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
    from fuzz_seeds import FORMATS  # noqa: PLC0415  after the paths are set

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="for each format, by the clock")
    parser.add_argument(
        "--only", nargs="*", choices=sorted(FORMATS), help="the formats to fuzz, in this order"
    )
    parser.add_argument("--at-once", type=int, default=1, help="how many formats at the same time")
    parser.add_argument(
        "--folder", type=Path, default=Path("fuzzing"), help="where corpus and finds are kept"
    )
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    print(f"{HEAD}\n{re.sub(r'[^|]+', '---', HEAD)}", flush=True)
    finds: list[str] = []

    def one(key: str) -> None:
        told = fuzz(key, given.folder, given.seconds)
        print(told.row(key), flush=True)
        finds.extend(told.finds)

    with ThreadPoolExecutor(given.at_once) as pool:
        list(pool.map(one, given.only or FORMATS))
    for find in finds:
        print("\n" + find, flush=True)
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
