r"""CSV, TSV and JSON lines: rows become the turns of one transcript, or many documents.

Columns are known by their usual names, or named by a map. Rows with a speaker that belong together
(one title, one session) are one document with tagged turns; rows without are documents of their own.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from verbale.errors import NotText, ReadError, TooLarge, UnknownFormat
from verbale.model.document import Reading
from verbale.readers import limits
from verbale.readers.characters.encoding import decode
from verbale.readers.containers.budget import Budget, Entries
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import JSON_LINES
from verbale.readers.metadata_dates import day
from verbale.readers.result import finish
from verbale.readers.speeches import Speeches

__all__ = ["COLUMNS", "READER", "documents", "members", "read"]

READER = "table/1"

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "words", "speech", "utterance", "content", "body", "transcript", "article", "statement"),
        *("quote", "speech_text", "full_text", "fulltext", "paragraph", "message"),
    ),
    "speaker": (
        "speaker",
        "speaker_name",
        "speakername",
        "name",
        "who",
        "person",
        "full_name",
        "politician",
        "member",
    ),
    "title": ("title", "headline", "heading", "subject", "event", "debate_title"),
    "outlet": ("outlet", "publisher", "source_name", "publication", "site", "newspaper"),
    "author": ("author", "byline", "authors"),
    "published_on": (
        "published_on",
        "published",
        "date_published",
        "publish_date",
        "pubdate",
        "date",
        "datetime",
    ),
    "said_on": ("said_on", "event_date", "spoken_on", "debate_date", "speech_date"),
    "place": ("place", "location", "venue", "city"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source_url", "permalink", "source"),
    "document": (
        *(
            "document",
            "document_id",
            "doc_id",
            "docid",
            "transcript_id",
            "session",
            "session_id",
            "debate_id",
        ),
        *("meeting", "meeting_id", "event_id", "episode", "file", "filename"),
    ),
}
"""What each field of a document is called in other people's tables, the likelier first."""

_NAMES = frozenset(name for names in COLUMNS.values() for name in names)
_NOT_A_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Row:
    fields: dict[str, str]

    @property
    def text(self) -> str:
        return self.fields.get("text", "")

    def key(self) -> tuple[str, ...]:
        """What rows of one document have in common."""
        if own := self.fields.get("document"):
            return (own,)
        return tuple(self.fields.get(field, "") for field in ("title", "url", "said_on", "published_on"))


