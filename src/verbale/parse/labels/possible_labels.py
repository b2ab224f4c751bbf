"""Where a text may have speaker labels: candidates by their typography, none accepted yet.

A candidate stands at the start of a line and looks like a name, an office or a questioner, set off
by a colon, a full stop, a gap, bold type, or a line of its own. Whether it is a label is for
`verbale.parse.borders.convention` to learn from the whole document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

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
from verbale.parse.labels.marked_places import Boilerplate, Bold
from verbale.parse.labels.set_off import REMARK, emphasised, set_off
from verbale.text.packs import written_words

__all__ = [
    "Candidate",
    "candidates",
    "in_brackets",
    "inline",
    "is_firm",
    "leads",
]

_REMARKS = re.compile(REMARK)

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
    # the form under which the printings of one label meet: asked for more often than all else
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", self.anatomy.key)


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
    bold_openings = list(emphasised(reading))
    inner = {line: label for line, label, _ in bold_openings}
    for line, span, words, shape in set_off(text, bold_openings, found):
        if line in found or line in over or boilerplate.covers(span[0]) or in_brackets(text, line):
            continue
        if line in inner and shape in ("colon", "stop") and _ends_within(text, inner[line], span):
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


def _ends_within(text: str, bold: tuple[int, int], label: tuple[int, int]) -> bool:
    """Whether a label by itself is in bold and more words stand before the mark that seems to end it."""
    if not label[0] <= bold[0] < bold[1] < label[1]:
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
