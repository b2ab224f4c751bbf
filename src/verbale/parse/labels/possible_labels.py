"""Where a text may have speaker labels: candidates by their typography, none accepted yet.

A candidate stands at the start of a line and looks like a name, an office or a questioner, set off
by a colon, a full stop, a gap, bold type, or a line of its own. Whether it is a label is for
`verbale.parse.borders.convention` to learn from the whole document.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from verbale.model.document import Reading
from verbale.parse.labels.anatomy import GONE, TRIM, Anatomy, anatomy
from verbale.parse.labels.endings import end_marks
from verbale.parse.labels.label_words import (
    ANSWERS,
    CHAIRS,
    CLIP,
    HOSTS,
    INCIDENTS,
    INTERPRETED,
    INTERPRETERS,
)
from verbale.parse.labels.marked_places import Boilerplate, Bold, Headings
from verbale.parse.labels.stops import stopped
from verbale.text.packs import written_words

__all__ = [
    "LEAD",
    "STAMP",
    "TIME",
    "UPPER",
    "Candidate",
    "candidates",
    "emphasised",
    "in_brackets",
    "inline",
    "is_firm",
    "leads",
]

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
_REMARK = r"(?:[^\S\n]?[(\[][^()\[\]\n]{0,60}[)\]])"
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
# The others open with the break before their line, which is found many times as quickly as its start.
# `NAME` + tab, and `NAME` alone on a line.
_SET_OFF = re.compile(
    rf"\n{LEAD}(?P<label>{_CAPITALS}(?:[ \u00a0#,/&]{{1,2}}(?:{_CAPITALS}|#?\d{{1,2}}\b)){{0,7}}{_REMARK}?)"
    rf"(?:(?P<tab>\t| {{2}} ?)|(?P<alone>[^\S\n]*+{_CLOCK}?[*_]*+[^\S\n]*+$))",
    re.MULTILINE,
)
# `Q    Words`, `Q. Words`, `Q Words`.
_LETTER = re.compile(
    rf"\n{LEAD}(?P<label>[QA]\d{{0,3}})(?:(?P<stop>\.)(?=\s)|(?P<gap>{_GAP}{{2}}|\t)"
    rf"|(?P<single>{_GAP}(?=[{UPPER}—–“\"‘'(\[])))",
    re.MULTILINE,
)
_WORD = rf"[{UPPER}][\w'’.\-‑]{{0,60}}"
# `Elena Marr`, `Lord Tamber of Lea (Merrow)`, `Ada Holm, Head of Ships` alone on a line, perhaps with a time.
_ALONE = re.compile(
    rf"\n{LEAD}(?P<label>{_WORD}(?:[ \u00a0](?:{_WORD}|[^\W\d_]{{1,14}}|\d{{1,2}}\b)){{1,6}}{_REMARK}{{0,2}}"
    rf"(?:(?:,|[^\S\n][-–—])[ \u00a0][{UPPER}][^\n.:?!;]{{1,60}})?)[^\S\n]*+{_CLOCK}?[*_]*+[^\S\n]*+$",
    re.MULTILINE,
)
_MARKDOWN_BOLD = re.compile(
    rf"\n[^\S\n]*(?:\*\*|__)(?P<label>[{UPPER}][^*\n:]{{1,60}})(?:\*\*|__)(?=\s)", re.MULTILINE
)
# `**THE CHAIR** (Ada Holm. LP - Merrow) – Words`
_REMARKS = re.compile(_REMARK)
_BESIDE_BOLD = re.compile(rf"{_REMARK}*{_GAP}?(?:[.,:：]?{_GAP}?[-–—]|[.:：])(?=\s)")

_HONORIFICS = frozenset(word.casefold() for word in written_words("before_labels"))
_STAGE_WORDS = re.compile(r"[(\[]([^\W\d_][^()\[\]]*)[)\]]\s*\Z")
_LONGEST_NOTE = 600
_PLAIN = {"two spaces": "gap"}
# a day of parliament has a few thousand
_MOST = 200_000
_COLON_INSIDE = re.compile(r":(?=\s)")
_CLOSES = frozenset('.?!…"”)]')
_SENTENCE_END = frozenset(".?!:;…\"”’'»)]}*_-—–|•。！？：；」』）】।॥؟۔")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a label: `start` is where its line's matter starts, `words` where speech does.

    `shape` is "colon", "stop", "gap", "single", "alone" or "bold", and "told" where a profile tells how
    labels look; `function` is what a profile says that its speaker does; `firm` says that a paragraph
    or a finished sentence ends before it; `bold` that it is emphasised; `end` is where the words end
    at the latest, as the row of a table does; `sure` is False where the label cannot be read.
    """

    start: int
    label: tuple[int, int]
    words: int
    shape: str
    firm: bool
    bold: bool
    anatomy: Anatomy
    function: str | None = None
    end: int | None = None
    sure: bool = True

    @property
    def key(self) -> str:
        """The form under which the printings of one label meet."""
        return self.anatomy.key


