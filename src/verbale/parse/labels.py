"""Where a text may have speaker labels: candidates by their typography, none accepted yet.

A candidate stands at the start of a line and looks like a name, an office or a questioner, set off
by a colon, a full stop, a gap, bold type, or a line of its own. Whether it is a label is for
`verbale.parse.convention` to learn from the whole document.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from verbale.model.document import Reading
from verbale.parse.label_words import ANSWERS, CLIP, HEADERS, INTERPRETED, PARTICLES, TITLE_STARTS
from verbale.text.names import is_generic

__all__ = ["Anatomy", "Candidate", "anatomy", "candidates"]

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_GONE = {ord(c): None for c in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"} | dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_UPPER = "".join(
    chr(c) for c in (*range(0x600), *range(0x1E00, 0x1F00)) if unicodedata.category(chr(c)) in ("Lu", "Lt")
)
_LEAD = rf"(?:[^\S\n]|[*_#>{INVISIBLE}])*+"
_GAP = rf"[^\S\n{INVISIBLE}]"
_CAPITALS = rf"(?:Ma?c|O['’])?[{_UPPER}][{_UPPER}'’\-‑{INVISIBLE}]*\.?"
_REMARK = r"(?:[^\S\n]?[(\[][^()\[\]\n]{0,60}[)\]])"
_CLOCK = r"(?:[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]]?)"

# `Name Surname:`; the label is checked by its anatomy. No space need follow a full-width colon.
_COLON = re.compile(
    rf"^{_LEAD}(?P<label>[^\W\d_][^\n:：]{{0,139}})(?:[:：])[*_]*+(?![\d/])(?P<words>{_LEAD})", re.MULTILINE
)
# `CHAIR NAME. Words`, `NAME; words` (a misread colon), `NAME` + tab, and `NAME` alone on a line.
_SET_OFF = re.compile(
    rf"^{_LEAD}(?P<label>{_CAPITALS}(?:[ \u00a0#,/&]{{1,2}}(?:{_CAPITALS}|#?\d{{1,2}}\b)){{0,7}}{_REMARK}?)"
    rf"(?:(?P<stop>(?<=\.)|[.;])(?=\s)|(?P<tab>\t| {{3}})|(?P<alone>[^\S\n]*{_CLOCK}?[*_]*[^\S\n]*$))",
    re.MULTILINE,
)
# `Q    Words`, `Q. Words`, `Q Words`.
_LETTER = re.compile(
    rf"^{_LEAD}(?P<label>[QA]\d{{0,3}})(?:(?P<stop>\.)(?=\s)|(?P<gap>{_GAP}{{2}}|\t)"
    rf"|(?P<single>{_GAP}(?=[{_UPPER}—–“\"‘'(\[])))",
    re.MULTILINE,
)
_WORD = rf"[{_UPPER}][\w'’.\-‑]*"
# `Elena Marr` alone on a line, perhaps with a clock time.
_ALONE = re.compile(
    rf"^{_LEAD}(?P<label>{_WORD}(?:[ \u00a0](?:{_WORD}|\d{{1,2}}\b)){{1,4}})[^\S\n]*{_CLOCK}?[*_]*[^\S\n]*$",
    re.MULTILINE,
)
_MARKDOWN_BOLD = re.compile(
    rf"^[^\S\n]*(?:\*\*|__)(?P<label>[{_UPPER}][^*\n:]{{1,60}})(?:\*\*|__)(?=\s)", re.MULTILINE
)

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TRIM = " \t\r\u00a0*_#>.;:,-–—\\"
_TOKEN = re.compile(r"[^\W\d_].*")
_SENTENCE_END = frozenset(".?!:;…\"”’'»)]}*_-—–|•")


@dataclass(frozen=True, slots=True)
class Anatomy:
    """What a label's own letters say.

    `name` is the label without remarks, as printed; `key` the form under which its printings meet;
    `casing` "caps", "mixed" or "caseless"; `remark` what stood in brackets.
    """

    name: str
    key: str
    casing: str
    remark: str
    words: int
    generic: bool
    titled: bool
    tail: bool

    @property
    def interpreted(self) -> bool:
        """Whether the label says that the words are an interpreter's."""
        return bool(self.remark and INTERPRETED.search(self.remark))

    @property
    def replayed(self) -> bool:
        """Whether the label says that the words come from a recording."""
        return bool(self.remark and CLIP.search(self.remark))

    @property
    def letter(self) -> bool:
        """Whether the label is a bare Q or A."""
        return self.key in ("q", "a")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a label: `start` is where its line's matter starts, `words` where speech does.

    `shape` is "colon", "stop", "gap", "alone" or "bold"; `firm` says that a paragraph or a finished
    sentence ends before it; `bold` that it is emphasised.
    """

    start: int
    label: tuple[int, int]
    words: int
    shape: str
    firm: bool
    bold: bool
    anatomy: Anatomy

    @property
    def key(self) -> str:
        """The form under which the printings of one label meet."""
        return self.anatomy.key


def _tidy(label: str) -> str:
    return " ".join(label.translate(_GONE).replace("\\", "").split()).strip(_TRIM)


def _casing(name: str) -> str:
    upper = sum(c.isupper() for c in name)
    lower = sum(c.islower() for c in name)
    if not upper and not lower:
        return "caseless"
    return "caps" if upper >= 3 * lower and upper > 1 else "mixed"


def _is_name_word(word: str) -> bool:
    first = word.lstrip("'’\"“„(\u05f4")[:1]
    return first.isupper() or (first.isalpha() and not first.islower())


def _fits(words: list[str], casing: str, *, generic: bool) -> bool:
    """Whether the words could be a name or an office."""
    if generic:
        return len(words) <= 6
    if not words or len(words) > (9 if casing == "caps" else 7 if casing == "mixed" else 4):
        return False
    bare = [word for word in words if word not in _DEGREES] or words
    bare = bare[:-1] if len(words) > 1 and words[-1].lstrip("#").isdigit() else words
    if not all(_TOKEN.match(word) or word == "&" for word in bare):
        return False
    if casing == "caseless":
        return True
    if not (_is_name_word(bare[0]) and _is_name_word(bare[-1])):
        return False
    return all(_is_name_word(w) or w.casefold() in PARTICLES or w == "&" for w in bare)


@lru_cache(maxsize=16384)
def anatomy(label: str) -> Anatomy | None:
    """What a label's own letters say, or None where no label is made like this.

    Args:
        label: The text before the colon, as it stands.

    >>> anatomy("PRESIDENT OKORO (through interpreter)").key
    'president okoro'
    >>> anatomy("Let me repeat") is None
    True
    """
    remark = " ".join(_BRACKETS.findall(label))
    tidy = _tidy(_BRACKETS.sub(" ", label))
    head, comma, tail = (part.strip() for part in tidy.partition(","))
    name = head if comma else tidy
    words = name.split()
    key = " ".join(word.strip(".") or word for word in name.casefold().replace("’", "'").split())
    generic = is_generic(name) or (len(words) <= 4 and _names_a_questioner(name))
    casing = _casing(name)
    first = key.split(" ", 1)[0]
    if first == "q" and len(words) > 1:
        return None
    if key in ANSWERS or key == "q":
        generic_or_answer = True
    else:
        generic_or_answer = generic
        if (
            key in HEADERS
            or (len(words) == 1 and key.strip("'") in HEADERS)
            or first in ("http", "https", "e&oe")
        ):
            return None
        numbered = len(words) > 1 and words[-1].lstrip("#").isdigit()
        if (
            numbered
            and casing == "mixed"
            and not generic
            and first not in ("speaker", "participant", "sprecher")
        ):
            return None
    if not _fits(words, casing, generic=generic_or_answer):
        return None
    if tail and not _fits_office(head, tail):
        return None
    titled = first in TITLE_STARTS and (len(words) > 1 or casing == "caps")
    return Anatomy(name, key, casing, remark, len(words), generic, titled, bool(tail))


def _names_a_questioner(name: str) -> bool:
    """`Frage Kellermann`, `AUSTRALIAN JOURNALIST`; the word for a questioner has a capital, as in a label."""
    words = name.split()
    if len(words) < 2 or not all(_is_name_word(word) for word in words) or _casing(name) == "caseless":
        return False
    return is_generic(words[-1]) or (is_generic(words[0]) and len(words) <= 3)


def _fits_office(head: str, tail: str) -> bool:
    """`Anna Berg, Minister of Water`: a person of two words or more, then an office."""
    if (
        len(head.split()) < 2
        or len(tail) > 120
        or head.split(maxsplit=1)[0].strip(".").casefold() in _ADDRESS
    ):
        return False
    last = tail.rsplit(maxsplit=1)[-1]
    return _is_name_word(last) and not re.search(r"[?!]|\w{6,}\.(?:\s|$)", tail)


_DEGREES = frozenset({"h.", "c.", "h.c.", "mult.", "jun.", "sen.", "rer.", "nat.", "pol.", "phil.", "habil."})
_ADDRESS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "herr",
        "frau",
        "monsieur",
        "madame",
        "señor",
        "señora",
        "sir",
        "madam",
        "dear",
        "liebe",
        "lieber",
        "sehr",
    ]
)


def _firm(text: str, line: int) -> bool:
    """Whether a paragraph, a sentence or a short line ends before the line that starts at `line`."""
    if line == 0:
        return True
    before = text.rfind("\n", 0, line - 1) + 1
    previous = text[before : line - 1].rstrip().translate(_GONE)
    return not previous or previous[-1] in _SENTENCE_END or len(previous) < 40


class _Bold:
    """Which places of a reading are emphasised."""

    def __init__(self, reading: Reading) -> None:
        spans = sorted((span.start, span.end) for span in (*reading.emphasis, *reading.headings))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def covers(self, text: str, start: int, end: int) -> bool:
        if text[max(0, start - 2) : start] in ("**", "__"):
            return True
        k = bisect_right(self._starts, start) - 1
        return k >= 0 and self._ends[k] >= min(end, start + 2) > start


class _Furniture:
    """Which places of a reading are no speech by the format's own word: front matter, running heads."""

    def __init__(self, reading: Reading) -> None:
        self._spans = sorted((span.start, span.end) for span in reading.furniture)

    def covers(self, place: int) -> bool:
        k = bisect_right(self._spans, (place, place)) - 1
        return any(start <= place < end for start, end in self._spans[max(0, k) : k + 2])


