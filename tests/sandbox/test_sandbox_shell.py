"""Cells that are plain Python go past IPython's own syntax; what comes of them must be the same."""

import json
from pathlib import Path

import pytest

from grader.sandbox import Runner

ROOT = Path(__file__).resolve().parents[2]
COMPARE = """
import json
from IPython import get_ipython
from IPython.core.interactiveshell import InteractiveShell

def taken(kind, cell):
    text = kind.transform_cell(shell, cell)
    return text, kind.should_run_async(shell, cell, transformed_cell=text)

shell, differ, plain = get_ipython(), [], 0
for cell in cells:
    if taken(InteractiveShell, cell) != taken(type(shell), cell):
        differ.append(cell)
    plain += shell._code is not None
print(json.dumps([differ, plain]))
"""
STOCK = """
from IPython import get_ipython
from IPython.core.interactiveshell import InteractiveShell
kind = type(get_ipython())
kind.transform_cell, kind.should_run_async = InteractiveShell.transform_cell, InteractiveShell.should_run_async
"""
SHOWN = [
    "def f(x):\n    y = 1\n    return y / x\n",
    "x = 1\n\n# a comment\nf(0)",
    "x = 6\nx * 7",
    "x = 6\nx * 7;",
    "_ih[1:4], In[-2]\n_, _4",
    "import warnings\nfor _ in range(3):\n    warnings.warn('once')\nx is 6",
    "def g():\n    return '\\d' +\n",
    "async def g():\n    return 5\nawait g()",
    "x = 1\nreturn x",
    "x = 1\nprint(x)\n%who_ls int",
]
PLAIN = [
    "x = 1\ny = x % 2\nz = x % y; y",
    "def f(x):\n    '''Mean.'''\n\n    return x / 2\n",
    "async def f():\n    await g()\n1",
    "await f()\n1",
    "x = 1\nreturn x",
    "print(f'{x!r:>3} {x=}')\n'a?'  # %time ls?",
    "x = (1 +\n     % 2)",
    "ls\n1",
]
ODD = [
    "",
    "1",
    "ls",
    "  \n",
    "# only a comment",
    "\nx = 1\n1 / 0",
    "    x = 1\n    1 / 0",
    "x = '''a\n  \nb'''",
    "x = 1\n   \ny = 2",
    ">>> x = 1\n>>> x\n",
    "def f():\n    x = '''\n    >>> f()\n    '''",
    "In [1]: int\ny = 1",
    "x = [\n...: 1]",
    "%matplotlib inline\nx = 1",
    "x = 1\n%time x",
    "%%time\nx = 1",
    "a = %pwd\nb = !ls\n!ls",
    "x = 1\nx?",
    "x = 1\nlen??\ny = 2",
    "x = 'a\u2028/b.c'\ny = 1",
    "def f():\n    x = 1\n\\\n    return x",
    "x = 1\x0c\n%pwd",
    "x = 1\r\n \r\ny = 2",
    "x = 1\0\n2",
    "if x\n  1",
    "'\ud800'\n1",
]


def notebook_cells() -> list[str]:
    """Return the code of the course's own notebooks."""
    notebooks = [json.loads(path.read_text()) for path in sorted(ROOT.glob("notebooks/*/*.ipynb"))]
    cells = [cell for notebook in notebooks for cell in notebook["cells"] if cell["cell_type"] == "code"]
    return ["".join(cell["source"]) for cell in cells]


def test_ipython_would_run_the_same_text(plain: Runner) -> None:
    with plain.session() as session:
        session.run(f"cells = {PLAIN + ODD + notebook_cells()!r}")
        outputs = session.run(COMPARE).outputs
    (shown,) = [output["text"] for output in outputs if output["name"] == "stdout"]  # beside warnings of odd line ends
    differ, short = json.loads(shown)
    assert differ == []
    assert short >= 100  # else the short way is never taken


def test_what_is_shown_is_what_ipython_shows(runner: Runner) -> None:
    def outputs(before: str) -> list[list[dict]]:
        with runner.session() as session:
            session.run(before)
            return [session.run(cell).outputs for cell in SHOWN]

    assert outputs("x = 1") == outputs(STOCK)


@pytest.mark.parametrize("where", ["input_transformers_cleanup", "input_transformers_post"])
def test_a_notebooks_own_syntax_counts(runner: Runner, where: str) -> None:
    with runner.session() as session:
        session.run("x = 0\ndef f(): return x")
        session.run(f"get_ipython().{where}.append(lambda lines: ['x = 5\\n'])\nx = 1")
        session.run("x = 2\ny = 3")

        assert session.call("f", {}).result == 5
