"""The pages of all lessons and their index: made in worker processes, and again only where a lesson has changed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing
from pathlib import Path

from grader import files, html, stamps
from grader.nbgrader_steps import DEMO_SECONDS
from grader.report import progress
from grader.sandbox import Limits, open_runner, why_not_isolated
from grader.sandbox.room.limits import MIB
from grader.walkthrough.lessons import Source, find_sources
from grader.walkthrough.page import render
from grader.workers import open_pool
from helpers.errors import CourseError, GraderError

INDEX = "index.html"
LIMITS = Limits(cell_seconds=DEMO_SECONDS, output_bytes=8 * MIB)  # a page shows figures, not a class's mistakes


def write_walkthroughs(
    root: Path, folder: Path, lessons: Sequence[str] = (), workers: int = 2, force: bool = False
) -> dict[str, Path]:
    """Write the pages of lessons, by default all, and the index of all; return them by lesson.

    A page whose lesson has not changed stays as it is; `force` makes it again.

    Parameters
    ----------
    root
        The checkout, with `notebooks/`.
    folder
        Where pages are written; what lies there and is no page of these is left alone.

    Raises
    ------
    GraderError
        There is no such lesson, the folder cannot be written, or, once all others are written, a page could not be
        made.
    """
    chosen = find_sources(root, lessons)
    files.make_folder(folder)
    pages = {source.name: folder / f"{source.name}.html" for source in chosen}
    for page in (*pages.values(), folder / INDEX):
        _require_ours(page)
    todo = [source for source in chosen if force or not stamps.is_made(pages[source.name], source.made_of())]
    refused = list(filter(None, _make_pages(todo, pages, workers))) if todo else []
    _write_index(folder, find_sources(root))
    if refused:
        raise GraderError("; ".join(refused))
    return pages


def _require_ours(page: Path) -> None:
    if page.exists() and not stamps.is_stamped(page):
        raise GraderError(f"{page} is no page of these and stays as it is; name another folder with --folder.")


def _make_pages(todo: Sequence[Source], pages: dict[str, Path], workers: int) -> Iterator[str]:
    """Make pages side by side; yield for each why it could not be made, "" where it was."""
    try:
        with open_pool(min(workers, len(todo)), _use_folder, preload=__name__) as pool:
            made = pool.map(make_page, todo, [pages[source.name] for source in todo])
            with closing(progress(made, total=len(todo), label="Walkthroughs")) as bar:
                yield from bar
    except BrokenExecutor as error:
        raise GraderError(
            "A worker process ended before its page was made; is there enough memory? Run the same command again: it "
            "makes what is missing."
        ) from error


def _use_folder(folder: str) -> None:
    tempfile.tempdir = folder


def make_page(source: Source, page: Path) -> str:
    """Make one page in a worker; return why it could not be made, "" where it was.

    The code is the course's own: where nothing can isolate it, it runs as it would in the reader's JupyterLab.
    """
    try:
        with open_runner(why_not_isolated() is None, LIMITS) as runner:
            files.write_text(page, render(source, runner) + stamps.stamp(source.made_of()))
    except (CourseError, OSError) as error:
        return str(error)
    return ""


def _write_index(folder: Path, sources: Sequence[Source]) -> None:
    """Write the index; a lesson that has no page yet stands there without a link."""
    made = [source.name for source in sources if (folder / f"{source.name}.html").is_file()]
    text = html.environment("grader.walkthrough").get_template("index.html").render(sources=sources, made=made)
    files.write_text(folder / INDEX, text + stamps.stamp(stamps.digest(text)))
