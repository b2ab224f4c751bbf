"""What became of texts that were given to a record: added, refused, read again, out of place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.model.text import Selector

__all__ = ["AddReport", "Orphan", "Refusal", "RetagReport"]


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
    new version.
    """

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    orphans: tuple[Orphan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetagReport:
    """What became of each document, by its id.

    `tagged` are those in which other quotations were found than before; `unchanged` those in which
    nothing changed, which this tagger had read before, or whose language it does not read.
    """

    tagged: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
