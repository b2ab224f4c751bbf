"""Which parser found a version's turns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the number; texts added before were read by the first parser."""
    op.add_column("versions", sa.Column("parser", sa.Integer(), nullable=False, server_default="1"))
