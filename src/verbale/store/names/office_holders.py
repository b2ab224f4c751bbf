"""Who held an office on a day, by the user's table and by the titles that the texts print."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from verbale.model.document import Document
from verbale.model.people import Office
from verbale.store.names.known import Held, KnownOffices
from verbale.text.name_parts import unbracketed
from verbale.text.name_words import MEN, WOMEN
from verbale.text.names import bare, is_generic, is_office
from verbale.text.offices import is_same_office, meeting_office_words

__all__ = ["Offices", "titles_of"]

# Who somebody is stands where a text begins.
HEAD = 3_000
LONGEST_TITLE = 80  # code points
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w.-]*,? ){1,6}\Z")
# Between two days on which the texts give the same person an office, somebody else may have held it.
TRUST = timedelta(days=366)
_PAST = frozenset(["former", "ex", "ex-", "then-former", "designate", "elect"])
_HONORIFICS = (
    MEN | WOMEN | {"dr", "prof", "professor", "hon", "honourable", "honorable", "rt", "right", "the"}
)

_EDGES = re.compile(r"^\W+|\W+$")

Same = Callable[[str, str], bool]


class Offices:
    """Answers who held an office, in one state of a record.

    Args:
        known: What the record knows of offices.
        same: Whether two printed names mean one person.
    """

    def __init__(self, known: KnownOffices, same: Same) -> None:
        self._known = known
        self._same = same
        self._listed: dict[str, list[Held]] = {}
        self._seen: dict[str, list[tuple[str, str]]] = {}

    def holder(self, office: str, on: date) -> str | None:
        """Who held an office on a day; None where nobody is known to, or two could have."""
        if office not in self._listed:
            places = meeting_office_words(office)
            known = {held for words in places for held in self._known.offices(words)}
            fitting = [held for held in known if is_same_office(office, held[1].office)]
            self._listed[office] = sorted(fitting, key=lambda held: (held[1].since or date.min, held[0]))
        if listed := self._listed[office]:
            return self._only([name for name, held in listed if _is_within(on, held)])
        if not is_office(office):  # a name that the table does not know as an office
            return None
        if office not in self._seen:
            seen = {each for words in meeting_office_words(office) for each in self._known.titles(words)}
            own = {(day, name) for day, name, title in seen if is_same_office(office, title)}
            self._seen[office] = sorted(own)
        return self._by_titles(self._seen[office], on)

    def _by_titles(self, seen: Sequence[tuple[str, str]], on: date) -> str | None:
        today = [name for day, name in seen if day == on.isoformat()]
        if today:
            return self._only(today)
        after = bisect_right(seen, (on.isoformat(),))
        if not 0 < after < len(seen):
            return None
        days = seen[after - 1][0], seen[after][0]
        if date.fromisoformat(days[1]) - date.fromisoformat(days[0]) > TRUST:
            return None
        return self._only([name for day, name in seen if day in days])

    def _only(self, names: Sequence[str]) -> str | None:
        """The one person whom all these names mean."""
        if not names or not all(self._same(names[0], name) for name in names[1:]):
            return None
        return max(names, key=lambda name: (len(bare(name)), name))


def _is_within(day: date, held: Office) -> bool:
    return (held.since is None or held.since <= day) and (held.until is None or day <= held.until)


def titles_of(document: Document) -> tuple[tuple[str, str], ...]:
    """The offices that a document prints for its speakers, each with the speaker's name.

    Labels count for everybody who has one; before the main speaker's full name, the head of the text does
    too: "Interview with Foreign Minister Ana Ruiz".

    >>> from verbale.model import Span, Turn
    >>> text = "PRIME MINISTER: No. Mayor Ana Ruiz: Yes."
    >>> turns = (Turn(span=Span(16, 19), label=Span(0, 15), speaker="Ivo Brock"),
    ...          Turn(span=Span(36, 40), label=Span(20, 35), speaker="Ana Ruiz"))
    >>> titles_of(Document(text=text, name="a.txt", sha256="ab" * 32, reader="text/1", turns=turns))
    (('Ivo Brock', 'PRIME MINISTER'), ('Ana Ruiz', 'Mayor'))
    """
    text = document.text
    labels = dict.fromkeys(
        (turn.speaker, text[turn.label.start : turn.label.end])
        for turn in document.turns
        if turn.speaker and turn.label and not turn.replayed and turn.said_on is None
        if not is_office(turn.speaker) and not is_generic(turn.speaker)
    )
    found = [(speaker, _title(label)) for speaker, label in labels]
    main = document.speaker
    if main is not None and " " in main and not is_office(main) and not is_generic(main):
        found += [(main, _title(title + main)) for title in _before(main, document.text[:HEAD])]
    return tuple(dict.fromkeys((speaker, title) for speaker, title in found if title))


def _before(name: str, head: str) -> list[str]:
    """The words with capitals right before a name, up to "former" or whose they are."""
    found = []
    for printed in dict.fromkeys((name, name.upper(), name.title())):
        at = head.find(printed)
        while at >= 0:
            title = _WORDS_BEFORE.search(head, max(0, at - LONGEST_TITLE), at)
            if title and (words := _titles_last(title[0].split())):
                found.append(" ".join(words) + " ")
            at = head.find(printed, at + len(printed))
    return found


def _titles_last(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in reversed(words):
        if word.casefold().startswith(("former", "ex-", "then-", "late")):
            return []
        if not word[0].isupper() or word.endswith(","):
            break
        kept.insert(0, word)
    return kept


def _title(label: str) -> str | None:
    """The office that a label is, or begins with; forms of address and offices of the past are none."""
    label = _EDGES.sub("", unbracketed(label))
    own = "" if is_office(label) else bare(label)
    if not label.endswith(own):
        return None
    title = label[: len(label) - len(own)].strip(" ,")
    words = {word.rstrip(".").casefold() for word in title.split()}
    if not words - _HONORIFICS or words & _PAST or not is_office(title):
        return None
    return title
