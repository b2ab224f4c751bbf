"""Work on strangers' bytes in a process apart, which may be lost: a library in C may hang, swell or crash.

The process is started at its first work, does one piece after the other, and ends with this one. It sets
its own limits of memory and of CPU time; what it sends back is JSON, for a process that a file has taken
over must not be believed more than the file.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import math
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from verbale import errors
from verbale.errors import MissingPart, ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["Apart", "Step", "serve"]

Step = Callable[[], None]
"""Says that a piece begins and one more page is done, which lengthens the CPU time that it may take."""

_Work = Callable[[bytes, str, Step], Any]
_SIZE = 8
# how a process ended is known only once it has; on a busy machine that may take a moment
_PATIENCE = 10.0
_PROGRAM = "import sys; sys.path[:] = {path!r}; from verbale.readers.pdf.apart import serve; serve({work!r})"


class Apart:
    """A function that is called in a process of its own.

    Args:
        work: The function, as "package.module:name". It takes bytes, a name and a `Step`, returns what JSON
            can hold, and raises ReadErrors.
    """

    def __init__(self, work: str) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def __call__(self, data: bytes, name: str, seconds: float) -> Any:
        """What the function makes of the bytes.

        Args:
            data: The bytes.
            name: Their name, for the sentence of an error.
            seconds: After so many by the clock the process is ended.

        Raises:
            TooLarge: The process passed a limit.
            ReadError: What the function raised, or that it brought its process down.
        """
        with self._lock:
            try:
                process = self._running()
            except OSError:  # a place that lets no program start another
                return _called(self._work)(data, name, _no_step)
            late = threading.Event()
            timer = threading.Timer(seconds, _stop, (process, late))
            timer.daemon = True
            timer.start()
            try:
                answer = _asked(process, data, name)
            finally:
                timer.cancel()
            if answer is None:
                self._process = None
                raise _lost(process, name, late=late.is_set())
        if "refused" in answer:
            kind, sentence, about = answer["refused"]
            raise getattr(errors, kind)(sentence, about)
        return answer["made"]

    def close(self) -> None:
        """Ends the process, if one runs."""
        process, self._process = self._process, None
        if process is not None and self._owner == os.getpid():
            _ended(process)

    def _running(self) -> subprocess.Popen[bytes]:
        # a process that was made by a fork shares the pipe of its parent, and must not use it
        if self._process is None or self._process.poll() is not None or self._owner != os.getpid():
            program = _PROGRAM.format(path=sys.path, work=self._work)
            self._process = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, "-I", "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
            atexit.register(self.close)
        return self._process


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _asked(process: subprocess.Popen[bytes], data: bytes, name: str) -> dict[str, Any] | None:
    """The answer of a process, None where it is lost."""
    if process.stdin is None or process.stdout is None:
        return None
    numbers = {key: value for key, value in vars(limits).items() if key.isupper()}
    try:
        for part in (json.dumps({"name": name, "limits": numbers}).encode(), data):
            process.stdin.write(len(part).to_bytes(_SIZE, "big") + part)
        process.stdin.flush()
        answer = _part(process.stdout)
        found = None if answer is None else json.loads(answer)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _part(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_SIZE)
    return stream.read(int.from_bytes(head, "big")) if len(head) == _SIZE else None


def _lost(process: subprocess.Popen[bytes], name: str, *, late: bool) -> ReadError:
    code = _ended(process)
    shown = printable(name)
    if late or code == -getattr(_signals(), "SIGXCPU", 0):
        return TooLarge(f"{shown} takes more time to read than the limits allow.", name)
    return TooLarge(f"{shown} is broken, or takes more memory to read than the limits allow.", name)


def _signals() -> Any:
    return importlib.import_module("signal")


def _ended(process: subprocess.Popen[bytes]) -> int:
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()
    try:
        return process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _called(work: str) -> _Work:
    module, _, function = work.partition(":")
    found: _Work = getattr(importlib.import_module(module), function)
    return found


def _no_step() -> None:
    return


def serve(work: str) -> None:
    """Does work for another process until it has none: reads requests, writes answers.

    Args:
        work: The function, as "package.module:name".
    """
    function = _called(work)
    _limit_memory()
    stream, out = sys.stdin.buffer, sys.stdout.buffer
    while (asked := _part(stream)) is not None and (data := _part(stream)) is not None:
        request = json.loads(asked)
        for key, value in request["limits"].items():
            setattr(limits, key, value)
        answer = json.dumps(_answer(function, data, request["name"], _limited_time())).encode()
        out.write(len(answer).to_bytes(_SIZE, "big") + answer)
        out.flush()


def _answer(
    function: Callable[[bytes, str, Step], Any], data: bytes, name: str, step: Step
) -> dict[str, Any]:
    try:
        return {"made": function(data, name, step)}
    except ReadError as error:
        return {"refused": [type(error).__name__, str(error), name]}
    except ImportError as error:
        missing = MissingPart.of(error)
        return {"refused": ["MissingPart", str(missing), missing.about]}
    except MemoryError:
        sentence = f"{printable(name)} takes more memory to read than the limits allow."
        return {"refused": ["TooLarge", sentence, name]}
    except Exception as error:
        sentence = f"{printable(name)} could not be read as PDF: {type(error).__name__}."
        return {"refused": ["ReadError", sentence, name]}


def _limit_memory() -> None:
    """Limits what this process may hold to so much more than it holds now, where the system can."""
    try:
        resource: Any = importlib.import_module("resource")
        held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + limits.PDF_MEMORY, most))


def _limited_time() -> Step:
    """Limits the CPU time of the next piece, where the system can; the system ends the process at once."""
    try:
        resource: Any = importlib.import_module("resource")
    except ImportError:
        return _no_step
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, longest = resource.getrlimit(resource.RLIMIT_CPU)
    until = float(used.ru_utime + used.ru_stime + limits.PDF_CPU_SECONDS)

    def step() -> None:
        nonlocal until
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(until), longest))
        until += limits.PDF_CPU_SECONDS_PER_PAGE

    step()
    return step
