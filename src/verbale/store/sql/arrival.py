"""How bytes at a place stand to what the record holds: new, known, a revision, removed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, literal, select

from verbale.model.incoming import Action
from verbale.store.sql import schema
from verbale.store.sql.database import Ask, Question

__all__ = ["Arrival", "arrival_of"]

_D, _V, _P = schema.documents.c, schema.versions.c, schema.places.c
_KNOWN = Question(
    select(_V.id, _V.document, _V.overrides, _D.version, _D.removed)
    .join_from(schema.versions, schema.documents, _D.id == _V.document)
    .where(_V.sha256 == bindparam("sha256"))
    .order_by(_V.id.desc())
    .limit(1)
)
_PLACE = Question(
    select(_P.document, _P.sha256, _D.version, _D.removed, _V.sha256)
    .join_from(schema.places, schema.documents, _D.id == _P.document)
    .join(schema.versions, _V.id == _D.version)
    .where(_P.place == bindparam("place"))
)
_ELSEWHERE = Question(
    select(literal(1))
    .select_from(schema.places)
    .where(
        _P.document == bindparam("document"), _P.sha256 == bindparam("sha256"), _P.place != bindparam("place")
    )
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What is to be done, the document it is about and its current version.

    `known` is the version that has these bytes.
    """

    action: Action
    document: str
    version: int = 0
    known: int = 0

    @property
    def needs_text(self) -> bool:
        """Whether the bytes have to be read and taken apart."""
        return self.action in {Action.ADD, Action.REVISE, Action.OVERRIDE}


def arrival_of(ask: Ask, place: str, sha256: str, told: str) -> Arrival:
    """How the bytes of that SHA-256, found at a place, stand to the record.

    A place whose content changed makes a revision only where the document's current words no longer
    lie anywhere else: copying a file and editing the copy makes a new document.

    Args:
        ask: asks the record.
        place: where the bytes lie.
        sha256: their SHA-256.
        told: what a person said of them, as it is kept.
    """
    here = ask(_PLACE, place=place)
    known = ask(_KNOWN, sha256=sha256)
    if known:
        version, document, kept, current, removed = known[0]
        if removed:
            return Arrival(action=Action.REFUSE, document=document)
        if version != current and here and here[0][0] == document and here[0][1] != sha256:
            if ask(_ELSEWHERE, document=document, sha256=here[0][4], place=place):
                return Arrival(action=Action.KEEP, document=document)
            return Arrival(action=Action.RETURN, document=document, version=current, known=version)
        if told and told != kept and version == current:
            return Arrival(action=Action.OVERRIDE, document=document, version=current)
        return Arrival(action=Action.KEEP, document=document, version=current, known=version)
    if here:
        document, seen, current, removed, newest = here[0]
        if removed:
            return Arrival(action=Action.REFUSE, document=document)
        if seen == newest and not ask(_ELSEWHERE, document=document, sha256=newest, place=place):
            return Arrival(action=Action.REVISE, document=document, version=current)
    return Arrival(action=Action.ADD, document=sha256[:16])
