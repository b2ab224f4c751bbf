"""Words of languages live in their packs: code holds none, and a new language is a new file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "verbale"

# Letters are no words: how often letters stand in a language, which are vowels, how Greek and Japanese ask.
LETTERS_ALONE = {
    "parse/metadata/language.py": "a word that tells Yiddish, of which there is no pack, from Hebrew",
    "parse/people/abbreviated_offices.py": "the vowels, by which an abbreviation is known",
    "parse/turns/roles.py": "the marks by which a sentence asks",
    "quote/attribution/nicknames.py": "letters that stand for quote marks, of no language written today",
    "quote/attribution/printed_names.py": "the ranges of Japanese letters",
    "quote/attribution/uses.py": "the ranges of Chinese and Japanese letters",
    "text/name_parts.py": "which letters are capitals, for a country before an office's holder",
    "text/sentences.py": "which letters are small: no sentence begins with one",
    "readers/characters/legacy.py": "the letters of alphabets, the commonest first",
}
# Two letters in a row of another script than Latin: hardly ever found where no word is meant. Raised digits
# are no letters.
OTHER_SCRIPTS = re.compile(r"(?:(?![\u0000-\u024f\u1e00-\u1eff\u2070-\u209f])[^\W\d_]){2}")
TELLTALE = re.compile(
    r"(?<![\w.])(?:nicht|sagte|herr|frau|und|señor|dijo|avec|monsieur|dans|della|och|nie|über|"
    r"montag|lundi|lunes|januar|janvier|enero)(?!\w)",
    re.IGNORECASE,
)


def strings_of(path: Path) -> Iterator[tuple[int, str]]:
    """The literals of a module with their lines; what documents it aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value)
        for parent in ast.walk(tree)
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_holds_words_of_a_language(path: Path) -> None:
    name = str(path.relative_to(SOURCE))
    found = [
        f"line {line}: {match[0]}"
        for line, string in strings_of(path)
        for pattern in (OTHER_SCRIPTS, TELLTALE)
        if (match := pattern.search(string))
        and not (pattern is OTHER_SCRIPTS and name in LETTERS_ALONE)
        # ISO 639-2's code for a language that is not known
        and string != "und"
    ]
    assert found == [], f"{name}: put them into text/languages/<code>.toml"


@pytest.mark.parametrize("name", LETTERS_ALONE)
def test_an_exception_is_still_one(name: str) -> None:
    assert any(re.search(r"[^\x00-\u036f]", string) for _, string in strings_of(SOURCE / name))
