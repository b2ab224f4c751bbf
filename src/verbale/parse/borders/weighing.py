"""What opens a paragraph as labels do, weighed in one place: a label, a border that cannot be read, or none.

A word that no list has must never move words to another person. So wherever a paragraph opens in the way
in which this text sets its labels off, and is no label that can be read, the turn above ends: what follows
is nobody's until the next label that is sure. What speaks for a label is weighed by `_Convention.weigh`, from
what the text itself shows; lists of words only ever add to it or take from it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.model.document import Reading
from verbale.parse.borders.labels_in_quotes import without_quoted
from verbale.parse.borders.no_labels import Sentences
from verbale.parse.borders.openings import anatomy_of, openings_of
from verbale.parse.labels.anatomy import Anatomy, anatomy, unreadable
from verbale.parse.labels.label_words import CHAIRS, HEADERS, INCIDENTS, MEMBERS, PARTICLES, PEOPLE
from verbale.parse.labels.possible_labels import LEAD, STAMP, TIME, Boilerplate, Bold, Candidate, is_firm
from verbale.parse.labels.remarks import NUMBER
from verbale.parse.labels.stops import length_before_stop
from verbale.parse.labels.tails import ADDRESS
from verbale.parse.people.knowledge import Knowledge
from verbale.text.name_words import JOINTS, MEN, TITLES, WOMEN
from verbale.text.names import is_office, words_of_name
from verbale.text.patterns import pattern

__all__ = ["settled"]

# What an opening has to weigh to end the turn above it, and to be a label that is sure.
_BORDER = 3
_LABEL = 4
_OFFICES = (TITLES | MEMBERS) - HEADERS
_BESIDE_NAMES = PARTICLES | JOINTS | TITLES | MEMBERS
_MOST_NAMES = 300
_LONGEST = 200
_CALL = 300
_FAMILIES = {"gap": "colon", "single": "colon", "told": "colon"}
_INDENT = pattern(r"[ \t\u00a0\u3000]*")
_PARAGRAPH = pattern(r"\n[^\S\n]*\n([ \t\u00a0\u3000]*)(?=\S)")
_LINE = pattern(r"^([ \t\u00a0\u3000]*)(?=\S)", re.MULTILINE)
_LEAD = pattern(rf"{LEAD}(?:{STAMP}[*_]*+)?")
_OPEN = pattern(rf"{LEAD}[(\[<]?")
_STAMPED = pattern(rf"{LEAD}{STAMP}|[^\n]{{0,80}}?[(\[]{TIME}[)\]]")
_COLON = pattern(r"[^:：\n]{1,190}?(?:[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]])?(?=[:：](?:[\s*_]|\Z))")
# `State Secretary in the Ministry of Rivers` and under it `and Lakes Tobias Vand:`
_TWO_LINES = pattern(r"[^:：.?!\n]{1,100}\n[ \t]*+[^:：\n]{1,100}(?=[:：][ \t]*\n)")
_VALUE = pattern(r"[^\S\n]*\d[\d.,%\s]*(?:\n|\Z)")
_REMARK = pattern(r"[^\S\n]*[(\[][^()\[\]\n]*[)\]]")
_NOTED = pattern(r"[^()\[\]]+(?:[(\[][^()\[\]]*[)\]]\s*)+")
_QUOTE = pattern(r"[^\S\n]*[\"“„«「『]")
_CHEVRONS = pattern(r"[^\S\n]*>>")
# `Ms. IRMA K. DORSET of Merrow changed her vote`
_NAMED = pattern(
    rf"(?:{'|'.join(sorted(word.capitalize() for word in MEN | WOMEN))})\.?[ \u00a0]"
    r"(?:[^\W\d_a-z]\.[ ]?)*[^\W\d_a-z]{3}"
)
_WORD = pattern(r"[^\W\d_][\w'’\-‑.]*")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A paragraph that opens with something set off: where its line, its label and its words start.

    `named` says that it opens with a name as labels print it, and no end mark follows.
    """

    start: int
    label: tuple[int, int]
    words: int
    made: Anatomy | None
    named: bool = False


