"""Submitted notebooks: whatever is handed in is put back on the rails of the source, or refused in one sentence."""

from __future__ import annotations

import contextlib
import copy
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell
from nbgrader.preprocessors import CheckCellMetadata

from grader.notebooks import (
    MAX_BYTES,
    MAX_CELLS,
    MAX_FILES,
    NotHandedIn,
    Unreadable,
    defined_names,
    find_notebook,
    is_demo,
    is_solution,
    is_test,
    read_folder,
    read_notebook,
    rebuild,
)

LESSON = "02-toy"
POINTS = {"sigmoid-check": 10, "propagate-check": 20}


def graded(ident: str, **fields: Any) -> dict[str, Any]:
    flags = {"grade": False, "solution": False, "task": False, "locked": True, "schema_version": 3}
    return {"nbgrader": {**flags, "grade_id": ident, **fields}}


def solution(name: str, body: str = "return 1") -> NotebookNode:
    metadata = graded(name, solution=True, locked=False)
    return new_code_cell(f"def {name}(z):\n    {body}", metadata=metadata, id=name)


def check(name: str) -> NotebookNode:
    ident = f"{name}-check"
    return new_code_cell(f"check({name})", metadata=graded(ident, grade=True, points=POINTS[ident]), id=ident)


def demo(name: str) -> NotebookNode:
    metadata = {**graded(name), "tags": ["demo"]}
    return new_code_cell("slow()", metadata=metadata, id=name)


KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
SOURCE = new_notebook(
    metadata=KERNEL,
    cells=[
        new_markdown_cell("# A toy", id="title"),
        new_code_cell("import numpy as np", id="setup"),
        demo("demo-load"),
        solution("sigmoid"),
        check("sigmoid"),
        new_markdown_cell("Next.", id="next"),
        solution("propagate"),
        check("propagate"),
    ],
)


def handed_in() -> NotebookNode:
    """A submission in which nothing but the solutions was written."""
    nb = copy.deepcopy(SOURCE)
    cell(nb, "sigmoid").source = "def sigmoid(z):\n    return 2"
    cell(nb, "propagate").source = "def propagate(z):\n    return 3"
    return nb


def cell(nb: NotebookNode, ident: str) -> NotebookNode:
    return next(cell for cell in nb.cells if cell.get("id") == ident)


def place(nb: NotebookNode, ident: str) -> int:
    return next(index for index, cell in enumerate(nb.cells) if cell.get("id") == ident)


def grade_ids(nb: NotebookNode) -> list[str]:
    return [cell.metadata.nbgrader.grade_id for cell in nb.cells if "nbgrader" in cell.metadata]


def rebuilt(nb: Any, tmp_path: Path) -> NotebookNode:
    """Hand a notebook in as a file, read it and rebuild it; what comes must be sound whatever went in."""
    path = tmp_path / f"{LESSON}.ipynb"
    path.write_text(json.dumps(nb), "utf-8")
    result = rebuild(SOURCE, read_notebook(path))
    check_soundness(result)
    return result


def check_soundness(result: NotebookNode) -> None:
    """It is a valid notebook, nbgrader takes it, and its tests, points and kernel are those of the source."""
    nbformat.validate(result)
    CheckCellMetadata().preprocess(copy.deepcopy(result), {})
    tests = {cell.metadata.nbgrader.grade_id: cell for cell in result.cells if is_test(cell)}

    assert POINTS == {ident: test.metadata.nbgrader.points for ident, test in tests.items()}
    assert all(cell(SOURCE, ident) == test for ident, test in tests.items())
    assert KERNEL == result.metadata
    assert len(grade_ids(result)) == len(set(grade_ids(result)))
    for name in ("sigmoid", "propagate"):
        places = [index for index, one in enumerate(result.cells) if is_solution(one) and one.id == name]
        assert all(index < place(result, f"{name}-check") for index in places)


