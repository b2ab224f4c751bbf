"""Paths, folders and patterns to the files that they mean."""

from __future__ import annotations

import glob
import os
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from verbale.errors import ReadError
from verbale.readers import containers
from verbale.readers.names import printable, suffix
from verbale.readers.paths import file_bytes

__all__ = ["Refusal", "Source", "gather"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not added, and one sentence why."""

    name: str
    reason: str


class _Spool:
    """The members of containers between looking and adding: on disk, gone with the last of their sources."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  it lives as long as the sources do
        weakref.finalize(self, self._file.close)
        self._end = 0

    def put(self, data: bytes) -> tuple[int, int]:
        start = self._end
        self._file.seek(start)
        self._file.write(data)
        self._end += len(data)
        return start, len(data)

    def get(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(size)


@dataclass(frozen=True, slots=True)
class _Packed:
    """A member of a container: where its bytes wait, or why there are none."""

    spool: _Spool
    start: int = 0
    size: int = 0
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A text to be added: `name` is shown, `place` is where it lies for good; `packed` if in a container."""

    path: Path
    name: str
    place: str
    packed: _Packed | None = None

    def read(self) -> bytes:
        """Its bytes; ReadError where it is no file, too large, or the system does not let us read it."""
        if self.packed is None:
            return file_bytes(self.path)
        if self.packed.refused is not None:
            raise ReadError(self.packed.refused, self.name)
        return self.packed.spool.get(self.packed.start, self.packed.size)


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
            for source in _unpacked(_source(path), refusals):
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


def _unpacked(source: Source, refusals: list[Refusal]) -> Iterator[Source]:
    """A file, or the documents of a container, named after it: `archive.zip/talk.md`."""
    data = b""
    if suffix(source.name) in containers.CONTAINER_SUFFIXES:
        try:
            data = file_bytes(source.path)
        except ReadError:
            data = b""  # told of when it is read
    if not data or not containers.is_container(data, source.name):
        yield source
        return
    spool = _Spool()
    found = 0
    try:
        for member in containers.unpack(data, source.name):
            found += 1
            packed = _Packed(spool, *spool.put(member.data), refused=member.refused)
            yield Source(
                source.path, f"{source.name}/{member.name}", f"{source.place}{os.sep}{member.name}", packed
            )
    except ReadError as error:
        refusals.append(Refusal(source.name, str(error)))
        return
    if not found:
        refusals.append(Refusal(source.name, f"{source.name} holds no document."))


def _nothing(given: str) -> str:
    if "://" in given:
        return f"{printable(given)} is an address: save the page and add the file."
    if Path(given).expanduser().is_dir():
        return f"{printable(given)} holds no files."
    if glob.has_magic(given):
        return f"No file fits {printable(given)}."
    return f"There is no file or folder {printable(given)}."