def read(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> Reading:
    r"""Reads a table that is one document: the turns of a transcript, or the paragraphs of a text.

    Args:
        data: The table.
        name: Its file name.
        columns: Which column holds what, by the keys of `COLUMNS`; what is not named is guessed.

    Raises:
        UnknownFormat: No column holds a text, or the rows are documents of their own.
        NotText: It holds no words.
        TooLarge: It has too many rows.
        ReadError: It is no such table.

    >>> reading = read(b"speaker,text\nAna Ruiz,We begin.\nTom Moor,Why?\n", "talk.csv")
    >>> reading.text, [turn.speaker for turn in reading.tagged]
    ('Ana Ruiz:\nWe begin.\n\nTom Moor:\nWhy?', ['Ana Ruiz', 'Tom Moor'])
    """
    rows = _rows(data, name, columns)
    groups = _groups(rows)
    if len(groups) != 1:
        raise UnknownFormat(
            f"{printable(name)} is a table of {len(groups):,} documents: add it to a record.",
            name,
        )
    said = Speeches()
    for row in rows:
        speaker = row.fields.get("speaker")
        said.flow.paragraph()
        if speaker:
            said.label(f"{speaker}:")
            said.begin(speaker)
        said.flow.lines(row.text)
        said.end()
    first = rows[0].fields
    return finish(
        data,
        name,
        READER,
        said.flow.text,
        title=first.get("title"),
        outlet=first.get("outlet"),
        author=first.get("author"),
        published_on=day(first.get("published_on")),
        said_on=day(first.get("said_on")),
        place=first.get("place"),
        language=first.get("language"),
        url=first.get("url"),
        tagged=said.turns,
    )


def documents(data: bytes, name: str, columns: Mapping[str, str] | None = None) -> list[tuple[str, bytes]]:
    r"""The documents of a table, each as JSON lines that `read` takes: a name and the bytes.

    Args:
        data: The table.
        name: Its file name.
        columns: As for `read`.

    Raises:
        UnknownFormat: No column holds a text.
        TooLarge: It has too many rows.
        ReadError: It is no such table.

    >>> documents(b"title,text\nThe ferry,No boats.\nThe mill,No grain.\n", "news.csv")[1]
    ('0002-The-mill.jsonl', b'{"text": "No grain.", "title": "The mill"}\n')
    """
    found: list[tuple[str, bytes]] = []
    for number, group in enumerate(_groups(_rows(data, name, columns)), 1):
        first = group[0].fields
        called = first.get("title") or first.get("document") or ""
        called = _NOT_A_LETTER.sub("-", called)[:60].strip("-")
        lines = (json.dumps(row.fields, ensure_ascii=False, sort_keys=True) + "\n" for row in group)
        found.append(
            (f"{number:04}{'-' if called else ''}{called}.jsonl", "".join(lines).encode("utf-8", "replace"))
        )
    return found


def members(data: bytes, name: str, budget: Budget) -> Entries:  # noqa: ARG001  rows do not swell
    """The documents of a table, as those of any container."""
    return ((path, partial(bytes, own)) for path, own in documents(data, name))


def _groups(rows: list[_Row]) -> list[list[_Row]]:
    """The rows of each document, in the order of the first of them."""
    if not any(row.fields.get("speaker") for row in rows) and any(
        row.fields.get(field) for row in rows for field in ("title", "url", "document")
    ):
        keys: list[tuple[object, ...]] = [(number,) for number in range(len(rows))]
    else:
        keys = [row.key() for row in rows]
    groups: dict[tuple[object, ...], list[_Row]] = {}
    for key, row in zip(keys, rows, strict=True):
        groups.setdefault(key, []).append(row)
    return list(groups.values())


def _rows(data: bytes, name: str, columns: Mapping[str, str] | None) -> list[_Row]:
    text = decode(data, name)
    lines = _json_lines(text, name) if _is_json(text, name) else _separated(text, name, columns)
    places: dict[str, str] | None = None
    rows: list[_Row] = []
    for number, line in enumerate(lines):
        if number >= limits.ROWS:
            raise TooLarge(f"{printable(name)} has more than {limits.ROWS:,} rows.", name)
        if places is None or places["text"] not in line:
            places = _places(line, name, columns)
        fields = {field: value for field, column in places.items() if (value := line.get(column, "").strip())}
        if "text" in fields:
            rows.append(_Row(fields))
    if not rows:
        raise NotText(f"{printable(name)} is a table without a text in it.", name)
    return rows


def _is_json(text: str, name: str) -> bool:
    return suffix(name) in JSON_LINES.suffixes or text.lstrip("\ufeff \t\r\n").startswith("{")


def _json_lines(text: str, name: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReadError(f"{printable(name)} is broken JSON in line {number:,}.", name) from error
        if not isinstance(found, dict):
            raise ReadError(f"{printable(name)} holds no JSON object in line {number:,}.", name)
        yield {
            str(key): str(value)
            for key, value in found.items()
            if isinstance(value, str | int | float) and not isinstance(value, bool)
        }


def _separated(text: str, name: str, columns: Mapping[str, str] | None) -> Iterator[dict[str, str]]:
    first = text[: text.find("\n") + 1 or len(text)]
    separator = max(",;\t|", key=first.count)
    csv.field_size_limit(limits.CHARACTERS)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        head = next(rows, [])
        if len(head) > limits.COLUMNS:
            raise TooLarge(
                f"{printable(name)} has {len(head):,} columns; the limit is {limits.COLUMNS:,}.", name
            )
        # a row may be shorter than the head; only columns that count are made up, for a head may be very long
        wanted = {*(columns or {}).values(), *(column for column in head if _plain(column) in _NAMES)}
        padded = dict.fromkeys((column for column in head if column in wanted), "")
        whole = dict.fromkeys(head, "")
        for row in rows:
            if row:
                yield {**(whole or padded), **dict(zip(head, row, strict=False))}
                whole = {}
    except csv.Error as error:
        raise ReadError(f"{printable(name)} is a broken table: {error}.", name) from error


def _plain(column: str) -> str:
    """A column's name as `COLUMNS` has it."""
    return "_".join(column.casefold().split()).strip("\ufeff")


def _places(line: Mapping[str, str], name: str, columns: Mapping[str, str] | None) -> dict[str, str]:
    """Which column holds which field."""
    known = {_plain(column): column for column in line}
    found: dict[str, str] = {}
    for field, names in COLUMNS.items():
        given = (columns or {}).get(field)
        if given is not None and given not in line:
            raise ReadError(f"{printable(name)} has no column {printable(given)[:80]}.", name)
        guessed = next((known[each] for each in names if each in known), None)
        if place := given or guessed:
            found[field] = place
    if "text" not in found:
        held = ", ".join(printable(column)[:30] for column in list(line)[:8])
        raise UnknownFormat(
            f"{printable(name)} has no column that is called text or the like (it has {held}).",
            name,
        )
    return found
