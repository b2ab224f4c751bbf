"""Labels of rarer kinds, by what comes back at the starts of lines: brackets, dashes, columns, headings.

These look like much that is no label: lists, tables, glossaries, logs. So they are looked at only where
no plainer labels were learned, one kind at a time, and a kind counts only where its labels could be names,
come back, take turns, and somebody asks (or all are full names).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from types import MappingProxyType

from verbale.model.document import Reading
from verbale.parse.borders.exchanges import sounds_spoken
from verbale.parse.labels.anatomy import Anatomy, anatomy
from verbale.parse.labels.label_words import ANSWERS, CHAIRS, HOSTS, INCIDENTS, PARTICLES
from verbale.parse.labels.marked_places import Boilerplate
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.labels.set_off import LEAD, STAMP, TIME, UPPER, emphasised
from verbale.parse.people.knowledge import Knowledge
from verbale.text.names import is_office, words_of_name
from verbale.text.patterns import pattern

__all__ = ["anatomy_of", "by_openings", "openings_of"]

_PROBE = 12_000
_FEWEST = 4
_WIDTH = 120
_LEADING = " \t\r\u00a0*_#>\u200b\u200e\u200f\u2060\ufeff"
_MARKS = "○◯●◇◆■□▲△▼▽▶►※◎▪☆★♦"
_DASHES = (" - ", " > ", " | ", " / ")
_DASH = pattern(r"[–—]|(?<=[.\s])[->|/]")
_DASH_SIGNS = "–—->|/"
_CLOCK = pattern(r"\d:\d\d")
_NAME = r"[^\W\d_][^\n:：|\t\u3000]"
# "(Ada Holm. LP - Merrow)"
_BRACKET = r"\([^()\n]{1,70}\)"
_OPEN, _CLOSE = r"\[\](){}<>（）【】〔〕「」［］", r"[\])>}）】〕」］]"
_DRESS = r"[*_]*+"
_SPACE = r"[^\S\n]*+"
_KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        kind: pattern(rf"\n{LEAD}{opening}", re.MULTILINE)
        for kind, opening in {
            # `[HOST] Words`, `（記者）…`, `<Ana> Words`
            "brackets": rf"[\[(<{{（【〔「［](?P<label>[^{_OPEN}\n:：]{{1,60}}){_CLOSE}[:：]?{_DRESS}{_SPACE}"
            r"(?=[^\s\])>}])",
            # `（大臣）` alone, words under it
            "brackets alone": rf"[(（【〔「［](?P<label>[^{_OPEN}\n。]{{1,40}})[)）】〕」］]"
            rf"{_SPACE}$(?=\n[^\S\n]*+[^\s(（【])",
            # `Ana Berg – Words`, `Ana Berg. — Words`
            "dash": rf"(?P<label>[^\W\d_](?:{_BRACKET}|[^\n:：|\t\u3000(]){{0,50}}?){_DRESS}"
            rf"(?:\.?[^\S\n]?[–—]|\.-|[^\S\n][->|/]){_DRESS}"
            r"(?:[^\S\n]++|(?=[^\W\d_¿¡]))(?=\S)",
            # `| 00:21 | Ana Berg | Words |`
            "row": rf"\|(?:[\d:.,\-–/#\s]{{1,30}}\|)?{_SPACE}{_DRESS}(?P<label>[^\W\d_][^|\n]{{0,60}}?)"
            rf"{_DRESS}{_SPACE}\|{_SPACE}(?=[^\s|])",
            # `○水野大臣　…`, `◆ Ana Berg: Words`
            "mark": rf"[{_MARKS}]+[^\S\n]?(?P<label>{_NAME}{{0,30}}?(?:[（(][^（）()\n]{{1,30}}[）)])?)"
            rf"{_DRESS}(?:[^\S\n]?[:：>]{_DRESS}|(?=\u3000|[^\S\n]{{2}}|$)|(?<![A-Za-zÀ-ɏ])"
            rf"(?=\s)(?![^\n:：]{{1,30}}?[^\s][^\S\n]{{2}}\S)){_SPACE}",
            # `- Ana Berg: Words`
            "point": rf"[-–—•·][^\S\n]++{_DRESS}(?P<label>{_NAME}{{0,60}}?){_DRESS}[:：]{_DRESS}"
            rf"(?=\s){_SPACE}",
            # `00:00:21 - Ana` alone, `Ana  0:21` alone, `Ana [00:21] Words`
            "time first": rf"{STAMP}{_DRESS}(?P<label>{_NAME}{{0,50}}?){_DRESS}{_SPACE}$",
            "time after": rf"(?P<label>{_NAME}{{0,50}}?){_DRESS}[^\S\n,·|–-]*+[(\[]?{TIME}[)\]]?{_DRESS}"
            rf"{_SPACE}$",
            "time between": rf"(?P<label>{_NAME}{{0,50}}?){_DRESS}{_SPACE}[(\[]{TIME}[)\]][*_:]*+"
            r"[^\S\n]++(?=\S)",
            # `Ana Berg` and a tab, spaces or a wide space, perhaps after a cell with a number or a time
            "column": rf"(?:[\d#][\d:.,\-–/# ]*\t)?(?P<label>{_NAME}{{0,60}}?)"
            r"(?:[^\S\n]?\t|[^\S\n]{2,}|\u3000)(?=\S)",
            # `ana berg: Words`
            "small": rf"(?P<label>(?![^\n:]{{0,60}}[{UPPER}])[^\W\d_][^\n:|(\[]{{0,60}}?):(?=\s)[^\S\n]*+",
            # `Ana` alone, words right under it
            "alone": rf"{_DRESS}(?P<label>[^\W\d_a-z][\w'’-]*+){_DRESS}{_SPACE}$(?=\n\S)",
        }.items()
    }
)


@dataclass(frozen=True, slots=True)
class _Opening:
    line: int
    label: tuple[int, int]
    words: int


def by_openings(reading: Reading, known: Knowledge, more_than: float = 0) -> list[Candidate]:
    r"""The labels of a text that sets them off in one of the rarer ways, in order; empty where none does.

    Args:
        reading: What a reader made of the file.
        known: What else the document says of its people.
        more_than: How many have to be more for the labels to be wanted: fewer may be left out.

    >>> text = "[HOST] Ready?\n\n[ANA BERG] Yes.\n\n[HOST] Sure?\n\n[ANA BERG] No."
    >>> reading = Reading(name="a.txt", sha256="", reader="text/1", text=text)
    >>> [found.key for found in by_openings(reading, Knowledge(reading, None))]
    ['host', 'ana berg', 'host', 'ana berg']
    """
    text = f"\n{reading.text}"
    probe = _probe(text)
    best: list[Candidate] = []
    seen = _seen(probe)
    for kind, shape in _KINDS.items():
        if seen[kind] < 3 or (more_than and _are_few(kind, text, more_than)):
            continue
        if len(list(islice(shape.finditer(probe), 3))) == 3:
            openings = _found(text, kind)
            if len(openings) > more_than:
                best = max(best, _labels(reading, known, kind, openings), key=len)
    headings = [_Opening(*each) for each in _headings(reading)]
    return max(best, _labels(reading, known, "heading", headings), key=len)


def openings_of(reading: Reading, kind: str) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Line, label and start of the words of everything that is set off in one of the rarer ways.

    Args:
        reading: What a reader made of the file.
        kind: The `Candidate.shape` of labels that `by_openings` found.
    """
    if kind == "heading":
        yield from _headings(reading)
    elif kind == "bold":
        yield from emphasised(reading)
    elif kind in _KINDS:
        for found in _found(f"\n{reading.text}", kind):
            yield found.line, found.label, found.words


