"""What is SQLite's alone; another database needs such a module of its own.

WAL mode, and `synchronous=FULL`: every commit is on the disk before `add` reports a document. With a
few dozen documents to a commit that costs nothing that can be measured, and it covers a power cut as
well as a killed process.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    String,
    Subquery,
    Table,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.sqlite import dialect, insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.selectable import Join

__all__ = [
    "DIALECT",
    "ENGINE",
    "TABLES",
    "Driving",
    "Fault",
    "Reader",
    "among",
    "begin",
    "connect",
    "data_version",
    "entry_order",
    "fits",
    "full_text",
    "given",
    "insert",
    "is_only_readable",
    "listed",
    "one_of",
    "rank",
    "reading",
    "sentence",
    "unindexed",
    "use_wal",
]

DIALECT = dialect(paramstyle="qmark")
ENGINE = "sqlite+pysqlite://"
PATIENCE = 30.0  # seconds that a writer waits for another one

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"

Reader = sqlite3.Connection
Fault = sqlite3.Error

# The words of the passages in FTS5, contentless, because the words stand in `texts` already. SQLite
# before 3.43 deletes from it only when told the old words: see fulltext.py.
full_text = table(
    "passages_words", column("rowid"), column("words", String), column("passages_words", String)
)


def connect(file: Path, *, only_readable: bool | None = None) -> Reader:
    """A connection to a record's file; those that never write may lie where nothing can be written.

    Args:
        file: The file.
        only_readable: Whether nothing can be written there; None to look.
    """
    # Connections are closed by whichever thread closes the store.
    name: str | Path = file
    if only_readable is None:
        only_readable = is_only_readable(file)
    if only_readable:
        # WAL needs to write beside the file; a file that nobody can change needs no WAL
        name = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(
        name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=only_readable
    )
    if not only_readable:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def reading(file: Path) -> Reader:
    """A connection that changes nothing."""
    connection = connect(file)
    connection.execute("PRAGMA query_only=ON")
    return connection


def is_only_readable(file: Path) -> bool:
    """Whether the record lies where nothing can be written, with nothing left to be settled."""
    log = file.with_name(file.name + "-wal")
    settled = not log.exists() or not log.stat().st_size
    return file.exists() and not os.access(file.parent, os.W_OK) and settled


def use_wal(file: Path) -> None:
    """Switch the file to WAL; SQLite does not wait for others here, so we do."""
    until = time.monotonic() + PATIENCE
    while True:
        connection = connect(file)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return
        finally:
            connection.close()


def data_version(connection: Reader) -> int:
    """A number that changes when another connection has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def begin(*, writes: bool) -> str:
    """How a transaction begins.

    A writer that begins as a reader fails at its first write when another one has committed meanwhile;
    taking the lock at once makes it wait instead.
    """
    return "BEGIN IMMEDIATE" if writes else "BEGIN"


def sentence(said: str, place: Path) -> str:
    """What a fault of the database means for the record that lies in a folder."""
    if "locked" in said or "busy" in said:
        return f"Another process has been writing to the record in {place} for too long; try again."
    if "full" in said:
        return f"The disk that holds the record in {place} is full."
    if "readonly" in said or "read-only" in said:
        return f"The record in {place} may not be written to."
    if "unable to open" in said:
        return f"The record in {place} could not be opened."
    if "not a database" in said or "malformed" in said:
        return f"The record in {place} is damaged: its record.db cannot be read."
    return f"The record in {place} could not be used: {said}."


def listed(values: Iterable[object]) -> str:
    """Any number of values as the one that `among` asks for."""
    return json.dumps(list(values))


def among(of: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a column is one of the values that are given under a name, as `listed` makes them."""
    return _one_of(of, bindparam(name))


def one_of(of: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column is one of some values, however many they are."""
    return _one_of(of, literal(listed(values)))


def _one_of(of: ColumnElement[Any], values: ColumnElement[Any]) -> ColumnElement[bool]:
    each = func.json_each(values).table_valued("value")
    return of.in_(select(each.c.value))


def given(name: str, *columns: str) -> Subquery:
    """A table of rows that are given under a name, as `listed` makes them, each with its number as `key`."""
    each = func.json_each(bindparam(name)).table_valued("key", "value")
    parts = (
        func.json_extract(each.c.value, literal_column(f"'$[{number}]'")).label(column)
        for number, column in enumerate(columns)
    )
    return select(each.c.key, *parts).subquery(name)


def entry_order(of: Table) -> ColumnElement[Any]:
    """The order in which the rows of a table came in."""
    return literal_column(f"{of.name}.rowid")


def fits(words: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the words of a passage fit an expression of the full-text table."""
    return full_text.c.passages_words.op("MATCH", is_comparison=True)(words)


def rank() -> ColumnElement[Any]:
    """How well a passage fits, the best being the lowest."""
    return func.bm25(full_text.c.passages_words)


def unindexed(of: ColumnElement[Any]) -> ColumnElement[Any]:
    """A column, not to be looked up in an index: the full-text table is to drive a search."""
    return UnaryExpression(of, operator=custom_op("+"))


class Driving(Join):
    """A join whose left side is read first, whatever the planner thinks."""

    inherit_cache = False


@compiles(Driving)
def _driving(element: Driving, compiler: SQLCompiler, **given: Any) -> str:
    given = given | {"asfrom": True}
    left, right = (compiler.process(side, **given) for side in (element.left, element.right))
    on = compiler.process(cast("ClauseElement", element.onclause), **given)
    return f"{left} CROSS JOIN {right} ON {on}"
