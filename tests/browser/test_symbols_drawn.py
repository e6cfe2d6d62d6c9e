"""Each symbol is seen where its button is, in the colour of its category."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from playwright.sync_api import expect

from mapping.web.templates import ENVIRONMENT
from tests.browser.geometry import look_at
from tests.browser.reader import CANDIDATES, PLACES, symbol, symbols

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

HOLLOW = "#FFFFFF"
# The middle of each symbol's button that nothing covers, in pixels of the screen.
MIDDLES = """(all) => all.map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect()
  return [one, Math.round((left + right) / 2), Math.round((top + bottom) / 2)]
}).filter(([one, x, y]) => document.elementFromPoint(x, y) === one)
  .map(([one, x, y]) => [one.dataset.presence, x, y])"""

# How far each shape reaches from its middle.
REACHES = """(paths) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  document.body.append(svg)
  const found = Object.entries(paths).map(([name, d]) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    path.setAttribute('d', d)
    svg.append(path)
    const { x, y, width, height } = path.getBBox()
    return [name, Math.max(-x, -y, x + width, y + height)]
  })
  svg.remove()
  return Object.fromEntries(found)
}"""
HALO = "() => parseFloat(getComputedStyle(document.querySelector('.halo')).strokeWidth)"


def seen(page: Page) -> dict[str, str]:
    """Return the colour in the middle of each button in view, by what it stands for."""
    middles = symbols(page).evaluate_all(MIDDLES)
    with Image.open(BytesIO(page.screenshot())) as picture:
        screen = picture.convert("RGB")
        return {
            one: f"#{bytes(screen.getpixel((x, y))).hex().upper()}"  # type: ignore[arg-type]
            for one, x, y in middles
        }


def meant(atlas: Atlas) -> dict[str, str]:
    """Return the colour of each presence's category; candidates are hollow."""
    colours = {one.key: one.colour for one in atlas.dataset.edition.categories}
    rows = [place.presence for place in atlas.places]
    return {row.id: HOLLOW if row.status == "candidate" else colours[row.category] for row in rows}


def test_a_shape_reaches_as_far_as_is_said_of_it(english: Page) -> None:
    """With its halo: so near to it a line of a label may run."""
    known: Any = ENVIRONMENT.get_template("_shapes.html").module
    found = english.evaluate(REACHES, known.shapes)
    assert found == pytest.approx(known.reaches, abs=0.05)
    assert english.evaluate(HALO) == 2 * known.halo


def test_each_presence_has_the_colour_of_its_category(english: Page, atlas: Atlas) -> None:
    """In the world's view, 104 of them, six of them hollow."""
    found = seen(english)
    assert len(found) == PLACES
    assert found == meant(atlas)
    assert list(found.values()).count(HOLLOW) == CANDIDATES


@pytest.mark.parametrize("nearer", [1, 3])
def test_symbols_are_drawn_anew_where_their_buttons_are(
    english: Page, atlas: Atlas, nearer: int
) -> None:
    """Nearer, and nearer still."""
    look_at(english, 9, 21, nearer)
    found = seen(english)
    assert len(found) > 5
    assert found == {one: colour for one, colour in meant(atlas).items() if one in found}


def test_what_is_filtered_away_is_drawn_no_more(english: Page, atlas: Atlas) -> None:
    """Offices alone are left, and as many symbols as buttons."""
    for name in ("Headquarters", "Human Rights Advisers", "Regional", "Other types", "components"):
        english.get_by_role("checkbox", name=name).uncheck()
    colours = {one.key: one.colour for one in atlas.dataset.edition.categories}
    found = seen(english)
    assert set(found.values()) <= {colours["country-office"], HOLLOW}
    expect(symbols(english)).to_have_count(len(found))


def test_what_is_chosen_is_drawn_over_all_others(english: Page, atlas: Atlas) -> None:
    """Once, with its ring; and among the others again once the details are closed."""
    symbol(english, "ken-adviser").click()
    expect(symbol(english, "ken-adviser").locator("svg")).to_have_count(1)
    english.keyboard.press("Escape")
    expect(symbol(english, "ken-adviser").locator("svg")).to_have_count(0)
    assert seen(english)["ken-adviser"] == meant(atlas)["ken-adviser"]


def test_what_an_address_chooses_is_drawn(reader: Reader, map_file: Path, atlas: Atlas) -> None:
    """Also once its details are closed."""
    page = reader.open(map_file, query="?presence=phl-adviser")
    page.keyboard.press("Escape")
    assert seen(page)["phl-adviser"] == meant(atlas)["phl-adviser"]
