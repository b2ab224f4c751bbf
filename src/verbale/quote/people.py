"""The people whom a text names, with the offices it gives them: to know later who "Marr" or "she" is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from verbale.quote.mentions import NO_NAME, WORD
from verbale.text.names import bare, is_generic, is_office, same_person, surname

__all__ = ["People", "Person", "office_of", "person_in"]

_LINK = r"(?:de|del|della|da|di|do|dos|von|van|der|den|bin|ibn|al|el|la|le)"
_RUN = re.compile(rf"{WORD}(?:[ \u00a0\n](?:{_LINK}\s+){{0,2}}(?:of\s+|for\s+)?{WORD})*")
_POSSESSED = re.compile(r"['’]s?\Z")
_OFFICES = frozenset(
    [
        "president",
        "minister",
        "secretary",
        "chancellor",
        "premier",
        "senator",
        "governor",
        "mayor",
        "ambassador",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "chairman",
        "chairwoman",
        "chairperson",
        "chair",
        "chief",
        "director",
        "speaker",
        "representative",
        "congressman",
        "congresswoman",
        "judge",
        "justice",
        "general",
        "colonel",
        "admiral",
        "major",
        "captain",
        "lieutenant",
        "sergeant",
        "commissioner",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "bishop",
        "archbishop",
        "cardinal",
        "doctor",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "adm",
        "maj",
        "sir",
        "dame",
        "lord",
        "lady",
        "mx",
        "hon",
        "rev",
        "st",
        "attorney",
        "prosecutor",
        "lawyer",
        "leader",
        "candidate",
        "nominee",
        "strategist",
        "adviser",
        "advisor",
        "aide",
        "analyst",
        "economist",
        "author",
        "historian",
        "envoy",
        "diplomat",
        "counsel",
        "administrator",
        "coordinator",
        "treasurer",
        "deputy",
        "commander",
        "officer",
        "sheriff",
        "detective",
        "correspondent",
        "editor",
        "reporter",
        "host",
        "pastor",
        "state",
        "defense",
        "defence",
        "affairs",
        "treasury",
        "staff",
        "security",
        "rights",
        "commerce",
        "energy",
        "interior",
        "justice",
        "coach",
        "captain",
        "manager",
        "министр",
        "президент",
        "премьер",
        "председатель",
        "посол",
        "губернатор",
        "мэр",
        "господин",
        "госпожа",
        "ministre",
        "président",
        "présidente",
        "presidente",
        "presidenta",
        "ministro",
        "ministra",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "kanzler",
        "kanzlerin",
        "bundeskanzler",
        "bundeskanzlerin",
        "sprecher",
        "sprecherin",
        "portavoz",
        "herr",
        "frau",
        "monsieur",
        "madame",
        "señor",
        "señora",
        "don",
        "doña",
    ]
)
# Words for an office that may stand alone for the one who holds it: "the minister said".
_ALONE = _OFFICES - frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "adm",
        "maj",
        "sir",
        "hon",
        "rev",
        "st",
        "state",
        "defense",
        "defence",
        "affairs",
        "treasury",
        "staff",
        "security",
        "rights",
        "commerce",
        "energy",
        "interior",
        "herr",
        "frau",
        "monsieur",
        "madame",
        "señor",
        "señora",
        "don",
        "doña",
    ]
)
_BODIES = frozenset(
    [
        "house",
        "ministry",
        "council",
        "department",
        "party",
        "university",
        "court",
        "street",
        "city",
        "republic",
        "states",
        "kingdom",
        "union",
        "nations",
        "congress",
        "senate",
        "parliament",
        "government",
        "administration",
        "commission",
        "committee",
        "agency",
        "office",
        "organization",
        "organisation",
        "institute",
        "center",
        "centre",
        "college",
        "school",
        "association",
        "federation",
        "bank",
        "news",
        "times",
        "post",
        "journal",
        "press",
        "tribune",
        "herald",
        "gazette",
        "company",
        "group",
        "corporation",
        "inc",
        "foundation",
        "service",
        "bureau",
        "board",
        "board's",
        "force",
        "forces",
        "army",
        "navy",
        "police",
        "hospital",
        "church",
        "hall",
        "square",
        "avenue",
        "road",
        "river",
        "island",
        "islands",
        "county",
        "north",
        "south",
        "east",
        "west",
        "new",
        "united",
        "america",
        "american",
        "european",
        "africa",
        "asia",
        "europe",
        "conference",
        "summit",
        "treaty",
        "agreement",
        "act",
        "charter",
        "declaration",
        "day",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "facebook",
        "twitter",
        "fund",
        "network",
        "radio",
        "television",
        "tv",
        "the",
        "democrats",
        "republicans",
        "democratic",
        "republican",
        "project",
        "initiative",
        "partnership",
        "world",
        "war",
        "games",
        "cup",
        "league",
        "championship",
        "airport",
        "tower",
        "hotel",
        "stadium",
        "министерство",
        "совет",
    ]
)
_WOMEN = frozenset(
    [
        "ms",
        "mrs",
        "miss",
        "madam",
        "madame",
        "lady",
        "dame",
        "queen",
        "princess",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "frau",
        "señora",
        "doña",
        "госпожа",
        "ministerin",
        "präsidentin",
        "kanzlerin",
        "bundeskanzlerin",
        "sprecherin",
        "présidente",
        "presidenta",
        "ministra",
        "actress",
        "businesswoman",
        "mother",
        "wife",
        "daughter",
        "sister",
    ]
)
_MEN = frozenset(
    [
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "pope",
        "spokesman",
        "chairman",
        "congressman",
        "herr",
        "señor",
        "don",
        "monsieur",
        "господин",
        "businessman",
        "father",
        "husband",
        "son",
        "brother",
    ]
)
_PLACES = re.compile(
    r"(?:\b[Ii]n|\b[Aa]t|\b[Nn]ear|\bacross|\baround|\binside|\boutside|\bthroughout|\btoward|\btowards|,)\s\Z"
)
_PREPOSITIONS = re.compile(r"\b(?:for|of|from|in|at|to|with|by|on|against|near|under)\s+\Z")
_LAST_NAME = re.compile(rf"(?<![\w’'\-])(?:{WORD}(?:\s+(?:{_LINK}\s+){{0,2}}(?:of\s+|for\s+)?{WORD})*)\Z")
_DETERMINER = re.compile(r"(?:the|der|die|das|le|la|el|les|los)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Person:
    """One person of the text: the printings of the name, and the words for the offices."""

    names: Counter[str] = field(default_factory=Counter)
    first: int = 0
    offices: set[str] = field(default_factory=set)
    known: str | None = None

    @property
    def name(self) -> str:
        """The full name: the document's own where it has one, else the most frequent, shortest printing."""
        return self.known or min(self.names, key=lambda name: (-self.names[name], len(name), name))

    @property
    def gender(self) -> str:
        """ "f", "m", or "" where no title says."""
        return "f" if self.offices & _WOMEN else "m" if self.offices & _MEN else ""


