"""Which candidates are labels: learned from the document itself, by repetition and position.

A list of names cannot know the next transcript. So the labels that are beyond doubt (repeated, or
a plain questioner's) show how this document sets labels off; whatever is set off in the same way
and could be a name is taken as well, and sentences that merely end in a colon are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from verbale.model.document import Reading
from verbale.parse.borders.exchanges import (
    converse,
    is_exchange,
    remarks,
    short_exchange,
    sitting,
    sounds_spoken,
)
from verbale.parse.borders.headlines import without_headlines
from verbale.parse.borders.labels_in_quotes import without_quoted
from verbale.parse.borders.no_labels import VALUE, Sentences, names_under
from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.labels.label_words import ANSWERS, CLIP, PEOPLE
from verbale.parse.labels.possible_labels import Candidate, leads
from verbale.parse.people.knowledge import Knowledge
from verbale.text.names import is_office, words_of_name

__all__ = ["learn"]

_LINE = 120
_FEWEST_MARKED = 4
_SHORT = 3
_LONG_TAIL = 6
_ENDS_SENTENCE = frozenset('.?!…。？！:"”»’)')


def _family_name(made: Anatomy) -> str:
    """The last word of a label: "Ana Ruiz" and later "Ruiz" count together."""
    return made.key.rpartition(" ")[2]


def _is_strong(members: Sequence[Candidate], known: Knowledge, families: Counter[str]) -> bool:
    """Whether a group of equal labels shows by itself that it is one."""
    made = members[0].anatomy
    shape = members[0].shape
    often = len(members)
    firm = sum(member.firm for member in members)
    if firm * 2 < often:
        return False
    if made.tail and made.generic and often < 2:
        return False
    if made.generic or made.key in ANSWERS:
        if shape == "single":
            return often >= 3
        if shape in ("stop", "gap"):
            return often >= 2
        if shape in ("alone", "bold"):
            return often >= 2
        return made.name[:1] != made.name[:1].lower() or often >= 2 or made.casing == "caseless"
    if shape in ("stop", "gap", "alone", "bold"):
        return often >= 2
    if made.casing == "caps":
        return often >= 2 or made.titled or leads(made) or known.knows(made, loosely=True)
    if made.tail and often < 2:
        return False
    if leads(made) or known.knows(made):
        return True
    if often < 2 and families[_family_name(made)] < 2:
        return False
    # "Mark Harrow:" comes back, be "mark" an ordinary word
    return (often >= 2 and made.words > 1) or known.knows(made, loosely=True) or not known.is_common(made)


_FAMILY = {
    "colon": "colon",
    "gap": "colon",
    "single": "colon",
    "stop": "stop",
    "alone": "alone",
    "bold": "bold",
}


def _family(candidate: Candidate) -> str:
    # Q and A may be set off by a gap or a stop beside names with a colon
    return "letter" if candidate.anatomy.letter else _FAMILY[candidate.shape]


def _families(strong: Iterable[Sequence[Candidate]]) -> list[str]:
    """How the document may set most of its labels off, what it has most of first."""
    count: Counter[str] = Counter()
    keys: dict[str, set[str]] = defaultdict(set)
    for members in strong:
        for member in members:
            count[_family(member)] += 1
            keys[_family(member)].add(member.key)
    plain = count["colon"] + count["stop"] + count["letter"]
    for family in ("alone", "bold"):  # headings and emphasis look like these: ask for an exchange
        if count[family] < 4 or len(keys[family]) < 2 or plain > max(2, count[family]):
            del count[family]
    if count["stop"] < 3:
        del count["stop"]
    letters = count.pop("letter", 0)
    if not count:
        return ["letter"] if letters >= 2 else []
    return [family for family, _ in count.most_common()]


def learn(
    reading: Reading, found: Sequence[Candidate], known: Knowledge
) -> tuple[list[Candidate], frozenset[int]]:
    """The candidates that are labels, in order, and where lines start that are known to have none.

    Args:
        reading: What a reader made of the file.
        found: The candidates of `verbale.parse.labels.possible_labels.candidates`.
        known: What else the document says of its people.
    """
    found = _without_values(reading.text, without_headlines(found, known))
    lists = _lists(reading.text, found)
    sentences = Sentences(reading)
    found = [
        c for c in found if c.start not in lists and not sentences.counts(c.anatomy.name.casefold().split())
    ]
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in found:
        groups[candidate.key, candidate.shape].append(candidate)
    families = Counter(_family_name(c.anatomy) for c in found if c.firm and c.shape == "colon")
    strong = {key: members for key, members in groups.items() if _is_strong(members, known, families)}
    for main in _families(strong.values()):
        sure = [c for c in found if (c.key, c.shape) in strong and _family(c) in (main, "letter")]
        if main in ("alone", "bold"):
            sure = _heard(reading.text, sure)
        if is_exchange(sure) and (main not in ("alone", "bold") or converse(reading.text, sure)):
            break
    else:
        return _few(found, known), frozenset()
    style = _Style(sure, main)
    keys = {c.key for c in sure}
    accepted = [
        c for c in found if style.accepts(c, known, keys, strong=(c.key, c.shape) in strong and c.key in keys)
    ]
    accepted = _behind_chevrons(reading.text, _without_sentences(reading, accepted))
    partners = _with_partners(found, accepted)
    kept = _without_initials(reading.text, partners)
    if not sounds_spoken(reading.text, without_quoted(reading.text, kept)):
        return [], frozenset()
    return kept, frozenset({c.start for c in partners} - {c.start for c in kept})


def _without_sentences(reading: Reading, accepted: Sequence[Candidate]) -> list[Candidate]:
    """The labels without what stands once and runs as a sentence does: `Ladies, we say this:`."""
    often = Counter(c.key for c in accepted)
    sentences = Sentences(reading)
    return [
        c
        for c in accepted
        if c.anatomy.formal
        or not (
            _runs_on(reading.text, c, sentences) if often[c.key] > 1 else sentences.runs_in(c.anatomy.name)
        )
    ]


def _runs_on(text: str, c: Candidate, sentences: Sentences) -> bool:
    """`Ladies and gentlemen, and so we say at this place:`: what stands behind the comma is a sentence."""
    tail = text[slice(*c.label)].partition(",")[2].split() if c.anatomy.tail else []
    return len(tail) >= _LONG_TAIL and tail[0].islower() and not is_office(tail[0]) and sentences.has(tail)


def _behind_chevrons(text: str, accepted: Sequence[Candidate]) -> list[Candidate]:
    """The labels of captions where `>>` opens each: what has none is nobody's if short, else no label."""
    marked = {c.start for c in accepted if _is_chevroned(text, c)}
    if len(marked) < _FEWEST_MARKED or len(marked) < 0.8 * len(accepted):
        return list(accepted)
    keys = {c.key for c in accepted if c.start in marked}
    return [
        c if c.start in marked or c.key in keys else replace(c, sure=False)
        for c in accepted
        if c.start in marked or c.key in keys or c.anatomy.words <= _SHORT
    ]


