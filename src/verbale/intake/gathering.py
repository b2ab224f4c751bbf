"""Paths, folders, patterns and addresses to the texts that they mean."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from verbale.errors import ReadError
from verbale.intake.addresses import Web
from verbale.intake.corpus_people import with_people
from verbale.intake.sources import Source, unpacked
from verbale.model.reports import Refusal
from verbale.readers.containers import unpacking
from verbale.readers.file_names import printable, suffix
from verbale.readers.formats import CONTAINER_SUFFIXES
from verbale.readers.origin import Original
from verbale.readers.paths import file_bytes
from verbale.readers.urls import is_url, shown

__all__ = ["gather"]


def gather(
    paths: str | Path | Iterable[str | Path], avoid: Path, web: Web | None = None
) -> tuple[list[Source], list[Refusal]]:
    """The texts that paths mean: files themselves, all in a folder, all that a pattern fits; addresses.

    Folders are walked to the bottom in the order of names; hidden files and folders are passed
    over, and a folder that links lead back to is walked once.

    Args:
        paths: One path or several; a pattern such as `talks/*.txt` or `talks/**/*.html` counts
            only where no file has that very name.
        avoid: A folder that is never walked (the record's own).
        web: Where http and https addresses are fetched, later; None refuses them.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    sources: dict[str, Source] = {}
    refusals: list[Refusal] = []
    for each in given:
        if web is not None and is_url(each):
            try:
                source = web.source(each)
            except ReadError as error:
                refusals.append(Refusal(shown(each), str(error)))
            else:
                sources.setdefault(source.place, source)
            continue
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
            for source in _unpacked(_source(path), path, refusals):
                sources.setdefault(source.place, source)
    return with_people(list(sources.values())), refusals


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
        name=printable(path.name),
        place=os.fsencode(place).decode("utf-8", "backslashreplace"),
        read=partial(_of_file, path),
        path=path,
    )


def _of_file(path: Path) -> Original:
    return Original(file_bytes(path))


def _unpacked(source: Source, path: Path, refusals: list[Refusal]) -> Iterator[Source]:
    """A file, or the documents of a container."""
    data = b""
    if suffix(source.name) in CONTAINER_SUFFIXES:
        try:
            data = file_bytes(path)
        except ReadError:
            data = b""  # told of when it is read
    if not data or not unpacking.is_container(data, source.name):
        yield source
        return
    try:
        yield from unpacked(data, source.name, source)
    except ReadError as error:
        refusals.append(Refusal(source.name, str(error)))


def _nothing(given: str) -> str:
    if "://" in given:
        return f"{shown(given)} is an address that is not fetched here: save the page and give the file."
    if Path(given).expanduser().is_dir():
        return f"{printable(given)} holds no files."
    if glob.has_magic(given):
        return f"No file fits {printable(given)}."
    return f"There is no file or folder {printable(given)}."
