"""Fuzzes one format with atheris in a process of its own; started by `fuzz_readers.py`.

    python bench/fuzz_worker.py FORMAT FINDS CORPUS [libFuzzer's options]

Finds are written to the folder FINDS as they are met, a file of bytes and one that says what is
wrong, and the run goes on. At its end a line of JSON tells what it cost.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import atheris

ROOT = Path(__file__).parents[1]
# what reads the bytes; a library in C is seen only by what it gives back
SEEN = (
    *("verbale", "docx", "feedparser", "warcio", "trafilatura", "htmldate", "pypdfium2", "yaml"),
    *("email", "zipfile", "tarfile", "csv", "json", "html", "gzip", "lzma", "bz2", "quopri", "base64"),
)
EVERY = 10.0
SLOW = 3.0
"""Seconds of CPU time, with instruments, for the few kilobytes that a fuzzer makes: a hang in the making."""
_PLACE = re.compile(r'File "[^"]*?([^"/]+)", line (\d+)')


class Run:
    """What one run has met so far."""

    def __init__(
        self, name: str, finds: Path, judged: Callable[[bytes, str, float], str | None], memory: int
    ) -> None:
        self.name = name
        self.executions = self.found = 0
        self.slowest = (0.0, 0)
        self.peak = 0
        self._finds = finds
        self._judged = judged
        self._memory = memory
        self._start = _highest()
        self._seen: set[str] = set()
        self._told = time.monotonic()

    def one(self, data: bytes) -> None:
        """Judges one input."""
        before = time.process_time()
        wrong = self._judged(data, self.name, SLOW)
        took = time.process_time() - before
        self.executions += 1
        if took > self.slowest[0]:
            self.slowest = (took, len(data))
            (self._finds / f"slowest-{self.name}").write_bytes(data)
        more = _highest() - self._start
        if more > self._memory:
            wrong = wrong or f"memory: {more / 1e6:.0f} MB more than at the start"
            # 5 sets the highest mark back, so that the next input is judged by itself
            Path("/proc/self/clear_refs").write_text("5")
        self.peak = max(self.peak, more)
        if wrong is not None:
            self._keep(data, wrong)
        if time.monotonic() - self._told > EVERY:
            self.tell()

    def _keep(self, data: bytes, wrong: str) -> None:
        # one find for each place, so that a common fault does not bury the others
        places = _PLACE.findall(wrong)
        kind = re.sub(r"\d+", "#", wrong[:60]) + str(places[-1:])
        if kind in self._seen:
            return
        self._seen.add(kind)
        self.found += 1
        path = self._finds / f"{hashlib.sha256(data).hexdigest()[:10]}-{self.name}"
        path.write_bytes(data)
        path.with_name(path.name + ".why").write_text(wrong)

    def tell(self) -> None:
        """Writes what the run has cost so far; a run that dies has told so a moment ago."""
        self._told = time.monotonic()
        used = resource.getrusage(resource.RUSAGE_SELF)
        told = {
            "executions": self.executions,
            "cpu": round(used.ru_utime + used.ru_stime, 1),
            "finds": self.found,
            "peak": round(self.peak / 1e6),
            "slowest": [round(self.slowest[0], 2), self.slowest[1]],
        }
        (self._finds / "told.json").write_text(json.dumps(told))


def _highest() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Runs one format until libFuzzer's limits end it."""
    key, finds, corpus, *options = sys.argv[1:]
    sys.path[:0] = [str(ROOT), str(ROOT / "bench")]
    for name in [each for each in sys.modules if each.partition(".")[0] in SEEN]:
        del sys.modules[name]
    with atheris.instrument_imports(include=list(SEEN), enable_loader_override=False):
        for name in (
            "verbale.parse",
            "verbale.readers.containers.unpacking",
            "verbale.readers.containers.feeds",
            "verbale.readers.tagged.xml",
        ):
            importlib.import_module(name)
        for name in (
            *("plain.plain_text", "plain.markdown", "plain.captions", "plain.mail", "containers.tables"),
            *("office.docx", "office.odt", "office.rtf", "office.epub", "pdf.text_layer"),
        ):
            importlib.import_module(f"verbale.readers.{name}")
        for name in SEEN:
            importlib.import_module(name)
        for name in ("warcio.archiveiterator", "email.parser", "email.policy", "email.headerregistry"):
            importlib.import_module(name)
        seeds: Any = importlib.import_module("fuzz_seeds")
        judging: Any = importlib.import_module("tests.readers.judging")
    mutations: Any = importlib.import_module("fuzz_mutations")
    chosen = seeds.FORMATS[key]
    # what is made once (a language model, dateparser's tables) is no input's fault
    for make in chosen.seeds:
        data = make()
        (Path(corpus) / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
        judging.judged(data, chosen.name)
    tokens = Path(finds) / "tokens.dict"
    tokens.write_text("".join(f'"{_escaped(token)}"\n' for token in chosen.tokens))
    run = Run(chosen.name, Path(finds), judging.judged, judging.MEMORY)
    run.tell()
    # the last thing between a bomb and the machine
    room = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + 3 * judging.MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (room, room))

    def changed(data: bytes, limit: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311  the same tries for the same seed
        found: bytes = mutations.mutated(data, atheris.Mutate, limit, chance)
        return found

    atheris.Setup(
        [sys.argv[0], f"-dict={tokens}", f"-artifact_prefix={finds}/died-", *options, corpus],
        run.one,
        custom_mutator=changed,
    )
    try:
        atheris.Fuzz()
    finally:
        run.tell()


def _escaped(token: bytes) -> str:
    return "".join(
        chr(byte) if 32 < byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in token
    )


if __name__ == "__main__":
    main()
