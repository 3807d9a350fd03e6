"""A page of feedback holds the words and pictures of a student's, and nothing of theirs that could act."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from hostile import handed_in
from support import LESSON

from grader import classroom
from grader.course import Course
from grader.pages import clean
from grader.sandbox import why_not_isolated
from helpers.panel import Panel
from helpers.records import Finding, Outcome, Verdict

PROGRAMS = Path(sys.executable).parent
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
EVIL = "<script>evil()</script><img src='x' onerror='evil()'><a href='javascript:evil()'>kept words</a>"
SHOWS = f'''
from IPython.display import display
evil = """{EVIL}"""
svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='evil()'><script>evil()</script></svg>"
for mime, data in {{
    "text/html": evil, "text/markdown": evil + "[kept too](javascript:evil())", "image/svg+xml": svg,
    "application/javascript": "evil()", "text/latex": evil, "text/plain": evil, "text/vnd.mermaid": evil,
    "application/vnd.jupyter.widget-view+json": {{"model_id": evil}},
}}.items():
    display({{mime: data}}, raw=True)
display({{"text/html": evil}}, raw=True, metadata={{"text/html": {{"isolated": True}}}})
display({{"image/png": "{PIXEL}"}}, raw=True, metadata={{"image/png": {{"width": "1 onload=evil()", "height": 7}}}})
print(evil)
raise ValueError(evil)
'''


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<img src=x onerror=evil()>", "<img>"),
        (
            '<img alt="A curve" src="data:image/png;base64,AA==">',
            '<img alt="A curve" src="data:image/png;base64,AA==">',
        ),
        ("<a href=' java\tscript:evil()'>x</a>", "<a>x</a>"),
        ("<a href='&#106;avascript:evil()'>x</a>", "<a>x</a>"),
        ("<a href='data:text/html,x'>x</a>", "<a>x</a>"),
        ("<a href='https://a.org'>x</a>", '<a href="https://a.org">x</a>'),
        ("<script>evil()</script>", ""),
        ("<svg><script>evil()</script></svg>", ""),
        ("<style>p {color: red}</style><p>x</p>", "<p>x</p>"),
        ("<iframe src=x>y</iframe>", "y"),
        ("<form action=x><button>y</button></form>", "y"),
        ('<p style="position:fixed;color:red">x</p>', '<p style="color:red;">x</p>'),
        ('<p style="background:url(https://a.org)">x</p>', "<p>x</p>"),
        ('<p style="background:u\\72l(https://a.org)">x</p>', "<p>x</p>"),
        ("<p onclick=evil()>x", "<p>x</p>"),
        ("a &lt; b", "a &lt; b"),
    ],
)
def test_only_what_is_known_to_be_harmless_stays(text, kept):
    assert kept == clean(text)


def test_the_panels_look_stays():
    panel = Panel(Verdict("predict", Outcome.WRONG, Finding("type", Outcome.WRONG, "predict", {"got": "`<b>`"})))

    assert re.sub(r";(?=\")", "", panel.html()) == re.sub(r";(?=\")", "", clean(panel.html()))


@pytest.fixture(scope="module")
def course(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Two are graded: an honest student, and one whose cells show all that a page could run."""
    root = tmp_path_factory.mktemp("pages") / "course"
    shutil.copytree(released_course.root, root)
    course = Course(root)
    for student, nb in (("honest", handed_in.solved(course, LESSON)), ("hostile", hostile(course))):
        folder = course.path("submitted", student, LESSON)
        folder.mkdir(parents=True)
        nbformat.write(nb, folder / f"{LESSON}.ipynb")
    classroom.autograde(course, LESSON, workers=1, isolated=why_not_isolated() is None)
    return course


def hostile(course: Course) -> nbformat.NotebookNode:
    """Show it from a solution, from a cell of one's own, from markdown and from a raw cell."""
    nb = handed_in.solved(course, LESSON, {"predict": SHOWS})
    answer = nbformat.v4.new_markdown_cell(EVIL + "\n\n**bold words** [kept too](javascript:evil()) $a < b$")
    nb.cells[3:3] = [nbformat.v4.new_code_cell(SHOWS), answer, nbformat.v4.new_raw_cell(EVIL)]
    return nb


def page(course: Course, student: str) -> BeautifulSoup:
    path = course.path("feedback", student, LESSON) / f"{LESSON}.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), features="html.parser")


def acts(element: Tag) -> bool:
    """Whether a browser would run something for it."""
    addresses = [str(element.get(name, "")).strip().lower() for name in ("href", "src", "action", "srcdoc")]
    in_frame = element.name == "iframe" and "ZXZpbCg" in addresses[1]  # "evil(" in base64
    return (
        element.name in ("object", "embed", "form", "svg")
        or any(name.startswith("on") for name in element.attrs)
        or any(address.startswith(("javascript:", "data:text")) for address in addresses[:1] + addresses[2:])
        or in_frame
    )


@pytest.fixture(scope="module", params=["course feedback", "nbgrader generate_feedback"])
def answered(course: Course, request: pytest.FixtureRequest) -> Course:
    """The feedback, written by one command and by the other."""
    if request.param == "course feedback":
        command = ["course", "feedback", LESSON, "--course", course.root]
    else:
        command = ["nbgrader", "generate_feedback", LESSON, "--force"]
    subprocess.run([PROGRAMS / command[0], *command[1:]], cwd=course.root, check=True, capture_output=True)
    return course


def test_a_page_of_a_hostile_students_runs_no_more_than_an_honest_ones(answered):
    honest, hostile = page(answered, "honest"), page(answered, "hostile")

    assert [script.attrs for script in honest("script")] == [script.attrs for script in hostile("script")]
    assert not any("evil" in script.text for script in hostile("script"))
    assert [] == list(filter(acts, hostile.find_all(True)))


def test_what_is_harmless_of_it_is_still_shown(answered):
    hostile = page(answered, "hostile")
    pictures = [image for image in hostile("img") if PIXEL in str(image.get("src"))]

    assert 3 <= hostile.text.count("kept words")
    assert "bold words" in [bold.text for bold in hostile("strong")]
    assert {(None, "7")} == {(image.get("width"), image.get("height")) for image in pictures}
    assert "ValueError" in hostile.text


def test_the_panels_of_its_tests_look_as_ever(answered):
    panels = page(answered, "honest").select('div[role="status"]')

    assert 6 == len(panels)
    assert all("border-left:4px solid" in str(panel.get("style")) for panel in panels)
