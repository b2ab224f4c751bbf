"""A source text with what is known about it: readings, documents, turns, sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.model.text import Span

__all__ = ["Basis", "Document", "Kind", "Reading", "Role", "Section", "TaggedTurn", "Turn"]


class Kind(StrEnum):
    """What sort of text a document is."""

    TRANSCRIPT = "transcript"
    REMARKS = "remarks"
    BRIEF = "brief"
    ARTICLE = "article"


class Role(StrEnum):
    """What a turn does in the exchange."""

    QUESTION = "question"
    ANSWER = "answer"
    STATEMENT = "statement"
    CHAIR = "chair"
    INCIDENT = "incident"


class Basis(StrEnum):
    """What kind of place evidence stands in; the first four are first-hand before the last two."""

    TRANSCRIPT = "transcript"
    PREPARED = "prepared"
    TRANSLATION = "translation"
    DIGEST = "digest"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedTurn:
    """A turn that the format itself marks: nothing about its borders or its speaker is guessed.

    `span` covers the words without the label, `label` the label as printed. `speaker` is None
    where the format leaves the speaker unnamed, `role` where it says nothing of the role.
    """

    span: Span
    speaker: str | None = None
    label: Span | None = None
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader makes of original bytes: the text, and what the format itself says of it.

    `text` is a deterministic function of the bytes and of `reader` (name and version of the
    reader). `headings`, `emphasis` and `boilerplate` are spans of `text` that the format marks as
    a heading, as bold, or as not belonging to the speech (front matter, credits); the parser
    decides what they mean. `tagged` are the turns of a format that tags its speakers, in order and
    without overlap; empty means that turns are to be found in the text. Every other field is None
    where the format does not say.
    """

    name: str
    sha256: str
    reader: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    speaker: str | None = None
    published_on: date | None = None
    said_on: date | None = None
    place: str | None = None
    language: str | None = None
    url: str | None = None
    headings: tuple[Span, ...] = ()
    emphasis: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    tagged: tuple[TaggedTurn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says until the next begins.

    `span` covers the words without the label; `label` the label as printed, or None. `speaker` is
    the name as printed or resolved within the document, None for an unnamed questioner.
    `answers` is the 0-based index in `Document.turns` of the question that this turn answers.
    """

    span: Span
    label: Span | None = None
    speaker: str | None = None
    role: Role = Role.STATEMENT
    answers: int | None = None
    replayed: bool = False
    interpreted: bool = False
    said_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of a brief and the span of what stands under it."""

    heading: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text with its metadata; the text is never altered.

    `boilerplate` marks what is in the text but not speech (credits, "read more", stamps, front
    matter). `speaker` is the main speaker; `speakers` all who have a turn, in order of appearance.
    `place` is where it was said, or from where it is reported, as printed; `time_zone` the IANA name of
    the zone in which that was.
    """

    text: str
    name: str
    sha256: str
    reader: str
    kind: Kind = Kind.ARTICLE
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published_on: date | None = None
    said_on: date | None = None
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    prepared: bool = False
    translation_of: str | None = None
    url: str | None = None
    place: str | None = None
    time_zone: str | None = None
    document_id: str | None = None

    @property
    def id(self) -> str:
        """The permanent id: the record's, else the first 16 hex digits of the bytes' SHA-256."""
        return self.document_id or self.sha256[:16]

    @property
    def basis(self) -> Basis:
        """What kind of place the document's own words are."""
        if self.kind is Kind.BRIEF:
            return Basis.DIGEST
        if self.kind is Kind.ARTICLE:
            return Basis.ARTICLE
        if self.translation_of is not None:
            return Basis.TRANSLATION
        return Basis.PREPARED if self.prepared else Basis.TRANSCRIPT
