"""The controls of an English page, found by what they are called, and what they leave shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import expect

from tests.browser.asked import ask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Frame, Locator, Page

LEFT = """() => {
  const shown = (selector) => [...document.querySelectorAll(selector)]
    .filter((one) => one.checkVisibility())
    .map((one) => one.dataset.presence)
  const number = (one) => Number(one.textContent.match(/\\d+/)?.[0] ?? NaN)
  const tallies = [...document.querySelectorAll('[data-shown]')].map(number)
  return {
    symbols: shown('[role=toolbar] [data-presence]').sort(),
    together: [...document.querySelectorAll('[role=toolbar] [data-holds]')]
      .reduce((sum, one) => sum + Number(one.dataset.holds), 0),
    entries: shown('li[data-presence]'),
    headings: [...document.querySelectorAll('.groups .number')].reduce((sum, one) => sum + number(one), 0),
    legend: tallies.some(Number.isNaN) ? null : tallies.reduce((sum, one) => sum + one, 0),
  }
}"""  # noqa: E501 (JavaScript)


# Type each text into the search, and give what it leaves; a person's keys would say the same, two
# round trips each.
TYPED = f"""(texts) => texts.map((text) => {{
  const field = document.querySelector('[type=search]')
  field.value = text
  field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))
  return ({LEFT})()
}})"""


class Left(NamedTuple):
    """What the filter leaves: ids in the map and in the list, and the page's own counts of them."""

    symbols: list[str]
    """Those that are shown each by itself."""
    together: int
    """How many circles hold."""
    entries: list[str]
    headings: int
    legend: int | None


def left(page: Page) -> Left:
    """Ask the page what it shows."""
    return Left(**ask(page, LEFT))


def agreed(page: Page) -> set[str]:
    """Return the ids that are shown, and demand that map, list, counts and legend tell the same."""
    return _agreed(left(page))


def found_by(page: Page, texts: Iterable[str]) -> dict[str, set[str]]:
    """Return the ids that each text leaves when it is searched for, on which all agree."""
    typed = [*texts]
    every = ask(page, TYPED, typed)
    return {text: _agreed(Left(**found)) for text, found in zip(typed, every, strict=True)}


def _agreed(found: Left) -> set[str]:
    assert set(found.symbols) <= set(found.entries)
    assert len(found.symbols) + found.together == len(found.entries)
    assert found.headings == len(found.entries)
    assert found.legend in {None, len(found.entries)}
    return set(found.entries)


def search(page: Page) -> Locator:
    """Find the field of free text."""
    return page.get_by_role("searchbox", name="Search")


def choice(page: Page, name: str) -> Locator:
    """Find a field with choices: Region, Evidence, Sort by."""
    return page.get_by_role("combobox", name=name)


def category(page: Page | Frame, name: str) -> Locator:
    """Find a category's box in the legend."""
    return page.get_by_role("checkbox", name=name)


def reset(page: Page) -> Locator:
    """Find the button that clears the filters."""
    return page.get_by_role("button", name="Clear the filters")


def details(page: Page | Frame) -> Locator:
    """Find what is told of the chosen presence."""
    return page.locator("[role=dialog]").filter(has=page.locator("#details-title"))


def says(page: Page, text: str) -> None:
    """Demand that the filter announces a text."""
    status = page.get_by_role("search").get_by_role("status")
    expect(status).to_contain_text(text)
