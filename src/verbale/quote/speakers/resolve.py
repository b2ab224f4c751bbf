"""A mention to a speaker: the full name, the one who holds the office, the one whom "she" must mean.

Whatever leaves a doubt stays None: to give words to the wrong person is the worst mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verbale.model.document import Document, Kind, Role
from verbale.model.text import Span
from verbale.quote.attribution.held_offices import held_office
from verbale.quote.attribution.neighbours import Attribution
from verbale.quote.attribution.shapes import UPPER
from verbale.quote.speakers.described import naming_part
from verbale.quote.speakers.given_titles import is_new, title_of
from verbale.quote.speakers.named_people import Naming, People
from verbale.quote.speakers.office_words import ALONE, office_of, person_in
from verbale.quote.speakers.pronouns import Heard, meant
from verbale.text.names import is_office
from verbale.text.one_person import same_person
from verbale.text.packs import listed_words
from verbale.text.patterns import pattern

__all__ = ["Resolver", "Scene", "Voice"]

_HE = listed_words("pronouns_he")
_SHE = listed_words("pronouns_she")
_I = listed_words("pronouns_i")
_YOU = listed_words("pronouns_you")
_OTHER = listed_words("pronouns_others")
_ANY_OFFICE = listed_words("any_office")
_PLAIN = listed_words("plain_ranks")
_PARTY_PEOPLE = listed_words("party_people")
_LOOK_BACK = 700
_OWNER = pattern(r"['’]s?\Z")
_SENTENCE_SUBJECT = pattern(r"(?:\A|[.!?…\n]\s*)[\"”’]?\s*\Z")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke, as far as the text tells; `sure` between 0 and 1, `own` for "I said".

    `body` and `office` say what the speaker's words are where they are no person's name.
    """

    speaker: str | None
    sure: float = 1.0
    own: bool = False
    body: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Where quoted words stand.

    `place` is where they begin, `start` where the turn or the quotation around them begins: no
    pronoun looks back over it. `teller` is who says "I" there; `nested` tells words within words.
    """

    place: int
    start: int = 0
    turn: int | None = None
    teller: str | None = None
    nested: bool = False


@dataclass(slots=True)
class Resolver:
    """Resolves mentions in the order of the text.

    Args:
        text: The text.
        document: Its document, where it is one.
        people: Everybody whom it names.
        quoted: The outermost quoted stretches, whose inside names nobody for a pronoun outside.
    """

    text: str
    document: Document | None
    people: People
    quoted: list[Span] = field(default_factory=list)
    _last: Heard | None = None
    _voiced: set[str] = field(default_factory=set)
    _full: dict[str, set[str]] = field(default_factory=dict)

    @property
    def main(self) -> str | None:
        """The main speaker of a digest, whose words stand there unless it says otherwise."""
        document = self.document
        return document.speaker if document is not None and document.kind is Kind.BRIEF else None

    def voice(self, found: Attribution, scene: Scene) -> Voice:
        """Who the mention of an attribution is.

        Args:
            found: The attribution.
            scene: Where the words stand.
        """
        if found.mention is None or found.joint or found.doubt or found.recipient:
            return Voice(None)
        mention = found.mention.of(self.text).strip("*_ \n")
        if found.name is not None:
            office = self._office_before(found.mention.start)
            return self._heard(Voice(self._in_full(found.name, scene.turn, office)), found.mention, scene)
        voice = self._pronoun(mention.lower(), found.mention.start, scene)
        if voice is None:
            naming = naming_part(self.text, found.mention).of(self.text).strip("*_ \n")
            voice = self._named(naming, found.mention.start, scene.turn)
        return self._heard(voice, found.mention, scene)

    def _office_before(self, place: int) -> str:
        """The office that stands right before a name: "sagte Bundeskanzler Reuter"; else nothing."""
        words = self.text[max(0, place - 40) : place].split()
        return words[-1] if words and words[-1].casefold() in ALONE else ""

    def _in_full(self, name: str, turn: int | None, office: str) -> str:
        """A name without titles, in full where an earlier cue has it so and its office may be theirs."""
        known = self._known(name, turn)
        if known is not None or " " in name:
            full = known or name
            self._full.setdefault(full.split()[-1], set()).add(full)
            return full
        earlier = {full for full in self._full.get(name, set()) if self.people.may_hold(full, office)}
        return next(iter(earlier)) if len(earlier) == 1 else self.people.full(name, office)

    def _heard(self, voice: Voice, mention: Span, scene: Scene) -> Voice:
        """Notes who spoke last, for the next pronoun."""
        if not scene.nested and not voice.own:
            words = mention.of(self.text).split()
            # whoever is several, or a body, is not "he"
            several = words[-1] in _OTHER or (words[-1].islower() and words[-1].endswith("s"))
            speaker = None if voice.body else voice.speaker
            self.heard(speaker, max(mention.end, scene.place), body=voice.body or several)
        return voice

    def heard(self, speaker: str | None, place: int, *, body: bool = False) -> None:
        """Notes who spoke last, for the next pronoun.

        Args:
            speaker: The person's name; None where nobody knows.
            place: Where the mention or the words stand.
            body: Whether a body spoke, which no pronoun means.
        """
        self._last = None if body else Heard(place, speaker)
        if speaker is not None:
            self._voiced.add(speaker)
            if not is_office(speaker):
                self.people.enter(speaker, place)

    def _named(self, mention: str, place: int, turn: int | None) -> Voice:
        name, body = person_in(mention)
        if name is not None:
            if body:
                # "the Velland Republican" is somebody, who is not named
                one = " " in mention and mention.rsplit(maxsplit=1)[-1].casefold() in _PARTY_PEOPLE
                return Voice(None) if one else Voice(name, 0.9, body=True)
            known = self._known(name, turn)
            return Voice(known or self.people.full(name, mention.removesuffix(name)), 1.0)
        possessed = re.match(rf"[{UPPER}]\w+['’]s?\s+", mention)
        office = office_of(mention[possessed.end() :] if possessed and self.main is not None else mention)
        if self.main is None:
            return self._in_office(mention, place, turn)
        if not office or turn is not None or (possessed and not self._fits_main(mention, office)):
            return Voice(None)
        holders = self.people.holders(" ".join(office), place)
        if len(holders) == 1 and not same_person(holders[0], self.main):
            return Voice(None)
        fits = len(holders) == 1 or self._fits_main(mention, office)
        return Voice(self.main, 0.9) if fits else Voice(None)

    def _in_office(self, mention: str, place: int, turn: int | None) -> Voice:
        """Whoever holds an office, by name where the text leaves no doubt; else the office as printed."""
        printed = held_office(mention)
        if (printed is None and not office_of(mention)) or is_new(self.text, title_of(mention).office, place):
            return Voice(None)
        holders = self.people.holders(mention, place) if turn is None else []
        if holders or printed is None:
            return Voice(holders[0] if len(holders) == 1 else None, 0.85)
        words = (_OWNER.sub("", word) for word in printed.split() if word[0].isupper())
        own = self.document.turns[turn].speaker if turn is not None and self.document is not None else None
        if any(map(self.people.knows, words)) or (own is not None and same_person(printed, own)):
            return Voice(None)
        return Voice(printed, 0.8, office=True)

    def _fits_main(self, mention: str, office: Sequence[str]) -> bool:
        """Whether "the top Russian diplomat" may be the main speaker: every word fits the title."""
        assert self.main is not None  # noqa: S101
        if office[-1] not in _ANY_OFFICE:
            return False
        family = re.escape(self.main.split()[-1])
        titles = " ".join(re.findall(rf"((?:[\w’'-]+\s){{1,6}}){family}\b", self.text[:6000]))
        proper = re.findall(rf"(?<![\w’'])[{UPPER}][\w-]+", mention.removeprefix("The "))
        told = {word for word in office[:-1] if not any(word == each.lower() for each in proper)}
        if not told - _PLAIN <= set(titles.lower().split()):
            return False
        return all(word[: max(4, len(word) - 2)] in titles for word in proper) and (
            bool(proper) or len(mention.split()) <= 3
        )

    def _known(self, name: str, turn: int | None) -> str | None:
        """The document's own printing of the main speaker's or a labelled speaker's name."""
        if self.document is None:
            return None
        names = dict.fromkeys(n for n in (self.document.speaker, *self.document.speakers) if n)
        fitting = [n for n in names if same_person(n, name)]
        if turn is None and self.document.speaker in fitting:
            return self.document.speaker
        return fitting[0] if len(fitting) == 1 and self.people.full(name) in {name, fitting[0]} else None

    def _pronoun(self, key: str, place: int, scene: Scene) -> Voice | None:
        if key in _I:
            return Voice(scene.teller, own=scene.teller is not None)
        if scene.turn is not None and key in _YOU and not scene.nested:
            return Voice(self._addressee(scene.turn), 0.8)
        if key not in _HE and key not in _SHE:
            return Voice(None) if key in _OTHER or key in _YOU else None
        gender = "f" if key in _SHE else "m"
        if self.main is not None and scene.turn is None and not scene.nested:
            return self._digest_pronoun(place, gender)
        return self._nearest(place, scene, gender)

    def _addressee(self, turn: int) -> str | None:
        """Whom a questioner says "you" to, where only one person answers in the whole text."""
        document = self.document
        if document is None or document.turns[turn].role is not Role.QUESTION:
            return None
        others = {t.speaker for t in document.turns if t.role not in (Role.QUESTION, Role.INCIDENT)}
        return next(iter(others)) if len(others) == 1 else None

    def _digest_pronoun(self, place: int, gender: str) -> Voice:
        main = self.main
        assert main is not None  # noqa: S101
        if self.people.gender(main) not in ("", gender):
            return Voice(None)
        begin = self.text.rfind("\n", 0, place) + 1
        last = self._last.speaker if self._last is not None and self._last.place >= begin else None
        if last is not None and not same_person(last, main):
            return Voice(None)
        for one in self._outside(begin, place):
            subject = not one.owner and _SENTENCE_SUBJECT.search(
                self.text[max(begin, one.place - 3) : one.place]
            )
            if subject and not same_person(one.name, main):
                return Voice(None)
        return Voice(main, 0.9)

    def _outside(self, start: int, end: int) -> list[Naming]:
        """Who is named between two places, quoted words left out."""
        return [found for found in self.people.named(start, end) if not self._is_quoted(found.place)]

    def _is_quoted(self, place: int) -> bool:
        return any(span.start <= place < span.end for span in self.quoted[-12:])

    def _nearest(self, place: int, scene: Scene, gender: str) -> Voice:
        """The one whom "he" or "she" means."""
        begin = max(scene.start, place - _LOOK_BACK)
        named = self.people.named(begin, place) if scene.nested else self._outside(begin, place)
        if scene.teller is not None:
            named = [one for one in named if not same_person(one.name, scene.teller)]
        found = meant(
            self.text,
            self.people,
            (begin, place),
            gender,
            None if scene.nested else self._last,
            named=named,
            quoted=(lambda _: False) if scene.nested else self._is_quoted,
            voiced=self._voiced.__contains__,
        )
        if found is None:
            return Voice(None)
        self.people.tell(found, gender)
        return Voice(found, 0.85)
