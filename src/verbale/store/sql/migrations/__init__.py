"""Bringing a record's tables up to date, without the user knowing that there are tables.

Revisions are numbered "0001", "0002", ... so that a record from a newer Verbale is told from an
older one without loading Alembic, which only a new or an old record needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["HEAD", "REVISION", "upgrade"]

HEAD = "0011"
REVISION = "SELECT version_num FROM alembic_version"


def upgrade(connection: Connection, current: str | None, to: str = HEAD) -> None:
    """Take a record's tables from revision `current` (None: no tables yet) to `to`.

    The caller's transaction makes it all or nothing.
    """
    from alembic.operations import Operations  # noqa: PLC0415 (an up-to-date record never needs it)
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    scripts = ScriptDirectory(str(Path(__file__).parent))
    context = MigrationContext.configure(connection)
    steps = list(scripts.iterate_revisions(to, current or "base"))
    with Operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
            context.stamp(scripts, step.revision)
