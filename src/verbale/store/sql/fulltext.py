"""The words of the current passages in FTS5, and nothing but them.

The full-text table is contentless: it holds words and places, the text stands in `texts` alone.
SQLite before 3.43 can take a row out of such a table only when it is told the words that went in,
which is possible because a version's text never changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, literal, select

from verbale.errors import TooLarge
from verbale.store.passages import Passage
from verbale.store.sql.database import Question, asking, tell_rows
from verbale.store.sql.schema import passages as table
from verbale.store.sql.sqlite import full_text

__all__ = ["enter", "keep", "leave"]

MOST = 1 << 20  # passages of one version; a passage's number lies in the low bits of its row's id

_PASSAGE = Question(insert(table))
_PLACES = Question(
    select(table.c.id, table.c.start, table.c.end)
    .where(table.c.version == bindparam("version"))
    .order_by(table.c.id)
)
_ROW: dict[str, object] = {"rowid": bindparam("id"), "words": bindparam("words")}
_ENTER = Question(insert(full_text).values(_ROW))
_LEAVE = Question(insert(full_text).values({"passages_words": literal("delete"), **_ROW}))


def keep(connection: Connection, version: int, passages: Sequence[Passage]) -> None:
    """Store the rows of a version's passages, for search to show; `enter` lets it find them."""
    if len(passages) > MOST:
        raise TooLarge(f"It has {len(passages):,} passages; at most {MOST:,} can be kept.", version)
    first = version * MOST
    rows = [
        (
            first + number,
            version,
            passage.span.start,
            passage.span.end,
            passage.speaker,
            passage.role.value if passage.role is not None else "",
            passage.said_on.isoformat() if passage.said_on is not None else None,
            passage.first_hand,
            passage.reported,
            passage.via,
        )
        for number, passage in enumerate(passages)
    ]
    tell_rows(connection, _PASSAGE, rows)


def enter(connection: Connection, version: int, text: str) -> None:
    """Let search find the words of a version's passages."""
    _each(connection, _ENTER, version, text)


def leave(connection: Connection, version: int, text: str) -> None:
    """Let search find them no longer."""
    _each(connection, _LEAVE, version, text)


def _each(connection: Connection, change: Question, version: int, text: str) -> None:
    passages = asking(connection)(_PLACES, version=version)
    words = (change.values({"id": id_, "words": text[start:end]}) for id_, start, end in passages)
    tell_rows(connection, change, list(words))
