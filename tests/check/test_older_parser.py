"""What an older parser read is never green for anybody, and red for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Attribution, Doubt, Flag, Severity, Verdict
from verbale.parse import PARSER
from verbale.store.store import FolderStore

TALK = """Interview with Ana Ruiz

1 March 2025

Question: What will become of the harbour?

Ana Ruiz: We shall keep the old lighthouse open until the gates are mended. The ferries will go on.

Question: And the dam?

Ana Ruiz: The dam stays as it is, and nobody in this town has asked for another one.
"""
SAID = "We shall keep the old lighthouse open until the gates are mended"


@pytest.fixture
def talk(store: FolderStore, texts: Path) -> FolderStore:
    (texts / "talk.txt").write_text(TALK, encoding="utf-8")
    add(store, texts)
    return store


def read_before(store: FolderStore) -> None:
    with store._database.write() as connection:
        connection.exec_driver_sql("UPDATE versions SET parser = ?", (PARSER - 1,))


@pytest.mark.parametrize("speaker", ["Ana Ruiz", None])
def test_a_quote_that_was_green_is_to_be_looked_at(talk: FolderStore, speaker: str | None) -> None:
    now = Checker(talk).check(SAID, speaker=speaker)
    assert (now.verdict, now.severity, now.doubts) == (Verdict.VERBATIM, Severity.OK, ())
    read_before(talk)
    then = Checker(talk).check(SAID, speaker=speaker)
    assert (then.verdict, then.severity) == (Verdict.VERBATIM, Severity.LOOK)
    assert (then.flags, then.doubts) == ((*now.flags, Flag.UNSURE), (Doubt.OLDER_PARSER,))
    assert (then.speaker, then.attribution) == (now.speaker, now.attribution)


def test_nobody_is_blamed_for_it(talk: FolderStore) -> None:
    read_before(talk)
    check = Checker(talk).check(SAID, speaker="Tomas Belik")
    assert (check.verdict, check.attribution) == (Verdict.MISATTRIBUTED, Attribution.WRONG)
    assert (check.severity, check.flags) == (Severity.LOOK, (Flag.UNSURE,))


def test_words_that_were_changed_stay_red(talk: FolderStore) -> None:
    read_before(talk)
    check = Checker(talk).check(SAID.replace("open", "shut"), speaker="Ana Ruiz")
    assert (check.verdict, check.severity) == (Verdict.ALTERED, Severity.BAD)
    assert Flag.UNSURE in check.flags


def test_a_text_that_this_parser_read_comes_first(talk: FolderStore, texts: Path) -> None:
    read_before(talk)
    other = texts / "zz.txt"
    other.write_text(TALK.replace("The ferries will go on.", "The ferries will stop."), encoding="utf-8")
    add(talk, other)
    check = Checker(talk).check(SAID, speaker="Ana Ruiz")
    assert check.evidence is not None
    assert talk.document(check.evidence.document).name == "zz.txt"
    assert Flag.UNSURE not in check.flags


def test_an_older_version_keeps_its_parser(talk: FolderStore, texts: Path) -> None:
    read_before(talk)
    (texts / "talk.txt").write_text(TALK.replace("lighthouse", "signal tower"), encoding="utf-8")
    (document,) = add(talk, texts).revised
    assert [each.parser for each in talk.versions(document)] == [PARSER - 1, PARSER]
    check = Checker(talk).check(SAID, speaker="Ana Ruiz")
    assert check.flags == (Flag.RETRACTED, Flag.UNSURE)
    assert check.doubts == (Doubt.OLDER_PARSER,)
    assert Checker(talk).check(SAID.replace("lighthouse", "signal tower")).severity is Severity.OK


def test_a_record_says_how_many(talk: FolderStore, texts: Path) -> None:
    assert talk.extent(PARSER).older_parser == 0
    read_before(talk)
    (texts / "new.txt").write_text(TALK.replace("Ana", "Ines"), encoding="utf-8")
    add(talk, texts / "new.txt")
    assert talk.extent(PARSER).older_parser == 1
