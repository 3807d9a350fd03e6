"""Assignments that are not of this course, through stock nbgrader and through our steps: the same scores.

nbgrader's sample course and the odd notebooks of its own tests are graded twice by the real commands. Where the
scores differ, `STOCK_FAULTS` says in words what stock does wrong.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
import nbgrader
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.utils import determine_grade
from support import once

from grader import foreign, runners
from grader.course import Course
from grader.gradebook import gradebook
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError

pytestmark = pytest.mark.timeout(400)  # a whole class, twice; on a busy machine too
PROGRAMS = Path(sys.executable).parent
PACKAGE = Path(nbgrader.__file__).parent
GUIDE = PACKAGE / "docs" / "source" / "user_guide"
FILES = PACKAGE / "tests" / "apps" / "files"
ISOLATED = why_not_isolated() is None
STOCK = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\nc.Execute.timeout = 2\n"
OURS = (
    "from grader.nbgrader_steps import configure\n\nc = get_config()\nconfigure(c)\n"
    f"c.Execute.timeout = 2\nc.Grade.isolation = {ISOLATED}\n"
)
HEADER = "c.IncludeHeaderFooter.header = 'source/header.ipynb'\n"


def run(*arguments: str, cwd: Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a real nbgrader command."""
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}" if path is None else path
    variables = {**os.environ, "PATH": path, "JUPYTER_CONFIG_DIR": str(cwd / "no-config")}
    command = [PROGRAMS / "nbgrader", *arguments]
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, timeout=360, check=False)


def scores(root: Path, assignment: str) -> dict[str, dict[str, tuple[float | None, bool]]]:
    """Return the automatic score of every cell, and whether a person has to look, by student."""
    with gradebook(Course(root)) as book:
        return {
            submission.student.id: {
                f"{notebook.name}/{one.name}": (one.auto_score, one.needs_manual_grade)
                for notebook in submission.notebooks
                for one in notebook.grades
            }
            for submission in book.assignment_submissions(assignment)
        }


def graded(root: Path, student: str, assignment: str = "odd", notebook: str = "p1") -> dict[str, nbformat.NotebookNode]:
    """Return nbgrader's cells of a graded notebook by id."""
    nb = nbformat.read(root / "autograded" / student / assignment / f"{notebook}.ipynb", as_version=4)
    return {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if cell.metadata.get("nbgrader")}


# ---------------------------------------------------------------- the class: fixtures of nbgrader's, and our own


def fixture(name: str) -> nbformat.NotebookNode:
    return nbformat.read(FILES / f"{name}.ipynb", as_version=4)


def answer(source: str) -> nbformat.NotebookNode:
    """The fixture with right answers, and another one in the cell `set_a`, which the test `bar` asks for `a == 1`."""
    nb = fixture("submitted-changed")
    cell_of(nb, "set_a").source = source
    return nb


def cell_of(nb: nbformat.NotebookNode, ident: str) -> nbformat.NotebookNode:
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == ident)


def changed(ident: str, source: str = "a = 1", **metadata: object) -> nbformat.NotebookNode:
    """An answer with other metadata in one cell."""
    nb = answer(source)
    cell = cell_of(nb, ident)
    cell.metadata.update({key: value for key, value in metadata.items() if key == "tags"})
    cell.metadata.nbgrader.update({key: value for key, value in metadata.items() if key != "tags"})
    return nb


def without(ident: str) -> nbformat.NotebookNode:
    nb = answer("a = 1")
    nb.cells.remove(cell_of(nb, ident))
    return nb


def doubled(ident: str) -> nbformat.NotebookNode:
    nb = answer("a = 1")
    twin = nbformat.from_dict({**cell_of(nb, ident), "source": "pass"})
    nb.cells.insert(0, twin)
    return nb


def retyped(ident: str) -> nbformat.NotebookNode:
    nb = answer("a = 1")
    cell = cell_of(nb, ident)
    nb.cells[nb.cells.index(cell)] = nbformat.from_dict(
        {"cell_type": "markdown", "metadata": cell.metadata, "source": cell.source}
    )
    return nb


