from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.index.made_up import PlainRecord
from verbale.errors import RecordError
from verbale.model import Span
from verbale.store.index import QuoteIndex, catch_up, rebuild
from verbale.store.index import manifest as manifest_module
from verbale.text.words import words

VOCABULARY = ["lake", "gate", "we", "shall", "open", "the", "ferry", "not", "treaty", "winter"]
sentences = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=30)
documents = st.lists(sentences, min_size=1, max_size=8)


@pytest.fixture
def record(tmp_path: Path) -> PlainRecord:
    return PlainRecord(tmp_path)


def opened(record: PlainRecord) -> QuoteIndex:
    catch_up(record)
    return QuoteIndex(record.path / "index")


def found(index: QuoteIndex, quoted: str) -> list[tuple[str, Span]]:
    return [(place.document, place.span) for place in index.occurrences(words(quoted).hashes)]


def plain_places(texts: list[list[str]], quoted: list[str]) -> set[tuple[str, int]]:
    """Every place of some words, found by looking everywhere."""
    length = len(quoted)
    return {
        (str(number), len(" ".join(text[:first])) + bool(first))
        for number, text in enumerate(texts)
        for first in range(len(text) - length + 1)
        if text[first : first + length] == quoted
    }


@given(documents, st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=6), st.integers(1, 5))
def test_occurrences_are_those_of_a_plain_search(
    texts: list[list[str]], quoted: list[str], batch: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = PlainRecord(Path(folder))
        for number, text in enumerate(texts):
            record.put(str(number), number, " ".join(text))
            if number % batch == 0:
                catch_up(record)
        index = opened(record)
        assert {(d, span.start) for d, span in found(index, " ".join(quoted))} == plain_places(texts, quoted)


@given(documents, st.data())
def test_the_passage_of_a_copied_quote_is_among_the_regions(
    texts: list[list[str]], data: st.DataObject
) -> None:
    long = [text for text in texts if len(text) >= 4]
    if not long:
        return
    text = data.draw(st.sampled_from(long))
    first = data.draw(st.integers(0, len(text) - 4))
    quoted = text[first : first + data.draw(st.integers(4, 12))]
    with tempfile.TemporaryDirectory() as folder:
        record = PlainRecord(Path(folder))
        for number, each in enumerate(texts):
            record.put(str(number), number, " ".join(each))
        regions = opened(record).regions(words(" ".join(quoted)).hashes, limit=60)
        homes = {document for document, _ in plain_places(texts, quoted)}
        assert homes & {region.place.document for region in regions}


def test_offsets_slice_back_to_the_words(record: PlainRecord) -> None:
    text = "“Wir öffnen die Schleuſe nicht”, sagte sie. Мы не откроем шлюз. 我们不会开闸。"
    record.put("a", 1, text)
    index = opened(record)
    for quoted in ("Wir öffnen die", "не откроем шлюз", "不会开闸"):
        assert [span.of(text) for _, span in found(index, quoted)] == [quoted]


def test_a_pair_does_not_reach_from_one_document_into_the_next(record: PlainRecord) -> None:
    record.put("a", 1, "the lake")
    record.put("b", 2, "gate opens")
    assert found(opened(record), "lake gate") == []


def test_removed_and_restored_documents(record: PlainRecord) -> None:
    record.put("a", 1, "the ferry sails at night")
    record.put("b", 2, "the ferry sails at noon")
    assert len(found(opened(record), "ferry sails")) == 2
    record.put("a", 1, None)
    assert [d for d, _ in found(opened(record), "ferry sails")] == ["b"]
    record.put("a", 1, "the ferry sails at night")
    assert sorted(d for d, _ in found(opened(record), "ferry sails")) == ["a", "b"]


def test_what_was_removed_is_in_no_region_and_crowds_out_nothing(record: PlainRecord) -> None:
    for number in range(40):
        record.put(f"gone {number}", number, "the ferry sails at night to the northern gate")
    record.put("here", 40, "the ferry sails at dawn to a northern gate")
    quoted = words("ferry sails at night to the northern gate").hashes
    assert "here" not in {region.place.document for region in opened(record).regions(quoted)}
    for number in range(40):
        record.put(f"gone {number}", number, None)
    assert {region.place.document for region in opened(record).regions(quoted)} == {"here"}
    record.put("gone 7", 7, "the ferry sails at night to the northern gate")
    assert [region.place.document for region in opened(record).regions(quoted)] == ["gone 7", "here"]


def test_a_new_version_replaces_the_old_one(record: PlainRecord) -> None:
    record.put("a", 1, "we shall open the gate")
    opened(record)
    record.put("a", 1, None)
    record.put("a", 2, "we shall not open the gate")
    index = opened(record)
    assert found(index, "shall open") == []
    assert [d for d, _ in found(index, "shall not open")] == ["a"]


def test_segments_stay_few(record: PlainRecord) -> None:
    for number in range(200):
        record.put(str(number), number, f"document number {number} speaks of the lake")
        catch_up(record)
    index = opened(record)
    assert len(index.segments) < 12
    assert len(found(index, "of the lake")) == 200


def test_a_reader_goes_on_while_segments_are_merged_away(record: PlainRecord) -> None:
    record.put("a", 1, "the treaty is being read")
    before = opened(record)
    for number in range(20):
        record.put(f"b{number}", number + 2, "the winter is long")
        catch_up(record)
    assert found(before, "treaty is being") == [("a", Span(4, 19))]


def test_a_kill_before_the_manifest_leaves_the_old_index(
    record: PlainRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    record.put("a", 1, "the treaty is being read")
    catch_up(record)
    record.put("b", 2, "the winter is long")
    with monkeypatch.context() as patched:
        patched.setattr(manifest_module.Manifest, "save", _killed)
        with pytest.raises(KeyboardInterrupt):
            catch_up(record)
    assert QuoteIndex(record.path / "index").generation == 1
    assert [d for d, _ in found(opened(record), "winter is")] == ["b"]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_rebuilding_gives_the_same_answers(record: PlainRecord) -> None:
    for number in range(10):
        record.put(str(number), number, f"the gate number {number} is open")
        catch_up(record)
    before = found(opened(record), "the gate number")
    rebuild(record)
    assert sorted(found(opened(record), "the gate number")) == sorted(before)


def test_a_damaged_manifest_says_what_to_do(record: PlainRecord) -> None:
    record.put("a", 1, "the lake")
    catch_up(record)
    (record.path / "index" / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(RecordError, match="reindex"):
        QuoteIndex(record.path / "index")


def test_an_index_of_another_version_says_what_to_do(record: PlainRecord) -> None:
    record.put("a", 1, "the lake and the gate")
    catch_up(record)
    manifest = record.path / "index" / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace('"format": 1', '"format": 0'))
    with pytest.raises(RecordError, match="reindex"):
        QuoteIndex(record.path / "index")
    rebuild(record)
    assert [d for d, _ in found(QuoteIndex(record.path / "index"), "the lake")] == ["a"]


def test_an_empty_record_has_nothing(record: PlainRecord) -> None:
    index = opened(record)
    assert len(index) == 0
    assert index.regions(words("anything at all").hashes) == []
    assert found(index, "anything at all") == []
