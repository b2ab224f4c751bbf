"""Profiles from TOML files; whatever is wrong with one is told in one sentence that says what to do."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from verbale.errors import ProfileError
from verbale.parse.profiles.label_shapes import End, Function, LabelShape, Look, Place
from verbale.text.wildcards import MOST_STARS, Patterns

__all__ = ["told_in", "words_of"]

# How profiles called `boilerplate` before; they are still understood.
OLD = "furniture"
_LARGEST = 200_000
_LONGEST_PATTERN = 200
_MOST_WORDS = 20
_TOP = (
    "name",
    "language",
    "speaker",
    "outlet",
    "recognise",
    "label",
    "roles",
    "speakers",
    "boilerplate",
    OLD,
)
_RECOGNISE = ("opening", "file", "url", "outlet")
_LABEL = ("place", "ends", "look", "patterns", "listed", "words")
_ROLES = (*(function.value for function in Function), "not_labels")
_BOILERPLATE = ("lines",)

_Choice = TypeVar("_Choice", bound=StrEnum)


def words_of(path: Path) -> str:
    """The text of a profile's file.

    Args:
        path: A TOML file.

    Raises:
        ProfileError: The file cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data.decode("utf-8")
    except OSError as error:
        raise ProfileError(f"{path} cannot be read: {error.strerror or error}.", str(path)) from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"{path} is not UTF-8: save the profile as UTF-8 text.", str(path)) from error
    if len(data) > _LARGEST:
        raise ProfileError(f"{path} is too large for a profile: {_LARGEST:,} bytes are the limit.", str(path))
    return text


def told_in(text: str, file: str) -> dict[str, Any]:
    """What the text of a file says, by the names of a profile's fields.

    Args:
        text: TOML.
        file: Its name, for what is told of faults; without its ending it names the profile as well.

    Raises:
        ProfileError: The text is no TOML, or says something that a profile cannot say.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProfileError(f"{file} is not TOML: {error}; mend that place.", file) from error
    top = _Table(table, "", file, _TOP)
    roles = top.table("roles", _ROLES)
    boilerplate = top.table(OLD if OLD in table else "boilerplate", _BOILERPLATE)
    recognise = top.table("recognise", _RECOGNISE)
    label = _label_shape(top.table("label", _LABEL)) if "label" in table else None
    told: dict[str, Any] = {
        "name": top.text("name") or Path(file).stem,
        "digest": hashlib.sha256(text.encode()).hexdigest(),
        "language": top.text("language"),
        "speaker": top.text("speaker"),
        "outlet": top.text("outlet"),
        "recognise": {key: recognise.texts(key) for key in _RECOGNISE if key in recognise.values},
        "label": label,
        "roles": {function: found for function in Function if (found := roles.patterns(function.value))},
        "not_labels": roles.patterns("not_labels"),
        "speakers": _speakers(top),
        "boilerplate": boilerplate.patterns("lines"),
    }
    if label is not None and label.listed and not (told["speakers"] or told["roles"]):
        raise top.fault("label.listed", "is true, and no label is named; do so in [speakers] or [roles]")
    return told


def _label_shape(label: _Table) -> LabelShape:
    place = label.choice("place", Place) or Place.BEFORE
    ends = label.choices("ends", End) or ((End.COLON,) if place is Place.BEFORE else (End.NOTHING,))
    look = frozenset(label.choices("look", Look))
    patterns = label.patterns("patterns")
    listed = label.flag("listed")
    if End.NOTHING in ends and place is Place.BEFORE and not (look - {Look.INDENTED} or patterns or listed):
        raise label.fault(
            "ends",
            'is "nothing" before the words, and nothing then shows where a label ends; add look, patterns or '
            "listed = true",
        )
    return LabelShape(
        place=place,
        ends=ends,
        look=look,
        patterns=patterns,
        listed=listed,
        words=label.number("words", 1, _MOST_WORDS) or LabelShape().words,
    )


def _speakers(top: _Table) -> Mapping[str, str]:
    table = top.values.get("speakers", {})
    if not isinstance(table, dict):
        raise top.fault("speakers", 'is no table; write [speakers] and under it AB = "Ana Bruno"')
    for label, name in table.items():
        if not isinstance(name, str) or not name.strip():
            raise top.fault(f"speakers.{label}", 'is no name; write a name in quotes, as "Ana Bruno"')
    return {
        " ".join(label.casefold().replace("’", "'").split()): " ".join(name.split())
        for label, name in table.items()
    }


class _Table:
    """One table of a profile file: its values by kind, and faults told with the file and the key."""

    def __init__(self, values: Mapping[str, Any], name: str, file: str, keys: Collection[str]) -> None:
        self.values = values
        self._name = name
        self._file = file
        for key in values:
            if key not in keys:
                where = f"[{name}]" if name else "a profile"
                raise self.fault(key, f"is not a key of {where}; its keys are {', '.join(keys)}")

    def fault(self, key: str, what: str) -> ProfileError:
        """An error that names the file, the key, and what to do."""
        full = f"{self._name}.{key}" if self._name else key
        return ProfileError(f"{self._file}: {full} {what}.", self._file)

    def table(self, key: str, keys: Collection[str]) -> _Table:
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            raise self.fault(key, f"is no table; write [{key}] and its keys under it")
        return _Table(found, key, self._file, keys)

    def text(self, key: str) -> str | None:
        found = self.values.get(key)
        if found is None:
            return None
        if not isinstance(found, str) or not found.strip():
            raise self.fault(key, "is no text; write one in quotes")
        return " ".join(found.split())

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.values.get(key, [])
        listed = [found] if isinstance(found, str) else found
        if not isinstance(listed, list) or not all(isinstance(each, str) and each.strip() for each in listed):
            raise self.fault(key, 'is no list of texts; write it as ["one", "another"]')
        return tuple(listed)

    def patterns(self, key: str) -> Patterns:
        found = self.texts(key)
        for pattern in found:
            if len(pattern) > _LONGEST_PATTERN or pattern.count("*") > MOST_STARS:
                limits = f"{_LONGEST_PATTERN} characters and {MOST_STARS} stars are the limit"
                raise self.fault(key, f"has a pattern that is too long; {limits}")
            if not pattern.replace("*", "").strip():
                raise self.fault(key, f'has the pattern "{pattern}", which fits everything; add words to it')
        return Patterns.of(found)

    def choice(self, key: str, kind: type[_Choice]) -> _Choice | None:
        found = self.choices(key, kind)
        if len(found) > 1:
            raise self.fault(key, f"has several values; write one of {_either(kind)}")
        return found[0] if found else None

    def choices(self, key: str, kind: type[_Choice]) -> tuple[_Choice, ...]:
        known = {each.value: each for each in kind}
        for value in self.texts(key):
            if value not in known:
                raise self.fault(key, f'is "{value}", which no profile knows; write {_either(kind)}')
        return tuple(known[value] for value in self.texts(key))

    def flag(self, key: str) -> bool:
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            raise self.fault(key, "is neither true nor false; write one of them without quotes")
        return found

    def number(self, key: str, least: int, most: int) -> int | None:
        found = self.values.get(key)
        if found is not None and (type(found) is not int or not least <= found <= most):
            raise self.fault(key, f"is no number from {least} to {most}; write one without quotes")
        return found


def _either(kind: type[StrEnum]) -> str:
    *most, last = (f'"{each.value}"' for each in kind)
    return f"{', '.join(most)} or {last}"
