"""Mutants of one module: where each fault lies, and how it is shown."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from mutation.operators import Fault, faults
from mutation.rooms import SOURCE

__all__ = ["Mutant", "code_of", "mutants_of"]

LONGEST = 110
"""Characters of the code around a fault that are shown; a statement's head, where it is no longer."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one fault.

    Args:
        room: the name of the room.
        module: the file, from `src/verbale`.
        function: the function or class around the fault; empty between them.
        line: where the fault lies.
        lines: first and last line of which one must run for the fault to be met; none where the
            module itself must be run anew.
        change: what stands there before and after, or twice and more the same in one function, which
            then has a number.
        number: the place among the module's faults.
    """

    room: str
    module: str
    function: str
    line: int
    lines: tuple[int, int] | None
    change: str
    number: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What names the mutant as long as its code stays, wherever it moves in its module."""
        return self.module, self.function, self.change


def mutants_of(room: str, path: Path) -> list[Mutant]:
    """All mutants of a module, in the order of its source."""
    tree, found = _faults(path)
    around = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    mutants: list[Mutant] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, fault in enumerate(found):
        statement = _statement(fault, around)
        defined = _names(statement, around)
        inside = any(isinstance(node, ast.FunctionDef) for node in _above(statement, around))
        mutant = Mutant(
            room,
            str(path.relative_to(SOURCE)),
            ".".join(defined),
            getattr(fault.old, "lineno", statement.lineno),
            _head_lines(statement) if inside else None,
            _change(fault, around),
            number,
        )
        seen[mutant.key] = seen.get(mutant.key, 0) + 1
        if (times := seen[mutant.key]) > 1:
            mutant = replace(mutant, change=f"{mutant.change} ({times})")
        mutants.append(mutant)
    return mutants


def code_of(mutant: Mutant) -> ast.Module:
    """The tree of a mutant, ready to be compiled; the process that asks is to end with it."""
    tree, found = _faults(SOURCE / mutant.module)
    fault = found[mutant.number]
    fault.put(fault.new)
    return ast.fix_missing_locations(tree)


@lru_cache(maxsize=1024)
def _faults(path: Path) -> tuple[ast.Module, list[Fault]]:
    tree = ast.parse(path.read_bytes(), str(path))
    return tree, list(faults(tree))


def _above(node: ast.AST, around: dict[ast.AST, ast.AST]) -> list[ast.AST]:
    found = []
    while node in around:
        node = around[node]
        found.append(node)
    return found


def _statement(fault: Fault, around: dict[ast.AST, ast.AST]) -> ast.stmt:
    return next(
        node for node in (fault.old, fault.node, *_above(fault.node, around)) if isinstance(node, ast.stmt)
    )


def _names(statement: ast.stmt, around: dict[ast.AST, ast.AST]) -> list[str]:
    nodes = [statement, *_above(statement, around)]
    return [node.name for node in reversed(nodes) if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def _head_lines(statement: ast.stmt) -> tuple[int, int]:
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return statement.lineno, max(statement.lineno, last)


def _change(fault: Fault, around: dict[ast.AST, ast.AST]) -> str:
    shown: ast.AST = fault.old
    if not isinstance(shown, ast.stmt):
        for node in (fault.node, *_above(fault.node, around)):
            if not isinstance(node, ast.expr | ast.stmt):
                continue
            if len(_head(node)) > LONGEST:
                break
            shown = node
            if isinstance(node, ast.stmt):
                break
    old = fault.old
    before = _head(shown)
    fault.put(fault.new)
    after = _head(fault.new if shown is old else shown)
    fault.put(old)
    return "  →  ".join(_apart(before, after))


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two texts without most of what they have in common, where they are long."""
    if max(len(before), len(after)) <= 2 * LONGEST:
        return before, after
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    cut = max(0, start - LONGEST // 3)
    shown = (text[cut : min(len(text), len(text) - end + LONGEST // 3)] for text in (before, after))
    first, second = (f"{'…' if cut else ''}{text}{'…' if end > LONGEST // 3 else ''}" for text in shown)
    return first, second


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _head(node: ast.AST) -> str:
    """A node as code; of a statement with a body, the line above the body."""
    if isinstance(node, ast.If | ast.For | ast.While | ast.With | ast.FunctionDef | ast.ClassDef):
        kept = {name: value for name, value in ast.iter_fields(node) if name not in ("body", "orelse")}
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            kept["decorator_list"] = []
        bare = type(node)(**kept, body=[ast.Pass()])
        if not isinstance(node, ast.With | ast.FunctionDef | ast.ClassDef):
            bare.orelse = []  # type: ignore[union-attr]
        return ast.unparse(ast.fix_missing_locations(bare)).partition("\n")[0]
    return " ".join(ast.unparse(node).split())
