"""Where symbols, labels and leaders are on the map, and which of them touch."""

from __future__ import annotations

from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING, Any

from tests.browser.asked import ask

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas

# Where each symbol, each label and each leader stands in the map, in pixels.
DRAWN = """anchors => {
  const map = window.map_world
  const region = map.getContainer().getBoundingClientRect()
  const box = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    return [left, top, right, bottom].map((edge, i) => edge - (i % 2 ? region.top : region.left))
  }
  const ends = (path) => path.getAttribute('d').split('M').slice(1).map((part) =>
    part.split('L').map((end) => {
      const [across, down] = end.split(/[ ,]/).map(Number)
      const { x, y } = new DOMPoint(across, down).matrixTransform(path.getScreenCTM())
      return [x - region.left, y - region.top]
    }))
  const shown = [...map.getContainer().querySelectorAll('[data-presence]')]
  const pixel = ([longitude, latitude]) => {
    const lng = longitude < -169 ? longitude + 360 : longitude
    const { x, y } = map.latLngToContainerPoint([latitude, lng])
    return [x, y]
  }
  return {
    circles: [...map.getContainer().querySelectorAll('[data-holds]')].map((one) => [
      Number(one.dataset.holds), box(one.firstElementChild)]),
    anchors: Object.fromEntries(Object.entries(anchors).map(([id, place]) => [id, pixel(place)])),
    labels: [...map.getContainer().querySelectorAll('.label')].map((one) => [
      one.textContent.replace('\\u2060', ''), box(one.firstChild)]),
    leaders: [...map.getContainer().querySelectorAll('path.leader')].flatMap(ends),
    size: [region.width, region.height],
    symbols: Object.fromEntries(shown.map((one) => [one.dataset.presence, box(one)])),
  }
}"""
# Each label: its name, all that it says, and its box on the screen; and each symbol.
LABELS = """() => {
  const box = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    return [left, top, right, bottom]
  }
  const read = (name) => {
    const whole = name.nextElementSibling ? name.parentElement : name
    return [name.textContent, whole.textContent.replace('\u2060', ''), box(whole)]
  }
  const symbols = [...document.querySelectorAll('[role=toolbar] [data-presence]')]
  return {
    labels: [...document.querySelectorAll('[role=toolbar] bdi')].map(read),
    symbols: symbols.map((one) => [one.dataset.presence, box(one)]),
  }
}"""
# What is written less than two pixels within the map's edge, or beside the controls on it.
TIGHT = """() => {
  const map = document.querySelector('[role=toolbar]').getBoundingClientRect()
  const acts = document.querySelector('.acts').getBoundingClientRect()
  const written = [...document.querySelectorAll('[role=toolbar] :is(.label > *, .toponym)')]
  return written.filter((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect()
    const [edge, apart] = [
      Math.min(left - map.left, top - map.top, map.right - right, map.bottom - bottom),
      Math.max(acts.left - right, acts.top - bottom, left - acts.right, top - acts.bottom),
    ]
    return Math.min(edge, apart) < 2
  }).map((one) => one.textContent)
}"""
# Both ends of each line of a label, in pixels of the screen.
LABEL_LINES = """() => [...document.querySelectorAll('path.label-line')].flatMap((path) =>
  path.getAttribute('d').split('M').slice(1).map((part) => part.split('L').map((end) => {
    const [across, down] = end.split(/[ ,]/).map(Number)
    const { x, y } = new DOMPoint(across, down).matrixTransform(path.getScreenCTM())
    return [x, y]
  })))"""


def drawn(page: Page, atlas: Atlas) -> dict[str, Any]:
    """Measure what the map shows."""
    anchors = {
        place.presence.id: [place.anchor.longitude, place.anchor.latitude] for place in atlas.places
    }
    return seen(page, anchors)


def seen(page: Page, anchors: dict[str, list[float]]) -> dict[str, Any]:
    """Measure what the map shows of places, which are longitude and latitude by their ids."""
    found: dict[str, Any] = ask(page, DRAWN, anchors)
    return found


def along(start: list[float], end: list[float], steps: int) -> list[tuple[float, float]]:
    """Return points of a line, from one end to the other."""
    (x, y), (to_x, to_y) = start, end
    parts = [step / steps for step in range(steps + 1)]
    return [(x + (to_x - x) * part, y + (to_y - y) * part) for part in parts]


def middle(box: list[float]) -> tuple[float, float]:
    """Return the middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def touching(one: list[float], two: list[float], high: float = 0.5) -> bool:
    """Tell whether two boxes touch; a line's box is some pixels higher than its letters."""
    across, down = (min(one[i + 2], two[i + 2]) - max(one[i], two[i]) for i in (0, 1))
    return across > 0.5 and down > high


def moved(found: dict[str, Any]) -> dict[str, float]:
    """Return how far each symbol stands from its place, in pixels."""
    anchors = found["anchors"]
    pairs = {id_: (middle(box), anchors[id_]) for id_, box in found["symbols"].items()}
    return {id_: hypot(a[0] - b[0], a[1] - b[1]) for id_, (a, b) in pairs.items()}


def held(found: dict[str, Any]) -> int:
    """Return how many presences stand in circles."""
    return sum(holds for holds, _ in found["circles"])


def covered(found: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the pairs of symbols and circles that cover one another."""
    circles = [(f"circle of {holds}", box) for holds, box in found["circles"]]
    pairs = combinations([*found["symbols"].items(), *circles], 2)
    return [(one, two) for (one, a), (two, b) in pairs if touching(a, b)]