def is_firm(text: str, line: int) -> bool:
    """Whether a paragraph, a sentence or a short line ends before the line that starts at `line`."""
    if line == 0:
        return True
    before = text.rfind("\n", 0, line - 1) + 1
    previous = text[before : line - 1].rstrip()
    if previous[-1:] not in _SENTENCE_END:
        previous = previous.translate(GONE)
    return not previous or previous[-1] in _SENTENCE_END or len(previous) < 40


def in_brackets(text: str, line: int) -> bool:
    r"""Whether a line goes on with what a bracket of its paragraph holds: a note over several lines.

    Args:
        text: A document's text.
        line: Where the line starts.

    >>> in_brackets("(Laughter –\nAda Holm: Hear!)", 12), in_brackets("(Laughter)\nAda Holm: Hear!", 11)
    (True, False)
    """
    if line < 2 or text[line - 2 : line] == "\n\n":
        return False
    nearest = max(0, line - _LONGEST_NOTE)
    opened = text.rfind("(", max(text.rfind("\n\n", nearest, line), nearest), line)
    # only a bracket that opens a line opens a note
    return opened >= 0 and ")" not in text[opened:line] and text[opened - 1 : opened] in ("", "\n", " ", "\t")


def leads(made: Anatomy) -> bool:
    """Whether a label is of one who chairs, hosts or interprets.

    Args:
        made: A label's anatomy.
    """
    return made.key in CHAIRS or made.key in HOSTS or made.key in INTERPRETERS


def candidates(reading: Reading) -> list[Candidate]:
    """All places of a reading that may be speaker labels, in order, at most one a line.

    Args:
        reading: What a reader made of the file.

    Returns:
        The candidates, sorted by their place; none where there are more than any transcript has.
    """
    text = reading.text
    bold = Bold(reading)
    boilerplate = Boilerplate(reading)
    found: dict[int, Candidate] = {}
    over = frozenset(end_marks(text))
    inner = {line: label for line, label, _ in emphasised(reading)}
    for line, span, words, shape in _matches(reading, found):
        if line in found or line in over or boilerplate.covers(span[0]) or in_brackets(text, line):
            continue
        if shape in ("colon", "stop") and _ends_within(text, inner.get(line), span):
            continue  # "**Ana Berg** Thank you: I shall"
        if len(found) == _MOST:
            return []
        if shape == "single" and (longer := bold.at(span[0])) and longer[1] > words:
            continue  # "A SRA. MARIA LIMA" in bold is no "A"
        made = anatomy(text[span[0] : span[1]])
        if made is None or (shape != "colon" and not _shape_allows(made, shape)):
            continue
        if shape == "colon" and line < span[0] and (stage := _STAGE_WORDS.search(text, line, span[0])):
            if not _is_stage(stage[1]):
                continue
            made = replace(made, remark=f"{stage[1]} {made.remark}".rstrip())
        label_end = span[0] + len(text[span[0] : span[1]].rstrip(" \t\r\u00a0*_"))
        found[line] = Candidate(
            start=line,
            label=(span[0], label_end),
            words=words,
            shape=_PLAIN.get(shape, shape),
            firm=is_firm(text, line) or boilerplate.ends_before(line),
            bold=bold.covers(text, span[0], label_end),
            anatomy=made,
        )
    return [found[line] for line in sorted(found)]


