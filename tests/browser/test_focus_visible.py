"""Whatever has the focus can be seen: nothing that sticks to the screen lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.reader import Reader

# Nine points of what has the focus, of which at least one is on top (WCAG 2.4.11).
COVERED = """() => {
  const one = document.activeElement
  if (one === document.body) return 'end'
  const { left, top, width, height } = one.getBoundingClientRect()
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]))
  const seen = points.some(([x, y]) => {
    const found = document.elementFromPoint(left + x * width, top + y * height)
    return found && (one.contains(found) || found.contains(one) && !found.matches('.foot, .foot *'))
  })
  return seen ? '' : one.outerHTML.slice(0, 80)
}"""


@pytest.mark.parametrize(
    ("language", "width", "height"),
    [("en", 640, 400), ("ru", 360, 640), ("ru", 390, 844), ("en", 320, 256), ("en", 1280, 800)],
)
def test_nothing_lies_over_what_has_the_focus(
    reader: Reader, map_file: Path, language: str, width: int, height: int
) -> None:
    """At every stop down to the list, and back up again."""
    size = {"width": width, "height": height}
    page = reader.open(map_file, query=f"?lang={language}", viewport=size)
    page.wait_for_selector("html:not(.starting)")
    covered: list[str] = []
    for key, times in (("Tab", 45), ("Shift+Tab", 45)):
        for _ in range(times):
            page.keyboard.press(key)
            found = str(page.evaluate(COVERED))
            if found == "end":
                break
            covered += [found] if found else []
    assert covered == []
