r"""Captions (WebVTT, SRT): cues joined into running text; times, numbers and styles are no words.

A speaker's voice tag (`<v Name>`) becomes a label and a tagged turn; `NAME:` and `>>` begin a
paragraph and stay as they are. Rolling captions, which show every line twice, are read once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from verbale.errors import NotText, TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.characters.encoding import decode
from verbale.readers.file_names import printable
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches

__all__ = ["READER", "TIMES", "read"]

READER = "captions/1"

_TIME = r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMES = re.compile(rf"{_TIME}[ \t]*-->{_TIME}")
_TAG = re.compile(r"<(/?)([a-zA-Z]*)[^<>\n]{0,200}>|<[\d:.]{1,20}>|\{\\[^{}\n]{0,100}\}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>\n]{1,200})>|</v>")
# a new speaker: two angles, a dash at the start of a line, or a label in capitals
_NEW = re.compile(r"(?:>>+|[-–—][ \t]+\S|[^\W\d_][^\n:]{0,50}:(?:\s|$))")
_ASIDE = re.compile(r"[\[(♪♫][^\n]*[\])♪♫]\.?")
_PAUSE = 4.0
_ROLLING = 0.3


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    lines: tuple[str, ...]


def read(data: bytes, name: str) -> Reading:
    r"""Reads a caption file; a paragraph ends where somebody else speaks or after a pause of four seconds.

    Raises:
        NotText: It holds no cue, or no words.
        TooLarge: It has too many cues.

    >>> cues = b"WEBVTT\n\n0:01.000 --> 0:02.000\n<v Ana>We begin\n\n0:02.000 --> 0:03.000\n<v Ana>at noon.\n"
    >>> reading = read(cues, "talk.vtt")
    >>> reading.text, reading.tagged[0].speaker
    ('Ana:\nWe begin at noon.', 'Ana')
    """
    text = decode(data, name)
    cues = list(_cues(text, name))
    if not cues:
        raise NotText(f"{printable(name)} holds no cue: no line with two times and an arrow.", name)
    said = Speeches()
    _set(_once(cues), said)
    header = re.match(r"\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?([^\n\r]{1,200})", text)
    return finish(
        data,
        name,
        READER,
        said.flow.text,
        title=header[1] if header else None,
        boilerplate=said.flow.boilerplate,
        tagged=said.turns,
    )


def _cues(text: str, name: str) -> Iterator[_Cue]:
    """The cues in the order of the file: from a line of times to the next blank line."""
    lines = text.splitlines()
    found = 0
    place = 0
    while place < len(lines):
        times = TIMES.match(lines[place]) if "-->" in lines[place] else None
        place += 1
        if times is None:
            continue
        found += 1
        if found > limits.CUES:
            raise TooLarge(f"{printable(name)} has more than {limits.CUES:,} cues.", name)
        first = place
        while place < len(lines) and lines[place].strip() and "-->" not in lines[place]:
            place += 1
        shown = lines[first:place]
        # without the blank line the number of the next cue stands before its times
        if place < len(lines) and "-->" in lines[place] and shown and shown[-1].strip().isdigit():
            shown.pop()
        yield _Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), tuple(shown))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000


def _once(cues: list[_Cue]) -> Iterator[_Cue]:
    """Rolling captions show the last line again above the next: where many do, each line is kept once."""
    plain = [[words for line in cue.lines if (words := " ".join(_TAG.sub("", line).split()))] for cue in cues]
    repeats = sum(bool(before and lines and lines[0] == before[-1]) for before, lines in pairwise(plain))
    voiced = any("<v" in line for cue in cues for line in cue.lines)
    if voiced or repeats < _ROLLING * len(cues) or repeats < 3:
        yield from cues
        return
    before: list[str] = []
    for cue, lines in zip(cues, plain, strict=True):
        fresh = lines
        while fresh and fresh[0] in before:
            fresh = fresh[1:]
        if lines:
            before = lines
        yield _Cue(cue.start, cue.end, tuple(fresh))


def _set(cues: Iterator[_Cue], said: Speeches) -> None:
    voice: str | None = None
    end = 0.0
    for cue in cues:
        if cue.start - end >= _PAUSE:
            said.flow.paragraph()
        end = max(end, cue.end)
        spoken: str | None = None
        for line in cue.lines:
            for who, words in _voices(line):
                spoken = who or spoken
                if spoken != voice and words.strip():
                    said.end()
                    said.flow.paragraph()
                    if spoken is not None:
                        said.label(f"{spoken}:")
                        said.begin(spoken)
                    voice = spoken
                _line(words, said)
    said.end()


def _voices(line: str) -> Iterator[tuple[str | None, str]]:
    """The stretches of a line, each with the voice that its tag names."""
    start = 0
    voice: str | None = None
    for tag in _VOICE.finditer(line):
        if tag.start() > start:
            yield voice, line[start : tag.start()]
        voice = " ".join(html.unescape(tag[1]).split()) if tag[1] else None
        start = tag.end()
    yield voice, line[start:]


def _line(raw: str, said: Speeches) -> None:
    words = " ".join(html.unescape(_TAG.sub("", raw)).split())
    if not words:
        return
    if _ASIDE.fullmatch(words):
        said.flow.words(" ")
        said.flow.open("boilerplate")
        said.flow.words(words)
        said.flow.close("boilerplate")
    else:
        if _NEW.match(words):
            said.flow.paragraph()
        said.flow.words(words)
    said.flow.words(" ")
