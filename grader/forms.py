"""Code in a normal form: two pieces with the same form compute the same thing, whatever their names and layout."""

from __future__ import annotations

import ast
import copy
import textwrap
from collections.abc import Iterator
from typing import Any

import numpy as np

SMALLEST = 8  # nodes of an expression that says something of its own: 1 / (1 + exp(-z)) has eight
SMALLEST_BODY = 6
MARKS = (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)  # parts of a node, and none themselves
NUMPY = frozenset(dir(np))
EMPTY = (*MARKS, ast.Name, ast.Call, ast.Tuple, ast.List)  # of these alone any call of as many names is made


def parse(text: str) -> ast.Module | None:
    """Return the syntax tree of a piece of text, None where it is no Python; IPython's own lines are left out."""
    lines = [line for line in textwrap.dedent(text).splitlines() if not line.startswith(("%", "!", ">>> %"))]
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def expressions(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield every expression that says something of its own, with its form."""
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and _size(node) >= SMALLEST and not _is_empty(node):
            yield _form(node), node


def _is_empty(node: ast.AST) -> bool:
    return all(isinstance(part, EMPTY) for part in ast.walk(node))


def bodies(tree: ast.AST) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every function with the form of its body; its name, docstring and annotations do not count."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            body = ast.Module([line for line in node.body if not _is_text(line)], [])
            if _size(body) >= SMALLEST_BODY:
                yield _form(body), node


def _is_text(line: ast.stmt) -> bool:
    return isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)


def _size(node: ast.AST) -> int:
    return sum(not isinstance(part, MARKS) for part in ast.walk(node))


def _form(node: ast.AST) -> str:
    return ast.dump(_Renamed().visit(copy.deepcopy(node)))


class _Renamed(ast.NodeTransformer):
    """Number the names in their order; NumPy's keep theirs, with and without `np.`."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def _number(self, name: str) -> str:
        return name if name in NUMPY else self.names.setdefault(name, f"v{len(self.names)}")

    def visit_Name(self, node: ast.Name) -> Any:
        return ast.Name(self._number(node.id))

    def visit_arg(self, node: ast.arg) -> Any:
        return ast.arg(self._number(node.arg))

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        if isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy"):
            return ast.Name(node.attr)
        return ast.Attribute(self.visit(node.value), node.attr)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        value = [self.visit(node.value)] if node.value else []
        return ast.Assign([self.visit(node.target)], *value)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        node = super().generic_visit(node)
        if hasattr(node, "ctx"):
            node.ctx = ast.Load()
        return node
