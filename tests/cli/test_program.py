from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cost import cpu_seconds_of_children
from tests.serving import Site
from verbale.cli import main

ARTICLE = "“We will not discuss the level of the lake while the gates at Sill stay closed,” Maravec said.\n"
ALTERED = "“We will discuss the level of the lake while the gates at Sill stay closed,” Maravec said.\n"


def run(*arguments: str, record: Path | None = None) -> int:
    return main([*arguments, *(["--record", str(record)] if record else [])])


def test_help_is_quick_and_loads_neither_store_nor_readers() -> None:
    def help_is_shown() -> None:
        told = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "verbale", "--help"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert "check" in told.stdout
        for heavy in ("sqlalchemy", "numpy", "trafilatura", "rich.console", "dateparser"):
            assert heavy not in told.stderr

    # it takes 0.2 s, and where Python may not keep what it compiles, five times as long
    assert cpu_seconds_of_children(help_is_shown) < 4


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "verbale 0.1.0\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "article.txt"],
        ["check"],
        ["check", "article.txt", "--quote", "words"],
        ["check", "article.txt", "--strict=some"],
        ["check", "--quote", "words", "--on", "yesterday-ish"],
        ["search", "lake"],
        ["show", "anything"],
        ["info"],
        ["remove", "0000"],
        ["no-such-command"],
        ["add"],
        ["add", "file.txt", "--kind", "poem"],
        ["quotations", "no-such-file.txt"],
        ["demo", "somewhere"],
    ],
)
def test_wrong_use_ends_with_two_and_one_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "somewhere").mkdir()
    (tmp_path / "somewhere" / "letters.txt").write_text("keep me")
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith("verbale: ")
    assert len(told.strip().splitlines()) == 1
    assert (tmp_path / "somewhere" / "letters.txt").exists()


def test_a_mistyped_folder_never_becomes_a_record(tmp_path: Path) -> None:
    assert run("search", "lake", record=tmp_path / "typo") == 2
    assert not (tmp_path / "typo").exists()


def test_an_unexpected_error_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a surprise")

    monkeypatch.setattr("verbale.api.read", fail)
    (tmp_path / "a.txt").write_text("words")
    assert main(["quotations", "a.txt"]) == 2
    assert "a surprise" in capsys.readouterr().err


def test_stopping_with_the_keyboard_ends_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("verbale.api.read", stop)
    (tmp_path / "a.txt").write_text("words")
    assert main(["quotations", "a.txt"]) == 130
    assert capsys.readouterr().err.strip() == "verbale: Stopped. What was reported as done is kept."


def test_a_reader_that_goes_away_is_no_error(demo_record: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "verbale",
        "search",
        "the",
        "--limit",
        "500",
        "--record",
        str(demo_record),
    ]
    reading, writing = os.pipe()
    process = subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    os.close(reading)
    _, told = process.communicate()
    assert told == ""
    assert process.returncode == 0


def test_strict_ends_with_one_only_for_a_finding(demo_record: Path, tmp_path: Path) -> None:
    article, altered, absent = (tmp_path / name for name in ("right.txt", "altered.txt", "absent.txt"))
    article.write_text(ARTICLE, encoding="utf-8")
    altered.write_text(ALTERED, encoding="utf-8")
    absent.write_text(
        "“Every bicycle in town was painted green overnight,” Maravec said.\n", encoding="utf-8"
    )
    assert run("check", str(article), "--strict", record=demo_record) == 0
    assert run("check", str(altered), record=demo_record) == 0
    assert run("check", str(altered), "--strict", record=demo_record) == 1
    assert run("check", str(absent), "--strict", record=demo_record) == 0
    assert run("check", str(absent), "--strict=all", record=demo_record) == 1


def test_a_quote_that_leaves_out_a_condition_is_a_finding(demo_record: Path) -> None:
    cut = "We will keep the night ferry running through the whole winter"
    assert run("check", "--quote", cut, "--speaker", "Maravec", "--strict", record=demo_record) == 1


