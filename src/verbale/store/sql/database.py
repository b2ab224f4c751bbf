"""The record's database: opening it, one writer at a time, readers that never wait."""

from __future__ import annotations

import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy
from sqlalchemy import Connection, Executable, event
from sqlalchemy.sql.compiler import Compiled
from sqlalchemy.sql.elements import ClauseElement

from verbale.errors import RecordError, RecordTooNew
from verbale.store.sql import migrations, sqlite

__all__ = ["Ask", "Database", "Question", "Row", "asking", "tell", "tell_rows"]

Row = tuple[Any, ...]
WRITES = {"verbale_writes": True}


class Question:
    """A statement that is compiled once, when it is first asked, and then asked at the driver's own speed.

    A check asks thousands of times; going through SQLAlchemy each time would take longer than the
    answer.
    """

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> Compiled:
        return self._statement.compile(dialect=sqlite.DIALECT)

    @cached_property
    def sql(self) -> str:
        """The statement in the database's own words."""
        return str(self._compiled)

    @cached_property
    def _names(self) -> Sequence[str]:
        return getattr(self._compiled, "positiontup", None) or ()

    @cached_property
    def _fixed(self) -> dict[str, object]:
        binds = getattr(self._compiled, "binds", {})
        return {name: bind.effective_value for name, bind in binds.items() if not bind.required}

    def values(self, given: Mapping[str, object]) -> tuple[object, ...]:
        """The parameters in the order of the statement."""
        known = {**self._fixed, **given} if self._fixed else given
        return tuple(map(known.__getitem__, self._names))


class Ask(Protocol):
    """Gives the rows that answer a question, in a transaction or outside."""

    def __call__(self, question: Question, /, **values: object) -> list[Row]:
        """The rows, with a value for each name in the question."""


class _Thread(threading.local):
    """What each thread has of its own: a connection, and the state of the record that it stays in."""

    connection: sqlite.Reader | None = None
    steady: int | None = None


class Database:
    """One file; use `write` to change it, `ask` to read it, from any thread."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._threads = _Thread()
        self._opened: list[sqlite.Reader] = []
        self._lock = threading.Lock()
        self._watching = threading.Lock()
        self._watch: sqlite.Reader | None = None
        self._seen: int | None = None
        self._state = 0
        # where it is read: a record that nobody can write to may have to be brought up to date in a copy
        self._read = file
        self._engine = _engine(file)

    def prepare(self, *, create: bool) -> None:
        """Make the tables, or bring them up to date; nothing is loaded or written where they are.

        Raises:
            RecordTooNew: a newer Verbale wrote this record.
            RecordError: this is no record, or it is damaged.
        """
        with self.faults():
            current = self._revision(self.rows)
            if current == migrations.HEAD:
                return
            if current is None and not create:
                raise RecordError(f"There is no record in {self.file.parent}.", self.file)
            if self.only_readable:
                self._upgrade_copy(current)
                return
            sqlite.use_wal(self.file)
            with self.write() as connection:
                # Another process may have been quicker.
                current = self._revision(lambda sql: connection.exec_driver_sql(sql).fetchall())
                if current != migrations.HEAD:
                    migrations.upgrade(connection, current)

    def _upgrade_copy(self, current: str | None) -> None:
        """Bring a copy up to date, which goes with this object, and read that."""
        folder = Path(tempfile.mkdtemp(prefix="verbale-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        copy = folder / self.file.name
        shutil.copyfile(self.file, copy)
        engine = _engine(copy, only_readable=False)
        with engine.connect().execution_options(**WRITES) as connection, connection.begin():
            migrations.upgrade(connection, current)
        self.close()
        self._read = copy

    @cached_property
    def only_readable(self) -> bool:
        """Whether the record lies where nothing can be written, with nothing left to be settled."""
        return sqlite.is_only_readable(self.file)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that holds the write lock from its start and commits at its end."""
        if self._read != self.file:
            # what was asked of the copy does not fit the file that it was made of
            raise self._fault(sqlite.Fault("readonly"))
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

    def ask(self, question: Question, /, **values: object) -> list[Row]:
        """The rows of a statement that is asked often."""
        return self.rows(question.sql, question.values(values))

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows of a statement in the database's own words."""
        try:
            return self.reader.execute(sql, values).fetchall()
        except sqlite.Fault as error:
            raise self._fault(error) from error

    @property
    def reader(self) -> sqlite.Reader:
        """This thread's connection for reading."""
        connection = self._threads.connection
        if connection is None:
            connection = self._threads.connection = sqlite.reading(self._read)
            with self._lock:
                self._opened.append(connection)
        return connection

    @contextmanager
    def steady(self) -> Iterator[None]:
        """While it lasts, this thread looks no more whether anybody has committed."""
        before = self._threads.steady
        self._threads.steady = self.state
        try:
            yield
        finally:
            self._threads.steady = before

    @property
    def state(self) -> int:
        """A number that grows whenever anybody has committed since it was asked last, in any thread.

        A connection is told only what others did since it looked itself, so that one connection looks for
        all threads.
        """
        if (steady := self._threads.steady) is not None:
            return steady
        with self._watching:
            if self._watch is None:
                self._watch, self._seen = sqlite.connect(self._read), None
            try:
                seen = sqlite.data_version(self._watch)
            except sqlite.Fault as error:
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
            self._threads = _Thread()
        self._engine.dispose()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn the database's own errors into a RecordError of one sentence."""
        try:
            yield
        except sqlalchemy.exc.DBAPIError as error:
            raise self._fault(error.orig or error) from error
        except sqlite.Fault as error:
            raise self._fault(error) from error

    def _revision(self, ask: Any) -> str | None:
        """The revision of the file's tables, None where there are none yet."""
        tables = {row[0] for row in ask(sqlite.TABLES)}
        if not tables:
            return None
        found = ask(migrations.REVISION) if "alembic_version" in tables else []
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
        return RecordError(sqlite.sentence(str(error), self.file.parent), self.file)


def _engine(file: Path, *, only_readable: bool | None = None) -> sqlalchemy.Engine:
    made = sqlalchemy.create_engine(
        sqlite.ENGINE,
        creator=lambda: sqlite.connect(file, only_readable=only_readable),
        poolclass=sqlalchemy.NullPool,
    )
    event.listen(made, "begin", _begin)
    return made


def asking(connection: Connection) -> Ask:
    """Asks inside a transaction."""

    def ask(question: Question, /, **values: object) -> list[Row]:
        return [tuple(row) for row in connection.exec_driver_sql(question.sql, question.values(values))]

    return ask


def tell(connection: Connection, question: Question, /, **values: object) -> None:
    """Change something inside a transaction, by a statement that was compiled once."""
    connection.exec_driver_sql(question.sql, question.values(values))


def tell_rows(connection: Connection, question: Question, rows: Sequence[Row]) -> None:
    """Change something once for each row, whose values are in the order of the statement."""
    if rows:
        connection.exec_driver_sql(question.sql, list(rows))


def _begin(connection: Connection) -> None:
    writes = bool(connection.get_execution_options().get("verbale_writes"))
    connection.exec_driver_sql(sqlite.begin(writes=writes))
