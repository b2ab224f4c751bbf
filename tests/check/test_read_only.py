"""A record where nothing can be written can still be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.check.press import write
from tests.intake.ageing import aged
from verbale.check import Checker
from verbale.errors import RecordError
from verbale.intake.adding import add
from verbale.intake.reparsing import reparse
from verbale.model import Attribution, Doubt, Severity, Verdict
from verbale.store import open_store

QUOTED = "A rope is a promise that many small threads make to each other."


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as store:
        add(store, write(tmp_path / "files"))
    return tmp_path / "record"


@pytest.fixture
def archive(record: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return locked(record, monkeypatch)


def locked(record: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # permissions do not hold root, who runs the tests in many a container
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    return record


def test_it_is_checked_and_searched(archive: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    with open_store(archive, create=False) as store:
        assert Checker(store).check(QUOTED).verdict is Verdict.VERBATIM
        assert list(store.search("lighthouse"))
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == before


def test_a_record_of_an_older_verbale_is_brought_up_to_date_in_a_copy(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(record, "0006", record.parent / "empty.db")
    archive = locked(record, monkeypatch)
    before = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}
    with open_store(archive, create=False) as store:
        check = Checker(store).check(QUOTED, speaker="Ada Brenn")
        assert (check.verdict, check.attribution) == (Verdict.VERBATIM, Attribution.RIGHT)
        assert (check.severity, check.doubts) == (Severity.LOOK, (Doubt.OLDER_PARSER,))
        assert list(store.search("speaker:brenn rope")) == list(store.search("rope"))
        with pytest.raises(RecordError, match="may not be written to"):
            store.remove(next(store.documents()).id)
        with pytest.raises(RecordError, match="may not be written to"):
            reparse(store)
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()} == before


def test_an_index_that_is_behind_is_not_used_in_silence(archive: Path) -> None:
    (archive / "index" / "manifest.json").unlink()
    with open_store(archive, create=False) as store, pytest.raises(RecordError, match="reindex"):
        Checker(store).check(QUOTED)
