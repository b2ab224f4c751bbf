"""Copies of one event: grouped so that counts do not double, parted by a person.

Documents of the same text are copies by their texts alone, and have no rows in `copies`: what holds of
one of them, that it is near another text or an excerpt of it, holds of all. So the rows do not grow with
the square of the copies.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, func, or_, select, update

from verbale.model.holdings import Copy, Event
from verbale.store.agreed_places import agreed_place
from verbale.store.sql import rows, schema
from verbale.store.sql.database import Ask, Question, asking, tell
from verbale.store.sql.sqlite import among, insert, listed
from verbale.text.names import words_of_name

__all__ = ["LINKS", "SAME", "copies_of", "event_of", "group"]

# A page may carry the day after the event.
DELAY = timedelta(days=1)
# Links by the same text, as records made before have them; the texts themselves say it now.
SAME = "same text"

_D, _V, _C, _E, _N = (
    schema.documents.c, schema.versions.c, schema.copies.c, schema.events.c, schema.decisions.c
)  # fmt: skip
_MINE = schema.versions.alias("mine")
_OWN = schema.documents.alias("own")
# All documents whose current text is the current text of one of those given, these themselves first.
_OF_TEXT = Question(
    select(
        _OWN.c.id, _D.id, _D.removed, func.coalesce(_V.said_on, _V.published_on), _V.speaker,
    )
    .join_from(_OWN, _MINE, _MINE.c.id == _OWN.c.version)
    .join(schema.versions, _V.text_sha256 == _MINE.c.text_sha256)
    .join(schema.documents, _D.version == _V.id)
    .where(among(_OWN.c.id, "documents"))
    .order_by(_OWN.c.id, _D.id)
)  # fmt: skip
LINKS = Question(
    select(_C.document, _C.copy_of, _C.method, _C.score).where(
        _C.method != SAME, or_(among(_C.document, "documents"), among(_C.copy_of, "documents"))
    )
)
_APART = Question(
    select(_N.one, _N.other).where(
        _N.subject == "copies", _N.undone_at.is_(None),
        or_(_N.one == bindparam("document"), _N.other == bindparam("document")),
    )
)  # fmt: skip
_PARTED = Question(
    select(_N.one).where(_N.subject == "copies", _N.undone_at.is_(None))
    .union(select(_N.other).where(_N.subject == "copies", _N.undone_at.is_(None)))
)  # fmt: skip
_EVENT = Question(
    select(_E.id, _E.said_on, _E.speaker, _E.place, _E.place_id, _E.time_zone)
    .join_from(schema.documents, schema.events, _E.id == _D.event)
    .where(_D.id == bindparam("document"))
)
_OF_EVENT = Question(select(_D.id).where(_D.event == bindparam("event"), ~_D.removed).order_by(_D.id))
_OTHERS = schema.documents.alias("others")
_TOGETHER = Question(
    select(_OTHERS.c.id, _OTHERS.c.event)
    .where(_OTHERS.c.event.in_(select(_D.event).where(among(_D.id, "documents"))))
    .order_by(_OTHERS.c.id)
)
_DAYS = Question(
    select(_D.id, func.coalesce(_V.said_on, _V.published_on), _V.speaker)
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(among(_D.id, "documents"))
)
_PLACES = Question(
    select(_V.place, _V.time_zone)
    .join_from(schema.documents, schema.versions, _V.id == _D.version)
    .where(among(_D.id, "documents"), func.coalesce(_V.place, _V.time_zone).is_not(None))
    .order_by(_D.id)
)
_NEW_EVENT = insert(schema.events).on_conflict_do_nothing()
_SET_PLACE = Question(
    update(schema.events)
    .where(_E.id == bindparam("event"))
    .values(place=bindparam("printed"), place_id=bindparam("known"), time_zone=bindparam("zone"))
)
_SET_EVENT = Question(
    update(schema.documents).where(among(_D.id, "documents")).values(event=bindparam("to", None))
)


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A document that has the same words as another one; `is_part` where that one is a part of it."""

    document: str
    method: str
    share: float
    is_part: bool
    day: date | None
    speaker: str | None


def copies_of(ask: Ask, document: str) -> tuple[Copy, ...]:
    """The documents that have the same words as one, those that share most first."""
    return tuple(
        Copy(
            document_id=each.document,
            kind=("whole" if each.is_part else "excerpt") if each.method == "excerpt" else each.method,
            share=each.share,
        )
        for each in _neighbours(ask, document)
    )


def event_of(ask: Ask, document: str) -> Event | None:
    """The event that a document and its copies are of; None where it has no copies."""
    found = ask(_EVENT, document=document)
    if not found:
        return None
    id_, said_on, speaker, place, place_id, time_zone = found[0]
    documents = tuple(row[0] for row in ask(_OF_EVENT, event=id_))
    if len(documents) < 2:
        return None
    return Event(
        id=id_,
        said_on=rows.day(said_on),
        speaker=speaker,
        place=place,
        documents=documents,
        place_id=place_id,
        time_zone=time_zone,
    )


