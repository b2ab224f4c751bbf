"""What a record holds: documents, their versions, copies and events, and what people decided of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from verbale.model.check import Operation
from verbale.model.document import Basis, Described, Kind
from verbale.model.text import Span

__all__ = [
    "Copy",
    "Difference",
    "DocumentInfo",
    "Event",
    "IndexEntry",
    "Mark",
    "ReadBy",
    "RecordInfo",
    "Superseded",
    "VersionInfo",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordInfo:
    """How much a record holds: its base and its period, for every count that is drawn from it.

    Copies and excerpts of one text are several documents and one event. `first` and `last` are days on
    which something was said; `kinds` and `outlets` map each to the number of its documents. Of
    `older_parser` documents an older parser found who speaks; `reparse` reads them again.
    """

    documents: int
    events: int
    words: int
    first: date | None
    last: date | None
    kinds: Mapping[Kind, int]
    outlets: Mapping[str, int]
    older_parser: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentInfo(Described):
    """What the record knows of a document without reading its text; of its current version.

    `words` counts what stands between white space. `generation` is the one that brought the version
    in, `version` its number inside this record alone, and `parser` the number of the parser that found
    its turns.
    """

    id: str
    version: int
    basis: Basis
    words: int
    generation: int
    removed: bool
    parser: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionInfo:
    """One version of a document; `number` counts from 1, `id` is its number inside this record.

    `added_at` is the moment at which it came in, in UTC; `current` marks the one that is searched
    and checked against; `parser` is the number of the parser that found its turns.
    """

    id: int
    document_id: str
    number: int
    sha256: str
    reader: str
    added_at: str
    title: str | None
    published_on: date | None
    said_on: date | None
    words: int
    current: bool
    parser: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """A version that another one has taken the place of; `version` is its id for `version_text`."""

    document_id: str
    version: int
    number: int


@dataclass(frozen=True, slots=True)
class ReadBy:
    """What has read a document: the parser's number, the tagger's version (None: none has yet).

    `told` is what a person said of the document, as it is kept.
    """

    parser: int
    tagger: str | None
    told: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One change of what can be found: the text that entered, or None where a version left."""

    generation: int
    document_id: str
    version_id: int
    text: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words that differ: `insert` is only in the later text, `delete` only in the earlier.

    `before` is the place in the earlier text, `after` the one in the later; one is empty where words
    were inserted or deleted. `old` and `new` are the words there.
    """

    op: Operation
    before: Span
    after: Span
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another document with the same words: `kind` is "same text", "near", "excerpt" or "whole".

    An "excerpt" is a part of the document asked for, a "whole" has it as a part. `share` is how many
    of the sampled words they have in common, from 0 to 1.
    """

    document_id: str
    kind: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several documents are copies of: when and where it was, whose words it was, and the documents.

    `place` is as printed in most of them; `place_id` is its id in the gazetteer, where that knows it: a
    Wikidata id, or country and name ("CH/Geneva"). It says that "Geneva" and "Genève" are one place.
    """

    id: str
    said_on: date | None
    speaker: str | None
    place: str | None
    documents: tuple[str, ...]
    place_id: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a person decided of words of a document: `decision`, of the words `exact`.

    `span` is their place in the current version, None where they have no sure place there any more.
    `decided_at` is the moment in UTC.
    """

    id: str
    decision: str
    exact: str
    span: Span | None
    by: str | None
    why: str | None
    decided_at: str
