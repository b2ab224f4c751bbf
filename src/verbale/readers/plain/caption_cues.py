"""Cues, of whatever caption format, joined into running text.

A speaker's voice tag (`<v Name>`) becomes a label and a tagged turn; `NAME:` and `>>` begin a
paragraph and stay as they are. Rolling captions, which show every line twice, are read once.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from verbale.errors import NotText, TooLarge
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.file_names import printable
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches

__all__ = ["Cue", "joined"]

_TAG = re.compile(r"<(/?)([a-zA-Z]*)[^<>\n]{0,200}>|<[\d:.]{1,20}>|\{\\[^{}\n]{0,100}\}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?[ \t]+([^<>\n]{1,200})>|</v>")
# a new speaker: two angles, a dash at the start of a line, or a label in capitals
_NEW = re.compile(r"(?:>>+|[-–—][ \t]+\S|[^\W\d_][^\n:]{0,50}:(?:\s|$))")
_ASIDE = re.compile(r"[\[(♪♫][^\n]*[\])♪♫]\.?")
_PAUSE = 4.0
_ROLLING = 0.3


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at once: from and until when, in seconds, and its lines."""

    start: float
    end: float
    lines: tuple[str, ...]


def joined(data: bytes, name: str, reader: str, cues: Iterable[Cue], title: str | None = None) -> Reading:
    r"""What cues say; a paragraph ends where somebody else speaks or after a pause of four seconds.

    Args:
        data: The original bytes.
        name: Its file name.
        reader: Name and version of the reader.
        cues: Its cues, in the order of the file.
        title: What the file is called inside.

    Raises:
        NotText: There is no cue, or there are no words.
        TooLarge: There are too many cues.

    >>> cues = Cue(0, 2, ("<v Ana>We begin",)), Cue(2, 3, ("<v Ana>at noon.",))
    >>> reading = joined(b"...", "talk.vtt", "captions/1", cues)
    >>> reading.text, reading.tagged[0].speaker
    ('Ana:\nWe begin at noon.', 'Ana')
    """
    counted: list[Cue] = []
    for cue in cues:
        if len(counted) == limits.CUES:
            raise TooLarge(f"{printable(name)} has more than {limits.CUES:,} cues.", name)
        counted.append(cue)
    if not counted:
        raise NotText(
            f"{printable(name)} holds no cue: words with the times of their beginning and end.", name
        )
    said = Speeches()
    _set(_once(counted), said)
    return finish(
        data,
        name,
        reader,
        said.flow.text,
        title=title,
        boilerplate=said.flow.boilerplate,
        tagged=said.turns,
    )


def _once(cues: list[Cue]) -> Iterator[Cue]:
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
        yield Cue(cue.start, cue.end, tuple(fresh))


def _set(cues: Iterator[Cue], said: Speeches) -> None:
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
