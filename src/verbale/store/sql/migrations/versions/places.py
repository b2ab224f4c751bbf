"""Where and in which time zone something was said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns; texts added before have no place in them until they are read again."""
    op.add_column("events", sa.Column("place_id", sa.Text(), nullable=True))
    op.add_column("events", sa.Column("time_zone", sa.Text(), nullable=True))
    op.add_column("versions", sa.Column("place", sa.Text(), nullable=True))
    op.add_column("versions", sa.Column("time_zone", sa.Text(), nullable=True))
