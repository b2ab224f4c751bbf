"""Which tagger a version's quotations are from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the mark; texts added before have none, as no tagger has read them."""
    op.add_column("versions", sa.Column("tagger", sa.Text(), nullable=True))
