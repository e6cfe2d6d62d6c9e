"""Circles as a screen reader is told of them, by Firefox's tree and by Chromium's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.listeners import InChromium, InFirefox, focused, has_focus, until
from tests.browser.many_places import IN_ONE_CITY, PLACES, many

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

__all__ = ["many"]

# A circle's name, of how many and of what, and the key that its description names.
SAID = {
    "ar": (r"هنا: ([\d,\s]+) \((.+)\)", "مفتاح الإدخال"),
    "en": (r"Here: ([\d,\s]+) \((.+)\)", "Enter comes nearer"),
    "zh": (r"此处：([\d,\s]+)（(.+)）", "回车键"),
}
HERE = f"Here: {IN_ONE_CITY} (Hospital {IN_ONE_CITY})"
CITY = f'.world [data-holds="{IN_ONE_CITY}"]'
LARGEST = """Array.from(document.querySelectorAll('.world [data-holds]'))
  .sort((a, b) => b.dataset.holds - a.dataset.holds)[0].focus()"""


@pytest.fixture(params=["chromium", "firefox"])
def listener(request: pytest.FixtureRequest, many: Path) -> Listener:
    """Return a reader of the map of many places, in each browser."""
    if request.param == "firefox":
        return InFirefox(request.getfixturevalue("firefox"), many.as_uri())
    return InChromium(request.getfixturevalue("chromium_with_tree"), many.as_uri())


def symbols(tree: Node) -> list[Node]:
    """Return what the map shows."""
    return [one for bar in tree.all("toolbar") for one in bar.all("button")]


def are_described(tree: Node) -> bool:
    """Tell whether the map is there with all that it says."""
    return bool(symbols(tree)) and all(one.description for one in symbols(tree))


def opened(listener: Listener, language: str) -> list[Node]:
    """Open the map, and return its symbols once they are described."""
    listener.open(f"lang={language}")
    return symbols(until(listener, are_described))


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_a_circle_is_a_button_that_says_of_what_it_holds_how_many(
    listener: Listener, language: str
) -> None:
    """In the page's language, together with single symbols all there are; and what Enter does."""
    say_what_they_hold(opened(listener, language), language)


def say_what_they_hold(shown: list[Node], language: str) -> None:
    """Demand it of all circles among these symbols."""
    pattern, key = SAID[language]
    named = [(one, re.fullmatch(pattern, one.name)) for one in shown]
    circles = [(one, name) for one, name in named if name]
    held = [int(re.sub(r"\D", "", name[1])) for _, name in circles]
    assert len(shown) - len(circles) + sum(held) == PLACES
    assert IN_ONE_CITY in held
    for (circle, name), number in zip(circles, held, strict=True):
        kinds = [int(re.sub(r"\D", "", one)) for one in re.findall(r"\d[\d,\s]*", name[2])]
        assert sum(kinds) == number
        assert key in circle.description
        assert circle.language in {"", language}  # Chromium does not tell it


def test_enter_on_a_circle_is_heard(listener: Listener) -> None:
    """It names each where no view shows them apart, and Escape leads back.

    Else it comes nearer, and what stands for the same place has the focus and says so. Before, all
    circles say what they hold.
    """
    say_what_they_hold(opened(listener, "en"), "en")
    listener.focus(CITY)
    assert focused(until(listener, has_focus(HERE))) == HERE
    listener.press("Enter")
    tree = until(listener, lambda tree: bool(tree.all("dialog", "Several symbols")))
    dialog = tree.one("dialog", "Several symbols")
    assert dialog.focused()
    assert len(dialog.all("listitem")) == len(dialog.names("button")) - 1 == IN_ONE_CITY
    listener.press("Escape")
    assert focused(until(listener, has_focus(HERE))) == HERE
    listener.run(LARGEST)
    before = focused(until(listener, is_largest))
    listener.press("Enter")
    after = focused(until(listener, lambda tree: focused(tree) not in {"", before}))
    assert re.match(r"(Here: [\d,]+ \(Station|Station \d+-\d+, Station)", after)
    assert after != before


def is_largest(tree: Node) -> bool:
    """Tell whether a circle of some hundred has the focus."""
    return bool(re.match(r"Here: [\d,]{3,} ", focused(tree)))
