"""Whom "he" or "she" beside quoted words means: the one of whom the text was speaking; nobody where two fit.

The nearest sentence that speaks of somebody decides. Its subject is meant, unless whoever spoke before may
be meant as well; a paragraph that begins with another subject has left him.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from verbale.quote.attribution import mentions
from verbale.quote.attribution.held_offices import held_office
from verbale.quote.attribution.shapes import NAME, PRONOUN
from verbale.quote.speakers.given_titles import is_new
from verbale.quote.speakers.named_people import Naming, People
from verbale.quote.speakers.office_words import MEN, WOMEN
from verbale.text.gazetteer import place_of
from verbale.text.names import is_office
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words
from verbale.text.patterns import either, pattern
from verbale.text.sentences import sentence_ends

__all__ = ["Heard", "meant"]

_SOMEBODY = pattern(
    rf"\b(?i:{either(listed_words('before_somebody'))})\s+(?:[^\W\d_A-Z][\w’'-]*\s+){{0,2}}"
    rf"(?P<who>(?i:{either(listed_words('somebody'))}))\b"
    rf"(?=[,.;:!?)—–]|\s*\Z|\s+(?:{either(listed_words('behind_somebody'))})(?!\w)|\s+\w+ed\b|\s+[A-Za-z“\"])"
)
# "her deputy, Ivo Tarn", "the mayor of Velland, Ana Ruiz": the description is the one who is named
_THEN_NAMED = pattern(rf"(?:\s+(?:{either(listed_words('name_origins'))})\s+[^,.;:“”\"]{{1,40}})?,?\s+{NAME}")
# "Ana Ruiz, the mayor", "Ana Ruiz is a teacher": so is the one who is described behind the name
_OF_ANOTHER = pattern(
    rf"(?:[\w.’'”-]+,|\b(?:{either(listed_words('being') | listed_words('as_words'))}))\s+"
    r"(?:\w+ly\s+|not\s+)?\Z"
)
_APPOSED = pattern(
    rf"(?:{either(listed_words('name_articles') | listed_words('owners'), capitals=True)})\s"
    r"[^.;:“”\"]{2,60}?,?\s+\Z"
)
# "Speaking on Monday, Ana Ruiz warned": a clause begins with the name, and a verb follows
_CLAUSE_BEGINS = pattern(
    rf"(?:[,;:—–]|(?<![\w’'])(?:{either(listed_words('clause_borders'))}))\s\Z", re.IGNORECASE
)
_AFTER_NAME = either(listed_words("governs_names") | listed_words("joining") | listed_words("or_words"))
_VERB_FOLLOWS = pattern(rf"(?:,[^,.;:“”\"]{{1,80}},|\s[—–-])?\s+(?!(?:{_AFTER_NAME})(?!\w))[^\W\d_A-Z]")
# whoever is asked is the subject of what follows
_ASKED = pattern(rf"(?<!\w)(?:{either(listed_words('asking_cues'))})\s+\Z")
_SINGLE = pattern(rf"(?P<name>{NAME}),?\s+(?:\w+ly\s+)?[^\W\d_A-Z]\w*")
_FIRST_OF_PLACES, _LAST_OF_PLACES = listed_words("first_of_places"), listed_words("last_of_places")
_NO_SUBJECT = ("s", "ing", "ly", "ed")
_PRONOUNS = {
    "f": pattern(rf"(?<!\w)(?:{either(listed_words('pronouns_she'), capitals=True)})(?!\w)"),
    "m": pattern(rf"(?<!\w)(?:{either(listed_words('pronouns_he'), capitals=True)})(?!\w)"),
}
_PARTS = frozenset(",;:—–")
_POSSESSIVES = {"f": pattern(r"\W*(?:Her)\s"), "m": pattern(r"\W*(?:His)\s")}


@dataclass(frozen=True, slots=True)
class Heard:
    """Who spoke last, and where: a person's name, or None where nobody knows whose the words were."""

    place: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """Somebody of whom a text speaks: `name` is None where it is only described."""

    place: int
    name: str | None
    owner: bool
    end: int


