"""How bytes at a place stand to what the record holds: new, known, a revision, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from verbale.intake.preparing import NO_OVERRIDES, Overrides, as_kept

__all__ = ["Action", "Ask", "Standing", "standing_of"]

Ask = Callable[[str, tuple[object, ...]], Sequence[tuple[Any, ...]]]

_KNOWN = """
SELECT v.id, v.document, v.reader, v.overrides, d.version, d.removed FROM versions v
JOIN documents d ON d.id = v.document WHERE v.sha256 = ? ORDER BY v.id DESC LIMIT 1
"""
_PLACE = """
SELECT p.document, p.sha256, d.version, d.removed, v.sha256 FROM places p
JOIN documents d ON d.id = p.document JOIN versions v ON v.id = d.version WHERE p.place = ?
"""
_ELSEWHERE = "SELECT 1 FROM places WHERE document = ? AND sha256 = ? AND place <> ? LIMIT 1"


class Action(Enum):
    """What is to be done with bytes found at a place."""

    ADD = auto()  # a new document
    KEEP = auto()  # the record has these bytes
    REVISE = auto()  # a new version of the document that lay there
    RETURN = auto()  # an earlier version lies there again
    OVERRIDE = auto()  # the same bytes, but a person now says otherwise of them
    REFUSE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The action, the document it is about and its current version.

    `known` is the version that has these bytes, `reader` the reader that made it.
    """

    action: Action
    document: str
    version: int = 0
    known: int = 0
    reader: str = ""
    reason: str = ""

    @property
    def needs_text(self) -> bool:
        """Whether the bytes have to be read and taken apart."""
        return self.action in {Action.ADD, Action.REVISE, Action.OVERRIDE}


def standing_of(ask: Ask, place: str, sha256: str, overrides: Overrides = NO_OVERRIDES) -> Standing:
    """How the bytes of that SHA-256, found at a place, stand to the record.

    A place whose content changed makes a revision only where the document's current words no longer
    lie anywhere else: copying a file and editing the copy makes a new document.
    """
    here = ask(_PLACE, (place,))
    known = ask(_KNOWN, (sha256,))
    if known:
        version, document, reader, kept, current, removed = known[0]
        if removed:
            return _removed(document)
        if version != current and here and here[0][0] == document and here[0][1] != sha256:
            if ask(_ELSEWHERE, (document, here[0][4], place)):
                return Standing(action=Action.KEEP, document=document)
            return Standing(action=Action.RETURN, document=document, version=current, known=version)
        given = as_kept(overrides)
        if given and given != kept and version == current:
            return Standing(action=Action.OVERRIDE, document=document, version=current, reader=reader)
        return Standing(action=Action.KEEP, document=document, version=current, known=version)
    if here:
        document, seen, current, removed, newest = here[0]
        if removed:
            return _removed(document)
        if seen == newest and not ask(_ELSEWHERE, (document, newest, place)):
            return Standing(action=Action.REVISE, document=document, version=current)
    return Standing(action=Action.ADD, document=sha256[:16])


def _removed(document: str) -> Standing:
    return Standing(
        action=Action.REFUSE,
        document=document,
        reason=f"It was removed from this record; bring it back with: verbale restore {document}",
    )