def _split(run: str) -> tuple[set[str], str]:
    """The offices with which a run of capitalised words begins, and the name that follows."""
    words = run.split()
    while len(words) > 1 and words[0].lower() in NO_NAME:
        words = words[1:]
    last = -1
    for number, word in enumerate(words):
        key = word.rstrip(".").lower()
        if key in _OFFICES and (
            number < len(words) - 1
            or len(words) == 1
            or key not in {"justice", "major", "king", "prince", "st", "don", "lord"}
        ):
            last = number
    return {word.rstrip(".").lower() for word in words[: last + 1]}, " ".join(words[last + 1 :])


def _is_body(name: str) -> bool:
    return any(word.rstrip(".").lower() in _BODIES for word in name.split())


def office_of(mention: str) -> str | None:
    """The word for the office that a mention without a name speaks of.

    Args:
        mention: The words, as printed.

    >>> office_of("the foreign minister"), office_of("Marr’s spokesman"), office_of("people")
    ('minister', None, None)
    """
    if re.search(
        r"['’]s?\s|\b(?:for|of|from|at|in)\b|\bhis\b|\bher\b|\btheir\b|\ba\b|\ban\b|\banother\b|\bone\b|\bsome\b",
        mention,
    ):
        return None
    words = re.findall(r"\w+", mention.lower())
    return words[-1] if words and words[-1] in _ALONE else None


def person_in(mention: str) -> tuple[str | None, bool]:
    """The name of the person or body that a mention is about, and whether it is a body.

    Args:
        mention: The words, as printed.

    Returns:
        The name without titles, or None where the mention only describes somebody.

    >>> person_in("US Secretary of State Ana Ruiz"), person_in("a spokesman for Ana Ruiz")
    (('Ana Ruiz', False), (None, False))
    >>> person_in("the Foreign Ministry")
    ('Foreign Ministry', True)
    """
    words = " ".join(mention.split()).strip("*_ ")
    if is_generic(words):
        return None, False
    head, comma, rest = words.partition(",")
    if comma and re.match(r"\s*[\w.]+\Z", rest) is None:
        words = head if re.search(rf"{WORD}\Z", head) else words
    found = _LAST_NAME.search(words)
    if found is None:
        return None, False
    run, ahead = found[0], words[: found.start()]
    if _PREPOSITIONS.search(ahead) or _POSSESSED.search(run):
        return None, False
    possessed = list(re.finditer(r"['’]s?\s+", run))
    if possessed:
        run = run[possessed[-1].end() :]
    offices, name = _split(run)
    if name.startswith(("of ", "for ")) or not name or " of " in name or " for " in name:
        if name and _is_body(name) and not offices:
            return name, True
        return None, False
    article = _DETERMINER.fullmatch(ahead) is not None
    if is_office(name) or name.lower() in _ALONE:
        return None, False
    if (
        _is_body(name)
        or (article and not offices)
        or (name.isupper() and len(name) <= 5 and " " not in name and "." not in name)
    ):
        return name, True
    return bare(name) or None, False