def test_what_is_handed_in_as_it_should_be_stays_as_it_is(tmp_path: Path) -> None:
    assert handed_in().cells == rebuilt(handed_in(), tmp_path).cells


def test_a_submission_is_not_changed_by_rebuilding_it() -> None:
    nb = handed_in()
    rebuild(SOURCE, nb)

    assert handed_in() == nb


# test cells


def deleted(nb: NotebookNode) -> None:
    del nb.cells[place(nb, "propagate-check")]


def doubled(nb: NotebookNode) -> None:
    nb.cells.append(copy.deepcopy(cell(nb, "propagate-check")))
    nb.cells.insert(0, copy.deepcopy(cell(nb, "propagate-check")))


def moved_to_the_top(nb: NotebookNode) -> None:
    nb.cells.insert(0, nb.cells.pop(place(nb, "propagate-check")))


def edited(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").source = "print('passed')"


def worth_more(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").metadata.nbgrader.points = 1000


def made_a_solution(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").metadata.nbgrader.update(solution=True, grade=False)


def made_markdown(nb: NotebookNode) -> None:
    nb.cells[place(nb, "propagate-check")] = new_markdown_cell(
        "check(propagate)", metadata=graded("propagate-check"), id="propagate-check"
    )


def untagged(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").metadata = NotebookNode()


def unnamed(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").id = "other"


def named_like_the_other(nb: NotebookNode) -> None:
    cell(nb, "propagate-check").metadata.nbgrader.grade_id = "sigmoid-check"


TEST_CELL_CHANGES = [
    deleted,
    doubled,
    moved_to_the_top,
    edited,
    worth_more,
    made_a_solution,
    made_markdown,
    untagged,
    unnamed,
    named_like_the_other,
]


@pytest.mark.parametrize("change", TEST_CELL_CHANGES, ids=lambda change: change.__name__)
def test_a_test_cell_is_always_the_source_s(change: Callable[[NotebookNode], None], tmp_path: Path) -> None:
    nb = handed_in()
    change(nb)
    result = rebuilt(nb, tmp_path)

    assert ["demo-load", "sigmoid", "propagate"] == [one for one in grade_ids(result) if not one.endswith("check")]
    assert "def propagate(z):\n    return 3" == cell(result, "propagate").source


def test_a_test_moved_up_stands_right_behind_its_solution(tmp_path: Path) -> None:
    nb = handed_in()
    moved_to_the_top(nb)

    assert place(SOURCE, "propagate") + 1 == place(rebuilt(nb, tmp_path), "propagate-check")


def test_a_test_moved_down_stays_there(tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells.append(nb.cells.pop(place(nb, "sigmoid-check")))

    assert ["propagate-check", "sigmoid-check"] == [one.id for one in rebuilt(nb, tmp_path).cells[-2:]]


# solution cells


def test_a_solution_that_moved_takes_its_test_along(tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells.append(nb.cells.pop(place(nb, "sigmoid")))
    result = rebuilt(nb, tmp_path)

    assert place(result, "sigmoid") < place(result, "sigmoid-check")


@pytest.mark.parametrize("keep_id", [True, False], ids=["an id", "its function"])
def test_a_solution_without_its_metadata_is_known_by(keep_id: bool, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid").metadata = NotebookNode()
    if not keep_id:
        cell(nb, "sigmoid").id = "no-name"
    result = rebuilt(nb, tmp_path)

    assert ("def sigmoid(z):\n    return 2", True) == (
        cell(result, "sigmoid").source,
        is_solution(cell(result, "sigmoid")),
    )
    assert len(SOURCE.cells) == len(result.cells)


@pytest.mark.parametrize("metadata", [None, [], "text", {"nbgrader": None}, {"nbgrader": []}, {"nbgrader": {}}])
def test_emptied_metadata_is_filled_in_again(metadata: Any, tmp_path: Path) -> None:
    nb = json.loads(nbformat.writes(handed_in()))
    for one in nb["cells"]:
        one["metadata"] = metadata

    assert grade_ids(SOURCE) == grade_ids(rebuilt(nb, tmp_path))


def test_the_last_cell_that_defines_a_lost_function_counts(tmp_path: Path) -> None:
    nb = handed_in()
    del nb.cells[place(nb, "sigmoid")]
    for number in (4, 5):
        nb.cells.append(new_code_cell(f"%matplotlib inline\ndef sigmoid(z):\n    return {number}"))

    assert "return 5" in cell(rebuilt(nb, tmp_path), "sigmoid").source


def test_the_last_of_doubled_solutions_counts_and_the_first_still_runs(tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells.append(copy.deepcopy(cell(nb, "sigmoid")))
    nb.cells[-1].source = "def sigmoid(z):\n    return 9"
    result = rebuilt(nb, tmp_path)

    assert "return 9" in cell(result, "sigmoid").source
    assert 2 == sum("def sigmoid" in one.source for one in result.cells)


def test_two_functions_in_one_cell_are_both_tested_behind_it(tmp_path: Path) -> None:
    nb = handed_in()
    both = cell(nb, "sigmoid").source + "\n\n" + cell(nb, "propagate").source
    nb.cells = [one for one in nb.cells if one.id not in ("sigmoid", "propagate")]
    nb.cells.append(new_code_cell(both, id="both"))
    result = rebuilt(nb, tmp_path)

    assert [both] == [one.source for one in result.cells if is_solution(one)]
    assert ["sigmoid-check", "propagate-check"] == [one.id for one in result.cells[-2:]]


@pytest.mark.parametrize(("kept", "dropped"), [("sigmoid", "propagate"), ("propagate", "sigmoid")])
def test_a_function_may_stand_in_the_other_one_s_cell(kept: str, dropped: str, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, kept).source += "\n\n" + cell(nb, dropped).source
    del nb.cells[place(nb, dropped)]
    result = rebuilt(nb, tmp_path)

    assert [kept] == [one.id for one in result.cells if is_solution(one)]
    assert place(result, kept) < place(result, f"{dropped}-check")


@pytest.mark.parametrize("make", [new_markdown_cell, new_raw_cell])
def test_a_solution_of_another_type_is_code_again(make: Callable[..., NotebookNode], tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells[place(nb, "sigmoid")] = make("def sigmoid(z):\n    return 2", metadata=graded("sigmoid"), id="sigmoid")
    result = cell(rebuilt(nb, tmp_path), "sigmoid")

    assert ("code", "def sigmoid(z):\n    return 2") == (result.cell_type, result.source)


def test_a_solution_that_took_a_test_s_name_is_still_the_solution(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid").metadata.nbgrader.grade_id = "sigmoid-check"
    nb.cells[place(nb, "sigmoid")].id = "lost"

    assert "def sigmoid(z):\n    return 2" == cell(rebuilt(nb, tmp_path), "sigmoid").source


def test_a_solution_tagged_as_a_demo_is_run_all_the_same(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid").metadata.tags = ["demo"]

    assert not is_demo(cell(rebuilt(nb, tmp_path), "sigmoid"))


def test_a_missing_solution_leaves_its_test_in_place(tmp_path: Path) -> None:
    nb = handed_in()
    del nb.cells[place(nb, "sigmoid")]
    result = rebuilt(nb, tmp_path)

    assert place(result, "sigmoid-check") < place(result, "propagate")


def test_nothing_handed_in_leaves_the_tests_alone(tmp_path: Path) -> None:
    """A demonstration is not asked for."""
    assert ["sigmoid-check", "propagate-check"] == grade_ids(rebuilt(new_notebook(), tmp_path))


# other cells


def test_cells_of_the_student_s_own_stay_where_they_are(tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells.insert(2, new_code_cell("helper = 7", id="mine"))

    assert ("helper = 7", 2) == (rebuilt(nb, tmp_path).cells[2].source, place(rebuilt(nb, tmp_path), "mine"))


def test_a_demo_is_the_source_s_where_the_student_kept_it(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "demo-load").source = "fast()"

    assert "slow()" == cell(rebuilt(nb, tmp_path), "demo-load").source


def test_outputs_that_were_handed_in_do_not_count(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid-check").outputs = [nbformat.v4.new_output("stream", text="10 points")]
    cell(nb, "setup").outputs = [nbformat.v4.new_output("stream", text="hello")]

    assert [] == [output for one in rebuilt(nb, tmp_path).cells for output in one.get("outputs", [])]


def test_the_kernel_is_the_source_s(tmp_path: Path) -> None:
    nb = handed_in()
    nb.metadata = {"kernelspec": {"name": "bash", "display_name": "Bash", "language": "bash"}}

    assert KERNEL == rebuilt(nb, tmp_path).metadata


@pytest.mark.parametrize("ident", ["", " ", "ä", "a b", "x" * 65, "../..", "title", "sigmoid-check\n", "<b>"])
def test_ids_that_nbformat_does_not_take_are_replaced(ident: str, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").id = ident
    result = rebuilt(nb, tmp_path)

    assert len(result.cells) == len({one.id for one in result.cells})
    assert "import numpy as np" == result.cells[1].source


def test_a_student_s_cell_cannot_take_the_id_of_a_test(tmp_path: Path) -> None:
    """By its id it counts as the test, whose source comes from the source notebook."""
    nb = handed_in()
    nb.cells.append(new_code_cell("print('passed')", id="sigmoid-check"))

    assert "check(sigmoid)" == cell(rebuilt(nb, tmp_path), "sigmoid-check").source


# cells that the lesson gives


IMPORT = "import numpy as np"


def without_ids(nb: NotebookNode) -> NotebookNode:
    nb.nbformat_minor = 4
    for one in nb.cells:
        del one["id"]
    return nb


def as_format_3(nb: NotebookNode) -> Any:
    return nbformat.convert(nb, 3)


@pytest.mark.parametrize("form", [lambda nb: nb, without_ids, as_format_3])
def test_a_deleted_import_is_put_back_ahead_of_all_answers(form: Callable[..., Any], tmp_path: Path) -> None:
    nb = handed_in()
    del nb.cells[place(nb, "setup")]
    nb.cells.insert(1, new_code_cell("half = np.float64(0.5)", id="mine"))
    sources = [one.source for one in rebuilt(form(nb), tmp_path).cells]

    assert 1 == sources.count(IMPORT)
    assert sources.index(IMPORT) < sources.index("half = np.float64(0.5)")


@pytest.mark.parametrize("form", [lambda nb: nb, without_ids, as_format_3])
@pytest.mark.parametrize("changed", [IMPORT + "\nimport math", "# mine\n" + IMPORT])
def test_a_changed_copy_is_the_only_one(form: Callable[..., Any], changed: str, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").source = changed
    sources = [one.source for one in rebuilt(form(nb), tmp_path).cells]

    assert [changed] == [source for source in sources if IMPORT in source]


def test_a_copy_merged_into_an_answer_is_the_only_one(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid").source = IMPORT + "\n" + cell(nb, "sigmoid").source
    del nb.cells[place(nb, "setup")]

    assert 1 == sum(IMPORT in one.source for one in rebuilt(nb, tmp_path).cells)


@pytest.mark.parametrize("left", ["", "\n\n", "# import numpy as np"])
def test_an_emptied_copy_does_not_count(left: str, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").source = left

    assert IMPORT in [one.source for one in rebuilt(nb, tmp_path).cells]


@pytest.mark.parametrize("kind", ["markdown", "raw", None])
def test_a_copy_of_another_type_is_code_again(kind: Any, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").cell_type = kind

    assert ("code", IMPORT) == (
        cell(rebuilt(nb, tmp_path), "setup").cell_type,
        cell(rebuilt(nb, tmp_path), "setup").source,
    )


def test_a_lost_cell_stands_behind_the_one_before_it(tmp_path: Path) -> None:
    source = copy.deepcopy(SOURCE)
    source.cells.insert(5, new_code_cell("print(sigmoid(0))", id="sigmoid-try"))
    result = rebuild(source, handed_in())

    assert ["sigmoid-check", "sigmoid-try", "next"] == [one.id for one in result.cells[4:7]]


def test_what_is_put_back_leaves_the_source_alone(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").source = ""
    source = copy.deepcopy(SOURCE)
    rebuild(source, nb)

    assert SOURCE == source


# pictures


PASTED = {"image.png": {"image/png": "iVBORw0KGgo="}}


def test_a_picture_pasted_into_a_text_stays(tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "next").attachments = PASTED

    assert PASTED == cell(rebuilt(nb, tmp_path), "next").attachments


@pytest.mark.parametrize(
    "junk", [None, 7, [], "x", {"a": 7}, {"a": {"image/png": [7]}}, {"\ud83e": {"\ud83e": "\ud83e"}}]
)
def test_what_is_no_picture_is_left_out(junk: Any, tmp_path: Path) -> None:
    nb = json.loads(nbformat.writes(handed_in()))
    for one in nb["cells"]:
        one["attachments"] = junk

    assert len(SOURCE.cells) == len(rebuilt(nb, tmp_path).cells)


# forms of notebooks


def test_a_notebook_of_format_3_is_converted(tmp_path: Path) -> None:
    nb = nbformat.convert(handed_in(), 3)
    result = rebuilt(nb, tmp_path)

    assert "def sigmoid(z):\n    return 2" in [one.source for one in result.cells]


def test_a_notebook_without_ids_is_read(tmp_path: Path) -> None:
    nb = handed_in()
    nb.nbformat_minor = 4
    for one in nb.cells:
        del one["id"]

    assert grade_ids(SOURCE) == grade_ids(rebuilt(nb, tmp_path))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (["def sigmoid(z):\n", "    return 2"], "def sigmoid(z):\n    return 2"),
        (["a", 1, None, "b"], "ab"),
        (None, ""),
        (7, ""),
        ({"a": 1}, ""),
        ("half \ud800 a character", "half ? a character"),
    ],
)
def test_a_source_of_any_kind_becomes_a_text(source: Any, text: str, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "sigmoid").source = source

    assert text == cell(rebuilt(nb, tmp_path), "sigmoid").source


@pytest.mark.parametrize("kind", [None, 7, "heading", ["code"], {}])
def test_a_cell_of_no_known_type_is_text(kind: Any, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "next").cell_type = kind

    assert "markdown" == cell(rebuilt(nb, tmp_path), "next").cell_type


def test_what_is_no_cell_is_left_out(tmp_path: Path) -> None:
    nb = handed_in()
    nb.cells[1:1] = [None, 7, "text", [], [{}]]

    assert SOURCE.cells[1].id == rebuilt(nb, tmp_path).cells[1].id


@pytest.mark.parametrize("tags", [None, 7, "demo", {"demo": 1}, [1, None], ["a", "a"], ["a,b"]])
def test_tags_that_nbformat_does_not_take_are_dropped(tags: Any, tmp_path: Path) -> None:
    nb = handed_in()
    cell(nb, "setup").metadata["tags"] = tags

    assert {} == cell(rebuilt(nb, tmp_path), "setup").metadata


@pytest.mark.parametrize(
    "content",
    [
        {"cells": []},
        {"cells": [{}]},
        {"cells": [{"cell_type": "code"}], "nbformat": 4},
        {"cells": [{"cell_type": "code", "id": 7, "source": "x"}], "nbformat": 9, "metadata": None},
    ],
    ids=str,
)
def test_the_least_that_is_a_notebook_is_read(content: Any, tmp_path: Path) -> None:
    assert len(POINTS) <= len(rebuilt(content, tmp_path).cells)


def test_a_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text(nbformat.writes(handed_in()), "utf-8-sig")

    assert len(SOURCE.cells) == len(read_notebook(path).cells)


# what is no notebook


NESTED = '{"cells": ' + "[" * 400 + "]" * 400 + "}"
DEEP_METADATA = '{"cells": [{"cell_type": "code", "metadata": ' + '{"a":' * 400 + "1" + "}" * 400 + "}]}"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is no JSON"),
        (b"hello", "it is no JSON"),
        (b'{"cells": [', "it is no JSON"),
        (b'{"cells": ' + b"[" * 200_000, "it is no JSON"),
        (b"9" * 5_000, "it is no JSON"),
        (b"\x00\x01\x02", "it is no JSON"),
        (b"null", "it has no list of cells"),
        (b"[]", "it has no list of cells"),
        (b"7", "it has no list of cells"),
        (b"{}", "it has no list of cells"),
        (b'{"cells": {}}', "it has no list of cells"),
        (b'{"cells": null, "worksheets": []}', "it has no list of cells"),
        (b'{"worksheets": []}', "it is of an old format and cannot be converted"),
        (b'{"worksheets": [7], "nbformat": 3}', "it is of an old format and cannot be converted"),
        (b'{"cells": [], "nbformat": "four"}', "it is of an old format and cannot be converted"),
        (nbformat.writes(SOURCE).encode("utf-16"), "its text is not UTF-8"),
        (nbformat.writes(SOURCE).encode("utf-8") + b"\xff", "its text is not UTF-8"),
        (NESTED.encode(), "it is nested too deeply"),
        (DEEP_METADATA.encode(), "it is nested too deeply"),
        (json.dumps({"cells": [{}] * (MAX_CELLS + 1)}).encode(), f"it has more than {MAX_CELLS} cells"),
    ],
    ids=lambda content: str(content)[:40],
)
def test_what_is_no_notebook_is_refused_in_a_few_words(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "a.ipynb"
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_notebook(path)

    assert sentence == str(caught.value)


def make_folder(path: Path) -> None:
    path.mkdir()


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def make_circle(path: Path) -> None:
    path.symlink_to(path)


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_link_to_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def make_huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (make_folder, "it is a folder, not a file"),
        (make_dangling_link, "No such file or directory"),
        (make_circle, "Too many levels of symbolic links"),
        (make_pipe, "it is not a plain file"),
        (make_link_to_device, "it is not a plain file"),
        (make_huge, "it is larger than 50 MB"),
    ],
)
def test_what_is_no_plain_file_is_refused(make: Callable[[Path], None], sentence: str, tmp_path: Path) -> None:
    path = tmp_path / f"{LESSON}.ipynb"
    make(path)
    with pytest.raises(Unreadable) as caught:
        find_notebook(read_folder(tmp_path, LESSON), LESSON, SOURCE)

    assert sentence == str(caught.value)


def make_many(folder: Path) -> None:
    for number in range(MAX_FILES + 1):
        (folder / f"{number}.ipynb").write_text("{}")


def make_heap(folder: Path) -> None:
    for number in range(3):
        with (folder / f"{number}.ipynb").open("wb") as file:
            file.truncate(MAX_BYTES // 2)


@pytest.mark.parametrize(
    ("make", "sentence"), [(make_many, "more than 200 notebooks"), (make_heap, "together are larger than 50 MB")]
)
def test_a_folder_may_not_hold_more_than_travels(make: Callable[[Path], None], sentence: str, tmp_path: Path) -> None:
    make(tmp_path)
    files = read_folder(tmp_path, LESSON)
    with pytest.raises(Unreadable, match=sentence):
        find_notebook(files, LESSON, SOURCE)

    assert 1 == len(files)


# finding the notebook


def hand_in(folder: Path, name: str, nb: NotebookNode) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nb, folder / name)


def marked(text: str, cells: int = len(SOURCE.cells)) -> NotebookNode:
    nb = handed_in()
    nb.cells = nb.cells[:cells]
    nb.cells[0].source = text
    return nb


def found_in(folder: Path) -> str:
    return str(find_notebook(read_folder(folder, LESSON), LESSON, SOURCE).cells[0].source)


def test_the_notebook_of_the_lesson_s_name_is_the_one(tmp_path: Path) -> None:
    hand_in(tmp_path, f"{LESSON}.ipynb", marked("named", 1))
    hand_in(tmp_path, "other.ipynb", marked("fuller"))

    assert "named" == found_in(tmp_path)


def test_else_the_one_with_most_of_its_cells(tmp_path: Path) -> None:
    hand_in(tmp_path, "a.ipynb", marked("begun", 4))
    hand_in(tmp_path, "my work/final (2).ipynb", marked("finished"))
    hand_in(tmp_path, "z.ipynb", new_notebook(cells=[new_markdown_cell("of another lesson")]))

    assert "finished" == found_in(tmp_path)


def test_copies_that_jupyter_keeps_are_not_asked(tmp_path: Path) -> None:
    hand_in(tmp_path, ".ipynb_checkpoints/a-checkpoint.ipynb", marked("old"))
    with pytest.raises(NotHandedIn, match=f"{LESSON}.ipynb"):
        found_in(tmp_path)


def test_a_broken_notebook_beside_a_good_one_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("broken")
    (tmp_path / "folder.ipynb").mkdir()
    hand_in(tmp_path, "b.ipynb", marked("good"))

    assert "good" == found_in(tmp_path)


def test_where_all_are_broken_the_first_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("broken")
    (tmp_path / "b.ipynb").write_bytes(b"\xff")
    with pytest.raises(Unreadable, match="it is no JSON"):
        found_in(tmp_path)


def test_an_empty_folder_holds_no_notebook(tmp_path: Path) -> None:
    with pytest.raises(NotHandedIn):
        found_in(tmp_path)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def f(x):\n    y = 1\n    return y", ["f"]),
        ("class A:\n    def f(self): pass", ["A"]),
        ("f = lambda x: x\ng=2\nh == 3\nk += 1", ["f", "g"]),
        ("%matplotlib inline\ndef f(x: return", ["f"]),
        ("    def f(): pass", []),
        ("", []),
        ("\0", []),
        ("x = " + "(" * 100_000, ["x"]),
    ],
)
def test_names_defined_at_the_left_margin_are_found_in_any_text(source: str, names: list[str]) -> None:
    assert names == list(defined_names(source))


# any notebook at all

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
IDENTS = st.sampled_from(["sigmoid", "sigmoid-check", "propagate", "propagate-check", "demo-load", "title", "x"])
JUNK = st.recursive(
    SCALARS | IDENTS | st.just("def sigmoid(z): pass"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | IDENTS, inner, max_size=3),
    max_leaves=6,
)


def paths(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the way to every part of a JSON value."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(deeper for key, item in items for deeper in paths(item, (*path, key)))]


def mutated(node: Any, path: tuple[Any, ...], action: str, junk: Any) -> Any:
    """Replace, delete, double or move to the front the part at `path`."""
    if not path:
        return junk if action == "replace" else node
    node = copy.deepcopy(node)
    parent = node
    for key in path[:-1]:
        parent = parent[key]
    key = path[-1]
    if action == "replace":
        parent[key] = junk
    elif action == "double" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[key]))
    elif action == "move" and isinstance(parent, list):
        parent.insert(0, parent.pop(key))
    else:
        del parent[key]
    return node


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_mutation_of_a_notebook_is_rebuilt_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`rebuilt` checks that what comes is valid and has the source's tests; nothing but `Unreadable` is raised."""
    content = json.loads(nbformat.writes(handed_in(), version=data.draw(st.sampled_from([4, 4, 4, 3]))))
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(paths(content)))
        action = data.draw(st.sampled_from(["replace", "replace", "delete", "double", "move"]))
        content = mutated(content, path, action, data.draw(JUNK))
    with contextlib.suppress(Unreadable):
        rebuilt(content, tmp_path_factory.getbasetemp())
