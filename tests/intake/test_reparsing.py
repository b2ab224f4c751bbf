"""The parser's pass over a record: who speaks is found again, and what people decided stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import ANY

import pytest

import verbale
from tests.intake.ageing import aged
from tests.intake.older_parser import older_parser
from tests.intake.test_corpora import CORPUS, speakers
from tests.intake.test_corpora import write as write_files
from tests.serving import Site
from verbale.check import Checker
from verbale.errors import NoSuchDocument, RecordError
from verbale.intake import preparing, reparsing
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides, taken_apart
from verbale.intake.reparsing import reparse
from verbale.intake.tagging import retag
from verbale.model.check import Flag, Severity, Verdict
from verbale.model.document import Kind
from verbale.model.text import Span
from verbale.parse import PARSER
from verbale.parse.profiles.profile import profile_of
from verbale.readers import read_bytes
from verbale.store.sql import rereading
from verbale.store.sql.reanchoring import redirect
from verbale.store.store import FolderStore

OWN = "We shall keep the old lighthouse open until the gates are mended."
SWALLOWED = "The railway was a burden on the whole town, and it had to go before the winter."
BRIDGE = "the new bridge will open in June"
TALK = f"""Round table on the harbour

1 March 2025

Question: What will become of the lighthouse?

Ana Rovik: {OWN}

Tomas Belik: {SWALLOWED} The mayor, Petra Holm, announced that {BRIDGE}.

Question: And the dam?

Ana Rovik: The dam stays as it is, and nobody in this town has asked for another one.

