"""Names, titles and offices are found by their words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.text.names import key_words
from verbale.text.offices import office_words

revision = "0007"
down_revision = "0006"

_NAMES = "SELECT name FROM speaker_names UNION SELECT name FROM speakers UNION SELECT name FROM aliases"
_OFFICES = "SELECT title FROM titles UNION SELECT office FROM offices"
_INDEXED = (
    ("speakers", "name"), ("aliases", "name"), ("offices", "office"), ("titles", "title"),
    ("decisions", "subject"),
)  # fmt: skip


def upgrade() -> None:
    """Add the table, with the words of all that the record has, and what makes names quick to find."""
    words = op.create_table(
        "printed_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", "printed", name=op.f("pk_printed_words")),
        sqlite_with_rowid=False,
    )
    for table, column in _INDEXED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    found = {(word, name) for (name,) in op.get_bind().exec_driver_sql(_NAMES) for word in key_words(name)}
    found |= {
        (word, name) for (name,) in op.get_bind().exec_driver_sql(_OFFICES) for word in office_words(name)
    }
    op.bulk_insert(words, [{"word": word, "printed": printed} for word, printed in sorted(found)])
