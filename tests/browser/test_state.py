"""What the page shows lives in its address: it can be linked, and gone back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.controls import category, search
from tests.browser.reader import READY, symbol, turn
from tests.browser.state import centre, compose, seen

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader


def query(page: Page) -> dict[str, str]:
    """Return the state that stands in the page's address."""
    parts = parse_qs(urlsplit(page.url).query, keep_blank_values=True)
    return {key: values[-1] for key, values in parts.items()}


def settled(page: Page, state: dict[str, Any]) -> None:
    """Wait until a page shows a state; demand that it shows nothing else."""
    page.wait_for_selector(READY)
    expect(page.locator("[data-presence][aria-current]")).to_have_count(1 if state["told"] else 0)
    expect(page.locator("html")).to_have_attribute("lang", state["language"])
    expect(page.locator("[name=region]")).to_have_value(state["fields"][1])
    expect(page.locator("li[data-presence]")).to_have_count(len(state["left"].entries))
    assert seen(page) == state


def test_a_linked_state_opens_as_linked(reader: Reader, map_file: Path, english: Page) -> None:
    """Language, filters, order, selection and view, on another reader's machine."""
    compose(english)
    assert set(query(english)) == {
        *("lang", "q", "region", "evidence", "sort", "category", "presence", "view")
    }
    other = reader.open(map_file, query=f"?{urlsplit(english.url).query}", locale="ru-RU")
    assert seen(other) == seen(english)
    assert centre(other) == pytest.approx(centre(english), abs=0.1)  # a pixel or less
    assert query(other) == query(english)


def test_the_opening_state_is_the_bare_address(english: Page, map_file: Path) -> None:
    """Nothing chosen, nothing said."""
    assert english.url == map_file.as_uri()
    symbol(english, "ken-adviser").click()
    english.keyboard.press("Escape")
    assert english.url == map_file.as_uri()


def test_back_and_forward_go_through_what_was_chosen(english: Page) -> None:
    """Each choice is a step; typing and moving the map are none."""
    states = [seen(english)]
    symbol(english, "ken-adviser").click()
    states.append(seen(english))
    turn(english, "es")
    states.append(seen(english))
    english.get_by_role("combobox").nth(0).select_option("africa")
    states.append(seen(english))
    english.get_by_role("checkbox").nth(0).uncheck()
    states.append(seen(english))
    for state in [*reversed(states[:-1])]:
        english.evaluate("setTimeout(() => history.back())")
        settled(english, state)
    for state in states[1:]:
        english.evaluate("setTimeout(() => history.forward())")
        settled(english, state)


def test_typing_is_one_place_in_the_history(english: Page) -> None:
    """Whoever has typed a word does not go back letter by letter."""
    before = english.evaluate("history.length")
    search(english).press_sequentially("sahel")
    assert english.evaluate("history.length") == before
    assert query(english) == {"q": "sahel"}
    category(english, "adviser").uncheck()
    assert english.evaluate("history.length") == before + 1


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    ("part", "heading"), [("#list", "All presences"), ("#about-title", "About")]
)
def test_an_address_that_names_a_part_of_the_page_opens_there(
    reader: Reader, map_file: Path, width: int, part: str, heading: str
) -> None:
    """What is above it gets its height only when the map is drawn."""
    page = reader.open(map_file, query=part, width=width, locale="en-GB")
    expect(page.get_by_role("heading", level=2, name=heading)).to_be_in_viewport()
