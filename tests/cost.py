"""What an act costs, in CPU time: by the clock, whatever else a machine does would count as well."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

__all__ = ["cpu_seconds", "cpu_seconds_of_children", "grows_as_its_size"]

_GROWTH = 4
_ROOM = 10.0
"""Four times the size: four times the time where it grows with the size, sixteen where with its square."""
_TRIES = 3


def cpu_seconds(act: Callable[[], object]) -> float:
    """The CPU seconds that this process takes for an act."""
    began = time.process_time()
    act()
    return time.process_time() - began


def cpu_seconds_of_children(act: Callable[[], object]) -> float:
    """The CPU seconds of the processes that an act starts and waits for."""
    began = _of_children()
    act()
    return _of_children() - began


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def grows_as_its_size(act: Callable[[int], object], size: int) -> bool:
    """Whether an act takes about four times as long where its subject is four times as large.

    A core that has much else to do takes longer for the same work, by up to twice, and not always: what is
    quick once is quick.

    Args:
        act: Makes a subject of a size, and does the work.
        size: The smaller size; a few hundredths of a second are enough.
    """
    small = min(cpu_seconds(lambda: act(size)) for _ in range(2))
    return any(cpu_seconds(lambda: act(_GROWTH * size)) < _ROOM * max(small, 0.004) for _ in range(_TRIES))
