"""Our own gold: forty fictional news items with their quotations, for anyone to measure with (CC0)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from verbale.model.quotation import Quotation
from verbale.model.text import Span
from verbale.text.one_person import same_person

_ITEMS = Path(__file__).with_name("items.txt")
_TAG = re.compile(r"<(/?)([csq])([\d,]+)(?: ([^<>]+))?>")
_LIGHT = frozenset(" \n“”\"'’‘,.;:")


@dataclass(frozen=True)
class Attributed:
    """A quotation of the gold; `speaker` is None where nobody can be named."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    mention: Span | None
    speaker: str | None


@dataclass(frozen=True)
class Item:
    """A news item."""

    style: str
    text: str
    quotations: tuple[Attributed, ...]


@dataclass(frozen=True)
class Figures:
    """How quotations match the gold, in percent; speakers among the matched ones."""

    quote: float
    quote_speaker: float
    right: int
    wrong: int
    unnamed: int

    def __str__(self) -> str:
        return (
            f"quote F1 {self.quote:.1f}, quote+speaker F1 {self.quote_speaker:.1f}; speakers: "
            f"{self.right} right, {self.wrong} wrong, {self.unnamed} left unnamed"
        )


def read_items() -> list[Item]:
    """Reads the items: tags become spans of the text without them."""
    parts = re.split(r"^== (\w+)\n", _ITEMS.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [_item(style, marked.strip()) for style, marked in zip(parts[::2], parts[1::2], strict=True)]


def _item(style: str, marked: str) -> Item:
    text = ""
    place = 0
    opened: dict[tuple[str, str], int] = {}
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    names: dict[str, str] = {}
    for tag in _TAG.finditer(marked):
        text += marked[place : tag.start()]
        place = tag.end()
        key = (tag[2], tag[3])
        if tag[1]:
            span = Span(opened.pop(key), len(text))
            for number in tag[3].split(","):
                spans[tag[2], number].append(span)
            continue
        opened[key] = len(text)
        if tag[4]:
            names.update(dict.fromkeys(tag[3].split(","), tag[4]))
    text += marked[place:]
    assert not opened, marked
    numbers = sorted({number for role, number in spans if role == "c"}, key=int)
    found = tuple(
        Attributed(
            content=tuple(spans["c", number]),
            cue=tuple(spans.get(("q", number), ())),
            mention=next(iter(spans.get(("s", number), ())), None),
            speaker=None if names.get(number, "-") == "-" else names[number],
        )
        for number in numbers
    )
    return Item(style, text, found)


def _characters(text: str, spans: tuple[Span, ...]) -> frozenset[int]:
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i] not in _LIGHT)


def measure(items: list[Item], found: list[tuple[Quotation, ...]], least: float = 0.5) -> Figures:
    """Pairs contents by their shared characters, best pairs first."""
    hits = mentioned = right = wrong = unnamed = 0
    for item, quotations in zip(items, found, strict=True):
        golds = [_characters(item.text, one.content) for one in item.quotations]
        given = [_characters(item.text, one.spans) for one in quotations]
        edges = sorted(
            (-len(a & b) / len(a | b), i, j)
            for i, a in enumerate(golds)
            for j, b in enumerate(given)
            if a & b
        )
        taken: tuple[set[int], set[int]] = (set(), set())
        for overlap, i, j in edges:
            if -overlap < least or i in taken[0] or j in taken[1]:
                continue
            taken[0].add(i)
            taken[1].add(j)
            gold, quotation = item.quotations[i], quotations[j]
            hits += 1
            both_silent = gold.mention is None and quotation.mention is None
            mentioned += both_silent or bool(
                gold.mention and quotation.mention and gold.mention.overlaps(quotation.mention)
            )
            if quotation.speaker is None:
                unnamed += gold.speaker is not None
            elif gold.speaker is not None and _is_same(gold.speaker, quotation.speaker):
                right += 1
            else:
                wrong += 1
    total = sum(len(item.quotations) for item in items) + sum(len(one) for one in found)
    return Figures(200 * hits / total, 200 * mentioned / total, right, wrong, unnamed)


def _is_same(gold: str, given: str) -> bool:
    return (
        gold.casefold() in given.casefold() or given.casefold() in gold.casefold() or same_person(gold, given)
    )
