"""Dialogue without labels: paragraphs that open with a dash, and questions that are set off.

Questions stand in bold, in headings, behind numbers, or (where a text calls itself an interview) in
paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model.document import Reading
from verbale.text.language_words import listed_words
from verbale.text.patterns import pattern

__all__ = ["Line", "dialogue"]

_DASH = pattern(r"^[^\S\n]*+[*_]*+(?P<dash>[—–―]|-(?=[^\S\n]))[^\S\n]*+[*_]*+(?=[^\s—–―-])", re.MULTILINE)
_QUESTION = pattern(r"[?？؟;](?:[\s\"”’»)\]*_]*)\Z")
_ASKS = pattern(r"[?？؟]")


@dataclass(frozen=True, slots=True)
class Line:
    """One side of such a dialogue: where its paragraph starts, its words, and whether it asks."""

    start: int
    words: int
    end: int
    asks: bool


def dialogue(reading: Reading) -> list[Line]:
    """The lines of a dialogue without labels, alternately a question and its answer; empty if there is none.

    Args:
        reading: What a reader made of the file.
    """
    return _dashes(reading.text) or _bold_questions(reading) or _set_off(reading)


def _dashes(text: str) -> list[Line]:
    marks = list(_DASH.finditer(text))
    if len(marks) < 2:
        return []
    ends = [m.start() for m in marks[1:]] + [len(text)]
    first = next((i for i, m in enumerate(marks) if _asks(text, m.end(), ends[i])), None)
    if first is None:
        return []
    if first % 2 == 0 and not text[: marks[0].start()].strip():
        first = 0  # a dialogue from the first line on, which may begin with a greeting
    marks, ends, led = marks[first:], ends[first:], first
    asked = [_asks(text, m.end(), end) for m, end in zip(marks, ends, strict=True)]
    even, odd = asked[::2], asked[1::2]
    # a list of points has dashes too: only a dialogue asks at every other one
    if (
        not odd
        or sum(even) < (0.5 if sum(even) >= 2 else 0.6) * len(even)
        or sum(odd) > 0.4 * len(odd)
        or (led and sum(even) < 3)
    ):
        return []
    return [
        Line(m.start(), m.end(), end, asks=not i % 2)
        for i, (m, end) in enumerate(zip(marks, ends, strict=True))
    ]


_BESIDE = 100


def _asks(text: str, start: int, end: int) -> bool:
    """Whether the paragraph's first lines end with a question mark."""
    paragraph = text.find("\n\n", start, end)
    words = text[start : paragraph if paragraph >= 0 else end].rstrip()
    return bool(_QUESTION.search(words[-8:])) or ("?" in words[-160:] and len(words) < 600)


def _bold_questions(reading: Reading) -> list[Line]:
    """Paragraphs wholly in bold that ask, and what stands between them."""
    text = reading.text
    found: list[tuple[int, int, int]] = []
    for span in reading.emphasis:
        # a paragraph wholly in bold has its borders beside it; looking further would take a long
        # line with many bold words through and through for each of them
        line = text.rfind("\n", max(0, span.start - _BESIDE), span.start) + 1
        end = text.find("\n", span.end, span.end + _BESIDE)
        if (not line and span.start > _BESIDE) or (end < 0 and len(text) > span.end + _BESIDE):
            continue
        end = len(text) if end < 0 else end
        alone = not text[line : span.start].strip(" \t\r*_") and not text[span.end : end].strip(" \t\r*_")
        if alone and (len(span) > 8 or text[span.end - 1 : span.end] in ("?", "？", "؟")):
            found.append((line, span.start, span.end))
    asking = [bool(_ASKS.search(text, start, end)) for _, start, end in found]
    if sum(asking) < 2 or sum(asking) < 0.6 * len(found):
        return []
    first = asking.index(True)
    return _paired(text, found[first:], asking[first:])


def _paired(text: str, found: Sequence[tuple[int, int, int]], asking: Sequence[bool]) -> list[Line]:
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


_FEWEST = 3
_LONGEST_QUESTION = 600
_HEAD = 1500
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_NUMBER = re.compile(r"[#*_\s]*(\d{1,3})[.)][*_]*[^\S\n]+[*_]*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SELF = listed_words("first_person") - {"i"}
_FAQ = re.compile(
    r"\bFAQ|frequently\s+asked|q\s?&\s?a\b|questions\s+(?:and|&)\s+answers|häufige?\w*\s+(?:gestellte\s+)?fragen|foire\s+aux"
    r"|questions\s+fréquentes|preguntas\s+frecuentes|domande\s+frequenti|perguntas\s+frequentes|veelgestelde|вопросы\s+и\s+ответы"
    r"|часто\s+задава|najczęściej|sık\s+sorulan|常见问题|常見問題|よくある|자주\s+묻는|\bquiz\b|\bexam|\btest\b|worksheet|survey",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b(?:interview\w*|conversation\s+with|talks?\s+to|spoke\s+(?:to|with)|entretien|entrevista\w*|intervista\w*|gespräch\w*"
    r"|gesprek|rozmow\w+|wywiad\w*|intervju\w*|rozhovor\w*|haastattelu\w*|röportaj\w*|söyleşi\w*|συνέντευξη\w*|interjú\w*|wawancara"
    r"|интервью|бесед\w+|розмов\w+|інтерв.ю)|专访|專訪|访谈|インタビュー|인터뷰|مقابلة|حوار|ראיון",
    re.IGNORECASE,
)


def _set_off(reading: Reading) -> list[Line]:
    """Questions in headings, behind numbers, or in paragraphs of their own, and the answers between them."""
    text = reading.text
    if text.count("?") + text.count("？") + text.count("؟") < _FEWEST or _FAQ.search(text, 0, 300):
        return []
    return _numbered(text) or _headed(reading) or _plain(text)


def _numbered(text: str) -> list[Line]:
    found: list[tuple[int, int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
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
    headings = [span for span in reading.headings if len(span) <= _LONGEST_QUESTION]
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
    found = [
        (paragraph.start(), paragraph.start(), paragraph.end())
        for paragraph in _PARAGRAPH.finditer(text)
        if len(paragraph[0]) <= _LONGEST_QUESTION and _ends_asking(paragraph[0])
    ]
    paragraphs = sum(1 for _ in _PARAGRAPH.finditer(text, found[0][0])) if found else 0
    return _interview(text, found) if len(found) * 4 >= paragraphs else []


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
    return _paired(text, found, [True] * len(found))


def _speaks_of_self(words: str) -> bool:
    found = _WORD.findall(words.replace("’", "'"))
    return any(word == "I" or word.startswith("I'") or word.casefold() in _SELF for word in found)
