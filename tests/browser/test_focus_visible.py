"""Whatever has the focus can be seen: nothing that sticks to the screen lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.reader import NEXT_FRAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.reader import Reader

# Nine points of what has the focus, of which at least one is on top (WCAG 2.4.11); and whether that
# is in the list, which has more of the same, or nothing is left.
COVERED = """() => {
  const one = document.activeElement
  if (one === document.body) return ['', true]
  const { left, top, width, height } = one.getBoundingClientRect()
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]))
  const seen = points.some(([x, y]) => {
    const found = document.elementFromPoint(left + x * width, top + y * height)
    return found && (one.contains(found) || found.contains(one) && !found.matches('.foot, .foot *'))
  })
  return [seen ? '' : one.outerHTML.slice(0, 80), one.matches('li[data-presence] + li *')]
}"""
AT_THE_TOP = "() => { document.activeElement.blur(); window.scrollTo(0, 0) }"


@pytest.mark.parametrize(
    ("language", "sizes"),
    [("en", [(1280, 800), (640, 400), (320, 256)]), ("ru", [(390, 844), (360, 640)])],
)
def test_nothing_lies_over_what_has_the_focus(
    reader: Reader, map_file: Path, language: str, sizes: list[tuple[int, int]]
) -> None:
    """At every stop down to the second entry of the list, and back up again."""
    page = reader.open(map_file, query=f"?lang={language}")
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        page.evaluate(AT_THE_TOP)
        stops, covered = {"Tab": 0, "Shift+Tab": 0}, list[str]()
        for key in stops:
            end = False
            while not end:
                page.keyboard.press(key)
                over, end = page.evaluate(COVERED)
                covered += [over] if over else []
                stops[key] += 1
        assert covered == [], (width, height)
        assert stops["Shift+Tab"] >= stops["Tab"] - 1 > 10, (width, height)
