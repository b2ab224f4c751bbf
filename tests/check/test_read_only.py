"""A record where nothing can be written can still be read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.check.press import write
from verbale.check import Checker
from verbale.errors import RecordError
from verbale.intake.adding import add
from verbale.intake.reparsing import reparse
from verbale.model import Attribution, Doubt, Severity, Verdict
from verbale.store import open_store

# What revision 0007 adds beside its table, and those after it.
INDEXES = ("speakers_name", "aliases_name", "offices_office", "titles_title", "decisions_subject")
COLUMNS = ("versions DROP parser", "turns DROP unsure", "statements DROP unsure")
QUOTED = "A rope is a promise that many small threads make to each other."


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "files").mkdir()
    with open_store(tmp_path / "record") as store:
        add(store, write(tmp_path / "files"))
    # permissions do not hold root, who runs the tests in many a container
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    return tmp_path / "record"


def test_it_is_checked_and_searched(archive: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in archive.rglob("*")}
    with open_store(archive, create=False) as store:
        assert Checker(store).check(QUOTED).verdict is Verdict.VERBATIM
        assert list(store.search("lighthouse"))
    assert {path: path.stat().st_mtime_ns for path in archive.rglob("*")} == before


def test_a_record_of_an_older_verbale_is_brought_up_to_date_in_a_copy(archive: Path) -> None:
    with sqlite3.connect(archive / "record.db") as former:
        former.execute("DROP TABLE printed_words")
        former.executescript("".join(f"DROP INDEX ix_{each};" for each in INDEXES))
        former.executescript("".join(f"ALTER TABLE {each};" for each in COLUMNS))
        former.execute("UPDATE alembic_version SET version_num = '0006'")
    former.close()
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
