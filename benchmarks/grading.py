"""Grading a class: stock nbgrader against this course, one run, one machine, the same submissions.

    python benchmarks/grading.py [--size 40] [--demo-size 7] [--json FILE]

Every score is compared with stock's. Times are wall-clock; processor times and memory are those of the process tree.
Ours runs before stock and twice after it, as machines change their speed meanwhile: the median counts.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import itertools
import json
import math
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import nbformat
from tree import Cost, cost_of

from grader import grade, sample_class
from grader.course import Course, lay_out
from grader.gradebook import Writer, gradebook
from grader.host import release
from grader.lessons import find_lesson
from grader.notebooks import find_notebook, is_demo, is_test, read_folder, read_notebook, rebuild
from grader.paper import make_paper
from grader.sandbox import Limits, open_runner, why_not_isolated

LESSON = "02-logistic-regression"
PROGRAMS = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "OPENBLAS_NUM_THREADS": "1"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a teacher's machine: what was compiled once is kept
RECIPES = (
    "perfect_vectorised",
    "perfect_loops",
    "perfect_noisy",
    "half_done",
    "mistake_no_mean",
    "mistake_in_place",
    "mistake_threshold_on_z",
    "mistake_sigmoid_sign",
)
FINISHING = tuple(name for name in RECIPES if name != "perfect_loops")  # its loops would train 12288 weights for hours
STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\nc.Execute.timeout = 300\n"
WITHOUT_A_KERNEL = """
c.Autograde.autograde_preprocessors = [
    f"nbgrader.preprocessors.{name}"
    for name in ("IgnorePattern", "LimitOutput", "SaveAutoGrades", "AssignLatePenalties")
]
"""


def edit_source(course: Course, demos: str) -> None:
    """Change the demo cells of the source: "tagged" leaves them, "run" takes the tag off, "none" the cells."""
    path = course.source(LESSON)
    nb = nbformat.read(path, as_version=4)
    if demos == "none":
        nb.cells = [cell for cell in nb.cells if not is_demo(cell)]
    elif demos == "run":
        for cell in nb.cells:
            cell.metadata.pop("tags", None)
    nbformat.write(nb, path)


def make_class(root: Path, size: int, demos: str, stock: bool) -> Course:
    """Lay out a course with `size` submissions, for stock nbgrader or for ours."""
    course = lay_out(root, [LESSON])
    edit_source(course, demos)
    if stock:
        (root / "nbgrader_config.py").write_text(STOCK_CONFIG)
    course = Course(root)
    released = release(course, LESSON)
    names = RECIPES if demos == "none" else FINISHING
    recipes = itertools.cycle(sample_class.FOLDER / LESSON / f"{name}.py" for name in names)
    for number, recipe in zip(range(size), recipes, strict=False):
        sample_class.hand_in(recipe, released, course.path("submitted", f"{number:04d}_{recipe.stem}", LESSON))
    return course


def stock(course: Course, *options: str, memory: bool = False) -> Cost:
    """Grade with stock nbgrader, serially."""
    command = [str(PROGRAMS / "nbgrader"), "autograde", LESSON, *options]
    return cost_of(command, cwd=course.root, env=ENVIRONMENT, memory=memory)


def without_a_kernel(course: Course) -> float:
    """Return the processor seconds a submission that stock's own sanitising and recording take, nothing executed."""
    root = course.root.parent / f"{course.root.name}-idle"
    shutil.copytree(course.root, root, ignore=shutil.ignore_patterns("autograded"))
    with (root / "nbgrader_config.py").open("a") as config:
        config.write(WITHOUT_A_KERNEL)
    students = course.students(LESSON)
    first = stock(Course(root), "--force", "--student", students[0])
    return (stock(Course(root), "--force").processor - first.processor) / (len(students) - 1)


def two_stock(course: Course, students: list[str]) -> Cost:
    """Grade with the users' own workaround: two stock processes, each with its own half and its own gradebook."""
    halves = []
    for half in (0, 1):
        root = course.root.parent / f"{course.root.name}-half{half}"
        shutil.copytree(course.root, root, ignore=shutil.ignore_patterns("autograded"))
        for student in students[1 - half :: 2]:
            shutil.rmtree(root / "submitted" / student)
        halves.append([str(PROGRAMS / "nbgrader"), "autograde", LESSON, f"--course-dir={root}"])
    return cost_of(*halves, cwd=course.root, env=ENVIRONMENT)


