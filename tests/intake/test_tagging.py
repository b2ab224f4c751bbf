"""The tagger's pass over a record: what is reported without marks, and what stays as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.intake.ageing import aged
from verbale.check import Checker
from verbale.errors import NoSuchDocument
from verbale.intake import tagging
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.intake.tagging import retag
from verbale.model.check import Attribution, Severity
from verbale.model.statement import Statement
from verbale.model.text import Span
from verbale.quote.tagger.network import tagger_version
from verbale.store.sql import findings
from verbale.store.sql.reanchoring import redirect
from verbale.store.store import FolderStore

FERRIES = "the northern ferries would be sold before the winter"
BURDEN = "a burden on the whole town"
TALK = f"""Interview with Ana Rovik

1 March 2025

Question: What did the harbour minister tell you about the ferries?

Ana Rovik: We shall keep the old lighthouse open. Tomas Belik said that {FERRIES}. Tomas Belik told us \
that the railway was "{BURDEN}" and had to go. I do not agree with him.

Question: And the dam?

Ana Rovik: The dam stays as it is. The mayor, Petra Holm, announced that the new bridge will open in June.
"""
ANOTHER = TALK.replace("Ana Rovik", "Ivo Sand").replace("winter", "summer").replace("dam", "canal")
GERMAN = """Interview mit Ana Rovik

Frage: Was sagen Sie zu den Fähren, die im Winter nicht mehr fahren sollen?

