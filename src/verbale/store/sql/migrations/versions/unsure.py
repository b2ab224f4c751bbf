"""Turns and statements of which it is not sure whose words they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the marks; earlier parsers set none, and what they read is not trusted as a whole."""
    for table in ("turns", "statements"):
        op.add_column(table, sa.Column("unsure", sa.Boolean(), nullable=False, server_default="0"))
