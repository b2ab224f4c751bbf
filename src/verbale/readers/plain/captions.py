"""Captions of WebVTT and SRT: from a line with two times and an arrow to the next blank line is a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model.document import Reading
from verbale.readers.characters.encoding import decode
from verbale.readers.plain.caption_cues import Cue, joined

__all__ = ["READER", "read"]

READER = "captions/1"

_TIME = r"[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"{_TIME}[ \t]*-->{_TIME}")


def read(data: bytes, name: str) -> Reading:
    r"""Reads a caption file of WebVTT or SRT; numbers, styles and notes are no words.

    Raises:
        NotText: It holds no cue, or no words.
        TooLarge: It has too many cues.

    >>> cues = b"WEBVTT\n\n0:01.000 --> 0:02.000\n<v Ana>We begin\n\n0:02.000 --> 0:03.000\n<v Ana>at noon.\n"
    >>> reading = read(cues, "talk.vtt")
    >>> reading.text, reading.tagged[0].speaker
    ('Ana:\nWe begin at noon.', 'Ana')
    """
    text = decode(data, name)
    header = re.match(r"\ufeff?WEBVTT[ \t]+(?:-[ \t]*)?([^\n\r]{1,200})", text)
    return joined(data, name, READER, _cues(text), title=header[1] if header else None)


def _cues(text: str) -> Iterator[Cue]:
    """The cues in the order of the file: from a line of times to the next blank line."""
    lines = text.splitlines()
    place = 0
    while place < len(lines):
        times = _TIMES.match(lines[place]) if "-->" in lines[place] else None
        place += 1
        if times is None:
            continue
        first = place
        while place < len(lines) and lines[place].strip() and "-->" not in lines[place]:
            place += 1
        shown = lines[first:place]
        # without the blank line the number of the next cue stands before its times
        if place < len(lines) and "-->" in lines[place] and shown and shown[-1].strip().isdigit():
            shown.pop()
        yield Cue(_seconds(times.groups()[:4]), _seconds(times.groups()[4:]), tuple(shown))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction.ljust(3, "0")) / 1000