NBGRADERS_OWN = (
    "unchanged",
    "changed",
    "cheat-attempt",
    "cheat-attempt-alternative",
    "grade-cell-changed",
    "locked-cell-changed",
)
ODD = {
    **{name: functools.partial(fixture, f"submitted-{name}") for name in NBGRADERS_OWN},
    "wrong": lambda: answer("a = 2"),
    "retyped-test": lambda: retyped("bar"),
    "cheaper-test": lambda: changed("bar", points=100.0),
    "raises-tag": lambda: changed("bar", "a = 2", tags=["raises-exception"]),
    "exits": lambda: answer("a = 1\nimport sys\nsys.exit(0)"),
    "loops": lambda: answer("a = 1\nwhile True: pass"),
    "fakes-a-value": lambda: answer(
        "class A:\n    def __eq__(self, other):\n        get_ipython().displayhook(1.0)\n        return False\na = A()"
    ),
    "warns": lambda: answer(
        "import sys\nclass A:\n    def __eq__(self, other):\n        print('careful', file=sys.stderr)\n"
        "        return True\na = A()"
    ),
    "skips-a-test": lambda: changed("bar", "a = 2", tags=["skip-execution"]),
    "deleted-test": lambda: without("bar"),
    "unflagged-test": lambda: changed("bar", grade=False),
    "dies-before": lambda: answer("import os\nos._exit(0)"),
    "dies-in-the-test": lambda: answer("import os\nclass A:\n    def __eq__(self, other): os._exit(3)\na = A()"),
    "y-doubled-test": lambda: doubled("bar"),
    "z-after-a-doubled-test": lambda: answer("a = 1"),
}
STOCK_FAULTS = {  # what `bar`, worth 1 point, earns in stock and here; None: nothing was graded at all
    "warns": (0, 1, "a word on stderr counts as an error, though a test 'will pass if no errors are raised'"),
    "fakes-a-value": (1, 0, "a value that student code displays counts as the score of a test that then fails"),
    "skips-a-test": (1, 0, "the student's tag keeps a locked test from running, and a test without output passes"),
    "deleted-test": (None, 1, "a test that the student deleted is not put back"),
    "retyped-test": (None, 1, "a changed cell type stops this submission: nbformat 4.0 is checked by the rules of 4.5"),
    "unflagged-test": (None, 1, "a changed flag stops this submission: 'Inconsistent checksums'"),
    "dies-before": (None, 0, "a dead kernel stops the submission; the questions already answered are lost"),
    "dies-in-the-test": (None, 0, "a dead kernel stops the submission; the questions already answered are lost"),
    "y-doubled-test": (
        None,
        1,
        "a doubled cell stops the whole class: 'an old version of the nbgrader metadata format'",
    ),
    "z-after-a-doubled-test": (None, 1, "... and whoever comes after it is not graded"),
}


def lay_out(root: Path, config: str) -> None:
    """Make a course folder with nbgrader's sample assignment and the odd one."""
    root.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text(config + HEADER, encoding="utf-8")
    shutil.copytree(GUIDE / "source" / "ps1", root / "source" / "ps1")
    shutil.copy(GUIDE / "source" / "header.ipynb", root / "source")
    shutil.copytree(GUIDE / "submitted", root / "submitted")
    (root / "source" / "odd").mkdir()
    shutil.copy(FILES / "submitted-unchanged.ipynb", root / "source" / "odd" / "p1.ipynb")
    for student, make in ODD.items():
        hand_in(root, student, "odd", {"p1.ipynb": make()})


def hand_in(root: Path, student: str, assignment: str, notebooks: dict[str, nbformat.NotebookNode]) -> Path:
    folder = root / "submitted" / student / assignment
    folder.mkdir(parents=True)
    for name, nb in notebooks.items():
        nbformat.write(nb, folder / name)
    return folder


def grade_all(root: Path) -> None:
    """Release and grade everything, and keep the log."""
    done = run("generate_assignment", "*", cwd=root)
    assert done.returncode == 0, done.stderr
    (root / "log").write_text(run("autograde", "*", cwd=root).stderr, encoding="utf-8")


