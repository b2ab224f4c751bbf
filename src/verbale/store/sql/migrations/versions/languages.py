"""The languages that a speaker speaks in, as a person's own table says."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; nobody's language is known before a table says so."""
    op.add_column("speakers", sa.Column("languages", sa.Text(), nullable=True))
