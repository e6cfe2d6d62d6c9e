"""What others take of the page has its land and its disclaimer: a picture, an archive."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

from tests.browser.controls import category
from tests.browser.drivers import need
from tests.browser.reader import symbols

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# Points of the window.
AT = """places => {
  const { left, top } = map_world.getContainer().getBoundingClientRect()
  return places.map((place) => {
    const { x, y } = map_world.latLngToContainerPoint(place)
    return [Math.round(x + left), Math.round(y + top)]
  })
}"""
SCREEN: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DISCLAIMER = (16, 750, 800, 775)
LEGIBLE = 128
BRAZIL, CHAD, AUSTRALIA, ATLANTIC = (-5, -60), (20, 18), (-25, 130), (-20, -15)


def test_a_picture_that_chromium_is_asked_for_has_all(reader: Reader, map_file: Path) -> None:
    """As soon as the page counts as loaded."""
    page = reader.new_page(SCREEN)
    page.goto(f"{map_file.as_uri()}?lang=en")
    points = page.evaluate(AT, [CHAD, ATLANTIC])
    taken = page.screenshot()
    page.wait_for_timeout(500)
    assert colours(taken, points) == colours(page.screenshot(), points)
    assert has_text(taken)


def test_a_picture_that_firefox_is_asked_for_has_all(
    reader: Reader, map_file: Path, tmp_path: Path
) -> None:
    """It takes it when the page counts as loaded, and may have drawn no frame before."""
    need("firefox")
    page = reader.open(map_file, query="?lang=en", **SCREEN)
    points = page.evaluate(AT, [CHAD, ATLANTIC])
    file, address = tmp_path / "taken.png", f"{map_file.as_uri()}?lang=en"
    command: list[str | Path] = ["firefox-esr", "--headless", "--profile", tmp_path]
    command += ["--window-size", "1280,800", "--screenshot", file, address]
    subprocess.run(  # noqa: S603 (the page that was built)
        command, check=True, capture_output=True, encoding="utf-8"
    )
    taken = file.read_bytes()
    assert colours(taken, points) == colours(page.screenshot(), points)
    assert has_text(taken)


def test_an_archive_of_the_page_has_the_land_as_it_was_shown(
    reader: Reader, map_file: Path, tmp_path: Path
) -> None:
    """Where no script runs no canvas is drawn: a drawing stands in its stead, in the same view."""
    page = reader.open(map_file, query="?lang=en")
    category(page, "adviser").uncheck()  # Brazil hosts no other
    seen(reader, page, tmp_path / "world.mhtml", [BRAZIL, CHAD, AUSTRALIA, ATLANTIC])
    page.evaluate("map_world.setView([0, 10], 3, { animate: false })")
    seen(reader, page, tmp_path / "near.mhtml", [CHAD, ATLANTIC])


def seen(reader: Reader, page: Page, file: Path, places: list[tuple[float, float]]) -> None:
    """Hold an archive against the page that it was made of."""
    points = page.evaluate(AT, places)
    archive = reopened(reader, page, file)
    assert symbols(archive).count() == symbols(page).count()
    assert colours(archive.screenshot(), points) == colours(page.screenshot(), points)
    archive.close()


def reopened(reader: Reader, page: Page, file: Path) -> Page:
    """Archive a page as a browser does that keeps it in one file, and open that."""
    taken = page.context.new_cdp_session(page).send("Page.captureSnapshot", {"format": "mhtml"})
    file.write_text(taken["data"], encoding="utf-8", newline="")
    archive = reader.new_page({})
    archive.goto(file.as_uri())
    return archive


def colours(picture: bytes, points: list[tuple[int, int]]) -> list[object]:
    """Return the colours that are seen at points of the window."""
    drawn = Image.open(BytesIO(picture)).convert("RGB")
    return [drawn.getpixel(point) for point in points]


def has_text(picture: bytes) -> bool:
    """Whether the line at the lower edge of the window, the disclaimer, is written."""
    line = Image.open(BytesIO(picture)).convert("L").crop(DISCLAIMER)
    return min(line.tobytes()) < LEGIBLE
