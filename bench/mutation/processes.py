"""Forked processes, each with a folder, a limit and a group of its own, that leave nothing behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

__all__ = ["Done", "run_all"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Job(Generic[T]):
    """A process that runs.

    Args:
        subject: what it works on.
        folder: where it writes.
        started: when, by the monotonic clock.
        seconds: how long it may take, by the clock.
    """

    subject: T
    folder: Path
    started: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A process that ended.

    Args:
        subject: what it worked on.
        folder: what it wrote, until the next one is asked for; its output is `log` there.
        died: whether a signal ended it, its own limits or ours included.
        seconds: how long it took, by the clock.
    """

    subject: T
    folder: Path
    died: bool
    seconds: float


def run_all(
    subjects: Iterator[T],
    work: Callable[[T, Path], None],
    limit: Callable[[T], float],
    *,
    at_once: int,
    folder: Path,
) -> Iterator[Done[T]]:
    """Do work on each subject in a process of its own.

    Args:
        subjects: asked for the next one only when a process is free.
        work: what the process does, with its subject and an empty folder.
        limit: the seconds by the clock after which a process is ended.
        at_once: how many run at a time.
        folder: where their folders lie.
    """
    running: dict[int, Job[T]] = {}
    number, left = 0, True
    try:
        while left or running:
            while left and len(running) < at_once:
                try:
                    subject = next(subjects)
                except StopIteration:
                    left = False
                    break
                number += 1
                own = folder / str(number)
                own.mkdir(parents=True)
                seconds = limit(subject)
                running[_forked(work, subject, own)] = Job(subject, own, time.monotonic(), seconds)
            for pid, status in _ended(running):
                job = running.pop(pid)
                _end(pid)
                died = os.WIFSIGNALED(status)
                yield Done(job.subject, job.folder, died, time.monotonic() - job.started)
                shutil.rmtree(job.folder, ignore_errors=True)
    finally:
        for pid in running:
            _end(pid)
            os.waitpid(pid, 0)


def _ended(running: dict[int, Job[T]]) -> list[tuple[int, int]]:
    """Those that have ended, waiting a little for the first; those over their time are ended."""
    found = []
    for pid, job in running.items():
        if time.monotonic() - job.started > job.seconds:
            _end(pid)
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            found.append((pid, status))
    if not found and running:
        time.sleep(0.02)
    return found


def _end(pid: int) -> None:
    """End a process and all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _forked(work: Callable[[T, Path], None], subject: T, folder: Path) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with (folder / "log").open("wb") as log:
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
        work(subject, folder)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
