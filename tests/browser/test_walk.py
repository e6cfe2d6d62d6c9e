"""A walk through the page, in which every step leaves map and list agreed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import agreed, details
from tests.browser.reader import READY, entries, turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

STEPS = 30
WORDS = ("", "", "sahel", "人", "a", "نيجر", "Нигер", "República", "nowhere", "[(*")


class Walker:
    """Does what comes to mind, by a die that always falls the same way."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page = page
        self.die = Random(seed)  # noqa: S311 (a repeatable walk, no secret)
        self.acts: list[Callable[[], str]] = [
            self.search, self.choose, self.tick, self.turn, self.press, self.shortcut,
            self.select, self.step, self.back, self.escape,
        ]  # fmt: skip

    def click(self, selector: str) -> str:
        """Click one of those that are shown, if there is any; say which."""
        shown = self.page.locator(selector).filter(visible=True)
        count = shown.count()
        if not count:
            return f"no {selector}"
        number = self.die.randrange(count)
        shown.nth(number).evaluate("one => one.click()")
        return f"{selector} {number}"

    def search(self) -> str:
        """Type a word."""
        word = self.die.choice(WORDS)
        self.page.get_by_role("searchbox").fill(word)
        return f"search {word}"

    def choose(self) -> str:
        """Choose a region, an evidence, or an order."""
        field = self.page.get_by_role("combobox").nth(self.die.randrange(4))
        values = field.locator("option:not([hidden])").evaluate_all(
            "all => all.map(one => one.value)"
        )
        value = self.die.choice(values)
        field.select_option(value)
        return f"choose {value}"

    def tick(self) -> str:
        """Tick or untick a category."""
        return self.click("[data-category]")

    def turn(self) -> str:
        """Turn the page to another language."""
        language = self.die.choice(LANGUAGES)
        turn(self.page, language)
        unfold(self.page)
        return f"turn {language}"

    def press(self) -> str:
        """Zoom, or show the world."""
        return self.click(".acts button")

    def shortcut(self) -> str:
        """Go to a region."""
        return self.click(".regions button")

    def select(self) -> str:
        """Choose a presence, on the map or in the list."""
        return self.click(self.die.choice(["[role=toolbar] [data-presence]", "li .show"]))

    def step(self) -> str:
        """Go to the next or the previous one."""
        return self.click(".details [data-step]")

    def back(self) -> str:
        """Go back or forward, if the walk has come from anywhere."""
        way = self.die.choice(["back", "back", "forward"])
        can = "canGoBack" if way == "back" else "canGoForward"
        if self.page.evaluate(f"window.navigation.{can}"):
            self.page.go_back() if way == "back" else self.page.go_forward()
            self.page.wait_for_selector(READY)
            unfold(self.page)
        return way

    def escape(self) -> str:
        """Close the details, or clear the filters."""
        if self.die.random() < 0.5:
            return self.click("[type=reset]")
        self.page.keyboard.press("Escape")
        return "escape"


def unfold(page: Page) -> None:
    """Unfold the filters, which a narrow page folds when it is loaded."""
    folded = page.locator(".filter-box details:not([open]) > summary").filter(visible=True)
    if folded.count():
        folded.click()


def check(page: Page) -> None:
    """Demand that map, list, details and address tell the same."""
    shown = agreed(page)
    chosen = entries(page).and_(page.locator("[aria-current]"))
    ids = chosen.evaluate_all("all => all.map(one => one.dataset.presence)")
    assert len(ids) == details(page).filter(visible=True).count()
    assert set(ids) <= shown
    assert page.url.count("presence=") == len(ids)
    assert str(len(shown)) in page.get_by_role("search").get_by_role("status").inner_text()


@pytest.mark.parametrize(("seed", "width"), [(2023, 1280), (103, 360)])
def test_thirty_steps_leave_map_and_list_agreed(
    reader: Reader, map_file: Path, seed: int, width: int
) -> None:
    """Filters, languages, zooms, selections, back and forth; and nobody complains."""
    page = reader.open(map_file, width=width)
    page.wait_for_selector(READY)
    unfold(page)
    walker = Walker(page, seed)
    done: list[str] = []
    for _ in range(STEPS):
        done.append(walker.die.choice(walker.acts)())
        try:
            check(page)
        except AssertionError as fault:
            pytest.fail(f"after {', '.join(done)}: {fault}")
        assert reader.complaints == [], done
