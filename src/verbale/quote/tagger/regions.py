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


def regions(layout: Paragraphs, document: Document | None = None) -> list[tuple[int, int]]:
    """The regions of a text that have a quote mark or a word that may attribute.

    Args:
        layout: The text's paragraphs.
        document: The document that it is the text of. Of turns and other first-person texts only the
            sentences that probably attribute are taken, with their neighbours; of others whole paragraphs.

    Returns:
        Start and end of each region, in order, without overlap.
    """
    if document is None:
        return _paragraphs(layout, ())
    if document.turns:
        found: list[tuple[int, int]] = []
        for turn in document.turns:
            if turn.role is not Role.INCIDENT:
                found += _sentences(layout, turn.span.start, turn.span.end)
        return found
    if document.kind in (Kind.REMARKS, Kind.TRANSCRIPT):
        return _sentences(layout, 0, len(layout.text))
    return _paragraphs(layout, document.boilerplate)


def _paragraphs(layout: Paragraphs, excluded: tuple[Span, ...]) -> list[tuple[int, int]]:
    text, possible = layout.text, _pattern("possible")
    barred = sorted(excluded)
    starts = [span.start for span in barred]
    found: list[tuple[int, int]] = []
    last = -1  # where the last paragraph that was looked at ends
    place = 0
    while (match := possible.search(text, place)) is not None:
        first, until = layout.at(match.start())
        first = max(first, place)
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


def _sentences(layout: Paragraphs, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences that probably attribute, each with the one before it and the one behind it."""
    text, likely = layout.text, _pattern("likely")
    hits = [match.start() for match in likely.finditer(text, start, end)]
    if not hits:
        return []
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(hits):
        first, until = layout.at(hits[number])
        first, until = max(first, start), min(until, end)
        inner = sentences(text, first, until, lines=True)
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
