"""Who held an office on a day, by the user's table and by the titles that the texts print."""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from verbale.model.document import Document
from verbale.model.people import Office
from verbale.store.sql import rows
from verbale.store.sql.database import Database
from verbale.text.name_words import JOINTS, MEN, WOMEN
from verbale.text.names import bare, is_generic, is_office

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

_LISTED = """
SELECT s.id, s.name, o.office, o.since, o.until FROM offices o JOIN speakers s ON s.id = o.speaker
ORDER BY o.since, s.name
"""
_SEEN = """
SELECT coalesce(v.said_on, v.published_on) AS day, t.name, t.title FROM titles t
JOIN versions v ON v.id = t.version JOIN documents d ON d.version = v.id AND NOT d.removed
WHERE day IS NOT NULL ORDER BY day, t.name
"""

_SHORT = {"pm": ("prime", "minister"), "fm": ("foreign", "minister")}
_EDGES = re.compile(r"^\W+|\W+$")

Same = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class _Held:
    speaker: str
    name: str
    office: Office

    def on(self, day: date) -> bool:
        since, until = self.office.since, self.office.until
        return (since is None or since <= day) and (until is None or day <= until)


class Offices:
    """Answers who held an office; what the record says is worked out once for each state of it."""

    def __init__(self, database: Database, same: Same) -> None:
        self._database = database
        self._same = same
        self._lock = threading.Lock()
        self._epoch = -1
        self._listed: tuple[_Held, ...] = ()
        self._seen: tuple[tuple[date, str, str], ...] = ()
        self._known: dict[tuple[str, date], str | None] = {}

    def of(self, epoch: int, speakers: Sequence[str]) -> tuple[Office, ...]:
        """The offices that the user's table gives to speakers of these ids."""
        self._renew(epoch)
        return tuple(held.office for held in self._listed if held.speaker in speakers)

    def holder(self, epoch: int, office: str, on: date) -> str | None:
        """Who held an office on a day; None where nobody is known to, or two could have."""
        self._renew(epoch)
        key = (office, on)
        if key not in self._known:
            self._known[key] = self._found(office, on)
        return self._known[key]

    def _found(self, office: str, on: date) -> str | None:
        listed = [held for held in self._listed if _is_same_office(office, held.office.office)]
        if listed:
            return self._only([held.name for held in listed if held.on(on)])
        if not is_office(office):  # a name that the table does not know as an office
            return None
        seen = [(day, name) for day, name, title in self._seen if _is_same_office(office, title)]
        today = [name for day, name in seen if day == on]
        if today:
            return self._only(today)
        after = bisect_right([day for day, _ in seen], on)
        if not 0 < after < len(seen) or seen[after][0] - seen[after - 1][0] > TRUST:
            return None
        around = [name for day, name in seen if day in {seen[after - 1][0], seen[after][0]}]
        return self._only(around)

    def _only(self, names: Sequence[str]) -> str | None:
        """The one person whom all these names mean."""
        if not names or not all(self._same(names[0], name) for name in names[1:]):
            return None
        return max(names, key=lambda name: (len(bare(name)), name))

    def _renew(self, epoch: int) -> None:
        with self._lock:
            if epoch == self._epoch:
                return
            self._listed = tuple(
                _Held(id_, name, Office(office=office, since=rows.day(since), until=rows.day(until)))
                for id_, name, office, since, until in self._database.rows(_LISTED)
            )
            self._seen = tuple(
                (date.fromisoformat(day), name, title) for day, name, title in self._database.rows(_SEEN)
            )
            self._known = {}
            self._epoch = epoch


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
    label = _EDGES.sub("", label)
    own = "" if is_office(label) else bare(label)
    if not label.endswith(own):
        return None
    title = label[: len(label) - len(own)].strip(" ,")
    words = {word.rstrip(".").casefold() for word in title.split()}
    if not words - _HONORIFICS or words & _PAST or not is_office(title):
        return None
    return title


def _is_same_office(asked: str, held: str) -> bool:
    """Whether an office as printed is one as listed: all its words, or all before the "of" and the comma."""
    one, other = _words(asked), _words(held)
    return bool(one) and (set(one) == set(other) or one == _words(_head(held)))


def _words(office: str) -> list[str]:
    words = (word.strip(".,").casefold() for word in office.split())
    return [full for word in words if word and word not in JOINTS for full in _SHORT.get(word, (word,))]


def _head(office: str) -> str:
    kept: list[str] = []
    for word in office.split():
        if kept and word.casefold() in JOINTS - {"and", "&"}:
            break
        kept.append(word)
        if word.endswith(","):
            break
    return " ".join(kept)
