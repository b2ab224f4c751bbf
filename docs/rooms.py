"""Draws the page that shows the inside of every room: `python docs/rooms.py > docs/rooms.md`.

Rooms stand in the order of the floors, the modules of a room in the order in which they lean on each
other: whoever reads down the page meets nothing that has not been met. The sentences are the modules' own.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "verbale"
# The order of the floors, as tests/test_layers.py has it.
ROOMS = (
    "errors", "model", "telling", "text", "readers", "store", "parse", "quote", "intake", "compare", "check",
    "articles", "api", "cli",
)  # fmt: skip
HEAD = """# Inside the rooms

Made by `docs/rooms.py` from the modules' own first sentences; a test keeps it in step. Rooms stand in the
order of the [floors](architecture.md#floors), modules in the order in which they lean on each other.
"""


def sentence(path: Path) -> str:
    """The first sentence of a module."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(told.split("\n\n")[0].split())


def imported(path: Path) -> Iterator[str]:
    """The modules that a module imports at its top, as dotted names under `verbale`."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("verbale"):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def dotted(path: Path) -> str:
    """The name under which a module is imported."""
    return ".".join(("verbale", *path.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")


def in_order(paths: list[Path]) -> list[Path]:
    """Modules in the order in which they lean on each other; whoever stands lowest comes first."""
    by_name = {dotted(path): path for path in paths}
    leans = {
        name: sorted({other for other in imported(path) if other in by_name and other != name})
        for name, path in sorted(by_name.items())
    }
    return [by_name[name] for name in TopologicalSorter(leans).static_order()]


def sub_rooms(room: Path) -> list[Path]:
    """The folders of a room, in the order in which they lean on each other."""
    folders = sorted(path.parent for path in room.glob("*/__init__.py"))
    leans: dict[Path, set[Path]] = {folder: set() for folder in folders}
    for folder in folders:
        for path in folder.rglob("*.py"):
            for name in imported(path):
                leans[folder] |= {other for other in folders if name.startswith(f"{dotted(other)}.")} - {
                    folder
                }
    return list(TopologicalSorter({key: sorted(value) for key, value in leans.items()}).static_order())


def rows(paths: list[Path]) -> Iterator[str]:
    """A line for each module."""
    yield from (f"| `{path.stem}` | {sentence(path)} |" for path in in_order(paths))


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for name in ROOMS:
        room = SOURCE / name
        if not room.is_dir():
            lines += [f"## {name}.py", "", sentence(room.with_suffix(".py")), ""]
            continue
        lines += [f"## {name}/", "", sentence(room / "__init__.py"), ""]
        own = [path for path in room.glob("*.py") if path.stem != "__init__"]
        folders = sub_rooms(room)
        for folder in folders:
            lines += [f"### {name}/{folder.name}/", "", sentence(folder / "__init__.py"), ""]
            inner = [path for path in folder.glob("*.py") if path.stem != "__init__"]
            if inner:
                lines += ["| module | what it is for |", "|---|---|", *rows(inner), ""]
        if own:
            lines += [f"### {name}/ itself", ""] if folders else []
            lines += ["| module | what it is for |", "|---|---|", *rows(own), ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - it writes a page
