"""Pictures compared, with the one tolerance there is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SIZE = (420, 297)  # both are looked at as small as this, where fonts hardly differ
BLUR = 2  # pixels: half of one is what two programs may be apart
TOLERANCE = 3.5  # of 255 levels, the mean of all colours of all pixels
BLOCK = 21  # pixels of a side: no square of the picture may differ by more than
BLOCK_TOLERANCE = 32.0  # some labels elsewhere, not a country less


def small(picture: Image.Image) -> Image.Image:
    """Return a picture in the size in which it is compared."""
    shrunk = picture.convert("RGB").resize(SIZE, Image.Resampling.BOX)
    return shrunk.filter(ImageFilter.GaussianBlur(BLUR))


@cache
def opened(path: Path) -> Image.Image:
    """Open a picture of any size."""
    with Image.open(path) as picture:
        return small(picture)


def difference(one: Image.Image, other: Image.Image) -> NDArray[np.float64]:
    """Return by how much each pixel of two small pictures differs."""
    between = np.asarray(one, dtype=float) - np.asarray(other, dtype=float)
    return np.asarray(np.abs(between).mean(axis=2))


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two small pictures show the same."""
    levels = difference(one, other)
    rows, columns = (length // BLOCK for length in levels.shape)
    squares = levels[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    return bool(levels.mean() <= TOLERANCE and squares.mean(axis=(1, 3)).max() <= BLOCK_TOLERANCE)


def show(one: Image.Image, other: Image.Image, path: Path) -> Path:
    """Write what differs beside each other: the one, the other, and the difference, dark."""
    levels = np.clip(255 - 4 * difference(one, other), 0, 255).astype(np.uint8)
    sheet = Image.new("RGB", (3 * SIZE[0], SIZE[1]))
    for number, part in enumerate((one, other, Image.fromarray(levels).convert("RGB"))):
        sheet.paste(part, (number * SIZE[0], 0))
    sheet.save(path)
    return path
