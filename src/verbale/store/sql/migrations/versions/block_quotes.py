"""What the format of a text sets apart as quoted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the table; of texts added before, only what stands in marks is known to be quoted."""
    op.create_table(
        "block_quotes",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("signature_start", sa.Integer(), nullable=True),
        sa.Column("signature_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_block_quotes_version")),
        sa.PrimaryKeyConstraint("version", "number", name=op.f("pk_block_quotes")),
        sqlite_with_rowid=False,
    )
