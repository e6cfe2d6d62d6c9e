"""What is drawn on the map, asked of what is painted."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Any

import shapely

from mapping.geo.projection import EQUAL_EARTH, wrap_longitude
from tests.browser.asked import ask
from tests.support.areas import table_of_areas

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import geopandas as gpd
    from playwright.sync_api import Page

    from mapping.dataset.boundaries import Boundaries

# The colour that is painted at a place of the page, by its colour; nothing where nothing is.
COLOUR_AT = """(x, y) => {
  const canvas = document.querySelector('[role=toolbar] canvas')
  const { height, left, top, width } = canvas.getBoundingClientRect()
  const [column, row] = [(x - left) / width * canvas.width, (y - top) / height * canvas.height]
  const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  copy.drawImage(canvas, -Math.floor(column), -Math.floor(row))
  const pixel = copy.getImageData(0, 0, 1, 1)
  const [red, green, blue, opacity] = pixel.data
  return opacity === 255 ? `rgb(${red}, ${green}, ${blue})` : null
}"""
# The latitude and longitude at points of the screen.
PLACES_AT = """(points) => {
  const map = window.map_world
  const { left, top } = map.getContainer().getBoundingClientRect()
  return points.map(([x, y]) => {
    const { lat, lng } = map.containerPointToLatLng([x - left, y - top])
    return [lat, lng]
  })
}"""
# How far what is painted lies within the map's region: left, top, right, bottom.
MARGINS = """() => {
  const canvas = document.querySelector('[role=toolbar] canvas')
  const { height, width } = canvas
  const copy = Object.assign(document.createElement('canvas'), { height, width })
    .getContext('2d', { willReadFrequently: true })
  copy.drawImage(canvas, 0, 0)
  const { data } = copy.getImageData(0, 0, width, height)
  const [columns, rows] = [new Set(), new Set()]
  for (let i = 3; i < data.length; i += 4) {
    if (!data[i]) continue
    columns.add((i - 3) / 4 % width)
    rows.add(Math.floor(i / 4 / width))
  }
  const box = canvas.getBoundingClientRect()
  const region = document.querySelector('[role=toolbar]').getBoundingClientRect()
  const dots = width / box.width
  const least = (numbers) => [...numbers].reduce((a, b) => Math.min(a, b)) / dots
  const most = (numbers) => ([...numbers].reduce((a, b) => Math.max(a, b)) + 1) / dots
  return [
    box.left + least(columns) - region.left,
    box.top + least(rows) - region.top,
    region.right - box.left - most(columns),
    region.bottom - box.top - most(rows),
  ]
}"""
ROOM = 10_000  # metres: what is painted in a smaller circle than this may be a line


def roomy(boundaries: Boundaries, codes: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Return a place well inside each of the areas that is not too small to be hit."""
    projected = table_of_areas(boundaries).to_crs(EQUAL_EARTH).geometry
    return {
        code: boundaries.anchor(code)
        for code in sorted(codes)
        if projected[code].buffer(-ROOM).area > 0
    }


def codes_at(page: Page, areas: gpd.GeoDataFrame, points: list[tuple[float, float]]) -> list[str]:
    """Return the code of the area at each of some points of the screen, nothing at sea."""
    places = ask(page, PLACES_AT, points)
    there = shapely.points([(wrap_longitude(east), north) for north, east in places])
    which, found = areas.sindex.query(there, predicate="within")
    codes = dict(zip(which.tolist(), areas.index[found], strict=True))
    return [codes.get(number, "") for number in range(len(points))]


def codes_of(
    page: Page, areas: gpd.GeoDataFrame, groups: Sequence[Sequence[tuple[float, float]]]
) -> list[list[str]]:
    """Return the same for each of some groups of points, asked at once."""
    codes = iter(codes_at(page, areas, [*chain(*groups)]))
    return [[*islice(codes, len(group))] for group in groups]


def fills(page: Page, places: list[tuple[float, float]]) -> list[str | None]:
    """Return the colour of the map at places, which are longitude and latitude in degrees.

    Each is looked at from as near as the map goes.
    """
    found: list[str | None] = page.evaluate(
        f"""places => {{
          const map = window.map_world
          const [before, zoom] = [map.getCenter(), map.getZoom()]
          const {{ left, top }} = map.getContainer().getBoundingClientRect()
          const found = places.map(([longitude, latitude]) => {{
            const east = map.options.crs.equalEarth.wrapLongitude(longitude)
            map.setView([latitude, east], map.getMaxZoom(), {{ animate: false }})
            const {{ x, y }} = map.latLngToContainerPoint([latitude, east])
            return ({COLOUR_AT})(left + x, top + y)
          }})
          map.setView(before, zoom, {{ animate: false }})
          return found
        }}""",
        places,
    )
    return found


def coloured(page: Page) -> int:
    """Count the painted places among 81 that lie evenly over the view of the map."""
    count: int = page.evaluate(
        f"""() => {{
          const box = document.querySelector('[role=toolbar]').getBoundingClientRect()
          const steps = [...Array(9).keys()].map((step) => (step + 0.5) / 9)
          const at = (i, j) => ({COLOUR_AT})(box.left + box.width * i, box.top + box.height * j)
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
