"""Records as an earlier Verbale left them."""

from __future__ import annotations

from pathlib import Path

from verbale.store.sql import migrations
from verbale.store.sql.database import Database


def aged(record: Path, revision: str, empty: Path) -> None:
    """Take from a record the columns that came after a revision.

    Args:
        record: the folder of a closed record.
        revision: of the migrations; no table may have come after it.
        empty: a file for a database of that revision.
    """
    then, now = Database(empty), Database(record / "record.db")
    with then.write() as connection:
        migrations.upgrade(connection, None, revision)
    with now.write() as connection:
        for (table,) in then.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = {row[1] for row in then.rows(f"PRAGMA table_info('{table}')")}
            for row in now.rows(f"PRAGMA table_info('{table}')"):
                if row[1] not in columns:
                    connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {row[1]}")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))
    then.close()
    now.close()
