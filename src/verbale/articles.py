"""Many articles held against a record, in several processes, one report at a time.

At most a few articles for each process are under way, so memory does not grow with their number.
A process that an article brings down costs that article only.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import ParamSpec, TypeVar

from verbale.check import Checker, check_document
from verbale.errors import MissingPart, ReadError, RecordError, VerbaleError
from verbale.intake.gathering import gather
from verbale.model.check import CheckReport
from verbale.model.reports import Refusal
from verbale.parse import read
from verbale.readers.file_names import printable
from verbale.store import open_store

__all__ = ["check_articles"]

P = ParamSpec("P")
R = TypeVar("R")
Outcome = CheckReport | Refusal
Step = Callable[[int, int, str], None]

# Starting a process takes as long as checking this many articles.
WORTH_A_PROCESS = 16
# Articles under way for each process: enough that none waits while an earlier one is slow.
AHEAD = 8


def check_articles(
    checker: Checker,
    paths: str | Path | Iterable[str | Path],
    *,
    jobs: int | None = None,
    progress: Step | None = None,
) -> Iterator[Outcome]:
    """Hold the quotations of many articles against a record, in the order of the articles.

    Args:
        checker: holds quotes against the record; other processes open the record for themselves.
        paths: files, folders and patterns; folders are walked to the bottom.
        jobs: how many processes; None for as many as there are cores, if the articles are worth it.
            With 1 everything is done in this process.
        progress: called with how many are done, how many there are, and the name of the last one.

    Yields:
        A report for each article that could be read, its path for a name, and a refusal for any
        other.
    """
    sources, refusals = gather(paths, avoid=checker.store.path)
    yield from refusals
    files = [source.path for source in sources if source.path is not None]
    processes = min(jobs or cores(), len(files) if jobs else len(files) // WORTH_A_PROCESS)
    outcomes = (
        in_turn(checker, files) if processes <= 1 else in_parallel(checker.store.path, files, processes)
    )
    for done, (file, outcome) in enumerate(zip(files, outcomes, strict=True), start=1):
        if progress is not None:
            progress(done, len(files), printable(file.name))
        yield outcome


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcome_of(checker: Checker, file: Path) -> Outcome:
    """The report on one article, or why there is none.

    Raises:
        RecordError: the record itself cannot be used, so that no other article could be checked either.
    """
    name = printable(str(file))
    try:
        return replace(check_document(checker, read(file)), name=name)
    except ReadError as error:
        return Refusal(name, str(error))
    except MissingPart as error:
        return Refusal(name, f"{name}: {error}")
    except (RecordError, MemoryError):
        raise
    except Exception as error:
        return Refusal(name, f"{name} could not be checked ({type(error).__name__}: {error}).")


def in_turn(checker: Checker, files: Sequence[Path]) -> Iterator[Outcome]:
    """The outcomes, made one after the other in this process."""
    return (outcome_of(checker, file) for file in files)


def in_parallel(record: Path, files: Sequence[Path], processes: int) -> Iterator[Outcome]:
    """The outcomes in the order of the files, made by processes that each open the record once.

    Args:
        record: the record's folder.
        files: the articles.
        processes: how many.
    """
    todo = deque(files)
    while todo:
        under_way: deque[tuple[Path, Future[Outcome]]] = deque()
        with pool(record, processes) as workers:
            try:
                while todo or under_way:
                    while todo and len(under_way) < processes * AHEAD:
                        under_way.append((todo[0], submit(workers, work, todo[0])))
                        todo.popleft()
                    yield under_way[0][1].result()
                    under_way.popleft()
            except BrokenProcessPool:
                pass
        # one of those under way brought its process down; each alone shows which
        for file, future in under_way:
            yield future.result() if finished(future) else by_itself(record, file)


def finished(future: Future[Outcome]) -> bool:
    """Whether an article was done before a process was lost."""
    return future.done() and not future.cancelled() and future.exception() is None


def by_itself(record: Path, file: Path) -> Outcome:
    """The outcome of one article in a process of its own."""
    with pool(record, 1) as worker:
        try:
            return submit(worker, work, file).result()
        except BrokenProcessPool:
            name = printable(str(file))
            return Refusal(name, f"{name} could not be checked: it brought its process down.")


@contextmanager
def pool(record: Path, processes: int) -> Iterator[ProcessPoolExecutor]:
    """Processes with the record open; what they have not begun is dropped at the end."""
    workers = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=begin, initargs=(record,)
    )
    try:
        submit(workers, ready).result()
    except BrokenProcessPool as error:
        workers.shutdown()
        raise VerbaleError(
            "No process could be started to check articles in: call check_articles under "
            '`if __name__ == "__main__":`, or with jobs=1.',
            record,
        ) from error
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def submit(
    workers: ProcessPoolExecutor, task: Callable[P, R], *given: P.args, **named: P.kwargs
) -> Future[R]:
    """Hand a task over; processes started by this leave Ctrl-C to the one that started them."""
    if not hasattr(signal, "pthread_sigmask"):
        return workers.submit(task, *given, **named)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return workers.submit(task, *given, **named)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# What a process keeps between its articles.
_record: list[Path] = []
_checker: list[Checker] = []


def begin(record: Path) -> None:
    """Prepare a new process, which is not to outlive the one that started it."""
    threading.Thread(target=follow, daemon=True).start()
    _record.append(record)


def follow() -> None:
    """End this process when the one that started it is gone."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def ready() -> bool:
    """Show that a process could be started."""
    return True


def work(file: Path) -> Outcome:
    """One article, in a process that opens the record at its first."""
    if not _checker:
        _checker.append(Checker(open_store(_record[0], create=False)))
    return outcome_of(_checker[0], file)