def meant(  # noqa: PLR0913 - what stands around a pronoun
    text: str,
    people: People,
    span: tuple[int, int],
    gender: str,
    last: Heard | None,
    *,
    named: Sequence[Naming],
    quoted: Callable[[int], bool],
    voiced: Callable[[str], bool],
) -> str | None:
    """The person whom a pronoun means, None in doubt.

    Args:
        text: The text.
        people: Everybody whom it names.
        span: Where to look back to, and where the pronoun stands.
        gender: Whether "she" or "he" stands there: "f" or "m".
        last: Who spoke last.
        named: Who is named in the span outside quoted words.
        quoted: Whether a place stands inside quoted words.
        voiced: Whether a name has spoken in the text.
    """
    begin, place = span
    since = last.place if last is not None and begin <= last.place <= place else None
    speaker = last.speaker if last is not None and since is not None else None
    described = _described(text, people, begin, place, quoted)
    figures = sorted([*(_Figure(*one) for one in named), *described], key=lambda one: one.place)
    others: set[str] = set()
    for start, group in _sentences(text, since if since is not None else begin, place, figures, quoted):
        fitting = [one for one in group if one.name is None or people.gender(one.name) in ("", gender)]
        if meanwhile := _pronoun(text, start, group[-1].end if group else start, gender, quoted):
            # of whom "she" speaks is not she: "she joked about it if Trump wins"; ", Sanders said" may be
            before = {one.name for one in group if one.place < meanwhile}
            others |= {
                one.name
                for one in group
                if one.name is not None
                and one.place > meanwhile
                and one.name not in before
                and text[max(start, one.place - 2) : one.place].strip() not in _PARTS
            }
        fitting = [one for one in fitting if one.name not in others or one.name == speaker]
        fitting = [
            one for one in fitting if one.name is not None or _described_gender(text, one) in ("", gender)
        ]
        if not fitting:
            continue
        subject = next(
            (one for one in fitting if one.name is not None and _is_subject(text, start, one)), None
        )
        goes_on = subject is not None and speaker is not None and same_person(subject.name or "", speaker)
        one = subject if subject is not None and goes_on else fitting[-1]
        if one.name is None or one.owner or (not goes_on and any(not _same(one, other) for other in fitting)):
            return None
        if goes_on or (speaker is not None and same_person(one.name, speaker)):
            return one.name
        only = not any(
            other.name is None or not same_person(other.name, one.name)
            for other in figures
            if other.name is None or people.gender(other.name) in ("", gender)
        )
        # a surname alone is that of a person of whom the text has more
        known = (
            voiced(one.name) or people.is_certain(one.name) or _is_surname(text, one) or is_office(one.name)
        )
        leads = subject is not None or (only and known and people.gender(one.name) == gender)
        if (
            speaker is not None
            and not same_person(one.name, speaker)
            and people.gender(speaker) in ("", gender)
        ):
            return one.name if leads and known and _leaves(text, start, last, gender) else None
        return one.name if leads and (known or only) and _is_person(people, one.name, voiced) else None
    if since is None:
        return None
    return speaker if speaker is not None and people.gender(speaker) in ("", gender) else None


def _described(
    text: str, people: People, begin: int, place: int, quoted: Callable[[int], bool]
) -> Iterator[_Figure]:
    """Those who are described and not named, outside quoted words."""
    for match in _SOMEBODY.finditer(text, begin, place):
        if quoted(match.start()) or _THEN_NAMED.match(text, match.end(), place):
            continue
        whose = text[match.start() : match.end()].lower().startswith("whose")
        if whose or not _OF_ANOTHER.search(text, max(begin, match.start() - 40), match.start()):
            name = None if whose else _in_office(text, people, match)
            yield _Figure(match.start(), name, owner=False, end=match.end())


def _in_office(text: str, people: People, described: re.Match[str]) -> str | None:
    """Whoever is described by an office: by name where the text gives it to one, else as printed."""
    office = held_office(described[0])
    if office is None or is_new(text, described["who"].casefold(), described.start()):
        return None
    holders = people.holders(described[0], described.start())
    return office if not holders else holders[0] if len(holders) == 1 else None


