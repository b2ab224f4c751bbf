"""How a text sets its labels off, and every paragraph that opens in the same way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from verbale.model.document import Reading
from verbale.parse.borders.no_labels import VALUE, WORD, Sentences
from verbale.parse.borders.openings import anatomy_of, openings_of
from verbale.parse.labels.anatomy import Anatomy, anatomy
from verbale.parse.labels.label_words import INCIDENTS
from verbale.parse.labels.marked_places import Boilerplate, Bold
from verbale.parse.labels.possible_labels import (
    Candidate,
    in_brackets,
    is_firm,
)
from verbale.parse.labels.remarks import NUMBER
from verbale.parse.labels.set_off import LEAD, STAMP, TIME
from verbale.parse.labels.stops import length_before_stop
from verbale.parse.labels.tails import ADDRESS
from verbale.parse.people.knowledge import Knowledge
from verbale.text.name_words import MEN, TITLES, WOMEN
from verbale.text.names import is_office, words_of_name
from verbale.text.patterns import pattern

__all__ = ["Look", "Opening"]

_MOST_NAMES = 300
_LONGEST = 200
_HEAD = 4000
_NUMBER = 9
_FEWEST = 6
_FAMILIES = {"gap": "colon", "single": "colon", "told": "colon"}
_BLANKS = " \t\u00a0\u3000"
_PARAGRAPH = pattern(r"\n[^\S\n]*\n([ \t\u00a0\u3000]*)(?=\S)")
_LINE = pattern(r"^([ \t\u00a0\u3000]*)(?=\S)", re.MULTILINE)
_LEAD = pattern(rf"{LEAD}(?:{STAMP}[*_]*+)?")
_OPEN = pattern(rf"{LEAD}[(\[<]?")
_NEAR = 80
_STAMPED = pattern(rf"{LEAD}{STAMP}|[^\n]{{0,{_NEAR}}}?[(\[]{TIME}[)\]]")
_COLON = pattern(
    r"[^:：\n]{1,190}?(?:[(\[][^:()\[\]]{0,12}\d{1,2}:\d\d(?::\d\d)?[^:()\[\]\n]{0,20}[)\]]"
    r"(?:[ ]?[(\[][^:()\[\]\n]{1,60}[)\]])?)?(?=[:：](?:[\s*_]|\Z))"
)
# `State Secretary in the Ministry of Rivers` and under it `and Lakes Tobias Vand:`
_TWO_LINES = pattern(r"[^:：.?!\n]{1,100}\n[ \t]*+[^:：\n]{1,100}(?=[:：][ \t]*\n)")
_REMARK = pattern(r"[^\S\n]*[(\[][^()\[\]\n]*[)\]]")
_NOTED = pattern(r"[^()\[\]]+(?:[(\[][^()\[\]]*[)\]]\s*)+")
# "Ada Holm (Upper Merrow) (LP) We"
_NOTED_NAME = pattern(
    r"(?P<name>[^\W\d_][^\s()\[\]:.?!,;]*\.?(?:[ \u00a0][^\W\d_][^\s()\[\]:?!,;]*){1,4})"
    r"(?:[ \u00a0][(\[][^()\[\]\n]{1,60}[)\]])+[ \u00a0](?=[^\W\d_])"
)
_ENDS = tuple('.?!…)]”"»')
_COURTESIES = {word.title() for word in MEN | WOMEN}
_SOMEBODY = pattern(r"[^\S\n]*[(\[][^()\[\]\n]{3,60}[)\]][^\S\n]?[-–—][^\S\n]")
_ITEM = pattern(r"[^\S\n]*\d{1,2}\.\d{2,3}[^\S\n]+[^\W\d_]")
_MARKS = {
    "dash": pattern(r"[^\n–—]{1,60}[^\S\n][–—][^\S\n]"),
    "brackets": pattern(r"[^\S\n]*[(\[<【（〔「［]|[^\n]{1,60}\]"),
}
_GAP = pattern(r"[*_]*+[^\S\n]*")
_CHEVRONS = pattern(r"[^\S\n]*>>")
_HONORIFIC = "|".join(sorted(form for word in MEN | WOMEN for form in (word, word.capitalize())))
# `Ms. IRMA K. DORSET of Merrow changed her vote`
_NAMED = pattern(
    rf"(?:[^\W\d_]{{1,3}}[ \u00a0])?(?:{_HONORIFIC})\.?[ \u00a0](?:[^\W\d_a-z]\.[ ]?)*[^\W\d_a-zà-ÿ]{{3}}"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph that opens with something set off: where its line, its label and its words start.

    `named` says that it opens with a name as labels print it, and no end mark follows.
    """

    start: int
    label: tuple[int, int]
    words: int
    made: Anatomy | None
    named: bool = False


