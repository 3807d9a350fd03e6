"""Mechanical mutants of the reference: small changes to its syntax tree that the checks must notice.

Source of the idea: DeMillo, Lipton and Sayward, "Hints on test data selection", 1978. Written here and not taken from a
mutation tool, because those run a test suite once a mutant; a check takes milliseconds.
"""

from __future__ import annotations

import ast
import copy
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.draw import PUBLIC_SEED, draw_cases
from grader.equivalents import EQUIVALENT
from grader.exercise import Exercise
from helpers.judge import judge
from helpers.observe import calling

SECONDS = 1.0  # a mutant may loop for ever
SWAPS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.Eq: (ast.NotEq,),
}


@dataclass(frozen=True)
class Mutant:
    """A changed reference; `change` shows the statement before and after."""

    exercise: str
    change: str
    function: Callable[..., Any]


@dataclass(frozen=True)
class Survey:
    """What became of the mutants of an exercise.

    Parameters
    ----------
    total
        How many there are.
    explained, unexplained
        Those that passed the checks, with and without a reason in `grader.equivalents`.
    stale
        Reasons given for what is no surviving mutant.
    """

    total: int
    explained: tuple[str, ...]
    unexplained: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def killed(self) -> int:
        """The mutants that the checks noticed."""
        return self.total - len(self.explained) - len(self.unexplained)


def survey(exercise: Exercise, seed: int = PUBLIC_SEED) -> Survey:
    """Put every mutant of an exercise through its checks."""
    question = draw_cases(exercise, seed)
    found = list(mutants(exercise))
    survivors = [one.change for one in found if judge(question, calling(one.function, seconds=SECONDS)).passed]
    lesson = exercise.reference.__module__.rpartition(".")[2]
    reasons = EQUIVALENT.get(lesson, {}).get(exercise.name, {})
    return Survey(
        total=len(found),
        explained=tuple(change for change in survivors if change in reasons),
        unexplained=tuple(change for change in survivors if change not in reasons),
        stale=tuple(change for change in reasons if change not in survivors),
    )


def mutants(exercise: Exercise) -> Iterator[Mutant]:
    """Yield every mutant of an exercise's reference that differs from it and compiles."""
    original = _WithoutPrints().visit(ast.parse(textwrap.dedent(inspect.getsource(exercise.reference))))
    _strip_docstring(original)
    seen = {ast.unparse(original)}
    for site, node in enumerate(ast.walk(original)):
        for replacement in _edits(node):
            tree = copy.deepcopy(original)
            _apply(tree, site, replacement)
            text = ast.unparse(ast.fix_missing_locations(tree))
            if text not in seen:
                seen.add(text)
                yield Mutant(exercise.name, _difference(original, tree), _compiled(exercise, text))


class _WithoutPrints(ast.NodeTransformer):
    """Takes out what only prints: it is a matter of style, and never judged."""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr | None:
        call = node.value
        prints = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"
        return None if prints else node

    def visit_If(self, node: ast.If) -> ast.If | None:
        self.generic_visit(node)
        return node if node.body else None


def _edits(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node, for each change that makes sense for its kind."""
    kinds: dict[type, Callable[[Any], Iterator[ast.AST]]] = {
        ast.BinOp: _binary,
        ast.Compare: _comparison,
        ast.UnaryOp: _unary,
        ast.Constant: _constant,
        ast.Call: _call,
        ast.Attribute: _attribute,
        ast.If: _condition,
    }
    if type(node) in kinds:
        yield from kinds[type(node)](node)


def _binary(node: ast.BinOp) -> Iterator[ast.AST]:
    for operator in SWAPS.get(type(node.op), ()):
        yield _with(node, op=operator())
    yield node.left
    yield node.right
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        yield _with(node, left=node.right, right=node.left)


def _comparison(node: ast.Compare) -> Iterator[ast.AST]:
    for operator in SWAPS.get(type(node.ops[0]), ()):
        yield _with(node, ops=[operator()])


def _unary(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    if isinstance(node.value, bool) or not isinstance(node.value, int | float):
        return
    for value in (node.value + 1, node.value - 1, 2 * node.value):
        yield _with(node, value=value)


def _call(node: ast.Call) -> Iterator[ast.AST]:
    """A call loses a keyword, swaps two arguments, or gives way to its first argument."""
    for index in range(len(node.keywords)):
        yield _with(node, keywords=node.keywords[:index] + node.keywords[index + 1 :])
    for index in range(len(node.args) - 1):
        yield _with(node, args=_swapped(node.args, index))
    if node.args and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr == "T":
        yield node.value


def _condition(node: ast.If) -> Iterator[ast.AST]:
    yield _with(node, test=ast.Constant(True))
    yield _with(node, test=ast.Constant(False))


def _swapped(items: list[Any], index: int) -> list[Any]:
    return [*items[:index], items[index + 1], items[index], *items[index + 2 :]]


def _with(node: Any, **changes: Any) -> Any:
    changed = copy.copy(node)
    for name, value in changes.items():
        setattr(changed, name, value)
    return changed


def _apply(tree: ast.AST, site: int, replacement: ast.AST) -> None:
    """Replace the node that `ast.walk` reaches as number `site`."""
    target = next(node for number, node in enumerate(ast.walk(tree)) if number == site)
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, name, replacement)
                return
            if isinstance(value, list) and any(item is target for item in value):
                setattr(parent, name, [replacement if item is target else item for item in value])
                return


def _strip_docstring(tree: ast.Module) -> None:
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:]


def _difference(before: ast.Module, after: ast.Module) -> str:
    """Show the first line that differs, before and after."""
    lines = zip(ast.unparse(before).splitlines(), ast.unparse(after).splitlines(), strict=False)
    one, other = next((pair for pair in lines if pair[0] != pair[1]), ("", ""))
    return f"{one.strip()}  ->  {other.strip()}"


def _compiled(exercise: Exercise, text: str) -> Callable[..., Any]:
    namespace = dict(vars(sys.modules[exercise.reference.__module__]))
    exec(compile(text, f"<mutant of {exercise.name}>", "exec"), namespace)
    function: Callable[..., Any] = namespace[exercise.name]
    return function
