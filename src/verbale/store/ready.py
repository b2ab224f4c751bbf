"""A text with all that the record is to be told of it, worked out before anything is locked."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model.document import Document, Role
from verbale.model.incoming import Prepared
from verbale.model.statement import Statement
from verbale.store.names.office_holders import titles_of
from verbale.store.passages import Passage, passages_of

__all__ = ["Ready", "fingerprint", "make_ready"]

_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_WIDE_MARKS = tuple(mark.encode() for mark in "’‘“”„«»–—…‑‐·•\u00a0\u00ad\u200b\u202f\u2009\ufeff")


def fingerprint(text: str) -> str:
    """The SHA-256 of a text's letters and digits: the same for copies that differ in dress alone.

    >>> fingerprint("“No,” he said.") == fingerprint('"No" he said')
    True
    """
    # Over bytes, because every text goes through here: a regular expression takes thirty times longer.
    letters = text.casefold().encode().translate(None, _MARKS)
    for mark in _WIDE_MARKS:
        letters = letters.replace(mark, b"")
    return hashlib.sha256(letters).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A prepared text with all that can be worked out before the write lock is taken."""

    prepared: Prepared
    passages: tuple[Passage, ...]
    words: int
    text_sha256: str
    speakers: tuple[tuple[str, int, int, bool], ...]
    titles: tuple[tuple[str, str], ...] = ()

    @property
    def document(self) -> Document:
        """The document to be stored."""
        return self.prepared.document


def make_ready(prepared: Prepared) -> Ready:
    """Work out what the database is going to be told."""
    document = prepared.document
    statements = tuple(each.statement for each in prepared.statements)
    return Ready(
        prepared=prepared,
        passages=tuple(passages_of(document, statements)),
        words=len(document.text.split()),
        text_sha256=fingerprint(document.text),
        speakers=_speakers(document, statements),
        titles=titles_of(document),
    )


def _speakers(document: Document, statements: Sequence[Statement]) -> tuple[tuple[str, int, int, bool], ...]:
    first = Counter(each.speaker for each in statements if each.speaker and each.first_hand)
    reported = Counter(each.speaker for each in statements if each.speaker and not each.first_hand)
    relaying = {each.via for each in statements if each.via}
    silent = {turn.speaker for turn in document.turns if turn.speaker and turn.role is not Role.INCIDENT}
    main = {document.speaker} if document.speaker else set()
    names = dict.fromkeys([*first, *reported, *sorted(relaying | silent | main)])
    return tuple((name, first[name], reported[name], name == document.speaker) for name in names)
