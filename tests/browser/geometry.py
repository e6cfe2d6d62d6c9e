"""What is drawn on the map, asked of the drawing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.geo.projection import EQUAL_EARTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Page

    from mapping.dataset.boundaries import Boundaries

# The topmost filled shape at a place, by its colour: the shapes of the largest drawing, asked one
# by one, as symbols, leaders and panes lie over them.
FILL_AT = """(x, y) => {
  const count = (one) => one.querySelectorAll('path').length
  const drawings = [...document.querySelectorAll('[role=toolbar] svg')]
  const [largest] = drawings.sort((one, two) => count(two) - count(one))
  const hit = [...largest.querySelectorAll('path')].findLast((one) => {
    if (getComputedStyle(one).fill === 'none') return false
    const point = new DOMPoint(x, y).matrixTransform(one.getScreenCTM().inverse())
    return one.isPointInFill(point)
  })
  return hit ? getComputedStyle(hit).fill : null
}"""
ROOM = 4000  # metres: a smaller circle than this is hard to hit at the scale of the world


def roomy(boundaries: Boundaries, codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Return a place well inside each of the areas that is not too small to be hit."""
    projected = boundaries.areas.to_crs(EQUAL_EARTH).geometry
    return {
        code: boundaries.anchor(code)
        for code in sorted(codes)
        if projected[code].buffer(-ROOM).area > 0
    }


def fills(page: Page, places: list[tuple[float, float]]) -> list[str | None]:
    """Return the colour of the map at places, which are longitude and latitude in degrees."""
    found: list[str | None] = page.evaluate(
        f"""places => places.map(([longitude, latitude]) => {{
          const map = window.map_world
          const {{ left, top }} = map.getContainer().getBoundingClientRect()
          const pixel = map.project(L.latLng(latitude, longitude)).subtract(map.getPixelOrigin())
          const {{ x, y }} = map.layerPointToContainerPoint(pixel)
          return ({FILL_AT})(left + x, top + y)
        }})""",
        places,
    )
    return found


def coloured(page: Page) -> int:
    """Count the filled places among 81 that lie evenly over the view of the map."""
    count: int = page.evaluate(
        f"""() => {{
          const box = document.querySelector('[role=toolbar]').getBoundingClientRect()
          const steps = [...Array(9).keys()].map((step) => (step + 0.5) / 9)
          const at = (i, j) => ({FILL_AT})(box.left + box.width * i, box.top + box.height * j)
          return steps.flatMap((i) => steps.map((j) => at(i, j))).filter(Boolean).length
        }}"""
    )
    return count


def key_colour(page: Page, text: str) -> str:
    """Return the colour that the legend has beside a text."""
    row = page.get_by_role("listitem").filter(has_text=text)
    colour: str = row.locator("svg > *").evaluate("one => getComputedStyle(one).fill")
    return colour


def look_at(page: Page, latitude: float, longitude: float, nearer: float) -> None:
    """Turn the view to a place, zoomed in by some steps from the world."""
    page.evaluate(
        "([lat, lng, nearer]) => { const map = window.map_world\n"
        "map.setView([lat, lng], map.getMinZoom() + nearer, { animate: false }) }",
        [latitude, longitude, nearer],
    )


def projected(page: Page, places: list[tuple[float, float]]) -> list[dict[str, Any]]:
    """Project longitudes and latitudes by the map, and take them back."""
    found: list[dict[str, Any]] = page.evaluate(
        """places => places.map(([longitude, latitude]) => {
          const { projection } = window.map_world.options.crs
          const point = projection.project(L.latLng(latitude, longitude))
          const back = projection.unproject(point)
          return { x: point.x, y: point.y, longitude: back.lng, latitude: back.lat }
        })""",
        places,
    )
    return found
