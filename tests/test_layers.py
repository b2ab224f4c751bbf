"""The house: a module imports only from the floors below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "verbale"

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


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} uses a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.split(".")[1] for name in found if name.startswith("verbale.")}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_module_imports_only_from_the_floors_below(path: Path) -> None:
    own = room(path)
    assert own in FLOOR_OF, f"{own} has no floor: add it to FLOORS"
    for other in imports_of(path):
        if other == "__version__":
            continue
        assert other in FLOOR_OF, f"{path} imports verbale.{other}, which has no floor"
        assert other == own or FLOOR_OF[other] < FLOOR_OF[own], f"{own} may not import {other}"
