"""A source text with what is known about it: readings, documents, turns, sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from verbale.model.text import Span

__all__ = [
    "Basis",
    "BlockQuote",
    "Described",
    "Document",
    "Kind",
    "Reading",
    "Role",
    "Section",
    "TaggedTurn",
    "Told",
    "Turn",
]


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
class BlockQuote:
    """Words that a format sets apart as quoted, with or without marks; `signature` names whose they are.

    The signature stands at the end of `span`, or behind it.
    """

    span: Span
    signature: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Told:
    """What a text's file says of it, or the text itself: None where neither does.

    `name` is the file's name or the address, `sha256` that of the original bytes in hexadecimal digits,
    `reader` the name and version of the reader. `speaker` is the main speaker. `place` is where it was
    said, or from where it is reported, as printed. `language` is in ISO 639.
    """

    name: str
    sha256: str
    reader: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published_on: date | None = None
    said_on: date | None = None
    speaker: str | None = None
    place: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, init=False, repr=False, eq=False)
class Described(Told):
    """All that is known of a document besides its words and its parts.

    `speakers` are all who have a turn, in order of appearance; `prepared` says that it is a script and not
    the delivery, `translation_of` in which language it was spoken, and `time_zone` is the IANA name of
    the zone in which that was.
    """

    kind: Kind = Kind.ARTICLE
    speakers: tuple[str, ...] = ()
    prepared: bool = False
    translation_of: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Told):
    """What a reader makes of original bytes: the text, and what the format itself says of it.

    `text` is a deterministic function of the bytes and of `reader`. `region` (ISO 3166-1) is where the
    language is so written. `translation_of` is the language in which it was spoken, in ISO 639, where the
    format says that it is a translation. `headings`, `emphasis` and
    `boilerplate` are spans of `text` that the format marks as a heading, as bold, or as not belonging
    to the speech (front matter, credits); the parser decides what they mean. `block_quotes` is what it
    sets apart as quoted, `notes` are its footnotes and endnotes, which stand behind all else. `tagged` are
    the turns of a format that tags its speakers, in order and without overlap; empty means that turns are
    to be found in the text.
    """

    text: str
    region: str | None = None
    translation_of: str | None = None
    headings: tuple[Span, ...] = ()
    emphasis: tuple[Span, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    block_quotes: tuple[BlockQuote, ...] = ()
    notes: tuple[Span, ...] = ()
    tagged: tuple[TaggedTurn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says until the next begins.

    `span` covers the words without the label; `label` the label as printed, or None. `speaker` is
    the name as printed or resolved within the document, None for an unnamed questioner.
    `answers` is the 0-based index in `Document.turns` of the question that this turn answers. `unsure`
    says that it is not sure whose words these are: the label above them could not be read, and they are
    nobody's, or what is said does not fit whom the label names.
    """

    span: Span
    label: Span | None = None
    speaker: str | None = None
    role: Role = Role.STATEMENT
    answers: int | None = None
    replayed: bool = False
    interpreted: bool = False
    said_on: date | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of a brief and the span of what stands under it."""

    heading: Span
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Described):
    """One source text with its metadata; the text is never altered.

    `boilerplate` marks what is in the text but not speech (credits, "read more", stamps, front
    matter); `block_quotes` is what the format of an article or a brief sets apart as quoted.
    `document_id` is the record's id, None for a text that stands in none. `region` (ISO 3166-1) is where
    its language is so written, by its file; None for a text of a record, which does not keep it.
    """

    text: str
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    block_quotes: tuple[BlockQuote, ...] = ()
    document_id: str | None = None
    region: str | None = None

    @property
    def id(self) -> str:
        """The permanent id: the record's, else the first 16 hex digits of the bytes' SHA-256."""
        return self.document_id or self.sha256[:16]

    @property
    def language_tag(self) -> str | None:
        """The language with its region, as "en-US"; without it where that is not known."""
        return f"{self.language}-{self.region}" if self.language and self.region else self.language

    @property
    def is_unreliable(self) -> bool:
        """Whether its labels as a whole do not tell whose words these are: no named turn is sure."""
        named = [turn for turn in self.turns if turn.speaker is not None]
        return bool(named) and all(turn.unsure for turn in named)

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
