"""What users call is documented: every argument, every error, every field of a check."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

import verbale
from verbale import errors
from verbale.model import check
from verbale.store import Store

_ENTRY = re.compile(r"^(\w+): (?=\S)", re.M)


def section(documentation: str, name: str) -> dict[str, str]:
    """The entries of a section of a docstring, such as "Args", with what is said of each."""
    found = re.search(rf"^{name}:\n((?:[ ]{{4}}.*\n?|\n)+)", documentation + "\n", re.M)
    if found is None:
        return {}
    _, *parts = _ENTRY.split(textwrap.dedent(found[1]))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def public() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of `verbale`, and every public method of its classes."""
    for name in verbale.__all__:
        each = getattr(verbale, name)
        if inspect.isfunction(each):
            yield name, each
        elif inspect.isclass(each) and not issubclass(each, Exception):
            for method, found in inspect.getmembers(each, inspect.isroutine):
                ours = getattr(found, "__module__", None) or ""
                if not method.startswith("_") and ours.startswith("verbale"):
                    yield f"{name}.{method}", found


PUBLIC = dict(public())
CHECKS = [name for name in check.__all__ if is_dataclass(getattr(verbale, name))]


def errors_of(function: Callable[..., Any]) -> set[str]:
    """The errors that a function raises, and those that the store's own page promises where it calls it."""
    told: set[str] = set()
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            told.add(ast.unparse(node.exc.func))
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self._store":
            method = getattr(Store, node.attr)
            told |= section(inspect.getdoc(method) or "", "Raises").keys()
    return told & set(errors.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_argument_has_an_entry_and_every_entry_an_argument(name: str) -> None:
    documentation = inspect.getdoc(PUBLIC[name])
    assert documentation, f"{name} has no docstring"
    arguments = [each for each in inspect.signature(PUBLIC[name]).parameters if each not in {"self", "cls"}]
    assert list(section(documentation, "Args")) == arguments


@pytest.mark.parametrize("name", PUBLIC)
def test_every_error_is_told_of_and_exists(name: str) -> None:
    told = section(inspect.getdoc(PUBLIC[name]) or "", "Raises")
    assert told.keys() <= {*errors.__all__, "ValueError"}
    assert errors_of(PUBLIC[name]) <= told.keys()


@pytest.mark.parametrize("name", CHECKS)
def test_every_field_of_a_check_is_explained(name: str) -> None:
    value = getattr(verbale, name)
    explained = section(inspect.getdoc(value) or "", "Attributes")
    if name != "Evidence":  # its one field and what follows from it are said in a line
        assert list(explained) == [field.name for field in fields(value)]
    for field in fields(value):
        nothing = "None" in str(field.type) and name != "Evidence"
        assert not nothing or "None" in explained[field.name], f"{name}.{field.name}: when is it None?"


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_says_when_it_is_raised(name: str) -> None:
    assert (inspect.getdoc(getattr(errors, name)) or "").endswith(".")


def test_the_walk_finds_the_functions_and_the_methods() -> None:
    assert {"open", "read", "quotations", "Record.add", "Record.decide", "Span.of"} <= PUBLIC.keys()
    assert {"Profile.load", "Selector.at"} <= PUBLIC.keys()
    assert len(CHECKS) == 6
