"""The element <presence-map>, in hosts that allow a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.host import map_frame, site

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

SCRIPT = '<script src="embed.js" defer></script>'
ELEMENT = '<presence-map src="map.html" lang="{}" filter="region=africa"></presence-map>'
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEIGHT = "Math.ceil(document.documentElement.getBoundingClientRect().height)"


def settle(page: Page, frame: Frame, number: int = 0) -> None:
    """Wait until a frame is as high as the page in it."""
    expect(page.locator("iframe").nth(number)).to_have_css("height", f"{frame.evaluate(HEIGHT)}px")


def test_two_maps_set_their_own_heights(reader: Reader, site: Site) -> None:
    """In a host with a strict policy, each in its language, and each as high as it needs to be."""
    page = site.visit(reader, SCRIPT + ELEMENT.format("ar") + "<p>and</p>" + ELEMENT.format("fr"))
    for number, lang in enumerate(("ar", "fr")):
        frame = map_frame(page, number)
        expect(frame.locator("html")).to_have_attribute("lang", lang)
        expect(frame.locator('[data-presence="arg-adviser"]').first).to_be_hidden()
        settle(page, frame, number)
    assert page.evaluate(OVERFLOW) == 0
    page.set_viewport_size({"width": 400, "height": 800})
    settle(page, map_frame(page, 1), 1)


def test_a_host_hears_no_one_but_its_own_map(reader: Reader, site: Site) -> None:
    """Messages of another shape, of another size, or from elsewhere change nothing."""
    page = site.visit(reader, SCRIPT + ELEMENT.format("en"))
    frame = map_frame(page)
    settle(page, frame)
    page.evaluate(
        """() => {
          window.heights = []
          const frame = document.querySelector('iframe')
          const note = () => window.heights.push(frame.style.height)
          new MutationObserver(note).observe(frame, { attributes: true })
          window.postMessage({ type: 'presence-map', height: 301 }, '*')
        }"""
    )
    frame.evaluate(
        """() => {
          const say = (message) => window.parent.postMessage(message, '*')
          const heights = ['302', '302px', NaN, -1, 0, 1e9, Infinity, null, {}, [303]]
          for (const height of heights) say({ type: 'presence-map', height })
          for (const message of [null, 'presence-map', 7, { height: 304 }]) say(message)
          say({ type: 'other', height: 305 })
          say({ type: 'presence-map', height: 777 })
        }"""
    )
    expect(page.locator("iframe")).to_have_css("height", "777px")
    assert page.evaluate("window.heights") == ["777px"]


def test_the_wheel_scrolls_the_host(reader: Reader, site: Site) -> None:
    """Over a map that is as high as it needs to be, as if the frame were a picture."""
    page = site.visit(reader, SCRIPT + ELEMENT.format("en"))
    frame = map_frame(page)
    settle(page, frame)
    page.evaluate("window.scrollTo(0, 0)")
    page.mouse.move(700, 300)
    page.mouse.wheel(0, 300)
    page.wait_for_function("() => window.scrollY >= 200")
    assert frame.evaluate("window.map_world.getZoom() - window.map_world.getMinZoom()") == 0


def test_the_code_may_be_pasted_twice(reader: Reader, site: Site) -> None:
    """As the page gives it, script and element: the second script changes nothing."""
    page = site.visit(reader, 2 * (SCRIPT + ELEMENT.format("en")))
    for number in range(2):
        settle(page, map_frame(page, number), number)
