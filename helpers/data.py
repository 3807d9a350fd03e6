"""Load the pictures of the lessons, and a picture of the student's own; what is wrong with a file is said plainly."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.errors import DataError

# Of the arrays in datasets/cats.h5, not of the file's bytes: those may differ between versions of HDF5.
CATS_SHA256 = "6229eeb1d4beb0cdf0233b353d414ea70155d1efbc6e3dec3aff442867ac2336"
REBUILD = "run `python datasets/build.py` (Pillow 11.3 or later), or take the file from a fresh copy of the course"
KEYS = ("train_set_x", "train_set_y", "test_set_x", "test_set_y", "list_classes")
GET_AGAIN = "get the file once more from where it came"

# The same of the arrays in datasets/thumbnails.h5.
THUMBNAILS_SHA256 = "12d18a6d0ce5a73498523c76c65781bbb3eeef10373e673ee2aed0baf0eb71de"
REBUILD_THUMBNAILS = REBUILD.replace("build.py", "thumbnails.py")

Cats = tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.uint8], NDArray[np.int64], NDArray[np.bytes_]]


def load_cats(folder: str | Path | None = None) -> Cats:
    """Load the pictures of cats and of other things.

    Parameters
    ----------
    folder : str or Path, optional
        Where `train_catvnoncat.h5` and `test_catvnoncat.h5` are. Without it the folder named by the
        environment variable CATS_FOLDER is taken, and without that the course's own `cats.h5`.

    Returns
    -------
    train_set_x : uint8 array (209, 64, 64, 3)
        Training pictures: height, width, and red, green, blue from 0 to 255.
    train_set_y : int64 array (1, 209)
        1 for a cat, 0 for anything else.
    test_set_x : uint8 array (50, 64, 64, 3)
        Test pictures.
    test_set_y : int64 array (1, 50)
        Their labels.
    classes : bytes array (2,)
        The names of the labels 0 and 1.

    Raises
    ------
    DataError
        A file is missing, damaged, or holds something else than it should.
    """
    folder = folder or os.environ.get("CATS_FOLDER")
    if folder:
        train_file, test_file = (Path(folder) / f"{part}_catvnoncat.h5" for part in ("train", "test"))
        train = read_arrays(train_file, ("train_set_x", "train_set_y", "list_classes"), GET_AGAIN)
        arrays = train | read_arrays(test_file, ("test_set_x", "test_set_y"), GET_AGAIN)
        check_set(train_file, arrays, "train", GET_AGAIN)
        check_set(test_file, arrays, "test", GET_AGAIN)
    else:
        arrays = read_cats(own_folder() / "cats.h5")
    train_y, test_y = (arrays[f"{part}_set_y"].astype(np.int64).reshape(1, -1) for part in ("train", "test"))
    return arrays["train_set_x"], train_y, arrays["test_set_x"], test_y, arrays["list_classes"]


def load_thumbnails() -> Cats:
    """Load many tiny pictures of cats and of other things, every other one a cat.

    Returns
    -------
    train_set_x : uint8 array (8000, 8, 8, 3)
        Training pictures: height, width, and red, green, blue from 0 to 255.
    train_set_y : int64 array (1, 8000)
        1 for a cat, 0 for anything else.
    test_set_x : uint8 array (2000, 8, 8, 3)
        Test pictures.
    test_set_y : int64 array (1, 2000)
        Their labels.
    classes : bytes array (2,)
        The names of the labels 0 and 1.

    Raises
    ------
    DataError
        The file is missing, damaged, or holds something else than it should.
    """
    path = own_folder() / "thumbnails.h5"
    arrays = read_arrays(path, KEYS, REBUILD_THUMBNAILS)
    check_sum(path, arrays, THUMBNAILS_SHA256, REBUILD_THUMBNAILS)
    train_y, test_y = (arrays[f"{part}_set_y"].reshape(1, -1) for part in ("train", "test"))
    return arrays["train_set_x"], train_y, arrays["test_set_x"], test_y, arrays["list_classes"]


def load_picture(path: str | Path, num_px: int = 64) -> NDArray[np.uint8]:
    """Load a picture of your own, cut to a square around its middle.

    Parameters
    ----------
    path : str or Path
        A picture in any usual format: JPEG, PNG, WebP ...
    num_px : int
        Height and width wanted, in pixels.

    Returns
    -------
    picture : uint8 array (num_px, num_px, 3)
        Red, green and blue from 0 to 255; what was transparent is white.

    Raises
    ------
    DataError
        There is no such file, or it is not a picture.
    """
    from PIL import Image, ImageOps

    if not Path(path).is_file():
        raise DataError(
            f"There is no picture at {path}; check the name and the folder, {Path.cwd()} is the current one."
        )
    try:
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DataError(
            f"{path} cannot be read as a picture ({error}); save it as a PNG or JPEG and try again."
        ) from None
    on_white = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright).convert("RGB")
    side = min(on_white.size)
    left, top = ((length - side) // 2 for length in on_white.size)
    square = on_white.crop((left, top, left + side, top + side))
    return np.array(square.resize((num_px, num_px), Image.Resampling.LANCZOS))


def own_folder() -> Path:
    """Return the folder of the course's own data: beside `helpers` in a copy of the course, inside it in a wheel."""
    packed = Path(__file__).parent / "datasets"
    return packed if packed.is_dir() else Path(__file__).parent.parent / "datasets"


