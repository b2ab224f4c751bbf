from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.installs.smoke import FILES
from verbale.errors import MissingPart

ROOT = Path(__file__).parents[1]
HIDDEN = [
    # the package that is missing, what cannot be read without it, the name by which it can be installed;
    # pages last, for what reads them loads others too
    ("docx", "a.docx", "python-docx"),
    ("charset_normalizer", "other.txt", "charset-normalizer"),
    ("py3langid", "old.txt", "py3langid"),
    ("dateparser", "dated.txt", "dateparser"),
    ("yaml", "a.md", "pyyaml"),
    ("lxml_html_clean", "a.html", "lxml-html-clean"),
]
DATED = b"Pressekonferenz, Brenmoor, 8. Februar 2023\n\nFRAGE: Warum?\nANTWORT: Weil der See steigt.\n"


def fresh(program: str, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a program in a Python that has nothing loaded yet; packages are looked for in a folder first."""
    places = [*([str(path)] if path else []), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env=environment,
        check=False,
    )


HIDING = """
import sys
class Hiding:
    module = None
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] == self.module:
            raise ModuleNotFoundError(f"No module named {self.module!r}", name=self.module)
sys.meta_path.insert(0, hiding := Hiding())
"""
"""The beginning of a program for which `hiding.module` is not there, if it is not loaded yet."""


def made(folder: Path, name: str) -> Path:
    words, build = FILES.get(name, ("", lambda _: DATED))
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(build(words))
    return folder / name


def test_a_missing_package_is_named_with_its_remedy(tmp_path: Path) -> None:
    program = (
        HIDING
        + """
import verbale
for module, path in zip(sys.argv[1::2], sys.argv[2::2]):
    hiding.module = module
    try:
        verbale.read(path)
    except verbale.MissingPart as error:
        print(error.about, error, sep="|")
"""
    )
    pairs = [word for module, name, _ in HIDDEN for word in (module, str(made(tmp_path, name)))]
    done = fresh(program, *pairs)
    assert done.stdout.splitlines() == [
        f"{package}|The package {package}, which Verbale needs, is missing here: pip install {package}"
        for *_, package in HIDDEN
    ], done.stderr


def test_adding_and_checking_tell_of_it_and_read_what_can_be_read(tmp_path: Path) -> None:
    for name in ("a.html", "a.txt"):
        made(tmp_path / "texts", name)
    page, record = str(tmp_path / "texts" / "a.html"), str(tmp_path / "record")
    program = (
        HIDING
        + """
from verbale.cli import main
hiding.module = "justext"
folder, page, record = sys.argv[1:]
for words in (["add", folder], ["check", page], ["check", folder]):
    print("ended with", main([*words, "--record", record]), flush=True)
"""
    )
    done = fresh(program, str(tmp_path / "texts"), page, record)
    told = " ".join((done.stdout + done.stderr).split())
    assert re.findall(r"ended with (\d)", told) == ["0", "2", "0"], told
    assert told.count("is missing here: pip install justext") == 3, told
    assert "".join(told.split()).count("a.html:Thepackagejustext,whichVerbaleneeds,") == 2, told
    assert "could not be read as" not in told
    assert "Traceback" not in told


def test_a_broken_package_is_told_of_across_processes(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pypdfium2.py").write_text("raise ImportError('its library is damaged', name=__name__)\n")
    program = (
        "import sys, verbale\n"
        "try:\n    verbale.read(sys.argv[1])\n"
        "except verbale.MissingPart as error:\n    print(error.about, error, sep='|')"
    )
    done = fresh(program, str(made(tmp_path, "a.pdf")), path=broken)
    assert done.stdout.strip() == (
        "pypdfium2|The package pypdfium2, which Verbale needs, is broken here (its library is damaged): "
        "pip install --force-reinstall pypdfium2"
    ), done.stderr


def test_a_program_without_its_own_parts_says_so() -> None:
    done = fresh(HIDING + "hiding.module = 'typer'\nfrom verbale.cli import main\nsys.exit(main(['info']))")
    assert done.returncode == 2
    assert "is missing here: pip install typer" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "_lzma",
            "This Python lacks a part of its own (No module named '_lzma'); use one that was built with it.",
        ),
        (
            "verbale.parse",
            "Verbale's own installation is broken (No module named 'verbale.parse'); install it anew.",
        ),
    ],
)
def test_what_no_package_can_mend_is_told_otherwise(name: str, sentence: str) -> None:
    error = ModuleNotFoundError(f"No module named {name!r}", name=name)
    assert str(MissingPart.of(error)) == sentence


def test_every_package_that_is_imported_is_asked_for_by_the_name_that_a_sentence_gives() -> None:
    modules = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {each.name.partition(".")[0] for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                modules.add(str(node.module).partition(".")[0])
    others = modules - sys.stdlib_module_names - {"verbale"}
    asked = {re.split(r"[^\w.-]", each)[0].lower() for each in metadata.requires("verbale") or ()}
    named = {str(MissingPart.of(ModuleNotFoundError(name=module)).about) for module in others}
    assert "python-docx" in named
    assert named <= asked
