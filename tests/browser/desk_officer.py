"""What a desk officer does on the editing page, and what they see and hear of it."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from mapping.editor.serving import edit
from mapping.files.data_folder import PRESENCES_FILE
from tests.browser.axe import OPTIONS
from tests.browser.reader import PATIENCE_MS, READY, note_message
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Locator, Page


# Mark the page once a map is loaded out of sight, and count the frames of the screen in which the
# map that is shown is not whole.
WATCH = """() => {
  delete document.body.dataset.followed
  const count = () => {
    const page = document.querySelector('iframe:not(.unseen)')?.contentDocument
    if (document.querySelector('iframe.unseen')) document.body.dataset.followed = ''
    window.broken = (window.broken ?? 0) + !page?.documentElement.hasAttribute('data-ready')
    requestAnimationFrame(count)
  }
  count()
}"""


class Opened(NamedTuple):
    """The editing page of a copy of the project's list."""

    page: Page
    address: str
    listing: Path
    complaints: list[str]
    """What the browser said of it, which is nothing."""


def heed(page: Page, complaints: list[str]) -> None:
    """Note whatever the browser says of a page."""
    page.on("console", lambda message: note_message(message, complaints))
    page.on("pageerror", lambda error: complaints.append(str(error)))


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open the page once for all tests of this file, each of which leaves no draft behind."""
    home = tmp_path_factory.mktemp("desk")
    folder = shutil.copytree(GEODATA, home / "geodata")
    complaints: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        with edit(folder, 0, home / "output") as server:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            heed(page, complaints)
            page.goto(f"{server.address}?lang=en")
            page.wait_for_selector(READY)
            yield Opened(page, server.address, folder / PRESENCES_FILE, complaints)
            page.close()
    assert complaints == []


@pytest.fixture(autouse=True)
def patient() -> Iterator[None]:
    """Wait longer than elsewhere: the whole list is checked after each change."""
    expect.set_options(timeout=2 * PATIENCE_MS)
    yield
    expect.set_options(timeout=PATIENCE_MS)


def find(page: Page, name: str) -> None:
    """Choose a row by its name, with the keyboard."""
    box = page.get_by_role("combobox", name="Find in the list")
    box.fill(name)
    expect(page.get_by_role("option").filter(has_text=name).first).to_be_visible()
    box.press("ArrowDown")
    expect(page.get_by_role("option", name=name, selected=True)).to_be_visible()
    box.press("Enter")
    expect(page.get_by_role("heading", name=name, exact=True, level=2)).to_be_focused()


def leave_no_draft(page: Page) -> None:
    """Discard what was changed, once nothing is on its way: "undo" comes after all of that."""
    page.evaluate("document.querySelector('.said').replaceChildren()")
    page.keyboard.press("Control+z")
    expect(heard(page)).to_have_text(re.compile("Undone: |There is nothing to undo"))
    discard = page.get_by_role("button", name="Discard all changes")
    if discard.is_visible():
        discard.click()
        page.get_by_role("button", name="Discard", exact=True).click()
    expect(page.locator(".changes .none")).to_be_visible()


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


def map_shown(page: Page) -> FrameLocator:
    """Return the frame of the map, once the map in it is ready."""
    frame = page.frame_locator("iframe:not(.unseen)")
    expect(frame.locator(READY)).to_have_count(1)
    return frame


def watch_map(page: Page) -> None:
    """Watch the map that is shown from now on."""
    page.evaluate(WATCH)


def expect_new_map(page: Page) -> None:
    """Wait until another map has taken the place of that which is shown, whole till then."""
    expect(page.locator("body[data-followed]")).to_have_count(1)
    expect(page.locator("iframe.unseen")).to_have_count(0)
    assert page.evaluate("window.broken") == 0


def not_accessible(page: Page) -> str:
    """Return what axe-core finds wrong with the page around the map, which has tests of its own."""
    context = {"exclude": [["iframe"]]}
    found = Axe().run(page, context=context, options=dict(OPTIONS))
    return found.generate_report() if found.violations_count else ""
