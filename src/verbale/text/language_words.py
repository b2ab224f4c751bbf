"""What languages call those who ask, answer, lead and interpret: one file of words for each language.

The files are data (`languages/*.toml`); to teach Verbale a language is to add one. A list is a string
of words or phrases with commas between them; a star at the end stands for any ending.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

__all__ = ["KEYS", "listed_words", "phrases", "remark", "words_by_language"]

_FOLDER = Path(__file__).with_name("languages")

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "questioners": "labels of an unnamed questioner, single words",
        "beside_questioners": "words that may stand beside these without naming anybody",
        "answers": "labels of whoever answers, without a name",
        "hosts": "labels of those who ask on a programme, without a name",
        "chairs": "labels of those who lead a meeting and do not ask on their own account",
        "presidents": "first words of the labels of those who preside over a parliament",
        "people": "labels of people without a name who neither ask nor lead",
        "interpreters": "labels of interpreters",
        "incidents": "labels that are no speaker's: applause, laughter, music",
        "not_labels": "headings that only look like labels",
        "interpreted": "words of a remark in a label that say that an interpreter speaks",
        "recordings": "words of a remark in a label that say that a recording is played",
        "recording_plays": "words of a stage line that say that a recording begins, beside its noun",
        "recording_ends": "words of a stage line that say that a recording is over",
        "recording_breaks": "words by which a stage line speaks of a machine or a line, and of no replay",
        "greetings": "how a greeting begins",
        "titles": "single words that stand before a name, or make up an office without one",
        "men": "titles of men, single words",
        "women": "titles of women, single words",
        "addressed": 'offices that are addressed with a title ("Mr President") and are nobody\'s name',
        "joints": "small words that join the parts of an office",
        "particles": "small words inside names and offices of labels",
        "first_person": "words by which people speak of themselves",
        "after_texts": "headings of what stands on a page after a text",
        "closings": "words that close a letter, before its writer's name",
        "credits": "words before the names of those who made a text, at its end",
        "ages": "words beside a speaker's age in a label, single words",
        "origins": "words before the place a speaker comes from, single words",
        "first_words": "first words by which a label is a person's or an office's, however rare",
    }
)


def phrases(words: str) -> tuple[str, ...]:
    r"""The words and phrases of a list, casefolded.

    Args:
        words: Words or phrases with commas between them, over any number of lines.

    >>> phrases("Moderator, the\n chair")
    ('moderator', 'the chair')
    """
    return tuple(" ".join(part.split()) for part in words.casefold().split(",") if part.strip())


@cache
def words_by_language() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Each language's lists, by its ISO 639-1 code.

    Raises:
        ValueError: A file has a key that is not one of `KEYS`, or one that is no text.

    >>> words_by_language()["da"]["answers"]
    ('svar',)
    """
    found: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        table.pop("name")
        wrong = [key for key, value in table.items() if key not in KEYS or not isinstance(value, str)]
        if wrong:
            raise ValueError(f"{path.name}: {wrong[0]} is not a list of words that Verbale knows.")
        found[path.stem] = MappingProxyType({key: phrases(value) for key, value in table.items()})
    return MappingProxyType(found)


def listed_words(key: str) -> frozenset[str]:
    """The words of one list in all languages together.

    Args:
        key: One of `KEYS`.

    >>> {"frage", "вопрос", "問"} <= listed_words("questioners")
    True
    """
    return frozenset(word for lists in words_by_language().values() for word in lists.get(key, ()))


def remark(words: Iterable[str]) -> str:
    """A pattern that finds any of some words: whole words, and stems where a star ends them.

    In scripts without capitals, words grow together with others and are found anywhere.

    Args:
        words: Words as the lists have them.

    >>> bool(re.search(remark(["translat*"]), "in translation")), bool(re.search(remark(["clip"]), "eclipse"))
    (True, False)
    """
    alternatives = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        stem = word.removesuffix("*")
        plain = re.escape(stem).replace(r"\ ", r"\s+")
        if stem.upper() == stem:
            alternatives.append(plain)
        else:
            alternatives.append(rf"\b{plain}" + ("" if word.endswith("*") else r"\b"))
    return "|".join(alternatives) or r"(?!)"