def candidates(reading: Reading) -> list[Candidate]:
    """All places of a reading that may be speaker labels, in order, at most one a line.

    Args:
        reading: What a reader made of the file.

    Returns:
        The candidates, sorted by their place.
    """
    text = reading.text
    bold = _Bold(reading)
    furniture = _Furniture(reading)
    found: dict[int, Candidate] = {}
    for line, span, words, shape in _matches(reading):
        if line in found or furniture.covers(span[0]):
            continue
        made = anatomy(text[span[0] : span[1]])
        if made is None or (shape != "colon" and not _shape_allows(made, shape)):
            continue
        label_end = span[0] + len(text[span[0] : span[1]].rstrip(" \t\r\u00a0*_"))
        found[line] = Candidate(
            start=line,
            label=(span[0], label_end),
            words=words,
            shape=shape,
            firm=_firm(text, line),
            bold=bold.covers(text, span[0], label_end),
            anatomy=made,
        )
    return [found[line] for line in sorted(found)]


def _shape_allows(made: Anatomy, shape: str) -> bool:
    if shape == "bold":
        return True
    return made.letter or made.key[0] == "q" or made.casing == "caps" or (shape == "alone" and made.words > 1)


def _matches(reading: Reading) -> Iterator[tuple[int, tuple[int, int], int, str]]:
    """Line start, label, start of the words and shape of everything set off like a label."""
    text = reading.text
    for m in _COLON.finditer(text):
        yield m.start(), m.span("label"), m.end("words"), "colon"
    for m in _LETTER.finditer(text):
        shape = "stop" if m["stop"] else "gap" if m["gap"] else "single"
        yield m.start(), m.span("label"), m.end(), shape
    for m in _SET_OFF.finditer(text):
        shape = "alone" if m["alone"] is not None else "gap" if m["tab"] else "stop"
        yield m.start(), m.span("label"), m.end(), shape
    for m in _MARKDOWN_BOLD.finditer(text) if "**" in text or "__" in text else ():
        yield m.start(), m.span("label"), m.end(), "bold"
    for span in reading.emphasis:
        line = text.rfind("\n", 0, span.start) + 1
        if len(span) <= 80 and not text[line : span.start].strip(_TRIM):
            yield line, (span.start, span.end), span.end, "bold"
    for m in _ALONE.finditer(text):
        yield m.start(), m.span("label"), m.end(), "alone"