def _probe(text: str) -> str:
    """The beginning of a text, and as much of its middle: long speeches have few labels."""
    middle = max(_PROBE, len(text) // 2)
    line = text.find("\n", middle)
    return text[:_PROBE] + (text[line : line + _PROBE] if line >= 0 else "")


def _seen(probe: str) -> Counter[str]:
    """How many lines of each kind there may be, at most: told without a pattern."""
    seen: Counter[str] = Counter()
    for line in probe.split("\n"):
        head = line[:_WIDTH].strip(_LEADING)
        if not head:
            continue
        first = head[0]
        if first in _OPEN or first in "[]":
            seen["brackets"] += 1
            seen["brackets alone"] += 1
        elif first == "|":
            seen["row"] += 1
        elif first in _MARKS:
            seen["mark"] += 1
        elif first in "-–—•·":
            seen["point"] += ":" in head or "：" in head
        if "\t" in head or "  " in head or "\u3000" in head:
            seen["column"] += 1
        if ":" in head and _CLOCK.search(head):
            seen["time first"] += first.isdigit() or first in "[({<"
            seen["time after"] += head[-1] in ")]mM." or head[-1].isdigit()
            seen["time between"] += "(" in head or "[" in head
        label = head[:54]
        if "–" in label or "—" in label or ".-" in label or any(mark in label for mark in _DASHES):
            seen["dash"] += 1
        if len(head) <= 30 and " " not in head:
            seen["alone"] += 1
        if first.islower() and ":" in head:
            seen["small"] += 1
    return seen


def _are_few(kind: str, text: str, number: float) -> bool:
    """Whether there can be no more lines of a kind than a number: for kinds whose patterns are slow."""
    if kind not in ("dash", "small"):
        return False
    heads = (line[:_WIDTH].lstrip(_LEADING) for line in text.split("\n"))
    if kind == "dash":
        marked = (head for head in heads if any(map(head.__contains__, _DASH_SIGNS)))
        return sum(_DASH.search(head) is not None for head in marked) <= number
    return sum(":" in head and not head[:1].isupper() for head in heads) <= number


def _found(text: str, kind: str) -> list[_Opening]:
    shape = _KINDS[kind]
    matches = shape.finditer(text)
    if kind == "dash":  # slow where there is none: only lines that have one are looked at
        matches = (m for place in _with_dash(text) if (m := shape.match(text, place)))
    # what is found stands one place further left in the document's text
    return [_Opening(m.start(), (m.start("label") - 1, m.end("label") - 1), m.end() - 1) for m in matches]


def _with_dash(text: str) -> Iterator[int]:
    """Where the lines that hold a dash have their line feeds before them."""
    first, *lines = text.split("\n")
    place = len(first)
    for line in lines:
        if any(map(line.__contains__, _DASH_SIGNS)):
            yield place
        place += len(line) + 1


def _headings(reading: Reading) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Line, label and start of the words of every heading; a name in bold may have its office behind it."""
    text = reading.text
    bold = {span.start: span for span in reading.emphasis}
    for span in reading.headings:
        label = bold.get(span.start, span).of(text).strip().strip("#*_ \t").partition("\n")[0].rstrip()
        if label and len(label) <= 80:
            start = text.index(label, span.start)
            yield text.rfind("\n", 0, start) + 1, (start, start + len(label)), span.end


def anatomy_of(printed: str, kind: str) -> Anatomy | None:
    """The anatomy of a label of a kind; in small letters it is read as if the words had their capitals.

    Args:
        printed: The label, as it stands.
        kind: Its `Candidate.shape`.
    """
    if kind != "small":
        return anatomy(printed)
    made = anatomy(printed.title())
    return made if made is None else replace(made, name=printed)


def _labels(reading: Reading, known: Knowledge, kind: str, openings: Sequence[_Opening]) -> list[Candidate]:
    text = reading.text
    boilerplate = Boilerplate(reading)
    made = [
        (opening, anatomy_of(text[slice(*opening.label)], kind))
        for opening in openings
        if not boilerplate.covers(opening.label[0])
    ]
    made = [(o, a) for o, a in made if a is None or a.key not in INCIDENTS]
    found = [
        Candidate(o.line, o.label, o.words, kind, firm=True, bold=False, anatomy=a)
        for o, a in made
        if a is not None and (kind not in _LOOSE or a.formal or _is_speaker(a, known))
    ]
    if kind in _LOOSE:
        found = _recurring(found)
    elif len(found) < 0.8 * len(made):
        return []
    if kind in ("column", "row") and len(found) > 1:
        if _heads_a_table(text, found):
            found = found[1:]
        found = _in_rows(text, found, mark="|" if kind == "row" else "\t")
    if not _is_exchange(text, found, known):
        return []
    return _headed(text, found) if kind == "dash" else found


# Kinds whose pattern fits many lines that are none: what is no name or stands once is left out.
_LOOSE = frozenset({"dash", "column", "heading", "alone", "time after", "mark"})


def _headed(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """`Ada Holm - Head of Ships` above the words: what stands behind the dash is the label's."""
    heads = [(c, end) for c in found if (end := text.find("\n", c.words)) >= 0]
    over = [_heads_words(text, c.words, end) for c, end in heads]
    if sum(over) < 0.6 * len(found):
        return list(found)
    # whoever takes part is listed first
    first = max((k + 1 for k, each in enumerate(over[: len(over) // 2]) if not each), default=0)
    return [replace(c, words=end, shape="alone") for c, end in heads[first:]]


def _heads_words(text: str, start: int, end: int) -> bool:
    line = text[start:end].rstrip()
    return len(line) <= 60 and line[-1:].isalpha() and text[end + 1 : end + 2].strip() != ""


def _recurring(found: Sequence[Candidate]) -> list[Candidate]:
    families = Counter(_family(c) for c in found)
    return [c for c in found if families[_family(c)] > 1 or c.anatomy.generic or c.anatomy.formal]


def _family(c: Candidate) -> str:
    return c.key.rpartition(" ")[2]


def _is_speaker(made: Anatomy, known: Knowledge) -> bool:
    known_part = made.key in ANSWERS or made.key in CHAIRS or made.key in HOSTS or is_office(made.name)
    if made.generic or made.titled or known_part:
        return True
    if made.casing == "caseless":
        return made.words <= 3 and len(made.name) <= 12
    if made.name.islower():  # "ana berg" has its capitals where others speak of her
        return f" {made.name.split()[-1].title()}" in known.text
    return all(
        len(word) < 2 or word in PARTICLES or word not in known.lower for word in words_of_name(made.name)
    )


def _heads_a_table(text: str, found: Sequence[Candidate]) -> bool:
    """`Speaker | Text`: a first row that says what the columns hold."""
    words = text[found[0].words : found[1].start].strip(" \t\r\n|-:")
    return (
        found[0].key not in {c.key for c in found[1:]}
        and len(words.split()) <= 3
        and words[-1:] not in ".?!。？！…"
    )


def _in_rows(text: str, found: Sequence[Candidate], *, mark: str) -> list[Candidate]:
    """Each with the end of its row, where rows are lines."""
    if mark not in text:
        return list(found)
    starts = [c.start for c in found[1:]]
    ends = [text.find("\n", c.words) for c in found]
    single = all(
        end >= 0 and not text[end:start].strip(" \t\r\n|-:") for end, start in zip(ends, starts, strict=False)
    )
    if not single:
        return list(found)
    ends = [len(text) if end < 0 else end for end in ends]
    return [
        replace(c, end=c.words + len(text[c.words : end].rstrip(" \t\r|")))
        for c, end in zip(found, ends, strict=True)
    ]


def _is_exchange(text: str, found: Sequence[Candidate], known: Knowledge) -> bool:
    """Whether labels come back, take turns, and somebody asks or all have full names or offices."""
    if len(found) < _FEWEST:
        return False
    often = Counter(_family(c) for c in found)
    returning = sum(n >= 2 for n in often.values())
    formal = sum(c.anatomy.formal for c in found) >= 0.6 * len(found)
    # in a plenary one gives the floor to others, each of whom may speak once; a spokesman answers others
    few = formal or any(c.anatomy.generic for c in found)
    if len(often) < 2 or returning < 2 - few or (len(found) - len(often) < 2 and not formal):
        return False
    if sum(one.key != other.key for one, other in pairwise(found)) < 0.6 * (len(found) - 1):
        return False
    ends = [c.start for c in found[1:]] + [len(text)]
    spoken = [text[c.words : end].strip() for c, end in zip(found, ends, strict=True)]
    if sum(any(map(str.isalpha, words)) for words in spoken) < 0.9 * len(spoken):
        return False
    repeated = {c.key: c.anatomy for c in found if often[_family(c)] > 1}
    named = sum(_is_speaker(made, known) for made in repeated.values())
    # one of many may have a name that is a word too
    if not formal and named < 0.9 * len(repeated):
        return False
    if not sounds_spoken(text, found) or sum(words[:1].islower() for words in spoken) > 0.3 * len(spoken):
        return False
    asking = sum(_asks(words) for words in spoken)
    if formal or asking >= max(1, 0.15 * len(spoken)):
        return True
    return all(
        made.titled or made.generic or made.key[-1].isdigit() or _is_full(made) for made in repeated.values()
    )


def _asks(words: str) -> bool:
    return any(mark in words for mark in "?？؟\u037e") or words.rstrip("。")[-1:] == "か"


def _is_full(made: Anatomy) -> bool:
    return made.casing != "caseless" and len(words_of_name(made.name)) >= 2
