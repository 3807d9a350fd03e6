"""`helpers.data` loads the pictures as promised, and tells each fault of a file in one sentence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest
from PIL import Image

from helpers import data
from helpers.data import load_cats, load_picture
from helpers.errors import DataError

ROOT = Path(__file__).parent.parent
ORIGINAL = Path(os.environ.get("COURSE_ORIGINAL_CATS", ROOT.parent / "shared" / "data"))
SIZES = {"train": 4, "test": 2}


@pytest.fixture(autouse=True)
def no_folder_of_the_user(monkeypatch):
    monkeypatch.delenv("CATS_FOLDER", raising=False)


def write_h5(path, arrays):
    with h5py.File(path, "w") as file:
        for key, array in arrays.items():
            file[key] = array


def arrays_of(part):
    m = SIZES[part]
    return {
        f"{part}_set_x": np.arange(m * 64 * 64 * 3, dtype=np.uint8).reshape(m, 64, 64, 3),
        f"{part}_set_y": np.arange(m) % 2,
        "list_classes": np.array([b"non-cat", b"cat"]),
    }


@pytest.fixture
def folder(tmp_path):
    """A folder with two right files in the original schema."""
    for part in SIZES:
        write_h5(tmp_path / f"{part}_catvnoncat.h5", arrays_of(part))
    return tmp_path


def refusal(folder=None):
    """Return the sentence with which load_cats refuses."""
    with pytest.raises(DataError) as caught:
        load_cats(folder)
    sentence = str(caught.value)

    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert "; " in sentence, "no next step"
    return sentence


def assert_is_a_data_set(train_x, train_y, test_x, test_y, classes):
    assert (209, 64, 64, 3) == train_x.shape
    assert (1, 209) == train_y.shape
    assert (50, 64, 64, 3) == test_x.shape
    assert (1, 50) == test_y.shape
    assert np.uint8 == train_x.dtype == test_x.dtype
    assert np.int64 == train_y.dtype == test_y.dtype
    assert [b"non-cat", b"cat"] == classes.tolist()
    assert (72, 33) == (train_y.sum(), test_y.sum())


def test_the_courses_own_pictures():
    """Without a folder the course's own pictures come, whole."""
    assert_is_a_data_set(*load_cats())


@pytest.mark.skipif(not (ORIGINAL / "train_catvnoncat.h5").exists(), reason="the original pictures are not here")
def test_the_original_pictures():
    """The original files have the same shapes, types and numbers of cats."""
    assert_is_a_data_set(*load_cats(ORIGINAL))


def test_a_folder_of_ones_own(folder):
    """Two files in the original schema load from any folder, labels as a row."""
    train_x, train_y, test_x, test_y, _ = load_cats(str(folder))

    assert np.array_equal(arrays_of("train")["train_set_x"], train_x)
    assert [[0, 1, 0, 1]] == train_y.tolist()
    assert np.array_equal(arrays_of("test")["test_set_x"], test_x)
    assert [[0, 1]] == test_y.tolist()


def test_the_environment_names_a_folder(folder, monkeypatch):
    """CATS_FOLDER stands in for the argument."""
    monkeypatch.setenv("CATS_FOLDER", str(folder))

    assert (1, 4) == load_cats()[1].shape


def test_missing_folder(tmp_path):
    """A folder that is not there is named, with the file that was wanted in it."""
    sentence = refusal(tmp_path / "nowhere")

    assert str(Path("nowhere", "train_catvnoncat.h5")) in sentence
    assert "There is no file" in sentence


def test_missing_test_file(folder):
    """Either file may be the missing one."""
    (folder / "test_catvnoncat.h5").unlink()

    assert "test_catvnoncat.h5" in refusal(folder)


def test_not_hdf5(folder):
    """A web page saved under the file's name is no HDF5 file."""
    (folder / "train_catvnoncat.h5").write_text("<!DOCTYPE html>")

    assert "train_catvnoncat.h5 is not an HDF5 file" in refusal(folder)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.99])
