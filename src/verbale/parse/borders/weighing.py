"""What opens a paragraph as labels do, weighed in one place: a label, a border that cannot be read, or none.

A word that no list has must never move words to another person. So wherever a paragraph opens in the way
in which this text sets its labels off, and is no label that can be read, the turn above ends: what follows
is nobody's until the next label that is sure. What speaks for a label is weighed by `_Convention.weigh`, from
what the text itself shows; lists of words only ever add to it or take from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from verbale.model.document import Reading
from verbale.parse.borders.labels_in_quotes import without_quoted
from verbale.parse.borders.looks import Look, Opening
from verbale.parse.borders.no_labels import VALUE, WORD, names_under
from verbale.parse.labels.anatomy import Anatomy, unreadable
from verbale.parse.labels.label_words import CHAIRS, HEADERS, INCIDENTS, MEMBERS, PARTICLES, PEOPLE
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.labels.tails import ADDRESS
from verbale.parse.people.knowledge import Knowledge
from verbale.text.name_words import JOINTS, TITLES
from verbale.text.names import is_office
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["settled"]

# What an opening has to weigh to end the turn above it, and to be a label that is sure.
_BORDER = 3
_LABEL = 4
_OFFICES = (TITLES | MEMBERS) - HEADERS
_BESIDE_NAMES = PARTICLES | JOINTS | TITLES | MEMBERS
_CALL = 300
_FEWEST = 5
_ANNOUNCED = 8
_ARTICLES = listed_words("label_articles")
_SHORT, _LONG = 5, 10
_INITIALS = pattern(r"(?:[^\W\d_]\.[ \u00a0]?){1,3}[^\W\d_]{2}")
_ASIDE = pattern(r"\([^()\n]*\)?|\[[^\[\]\n]*\]?|\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|「[^」\n]*」")
_BRACKETS = pattern(r"[(\[][^()\[\]]*[)\]]")
_HOLDER = pattern(r"[(\[][^\W\d_a-zà-ÿ][^()\[\]\d]* [^\W\d_a-zà-ÿ][\w'’.-]*[)\]]$")
_QUOTE = pattern(r"[^\S\n]*[\"“„«「『]")


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
    unquoted = without_quoted(reading.text, accepted)
    sure = [c for c in unquoted if c.sure]
    if len(sure) < 2:
        return unquoted
    convention = _Convention(reading, sure, known)
    known_lines = {c.start for c in accepted} | dropped
    found = list(accepted)
    for opening in convention.openings:
        if opening.start not in known_lines:
            weight = convention.weigh(opening)
            if weight >= _BORDER:
                found.append(convention.border(opening, sure=weight >= _LABEL and opening.made is not None))
    early = False
    for opening in convention.early:
        # the heads of a text have such lines too: whoever is the first to speak has a label below as well
        again = convention.speaks_again(opening)
        if opening.start not in known_lines and (early or again) and convention.weigh(opening) >= _BORDER:
            found.append(convention.border(opening, sure=again))
            early = True
    if len(found) == len(accepted):
        return unquoted
    return without_quoted(reading.text, sorted(found, key=lambda c: c.start))


def _doubted(c: Candidate) -> Candidate:
    return replace(c, sure=False)


def _joins(word: str) -> bool:
    """Whether a small word may stand within a name: a single letter does in Catalan, "Pau Roig i Vidal"."""
    return word in _BESIDE_NAMES or (len(word) == 1 and word.islower())


def _is_address(made: Anatomy) -> bool:
    """`Herr Ministerpräsident`, `Mr. President`: an office that is spoken to, unless it returns."""
    first, _, rest = made.name.partition(" ")
    if made.remark:
        return False  # "Madam Deputy Speaker (Ana Ruiz)": nobody is addressed with brackets
    return first.strip(".").casefold() in ADDRESS and is_office(rest) and rest[:1].isupper()


class _Convention(Look):
    """What speaks for each opening of a text, by the look of its labels."""

    def weigh(self, opening: Opening) -> float:
        """How much speaks for an opening being a label; see `_BORDER` and `_LABEL`."""
        if opening.named or self.is_chevron(opening.start):
            return _BORDER
        if self.own_line and self._is_more_of_a_label(opening):
            return 0
        weight = self._weight(opening)
        if weight >= _BORDER:
            # captions say who speaks behind `>>`, and what has none there is nobody's
            return _BORDER if self.chevrons else weight
        like_one = self._is_announced(opening) or self._is_noted(opening)
        if like_one or (self.thick and self._is_set_off(opening)):
            return _BORDER
        return weight

    def _is_more_of_a_label(self, opening: Opening) -> bool:
        """`Member` right under `Ada Holm 13:31:04`: what somebody is, where no words stand between."""
        made = opening.made
        if made is None or not (made.generic or is_office(made.name) or made.key in MEMBERS):
            return False
        first = max(0, opening.start - _CALL)
        above = self._text[first : opening.start].rstrip()
        return first + above.rfind("\n") + 1 in self._taken

    def _is_noted(self, opening: Opening) -> bool:
        """`From the hall (off microphone):`: a few words and a remark before the colon."""
        printed = self._text[slice(*opening.label)]
        if self.shape != "colon" or not self.remarked or not printed.endswith((")", "]")):
            return False
        words = WORD.findall(_BRACKETS.sub(" ", printed))
        short = 0 < len(words) < _SHORT and not self._sentences.speaks(words[1:])
        return short and not self._is_aside(opening)

    def _is_set_off(self, opening: Opening) -> bool:
        """Whether an opening may be some label or other, where each paragraph has one: `Lund, Bo, Elder:`."""
        printed = self._text[slice(*opening.label)]
        words = WORD.findall(_BRACKETS.sub(" ", printed)) or WORD.findall(printed)
        keys = [word.strip(".").casefold() for word in words]
        if not printed or self._is_aside(opening) or _QUOTE.match(self._text, opening.words):
            return False
        if keys and (keys[0] in HEADERS or " ".join(keys) in INCIDENTS | HEADERS):
            return False
        if self.shape == "stop" and self._sentences.has(words):
            return False
        return len(words) <= (_SHORT if self.shape == "stop" else _LONG) and not self._sentences.speaks(words)

    def _weight(self, opening: Opening) -> float:
        printed = self._text[slice(*opening.label)]
        made = opening.made
        # "Tarn Ivo, consigliere federale": what stands before the comma is the name
        head, _, tail = printed.partition(",") if printed.count(",") == 1 else (printed, "", "")
        if made is None and tail and self._sentences.has(WORD.findall(tail)):
            return 0
        name = made.name if made is not None else head if " " in head.strip() else printed
        words = WORD.findall(name)
        keys = [word.strip(".").casefold() for word in words]
        key = " ".join(keys)
        if not keys or key in INCIDENTS or self._is_aside(opening) or self._sentences.counts(keys):
            return 0
        if key in self.values or (made is not None and _is_address(made)):
            return _BORDER  # "Votes given: 171" is nobody's, and so is "Votes given:" elsewhere
        office = not _OFFICES.isdisjoint(keys) or keys[-1] in CHAIRS or key in CHAIRS
        familiar = not self.families.isdisjoint(keys)
        held = self._is_held(printed, words, keys, office=office)
        if self._sentences.has(words) and not held:
            # "Ada at the Quay Under Holm:", where every paragraph has a label
            return _BORDER if self.dense > 0.85 and self._sentences.may_name(words) else 0
        # "Ada Holm (as it was told):", "Ada Holm, member of the board:"
        bare = _BRACKETS.sub(" ", printed) if made is not None else printed
        noted = bare.partition(",")[0] if familiar or keys[0] in self.firsts else bare
        if not office and not held and self._sentences.has(WORD.findall(noted)):
            return 0
        if made is not None and (made.somebody or made.key in PEOPLE or made.generic):
            return _LABEL
        caps = made is not None and made.casing == "caps"
        often = self.often[key] > 1
        called = made is not None and self._is_called(opening.start, made)
        beside = bool(tail) if made is None else bool(made.remark) or made.tail
        remarked = self.remarked > 0.3 and beside
        stamped = self.stamped > 0 and self.is_stamped(opening.start)
        bold = self.bold > 0.6 and self._bold.covers(self._text, *opening.label)
        # "ana berg: Words", where all labels are in small letters
        plain = WORD.findall(_BRACKETS.sub(" ", name))
        small = 0 if self.shape == "small" else sum(word.islower() for word in plain)
        # "Ada Holm lp:"; longer words only where every paragraph has a label
        party = len(plain) > 2 and plain[-1].islower() and (self.dense > 0.85 or len(plain[-1]) < _FEWEST)
        small -= party
        initials = _INITIALS.match(printed) is not None
        # "Ada Holm" among full names, where most paragraphs have a label
        within = sum(map(_joins, plain[1:-1]))
        whole = self.full_names and made is not None and small <= within and 1 < len(words) < 6
        full = whole and not small and self.dense > 0.6
        weight: float = 2 * (held or small <= sum(map(_joins, words)))
        weight += 2 * (often + office + familiar + (keys[0] in self.firsts) + remarked) + 3 * (
            called + stamped
        )
        # "Ada. – Words" among "PM. – Words": few sentences begin so
        dashed = self.dashed and self.is_dashed(opening.words)
        weight += 5 * dashed + bold + full + 2 * (self.own_line is True) + 2 * (initials and self.initialled)
        weight += (2 if caps else -2) if self.caps > 0.8 else 0
        weight += 2 if self.dense > 0.85 else 1 if self.dense > 0.6 else -1 if self.dense < 0.25 else 0
        weight -= self._against(opening, printed, words, plain=not (caps or office), often=often)
        weight -= 2 * (self.stamped > 0.6 and not (stamped or office or often)) + 3 * (
            self.bold > 0.6 and not bold
        )
        weight -= max(0, len(words) - 7) * (not held)
        # "Keeper vod the lamps (Ada Holm)"
        weight += 3 * (made is None and _HOLDER.search(printed) is not None)
        # a full name that opens a paragraph of a long speech is more often a label than not
        alike = (
            whole
            and (beside or self.remarked < 0.3)
            and self._known.lower.isdisjoint(
                key for key, word in zip(keys, words, strict=True) if not word.islower()
            )
        )
        weight = max(weight, _BORDER) if alike and weight > 0 else weight
        person = (
            office or familiar or keys[0] in self.firsts or called or remarked or stamped or often or bold
        )
        # words with capitals may be a heading: a border, and nobody's name
        sure = person or initials or full or (caps and self.caps > 0.8) or self.dense > 0.85
        if weight <= _BORDER or (sure and (office or names_under(self._text, opening.words) == 0)):
            return weight
        return _BORDER

    def _is_aside(self, opening: Opening) -> bool:
        """`(Ana Berg: Hear!)` and `"Ada Holm: no ferry."` stand inside the turn, `"Red" Holm:` does not."""
        aside = _ASIDE.match(self._text, opening.label[0])
        return aside is not None and not self.shape.startswith("brackets") and aside.end() > opening.words

    @cached_property
    def initialled(self) -> bool:
        """Whether most labels begin with initials."""
        return sum(_INITIALS.match(name) is not None for name in self.printed) > 0.6 * len(self.printed)

    def _is_held(self, printed: str, words: Sequence[str], keys: Sequence[str], *, office: bool) -> bool:
        """`Minister at the Quay (Ada Holm)`, `Minister vod Ada Holm`: an office may have any words."""
        first = 1 if keys[0] in _ARTICLES else 0
        ends = (
            len(words) > 1
            and words[-1][0].isupper()
            and (words[-2][0].isupper() or keys[-2] in _BESIDE_NAMES)
        )
        named = len(words) > 3 + first and keys[first] in _OFFICES and ends
        return named or (office and printed.endswith((")", "]")))

    def _against(
        self,
        opening: Opening,
        printed: str,
        words: Sequence[str],
        *,
        plain: bool,
        often: bool,
    ) -> float:
        """How much speaks against an opening being a label."""
        made = opening.made
        keys = [word.strip(".").casefold() for word in words]
        weight: float = 2 * (words[0].islower() and self.shape != "small")
        weight += 2 * (self.own_line is not None and self.is_alone(opening.words) != self.own_line)
        weight += 3 * (self.joined is not None and self.is_joined(opening.words) != self.joined)
        weight += 3 * (_QUOTE.match(self._text, opening.words) is not None)
        # one word with a capital may open any sentence
        single = len(keys) == 1 and plain and not (made and made.casing == "caseless")
        single = single and not _INITIALS.match(printed)
        weight += single * (3 if self.own_line and not often else 1)
        weight += 3 * (keys[0] in HEADERS or keys[-1] in HEADERS or " ".join(keys) in HEADERS)
        weight += 3 * (len(keys) == 1 and not often and keys[0] in self._known.lower)
        # "Important: it rains" may open a paragraph too, where it stands within one
        weight += 3 * (self.shape == "colon" and self._stands_within(f" {printed}:"))
        # any sentence ends with a stop: without capitals or an office it is no label
        return weight + 2 * (self.shape == "stop" and plain)

    def speaks_again(self, opening: Opening) -> bool:
        """Whether a sentence stands behind an opening with a remark, and its speaker has a label elsewhere.

        A plain name over a text may head it: `Ada Holm: "We shall see."`
        """
        made = opening.made
        if made is None or made.generic or not made.remark:
            return False
        words = self._text[opening.words : opening.words + _CALL].partition("\n\n")[0]
        names = {word.casefold() for word in WORD.findall(self._text[slice(*opening.label)])}
        said = len(WORD.findall(words)) >= _FEWEST and any(mark in words for mark in ".?!")
        return said and not self.families.isdisjoint(names)

    def _stands_within(self, words: str) -> bool:
        """Whether words stand elsewhere than where a paragraph opens, be it behind an hour."""
        return any(
            place + 1 not in self.labels or not self._text[place - 1].isdigit()
            for place in self._places(words, 0, len(self._text))
        )

    def _is_called(self, start: int, made: Anatomy) -> bool:
        """Whether somebody of this name is given the floor right before, or has an office elsewhere."""
        names = [word for word in made.name.split() if word.strip(".").casefold() not in _BESIDE_NAMES]
        if len(names) < 2 or made.casing == "caseless":
            return False
        name = " ".join(names)
        before = self._above(start)
        if f" {names[0]} {names[1]} ".casefold() in before:
            return True
        # "My colleague Tarn has the floor." and right under it "Jonas Tarn:"
        forms = {name, name.title()}
        near = (max(0, start - _CALL), start)
        called = [*((form, 0, len(self._text)) for form in forms), *((each, *near) for each in names[1:])]
        return any(
            self._text[max(0, place - 40) : place].rpartition(" ")[2].strip(".").casefold() in _OFFICES
            for words, first, last in called
            for place in self._places(f" {words}", first, last)
        )

    @cached_property
    def articles(self) -> set[str]:
        """The words with which several labels begin, and the articles where one has any."""
        firsts = {self._text[slice(*c.label)].partition(" ")[0].casefold() for c in self.sure}
        return self.firsts if _ARTICLES.isdisjoint(firsts) else self.firsts | _ARTICLES

    def _is_announced(self, opening: Opening) -> bool:
        """`The second clerk:` among `The warden:`, right under "I ask the second clerk to read"."""
        words = self.words(opening)
        keys = [word.strip(".").casefold() for word in words]
        long = [key for key in keys if len(key) >= _FEWEST]
        if not long or len(keys) > _ANNOUNCED or keys[0] not in self.articles:
            return False
        if (
            self._sentences.counts(keys)
            or self._sentences.speaks(words[1:])
            or self._sentences.has(words[-1:])
        ):
            return False
        before = self._above(opening.start)
        return any(f" {key} " in before for key in long)

    def _above(self, start: int) -> str:
        """The words right above a place, each between blanks and in small letters."""
        before = self._text[max(0, start - _CALL) : start].casefold()
        return f" {' '.join(WORD.findall(before))} ".replace(". ", " ")

    def _places(self, words: str, first: int, last: int) -> Iterator[int]:
        place = self._text.find(words, first, last)
        while place >= 0:
            yield place
            place = self._text.find(words, place + 1, last)

    def border(self, opening: Opening, *, sure: bool) -> Candidate:
        """An opening as a label, of nobody where it is not sure; what can be no name is not printed."""
        text = self._text
        printed = " ".join(text[slice(*opening.label)].split())
        made = opening.made or unreadable(printed)
        readable = opening.made is not None or not self._sentences.has(WORD.findall(printed) or [""])
        label = opening.label if readable and printed else (opening.label[0], opening.label[0])
        return Candidate(
            start=opening.start,
            label=label,
            words=opening.words if readable else opening.label[0],
            end=opening.words if VALUE.match(text, opening.words) else None,
            shape=self.shape,
            firm=True,
            bold=False,
            anatomy=made,
            sure=sure,
        )
