"""What stands on the screen before the scripts of a page have run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

LARGEST_SHIFT = 0.02  # a fifth of what is called good
# The page as its file has it, for a moment: what is seen, and how far the map is from its place.
FIRST_PAINT = """words => {
  const root = document.documentElement
  const top = () => document.querySelector('[role=toolbar]').getBoundingClientRect().top
  const texts = [...document.querySelectorAll('h1, h2, summary, button, label, p, li')]
  const isSeen = (word) => texts.some((one) =>
    one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim().startsWith(word))
  const hidden = [...document.querySelectorAll('.filter-box, .languages, .stage, .ways')]
  const folding = document.querySelector('.filter-box details')
  const [before, isOpen, all] = [top(), folding.open, words.filter(isSeen)]
  root.classList.add('starting')
  for (const one of hidden) one.hidden = folding.open = true
  const found = { all, first: words.filter(isSeen), moved: top() - before }
  for (const one of hidden) one.hidden = false
  folding.open = isOpen
  root.classList.remove('starting')
  return found
}"""
SHIFT = """() => {
  const observer = new PerformanceObserver(() => {})
  observer.observe({ type: 'layout-shift', buffered: true })
  return observer.takeRecords().reduce((sum, { value }) => sum + value, 0)
}"""


def moved(page: Page) -> float:
    """Return how far the map of a page moves down when its scripts have run, in pixels."""
    found: float = page.evaluate(FIRST_PAINT, [])["moved"]
    return found


def shift(page: Page) -> float:
    """Return the cumulative layout shift of a page that nobody has used, as browsers report it."""
    found: float = page.evaluate(SHIFT)
    return found
