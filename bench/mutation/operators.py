"""The small faults: each changes one thing that the code says, and leaves code that can still run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Fault", "faults"]

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
# each name for the other, as functions and as methods
SWAPS = {
    "min": "max",
    "any": "all",
    "startswith": "endswith",
    "removeprefix": "removesuffix",
    "find": "rfind",
    "lstrip": "rstrip",
    "partition": "rpartition",
    "issubset": "issuperset",
    "bisect_left": "bisect_right",
    "match": "fullmatch",
    "search": "match",
}
SWAPPED = {**{other: name for name, other in SWAPS.items()}, **SWAPS}
# calls that may be left out, their subject standing for their answer
PLAIN = frozenset(("strip", "lower", "upper", "casefold", "lstrip", "rstrip", "reversed", "sorted"))
# keywords whose change no caller can see, or that say how a thing is made and not what it does
UNSEEN = frozenset(("strict", "maxsize", "slots", "frozen", "eq", "stacklevel", "encoding", "score_cutoff"))
EMPTY = {"str": "''", "list": "[]", "tuple": "()", "dict": "{}", "set": "set()", "frozenset": "frozenset()"}
TYPES = frozenset(("cast", "TypeVar", "NewType", "Literal", "ParamSpec"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing changed: the field `name` of `node`, its item `index` where it is a list, becomes `new`."""

    node: ast.AST
    name: str
    index: int | None
    new: ast.AST

    @property
    def old(self) -> ast.AST:
        """What stands there without the fault."""
        value = getattr(self.node, self.name)
        found: ast.AST = value if self.index is None else value[self.index]
        return found

    def put(self, value: ast.AST) -> None:
        """Put something into the place of the fault."""
        if self.index is None:
            setattr(self.node, self.name, value)
        else:
            getattr(self.node, self.name)[self.index] = value


def faults(parent: ast.AST, answer: str = "") -> Iterator[Fault]:
    """All faults below a node, in the order of the source.

    Args:
        parent: the node; of a module, its tree.
        answer: what the function around it is annotated to return.
    """
    if isinstance(parent, ast.FunctionDef):
        answer = ast.unparse(parent.returns) if parent.returns else ""
    for name, index, child in _children(parent):
        for new in _changed(parent, name, child, answer):
            yield Fault(parent, name, index, ast.copy_location(new, child))
        yield from faults(child, answer)


def _children(parent: ast.AST) -> Iterator[tuple[str, int | None, ast.AST]]:
    """What may be mutated below a node: no types, docstrings, decorators, lists of public names, messages."""
    for name, value in ast.iter_fields(parent):
        if name in ("annotation", "returns", "decorator_list", "op", "ops", "ctx", "type_comment", "bases"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST) and not _unseen(child):
                yield name, index, child


def _unseen(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Raise() | ast.JoinedStr() | ast.Assert():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")]):
            return True
        case ast.keyword(arg=str(name)):
            return name in UNSEEN
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in TYPES
    return False


def _changed(parent: ast.AST, name: str, node: ast.AST, answer: str) -> Iterator[ast.AST]:
    match node:
        case ast.Constant():
            yield from _constants(parent, name, node.value)
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp() | ast.BinOp() | ast.IfExp():
            yield from _values(node)
        case ast.Call() | ast.Slice():
            yield from _calls(node)
        case ast.stmt():
            yield from _statements(node, answer)
    # a condition that is a bare value; a comparison, `not` and `and` have faults of their own
    if name in ("test", "ifs") and isinstance(node, ast.Name | ast.Call | ast.Attribute | ast.NamedExpr):
        yield ast.UnaryOp(ast.Not(), node)


def _values(node: ast.expr) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, comparators):
            for at, operation in enumerate(ops):
                swapped = COMPARISONS[type(operation)]()
                yield ast.Compare(left, [*ops[:at], swapped, *ops[at + 1 :]], comparators)
            for at, right in enumerate(comparators):
                if isinstance(right, ast.Constant) and isinstance(right.value, str) and right.value:
                    other = ast.Constant(f"{right.value}~")
                    yield ast.Compare(left, ops, [*comparators[:at], other, *comparators[at + 1 :]])
        case ast.BoolOp(operation, values):
            yield ast.BoolOp(ast.And() if isinstance(operation, ast.Or) else ast.Or(), values)
            for at in range(len(values)):
                kept = [*values[:at], *values[at + 1 :]]
                yield kept[0] if len(kept) == 1 else ast.BoolOp(operation, kept)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.BinOp(left, operation, right) if type(operation) in ARITHMETIC and not _texts(left, right):
            yield ast.BinOp(left, ARITHMETIC[type(operation)](), right)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(test, orelse, body)


def _constants(parent: ast.AST, name: str, value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int() if not _sentinel(parent):
            yield ast.Constant(value + 1)
        case float():
            yield ast.Constant(value * 1.25 or 1.0)
        case str() if value and name == "value" and isinstance(parent, ast.Return):
            yield ast.Constant("")


def _texts(*nodes: ast.AST) -> bool:
    """Whether any is plainly a text or None, which cannot be calculated with."""
    return any(
        isinstance(node, ast.JoinedStr)
        or (isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, str)))
        or (isinstance(node, ast.BinOp) and _texts(node.left, node.right))
        for node in nodes
    )


def _sentinel(parent: ast.AST) -> bool:
    """Whether a number only stands for one that is larger than any, as in `1 << 30`."""
    return isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.LShift | ast.Pow)


def _calls(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Slice(lower, upper, step):
            if lower is not None:
                yield ast.Slice(None, upper, step)
            if upper is not None:
                yield ast.Slice(lower, None, step)
        case ast.Call(ast.Name(name), arguments, keywords):
            if name in SWAPPED:
                yield ast.Call(ast.Name(SWAPPED[name], ast.Load()), arguments, keywords)
            if name in PLAIN and arguments:
                yield ast.Call(ast.Name("list", ast.Load()), [arguments[0]], [])
            yield from _without_keywords(node)
        case ast.Call(ast.Attribute(value, name) as function, arguments, keywords):
            if name in SWAPPED:
                yield ast.Call(ast.Attribute(value, SWAPPED[name], ast.Load()), arguments, keywords)
            if name in PLAIN and not arguments:
                yield function.value
            yield from _without_keywords(node)


def _without_keywords(call: ast.Call) -> Iterator[ast.AST]:
    for at, keyword in enumerate(call.keywords):
        if keyword.arg is not None and keyword.arg not in UNSEEN:
            yield ast.Call(call.func, call.args, [*call.keywords[:at], *call.keywords[at + 1 :]])


def _statements(node: ast.stmt, answer: str) -> Iterator[ast.AST]:
    match node:
        case ast.Return(value) if value is not None and not isinstance(value, ast.Constant):
            other = ast.parse(EMPTY.get(answer.partition("[")[0], "None"), mode="eval").body
            if answer == "bool":
                other = ast.Constant(value=False)
            if ast.unparse(other) != ast.unparse(value):
                yield ast.Return(other)
        case ast.If(test, body, []) if not isinstance(test, ast.Constant):
            yield ast.If(ast.Constant(value=False), body, [])
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.AugAssign(target, operation, value):
            if type(operation) in ARITHMETIC and not _texts(value):
                yield ast.AugAssign(target, ARITHMETIC[type(operation)](), value)
            yield ast.Pass()
        case ast.Expr(ast.Call()) | ast.Assign([ast.Subscript() | ast.Attribute()]):
            yield ast.Pass()
