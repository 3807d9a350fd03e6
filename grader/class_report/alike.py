"""Answers that are alike: a question to ask, never a verdict.

Two answers are the same when nothing differs but the names of variables, comments, docstrings, annotations and
formatting. In a guided lesson that says little: a formula of three lines has one natural way to be written, and the
docstring of a stub leads everybody along. So an answer *tells* something only where it is at least `SHORT` statements
long, is not the lesson's own solution, and is written by few: by `FEW` students, or `RARE` of a large class, at most.
Two notebooks are alike where the telling answers that they share come to `LONG` statements or more.
"""

from __future__ import annotations

import ast
import hashlib
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SHORT = 4
LONG = 12
FEW = 3
RARE = 0.02
MAX_CHARACTERS = 20_000  # of an answer; what is longer is compared with nothing


@dataclass(frozen=True)
class Shape:
    """An answer without what is easily changed: equal digests, equal answers; and its length in statements."""

    digest: str
    statements: int


@dataclass(frozen=True)
class Group:
    """Notebooks that are alike.

    Parameters
    ----------
    students
        Each is like at least one other.
    exercises
        Where all of them share the answer.
    statements
        How many statements these answers have.
    """

    students: tuple[str, ...]
    exercises: tuple[str, ...]
    statements: int


def shape(source: str) -> Shape | None:
    """Return the shape of a cell's code; None where it is no Python, or far too long."""
    if len(source) > MAX_CHARACTERS:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a student's strange escapes
            tree = _Plain().visit(ast.parse(source))
            bound = {name: f"name{number}" for number, name in enumerate(dict.fromkeys(_bound_names(tree)))}
            text = ast.dump(_Renamed(bound).visit(tree))
            return Shape(hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), _length(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Plain(ast.NodeTransformer):
    """Take out docstrings, lone constants and annotations."""

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        return None if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node


class _Renamed(ast.NodeTransformer):
    """Give every name that the cell binds a number in order of appearance."""

    def __init__(self, bound: Mapping[str, str]) -> None:
        self.bound = bound

    def visit_Name(self, node: ast.Name) -> ast.AST:
        node.id = self.bound.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.arg = self.bound[node.arg]
        return node


def _bound_names(tree: ast.AST) -> Iterable[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


def _length(tree: ast.AST) -> int:
    """Count the statements, without the line that begins a function."""
    return sum(isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


Answers = Mapping[str, Mapping[str, Shape]]  # by student and exercise


def few(students: int) -> int:
    """Return how many of a class may write an answer alike for it to tell something."""
    return max(FEW, int(RARE * students))


def groups(answers: Answers, solution: Mapping[str, Shape]) -> list[Group]:
    """Return the groups of notebooks that are alike, the largest agreement first."""
    partners = _partners(_telling(answers, solution))
    found = []
    left = [student for student in partners if partners[student]]
    while left:
        members = _reachable(left[0], partners)
        left = [student for student in left if student not in members]
        found.append(_group(sorted(members), answers))
    return sorted(found, key=lambda group: -group.statements)


def _telling(answers: Answers, solution: Mapping[str, Shape]) -> dict[str, dict[str, Shape]]:
    """Keep the answers that tell something."""
    counts = Counter((name, one) for mine in answers.values() for name, one in mine.items())
    most = few(len(answers))

    def tells(name: str, one: Shape) -> bool:
        return one.statements >= SHORT and one != solution.get(name) and 1 < counts[name, one] <= most

    return {student: {name: one for name, one in mine.items() if tells(name, one)} for student, mine in answers.items()}


def _partners(telling: Answers) -> dict[str, list[str]]:
    """Return by student whose notebooks are like theirs."""
    writers = defaultdict(list)
    for student, mine in telling.items():
        for answer in mine.items():
            writers[answer].append(student)
    return {student: _sharing(student, mine, writers) for student, mine in telling.items()}


def _sharing(student: str, mine: Mapping[str, Shape], writers: Mapping[tuple[str, Shape], list[str]]) -> list[str]:
    shared: Counter[str] = Counter()
    for name, one in mine.items():
        shared.update(dict.fromkeys(writers[name, one], one.statements))
    return [other for other, statements in shared.items() if statements >= LONG and other != student]


def _reachable(start: str, partners: Mapping[str, list[str]]) -> set[str]:
    found, new = {start}, [start]
    while new:
        new = [other for student in new for other in partners[student] if other not in found]
        found.update(new)
    return found


def _group(members: list[str], answers: Answers) -> Group:
    first, *others = (answers[student] for student in members)
    common = {name: one for name, one in first.items() if all(other.get(name) == one for other in others)}
    return Group(tuple(members), tuple(common), sum(one.statements for one in common.values()))


def commonest(answers: Answers, solution: Mapping[str, Shape]) -> tuple[int, bool]:
    """Return how many handed in the most frequent notebook, and whether it is the lesson's own solution."""
    long = [mine for mine in answers.values() if sum(one.statements for one in mine.values()) >= LONG]
    counts = Counter(tuple(sorted((name, one.digest) for name, one in mine.items())) for mine in long)
    if not counts:
        return 0, False
    (notebook, count), *_ = counts.most_common(1)
    return count, dict(notebook) == {name: one.digest for name, one in solution.items()}
