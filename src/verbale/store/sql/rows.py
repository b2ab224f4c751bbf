"""Frozen values to rows and back: the one place that knows how a value lies in the database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from verbale.model.document import Basis, BlockQuote, Document, Kind, Role, Section, Turn
from verbale.model.holdings import DocumentInfo, VersionInfo
from verbale.model.incoming import Found
from verbale.model.quotation import Quotation, QuotationKind
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.store.sql.database import Row

__all__ = [
    "block_quote_of",
    "block_quote_rows",
    "day",
    "described",
    "info_of",
    "quotation_of",
    "quotation_rows",
    "section_of",
    "section_rows",
    "span_rows",
    "spans_of",
    "statement_of",
    "statement_rows",
    "turn_of",
    "turn_rows",
    "version_of",
    "version_row",
]


def day(kept: str | None) -> date | None:
    """The date that a row holds."""
    return date.fromisoformat(kept) if kept else None


def _kept(when: date | None) -> str | None:
    return when.isoformat() if when is not None else None


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span is not None else (None, None)


def _span(start: int | None, end: int | None) -> Span | None:
    return Span(start, end) if start is not None and end is not None else None


def _written(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def spans_of(written: str) -> tuple[Span, ...]:
    """The spans that a row holds."""
    return tuple(Span(*map(int, pair.split("-"))) for pair in written.split())


# What a document, a version's row and its description have in common, told once.
_SHARED = [
    each.name for each in fields(Document) if each.name in {known.name for known in fields(DocumentInfo)}
]


def version_row(document: Document) -> dict[str, object]:
    """What a version's row says of its document; who, when and where are the record's to add."""
    told = {name: getattr(document, name) for name in _SHARED}
    return told | {
        "kind": document.kind.value,
        "basis": document.basis.value,
        "published_on": _kept(document.published_on),
        "said_on": _kept(document.said_on),
        "speakers": json.dumps(document.speakers, ensure_ascii=False),
    }


_READ: dict[str, Callable[[Any], object]] = {
    "kind": Kind,
    "basis": Basis,
    "said_on": day,
    "published_on": day,
    "removed": bool,
    "current": bool,
    "prepared": bool,
    "speakers": lambda kept: tuple(json.loads(kept)),
}
_INFO = [(each.name, _READ.get(each.name)) for each in fields(DocumentInfo)]
_VERSION = [(each.name, _READ.get(each.name)) for each in fields(VersionInfo)]


def info_of(row: Row) -> DocumentInfo:
    """The description of a row that has its fields in their order."""
    return DocumentInfo(**_told(_INFO, row))


def version_of(row: Row) -> VersionInfo:
    """The version of a row that has its fields in their order."""
    return VersionInfo(**_told(_VERSION, row))


def _told(named: Sequence[tuple[str, Callable[[Any], object] | None]], row: Row) -> dict[str, Any]:
    return {
        name: read(kept) if read is not None else kept for (name, read), kept in zip(named, row, strict=True)
    }


def described(info: DocumentInfo) -> dict[str, Any]:
    """What a description says of its document, by the names of the document's fields."""
    return {name: getattr(info, name) for name in _SHARED}


def turn_rows(version: int, turns: Sequence[Turn]) -> list[Row]:
    """The rows of a version's turns, in the order of the table's columns."""
    return [
        (
            version,
            number,
            turn.span.start,
            turn.span.end,
            *_ends(turn.label),
            turn.speaker,
            turn.role.value,
            turn.answers,
            turn.replayed,
            turn.interpreted,
            _kept(turn.said_on),
            turn.unsure,
        )
        for number, turn in enumerate(turns)
    ]


def turn_of(row: Row) -> Turn:
    """The turn of a row of `turn_rows`."""
    (_, _, start, end, label_start, label_end, speaker, role, answers, replayed, interpreted, said_on,
     unsure) = row  # fmt: skip
    return Turn(
        span=Span(start, end),
        label=_span(label_start, label_end),
        speaker=speaker,
        role=Role(role),
        answers=answers,
        replayed=bool(replayed),
        interpreted=bool(interpreted),
        said_on=day(said_on),
        unsure=bool(unsure),
    )


