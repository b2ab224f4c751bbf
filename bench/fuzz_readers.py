"""Fuzzes every reader from small samples: damaged, cut, joined and inflated, in a process with limits.

    python bench/fuzz_readers.py [--seconds 60] [--only rtf mail] [--seed 1] [--keep FOLDER]

Each format runs in a process of its own with a limit of memory (1 GiB above what it starts with). A
find is an exception that is no ReadError, a reading slower than ten seconds, text that cannot be
stored, a span outside the text, or a process that dies; its bytes are written to FOLDER.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.readers.making import page, pdf_bytes, prime_minister
from tests.readers.samples import SAMPLES

from verbale.errors import ReadError

SLOW = 10.0
MEMORY = 1 << 30
TOKENS = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&amp;",
        b"\0",
        b"\xff\xfe",
        b"\r\n",
        b"\n\n",
        b"{",
        b"}",
        b"\\u-1?",
        b"\\bin99 ",
    ),
    *(
        b"-->",
        b"<v ",
        b"00:00:01.000 --> 99:99:99,999",
        b'"',
        b",",
        b";",
        b"{\\rtf1",
        b"<!--",
        b"]]>",
        b"PK\x03\x04",
    ),
    *(
        b"\\'",
        b"=?utf-8?b?",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"--x\n",
        b"\xed\xa0\x80",
        b"9" * 400,
    ),
    *(
        b"<u who='#a'>",
        b"<note type='speaker'>",
        b"</seg>",
        b"<kommentar>",
        b"<name>",
        b" " * 300,
        b"*" * 300,
    ),
)


def mutated(sample: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A sample with a few things done to it."""
    data = bytearray(sample)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data) + 1)
        end = min(len(data), place + chance.choice((1, 2, 8, 64, 512)))
        match chance.randrange(8):
            case 0 if place < len(data):
                data[place] = chance.randrange(256)
            case 1:
                del data[place:end]
            case 2:
                data[place:place] = chance.choice(TOKENS)
            case 3:
                data[place:place] = data[place:end] * chance.choice((1, 2, 50))
            case 4:
                del data[place:]
            case 5:
                other = chance.choice(others)
                first = chance.randrange(len(other) + 1)
                data[place:end] = other[first : first + chance.choice((4, 40, 400))]
            case 6:
                data[place:end] = bytes(chance.randrange(256) for _ in range(end - place))
            case _:
                data[place:place] = chance.choice(TOKENS) * chance.choice((10, 100, 1000))
    return bytes(data[:2_000_000])


def judged(data: bytes, name: str) -> str | None:
    """What is wrong with how bytes are read, None where nothing is."""
    from verbale import readers  # noqa: PLC0415  imported in the process with limits

    start = time.perf_counter()
    try:
        if readers.is_container(data, name):
            for _ in readers.members(data, name):
                pass
        reading = readers.read_bytes(data, name)
        reading.text.encode()
        for span in (*reading.headings, *reading.emphasis, *reading.furniture):
            span.of(reading.text)
        end = 0
        for turn in reading.tagged:
            turn.span.of(reading.text)
            if turn.span.start < end:
                return "turns overlap"
            end = turn.span.end
    except ReadError as error:
        if "could not be read as" in str(error):
            return f"unforeseen: {type(error.__cause__).__name__}: {error.__cause__}"
    except Exception:
        return traceback.format_exc(limit=-3)
    took = time.perf_counter() - start
    return f"took {took:.1f} s" if took > SLOW else None


def worker(name: str, samples: list[bytes], seed: int, seconds: float, out: Connection) -> None:
    """Fuzzes one format and tells of each find; before each try it says what it is about to try."""
    judged(samples[0], name)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    room = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    chance = random.Random(f"{seed} {name}")  # noqa: S311  the same tries for the same seed
    until = time.monotonic() + seconds
    tries = 0
    while time.monotonic() < until:
        data = mutated(chance.choice(samples), samples, chance)
        out.send(("try", data))
        tries += 1
        if wrong := judged(data, name):
            out.send(("find", (data, wrong)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - used
    out.send(("done", (tries, peak)))


def fuzz(
    name: str, samples: list[bytes], seed: int, seconds: float
) -> tuple[int, int, list[tuple[bytes, str]]]:
    """Tries, bytes of memory and finds of one format."""
    mine, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=worker, args=(name, samples, seed, seconds, theirs))
    process.start()
    theirs.close()
    finds: list[tuple[bytes, str]] = []
    tried, tries, peak = b"", 0, 0
    try:
        while True:
            if not mine.poll(6 * SLOW):
                finds.append((tried, "hangs"))
                process.kill()
                break
            what, told = mine.recv()
            if what == "try":
                tried, tries = told, tries + 1
            elif what == "find":
                finds.append(told)
            else:
                tries, peak = told
                break
    except EOFError:
        process.join()
        finds.append((tried, f"the process died ({process.exitcode})"))
    process.join()
    return tries, peak, finds


def formats() -> dict[str, list[bytes]]:
    """For each format a file name and samples."""
    made: dict[str, Callable[[], bytes]] = dict(SAMPLES)
    made["a.pdf"] = lambda: pdf_bytes([["Q: Will you go?", "A: No."], ["Q: Why?"]])
    made["a.html"] = lambda: page("<h1>Talk</h1><p><b>Q:</b> Why?</p><table><tr><td>No<td>Yes</table>" * 4)
    made["prime-minister.xml"] = lambda: prime_minister("<p>JOURNALIST: When?</p><p>PM:<br/>Soon.</p>")
    return {name: [make()] for name, make in made.items()}


def main() -> int:
    """Fuzzes all formats; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=None, help="parts of file names of the formats to fuzz")
    parser.add_argument("--keep", type=Path, default=None, help="where to write the bytes of finds")
    given = parser.parse_args()
    found = 0
    print(f"{'format':24}{'tries':>9}{'MB more':>9}{'finds':>7}")
    for name, samples in formats().items():
        if given.only is not None and not any(part in name for part in given.only):
            continue
        tries, peak, finds = fuzz(name, samples, given.seed, given.seconds)
        print(f"{name:24}{tries:9}{peak / 1e6:9.0f}{len(finds):7}", flush=True)
        seen: set[str] = set()
        for data, wrong in finds:
            if wrong not in seen:
                seen.add(wrong)
                print("   ", wrong.strip().replace("\n", "\n    "), flush=True)
                if given.keep is not None:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    (given.keep / f"{hashlib.sha256(data).hexdigest()[:8]}-{name}").write_bytes(data)
        found += len(finds)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
