"""The record's database: opening it, one writer at a time, readers that never wait.

SQLite in WAL mode. `synchronous=FULL` has every commit on the disk before `add` reports a document:
with a few dozen documents to a commit it costs nothing that can be measured, and it covers a power
cut as well as a killed process.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy
from sqlalchemy import Connection, Executable, event
from sqlalchemy.dialects import sqlite as sqlite_dialect

from verbale.errors import RecordError, RecordTooNew
from verbale.store.sql import migrations

if TYPE_CHECKING:
    from sqlalchemy.sql.elements import ClauseElement

__all__ = ["Database", "Question", "Row"]

Row = tuple[Any, ...]
PATIENCE = 30.0  # seconds that a writer waits for another one
WRITES = {"verbale_writes": True}


class Question:
    """A select that is compiled once and then asked at the driver's own speed.

    A check asks thousands of times; going through SQLAlchemy each time would take longer than the
    answer.
    """

    def __init__(self, statement: ClauseElement) -> None:
        compiled = statement.compile(dialect=sqlite_dialect.dialect(paramstyle="qmark"))
        self.sql = str(compiled)
        self.names: Sequence[str] = getattr(compiled, "positiontup", None) or ()
        binds = getattr(compiled, "binds", {})
        self._fixed = {name: bind.effective_value for name, bind in binds.items() if not bind.required}

    def values(self, given: Mapping[str, object]) -> tuple[object, ...]:
        """The parameters in the order of the statement."""
        return tuple(given[name] if name in given else self._fixed[name] for name in self.names)


class Database:
    """One SQLite file; use `write` to change it, `ask` and `rows` to read it, from any thread."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._threads = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._watching = threading.Lock()
        self._watch: sqlite3.Connection | None = None
        self._seen: int | None = None
        self._state = 0
        self._engine = sqlalchemy.create_engine(
            "sqlite+pysqlite://", creator=self._connect, poolclass=sqlalchemy.NullPool
        )
        event.listen(self._engine, "begin", _begin)

    def prepare(self, *, create: bool) -> None:
        """Make the tables, or bring them up to date; nothing is loaded or written where they are.

        Raises:
            RecordTooNew: a newer Verbale wrote this record.
            RecordError: this is no record, or it is damaged.
        """
        with self.faults():
            current = self._revision()
            if current == migrations.HEAD:
                return
            if current is None and not create:
                raise RecordError(f"There is no record in {self.file.parent}.", self.file)
            self._use_wal()
            with self.write() as connection:
                # Another process may have been quicker.
                current = self._revision(connection)
                if current != migrations.HEAD:
                    migrations.upgrade(connection, current)

    @cached_property
    def only_readable(self) -> bool:
        """Whether the record lies where nothing can be written, with nothing left to be settled."""
        log = self.file.with_name(self.file.name + "-wal")
        settled = not log.exists() or not log.stat().st_size
        return self.file.exists() and not os.access(self.file.parent, os.W_OK) and settled

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its start and commits at its end."""
        with (
            self.faults(),
            self._engine.connect().execution_options(**WRITES) as connection,
            connection.begin(),
        ):
            yield connection

    def select(self, statement: Executable, values: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a statement that is asked seldom."""
        with self.faults(), self._engine.connect() as connection:
            return [tuple(row) for row in connection.execute(statement, values or {})]

    def ask(self, question: Question, **values: object) -> list[Row]:
        """The rows of a statement that is asked often."""
        return self.rows(question.sql, question.values(values))

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows of a statement in SQL, with `?` for each value."""
        try:
            return self.reader.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise self._fault(error) from error

    @property
    def reader(self) -> sqlite3.Connection:
        """This thread's connection for reading."""
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._connect()
            connection.execute("PRAGMA query_only=ON")
            self._threads.connection = connection
            with self._lock:
                self._opened.append(connection)
        return connection

    @property
    def state(self) -> int:
        """A number that grows whenever anybody has committed since it was asked last, in any thread.

        SQLite tells a connection only what others did since it looked itself, so that one connection
        looks for all threads.
        """
        with self._watching:
            if self._watch is None:
                self._watch, self._seen = self._connect(), None
            try:
                seen = self._watch.execute("PRAGMA data_version").fetchone()[0]
            except sqlite3.Error as error:
                raise self._fault(error) from error
            if seen != self._seen:
                self._seen = seen
                self._state += 1
            return self._state

    def close(self) -> None:
        """Let go of the file; reading again opens it again."""
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        with self._lock:
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            self._threads = threading.local()
        self._engine.dispose()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn the database's own errors into a RecordError of one sentence."""
        try:
            yield
        except sqlalchemy.exc.DBAPIError as error:
            raise self._fault(error.orig or error) from error
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _connect(self) -> sqlite3.Connection:
        # Connections are closed by whichever thread closes the store.
        name: str | Path = self.file
        if self.only_readable:
            # WAL needs to write beside the file; a file that nobody can change needs no WAL
            name = f"{self.file.absolute().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(
            name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=self.only_readable
        )
        if self.only_readable:
            return connection
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA temp_store=MEMORY")
        return connection

    def _use_wal(self) -> None:
        """Switch the file to WAL; SQLite does not wait for others here, so we do."""
        until = time.monotonic() + PATIENCE
        while True:
            connection = self._connect()
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

    def _revision(self, connection: Connection | None = None) -> str | None:
        """The revision of the file's tables, None where there are none yet."""
        ask = self.rows if connection is None else lambda sql: connection.exec_driver_sql(sql).fetchall()
        tables = {row[0] for row in ask("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            return None
        found = ask("SELECT version_num FROM alembic_version") if "alembic_version" in tables else []
        if not found or "passages" not in tables:
            raise RecordError(f"{self.file} is a database, but not a record of Verbale.", self.file)
        revision = str(found[0][0])
        if revision > migrations.HEAD:
            raise RecordTooNew(
                f"The record in {self.file.parent} was written by a newer Verbale; update yours to open it.",
                self.file,
            )
        return revision

    def _fault(self, error: BaseException) -> RecordError:
        said = str(error)
        place = self.file.parent
        if "locked" in said or "busy" in said:
            why = f"Another process has been writing to the record in {place} for too long; try again."
        elif "full" in said:
            why = f"The disk that holds the record in {place} is full."
        elif "readonly" in said or "read-only" in said:
            why = f"The record in {place} may not be written to."
        elif "unable to open" in said:
            why = f"The record in {place} could not be opened."
        elif "not a database" in said or "malformed" in said:
            why = f"The record in {place} is damaged: its record.db cannot be read."
        else:
            why = f"The record in {place} could not be used: {said}."
        return RecordError(why, self.file)


def _begin(connection: Connection) -> None:
    # A writer that begins as a reader fails at its first write when another one has committed
    # meanwhile; taking the lock at once makes it wait instead.
    writes = connection.get_execution_options().get("verbale_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
