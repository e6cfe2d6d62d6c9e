"""The pictures: what was reviewed, of the right size, and the same whoever draws them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from tests.printing.pictures import alike, opened, show, small
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.printing.sheets import Printed

GOLDEN = ROOT / "tests" / "golden"
RENEW = "look at both; if it is meant: python -m pytest tests/printing/test_pictures.py --renew"
COLOURS = 64  # of a golden picture, which is to be small


def test_the_picture_is_the_one_that_was_reviewed(
    printed: Printed, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """A new one is made on a person's machine, and is an error in CI."""
    path = GOLDEN / f"print.{printed.language}.png"
    now = opened(printed.file("png"))
    if request.config.getoption("--renew") or not (path.exists() or os.environ.get("CI")):
        now.quantize(COLOURS).save(path, optimize=True)
    golden = small(Image.open(path))
    assert alike(golden, now), f"{show(golden, now, tmp_path / path.name)}: {RENEW}"


def test_pdf_and_png_show_the_same(printed: Printed, tmp_path: Path) -> None:
    """Poppler draws the PDF as Chromium drew the picture."""
    theirs, ours = opened(printed.rasterised(tmp_path)), opened(printed.file("png"))
    assert alike(theirs, ours), show(theirs, ours, tmp_path / "difference.png")


def test_the_picture_has_300_dots_an_inch(printed: Printed) -> None:
    """420 by 297 mm, and the file says so."""
    with Image.open(printed.file("png")) as picture:
        assert picture.size == (4961, 3508)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)


def test_the_preview_has_the_size_that_sites_ask_for(printed: Printed) -> None:
    """1200 by 630 pixels."""
    with Image.open(printed.folder / f"preview.{printed.language}.png") as picture:
        assert picture.size == (1200, 630)


def test_a_picture_that_lacks_something_is_not_alike(english: Printed) -> None:
    """The tolerance forgives the drift of fonts, not a missing country, label or colour."""
    picture = opened(english.file("png"))
    assert alike(picture, picture)
    assert not alike(picture, small(picture.convert("L")))
    spoilt = picture.copy()
    ImageDraw.Draw(spoilt).rectangle((120, 130, 150, 160), fill="white")
    assert not alike(picture, spoilt)
    assert not alike(picture, picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