def _sentences(
    text: str, start: int, place: int, figures: Sequence[_Figure], quoted: Callable[[int], bool]
) -> Iterator[tuple[int, list[_Figure]]]:
    """The sentences between two places that speak of somebody, the nearest first."""
    borders = [start, *sentence_ends(text, start, place, lines=True)]
    groups: dict[int, list[_Figure]] = {}
    for one in figures:
        if one.place >= start:
            groups.setdefault(bisect_right(borders, one.place) - 1, []).append(one)
    for number in range(len(borders) - 1, -1, -1):
        begin = borders[number]
        stop = borders[number + 1] if number + 1 < len(borders) else place
        group = groups.get(number, [])
        stranger = [one for one in _stranger(text, begin, stop, group) if not quoted(one.place)]
        if group or stranger:
            yield begin, [*group, *stranger]


def _stranger(text: str, begin: int, stop: int, group: Sequence[_Figure]) -> list[_Figure]:
    """A subject of one word with a capital, of which nobody knows more, as in `Tarn nodded`."""
    lead = mentions.leading(text, begin, stop)
    if lead is None or re.fullmatch(PRONOUN, lead.span.of(text)):
        return []
    if not (found := _SINGLE.match(text, lead.span.start, stop)):
        return []
    name = found["name"]
    known = any(one.place < lead.span.end and lead.span.start < one.end for one in group)
    if known or " " in name or name.endswith(_NO_SUBJECT) or place_of(name) is not None:
        return []
    return [_Figure(lead.span.start, None, owner=False, end=lead.span.end)]


def _pronoun(text: str, start: int, end: int, gender: str, quoted: Callable[[int], bool]) -> int | None:
    """Where a sentence first says "she" or "he", outside quoted words."""
    places = (found.start() for found in _PRONOUNS[gender].finditer(text, start, end))
    return next((place for place in places if not quoted(place)), None)


def _same(one: _Figure, other: _Figure) -> bool:
    if one.name is None or other.name is None:
        return one is other
    if is_office(one.name) or is_office(other.name):
        return one.name.casefold() == other.name.casefold()
    return same_person(one.name, other.name)


def _described_gender(text: str, one: _Figure) -> str:
    words = text[one.place : one.end].lower().split()
    return "f" if words[-1] in WOMEN else "m" if words[-1] in MEN else ""


def _is_subject(text: str, start: int, one: _Figure) -> bool:
    """Whether somebody is the subject with which a sentence begins, alone or behind what he is."""
    lead = mentions.leading(text, start, min(len(text), one.end + 1))
    if lead is not None and lead.span.start <= one.place < lead.span.end:
        return not lead.joint
    if _ASKED.search(text, max(start, one.place - 40), one.place):
        return True
    if _CLAUSE_BEGINS.search(text, max(start, one.place - 40), one.place) and _VERB_FOLLOWS.match(
        text, one.end
    ):
        return True
    begin = (
        start + len(text[start : one.place]) - len(text[start : one.place].lstrip(' \t\r\n\u00a0“”"»’)*_'))
    )
    return begin == one.place or _APPOSED.fullmatch(text, begin, one.place) is not None


def _is_surname(text: str, one: _Figure) -> bool:
    return one.name is not None and " " in one.name and " " not in text[one.place : one.end]


def _leaves(text: str, start: int, last: Heard | None, gender: str) -> bool:
    """Whether a sentence that begins with another subject leaves the one who spoke before it.

    "Her deputy" says that he is another than her; "his deputy" leaves two whom "he" may mean.
    """
    assert last is not None  # noqa: S101 - somebody spoke
    own, other = _POSSESSIVES[gender], _POSSESSIVES["m" if gender == "f" else "f"]
    if other.match(text, start):
        return True
    return own.match(text, start) is None and "\n" in text[last.place : start + 1].rstrip(" \t")


def _is_person(people: People, name: str, voiced: Callable[[str], bool]) -> bool:
    """Whether a name is a person's: known as one, or two words or more that are no place's and no body's."""
    if voiced(name) or people.is_certain(name) or is_office(name):
        return True
    words = name.lower().split()
    of_a_place = words[0] in _FIRST_OF_PLACES or words[-1] in _LAST_OF_PLACES
    return len(words) > 1 and not of_a_place and not name.isupper() and place_of(name) is None
