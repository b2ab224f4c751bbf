"""The offices that texts print before the names of their speakers, or instead of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; texts added before have no rows in it until they are read again."""
    op.create_table(
        "titles",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_titles_version")),
        sa.PrimaryKeyConstraint("version", "name", "title", name=op.f("pk_titles")),
        sqlite_with_rowid=False,
    )
