"""Recordings played in the room, as stage lines say: `(Recording plays)`, `[BEGIN AUDIO]` … `[END AUDIO]`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from verbale.model.text import Span
from verbale.parse.labels.label_words import CLIP, CLIP_BREAKS, CLIP_ENDS, CLIP_PLAYS
from verbale.text.patterns import pattern

__all__ = ["Stage", "replays", "stage_of"]

_REMARK = pattern(r"[(\[]([^()\[\]\n]{2,90})[)\]]")
_BLANK = " \t\r\n\u00a0*_#>-–—"
# `Tape 2`, `Side A`: where a recorder was fed, not what was played.
_NUMBERED = pattern(
    r"\b(?:tapes?|sides?|files?|parts?|dis[ck]s?|cassettes?|tracks?|recordings?)\s+(?:no\.?\s*)?(?:\d+|[a-z]|one|two|three|four)\b",
    re.IGNORECASE,
)
_BITE = pattern(r"\bsound\s?bites?\s+of\b", re.IGNORECASE)
# What a radio's `soundbite` is of, where somebody speaks in it.
_SOUNDBITE = pattern(
    r"\bsound\s?bites?\b(?!.*\b(?:music|songs?|applause|laughter|gunfire|explosions?|sirens?)\b).*"
    r"\b(?:recordings?|tape|speech|address|conference|shows?|broadcast|interview|debate|hearing|podcast|film|movie"
    r"|video|rally|news\w*|program\w*|ad|montage|testimony|remarks|meeting|session|statement|briefing|documentary)\b",
    re.IGNORECASE,
)
# Words that also name a line, a room or a machine: a recording only where the remark says that it plays.
_AMBIGUOUS = pattern(r"\b(?:audio|vid[eé]o|recorded|taped|tapes|archiv\w*|fragment)\b", re.IGNORECASE)
_LONGEST = 12


class Stage(StrEnum):
    """What a stage line says of a recording."""

    BEGINS = "begins"
    MAY_BEGIN = "may begin"  # it does where an end is marked too
    ENDS = "ends"


@lru_cache(maxsize=4096)
def stage_of(remark: str) -> Stage | None:
    """What a remark in brackets says of a recording that is played; None for anything else.

    A document has the same few remarks many times: what was found is kept.

    Args:
        remark: The words between the brackets.

    >>> [stage_of(words) for words in ("Recording plays", "END CLIP", "Video conference", "Laughter")]
    [<Stage.BEGINS: 'begins'>, <Stage.ENDS: 'ends'>, None, None]
    """
    if _BITE.search(remark):
        return Stage.BEGINS if _SOUNDBITE.search(remark) else None
    if not CLIP.search(remark) or _NUMBERED.search(remark) or len(remark.split()) > 9:
        return None
    if CLIP_ENDS.search(remark):
        return Stage.ENDS
    if CLIP_BREAKS.search(remark):
        return None
    if CLIP_PLAYS.search(remark) or CLIP.search(_AMBIGUOUS.sub(" ", remark)):
        return Stage.BEGINS
    return Stage.MAY_BEGIN if CLIP.fullmatch(remark.strip()) else None


def replays(text: str, starts: Sequence[int], spans: Sequence[Span], whose: Sequence[str]) -> frozenset[int]:
    """Which turns are heard from a recording: from a stage line before a label up to the marked end.

    Without a marked end only the turn after the line is one, and only where somebody else speaks in it:
    who speaks on after a recording whose words were not written down is in the room.

    Args:
        text: A document's text.
        starts: Where each turn's label starts.
        spans: Each turn's words.
        whose: Who speaks in each turn, by name or label.
    """
    if "(" not in text and "[" not in text:
        return frozenset()
    found: set[int] = set()
    before: list[Stage | None] = []
    ends: list[bool] = []
    for i, span in enumerate(spans):
        # a turn's last remarks may stand behind its words, where these were trimmed
        after = starts[i + 1] if i + 1 < len(starts) else span.end
        after_all = max(after, span.end)
        remarked = text.find("(", span.start, after_all) >= 0 or text.find("[", span.start, after_all) >= 0
        remarks = _REMARK.finditer(text, span.start, after_all) if remarked else ()
        stages = [(m, stage_of(m[1])) for m in remarks]
        ends.append(any(stage is Stage.ENDS for _, stage in stages))
        last: Stage | None = None
        place = after
        for m, stage in reversed(stages):
            if text[m.end() : place].strip(_BLANK + "."):
                break
            if stage is not None:
                last = stage
                break
            place = m.start()
        before.append(last if last is not Stage.ENDS else None)
    for i in range(1, len(spans)):
        stage = before[i - 1]
        if stage is None:
            continue
        end = next(
            (k for k in range(i, min(len(spans), i + _LONGEST)) if ends[k] or (k > i and before[k - 1])), None
        )
        if end is not None and ends[end]:
            found.update(range(i, end + 1))
        elif stage is Stage.BEGINS and whose[i] != whose[i - 1]:
            found.add(i)
    return frozenset(found)
