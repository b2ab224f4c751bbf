from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from verbale.cli import main

TRUE = "“We have never asked Tarvia to give up the gates,” Ilona Maravec said on 17 May 2023.\n"
CHANGED = "“We have often asked Tarvia to give up the gates,” Ilona Maravec said on 17 May 2023.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TRUE, encoding="utf-8")
    (folder / "b.txt").write_text(CHANGED, encoding="utf-8")
    (folder / "c.txt").write_text("Nobody is quoted here, and nothing was said.\n", encoding="utf-8")
    return folder


def check(record: Path, *words: str | Path) -> int:
    return main(["check", *map(str, words), "--record", str(record)])


def test_a_folder_is_told_of_article_by_article(
    demo_record: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    assert check(demo_record, articles.name) == 0
    told = capsys.readouterr().out
    a, b, c, empty, total = (
        told.index(words)
        for words in (
            "1 quotation in articles/a.txt: 0 to correct",
            "1 quotation in articles/b.txt: 1 to correct",
            "0 quotations in articles/c.txt.",
            "Not checked: ",
            "2 quotations in 3 articles: 1 to correct, 0 to look at, 1 in order.",
        )
    )
    assert a < b < c < empty < total
    assert "{often}" in told
    assert "1 verbatim, 1 altered." in told
    assert told.count("Held against 11 documents") == 1


def test_paraphrases_are_counted_apart_and_not_shown(
    demo_record: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "Ilona Maravec said that the gates at Sill would let sixty cubic metres through each second.\n"
    (articles / "c.txt").write_text(told, encoding="utf-8")
    assert check(demo_record, articles, "--strict=all") == 1  # for b.txt
    printed = capsys.readouterr().out
    assert "2 quotations in 3 articles: 1 to correct, 0 to look at, 1 in order." in printed
    assert "1 paraphrase: shown where an article is checked by itself." in printed
    assert "Beside the nearest passage" not in printed
    assert check(demo_record, articles / "c.txt", "--strict=all") == 0
    printed = capsys.readouterr().out
    assert "0 quotations in" in printed
    assert "1 paraphrase, one beside a passage: to be read, not judged." in printed
    assert "Record: “From tomorrow on, the gates at Sill will let through sixty" in printed


def test_the_json_of_several_articles_is_one_object(
    demo_record: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    assert check(demo_record, articles, "--json", "--jobs", "1") == 0
    made = json.loads(capsys.readouterr().out)
    assert made.keys() == {"record", "articles", "refused"}
    assert made["record"]["documents"] == 11
    assert [Path(each["name"]).name for each in made["articles"]] == ["a.txt", "b.txt", "c.txt"]
    assert [[one["verdict"] for one in each["checks"]] for each in made["articles"]] == [
        ["verbatim"],
        ["altered"],
        [],
    ]
    assert [each.keys() for each in made["refused"]] == [{"name", "reason"}]
    assert check(demo_record, articles / "a.txt", "--json") == 0
    alone = json.loads(capsys.readouterr().out)
    assert alone["checks"] == made["articles"][0]["checks"]


def test_a_folder_without_articles_is_an_object_too(
    demo_record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bare").mkdir()
    assert check(demo_record, tmp_path / "bare", "--json") == 2
    assert json.loads(capsys.readouterr().out)["articles"] == []


def test_the_status_of_several_articles(demo_record: Path, articles: Path, tmp_path: Path) -> None:
    right, wrong, missing = articles / "a.txt", articles / "b.txt", tmp_path / "missing.txt"
    assert check(demo_record, right, wrong) == 0
    assert check(demo_record, right, wrong, "--strict") == 1
    assert check(demo_record, right, articles / "c.txt", "--strict") == 0
    assert check(demo_record, right, missing) == 0
    assert check(demo_record, right, missing, "--strict") == 2
    assert check(demo_record, wrong, missing, "--strict") == 1
    assert check(demo_record, missing, tmp_path / "gone.txt") == 2
    assert check(demo_record, right, "-") == 2


def test_a_pattern_is_several_articles(
    demo_record: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(demo_record, articles / "[ab].txt", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["articles"]) == 2


def test_processes_print_nothing_of_their_own(demo_record: Path, articles: Path) -> None:
    words = ["check", str(articles), "--jobs", "2", "--record", str(demo_record)]
    done = subprocess.run(
        [sys.executable, "-m", "verbale", *words], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "2 quotations in 3 articles" in done.stdout