def test_truncated(folder, share):
    """A download that broke off is told from a file of another kind."""
    path = folder / "train_catvnoncat.h5"
    whole = path.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])

    assert "train_catvnoncat.h5 is truncated or damaged" in refusal(folder)


def change(folder, part, **changes):
    arrays = arrays_of(part) | changes
    write_h5(folder / f"{part}_catvnoncat.h5", {key: array for key, array in arrays.items() if array is not None})


def test_missing_key(folder):
    """A file of another schema: what it has and what is missing."""
    change(folder, "test", test_set_y=None, labels=np.zeros(2))

    assert re.search(r"has the keys \[.*'labels'.*\], but test_set_y is missing", refusal(folder))


def test_group_where_an_array_belongs(folder):
    """A group by the right name is not an array."""
    change(folder, "train", train_set_x=None)
    with h5py.File(folder / "train_catvnoncat.h5", "a") as file:
        file.create_group("train_set_x")

    assert "train_set_x is missing" in refusal(folder)


@pytest.mark.parametrize("shape", [(4, 12288), (4, 32, 32, 3), (4, 3, 64, 64), ()])
def test_wrong_shape_of_pictures(folder, shape):
    """Pictures that are not (m, 64, 64, 3)."""
    change(folder, "train", train_set_x=np.zeros(shape, dtype=np.uint8))

    assert f"train_set_x has the shape {shape}, expected (m, 64, 64, 3)" in refusal(folder)


@pytest.mark.parametrize("shape", [(3,), (1, 4), (4, 1)])
def test_labels_that_do_not_agree(folder, shape):
    """A label a picture, no more and no fewer."""
    change(folder, "train", train_set_y=np.zeros(shape, dtype=np.int64))

    assert f"train_set_y has the shape {shape}, expected (4,)" in refusal(folder)


def test_wrong_type_of_pictures(folder):
    """Pictures that someone has divided by 255 already."""
    change(folder, "test", test_set_x=np.zeros((2, 64, 64, 3)))

    assert "test_set_x has the type float64, expected uint8" in refusal(folder)


def test_wrong_type_of_labels(folder):
    """Labels in words."""
    change(folder, "test", test_set_y=np.array([b"cat", b"dog"]))

    assert "test_set_y has the type |S3, expected int64" in refusal(folder)


@pytest.mark.parametrize("label", [2, -1])
def test_wrong_label(folder, label):
    """A label that is neither 0 nor 1 is named."""
    change(folder, "train", train_set_y=np.array([0, 1, label, 0]))

    assert f"train_set_y has the label {label}, expected only 0 and 1" in refusal(folder)


@pytest.fixture
def own_copy(tmp_path, monkeypatch):
    """A copy of the course's own file, in the place where it is looked for."""
    helpers, datasets = tmp_path / "helpers", tmp_path / "datasets"
    helpers.mkdir()
    datasets.mkdir()
    shutil.copy(ROOT / "datasets" / "cats.h5", datasets)
    monkeypatch.setattr(data, "__file__", str(helpers / "data.py"))
    return datasets / "cats.h5"


def test_own_file_is_found_beside_helpers(own_copy):
    """In a copy of the course the data lie beside `helpers`."""
    assert (1, 209) == load_cats()[1].shape


def test_own_file_is_found_inside_helpers(own_copy):
    """In a wheel the data lie inside `helpers`."""
    shutil.move(own_copy.parent, own_copy.parent.parent / "helpers")

    assert (1, 209) == load_cats()[1].shape


def test_own_file_missing(own_copy):
    """The next step for our own file is to build it."""
    own_copy.unlink()

    assert "run `python datasets/build.py`" in refusal()


