"""Speakers whose names have the words of another: two offices of one ministry, two numbers, a place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from verbale.store.names.identity import identify

revision = "0010"
down_revision = "0009"

_SPEAKER = sa.text(
    "INSERT OR IGNORE INTO speakers (id, name, wikidata, languages) "
    "VALUES (:id, :name, :wikidata, :languages)"
)
_MOVED = sa.text("UPDATE speaker_names SET speaker = :id WHERE name = :name")
_TOLD = (
    sa.text("UPDATE aliases SET speaker = :id WHERE speaker = :old"),
    sa.text("UPDATE offices SET speaker = :id WHERE speaker = :old"),
)
_GONE = sa.text(
    "DELETE FROM speakers WHERE id = :id AND NOT EXISTS (SELECT 1 FROM speaker_names WHERE speaker = :id)"
)


def upgrade() -> None:
    """Give each printed name the id of its own words; what a table said stays with the name that it has."""
    bind = op.get_bind()
    speakers = [dict(row) for row in bind.execute(sa.text("SELECT * FROM speakers")).mappings()]
    for row in speakers:
        if (own := identify(row["name"])) != row["id"]:
            bind.execute(_SPEAKER, row | {"id": own})
            for told in _TOLD:
                bind.execute(told, {"id": own, "old": row["id"]})
    printed = bind.execute(sa.text("SELECT name, speaker FROM speaker_names")).all()
    for name, speaker in printed:
        if (own := identify(name)) != speaker:
            bind.execute(_SPEAKER, {"id": own, "name": name, "wikidata": None, "languages": None})
            bind.execute(_MOVED, {"id": own, "name": name})
    for row in speakers:
        if identify(row["name"]) != row["id"]:
            bind.execute(_GONE, {"id": row["id"]})
