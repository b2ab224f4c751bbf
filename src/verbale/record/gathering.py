"""Paths, folders and patterns to the files that they mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verbale.readers.names import printable
from verbale.readers.paths import file_bytes

__all__ = ["Refusal", "Source", "gather"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not added, and one sentence why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be added: `name` is shown, `place` is where it lies for good."""

    path: Path
    name: str
    place: str

    def read(self) -> bytes:
        """Its bytes; ReadError where it is no file, too large, or the system does not let us read it."""
        return file_bytes(self.path)


def gather(paths: str | Path | Iterable[str | Path], avoid: Path) -> tuple[list[Source], list[Refusal]]:
    """The files that paths mean: themselves, all in a folder, all that a pattern fits.

    Folders are walked to the bottom in the order of names; hidden files and folders are passed
    over, and a folder that links lead back to is walked once.

    Args:
        paths: One path or several; a pattern such as `talks/*.txt` or `talks/**/*.html` counts
            only where no file has that very name.
        avoid: A folder that is never walked (the record's own).
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    sources: dict[str, Source] = {}
    refusals: list[Refusal] = []
    for each in given:
        try:
            found = list(_files(str(each), avoid, refusals))
        except (OSError, ValueError) as error:
            refusals.append(
                Refusal(printable(str(each)), f"{printable(str(each))} cannot be looked at: {error}.")
            )
            continue
        if not found:
            refusals.append(Refusal(printable(str(each)), _nothing(str(each))))
        for path in found:
            source = _source(path)
            sources.setdefault(source.place, source)
    return list(sources.values()), refusals


def _files(given: str, avoid: Path, refusals: list[Refusal]) -> Iterator[Path]:
    path = Path(given).expanduser()
    if path.is_dir():
        yield from _walk(path, avoid, refusals)
    elif os.path.lexists(path):
        yield path
    elif glob.has_magic(given):
        for match in sorted(glob.glob(str(path), recursive=True)):  # noqa: PTH207 (absolute too)
            fits = Path(match)
            if fits.is_dir():
                # "talks/**" matches every folder on the way as well as the files in it.
                if "**" not in given:
                    yield from _walk(fits, avoid, refusals)
            else:
                yield fits


def _walk(top: Path, avoid: Path, refusals: list[Refusal]) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        name = printable(str(error.filename))
        refusals.append(Refusal(name, f"{name} cannot be opened: {error.strerror}."))

    seen: set[tuple[int, int]] = set()
    for folder, folders, files in os.walk(top, followlinks=True, onerror=closed):
        known = Path(folder).stat()
        identity = (known.st_dev, known.st_ino)
        if identity in seen or (avoid.exists() and avoid.samefile(folder)):
            folders.clear()
            continue
        seen.add(identity)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))


def _source(path: Path) -> Source:
    # The folder's links are followed, the file's own name is kept: it is how people know the text.
    place = os.path.realpath(path.parent) + os.sep + path.name
    # File systems allow names that are no text.
    return Source(
        path=path, name=printable(path.name), place=os.fsencode(place).decode("utf-8", "backslashreplace")
    )


def _nothing(given: str) -> str:
    if "://" in given:
        return f"{printable(given)} is an address: save the page and add the file."
    if Path(given).expanduser().is_dir():
        return f"{printable(given)} holds no files."
    if glob.has_magic(given):
        return f"No file fits {printable(given)}."
    return f"There is no file or folder {printable(given)}."