def _is_chevroned(text: str, c: Candidate) -> bool:
    return ">>" in text[text.rfind("\n", 0, c.label[0]) + 1 : c.label[0]]


def _heard(text: str, sure: Sequence[Candidate]) -> list[Candidate]:
    """The labels that words follow, mostly: "Many thanks" on the line before a label is none."""
    often = Counter(c.key for c in sure)
    following = [c.start for c in sure[1:]] + [len(text)]
    silent = Counter(c.key for c, end in zip(sure, following, strict=True) if not text[c.words : end].strip())
    return [c for c in sure if silent[c.key] < 0.5 * often[c.key]]


def _without_values(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without "Votes given: 171", here or elsewhere: what has a number's value is nobody."""
    often = Counter(c.key for c in found if c.shape == "colon")
    told = Counter(c.key for c in found if c.shape == "colon" and VALUE.match(text, c.words))
    # people may answer with a number too, now and then
    values = {key for key, n in told.items() if n >= 0.3 * often[key]} - {
        c.key
        for c in found
        if c.anatomy.generic
        or c.anatomy.titled
        or c.key in ANSWERS
        or leads(c.anatomy)
        or c.anatomy.casing == "caps"
    }
    return [c for c in found if c.key not in values] if values else list(found)


def _lists(text: str, found: Sequence[Candidate]) -> frozenset[int]:
    """Where `Referred to:` stands above names and bodies, whoever reads them out, and no sentence follows."""
    colons = [c for c in found if c.shape == "colon"]
    unspoken = [c for c in colons if not _begins_speech(text, c.words)]
    if len(unspoken) > 0.3 * len(colons):
        unspoken = []
    often, silent = Counter(c.key for c in colons), Counter(c.key for c in unspoken)
    open_to_doubt = {c.key for c in colons if often[c.key] > 1 and not _is_of_speakers(c.anatomy)}
    if not open_to_doubt:
        return frozenset()
    over = [(c.key, names_under(text, c.words)) for c in colons if c.key in open_to_doubt]
    named = Counter(key for key, names in over if names)
    # "Quay Party:" over one member now and two then, or over one each time
    silent += Counter({key: n for key, n in named.items() if (key, 2) in over or n == often[key] > 2})
    return frozenset(
        c.start
        for c in colons
        if c.key in open_to_doubt and silent[c.key] > 0.5 * often[c.key]
        if not _is_of_speakers(c.anatomy)
    )


def _is_of_speakers(made: Anatomy) -> bool:
    """Whether a label is by its own words a speaker's, whatever stands under it."""
    return made.generic or made.titled or made.key in ANSWERS or leads(made)


def _begins_speech(text: str, words: int) -> bool:
    """Whether the first paragraph under a label is long, or ends as a sentence does."""
    paragraph = text[words : words + _LINE].lstrip().partition("\n\n")[0].rstrip()
    return len(paragraph) > _LINE // 2 or paragraph[-1:] in _ENDS_SENTENCE


def _is_marked(made: Anatomy) -> bool:
    return bool(made.remark) or made.tail or made.titled


def _few(found: Sequence[Candidate], known: Knowledge) -> list[Candidate]:
    """The labels of a text with too few to learn from: a short exchange, or the one label of a speech."""
    few = short_exchange(known.text, found, known) or remarks(found, known) or sitting(found)
    return few if sounds_spoken(known.text, few) else []


class _Style:
    """How the sure labels look, and what may join them."""

    def __init__(self, sure: Sequence[Candidate], main: str) -> None:
        self.main = main
        names = [c for c in sure if not c.anatomy.letter]
        casings = Counter(c.anatomy.casing for c in names if not c.anatomy.generic)
        casings = casings or Counter(c.anatomy.casing for c in names)
        self.casing = casings.most_common(1)[0][0] if casings else "caps"
        # "RADIO:" and "Elena Marr:" in turn: no accident, where each has its share
        share = 0.3 * casings.total()
        self.casings = {self.casing, *(casing for casing, often in casings.items() if often >= share)}
        self.families = {key.rsplit(" ", 1)[-1] for key in {c.key for c in sure}}
        self.bold = sum(c.bold for c in sure) > 0.6 * len(sure)
        # a house that prints everybody's party or office prints it for all
        people = {c.key: c.anatomy for c in names if not c.anatomy.generic}
        self.marked = len(people) >= 6 and sum(map(_is_marked, people.values())) > 0.7 * len(people)

    def accepts(self, c: Candidate, known: Knowledge, keys: set[str], *, strong: bool) -> bool:
        family = _family(c)
        made = c.anatomy
        if family not in (self.main, "letter"):
            # the same name, set off in another way by accident
            return (
                c.key in keys
                and made.casing == "caps"
                and not made.letter
                and c.firm
                and (made.words > 1 or made.generic or family != "stop")
            )
        if strong:
            if made.generic or made.key in ANSWERS or made.casing in self.casings:
                return c.firm or made.casing == "caps"
            return c.firm and (known.knows(made, loosely=True) or leads(made))
        if made.tail and made.generic:  # "Caller, Dorrit from Quay Street" among names
            return c.firm and (c.bold or not self.bold)
        if (
            family == "letter"
            or not c.firm
            or (made.casing != self.casing and not leads(made))
            or (self.bold and not c.bold)
        ):
            return c.key in keys and c.firm and not made.letter
        if c.key in keys:
            return True
        return self._joins(c, known)

    def _joins(self, c: Candidate, known: Knowledge) -> bool:
        """Whether a label that stands once may be one of them."""
        made = c.anatomy
        if self.main in ("alone", "bold") or made.casing == "caseless":
            return known.knows(made, loosely=True)
        if made.casing == "caps":
            return self.main != "stop" or made.words > 1 or made.titled
        words = words_of_name(made.name)
        if made.tail and made.words == 1 and not known.is_common(made):
            return True  # "Emma, 9"
        if known.knows(made, loosely=True) or leads(made) or made.key in PEOPLE or CLIP.fullmatch(made.name):
            return True
        if words and words[-1] in self.families:
            return True
        if max(made.words, len(words)) < 2 or known.is_common(made) or (self.marked and not _is_marked(made)):
            return False
        return made.titled or known.mentions(made)


def _with_partners(found: Sequence[Candidate], accepted: list[Candidate]) -> list[Candidate]:
    """The labels, and a further one that takes turns with them all along, be it an ordinary word."""
    if not accepted:
        return accepted
    places = {c.start for c in accepted}
    casings = {c.anatomy.casing for c in accepted}
    shapes = {c.shape for c in accepted}
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for c in found:
        if c.start not in places and c.firm and c.shape in shapes and c.anatomy.casing in casings:
            groups[c.key].append(c)
    for members in groups.values():
        if len(members) < 3 or len(members) < 0.6 * len(accepted):
            continue
        starts = [c.start for c in members]
        between = {bisect_left(starts, place) for place in places}
        if len(between) >= 0.8 * len(members):
            accepted = [*accepted, *members]
    return sorted(accepted, key=lambda c: c.start)


def _without_initials(text: str, accepted: list[Candidate]) -> list[Candidate]:
    """`A. M. Kessel, our engineer` opens a sentence, not an answer, unless a question came before."""
    kept: list[Candidate] = []
    for c in accepted:
        if (
            c.anatomy.letter
            and c.shape == "stop"
            and kept
            and kept[-1].key == c.key
            and re.match(r"\s+[^\W\d_]\.", text[c.words : c.words + 8])
        ):
            continue
        kept.append(c)
    return kept