def section_rows(version: int, sections: Sequence[Section]) -> list[Row]:
    """The rows of a version's sections."""
    return [
        (version, number, *_ends(section.heading), *_ends(section.span))
        for number, section in enumerate(sections)
    ]


def section_of(row: Row) -> Section:
    """The section of a row of `section_rows`."""
    _, _, heading_start, heading_end, start, end = row
    return Section(heading=Span(heading_start, heading_end), span=Span(start, end))


def span_rows(version: int, spans: Sequence[Span]) -> list[Row]:
    """The rows of a version's boilerplate."""
    return [(version, number, span.start, span.end) for number, span in enumerate(spans)]


def block_quote_rows(version: int, quotes: Sequence[BlockQuote]) -> list[Row]:
    """The rows of what a version's format sets apart as quoted."""
    return [
        (version, number, *_ends(quote.span), *_ends(quote.signature)) for number, quote in enumerate(quotes)
    ]


def block_quote_of(row: Row) -> BlockQuote:
    """The quote of a row of `block_quote_rows`."""
    _, _, start, end, signature_start, signature_end = row
    return BlockQuote(span=Span(start, end), signature=_span(signature_start, signature_end))


def quotation_rows(version: int, quotations: Sequence[Quotation]) -> list[Row]:
    """The rows of a version's quotations."""
    return [
        (
            version,
            number,
            _written(quotation.spans),
            quotation.kind.value,
            *_ends(quotation.cue),
            *_ends(quotation.mention),
            quotation.speaker,
            quotation.via,
            quotation.turn,
            quotation.parent,
            quotation.score,
            quotation.method,
        )
        for number, quotation in enumerate(quotations)
    ]


def quotation_of(row: Row) -> Quotation:
    """The quotation of a row of `quotation_rows`."""
    _, _, spans, kind, cue, cue_end, mention, mention_end, speaker, via, turn, parent, score, method = row
    return Quotation(
        spans=spans_of(spans),
        kind=QuotationKind(kind),
        cue=_span(cue, cue_end),
        mention=_span(mention, mention_end),
        speaker=speaker,
        via=via,
        turn=turn,
        parent=parent,
        score=score,
        method=method,
    )


def statement_rows(version: int, found: Sequence[Found]) -> list[Row]:
    """The rows of a version's statements; a single span is told by its hull alone."""
    rows: list[Row] = []
    for number, each in enumerate(found):
        statement = each.statement
        spans = statement.spans
        rows.append(
            (
                version,
                spans[0].start,
                number,
                spans[-1].end,
                statement.id,
                _written(spans) if len(spans) > 1 else "",
                statement.speaker,
                _kept(statement.said_on),
                statement.first_hand,
                statement.basis.value,
                statement.role.value,
                statement.via,
                statement.turn,
                statement.parent,
                statement.replayed,
                each.quotation,
                statement.unsure,
            )
        )
    return rows


# Enumerations are looked up in a dict: calling them takes longer than the rest of the row.
_BASES = {basis.value: basis for basis in Basis}
_ROLES = {role.value: role for role in Role}


def statement_of(document: str, row: Row) -> Statement:
    """The statement of a row of `statement_rows`, in the document of that id."""
    (_, start, _, end, id_, spans, speaker, said_on, first_hand, basis, role, via, turn, parent, replayed,
     _, unsure) = row  # fmt: skip
    return Statement(
        id=id_,
        document=document,
        spans=spans_of(spans) if spans else (Span(start, end),),
        speaker=speaker,
        said_on=day(said_on),
        first_hand=bool(first_hand),
        basis=_BASES[basis],
        role=_ROLES[role],
        via=via,
        turn=turn,
        parent=parent,
        replayed=bool(replayed),
        unsure=bool(unsure),
    )
