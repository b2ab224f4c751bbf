"""The original bytes of every document, each a file named by its SHA-256.

A file appears under its name only when all its bytes are on the disk, and before the database
mentions it; so a record may hold bytes that no row names (a killed `add`), never the reverse.
"""

from __future__ import annotations

import hashlib
import os
import time
import uuid
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from verbale.errors import RecordError

__all__ = ["Originals"]

AT_ONCE = 16  # files written at the same time
STALE = 24 * 3600  # seconds after which a file still half written was left by a dead process


class Originals:
    """The folder of original bytes: `originals/ab/cd/abcd...`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / "incoming"

    def path(self, sha256: str) -> Path:
        """Where the bytes of that SHA-256 are kept."""
        return self.folder / sha256[:2] / sha256[2:4] / sha256

    def put(self, contents: Iterable[tuple[str, bytes]]) -> None:
        """Keep bytes by their SHA-256 (hex); on return all of them are on the disk.

        Raises:
            RecordError: the disk refused them.
        """
        try:
            self._put(contents)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise RecordError(
                f"The originals could not be written to {self.folder}: {reason}.", self.folder
            ) from error

    def _put(self, contents: Iterable[tuple[str, bytes]]) -> None:
        self._incoming.mkdir(parents=True, exist_ok=True)
        # file systems settle what is asked of them at once in one go
        with ThreadPoolExecutor(AT_ONCE) as threads:
            touched = set[Path]().union(*threads.map(self._write, dict(contents).items()))
            list(threads.map(_settle, touched))

    def _write(self, content: tuple[str, bytes]) -> set[Path]:
        """Write one original; the folders that have a new entry."""
        sha256, data = content
        target = self.path(sha256)
        if target.exists() and target.stat().st_size == len(data):
            return set()
        written = self._incoming / f"{sha256}.{uuid.uuid4().hex}"
        with written.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        touched = {target.parent}
        if not target.parent.is_dir():
            target.parent.mkdir(parents=True, exist_ok=True)
            touched |= {target.parent.parent, self.folder}
        written.replace(target)
        return touched

    def get(self, sha256: str) -> bytes:
        """The bytes of that SHA-256, held against it before they are given out.

        Raises:
            RecordError: they are missing or no longer the same.
        """
        try:
            data = self.path(sha256).read_bytes()
        except OSError as error:
            raise RecordError(f"The original {sha256} is missing from {self.folder}.", sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise RecordError(f"The original {sha256} in {self.folder} is damaged.", sha256)
        return data

    def tidy(self) -> None:
        """Delete what processes that died while writing left half done."""
        if not self._incoming.is_dir():
            return
        oldest = time.time() - STALE
        for left in self._incoming.iterdir():
            try:
                if left.stat().st_mtime < oldest:
                    left.unlink()
            except OSError:  # another process was quicker
                continue


def _settle(folder: Path) -> None:
    """Make a folder's entries as durable as the files they name."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
