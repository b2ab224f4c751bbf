"""The texts of the benchmark: unpacked from their archives and laid out in nested sets."""

from __future__ import annotations

import hashlib
import re
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Layout", "lay_out", "unpack", "words_in"]

ARCHIVES = ("briefings", "pm-interviews")
_MARKUP = re.compile(rb"<[^<>]*>|\A---\n.*?\n---\n", re.S)
_ENDINGS = frozenset((".md", ".xml", ".txt", ".html"))


@dataclass(frozen=True, slots=True)
class Layout:
    """Files of each size, each a part of the next, and files that none of them has."""

    sizes: dict[int, tuple[Path, ...]]
    held_out: tuple[Path, ...]


def unpack(data: Path, work: Path, only: Sequence[str] = ()) -> list[Path]:
    """Unpack the archives that lie in the folders of `ARCHIVES`, once; the files in a fixed order.

    Args:
        data: the folder with the archives' folders.
        work: where to unpack them.
        only: names of archives (without `.tar.xz`) to take; all where empty.
    """
    found: list[Path] = []
    for archive in sorted(path for name in ARCHIVES for path in (data / name).glob("*.tar.xz")):
        name = archive.name.removesuffix(".tar.xz")
        if only and name not in only:
            continue
        folder = work / "texts" / name
        if not folder.exists():
            making = folder.with_name(name + ".making")
            with tarfile.open(archive) as tar:
                tar.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
                tar.extractall(making)  # noqa: S202 - our own benchmark
            making.rename(folder)
        found += [path for path in folder.rglob("*") if path.is_file() and path.suffix in _ENDINGS]
    # by a hash of the name: every era and speaker is in every part, and more files change little
    return sorted(found, key=lambda path: hashlib.sha256(path.name.encode()).digest())


def lay_out(files: Sequence[Path], sizes: Sequence[int], held_out: int) -> Layout:
    """Share files out: first those held out, then each size as the beginning of the next.

    Args:
        files: the files in a fixed order.
        sizes: words of each set.
        held_out: words that stand in none of them.
    """
    rest = iter(files)
    apart, count = [], 0
    while count < held_out and (path := next(rest, None)) is not None:
        apart.append(path)
        count += words_in(path)
    taken: list[Path] = []
    laid: dict[int, tuple[Path, ...]] = {}
    count = 0
    for size in sorted(sizes):
        while count < size and (path := next(rest, None)) is not None:
            taken.append(path)
            count += words_in(path)
        if count < size * 0.99:
            raise SystemExit(
                f"The archives hold only {count:,} words beside those held out; {size:,} wanted."
            )
        laid[size] = tuple(taken)
    return Layout(laid, tuple(apart))


def words_in(path: Path) -> int:
    """Words of a file, by white space and without markup."""
    return len(_MARKUP.sub(b" ", path.read_bytes()).split())
