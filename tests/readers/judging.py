"""The one judge of what a reader may do with any bytes: read them, or refuse them in one sentence, in time.

Used by the tests of kept finds and by `bench/fuzz_readers.py`.
"""

from __future__ import annotations

import resource
import time
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path

from verbale import readers
from verbale.errors import ReadError
from verbale.model.document import Document, Reading, Turn
from verbale.model.text import Span
from verbale.parse import parse
from verbale.readers.file_names import printable

__all__ = ["MEMBERS", "MEMORY", "SLOW", "judged", "peak_memory", "sentence_faults"]

SLOW = 10.0
"""Seconds of CPU time that one original may take."""
MEMORY = 1 << 30
"""Bytes by which one original may raise the memory of the process."""
MEMBERS = 30
"""Members of a container that are read; all are unpacked."""


def judged(data: bytes, name: str, slow: float = SLOW, told: list[str] | None = None) -> str | None:
    """What is wrong with how bytes are read and parsed, None where nothing is.

    Args:
        data: The original; of a container the first `MEMBERS` documents are read too.
        name: Its file name.
        slow: Seconds of CPU time that unpacking may take, and that each document may take.
        told: Takes the sentence with which the original itself is refused, if it is.
    """
    told = [] if told is None else told
    try:
        if not readers.is_container(data, name):
            return _timed(lambda: _wrong_document(data, name, told), slow)
        members: list[tuple[str, bytes]] = []
        wrong = _timed(lambda: _wrong_container(data, name, members, told), slow)
        for member, content in members:
            wrong = wrong or _timed(partial(_wrong_document, content, member, []), slow)
    except Exception:
        return "an exception: " + traceback.format_exc(limit=-6)
    return wrong


def _timed(look: Callable[[], str | None], slow: float) -> str | None:
    start = time.process_time()
    wrong = look()
    took = time.process_time() - start
    return f"slow: {took:.1f} s" if wrong is None and took > slow else wrong


def _wrong_container(data: bytes, name: str, members: list[tuple[str, bytes]], told: list[str]) -> str | None:
    names: set[str] = set()

    def unpack() -> None:
        size = 0
        for member, content in readers.members(data, name):
            names.add(member)
            size += len(content)
            if len(members) < MEMBERS and size <= 100_000_000:
                members.append((member, content))

    refused = _refusal(unpack, name, told)
    unfit = [member for member in names if not member or member != printable(member)]
    return f"a member's name: {unfit[0]!r}" if unfit else refused


def _wrong_document(data: bytes, name: str, told: list[str]) -> str | None:
    read: list[Reading] = []
    refused = _refusal(lambda: read.append(readers.read_bytes(data, name)), name, told)
    if not read:
        return refused
    reading = read[0]
    parsed: list[Document] = []
    refused = _refusal(lambda: parsed.append(parse(reading)), name, told)
    wrong = refused or _wrong_reading(reading) or (_wrong_parts(parsed[0]) if parsed else None)
    if wrong is None and len(data) % 16 == 0 and readers.read_bytes(data, name) != reading:
        return "another reading of the same bytes"
    return wrong


def _refusal(act: Callable[[], None], name: str, told: list[str]) -> str | None:
    """What is wrong with the error that an act raises, None where it raises none or a good one."""
    try:
        act()
    except ReadError as error:
        sentence = str(error)
        told.append(sentence)
        if "could not be read as" in sentence:
            cause = "".join(traceback.format_exception(error.__cause__, limit=-6))
            return f"nobody foresaw {type(error.__cause__).__name__}: {cause}"
        if isinstance(error.__cause__, MemoryError) or "too large or too deeply nested" in sentence:
            cause = "".join(traceback.format_exception(error.__cause__, limit=-6))
            return f"only the machine's own limit stopped it: {cause}"
        return sentence_faults(sentence, name)
    return None


def sentence_faults(sentence: str, name: str) -> str | None:
    """What is wrong with the sentence of a refusal, None where it is one plain sentence."""
    if sentence != printable(sentence) or not sentence.endswith(".") or len(sentence) > 400 + len(name):
        return f"not one plain sentence: {sentence!r}"
    if "Traceback" in sentence or "Error(" in sentence or " object at 0x" in sentence:
        return f"a program's own words: {sentence!r}"
    return None


def _wrong_reading(reading: Reading) -> str | None:
    values = (reading.text, reading.name, reading.title, reading.outlet, reading.author, reading.speaker)
    for value in (*values, reading.language, reading.url, *(turn.speaker for turn in reading.tagged)):
        (value or "").encode()
        if "\0" in (value or ""):
            return f"a NUL in {value!r}"
    size = len(reading.text)
    for span in (*reading.headings, *reading.emphasis, *reading.boilerplate):
        if not 0 <= span.start < span.end <= size:
            return f"a span outside the text: {span}"
    return _wrong_turns(reading.tagged, size)


def _wrong_parts(document: Document) -> str | None:
    size = len(document.text)
    for value in (document.title, document.outlet, document.author, document.speaker, document.language):
        (value or "").encode()
    for speaker in document.speakers:
        speaker.encode()
    parts = [*document.boilerplate]
    parts += [span for section in document.sections for span in (section.heading, section.span)]
    for span in parts:
        if not 0 <= span.start <= span.end <= size:
            return f"a span outside the text: {span}"
    for index, turn in enumerate(document.turns):
        if turn.answers is not None and not 0 <= turn.answers < index:
            return f"turn {index} answers turn {turn.answers}"
    return _wrong_turns(document.turns, size)


def _wrong_turns(turns: Iterable[Turn] | Iterable[object], size: int) -> str | None:
    spans: list[Span] = []
    for turn in turns:
        span, label = getattr(turn, "span"), getattr(turn, "label")  # noqa: B009  of both kinds of turns
        if not 0 <= span.start <= span.end <= size:
            return f"a turn outside the text: {span}"
        if label is not None and not 0 <= label.start < label.end <= span.end:
            return f"a label after its words: {label} {span}"
        spans.append(span)
    for before, after in pairwise(spans):
        if after.start < before.end:
            return f"turns overlap: {before} {after}"
    return None


def peak_memory(act: Callable[[], object]) -> int:
    """By how many bytes an act raised the memory of this process at its highest.

    Without Linux's /proc only what goes above all that the process has held before is seen.
    """
    if _CLEAR.exists():
        _CLEAR.write_text("5")  # sets the highest mark back to what is held now
    before = _highest()
    act()
    return _highest() - before


_CLEAR = Path("/proc/self/clear_refs")


def _highest() -> int:
    if not _CLEAR.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