@pytest.fixture(scope="module")
def graded_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same class graded by stock and by us, both at the same time."""

    def make(folder: Path) -> None:
        lay_out(folder / "stock", STOCK)
        lay_out(folder / "ours", OURS)
        lay_out_more(folder / "ours")
        with ThreadPoolExecutor(2) as executor:
            list(executor.map(grade_all, [folder / "stock", folder / "ours"]))

    return once(tmp_path_factory, "graded-twice", make)


@pytest.fixture(scope="module")
def stock(graded_twice: Path) -> Path:
    return graded_twice / "stock"


@pytest.fixture(scope="module")
def ours(graded_twice: Path) -> Path:
    return graded_twice / "ours"


# ---------------------------------------------------------------- the same scores


@pytest.mark.parametrize("student", ["bitdiddle", "hacker"])
def test_the_sample_course_has_the_scores_of_stock_cell_by_cell(stock, ours, student):
    expected = scores(stock, "ps1")[student]
    actual = scores(ours, "ps1")[student]

    assert len(expected) == 9
    assert expected == actual


@pytest.mark.parametrize("student", ["bitdiddle", "hacker"])
@pytest.mark.parametrize("notebook", ["problem1", "problem2"])
def test_the_sample_course_has_the_comments_of_stock(stock, ours, student, notebook):
    def comments(root):
        with gradebook(Course(root)) as book:
            found = book.find_submission_notebook(notebook, "ps1", student).comments
            return {one.name: one.auto_comment for one in found}

    expected = comments(stock)

    assert expected == comments(ours)


@pytest.mark.parametrize("student", [name for name in ODD if name not in STOCK_FAULTS])
def test_odd_notebooks_have_the_scores_of_stock(stock, ours, student):
    expected = scores(stock, "odd")[student]

    assert expected == scores(ours, "odd")[student]


@pytest.mark.parametrize("student", STOCK_FAULTS)
def test_where_the_scores_differ_stock_is_at_fault(stock, ours, student):
    in_stock, here, fault = STOCK_FAULTS[student]
    expected = (in_stock, here)
    actual = tuple(scores(root, "odd").get(student, {}).get("p1/bar", (None,))[0] for root in (stock, ours))

    assert expected == actual, fault


def test_a_student_that_stops_stock_costs_nobody_else_anything(ours):
    without_a_score = [student for student, cells in scores(ours, "odd").items() if cells["p1/foo"][0] != 1]

    assert [] == without_a_score


def test_metadata_of_an_older_nbgrader_stops_nobody(ours):
    """In stock it stops the class, as a doubled cell does."""
    expected = {"p1/foo": (1, False), "p1/bar": (1, False), "p1/baz": (None, True), "p1/quux": (None, True)}

    assert expected == scores(ours, "odd")["old-metadata"]


def test_what_was_answered_before_a_death_stays_answered(ours):
    expected = (1, False)

    assert expected == scores(ours, "odd")["dies-in-the-test"]["p1/foo"]


@pytest.mark.parametrize(
    ("student", "ident", "words"),
    [
        ("dies-in-the-test", "bar", "exited with code 3"),
        ("dies-before", "set_a", "exited with code 0"),
        ("loops", "set_a", "stopped after 2 seconds"),
        ("exits", "set_a", "SystemExit"),
        ("cheat-attempt", "bar", "name 'a' is not defined"),
        ("wrong", "bar", "AssertionError"),
    ],
)
def test_the_error_output_says_how_a_cell_ended(ours, student, ident, words):
    errors = [one for one in graded(ours, student)[ident].outputs if one.output_type == "error"]

    assert len(errors) == 1
    assert words in f"{errors[0].ename}: {errors[0].evalue}"


def test_a_test_cell_is_nbgraders_whatever_was_handed_in(ours):
    expected = graded(ours, "changed")["bar"]
    for student in ("deleted-test", "y-doubled-test", "retyped-test", "cheaper-test", "unflagged-test", "skips-a-test"):
        actual = graded(ours, student)["bar"]

        assert (expected.source, expected.metadata) == (actual.source, actual.metadata)


def test_a_changed_test_is_reported_in_the_log_as_in_stock(stock, ours):
    words = "Attribute 'checksum' for cell bar has changed!"

    assert words in (stock / "log").read_text(encoding="utf-8")
    assert words in (ours / "log").read_text(encoding="utf-8")


# ---------------------------------------------------------------- nbgrader's fixtures with their documented scores

ALONE = {  # handed in as they are; the score is the one in nbgrader's own tests
    "infinite-loop": 0,
    "infinite-loop-with-output": 0,  # stock skips its test: "takes too long and consumes a LOT of memory"
    "side-effects": 0,
    "timeout": 0,  # with a timeout below its five seconds
    "open_relative_file": 10,
    "validating-environment-variable": 0,
    "validation-zero-points": 0,
}
AUTOTESTS = {  # by notebook, what was handed in by whom, and its score
    "simple": {"unchanged": ("unchanged", 0), "changed": ("changed", 1)},
    "hashed": {"unchanged": ("unchanged", 0), "changed": ("changed", 1)},
    "multi": {"unchanged": ("unchanged", 0), "changed": ("changed", 3)},
    "hidden": {"unchanged": ("unchanged", 0), "wrong": ("changed-wrong", 0), "changed": ("changed-right", 1)},
}


def lay_out_more(root: Path) -> None:
    """Add nbgrader's other fixtures, whose scores its own tests tell, and assignments of our own."""
    hand_in(root, "old-metadata", "odd", {"p1.ipynb": changed("bar", schema_version=1)})
    shutil.copy(FILES / "autotests.yml", root)
    for name in ALONE:
        lay_out_source(root, "alone", f"{name}.ipynb", fixture(name))
    shutil.copy(FILES / "data.txt", root / "source" / "alone")
    hand_in(root, "foo", "alone", {f"{name}.ipynb": fixture(name) for name in ALONE})
    for name in AUTOTESTS:
        lay_out_source(root, "auto", f"{name}.ipynb", fixture(f"autotest-{name}"))
    for student in ("unchanged", "wrong", "changed"):
        mine = {name: one[student][0] for name, one in AUTOTESTS.items() if student in one}
        hand_in(
            root,
            student,
            "auto",
            {f"{name}.ipynb": fixture(f"autotest-{name}-{ending}") for name, ending in mine.items()},
        )
    lay_out_source(root, "hidden", "p1.ipynb", fixture("test-hidden-tests"))
    released = fixture("test-hidden-tests")
    for cell in released.cells:
        cell.source = cell.source.replace("return [1, 4]\n", "print('called with', n)\n        return [1, 4]\n")
    hand_in(root, "foo", "hidden", {"p1.ipynb": released})
    lay_out_source(root, "beside", "p1.ipynb", new_notebook(cells=[*BESIDE_CELLS, *BESIDE_TESTS]))
    (root / "source" / "beside" / "tables").mkdir()
    (root / "source" / "beside" / "tables" / "numbers.csv").write_text("1,2\n", encoding="utf-8")
    folder = hand_in(root, "foo", "beside", {"p1.ipynb": new_notebook(cells=BESIDE_CELLS)})
    (folder / "mine.py").write_text("answer = 42\n", encoding="utf-8")
    (root / "secret.txt").write_text("of another student", encoding="utf-8")
    (folder / "link.txt").symlink_to(root / "secret.txt")
    lay_out_source(root, "octave", "p1.ipynb", new_notebook(cells=[a_test("1")], metadata={"kernelspec": OCTAVE}))
    hand_in(root, "foo", "octave", {"p1.ipynb": new_notebook(cells=[a_test("1")])})