def _neighbours(ask: Ask, document: str) -> list[_Neighbour]:
    """The documents that have the same words as one, each once; a person's word is above all."""
    found: dict[str, _Neighbour] = {}
    same = ask(_OF_TEXT, documents=listed([document]))
    own = [other for _, other, _, _, _ in same]
    if any(removed and other == document for _, other, removed, _, _ in same):
        return []
    for _, other, removed, day, speaker in same:
        if not removed:
            found[other] = _Neighbour(other, SAME, 1.0, False, rows.day(day), speaker)  # noqa: FBT003
    links = sorted(_linked(ask, own), key=lambda link: (-link[2], link[0]))
    of_text = _by_text(ask, [other for other, _, _, _ in links])
    for other, method, score, is_part in links:
        for each, day, speaker in of_text.get(other, ()):
            found.setdefault(each, _Neighbour(each, method, score, is_part, rows.day(day), speaker))
    for pair in ask(_APART, document=document) if len(found) > 1 else ():
        for parted in pair:
            found.pop(parted, None)
    found.pop(document, None)
    return sorted(found.values(), key=lambda each: (each.method != SAME, -each.share, each.document))


def _linked(ask: Ask, own: Sequence[str]) -> Iterator[tuple[str, str, float, bool]]:
    """What documents of one text are linked to, how, how closely, and whether they are the part."""
    mine = set(own)
    for part, whole, method, score in ask(LINKS, documents=listed(own)):
        if part in mine:
            yield whole, method, score, True
        else:
            yield part, method, score, False


def _by_text(ask: Ask, documents: Iterable[str]) -> dict[str, list[tuple[str, str | None, str | None]]]:
    """The documents that have the text of each of some, with the day and the speaker."""
    found: dict[str, list[tuple[str, str | None, str | None]]] = {}
    wanted = list(dict.fromkeys(documents))
    for own, other, removed, day, speaker in ask(_OF_TEXT, documents=listed(wanted)) if wanted else ():
        if not removed:
            found.setdefault(own, []).append((other, day, speaker))
    return found


def group(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Work out again which documents are copies of one event, from those given on; those looked at."""
    ask = asking(connection)
    given = list(dict.fromkeys(documents))
    if not given:
        return set()
    # whoever was in one group with them may be left alone
    together = dict(map(tuple, ask(_TOGETHER, documents=listed(given))))
    given += [other for other in together if other not in set(given)]
    days = {id_: (rows.day(day), speaker) for id_, day, speaker in ask(_DAYS, documents=listed(given))}
    parted = {row[0] for row in ask(_PARTED)}
    done: set[str] = set()
    alone: list[str] = []
    for first in given:
        if first in done:
            continue
        members = _members(ask, first, days[first], parted)
        done |= members.keys()
        if len(members) > 1:
            _keep(connection, members)
        elif together.get(first) is not None:
            alone.append(first)
    tell(connection, _SET_EVENT, documents=listed(alone))
    return done


Member = tuple[date | None, str | None]


def _members(ask: Ask, first: str, own: Member, parted: set[str]) -> dict[str, Member]:
    """The documents that lead to one another as copies, all within a day."""
    members = {first: own}
    earliest = latest = own[0]
    asked: set[str] = set()
    left = [first]
    while left:
        document = left.pop()
        if document in asked:
            continue
        found = _neighbours(ask, document)
        # those of one text have one another's copies, but for what a person parted
        if document not in parted:
            asked |= {each.document for each in found if each.method == SAME} - parted
        for each in found:
            if each.document in members:
                continue
            if each.day is not None:
                low, high = min(earliest or each.day, each.day), max(latest or each.day, each.day)
                if high - low > DELAY:
                    continue
                earliest, latest = low, high
            members[each.document] = (each.day, each.speaker)
            left.append(each.document)
    return members


def _keep(connection: Connection, members: dict[str, Member]) -> None:
    said_on = min((day for day, _ in members.values() if day is not None), default=None)
    names = Counter(speaker for _, speaker in sorted(members.values(), key=str) if speaker)
    speaker = names.most_common(1)[0][0] if names else None
    words = " ".join(words_of_name(speaker)) if speaker else ""
    key = f"event\n{said_on}\n{words}\n{min(members)}"
    id_ = hashlib.sha256(key.encode()).hexdigest()[:16]
    day = said_on.isoformat() if said_on else None
    connection.execute(_NEW_EVENT, {"id": id_, "said_on": day, "speaker": speaker})
    printed = asking(connection)(_PLACES, documents=listed(sorted(members)))
    place, known, zone = agreed_place([(row[0], row[1]) for row in printed])
    tell(connection, _SET_PLACE, event=id_, printed=place, known=known, zone=zone)
    tell(connection, _SET_EVENT, documents=listed(members), to=id_)
