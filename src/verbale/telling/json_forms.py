"""JSON forms, on which programs may rely: the API's own names, days in ISO, spans as start and end."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any

from verbale.model.check import Check, CheckReport, Piece
from verbale.model.document import Document
from verbale.model.holdings import RecordInfo
from verbale.model.people import SpeakerInfo
from verbale.model.quotation import Quotation
from verbale.telling.small_words import quoted_words

__all__ = [
    "Lookup",
    "article_as_json",
    "check_as_json",
    "dumps",
    "info_as_json",
    "plain",
    "quotations_as_json",
    "record_as_json",
    "report_as_json",
    "turns_as_json",
]

Lookup = Callable[[str], Document | None]


def dumps(value: object) -> str:
    """One JSON object, readable by people too."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def plain(value: object) -> Any:
    """A value of the model as dictionaries, lists, strings and numbers.

    >>> from verbale.model import Span
    >>> plain({"span": Span(3, 7), "said_on": date(2025, 3, 1)})
    {'span': {'start': 3, 'end': 7}, 'said_on': '2025-03-01'}
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, PurePath):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


def report_as_json(report: CheckReport, base: RecordInfo, lookup: Lookup) -> dict[str, Any]:
    """A report of checks in the form that programs may rely on.

    Args:
        report: the checks.
        base: how large the record is.
        lookup: gives a document of the record by its id.
    """
    return {
        "record": record_as_json(base),
        "checks": [check_as_json(check, lookup) for check in report.checks],
    }


def article_as_json(report: CheckReport, lookup: Lookup) -> dict[str, Any]:
    """The checks of one article of several."""
    return {"name": report.name, "checks": [check_as_json(check, lookup) for check in report.checks]}


def record_as_json(base: RecordInfo) -> dict[str, Any]:
    """How large the record is that checks were held against."""
    return {
        "documents": base.documents,
        "words": base.words,
        "from": plain(base.first),
        "to": plain(base.last),
    }


def check_as_json(check: Check, lookup: Lookup) -> dict[str, Any]:
    """One check; `start` and `end` lie in the article, null for a quote given by itself.

    Only where the flag `unsure` stands are there `doubts`, which say why.
    """
    pieces = check.evidence.pieces if check.evidence else ()
    return {
        "quoted": check.quoted,
        "kind": plain(check.kind),
        "start": check.span.start if check.span else None,
        "end": check.span.end if check.span else None,
        "claimed_speaker": check.claimed_speaker,
        "claimed_on": plain(check.claimed_on),
        "claimed_within": plain(check.claimed_within),
        "claimed_outlet": check.claimed_outlet,
        "verdict": plain(check.verdict),
        "severity": plain(check.severity),
        "wording": plain(check.wording),
        "attribution": plain(check.attribution),
        "dating": plain(check.dating),
        "flags": plain(check.flags),
        **({"doubts": plain(check.doubts)} if check.doubts else {}),
        "basis": plain(check.basis),
        "speaker": check.speaker,
        "said_on": plain(check.said_on),
        "outlet": check.outlet,
        "document": pieces[0].document if pieces else None,
        "title": pieces[0].title if pieces else None,
        "evidence": [place for piece in pieces for place in places(piece, lookup)],
        "edits": [
            {"op": plain(edit.op), "quoted": edit.quoted, "record": edit.record} for edit in check.edits
        ],
        "score": check.score,
        "others": [place for piece in check.others for place in places(piece, lookup)],
        "coverage": plain(check.coverage),
    }


def places(piece: Piece, lookup: Lookup) -> list[dict[str, Any]]:
    """The spans of a piece, each with the record's own words, cut from the document itself.

    Only words that an older version has, and the current one has not, name their `version`.
    """
    document = lookup(piece.document) if len(piece.spans) > 1 else None
    return [
        {
            "document": piece.document,
            "start": span.start,
            "end": span.end,
            "text": span.of(document.text) if document else piece.text,
            "speaker": piece.speaker,
            "said_on": plain(piece.said_on),
            **({"version": piece.version} if piece.version is not None else {}),
        }
        for span in piece.spans
    ]


def info_as_json(base: RecordInfo, speakers: Sequence[SpeakerInfo]) -> dict[str, Any]:
    """How much a record holds, of which days, and of whom."""
    return {
        "documents": base.documents,
        "events": base.events,
        "words": base.words,
        "from": plain(base.first),
        "to": plain(base.last),
        "kinds": plain(base.kinds),
        "outlets": plain(base.outlets),
        "older_parser": base.older_parser,
        "speakers": plain(speakers),
    }


def turns_as_json(document: Document) -> dict[str, Any]:
    """A document's turns: spans as start and end, `answers` counted from 0."""
    return {
        "document": document.name,
        "kind": plain(document.kind),
        "title": document.title,
        "outlet": document.outlet,
        "language": document.language,
        "said_on": plain(document.said_on),
        "speaker": document.speaker,
        "unreliable": document.is_unreliable,
        "turns": [
            {
                "speaker": turn.speaker,
                "role": plain(turn.role),
                "answers": turn.answers,
                "start": turn.span.start,
                "end": turn.span.end,
                "label": turn.label.of(document.text) if turn.label else None,
                "text": turn.span.of(document.text),
                "interpreted": turn.interpreted,
                "replayed": turn.replayed,
                "unsure": turn.unsure,
            }
            for turn in document.turns
        ],
    }


def quotations_as_json(document: Document, found: Sequence[Quotation]) -> dict[str, Any]:
    """The quotations found in a document, each with its words."""
    listed = [{"text": quoted_words(document.text, each), **plain(each)} for each in found]
    return {"document": document.name, "quotations": listed}
