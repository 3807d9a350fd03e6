"""Walkthroughs: README's example run on two short lessons; the pages looked at as a reader, and a browser, would."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from nbformat.v4 import new_code_cell
from support import LESSON, refused, run_here
from test_readme import examples

from grader import course as course_folder
from grader.lessons import LESSONS
from grader.walkthrough import write_walkthroughs
from grader.walkthrough.exercises import slips
from grader.walkthrough.formulas import MathRenderer, to_mathml
from grader.walkthrough.lessons import Source, find_sources
from helpers.cases import public_questions
from helpers.errors import GraderError

OTHER = "03-one-hidden-layer"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
ROOT = Path(__file__).parent.parent
KEPT = {  # cells of two lessons: one exercise and one figure each, and formulas of every kind
    LESSON: r"title|setup|vectors-formula|sigmoid.*|demo-sigmoid|likelihood-.*|derivative-.*|vectorise-text",
    OTHER: r"title|setup|demo-activations|layer_sizes.*|back-output|predict-formula",
}
LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "xlink:href", "manifest", "ping")


def shorten(lesson: str, root: Path) -> Path:
    """Copy a lesson's notebook into another root, with the cells that are kept."""
    nb = nbformat.read(ROOT / "notebooks" / lesson / f"{lesson}.ipynb", 4)
    nb.cells = [cell for cell in nb.cells if re.fullmatch(KEPT[lesson], cell.id)]
    path = root / "notebooks" / lesson / f"{lesson}.ipynb"
    path.parent.mkdir(parents=True)
    nbformat.write(nb, path)
    return path


