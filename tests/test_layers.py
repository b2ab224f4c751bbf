"""The house: a module imports only from the floors below its own, and nothing imports in a circle."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "verbale"
PATHS = sorted(SOURCE.rglob("*.py"))

# A package may import from packages on lower floors and from itself; packages of one floor never
# import each other.
FLOORS = [
    {"errors"},
    {"model"},
    {"text", "telling"},
    {"readers", "store"},
    {"parse"},
    {"quote"},
    {"intake"},
    {"compare"},
    {"check"},
    {"articles"},
    {"api"},
    {"cli"},
    {"__init__", "__main__"},
]
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}
# Rooms with steps inside: the steps import each other in one direction.
STEPPED = ["parse", "quote", "readers", "store"]
# Modules of one name, and why they may have it.
NAMESAKES = {
    "answers": "what a record answers, and how it is told",
    "comparing": "two texts beside each other, told and printed",
    "documents": "documents, as rows and as they are told",
    "people": "people, as values, as rows, and as the program lists them",
    "versions": "versions, as rows and as the program lists them",
}
# Statements of SQL; what a person writes is not in capitals.
SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA)\b", re.S
)
LONGEST = 400  # lines of a module


def named(path: Path) -> str:
    """A module's full name; a package's is that of its `__init__`."""
    parts = ("verbale", *path.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {named(path): path for path in PATHS}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports_of(path: Path) -> frozenset[str]:
    """The modules that a module imports, at its head, in a function, or for its types alone."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            module = str(node.module)
            for alias in node.names:
                if alias.name == "__version__":
                    continue
                whole = f"{module}.{alias.name}"
                found.add(whole if whole in MODULES else module)
    return frozenset(found)


def within(path: Path) -> frozenset[str]:
    return frozenset(name for name in imports_of(path) if name in MODULES)


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def circle(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """One circle of a graph, empty where it has none."""
    try:
        TopologicalSorter({node: set(to) - {node} for node, to in graph.items()}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_the_floors_below(module: str) -> None:
    own = room(module)
    assert own in FLOOR_OF, f"{own} has no floor: add it to FLOORS"
    for other in map(room, within(MODULES[module])):
        assert other in FLOOR_OF, f"{module} imports verbale.{other}, which has no floor"
        assert other == own or FLOOR_OF[other] < FLOOR_OF[own], f"{own} may not import {other}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle({module: within(path) for module, path in MODULES.items()}) == []


@pytest.mark.parametrize("name", STEPPED)
def test_the_steps_of_a_room_go_one_way(name: str) -> None:
    def step(module: str) -> str:
        return ".".join(module.split(".")[:3])

    graph: defaultdict[str, set[str]] = defaultdict(set)
    for module, path in MODULES.items():
        if room(module) == name:
            graph[step(module)] |= {step(other) for other in within(path) if room(other) == name}
    assert circle(graph) == []


def test_modules_of_one_name_are_of_one_thing() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for module, path in MODULES.items():
        if path.name not in {"__init__.py", "__main__.py"} and ".migrations." not in module:
            homes[path.stem].append(module)
    assert {name: where for name, where in homes.items() if len(where) > 1 and name not in NAMESAKES} == {}
    assert [name for name in NAMESAKES if len(homes[name]) < 2] == []


def test_no_module_is_too_long_to_be_read() -> None:
    lines = {module: path.read_text(encoding="utf-8").count("\n") for module, path in MODULES.items()}
    assert {module: count for module, count in lines.items() if count > LONGEST} == {}


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_only_the_store_knows_sql() -> None:
    for module, path in MODULES.items():
        if module.startswith("verbale.store.sql"):
            continue
        known = {name.split(".")[0] for name in imports_of(path)} & {"sqlalchemy", "sqlite3", "alembic"}
        assert not known, f"{module} imports {known}"
        assert not any(SQL.search(each) for each in strings(path)), f"{module} holds SQL"


def test_sql_is_written_out_in_one_module_and_in_old_migrations() -> None:
    written = {module for module, path in MODULES.items() if any(SQL.search(each) for each in strings(path))}
    assert {each for each in written if ".migrations" not in each} == {"verbale.store.sql.sqlite"}
