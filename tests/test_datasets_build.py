"""`datasets/build.py` draws the same pictures from the same seed, as many as asked for, and says what is wrong."""

from __future__ import annotations

import runpy
import subprocess
import sys
from itertools import islice
from pathlib import Path

import h5py
import numpy as np
import PIL
import pytest

from helpers import data
from helpers.data import CATS_SHA256, THUMBNAILS_SHA256, content_sha256, load_thumbnails
from helpers.errors import DataError

OLD_PILLOW = tuple(map(int, PIL.__version__.split(".")[:2])) < (11, 3)
BUILD = Path(__file__).parent.parent / "datasets" / "build.py"


@pytest.fixture(scope="module")
def build():
    """The names of build.py, which is a script and not a package's module."""
    return runpy.run_path(str(BUILD))


def run(*arguments):
    return subprocess.run(
        [sys.executable, str(BUILD), *map(str, arguments)], capture_output=True, text=True, check=False
    )


def test_pictures_have_the_shape_and_type_of_the_original_ones(build):
    """X is (m, 64, 64, 3) bytes, Y is (m,) zeros and ones."""
    X, Y = build["draw_pictures"](6, np.random.default_rng(0))

    assert (6, 64, 64, 3) == X.shape
    assert np.uint8 == X.dtype
    assert (6,) == Y.shape
    assert np.int64 == Y.dtype
    assert {0, 1} == set(Y.tolist())


def test_same_state_draws_the_same_pictures(build):
    """The generator is the only source of chance."""
    X, Y = build["draw_pictures"](12, np.random.default_rng(3))
    again, labels = build["draw_pictures"](12, np.random.default_rng(3))

    assert np.array_equal(X, again)
    assert np.array_equal(Y, labels)


def test_another_seed_draws_other_pictures(build):
    """No two of the pictures of two seeds are the same."""
    X, _ = build["draw_pictures"](5, np.random.default_rng(1))
    other, _ = build["draw_pictures"](5, np.random.default_rng(2))

    assert 10 == len({picture.tobytes() for picture in [*X, *other]})


@pytest.mark.parametrize(("share", "cats"), [(0, 0), (0.25, 2), (1, 8)])
def test_share_of_cats(build, share, cats):
    """The number of cats is the share asked for."""
    _, Y = build["draw_pictures"](8, np.random.default_rng(0), share)

    assert cats == Y.sum()


def test_numpys_global_state_is_left_alone(build):
    """Drawing does not disturb a student's own seed."""
    np.random.seed(5)
    expected = np.random.rand()
    np.random.seed(5)
    build["draw_pictures"](2, np.random.default_rng(0))

    assert expected == np.random.rand()


def test_every_subject_and_place_can_be_drawn(build):
    """Each pose, thing and place leaves its trace on the canvas."""
    rng = np.random.default_rng(0)
    places = {*build["INDOORS"], *(place for _, places in build["OTHERS"] for place in places)}
    for place in places:
        image = place(rng)
        for subject in {build["draw_cat"], *(draw for draw, _ in build["OTHERS"])} - {build["draw_nothing"]}:
            before = image.tobytes()
            subject(build["draw_place"](rng, image), rng)

            assert before != image.tobytes()


@pytest.mark.skipif(OLD_PILLOW, reason="this Pillow draws some edges otherwise; 11.3 and later agree")
def test_file_of_the_course_is_what_the_script_builds(build):
    """cats.h5 is fresh: the checksum in helpers/data.py is the one of the arrays that build.py makes now."""
    arrays = build["build"](build["TRAIN"], build["TEST"], build["SEED"])

    assert CATS_SHA256 == content_sha256(arrays)
    assert (72, 33) == (arrays["train_set_y"].sum(), arrays["test_set_y"].sum())


