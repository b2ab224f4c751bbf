"""The words of the current passages in FTS5, and nothing but them.

The full-text table is contentless: it holds words and places, the text stands in `texts` alone.
SQLite before 3.43 can take a row out of such a table only when it is told the words that went in,
which is possible because a version's text never changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verbale.errors import TooLarge
from verbale.store.search.search_passages import Passage

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["enter", "keep", "leave"]

MOST = 1 << 20  # passages of one version; a passage's number lies in the low bits of its row's id

_PASSAGE = "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PLACES = 'SELECT id, start, "end" FROM passages WHERE version = ? ORDER BY id'
_ENTER = "INSERT INTO passages_words (rowid, words) VALUES (?, ?)"
_LEAVE = "INSERT INTO passages_words (passages_words, rowid, words) VALUES ('delete', ?, ?)"


def keep(connection: Connection, version: int, passages: Sequence[Passage]) -> None:
    """Store the rows of a version's passages, for search to show; `enter` lets it find them."""
    if len(passages) > MOST:
        raise TooLarge(f"It has {len(passages):,} passages; at most {MOST:,} can be kept.", version)
    first = version * MOST
    if passages:
        connection.exec_driver_sql(
            _PASSAGE,
            [
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
            ],
        )


def enter(connection: Connection, version: int, text: str) -> None:
    """Let search find the words of a version's passages."""
    _each(connection, _ENTER, version, text)


def leave(connection: Connection, version: int, text: str) -> None:
    """Let search find them no longer."""
    _each(connection, _LEAVE, version, text)


def _each(connection: Connection, sql: str, version: int, text: str) -> None:
    passages = connection.exec_driver_sql(_PLACES, (version,)).fetchall()
    if passages:
        connection.exec_driver_sql(sql, [(id_, text[start:end]) for id_, start, end in passages])
