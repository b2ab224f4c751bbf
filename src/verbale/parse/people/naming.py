"""Who a label names: printings of one person joined within a document, and never two people made one.

A surname or an office is resolved only by what the document itself says: its title, its main
speaker, a full name among its own labels, or an introduction ("Ambassador Ana Ruiz"). Where two
people fit, or none does, the label stays as printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from verbale.parse.labels.anatomy import Anatomy
from verbale.parse.labels.label_words import ANSWERS, CHAIRS, CLIP, HOSTS
from verbale.parse.labels.possible_labels import Candidate
from verbale.parse.people.abbreviated_offices import spelled_out
from verbale.parse.people.given_names import NOT_GIVEN, capitalised, full_names_of
from verbale.parse.people.knowledge import Knowledge
from verbale.text.names import bare, is_generic, is_office, named_part, same_person, surname, words_of_name

__all__ = ["Names"]

_NAME_WORD = r"[^\W\d_a-zà-ÿ][\w.'’\-‑]*"
_HEAD = 3000
_MOST_NAMES = 60
# Offices that a document's main speaker may hold without the text saying so.
_LEADING_OFFICES = frozenset(
    {"pm", "prime minister", "the prime minister", "president", "the president", "premier"}
)
_OFFICE_FORMS = {"pm": "prime minister"}


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
        self._head = f"{known.title}\n{known.text[: min((c.start for c in accepted[:1]), default=0)][:_HEAD]}"
        self._count: Counter[str] = Counter(c.key for c in accepted)
        self._anatomy = {c.key: c.anatomy for c in accepted}
        self._correct = self._misprints()
        self._labels = sorted(
            {
                printed(a.name)
                for a in self._anatomy.values()
                if not a.generic and not a.letter and a.key not in self._correct
            }
        )
        self._relatives: dict[str, list[str]] = defaultdict(list)
        for name in self._labels:
            self._relatives[surname(name)].append(name)
        self._offices = {_normal(key) for key in self._count if is_office(key)}
        self._titles = {_title_before(n) for n in self._labels if not is_office(n)}
        self._introduced = self._introductions()
        self._resolved: dict[str, str | None] = {}

    def of(self, made: Anatomy) -> str | None:
        """The speaker that a label names; None for an unnamed questioner or answerer."""
        key = made.key
        if key not in self._resolved:
            found = self._resolve(self._anatomy[self._correct.get(key, key)])
            self._resolved[key] = self._running(found) if found else None
        return self._resolved[key]

    def is_generic(self, made: Anatomy) -> bool:
        """Whether the label, read aright, is an unnamed questioner's."""
        return self._anatomy[self._correct.get(made.key, made.key)].generic

    def _running(self, name: str) -> str:
        """A full name in capitals as running text prints it, where the document does."""
        plain = capitalised(name)
        known = len(name.split()) > 1 and not is_office(name) and len(self._labels) <= _MOST_NAMES
        return plain if known and (plain in self._known.title or plain in self._known.text) else name

    def _resolve(self, made: Anatomy) -> str | None:
        """Whom a label names; none or an empty name where it names nobody."""
        if made.generic or is_generic(made.name):
            return printed(named_part(made.name))
        if made.key in ANSWERS:
            return self._main
        name = printed(made.name)
        letters = name.replace(".", "")
        if full := self._known.initials.get(letters.upper()):
            return self._person(full)
        if made.tail and made.words == 1:
            return name  # "EMMA, 9" calls in: she is no Emma of the title
        if is_office(name):
            return self._holder(name) or name
        if name.split()[-1].isdigit():
            return name
        if self._relatives[surname(name)] in ([], [name]) and (full := spelled_out(name, self._head)):
            name = full
        return self._person(name)

    def _person(self, name: str) -> str:
        """The fullest printing of a person's name that only he or she can have."""
        relatives = self._relatives[surname(name)]
        if len(relatives) > _MOST_NAMES:
            return name
        if self._main and same_person(name, self._main):
            rivals = [n for n in relatives if not same_person(n, self._main)]
            if len(words_of_name(name)) > 1 or not (rivals or self._is_contested(name, self._main)):
                return self._main
        if len(words_of_name(name)) > 1:  # "Dr. Ana Berg" beside "Ana Berg"
            plainer = [
                n for n in relatives if name.endswith(f" {n}") and words_of_name(n) == words_of_name(name)
            ]
            name = min([name, *plainer], key=len)
        people = _distinct(n for n in relatives if _is_fuller(n, name) and same_person(n, name))
        if len(people) == 1 and not self._is_contested(name, people[0]):
            return self._person(people[0])
        if people or len(words_of_name(name)) > 1:
            return name
        if not relatives[1:] and (full := self._called_by(name)):
            return self._person(full)
        if any(not same_person(n, name) for n in relatives):
            return name  # "MR. LEE" beside "MS. LEE": which of them is the Lee of the title?
        if len(bare(name).split()) + 1 < len(name.split()):
            return name  # "PRIME MINISTER CLARKE": an office and a name are enough
        found = [n for n in self._introduced.get(surname(name), ()) if same_person(n, name)]
        given = {n: n.split()[0] for n in found}
        found = [n for n in found if not self._is_word(given[n]) and not is_generic(given[n])]
        found = [n for n in found if not CLIP.fullmatch(given[n])]
        return found[0] if len(_distinct(found)) == 1 else name

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
        full = _distinct(
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

    def _holder(self, office: str) -> str | None:
        """Who holds an office, if the document leaves no doubt."""
        plain = _normal(office)
        if len(self._offices) > _MOST_NAMES or plain in self._titles:
            return None  # "PRIME MINISTER:" beside "PRIME MINISTER CLARKE:" may be either
        named = self._named_with(plain)
        if not self._main:
            people = _distinct(named)
            return people[0] if len(people) == 1 and len(words_of_name(people[0])) > 1 else None
        if any(same_person(n, self._main) for n in self._relatives[surname(self._main)]):
            return None  # the main speaker has a label of his own
        # the text may name other holders of the office, a colleague abroad or the next guest;
        # where it is the one office among the labels, only the title can name a rival
        if self._leads(plain) and len(self._offices) == 1:
            named = self._named_with(plain, head=0)
            return self._main if all(same_person(n, self._main) for n in named) else None
        if not all(same_person(n, self._main) for n in named):
            return None
        return self._main if named or self._leads(plain) else None

    def _leads(self, office: str) -> bool:
        """Whether an office is one that a main speaker holds, and nobody else's label comes near it."""
        if office not in _LEADING_OFFICES:
            return False
        if office == "prime minister":  # unless the text gives the main speaker another office
            others = [other for other in self._offices if other != office]
            return not any(same_person(n, self._main or "") for o in others for n in self._named_with(o))
        guests = [key for key in self._count if self._anatomy[key].titled and not is_office(key)]
        return len(self._offices) == 1 and not guests

    def _named_with(self, office: str, *, head: int = _HEAD) -> list[str]:
        """The names that follow an office in the title and the head."""
        matter = " ".join(f"{self._known.title}\n{self._known.text[:head]}".split())
        pattern = re.compile(
            rf"(?i:\b{re.escape(office)})(?i:,?\s+(?:the\s+)?(?:rt\.?\s+)?hon(?:ou?rable)?\.?)?,?\s+(?i:dr\.?\s+|mr\.?\s+|ms\.?\s+)?"
            rf"((?:{_NAME_WORD}\s+){{1,3}}{_NAME_WORD})"
        )
        names = []
        for m in pattern.finditer(matter):
            words = m[1].split()
            if any(is_office(word) for word in words[:2]):
                continue
            if self._main and same_person(" ".join(words[:2]), self._main):
                names.append(self._main)
                continue
            given = [w.strip(".,;:’'") for w in words[:2]]
            if any(w.casefold() in NOT_GIVEN or len(w) < 2 for w in given) or words[0].endswith((".", ",")):
                continue
            names.append(" ".join(given))
        return names

    def _misprints(self) -> dict[str, str]:
        """Rare labels that are a frequent one with a letter or two misread."""
        frequent = [
            k for k, n in self._count.items() if n >= 4 and len(k) >= 5 and self._anatomy[k].casing == "caps"
        ]
        if not frequent or len(self._count) > 2000:
            return {}
        found: dict[str, str] = {}
        for key, often in self._count.items():
            made = self._anatomy[key]
            if often > 2 or len(key) < 5 or made.casing != "caps" or made.generic or is_office(key):
                continue
            if key in CHAIRS or key in HOSTS:
                continue
            near = [f for f in frequent[:40] if _misread(key, f, office=self._anatomy[f])]
            if len(near) == 1 and self._count[near[0]] >= 4 * often and not self._known.knows(made):
                found[key] = near[0]
        return found


def _misread(key: str, frequent: str, *, office: Anatomy) -> bool:
    """Whether a label is another one misprinted; names bear less than offices and questioners."""
    words, others = key.split(), frequent.split()
    if words[-1] == others[-1] and len(words) > 1:
        # the surname is whole: only a title may be damaged, "MS." is no damaged "MR.", and Eva is not Ana
        allowed = 3 if is_office(" ".join(others[:-1])) and not is_office(words[0]) else 0
    elif office.generic or is_office(frequent):
        allowed = 3 if len(frequent) >= 12 else 2
    elif len(frequent) < 6 or key[0] != frequent[0] or words[:-1] != others[:-1]:
        allowed = 0
    else:
        allowed = 1
    one, other = Counter(key), Counter(frequent)
    # each letter more or less is a change at least: most pairs differ too much before they are aligned
    if not allowed or max((one - other).total(), (other - one).total()) > allowed:
        return False
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  slow to load, and few documents need it

    return Levenshtein.distance(key, frequent, score_cutoff=allowed) <= allowed


def _is_fuller(name: str, than: str) -> bool:
    """Whether a name has more words, and a given name among them and not just an initial."""
    words = words_of_name(name)
    return len(words) > len(words_of_name(than)) and len(words[0]) > 1


def _normal(office: str) -> str:
    folded = office.casefold().removeprefix("the ")
    return _OFFICE_FORMS.get(folded, folded)


def _title_before(name: str) -> str:
    """`prime minister` of `PRIME MINISTER CLARKE`; empty without a title."""
    return name.casefold()[: -len(bare(name))].strip() if bare(name) != name else ""


def _in_order(name: str) -> str:
    """`Howard, John` as `John Howard`; other names as printed."""
    return bare(name) if "," in name else printed(name)


def _distinct(names: Iterable[str]) -> list[str]:
    """One printing, the longest, for each person among the names."""
    people: list[str] = []
    for name in sorted(set(names), key=lambda n: (-len(n), n)):
        if not any(same_person(name, other) for other in people):
            people.append(name)
    return people