@pytest.fixture(scope="session")
def checkout(parent_of_workers: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with two short lessons; read it, never write into it."""
    root = tmp_path_factory.mktemp("checkout")
    for lesson in KEPT:
        shorten(lesson, root)
    return root


@pytest.fixture(scope="session")
def pages(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that README's examples for self-learners write; read it, never write into it."""
    home = tmp_path_factory.mktemp("learner with ä space")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setattr(course_folder, "ROOT", checkout)
        commands = [words for program, *words in examples("For self-learners") if program == "course"]
        made = [words for words in commands if words[0] == "walkthrough"]
        assert made
        for words in made:
            done = run_here(*words)
            assert 0 == done.returncode, done.stderr
    return home / "walkthrough"


def page(folder: Path, lesson: str) -> BeautifulSoup:
    return BeautifulSoup((folder / f"{lesson}.html").read_text(encoding="utf-8"), "html.parser")


def cell(soup: BeautifulSoup, ident: str) -> BeautifulSoup:
    return soup.find(id=f"cell-id={ident}")


# What a reader finds


def test_the_solution_is_folded_under_its_stub(pages):
    exercise = cell(page(pages, LESSON), "sigmoid")
    solution = exercise.find("details", class_="solution").extract()

    assert not solution.has_attr("open")
    assert "s = 1 / (1 + np.exp(-z))" in solution.get_text()
    assert LESSONS[LESSON].exercise("sigmoid").why.split("`")[-1] in solution.get_text()
    assert "with z a single number" in solution.get_text()
    assert "# YOUR CODE (about 1 line)" in exercise.get_text()
    assert "np.exp(-z)" not in page(pages, LESSON).get_text().replace(solution.get_text(), "")


def test_each_known_mistake_is_told_with_what_it_looks_like(pages):
    table = cell(page(pages, OTHER), "layer_sizes").find("details", class_="mistakes").find("table")
    told = [[one.get_text() for one in row.find_all(["th", "td"])] for row in table.tbody.find_all("tr")]
    known = LESSONS[OTHER].mistakes_of(LESSONS[OTHER].exercise("layer_sizes"))

    assert [(one.says, one.hint.replace("`", "")) for one in known] == [(row[0], row[2]) for row in told]
    assert "with X (5, 3) and Y (2, 3): n_x has other numbers: 3 came, 5 was wanted" in told[0][1]
    assert "n_x is a tuple; wanted: a number" in told[2][1]


def test_a_page_shows_what_the_code_shows(pages):
    soup = page(pages, LESSON)
    source = nbformat.read(ROOT / "notebooks" / LESSON / f"{LESSON}.ipynb", 4)
    expected = next(one.source for one in source.cells if one.id == "sigmoid-expected")

    assert expected.split("```text\n")[1].removesuffix("\n```") in cell(soup, "sigmoid-try").get_text()
    assert "right, all cases pass." in cell(soup, "sigmoid-check").get_text()
    assert cell(soup, "sigmoid-expected") is None
    assert "HIDDEN" not in str(soup)
    assert "check_private" not in str(soup)


def test_every_figure_has_its_description_under_it(pages):
    figures = [figure for lesson in KEPT for figure in page(pages, lesson).find_all("figure")]

    assert 2 == len(figures)
    for figure in figures:
        assert figure.img["src"].startswith("data:image/png;base64,")
        assert figure.img["alt"].endswith("(described below)")
        assert len(figure.figcaption.get_text()) > 40
        assert figure.figcaption.get_text() not in str(figure.find_next("pre"))


def test_the_index_lists_lessons_in_course_order(pages):
    soup = page(pages, "index")
    items = soup.find("ol").find_all("li", recursive=False)

    assert [f"{lesson}.html" for lesson in KEPT] == [item.a["href"] for item in items]
    assert "derive cross-entropy from maximum likelihood" in items[0].get_text()
    assert "about 120 minutes" in items[0].get_text()
    assert "6 exercises, 100 points" in items[0].get_text()


@pytest.mark.parametrize("name", [*KEPT, "index"])
def test_a_page_is_sound(pages, name):
    soup = page(pages, name)

    assert "en" == soup.html["lang"]
    assert soup.title.get_text()
    assert 1 == len(soup.find_all("h1"))
    assert all(image.get("alt") for image in soup.find_all("img"))
    assert [] == [
        link["href"] for link in soup.find_all("a", href=re.compile("^[^#h]")) if not (pages / link["href"]).exists()
    ]


# Formulas


@pytest.mark.parametrize("source", find_sources(ROOT), ids=lambda source: source.name)
def test_every_formula_becomes_mathml_and_every_link_has_its_place(source):
    """In all lessons, whole: what is left of TeX is a formula that the library did not understand."""
    texts = [one.source for one in source.notebook.cells if one.cell_type == "markdown"]
    soup = BeautifulSoup(
        "\n".join(MarkdownWithMath(renderer=MathRenderer(escape=False)).render(text) for text in texts), "html.parser"
    )
    for code in soup.find_all(["code", "pre"]):
        code.decompose()
    ids = {tag["id"] for tag in soup.find_all(id=True)}

    assert [] == re.findall(r".{0,30}[\\$].{0,30}", soup.get_text())
    assert [] == [link["href"] for link in soup.find_all("a", href=re.compile("^#")) if link["href"][1:] not in ids]


def test_a_formula_that_cannot_be_drawn_is_shown_in_one_line():
    with pytest.raises(GraderError, match=r"The formula a \\unknown b cannot be drawn .*\\unknown") as refusal:
        to_mathml(r"a \unknown b", displaystyle=True)

    assert "\n" not in str(refusal.value)


# No request


@pytest.mark.parametrize("name", [*KEPT, "index"])
def test_nothing_in_a_page_is_loaded_from_elsewhere(pages, name):
    soup = page(pages, name)
    styles = " ".join(
        [*(one.get_text() for one in soup.find_all("style")), *(one["style"] for one in soup.find_all(style=True))]
    )
    loaded = [one[name] for name in LOADING for one in soup.find_all(attrs={name: True})]

    assert [] == soup.find_all(["script", "link", "iframe", "object", "embed", "video", "audio", "base", "form"])
    assert [] == [address for address in loaded if not address.startswith("data:image/png;base64,")]
    assert not re.search(r"url\(|@import|image-set", styles)
    assert soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"].startswith(
        "default-src 'none'"
    )


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser")
def test_a_browser_sends_no_request_for_a_page(pages, tmp_path):
    """Without the policy that forbids them; the one planted at the end shows that a request would be seen."""
    planted = "http://127.0.0.1:9/planted.png"
    spy = (
        f'<img src="{planted}"><script>addEventListener("load", () => document.title = '
        'performance.getEntriesByType("resource").map(one => one.name).join(" "))</script></body>'
    )
    text = (pages / f"{LESSON}.html").read_text(encoding="utf-8")
    text = re.sub(r"<meta[^>]*Content-Security-Policy[^>]*>", "", text).replace("</body>", spy)
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [*command, "--dump-dom", f"file://{tmp_path / 'page.html'}"], capture_output=True, text=True, check=True
    )

    assert "Content-Security-Policy" not in text
    assert f"<title>{planted}</title>" in done.stdout


