"""Grading a class: stock nbgrader against this course, one run, one machine, the same submissions.

    python benchmarks/grading.py [--size 40] [--skip-demos] [--json FILE]

Every score is compared with stock's. Times are wall-clock; processor times are those of the process tree.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat

from grader import grade, sample_class
from grader.course import Course, lay_out
from grader.gradebook import Writer, gradebook
from grader.host import release
from grader.lessons import find_lesson
from grader.notebooks import find_notebook, is_demo, read_folder, read_notebook, rebuild
from grader.sandbox import open_runner, why_not_isolated

LESSON = "02-logistic-regression"
PROGRAMS = Path(sys.executable).parent
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
STOCK_CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'stock'\nc.Execute.timeout = 300\n"


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
    for number, name in zip(range(size), itertools.cycle(RECIPES), strict=False):
        recipe = sample_class.FOLDER / LESSON / f"{name}.py"
        sample_class.hand_in(recipe, released, course.path("submitted", f"{number:04d}_{name}", LESSON))
    return course


def timed(*commands: list[str], cwd: Path) -> tuple[float, float]:
    """Run commands side by side; return wall and processor seconds of the whole tree."""
    environment = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "OPENBLAS_NUM_THREADS": "1"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    running = [
        subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for command in commands
    ]
    for process in running:
        _, errors = process.communicate()
        if process.returncode:
            raise SystemExit(f"{process.args} failed:\n{errors.decode()[-2000:]}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stock(course: Course) -> tuple[float, float]:
    """Grade with stock nbgrader, serially."""
    return timed([str(PROGRAMS / "nbgrader"), "autograde", LESSON], cwd=course.root)


def two_stock(course: Course, students: list[str]) -> tuple[float, float]:
    """Grade with the users' own workaround: two stock processes, each with its own half and its own gradebook."""
    halves = []
    for half in (0, 1):
        root = course.root.parent / f"{course.root.name}-half{half}"
        shutil.copytree(course.root, root, ignore=shutil.ignore_patterns("autograded"))
        for student in students[1 - half :: 2]:
            shutil.rmtree(root / "submitted" / student)
        halves.append([str(PROGRAMS / "nbgrader"), "autograde", LESSON, f"--course-dir={root}"])
    return timed(*halves, cwd=course.root)


def ours(course: Course, workers: int) -> tuple[float, float]:
    """Grade with the course's own command, in isolation where the machine allows it."""
    command = [str(PROGRAMS / "course"), "autograde", LESSON, "--workers", str(workers), "--force"]
    return timed([*command, *(["--no-isolation"] if why_not_isolated() else [])], cwd=course.root)


def scores(course: Course) -> dict[str, float]:
    """Return every student's score, from nbgrader's own gradebook."""
    with gradebook(course) as book:
        return {one.student.id: one.score for one in book.assignment_submissions(LESSON)}


def bare(course: Course, student: str) -> float:
    """Return the seconds that the cells of one submission take in a warm process, tests left out."""
    nb = rebuild(read_notebook(course.source(LESSON)), _submitted(course, student))
    with open_runner(why_not_isolated() is None) as runner:
        for _ in range(2):  # the first warms the template's files
            with runner.session() as session:
                start = time.perf_counter()
                for cell in nb.cells:
                    if cell.cell_type == "code" and not cell.id.endswith("-check") and not is_demo(cell):
                        session.run(cell.source)
                seconds = time.perf_counter() - start
    return seconds


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
                clock.append(time.perf_counter())
            clock.append(time.perf_counter())
            writer.write(student, nb, marks, "")
            clock.append(time.perf_counter())
            rebuilt, opened, ran, closed, written = (b - a for a, b in itertools.pairwise(clock))
            for name, seconds in zip(spent, (rebuilt, opened + closed, ran, written), strict=True):
                spent[name] += seconds
    yield from ((name, 1000 * seconds / len(students)) for name, seconds in spent.items())


def compare(folder: Path, size: int, demos: str, with_two_stock: bool) -> dict[str, float]:
    """Time stock and ours on the same class and compare every score."""
    print(f"\n## {size} submissions, demo cells {demos}\n")
    theirs, stock_seconds = stock_class(folder, size, "none" if demos == "none" else "run")
    mine = make_class(folder / f"ours-{demos}", size, demos, stock=False)
    seconds = {"stock": stock_seconds}
    if with_two_stock:
        seconds["two stock processes"] = two_stock(theirs, theirs.students(LESSON))
    for workers in (1, 2):
        seconds[f"ours, {workers} workers"] = ours(mine, workers)
    report(seconds, size)
    different = [name for name, score in scores(theirs).items() if scores(mine).get(name) != score]
    print(f"\nscores that differ from stock's: {len(different)} of {size} {different[:5]}")
    return {name: wall for name, (wall, _) in seconds.items()}


@functools.cache
def stock_class(folder: Path, size: int, demos: str) -> tuple[Course, tuple[float, float]]:
    """Make the class and let stock nbgrader grade it, once for all comparisons with the same cells."""
    course = make_class(folder / f"stock-{demos}", size, demos, stock=True)
    return course, stock(course)


def report(seconds: dict[str, tuple[float, float]], size: int) -> None:
    """Print a table of times and ratios."""
    base = seconds["stock"][0]
    print("| | wall s | processor s | a minute | times stock |\n|---|---|---|---|---|")
    for name, (wall, processor) in seconds.items():
        print(f"| {name} | {wall:.1f} | {processor:.1f} | {60 * size / wall:.0f} | {base / wall:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--skip-demos", action="store_true", help="only the comparison without demo cells")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    print(f"isolation: {why_not_isolated() or 'bubblewrap'}; {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        results = {"none": compare(folder, arguments.size, "none", with_two_stock=True)}
        if not arguments.skip_demos:
            results["tagged"] = compare(folder, arguments.size, "tagged", with_two_stock=False)
            results["run"] = compare(folder, arguments.size, "run", with_two_stock=False)
            print(f"bare cells, demos too: {bare(Course(folder / 'ours-run'), '0000_perfect_vectorised'):.2f} s each")
        course = Course(folder / "ours-none")
        print("\n| stage of one submission, one process | ms |\n|---|---|")
        for name, milliseconds in stages(course, course.students(LESSON)):
            print(f"| {name} | {milliseconds:.1f} |")
        print(f"| of this, the bare cells | {1000 * bare(course, '0000_perfect_vectorised'):.1f} |")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
