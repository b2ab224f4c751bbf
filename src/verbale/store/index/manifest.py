"""Which segments make up the index, and how it catches up with the record."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from verbale.errors import RecordError
from verbale.store.index import segment as segments
from verbale.store.index.segment import Segment

__all__ = ["Change", "Manifest", "Source", "catch_up", "rebuild"]

FORMAT = 1
BATCH_LETTERS = 6_000_000
# Longer segments would make a merge dear in time and memory; searching a few of them costs little.
LARGEST_SEGMENT = 8_000_000


class Change(Protocol):
    """A committed change of the record: a version's text, or None for a version that is gone."""

    @property
    def generation(self) -> int:
        """The number of the change; every later one has a higher number."""

    @property
    def document_id(self) -> str:
        """The document that changed."""

    @property
    def version_id(self) -> int:
        """The version that came or went."""

    @property
    def text(self) -> str | None:
        """The version's text, None where it no longer counts."""


class Source(Protocol):
    """What the index needs of a record."""

    @property
    def path(self) -> Path:
        """The record's folder."""

    @property
    def generation(self) -> int:
        """The number of the last committed change."""

    def changes_since(self, generation: int, limit: int) -> Iterable[Change]:
        """The next changes after a generation, in order, at most `limit`."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The index as of one generation: the names of its segments and the versions to leave out."""

    generation: int = 0
    segments: tuple[str, ...] = ()
    dropped: frozenset[int] = frozenset()

    @classmethod
    def load(cls, folder: Path) -> Manifest:
        """The manifest of an index folder, empty where there is none.

        Raises:
            RecordError: it is damaged, or of another version of Verbale; the index is to be made again.
        """
        try:
            found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError) as error:
            raise RecordError(
                f"The quote index in {folder} is damaged; run `verbale reindex`.", folder
            ) from error
        if found.get("format") != FORMAT:
            raise RecordError(
                f"The quote index in {folder} is of another version of Verbale; run `verbale reindex`.",
                folder,
            )
        return cls(found["generation"], tuple(found["segments"]), frozenset(found["dropped"]))

    def save(self, folder: Path) -> None:
        """Replace the folder's manifest in one step."""
        making = folder / "manifest.making"
        content = {
            "format": FORMAT,
            "generation": self.generation,
            "segments": list(self.segments),
            "dropped": sorted(self.dropped),
        }
        with making.open("w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        making.replace(folder / "manifest.json")


def catch_up(store: Source) -> None:
    """Bring the quote index of a record up to the record's generation.

    Costs in proportion to what was added since, not to the record. Only one process works at a
    time; a reader of the index goes on with the segments that it has mapped.
    """
    folder = store.path / "index"
    with _alone(folder):
        manifest = Manifest.load(folder)
        if manifest.generation > store.generation:
            # the record was put back from an older copy
            manifest = Manifest()
        while manifest.generation < store.generation:
            manifest = _advance(store, folder, manifest)
        _sweep(folder, manifest)


def rebuild(store: Source) -> None:
    """Make the quote index of a record again from nothing."""
    folder = store.path / "index"
    with _alone(folder):
        Manifest().save(folder)
    catch_up(store)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Make the folder where there is none, and keep all other processes from working at it."""
    from filelock import FileLock  # noqa: PLC0415 (slow to load, and whoever only checks does without it)

    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        yield


def _advance(store: Source, folder: Path, manifest: Manifest) -> Manifest:
    generation, letters, dropped = manifest.generation, 0, set(manifest.dropped)
    texts: list[tuple[str, int, str]] = []
    for change in _changes(store, generation):
        generation = change.generation
        if change.text is None:
            dropped.add(change.version_id)
            texts = [row for row in texts if row[1] != change.version_id]
        elif change.version_id in dropped and _holds(folder, manifest, change.version_id):
            dropped.discard(change.version_id)
        else:
            dropped.discard(change.version_id)
            texts.append((change.document_id, change.version_id, change.text))
            letters += len(change.text)
        if letters > BATCH_LETTERS:
            break
    else:
        generation = max(generation, store.generation) if not texts else generation
    names = list(manifest.segments)
    if texts:
        name = f"{generation:012d}-0"
        shutil.rmtree(folder / name, ignore_errors=True)
        segments.write(folder / name, texts)
        names = _merged(folder, [*names, name], frozenset(dropped))
    advanced = Manifest(generation, tuple(names), frozenset(dropped))
    advanced.save(folder)
    return advanced


def _holds(folder: Path, manifest: Manifest, version: int) -> bool:
    """Whether a dropped version still lies in a segment, so that it need only be counted again."""
    opened = (Segment.open(folder / name) for name in manifest.segments)
    return any(indexed.version == version for segment in opened for indexed in segment.documents)


def _changes(store: Source, generation: int) -> Iterator[Change]:
    while True:
        found = list(store.changes_since(generation, 64))
        if not found:
            return
        yield from found
        generation = found[-1].generation


def _merged(folder: Path, names: list[str], dropped: frozenset[int]) -> list[str]:
    """Join the last segments while the one before is not much longer, so that few remain."""
    opened = [Segment.open(folder / name) for name in names]
    while len(opened) > 1:
        before, last = opened[-2:]
        if len(before) > 3 * len(last) or len(before) + len(last) > LARGEST_SEGMENT:
            break
        stem, _, level = last.name.rpartition("-")
        name = f"{stem}-{int(level) + 1}"
        shutil.rmtree(folder / name, ignore_errors=True)
        segments.merge(folder / name, (before, last), dropped)
        opened[-2:] = [Segment.open(folder / name)]
    return [segment.name for segment in opened]


def _sweep(folder: Path, manifest: Manifest) -> None:
    """Remove what a merge or a kill left behind; whoever has it mapped keeps it."""
    keep = {*manifest.segments, "manifest.json", "lock"}
    for path in folder.iterdir():
        if path.name not in keep and path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
