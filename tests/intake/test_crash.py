"""A process killed at any moment loses nothing that it reported; two may add, others may read."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.made_up import interview, write_interviews
from verbale.intake import adding
from verbale.intake.adding import add
from verbale.store.index.manifest import Manifest
from verbale.store.store import FolderStore

COUNT = 200
KILLS = 20

# Loads everything once, then forks a process for each run: a start of Python takes longer than a run.
ADDERS = """
import os, signal, sys, tempfile
from pathlib import Path
from verbale.intake import adding
from verbale.store import open_store

adding.DOCUMENTS = 4  # more commits, more moments between them

def add(record, texts, told, steps="", after="0"):
    if after != "0" and not steps:
        die_after(float(after))
    with open_store(record) as store, open(told, "a", buffering=1) as out:
        def tell(done, total, name):
            print(name, file=out)
            if str(done) == steps:
                die_after(float(after))
        report = adding.add(store, texts, progress=tell)
        print("refused", len(report.refused), file=out)

def die_after(seconds):
    # by its CPU time: the same work is done before, whatever else the machine does; and no more than a kill,
    # nothing of Python's own runs any more
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)

with tempfile.TemporaryDirectory() as warm:
    Path(warm, "a.txt").write_text("Question: Why?\\n\\nAna: So.\\n\\nQuestion: Hm?\\n\\nAna: No.")
    add(warm + "/record", warm + "/a.txt", warm + "/told")
for line in sys.stdin:
    child = os.fork()
    if not child:
        add(*line.strip().split("|"))
        os._exit(0)
    status = os.waitpid(child, 0)[1] if line.count("|") > 2 else 0
    print(os.waitstatus_to_exitcode(status), flush=True)
"""


class Adders:
    """Starts processes that add, each writing the names that it is told of to a file."""

    def __init__(self, folder: Path) -> None:
        self._told = folder / "told.txt"
        self._parent = subprocess.Popen(
            [sys.executable, "-c", ADDERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def start(self, record: Path, texts: Path) -> None:
        """Starts one, which runs to its end."""
        self._ask(f"{record}|{texts}|{self._told}")

    def kill(self, record: Path, texts: Path, steps: int, seconds: float) -> int:
        """Starts one that is killed after so many texts and so much CPU time; how it ended."""
        return self._ask(f"{record}|{texts}|{self._told}|{steps or ''}|{seconds}")

    def _ask(self, line: str) -> int:
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(f"{line}\n")
        self._parent.stdin.flush()
        return int(self._parent.stdout.readline())

    def told(self) -> list[str]:
        """The lines that got out whole, of all processes together."""
        lines = self._told.read_text().splitlines(keepends=True) if self._told.exists() else []
        return [line[:-1] for line in lines if line.endswith("\n")]

    def wait(self, count: int, line: str = "") -> None:
        """Wait until so many different lines have been told, or one line so many times."""
        until = time.monotonic() + 900
        while (self.told().count(line) if line else len(set(self.told()))) < count:
            assert time.monotonic() < until
            time.sleep(0.01)

    def close(self) -> None:
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.close()
        self._parent.stdout.close()
        assert self._parent.wait() == 0


@pytest.fixture
def adders(tmp_path: Path) -> Iterator[Adders]:
    made = Adders(tmp_path)
    yield made
    made.close()


def assert_sound(record: Path) -> None:
    connection = sqlite3.connect(record / "record.db")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO passages_words (passages_words) VALUES ('integrity-check')")
        found = connection.execute("SELECT count(*) FROM passages_words").fetchone()[0]
        assert found == connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        connection.close()


def test_a_kill_loses_nothing_that_was_reported(tmp_path: Path, adders: Adders) -> None:
    texts, record = tmp_path / "texts", tmp_path / "record"
    paths = {path.name: path.read_bytes() for path in write_interviews(texts, COUNT)}
    choose = random.Random(20)  # noqa: S311 (the same moments every time, as far as a machine allows)
    reported: set[str] = set()
    halfway = 0
    for kill in range(KILLS):
        # The first kills come while the record is made, the others while texts are added.
        steps = 0 if kill < 4 else len(reported) + choose.randrange(1, 12)
        assert adders.kill(record, texts, steps, choose.uniform(0.0001, 0.01)) == -signal.SIGPROF
        reported = set(adders.told()) & set(paths)
        halfway += 0 < len(reported) < COUNT
        with FolderStore.open(record) as store:
            documents = {info.name: info.id for info in store.documents()}
            assert reported <= set(documents)
            for name, document_id in documents.items():
                assert store.original(document_id) == paths[name]
                assert store.text(document_id).encode() == paths[name]
        assert_sound(record)
    assert halfway >= KILLS // 2
    ends = adders.told().count("refused 0")
    adders.start(record, texts)
    adders.wait(ends + 1, "refused 0")
    with FolderStore.open(record) as store:
        assert {info.name for info in store.documents()} == set(paths)
        assert store.search("letter", limit=1).total == 3 * COUNT
        assert Manifest.load(record / "index").generation == store.generation
    assert_sound(record)


def test_two_processes_add_at_once(tmp_path: Path, adders: Adders) -> None:
    one, two, record = tmp_path / "one", tmp_path / "two", tmp_path / "record"
    write_interviews(one, 40)
    write_interviews(two, 40, first=20)
    adders.start(record, one)
    adders.start(record, two)
    adders.wait(2, "refused 0")
    with FolderStore.open(record, create=False) as store:
        assert sorted(store.text(info.id) for info in store.documents()) == sorted(
            interview(number) for number in range(60)
        )
        assert store.generation == 60
    assert_sound(record)


def test_readers_are_not_blocked_while_another_writes(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 1)
    (document_id,) = add(store, texts).added
    with store._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM places")
        for _ in range(20):
            assert store.text(document_id) == interview(0)
            assert store.search("letter").total == 3
            assert store.statements(document_id)


def test_many_threads_read_while_one_adds(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_interviews(texts, 40)
    monkeypatch.setattr(adding, "DOCUMENTS", 2)
    faults: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                for info in store.documents():
                    assert store.document(info.id).text == store.text(info.id)
                store.search("harbour OR treaty")
                store.coverage("Rovik")
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        assert len(add(store, texts).added) == 40
    finally:
        done.set()
        for thread in threads:
            thread.join()
    assert faults == []


def test_an_add_that_was_interrupted_keeps_what_it_reported(store: FolderStore, texts: Path) -> None:
    write_interviews(texts, 70)

    def interrupt(done: int, _: int, __: str) -> None:
        if done == 35:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(store, texts, progress=interrupt)
    kept = len(list(store.documents()))
    assert kept >= 35
    report = add(store, texts)
    assert (len(report.unchanged), len(report.added)) == (kept, 70 - kept)
