"""Captions of YouTube (SBV): a line of two times with a comma between, and the words up to a blank line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.model.document import Reading
from verbale.readers.characters.encoding import decode
from verbale.readers.plain.caption_cues import Cue, joined

__all__ = ["READER", "read"]

READER = "sbv/1"

_TIME = r"(\d{1,3}):(\d\d):(\d\d\.\d{3})"
_TIMES = re.compile(rf"\ufeff?{_TIME},{_TIME}[ \t]*")


def read(data: bytes, name: str) -> Reading:
    r"""Reads a caption file as YouTube hands it out.

    Raises:
        NotText: It holds no cue, or no words.
        TooLarge: It has too many cues.

    >>> cues = b"0:00:01.000,0:00:02.500\n>> LEE: We begin\n\n0:00:02.500,0:00:04.000\nat noon.\n"
    >>> read(cues, "talk.sbv").text
    '>> LEE: We begin at noon.'
    """
    return joined(data, name, READER, _cues(decode(data, name)))


def _cues(text: str) -> Iterator[Cue]:
    lines = iter(text.splitlines())
    for line in lines:
        if times := _TIMES.fullmatch(line):
            shown = tuple(iter(lambda: next(lines, "").rstrip(), ""))
            yield Cue(_seconds(*times.group(1, 2, 3)), _seconds(*times.group(4, 5, 6)), shown)


def _seconds(hours: str, minutes: str, seconds: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