def settled(
    reading: Reading, accepted: Sequence[Candidate], dropped: frozenset[int], known: Knowledge
) -> list[Candidate]:
    """All borders of a text in order: its labels, those that stand once, and those that cannot be read.

    Args:
        reading: What a reader made of the file.
        accepted: The labels that the text's own convention shows, in order.
        dropped: Where lines start that were looked at and are known to be no borders.
        known: What else the document says of its people.
    """
    often = Counter(c.key for c in accepted)
    accepted = [c if often[c.key] > 1 or not _is_address(c.anatomy) else _doubted(c) for c in accepted]
    sure = [c for c in without_quoted(reading.text, accepted) if c.sure]
    if len(sure) < 2:
        return without_quoted(reading.text, accepted)
    convention = _Convention(reading, sure, known)
    known_lines = {c.start for c in accepted} | dropped
    found = list(accepted)
    for opening in convention.openings:
        if opening.start not in known_lines:
            weight = convention.weigh(opening)
            if weight >= _BORDER:
                found.append(convention.border(opening, sure=weight >= _LABEL and opening.made is not None))
    return without_quoted(reading.text, sorted(found, key=lambda c: c.start))


def _doubted(c: Candidate) -> Candidate:
    return replace(c, sure=False)


def _is_address(made: Anatomy) -> bool:
    """`Herr Ministerpräsident`, `Mr. President`: an office that is spoken to, unless it returns."""
    first, _, rest = made.name.partition(" ")
    return first.strip(".").casefold() in ADDRESS and is_office(rest) and rest[:1].isupper()


