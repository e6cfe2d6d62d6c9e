"""The state of a page: what a reader sees of it, and one that has some of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.browser.controls import details, left
from tests.browser.geometry import look_at
from tests.browser.reader import turn

if TYPE_CHECKING:
    from playwright.sync_api import Page


def centre(page: Page) -> list[float]:
    """Return zoom above the world, latitude and longitude."""
    found: list[float] = page.evaluate(
        "() => { const map = window.map_world, { lat, lng } = map.getCenter()\n"
        "return [map.getZoom() - map.getMinZoom(), lat, lng] }"
    )
    return found


def seen(page: Page) -> dict[str, Any]:
    """Return all that a reader sees of a page's state."""
    return {
        "language": page.locator("html").get_attribute("lang"),
        "fields": page.locator("input[type=search], select").evaluate_all(
            "all => all.map(one => one.value)"
        ),
        "left": left(page),
        "told": details(page).inner_text() if details(page).is_visible() else None,
    }


def compose(page: Page) -> None:
    """Turn the page to a state that has some of everything."""
    turn(page, "fr")
    page.get_by_role("searchbox").fill("sahel")
    page.get_by_role("combobox").nth(0).select_option("africa")
    page.get_by_role("combobox").nth(2).select_option("report")
    page.get_by_role("combobox").nth(3).select_option("category")
    page.get_by_role("checkbox").nth(0).uncheck()
    look_at(page, 15, 5, 2)
    page.locator('[role=toolbar] [data-presence="ner-g5-sahel"]').click()