def test_own_file_changed_by_one_pixel(own_copy):
    """The checksum notices a single level of a single pixel."""
    with h5py.File(own_copy, "a") as file:
        file["train_set_x"][17, 3, 5, 1] ^= 1
    sentence = refusal()

    assert f"expected {data.CATS_SHA256[:12]}" in sentence
    assert "run `python datasets/build.py`" in sentence


def test_checksum_is_of_the_content_only(own_copy):
    """The same arrays, packed otherwise, have the same checksum."""
    with h5py.File(own_copy, "r") as file:
        arrays = {key: file[key][()] for key in file}
    write_h5(own_copy, arrays)

    assert (1, 209) == load_cats()[1].shape


def test_importing_the_module_imports_neither_h5py_nor_pillow():
    """A notebook that loads no data does not wait for the libraries that do."""
    code = "import sys, helpers.data; print([name for name in ('h5py', 'PIL') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "[]" == result.stdout.strip()


def test_picture_is_cut_around_its_middle(tmp_path):
    """Of a wide picture the middle square is left: here the green one."""
    image = Image.new("RGB", (300, 100), "red")
    image.paste((0, 255, 0), (100, 0, 200, 100))
    image.save(tmp_path / "wide.png")
    picture = load_picture(tmp_path / "wide.png")

    assert (64, 64, 3) == picture.shape
    assert np.uint8 == picture.dtype
    assert [0, 255, 0] == picture.mean(axis=(0, 1)).tolist()


def test_portrait_picture(tmp_path):
    """A tall picture loses its top and its bottom."""
    image = Image.new("RGB", (100, 300), "red")
    image.paste((0, 0, 255), (0, 100, 100, 200))
    image.save(tmp_path / "tall.png")

    assert [0, 0, 255] == load_picture(str(tmp_path / "tall.png")).mean(axis=(0, 1)).tolist()


def test_grey_picture_has_three_equal_channels(tmp_path):
    """A greyscale picture becomes red, green and blue."""
    Image.linear_gradient("L").save(tmp_path / "grey.png")
    picture = load_picture(tmp_path / "grey.png", num_px=32)

    assert (32, 32, 3) == picture.shape
    assert np.array_equal(picture[..., 0], picture[..., 1])
    assert np.array_equal(picture[..., 0], picture[..., 2])


def test_transparent_picture_is_on_white(tmp_path):
    """What is transparent is white, whatever colour lies hidden in it."""
    Image.new("RGBA", (80, 80), (255, 0, 0, 0)).save(tmp_path / "clear.png")

    assert [255, 255, 255] == load_picture(tmp_path / "clear.png").mean(axis=(0, 1)).tolist()


def test_picture_of_a_turned_camera_is_upright(tmp_path):
    """The camera's orientation (EXIF) is honoured: the red half, stored on the left, is on top."""
    image = Image.new("RGB", (64, 64), "blue")
    image.paste((255, 0, 0), (0, 0, 32, 64))
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    image.save(tmp_path / "turned.png", exif=exif)
    picture = load_picture(tmp_path / "turned.png")

    assert [255, 0, 0] == picture[8, 32].tolist()
    assert [0, 0, 255] == picture[56, 32].tolist()


def test_missing_picture(tmp_path):
    """A picture that is not there is named, with the folder that was looked in."""
    with pytest.raises(DataError, match=r"There is no picture at .*my_cat\.jpg; check the name"):
        load_picture(tmp_path / "my_cat.jpg")


def test_not_a_picture(tmp_path):
    """A text under a picture's name, and a picture that broke off, are refused in a sentence."""
    (tmp_path / "text.png").write_text("no picture")
    Image.new("RGB", (90, 90)).save(tmp_path / "whole.bmp")
    (tmp_path / "half.bmp").write_bytes((tmp_path / "whole.bmp").read_bytes()[:5000])
    for name in ("text.png", "half.bmp"):
        with pytest.raises(DataError, match=r"cannot be read as a picture .*; save it as a PNG or JPEG"):
            load_picture(tmp_path / name)