class _Convention:
    """How a text sets its labels off, learned from those that are sure, and what else may be one."""

    def __init__(self, reading: Reading, accepted: Sequence[Candidate], known: Knowledge) -> None:
        self._reading = reading
        self._text = reading.text
        self._known = known
        self._bold = Bold(reading)
        self._boilerplate = Boilerplate(reading)
        self._sentences = Sentences(reading)
        self._first = accepted[0].start
        names = [c for c in accepted if not c.anatomy.letter] or list(accepted)
        shapes = Counter(_FAMILIES.get(c.shape, c.shape) for c in names)
        self.shape = shapes.most_common(1)[0][0]
        labels = [c for c in names if _FAMILIES.get(c.shape, c.shape) == self.shape]
        self._count = count = len(labels)
        lines = [self._text.rfind("\n", 0, c.label[0]) + 1 for c in labels]
        self._taken = {c.start for c in accepted}.union(
            self._text.rfind("\n", 0, c.label[0]) + 1 for c in accepted
        )
        self.printed = {c.anatomy.name for c in names if not c.anatomy.generic}
        self.printed |= {name.split()[-1] for name in self.printed if name.isupper()}
        self.indents = {indent for indent, n in Counter(map(self._indent, lines)).items() if n >= 0.1 * count}
        self.parted = sum(self._after_blank(line) for line in lines) >= 0.9 * count
        self.stamped = sum(_STAMPED.match(self._text, line) is not None for line in lines) / count
        self.bold = sum(c.bold for c in labels) / count
        self.caps = sum(c.anatomy.casing == "caps" for c in labels) / count
        self.remarked = sum(bool(c.anatomy.remark) or c.anatomy.tail for c in labels) / count
        self.chevrons = sum(_CHEVRONS.match(self._text, line) is not None for line in lines) >= 0.8 * count
        alone = sum(self._is_alone(c.words) for c in labels) / count
        self.own_line = True if alone > 0.8 else False if alone < 0.2 else None
        joined = sum(self._is_joined(c.words) for c in labels) / count
        self.joined = (joined > 0.5) if self.own_line and not 0.2 < joined < 0.8 else None
        self.often = Counter(c.key for c in accepted)
        sure = set(self.often)
        self.often.update(self._key(self._words(opening)) for opening in self.openings)
        values = (o for o in self.openings if _VALUE.match(self._text, o.words))
        self.values = {key for o in values if (key := self._key(self._words(o))) not in sure}
        firsts = Counter(c.key.partition(" ")[0] for c in labels if " " in c.key)
        self.firsts = {first for first, n in firsts.items() if n >= 0.15 * count and n >= 2}
        self.families = {words[-1] for c in names if (words := words_of_name(c.anatomy.name))}

    @cached_property
    def dense(self) -> float:
        """The share of paragraphs that open with something like a label."""
        told = sum(not self._sentences.has(self._words(opening)) for opening in self.openings)
        return (self._count + told) / max(1, len(self._paragraphs))

    def _words(self, opening: _Opening) -> list[str]:
        printed = self._text[slice(*opening.label)]
        return _WORD.findall(printed if opening.made is None else opening.made.name)

    def _key(self, words: Sequence[str]) -> str:
        return " ".join(word.strip(".").casefold() for word in words)

    def _is_alone(self, words: int) -> bool:
        """Whether nothing stands on the line behind a label."""
        end = self._text.find("\n", words)
        return not self._text[words : end if end >= 0 else len(self._text)].strip(" \t\r*_")

    def _is_joined(self, words: int) -> bool:
        """Whether words stand on the very line under a label, and no blank line between."""
        end = self._text.find("\n", words)
        return end >= 0 and bool(self._text[end + 1 : self._text.find("\n", end + 1)].strip())

    def _indent(self, line: int) -> int:
        found = _INDENT.match(self._text, line)
        return found.end() - line if found else 0

    def _after_blank(self, line: int) -> bool:
        return not self._text[self._text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)].strip()

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """Where the lines start that stand as the lines of labels do."""
        text = self._text
        first = text.rfind("\n", 0, self._first) + 1
        if self.parted:
            found = ((m.start(1), len(m[1])) for m in _PARAGRAPH.finditer(text, max(0, first - 2)))
            return tuple(line for line, indent in found if line >= first and indent in self.indents)
        lines = ((m.start(), len(m[1])) for m in _LINE.finditer(text, first))
        return tuple(line for line, indent in lines if indent in self.indents and is_firm(text, line))

    @cached_property
    def openings(self) -> tuple[_Opening, ...]:
        """Whatever is set off at the start of a paragraph as labels are."""
        text = self._text
        if self.shape in ("colon", "stop", "alone"):
            lines = (line for line in self._paragraphs if line not in self._taken)
            lines = (line for line in lines if not self._boilerplate.covers(line))
            return tuple(opening for line in lines if (opening := self._in_line(line)))
        found = {
            line: _Opening(line, label, words, anatomy_of(text[slice(*label)], self.shape))
            for line, label, words in openings_of(self._reading, self.shape)
            if line > self._first and line not in self._taken and not self._boilerplate.covers(label[0])
        }
        for line in self._paragraphs:
            if line in found or line in self._taken or self._boilerplate.covers(line):
                continue
            if self._opens_named(line):
                found[line] = _Opening(line, (line, line), line, None, named=True)
        return tuple(found[line] for line in sorted(found))

    def _opens_named(self, line: int) -> bool:
        """Whether a line that has no mark of a label opens with the name of one, as `[Ada Holm Yes.` does."""
        lead = _OPEN.match(self._text, line)
        start = lead.end() if lead else line
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        head = self._text[start : min(end, start + _LONGEST)]
        return self._opens_with_name(start, head, alone=end - start < _LONGEST)

    def _in_line(self, line: int) -> _Opening | None:
        text = self._text
        lead = _LEAD.match(text, line)
        start = lead.end() if lead else line
        if number := NUMBER.match(text, start):
            start = number.end()
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        head = text[start : min(end, start + _LONGEST)]
        length, after = 0, 1
        if self.shape == "colon":
            m = _COLON.match(head) or (_TWO_LINES.match(text, start) if self.own_line else None)
            length = m.end() - m.start() if m else 0
        elif self.shape == "stop":
            length = length_before_stop(head) or length_before_stop(self._two_lines(start))
        elif end - start <= 80 and head.rstrip(" *_\r")[-1:] not in tuple(".?!:;,"):
            length, after = len(head.rstrip(" *_\r")), 0
        unmarked = not length or self._sentences.has(_WORD.findall(head[:length]))
        if unmarked and self._opens_with_name(start, head, alone=end - start < _LONGEST):
            return _Opening(line, (start, start), start, None, named=True)
        if not length:
            # `>> Words`: somebody else speaks, and nobody says who
            return _Opening(line, (start, start), start, None) if self._is_chevron(line) else None
        label = (start, start + len(text[start : start + length].rstrip(" *_")))
        return _Opening(line, label, start + length + after, anatomy(text[slice(*label)]))

    def _two_lines(self, start: int) -> str:
        """A line and the one under it, where a label is too long for one."""
        lines = self._text[start : start + _LONGEST].split("\n", 2)[:2]
        return " ".join(lines) if len(lines) == 2 and lines[1].strip() else ""

    def _opens_with_name(self, start: int, head: str, *, alone: bool) -> bool:
        """Whether a line opens with a name as labels print it, though not with their end mark."""
        if self.caps > 0.8 and _NAMED.match(head):
            return True
        if self.bold > 0.6 and (bold := self._bold.at(start)):
            return not self._is_alone(bold[1]) and anatomy(self._text[slice(*bold)]) is not None
        found = self._names.match(head)
        if found is None:
            # a line of its own with a party or a remark, where labels stand alone
            made = anatomy(head) if self.own_line and alone and _NOTED.fullmatch(head) else None
            noted = made is not None and bool(made.remark) and made.remark.casefold() not in INCIDENTS
            return noted and made is not None and not made.tail and made.words > 1
        after = _REMARK.sub("", head[found.end() :])
        # in small letters any sentence may begin with a name, and goes on with a small word
        return (
            self.caps > 0.8
            or (" " in found[0] and after[:1].isspace() and after.lstrip()[:1].isupper())
            or after[:2].isspace()
            or (alone and not after.strip(" .–—-"))
            or (after.lstrip()[:1] in tuple("–—"))
        )

    @cached_property
    def _names(self) -> re.Pattern[str]:
        names = sorted({name for name in self.printed if len(name) > 3}, key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, names[:_MOST_NAMES]))})(?!\w)" if names else r"(?!)")

    def _is_chevron(self, line: int) -> bool:
        return self.chevrons and _CHEVRONS.match(self._text, line) is not None

    def weigh(self, opening: _Opening) -> float:
        """How much speaks for an opening being a label that cannot be read; see `_BORDER`."""
        printed = self._text[slice(*opening.label)]
        if opening.named:
            return _BORDER
        if self._is_chevron(opening.start):
            return _BORDER
        if not printed:
            return 0
        made = opening.made
        words = _WORD.findall(printed if made is None else made.name)
        keys = [word.strip(".").casefold() for word in words]
        key = " ".join(keys)
        if not keys:
            return 0
        if key in self.values:
            return _BORDER  # "Votes given: 171" is nobody's, and so is "Votes given:" elsewhere
        if self.shape != "brackets" and printed[:1] in ("(", "["):
            return 0  # "(Ana Berg: Hear, hear!)" stands inside the turn
        office = not _OFFICES.isdisjoint(keys) or keys[-1] in CHAIRS or key in CHAIRS
        # "Minister at the Quay (Ada Holm)", "Minister vod Ada Holm": an office may have any words
        noted = printed.partition(",")[0]
        named = len(words) > 3 and keys[0] in _OFFICES and not any(word[0].islower() for word in words[-2:])
        held = named or (office and printed.endswith((")", "]")))
        sentence = self._sentences.has(words) or (not office and self._sentences.has(_WORD.findall(noted)))
        if key in INCIDENTS or (sentence and not held):
            return 0
        if made is not None and _is_address(made):
            return _BORDER
        if made is not None and (made.somebody or made.key in PEOPLE or made.generic):
            return _LABEL
        caps = made is not None and made.casing == "caps"
        # "ana berg: Words", where all labels are in small letters
        small = 0 if self.shape == "small" else sum(word[0].islower() for word in words)
        weight: float = -2 if printed[0].islower() and self.shape != "small" else 0.0
        weight += 2 * (held or small <= sum(word in _BESIDE_NAMES for word in words))
        often = self.often[key] > 1
        weight += 2 * often
        if self.own_line is not None and self._is_alone(opening.words) != self.own_line:
            weight -= 2
        weight += 2 * (self.own_line is True)
        weight -= 3 * (self.joined is not None and self._is_joined(opening.words) != self.joined)
        weight -= 3 * (_QUOTE.match(self._text, opening.words) is not None)
        weight += 2 * office
        weight += 2 * (not self.families.isdisjoint(keys))
        weight += 2 * (keys[0] in self.firsts)
        weight += 3 * (made is not None and self._is_called(opening.start, made))
        weight += (2 if caps else -2) if self.caps > 0.8 else 0
        # one word with a capital may open any sentence
        bare = len(words) == 1 and not caps and not office and not (made and made.casing == "caseless")
        weight -= bare * (3 if self.own_line and not often else 1)
        weight += 2 * (self.remarked > 0.3 and made is not None and (bool(made.remark) or made.tail))
        if self.stamped > 0.6:
            weight += 3 if _STAMPED.match(self._text, opening.start) else -2 * (not office and not often)
        if self.bold > 0.6:
            weight += 1 if self._bold.covers(self._text, *opening.label) else -3
        weight += 2 if self.dense > 0.85 else 1 if self.dense > 0.6 else -1 if self.dense < 0.25 else 0
        weight -= 3 * (keys[0] in HEADERS or keys[-1] in HEADERS or key in HEADERS)
        weight -= 3 * (len(words) == 1 and not often and keys[0] in self._known.lower)
        weight -= max(0, len(words) - 7) * (not held)
        # "Important: it rains" may open a paragraph too, where it stands within one
        weight -= 3 * (self.shape == "colon" and f" {printed}:" in self._text)
        # any sentence ends with a stop: without capitals or an office it is no label
        return weight - 2.0 * (self.shape == "stop" and not caps and not office)

    def _is_called(self, start: int, made: Anatomy) -> bool:
        """Whether somebody of this name is given the floor right before, or has an office elsewhere."""
        names = [word for word in made.name.split() if word.strip(".").casefold() not in _BESIDE_NAMES]
        if len(names) < 2 or made.casing == "caseless":
            return False
        name = " ".join(names)
        forms = {name, name.title()}
        before = max(0, start - _CALL)
        if any(self._text.find(f" {form}", before, start) >= 0 for form in forms):
            return True
        # "My colleague Tarn has the floor." and right under it "Jonas Tarn:"
        called = [*((form, 0, len(self._text)) for form in forms), (names[-1], before, start)]
        return any(
            self._text[max(0, place - 40) : place].rpartition(" ")[2].strip(".").casefold() in _OFFICES
            for words, first, last in called
            for place in self._places(f" {words}", first, last)
        )

    def _places(self, words: str, first: int, last: int) -> Iterator[int]:
        place = self._text.find(words, first, last)
        while place >= 0:
            yield place
            place = self._text.find(words, place + 1, last)

    def border(self, opening: _Opening, *, sure: bool) -> Candidate:
        """An opening as a label, of nobody where it is not sure; what can be no name is not printed."""
        text = self._text
        printed = " ".join(text[slice(*opening.label)].split())
        made = opening.made or unreadable(printed)
        readable = opening.made is not None or not self._sentences.has(_WORD.findall(printed) or [""])
        label = opening.label if readable and printed else (opening.label[0], opening.label[0])
        return Candidate(
            start=opening.start,
            label=label,
            words=opening.words if readable else opening.label[0],
            end=opening.words if _VALUE.match(text, opening.words) else None,
            shape=self.shape,
            firm=True,
            bold=False,
            anatomy=made,
            sure=sure,
        )
