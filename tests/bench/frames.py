"""How evenly a page moves: the time from frame to frame while it zooms and pans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.measure import MOMENTS, Moving, laptop

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

# Three steps nearer, once round, three steps back, each as the buttons do it, with its animation.
RIDE = """async () => {
  const map = window.map_world
  const times = []
  let last
  const tick = (now) => {
    if (last) times.push(now - last)
    last = now
    requestAnimationFrame(tick)
  }
  const done = (act) => new Promise((resolve) => {
    map.once('moveend', () => requestAnimationFrame(resolve))
    act()
  })
  const animate = { animate: true, duration: 0.25 }
  requestAnimationFrame(tick)
  for (let step = 0; step < 3; step += 1) await done(() => map.zoomIn(1, animate))
  for (const way of [[300, 0], [0, 200], [-300, 0], [0, -200]]) await done(() => map.panBy(way, animate))
  for (let step = 0; step < 3; step += 1) await done(() => map.zoomOut(1, animate))
  return times
}"""  # noqa: E501 (JavaScript)


def moving(browser: Browser, file: Path, slowdown: int = 1) -> Moving:
    """Zoom and pan a file's map with no network, on a laptop, its processor slowed down."""
    with laptop(browser, slowdown) as page:
        page.goto(file.as_uri())
        page.evaluate(MOMENTS)
        times: list[float] = page.evaluate(RIDE)
    return Moving(tuple(times))