class Look:
    """How a text sets its labels off, learned from those that are sure, and what else opens like them.

    Args:
        reading: What a reader made of the file.
        accepted: The labels that are sure, in order; at least one.
        known: What else the document says of its people.
    """

    def __init__(self, reading: Reading, accepted: Sequence[Candidate], known: Knowledge) -> None:
        self._reading = reading
        self._text = reading.text
        self._known = known
        self._bold = Bold(reading)
        self._boilerplate = Boilerplate(reading)
        self._sentences = Sentences(reading)
        self.sure = tuple(accepted)
        self._first = accepted[0].start
        names = [c for c in accepted if not c.anatomy.letter] or list(accepted)
        shapes = Counter(_FAMILIES.get(c.shape, c.shape) for c in names)
        self.shape = shapes.most_common(1)[0][0]
        labels = [c for c in names if _FAMILIES.get(c.shape, c.shape) == self.shape]
        self._count = count = len(labels)
        self.dashed = sum(self.is_dashed(c.words) for c in labels) > 0.8 * count
        lines = [self._text.rfind("\n", 0, c.label[0]) + 1 for c in labels]
        self._taken = {c.start for c in accepted}.union(
            self._text.rfind("\n", 0, c.label[0]) + 1 for c in accepted
        )
        self.printed = {c.anatomy.name for c in names if not c.anatomy.generic}
        self.printed |= {name.split()[-1] for name in self.printed if name.isupper()}
        self.indents = {indent for indent, n in Counter(map(self._indent, lines)).items() if n >= 0.1 * count}
        self.parted = sum(self._after_blank(line) for line in lines) >= 0.9 * count
        self.stamped = sum(map(self.is_stamped, lines)) / count
        self.bold = sum(c.bold for c in labels) / count
        self.caps = sum(c.anatomy.casing == "caps" for c in labels) / count
        self.numbered = sum(_ITEM.match(self._text, line) is not None for line in lines) >= 2
        self.remarked = sum(bool(c.anatomy.remark) or c.anatomy.tail for c in labels) / count
        people = [c.anatomy for c in labels if not c.anatomy.generic]
        full = sum(len(words_of_name(made.name)) > 1 for made in people)
        self.full_names = bool(people) and full > 0.6 * len(people)
        self.chevrons = sum(_CHEVRONS.match(self._text, line) is not None for line in lines) >= 0.8 * count
        alone = sum(self.is_alone(c.words) for c in labels) / count
        self.own_line = True if alone > 0.8 else False if alone < 0.2 else None
        joined = sum(self.is_joined(c.words) for c in labels) / count
        self.joined = (joined > 0.5) if self.own_line and not 0.2 < joined < 0.8 else None
        firsts = Counter(c.key.partition(" ")[0] for c in labels if " " in c.key)
        self.firsts = {first for first, n in firsts.items() if n >= 0.15 * count and n >= 2}
        self.labels = {c.label[0] for c in accepted} | {opening.label[0] for opening in self.openings}
        self.often = Counter(c.key for c in accepted)
        sure = set(self.often)
        self.often.update(self.key(self.words(opening)) for opening in self.openings)
        values = (o for o in self.openings if VALUE.match(self._text, o.words))
        self.values = {key for o in values if (key := self.key(self.words(o))) not in sure}
        self.families = {words[-1] for c in names if (words := words_of_name(c.anatomy.name))}

    @cached_property
    def thick(self) -> bool:
        """Whether nearly every paragraph opens with a label that is sure."""
        # where labels are paragraphs of their own, every other one is
        each = len(self._paragraphs) / (2 if self.shape == "alone" and not self.joined else 1)
        return self._count >= _FEWEST and self._count > 0.7 * each

    def _is_office(self, word: str) -> bool:
        key = word.strip(".").casefold()
        return key in self.firsts or (key in TITLES and key not in ADDRESS)

    def _is_office_alone(self, tail: str) -> bool:
        """Whether words are an office and no more: not "Mr Orm and Mr Tarn", nor the end of a sentence."""
        first = tail.partition(" ")[0]
        return tail[:1].isupper() and "." not in tail and first not in _COURTESIES and is_office(first)

    @cached_property
    def dense(self) -> float:
        """The share of paragraphs that open with something like a label."""
        told = sum(not self._sentences.has(self.words(opening)) for opening in self.openings)
        return (self._count + told) / max(1, len(self._paragraphs))

    def words(self, opening: Opening) -> list[str]:
        """The words of a label's name, or of all of it where it cannot be read."""
        printed = self._text[slice(*opening.label)]
        return WORD.findall(printed if opening.made is None else opening.made.name)

    def key(self, words: Sequence[str]) -> str:
        """The form under which the printings of one label meet."""
        return " ".join(word.strip(".").casefold() for word in words)

    def is_alone(self, words: int) -> bool:
        """Whether nothing stands on the line behind a label."""
        end = self._text.find("\n", words)
        return not self._text[words : end if end >= 0 else len(self._text)].strip(" \t\r*_")

    def is_joined(self, words: int) -> bool:
        """Whether words stand on the very line under a label, and no blank line between."""
        end = self._text.find("\n", words)
        return end >= 0 and bool(self._text[end + 1 : self._text.find("\n", end + 1)].strip())

    def is_stamped(self, line: int) -> bool:
        """Whether a line opens with an hour, or has one in brackets near its beginning."""
        head = self._text[line : line + _NEAR + 1]
        if head[:1].isalpha() and "(" not in head and "[" not in head:
            return False
        return _STAMPED.match(self._text, line) is not None

    def _indent(self, line: int) -> int:
        if self._text[line : line + 1] not in _BLANKS:
            return 0
        end = self._text.find("\n", line)
        words = self._text[line : end if end >= 0 else len(self._text)]
        return len(words) - len(words.lstrip(_BLANKS))

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
    def early(self) -> tuple[Opening, ...]:
        """What is set off with a colon, as labels are, on the page above the first of them."""
        text = self._text
        if self.shape != "colon" or self._first > _HEAD:
            return ()
        lines = (m.start() for m in _LINE.finditer(text, 0, text.rfind("\n", 0, self._first) + 1))
        lines = (line for line in lines if is_firm(text, line) and not self._boilerplate.covers(line))
        return tuple(opening for line in lines if (opening := self._in_line(line)) and not opening.named)

    @cached_property
    def openings(self) -> tuple[Opening, ...]:
        """Whatever is set off at the start of a paragraph as labels are."""
        text = self._text
        if self.shape in ("colon", "stop", "alone"):
            taken, covers = self._taken, self._boilerplate.covers
            return tuple(
                opening
                for line in self._paragraphs
                if line not in taken and not covers(line) and not in_brackets(text, line)
                if (opening := self._in_line(line))
            )
        found = {
            line: Opening(line, label, words, anatomy_of(text[slice(*label)], self.shape))
            for line, label, words in openings_of(self._reading, self.shape)
            if line > self._first and line not in self._taken and not self._boilerplate.covers(label[0])
        }
        for line in self._paragraphs:
            if line in found or line in self._taken or self._boilerplate.covers(line):
                continue
            if self._opens_named(line) or (self.thick and self._bears_mark(line)):
                found[line] = Opening(line, (line, line), line, None, named=True)
        return tuple(found[line] for line in sorted(found))

    def _bears_mark(self, line: int) -> bool:
        """Whether the mark of the text's labels stands near the beginning of a paragraph that has none."""
        mark = _MARKS.get(self.shape)
        return mark is not None and mark.match(self._text, line) is not None

    def _opens_named(self, line: int) -> bool:
        """Whether a line that has no mark of a label opens with the name of one, as `[Ada Holm Yes.` does."""
        if self.shape == "dash" and _SOMEBODY.match(self._text, line):
            return True  # "(Unidentified) - Words" among "ADA HOLM (LP) - Words"
        lead = _OPEN.match(self._text, line)
        start = lead.end() if lead else line
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        head = self._text[start : min(end, start + _LONGEST)]
        return self._opens_with_name(start, head, alone=end - start < _LONGEST)

    def _in_line(self, line: int) -> Opening | None:
        text = self._text
        start = line
        if not text[line : line + 1].isalpha() and (lead := _LEAD.match(text, line)):
            start = lead.end()
        if "." in text[start : start + _NUMBER] and (number := NUMBER.match(text, start)):
            start = number.end()
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        head = text[start : min(end, start + _LONGEST)]
        length, after = 0, 1
        if self.shape == "colon":
            m = _COLON.match(head) if ":" in head or "：" in head else None
            m = m or (_TWO_LINES.match(text, start) if self.own_line else None)
            length = m.end() - m.start() if m else 0
        elif self.shape == "stop":
            length = length_before_stop(head) or length_before_stop(self._two_lines(start))
        elif end - start <= 80 and head.rstrip(" *_\r")[-1:] not in tuple(".?!:;,"):
            length, after = len(head.rstrip(" *_\r")), 0
        unmarked = not length or self._sentences.has(WORD.findall(head[:length]))
        if unmarked and self._opens_with_name(start, head, alone=end - start < _LONGEST):
            return Opening(line, (start, start), start, None, named=True)
        if unmarked and self.numbered and _ITEM.match(text, line):
            return Opening(line, (start, start), start, None, named=True)
        if not length:
            # `>> Words`: somebody else speaks, and nobody says who
            return Opening(line, (start, start), start, None) if self.is_chevron(line) else None
        label = (start, start + len(text[start : start + length].rstrip(" *_")))
        gap = _GAP.match(text, start + length + after)
        words = gap.end() if gap else start + length + after
        return Opening(line, label, words, anatomy(text[slice(*label)]))

    def _two_lines(self, start: int) -> str:
        """A line and the one under it, where a label is too long for one."""
        lines = self._text[start : start + _LONGEST].split("\n", 2)[:2]
        return " ".join(lines) if len(lines) == 2 and lines[1].strip() else ""

    def _opens_with_name(self, start: int, head: str, *, alone: bool) -> bool:
        """Whether a line opens with a name as labels print it, though not with their end mark."""
        if self.caps > 0.65 and _NAMED.match(head):
            return True
        if self.bold > 0.6 and (bold := self._bold.at(start)):
            return not self.is_alone(bold[1]) and anatomy(self._text[slice(*bold)]) is not None
        bracketed = "(" in head or "[" in head
        noted = _NOTED_NAME.match(head) if bracketed else None
        if noted and head[noted.end()].isupper() and (made := anatomy(noted["name"])):
            # "Abgeordneter Ivo Tarn (TAL) Words": a party stands behind, and no end mark
            like = made.formal or made.key.partition(" ")[0] in self.firsts
            like = like or (made.casing == "caps" and self.caps > 0.65)
            noted_too = self.remarked > 0.3 or noted[0].count("(") > 1
            if (like and self.remarked > 0.15) or (
                noted_too and not self._sentences.has(WORD.findall(noted["name"]))
            ):
                return True
        if self.own_line and alone and ", " in head and head.rstrip(" *_\r")[-1:].isalpha():
            # "Ivo Tarn, Minister of Quays" among "Ada Holm (LP):"
            name, _, tail = head.strip(" *_\r").partition(", ")
            made = anatomy(name) if name.partition(" ")[0] not in _COURTESIES else None
            if made and made.words > 1 and self._text[max(0, start - _HEAD) : start].rstrip()[-1:] in _ENDS:
                return self._is_office_alone(tail)
        found = self._names.match(head) if head[:2] in self._starts else None
        if found is None:
            if self.own_line and alone and head.rstrip(" *_\r")[-1:].isalpha():
                first, _, name = head.strip(" *_\r").partition(" ")
                made = anatomy(head) if " " in name and self._is_office(first) else None
                if made and not made.tail:
                    return True
            # a line of its own with a party or a remark, where labels stand alone
            noted = _NOTED.fullmatch(head) if self.own_line and alone and bracketed else None
            made = anatomy(head) if noted else None
            remarked = made is not None and bool(made.remark) and made.remark.casefold() not in INCIDENTS
            return remarked and made is not None and not made.tail and made.words > 1
        after = _REMARK.sub("", head[found.end() :])
        # in small letters any sentence may begin with a name, and goes on with a small word
        return (
            self.caps > 0.8
            or ((" " in found[0] or self.thick) and after[:1].isspace() and after.lstrip()[:1].isupper())
            or after[:2].isspace()
            or (alone and not after.strip(" .–—-)]）】"))
            or (after.lstrip()[:1] in tuple("–—"))
        )

    @cached_property
    def _long_names(self) -> Sequence[str]:
        """The printed names that may open a line without their mark, the longest first."""
        # without capitals, two letters may be a name
        caseless = {name for name in self.printed if name.upper() == name.lower()}
        brief = caseless | {name for name in self.printed if self.thick and not name.isupper()}
        long = {name for name in self.printed if len(name) > (1 if name in brief else 3)}
        return sorted(long, key=len, reverse=True)[:_MOST_NAMES]

    @cached_property
    def _starts(self) -> frozenset[str]:
        """The first two letters of these names: most lines have others."""
        return frozenset(name[:2] for name in self._long_names)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{'|'.join(map(re.escape, self._long_names))})(?!\w)")

    def is_dashed(self, words: int) -> bool:
        """Whether a dash stands between a label's end mark and the words."""
        return self._text[words : words + 3].lstrip(" \u00a0")[:1] in ("–", "—")

    def is_chevron(self, line: int) -> bool:
        """Whether a line opens with `>>` where labels do."""
        return self.chevrons and _CHEVRONS.match(self._text, line) is not None
