"""A pass of the parser that is killed at any moment leaves each document as it was or as it is to be."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.intake.older_parser import older_parser
from tests.intake.test_crash import assert_sound
from tests.store.made_up import interview
from verbale.intake.adding import add
from verbale.parse import PARSER
from verbale.store.index.manifest import Manifest
from verbale.store.store import FolderStore

COUNT = 90
KILLS = 14
ENOUGH = 600.0  # seconds of CPU time in which every pass comes to its end
BOTH = ["Ana Rovik", "Tomas Belik"]

# Loads everything once, then forks a process for each run, which is killed after so much CPU time.
PASSES = """
import os, signal, sys, tempfile
from pathlib import Path
from verbale.intake.adding import add
from verbale.intake.reparsing import reparse
from verbale.store import open_store

with tempfile.TemporaryDirectory() as warm, open_store(warm + "/record") as store:
    Path(warm, "a.txt").write_text("Question: Why?\\n\\nAna: So.\\n\\nQuestion: Hm?\\n\\nAna: No.")
    add(store, warm + "/a.txt")
    with store._database.write() as connection:
        connection.exec_driver_sql("UPDATE versions SET parser = 1")
    reparse(store)
for line in sys.stdin:
    record, told, seconds = line.strip().split("|")
    child = os.fork()
    if not child:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, float(seconds))
        with open_store(record) as store, open(told, "a", buffering=1) as out:
            reparse(store, progress=lambda done, total, name: print(name, file=out))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def talk(number: int) -> str:
    return interview(number).replace("Question: What", "Tomas Belik: And I ask what", 1)


@pytest.mark.thorough
def test_a_kill_leaves_every_document_old_or_new(tmp_path: Path) -> None:
    texts, record, told = tmp_path / "texts", tmp_path / "record", tmp_path / "told.txt"
    texts.mkdir()
    for number in range(COUNT):
        (texts / f"{number:02d}.txt").write_text(talk(number), encoding="utf-8")
    told.touch()
    with older_parser(), FolderStore.open(record) as store:
        assert len(add(store, texts).added) == COUNT
        before = {info.name: store.statements(info.id) for info in store.documents()}
    choose = random.Random(10)  # noqa: S311 (the same moments every time, as far as a machine allows)
    passes = subprocess.Popen(
        [sys.executable, "-c", PASSES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert passes.stdin is not None
    assert passes.stdout is not None
    halfway = 0
    moments = [choose.uniform(0.02, 0.2) + 0.02 * kill for kill in range(KILLS)]
    for seconds in [*moments, ENOUGH]:
        passes.stdin.write(f"{record}|{told}|{seconds}\n")
        passes.stdin.flush()
        status = int(passes.stdout.readline())
        assert status in {0, -signal.SIGPROF}
        names = {line[:-1] for line in told.read_text().splitlines(keepends=True) if line.endswith("\n")}
        with FolderStore.open(record) as store:
            parsers = store.read_by()
            for info in store.documents():
                spoken = sorted({each.speaker for each in store.statements(info.id) if each.speaker})
                if parsers[info.id].parser == PARSER:
                    assert spoken == BOTH
                else:
                    assert store.statements(info.id) == before[info.name]
                    assert info.name not in names
            done = sum(each.parser == PARSER for each in parsers.values())
            halfway += 0 < done < COUNT
        assert_sound(record)
    assert status == 0
    passes.stdin.close()
    passes.stdout.close()
    assert passes.wait() == 0
    assert done == COUNT
    assert halfway > 2
    with FolderStore.open(record) as store:
        assert store.search("speaker:belik", limit=1).total == COUNT
        assert Manifest.load(record / "index").generation == store.generation
