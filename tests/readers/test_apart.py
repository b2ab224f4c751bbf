from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.readers.making import pdf_bytes
from verbale import readers
from verbale.errors import NotText, ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.pdf.apart import Apart, Step

LONG = 1_000.0
"""Seconds by the clock that no work here takes."""

SYSTEM = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="these limits need Linux")


def behaves(data: bytes, name: str, step: Step) -> object:
    """What a file may do to the process that reads it."""
    step()
    match data:
        case b"hang":
            while True:
                pass
        case b"wait":
            time.sleep(60)
        case b"swell":
            return len(b"x" * (2 * limits.PDF_MEMORY))
        case b"crash":
            os.kill(os.getpid(), signal.SIGKILL)
        case b"refuse":
            raise NotText(f"{name} holds no words.", name)
        case b"stumble":
            raise KeyError("x")
    return {"name": name, "size": len(data), "pages": limits.PDF_PAGES, "process": os.getpid()}


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart("tests.readers.test_apart:behaves")
    yield made
    made.close()


def test_one_process_does_all_the_work(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_PAGES", 7)
    first, second = apart(b"x" * 3_000_000, "über.pdf", LONG), apart(b"", "b.pdf", LONG)
    assert (first["name"], first["size"], first["pages"]) == ("über.pdf", 3_000_000, 7)
    assert first["process"] == second["process"] != os.getpid()


def test_a_refusal_comes_through_as_it_is(apart: Apart) -> None:
    with pytest.raises(NotText, match=r"^a\.pdf holds no words\.$") as caught:
        apart(b"refuse", "a.pdf", LONG)
    assert caught.value.about == "a.pdf"


def test_what_nobody_foresaw_is_one_sentence(apart: Apart) -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf could not be read as PDF: KeyError\.$"):
        apart(b"stumble", "a.pdf", LONG)


@SYSTEM
def test_cpu_time_is_limited(apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_CPU_SECONDS", 1.0)
    with pytest.raises(TooLarge, match=r"^a\.pdf takes more time to read than the limits allow\.$"):
        apart(b"hang", "a.pdf", LONG)
    assert apart(b"", "b.pdf", LONG)["name"] == "b.pdf"


def test_time_by_the_clock_is_limited(apart: Apart) -> None:
    with pytest.raises(TooLarge, match=r"^a\.pdf takes more time to read than the limits allow\.$"):
        apart(b"wait", "a.pdf", 0.5)


@SYSTEM
def test_memory_is_limited(apart: Apart) -> None:
    with pytest.raises(TooLarge, match=r"^a\.pdf takes more memory to read than the limits allow\.$"):
        apart(b"swell", "a.pdf", LONG)


def test_a_crash_costs_one_file(apart: Apart) -> None:
    before = apart(b"", "b.pdf", LONG)["process"]
    with pytest.raises(TooLarge, match=r"^a\.pdf is broken, or takes more memory"):
        apart(b"crash", "a.pdf", LONG)
    assert apart(b"", "b.pdf", LONG)["process"] != before


def test_where_no_program_may_be_started_the_work_is_done_here(
    apart: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError("no programs here")

    monkeypatch.setattr("verbale.readers.pdf.apart.subprocess.Popen", refused)
    assert apart(b"", "b.pdf", LONG)["process"] == os.getpid()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_has_a_process_of_its_own(apart: Apart) -> None:
    mine = apart(b"", "a.pdf", LONG)["process"]
    inside, outside = os.pipe()
    if (child := os.fork()) == 0:
        os.write(outside, str(apart(b"", "b.pdf", LONG)["process"]).encode())
        apart.close()
        os._exit(0)
    os.waitpid(child, 0)
    theirs = int(os.read(inside, 20))
    os.close(inside)
    os.close(outside)
    assert theirs != mine == apart(b"", "c.pdf", LONG)["process"]


def test_a_pdf_is_read_apart() -> None:
    assert readers.read_bytes(pdf_bytes([["Q: When?"]]), "a.pdf").text == "Q: When?"