# Again only where something has changed


def test_what_has_not_changed_is_not_made_again(checkout, pages):
    before = {one: one.stat().st_mtime_ns for one in pages.glob("0*.html")}
    write_walkthroughs(checkout, pages)

    assert 2 == len(before)
    assert before == {one: one.stat().st_mtime_ns for one in before}


def test_a_page_is_made_of_its_notebook_its_cases_its_words_and_the_code_it_runs(tmp_path, monkeypatch):
    source = Source(shorten(LESSON, tmp_path))
    before = source.made_of()
    assert before == Source(source.path).made_of()

    first, *others = LESSONS[LESSON].exercises
    reworded = replace(LESSONS[LESSON], exercises=(replace(first, why="Otherwise."), *others))
    monkeypatch.setattr("grader.walkthrough.lessons.LESSONS", {LESSON: reworded})
    words = source.made_of()
    monkeypatch.undo()
    monkeypatch.setattr("grader.kit.files", lambda: {"helpers/plots.py": tmp_path / "plots.py"})
    (tmp_path / "plots.py").write_text("SIZE = 1")
    code = source.made_of()
    source.path.write_text(source.path.read_text().replace("Squash", "Press"))

    assert 4 == len({before, words, code, Source(source.path).made_of()})


# What can go wrong


def broken(root: Path, lesson: str, code: str) -> None:
    """Put a cell in the place of all but the first ones of a short lesson."""
    path = shorten(lesson, root)
    nb = nbformat.read(path, 4)
    nb.cells = [one for one in nb.cells if one.id in ("title", "setup")] + [new_code_cell(code, id="broken")]
    nbformat.write(nb, path)


def test_cells_that_no_page_can_show_are_named_and_the_index_says_what_is_missing(tmp_path, monkeypatch):
    broken(tmp_path, LESSON, "1 / 0")
    broken(tmp_path, OTHER, "from IPython.display import display\ndisplay(plots.image(plots.loss_curves().figure))")
    monkeypatch.setattr(course_folder, "ROOT", tmp_path)
    done = run_here("walkthrough", "--folder", tmp_path / "pages")

    refused(done, f"{LESSON}.ipynb, cell broken", "ZeroDivisionError")
    refused(done, f"{OTHER}.ipynb, cell broken", "a figure without a description", "plots.show")
    assert ["index.html"] == [one.name for one in (tmp_path / "pages").iterdir()]
    assert f"course walkthrough {LESSON}" in (tmp_path / "pages" / "index.html").read_text()


def test_an_unknown_lesson_is_named_beside_the_known_ones(tmp_path):
    refused(run_here("walkthrough", "77-nothing", "--folder", tmp_path / "pages"), "77-nothing", LESSON)
    assert not (tmp_path / "pages").exists()


def test_a_page_of_somebody_else_s_is_not_replaced(tmp_path):
    (tmp_path / "index.html").write_text("<h1>My home page</h1>")

    refused(run_here("walkthrough", LESSON, "--folder", tmp_path), "index.html", "--folder")
    assert "<h1>My home page</h1>" == (tmp_path / "index.html").read_text()


def test_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "pages").write_text("a file in the way")

    refused(run_here("walkthrough", LESSON, "--folder", tmp_path / "pages"), "pages", "cannot be made")


def test_without_a_checkout_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(course_folder, "ROOT", tmp_path)

    refused(run_here("walkthrough", "--folder", tmp_path / "pages"), "no lesson", "checkout")


# What the declarations owe


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_says_why_its_answer_is_right(lesson):
    assert [] == [exercise.name for exercise in LESSONS[lesson].exercises if not exercise.why]


@pytest.mark.parametrize("lesson", [name for name, lesson in LESSONS.items() if lesson.exercises])
def test_every_known_mistake_shows_itself_in_numbers_or_words(lesson):
    told = [slip for question in public_questions(lesson).values() for slip in slips(question)]

    assert len(LESSONS[lesson].mistakes) == len(told)
    assert all(slip.shows and slip.shows != slip.says for slip in told)
