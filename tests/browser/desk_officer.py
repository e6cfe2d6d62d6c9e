"""What a desk officer does on the editing page, and what they see and hear of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.axe import OPTIONS

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

# Mark the page once a map is loaded out of sight, and count the frames of the screen in which the
# map that is shown is not whole.
WATCH = """() => {
  const count = () => {
    const page = document.querySelector('iframe:not(.unseen)')?.contentDocument
    if (document.querySelector('iframe.unseen')) document.body.dataset.followed = ''
    window.broken = (window.broken ?? 0) + !page?.documentElement.hasAttribute('data-ready')
    requestAnimationFrame(count)
  }
  count()
}"""


def find(page: Page, name: str) -> None:
    """Choose a row by its name, with the keyboard."""
    box = page.get_by_role("combobox", name="Find in the list")
    box.fill(name)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_focused()


def scrolls(page: Page, extent: str) -> bool:
    """Whether the page is more than the window holds, by "Height" or "Width"."""
    root = "document.documentElement"
    return bool(page.evaluate(f"{root}.scroll{extent} > {root}.client{extent}"))


def field(page: Page, name: str) -> Locator:
    """Find a field of the form by its label."""
    form = page.locator("form.fields")
    return form.get_by_label(name).and_(page.locator("input, select, textarea")).first


def heard(page: Page) -> Locator:
    """Find what a screen reader is told."""
    return page.get_by_role("status").and_(page.locator(".said"))


def not_accessible(page: Page) -> str:
    """Return what axe-core finds wrong with the page around the map, which has tests of its own."""
    context = {"exclude": [["iframe"]]}
    found = Axe().run(page, context=context, options=dict(OPTIONS))
    return found.generate_report() if found.violations_count else ""