def ours(course: Course, workers: int, *options: str, memory: bool = False) -> Cost:
    """Grade with the course's own command, in isolation where the machine allows it."""
    command = [str(PROGRAMS / "course"), "autograde", LESSON, "--workers", str(workers), "--force", *options]
    isolation = ["--no-isolation"] if why_not_isolated() else []
    count = functools.partial(_done, course.root / "autograded", time.time())
    return cost_of([*command, *isolation], cwd=course.root, env=ENVIRONMENT, count=count, memory=memory)


def _done(folder: Path, since: float) -> int:
    """Count what has been graded since then."""
    done = 0
    for path in folder.glob(f"*/{LESSON}/{LESSON}.ipynb"):
        with contextlib.suppress(FileNotFoundError):  # it is being replaced
            done += path.stat().st_mtime > since
    return done


def first_result(cost: Cost) -> float:
    """Return after how many seconds the first submission was graded."""
    return next((second for second, _, done in cost.samples if done), cost.wall)


def scores(course: Course) -> dict[str, float]:
    """Return every student's score, from nbgrader's own gradebook."""
    with gradebook(course) as book:
        return {one.student.id: one.score for one in book.assignment_submissions(LESSON)}


def bare(course: Course, students: list[str]) -> float:
    """Return the mean processor seconds that the cells of a submission take in a warm process, tests left out."""
    source, spent = read_notebook(course.source(LESSON)), 0.0
    with open_runner(why_not_isolated() is None, Limits(cell_seconds=300)) as runner:
        for student in students:
            cells = [
                cell.source
                for cell in rebuild(source, _submitted(course, student)).cells
                if cell.cell_type == "code" and not is_test(cell) and not is_demo(cell)
            ]
            with runner.session() as session:
                session.run("from time import process_time")
                before = float(session.call("process_time", {}).result)
                session.run_each([*cells, "from time import process_time"])
                spent += float(session.call("process_time", {}).result) - before
    return spent / len(students)


def _submitted(course: Course, student: str) -> nbformat.NotebookNode:
    files = read_folder(course.path("submitted", student, LESSON), LESSON)
    return find_notebook(files, LESSON, read_notebook(course.source(LESSON)))


def stages(course: Course, students: list[str]) -> Iterator[tuple[str, float]]:
    """Yield where the milliseconds of one submission go, averaged over a class, in one process."""
    spent = dict.fromkeys(("read and rebuild", "open and close the session", "run and check", "write"), 0.0)
    lesson = find_lesson(LESSON)
    with open_runner(why_not_isolated() is None) as runner, gradebook(course) as book:
        writer = Writer(course, LESSON, book, runner.isolated)
        for student in students:
            clock = [time.perf_counter()]
            nb = rebuild(read_notebook(course.source(LESSON)), _submitted(course, student))
            clock.append(time.perf_counter())
            with runner.session() as session:
                clock.append(time.perf_counter())
                marks = grade.grade_notebook(lesson, nb, session, seed=1)
                paper = make_paper(nb, marks)
                clock.append(time.perf_counter())
            clock.append(time.perf_counter())
            writer.write(student, paper, marks, "")
            clock.append(time.perf_counter())
            rebuilt, opened, ran, closed, written = (b - a for a, b in itertools.pairwise(clock))
            for name, seconds in zip(spent, (rebuilt, opened + closed, ran, written), strict=True):
                spent[name] += seconds
    yield from ((name, 1000 * seconds / len(students)) for name, seconds in spent.items())


