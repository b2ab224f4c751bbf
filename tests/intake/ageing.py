"""Records as an earlier Verbale left them."""

from __future__ import annotations

from pathlib import Path

from verbale.store.sql import migrations
from verbale.store.sql.database import Database


def aged(record: Path, revision: str, empty: Path) -> None:
    """Take from a record the tables, columns and indexes that came after a revision.

    Args:
        record: the folder of a closed record.
        revision: of the migrations.
        empty: a file for a database of that revision.
    """
    then, now = Database(empty), Database(record / "record.db")
    with then.write() as connection:
        migrations.upgrade(connection, None, revision)
    kept = {name for (name,) in then.rows("SELECT name FROM sqlite_master")}
    with now.write() as connection:
        made = now.rows("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
        for kind, name in made:  # an index before its table
            if name not in kept:
                connection.exec_driver_sql(f"DROP {kind} {name}")
        for (table,) in then.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = {row[1] for row in then.rows(f"PRAGMA table_info('{table}')")}
            for row in now.rows(f"PRAGMA table_info('{table}')"):
                if row[1] not in columns:
                    connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {row[1]}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))
    then.close()
    now.close()