class People:
    """Everybody whom the text names, found when first asked for.

    Args:
        text: The text.
        known: Full names that the document itself gives (labels, main speaker).

    >>> People("Minister Elena Marr came. Marr left.").full("Marr")
    'Elena Marr'
    """

    def __init__(self, text: str, known: Iterable[str] = ()) -> None:
        self.text = text
        self._known = [bare(name) for name in known if name and not is_generic(name)]
        self._by_surname: dict[str, list[Person]] | None = None
        self._places: list[tuple[int, int, str, bool]] = []

    def _read(self) -> dict[str, list[Person]]:
        if self._by_surname is not None:
            return self._by_surname
        people: dict[str, list[Person]] = {}
        self._by_surname = people
        for name in self._known:
            if surname(name) and not is_office(name):
                self._enter(name, -1, set(), known=name)
        titled: list[tuple[str, set[str]]] = []
        for match in _RUN.finditer(self.text):
            run = match[0]
            if " " not in run and "\n" not in run and "\u00a0" not in run:
                continue
            run = " ".join(run.split())
            possessed = _POSSESSED.search(run) is not None
            run = _POSSESSED.sub("", run).rstrip(".")
            offices, name = _split(run)
            if not name or _is_body(name) or " of " in name or " for " in name:
                continue
            if " " in name:
                if offices or not _PLACES.search(self.text, max(0, match.start() - 12), match.start()):
                    self._enter(name, match.start(), offices)
                    self._places.append((match.start(), match.end(), surname(name), possessed))
            elif offices:
                titled.append((name, offices))
                self._places.append((match.start(), match.end(), surname(name), possessed))
        for name, offices in titled:
            group = people.get(surname(name), [])
            if len(group) == 1:
                group[0].offices |= offices
            elif not group:
                self._enter(name, 0, offices)
        for match in re.finditer(
            rf"(?P<name>{WORD}(?:\s+{WORD})+),\s+(?:the|a|an|der|die|le|la|el)?\s*(?P<what>[^,.;:\n]{{3,60}})",
            self.text,
        ):
            said = {word.lower() for word in match["what"].split()} & _ALONE
            if said and (person := self._person(" ".join(match["name"].split()))) is not None:
                person.offices |= said
        return people

    def _enter(self, name: str, place: int, offices: set[str], known: str | None = None) -> None:
        key = surname(name)
        if not key:
            return
        assert self._by_surname is not None  # noqa: S101
        group = self._by_surname.setdefault(key, [])
        for person in group:
            if same_person(person.name, name):
                person.names[name] += 1
                person.offices |= offices
                return
        if len(group) < 20:
            group.append(Person(Counter([name]), place, set(offices), known))

    def _person(self, name: str) -> Person | None:
        _, name = _split(name)
        group = [p for p in self._read().get(surname(name), []) if same_person(p.name, name)]
        return group[0] if len(group) == 1 else None

    def full(self, name: str) -> str:
        """The name in full where the text has it and leaves no doubt; else as it is printed."""
        person = self._person(name)
        if person is None:
            return name
        return person.name if len(person.name) >= len(name) else name

    def holder(self, office: str, before: int) -> str | None:
        """Who alone holds an office, and was named before a place."""
        found = [
            person
            for group in self._read().values()
            for person in group
            if office in person.offices and (person.first < before) and " " in person.name
        ]
        return found[0].name if len(found) == 1 else None

    def gender(self, name: str) -> str:
        """ "f", "m", or "" where nothing says."""
        person = self._person(name)
        return person.gender if person else ""

    def knows(self, word: str) -> bool:
        """Whether a word is the surname of somebody in the text."""
        return word.lower() in self._read()

    def named(self, start: int, end: int) -> list[tuple[int, str, bool]]:
        """Who is named between two places: place, name, and whether as an owner ("Marr's")."""
        people = self._read()
        found: list[tuple[int, str, bool]] = []
        number = bisect_left(self._places, (start, 0, "", False))
        taken: list[tuple[int, int]] = []
        while number < len(self._places) and self._places[number][0] < end:
            begin, stop, _, possessed = self._places[number]
            run = " ".join(self.text[begin:stop].split())
            name = _split(_POSSESSED.sub("", run).rstrip("."))[1]
            found.append((begin, self.full(name), possessed))
            taken.append((begin, stop))
            number += 1
        for match in re.finditer(rf"(?<![\w’'-]){WORD}", self.text[start:end]):
            place = start + match.start()
            if any(a <= place < b for a, b in taken):
                continue
            word = _POSSESSED.sub("", match[0]).rstrip(".")
            if word.lower() not in NO_NAME and surname(word) in people:
                found.append((place, self.full(word), _POSSESSED.search(match[0]) is not None))
        return sorted(found)