def test_command_writes_the_same_bytes_each_time(tmp_path):
    """Two runs of the command give the same file, with the keys of the original ones."""
    for name in ("one.h5", "two.h5"):
        result = run("--out", tmp_path / name, "--train", 7, "--test", 3, "--seed", 4)

        assert 0 == result.returncode, result.stderr
    with h5py.File(tmp_path / "one.h5", "r") as file:
        shapes = {key: file[key].shape for key in file}
        classes = file["list_classes"][()].tolist()

    assert (tmp_path / "one.h5").read_bytes() == (tmp_path / "two.h5").read_bytes()
    assert ["one.h5", "two.h5"] == sorted(path.name for path in tmp_path.iterdir())
    assert [b"non-cat", b"cat"] == classes
    assert {
        "train_set_x": (7, 64, 64, 3),
        "train_set_y": (7,),
        "test_set_x": (3, 64, 64, 3),
        "test_set_y": (3,),
        "list_classes": (2,),
    } == shapes


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--train", "0"], "'0' is not a whole number of one or more"),
        (["--test", "some"], "'some' is not a whole number of one or more"),
        (["--out", "no/such/folder/cats.h5"], "there is no folder"),
        (["--frames", "3"], "unrecognized arguments: --frames 3"),
    ],
)
def test_bad_options_are_refused_in_one_line(arguments, sentence):
    """A wrong option ends the command with one line on stderr and a status that is not zero."""
    result = run(*arguments)

    assert 2 == result.returncode
    assert 1 == len(result.stderr.splitlines())
    assert sentence in result.stderr


def test_a_file_that_cannot_be_written_is_one_line(tmp_path):
    """Where the file cannot be written, the command says so without a stack trace."""
    (tmp_path / "cats.h5.part").mkdir()
    result = run("--out", tmp_path / "cats.h5", "--train", 1, "--test", 1)

    assert 1 == result.returncode
    assert 1 == len(result.stderr.splitlines())
    assert "cannot write" in result.stderr


def test_help_tells_every_option():
    """--help names each option."""
    result = run("--help")

    assert 0 == result.returncode
    for option in ("--out", "--train", "--test", "--seed"):
        assert option in result.stdout


def test_readmes_example_runs():
    """The example in datasets/README.md runs from the course's own folder."""
    text = (BUILD.parent / "README.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0].replace("1000", "3", 1)
    command = [sys.executable, "-c", code + "print(X.shape, Y.shape)"]
    result = subprocess.run(command, cwd=BUILD.parent.parent, capture_output=True, text=True, check=True)

    assert "(3, 64, 64, 3) (3,)" == result.stdout.strip()


def test_readme_quotes_the_checksum():
    """The checksums in datasets/README.md are those that are checked."""
    text = (BUILD.parent / "README.md").read_text(encoding="utf-8")

    assert CATS_SHA256 in text
    assert THUMBNAILS_SHA256 in text


@pytest.mark.skipif(OLD_PILLOW, reason="this Pillow draws some edges otherwise; 11.3 and later agree")
def test_tiny_pictures_are_what_their_script_draws(monkeypatch):
    """The first of thumbnails.h5, drawn again; each has a generator of its own, so that no others need be drawn."""
    monkeypatch.syspath_prepend(BUILD.parent)
    drawn = list(islice(runpy.run_path(str(BUILD.parent / "thumbnails.py"))["thumbnails"](), 24))
    X, Y, new_X, new_Y, _ = load_thumbnails()

    assert np.array_equal(X[:24], [picture for picture, _ in drawn])
    assert np.array_equal(Y[0, :24], [label for _, label in drawn])
    assert ((8000, 8, 8, 3), (1, 8000), (2000, 8, 8, 3), (1, 2000)) == (X.shape, Y.shape, new_X.shape, new_Y.shape)
    assert (0.5, 0.5) == (Y.mean(), new_Y.mean())


def test_the_script_of_the_tiny_pictures_takes_no_options():
    """A wrong one is refused in a line that names the script, before anything is drawn."""
    command = [sys.executable, str(BUILD.parent / "thumbnails.py"), "--train", "3"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)

    assert 2 == result.returncode
    assert "thumbnails.py: unrecognized arguments: --train 3; try --help\n" == result.stderr


def test_no_tiny_picture_to_learn_from_comes_again_to_judge_by():
    X, _, new_X, _, _ = load_thumbnails()

    assert not {picture.tobytes() for picture in X} & {picture.tobytes() for picture in new_X}


def test_tiny_pictures_of_another_version_are_refused(tmp_path, monkeypatch):
    with h5py.File(tmp_path / "thumbnails.h5", "w") as file:
        for key in ("train_set_x", "train_set_y", "test_set_x", "test_set_y"):
            file[key] = np.zeros(3, np.uint8)
        file["list_classes"] = np.array([b"non-cat", b"cat"])
    monkeypatch.setattr(data, "own_folder", lambda: tmp_path)

    with pytest.raises(DataError, match=r"checksum .* run `python datasets/thumbnails\.py`"):
        load_thumbnails()
