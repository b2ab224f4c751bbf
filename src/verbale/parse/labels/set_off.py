"""What is set off at the start of a line as labels are: by a mark, a gap, capitals, bold, a line of its own.

Patterns are slow and lines are many: each line is looked at in one go, as its first sign allows, and no
further where a label was found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from verbale.model.document import Reading
from verbale.parse.labels.anatomy import TRIM
from verbale.parse.labels.marked_places import Headings
from verbale.parse.labels.stops import other_openings, stopped

__all__ = ["LEAD", "REMARK", "STAMP", "TIME", "UPPER", "emphasised", "set_off"]

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
UPPER = "".join(
    chr(c) for c in (*range(0x600), *range(0x1E00, 0x1F00)) if unicodedata.category(chr(c)) in ("Lu", "Lt")
)
# all white space but the line feed, spelled out so that one class takes a whole lead
_BLANK = r" \t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# behind the number of a line or of a speech too: ` 12   Q.  Why?`, `06.01 Ada Holm: Words`
LEAD = rf"[{_BLANK}*_#>{INVISIBLE}]*(?:\d{{1,2}}(?:\.\d{{1,3}}[ \t\xa0]|[ \t\xa0]{{2}})[{_BLANK}]*)?"
_GAP = rf"[^\S\n{INVISIBLE}]"
_CAPITALS = rf"(?:Ma?c|O['’])?[{UPPER}][{UPPER}'’\-‑{INVISIBLE}]*\.?"
REMARK = r"(?:[^\S\n]?[(\[][^()\[\]\n]{0,60}[)\]])"
TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:[^\S\n]?[AaPp]\.?[Mm]\b\.?)?"
_CLOCK = rf"(?:[(\[]?{TIME}[)\]]?)"
# `[00:21] `, `00:21 – 00:40 | `, `[12/03/2021, 10:41] `, `12.03.21, 10:41 - ` before a label
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[T ]{1,2})"
STAMP = (
    rf"(?:[(\[{{<]?{_DAY}?{TIME}(?:[^\S\n]?(?:-->?|[–—])[^\S\n]?{TIME})?"
    rf"(?:[)\]}}>][^\S\n]*+|(?=[^\S\n])[^\S\n]++)(?:[-–—|][^\S\n]++)?|\d{{1,2}}\.\d\d[^\S\n]++(?=[^\W\d_]))"
)
_STAGE = r"(?:[(\[][^\W\d_][^()\[\]\n]{2,40}[)\]][^\S\n]++)"

# `Name Surname:`; the label is checked by its anatomy. No space need follow a full-width colon.
_COLON = re.compile(
    rf"{LEAD}(?:{STAMP}[*_]*+)?(?P<stage>{_STAGE})?"
    rf"(?P<label>(?:(?:M[RS]S?|DR)[:;] )?[^\W\d_][^\n:：]{{0,239}}+"
    rf"(?::\d\d(?::\d\d)?[^:\n()\[\]]{{0,20}}[)\]]{_GAP}?(?:[(\[][^:\n()\[\]]{{1,60}}[)\]])?)?)[:：]"
    rf"[*_]*+(?![\d/])(?P<words>{_GAP}*)"
)
# Lines that open with a capital; the break before them is found many times as quickly as their start.
_CAPITAL = re.compile(rf"\n{LEAD}(?=[{UPPER}])")
# `NAME` + tab, and `NAME` alone on a line.
_SET_OFF = re.compile(
    rf"(?P<label>{_CAPITALS}(?:[ \u00a0#,/&]{{1,2}}(?:{_CAPITALS}|#?\d{{1,2}}\b)){{0,7}}{REMARK}?)"
    rf"(?:(?P<tab>\t| {{2}} ?)|(?P<alone>[^\S\n]*+{_CLOCK}?[*_]*+[^\S\n]*+$))",
    re.MULTILINE,
)
# `Q    Words`, `Q. Words`, `Q Words`.
_LETTER = re.compile(
    rf"(?P<label>[QA]\d{{0,3}})(?:(?P<stop>\.)(?=\s)|(?P<gap>{_GAP}{{2}}|\t)"
    rf"|(?P<single>{_GAP}(?=[{UPPER}—–“\"‘'(\[])))",
    re.MULTILINE,
)
_WORD = rf"[{UPPER}][\w'’.\-‑]{{0,60}}"
# `Elena Marr`, `Lord Tamber of Lea (Merrow)`, `Ada Holm, Head of Ships` alone on a line, perhaps with a time.
# Most lines go on: that is seen at the first sign behind the words, and no shorter word is tried.
_ALONE = re.compile(
    rf"(?P<label>{_WORD}(?:[ \u00a0](?:{_WORD}|(?>[^\W\d_]{{1,14}})(?![^\W\d_])|\d{{1,2}}\b)){{1,6}}"
    rf"(?=[^\S\n]*(?:[(\[,\d*_–—-]|$)){REMARK}{{0,2}}"
    rf"(?:(?:,|[^\S\n][-–—])[ \u00a0][{UPPER}][^\n.:?!;]{{1,60}})?)[^\S\n]*+{_CLOCK}?[*_]*+[^\S\n]*+$",
    re.MULTILINE,
)
_MARKDOWN_BOLD = re.compile(
    rf"\n[^\S\n]*(?:\*\*|__)(?P<label>[{UPPER}][^*\n:]{{1,60}})(?:\*\*|__)(?=\s)", re.MULTILINE
)
# `**THE CHAIR** (Ada Holm. LP - Merrow) – Words`
_BESIDE_BOLD = re.compile(rf"{REMARK}*{_GAP}?(?:[.,:：]?{_GAP}?[-–—]|[.:：])(?=\s)")


def set_off(
    text: str, bold: Iterable[tuple[int, tuple[int, int], int]], taken: Container[int]
) -> Iterator[tuple[int, tuple[int, int], int, str]]:
    """Line start, label, start of the words and shape of everything set off like a label.

    Args:
        text: A document's text.
        bold: What `emphasised` finds.
        taken: Where the lines start whose label is found; asked anew before each line is looked at.
    """
    for line in _lines_with_colons(text):
        if m := _COLON.match(text, line):
            yield line, m.span("label"), m.end("words"), "colon"
    # what is found in this one stands one place further left in the text
    broken = f"\n{text}"
    emphases: dict[int, list[tuple[tuple[int, int], int]]] = defaultdict(list)
    for line, label, words in bold:
        emphases[line].append((label, words))
    for m in _CAPITAL.finditer(broken):
        line = m.start()
        if line in taken:
            continue
        for label, words, shape in _with_capital(text, m.end() - 1, emphases.pop(line, ())):
            yield line, label, words, shape
            if line in taken:
                break
    for line, start in other_openings(broken, LEAD, UPPER):
        if line not in taken and (found := stopped(text, start, UPPER)):
            yield line, (start, found[0]), found[1], "stop"
    for line, emphasis in emphases.items():
        for label, words in emphasis:
            yield line, label, words, "bold"


def _with_capital(
    text: str, start: int, bold: Iterable[tuple[tuple[int, int], int]]
) -> Iterator[tuple[tuple[int, int], int, str]]:
    """Label, start of the words and shape of what a line may open with, the likeliest first."""
    if text[start] in "QA" and (m := _LETTER.match(text, start)):
        yield m.span("label"), m.end(), "stop" if m["stop"] else "gap" if m["gap"] else "single"
    if m := _SET_OFF.match(text, start):
        tab = m["tab"] and ("two spaces" if m["tab"] == "  " else "gap")
        yield m.span("label"), m.end(), "alone" if m["alone"] is not None else str(tab)
    if found := stopped(text, start, UPPER):
        yield (start, found[0]), found[1], "stop"
    for label, words in bold:
        yield label, words, "bold"
    if m := _ALONE.match(text, start):
        yield m.span("label"), m.end(), "alone"


def emphasised(reading: Reading) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Line, label and start of the words of everything in bold that opens a line.

    Args:
        reading: What a reader made of the file.
    """
    text = reading.text
    for m in _MARKDOWN_BOLD.finditer(f"\n{text}") if "**" in text or "__" in text else ():
        yield m.start(), _left(m), _behind_bold(text, m.end() - 1)
    headings = Headings(reading)
    for span in reading.emphasis:
        # what stands before bold words that open a line is short; a long line is not gone through again
        line = text.rfind("\n", max(0, span.start - 80), span.start) + 1
        opens = (line or span.start <= 80) and not text[line : span.start].strip(TRIM)
        if opens and len(span) <= 80:
            yield line, (span.start, span.end), headings.behind(span.end) or _behind_bold(text, span.end)


def _behind_bold(text: str, place: int) -> int:
    """Where the words start behind a label in bold: behind a remark and the mark that ends it too."""
    found = _BESIDE_BOLD.match(text, place)
    return found.end() if found else place


def _left(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("label")
    return start - 1, end - 1


def _lines_with_colons(text: str) -> Iterator[int]:
    """Where the lines start that hold a colon: few, and found without a pattern."""
    for mark in ":：":
        place = text.find(mark)
        while place >= 0:
            yield text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            place = text.find(mark, end) if end >= 0 else -1