def _ends_within(text: str, bold: tuple[int, int] | None, label: tuple[int, int]) -> bool:
    """Whether a label by itself is in bold and more words stand before the mark that seems to end it."""
    if bold is None or not label[0] <= bold[0] < bold[1] < label[1]:
        return False
    rest = _REMARKS.sub(" ", text[bold[1] : label[1]]).strip(TRIM)
    return bool(rest) and anatomy(text[slice(*bold)]) is not None


def _is_stage(words: str) -> bool:
    """Whether words in brackets before a label tell what is heard: a recording, an interpreter, applause."""
    return bool(
        CLIP.search(words) or INTERPRETED.search(words) or not INCIDENTS.isdisjoint(words.casefold().split())
    )


def _shape_allows(made: Anatomy, shape: str) -> bool:
    if shape == "bold":
        return True
    if shape == "stop":
        honoured = made.titled or made.key.partition(" ")[0] in _HONORIFICS
        return made.letter or made.key[0] == "q" or made.casing == "caps" or honoured or made.somebody
    if shape == "two spaces":
        return made.generic or made.key in ANSWERS
    return made.letter or made.key[0] == "q" or made.casing == "caps" or (shape == "alone" and made.words > 1)


def _matches(reading: Reading, taken: Container[int]) -> Iterator[tuple[int, tuple[int, int], int, str]]:
    """Line start, label, start of the words and shape of everything set off like a label."""
    text = reading.text
    for line in _lines_with_colons(text):
        if m := _COLON.match(text, line):
            yield line, m.span("label"), m.end("words"), "colon"
    # what is found in this one stands one place further left in the text
    broken = f"\n{text}"
    for m in _LETTER.finditer(broken):
        shape = "stop" if m["stop"] else "gap" if m["gap"] else "single"
        yield m.start(), _left(m), m.end() - 1, shape
    for m in _SET_OFF.finditer(broken):
        tab = m["tab"] and ("two spaces" if m["tab"] == "  " else "gap")
        shape = "alone" if m["alone"] is not None else str(tab)
        yield m.start(), _left(m), m.end() - 1, shape
    for line, (start, end), words in stopped(broken, LEAD, UPPER, taken):
        yield line, (start - 1, end - 1), words - 1, "stop"
    for line, label, words in emphasised(reading):
        yield line, label, words, "bold"
    for m in _ALONE.finditer(broken):
        yield m.start(), _left(m), m.end() - 1, "alone"


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


def inline(reading: Reading, accepted: list[Candidate]) -> list[Candidate]:
    """Labels in capitals within a line, after a finished sentence: the scan or the copy lost a line break.

    Args:
        reading: What a reader made of the file.
        accepted: The labels at the starts of lines.

    Returns:
        Further labels; only what is a label elsewhere in the document, at least three times.
    """
    often = Counter(c.key for c in accepted if c.shape == "colon" and c.anatomy.casing == "caps")
    keys = [key for key, n in often.most_common(40) if n >= 3 and len(key) > 1]
    if not keys:
        return []
    text = reading.text
    printings = tuple(sorted({key.upper() for key in keys}, key=len, reverse=True))
    return [
        candidate
        for m in _COLON_INSIDE.finditer(text)
        if text.endswith(printings, 0, m.start())
        for candidate in _within(text, m.start(), printings)
    ]


def _within(text: str, colon: int, printings: Sequence[str]) -> Iterator[Candidate]:
    """The label that ends at a colon within a line, if a sentence ends before it."""
    for printing in printings:
        label = colon - len(printing)
        gap = label
        while gap > 0 and text[gap - 1] != "\n" and text[gap - 1].isspace():
            gap -= 1
        if not text.startswith(printing, label) or gap in (0, label) or text[gap - 1] not in _CLOSES:
            continue
        made = anatomy(printing)
        if made is not None:
            yield Candidate(gap, (label, colon), colon + 1, "colon", firm=True, bold=False, anatomy=made)
        return
