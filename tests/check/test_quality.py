"""Floors under the quality of the check, on real texts where they are at hand.

A floor is lowered only with a reason beside it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.check import Checker
from verbale.intake.adding import add
from verbale.model import Document, Kind, Verdict
from verbale.quote import quotations
from verbale.store import Store, open_store

SHARED = Path(__file__).parents[2].parent / "shared"
BENCH = SHARED / "bench"
SEEDS = SHARED / "data" / "seeds"

AT_LEAST = {
    "verdict_accuracy": 0.99,
    "location_recall": 0.995,
    "both_pieces": 0.98,
    "flag_recall": 0.99,
    "edit_recall": 0.99,
}
AT_MOST = {
    "misattribution_missed": 0.01,
    "false_verbatim": 0.002,
    "true_quote_blamed": 0.005,
    "absent_false_positive": 0.01,
    "falsely_misattributed": 0.005,
    "false_cut_flags": 0.01,
    "errors": 0,
}


@pytest.mark.skipif(not (BENCH / "cases").exists(), reason="the shared benchmark is not on this machine")
@pytest.mark.thorough
@pytest.mark.cpu_seconds(600)
def test_the_visible_cases(tmp_path: Path) -> None:
    with tarfile.open(BENCH / "cases" / "visible-record.tar.xz") as archive:
        # what Python 3.11.2 lacks
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(tmp_path / "files")  # noqa: S202 - our own benchmark
    with open_store(tmp_path / "record") as store:
        report = add(store, tmp_path / "files")
        assert len(report.added) == 1083
    command = [
        "score_check.py",
        "--record",
        str(tmp_path / "record"),
        "--cases",
        "cases/visible.jsonl",
        "--json",
    ]
    ran = subprocess.run([sys.executable, *command], cwd=BENCH, capture_output=True, text=True, check=True)
    result = json.loads(ran.stdout)
    assert {name: result[name] for name, least in AT_LEAST.items() if result[name] < least} == {}
    assert {name: result[name] for name, most in AT_MOST.items() if result[name] > most} == {}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not SEEDS.exists():
        pytest.skip("the seed texts are not on this machine")
    with open_store(tmp_path_factory.mktemp("seeds") / "record") as store:
        assert len(add(store, sorted(SEEDS.glob("*.txt"))).added) == 5
        yield store


def direct(document: Document) -> Iterator[tuple[str, int]]:
    for quotation in quotations(document, tagger=False):
        words = quotation.spans[0].of(document.text)
        if len(quotation.spans) == 1 and len(words.split()) >= 6:
            yield words, quotation.spans[0].start


def test_a_quotation_copied_from_a_digest_is_verbatim_at_its_own_place(seeds: Store) -> None:
    checker = Checker(seeds)
    for info in seeds.documents():
        if info.kind is not Kind.BRIEF:
            continue
        for words, start in direct(seeds.document(info.id)):
            check = checker.check(words)
            assert check.verdict is Verdict.VERBATIM, words
            assert check.evidence is not None
            places = [check.evidence.pieces[0], *check.others]
            assert any(p.document == info.id and abs(p.spans[0].start - start) <= 1 for p in places), words


def test_a_word_changed_is_named(seeds: Store) -> None:
    checker = Checker(seeds)
    for info in seeds.documents():
        for words, _ in direct(seeds.document(info.id)):
            parts = words.split()
            parts[len(parts) // 2] = "marzipan"
            check = checker.check(" ".join(parts))
            assert check.verdict is Verdict.ALTERED, words
            assert "marzipan" in " ".join(edit.quoted for edit in check.edits)


def test_relayed_words_are_not_given_to_the_main_speaker(seeds: Store) -> None:
    checker = Checker(seeds)
    relayed = 0
    for info in seeds.documents():
        document = seeds.document(info.id)
        for quotation in quotations(document, tagger=False):
            if quotation.speaker is None or quotation.via is None or quotation.speaker == quotation.via:
                continue
            relayed += 1
            check = checker.check(quotation.spans[0].of(document.text))
            assert check.speaker != document.speaker, check.quoted
    assert relayed >= 6
