"""Colours that axe does not see: labels and leaders on the map, rings, edges of controls."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page

FILLS = ("sea", "land", "host", "territory")  # areas of undetermined status: small, and no host
# What is read, on its halo and on what it may lie: 4.5 to one (WCAG 1.4.3).
TEXTS = [*product(("label", "label-soft"), ("label-halo", *FILLS))]
# What must be seen, on what it may lie: 3 to one (WCAG 1.4.11).
RINGS = product(("focus",), ("paper", "undetermined", *FILLS))
SHAPES = [*RINGS, *product(("leader",), FILLS), ("field", "paper")]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOUR = """(name) => {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = `var(--${name})`
  const found = getComputedStyle(probe).color.match(/[\\d.]+/g).map(Number)
  probe.remove()
  return found
}"""


def luminance(page: Page, name: str) -> float:
    """Return the relative luminance of a colour of the page, by its name in the style sheets."""
    values: list[float] = [value / 255 for value in page.evaluate(COLOUR, name)[:3]]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
              for one in values]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(page: Page, pair: tuple[str, str]) -> float:
    """Return the contrast of two colours, as WCAG 2.2 reckons it."""
    dark, light = sorted(luminance(page, one) for one in pair)
    return (light + 0.05) / (dark + 0.05)


def test_colours_of_the_map_have_enough_contrast(english: Page) -> None:
    """Labels on their halo and on fills, shapes on what they lie on, in both schemes."""
    for scheme, (pairs, least) in product(SCHEMES, ((TEXTS, 4.5), (SHAPES, 3))):
        english.emulate_media(color_scheme=scheme)
        found = {pair: round(contrast(english, pair), 2) for pair in pairs}
        assert {pair: value for pair, value in found.items() if value < least} == {}, scheme
