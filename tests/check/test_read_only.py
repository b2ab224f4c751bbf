"""A record where nothing can be written can still be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.errors import RecordError
from verbale.intake.adding import add
from verbale.model import Verdict
from verbale.store import open_store

QUOTED = "A rope is a promise that many small threads make to each other."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as store:
        add(store, write(tmp_path / "files"))
    # permissions do not hold root, who runs the tests in many a container
    monkeypatch.setattr(os, "access", lambda *_: False)
    return tmp_path / "record"


def test_it_is_checked_and_searched(archive: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    with open_store(archive, create=False) as store:
        assert Checker(store).check(QUOTED).verdict is Verdict.VERBATIM
        assert list(store.search("lighthouse"))
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == before


def test_an_index_that_is_behind_is_not_used_in_silence(archive: Path) -> None:
    (archive / "index" / "manifest.json").unlink()
    with open_store(archive, create=False) as store, pytest.raises(RecordError, match="reindex"):
        Checker(store).check(QUOTED)
