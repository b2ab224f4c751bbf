"""A person's name at the head of a stretch of a title: offices before it, others and occasions behind it.

Titles are set in capitals throughout, so a name cannot be told by its letters alone. An office leads
to a name, words for bodies and occasions end one, and where both readings are open there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.text.listed import listed
from verbale.text.names import is_generic, is_office
from verbale.text.packs import listed_words, remark
from verbale.text.patterns import pattern

__all__ = ["Person", "is_body", "is_title", "person_at_start"]


_TOKEN = pattern(r"[^\W\d_][\w.’'‐‑\u2060-]*|\d[\w.]*|\S")
_BODY_WORDS = listed(
    """
    house ministry government department office council committee team union party bank university
    agency board commission court embassy administration group official officials authorities
    parliament senate congress delegation spokespersons ministers leaders presidents advisers
    advisors premiers heads experts press media news service journalists television channel radio tv
    newspaper magazine the a an this that results year conference briefing gaggle call background
    readout world speech address remarks statement message launch dinner lunch luncheon reception symposium
    notes centre center club institute association federation chamber society parliamentary national
    convention college hospital school program programme industry trade meeting summit
    """
)
_PEOPLE = listed(
    """
    official officials experts leaders ministers presidents authorities spokespersons
    """
)
_FORM_WORDS = listed_words("form_words")
_STOP = listed_words("after_names") | _FORM_WORDS
_OWNS = ("'s", "’s")
# "en" is Dutch for it, and the beginning of "en route"
_JOINING = listed_words("ands") - {"en"}
_OF = listed_words("office_joints")
_PARTICLES = listed_words("name_particles")
_MORE_OFFICES = listed(
    """
    coordinator principal treasurer manager founder adviser
    """
)
_OFFICE = pattern(remark(listed_words("office_words")), re.IGNORECASE)
_SUFFIX = listed(
    """
    mp jr sr ii iii mep phd md kc qc am ac ao
    """
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name; whether an office leads it, whether other people follow, whether its border is a guess."""

    name: str
    office: bool
    joint: bool
    loose: bool


class _Stretch:
    """What has been read of a stretch of a title."""

    def __init__(self) -> None:
        self.name: list[str] = []
        self.office = False
        # behind "of" it is open where the office ends and the name begins
        self.of = False
        self.joint = False
        self.loose = False

    def takes(self, token: str, ahead: Sequence[str]) -> bool:
        """Reads one token; False where the name is over."""
        folded = token.casefold().strip(".")
        if folded in _JOINING:
            # "Foreign Affairs and Trade" is one office; behind "Strategic Affairs Jane Doe and" comes another
            self.joint = bool(self.name) and (not self.of or len(self.name) >= 3)
            return not self.joint
        if folded in _OF:
            return self._joins(token, ahead)
        if folded in _STOP and (self.name or folded not in _FORM_WORDS):
            return False
        if is_title(folded):
            return self._begins_anew()
        if not token[0].isalpha():
            return self._goes_on_after(token, ahead)
        if token[0].islower():
            return not self.name and self.office
        if not (folded in _SUFFIX and self.name):
            self.name.append(token)
        return True

    def _begins_anew(self) -> bool:
        # "Secretary of State Jane Doe": what was gathered so far belongs to the office
        if any(word.casefold() in _PEOPLE for word in self.name):
            return False
        self.name, self.office, self.of = [], True, False
        return True

    def _joins(self, token: str, ahead: Sequence[str]) -> bool:
        if not self.name:
            self.of = self.of or self.office
            return True
        # "Ursula von der Leyen", not "Jane Doe of Arvenia"
        if token.casefold() in _PARTICLES and any(word[:1].isupper() for word in ahead[:2]):
            self.name.append(token)
            return True
        return self.of

    def _goes_on_after(self, mark: str, ahead: Sequence[str]) -> bool:
        if mark == "," and self.office and (not self.name or self.of or any(map(is_body, self.name))):
            # "the Minister of Water, Ana Ruiz"
            self.name, self.of, self.loose = [], False, True
            return True
        self.joint = mark in {",", "/", "&"} and _more_people(ahead)
        return False


def is_title(word: str) -> bool:
    """Whether a word is an office, or the whole of a German one.

    Args:
        word: One word, casefolded.

    >>> is_title("president"), is_title("verkehrsministerin"), is_title("marr")
    (True, True, False)
    """
    return is_office(word) or word in _MORE_OFFICES or bool(_OFFICE.fullmatch(word))


def _more_people(ahead: Sequence[str]) -> bool:
    """Whether a comma is followed by another person and not by a place or a date."""
    folded = [token.casefold() for token in ahead[:8]]
    return any(is_title(token) for token in folded[:5]) or "and" in folded


def is_body(word: str) -> bool:
    """Whether a word is of the names of bodies, media and occasions, and hardly of a person's.

    Args:
        word: One word.

    >>> is_body("Ministry’s"), is_body("Marr")
    (True, False)
    """
    bare = word.casefold().strip(".")
    return (bare[:-2] if bare.endswith(_OWNS) else bare) in _BODY_WORDS or is_generic(word)


def person_at_start(stretch: str) -> Person | None:
    """The person that a stretch of a title opens with.

    Args:
        stretch: What stands behind "remarks by", or before "’s interview".

    Returns:
        None where it opens with no name, or with one whose borders are open.

    >>> person_at_start("Foreign Minister Elena Marr at the Opening of the Bridge")
    Person(name='Elena Marr', office=True, joint=False, loose=False)
    >>> person_at_start("Senior Officials on Trade")
    """
    found = _Stretch()
    tokens = _TOKEN.findall(stretch[:200])
    for place, token in enumerate(tokens):
        if not found.takes(token, tokens[place + 1 :]):
            break
    name, loose = found.name, found.loose
    if found.of:
        # "Minister of Foreign Trade Jane Doe": a name has two words, two words alone may be the office's
        if len(name) < 3:
            return None
        name, loose = name[-2:], True
    words = [word for word in name if word.casefold() not in _PARTICLES]
    if not 1 <= len(words) <= 4 or (len(words) == 1 and not found.office):
        return None
    # "Vice President Harding’s Trip" is nobody
    if any(is_body(word) or word.endswith(_OWNS) for word in name):
        return None
    return Person(" ".join(name).rstrip(".,"), found.office, found.joint, loose)
