from __future__ import annotations

import doctest
import itertools
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import verbale
from verbale import errors
from verbale.cli import main
from verbale.cli.program import app
from verbale.readers.formats import FORMATS, Format

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
USED = [page for page in PAGES if "how-to" in page.parts or page.name in {"README.md", "errors.md"}]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def blocks(page: Path, language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def command_lines() -> Iterator[tuple[str, list[str]]]:
    for page in USED:
        for block in blocks(page, "console"):
            for line in re.findall(r"^\$ (.*)$", block, re.M):
                for part in re.split(r" \|\|? ", line):
                    words = shlex.split(part, comments=True)
                    if words and words[0] == "verbale":
                        yield named(page), words[1:]


@pytest.fixture(scope="module")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    assert main(["demo", str(folder / "demo-record"), "--json"]) == 0
    return folder


@pytest.mark.parametrize("page", [page for page in USED if blocks(page, "python")], ids=named)
def test_every_python_block_runs(page: Path, demo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(demo_folder)
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        if ">>>" not in block:
            exec(compile(block, str(page), "exec"), names)  # noqa: S102 - our own examples
            continue
        example = doctest.DocTestParser().get_doctest(block, names, named(page), str(page), 0)
        told: list[str] = []
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
        result = runner.run(example, out=told.append, clear_globs=False)
        names.update(example.globs)
        assert not result.failed, "".join(told)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help_and_is_in_the_docs(name: str) -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in USED)
    command = COMMANDS[name]
    assert command.help
    assert f"verbale {name}" in told, f"no page shows verbale {name}"
    for parameter in command.params:
        if parameter.name == "help":
            continue
        assert parameter.help, f"{name} {parameter.name} has no help"
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in told, f"no page tells of {option}"


@pytest.mark.parametrize(("page", "words"), list(command_lines()), ids=lambda value: " ".join(value)[:60])
def test_every_command_line_of_the_docs_is_understood(page: str, words: list[str]) -> None:
    assert words[0] in COMMANDS, f"{page} shows verbale {words[0]}"
    options = {option for parameter in COMMANDS[words[0]].params for option in parameter.opts}
    for word in words[1:]:
        if word.startswith("--"):
            assert word.split("=")[0] in options, f"{page} shows {word} of {words[0]}"


def test_the_page_of_errors_lists_exactly_the_errors_that_exist() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", (ROOT / "docs/errors.md").read_text(encoding="utf-8"), re.M)
    assert sorted(name for name, _ in rows) == sorted(errors.__all__)
    for name, parents in rows:
        bases = [base.__name__ for base in getattr(errors, name).__bases__]
        assert re.findall(r"`(\w+)`", parents) == bases


def test_the_vocabulary_has_every_word_of_the_code() -> None:
    told = (ROOT / "docs/vocabulary.md").read_text(encoding="utf-8")
    for words in (verbale.Verdict, verbale.Severity, verbale.Flag, verbale.Kind, verbale.Role, verbale.Basis):
        for word in words:
            assert f"`{word.value}`" in told, f"{words.__name__}.{word.name} is not explained"


def test_every_method_of_a_record_is_told_of() -> None:
    told = (ROOT / "docs/how-to/use-from-python.md").read_text(encoding="utf-8")
    for name in dir(verbale.Record):
        if not name.startswith("_") and name != "folder":
            assert f".{name}(" in told, f"record.{name} is not told of"


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_inside_the_docs_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{named(page)} links to {target}"


def test_the_picture_of_the_readme_is_what_a_check_prints(demo_folder: Path) -> None:
    picture = (ROOT / "docs/check.svg").read_text(encoding="utf-8")
    words = re.sub(r"<[^>]+>", " ", picture).replace("&#160;", " ")
    for each in ("Altered", "Misdated", "Misattributed", "Leaves out a condition", "Not found"):
        assert each in words


@pytest.mark.parametrize("folder", ["src", "docs", "tests", "examples", "."])
def test_no_path_of_one_machine_is_in_the_tree(folder: str) -> None:
    here = re.compile("/" + "work/|/" + "root/|/" + "tmp/")
    places = (ROOT / folder).glob("*") if folder == "." else (ROOT / folder).rglob("*")
    for path in places:
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".txt", ".json", ".html", ".svg"}:
            assert not here.search(path.read_text(encoding="utf-8")), named(path)


def table(page: str, *heads: str) -> list[list[str]]:
    """The rows of the table of a page that begins with some heads."""
    told = (ROOT / page).read_text(encoding="utf-8").partition(f"| {' | '.join(heads)} |")[2]
    rows = itertools.takewhile(lambda line: line.startswith("|"), told.splitlines()[2:])
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize(
    ("heads", "shown"),
    [
        (("format", "told by"), [row for row in FORMATS if row.reader]),
        (("container", "suffixes"), [row for row in FORMATS if row.unpacker]),
    ],
    ids=["documents", "containers"],
)
def test_the_page_of_readers_has_every_format(heads: tuple[str, str], shown: list[Format]) -> None:
    rows = table("docs/readers.md", *heads)
    told = [ending for cells in rows for ending in re.findall(r"`(\.\w+)`", cells[1])]
    assert sorted(told) == sorted({each for row in shown for each in row.suffixes if each})
    for row in shown:
        name = row.called.removeprefix("a ").removeprefix("an ").removesuffix(" archive")
        fits = [cells for cells in rows if name in " ".join(cells[:2])]
        assert fits, f"{row} is not told of"
        assert not row.suffixes or any(f"`{row.suffixes[0]}`" in cells[1] for cells in fits)


CONVENTIONS = re.findall(
    r"^\| ([^|]+) \| `([^`]+)` \| (.+) \|$", (ROOT / "docs/conventions.md").read_text(encoding="utf-8"), re.M
)


@pytest.mark.parametrize(
    ("convention", "example", "speakers"), CONVENTIONS, ids=[row[0] for row in CONVENTIONS]
)
def test_every_convention_of_the_page_is_read(convention: str, example: str, speakers: str) -> None:
    text = f"A talk\n\n{example.replace('⏎', chr(10))}\n"
    document = verbale.read(text.encode(), name="talk.md" if "Markdown" in convention else "talk.txt")
    assert ", ".join(turn.speaker or "–" for turn in document.turns) == speakers


def test_the_page_of_conventions_has_examples() -> None:
    assert len(CONVENTIONS) >= 20


def test_the_page_of_rooms_is_in_step_with_them() -> None:
    drawn = subprocess.run(
        [sys.executable, ROOT / "docs" / "rooms.py"], capture_output=True, check=True
    ).stdout
    assert (ROOT / "docs" / "rooms.md").read_bytes() == drawn, "python docs/rooms.py > docs/rooms.md"
