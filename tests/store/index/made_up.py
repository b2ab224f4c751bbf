"""A record that is only what the quote index asks of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    generation: int
    document_id: str
    version_id: int
    text: str | None


@dataclass
class PlainRecord:
    path: Path
    entries: list[Entry] = field(default_factory=list)

    @property
    def generation(self) -> int:
        return len(self.entries)

    def changes_since(self, generation: int, limit: int) -> list[Entry]:
        return self.entries[generation : generation + limit]

    def put(self, document: str, version: int, text: str | None) -> None:
        self.entries.append(Entry(len(self.entries) + 1, document, version, text))