Tomas Belik: I have asked for one every spring since the flood.
"""
ANOTHER = TALK.replace("Ana Rovik", "Ivo Sand").replace("lighthouse", "signal tower").replace("dam", "canal")


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def by_older(store: FolderStore, given: Path, **overrides: object) -> tuple[str, ...]:
    with older_parser():
        return add(store, given, overrides=Overrides(**overrides)).added  # type: ignore[arg-type]


def told(store: FolderStore, document: str) -> list[tuple[str | None, str]]:
    text = store.text(document)
    return [(each.speaker, " … ".join(s.of(text) for s in each.spans)) for each in store.statements(document)]


def test_words_go_back_to_who_said_them(store: FolderStore, texts: Path) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    then = Checker(store).check(SWALLOWED, speaker="Ana Rovik")
    assert (then.speaker, then.severity, then.flags) == ("Ana Rovik", Severity.LOOK, (Flag.UNSURE,))
    report = reparse(store)
    assert (report.reparsed, report.unchanged, report.refused, report.orphans) == ((document,), (), (), ())
    assert [(each.before, each.after, each.text) for each in report.changes] == [
        ("Ana Rovik", "Tomas Belik", f"{SWALLOWED} The mayor, Petra Holm, announced that {BRIDGE}."),
        ("Ana Rovik", "Tomas Belik", "I have asked for one every spring since the flood."),
    ]
    text = store.text(document)
    for each in report.changes:
        assert (each.document_id, each.name, each.span.of(text)) == (document, "a.txt", each.text)
    now = Checker(store).check(SWALLOWED, speaker="Tomas Belik")
    assert (now.verdict, now.severity, now.flags) == (Verdict.VERBATIM, Severity.OK, ())
    assert Checker(store).check(SWALLOWED, speaker="Ana Rovik").verdict is Verdict.MISATTRIBUTED
    assert store.search('"burden on the whole town" speaker:belik').total == 1
    assert store.extent(PARSER).older_parser == 0
    with verbale.open(texts / "other") as other:
        (again,) = other.add(texts / "a.txt").added
        assert store.document(document) == other.document(again)


def test_running_it_again_changes_nothing(store: FolderStore, texts: Path) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    generation = store.generation
    reparse(store)
    assert store.generation == generation  # words and days are as they were: the index has nothing to learn
    before = store.statements(document)
    report = reparse(store)
    assert (report.reparsed, report.unchanged, report.changes) == ((), (document,), ())
    assert store.statements(document) == before
    assert len(store.versions(document)) == 1


def test_decisions_and_links_stay(store: FolderStore, texts: Path) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    at = store.text(document).index(BRIDGE)
    store.mark(document, Span(at, at + len(BRIDGE)), "mine", by="Lea")
    marks, before, text = store.marks(document), store.statements(document), store.text(document)
    reparse(store)
    assert store.marks(document) == marks
    assert len({each.id for each in before} - {each.id for each in store.statements(document)}) == 2
    for each in before:
        now = store.statement(each.id)
        assert now is not None
        assert (now.speaker, now.spans[0].start) == (each.speaker, each.spans[0].start)
        assert each.spans[0].of(text).startswith(now.spans[0].of(text))
    assert store.orphans() == ()


def test_names_that_people_joined_stay_joined(store: FolderStore, texts: Path) -> None:
    by_older(store, write(texts, a=TALK, b=TALK.replace("Ana Rovik", "Anna Rowik").replace("dam", "weir")))
    suggestion = next(
        each for each in store.suggestions() if {each.one, each.other} == {"Ana Rovik", "Anna Rowik"}
    )
    store.decide(suggestion.id, accept=True, by="Lea")
    reparse(store)
    assert store.one_person("Ana Rovik", "Anna Rowik")


def test_a_pass_that_was_stopped_goes_on(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = by_older(store, write(texts, a=TALK, b=ANOTHER))
    before = told(store, two)
    seen: list[tuple[int, int, str]] = []

    def stop(*given: object) -> None:
        if given[1] == two:
            raise KeyboardInterrupt
        redirect(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(rereading, "redirect", stop)
        with pytest.raises(KeyboardInterrupt):
            reparse(store, progress=lambda *step: seen.append(step))
    assert seen == [(1, 2, "a.txt")]
    assert told(store, two) == before
    assert [each.parser for each in store.read_by().values()] == [PARSER, PARSER - 1]
    assert store.search("speaker:belik").total == 2
    assert Checker(store).check(SWALLOWED, speaker="Belik").severity is Severity.OK
    report = reparse(store, progress=lambda *step: seen.append(step))
    assert (report.reparsed, report.unchanged, len(report.changes)) == ((two,), (one,), 2)
    assert seen[1:] == [(1, 1, "b.txt")]
    assert store.search("speaker:belik").total == 4


@pytest.mark.parametrize(("damage", "said"), [(None, "missing"), (b"Somebody wrote over it.", "damaged")])
def test_a_lost_original_costs_that_document_only(
    store: FolderStore, texts: Path, damage: bytes | None, said: str
) -> None:
    one, two = by_older(store, write(texts, a=TALK, b=ANOTHER))
    before, original = told(store, one), store.path / "originals"
    (file,) = original.rglob(store.document(one).sha256)
    data = file.read_bytes()
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    report = reparse(store)
    assert (report.reparsed, [each.name for each in report.refused]) == ((two,), ["a.txt"])
    assert said in report.refused[0].reason
    assert report.refused[0].reason.startswith("a.txt: The original ")
    assert told(store, one) == before
    assert Flag.UNSURE in Checker(store).check(OWN).flags
    file.write_bytes(data)
    assert reparse(store).reparsed == (one,)


def test_a_text_that_can_be_read_no_more_costs_that_document_only(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = by_older(store, write(texts, a=TALK, b=ANOTHER))

    def fail(data: bytes, name: str) -> object:
        if name == "a.txt":
            raise ZeroDivisionError
        return read_bytes(data, name)

    monkeypatch.setattr(reparsing, "read_bytes", fail)
    report = reparse(store)
    assert (report.reparsed, [each.name for each in report.refused]) == ((two,), ["a.txt"])
    assert "ZeroDivisionError" in report.refused[0].reason
    assert store.read_by([one])[one].parser == PARSER - 1


def test_what_a_person_said_of_a_text_stays(store: FolderStore, texts: Path) -> None:
    known = {
        "outlet": "Quay Gazette", "said_on": date(2025, 2, 2), "kind": Kind.TRANSCRIPT, "language": "en",
        "speaker": "Ana Rovik", "translation_of": "de",
    }  # fmt: skip
    (document,) = by_older(store, write(texts, a=TALK), **known)
    kept = store.read_by()[document].told
    reparse(store)
    read = store.document(document)
    assert {name: getattr(read, name) for name in known} == known
    assert store.read_by()[document].told == kept
    assert add(store, texts, overrides=Overrides(**known)).unchanged == (document,)  # type: ignore[arg-type]


def test_a_profile_is_asked_for_again(store: FolderStore, texts: Path) -> None:
    profile = profile_of('name = "Harbour table"\n[speakers]\nTB = "Tomas Belik"', "table.toml")
    given = write(texts, a=TALK.replace("Tomas Belik:", "TB:"))
    (document,) = by_older(store, given, profiles=(profile,))
    report = reparse(store)
    assert report.reparsed == ()
    assert [each.reason for each in report.refused] == [
        "a.txt was added with the profile Harbour table: give its file too."
    ]
    assert reparse(store, profiles=(profile,)).reparsed == (document,)
    assert "Tomas Belik" in store.document(document).speakers
    assert add(store, given, overrides=Overrides(profiles=(profile,))).unchanged == (document,)


def test_what_the_tagger_found_stays(store: FolderStore, texts: Path) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    retag(store)
    (then,) = (each for each in store.statements(document) if each.speaker == "Petra Holm")
    assert (then.first_hand, then.via) == (False, "Ana Rovik")
    assert reparse(store).reparsed == (document,)
    assert store.statement(then.id) == replace(then, via="Tomas Belik", turn=2, parent=ANY)
    assert retag(store).unchanged == (document,)


def test_a_day_that_is_found_now_counts_at_once(store: FolderStore, texts: Path) -> None:
    with older_parser(said_on=date(2024, 3, 1), published_on=date(2024, 3, 1)):
        add(store, write(texts, a=TALK))
    checker = Checker(store)
    day = date(2025, 3, 1)
    assert checker.check(OWN, said_on=day).verdict is Verdict.MISDATED
    assert store.coverage(on=day).day_loaded is False
    reparse(store)
    assert checker.check(OWN, said_on=day).severity is Severity.OK
    assert store.coverage(on=day).day_loaded is True


def test_a_page_is_read_as_it_was_when_it_was_fetched(store: FolderStore, open_site: Site) -> None:
    page = TALK.replace("Round table", "Frühjahrsgespräch").encode("windows-1252")
    address = open_site.put("/talk?number=3", page, "text/plain; charset=windows-1252")
    with older_parser():
        (document,) = add(store, address).added
    before = store.document(document)
    assert before.text.startswith("Frühjahrsgespräch")
    open_site.pages.clear()
    assert reparse(store).reparsed == (document,)
    after = store.document(document)
    assert (after.text, after.reader, after.url) == (before.text, before.reader, before.url)
    assert len(store.versions(document)) == 1


def test_a_corpus_names_its_speakers_still(tmp_path: Path) -> None:
    with older_parser(), verbale.open(tmp_path / "record") as record:
        report = record.add(write_files(tmp_path / "corpus", CORPUS))
        named = speakers(record, report)
    with verbale.open(tmp_path / "record") as record:
        again = record.reparse()
        assert sorted(again.reparsed) == sorted(report.added)
        assert again.changes == ()
        assert speakers(record, report) == named


def reading_otherwise(monkeypatch: pytest.MonkeyPatch, reader: str) -> None:
    """From now on files give another text, by a reader of that name."""

    def otherwise(*given: object) -> object:
        reading = read_bytes(*given)  # type: ignore[arg-type]
        return replace(
            reading, reader=reader, text=reading.text.replace("the old lighthouse", "the lighthouse")
        )

    monkeypatch.setattr(reparsing, "read_bytes", otherwise)
    monkeypatch.setattr(preparing, "read_bytes", otherwise)


def test_another_reader_makes_a_version(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    at = store.text(document).index(BRIDGE)
    store.mark(document, Span(at, at + len(BRIDGE)), "mine", by="Lea")
    old = store.statements(document)
    reading_otherwise(monkeypatch, "text/2")
    report = reparse(store)
    assert report.reparsed == (document,)
    assert [(each.before, each.after) for each in report.changes] == [("Ana Rovik", "Tomas Belik")]
    assert report.changes[0].text == "I have asked for one every spring since the flood."
    assert [each.reason for each in report.orphans] == ["gone"]  # the turn that had the word
    (mark,) = store.marks(document)
    assert mark.span is not None
    assert mark.span.of(store.text(document)) == BRIDGE
    assert [each.reader for each in store.versions(document)] == ["text/1", "text/2"]
    assert store.superseded() == ()  # the source has the same words still
    lost = {each.id for each in report.orphans}
    assert all((store.statement(each.id) is None) == (each.id in lost) for each in old)


def test_another_text_by_a_reader_of_the_same_name_is_refused(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (document,) = by_older(store, write(texts, a=TALK))
    before = store.document(document)
    reading_otherwise(monkeypatch, "text/1")
    report = reparse(store)
    assert report.reparsed == ()
    assert "another text than the record has" in report.refused[0].reason
    again = add(store, texts, overrides=Overrides(outlet="Port Daily"))
    assert "another text than the record has" in again.refused[0].reason
    assert store.document(document) == before


def test_only_the_documents_asked_for(store: FolderStore, texts: Path) -> None:
    one, two = by_older(store, write(texts, a=TALK, b=ANOTHER))
    assert reparse(store, documents=[two]).reparsed == (two,)
    store.remove(one)
    assert reparse(store).reparsed == ()
    with pytest.raises(NoSuchDocument):
        reparse(store, documents=[one])
    store.restore(one)
    assert reparse(store).reparsed == (one,)


def test_what_changed_meanwhile_is_left_alone(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (document,) = by_older(store, write(texts, a=TALK))

    def slowly(*given: object, **options: object) -> object:
        write(texts, a=TALK.replace("lighthouse", "signal tower"))
        add(store, texts)
        return taken_apart(*given, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(reparsing, "taken_apart", slowly)
    report = reparse(store)
    assert (report.reparsed, report.changes, report.refused) == ((), (), ())
    assert "signal tower" in store.text(document)
    assert store.extent(PARSER).older_parser == 0


def test_a_record_from_before_parsers_had_numbers(tmp_path: Path, texts: Path) -> None:
    with FolderStore.open(tmp_path / "record") as store:
        (document,) = by_older(store, write(texts, a=TALK))
    aged(tmp_path / "record", "0007", tmp_path / "empty.db")
    with FolderStore.open(tmp_path / "record", create=False) as store:
        assert store.read_by()[document].parser == 1
        assert store.extent(PARSER).older_parser == 1
        assert Flag.UNSURE in Checker(store).check(OWN).flags
        assert reparse(store).reparsed == (document,)
        assert Checker(store).check(OWN, speaker="Rovik").severity is Severity.OK


def test_a_record_that_cannot_be_written_stops_it(
    store: FolderStore, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_older(store, write(texts, a=TALK))

    def full(*_: object) -> None:
        raise RecordError("The disk is full.")

    monkeypatch.setattr(rereading, "redirect", full)
    with pytest.raises(RecordError, match="full"):
        reparse(store)