def compare(folder: Path, size: int, demos: str, with_two_stock: bool) -> dict[str, Cost]:
    """Time stock and ours on the same class and compare every score."""
    print(f"\n## {size} submissions, demo cells {demos}\n")
    mine = make_class(folder / f"ours-{demos}", size, demos, stock=False)
    runs = {workers: [ours(mine, workers)] for workers in (1, 2)}
    theirs, stock_cost = stock_class(folder, size, "none" if demos == "none" else "run")
    costs = {"stock": stock_cost}
    if with_two_stock:
        costs["two stock processes"] = two_stock(theirs, theirs.students(LESSON))
    for workers in runs:
        runs[workers] += [ours(mine, workers) for _ in range(0 if demos == "run" else 2)]
        costs[f"ours, {workers} workers"] = sorted(runs[workers], key=lambda cost: cost.wall)[len(runs[workers]) // 2]
    report(costs, size)
    for workers, some in runs.items():
        each = ", ".join(f"{cost.wall:.1f} ({cost.stolen:.1f} stolen)" for cost in some)
        print(f"\nours with {workers} workers, in seconds: {each}")
    different = [name for name, score in scores(theirs).items() if scores(mine).get(name) != score]
    print(f"\nscores that differ from stock's: {len(different)} of {size} {different[:5]}")
    print(f"the first result after {first_result(costs['ours, 2 workers']):.1f} s")
    return costs


@functools.cache
def stock_class(folder: Path, size: int, demos: str) -> tuple[Course, Cost]:
    """Make the class and let stock nbgrader grade it, once for all comparisons with the same cells."""
    course = make_class(folder / f"stock-{demos}", size, demos, stock=True)
    return course, stock(course)


def report(costs: dict[str, Cost], size: int) -> None:
    """Print a table of times and ratios."""
    base = costs["stock"].wall
    print("| | wall s | stolen s | processor s | a minute | times stock |\n|---|---:|---:|---:|---:|---:|")
    for name, cost in costs.items():
        rate, ratio = 60 * size / cost.wall, base / cost.wall
        times = f"{cost.wall:.1f} | {cost.stolen:.1f} | {cost.processor:.1f}"
        print(f"| {name} | {times} | {rate:.0f} | {ratio:.1f} |")


def memory(theirs: Course, mine: Course) -> None:
    """Print the peak of the process trees' memory, in runs of their own; stock's does not grow with the class."""
    costs = {"stock": stock(theirs, "--force", "--student", theirs.students(LESSON)[0], memory=True)}
    costs |= {f"ours, {workers} workers": ours(mine, workers, memory=True) for workers in (1, 2)}
    print("\npeak memory:", ", ".join(f"{name} {cost.peak_bytes / 1e6:.0f} MB" for name, cost in costs.items()))


def overhead(course: Course) -> None:
    """Print what a submission costs beyond its own cells, start-up left out; of each the least of three, in turns."""
    students, least = course.students(LESSON), [math.inf] * 3
    for _ in range(3):
        costs = ours(course, 2).processor, ours(course, 2, "--student", students[0]).processor, bare(course, students)
        least = [min(pair) for pair in zip(least, costs, strict=True)]
    whole, one, own = least
    each = (whole - one) / (len(students) - 1)
    print(f"\nprocessor time a submission: {1000 * each:.0f} ms, of which its own cells {1000 * own:.0f} ms;")
    print(f"overhead {1000 * (each - own):.0f} ms (goal: 60); start-up {one:.1f} s")
    idle = without_a_kernel(Course(course.root.parent / "stock-none"))
    print(f"stock's own sanitising and recording, without a kernel, on this machine: {1000 * idle:.0f} ms")


def demos_run(course: Course, whole: Cost) -> None:
    """Print what the whole costs against the bare cells, where the demonstrations are executed."""
    students = course.students(LESSON)
    cells = bare(course, students) * len(students)
    ratio = whole.processor / cells
    print(f"\nthe bare cells in a warm process: {cells:.1f} s; the whole costs {ratio:.2f} times that (goal: 1.25)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--demo-size", type=int, default=7, help="0 leaves out the comparisons with demo cells")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    print(f"isolation: {why_not_isolated() or 'bubblewrap'}; {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        results = {"none": compare(folder, arguments.size, "none", with_two_stock=True)}
        course = Course(folder / "ours-none")
        memory(Course(folder / "stock-none"), course)
        overhead(course)
        print("\n| stage of one submission, one process | ms |\n|---|---:|")
        for name, milliseconds in stages(course, course.students(LESSON)):
            print(f"| {name} | {milliseconds:.1f} |")
        if arguments.demo_size:
            results["tagged"] = compare(folder, arguments.demo_size, "tagged", with_two_stock=False)
            results["run"] = compare(folder, arguments.demo_size, "run", with_two_stock=False)
            demos_run(Course(folder / "ours-run"), results["run"]["ours, 2 workers"])
    if arguments.json:
        plain = {demos: {name: asdict(cost) for name, cost in costs.items()} for demos, costs in results.items()}
        arguments.json.write_text(json.dumps(plain, indent=1))


if __name__ == "__main__":
    main()
