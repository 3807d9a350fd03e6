"""One lesson as an HTML page that asks the network for nothing: nbconvert's template around the solved notebook."""

from __future__ import annotations

from pathlib import Path

from nbconvert.exporters import HTMLExporter
from pygments.formatters import HtmlFormatter
from traitlets.config import Config

from grader import html
from grader.sandbox import Runner
from grader.walkthrough import formulas
from grader.walkthrough.exercises import folded
from grader.walkthrough.lessons import Source
from grader.walkthrough.solved import solve

HERE = Path(__file__).parent
HIGHLIGHTING = "xcode"  # dark enough on a light ground


def render(source: Source, runner: Runner) -> str:
    """Return the page of a lesson.

    Raises
    ------
    GraderError
        The solved notebook does not run, or shows a figure without a description.
    """
    solved = solve(source, runner)
    head = html.environment("grader.walkthrough").get_template("head.html")
    highlighting = HtmlFormatter(style=HIGHLIGHTING).get_style_defs(".highlight")
    resources = {"head": head.render(source=source, highlighting=highlighting), "exercises": folded(source)}
    page, _ = _exporter().from_notebook_node(solved, resources=resources)
    return str(page)


def _exporter() -> HTMLExporter:
    config = Config()
    config.HTMLExporter.filters = {"markdown2html": formulas.markdown}
    return HTMLExporter(
        config=config,
        template_name="solved_page",
        extra_template_basedirs=[str(HERE)],
        exclude_input_prompt=True,
        exclude_output_prompt=True,
    )
