"""Interviews that set their questions off without a label: in headings, behind numbers, in paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from verbale.model.document import Reading
from verbale.model.text import Span
from verbale.parse.metadata.language import language_of
from verbale.text.packs import listed_words, pack, remark
from verbale.text.patterns import pattern

__all__ = ["PARAGRAPH", "Line", "calls_itself_interview", "paired", "set_off"]

_FEWEST = 3
_LONGEST_QUESTION = 600
_HEAD = 1500
_TOP = 300
PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
# "jones: Words", "Jones" over its words
_HEAD_SET_OFF = re.compile(r"[^\W\d_][^\n:.?!,]{0,40}(?::(?=\s)|[^\S\n]*(?=\n\S))")
_NUMBER = re.compile(r"[#*_\s]*(\d{1,3})[.)][*_]*[^\S\n]+[*_]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SELF = listed_words("first_person") - {"i"}
_FAQ = pattern(remark(listed_words("questions_and_answers")), re.IGNORECASE)
_INTERVIEW = pattern(remark(listed_words("interviews")), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One side of such a dialogue: where its paragraph starts, its words, and whether it asks."""

    start: int
    words: int
    end: int
    asks: bool


def calls_itself_interview(text: str) -> bool:
    """Whether the first lines of a text say that it is an interview.

    Args:
        text: A document's text.
    """
    return _INTERVIEW.search(text, 0, _TOP) is not None


def set_off(reading: Reading) -> list[Line]:
    """Questions in headings, behind numbers, or in paragraphs of their own, and the answers between them.

    Args:
        reading: What a reader made of the file.
    """
    text = reading.text
    if text.count("?") + text.count("？") + text.count("؟") < _FEWEST or _FAQ.search(text, 0, 300):
        return []
    return _numbered(text) or _headed(reading) or _plain(text)


def _numbered(text: str) -> list[Line]:
    found: list[tuple[int, int, int]] = []
    for paragraph in PARAGRAPH.finditer(text):
        number = _NUMBER.match(text, paragraph.start(), paragraph.end())
        if number is None or int(number[1]) != len(found) + 1:
            continue
        line_end = text.find("\n", number.end(), paragraph.end())
        end = paragraph.end()
        if not _ends_asking(text[number.end() : end]) and line_end >= 0:
            end = line_end  # the answer stands right under the question
        if end - number.end() > _LONGEST_QUESTION or not _ends_asking(text[number.end() : end]):
            return []
        found.append((paragraph.start(), number.end(), end))
    return _interview(text, found)


def _headed(reading: Reading) -> list[Line]:
    text = reading.text
    headings = [
        span
        for before, span in pairwise((Span(0, 0), *sorted(reading.headings)))
        if before.end <= span.start and len(span) <= _LONGEST_QUESTION
    ]
    found = [
        (text.rfind("\n", 0, span.start) + 1, span.start, span.end)
        for span in headings
        if _ends_asking(span.of(text))
    ]
    others = sum(1 for span in headings if found and span.start > found[0][1]) - len(found) + 1
    return _interview(text, found) if others <= 0.3 * len(found) else []


def _plain(text: str) -> list[Line]:
    if not _INTERVIEW.search(text, 0, _HEAD):
        return []
    every = list(PARAGRAPH.finditer(text))
    if _are_labelled([paragraph[0] for paragraph in every]):
        return []
    found = [
        (paragraph.start(), paragraph.start(), paragraph.end())
        for paragraph in every
        if len(paragraph[0]) <= _LONGEST_QUESTION and _ends_asking(paragraph[0])
    ]
    paragraphs = sum(1 for _ in PARAGRAPH.finditer(text, found[0][0])) if found else 0
    return _interview(text, found) if len(found) * 4 >= paragraphs else []


def _are_labelled(paragraphs: Sequence[str]) -> bool:
    """Whether a third of some paragraphs open with words set off that come back: unreadable labels."""
    heads = Counter(found[0] for words in paragraphs if (found := _HEAD_SET_OFF.match(words)))
    return 3 * sum(n for n in heads.values() if n > 1) >= len(paragraphs)


def _ends_asking(words: str) -> bool:
    return words.rstrip(' \t\r\n*_#"”’»)')[-1:] in ("?", "？", "؟", "\u037e")


def _interview(text: str, found: Sequence[tuple[int, int, int]]) -> list[Line]:
    """The dialogue, where each question has an answer, and those who answer speak of themselves."""
    if len(found) < _FEWEST:
        return []
    following = [line for line, _, _ in found[1:]] + [len(text)]
    answers = [text[end:after] for (_, _, end), after in zip(found, following, strict=True)]
    if not all(answer.strip(" \t\r\n*_#") for answer in answers):
        return []
    asked = sum(_speaks_of_self(text[start:end]) for _, start, end in found)
    told = sum(map(_speaks_of_self, answers))
    if not told or asked > told:
        return []
    # a page of questions and answers asks about things; an interview asks a person
    called = _addressing(language_of(text))
    if called and sum(called.search(text, first, end) is not None for _, first, end in found) < 0.2 * len(
        found
    ):
        return []
    return paired(text, found, [True] * len(found))


@cache
def _addressing(language: str | None) -> re.Pattern[str] | None:
    """How a language addresses a person; None for one that leaves the word out, or that nobody knows."""
    known = pack(language) if language else None
    words = known.written("addressing") if known else ()
    return re.compile(remark(words)) if words else None


def _speaks_of_self(words: str) -> bool:
    found = _WORD.findall(words.replace("’", "'"))
    return any(word == "I" or word.startswith("I'") or word.casefold() in _SELF for word in found)


def paired(text: str, found: Sequence[tuple[int, int, int]], asking: Sequence[bool]) -> list[Line]:
    """The lines of a dialogue of which the questions are known: what stands between them answers.

    Args:
        text: A document's text.
        found: Where each question's line starts, its first word, and its end.
        asking: Which of them ask.
    """
    lines: list[Line] = []
    for i, (line, start, end) in enumerate(found):
        following = found[i + 1][0] if i + 1 < len(found) else len(text)
        spoken = text[start:end].rstrip('*_ "”’»')[-1:] in (".", "!", "…", "。", "！")
        if not asking[i] and lines and not spoken:  # a bold subheading stays in the answer
            last = lines[-1]
            lines[-1] = Line(last.start, last.words, following, asks=last.asks)
            continue
        lines.append(Line(line, start, end, asks=True))
        if text[end:following].strip(" \t\r\n*_"):
            lines.append(Line(end, end, following, asks=False))
    return lines
