"""The student kit: what is in it, and that it runs where nothing of the course is installed."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import nbformat
import numpy
import pytest
import yaml
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from support import LESSON

from grader import handout, kit
from grader.course import ROOT, Course
from grader.lessons import find_lesson
from grader.notebooks import CHECK, is_demo, read_notebook
from grader.sandbox.kit import lay_out as lay_out_in_sandbox
from grader.solutions import solutions
from helpers.errors import GraderError

NAMES = [one.name for one in find_lesson(LESSON).exercises]
PACKAGES = Path(numpy.__file__).parents[1]  # where everything is installed, a link to this checkout included
WHERE = "import sys, helpers, numpy\nprint(helpers.__file__)\nimport grader"
RUN = """
import sys, nbformat, nbclient
nb = nbformat.read(sys.argv[1], 4)
nbclient.NotebookClient(nb, allow_errors=True, timeout=120, kernel_name="python3").execute()
nbformat.write(nb, sys.argv[1])
"""


@pytest.fixture(scope="module")
def kit_file(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of lesson 02."""
    path = tmp_path_factory.mktemp("kit") / "kit.zip"
    handout.write(path, released_course, [LESSON])
    return path


@pytest.fixture(scope="module")
def unpacked(kit_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit as a student unzips it, into a folder with a name of their own."""
    folder = tmp_path_factory.mktemp("Übung 1 🎓")
    with zipfile.ZipFile(kit_file) as archive:
        archive.extractall(folder)
    return folder / handout.FOLDER


def names(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        return {name.removeprefix(f"{handout.FOLDER}/") for name in archive.namelist()}


# What is in it


def test_the_kit_has_what_its_lesson_needs_and_nothing_of_other_lessons(kit_file):
    found = names(kit_file)
    data = {name for name in found if name.endswith(".h5")}

    assert {"README.md", "LICENSE", "requirements.txt", "environment.yml", f"{LESSON}.ipynb"} == {
        name for name in found if "/" not in name
    }
    assert {"datasets/cats.h5", f"helpers/public_cases/{LESSON}.h5"} == data
    assert {"helpers/__init__.py", "helpers/check.py", "helpers/plots.py"} < found
    assert not {"helpers/planar.py", "helpers/explore.py"} & found


def test_a_lesson_that_loads_no_pictures_comes_without_them():
    text = "from helpers import planar\ncheck = helpers.check.Check('03-one-hidden-layer')"

    assert not [name for name in kit.needed(["03-one-hidden-layer"], text) if name.startswith("datasets/")]


def test_only_notebooks_load_data_so_what_they_need_is_seen_in_them():
    loaders = [f"load_{path.stem}(" for path in (ROOT / "datasets").glob("*.h5")]
    modules = [path for path in kit.HELPERS.glob("*.py") if path.name != "data.py"]

    assert loaders
    assert [] == [path.name for path in modules if any(loader in path.read_text("utf-8") for loader in loaders)]


def test_the_sandbox_sees_the_same_files(kit_file, tmp_path):
    laid_out = lay_out_in_sandbox(tmp_path / "kit")
    with zipfile.ZipFile(kit_file) as archive:
        for name in archive.namelist():
            inner = name.removeprefix(f"{handout.FOLDER}/")
            if inner.startswith(("helpers/", "datasets/")):
                assert archive.read(name) == (laid_out / inner).read_bytes()
    assert set(kit.files()) == {
        path.relative_to(laid_out).as_posix()
        for path in laid_out.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and path.relative_to(laid_out).parts[0] != "room"
    }


def test_the_same_lessons_make_the_same_bytes(kit_file, released_course, tmp_path):
    again = tmp_path / "again.zip"
    handout.write(again, released_course, [LESSON])
    with zipfile.ZipFile(again) as archive:
        entries = {name.removeprefix(f"{handout.FOLDER}/"): archive.read(name) for name in archive.namelist()}
        dates = {info.date_time for info in archive.infolist()}

    assert hashlib.sha256(kit_file.read_bytes()).digest() == hashlib.sha256(again.read_bytes()).digest()
    assert again.read_bytes() == handout.pack(entries)  # so there is nothing else in the zip
    assert {handout.LONG_AGO} == dates


def test_what_lies_beside_a_released_notebook_comes_along(course):
    (course.path("release", ".", LESSON) / "dates.txt").write_text("Hand in on Monday.")

    assert b"Hand in on Monday." == handout.contents(course, [LESSON])["dates.txt"]


def test_the_packages_are_those_that_the_kit_imports(unpacked):
    imported = set()
    for path in unpacked.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").partition(".")[0])
    distributions = metadata.packages_distributions()
    outside = imported - set(sys.stdlib_module_names) - {"helpers"}
    wanted = {distributions[name][0].lower() for name in outside}
    given = set(re.findall(r"^[\w-]+", (unpacked / "requirements.txt").read_text("utf-8"), flags=re.M))

    assert {"numpy", "h5py"} <= wanted <= given
    assert set(handout.PACKAGES) == given


def test_environment_and_requirements_agree_and_give_their_reasons(unpacked):
    environment = yaml.safe_load((unpacked / "environment.yml").read_text("utf-8"))
    requirements = (unpacked / "requirements.txt").read_text("utf-8").splitlines()

    assert ["python>=3.11", *(line.split()[0] for line in requirements)] == environment["dependencies"]
    assert all("  # " in line for line in requirements)


def test_the_readme_is_a_page_that_names_what_is_there(unpacked):
    text = (unpacked / "README.md").read_text("utf-8")
    start = re.search(r"```sh\n(.*?)\n(.*?)\n```", text)
    conda = re.search(r"```sh\n(conda.*?)\n(conda.*?)\n```", text)
    named = re.findall(r"\]\((.*?)\)", text)

    assert len(text.splitlines()) < 60
    assert "pip install -r requirements.txt" in start[1]
    assert "jupyter lab" in start[2]
    assert f"-n {yaml.safe_load((unpacked / 'environment.yml').read_text('utf-8'))['name']} jupyter lab" in conda[2]
    assert [f"{LESSON}.ipynb"] == named
    assert "| 100 | 120 |" in text
    assert all((unpacked / name).is_file() for name in (*named, "requirements.txt", "environment.yml"))


# It runs where nothing of the course is installed


@pytest.fixture(scope="module")
def other_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the packages that are installed here, and without the link to this checkout."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "installed.pth").write_text(f"{PACKAGES}\n")  # a .pth file in there, such as our link, is not read
    return folder / "bin" / "python"


def run_in_kernel(python: Path, kit_folder: Path, name: str, nb: NotebookNode) -> dict[str, NotebookNode]:
    """Run a notebook in the kit's folder, in a real kernel of another Python; return its cells by id."""
    path = kit_folder / name
    nbformat.write(nb, path)
    variables = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "JUPYTER"))}
    variables |= {"IPYTHONDIR": str(python.parent), "JUPYTER_PATH": str(python.parent), "HOME": str(python.parent)}
    done = subprocess.run(
        [python, "-I", "-c", RUN, path], cwd=kit_folder, env=variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return {cell.id: cell for cell in nbformat.read(path, 4).cells}


def with_answers(released: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    """The released notebook with some answers, a look at where we are, and without the slow demonstrations."""
    released.cells = [cell for cell in released.cells if not is_demo(cell) or cell.id == "demo-load"]
    for cell in released.cells:
        cell.source = answers.get(cell.id, cell.source)
    released.cells.append(new_code_cell(WHERE, id="where"))
    return released


def panel(cell: NotebookNode) -> str:
    return next(output.data["text/plain"] for output in cell.outputs if output.output_type == "display_data")


def errors(cell: NotebookNode) -> list[NotebookNode]:
    return [output for output in cell.get("outputs", []) if output.output_type == "error"]


def test_solved_in_the_kit_every_check_passes_without_the_course(unpacked, other_python):
    lesson = find_lesson(LESSON)
    answers = solutions(lesson, read_notebook(ROOT / "notebooks" / LESSON / f"{LESSON}.ipynb"))
    nb = with_answers(nbformat.read(unpacked / f"{LESSON}.ipynb", 4), answers)
    nb.cells.append(new_code_cell("check.solution(sigmoid)", id="solution"))
    cells = run_in_kernel(other_python, unpacked, "solved.ipynb", nb)

    assert f"{unpacked}/helpers/__init__.py" == cells["where"].outputs[0].text.strip()
    assert "No module named 'grader'" == errors(cells["where"])[0].evalue
    assert ["where"] == [ident for ident, cell in cells.items() if errors(cell)]
    for name in NAMES:
        assert panel(cells[name + CHECK]).startswith("✓"), panel(cells[name + CHECK])
    assert "Solutions are released by your teacher after grading." in panel(cells["solution"])


def test_untouched_every_check_fails_politely(unpacked, other_python):
    nb = with_answers(nbformat.read(unpacked / f"{LESSON}.ipynb", 4), {})
    cells = run_in_kernel(other_python, unpacked, "stubs.ipynb", nb)

    for name in NAMES:
        (error,) = errors(cells[name + CHECK])
        assert "CheckFailed" == error.ename
        assert "Traceback" not in "\n".join(error.traceback)
        assert panel(cells[name + CHECK]).startswith("○")


def test_every_module_of_the_whole_kit_can_be_imported_without_the_course(other_python, tmp_path):
    folder = lay_out_in_sandbox(tmp_path / "kit")
    modules = [name for name in kit.files() if name.startswith("helpers/") and name.endswith(".py")]
    wanted = [name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") for name in modules]
    script = f"import sys; sys.path.insert(0, {str(folder)!r}); import importlib\n"
    script += f"print(*{{importlib.import_module(name).__file__ for name in {wanted}}}, sep='\\n')\n"
    script += "import helpers.reference"
    done = subprocess.run([other_python, "-I", "-c", script], capture_output=True, text=True, check=False)

    assert {str(folder / name) for name in modules} == set(done.stdout.split("\n")) - {""}
    assert "No module named 'helpers.reference'" in done.stderr


def test_a_python_that_is_too_old_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 6))

    with pytest.raises(ImportError, match=r"needs Python 3\.11 or later"):
        exec(compile((kit.HELPERS / "__init__.py").read_text("utf-8"), "helpers", "exec"), {})


# What can go wrong


def test_a_kit_of_a_lesson_that_is_not_released(course):
    with pytest.raises(GraderError, match="release it first: course release"):
        handout.contents(course, ["03-one-hidden-layer"])


def test_two_files_of_one_name(course):
    (course.path("release", ".", LESSON) / "README.md").write_text("Mine.")

    with pytest.raises(GraderError, match=r"two files README\.md"):
        handout.contents(course, [LESSON])


def test_no_kit_is_written_where_it_would_show_an_answer(course, tmp_path):
    path = course.path("release", ".", LESSON) / "tips.md"
    path.write_text("Begin with `s = 1 / (1 + np.exp(-z))`.")

    with pytest.raises(GraderError, match=r"tips.md shows `1 / \(1 \+ np.exp\(-z\)\)`, of the solution of sigmoid"):
        handout.write(tmp_path / "kit.zip", course, [LESSON])
    assert [] == list(tmp_path.glob("*.zip"))


def test_a_file_that_cannot_be_looked_into_is_handed_out_beside_the_kit(course, tmp_path):
    (course.path("release", ".", LESSON) / "slides.pdf").write_bytes(b"%PDF-1.7")

    with pytest.raises(GraderError, match=r"slides\.pdf cannot be looked into"):
        handout.write(tmp_path / "kit.zip", course, [LESSON])


@pytest.mark.parametrize("name", ["gradebook.db", "kit", "kit.tar.gz"])
def test_a_kit_takes_the_place_of_no_other_file(name):
    with pytest.raises(GraderError, match=r"does not end in \.zip"):
        handout.require_zip(Path(name))


def test_a_kit_where_nothing_can_be_written(released_course, tmp_path):
    with pytest.raises(GraderError, match="cannot be written"):
        handout.write(tmp_path / "nowhere" / "kit.zip", released_course, [LESSON])
