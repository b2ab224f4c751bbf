"""Where a text may attribute words to somebody: all that the tagger needs to read."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from verbale.model.document import Document, Kind, Role
from verbale.model.text import Span
from verbale.quote.marks.paragraphs import Paragraphs
from verbale.text.sentences import sentences

__all__ = ["is_likely_cue", "regions"]

_WORDS = Path(__file__).with_name("weights") / "cues.json"
_MARK = r"[\"“”„«»]"
_LONGEST = 12_000  # code points of a region; a longer paragraph is parted at a sentence


@cache
def _pattern(which: str) -> re.Pattern[str]:
    """A mark, or a word that may be part of a cue."""
    words = json.loads(_WORDS.read_text(encoding="utf-8"))[which]
    return re.compile(rf"{_MARK}|according to|(?<![\w’'])(?:{_trie(words)})(?![\w’'])", re.IGNORECASE)


def _trie(words: Iterable[str]) -> str:
    """Words as one pattern that shares their beginnings, so that a search does not try them one by one."""
    by_head: dict[str, list[str]] = {}
    ends = False
    for word in sorted(set(words)):
        if word:
            by_head.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    parts = [re.escape(head) + _trie(tails) for head, tails in by_head.items()]
    if not parts:
        return ""
    inner = f"(?:{'|'.join(parts)})" if len(parts) > 1 or ends else parts[0]
    return inner + "?" if ends else inner


def is_likely_cue(cue: str) -> bool:
    """Whether words that attribute hold one that seldom does anything else.

    >>> is_likely_cue("has repeatedly stressed"), is_likely_cue("keeps an eye on")
    (True, False)
    """
    return _pattern("likely").search(cue) is not None


def regions(source: Document | str, layout: Paragraphs) -> list[tuple[int, int]]:
    """The regions of a text that have a quote mark or a word that may attribute.

    Args:
        source: A document, or any text. Of turns and other first-person texts only the sentences
            that probably attribute are taken, with their neighbours; of other texts whole paragraphs.
        layout: The text's paragraphs.

    Returns:
        Start and end of each region, in order, without overlap.
    """
    if isinstance(source, str):
        return _paragraphs(source, layout, 0, len(source), ())
    if source.turns:
        found: list[tuple[int, int]] = []
        for turn in source.turns:
            if turn.role is not Role.INCIDENT:
                found += _sentences(source.text, turn.span.start, turn.span.end, layout)
        return found
    if source.kind in (Kind.REMARKS, Kind.TRANSCRIPT):
        return _sentences(source.text, 0, len(source.text), layout)
    return _paragraphs(source.text, layout, 0, len(source.text), source.boilerplate)


def _paragraphs(
    text: str, layout: Paragraphs, start: int, end: int, excluded: tuple[Span, ...]
) -> list[tuple[int, int]]:
    possible = _pattern("possible")
    barred = sorted(excluded)
    starts = [span.start for span in barred]
    found: list[tuple[int, int]] = []
    last = -1  # where the last paragraph that was looked at ends
    place = start
    while (match := possible.search(text, place, end)) is not None:
        first, until = layout.at(match.start())
        first, until = max(first, start, place), min(until, end)
        place = max(until, match.end())
        number = bisect_right(starts, match.start()) - 1
        if number >= 0 and barred[number].end > match.start():
            continue
        joins = found and not text[last:first].strip() and until - found[-1][0] <= _LONGEST
        if joins:
            found[-1] = (found[-1][0], until)
        else:
            found += _parted(text, first, until)
        last = until
    return found


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= _LONGEST:
        return [(start, end)]
    parts = [(start, start)]
    for sentence in sentences(text, start, end):
        if sentence.end - parts[-1][0] > _LONGEST and parts[-1][1] > parts[-1][0]:
            parts.append((sentence.start, sentence.end))
        else:
            parts[-1] = (parts[-1][0], sentence.end)
    return parts


def _sentences(text: str, start: int, end: int, layout: Paragraphs) -> list[tuple[int, int]]:
    """Sentences that probably attribute, each with the one before it and the one behind it."""
    likely = _pattern("likely")
    hits = [match.start() for match in likely.finditer(text, start, end)]
    if not hits:
        return []
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(hits):
        first, until = layout.at(hits[number])
        first, until = max(first, start), min(until, end)
        inner = sentences(text, first, until, lines=not layout.wrapped)
        starts = [sentence.start for sentence in inner]
        while number < len(hits) and hits[number] < until:
            at = max(0, bisect_right(starts, hits[number]) - 1)
            begin, stop = inner[max(0, at - 1)].start, inner[min(len(inner) - 1, at + 1)].end
            if found and begin <= found[-1][1] + 2 and found[-1][1] > first:
                found[-1] = (found[-1][0], max(found[-1][1], stop))
            else:
                found.append((begin, stop))
            number += 1
    return [part for one in found for part in _parted(text, *one)]
