"""Who a label names: printings of one person joined within a document, and never two people made one.

Two labels are two speakers unless `one_person` finds that their words fit. A surname or an office is
resolved only by what the document itself says: the name in brackets behind the office, its title, its main
speaker, a full name among its own labels, or an introduction ("Ambassador Ana Ruiz"). Where two people fit,
or none does, the label stays as printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.labels.label_words import ANSWERS, CLIP
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.labels.tails import ADDRESS
from verbale.parse.people.abbreviated_offices import spelled_out
from verbale.parse.people.given_names import capitalised, full_names_of
from verbale.parse.people.holders import Holders, holder_in
from verbale.parse.people.knowledge import Knowledge
from verbale.parse.people.misprints import misprints
from verbale.text.name_parts import key_of, parts_of, people_of
from verbale.text.names import bare, is_generic, is_office, named_part, surname, words_of_name
from verbale.text.one_person import distinct, same_person

__all__ = ["Names"]

_HEAD = 3000
_PLACE = re.compile(r"\s+of\s+", re.IGNORECASE)
_MOST_NAMES = 60
# A label by its key and what stands in its brackets.
_Mark = tuple[str, str]


def printed(name: str) -> str:
    """A name as printed, white space made single."""
    return " ".join(name.split())


class Names:
    """Resolves the labels of one document.

    Args:
        known: What else the document says of its people.
        speaker: The main speaker, where the metadata name one.
        accepted: The document's labels.
    """

    def __init__(self, known: Knowledge, speaker: str | None, accepted: Sequence[Candidate]) -> None:
        self._known = known
        self._main = _in_order(speaker) if speaker and not is_office(speaker) else None
        start = min((c.start for c in accepted[:1]), default=0)
        self._head = f"{known.title}\n{known.text[:start][:_HEAD]}"
        self._anatomy = {c.key: c.anatomy for c in accepted}
        self._correct = misprints(Counter(c.key for c in accepted), self._anatomy, known)
        self._names = self._printed_names(accepted)
        self._labels = sorted({name for name in self._names.values() if len(people_of(name)) == 1})
        self._relatives: dict[str, list[str]] = defaultdict(list)
        for name in self._labels:
            self._relatives[surname(name)].append(name)
        held = {key for (key, _), name in self._names.items() if is_office(key) and not is_office(name)}
        self._holders = Holders(known, self._main, self._anatomy, bracketed=held, start=start)
        self._introduced = self._introductions()
        self._resolved: dict[_Mark, str | None] = {}

    def _printed_names(self, accepted: Sequence[Candidate]) -> dict[_Mark, str]:
        """What of each label is its name: with its brackets, where these tell who of several it is."""
        found: dict[_Mark, str] = {}
        places: dict[str, list[frozenset[str]]] = defaultdict(list)
        labels = {
            _mark(c.anatomy): printed(self._known.text[slice(*c.label)])
            for c in accepted
            if not c.anatomy.generic and not c.anatomy.letter and c.key not in self._correct
        }
        for mark, label in labels.items():
            places[mark[0]].append(frozenset(parts_of(label).place if mark[1] else ()))
        for mark, label in labels.items():
            key, remark = mark
            found[mark] = self._without_state(printed(self._anatomy[key].name))
            made = self._anatomy[key]
            # "JOCK MACANDREW (Shore—Otarua)": where no office stands before them, brackets hold no holder
            parts = parts_of(made.name)
            held = made.casing == "caseless" or bool(parts.office) or len(parts.name) < 2
            if remark and held and (holder := holder_in(label)):
                found[mark] = holder
            elif any(one - other and other - one for one, other in combinations(places[key], 2)):
                found[mark] = label  # "Mr. Kell (Merrow)" beside "Mr. Kell (Velland)"
        return found

    def _without_state(self, name: str) -> str:
        """`Mr. HOLM` of `Mr. HOLM of Lakeland`, where no other Holm is told from him by a place."""
        courteous = key_of(name.partition(" ")[0]) in ADDRESS
        if not courteous or not parts_of(name).place:
            return name
        others = (
            made.name for made in self._anatomy.values() if words_of_name(made.name) == words_of_name(name)
        )
        alone = all(same_person(name, other) for other in others)
        return _PLACE.split(name, maxsplit=1)[0] if alone else name

    def of(self, made: Anatomy) -> str | None:
        """The speaker that a label names; None for an unnamed questioner or answerer."""
        mark = _mark(made)
        if mark not in self._resolved:
            right = self._anatomy[self._correct.get(made.key, made.key)]
            office, name = printed(right.name), self._names.get(mark, printed(right.name))
            found = self._resolve(right, name)
            if found == name != office and is_office(office) and name.istitle() and " " not in name:
                found = office  # "The PRESIDING OFFICER (Mr. Holm)": a surname alone says less
            self._resolved[mark] = self._running(found) if found else None
        return self._resolved[mark]

    def is_generic(self, made: Anatomy) -> bool:
        """Whether the label, read aright, is an unnamed questioner's."""
        return self._anatomy[self._correct.get(made.key, made.key)].generic

    def _running(self, name: str) -> str:
        """A full name in capitals as running text prints it, where the document does."""
        plain = capitalised(name)
        known = len(name.split()) > 1 and not is_office(name) and len(self._labels) <= _MOST_NAMES
        return plain if known and (plain in self._known.title or plain in self._known.text) else name

    def _resolve(self, made: Anatomy, name: str) -> str | None:
        """Whom a label names; none or an empty name where it names nobody."""
        if made.generic or is_generic(made.name):
            return printed(named_part(made.name))
        if made.key in ANSWERS:
            return self._main
        if full := self._known.initials.get(name.replace(".", "").upper()):
            return self._person(full)
        if made.tail and made.words == 1:
            return name  # "EMMA, 9" calls in: she is no Emma of the title
        if is_office(name):
            return self._holders.of(made) or name
        if parts_of(name).number or len(people_of(name)) > 1:
            return name
        if self._relatives[surname(name)] in ([], [name]) and (full := spelled_out(name, self._head)):
            name = full
        return self._person(name)

    def _person(self, name: str) -> str:
        """The fullest printing of a person's name that only he or she can have."""
        relatives = self._relatives[surname(name)]
        if len(relatives) > _MOST_NAMES:
            return name
        single = len(words_of_name(name)) == 1
        fitting = [n for n in relatives if same_person(n, name)]
        if any(not same_person(one, other) for one, other in combinations(fitting, 2)):
            return name  # "MR. LEE" beside "ANA LEE" and "IVO LEE"
        if self._main and same_person(name, self._main):
            rivals = [n for n in relatives if not same_person(n, self._main)]
            if not single or not (rivals or self._is_contested(name, self._main)):
                return self._main
        if not single:  # "Dr. Ana Berg" beside "Ana Berg"
            plainer = [
                n for n in relatives if name.endswith(f" {n}") and words_of_name(n) == words_of_name(name)
            ]
            name = min([name, *plainer], key=len)
        fuller = distinct(n for n in fitting if _is_fuller(n, name))
        if fuller:
            if self._is_titled_alike(name, fuller[0]):
                return name
            return name if self._is_contested(name, fuller[0]) else self._person(fuller[0])
        if not single:
            return name
        if not relatives[1:] and (full := self._called_by(name)):
            return self._person(full)
        if len(fitting) < len(relatives):
            return name  # "MR. LEE" beside "MS. LEE": which of them is the Lee of the title?
        if len(bare(name).split()) + 1 < len(name.split()):
            return name  # "PRIME MINISTER CLARKE": an office and a name are enough
        found = [n for n in self._introduced.get(surname(name), ()) if same_person(n, name)]
        given = {n: n.split()[0] for n in found}
        found = [n for n in found if not self._is_word(given[n]) and not is_generic(given[n])]
        found = [n for n in found if not CLIP.fullmatch(given[n]) and n.casefold() not in self._correct]
        return found[0] if len(distinct(found)) == 1 else name

    def _is_titled_alike(self, name: str, full: str) -> bool:
        """Whether the text has somebody else of a label's title and name: "Dr Ivo Lee" beside "Ana Lee"."""
        title, _, family = name.partition(" ")
        others = [n for n in self._introduced.get(surname(name), ()) if not same_person(n, full)]
        return bool(family) and any(f"{title} {n}" in self._known.text[:_HEAD] for n in others)

    def _is_contested(self, name: str, full: str) -> bool:
        """Whether two labels may mean a full name, and not each other: "MR. LEE", "MS. LEE", "Ana Lee"."""
        return len(words_of_name(name)) == 1 and any(
            same_person(n, full) and not same_person(n, name) for n in self._relatives[surname(name)]
        )

    def _called_by(self, name: str) -> str | None:
        """The one label whose first word a label is: "Ada" beside "Ada Frome", "Seo" beside "Seo Min-jae"."""
        words = words_of_name(name)
        if len(words[0]) < 2 or bare(name) != name or len(self._labels) > _MOST_NAMES:
            return None
        full = distinct(
            n for n in self._labels if len(words_of_name(n)) > 1 and words_of_name(n)[0] == words[0]
        )
        return full[0] if len(full) == 1 else None

    def _is_word(self, given: str) -> bool:
        """Whether what seems a given name is a word of the text: "Flying Doctor"."""
        return given not in self._known.title and f" {given.casefold()} " in self._known.text

    def _introductions(self) -> dict[str, list[str]]:
        """Full names that the title, the head or an introduction give for the labels' surnames."""
        wanted = {
            bare(n)
            for n in self._labels
            if not is_office(n) and len(words_of_name(n)) == 1 and not n.casefold().startswith("the ")
        }
        found: dict[str, list[str]] = defaultdict(list)
        title = " ".join(self._known.title.split())
        for family in sorted(wanted)[:_MOST_NAMES]:
            key = surname(family)
            if len(key) < 3:
                continue
            for printing in {family, capitalised(family)}:
                found[key] += full_names_of(title, printing, 0, len(title))
                found[key] += full_names_of(self._known.text, printing, 0, _HEAD)
            if not found[key]:
                # further down only where an office introduces the name: "Ambassador Ana Ruiz"
                found[key] += full_names_of(
                    self._known.text, capitalised(family), _HEAD, None, introduced=True
                )
        return found


def _mark(made: Anatomy) -> _Mark:
    return made.key, made.remark


def _is_fuller(name: str, than: str) -> bool:
    """Whether a name has more words, and a given name among them and not just an initial."""
    words = words_of_name(name)
    return len(words) > len(words_of_name(than)) and len(words[0]) > 1


def _in_order(name: str) -> str:
    """`Howard, John` as `John Howard`; other names as printed."""
    return bare(name) if "," in name else printed(name)