def lay_out_source(root: Path, assignment: str, name: str, nb: nbformat.NotebookNode) -> None:
    folder = root / "source" / assignment
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(nb, folder / name)


def a_test(source: str, points: float = 1, ident: str = "test", **metadata: object) -> nbformat.NotebookNode:
    flags = {"schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False}
    metadata["nbgrader"] = {**flags, "grade_id": ident, "points": points}
    return new_code_cell(source, metadata=nbformat.from_dict(metadata), id=ident)


OCTAVE = {"name": "octave", "language": "octave", "display_name": "Octave"}
BESIDE_CELLS = [
    new_code_cell("import mine, os\nfrom pathlib import Path", id="first"),
    new_code_cell("skipped = True", id="slow", metadata={"tags": ["skip-execution"]}),
]
BESIDE_TEST = """assert mine.answer == 42
assert Path("tables/numbers.csv").read_text() == "1,2\\n"
assert not Path("link.txt").exists()
assert "skipped" not in globals()"""
BESIDE_TESTS = [a_test(BESIDE_TEST), a_test("assert False", ident="skipped-test", tags=["skip-execution"])]


@pytest.mark.parametrize("name", ALONE)
def test_nbgraders_fixtures_have_the_scores_of_its_own_tests(ours, name):
    with gradebook(Course(ours)) as book:
        notebook = book.find_submission_notebook(name, "alone", "foo")

        assert ALONE[name] == notebook.score
        assert not notebook.needs_manual_grade


@pytest.mark.parametrize("name", AUTOTESTS)
def test_nbgraders_autotests_have_the_scores_of_its_own_tests(ours, name):
    with gradebook(Course(ours)) as book:
        actual = {one: book.find_submission_notebook(name, "auto", one).score for one in AUTOTESTS[name]}

    assert {student: score for student, (_, score) in AUTOTESTS[name].items()} == actual


def test_the_first_cell_that_runs_is_number_one(ours):
    """What lays out the files beside the notebook is no cell of it."""
    nb = nbformat.read(ours / "autograded" / "foo" / "beside" / "p1.ipynb", as_version=4)

    assert [1, None, 2, 3] == [cell.execution_count for cell in nb.cells]


def test_a_side_effect_stays_in_the_sandbox(ours):
    """Stock leaves the file in `autograded/`; here what student code writes ends with it."""
    folder = ours / "autograded" / "foo" / "alone"

    assert (folder / "side-effects.ipynb").is_file()
    assert not (folder / "side-effect.txt").exists()


def test_files_beside_the_notebook_are_there_and_links_of_a_student_are_not(ours):
    expected = (1, False)

    assert expected == scores(ours, "beside")["foo"]["p1/test"]


def test_no_tag_keeps_a_test_from_running(ours):
    expected = (0, False)

    assert expected == scores(ours, "beside")["foo"]["p1/skipped-test"]


def test_another_language_is_refused_in_one_sentence(ours):
    assert 'The notebook "p1" is written in octave, and the sandbox runs Python only' in (ours / "log").read_text()
    assert {"p1/test": (None, True)} == scores(ours, "octave")["foo"]


def test_hidden_tests_count_and_feedback_tells_none_of_them(ours, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(ours, root, symlinks=True)
    done = run("generate_feedback", "hidden", cwd=root)
    page = (root / "feedback" / "foo" / "hidden" / "p1.html").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    with gradebook(Course(root)) as book:
        assert book.find_submission_notebook("p1", "hidden", "foo").score == 1.5
    for hidden in ("squares(11)", "HIDDEN", "called with 11", "100, 121"):
        assert hidden not in page.replace("&#39;", "'")
    assert "AssertionError" in page


# ---------------------------------------------------------------- the switch, and where there is no isolation


@pytest.fixture
def one(ours, tmp_path) -> Path:
    """A copy of the graded course folder where only one small submission is left to grade."""
    root = tmp_path / "course"
    shutil.copytree(ours, root, symlinks=True)
    for folder in (root / "submitted").iterdir():
        if folder.name != "changed":
            shutil.rmtree(folder)
    return root


def test_without_bubblewrap_the_command_refuses_in_one_sentence_and_touches_nothing(one):
    config = one / "nbgrader_config.py"
    config.write_text(config.read_text(encoding="utf-8") + "c.Grade.isolation = True\n", encoding="utf-8")
    before = scores(one, "odd")
    done = run("autograde", "odd", "--force", cwd=one, path=str(PROGRAMS))

    assert done.returncode == 1
    assert "Student code cannot be isolated on this machine: " in done.stderr
    assert "write `c.Grade.isolation = False` into nbgrader_config.py" in done.stderr
    assert "Traceback" not in done.stderr
    assert before == scores(one, "odd")


def test_without_bubblewrap_it_grades_where_the_configuration_says_so(one):
    before = scores(one, "odd")["changed"]
    done = run("autograde", "odd", "--force", "--Grade.isolation=False", cwd=one, path=str(PROGRAMS))

    assert done.returncode == 0, done.stderr
    assert before == scores(one, "odd")["changed"]


def test_a_failed_regrade_leaves_no_old_score(one):
    nb = fixture("submitted-changed")
    nbformat.write(nb, one / "submitted" / "changed" / "odd" / "p1.ipynb")
    (one / "submitted" / "changed" / "odd" / "big.bin").write_bytes(bytes(foreign.MAX_FILE_BYTES + 1))
    done = run("autograde", "odd", "--force", cwd=one)

    assert done.returncode == 1
    assert "the sandbox takes 16 MB" in done.stderr
    assert (None, True) == scores(one, "odd")["changed"]["p1/bar"]


# ---------------------------------------------------------------- one thread's sandbox is not another's


def test_a_thread_never_uses_the_sandbox_of_one_that_has_ended():
    """bubblewrap ends a sandbox with the thread that started it."""
    answers: list[object] = []

    def ask() -> None:
        runner = runners.warm_runner(ISOLATED, Limits(cell_seconds=7))
        with runner.session() as session:
            answers.append((runner, session.run("1 + 1").outputs[0]["data"]["text/plain"]))

    for _ in range(2):
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()

    assert ["2", "2"] == [text for _, text in answers]
    assert answers[0][0] is not answers[1][0]
    for key in [key for key in runners.RUNNERS if not key[1].is_alive()]:
        runners.RUNNERS.pop(key).close()


# ---------------------------------------------------------------- scoring, on cells alone


def error(name: str = "AssertionError") -> nbformat.NotebookNode:
    return new_output("error", ename=name, evalue="", traceback=[])


def value(text: str) -> nbformat.NotebookNode:
    return new_output("execute_result", data={"text/plain": text} if text else {"text/html": "<b>1</b>"})


@pytest.mark.parametrize(
    ("outputs", "points"),
    [
        ([], 2),
        ([new_output("stream", text="fine")], 2),
        ([new_output("stream", name="stderr", text="careful")], 2),
        ([error()], 0),
        ([value("1.5")], 1.5),
        ([value("0")], 0),
        ([value("'done'")], 2),
        ([value("")], 2),
        ([value("2.0"), error()], 0),
        ([value("2.0"), value("0.5")], 0.5),
        ([value("nan")], 0),
        ([value("inf")], 0),
        ([value("-1")], 0),
        ([value("2.5")], 0),
    ],
)
def test_a_test_cell_is_scored_as_nbgraders_documentation_says(outputs, points):
    cell = a_test("pass", points=2)
    cell.outputs = [nbformat.from_dict(dict(one)) for one in outputs]
    foreign.settle(cell)

    assert (points, 2) == determine_grade(cell)


def test_settling_shows_all_that_was_shown():
    cell = a_test("pass", points=2)
    cell.outputs = [new_output("stream", name="stderr", text="careful"), value("5")]
    foreign.settle(cell)

    assert ["stream", "display_data", "error"] == [output.output_type for output in cell.outputs]
    assert "5 is no number of points from 0 to 2" in cell.outputs[-1].evalue


def released(*cells: nbformat.NotebookNode) -> foreign.Released:
    return foreign.Released({cell.metadata.nbgrader.grade_id: cell for cell in cells}, "python")


def solution(source: str, kind: Callable[..., nbformat.NotebookNode] = new_code_cell) -> nbformat.NotebookNode:
    flags = {"schema_version": 3, "grade": kind is new_markdown_cell, "solution": True, "locked": False, "task": False}
    return kind(source, metadata=nbformat.from_dict({"nbgrader": {**flags, "grade_id": "solution"}}))


def test_restoring_keeps_an_answer_with_its_pictures():
    handed_in = solution("![x](attachment:x.png)", new_markdown_cell)
    handed_in["attachments"] = {"x.png": {"image/png": "aGk="}}
    nb = foreign.restore(new_notebook(cells=[handed_in]), released(solution("write here", new_markdown_cell)))

    assert ("![x](attachment:x.png)", {"x.png": {"image/png": "aGk="}}) == (nb.cells[0].source, nb.cells[0].attachments)


def test_restoring_puts_a_deleted_test_back_after_its_solution():
    nb = new_notebook(cells=[new_code_cell("a"), solution("b"), new_code_cell("c")])
    restored = foreign.restore(nb, released(solution("stub"), a_test("assert b")))

    assert ["a", "b", "assert b", "c"] == [cell.source for cell in restored.cells]
    nbformat.validate(restored)


@pytest.mark.parametrize("metadata", [None, [], "x", {"grade_id": 3}, {"grade": True}, {"grade_id": "unknown"}])
def test_restoring_takes_whatever_stands_where_nbgraders_metadata_should(metadata):
    cell = new_code_cell("a", metadata=nbformat.from_dict({"nbgrader": metadata}))
    restored = foreign.restore(new_notebook(cells=[cell]), released())

    assert {} == restored.cells[0].metadata


def test_a_released_notebook_of_another_language_is_refused():
    with pytest.raises(GraderError, match="written in R"):
        foreign.require_python(foreign.Released({}, "R"), "p1")
