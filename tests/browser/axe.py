"""axe-core asked about a page, and a page with a filter and the details open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.reader import NEXT_FRAME, entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

AXE = Axe()
# Size of targets belongs to WCAG 2.2 AA, but axe asks for it only where it is told to.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
BUT_CONTRAST = {
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
# Nothing is said of the elements, which is a sixth of the work: what is wrong is looked at again.
NAMELESS = {"selectors": False, "elementRef": False, "xpath": False, "ancestry": False}
COUNT = """async ([within, options]) =>
  (await axe.run(within ?? document, options)).violations.length"""
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}


def violations(
    page: Page, within: str | None = None, options: Mapping[str, object] = OPTIONS
) -> str:
    """Return what axe-core finds wrong, as a report; empty where there is nothing.

    Asked of the whole page, or of what one selector finds; of everything, or of contrast alone.
    """
    foot = page.locator("figcaption")
    # What sticks to the screen's edge lies over some target; one scrolls, and it lies over another.
    foot.evaluate("one => { one.style.position = 'static' }")
    # axe does not know that an open dialog lies over all else, and could not tell its contrast.
    page.locator("dialog[open]").evaluate_all(
        "all => all.forEach(one => { one.style.zIndex = '9999' })"
    )
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate(COUNT, [within, {**options, **NAMELESS}])
    report = AXE.run(page, within, dict(options)).generate_report() if found else ""
    foot.evaluate("one => { one.style.position = '' }")
    return report or str(found or "")


def unfold(page: Page) -> None:
    """Open the filters, where the screen is narrow and they are folded."""
    page.evaluate(NEXT_FRAME)  # a screen that became narrow folds them then
    page.locator("details:not([open]):has([type=search]) > summary").evaluate_all(
        "all => all.forEach(one => one.click())"
    )


def choose(page: Page) -> None:
    """Filter, and open the details of a presence with a footnote."""
    unfold(page)
    page.get_by_role("searchbox").fill("sahel")
    entry(page, "ner-g5-sahel").locator("button").click()
    expect(page.get_by_role("dialog")).to_be_visible()