def read_cats(path: Path) -> dict[str, NDArray[Any]]:
    """Read and check the course's own file."""
    arrays = read_arrays(path, KEYS, REBUILD)
    for part in ("train", "test"):
        check_set(path, arrays, part, REBUILD)
    check_sum(path, arrays, CATS_SHA256, REBUILD)
    return arrays


def check_sum(path: Path, arrays: dict[str, NDArray[Any]], wanted: str, next_step: str) -> None:
    """Check that the arrays of a file are the very ones that belong to this version of the course."""
    came = content_sha256(arrays)
    if came != wanted:
        raise DataError(f"{path} has the checksum {came[:12]}..., expected {wanted[:12]}...; {next_step}.")


def read_arrays(path: Path, keys: tuple[str, ...], next_step: str) -> dict[str, NDArray[Any]]:
    """Read arrays by their keys, or say in a DataError why that fails and what to do next."""
    import h5py

    if not path.is_file():
        raise DataError(f"There is no file {path}; {next_step}.")
    if not h5py.is_hdf5(path):
        raise DataError(f"{path} is not an HDF5 file; {next_step}.")
    try:
        with h5py.File(path, "r") as file:
            missing = [key for key in keys if not isinstance(file.get(key), h5py.Dataset)]
            if missing:
                raise DataError(f"{path} has the keys {list(file)}, but {', '.join(missing)} is missing; {next_step}.")
            return {key: file[key][()] for key in keys}
    except (OSError, RuntimeError) as error:
        raise DataError(f"{path} is truncated or damaged ({error}); {next_step}.") from None


def check_set(path: Path, arrays: dict[str, NDArray[Any]], part: str, next_step: str) -> None:
    """Check the pictures and the labels of one part, train or test."""
    x, y = arrays[f"{part}_set_x"], arrays[f"{part}_set_y"]
    where = f"{path}: {part}_set"
    if x.ndim != 4 or x.shape[1:] != (64, 64, 3):
        raise DataError(f"{where}_x has the shape {x.shape}, expected (m, 64, 64, 3); {next_step}.")
    if x.dtype != np.uint8:
        raise DataError(f"{where}_x has the type {x.dtype}, expected uint8; {next_step}.")
    if y.shape != x.shape[:1]:
        raise DataError(f"{where}_y has the shape {y.shape}, expected {x.shape[:1]}, a label a picture; {next_step}.")
    if y.dtype.kind not in "iu":
        raise DataError(f"{where}_y has the type {y.dtype}, expected int64; {next_step}.")
    strange = np.setdiff1d(y, [0, 1])
    if strange.size:
        raise DataError(f"{where}_y has the label {strange[0]}, expected only 0 and 1; {next_step}.")


def content_sha256(arrays: dict[str, NDArray[Any]]) -> str:
    """Return the SHA-256 of names, types, shapes and values, in the order of the names."""
    digest = hashlib.sha256()
    for name, array in sorted(arrays.items()):
        digest.update(f"{name} {array.dtype.newbyteorder('<').str} {array.shape}".encode())
        digest.update(array.astype(array.dtype.newbyteorder("<")).tobytes())
    return digest.hexdigest()
