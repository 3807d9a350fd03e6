"""The command `course`: thin; each command says what it does and ends with an honest exit code."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from grader import files
from grader.at_rest import collector_at_rest
from grader.course import Course
from helpers.errors import CourseError, GraderError

if TYPE_CHECKING:
    from grader.cluster import Cluster
    from grader.pool import Pool

WORKERS = 2
STOPPED = 130  # the exit code of what Ctrl-C ended

course_option = click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The course folder (with nbgrader_config.py); by default the current one.",
)
json_option = click.option(
    "--json",
    "json_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write the results to this file.",
)
isolation_option = click.option(
    "--isolation/--no-isolation",
    default=True,
    help="Run student code in a bubblewrap sandbox (default), or as a plain process.",
)


class Commands(click.Group):
    """The commands, each of which can be stopped by hand and run again."""

    def invoke(self, context: click.Context) -> Any:
        """Run one; after Ctrl-C say how to go on."""
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            click.echo("course: Stopped by hand. What is done is kept; the same command goes on from there.", err=True)
            sys.exit(STOPPED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="neural-networks-by-hand")
def cli() -> None:
    """Neural Networks by Hand: release lessons, grade a class, verify the course."""


def main() -> None:
    """Run the command line; a fault ends in one clear line and exit code 1."""
    try:
        cli()
    except CourseError as error:
        click.echo(f"course: {error}", err=True)
        sys.exit(1)


def write_json(path: Path | None, data: Any) -> None:
    """Write results where `--json` asks for them."""
    if path is not None:
        files.write_text(path, json.dumps(data, indent=1, ensure_ascii=False) + "\n")


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--lesson", "lessons", multiple=True, help="A lesson for the class, by default all; may be given again.")
def init(folder: Path, lessons: tuple[str, ...]) -> None:
    """Make FOLDER the course folder of a class, outside this software; or add lessons to the one it is."""
    from grader.own_course import init as found

    for line in found(folder, lessons):
        click.echo(line)


@cli.command()
@click.argument("lessons", nargs=-1)
@course_option
@json_option
@click.option(
    "--kit",
    "kit_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also write what students get, ready to run, as a zip.",
)
@click.option("--update", is_flag=True, help="Release on purpose what has changed since it was released.")
def release(
    lessons: tuple[str, ...], folder: Path, json_file: Path | None, kit_file: Path | None, update: bool
) -> None:
    """Make the students' version of LESSONS (by default all of the folder's) and enter it into the gradebook."""
    from grader import handout, host
    from grader.lessons import find_lesson

    course = Course(folder.resolve())
    names = list(dict.fromkeys(find_lesson(name).name for name in lessons)) or course.lessons()
    handout.require_zip(kit_file)
    released = [{"lesson": name, "released": str(host.release(course, name, update))} for name in names]
    for one in released:
        click.echo(f"Released {one['lesson']}: {one['released']}")
    if kit_file:
        handout.write(kit_file, course, names)
        click.echo(f"The student kit: {kit_file}")
    write_json(json_file, released if len(lessons) != 1 else released[0])


@cli.command()
@click.argument("lesson")
@course_option
@json_option
@isolation_option
@click.option("--student", "students", multiple=True, help="Grade only this student; may be given again.")
@click.option("--workers", type=click.IntRange(1, 256), show_default="2", help="Worker processes on this machine.")
@click.option("--dask", "address", metavar="ADDRESS", help="Grade on the workers of this Dask scheduler instead.")
@click.option("--force", is_flag=True, help="Grade again what has not changed since it was graded.")
@click.option(
    "--follow-through",
    "policy",
    metavar="POLICY",
    help="What an exercise earns that is right but for a wrong earlier one: strict, follow-through, or a factor from "
    "0 to 1; by default what nbgrader_config.py says, or else strict.",
)
def autograde(
    lesson: str,
    folder: Path,
    json_file: Path | None,
    isolation: bool,
    students: tuple[str, ...],
    workers: int | None,
    address: str | None,
    force: bool,
    policy: str | None,
) -> None:
    """Grade what was handed in for LESSON into the gradebook."""
    from grader.policy import read_policy

    chosen = None if policy is None else read_policy(policy)
    course = Course(folder.resolve())
    pool = open_pool(workers, len(students), address, isolation)
    with pool:  # its workers get ready while nbgrader is imported, which takes seconds
        with collector_at_rest():
            from grader import classroom, report
            from grader.lessons import find_lesson

        find_lesson(lesson)
        rows = classroom.autograde(course, lesson, students, isolated=isolation, force=force, pool=pool, policy=chosen)
    report.print_table(rows)
    write_json(json_file, [row.as_json() for row in rows])
    classroom.require_scores(course, lesson, rows, students)


def open_pool(workers: int | None, students: int, address: str | None, isolation: bool) -> Pool | Cluster:
    """Return who does the work that was asked for on the command line."""
    from grader.cluster import Cluster
    from grader.pool import Pool

    if address is not None and workers is not None:
        raise GraderError("--workers is for this machine and --dask for a cluster; give one of them.")
    if address is not None:
        return Cluster(address, isolation)
    wanted = workers or WORKERS
    return Pool(min(wanted, students or wanted), isolation)


@cli.command()
@click.argument("lesson")
@course_option
@json_option
@click.option("--student", "students", multiple=True, help="Only this student; may be given again.")
@click.option("--workers", type=click.IntRange(1, 256), default=2, show_default=True, help="Worker processes.")
@click.option("--force", is_flag=True, help="Make again the pages of what has not changed.")
def feedback(
    lesson: str, folder: Path, json_file: Path | None, students: tuple[str, ...], workers: int, force: bool
) -> None:
    """Write a feedback page for every graded submission of LESSON."""
    from grader.feedback.pages import write_feedback
    from grader.lessons import find_lesson

    find_lesson(lesson)
    pages = write_feedback(Course(folder.resolve()), lesson, students, workers, force)
    for student, page in pages.items():
        click.echo(f"{student}: {page}")
    write_json(json_file, {student: str(page) for student, page in pages.items()})


@cli.command()
@click.argument("lesson")
@course_option
@click.option("--anonymous", is_flag=True, help="Leave out the names of students.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The page; by default report/LESSON.html in the course folder.",
)
def report(lesson: str, folder: Path, anonymous: bool, output: Path | None) -> None:
    """Write one page about the class: scores, exercises, mistakes, who is missing, what is alike."""
    from grader.class_report import write_report
    from grader.lessons import find_lesson

    find_lesson(lesson)
    click.echo(f"Report: {write_report(Course(folder.resolve()), lesson, anonymous, output)}")


@cli.command()
@click.argument("lesson", required=False)
@course_option
@click.option("--all", "everything", is_flag=True, help="All lessons in the gradebook.")
@click.option(
    "--to",
    "form",
    type=click.Choice(["csv", "canvas", "moodle", "tidy"]),
    default="csv",
    show_default=True,
    help="nbgrader's table, Canvas's or Moodle's import, or one line a student and exercise.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The CSV file.")
@click.option("--bom", is_flag=True, help="Begin with a byte-order mark, which Excel needs for accents.")
def export(lesson: str | None, folder: Path, everything: bool, form: str, output: Path, bom: bool) -> None:
    """Write the scores of LESSON, or of all lessons, for another program."""
    from grader.export import export_scores

    if everything == (lesson is not None):
        raise click.UsageError("Name one LESSON, or say --all.")
    missing = export_scores(Course(folder.resolve()), lesson, form, output, bom)
    click.echo(f"Exported: {output}")
    for name, students in missing.items():
        click.echo(f"No complete score yet, left empty in {name}: {', '.join(students)}", err=True)


@cli.command()
@click.argument("lessons", nargs=-1)
@json_option
@isolation_option
@click.option("--workers", type=click.IntRange(1, 256), default=WORKERS, show_default=True, help="Lessons at a time.")
def verify(lessons: tuple[str, ...], json_file: Path | None, isolation: bool, workers: int) -> None:
    """Prove LESSONS (by default all): stubs fail, references pass, mistakes are named, nothing leaks."""
    from grader import report
    from grader.lessons import LESSONS, find_lesson
    from grader.verify import verify_each

    wanted = [find_lesson(name) for name in lessons or LESSONS]
    proofs = list(report.progress(verify_each(wanted, isolation, workers), len(wanted), "Proving"))
    for proof in proofs:
        report.print_proof(proof)
    write_json(json_file, [proof.as_json() for proof in proofs])
    if any(proof.faults for proof in proofs):
        sys.exit(1)


@cli.command()
@click.argument("lessons", nargs=-1)
@isolation_option
def build(lessons: tuple[str, ...], isolation: bool) -> None:
    """Refresh what is computed in LESSONS: public cases, expected outputs, hint cells."""
    from grader.build import build as refresh
    from grader.course import ROOT
    from grader.lessons import LESSONS, find_lesson
    from grader.sandbox import open_runner

    for lesson in [find_lesson(name) for name in lessons or LESSONS]:
        path = ROOT / "notebooks" / lesson.name / f"{lesson.name}.ipynb"
        with open_runner(isolation) as runner, runner.session() as session:
            changed = refresh(lesson, path, session)
        click.echo(f"{lesson.name}: " + (", ".join(changed) or "nothing to do"))


@cli.command()
@course_option
@json_option
def doctor(folder: Path, json_file: Path | None) -> None:
    """Look at this machine: can it grade, is it isolated, are the data whole, are lessons as they were released?"""
    from grader.doctor import examine

    findings = examine(folder.resolve())
    for one in findings:
        click.echo(f"{'ok  ' if one.ok else 'LOOK'}  {one.what}")
    write_json(json_file, [vars(one) for one in findings])
    if any(one.needed and not one.ok for one in findings):
        sys.exit(1)


@cli.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("demo-course"), show_default=True)
@json_option
@click.option("--workers", type=click.IntRange(1, 256), default=2, show_default=True)
def demo(folder: Path, json_file: Path | None, workers: int) -> None:
    """Release a lesson into a scratch course folder, grade a sample class, write feedback."""
    from grader.demo import run

    write_json(json_file, run(folder.resolve(), workers))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("my-work"))
@click.option("--open/--no-open", "start", default=True, help="Start JupyterLab on the folder (default).")
def lab(folder: Path, start: bool) -> None:
    """Lay out a personal copy of the lessons in FOLDER and open it in JupyterLab; work that is there stays."""
    from grader.personal import lay_out_lessons, open_lab

    for path in lay_out_lessons(folder.resolve()):
        click.echo(f"New: {path}")
    if start:
        open_lab(folder.resolve())


@cli.command()
@click.argument("lessons", nargs=-1, metavar="[LESSON]...")
@click.option("--folder", type=click.Path(path_type=Path), default=Path("walkthrough"), show_default=True)
@json_option
@click.option("--workers", type=click.IntRange(1, 256), default=WORKERS, show_default=True, help="Lessons at a time.")
@click.option("--force", is_flag=True, help="Make again the pages of what has not changed.")
def walkthrough(lessons: tuple[str, ...], folder: Path, json_file: Path | None, workers: int, force: bool) -> None:
    """Write each LESSON (by default all), solved and executed, as a page into a folder, and an index of them."""
    from grader.course import ROOT
    from grader.walkthrough import write_walkthroughs

    pages = write_walkthroughs(ROOT, folder, lessons, workers, force)
    for lesson, page in pages.items():
        click.echo(f"{lesson}: {page}")
    click.echo(f"Index: {folder / 'index.html'}")
    write_json(json_file, {lesson: str(page) for lesson, page in pages.items()})
