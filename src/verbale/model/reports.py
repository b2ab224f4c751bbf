"""What became of texts that were given to a record: added, refused, read again, out of place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.model.text import Selector, Span

__all__ = ["AddReport", "Orphan", "Refusal", "ReparseReport", "RetagReport", "SpeakerChange"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not added, and one sentence why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """Words of an older version that have no sure place in the current one.

    `kind` says whose place is lost: a statement's, or that of a person's decision; `id` is its id,
    `selector` its words as they stood, and `reason` "gone" or "ambiguous".
    """

    kind: Literal["statement", "decision"]
    id: str
    document_id: str
    selector: Selector
    reason: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What became of each text: ids of documents, and what was refused and why.

    `orphans` are statements and decisions of revised documents whose words have no sure place in the
    new version. `unsure` counts the turns in what is added or revised of which it is not sure whose they
    are; `unreliable` are the documents there whose labels as a whole do not tell it.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    unsure: int = 0
    unreliable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetagReport:
    """What became of each document, by its id.

    `tagged` are those in which other quotations were found than before; `unchanged` those in which
    nothing changed, which this tagger had read before, or whose language it does not read.
    """

    tagged: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerChange:
    """Words of a document, by its id and `name`, that are another speaker's since it was read again.

    `span` is their place in its text, `before` and `after` are the names of the speakers as printed; None
    for nobody.
    """

    document_id: str
    name: str
    span: Span
    text: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReparseReport:
    """What became of each document, by its id.

    `reparsed` are those that were read again; `unchanged` those that this parser had read before;
    `refused` those that could not be read again, and why: they stay as they were. `changes` are the words
    that have another speaker now, `orphans` what has no sure place any more.
    """

    reparsed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    changes: tuple[SpeakerChange, ...] = ()
    orphans: tuple[Orphan, ...] = ()
