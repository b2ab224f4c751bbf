"""Who asks and who answers behind the bare letters of a court or an inquiry: its headings say so.

`BY MS. HOLM:` and `Questions from MS HOLM` name whoever asks from there on, an oath (`IVO TARN (affirmed)`)
whoever answers. A heading of this kind that names nobody who can be read ends what was known: letters
without a name are better than letters with somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.parse.labels.anatomy import anatomy
from verbale.parse.labels.label_words import ANSWERS
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.labels.set_off import LEAD
from verbale.text.name_parts import people_of
from verbale.text.packs import listed_words, remark, written_words
from verbale.text.patterns import pattern

__all__ = ["Examinations"]

_LONGEST = 100
_COUNSEL = frozenset(word.casefold() for word in written_words("short_titles"))
_LINE = pattern(rf"^{LEAD}(?P<line>\S[^\n]{{3,{_LONGEST}}}?)[^\S\n]*$", re.MULTILINE)
_EXAMINES = pattern(remark(listed_words("examinations")), re.IGNORECASE)
_BEGINS = pattern(remark(listed_words("first_examinations")), re.IGNORECASE)
_BY = pattern(remark(listed_words("examined_by")), re.IGNORECASE)
_OATH = pattern(remark(listed_words("oaths")), re.IGNORECASE)
_LEAVES = pattern(remark(listed_words("witnesses_leave")), re.IGNORECASE)
_SWORN = pattern(
    r"(?P<name>[^(),:;.?!]+(?:\.[^(),:;.?!]+){0,3}?)[ ]?(?:\((?P<remark>[^()]*)\)|,(?P<tail>.*))"
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that says who asks or who answers from there on; `name` is None where it cannot be read."""

    start: int
    asks: bool
    name: Candidate | None


class Examinations:
    r"""What the headings of a text say of the people behind its letters.

    Args:
        text: A document's text.
        accepted: Its labels, in order.

    >>> from verbale.model.document import Reading
    >>> from verbale.parse.labels.possible_labels import candidates
    >>> text = "IVO TARN (affirmed)\nQuestions from MS HOLM\nQ. Why?\nA. It rained."
    >>> found = candidates(Reading(name="a.txt", sha256="", reader="text/1", text=text))
    >>> letters = [c for c in found if c.anatomy.letter]
    >>> [c.anatomy.name for c in Examinations(text, letters).whose.values()]
    ['MS HOLM', 'IVO TARN']
    """

    def __init__(self, text: str, accepted: Sequence[Candidate]) -> None:
        self._text = text
        self._labels = {c.anatomy.name.casefold(): c for c in accepted if c.sure and not c.anatomy.letter}
        # a court has both letters; a press briefing has its Q and names
        letters = {c.key for c in accepted if c.anatomy.letter}
        headings = self._headings() if len(letters) > 1 else []
        self.ends = [heading.start for heading in headings]
        self.whose: Mapping[int, Candidate] = self._letters(accepted, headings)

    def _headings(self) -> list[_Heading]:
        found: list[_Heading] = []
        for m in _LINE.finditer(self._text):
            line = m["line"].strip(" *_")
            place = m.start("line")
            if self._is_heading(line) and (heading := self._read(line, place)):
                found.append(heading)
        return found

    def _is_heading(self, line: str) -> bool:
        """Whether a line is no sentence: in brackets, in capitals as far as it names, without an end mark."""
        return line[:1] + line[-1:] == "()" or line[-1:] not in tuple('.?!,;"”')

    def _read(self, line: str, place: int) -> _Heading | None:
        by = _BY.match(line) or (_BY.search(line) if _EXAMINES.match(line) else None)
        if by is not None:
            name = self._named(line[by.end() :].strip(" :"), place)
            return _Heading(place, asks=True, name=name) if name or _EXAMINES.match(line) else None
        if _EXAMINES.match(line) and line.isupper():
            return _Heading(place, asks=True, name=None)
        if _OATH.search(line) is not None:
            sworn = _SWORN.fullmatch(line)
            if sworn and _OATH.search(sworn["remark"] or sworn["tail"] or ""):
                return _Heading(place, asks=False, name=self._named(sworn["name"].strip(), place))
            return _Heading(place, asks=False, name=None) if not any(map(str.islower, line)) else None
        left = line.startswith("(") and _LEAVES.search(line)
        return _Heading(place, asks=False, name=None) if left else None

    def _named(self, printed: str, place: int) -> Candidate | None:
        """Whom a heading names: one who has a label too, or a name in capitals behind a title, or in full."""
        folded = printed.casefold()
        for name, label in self._labels.items():
            if folded == name or folded.startswith(f"{name} "):
                return label
        made = anatomy(printed)
        if made is None or made.casing != "caps" or len(people_of(made.name)) != 1 or made.generic:
            return None
        words = made.key.split()
        if len(words) < 2 or (words[0] == "the"):
            return None
        start = self._text.index(printed, place)
        return Candidate(
            start=start,
            label=(start, start + len(printed)),
            words=start + len(printed),
            shape="colon",
            firm=True,
            bold=False,
            anatomy=replace(made, remark=""),
        )

    def _letters(self, accepted: Sequence[Candidate], headings: Sequence[_Heading]) -> dict[int, Candidate]:
        """Whose each letter is, by its place among the labels."""
        whose: dict[int, Candidate] = {}
        asking: Candidate | None = None
        answering: Candidate | None = None
        other = answered = False
        waiting = list(reversed(headings))
        for i, c in enumerate(accepted):
            named = False
            while waiting and waiting[-1].start < c.start:
                heading = waiting.pop()
                if not heading.asks:
                    answering, answered = heading.name, False
                    asking = asking if named else None
                    continue
                asking, other, named = heading.name, False, True
                if answered and _BEGINS.match(self._text, heading.start):
                    answering = None  # somebody else was called, and the oath cannot be read
            if not c.anatomy.letter:
                if asking is not None and c.key == asking.key:
                    other = False
            elif c.key in ANSWERS:
                answered = True
                if answering is not None and c.sure:
                    whose[i] = answering
            else:
                before = accepted[i - 1].key if i and not named else ""
                # another counsel speaks, and goes on with a letter: who asks from there on is not said
                other = other or (
                    before.partition(" ")[0] in _COUNSEL and asking is not None and before != asking.key
                )
                if asking is not None and c.sure and not other:
                    whose[i] = asking
        return whose
