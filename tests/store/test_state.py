"""One state of the record for all threads: a new thread reads nothing again, and nothing old is served."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from tests.store.made_up import write_interviews
from verbale.intake.adding import add
from verbale.store.store import FolderStore

REMOVE = "import sys; from verbale.store import open_store; open_store(sys.argv[1]).remove(sys.argv[2])"


def elsewhere(call: Callable[[], object]) -> None:
    """Do something in a thread of its own."""
    thread = threading.Thread(target=call)
    thread.start()
    thread.join()


def test_a_new_thread_changes_nothing(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write_interviews(texts, 1)).added
    state, info = store._database.state, store._documents.get(document)
    found: list[object] = []
    elsewhere(lambda: found.extend((store._database.state, store._documents.get(document))))
    assert found[0] == state
    assert found[1] is info


def test_every_commit_is_seen_in_every_thread(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write_interviews(texts, 1)).added
    states = [store._database.state]
    assert not store._documents.get(document).removed
    elsewhere(lambda: store.remove(document))
    states.append(store._database.state)
    info = store._documents.find(document)
    assert info is not None
    assert info.removed
    store.restore(document)
    elsewhere(lambda: states.append(store._database.state))
    assert states == sorted(set(states))
    seen: list[bool] = []
    elsewhere(lambda: seen.append(store._documents.get(document).removed))
    assert seen == [False]


def test_steady_work_looks_no_more_and_sees_what_was_committed_after_it(
    store: FolderStore, texts: Path
) -> None:
    (document,) = add(store, write_interviews(texts, 1)).added
    states = []
    with store.steady():
        states.append(store._database.state)
        elsewhere(lambda: store.remove(document))
        states.append(store._database.state)
        elsewhere(lambda: states.append(store._database.state))
    states.append(store._database.state)
    before, during, other, after = states
    assert before == during < other == after
    assert store.info(document) is None


def test_what_another_process_commits_is_seen(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write_interviews(texts, 1)).added
    state, coverage = store._database.state, store.coverage("Rovik")
    assert coverage.documents_of_speaker == 1
    subprocess.run([sys.executable, "-c", REMOVE, str(store.path), document], check=True)
    assert store._database.state > state
    assert store.coverage("Rovik").documents_of_speaker == 0


def test_a_record_that_was_closed_is_looked_at_anew(store: FolderStore) -> None:
    state = store._database.state
    store.close()
    assert store._database.state > state
