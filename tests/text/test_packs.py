"""Packs of languages: read once, and a fault in one told in a sentence that says what to do."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from verbale.text import packs as module
from verbale.text.packs import pack, packs


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    monkeypatch.setattr(module, "pack", pack.__wrapped__)
    return tmp_path


def test_a_missing_list_is_none_and_not_empty(folder: Path) -> None:
    (folder / "xa.toml").write_text('name = "Lakeish"\nanswers = ""\n')
    found = module.pack("xa")
    assert found is not None
    assert (found.phrases("answers"), found.phrases("chairs")) == ((), None)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            'name = "Lakeish"\nanswer = "so"\n',
            "xa.toml: answer is no list that Verbale knows; did you mean",
        ),
        ('name = "Lakeish"\nanswers = ["so"]\n', "xa.toml: answers is no text; write words in quotes"),
        ('answers = "so"\n', "xa.toml has no name; begin it with"),
    ],
)
def test_a_fault_in_a_pack_is_told_with_its_remedy(folder: Path, written: str, told: str) -> None:
    (folder / "xa.toml").write_text(written)
    with pytest.raises(ValueError, match=r"xa\.toml") as caught:
        module.pack("xa")
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize("code", ["../../../secret", "", "EN", "english", "xx"])
def test_what_is_no_code_of_a_pack_has_none(code: str) -> None:
    assert pack(code) is None


def test_a_pack_is_read_once() -> None:
    assert packs() is packs()
    assert pack("en") is pack("en")


@pytest.mark.parametrize("path", sorted(module._FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_quick_way_to_read_a_pack_reads_what_toml_does(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert module._table(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "written",
    ["name = 1\n", 'name = "a\\u0041"\n', "name = 'a'\nname = 'b'\n", "[a]\n", "name = 'a'", "name: a\n"],
)
def test_what_is_not_written_plainly_is_left_to_toml(written: str) -> None:
    assert module._table(written) is None