def test_an_article_may_come_from_standard_input(
    demo_record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    assert run("check", "-", "--json", record=demo_record) == 0
    made = json.loads(capsys.readouterr().out)
    assert [check["verdict"] for check in made["checks"]] == ["verbatim"]
    assert made["checks"][0]["claimed_speaker"] == "Maravec"


def test_empty_standard_input_is_bad_input(demo_record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run("check", "-", record=demo_record) == 2


def test_the_record_may_be_named_by_the_environment(
    demo_record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VERBALE_RECORD", str(demo_record))
    assert main(["info", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 11


def test_adding_reports_what_became_of_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "talk.txt").write_text("Question: Will you stay?\n\nAna Ruiz: We will stay.\n")
    (texts / "empty.txt").write_bytes(b"")
    given = ["add", str(texts), "--date", "1 March 2025", "--outlet", "Harbour Post", "--speaker", "Ana Ruiz"]
    assert run(*given, "--json", record=tmp_path / "record") == 0
    first = json.loads(capsys.readouterr().out)
    assert (len(first["added"]), len(first["refused"])) == (1, 1)
    assert first["refused"][0].keys() == {"name", "reason"}
    assert run(*given, record=tmp_path / "record") == 0
    told = capsys.readouterr().out
    assert "0 added, 1 unchanged, 1 refused" in told
    assert "refused: " in told
    assert run("show", "talk.txt", "--json", record=tmp_path / "record") == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["said_on"], shown["outlet"], shown["speaker"]) == ("2025-03-01", "Harbour Post", "Ana Ruiz")


def test_adding_nothing_but_bad_files_is_bad_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("add", str(tmp_path / "empty.txt"), record=tmp_path / "record") == 2
    told = capsys.readouterr()
    assert "0 added, 1 refused" in told.out
    assert told.err == "verbale: Nothing was added: every text was refused.\n"


def test_an_address_is_not_taken_for_a_file(demo_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "ftp://news.example/a.html", record=demo_record) == 2
    assert "ftp://news.example/a.html is an address" in capsys.readouterr().err


def test_addresses_are_fetched_when_they_are_given(
    open_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = "Question: Will you stay?\n\nAna Ruiz: We will stay in the harbour.\n"
    page = open_site.put("/talk?id=1", talk, "text/plain")
    open_site.put("/1", talk.replace("stay", "leave"), "text/plain")
    open_site.put("/2", talk.replace("stay", "sail"), "text/plain")
    links = "".join(f"<item><title>{n}</title><link>/{n}</link></item>" for n in (1, 2))
    feed = open_site.put("/feed", f"<rss version='2.0'><channel>{links}</channel></rss>")
    record = tmp_path / "record"
    closed = "http://169.254.169.254/latest/"
    assert run("add", page, feed, closed, "--limit", "1", record=record) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "2 added, 2 refused." in told
    assert f"1 more entry of {feed} not fetched: the limit is 1 of each feed." in told
    assert f"{closed} is on this machine or in a private network: nothing is fetched there." in told
    assert run("add", closed, record=record) == 2
    assert "Nothing was added" in capsys.readouterr().err
    draft = open_site.put("/draft?n=2", "<p>“We will stay in the harbour,” Ana Ruiz said.</p>")
    assert run("check", draft, "--json", record=record) == 0
    assert [check["verdict"] for check in json.loads(capsys.readouterr().out)["checks"]] == ["verbatim"]


def test_a_removed_document_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.txt").write_text("Question: Will you stay?\n\nAna Ruiz: We will stay in the harbour.\n")
    record = tmp_path / "record"
    assert run("add", str(tmp_path / "talk.txt"), "--json", record=record) == 0
    (added,) = json.loads(capsys.readouterr().out)["added"]

    def found() -> int:
        assert run("search", "harbour", "--json", record=record) == 0
        return int(json.loads(capsys.readouterr().out)["total"])

    assert found() == 1
    assert run("remove", added, "--json", record=record) == 0
    assert json.loads(capsys.readouterr().out) == {"removed": [added]}
    assert found() == 0
    assert run("restore", added, record=record) == 0
    assert "1 document restored" in capsys.readouterr().out
    assert found() == 1
    assert run("reindex", record=record) == 0
    assert "1 document indexed" in capsys.readouterr().out
    assert run("remove", "talk.txt", record=record) == 0
    assert "1 document removed" in capsys.readouterr().out
    assert run("add", str(tmp_path / "talk.txt"), record=record) == 2
    told = capsys.readouterr()
    assert f"It was removed from this record; bring it back with: verbale restore {added}" in told.out
    assert told.err == "verbale: Nothing was added: every text was refused.\n"
    assert run("restore", "talk.txt", record=record) == 0
    assert "1 document restored" in capsys.readouterr().out
    assert run("restore", "other.txt", record=record) == 2
    assert "other.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "talk.txt", "--language", "english"], "'english' is no code of a language"),
        (["add", "talk.txt", "--translation-of", "r"], "'r' is no code of a language"),
        (["check", "--quote", "  "], "the quote is empty"),
    ],
)
def test_values_that_mean_nothing_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(*arguments, record=tmp_path / "record") == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_a_file_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "talk.txt").write_text("We will stay.", encoding="utf-8")
    assert run("check", "--quote", "We will stay", record=tmp_path / "talk.txt") == 2
    assert capsys.readouterr().err.endswith("talk.txt is a file; a record is a folder.\n")


def test_retag_finds_what_has_no_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record, talk = tmp_path / "record", tmp_path / "talk.txt"
    talk.write_text(
        "Ana Ruiz: We stay. The mayor, Petra Holm, announced that the new bridge will open in June.\n\n"
        "Question: And then?\n\nAna Ruiz: That is all.\n",
        encoding="utf-8",
    )
    assert run("add", str(talk), "--json", record=record) == 0
    (added,) = json.loads(capsys.readouterr().out)["added"]
    assert run("retag", record=record) == 0
    assert "1 document with other quotations than before, 0 unchanged" in capsys.readouterr().out
    assert run("retag", added, "--json", record=record) == 0
    assert json.loads(capsys.readouterr().out) == {"tagged": [], "unchanged": [added]}
    assert run("retag", "nothing", record=record) == 2


def test_search_marks_what_was_found_and_says_of_how_much(
    demo_record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("search", "“level of the lake” speaker:maravec", "--order", "newest", record=demo_record) == 0
    told = capsys.readouterr().out
    assert "{level of the lake}" in told
    assert "passages in 11 documents, 2022 to 2024" in told
    assert all(line == line.rstrip() and len(line) <= 92 for line in told.splitlines())
    assert run("search", "speaker:maravec (", record=demo_record) in {0, 2}


def test_show_tells_who_says_what(demo_record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "2024-01-18-news-conference.txt", record=demo_record) == 0
    told = capsys.readouterr().out
    assert "Ilona Maravec, answer 1\n" in told
    assert "\nRain.\n" in told


def test_quotations_are_listed_without_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["quotations", "article.txt"]) == 0
    assert capsys.readouterr().out.endswith("Maravec\n1 quotation in article.txt.\n")
    assert main(["quotations", "article.txt", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)["quotations"]
    assert listed[0]["speaker"] == "Maravec"
    assert ARTICLE[slice(*listed[0]["spans"][0].values())] == listed[0]["text"]


def test_output_is_plain_without_a_terminal(demo_record: Path) -> None:
    command = [sys.executable, "-m", "verbale", "check", str(demo_record / "draft.md")]
    told = subprocess.run(
        [*command, "--record", str(demo_record)], capture_output=True, text=True, check=True
    )
    assert "\x1b" not in told.stdout
    assert told.stderr == ""
