"""Time, memory and chance, measured in one way for everything."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Generic, TypeVar

__all__ = ["Timed", "anonymous_memory", "bits", "interval", "machine", "percentile", "timed"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """What a function answered, and what an answer cost: medians over several runs, in milliseconds.

    `p50` and `p95` are wall time, `cpu` and `cpu_p50` the process's own time, mean and median.
    """

    answers: tuple[T, ...]
    p50: float
    p95: float
    cpu: float
    cpu_p50: float


def timed(function: Callable[[str], T], quotes: Sequence[str], runs: int) -> Timed[T]:
    """Call a function with each quote, several times over.

    Args:
        function: what to measure.
        quotes: what to call it with, one by one.
        runs: how often to go over all of them; the answers are the first run's.
    """
    answers: list[T] = []
    rows: list[tuple[float, float, float, float]] = []
    for _ in range(runs):
        wall, own = [], []
        found = []
        for quoted in quotes:
            began, own_began = time.perf_counter(), time.process_time()
            found.append(function(quoted))
            own.append((time.process_time() - own_began) * 1000)
            wall.append((time.perf_counter() - began) * 1000)
        answers = answers or found
        rows.append(
            (percentile(wall, 0.5), percentile(wall, 0.95), sum(own) / len(own), percentile(own, 0.5))
        )
    p50, p95, cpu, cpu_p50 = (median(column) for column in zip(*rows, strict=True))
    return Timed(tuple(answers), p50, p95, cpu, cpu_p50)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that a share of all values lies below."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + z * z / of)), min(1.0, (middle + spread) / (1 + z * z / of))


def bits(score: float) -> float:
    """What a Check's score says: it is 1 - 2^-bits."""
    return math.inf if score >= 1 else -math.log2(1 - score)


def anonymous_memory() -> float:
    """Resident memory of this process that no file backs, in MB (10^6 bytes)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024 / 1e6
    return math.nan


def machine() -> str:
    """The machine's load over the last minute, and its cores."""
    load = Path("/proc/loadavg").read_text().split()[0]
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    return f"load {load} on {cores} cores"