Ana Rovik: Wir werden den alten Leuchtturm behalten, und der Hafen bleibt für alle Leute der Stadt offen.
"""


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def told(store: FolderStore, document: str) -> list[tuple[bool, str | None, str | None, tuple[str, ...]]]:
    text = store.text(document)
    return [
        (each.first_hand, each.speaker, each.via, tuple(span.of(text) for span in each.spans))
        for each in store.statements(document)
    ]


def reported(store: FolderStore, document: str, words: str) -> Statement:
    at = store.text(document).index(words)
    held = store.statements_at(document, at, at + len(words))
    return next(each for each in held if not each.first_hand)


def test_what_is_said_without_marks_is_reported(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    assert not any(FERRIES in parts[0] for first, _, _, parts in told(store, document) if not first)
    assert retag(store).tagged == (document,)
    found = reported(store, document, FERRIES)
    assert (found.speaker, found.via, found.first_hand) == ("Tomas Belik", "Ana Rovik", False)
    assert found.parent in {each.id for each in store.statements(document) if each.first_hand}
    assert reported(store, document, "bridge").speaker == "Petra Holm"
    assert "Petra Holm" in {each.name for each in store.speakers()}
    assert store.search(f'"{FERRIES}" speaker:belik').total == 1
    assert store.search('"old lighthouse"').total == 1


def test_the_reporters_own_words_stay_the_reporters(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    before = [each for each in told(store, document) if each[0]]
    retag(store)
    assert [each for each in told(store, document) if each[0]] == before
    own = " … ".join(
        part for first, who, _, parts in before if first and who == "Ana Rovik" for part in parts
    )
    assert FERRIES in own
    assert "the railway was" in own
    assert "and had to go" in own
    assert BURDEN not in own


@pytest.mark.parametrize("speaker", [None, "Ana Rovik", "Tomas Belik"])
@pytest.mark.parametrize(
    "quoted",
    [
        FERRIES,
        "We shall keep the old lighthouse open",
        "Tomas Belik said that the northern ferries would be sold",
        "the railway was a burden on the whole town",
        BURDEN,
        "a burden on the whole town and had to go",
        "the new bridge will open in June",
    ],
)
def test_no_verdict_changes(store: FolderStore, texts: Path, quoted: str, speaker: str | None) -> None:
    add(store, write(texts, a=TALK))
    before = Checker(store).check(quoted, speaker=speaker)
    retag(store)

    after = Checker(store).check(quoted, speaker=speaker)
    # how much there is of a speaker is more than before
    assert replace(after, coverage=None) == replace(before, coverage=None)
    if speaker == "Ana Rovik" and quoted == FERRIES:
        # she only tells what he said
        assert (before.speaker, before.via) == ("Tomas Belik", "Ana Rovik")
        assert (before.attribution, before.severity) == (Attribution.UNKNOWN, Severity.LOOK)


def test_a_pass_that_was_stopped_goes_on(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = add(store, write(texts, a=TALK, b=ANOTHER)).added
    before = told(store, two)
    seen: list[tuple[int, int, str]] = []

    def stop(*given: object) -> None:
        if given[1] == two:
            raise KeyboardInterrupt
        redirect(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(findings, "redirect", stop)
        with pytest.raises(KeyboardInterrupt):
            retag(store, progress=lambda *step: seen.append(step))
    assert seen == [(1, 2, "a.txt")]
    assert reported(store, one, FERRIES).speaker == "Tomas Belik"
    assert told(store, two) == before
    assert store.search("lighthouse").total == 2
    report = retag(store, progress=lambda *step: seen.append(step))
    assert (report.tagged, report.unchanged) == ((two,), (one,))
    assert seen[1:] == [(1, 1, "b.txt")]
    assert any(who == "Petra Holm" for _, who, _, _ in told(store, two))


def test_running_it_again_changes_nothing(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    retag(store)
    before, generation = store.statements(document), store.generation
    report = retag(store)
    assert (report.tagged, report.unchanged) == ((), (document,))
    assert store.statements(document) == before
    assert store.generation == generation


def test_another_tagger_reads_again(store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    retag(store)
    before = store.statements(document)
    monkeypatch.setattr(tagging, "tagger_version", lambda: "tagger/2")
    seen: list[str] = []
    assert retag(store, progress=lambda *step: seen.append(step[2])).unchanged == (document,)
    assert seen == ["a.txt"]
    assert store.statements(document) == before


def test_what_was_overruled_is_read_again(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    retag(store)
    add(store, texts, overrides=Overrides(outlet="Port Daily"))
    assert retag(store).tagged == (document,)
    assert reported(store, document, FERRIES).speaker == "Tomas Belik"


def test_decisions_and_links_stay(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=TALK)).added
    at = store.text(document).index(FERRIES)
    store.mark(document, Span(at, at + len(FERRIES)), "mine", by="Lea")
    marks, before = store.marks(document), store.statements(document)
    retag(store)
    assert store.marks(document) == marks
    for each in before:
        now = store.statement(each.id)
        assert now is not None
        assert (now.speaker, now.first_hand) == (each.speaker, each.first_hand)
        assert now.spans[0].start <= each.spans[0].start
        assert each.spans[-1].end <= now.spans[-1].end
    assert store.orphans() == ()


def test_other_languages_are_done_without_a_change(store: FolderStore, texts: Path) -> None:
    (document,) = add(store, write(texts, a=GERMAN)).added
    before = store.statements(document)
    assert retag(store).unchanged == (document,)
    assert store.statements(document) == before
    assert store._database.rows("SELECT tagger FROM versions") == [(tagger_version(),)]


def test_only_the_documents_asked_for(store: FolderStore, texts: Path) -> None:
    one, two = add(store, write(texts, a=TALK, b=ANOTHER)).added
    assert retag(store, documents=[two]).tagged == (two,)
    store.remove(one)
    assert retag(store).tagged == ()
    with pytest.raises(NoSuchDocument):
        retag(store, documents=[one])
    store.restore(one)
    assert retag(store).tagged == (one,)


def test_a_record_from_before_the_tagger(tmp_path: Path, texts: Path) -> None:
    with FolderStore.open(tmp_path / "record") as store:
        (document,) = add(store, write(texts, a=TALK)).added
    aged(tmp_path / "record", "0003", tmp_path / "empty.db")
    with FolderStore.open(tmp_path / "record", create=False) as store:
        assert retag(store).tagged == (document,)
        assert reported(store, document, FERRIES).via == "Ana Rovik"


def test_the_tagger_has_a_name_that_is_told_from_another() -> None:
    assert re.fullmatch(r"tagger/\d+\+[0-9a-f]{8}", tagger_version())
